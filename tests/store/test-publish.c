/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Publishing replaces the target with a whole file, or leaves it and its folder exactly as they were. */

#include "mou-publish.h"
#include "store-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  StoreFixture store;
  char *folder;
  char *file;
  MouFileIdentity identity;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->store, NULL);
  fixture->folder = store_fixture_build_path (&fixture->store, "documents");
  fixture->file = g_build_filename (fixture->folder, "ข้อตกลง 2567.mou", NULL);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->folder);
  g_free (fixture->file);
  store_fixture_tear_down (&fixture->store, NULL);
}

static void
publish (Fixture *fixture, const char *path, const MouFileIdentity *expected)
{
  g_autoptr (GError) error = NULL;

  mou_publish (fixture->store.store, path, expected, &fixture->identity, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *fixture, const char *path, const MouFileIdentity *expected, MouStoreError code)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;

  g_assert_false (mou_publish (fixture->store.store, path, expected, &identity, NULL, &error));
  g_assert_error (error, MOU_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
}

static void
assert_files (Fixture *fixture, guint expected)
{
  guint count = 0;

  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    count++;
  g_assert_cmpuint (count, ==, expected);
}

/* The file at `path` is what the store holds. */
static void
assert_published (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  g_autofree char *copy = store_fixture_build_path (&fixture->store, "copy.mou");

  g_remove (copy);
  mou_intake (path, copy, &identity, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (identity.sha256, ==, fixture->identity.sha256);
  g_assert_cmpuint (identity.size, ==, fixture->identity.size);
  g_assert_cmpint (identity.modified_us, ==, fixture->identity.modified_us);

  g_autoptr (MouStore) store = mou_store_open (copy, &error);
  g_assert_no_error (error);
  g_autofree char *expected = store_fixture_dump (mou_store_get_register (fixture->store.store));
  g_autofree char *found = store_fixture_dump (mou_store_get_register (store));
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (mou_store_get_entry (store), ==, mou_store_get_entry (fixture->store.store));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  publish (fixture, fixture->file, NULL);
  assert_published (fixture, fixture->file);
  assert_files (fixture, 1);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  publish (fixture, fixture->file, NULL);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *weight = g_strdup_printf ("%d", i);
      store_fixture_set (fixture->store.store, fixture->store.first, MOU_INDICATOR_WEIGHT, weight);
      MouFileIdentity before = fixture->identity;
      publish (fixture, fixture->file, &before);
      assert_published (fixture, fixture->file);
    }
  assert_files (fixture, 1);
}

static void
test_mode_is_kept (Fixture *fixture, gconstpointer data)
{
  struct stat info;

  publish (fixture, fixture->file, NULL);
  g_assert_cmpint (g_chmod (fixture->file, 0640), ==, 0);
  publish (fixture, fixture->file, NULL);
  g_assert_cmpint (g_stat (fixture->file, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0640);
}

static void
test_new_file_has_usual_mode (Fixture *fixture, gconstpointer data)
{
  struct stat info;
  mode_t mask = umask (027);

  publish (fixture, fixture->file, NULL);
  umask (mask);
  g_assert_cmpint (g_stat (fixture->file, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0640);
}

/* A link stays a link; what it leads to is replaced. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = store_fixture_build_path (&fixture->store, "link.mou");

  g_assert_cmpint (symlink ("documents/ข้อตกลง 2567.mou", link), ==, 0);
  publish (fixture, link, NULL); /* leads nowhere yet */
  publish (fixture, link, NULL);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_IS_SYMLINK));
  assert_published (fixture, fixture->file);
  assert_files (fixture, 1);
}

static void
test_link_circle (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (symlink (fixture->file, fixture->file), ==, 0);
  assert_refused (fixture, fixture->file, NULL, MOU_STORE_ERROR_SYSTEM);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  publish (fixture, fixture->file, NULL);
  store_fixture_write (fixture->file, "somebody else's", 15);
  assert_refused (fixture, fixture->file, &fixture->identity, MOU_STORE_ERROR_CHANGED);
  g_autofree char *kept = store_fixture_read (fixture->file, NULL);
  g_assert_cmpstr (kept, ==, "somebody else's");
  assert_files (fixture, 1);

  publish (fixture, fixture->file, NULL); /* the user agreed */
  assert_published (fixture, fixture->file);
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  publish (fixture, fixture->file, NULL);
  g_remove (fixture->file);
  assert_refused (fixture, fixture->file, &fixture->identity, MOU_STORE_ERROR_CHANGED);
  assert_files (fixture, 0);
}

