/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-recovery: see the header. */

#include "mou-recovery.h"
#include "mou-document.h"
#include "mou-moment.h"

#include <glib/gi18n.h>

char *
mou_recovery_dup_name (const char *target)
{
  return target != NULL ? g_path_get_basename (target) : g_strdup (_ ("a register that was never saved"));
}

/* "mwa.mou: 3 unsaved changes, last of them 21/11/26 10:15", a line each. */
static char *
describe (GPtrArray *copies)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < copies->len; i++)
    {
      const MouRecoverable *copy = copies->pdata[i];
      g_autofree char *name = mou_recovery_dup_name (copy->target);
      g_autofree char *when = mou_moment_dup_text (copy->modified);

      g_string_append_printf (text, ngettext ("%s: %u unsaved change, %s", "%s: %u unsaved changes, %s", copy->unsaved), name,
                              copy->unsaved, when);
      if (i + 1 < copies->len)
        g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, MouApplication *application)
{
  g_autoptr (GPtrArray) copies = mou_document_list_recoverable (NULL);

  for (guint i = 0; i < copies->len; i++)
    {
      const MouRecoverable *copy = copies->pdata[i];

      if (g_str_equal (response, "recover"))
        mou_application_recover (application, copy->folder);
      else if (g_str_equal (response, "discard"))
        mou_document_discard_recoverable (copy->folder, NULL);
    }
}

void
mou_recovery_offer (MouApplication *application, GtkWindow *parent)
{
  g_autoptr (GPtrArray) copies = mou_document_list_recoverable (NULL);
  g_autofree char *description = NULL;
  GtkWidget *dialog = NULL;

  if (copies->len == 0)
    return;

  description = describe (copies);
  dialog = adw_message_dialog_new (parent, _ ("Recover unsaved work?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s", description);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _ ("_Later"), "discard", _ ("_Discard"), "recover",
                                    _ ("_Recover"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "recover", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "recover");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), application, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
