/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register that a newer version wrote can be read in every way, and changed in none. */

#include "document-fixture.h"
#include "mou-document-clean-copy.h"
#include "mou-history.h"

#include <glib/gstdio.h>
#include <string.h>

/* Where the header of the file has its schema version, the last of four bytes. */
#define OFFSET_VERSION 63

typedef gboolean (*Verb) (Fixture *fixture, GError **error);

static gboolean
set_field (Fixture *f, GError **error)
{
  return mou_document_set_field (f->document, f->pipes, MOU_INDICATOR_WEIGHT, "12", error);
}

static gboolean
set_level (Fixture *f, GError **error)
{
  return mou_document_set_level (f->document, f->pipes, 2, "1149", error);
}

static gboolean
set_history (Fixture *f, GError **error)
{
  return mou_document_set_history (f->document, f->pipes, 2566, "1201", error);
}

static gboolean
set_actual (Fixture *f, GError **error)
{
  return mou_document_set_actual (f->document, f->own, f->pipes, "1201", error);
}

static gboolean
set_state (Fixture *f, GError **error)
{
  return mou_document_set_result_state (f->document, f->own, f->pipes, "pending", NULL, error);
}

static gboolean
set_text (Fixture *f, GError **error)
{
  return mou_document_set_result_text (f->document, f->own, f->pipes, MOU_RESULT_COMMENT, "x", error);
}

static gboolean
set_cells (Fixture *f, GError **error)
{
  const MouCellEdit cells[] = { { MOU_CELL_FIELD, f->pipes, MOU_INDICATOR_NAME, 0, "x" } };

  return mou_document_set_cells (f->document, NULL, cells, G_N_ELEMENTS (cells), NULL, error);
}

static gboolean
add_indicator (Fixture *f, GError **error)
{
  return mou_document_add_indicator (f->document, f->pipes, FALSE, NULL, error);
}

static gboolean
delete_row (Fixture *f, GError **error)
{
  return mou_document_delete_row (f->document, f->pipes, error);
}

static gboolean
move_indicator (Fixture *f, GError **error)
{
  return mou_document_move_indicator (f->document, f->pipes, 1, error);
}

static gboolean
generate_levels (Fixture *f, GError **error)
{
  return mou_document_generate_levels (f->document, f->pipes, error);
}

static gboolean
new_agreement (Fixture *f, GError **error)
{
  return mou_document_new_agreement (f->document, "ก", "ก.", 2570, NULL, error);
}

static gboolean
new_year (Fixture *f, GError **error)
{
  return mou_document_new_year (f->document, f->agreement, NULL, error);
}

static gboolean
add_assessment (Fixture *f, GError **error)
{
  return mou_document_add_assessment (f->document, "x", "self", "q1", NULL, error);
}

static gboolean
import (Fixture *f, GError **error)
{
  g_autoptr (MouRegister) incoming = mou_register_new ();

  return mou_document_import (f->document, incoming, "x.json", NULL, error);
}

static gboolean
undo (Fixture *f, GError **error)
{
  return mou_document_undo (f->document, error);
}

static gboolean
redo (Fixture *f, GError **error)
{
  return mou_document_redo (f->document, error);
}

static gboolean
save (Fixture *f, GError **error)
{
  return mou_document_save (f->document, TRUE, error);
}

static gboolean
save_as (Fixture *f, GError **error)
{
  g_autofree char *path = g_build_filename (f->state_dir, "other.mou", NULL);
  gboolean saved = mou_document_save_as (f->document, path, error);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  return saved;
}

/* Without what this version does not know, it would be no copy. */
static gboolean
save_clean_copy (Fixture *f, GError **error)
{
  g_autofree char *path = g_build_filename (f->state_dir, "clean.mou", NULL);
  gboolean saved = mou_document_save_clean_copy (f->document, path, error);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  return saved;
}

static gboolean
revert (Fixture *f, GError **error)
{
  return mou_document_revert (f->document, error);
}

static const Verb verbs[] = {
  set_field,  set_level,      set_history,     set_actual,      set_state, set_text,       set_cells, add_indicator,
  delete_row, move_indicator, generate_levels, new_agreement,   new_year,  add_assessment, import,    undo,
  redo,       save,           save_as,         save_clean_copy, revert,
};

static void
write_as_newer (const char *path)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  data[OFFSET_VERSION] = 99;
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

/* The register of the fixture, saved, marked as newer, and opened again. */
static char *
reopen_as_newer (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->state_dir, "newer.mou", NULL);

  mou_document_save_as (fixture->document, path, &error);
  g_assert_no_error (error);
  mou_document_close (fixture->document);
  g_clear_object (&fixture->document);
  write_as_newer (path);
  fixture->document = mou_document_open (path, fixture->state_dir, "tester", NULL, &error);
  g_assert_no_error (error);

  return path;
}

static void
test_reading (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) history = NULL;
  gboolean read_only = FALSE;

  fixture_init (&fixture);
  g_assert_null (mou_document_get_read_only_reason (fixture.document));
  before = fixture_text (fixture.document);
  path = reopen_as_newer (&fixture);

  fixture_assert_text (fixture.document, before);
  g_assert_nonnull (strstr (mou_document_get_read_only_reason (fixture.document), "newer.mou"));
  g_object_get (fixture.document, "read-only", &read_only, NULL);
  g_assert_true (read_only);
  g_assert_cmpstr (mou_document_get_path (fixture.document), ==, path);
  g_assert_false (mou_document_get_modified (fixture.document));
  g_assert_nonnull (mou_document_get_evaluation (fixture.document));
  g_assert_nonnull (mou_document_get_findings (fixture.document));
  history = mou_document_list_history (fixture.document, 0, NULL);
  g_assert_cmpuint (history->len, ==, (guint) mou_document_get_n_entries (fixture.document));
}

static void
test_every_verb_refuses (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *bytes_after = NULL;
  gsize size, size_after;

  fixture_init (&fixture);
  before = fixture_text (fixture.document);
  path = reopen_as_newer (&fixture);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("verb %u", i);
      g_assert_false (verbs[i](&fixture, &error));
      g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_REFUSED);
      g_assert_cmpstr (error->message, ==, mou_document_get_read_only_reason (fixture.document));
    }
  fixture_assert_text (fixture.document, before);
  g_assert_false (mou_document_get_modified (fixture.document));
  g_assert_true (g_file_get_contents (path, &bytes_after, &size_after, NULL));
  g_assert_cmpmem (bytes, size, bytes_after, size_after);
}

/* There is nothing to recover of what cannot have changed. */
static void
test_left_behind (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) left = NULL;

  fixture_init (&fixture);
  path = reopen_as_newer (&fixture);
  g_clear_object (&fixture.document);
  left = mou_document_list_recoverable (fixture.state_dir);
  g_assert_cmpuint (left->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/read-only/reading", test_reading);
  g_test_add_func ("/document/read-only/every-verb-refuses", test_every_verb_refuses);
  g_test_add_func ("/document/read-only/left-behind", test_left_behind);

  return g_test_run ();
}
