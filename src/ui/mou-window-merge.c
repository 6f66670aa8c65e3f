/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-merge: brings another copy into a window's document: one that is chosen, or what somebody else wrote to its own file
 * while it was open here. The other one is read in a thread, and given up when the merge has been decided. */

#include "mou-window-private.h"
#include "mou-document-merge.h"
#include "mou-file-dialog.h"
#include "mou-merge-window.h"

#include <glib/gi18n.h>

typedef struct
{
  MouWindow *window;
  MouDocument *document; /* that it is brought into */
  MouDocument *other;    /* NULL until it is read */
  char *name;
  gboolean is_target; /* the other one is the document's own file */
} Request;

static void
request_free (Request *request)
{
  if (request->other != NULL)
    mou_document_close (request->other);
  g_clear_object (&request->other);
  g_clear_object (&request->document);
  g_clear_object (&request->window);
  g_free (request->name);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
request_unref_closure (gpointer data, GClosure *closure)
{
  request_free (data);
}

static void
tell_merged (MouWindow *self, const char *name)
{
  g_autofree char *text = g_strdup_printf (_ ("Merged from %s"), name);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The file has been seen, so it can be saved over, unless somebody writes it once more. */
static void
save_over_target (const Request *request)
{
  g_autoptr (GError) error = NULL;

  if (mou_document_note_merged (request->document, request->other, &error))
    mou_window_save (request->window);
  else
    mou_window_alert (request->window, _ ("The register was not saved"), error->message);
}

static void
merged_cb (MouMergeWindow *window, Request *request)
{
  tell_merged (request->window, request->name);
  if (request->is_target)
    save_over_target (request);
}

static void
propose (Request *request_taken)
{
  g_autoptr (Request) request = request_taken;
  g_autoptr (GError) error = NULL;
  g_autoptr (MouMergeProposal) proposal = mou_merge_proposal_new (request->document, request->other, NULL, request->name, &error);
  MouWindow *self = request->window;
  GtkWindow *window = NULL;

  if (proposal == NULL)
    {
      mou_window_alert (self, _ ("The other copy cannot be merged"), error->message);
      return;
    }
  if (mou_merge_proposal_get_n_changes (proposal) == 0 && mou_merge_proposal_get_n_open (proposal) == 0)
    {
      mou_window_toast (self, _ ("Nothing to merge: the register has it all already"));
      if (request->is_target)
        save_over_target (request);
      return;
    }

  window = mou_merge_window_new (GTK_WINDOW (self), proposal);
  g_signal_connect_data (window, "merged", G_CALLBACK (merged_cb), g_steal_pointer (&request), request_unref_closure, 0);
  gtk_window_present (window);
}

static void
unreadable_response_cb (AdwMessageDialog *dialog, const char *response, MouWindow *self)
{
  if (g_str_equal (response, "save-as") && self->document != NULL)
    mou_window_save_as (self);
}

/* What stands where the register was saved cannot be read: the work goes elsewhere. */
static void
tell_unreadable_target (MouWindow *self, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("The file on disk cannot be read"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), _ ("%s\n\nYour work can be saved under another name."), message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save-as", _ ("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save-as", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (unreadable_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_cb (MouOpening *opening, MouDocument *other, const GError *error, Request *request_taken)
{
  g_autoptr (Request) request = request_taken;

  g_signal_handlers_disconnect_by_func (opening, read_cb, request_taken);
  g_object_unref (opening);
  g_set_object (&request->other, other);
  if (request->window->document != request->document)
    return;

  if (other != NULL)
    propose (g_steal_pointer (&request));
  else if (request->is_target)
    tell_unreadable_target (request->window, error->message);
  else
    mou_window_alert (request->window, _ ("The other copy cannot be read"), error->message);
}

static void
read_other (MouWindow *self, GFile *file, gboolean is_target)
{
  Request *request = g_new0 (Request, 1);
  g_autofree char *base = g_file_get_basename (file);

  request->window = g_object_ref (self);
  request->document = g_object_ref (self->document);
  request->name = g_filename_display_name (base);
  request->is_target = is_target;
  g_signal_connect (mou_opening_new_for_file (file), "done", G_CALLBACK (read_cb), request);
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (MouWindow) self = data;

  if (file != NULL && self->document != NULL)
    read_other (self, file, FALSE);
}

void
mou_window_merge (MouWindow *self)
{
  if (mou_document_view_commit_editing (self->view))
    mou_file_dialog_open (GTK_WINDOW (self), _ ("Merge with another copy"), MOU_FILE_OPENABLE, file_chosen_cb, g_object_ref (self));
}

void
mou_window_merge_target (MouWindow *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (mou_document_get_path (self->document));

  read_other (self, file, TRUE);
}
