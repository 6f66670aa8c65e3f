/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of a working copy: locked while somebody lives, offered when somebody died over unsaved entries, gone when saved. */

#include "mou-working-copy.h"
#include "store-fixture.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *state_dir;
  char *target;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->state_dir = g_dir_make_tmp ("mou-state-XXXXXX", NULL);
  fixture->target = g_build_filename (fixture->state_dir, "ข้อตกลง %25.mou", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_remove_folder (fixture->state_dir);
  g_free (fixture->state_dir);
  g_free (fixture->target);
}

static MouWorkingCopy *
make_copy (Fixture *fixture, const char *target)
{
  g_autoptr (GError) error = NULL;

  MouWorkingCopy *copy = mou_working_copy_new (fixture->state_dir, target, &error);
  g_assert_no_error (error);

  return copy;
}

static char *
dup_folder (MouWorkingCopy *copy)
{
  return g_path_get_dirname (mou_working_copy_get_path (copy));
}

/* A register with `n_edits` entries in the copy. */
static void
fill (MouWorkingCopy *copy, guint n_edits)
{
  g_autoptr (GError) error = NULL;

  g_autoptr (MouStore) store = mou_store_create (mou_working_copy_get_path (copy), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_edits; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autoptr (MouEdit) edit = store_fixture_begin (store, "Add");
      store_fixture_insert (edit, MOU_ENTITY_ORGANISATION, 0, MOU_ORGANISATION_NAME, name, MOU_ORGANISATION_ABBREVIATION, name,
                            MOU_ORGANISATION_FISCAL_YEAR_START_MONTH, "10", -1);
      g_assert_true (mou_edit_commit (edit, NULL, &error));
    }
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  struct stat info;

  g_autoptr (MouWorkingCopy) copy = make_copy (fixture, fixture->target);
  g_autofree char *folder = dup_folder (copy);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  g_assert_false (g_file_test (mou_working_copy_get_path (copy), G_FILE_TEST_EXISTS));
  g_assert_cmpstr (mou_working_copy_get_target (copy), ==, fixture->target);
  g_assert_cmpint (mou_working_copy_get_saved_entry (copy), ==, 0);

  g_autoptr (MouWorkingCopy) unsaved = make_copy (fixture, NULL);
  g_assert_null (mou_working_copy_get_target (unsaved));
  g_assert_cmpstr (mou_working_copy_get_path (unsaved), !=, mou_working_copy_get_path (copy));
}

static void
test_note_survives (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const MouFileIdentity identity = { 4096, 1732200000123456, "00ff" };

  MouWorkingCopy *copy = make_copy (fixture, NULL);
  g_autofree char *folder = dup_folder (copy);
  g_assert_true (mou_working_copy_note_saved (copy, fixture->target, &identity, 7, &error));
  mou_working_copy_free (copy);

  g_autoptr (MouWorkingCopy) again = mou_working_copy_adopt (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mou_working_copy_get_target (again), ==, fixture->target);
  g_assert_cmpint (mou_working_copy_get_saved_entry (again), ==, 7);
  g_assert_cmpuint (mou_working_copy_get_identity (again)->size, ==, 4096);
  g_assert_cmpint (mou_working_copy_get_identity (again)->modified_us, ==, 1732200000123456);
  g_assert_cmpstr (mou_working_copy_get_identity (again)->sha256, ==, "00ff");
}

static void
test_holder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *holder = NULL;
  g_autofree char *link = g_build_filename (fixture->state_dir, "link.mou", NULL);
  g_autofree char *pid = g_strdup_printf ("%d", (int) getpid ());

  g_assert_false (mou_working_copy_find_holder (fixture->state_dir, fixture->target, &holder));
  store_fixture_write (fixture->target, "x", 1);
  g_assert_cmpint (symlink (fixture->target, link), ==, 0);

  MouWorkingCopy *copy = make_copy (fixture, fixture->target);
  g_assert_true (mou_working_copy_find_holder (fixture->state_dir, link, &holder));
  g_test_message ("%s", holder);
  g_assert_nonnull (strstr (holder, pid));
  g_clear_pointer (&holder, g_free);
  g_autofree char *folder = dup_folder (copy);
  g_assert_null (mou_working_copy_adopt (folder, &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM);

  mou_working_copy_free (copy);
  g_assert_false (mou_working_copy_find_holder (fixture->state_dir, fixture->target, &holder));
  g_assert_null (holder);
}

