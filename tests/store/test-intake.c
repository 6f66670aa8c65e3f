/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What intake lets in, and what it refuses: with a sentence that names the file, without a byte changed and nothing left. */

#include "mou-publish.h"
#include "store-fixture.h"

#include <sys/stat.h>

/* A published register and the state it was published in: made once, as each costs a dozen disk syncs. */
typedef struct
{
  char *data;
  gsize size;
  char *dump;
} Published;

static Published published;

typedef struct
{
  char *folder;
  char *file;
  char *copy;
} Fixture;

static void
make_published (void)
{
  StoreFixture fixture = { NULL };
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;

  store_fixture_set_up (&fixture, NULL);
  store_fixture_set (fixture.store, fixture.first, MOU_INDICATOR_WEIGHT, "55");
  g_assert_true (mou_journal_undo (fixture.store, "tester", NULL, &error));
  g_autofree char *file = store_fixture_build_path (&fixture, "user.mou");
  mou_publish (fixture.store, file, NULL, &identity, NULL, &error);
  g_assert_no_error (error);
  published.data = store_fixture_read (file, &published.size);
  published.dump = store_fixture_dump (mou_store_get_register (fixture.store));
  store_fixture_tear_down (&fixture, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("mou-intake-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "user.mou", NULL);
  fixture->copy = g_build_filename (fixture->folder, "copy.mou", NULL);
  store_fixture_write (fixture->file, published.data, published.size);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->copy);
}

static void
test_accepted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity, again;
  gsize size, size_after;
  g_autofree char *before = store_fixture_read (fixture->file, &size);

  g_assert_cmpint (g_chmod (fixture->file, 0400), ==, 0);
  g_assert_true (mou_intake (fixture->file, fixture->copy, &identity, NULL, &error));
  g_assert_no_error (error);
  g_autofree char *after = store_fixture_read (fixture->file, &size_after);
  g_assert_cmpmem (before, size, after, size_after);
  g_assert_true (mou_file_identify (fixture->file, &again, &error));
  g_assert_cmpstr (identity.sha256, ==, again.sha256);
  g_assert_cmpuint (identity.size, ==, size);
  g_assert_cmpint (identity.modified_us, ==, again.modified_us);

  g_autoptr (MouStore) store = mou_store_open (fixture->copy, &error);
  g_assert_no_error (error);
  g_autofree char *dump = store_fixture_dump (mou_store_get_register (store));
  g_assert_cmpstr (dump, ==, published.dump);
  g_assert_cmpint (mou_journal_get_redoable (store, NULL), ==, 2);
  g_assert_true (mou_journal_redo (store, "tester", NULL, &error));
  g_assert_true (mou_intake_verify (fixture->copy, NULL, &error));
  g_assert_no_error (error);
}

