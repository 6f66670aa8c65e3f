/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a crash leaves: found, named, brought back whole, or forgotten for good. */

#include "document-fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static GPtrArray *
list (Fixture *f, guint expected)
{
  GPtrArray *found = mou_document_list_recoverable (f->state_dir);

  g_assert_cmpuint (found->len, ==, expected);
  return found;
}

/* Dropped without being closed, as when a window's owner forgets it. */
static void
test_dropped (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *text = NULL;

  fixture_init (&f);
  text = fixture_text (f.document);
  g_clear_object (&f.document);

  found = list (&f, 1);
  g_assert_null (((const MouRecoverable *) g_ptr_array_index (found, 0))->target);
  g_assert_cmpuint (((const MouRecoverable *) g_ptr_array_index (found, 0))->unsaved, ==, 1);
  g_assert_nonnull (((const MouRecoverable *) g_ptr_array_index (found, 0))->modified);

  f.document = mou_document_recover (((const MouRecoverable *) g_ptr_array_index (found, 0))->folder, "ผู้ทดสอบ", &error);
  g_assert_no_error (error);
  fixture_assert_text (f.document, text);
  g_assert_true (mou_document_get_modified (f.document));
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, "Import sample");
  none = list (&f, 0);
}

/* Nothing unsaved, nothing to recover. */
static void
test_saved (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *path = NULL;

  fixture_init (&f);
  path = g_build_filename (f.state_dir, "mwa.mou", NULL);
  g_assert_true (mou_document_save_as (f.document, path, NULL));
  g_clear_object (&f.document);
  none = list (&f, 0);
}

static void
test_closed (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GPtrArray) none = NULL;

  fixture_init (&f);
  mou_document_close (f.document);
  none = list (&f, 0);
}

static void
test_discarded (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) none = NULL;

  fixture_init (&f);
  g_clear_object (&f.document);
  found = list (&f, 1);
  g_assert_true (mou_document_discard_recoverable (((const MouRecoverable *) g_ptr_array_index (found, 0))->folder, &error));
  g_assert_no_error (error);
  none = list (&f, 0);
  g_assert_null (mou_document_recover (((const MouRecoverable *) g_ptr_array_index (found, 0))->folder, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == MOU_DOCUMENT_ERROR);
}

/* Another process opens the file, changes a weight, and is killed. */
static G_GNUC_NORETURN void
edit_and_die (const char *path, const char *state_dir, gint64 row)
{
  MouDocument *document = mou_document_open (path, state_dir, "อีกคน", NULL, NULL);

  if (document != NULL && mou_document_set_field (document, row, MOU_INDICATOR_WEIGHT, "12.5", NULL))
    kill (getpid (), SIGKILL);
  _exit (1);
}

static void
test_killed (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (MouDocument) back = NULL;
  g_autofree char *path = NULL;
  const MouRecoverable *lost;
  int status;
  pid_t child;

  fixture_init (&f);
  path = g_build_filename (f.state_dir, "mwa.mou", NULL);
  g_assert_true (mou_document_save_as (f.document, path, NULL));

  child = fork ();
  if (child == 0)
    edit_and_die (path, f.state_dir, f.pipes);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);

  found = list (&f, 1);
  lost = g_ptr_array_index (found, 0);
  g_assert_cmpstr (lost->target, ==, path);
  g_assert_cmpuint (lost->unsaved, ==, 1);
  back = mou_document_recover (lost->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (back, f.pipes, MOU_INDICATOR_WEIGHT), ==, "12.5");
  g_assert_cmpstr (mou_document_get_path (back), ==, path);
  g_assert_true (mou_document_save (back, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (mou_document_get_modified (back));
  mou_document_close (back);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recovery/dropped", test_dropped);
  g_test_add_func ("/recovery/saved", test_saved);
  g_test_add_func ("/recovery/closed", test_closed);
  g_test_add_func ("/recovery/discarded", test_discarded);
  g_test_add_func ("/recovery/killed", test_killed);

  return g_test_run ();
}
