/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register of several megabytes, whose proofs are made side by side: it is refused for the same reasons as a small one, and it can
 * be edited while a thread saves it. */

#include "mou-publish.h"
#include "store-fixture.h"

#define N_INDICATORS 1500
#define LARGE_SIZE (2 * 1024 * 1024)
#define N_SAVES 4

typedef struct
{
  StoreFixture store;
  char *file;
  char *copy;
  MouFileIdentity identity;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (&fixture->store, NULL);
  store_fixture_fill (fixture->store.store, N_INDICATORS);
  fixture->file = store_fixture_build_path (&fixture->store, "user.mou");
  fixture->copy = store_fixture_build_path (&fixture->store, "copy.mou");
  mou_publish (fixture->store.store, fixture->file, NULL, &fixture->identity, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->identity.size, >, LARGE_SIZE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_tear_down (&fixture->store, NULL);
  g_free (fixture->file);
  g_free (fixture->copy);
}

static void
test_opened (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  g_autofree char *expected = store_fixture_dump (mou_store_get_register (fixture->store.store));

  g_autoptr (MouStore) store = mou_intake_open (fixture->file, fixture->copy, &identity, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *found = store_fixture_dump (mou_store_get_register (store));
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (identity.sha256, ==, fixture->identity.sha256);
  store_fixture_set (store, fixture->store.first, MOU_INDICATOR_WEIGHT, "3");
  g_assert_cmpstr (store_fixture_get (store, fixture->store.first, MOU_INDICATOR_WEIGHT), ==, "3");
}

typedef struct
{
  const char *name;
  const char *sql;
  const char *reason;
} Tampering;

static const Tampering tamperings[] = {
  { "value", "UPDATE indicator SET weight = 'ten'", "weight" },
  { "content", "UPDATE level SET value = '987' WHERE id = (SELECT min (id) FROM level)", "it is not what its history says" },
  { "line", "UPDATE change SET new = 'other' WHERE ordinal = 5", "its history does not hold together" },
  { "reference", "DELETE FROM agreement", "refers to one that is not there" },
  { "check", "PRAGMA ignore_check_constraints = ON; UPDATE indicator SET kind = 'magic'", "CHECK constraint" },
  { "structure-before-rows", "PRAGMA ignore_check_constraints = ON; UPDATE indicator SET kind = 'magic', weight = 'ten'",
    "CHECK constraint" },
  { "rows-before-history", "UPDATE indicator SET weight = 'ten'; UPDATE change SET new = 'other' WHERE ordinal = 5", "weight" },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const Tampering *tampering = data;
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;

  store_fixture_tamper (fixture->file, tampering->sql);
  g_assert_null (mou_intake_open (fixture->file, fixture->copy, &identity, NULL, &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, tampering->reason));
  g_assert_false (g_file_test (fixture->copy, G_FILE_TEST_EXISTS));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MouFileIdentity identity;

  g_cancellable_cancel (cancellable);
  g_assert_null (mou_intake_open (fixture->file, fixture->copy, &identity, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
save_in_thread (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < N_SAVES; i++)
    {
      g_autoptr (GError) error = NULL;
      const MouFileIdentity before = fixture->identity;

      mou_publish (fixture->store.store, fixture->file, &before, &fixture->identity, NULL, &error);
      g_assert_no_error (error);
    }

  return NULL;
}

/* Whatever entry a save happens to end with, the file is whole; and no edit is lost in the store. */
static void
test_edited_while_saved (Fixture *fixture, gconstpointer data)
{
  MouStore *store = fixture->store.store;
  gint64 before = mou_store_get_entry (store);
  guint n_edits = 0;
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;

  GThread *thread = g_thread_new ("save", save_in_thread, fixture);
  for (; n_edits < 60; n_edits++)
    {
      g_autofree char *weight = g_strdup_printf ("%u", n_edits + 10);
      store_fixture_set (store, fixture->store.first, MOU_INDICATOR_WEIGHT, weight);
      g_autoptr (GPtrArray) entries = mou_journal_list (store, 1, &error);
      g_assert_cmpint (((MouJournalEntry *) g_ptr_array_index (entries, 0))->entry, ==, before + n_edits + 1);
    }
  g_thread_join (thread);

  g_assert_cmpint (mou_store_get_entry (store), ==, before + n_edits);
  g_autoptr (MouStore) saved = mou_intake_open (fixture->file, fixture->copy, &identity, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mou_store_get_entry (saved), >=, before);
  g_assert_cmpstr (identity.sha256, ==, fixture->identity.sha256);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/large/opened", Fixture, NULL, set_up, test_opened, tear_down);
  g_test_add ("/store/large/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/store/large/edited-while-saved", Fixture, NULL, set_up, test_edited_while_saved, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *path = g_strconcat ("/store/large/refused/", tamperings[i].name, NULL);
      g_test_add (path, Fixture, &tamperings[i], set_up, test_refused, tear_down);
    }

  return g_test_run ();
}