/* A working copy somebody has saved from the state directory: never published, yet whole. */
static void
test_unpublished (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  g_autofree char *copy = store_fixture_build_path (fixture, "copy.mou");

  store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "55");
  g_clear_pointer (&fixture->store, mou_store_free);
  g_assert_true (mou_intake (fixture->path, copy, &identity, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (mou_intake_verify (copy, NULL, &error));
  g_assert_no_error (error);
  g_remove (copy);

  store_fixture_tamper (fixture->path, "UPDATE indicator SET weight = '56' WHERE code = '1.1'");
  g_assert_false (mou_intake (fixture->path, copy, &identity, NULL, &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED);
}

static void
test_empty_register (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  g_autofree char *file = store_fixture_build_path (fixture, "user.mou");
  g_autofree char *copy = store_fixture_build_path (fixture, "copy.mou");

  g_assert_true (mou_publish (fixture->store, file, NULL, &identity, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (mou_intake (file, copy, &identity, NULL, &error));
  g_assert_no_error (error);
}

static void
test_existing_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;

  store_fixture_write (fixture->copy, "mine", 4);
  g_assert_false (mou_intake (fixture->file, fixture->copy, &identity, NULL, &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM);
  g_autofree char *kept = store_fixture_read (fixture->copy, NULL);
  g_assert_cmpstr (kept, ==, "mine");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MouFileIdentity identity;

  g_cancellable_cancel (cancellable);
  g_assert_false (mou_intake (fixture->file, fixture->copy, &identity, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->copy, G_FILE_TEST_EXISTS));
}

/* Hostile and damaged files */

typedef struct
{
  const char *name;
  const char *sql; /* what somebody ran on the file, or */
  void (*damage) (Fixture *fixture);
  MouStoreError code;
  const char *reason; /* part of the sentence */
} Refusal;

static void
cut_to (Fixture *fixture, gsize numerator, gsize denominator, gssize more)
{
  gsize size;
  g_autofree char *data = store_fixture_read (fixture->file, &size);

  store_fixture_write (fixture->file, data, (gsize) ((gssize) (size * numerator / denominator) + more));
}

static void
cut_in_half (Fixture *fixture)
{
  cut_to (fixture, 1, 2, 0);
}

static void
cut_last_byte (Fixture *fixture)
{
  cut_to (fixture, 1, 1, -1);
}

static void
cut_last_page (Fixture *fixture)
{
  cut_to (fixture, 1, 1, -4096);
}

static void
cut_in_header (Fixture *fixture)
{
  cut_to (fixture, 0, 1, 50);
}

static void
write_nothing (Fixture *fixture)
{
  store_fixture_write (fixture->file, "", 0);
}

static void
write_text (Fixture *fixture)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  store_fixture_write (fixture->file, text, 5000);
}

static void
write_other_database (Fixture *fixture)
{
  g_remove (fixture->file);
  store_fixture_write (fixture->file, "", 0);
  store_fixture_tamper (fixture->file, "CREATE TABLE contacts (name)");
}

static void
append_byte (Fixture *fixture)
{
  gsize size;
  g_autofree char *data = store_fixture_read (fixture->file, &size);
  g_autofree char *longer = g_malloc (size + 1);

  memcpy (longer, data, size);
  longer[size] = 'x';
  store_fixture_write (fixture->file, longer, size + 1);
}

/* Leaf pages hold rows and indices; page 1 the schema. */
static void
zero_page (Fixture *fixture, gsize page)
{
  gsize size;
  g_autofree char *data = store_fixture_read (fixture->file, &size);

  g_assert_cmpuint (page * 4096, <=, size);
  memset (data + (page - 1) * 4096, 0, 4096);
  store_fixture_write (fixture->file, data, size);
}

static void
zero_page_9 (Fixture *fixture)
{
  zero_page (fixture, 9);
}

static void
zero_first_page (Fixture *fixture)
{
  zero_page (fixture, 1);
}

static void
zero_last_page (Fixture *fixture)
{
  zero_page (fixture, published.size / 4096);
}

/* Two leaf pages of different kinds change places: that of the first empty table, and its empty index. */
static void
swap_pages (Fixture *fixture)
{
  gsize size, table = 0, index = 0;
  g_autofree char *data = store_fixture_read (fixture->file, &size);
  char page[4096];

  for (gsize at = 4096; at < size; at += 4096)
    {
      if (data[at] == 0x0d && table == 0)
        table = at;
      if (data[at] == 0x0a && index == 0)
        index = at;
    }
  g_assert_true (table > 0 && index > 0);
  memcpy (page, data + table, 4096);
  memcpy (data + table, data + index, 4096);
  memcpy (data + index, page, 4096);
  store_fixture_write (fixture->file, data, size);
}

/* In the header of the database. */
static void
patch_byte (Fixture *fixture, gsize at, char value)
{
  gsize size;
  g_autofree char *data = store_fixture_read (fixture->file, &size);

  data[at] = value;
  store_fixture_write (fixture->file, data, size);
}

static void
reserve_bytes (Fixture *fixture)
{
  patch_byte (fixture, 20, 8);
}

static void
claim_odd_page_size (Fixture *fixture)
{
  patch_byte (fixture, 17, 3);
}

static void
claim_utf16 (Fixture *fixture)
{
  patch_byte (fixture, 59, 2);
}

static void
claim_other_payload (Fixture *fixture)
{
  patch_byte (fixture, 21, 65);
}

static void
make_folder (Fixture *fixture)
{
  g_remove (fixture->file);
  g_assert_cmpint (g_mkdir (fixture->file, 0700), ==, 0);
}

static void
make_pipe (Fixture *fixture)
{
  g_remove (fixture->file);
  g_assert_cmpint (mkfifo (fixture->file, 0600), ==, 0);
}

static void
remove_file (Fixture *fixture)
{
  g_remove (fixture->file);
}

#define STRUCTURE "structure is not the one"
#define DAMAGED "is damaged"
#define OUTSIDE "changed outside the program"
#define HISTORY "history does not hold together"
#define REFUSED MOU_STORE_ERROR_REFUSED
#define BROKEN MOU_STORE_ERROR_DAMAGED

static const Refusal refusals[] = {
  { "trigger", "CREATE TRIGGER t AFTER UPDATE ON indicator BEGIN DELETE FROM level; END", NULL, REFUSED, STRUCTURE },
  { "view", "CREATE VIEW v AS SELECT * FROM indicator", NULL, REFUSED, STRUCTURE },
  { "expression-index", "CREATE INDEX x ON indicator (length (name))", NULL, REFUSED, STRUCTURE },
  { "partial-index", "CREATE INDEX x ON indicator (name) WHERE code > 'a'", NULL, REFUSED, STRUCTURE },
  { "extra-table", "CREATE TABLE extra (a)", NULL, REFUSED, STRUCTURE },
  { "statistics", "ANALYZE", NULL, REFUSED, STRUCTURE },
  { "virtual-table", "CREATE VIRTUAL TABLE v USING fts5 (x)", NULL, REFUSED, STRUCTURE },
  { "missing-index", "DROP INDEX level_parent", NULL, REFUSED, STRUCTURE },
  { "missing-table", "DROP TABLE evidence", NULL, REFUSED, STRUCTURE },
  { "extra-column", "ALTER TABLE indicator ADD COLUMN extra TEXT", NULL, REFUSED, STRUCTURE },
  { "generated-column", "ALTER TABLE indicator ADD COLUMN extra TEXT AS (length (name))", NULL, REFUSED, STRUCTURE },
  { "edited-check",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'BETWEEN 0 AND 9', 'BETWEEN 0 AND 99') "
    "WHERE name = 'indicator'",
    NULL, REFUSED, STRUCTURE },
  { "bomb-in-check",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'BETWEEN 0 AND 9', "
    "'BETWEEN 0 AND length (zeroblob (1000000000))') WHERE name = 'indicator'",
    NULL, REFUSED, STRUCTURE },
  { "broken-schema", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE nonsense' WHERE name = 'indicator'", NULL, BROKEN,
    DAMAGED },
  { "root-page-elsewhere", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'indicator'", NULL, BROKEN,
    DAMAGED },
  { "check-violated", "PRAGMA ignore_check_constraints = ON; UPDATE indicator SET decimals = 77", NULL, BROKEN, DAMAGED },
  { "dangling-parent", "DELETE FROM agreement", NULL, BROKEN, DAMAGED },
  { "dangling-reference", "UPDATE result SET indicator = 4711", NULL, BROKEN, DAMAGED },
  { "cycle", "UPDATE indicator SET \"group\" = (SELECT id FROM indicator WHERE code = '1.1') WHERE code = '1'", NULL, BROKEN, "refused" },
  { "own-group", "UPDATE indicator SET \"group\" = id WHERE code = '1'", NULL, BROKEN, "refused" },
  { "deep-tree",
    "WITH RECURSIVE deep (id) AS (SELECT id FROM indicator WHERE code = '1' UNION ALL SELECT id + 1 FROM deep LIMIT 40) "
    "INSERT INTO indicator (id, parent, ordinal, \"group\", code, kind) "
    "SELECT deep.id, indicator.parent, 0, deep.id - 1, 'deep' || deep.id, 'group' FROM deep JOIN indicator ON code = '1' "
    "WHERE deep.id <> indicator.id",
    NULL, BROKEN, "refused" },
  { "infinity", "UPDATE indicator SET weight = 'Inf' WHERE code = '1.1'", NULL, BROKEN, "refused" },
  { "real-number", "UPDATE indicator SET weight = 9e999 WHERE code = '1.1'", NULL, BROKEN, "refused" },
  { "not-a-number", "UPDATE level SET value = 'many'", NULL, BROKEN, "refused" },
  { "uncanonical", "UPDATE indicator SET weight = '060' WHERE code = '1.1'", NULL, BROKEN, "refused" },
  { "bad-utf8", "UPDATE indicator SET name = CAST (x'ff41' AS TEXT) WHERE code = '1.1'", NULL, BROKEN, "not valid UTF-8" },
  { "embedded-nul", "UPDATE indicator SET name = CAST (x'410042' AS TEXT) WHERE code = '1.1'", NULL, BROKEN, "not valid UTF-8" },
  { "surrogate", "UPDATE indicator SET name = CAST (x'eda080' AS TEXT) WHERE code = '1.1'", NULL, BROKEN, "not valid UTF-8" },
  { "control-character", "UPDATE indicator SET name = char (7) WHERE code = '1.1'", NULL, BROKEN, "refused" },
  { "bad-utf8-in-history", "UPDATE journal SET label = CAST (x'ff' AS TEXT) WHERE entry = 2", NULL, BROKEN, "not valid UTF-8" },
  { "long-text", "UPDATE indicator SET name = printf ('%.*c', 200000, 'x') WHERE code = '1.1'", NULL, BROKEN, "refused" },
  { "duplicate-code", "UPDATE indicator SET code = '1.1'", NULL, BROKEN, "refused" },
  { "negative-place", "UPDATE indicator SET ordinal = -5 WHERE code = '1.1'", NULL, BROKEN, "refused" },
  { "two-rows-one-id",
    "INSERT INTO note (id, parent, ordinal, number, text) SELECT id, parent, 0, 1, 'x' FROM indicator WHERE code = '1.1'", NULL, BROKEN,
    DAMAGED },
  { "wrong-id", "PRAGMA application_id = 77", NULL, REFUSED, "not a register of this program" },
  { "newer", "PRAGMA user_version = 3", NULL, MOU_STORE_ERROR_NEWER, "newer version" },
  { "wrong-version", "PRAGMA user_version = 1", NULL, REFUSED, STRUCTURE },
  { "no-version", "PRAGMA user_version = 0", NULL, REFUSED, "which version" },
  { "wal", "PRAGMA journal_mode = WAL", NULL, REFUSED, "write-ahead logging" },
  { "auto-vacuum", "PRAGMA auto_vacuum = 1; VACUUM", NULL, REFUSED, "never writes" },
  { "page-size", "PRAGMA page_size = 8192; VACUUM", NULL, REFUSED, "never writes" },
  { "reserved-bytes", NULL, reserve_bytes, REFUSED, "never writes" },
  { "odd-page-size", NULL, claim_odd_page_size, REFUSED, "never writes" },
  { "utf16", NULL, claim_utf16, REFUSED, "never writes" },
  { "other-payload", NULL, claim_other_payload, BROKEN, DAMAGED },
  { "forged-label", "UPDATE journal SET label = 'Nothing'", NULL, BROKEN, HISTORY },
  { "forged-value", "UPDATE change SET new = '56' WHERE entry = 2", NULL, BROKEN, HISTORY },
  { "forged-undo", "UPDATE journal SET undoes = 1 WHERE entry = 3", NULL, BROKEN, HISTORY },
  { "cut-history", "DELETE FROM change WHERE entry = 3; DELETE FROM journal WHERE entry = 3", NULL, BROKEN, OUTSIDE },
  { "no-history", "DELETE FROM change; DELETE FROM journal; DELETE FROM meta", NULL, BROKEN, OUTSIDE },
  { "changed-value", "UPDATE indicator SET weight = '61' WHERE code = '1.1'", NULL, BROKEN, OUTSIDE },
  { "changed-place", "UPDATE indicator SET ordinal = ordinal + 1 WHERE code = '1.1'", NULL, BROKEN, OUTSIDE },
  { "changed-id", "UPDATE result SET id = id + 1", NULL, BROKEN, OUTSIDE },
  { "removed-row", "DELETE FROM result", NULL, BROKEN, OUTSIDE },
  { "changed-value-no-stamp", "UPDATE indicator SET weight = '61' WHERE code = '1.1'; DELETE FROM meta", NULL, BROKEN, OUTSIDE },
  { "changed-stamp", "UPDATE meta SET value = '00' WHERE key = 'content_hash'", NULL, BROKEN, OUTSIDE },
  { "stamp-ahead", "UPDATE meta SET value = '99' WHERE key = 'content_entry'", NULL, BROKEN, OUTSIDE },
  { "wrong-blob", "INSERT INTO blob VALUES (printf ('%.*c', 64, '0'), x'00')", NULL, BROKEN, DAMAGED },
  { "half", NULL, cut_in_half, BROKEN, DAMAGED },
  { "last-byte", NULL, cut_last_byte, BROKEN, DAMAGED },
  { "last-page", NULL, cut_last_page, BROKEN, DAMAGED },
  { "longer", NULL, append_byte, BROKEN, DAMAGED },
  { "in-header", NULL, cut_in_header, REFUSED, "not a register of this program" },
  { "empty", NULL, write_nothing, REFUSED, "is empty" },
  { "text", NULL, write_text, REFUSED, "not a register of this program" },
  { "other-database", NULL, write_other_database, REFUSED, "not a register of this program" },
  { "zero-page", NULL, zero_page_9, BROKEN, DAMAGED },
  { "zero-first-page", NULL, zero_first_page, BROKEN, DAMAGED },
  { "zero-last-page", NULL, zero_last_page, BROKEN, DAMAGED },
  { "swapped-pages", NULL, swap_pages, BROKEN, DAMAGED },
  { "folder", NULL, make_folder, REFUSED, "is a folder" },
  { "pipe", NULL, make_pipe, REFUSED, "not a regular file" },
  { "missing", NULL, remove_file, MOU_STORE_ERROR_SYSTEM, "could not be read" },
};

static guint
count_files (const char *folder)
{
  guint count = 0;

  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    count++;

  return count;
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize size_before = 0, size_after = 0;
  MouFileIdentity identity;

  if (refusal->sql != NULL)
    store_fixture_tamper (fixture->file, refusal->sql);
  else
    refusal->damage (fixture);
  gboolean regular = g_file_test (fixture->file, G_FILE_TEST_IS_REGULAR);
  if (regular)
    before = store_fixture_read (fixture->file, &size_before);
  guint n_files = count_files (fixture->folder);

  g_assert_false (mou_intake (fixture->file, fixture->copy, &identity, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, MOU_STORE_ERROR, (int) refusal->code);
  g_assert_nonnull (strstr (error->message, "user.mou"));
  g_assert_nonnull (strstr (error->message, refusal->reason));
  if (regular)
    after = store_fixture_read (fixture->file, &size_after);
  g_assert_cmpmem (before, size_before, after, size_after);
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
  g_assert_false (g_file_test (fixture->copy, G_FILE_TEST_EXISTS));
}

#define ADD(name, function) g_test_add ("/store/intake/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  make_published ();

  ADD ("accepted", test_accepted);
  ADD ("existing-copy", test_existing_copy);
  ADD ("cancelled", test_cancelled);
  g_test_add ("/store/intake/unpublished", StoreFixture, NULL, store_fixture_set_up, test_unpublished, store_fixture_tear_down);
  g_test_add ("/store/intake/empty-register", StoreFixture, NULL, store_fixture_set_up_empty, test_empty_register, store_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/intake/refused/%s", refusals[i].name);
      g_test_add (path, Fixture, &refusals[i], set_up, test_refused, tear_down);
    }

  int result = g_test_run ();
  g_free (published.data);
  g_free (published.dump);

  return result;
}
