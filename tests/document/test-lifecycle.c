/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between opening and closing: what is kept of the file that is replaced, going back to it, giving it away without its past, and
 * seeing what a crash left before deciding. */

#include "document-fixture.h"

#include "mou-document-backups.h"
#include "mou-document-clean-copy.h"
#include "mou-document-recovery.h"

#include <unistd.h>

static MouDocument *
open_document (Fixture *f, const char *path)
{
  g_autoptr (GError) error = NULL;
  MouDocument *document = mou_document_open (path, f->state_dir, "อีกคน", NULL, &error);

  g_assert_no_error (error);
  return document;
}

static char *
save_sample (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (f->state_dir, "mwa.mou", NULL);

  mou_document_save_as (f->document, path, &error);
  g_assert_no_error (error);
  return path;
}

static void
set_weight (MouDocument *document, gint64 row, const char *weight)
{
  g_autoptr (GError) error = NULL;

  mou_document_set_field (document, row, MOU_INDICATOR_WEIGHT, weight, &error);
  g_assert_no_error (error);
}

static void
save (MouDocument *document)
{
  g_autoptr (GError) error = NULL;

  mou_document_save (document, FALSE, &error);
  g_assert_no_error (error);
  g_assert_null (mou_document_get_backup_problem (document));
}

static GPtrArray *
list_backups (Fixture *f, const char *path, guint expected)
{
  GPtrArray *backups = mou_document_list_backups (path, f->state_dir);

  g_assert_cmpuint (backups->len, ==, expected);
  return backups;
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* Backups */

/* One an opening, of what the file was before, whatever is saved later on. */
static void
test_backup_each_opening (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) two = NULL;

  fixture_init (&f);
  path = save_sample (&f);
  set_weight (f.document, f.pipes, "11");
  save (f.document);
  none = list_backups (&f, path, 0); /* whoever made the file needs no copy of it */

  for (int opening = 0; opening < 2; opening++)
    {
      g_autoptr (MouDocument) document = open_document (&f, path);
      g_autoptr (GBytes) before = read_file (path);
      g_autoptr (GPtrArray) backups = NULL;
      g_autoptr (GBytes) kept = NULL;

      for (int i = 0; i < 3; i++)
        {
          g_autofree char *weight = g_strdup_printf ("%d", 20 + 10 * opening + i);

          set_weight (document, f.pipes, weight);
          save (document);
        }
      backups = list_backups (&f, path, (guint) opening + 1);
      kept = read_file (((const MouRegisterBackup *) g_ptr_array_index (backups, 0))->path);
      g_assert_true (g_bytes_equal (kept, before));
      mou_document_close (document);
    }
  two = list_backups (&f, path, 2);
  g_assert_cmpstr (((const MouRegisterBackup *) g_ptr_array_index (two, 0))->author, ==, "อีกคน");
  g_assert_nonnull (((const MouRegisterBackup *) g_ptr_array_index (two, 0))->label);
  g_assert_cmpstr (((const MouRegisterBackup *) g_ptr_array_index (two, 1))->author, ==, "ผู้ทดสอบ");
}

/* Somebody else's file that is overwritten knowingly is kept; one that saving refuses to overwrite needs no copy. */
static void
test_backup_of_others (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (MouDocument) other = NULL;
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&f);
  path = save_sample (&f);
  other = open_document (&f, path);
  set_weight (other, f.pipes, "15");
  save (other);
  theirs = read_file (path);

  set_weight (f.document, f.pipes, "16");
  g_assert_false (mou_document_save (f.document, FALSE, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_CHANGED);
  before = list_backups (&f, path, 1); /* the other's, of our first */
  g_clear_error (&error);
  mou_document_save (f.document, TRUE, &error);
  g_assert_no_error (error);
  after = list_backups (&f, path, 2);
  kept = read_file (((const MouRegisterBackup *) g_ptr_array_index (after, 0))->path);
  g_assert_true (g_bytes_equal (kept, theirs));
  mou_document_close (other);
}

