/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-act-dialog: see the header. */

#include "mou-act-dialog.h"
#include "mou-decimal.h"
#include "mou-fiscal-year.h"
#include "mou-history.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *entry;
  MouActCheck check;
} Entry;

struct _MouActDialog
{
  AdwMessageDialog parent_instance;

  GtkListBox *list;
  GArray *entries; /* Entry */
  gint64 row;
};

G_DEFINE_FINAL_TYPE (MouActDialog, mou_act_dialog, ADW_TYPE_MESSAGE_DIALOG)

gboolean
mou_act_is_day (const char *text)
{
  g_autofree char *iso = mou_history_dup_iso_day (text);

  return iso != NULL;
}

gboolean
mou_act_is_number (const char *text)
{
  MouDecimal value;

  return mou_decimal_parse (text, &value, NULL);
}

gboolean
mou_act_is_said (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped != '\0';
}

/* An entry nobody has typed in yet is not marked as wrong. */
static gboolean
check_entry (const Entry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry->entry));
  const gboolean good = entry->check == NULL || entry->check (text);

  if (good || *text == '\0')
    gtk_widget_remove_css_class (entry->entry, "error");
  else
    gtk_widget_add_css_class (entry->entry, "error");

  return good;
}

static void
update (MouActDialog *self)
{
  gboolean good = TRUE;

  for (guint i = 0; i < self->entries->len; i++)
    good = check_entry (&g_array_index (self->entries, Entry, i)) && good;

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "confirm", good);
}

static void
mou_act_dialog_finalize (GObject *object)
{
  g_array_unref (MOU_ACT_DIALOG (object)->entries);

  G_OBJECT_CLASS (mou_act_dialog_parent_class)->finalize (object);
}

static void
mou_act_dialog_class_init (MouActDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mou_act_dialog_finalize;
}

static void
mou_act_dialog_init (MouActDialog *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), GTK_WIDGET (self->list));
}

MouActDialog *
mou_act_dialog_new (GtkWindow *parent, const char *heading, const char *body, const char *confirm, gint64 row)
{
  MouActDialog *self = g_object_new (MOU_TYPE_ACT_DIALOG, "transient-for", parent, "modal", TRUE, "heading", heading, "body", body, NULL);

  self->row = row;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self), "cancel", _ ("_Cancel"), "confirm", confirm, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self), "confirm", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self), "confirm");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self), "cancel");

  return self;
}

void
mou_act_dialog_add_entry (MouActDialog *self, const char *title, const char *text, MouActCheck check)
{
  Entry entry = { adw_entry_row_new (), check };

  g_return_if_fail (MOU_IS_ACT_DIALOG (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry.entry), title);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry.entry), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry.entry), TRUE);
  g_signal_connect_object (entry.entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, entry.entry);
  g_array_append_val (self->entries, entry);
  update (self);
}

void
mou_act_dialog_add_day (MouActDialog *self, const char *title)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = NULL;

  if (g_str_equal (_ ("era:CE"), "era:BE"))
    today = g_strdup_printf ("%d/%d/%d", g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                             g_date_time_get_year (now) + MOU_BUDDHIST_ERA_OFFSET);
  else
    today = g_date_time_format (now, "%Y-%m-%d");
  mou_act_dialog_add_entry (self, title, today, mou_act_is_day);
}

const char *
mou_act_dialog_get_text (MouActDialog *self, guint entry)
{
  g_return_val_if_fail (MOU_IS_ACT_DIALOG (self), NULL);
  g_return_val_if_fail (entry < self->entries->len, NULL);

  return gtk_editable_get_text (GTK_EDITABLE (g_array_index (self->entries, Entry, entry).entry));
}

char *
mou_act_dialog_dup_day (MouActDialog *self, guint entry)
{
  return mou_history_dup_iso_day (mou_act_dialog_get_text (self, entry));
}

gint64
mou_act_dialog_get_row (MouActDialog *self)
{
  g_return_val_if_fail (MOU_IS_ACT_DIALOG (self), 0);

  return self->row;
}
