/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers of a version that does not exist yet: what is known is shown, what is not is refused, and the file is left alone. */

#include "mou-hash.h"
#include "mou-intake-newer.h"
#include "mou-publish.h"
#include "store-fixture.h"

typedef struct
{
  StoreFixture store;
  char *file;
  char *copy;
  char *dump;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;

  store_fixture_set_up (&fixture->store, NULL);
  store_fixture_set (fixture->store.store, fixture->store.first, MOU_INDICATOR_WEIGHT, "55");
  g_assert_true (mou_journal_undo (fixture->store.store, "tester", NULL, &error));
  fixture->file = store_fixture_build_path (&fixture->store, "user.mou");
  fixture->copy = store_fixture_build_path (&fixture->store, "copy.mou");
  fixture->dump = store_fixture_dump (mou_store_get_register (fixture->store.store));
  mou_publish (fixture->store.store, fixture->file, NULL, &identity, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_tear_down (&fixture->store, NULL);
  g_free (fixture->file);
  g_free (fixture->copy);
  g_free (fixture->dump);
}

#define NEWER "PRAGMA user_version = 99; "

static gboolean
take_in (Fixture *fixture, const char *sql, GError **error)
{
  MouFileIdentity identity, again;
  g_autoptr (GError) refusal = NULL;
  gsize size, size_after;
  g_autofree char *statements = g_strconcat (NEWER, sql, NULL);

  store_fixture_tamper (fixture->file, statements);
  g_autofree char *before = store_fixture_read (fixture->file, &size);
  g_assert_false (mou_intake (fixture->file, fixture->copy, &identity, NULL, &refusal));
  g_assert_error (refusal, MOU_STORE_ERROR, MOU_STORE_ERROR_NEWER);
  gboolean taken = mou_intake_newer (fixture->file, fixture->copy, &identity, NULL, error);
  g_autofree char *after = store_fixture_read (fixture->file, &size_after);
  g_assert_cmpmem (before, size, after, size_after);
  g_assert_cmpint (taken, ==, g_file_test (fixture->copy, G_FILE_TEST_EXISTS));
  if (taken)
    {
      g_assert_true (mou_file_identify (fixture->file, &again, NULL));
      g_assert_cmpstr (identity.sha256, ==, again.sha256);
    }

  return taken;
}

static const struct
{
  const char *name;
  const char *sql;
} additions[] = {
  { "version-only", "" },
  { "column", "ALTER TABLE indicator ADD COLUMN colour TEXT; UPDATE indicator SET colour = 'red'" },
  { "column-of-the-journal", "ALTER TABLE journal ADD COLUMN device TEXT" },
  { "table", "CREATE TABLE opinion (id INTEGER NOT NULL PRIMARY KEY, parent INTEGER REFERENCES indicator (id), text TEXT) STRICT; "
             "INSERT INTO opinion SELECT id + 1, id, 'x' FROM indicator; CREATE INDEX opinion_parent ON opinion (parent)" },
  { "choice", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '''linear''', '''linear'', ''curved''') "
              "WHERE name = 'indicator'" },
};

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *label = NULL;

  take_in (fixture, additions[GPOINTER_TO_UINT (data)].sql, &error);
  g_assert_no_error (error);

  g_autoptr (MouStore) store = mou_store_open (fixture->copy, &error);
  g_assert_no_error (error);
  g_autofree char *dump = store_fixture_dump (mou_store_get_register (store));
  g_assert_cmpstr (dump, ==, fixture->dump);
  g_assert_cmpint (mou_store_get_entry (store), ==, 3);
  g_assert_cmpint (mou_journal_get_redoable (store, &label), ==, 2);
  g_assert_true (mou_journal_verify (store, &error));
  g_autoptr (GPtrArray) lines = mou_journal_list_changes (store, 2, &error);
  g_assert_cmpuint (lines->len, ==, 1);
}

