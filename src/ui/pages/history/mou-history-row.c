/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history-row: see the header. */

#include "mou-history-row.h"
#include "mou-fiscal-year.h"
#include "mou-thai.h"

#include <glib/gi18n.h>

struct _MouHistoryRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *marker;
  GtkImage *arrow;
  GtkLabel *lines;

  gint64 entry;
  char *text; /* the lines, one below the other */
  char *key;  /* of everything it says; NULL until it is searched */
};

G_DEFINE_FINAL_TYPE (MouHistoryRow, mou_history_row, GTK_TYPE_LIST_BOX_ROW)

static void
mou_history_row_finalize (GObject *object)
{
  MouHistoryRow *self = MOU_HISTORY_ROW (object);

  g_free (self->text);
  g_free (self->key);

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
dup_day (GDateTime *local, gboolean thai_digits)
{
  g_autofree char *iso = g_date_time_format (local, "%Y-%m-%d");

  /* Translators: the era in which people read dates, no word to translate: era:CE, or era:BE for the Buddhist Era. */
  if (g_str_equal (_ ("era:CE"), "era:BE"))
    return mou_date_format_thai (iso, thai_digits);

  return g_date_time_format (local, "%-e %B %Y");
}

/* In the local time zone. */
static char *
dup_moment (const char *at, gboolean thai_digits)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (at, utc);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (local == NULL)
    return g_strdup (at);

  day = dup_day (local, thai_digits);
  time = g_date_time_format (local, "%H:%M");
  text = g_strdup_printf (C_ ("day and time", "%s, %s"), day, time);
  return thai_digits ? mou_thai_digits_from_arabic (text) : g_steal_pointer (&text);
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
  g_autofree char *moment = dup_moment (entry->at, thai_digits);
  g_autofree char *detail
      = g_strdup_printf ("%s · %s%s%s", moment, entry->author, entry->undone ? " · " : "", entry->undone ? _ ("undone") : "");

  gtk_label_set_text (self->detail, detail);
}

static void
show_marker (MouHistoryRow *self, const MouHistoryEntry *entry)
{
  gtk_widget_set_visible (GTK_WIDGET (self->marker), entry->undo_next || entry->redo_next);
  gtk_label_set_text (self->marker, entry->undo_next ? _ ("Ctrl+Z undoes this") : _ ("Ctrl+Shift+Z does this again"));
}

void
mou_history_row_show (MouHistoryRow *self, const MouHistoryEntry *entry, gboolean thai_digits)
{
  g_return_if_fail (MOU_IS_HISTORY_ROW (self));
  g_return_if_fail (entry != NULL);

  self->entry = entry->entry;
  g_free (self->text);
  self->text = g_strjoinv ("\n", entry->lines);
  g_clear_pointer (&self->key, g_free);

  show_title (self, entry);
  show_detail (self, entry, thai_digits);
  show_marker (self, entry);
  gtk_widget_set_opacity (GTK_WIDGET (self->arrow), *self->text != '\0' ? 1 : 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), *self->text != '\0');
  if (gtk_widget_get_visible (GTK_WIDGET (self->lines)))
    gtk_label_set_text (self->lines, self->text);
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
  gboolean open;

  g_return_if_fail (MOU_IS_HISTORY_ROW (self));

  open = !gtk_widget_get_visible (GTK_WIDGET (self->lines));
  gtk_label_set_text (self->lines, open ? self->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->lines), open);
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, (int) open, -1);
}

gboolean
mou_history_row_matches (MouHistoryRow *self, const char *key)
{
  g_return_val_if_fail (MOU_IS_HISTORY_ROW (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (self->key == NULL)
    {
      g_autofree char *text = g_strjoin ("\n", gtk_label_get_text (self->title), gtk_label_get_text (self->detail), self->text, NULL);

      self->key = mou_thai_search_key (text);
    }

  return strstr (self->key, key) != NULL;
}
