/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is kept of the users' files: which copies, where, whole, and for nobody else's eyes. */

#include "mou-backup.h"
#include "mou-disk.h"
#include "store-fixture.h"

#include <unistd.h>

/* Which stay */

static gint64
at (int year, int month, int day, int hour)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, day, hour, 0, 0);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

/* Ten of one afternoon, newest first. */
static guint
add_newest (gint64 *times)
{
  for (int i = 0; i < 10; i++)
    times[i] = at (2026, 11, 21, 20 - i);

  return 10;
}

static const struct
{
  int year, month, day, hour;
  gboolean keeps;
} older[] = {
  { 2026, 11, 21, 9, TRUE },   /* the week of the newest ten keeps one more */
  { 2026, 11, 20, 9, FALSE },  /* the same week */
  { 2026, 11, 16, 0, FALSE },  /* its Monday */
  { 2026, 11, 15, 23, TRUE },  /* the Sunday before */
  { 2026, 11, 9, 1, FALSE },   /* its Monday */
  { 2026, 10, 1, 12, TRUE },   /* weeks without any are no loss */
  { 2026, 1, 2, 12, TRUE },    /* week 53 of 2025 in the calendar's eyes, in truth week 1 of 2026 */
  { 2025, 12, 29, 12, FALSE }, /* its Monday, in another year */
  { 2025, 12, 28, 12, TRUE },
};

static void
test_choose_weeks (void)
{
  gint64 times[10 + G_N_ELEMENTS (older)];
  gboolean keeps[G_N_ELEMENTS (times)];
  guint n_times = add_newest (times);

  for (guint i = 0; i < G_N_ELEMENTS (older); i++)
    times[n_times++] = at (older[i].year, older[i].month, older[i].day, older[i].hour);
  mou_backup_choose (times, n_times, keeps);
  for (guint i = 0; i < 10; i++)
    g_assert_true (keeps[i]);
  for (guint i = 0; i < G_N_ELEMENTS (older); i++)
    if (keeps[10 + i] != older[i].keeps)
      g_error ("%d-%02d-%02d: %s", older[i].year, older[i].month, older[i].day, keeps[10 + i] ? "kept" : "gone");
}

static void
test_choose_few (void)
{
  gint64 times[10];
  gboolean keeps[10] = { FALSE };

  mou_backup_choose (NULL, 0, NULL);
  for (guint i = 0; i < 10; i++)
    times[i] = 0; /* all at once, and long ago */
  mou_backup_choose (times, 10, keeps);
  for (guint i = 0; i < 10; i++)
    g_assert_true (keeps[i]);
}

/* One a day for three years: the newest ten and fifty-two of the weeks. */
static void
test_choose_cap (void)
{
  gint64 times[1000];
  gboolean keeps[1000];
  guint n_kept = 0, oldest = 0;

  for (int i = 0; i < 1000; i++)
    times[i] = at (2026, 11, 21, 12) - i * G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC;
  mou_backup_choose (times, 1000, keeps);
  for (guint i = 0; i < 1000; i++)
    if (keeps[i])
      {
        n_kept++;
        oldest = i;
      }
  g_assert_cmpuint (n_kept, ==, MOU_BACKUP_N_NEWEST + MOU_BACKUP_N_WEEKS);
  g_assert_cmpuint (oldest, >=, 51 * 7);
  g_assert_cmpuint (oldest, <=, 54 * 7);
}

/* What stays once stays when nothing newer comes. */
static void
test_choose_again (void)
{
  gint64 times[300], left[300];
  gboolean keeps[300];
  guint n_left = 0;

  for (int i = 0; i < 300; i++)
    times[i] = at (2026, 11, 21, 12) - i * G_GINT64_CONSTANT (50000) * G_USEC_PER_SEC;
  mou_backup_choose (times, 300, keeps);
  for (guint i = 0; i < 300; i++)
    if (keeps[i])
      left[n_left++] = times[i];
  mou_backup_choose (left, n_left, keeps);
  for (guint i = 0; i < n_left; i++)
    g_assert_true (keeps[i]);
}

/* Making and listing */

typedef struct
{
  StoreFixture store;
  char *state;
  char *target;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  store_fixture_set_up (&self->store, NULL);
  self->state = store_fixture_build_path (&self->store, "state");
  self->target = store_fixture_build_path (&self->store, "user.mou");
  store_fixture_write (self->target, "one", 3);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->state);
  g_free (self->target);
  store_fixture_tear_down (&self->store, NULL);
}