/* Makes a copy with edits in a process of its own, which then dies without a word, or waits to be killed. */
static pid_t
start_other (Fixture *fixture, guint n_edits, gboolean waits)
{
  int ready[2];
  char byte;

  g_assert_cmpint (pipe (ready), ==, 0);
  pid_t pid = fork ();
  if (pid == 0)
    {
      const MouFileIdentity taken_in = { 1, 2, "3" };
      MouWorkingCopy *copy = make_copy (fixture, fixture->target);
      fill (copy, n_edits);
      g_assert_true (mou_working_copy_note_saved (copy, fixture->target, &taken_in, 0, NULL));
      g_assert_cmpint (write (ready[1], "x", 1), ==, 1);
      if (waits)
        pause ();
      _exit (0);
    }
  g_assert_cmpint (pid, >, 0);
  close (ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  if (!waits)
    g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);

  return pid;
}

static void
test_other_process (Fixture *fixture, gconstpointer data)
{
  g_autofree char *holder = NULL;

  pid_t pid = start_other (fixture, 2, TRUE);
  g_assert_true (mou_working_copy_find_holder (fixture->state_dir, fixture->target, &holder));
  g_autoptr (GPtrArray) while_alive = mou_working_copy_list_abandoned (fixture->state_dir);
  g_assert_cmpuint (while_alive->len, ==, 0);

  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  g_clear_pointer (&holder, g_free);
  g_assert_false (mou_working_copy_find_holder (fixture->state_dir, fixture->target, &holder));
  g_autoptr (GPtrArray) afterwards = mou_working_copy_list_abandoned (fixture->state_dir);
  g_assert_cmpuint (afterwards->len, ==, 1);
}

static void
test_abandoned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start_other (fixture, 3, FALSE);
  g_autoptr (GPtrArray) found = mou_working_copy_list_abandoned (fixture->state_dir);
  g_assert_cmpuint (found->len, ==, 1);
  const MouAbandonedCopy *abandoned = g_ptr_array_index (found, 0);
  g_assert_cmpstr (abandoned->target, ==, fixture->target);
  g_assert_cmpuint (abandoned->unsaved, ==, 3);
  g_assert_cmpuint (strlen (abandoned->modified), ==, 20);

  MouWorkingCopy *copy = mou_working_copy_adopt (abandoned->folder, &error);
  g_assert_no_error (error);
  g_assert_true (mou_intake_verify (mou_working_copy_get_path (copy), NULL, &error));
  g_assert_no_error (error);
  g_autoptr (MouStore) store = mou_store_open (mou_working_copy_get_path (copy), &error);
  g_assert_no_error (error);
  g_assert_cmpint (mou_store_get_entry (store), ==, 3);
  g_clear_pointer (&store, mou_store_free);

  g_autoptr (GPtrArray) while_open = mou_working_copy_list_abandoned (fixture->state_dir);
  g_assert_cmpuint (while_open->len, ==, 0);
  mou_working_copy_discard (copy);
  g_assert_false (g_file_test (abandoned->folder, G_FILE_TEST_EXISTS));
  mou_working_copy_free (copy);
}

/* Saved, or never edited, or never filled, or filled from the target and not yet noted as such: nothing to come back for. */
static void
test_nothing_unsaved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const MouFileIdentity identity = { 1, 2, "3" };
  MouWorkingCopy *copies[]
      = { make_copy (fixture, NULL), make_copy (fixture, NULL), make_copy (fixture, NULL), make_copy (fixture, fixture->target) };

  fill (copies[0], 2);
  g_assert_true (mou_working_copy_note_saved (copies[0], fixture->target, &identity, 2, &error));
  fill (copies[1], 0);
  fill (copies[3], 2);
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_autofree char *folder = dup_folder (copies[i]);
      mou_working_copy_free (copies[i]);
      g_autoptr (GPtrArray) found = mou_working_copy_list_abandoned (fixture->state_dir);
      g_assert_cmpuint (found->len, ==, 0);
      g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
    }
}

