/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says of the seal of a signed agreement, and of a code that somebody brings. */

#include "window-fixture.h"

#include "mou-document-edits.h"
#include "mou-document-sign.h"
#include "mou-seal.h"

static gboolean
shows_intact (WindowFixture *fixture)
{
  return window_fixture_shows (fixture, "seal intact ✓");
}

static gboolean
shows_broken (WindowFixture *fixture)
{
  return window_fixture_shows (fixture, "seal broken ✗ since entry ");
}

static gboolean
shows_no_seal (WindowFixture *fixture)
{
  return !shows_intact (fixture) && !shows_broken (fixture);
}

static void
set_status_in_memory (MouDocument *document, const char *status)
{
  MouRegister *rows = mou_document_get_register (document);
  MouRow *row = mou_register_lookup (rows, mou_document_get_agreement_id (document));
  g_autoptr (MouRow) other = mou_row_with_value (row, MOU_AGREEMENT_STATUS, status);
  g_autoptr (MouChange) change = mou_change_new (row, other);

  mou_register_apply (rows, change);
}

/* As a program would that does not know the lock. */
static void
edit_past_the_lock (MouDocument *document)
{
  const gint64 agreement = mou_document_get_agreement_id (document);

  set_status_in_memory (document, "draft");
  g_assert_true (mou_document_set_field (document, agreement, MOU_AGREEMENT_TITLE, "Another", NULL));
  set_status_in_memory (document, "signed");
}

static void
test_state (WindowFixture *fixture, gconstpointer data)
{
  MouDocument *document = window_fixture_get_document (fixture);
  const gint64 agreement = mou_document_get_agreement_id (document);
  g_autofree char *seal = mou_seal_dup_agreement (mou_document_get_register (document), agreement);

  window_fixture_send (fixture, "key ctrl+4");
  g_assert_true (shows_no_seal (fixture));
  g_assert_true (mou_document_sign (document, agreement, "2023-09-28", NULL, TRUE, NULL));
  window_fixture_wait (fixture, shows_intact);
  window_fixture_assert_shows (fixture, "Signed on 28 September 2023");
  window_fixture_assert_shows (fixture, seal);

  edit_past_the_lock (document);
  window_fixture_wait (fixture, shows_broken);
  window_fixture_assert_shows (fixture, "the seal of 28 September 2023 is broken ✗ since entry ");
  window_fixture_assert_shows (fixture, "Show History");
  window_fixture_assert_shows (fixture, seal);
}

/* The dialog over the window; NULL when there is none. */
static GtkWindow *
find_dialog (WindowFixture *fixture)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (window) == fixture->window)
        return window;
    }

  return NULL;
}

static gboolean
has_dialog (WindowFixture *fixture)
{
  GtkWindow *dialog = find_dialog (fixture);

  return dialog != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog));
}

static gboolean
has_answer (WindowFixture *fixture)
{
  return has_dialog (fixture) && adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (find_dialog (fixture))) == NULL;
}

static gboolean
has_no_dialog (WindowFixture *fixture)
{
  return find_dialog (fixture) == NULL;
}

/* Types `code` into the dialog and expects the heading of the answer. */
static void
assert_answer (WindowFixture *fixture, const char *code, const char *heading)
{
  AdwMessageDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.verify", NULL);
  window_fixture_wait (fixture, has_dialog);
  dialog = ADW_MESSAGE_DIALOG (find_dialog (fixture));
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "verify"));
  gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)), code);
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "verify"));
  adw_message_dialog_response (dialog, "verify");
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_fixture_wait (fixture, has_answer);
  dialog = ADW_MESSAGE_DIALOG (find_dialog (fixture));
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, heading);
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_fixture_wait (fixture, has_no_dialog);
}

static void
test_verify (WindowFixture *fixture, gconstpointer data)
{
  MouDocument *document = window_fixture_get_document (fixture);
  g_autofree char *seal = mou_seal_dup_agreement (mou_document_get_register (document), mou_document_get_agreement_id (document));
  g_autofree char *typed = g_ascii_strdown (seal, -1);

  assert_answer (fixture, typed, "✓ It is as the register says");
  assert_answer (fixture, "00000-00000-00000-00000", "✗ It is not as the register says");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!window_fixture_prepare ())
    {
      g_print ("1..0 # SKIP xdotool is not installed\n");
      return 0;
    }

  g_test_add ("/seal/state", WindowFixture, NULL, window_fixture_set_up_sample, test_state, window_fixture_tear_down);
  g_test_add ("/seal/verify", WindowFixture, NULL, window_fixture_set_up_sample, test_verify, window_fixture_tear_down);

  return g_test_run ();
}