/* Entries that speak of what is not known, and of a kind that is not: the known part of the history stays. */
static void
test_unknown_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouHash) hash = mou_hash_new ();
  g_autoptr (GPtrArray) entries = mou_journal_list (fixture->store.store, 1, &error);
  const MouJournalEntry *last = g_ptr_array_index (entries, 0);
  static const char *const line[] = { "opinion", "i", "text", NULL, "x" };

  mou_hash_add_text (hash, last->hash);
  mou_hash_add_integer (hash, 4);
  mou_hash_add_text (hash, "2030-01-01T00:00:00Z");
  mou_hash_add_text (hash, "somebody");
  mou_hash_add_text (hash, "Give an opinion");
  mou_hash_add_text (hash, "opine");
  mou_hash_add_integer (hash, 0);
  mou_hash_add_text (hash, line[0]);
  mou_hash_add_integer (hash, 7);
  for (guint i = 1; i < G_N_ELEMENTS (line); i++)
    mou_hash_add_text (hash, line[i]);
  g_autofree char *found = mou_hash_finish (hash);
  g_autofree char *sql = g_strdup_printf (
      "PRAGMA ignore_check_constraints = ON; "
      "INSERT INTO journal VALUES (4, '2030-01-01T00:00:00Z', 'somebody', 'Give an opinion', 'opine', NULL, '%s', '%s'); "
      "INSERT INTO change VALUES (4, 1, 'opinion', 7, 'i', 'text', NULL, 'x'); "
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '''status''', '''status'', ''opine''') "
      "WHERE name = 'journal'",
      last->hash, found);

  take_in (fixture, sql, &error);
  g_assert_no_error (error);
  g_autoptr (MouStore) store = mou_store_open (fixture->copy, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mou_store_get_entry (store), ==, 4);
  g_assert_true (mou_journal_verify (store, &error));
  g_autoptr (GPtrArray) lines = mou_journal_list_changes (store, 4, &error);
  g_assert_cmpuint (lines->len, ==, 0);
}

static const struct
{
  const char *name;
  const char *sql;
  MouStoreError code;
  const char *reason;
} refusals[] = {
  { "trigger", "CREATE TRIGGER t AFTER UPDATE ON indicator BEGIN DELETE FROM level; END", MOU_STORE_ERROR_REFUSED, "structure" },
  { "view", "CREATE VIEW v AS SELECT * FROM indicator", MOU_STORE_ERROR_REFUSED, "structure" },
  { "virtual-table", "CREATE VIRTUAL TABLE v USING fts5 (x)", MOU_STORE_ERROR_REFUSED, "structure" },
  { "missing-table", "DROP TABLE evidence", MOU_STORE_ERROR_REFUSED, "structure" },
  { "missing-column", "ALTER TABLE indicator RENAME COLUMN owner TO keeper", MOU_STORE_ERROR_REFUSED, "structure" },
  { "computed-column",
    "ALTER TABLE indicator RENAME COLUMN owner TO keeper; ALTER TABLE indicator ADD COLUMN owner TEXT AS (length (name))",
    MOU_STORE_ERROR_REFUSED, "structure" },
  { "not-ours", "PRAGMA application_id = 77", MOU_STORE_ERROR_REFUSED, "not a register" },
  { "unknown-choice",
    "PRAGMA ignore_check_constraints = ON; UPDATE indicator SET kind = 'curved' WHERE code = '1.1'; "
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '''linear''', '''linear'', ''curved''') "
    "WHERE name = 'indicator'",
    MOU_STORE_ERROR_NEWER, "curved" },
  { "cycle", "UPDATE indicator SET \"group\" = (SELECT id FROM indicator WHERE code = '1.1') WHERE code = '1'", MOU_STORE_ERROR_NEWER,
    "newer version" },
  { "dangling", "DELETE FROM agreement", MOU_STORE_ERROR_NEWER, "newer version" },
  { "forged-history", "UPDATE journal SET label = 'Nothing'", MOU_STORE_ERROR_NEWER, "history" },
  { "cut-history", "DELETE FROM change WHERE entry = 1", MOU_STORE_ERROR_NEWER, "history" },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (refusals[i].name, "not-ours"))
    {
      MouFileIdentity identity;
      store_fixture_tamper (fixture->file, refusals[i].sql);
      g_assert_false (mou_intake_newer (fixture->file, fixture->copy, &identity, NULL, &error));
    }
  else
    g_assert_false (take_in (fixture, refusals[i].sql, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, MOU_STORE_ERROR, (int) refusals[i].code);
  g_assert_nonnull (strstr (error->message, refusals[i].reason));
  g_assert_nonnull (strstr (error->message, "user.mou"));
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  gsize size;

  store_fixture_tamper (fixture->file, NEWER);
  g_autofree char *bytes = store_fixture_read (fixture->file, &size);
  memset (bytes + 8 * 4096, 0, 4096);
  store_fixture_write (fixture->file, bytes, size);
  g_assert_false (mou_intake_newer (fixture->file, fixture->copy, &identity, NULL, &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "damaged"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/newer/shown/%s", additions[i].name);
      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_shown, tear_down);
    }
  g_test_add ("/store/newer/unknown-lines", Fixture, NULL, set_up, test_unknown_lines, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/newer/refused/%s", refusals[i].name);
      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_refused, tear_down);
    }
  g_test_add ("/store/newer/damaged", Fixture, NULL, set_up, test_damaged, tear_down);

  return g_test_run ();
}
