/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* No room on the disk: RLIMIT_FSIZE makes every write beyond a size fail, for an edit and for publishing, at many sizes. Each time
 * there is an error, nothing is half done, the old file is what it was, and with room again the same thing works. */

#include "mou-publish.h"
#include "store-fixture.h"

#include <signal.h>
#include <sys/resource.h>

#define N_SIZES 24

static void
set_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static guint
count_files (const char *folder)
{
  guint count = 0;

  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    count++;

  return count;
}

static gsize
measure (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return (gsize) info.st_size;
}

/* An edit large enough to need new pages. */
static gboolean
edit_under_limit (MouStore *store, gint64 indicator, rlim_t bytes, GError **error)
{
  g_autofree char *text = g_strnfill (20000, 'x');

  set_limit (bytes);
  g_autoptr (MouEdit) edit = mou_edit_begin (store, MOU_ENTRY_EDIT, "tester", "Edit", error);
  gboolean done = edit != NULL && mou_edit_set (edit, indicator, MOU_INDICATOR_DEFINITION, text, error)
                  && mou_edit_set (edit, indicator, MOU_INDICATOR_WEIGHT, "7", error) && mou_edit_commit (edit, NULL, error);
  g_clear_pointer (&edit, mou_edit_free);
  set_limit (RLIM_INFINITY);

  return done;
}

static void
test_edit (StoreFixture *fixture, gconstpointer data)
{
  gsize size = measure (fixture->path);
  g_autofree char *before = store_fixture_dump (mou_store_get_register (fixture->store));

  for (guint i = 0; i < N_SIZES; i++)
    {
      g_autoptr (GError) error = NULL;
      rlim_t limit = i == 0 ? 0 : (rlim_t) (size * i / N_SIZES);
      g_assert_false (edit_under_limit (fixture->store, fixture->first, limit, &error));
      g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM);
      g_test_message ("%u: %s", (guint) limit, error->message);
      g_autofree char *in_memory = store_fixture_dump (mou_store_get_register (fixture->store));
      g_assert_cmpstr (in_memory, ==, before);

      store_fixture_reopen (fixture);
      g_autofree char *in_file = store_fixture_dump (mou_store_get_register (fixture->store));
      g_assert_cmpstr (in_file, ==, before);
      g_assert_cmpint (mou_store_get_entry (fixture->store), ==, 1);
    }

  g_autoptr (GError) error = NULL;
  g_assert_true (edit_under_limit (fixture->store, fixture->first, RLIM_INFINITY, &error));
  g_assert_no_error (error);
}

/* Without reopening: either the next edit works, or it says that the register must be opened again. */
static void
test_edit_goes_on (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) later = NULL;

  g_assert_false (edit_under_limit (fixture->store, fixture->first, 8192, &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM);
  g_assert_true (edit_under_limit (fixture->store, fixture->first, RLIM_INFINITY, &later));
  g_assert_no_error (later);
  g_autofree char *in_memory = store_fixture_dump (mou_store_get_register (fixture->store));
  store_fixture_reopen (fixture);
  g_autofree char *in_file = store_fixture_dump (mou_store_get_register (fixture->store));
  g_assert_cmpstr (in_file, ==, in_memory);
}

static void
test_publish (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity, later;
  gsize size, size_after;
  g_autofree char *target = store_fixture_build_path (fixture, "user.mou");

  g_assert_true (mou_publish (fixture->store, target, NULL, &identity, NULL, &error));
  store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "7");
  g_autofree char *before = store_fixture_read (target, &size);
  guint n_files = count_files (fixture->folder);

  for (guint i = 0; i < N_SIZES; i++)
    {
      g_autoptr (GError) failure = NULL;
      set_limit (i == 0 ? 0 : (rlim_t) (size * i / N_SIZES));
      gboolean done = mou_publish (fixture->store, target, &identity, &later, NULL, &failure);
      set_limit (RLIM_INFINITY);
      g_assert_false (done);
      g_assert_error (failure, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM);
      g_autofree char *after = store_fixture_read (target, &size_after);
      g_assert_cmpmem (after, size_after, before, size);
    }

  g_assert_true (mou_publish (fixture->store, target, &identity, &later, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
}

/* The copy that intake makes. */
static void
test_intake (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  g_autofree char *copy = store_fixture_build_path (fixture, "copy.mou");
  gsize size = measure (fixture->path);

  g_clear_pointer (&fixture->store, mou_store_free);
  for (guint i = 0; i < N_SIZES; i++)
    {
      g_autoptr (GError) failure = NULL;
      set_limit ((rlim_t) (size * i / N_SIZES));
      gboolean done = mou_intake (fixture->path, copy, &identity, NULL, &failure);
      set_limit (RLIM_INFINITY);
      g_assert_false (done);
      g_assert_error (failure, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM);
      g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
    }
  g_assert_true (mou_intake (fixture->path, copy, &identity, NULL, &error));
  g_assert_no_error (error);
}

#define ADD(name, function) g_test_add ("/store/full/" name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);

  ADD ("edit", test_edit);
  ADD ("edit-goes-on", test_edit_goes_on);
  ADD ("publish", test_publish);
  ADD ("intake", test_intake);

  return g_test_run ();
}