/* A copy that cannot be read is offered too, never thrown away. */
static void
test_damaged_copy (Fixture *fixture, gconstpointer data)
{
  MouWorkingCopy *copy = make_copy (fixture, NULL);
  store_fixture_write (mou_working_copy_get_path (copy), "damaged", 7);
  mou_working_copy_free (copy);

  g_autoptr (GPtrArray) found = mou_working_copy_list_abandoned (fixture->state_dir);
  g_assert_cmpuint (found->len, ==, 1);
}

typedef struct
{
  const char *name;
  const char *lock;
  gboolean holds;
} LockNote;

static const LockNote lock_notes[] = {
  { "none", NULL, FALSE },
  { "empty", "", FALSE },
  { "nonsense", "once upon a time", FALSE },
  { "no-pid", "[lock]\nuser=x\n", FALSE },
  { "other-boot", "[lock]\nuser=x\nhost=HOST\nboot=0\npid=PID\nstarted=STARTED\n", FALSE },
  { "other-process-of-that-number", "[lock]\nuser=x\nhost=HOST\nboot=BOOT\npid=PID\nstarted=1\n", FALSE },
  { "dead", "[lock]\nuser=x\nhost=HOST\nboot=BOOT\npid=999999999\nstarted=1\n", FALSE },
  { "other-host", "[lock]\nuser=x\nhost=elsewhere\nboot=0\npid=1\nstarted=1\n", TRUE },
};

static void
test_lock_note (Fixture *fixture, gconstpointer data)
{
  const LockNote *note = data;
  g_autofree char *boot = NULL;
  g_autofree char *holder = NULL;
  g_autoptr (GString) text = g_string_new (note->lock);
  g_autofree char *pid = g_strdup_printf ("%d", (int) getpid ());

  g_assert_true (g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL));
  g_string_replace (text, "HOST", g_get_host_name (), 0);
  g_string_replace (text, "BOOT", g_strchomp (boot), 0);
  g_string_replace (text, "PID", pid, 0);

  MouWorkingCopy *copy = make_copy (fixture, fixture->target);
  g_autofree char *folder = dup_folder (copy);
  mou_working_copy_free (copy);
  g_autofree char *lock = g_build_filename (folder, "lock", NULL);
  if (note->lock != NULL)
    store_fixture_write (lock, text->str, text->len);
  g_assert_cmpint (mou_working_copy_find_holder (fixture->state_dir, fixture->target, &holder), ==, note->holds);
  g_autoptr (MouWorkingCopy) adopted = mou_working_copy_adopt (folder, NULL);
  g_assert_cmpint (adopted == NULL, ==, note->holds);
}

static void
test_no_state_dir (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *holder = NULL;
  g_autofree char *missing = g_build_filename (fixture->state_dir, "a", "b", NULL);
  g_autofree char *file = g_build_filename (fixture->state_dir, "file", NULL);

  g_autoptr (GPtrArray) found = mou_working_copy_list_abandoned (missing);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_false (mou_working_copy_find_holder (missing, fixture->target, &holder));
  g_autoptr (MouWorkingCopy) copy = mou_working_copy_new (missing, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (mou_working_copy_get_target (copy));

  store_fixture_write (file, "x", 1);
  g_assert_null (mou_working_copy_new (file, NULL, &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM);
}

#define ADD(name, function) g_test_add ("/store/working-copy/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("new", test_new);
  ADD ("note-survives", test_note_survives);
  ADD ("holder", test_holder);
  ADD ("other-process", test_other_process);
  ADD ("abandoned", test_abandoned);
  ADD ("nothing-unsaved", test_nothing_unsaved);
  ADD ("damaged-copy", test_damaged_copy);
  ADD ("no-state-dir", test_no_state_dir);
  for (guint i = 0; i < G_N_ELEMENTS (lock_notes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/working-copy/lock-note/%s", lock_notes[i].name);
      g_test_add (path, Fixture, &lock_notes[i], set_up, test_lock_note, tear_down);
    }

  return g_test_run ();
}
