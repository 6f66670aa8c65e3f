/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-salvage: a register that is damaged is not the end of it: what can be read is offered as a new one, and so
 * is what was kept of it before. */

#include "mou-document-backups.h"
#include "mou-window-private.h"
#include "mou-salvage-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  MouWindow *window;
  MouOpening *failed;
} Offer;

static void
free_offer (gpointer data, GClosure *closure)
{
  Offer *self = data;

  g_object_unref (self->window);
  g_object_unref (self->failed);
  g_free (self);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Offer *self)
{
  GFile *file = mou_opening_get_file (self->failed);
  g_autoptr (MouOpening) opening = NULL;

  if (g_str_equal (response, "backups"))
    mou_window_show_backups_of (self->window, g_file_peek_path (file));
  if (!g_str_equal (response, "salvage") || !mou_window_is_empty (self->window))
    return;

  opening = mou_opening_new_salvage (self->failed);
  mou_window_open (self->window, opening);
}

static gboolean
has_backups (MouOpening *failed)
{
  GFile *file = mou_opening_get_file (failed);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  g_autoptr (GPtrArray) backups = path != NULL ? mou_document_list_backups (path, NULL) : NULL;

  return backups != NULL && backups->len > 0;
}

void
mou_window_offer_salvage (MouWindow *self, MouOpening *failed, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("The file is damaged"), NULL);
  Offer *offer = g_new (Offer, 1);

  *offer = (Offer){ g_object_ref (self), g_object_ref (failed) };
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("%s\n\nWhat can still be read of it can be put into a new register. "
                                     "The damaged file stays as it is."),
                                  message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), NULL);
  if (has_backups (failed))
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "backups", _ ("_Backups…"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "salvage", _ ("_Salvage…"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "salvage", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "salvage");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), offer, free_offer, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
mou_window_tell_salvaged (MouWindow *self, const MouSalvageReport *report)
{
  mou_salvage_dialog_present (GTK_WINDOW (self), report);
}
