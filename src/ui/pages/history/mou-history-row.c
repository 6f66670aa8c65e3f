/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history-row: see the header. */

#include "mou-history-row.h"
#include "mou-history-line-row.h"
#include "mou-moment.h"
#include "mou-thai.h"

#include <glib/gi18n.h>

struct _MouHistoryRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *marker;
  GtkImage *arrow;
  GtkBox *lines;

  gint64 entry;
  GPtrArray *details; /* MouHistoryLine */
  char *rest;         /* what is said of lines that are left out; "" when none is */
};

G_DEFINE_FINAL_TYPE (MouHistoryRow, mou_history_row, GTK_TYPE_LIST_BOX_ROW)

static void
mou_history_row_finalize (GObject *object)
{
  MouHistoryRow *self = MOU_HISTORY_ROW (object);

  g_clear_pointer (&self->details, g_ptr_array_unref);
  g_free (self->rest);

  G_OBJECT_CLASS (mou_history_row_parent_class)->finalize (object);
}

static void
mou_history_row_class_init (MouHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mou_history_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/pages/history/mou-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MouHistoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryRow, marker);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryRow, lines);
}

static void
mou_history_row_init (MouHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mou_history_row_new (void)
{
  return g_object_new (MOU_TYPE_HISTORY_ROW, NULL);
}

static char *
dup_title (const MouHistoryEntry *entry)
{
  if (entry->is_undo)
    return g_strdup_printf (_ ("Undo: %s"), entry->label);
  if (entry->is_redo)
    return g_strdup_printf (_ ("Redo: %s"), entry->label);

  return g_strdup (entry->label);
}

static void
show_title (MouHistoryRow *self, const MouHistoryEntry *entry)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *title = dup_title (entry);

  if (entry->undone)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (self->title, attributes);
  gtk_label_set_text (self->title, title);
}

static void
show_detail (MouHistoryRow *self, const MouHistoryEntry *entry, gboolean thai_digits)
{
  g_autofree char *moment = mou_moment_format (entry->at, thai_digits);
  g_autofree char *arabic = g_strdup_printf ("%" G_GINT64_FORMAT, entry->entry);
  g_autofree char *digits = thai_digits ? mou_thai_digits_from_arabic (arabic) : g_steal_pointer (&arabic);
  g_autofree char *number = g_strdup_printf (C_ ("number of an entry", "no. %s"), digits);
  g_autofree char *detail
      = g_strdup_printf ("%s · %s · %s%s%s", number, moment, entry->author, entry->undone ? " · " : "", entry->undone ? _ ("undone") : "");

  gtk_label_set_text (self->detail, detail);
}

static void
show_marker (MouHistoryRow *self, const MouHistoryEntry *entry)
{
  gtk_widget_set_visible (GTK_WIDGET (self->marker), entry->undo_next || entry->redo_next);
  gtk_label_set_text (self->marker, entry->undo_next ? _ ("Ctrl+Z undoes this") : _ ("Ctrl+Shift+Z does this again"));
}

static gboolean
is_open (MouHistoryRow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->lines));
}

static gboolean
has_focus_inside (MouHistoryRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->lines));
}

/* There are line widgets only while the row is open. A button that goes leaves the focus to the row. */
static void
show_lines (MouHistoryRow *self)
{
  GtkWidget *child = NULL;

  if (has_focus_inside (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  if (!is_open (self))
    return;

  for (guint i = 0; i < self->details->len; i++)
    gtk_box_append (self->lines, mou_history_line_row_new (self->entry, self->details->pdata[i]));
  if (*self->rest != '\0')
    gtk_box_append (self->lines, mou_history_line_row_new_text (self->rest));
}

static void
set_open (MouHistoryRow *self, gboolean open)
{
  gtk_widget_set_visible (GTK_WIDGET (self->lines), open);
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, (int) open, -1);
}

static gboolean
says_the_same (const MouHistoryRow *self, const MouHistoryEntry *entry)
{
  if (self->details == NULL || self->details->len != entry->details->len)
    return FALSE;

  for (guint i = 0; i < entry->details->len; i++)
    {
      const MouHistoryLine *now = g_ptr_array_index (entry->details, i);
      const MouHistoryLine *was = g_ptr_array_index (self->details, i);

      if (now->restorable != was->restorable || !g_str_equal (now->text, was->text))
        return FALSE;
    }

  return TRUE;
}

/* Of the same entry what is open stays open; lines that say the same are left alone, and with them the focus in them. */
static void
take_lines (MouHistoryRow *self, const MouHistoryEntry *entry)
{
  gboolean same = self->entry == entry->entry && says_the_same (self, entry);

  if (self->entry != entry->entry)
    set_open (self, FALSE);
  self->entry = entry->entry;
  g_clear_pointer (&self->details, g_ptr_array_unref);
  self->details = g_ptr_array_ref (entry->details);
  g_free (self->rest);
  self->rest = g_strjoinv ("\n", entry->lines + entry->details->len);
  if (!same)
    show_lines (self);
}

void
mou_history_row_show (MouHistoryRow *self, const MouHistoryEntry *entry, gboolean thai_digits)
{
  gboolean opens;

  g_return_if_fail (MOU_IS_HISTORY_ROW (self));
  g_return_if_fail (entry != NULL);

  show_title (self, entry);
  show_detail (self, entry, thai_digits);
  show_marker (self, entry);
  take_lines (self, entry);
  opens = self->details->len > 0 || *self->rest != '\0';
  gtk_widget_set_opacity (GTK_WIDGET (self->arrow), opens ? 1 : 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), opens);
}

gint64
mou_history_row_get_entry (MouHistoryRow *self)
{
  g_return_val_if_fail (MOU_IS_HISTORY_ROW (self), 0);

  return self->entry;
}

void
mou_history_row_toggle (MouHistoryRow *self)
{
  g_return_if_fail (MOU_IS_HISTORY_ROW (self));

  set_open (self, !is_open (self));
  show_lines (self);
}