/* No room for a backup is no reason not to save. */
static void
test_backup_impossible (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *backups = NULL;
  g_autoptr (MouDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&f);
  path = save_sample (&f);
  backups = g_build_filename (f.state_dir, "backups", NULL);
  g_assert_true (g_file_set_contents (backups, "in the way", -1, NULL));

  document = open_document (&f, path);
  set_weight (document, f.pipes, "15");
  mou_document_save (document, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (mou_document_get_modified (document));
  g_assert_nonnull (mou_document_get_backup_problem (document));

  set_weight (document, f.pipes, "16");
  save (document); /* nothing to keep any more, and nothing to tell */
  mou_document_close (document);
}

static void
test_restore (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (MouDocument) document = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&f);
  path = save_sample (&f);
  first = fixture_text (f.document);
  document = open_document (&f, path);
  set_weight (document, f.pipes, "15");
  g_assert_true (mou_document_delete_row (document, f.strategy, NULL));
  g_assert_true (mou_document_add_indicator (document, f.results, FALSE, NULL, NULL));
  save (document);
  second = fixture_text (document);

  backups = list_backups (&f, path, 1);
  mou_document_restore_backup (document, g_ptr_array_index (backups, 0), &error);
  g_assert_no_error (error);
  fixture_assert_text (document, first);
  g_assert_true (mou_document_get_modified (document));
  g_assert_true (g_str_has_prefix (mou_document_get_undo_label (document), "Restore the backup of 2"));
  g_assert_true (mou_document_undo (document, NULL));
  fixture_assert_text (document, second);
  g_assert_true (mou_document_redo (document, NULL));
  fixture_assert_text (document, first);
  save (document);
  mou_document_close (document);
}

static void
test_restore_damaged (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&f);
  path = g_build_filename (f.state_dir, "mwa.mou", NULL);
  g_assert_true (g_file_set_contents (path, "not a register", -1, NULL));
  g_assert_true (mou_document_save_as (f.document, path, NULL));
  text = fixture_text (f.document);
  f.n_changed = 0;

  backups = list_backups (&f, path, 1);
  g_assert_null (((const MouRegisterBackup *) g_ptr_array_index (backups, 0))->label);
  g_assert_false (mou_document_restore_backup (f.document, g_ptr_array_index (backups, 0), &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == MOU_DOCUMENT_ERROR);
  fixture_assert_text (f.document, text);
  g_assert_cmpuint (f.n_changed, ==, 0);
  g_assert_false (mou_document_get_modified (f.document));
}

