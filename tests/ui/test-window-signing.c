/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing in the window: the dialogs, what a signed agreement shows, and what it does when somebody types into it. */

#include "mou-act-dialog.h"
#include "mou-document-edits.h"
#include "mou-document-sign.h"
#include "mou-signing.h"
#include "window-fixture.h"

static gboolean
is_locked (WindowFixture *fixture)
{
  MouDocument *document = window_fixture_get_document (fixture);

  return mou_signing_is_locked (mou_document_get_register (document), mou_document_get_agreement_id (document));
}

static gboolean
is_open (WindowFixture *fixture)
{
  return !is_locked (fixture);
}

/* NULL when none is shown. */
static MouActDialog *
find_dialog (WindowFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (MOU_IS_ACT_DIALOG (window) && gtk_widget_get_mapped (window))
        return MOU_ACT_DIALOG (window);
    }

  return NULL;
}

static gboolean
has_dialog (WindowFixture *fixture)
{
  return find_dialog (fixture) != NULL;
}

static gboolean
has_no_dialog (WindowFixture *fixture)
{
  return find_dialog (fixture) == NULL;
}

/* Puts the texts into the entries below `widget`, from the one numbered `i` on; the number of the next. */
static guint
fill (GtkWidget *widget, const char *const *texts, guint i)
{
  if (ADW_IS_ENTRY_ROW (widget))
    {
      if (texts[i] != NULL)
        gtk_editable_set_text (GTK_EDITABLE (widget), texts[i++]);
      return i;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    i = fill (child, texts, i);

  return i;
}

/* `action` opens a dialog, whose first entries are filled in; it is confirmed when it can be, else given up. Whether it could. */
static gboolean
answer (WindowFixture *fixture, const char *action, const char *const *texts)
{
  AdwMessageDialog *dialog = NULL;
  gboolean enabled;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  window_fixture_wait (fixture, has_dialog);
  dialog = ADW_MESSAGE_DIALOG (find_dialog (fixture));
  fill (GTK_WIDGET (dialog), texts, 0);
  enabled = adw_message_dialog_get_response_enabled (dialog, "confirm");
  adw_message_dialog_response (dialog, enabled ? "confirm" : "cancel");
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_wait (fixture, has_no_dialog);

  return enabled;
}

static void
sign (WindowFixture *fixture)
{
  static const char *const texts[] = { "28/9/2566", NULL };

  g_assert_true (answer (fixture, "win.sign", texts));
  window_fixture_wait (fixture, is_locked);
  window_fixture_send (fixture, "search --onlyvisible --name '2567' windowfocus --sync");
}

static char *
dup_weight (WindowFixture *fixture)
{
  const MouAgreement *agreement = mou_document_get_agreement (window_fixture_get_document (fixture));

  return mou_decimal_to_text (mou_agreement_get_node (agreement, (guint) mou_agreement_find_code (agreement, "1.1"))->indicator->weight);
}

/* The toast comes when the one before it has gone. */
static gboolean
says_not_undone (WindowFixture *fixture)
{
  return window_fixture_shows (fixture, "The signature of กปน. 2567 is not undone");
}

static gboolean
says_locked (WindowFixture *fixture)
{
  return window_fixture_shows (fixture, "กปน. 2567 is signed; 1.1 can be changed only");
}

static void
test_locked (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *weight = NULL;

  sign (fixture);
  window_fixture_assert_shows (fixture, "Signed on 28 September 2023");

  /* Into the weight of 1.1. */
  window_fixture_send (fixture, "key ctrl+1");
  window_fixture_send (fixture, "key ctrl+Home Down Right Right Right");
  window_fixture_send (fixture, "type 12");
  window_fixture_wait (fixture, says_locked);
  window_fixture_send (fixture, "key Delete");
  window_fixture_send (fixture, "key ctrl+z");
  window_fixture_wait (fixture, says_not_undone);
  weight = dup_weight (fixture);
  g_assert_cmpstr (weight, ==, "10");
  g_assert_true (is_locked (fixture));

  window_fixture_send (fixture, "key ctrl+4");
  window_fixture_assert_shows (fixture, "Seal");
}

/* A reason is asked for: without one the dialog cannot be confirmed. */
static void
test_reopened (WindowFixture *fixture, gconstpointer data)
{
  static const char *const none[] = { " ", NULL };
  static const char *const texts[] = { "revised", NULL };
  g_autofree char *weight = NULL;

  sign (fixture);
  g_assert_false (answer (fixture, "win.reopen", none));
  g_assert_true (is_locked (fixture));

  g_assert_true (answer (fixture, "win.reopen", texts));
  window_fixture_wait (fixture, is_open);
  window_fixture_send (fixture, "search --onlyvisible --name '2567' windowfocus --sync");
  window_fixture_send (fixture, "key ctrl+4");
  window_fixture_assert_shows (fixture, "Reopened on ");

  window_fixture_send (fixture, "key ctrl+1");
  window_fixture_send (fixture, "key ctrl+Home Down Right Right Right");
  window_fixture_send (fixture, "type 12");
  window_fixture_send (fixture, "key Return");
  weight = dup_weight (fixture);
  g_assert_cmpstr (weight, ==, "12");
}

static void
test_rebased (WindowFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "1180", "Ft", NULL };
  MouDocument *document = window_fixture_get_document (fixture);
  const MouAgreement *agreement = NULL;
  g_autofree char *level = NULL;

  sign (fixture);
  window_fixture_send (fixture, "key ctrl+1");
  window_fixture_send (fixture, "key ctrl+Home Down");
  g_assert_true (answer (fixture, "win.rebase", texts));

  agreement = mou_document_get_agreement (document);
  level = mou_document_dup_rebase_start (
      document, mou_agreement_get_node (agreement, (guint) mou_agreement_find_code (agreement, "1.1"))->indicator->id);
  g_assert_cmpstr (level, ==, "1180");
  window_fixture_assert_shows (fixture, "Signed; re-based on ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!window_fixture_prepare ())
    {
      g_print ("1..0 # SKIP xdotool is not installed\n");
      return 0;
    }

  g_test_add ("/window/signing/locked", WindowFixture, NULL, window_fixture_set_up_sample, test_locked, window_fixture_tear_down);
  g_test_add ("/window/signing/reopened", WindowFixture, NULL, window_fixture_set_up_sample, test_reopened, window_fixture_tear_down);
  g_test_add ("/window/signing/rebased", WindowFixture, NULL, window_fixture_set_up_sample, test_rebased, window_fixture_tear_down);

  return g_test_run ();
}
