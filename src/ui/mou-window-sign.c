/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-sign: the commands that sign an agreement, open it again, and move a level of a signed one: each asks for what goes on
 * record, and leaves the rest to its verb. */

#include "mou-act-dialog.h"
#include "mou-decimal.h"
#include "mou-document-sign.h"
#include "mou-signing.h"
#include "mou-window-private.h"

#include <glib/gi18n.h>

#define N_ERRORS_TOLD 3

/* What the dialog was asked about may have gone meanwhile; then the verb says so. */
static gboolean
is_confirmed (MouWindow *self, const char *response)
{
  return self->document != NULL && g_str_equal (response, "confirm");
}

static void
present (MouWindow *self, MouActDialog *dialog, GCallback response_cb)
{
  g_signal_connect_object (dialog, "response", response_cb, self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Signing */

enum
{
  SIGN_DATE,
  SIGN_BY
};

static void
sign_response_cb (MouActDialog *dialog, const char *response, MouWindow *self)
{
  g_autofree char *date = mou_act_dialog_dup_day (dialog, SIGN_DATE);
  g_autoptr (GError) error = NULL;

  if (is_confirmed (self, response)
      && !mou_document_sign (self->document, mou_act_dialog_get_row (dialog), date, mou_act_dialog_get_text (dialog, SIGN_BY), TRUE,
                             &error))
    mou_window_alert (self, _ ("The agreement was not signed"), error->message);
}

/* What is to be said before somebody signs: that it locks, and what is wrong with what they sign. */
static char *
dup_sign_body (GPtrArray *errors)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < MIN (errors->len, N_ERRORS_TOLD); i++)
    g_string_append_printf (body, "• %s\n", ((const MouFinding *) g_ptr_array_index (errors, i))->message);
  if (errors->len > N_ERRORS_TOLD)
    g_string_append_printf (body, ngettext ("… and %u more error\n", "… and %u more errors\n", errors->len - N_ERRORS_TOLD),
                            errors->len - N_ERRORS_TOLD);
  g_string_append (body, errors->len > 0 ? "\n" : "");
  g_string_append (body, _ ("Indicators, weights, levels, terms and parties are then locked. Results and projects go on."));

  return g_string_free (g_steal_pointer (&body), FALSE);
}

void
mou_window_sign (MouWindow *self)
{
  const gint64 agreement = mou_document_get_agreement_id (self->document);
  g_autofree char *name = mou_signing_dup_name (mou_document_get_register (self->document), agreement);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  g_autoptr (GPtrArray) errors = NULL;
  MouActDialog *dialog = NULL;

  if (!mou_document_view_commit_editing (self->view))
    return;

  errors = mou_document_list_sign_errors (self->document, agreement);
  heading = errors->len > 0
                ? g_strdup_printf (ngettext ("%s has %u error. Sign it?", "%s has %u errors. Sign it?", errors->len), name, errors->len)
                : g_strdup_printf (_ ("Sign %s?"), name);
  body = dup_sign_body (errors);
  dialog = mou_act_dialog_new (GTK_WINDOW (self), heading, body, errors->len > 0 ? _ ("_Sign Anyway") : _ ("_Sign"), agreement);
  if (errors->len > 0)
    adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "confirm", ADW_RESPONSE_DESTRUCTIVE);
  mou_act_dialog_add_day (dialog, _ ("Date of the signatures (YYYY-MM-DD)"));
  mou_act_dialog_add_entry (dialog, _ ("Signed by"), NULL, NULL);
  present (self, dialog, G_CALLBACK (sign_response_cb));
}

/* Reopening */

enum
{
  REOPEN_REASON,
  REOPEN_BY
};

static void
reopen_response_cb (MouActDialog *dialog, const char *response, MouWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (is_confirmed (self, response)
      && !mou_document_reopen (self->document, mou_act_dialog_get_row (dialog), mou_act_dialog_get_text (dialog, REOPEN_REASON),
                               mou_act_dialog_get_text (dialog, REOPEN_BY), &error))
    mou_window_alert (self, _ ("The agreement was not reopened"), error->message);
}

void
mou_window_reopen (MouWindow *self)
{
  const gint64 agreement = mou_document_get_agreement_id (self->document);
  g_autofree char *name = mou_signing_dup_name (mou_document_get_register (self->document), agreement);
  g_autofree char *heading = g_strdup_printf (_ ("Reopen %s?"), name);
  MouActDialog *dialog = mou_act_dialog_new (
      GTK_WINDOW (self), heading,
      _ ("It becomes a draft again and has to be signed anew. The signature, this reopening and its reason stay on record."), _ ("_Reopen"),
      agreement);

  mou_act_dialog_add_entry (dialog, _ ("Reason"), NULL, mou_act_is_said);
  mou_act_dialog_add_entry (dialog, _ ("Approved by"), NULL, NULL);
  present (self, dialog, G_CALLBACK (reopen_response_cb));
}

/* Re-basing */

enum
{
  REBASE_TO,
  REBASE_REASON,
  REBASE_BY,
  REBASE_DATE
};

static void
rebase_response_cb (MouActDialog *dialog, const char *response, MouWindow *self)
{
  g_autofree char *date = mou_act_dialog_dup_day (dialog, REBASE_DATE);
  g_autoptr (GError) error = NULL;

  if (is_confirmed (self, response)
      && !mou_document_rebase (self->document, mou_act_dialog_get_row (dialog), mou_act_dialog_get_text (dialog, REBASE_TO),
                               mou_act_dialog_get_text (dialog, REBASE_REASON), mou_act_dialog_get_text (dialog, REBASE_BY), date, &error))
    mou_window_alert (self, _ ("Level 3 was not moved"), error->message);
}

/* With its thousands parted, as everywhere in the table. */
static char *
dup_number (const char *text)
{
  MouDecimal value;

  return mou_decimal_parse (text, &value, NULL) ? mou_decimal_format (value, -1) : g_strdup (text);
}

void
mou_window_rebase (MouWindow *self, gint64 indicator)
{
  const MouRow *row = mou_register_lookup (mou_document_get_register (self->document), indicator);
  const char *code = mou_row_get (row, MOU_INDICATOR_CODE);
  g_autofree char *from = mou_document_dup_rebase_start (self->document, indicator);
  g_autofree char *heading = g_strdup_printf (_ ("Re-base %s?"), code);
  g_autofree char *body = NULL;
  g_autofree char *now = NULL;
  MouActDialog *dialog = NULL;

  if (from == NULL)
    {
      body = g_strdup_printf (_ ("%s has no number at level 3 that could be moved."), code);
      mou_window_toast (self, body);
      return;
    }
  if (!mou_document_view_commit_editing (self->view))
    return;

  now = dup_number (from);
  body = g_strdup_printf (_ ("Level 3 is %s now. The other levels move by as much; the signed ones stay on record."), now);
  dialog = mou_act_dialog_new (GTK_WINDOW (self), heading, body, _ ("_Re-base"), indicator);
  mou_act_dialog_add_entry (dialog, _ ("New level 3"), NULL, mou_act_is_number);
  mou_act_dialog_add_entry (dialog, _ ("Reason"), NULL, mou_act_is_said);
  mou_act_dialog_add_entry (dialog, _ ("Approved by"), NULL, NULL);
  mou_act_dialog_add_day (dialog, _ ("Date of the approval (YYYY-MM-DD)"));
  present (self, dialog, G_CALLBACK (rebase_response_cb));
}
