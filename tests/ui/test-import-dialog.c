/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Importing a table into the window: what it changes is shown first, and happens only when that is wanted. */

#include "mou-import-dialog.h"
#include "mou-window.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

static char *folder;

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static gboolean
has_dialog (WindowFixture *fixture)
{
  return find_dialog () != NULL;
}

static gboolean
has_no_dialog (WindowFixture *fixture)
{
  return find_dialog () == NULL;
}

/* Returns the dialog that it brings. */
static AdwMessageDialog *
import_table (WindowFixture *fixture, const char *table)
{
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  mou_window_import_file (MOU_WINDOW (fixture->window), file);
  window_fixture_wait (fixture, has_dialog);
  g_unlink (path);

  return ADW_MESSAGE_DIALOG (find_dialog ());
}

static void
answer (WindowFixture *fixture, AdwMessageDialog *dialog, const char *response)
{
  adw_message_dialog_response (dialog, response);
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_wait (fixture, has_no_dialog);
}

static gint64
get_weight (WindowFixture *fixture)
{
  const MouAgreement *agreement = mou_document_get_agreement (window_fixture_get_document (fixture));

  return mou_agreement_get_node (agreement, (guint) mou_agreement_find_code (agreement, "1.1"))->indicator->weight.coefficient;
}

static void
test_shown_then_imported (WindowFixture *fixture, gconstpointer data)
{
  AdwMessageDialog *dialog = import_table (fixture, "code,weight\n1.1,12\n");

  g_assert_true (MOU_IS_IMPORT_DIALOG (dialog));
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==, "0 added, 1 changed, 0 removed");
  g_assert_cmpint (get_weight (fixture), ==, 10);
  answer (fixture, dialog, "import");
  g_assert_cmpint (get_weight (fixture), ==, 12);

  window_fixture_send (fixture, "key ctrl+z");
  g_assert_cmpint (get_weight (fixture), ==, 10);
}

static void
test_cancelled (WindowFixture *fixture, gconstpointer data)
{
  AdwMessageDialog *dialog = import_table (fixture, "code;weight\n1.1;12\n");

  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "separated by ;"));
  answer (fixture, dialog, "cancel");
  g_assert_cmpint (get_weight (fixture), ==, 10);
}

static void
test_refused (WindowFixture *fixture, gconstpointer data)
{
  AdwMessageDialog *dialog = import_table (fixture, "code,weight\n1.1,many\n");

  g_assert_false (MOU_IS_IMPORT_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "line 2, column 2"));
  answer (fixture, dialog, "close");
  g_assert_cmpint (get_weight (fixture), ==, 10);
}

#define ADD(path, test) g_test_add (path, WindowFixture, NULL, window_fixture_set_up_sample, test, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!window_fixture_prepare ())
    {
      g_print ("1..0 # SKIP xdotool is not installed\n");
      return 0;
    }
  folder = g_dir_make_tmp ("mou-import-XXXXXX", NULL);
  ADD ("/import-dialog/shown-then-imported", test_shown_then_imported);
  ADD ("/import-dialog/cancelled", test_cancelled);
  ADD ("/import-dialog/refused", test_refused);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);

  return status;
}
