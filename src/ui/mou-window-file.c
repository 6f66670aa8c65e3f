/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-file: how a register comes into a window and leaves it: open, recover, save, close. */

#include "mou-window-private.h"
#include "mou-file-dialog.h"
#include "mou-fiscal-year.h"
#include "mou-recents.h"

#include <glib/gi18n.h>

static void
remember_recent (MouWindow *self)
{
  const char *path = mou_document_get_path (self->document);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file != NULL)
    mou_recents_add (self->recents, file);
}

/* Both may go on: whoever saves second is asked. But it is better to know of each other. */
static void
tell_about_others (MouWindow *self)
{
  g_autofree char *holder = NULL;
  g_autofree char *message = NULL;

  if (!mou_document_find_other_holder (self->document, &holder))
    return;

  message = g_strdup_printf (
      _ ("It is open in another program: %s. Both can be worked on; whoever saves second will be asked what to do about the "
         "changes of the other."),
      holder);
  mou_window_alert (self, _ ("Somebody has this file open"), message);
}

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
opened_cb (MouWindow *self, MouDocument *document, const GError *error, MouOpening *opening)
{
  g_clear_object (&self->opening);
  mou_window_set_document (self, document);
  gtk_window_present (GTK_WINDOW (self));
  if (mou_opening_get_salvage_report (opening) != NULL)
    mou_window_tell_salvaged (self, mou_opening_get_salvage_report (opening));
  if (document != NULL)
    {
      remember_recent (self);
      tell_about_others (self);
    }
  else if (g_error_matches (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_DAMAGED) && !mou_opening_is_salvage (opening))
    mou_window_offer_salvage (self, opening, error->message);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mou_window_alert (self, _ ("The file cannot be opened"), error->message);
}

void
mou_window_open (MouWindow *self, MouOpening *opening)
{
  g_return_if_fail (MOU_IS_WINDOW (self));

  self->opening = g_object_ref (opening);
  g_signal_connect_object (opening, "done", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_status_page_set_description (self->loading, mou_opening_get_name (opening));
  gtk_stack_set_visible_child_name (self->content, "loading");
  mou_window_actions_update (self);
}

void
mou_window_new_register (MouWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (MouDocument) document = mou_document_new (NULL, NULL, &error);

  g_return_if_fail (MOU_IS_WINDOW (self));

  if (document == NULL
      || !mou_document_new_agreement (document, _ ("State enterprise"), _ ("SE"), g_date_time_get_year (now) + MOU_BUDDHIST_ERA_OFFSET,
                                      NULL, &error))
    mou_window_alert (self, _ ("A new register cannot be made"), error->message);
  else
    mou_window_set_document (self, document);
}

static void
overwrite_response_cb (AdwMessageDialog *dialog, const char *response, MouWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "merge"))
    mou_window_merge_target (self);
  else if (g_str_equal (response, "save-as"))
    mou_window_save_as (self);
  else if (g_str_equal (response, "replace") && !mou_document_save (self->document, TRUE, &error))
    mou_window_alert (self, _ ("The register was not saved"), error->message);
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

void
mou_window_save (MouWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!mou_document_view_commit_editing (self->view))
    return;

  if (mou_document_get_path (self->document) == NULL)
    mou_window_save_as (self);
  else if (mou_document_save (self->document, FALSE, &error))
    tell_saved (self);
  else if (g_error_matches (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_CHANGED))
    ask_about_changed_target (self, error->message);
  else
    mou_window_alert (self, _ ("The register was not saved"), error->message);
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
save_file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (MouWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->document == NULL)
    return;

  if (mou_document_save_as (self->document, path, &error))
    {
      remember_recent (self);
      tell_saved (self);
      if (self->closing)
        close_soon (self);
    }
  else
    {
      self->closing = FALSE;
      mou_window_alert (self, _ ("The register was not saved"), error->message);
    }
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
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "cancel"))
    return;

  self->closing = TRUE;
  if (g_str_equal (response, "discard"))
    close_soon (self);
  else if (mou_document_get_path (self->document) == NULL)
    mou_window_save_as (self);
  else if (mou_document_save (self->document, FALSE, &error))
    close_soon (self);
  else
    {
      self->closing = FALSE;
      if (g_error_matches (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_CHANGED))
        ask_about_changed_target (self, error->message);
      else
        mou_window_alert (self, _ ("The register was not saved"), error->message);
    }
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

  if (self->document == NULL || self->closing)
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