/* A backup to look at is a register that was never saved, and its file stays as it is. */
static void
test_open_copy (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (MouDocument) copy = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  char *holder = NULL;

  fixture_init (&f);
  path = save_sample (&f);
  text = fixture_text (f.document);
  before = read_file (path);
  copy = mou_document_open_copy (path, f.state_dir, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (mou_document_get_path (copy));
  g_assert_true (mou_document_get_modified (copy));
  fixture_assert_text (copy, text);
  g_assert_false (mou_document_find_other_holder (f.document, &holder));
  set_weight (copy, f.pipes, "17");
  g_assert_false (mou_document_save (copy, FALSE, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
  after = read_file (path);
  g_assert_true (g_bytes_equal (before, after));
  mou_document_close (copy);
}

/* Copies without history */

static gboolean
file_holds (const char *path, const char *text)
{
  g_autoptr (GBytes) bytes = read_file (path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

static void
test_clean_copy (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *text = NULL;
  g_autoptr (MouDocument) document = NULL;
  g_autoptr (MouDocument) back = NULL;
  g_autoptr (GPtrArray) recoverable = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&f);
  path = save_sample (&f);
  document = open_document (&f, path);
  g_assert_true (mou_document_set_field (document, f.pipes, MOU_INDICATOR_NAME, "ชื่อที่ต้องลืม", NULL));
  g_assert_true (mou_document_set_field (document, f.pipes, MOU_INDICATOR_NAME, "ชื่อสุดท้าย", NULL));
  text = fixture_text (document);
  clean = g_build_filename (f.state_dir, "clean.mou", NULL);
  mou_document_save_clean_copy (document, clean, &error);
  g_assert_no_error (error);

  /* The document is as it was. */
  g_assert_cmpstr (mou_document_get_path (document), ==, path);
  g_assert_true (mou_document_get_modified (document));
  g_assert_true (file_holds (clean, "ชื่อสุดท้าย"));
  g_assert_false (file_holds (clean, "ชื่อที่ต้องลืม"));
  g_assert_false (file_holds (clean, "ผู้ทดสอบ"));
  g_assert_false (file_holds (clean, "Import sample"));
  save (document);
  g_assert_true (file_holds (path, "ชื่อที่ต้องลืม") && file_holds (path, "ผู้ทดสอบ") && file_holds (path, "Import sample"));

  back = open_document (&f, clean);
  fixture_assert_text (back, text);
  g_assert_cmpint (mou_document_get_n_entries (back), ==, 1);
  g_assert_cmpstr (fixture_get (back, f.pipes, MOU_INDICATOR_NAME), ==, "ชื่อสุดท้าย"); /* by its old id */
  mou_document_close (back);
  mou_document_close (document);
  recoverable = mou_document_list_recoverable (f.state_dir);
  g_assert_cmpuint (recoverable->len, ==, 0);
}

static void
test_clean_copy_refused (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *link = NULL;
  g_autofree char *nowhere = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&f);
  path = save_sample (&f);
  before = read_file (path);
  link = g_build_filename (f.state_dir, "link.mou", NULL);
  g_assert_cmpint (symlink ("mwa.mou", link), ==, 0);
  g_assert_false (mou_document_save_clean_copy (f.document, link, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
  g_clear_error (&error);
  nowhere = g_build_filename (f.state_dir, "no", "folder.mou", NULL);
  g_assert_false (mou_document_save_clean_copy (f.document, nowhere, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_SYSTEM);
  after = read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

/* Reverting */

static void
test_revert (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *edited = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&f);
  path = save_sample (&f);
  saved = fixture_text (f.document);
  set_weight (f.document, f.pipes, "15");
  g_assert_true (mou_document_move_indicator (f.document, f.plan, -1, NULL));
  g_assert_true (mou_document_delete_row (f.document, f.results, NULL));
  g_assert_true (mou_document_add_indicator (f.document, f.strategy, FALSE, NULL, NULL)); /* has the code of the deleted one */
  g_assert_true (mou_document_renumber (f.document, NULL));
  edited = fixture_text (f.document);
  g_assert_cmpuint (mou_document_count_unsaved (f.document), >=, 4);

  f.n_changed = 0;
  mou_document_revert (f.document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (f.n_changed, ==, 1);
  fixture_assert_text (f.document, saved);
  g_assert_false (mou_document_get_modified (f.document));
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, "Revert to saved");

  g_assert_true (mou_document_undo (f.document, NULL));
  fixture_assert_text (f.document, edited);
  g_assert_true (mou_document_get_modified (f.document));
  g_assert_true (mou_document_redo (f.document, NULL));
  fixture_assert_text (f.document, saved);
  save (f.document);
}

static void
test_revert_nothing (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_entries;

  fixture_init (&f);
  g_assert_false (mou_document_revert (f.document, &error)); /* never saved */
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
  g_clear_error (&error);

  path = save_sample (&f);
  set_weight (f.document, f.pipes, "15");
  g_assert_true (mou_document_undo (f.document, NULL));
  n_entries = mou_document_get_n_entries (f.document);
  mou_document_revert (f.document, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mou_document_get_n_entries (f.document), ==, n_entries);
  g_assert_false (mou_document_get_modified (f.document));
}

static gint64
pick (MouDocument *document, GRand *random)
{
  MouAgreement *agreement = mou_document_get_agreement (document);
  guint n_nodes = agreement != NULL ? mou_agreement_get_n_nodes (agreement) : 0;

  return n_nodes > 0 ? mou_agreement_get_node (agreement, g_rand_int_range (random, 0, (int) n_nodes))->indicator->id : 0;
}

/* Some are refused, which is as good. */
static void
edit_at_random (MouDocument *document, GRand *random)
{
  gint64 row = pick (document, random);
  g_autofree char *number = g_strdup_printf ("%d", g_rand_int_range (random, 0, 40));

  switch (row != 0 ? g_rand_int_range (random, 0, 9) : 8)
    {
    case 0:
      mou_document_set_field (document, row, MOU_INDICATOR_WEIGHT, number, NULL);
      break;
    case 1:
      mou_document_set_level (document, row, g_rand_int_range (random, 1, 6), number, NULL);
      break;
    case 2:
      mou_document_set_history (document, row, g_rand_int_range (random, 2560, 2567), number, NULL);
      break;
    case 3:
      mou_document_delete_row (document, row, NULL);
      break;
    case 4:
      mou_document_move_indicator (document, row, g_rand_int_range (random, -2, 3), NULL);
      break;
    case 5:
      mou_document_indent_indicator (document, row, g_rand_boolean (random), NULL);
      break;
    case 6:
      mou_document_renumber (document, NULL);
      break;
    case 7:
      mou_document_undo (document, NULL);
      break;
    default:
      mou_document_add_indicator (document, row, FALSE, NULL, NULL);
    }
}

/* Whatever was done, the saved content comes back, to the id and the place: the content hash of publishing says so, since the
 * next opening checks it. */
static void
test_revert_walk (void)
{
  guint32 seed = (guint32) g_get_real_time ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 8; round++)
    {
      g_auto (Fixture) f = { NULL };
      g_autofree char *path = NULL;
      g_autofree char *saved = NULL;
      g_autofree char *edited = NULL;
      g_autoptr (GError) error = NULL;

      fixture_init (&f);
      for (int i = 0; i < 10; i++)
        edit_at_random (f.document, random);
      path = save_sample (&f);
      saved = fixture_text (f.document);
      for (int i = 0; i < 15; i++)
        edit_at_random (f.document, random);
      edited = fixture_text (f.document);

      mou_document_revert (f.document, &error);
      g_assert_no_error (error);
      fixture_assert_text (f.document, saved);
      if (!g_str_equal (saved, edited))
        {
          g_assert_true (mou_document_undo (f.document, NULL));
          fixture_assert_text (f.document, edited);
        }
    }
}

/* What a crash left, before deciding */

static MouRecoveryPreview *
preview (Fixture *f, guint limit)
{
  g_autoptr (GPtrArray) found = mou_document_list_recoverable (f->state_dir);
  g_autoptr (GError) error = NULL;
  MouRecoveryPreview *previewed;

  g_assert_cmpuint (found->len, ==, 1);
  previewed = mou_document_preview_recoverable (((const MouRecoverable *) g_ptr_array_index (found, 0))->folder, limit, &error);
  g_assert_no_error (error);
  return previewed;
}

static void
test_preview (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (MouRecoveryPreview) all = NULL;
  g_autoptr (MouRecoveryPreview) newest = NULL;
  g_autoptr (MouRecoveryPreview) changed = NULL;
  g_autoptr (MouRecoveryPreview) missing = NULL;
  const MouHistoryEntry *entry;

  fixture_init (&f);
  path = save_sample (&f);
  set_weight (f.document, f.pipes, "15");
  set_weight (f.document, f.plan, "11");
  g_clear_object (&f.document);

  all = preview (&f, 10);
  g_assert_cmpuint (all->n_unsaved, ==, 2);
  g_assert_cmpuint (all->entries->len, ==, 2);
  g_assert_cmpint (all->target, ==, MOU_TARGET_SAME);
  entry = g_ptr_array_index (all->entries, 1);
  g_assert_nonnull (strstr (entry->lines[0], "10 → 15"));

  newest = preview (&f, 1); /* looking has taken nothing away */
  g_assert_cmpuint (newest->n_unsaved, ==, 2);
  g_assert_cmpuint (newest->entries->len, ==, 1);

  g_assert_true (g_file_set_contents (path, "somebody else", -1, NULL));
  changed = preview (&f, 10);
  g_assert_cmpint (changed->target, ==, MOU_TARGET_CHANGED);
  unlink (path);
  missing = preview (&f, 10);
  g_assert_cmpint (missing->target, ==, MOU_TARGET_MISSING);
}

static void
test_preview_never_saved (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (MouRecoveryPreview) all = NULL;

  fixture_init (&f);
  g_clear_object (&f.document);
  all = preview (&f, 10);
  g_assert_cmpint (all->target, ==, MOU_TARGET_NONE);
  g_assert_cmpuint (all->entries->len, ==, 1);
}

/* It says why, and stays for whoever can save something of it. */
static void
test_preview_damaged (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) still = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  const char *folder;

  fixture_init (&f);
  g_clear_object (&f.document);
  found = mou_document_list_recoverable (f.state_dir);
  folder = ((const MouRecoverable *) g_ptr_array_index (found, 0))->folder;
  path = g_build_filename (folder, "register.mou", NULL);
  g_assert_cmpint (truncate (path, 5000), ==, 0);
  g_assert_null (mou_document_preview_recoverable (folder, 10, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == MOU_DOCUMENT_ERROR);
  still = mou_document_list_recoverable (f.state_dir);
  g_assert_cmpuint (still->len, ==, 1);
}

/* Who else has it */

static void
test_other_holder (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *link = NULL;
  g_autofree char *holder = NULL;
  g_autoptr (MouDocument) other = NULL;
  char *none = NULL;

  fixture_init (&f);
  g_assert_false (mou_document_find_other_holder (f.document, &none));
  path = save_sample (&f);
  g_assert_false (mou_document_find_other_holder (f.document, &none));
  link = g_build_filename (f.state_dir, "link.mou", NULL);
  g_assert_cmpint (symlink ("mwa.mou", link), ==, 0);
  other = open_document (&f, link);
  g_assert_true (mou_document_find_other_holder (f.document, &holder));
  g_assert_nonnull (holder);
  mou_document_close (other);
  g_assert_false (mou_document_find_other_holder (f.document, &none));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lifecycle/backup/each-opening", test_backup_each_opening);
  g_test_add_func ("/lifecycle/backup/of-others", test_backup_of_others);
  g_test_add_func ("/lifecycle/backup/impossible", test_backup_impossible);
  g_test_add_func ("/lifecycle/backup/restore", test_restore);
  g_test_add_func ("/lifecycle/backup/restore-damaged", test_restore_damaged);
  g_test_add_func ("/lifecycle/backup/open-copy", test_open_copy);
  g_test_add_func ("/lifecycle/clean-copy", test_clean_copy);
  g_test_add_func ("/lifecycle/clean-copy/refused", test_clean_copy_refused);
  g_test_add_func ("/lifecycle/revert", test_revert);
  g_test_add_func ("/lifecycle/revert/nothing", test_revert_nothing);
  g_test_add_func ("/lifecycle/revert/walk", test_revert_walk);
  g_test_add_func ("/lifecycle/preview", test_preview);
  g_test_add_func ("/lifecycle/preview/never-saved", test_preview_never_saved);
  g_test_add_func ("/lifecycle/preview/damaged", test_preview_damaged);
  g_test_add_func ("/lifecycle/other-holder", test_other_holder);

  return g_test_run ();
}
