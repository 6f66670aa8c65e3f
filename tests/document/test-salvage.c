/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A damaged register as a new document, and what is said about it. How much comes back is tested with the store. */

#include "document-fixture.h"
#include "mou-document-salvage.h"

#include <string.h>

#define PAGE_SIZE 4096

/* Saves, closes and zeroes pages first, first + step, …, up to `n` of them; returns the path. */
static char *
damage (Fixture *fixture, gsize first, gsize step, guint n)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->state_dir, "damaged.mou", NULL);
  g_autofree char *data = NULL;
  gsize size;

  mou_document_save_as (fixture->document, path, &error);
  g_assert_no_error (error);
  mou_document_close (fixture->document);
  g_clear_object (&fixture->document);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  for (gsize page = first; n > 0 && (page + 1) * PAGE_SIZE <= size; page += step, n--)
    memset (data + page * PAGE_SIZE, 0, PAGE_SIZE);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));

  return path;
}

static void
assert_damaged (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mou_document_open (path, fixture->state_dir, NULL, NULL, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_DAMAGED);
}

static void
test_complete (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MouSalvageReport) report = NULL;
  g_autofree char *before = NULL;
  g_autofree char *path = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *text = NULL;

  fixture_init (&fixture);
  before = fixture_text (fixture.document);
  path = damage (&fixture, 0, 1, 1);
  assert_damaged (&fixture, path);

  fixture.document = mou_document_salvage (path, fixture.state_dir, "tester", NULL, &report, &error);
  g_assert_no_error (error);
  fixture_assert_text (fixture.document, before);
  g_assert_null (mou_document_get_path (fixture.document));
  g_assert_true (mou_document_get_modified (fixture.document));
  g_assert_true (report->complete);
  g_assert_null (report->losses[0]);
  g_assert_cmpuint (report->counts->len, >, 3);
  text = mou_salvage_report_dup_text (report);
  g_assert_true (g_str_has_prefix (text, report->summary));

  saved = g_build_filename (fixture.state_dir, "new.mou", NULL);
  g_assert_true (mou_document_save_as (fixture.document, saved, &error));
  g_assert_true (mou_document_undo (fixture.document, &error));
  g_assert_no_error (error);
}

static void
test_losses (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MouSalvageReport) report = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  fixture_init (&fixture);
  path = damage (&fixture, 2, 11, 2); /* the entries of the history, and the indicators */
  assert_damaged (&fixture, path);

  fixture.document = mou_document_salvage (path, fixture.state_dir, "tester", NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_false (report->complete);
  g_assert_nonnull (report->losses[0]);
  text = mou_salvage_report_dup_text (report);
  for (guint i = 0; report->losses[i] != NULL; i++)
    g_assert_nonnull (strstr (text, report->losses[i]));
  g_test_message ("%s", text);
}

static void
test_nothing_left (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  MouSalvageReport *report = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) left = NULL;

  fixture_init (&fixture);
  path = damage (&fixture, 0, 1, G_MAXUINT);
  assert_damaged (&fixture, path);

  g_assert_null (mou_document_salvage (path, fixture.state_dir, "tester", NULL, &report, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_DAMAGED);
  g_assert_null (report);
  left = mou_document_list_recoverable (fixture.state_dir);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_cancelled (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MouSalvageReport *report = NULL;
  g_autofree char *path = NULL;

  fixture_init (&fixture);
  path = damage (&fixture, 0, 1, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (mou_document_salvage (path, fixture.state_dir, "tester", cancellable, &report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/salvage/complete", test_complete);
  g_test_add_func ("/document/salvage/losses", test_losses);
  g_test_add_func ("/document/salvage/nothing-left", test_nothing_left);
  g_test_add_func ("/document/salvage/cancelled", test_cancelled);

  return g_test_run ();
}
