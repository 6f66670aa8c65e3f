/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-save: how a register is saved, and what is asked before a window closes.
 *
 * Saving goes on in a thread while the window is worked in. A second save waits for the first; so does closing, which then asks only
 * about what was edited meanwhile. */

#include "mou-window-private.h"
#include "mou-file-dialog.h"

#include <glib/gi18n.h>

/* Most saves are done before anybody could read that they go on. */
#define SHOWN_AFTER_MS 300

static void start_save (MouWindow *self, const char *path, gboolean replace);

/* What the file was before is kept with every first save; when that failed the user must know, but not be kept from saving. */
static void
tell_saved (MouWindow *self)
{
  const char *problem = mou_document_get_backup_problem (self->document);

  if (problem != NULL)
    mou_window_alert (self, _ ("Saved, but without a backup of what the file was before"), problem);
  else
    mou_window_toast (self, _ ("Saved"));
}

static void
close_window (gpointer data)
{
  g_autoptr (MouWindow) self = data;

  gtk_window_close (GTK_WINDOW (self));
}

/* A dialog that is still answering must not lose the window it stands over. */
static void
close_soon (MouWindow *self)
{
  g_idle_add_once (close_window, g_object_ref (self));
}

static void
overwrite_response_cb (AdwMessageDialog *dialog, const char *response, MouWindow *self)
{
  if (g_str_equal (response, "merge"))
    mou_window_merge_target (self);
  else if (g_str_equal (response, "save-as"))
    mou_window_save_as (self);
  else if (g_str_equal (response, "replace"))
    start_save (self, NULL, TRUE);
}

/* Somebody else wrote the file since it was opened: nothing is overwritten without a decision. */
static void
ask_about_changed_target (MouWindow *self, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("The file was changed by somebody else"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s", message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace", _ ("_Replace"), "save-as",
                                    _ ("Save _As…"), "merge", _ ("_Merge…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "merge", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "merge");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (overwrite_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_failure (MouWindow *self, const GError *error)
{
  if (g_error_matches (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_CHANGED))
    ask_about_changed_target (self, error->message);
  else
    mou_window_alert (self, _ ("The register was not saved"), error->message);
}

/* What was edited while it was saved is asked about again before the window goes. */
static void
go_on (MouWindow *self)
{
  const gboolean modified = mou_document_get_modified (self->document);

  if (self->closing)
    {
      self->closing = !modified;
      close_soon (self);
    }
  else if (self->save_again && modified)
    start_save (self, NULL, FALSE);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (MouWindow) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean saved = mou_document_save_finish (MOU_DOCUMENT (object), result, &error);

  g_clear_handle_id (&self->saving_source, g_source_remove);
  if (self->document != MOU_DOCUMENT (object))
    return;

  mou_window_refresh_title (self);
  if (saved)
    {
      mou_window_remember_recent (self);
      tell_saved (self);
      go_on (self);
    }
  else
    {
      self->closing = FALSE;
      tell_failure (self, error);
    }
}

static gboolean
show_saving_cb (gpointer data)
{
  MouWindow *self = data;

  self->saving_source = 0;
  mou_window_refresh_title (self);

  return G_SOURCE_REMOVE;
}

/* `path` NULL: where it was saved last. */
static void
start_save (MouWindow *self, const char *path, gboolean replace)
{
  self->save_again = FALSE;
  g_clear_handle_id (&self->saving_source, g_source_remove);
  self->saving_source = g_timeout_add (SHOWN_AFTER_MS, show_saving_cb, self);
  mou_document_save_async (self->document, path, replace, saved_cb, g_object_ref (self));
}

void
mou_window_save (MouWindow *self)
{
  if (!mou_document_view_commit_editing (self->view))
    return;

  if (mou_document_is_saving (self->document))
    self->save_again = TRUE;
  else if (mou_document_get_path (self->document) == NULL)
    mou_window_save_as (self);
  else
    start_save (self, NULL, FALSE);
}

static void
save_file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (MouWindow) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    self->closing = FALSE;
  else if (self->document != NULL)
    start_save (self, path, TRUE);
}

/* "กปน.-2567.mou" */
static char *
propose_name (MouWindow *self)
{
  const MouAgreement *agreement = mou_document_get_agreement (self->document);

  if (agreement == NULL)
    return g_strdup ("register.mou");

  return g_strdup_printf ("%s-%d.mou", agreement->abbreviation, agreement->fiscal_year);
}

void
mou_window_save_as (MouWindow *self)
{
  const char *path = mou_document_get_path (self->document);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : propose_name (self);

  mou_file_dialog_save (GTK_WINDOW (self), _ ("Save the register"), MOU_FILE_REGISTER, name, save_file_chosen_cb, g_object_ref (self));
}

static void
close_response_cb (AdwMessageDialog *dialog, const char *response, MouWindow *self)
{
  if (g_str_equal (response, "cancel"))
    return;

  self->closing = TRUE;
  if (g_str_equal (response, "discard"))
    close_soon (self);
  else
    mou_window_save (self);
}

static void
ask_about_unsaved_changes (MouWindow *self)
{
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (self), _ ("Save changes?"), _ ("Changes that are not saved will be lost for good."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), "save", _ ("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
mou_window_may_close (MouWindow *self)
{
  g_assert (MOU_IS_WINDOW (self));

  if (self->document == NULL)
    return TRUE;
  if (mou_document_is_saving (self->document))
    {
      self->closing = mou_document_view_commit_editing (self->view);
      return FALSE;
    }
  if (self->closing)
    return TRUE;
  if (!mou_document_view_commit_editing (self->view))
    return FALSE;

  if (mou_document_get_modified (self->document))
    {
      ask_about_unsaved_changes (self);
      return FALSE;
    }

  return TRUE;
}