static void
make (Fixture *self, const char *target)
{
  g_autoptr (GError) error = NULL;

  mou_backup_make (self->state, target, NULL, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (Fixture *self, const char *target, guint expected)
{
  GPtrArray *found = mou_backup_list (self->state, target);

  g_assert_cmpuint (found->len, ==, expected);

  return found;
}

static void
assert_holds (const MouBackup *backup, const char *expected)
{
  gsize size;
  g_autofree char *data = store_fixture_read (backup->path, &size);

  g_assert_cmpmem (data, size, expected, strlen (expected));
  g_assert_cmpuint (backup->size, ==, size);
}

static void
test_make (Fixture *self, gconstpointer data)
{
  const gint64 before = g_get_real_time ();

  make (self, self->target);
  store_fixture_write (self->target, "two", 3);
  make (self, self->target);
  make (self, self->target); /* the same file again */

  g_autoptr (GPtrArray) found = list (self, self->target, 2);
  assert_holds (g_ptr_array_index (found, 0), "two");
  assert_holds (g_ptr_array_index (found, 1), "one");
  const MouBackup *newest = g_ptr_array_index (found, 0);
  g_assert_cmpint (newest->at_us, >=, before);
  g_assert_cmpint (newest->at_us, <=, g_get_real_time ());
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "two", 3);
  g_assert_cmpstr (newest->sha256, ==, sum);
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  g_autofree char *other = store_fixture_build_path (&self->store, "other.mou");

  make (self, other);
  G_GNUC_UNUSED g_autoptr (GPtrArray) none = list (self, other, 0);
}

/* A file that is not what will be replaced: publishing refuses, so nothing need be kept. */
static void
test_unexpected (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;

  g_assert_true (mou_file_identify (self->target, &identity, NULL));
  store_fixture_write (self->target, "somebody else's", 15);
  mou_backup_make (self->state, self->target, &identity, &error);
  g_assert_no_error (error);
  G_GNUC_UNUSED g_autoptr (GPtrArray) none = list (self, self->target, 0);
}

/* All names of a file have the same backups, and those of a file that is gone are still found. */
static void
test_names (Fixture *self, gconstpointer data)
{
  g_autofree char *link = store_fixture_build_path (&self->store, "link.mou");
  g_autofree char *dotted = g_strdup_printf ("%s/state/../user.mou", self->store.folder);

  g_assert_cmpint (symlink ("user.mou", link), ==, 0);
  make (self, self->target);
  G_GNUC_UNUSED g_autoptr (GPtrArray) through_link = list (self, link, 1);
  G_GNUC_UNUSED g_autoptr (GPtrArray) through_dots = list (self, dotted, 1);
  g_remove (self->target);
  G_GNUC_UNUSED g_autoptr (GPtrArray) gone = list (self, self->target, 1);
}

static void
assert_private (const char *path)
{
  struct stat info;
  const char *name;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, S_ISDIR (info.st_mode) ? 0700 : 0600);
  g_autoptr (GDir) dir = S_ISDIR (info.st_mode) ? g_dir_open (path, 0, NULL) : NULL;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      assert_private (child);
    }
}

/* Whatever the umask and the rights of the file. */
static void
test_private (Fixture *self, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (self->state, "backups", NULL);
  mode_t usual = umask (0);

  g_assert_cmpint (g_mkdir_with_parents (backups, 0755), ==, 0);
  g_assert_cmpint (g_chmod (self->target, 0644), ==, 0);
  make (self, self->target);
  umask (usual);
  assert_private (backups);
}

static void
test_prune (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 25; i++)
    {
      g_autofree char *text = g_strdup_printf ("content %u", i);
      store_fixture_write (self->target, text, strlen (text));
      make (self, self->target);
    }

  /* All in this week, but for a test that runs when a week ends. */
  g_autoptr (GPtrArray) found = mou_backup_list (self->state, self->target);
  g_assert_cmpuint (found->len, >=, 11);
  g_assert_cmpuint (found->len, <=, 12);
  assert_holds (g_ptr_array_index (found, 0), "content 24");
  assert_holds (g_ptr_array_index (found, 9), "content 15");
}

/* A state directory that cannot be made is told, and nothing else happens. */
static void
test_no_state (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_write (self->state, "a file", 6);
  g_assert_false (mou_backup_make (self->state, self->target, NULL, &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM);
  G_GNUC_UNUSED g_autoptr (GPtrArray) none = list (self, self->target, 0);
}

/* Names that are nobody's are left alone. */
static void
test_foreign_names (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "notes.txt", "20261121T101502.123456Z-.mou",
                                       "20261340T101502.123456Z-0000000000000000000000000000000000000000000000000000000000000000.mou" };

  make (self, self->target);
  g_autoptr (GPtrArray) found = list (self, self->target, 1);
  g_autofree char *folder = g_path_get_dirname (((const MouBackup *) g_ptr_array_index (found, 0))->path);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      store_fixture_write (path, "x", 1);
    }
  G_GNUC_UNUSED g_autoptr (GPtrArray) again = list (self, self->target, 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_last_entry (Fixture *self, gconstpointer data)
{
  store_fixture_set (self->store.store, self->store.first, MOU_INDICATOR_WEIGHT, "59");
  gint64 entry = mou_store_get_entry (self->store.store);
  g_clear_pointer (&self->store.store, mou_store_free);
  make (self, self->store.path);
  g_autoptr (GPtrArray) found = list (self, self->store.path, 1);
  g_autoptr (MouJournalEntry) last = mou_backup_read_last_entry (g_ptr_array_index (found, 0));
  g_assert_nonnull (last);
  g_assert_cmpint (last->entry, ==, entry);
  g_assert_cmpstr (last->author, ==, "tester");
  g_assert_cmpstr (last->label, ==, "Set a field");

  make (self, self->target); /* not a register */
  g_autoptr (GPtrArray) foreign = list (self, self->target, 1);
  g_assert_null (mou_backup_read_last_entry (g_ptr_array_index (foreign, 0)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/choose/weeks", test_choose_weeks);
  g_test_add_func ("/backup/choose/few", test_choose_few);
  g_test_add_func ("/backup/choose/cap", test_choose_cap);
  g_test_add_func ("/backup/choose/again", test_choose_again);
#define ADD(name, test) g_test_add ("/backup/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("make", test_make);
  ADD ("missing", test_missing);
  ADD ("unexpected", test_unexpected);
  ADD ("names", test_names);
  ADD ("private", test_private);
  ADD ("prune", test_prune);
  ADD ("no-state", test_no_state);
  ADD ("foreign-names", test_foreign_names);
  ADD ("last-entry", test_last_entry);

  return g_test_run ();
}
