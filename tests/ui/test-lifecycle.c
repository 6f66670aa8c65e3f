/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways back, in the window: to the saved file, to a backup, to what a crash left; each is asked about first, and undo takes the
 * first two back. */

#include "mou-backups-dialog.h"
#include "mou-document-edits.h"
#include "mou-recovery-dialog.h"
#include "mou-window-private.h"
#include "window-fixture.h"

static GtkWidget *
find_dialog (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_type_is_a (G_OBJECT_TYPE (link->data), type) && gtk_widget_get_visible (link->data))
      return link->data;

  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
click (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = find_button (dialog, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
answer (const char *response)
{
  GtkWidget *question = find_dialog (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
}

static void
activate (WindowFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static gint64
find_first_indicator (MouDocument *document)
{
  return mou_agreement_get_node (mou_document_get_agreement (document), 1)->indicator->id;
}

static void
assert_weight (MouDocument *document, const char *expected)
{
  const MouRow *row = mou_register_lookup (mou_document_get_register (document), find_first_indicator (document));

  g_assert_cmpstr (mou_row_get (row, MOU_INDICATOR_WEIGHT), ==, expected);
}

static void
set_weight (MouDocument *document, const char *weight)
{
  g_autoptr (GError) error = NULL;

  mou_document_set_field (document, find_first_indicator (document), MOU_INDICATOR_WEIGHT, weight, &error);
  g_assert_no_error (error);
}

/* A file of its own for each test. */
static char *
save_sample (WindowFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (g_get_user_state_dir (), name, NULL);

  mou_document_save_as (window_fixture_get_document (fixture), path, &error);
  g_assert_no_error (error);

  return path;
}

static void
test_revert (WindowFixture *fixture, gconstpointer data)
{
  MouDocument *document = window_fixture_get_document (fixture);
  G_GNUC_UNUSED g_autofree char *path = save_sample (fixture, "revert.mou");

  set_weight (document, "33");
  activate (fixture, "win.revert");
  answer ("cancel");
  assert_weight (document, "33");
  activate (fixture, "win.revert");
  answer ("revert");
  assert_weight (document, "10");
  g_assert_false (mou_document_get_modified (document));
  activate (fixture, "win.undo");
  assert_weight (document, "33");
}

/* Somebody opens the file, changes it and saves: what it was is then a backup. */
static void
make_backup (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouDocument) other = mou_document_open (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  set_weight (other, "44");
  mou_document_save (other, FALSE, &error);
  g_assert_no_error (error);
  mou_document_close (other);
}

static void
test_restore (WindowFixture *fixture, gconstpointer data)
{
  MouDocument *document = window_fixture_get_document (fixture);
  g_autofree char *path = save_sample (fixture, "restore.mou");

  activate (fixture, "win.backups");
  g_assert_null (find_button (find_dialog (MOU_TYPE_BACKUPS_DIALOG), "_Restore…"));
  gtk_window_close (GTK_WINDOW (find_dialog (MOU_TYPE_BACKUPS_DIALOG)));

  make_backup (path);
  set_weight (document, "33");
  activate (fixture, "win.backups");
  click (find_dialog (MOU_TYPE_BACKUPS_DIALOG), "_Restore…");
  answer ("restore");
  assert_weight (document, "10");
  activate (fixture, "win.undo");
  assert_weight (document, "33");
}

static gboolean
can_recover (WindowFixture *fixture)
{
  GtkWidget *button = find_button (find_dialog (MOU_TYPE_RECOVERY_DIALOG), "_Recover");

  return button != NULL && gtk_widget_get_sensitive (button);
}

static MouApplication *
get_application (WindowFixture *fixture)
{
  return MOU_APPLICATION (gtk_window_get_application (fixture->window));
}

/* What was never closed is what a crash leaves; the copy goes by its number of changes. */
static void
leave_unsaved (guint n_changes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouDocument) document = mou_document_new (NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_changes; i++)
    {
      mou_document_new_agreement (document, "การประปานครหลวง", "กปน.", 2560 + (int) i, NULL, &error);
      g_assert_no_error (error);
    }
}

static guint
count_recoverable (void)
{
  g_autoptr (GPtrArray) copies = mou_document_list_recoverable (NULL);

  return copies->len;
}

static void
offer (WindowFixture *fixture)
{
  g_autoptr (GPtrArray) copies = mou_document_list_recoverable (NULL);

  gtk_window_present (GTK_WINDOW (mou_recovery_dialog_new (get_application (fixture), fixture->window, copies, FALSE)));
  window_fixture_wait (fixture, can_recover);
}

static gboolean
has_two_agreements (WindowFixture *fixture)
{
  MouDocument *document = window_fixture_get_document (fixture);
  g_autoptr (GArray) agreements = document != NULL ? mou_document_list_agreements (document) : NULL;

  return agreements != NULL && agreements->len == 2;
}

/* Each by itself: one is thrown away after a second question, the other comes back. */
static void
test_recover (WindowFixture *fixture, gconstpointer data)
{
  leave_unsaved (2);
  offer (fixture);
  click (find_dialog (MOU_TYPE_RECOVERY_DIALOG), "_Discard…");
  answer ("cancel");
  g_assert_cmpuint (count_recoverable (), ==, 1);
  click (find_dialog (MOU_TYPE_RECOVERY_DIALOG), "_Recover");
  window_fixture_wait (fixture, has_two_agreements);
  g_assert_null (find_dialog (MOU_TYPE_RECOVERY_DIALOG));
  g_assert_cmpuint (count_recoverable (), ==, 0);
}

static gboolean
dialog_is_gone (WindowFixture *fixture)
{
  return find_dialog (MOU_TYPE_RECOVERY_DIALOG) == NULL;
}

static void
test_discard (WindowFixture *fixture, gconstpointer data)
{
  leave_unsaved (1);
  offer (fixture);
  click (find_dialog (MOU_TYPE_RECOVERY_DIALOG), "_Discard…");
  answer ("discard");
  window_fixture_wait (fixture, dialog_is_gone);
  g_assert_cmpuint (count_recoverable (), ==, 0);
}

#define ADD(path, set_up, test) g_test_add (path, WindowFixture, NULL, set_up, test, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!window_fixture_prepare ())
    {
      g_print ("1..0 # SKIP xdotool is not installed\n");
      return 0;
    }

  ADD ("/lifecycle/revert", window_fixture_set_up_sample, test_revert);
  ADD ("/lifecycle/restore", window_fixture_set_up_sample, test_restore);
  ADD ("/lifecycle/recover", window_fixture_set_up_empty, test_recover);
  ADD ("/lifecycle/discard", window_fixture_set_up_empty, test_discard);

  return g_test_run ();
}