/* Only its time changed, by a copy or a backup program: that is no change. */
static void
test_touched (Fixture *fixture, gconstpointer data)
{
  struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

  publish (fixture, fixture->file, NULL);
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->file, times, 0), ==, 0);
  MouFileIdentity before = fixture->identity;
  publish (fixture, fixture->file, &before);
  assert_published (fixture, fixture->file);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  store_fixture_write (fixture->file, "old", 3);
  g_assert_cmpint (g_chmod (fixture->file, 0444), ==, 0);
  assert_refused (fixture, fixture->file, NULL, MOU_STORE_ERROR_SYSTEM);
  g_autofree char *kept = store_fixture_read (fixture->file, NULL);
  g_assert_cmpstr (kept, ==, "old");
  assert_files (fixture, 1);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "x.mou", NULL);

  assert_refused (fixture, path, NULL, MOU_STORE_ERROR_SYSTEM);
  assert_refused (fixture, fixture->folder, NULL, MOU_STORE_ERROR_SYSTEM);
  assert_files (fixture, 0);
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stem = g_strnfill (251, 'n');
  g_autofree char *name = g_strconcat (stem, ".mou", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *too_long = g_strconcat (path, "x", NULL);

  publish (fixture, path, NULL);
  assert_published (fixture, path);
  assert_refused (fixture, too_long, NULL, MOU_STORE_ERROR_SYSTEM);
  assert_files (fixture, 1);
}

/* Parts of dead processes go; that of a living one, and other files, stay. */
static void
test_stale_parts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stale = g_build_filename (fixture->folder, ".ข้อตกลง 2567.mou.part-999999999-00000000", NULL);
  g_autofree char *stale_journal = g_strconcat (stale, "-journal", NULL);
  g_autofree char *alive = g_strdup_printf ("%s/.ข้อตกลง 2567.mou.part-%d-00000000", fixture->folder, (int) getppid ());
  g_autofree char *other = g_build_filename (fixture->folder, ".other.mou.part-999999999-00000000", NULL);

  store_fixture_write (stale, "", 0);
  store_fixture_write (stale_journal, "", 0);
  store_fixture_write (alive, "", 0);
  store_fixture_write (other, "", 0);
  publish (fixture, fixture->file, NULL);
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (stale_journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (alive, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  assert_files (fixture, 3);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MouFileIdentity identity;

  g_cancellable_cancel (cancellable);
  g_assert_false (mou_publish (fixture->store.store, fixture->file, NULL, &identity, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_files (fixture, 0);
  publish (fixture, fixture->file, NULL);
}

/* Killed after the rename, before the working copy was told of it: the next save knows its own file, and only that. */
static void
test_not_noted (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity noted, never_noted, later;
  g_autofree char *target = store_fixture_build_path (fixture, "user.mou");

  g_assert_true (mou_publish (fixture->store, target, NULL, &noted, NULL, &error));
  store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "7");
  g_assert_true (mou_publish (fixture->store, target, &noted, &never_noted, NULL, &error));
  store_fixture_reopen (fixture);
  store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "8");
  g_assert_true (mou_publish (fixture->store, target, &noted, &later, NULL, &error));
  g_assert_no_error (error);

  store_fixture_write (target, "somebody else's", 15);
  g_assert_false (mou_publish (fixture->store, target, &later, &later, NULL, &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_CHANGED);
}

#define ADD(name, function) g_test_add ("/store/publish/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/publish/not-noted", StoreFixture, NULL, store_fixture_set_up, test_not_noted, store_fixture_tear_down);
  ADD ("new", test_new);
  ADD ("again", test_again);
  ADD ("mode-is-kept", test_mode_is_kept);
  ADD ("new-file-has-usual-mode", test_new_file_has_usual_mode);
  ADD ("link", test_link);
  ADD ("link-circle", test_link_circle);
  ADD ("changed", test_changed);
  ADD ("removed", test_removed);
  ADD ("touched", test_touched);
  ADD ("read-only", test_read_only);
  ADD ("no-folder", test_no_folder);
  ADD ("long-name", test_long_name);
  ADD ("stale-parts", test_stale_parts);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
