/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-backups: the ways back: to the saved file, and to what it was before it was saved over. Both are one edit, which undo
 * takes back, so that nothing is lost by a wrong choice. */

#include "mou-backups-dialog.h"
#include "mou-moment.h"
#include "mou-window-private.h"

#include <glib/gi18n.h>

static GtkWidget *
ask (MouWindow *self, const char *title, const char *response, const char *response_label)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), title, NULL);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), response, response_label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), response, ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  return dialog;
}

/* What was done, with its undo beside it. */
static void
tell_undoable (MouWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
revert_response_cb (AdwMessageDialog *dialog, const char *response, MouWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "revert") || self->document == NULL)
    return;

  if (mou_document_revert (self->document, &error))
    tell_undoable (self, _ ("As in the saved file again"));
  else
    mou_window_alert (self, _ ("Nothing was reverted"), error->message);
}

void
mou_window_revert (MouWindow *self)
{
  GtkWidget *dialog = NULL;
  guint n_unsaved;

  if (!mou_document_view_commit_editing (self->view))
    return;

  n_unsaved = mou_document_count_unsaved (self->document);
  dialog = ask (self, _ ("Revert to the saved file?"), "revert", _ ("_Revert"));
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  ngettext ("%u change since the last save will be taken back. Undo brings it back.",
                                            "%u changes since the last save will be taken back. Undo brings them back.", n_unsaved),
                                  n_unsaved);
  g_signal_connect_object (dialog, "response", G_CALLBACK (revert_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The backup that is being asked about is kept with the question. */
typedef struct
{
  MouWindow *window;
  MouRegisterBackup *backup;
} Restoring;

static void
restoring_free (gpointer data, GClosure *closure)
{
  Restoring *restoring = data;

  g_object_unref (restoring->window);
  mou_register_backup_free (restoring->backup);
  g_free (restoring);
}

/* Saved by the user when it is what was wanted. */
static void
restore_response_cb (AdwMessageDialog *dialog, const char *response, Restoring *restoring)
{
  MouWindow *self = restoring->window;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "restore") || self->document == NULL)
    return;

  if (mou_document_restore_backup (self->document, restoring->backup, &error))
    tell_undoable (self, _ ("Restored; save to keep it"));
  else
    mou_window_alert (self, _ ("Nothing was restored"), error->message);
}

static void
restore_cb (MouBackupsDialog *dialog, const MouRegisterBackup *backup, MouWindow *self)
{
  GtkWidget *question = ask (self, _ ("Restore this backup?"), "restore", _ ("_Restore"));
  Restoring *restoring = g_new (Restoring, 1);
  g_autofree char *moment = mou_moment_format (backup->at, g_settings_get_boolean (self->settings, "thai-digits"));

  *restoring = (Restoring){ g_object_ref (self), mou_register_backup_copy (backup) };
  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (question),
      _ ("The register becomes what its file was on %s. This is one edit, which can be undone; the file changes "
         "when you save."),
      moment);
  g_signal_connect_data (question, "response", G_CALLBACK (restore_response_cb), restoring, restoring_free, 0);
  gtk_window_present (GTK_WINDOW (question));
}

static void
open_copy_cb (MouBackupsDialog *dialog, const char *path, MouWindow *self)
{
  mou_application_open_copy (MOU_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), path);
}

static void
show_backups (MouWindow *self, const char *path, gboolean can_restore)
{
  GtkWidget *dialog = mou_backups_dialog_new (GTK_WINDOW (self), path, can_restore, g_settings_get_boolean (self->settings, "thai-digits"));

  g_signal_connect_object (dialog, "open-copy", G_CALLBACK (open_copy_cb), self, 0);
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
mou_window_show_backups (MouWindow *self)
{
  if (mou_document_view_commit_editing (self->view))
    show_backups (self, mou_document_get_path (self->document), TRUE);
}

void
mou_window_show_backups_of (MouWindow *self, const char *path)
{
  show_backups (self, path, FALSE);
}
