/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that cannot simply be opened: one of a newer version is shown and not changed, a damaged one is salvaged. */

#include "mou-backups-dialog.h"
#include "mou-document-edits.h"
#include "mou-salvage-dialog.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define PAGE_SIZE 4096
/* The last byte of the schema version in the header of the file. */
#define OFFSET_VERSION 63

static void
change_file (const char *path, void (*change) (char *data))
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  change (data);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

/* A register with an agreement, its bytes changed by `change`. */
static char *
make_file (const char *name, void (*change) (char *data))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouDocument) document = mou_document_new (NULL, "tester", &error);
  char *path = g_build_filename (g_getenv ("XDG_STATE_HOME"), name, NULL);

  mou_document_new_agreement (document, "การประปานครหลวง", "กปน.", 2567, NULL, &error);
  g_assert_no_error (error);
  mou_document_add_indicator (document, 0, FALSE, NULL, &error);
  mou_document_save_as (document, path, &error);
  g_assert_no_error (error);
  mou_document_close (document);
  change_file (path, change);

  return path;
}

static void
keep (char *data)
{
  (void) data;
}

static void
make_newer (char *data)
{
  data[OFFSET_VERSION] = 99;
}

static void
wipe_first_page (char *data)
{
  memset (data, 0, PAGE_SIZE);
}

static void
open_file (WindowFixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  mou_application_open_file (MOU_APPLICATION (gtk_window_get_application (fixture->window)), file);
}

static gboolean
has_document (WindowFixture *fixture)
{
  return window_fixture_get_document (fixture) != NULL;
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (link->data, type))
      return link->data;

  return NULL;
}

static gboolean
is_asked (WindowFixture *fixture)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
is_told (WindowFixture *fixture)
{
  return find_window (MOU_TYPE_SALVAGE_DIALOG) != NULL;
}

static gboolean
shows_reason (WindowFixture *fixture)
{
  return window_fixture_shows (fixture, "“newer.mou” was written by a newer version");
}

static void
test_newer (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_file ("newer.mou", make_newer);
  gint64 n_entries;

  open_file (fixture, path);
  window_fixture_wait (fixture, has_document);
  window_fixture_wait (fixture, shows_reason);
  n_entries = mou_document_get_n_entries (window_fixture_get_document (fixture));

  window_fixture_send (fixture, "search --onlyvisible --name '2567' windowfocus --sync");
  window_fixture_send (fixture, "key ctrl+z");
  window_fixture_send (fixture, "key Right Right Right");
  window_fixture_send (fixture, "type 12");
  window_fixture_send (fixture, "key Return");
  window_fixture_send (fixture, "key Escape");
  window_fixture_send (fixture, "key ctrl+s");
  g_assert_cmpint (mou_document_get_n_entries (window_fixture_get_document (fixture)), ==, n_entries);
  g_assert_false (mou_document_get_modified (window_fixture_get_document (fixture)));
}

static void
test_damaged (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_file ("damaged.mou", wipe_first_page);

  open_file (fixture, path);
  window_fixture_wait (fixture, is_asked);
  g_assert_false (has_document (fixture));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_window (ADW_TYPE_MESSAGE_DIALOG)), "salvage");
  window_fixture_wait (fixture, is_told);

  g_assert_true (has_document (fixture));
  g_assert_null (mou_document_get_path (window_fixture_get_document (fixture)));
  g_assert_true (mou_document_get_modified (window_fixture_get_document (fixture)));
  gtk_window_close (GTK_WINDOW (find_window (MOU_TYPE_SALVAGE_DIALOG)));
}

static gboolean
shows_backups (WindowFixture *fixture)
{
  (void) fixture;
  return find_window (MOU_TYPE_BACKUPS_DIALOG) != NULL;
}

/* What was kept of a file when it was saved over is offered beside the salvage; see test_damaged for a file without. */
static void
test_damaged_with_backups (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_file ("saved-over.mou", keep);
  g_autoptr (MouDocument) document = mou_document_open (path, NULL, "tester", NULL, NULL);
  g_autoptr (GError) error = NULL;

  mou_document_add_indicator (document, 0, FALSE, NULL, &error);
  mou_document_save (document, FALSE, &error);
  g_assert_no_error (error);
  mou_document_close (document);
  change_file (path, wipe_first_page);

  open_file (fixture, path);
  window_fixture_wait (fixture, is_asked);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_window (ADW_TYPE_MESSAGE_DIALOG)), "backups");
  window_fixture_wait (fixture, shows_backups);
  gtk_window_close (GTK_WINDOW (find_window (MOU_TYPE_BACKUPS_DIALOG)));
}

#define ADD(path, test) g_test_add (path, WindowFixture, NULL, window_fixture_set_up_empty, test, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!window_fixture_prepare ())
    {
      g_print ("1..0 # SKIP xdotool is not installed\n");
      return 0;
    }

  ADD ("/window-files/newer", test_newer);
  ADD ("/window-files/damaged", test_damaged);
  ADD ("/window-files/damaged-with-backups", test_damaged_with_backups);

  return g_test_run ();
}
