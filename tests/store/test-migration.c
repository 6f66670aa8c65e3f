/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register that an earlier version of the program wrote opens with everything in it; its file stays as it is until it is saved. */

#include "mou-migration.h"
#include "mou-publish.h"
#include "mou-table.h"
#include "store-fixture.h"

#include <sqlite3.h>

typedef struct
{
  char *folder;
  char *file; /* of version 1, as its user has it */
  char *copy;
  char *data; /* of the file */
  gsize size;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOU_OLD_VERSIONS"), "version-1.mou", NULL);

  fixture->folder = g_dir_make_tmp ("mou-migration-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "user.mou", NULL);
  fixture->copy = g_build_filename (fixture->folder, "copy.mou", NULL);
  fixture->data = store_fixture_read (path, &fixture->size);
  store_fixture_write (fixture->file, fixture->data, fixture->size);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->copy);
  g_free (fixture->data);
}

static gint64
query (const char *path, const char *sql)
{
  sqlite3 *db;
  sqlite3_stmt *statement;
  gint64 value;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return value;
}

static void
assert_file_is_untouched (Fixture *fixture)
{
  gsize size;
  g_autofree char *now = store_fixture_read (fixture->file, &size);

  g_assert_cmpmem (now, size, fixture->data, fixture->size);
}

/* The rows of a file of any version, read as they are. */
static char *
dump_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouSqlite) db = mou_sqlite_open (path, MOU_SQLITE_CHECK, NULL, &error);
  g_autoptr (MouRegister) rows = mou_register_new ();

  g_assert_no_error (error);
  mou_tables_load (db, rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mou_register_get_size (rows), >, 500);

  return store_fixture_dump (rows);
}

static MouStore *
take_in (Fixture *fixture, MouFileIdentity *identity)
{
  g_autoptr (GError) error = NULL;

  mou_intake (fixture->file, fixture->copy, identity, NULL, &error);
  g_assert_no_error (error);
  MouStore *store = mou_store_open (fixture->copy, &error);
  g_assert_no_error (error);

  return store;
}

static void
test_everything_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  g_autofree char *before = dump_file (fixture->file);
  gint64 n_lines = query (fixture->file, "SELECT count(*) FROM change");

  g_assert_cmpint (query (fixture->file, "PRAGMA user_version"), ==, 1);
  g_autoptr (MouStore) store = take_in (fixture, &identity);
  g_assert_cmpint (query (fixture->copy, "PRAGMA user_version"), ==, MOU_SCHEMA_VERSION);
  assert_file_is_untouched (fixture);

  g_autofree char *after = store_fixture_dump (mou_store_get_register (store));
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (mou_store_get_entry (store), ==, query (fixture->file, "SELECT max (entry) FROM journal"));
  g_assert_cmpint (query (fixture->copy, "SELECT count(*) FROM change"), ==, n_lines);
  g_assert_true (mou_journal_verify (store, &error));
  g_assert_no_error (error);

  /* With chain and content hash, which version 1 had written. */
  g_assert_true (mou_intake_verify (fixture->copy, NULL, &error));
  g_assert_no_error (error);
}

static void
test_undo_across (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  gint64 entry;
  g_autoptr (MouStore) store = take_in (fixture, &identity);
  g_autofree char *before = store_fixture_dump (mou_store_get_register (store));

  g_assert_cmpint (mou_journal_get_undoable (store, NULL), ==, 7);
  g_assert_cmpint (mou_journal_get_redoable (store, NULL), ==, 8);
  g_assert_true (mou_journal_redo (store, "tester", &entry, &error));
  g_assert_cmpint (entry, ==, 10);
  g_autofree char *redone = store_fixture_dump (mou_store_get_register (store));
  g_assert_cmpstr (redone, !=, before);
  g_assert_true (mou_journal_undo (store, "tester", &entry, &error));
  g_assert_no_error (error);
  g_autofree char *undone = store_fixture_dump (mou_store_get_register (store));
  g_assert_cmpstr (undone, ==, before);

  g_clear_pointer (&store, mou_store_free);
  g_assert_true (mou_intake_verify (fixture->copy, NULL, &error));
  g_assert_no_error (error);
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity, saved;
  g_autofree char *again = g_build_filename (fixture->folder, "again.mou", NULL);
  g_autoptr (MouStore) store = take_in (fixture, &identity);
  g_autofree char *before = store_fixture_dump (mou_store_get_register (store));

  mou_publish (store, fixture->file, &identity, &saved, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query (fixture->file, "PRAGMA user_version"), ==, MOU_SCHEMA_VERSION);
  mou_intake (fixture->file, again, &identity, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *after = dump_file (again);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (query (again, "SELECT count(*) FROM journal"), ==, 9);
}

/* The program crashed, was updated, and finds its copy again. */
static void
test_abandoned_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump_file (fixture->file);

  store_fixture_write (fixture->copy, fixture->data, fixture->size);
  g_assert_true (mou_intake_verify (fixture->copy, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (MouStore) store = mou_store_open (fixture->copy, &error);
  g_assert_no_error (error);
  g_autofree char *after = store_fixture_dump (mou_store_get_register (store));
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (query (fixture->copy, "PRAGMA user_version"), ==, MOU_SCHEMA_VERSION);
}

/* A file is held against its own version before it is migrated. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    MouStoreError error;
  } damages[] = {
    { "CREATE TABLE signing (id INTEGER NOT NULL PRIMARY KEY)", MOU_STORE_ERROR_REFUSED },
    { "PRAGMA user_version = 2", MOU_STORE_ERROR_REFUSED },
    { "UPDATE indicator SET weight = '99' WHERE code = '1.1'", MOU_STORE_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;
      MouFileIdentity identity;

      store_fixture_write (fixture->file, fixture->data, fixture->size);
      store_fixture_tamper (fixture->file, damages[i].sql);
      g_assert_false (mou_intake (fixture->file, fixture->copy, &identity, NULL, &error));
      g_assert_error (error, MOU_STORE_ERROR, (int) damages[i].error);
      g_assert_false (g_file_test (fixture->copy, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/migration/everything-is-kept", Fixture, NULL, set_up, test_everything_is_kept, tear_down);
  g_test_add ("/store/migration/undo-across", Fixture, NULL, set_up, test_undo_across, tear_down);
  g_test_add ("/store/migration/saved", Fixture, NULL, set_up, test_saved, tear_down);
  g_test_add ("/store/migration/abandoned-copy", Fixture, NULL, set_up, test_abandoned_copy, tear_down);
  g_test_add ("/store/migration/refused", Fixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
