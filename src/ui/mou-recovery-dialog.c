/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-recovery-dialog: see the header. */

#include "mou-recovery-dialog.h"
#include "mou-document.h"
#include "mou-recovery-row.h"

#include <glib/gi18n.h>

struct _MouRecoveryDialog
{
  AdwWindow parent_instance;

  GtkListBox *list;
  GtkWidget *recover_all;

  MouApplication *application;
};

G_DEFINE_FINAL_TYPE (MouRecoveryDialog, mou_recovery_dialog, ADW_TYPE_WINDOW)

static MouRecoveryRow *
get_first_row (MouRecoveryDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  return row != NULL ? MOU_RECOVERY_ROW (row) : NULL;
}

static void
remove_row (MouRecoveryDialog *self, MouRecoveryRow *row)
{
  gtk_list_box_remove (self->list, GTK_WIDGET (row));

  if (get_first_row (self) == NULL)
    gtk_window_close (GTK_WINDOW (self));
  else
    mou_recovery_row_focus (get_first_row (self));
}

static void
recover_cb (MouRecoveryRow *row, MouRecoveryDialog *self)
{
  g_autofree char *folder = g_strdup (mou_recovery_row_get_folder (row));
  g_autoptr (MouApplication) application = g_object_ref (self->application);

  remove_row (self, row);
  mou_application_recover (application, folder);
}

static void
remove_row_late (gpointer data)
{
  g_autoptr (MouRecoveryRow) row = data;
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (row), MOU_TYPE_RECOVERY_DIALOG);

  if (self != NULL)
    remove_row (MOU_RECOVERY_DIALOG (self), row);
}

/* A question that is still answering must not lose the window it stands over. */
static void
discard_response_cb (AdwMessageDialog *dialog, const char *response, MouRecoveryRow *row)
{
  if (!g_str_equal (response, "discard"))
    return;

  mou_document_discard_recoverable (mou_recovery_row_get_folder (row), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
  g_idle_add_once (remove_row_late, g_object_ref (row));
}

/* For good: so it takes a second word. */
static void
discard_cb (MouRecoveryRow *row, MouRecoveryDialog *self)
{
  const guint n_unsaved = mou_recovery_row_get_n_unsaved (row);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Discard unsaved work?"), NULL);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      ngettext ("%u unsaved change of %s will be gone for good.", "%u unsaved changes of %s will be gone for good.", n_unsaved), n_unsaved,
      mou_recovery_row_get_name (row));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_response_cb), row, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Those that cannot be recovered stay in the list, with their reason. */
static void
recover_all_clicked_cb (GtkButton *button, MouRecoveryDialog *self)
{
  g_autoptr (MouApplication) application = g_object_ref (self->application);
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (mou_recovery_row_can_recover (MOU_RECOVERY_ROW (row)))
      g_ptr_array_add (folders, g_strdup (mou_recovery_row_get_folder (MOU_RECOVERY_ROW (row))));
  gtk_window_close (GTK_WINDOW (self));
  for (guint i = 0; i < folders->len; i++)
    mou_application_recover (application, folders->pdata[i]);
}

static void
later_clicked_cb (GtkButton *button, MouRecoveryDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
mou_recovery_dialog_dispose (GObject *object)
{
  g_clear_object (&MOU_RECOVERY_DIALOG (object)->application);

  G_OBJECT_CLASS (mou_recovery_dialog_parent_class)->dispose (object);
}

static void
mou_recovery_dialog_class_init (MouRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_recovery_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/mou-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MouRecoveryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, MouRecoveryDialog, recover_all);
  gtk_widget_class_bind_template_callback (widget_class, recover_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mou_recovery_dialog_init (MouRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mou_recovery_dialog_new (MouApplication *application, GtkWindow *parent, GPtrArray *copies, gboolean thai_digits)
{
  MouRecoveryDialog *self = g_object_new (MOU_TYPE_RECOVERY_DIALOG, "transient-for", parent, NULL);

  g_return_val_if_fail (copies->len > 0, NULL);

  self->application = g_object_ref (application);
  gtk_widget_set_visible (self->recover_all, copies->len > 1);
  for (guint i = 0; i < copies->len; i++)
    {
      GtkWidget *row = mou_recovery_row_new (copies->pdata[i], thai_digits);

      g_signal_connect_object (row, "recover", G_CALLBACK (recover_cb), self, 0);
      g_signal_connect_object (row, "discard", G_CALLBACK (discard_cb), self, 0);
      gtk_list_box_append (self->list, row);
    }
  mou_recovery_row_focus (get_first_row (self));

  return GTK_WIDGET (self);
}
