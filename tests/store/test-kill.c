/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* kill -9 at random moments of editing, undoing and publishing: what was acknowledged is there afterwards, the file passes every
 * check by itself, and the published target is always a whole one.
 *
 * MOU_TEST_LENGTH is the number of kills; without it a short run. */

#include "mou-publish.h"
#include "store-fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  StoreFixture store;
  GRand *random;
  char *target;
  gint64 acknowledged; /* the last entry a child has told of */
  guint published;     /* how often the child has told that publishing was done */
} Run;

typedef struct
{
  gint64 entry;
  gboolean published;
} Message;

static void
tell (int fd, gint64 entry, gboolean published)
{
  const Message message = { entry, published };

  if (write (fd, &message, sizeof message) != (gssize) sizeof message)
    _exit (1);
}

/* One thing after another, each told of when it is done, until killed. */
G_GNUC_NORETURN static void
work (Run *run, guint32 seed, int fd)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  MouStore *store = mou_store_open (run->store.path, NULL);
  MouFileIdentity identity;

  if (store == NULL)
    _exit (2);
  for (;;)
    {
      int action = g_rand_int_range (random, 0, 10);
      if (action < 6)
        {
          g_autofree char *weight = g_strdup_printf ("%d", g_rand_int_range (random, 0, 100000));
          store_fixture_set (store, action % 2 == 0 ? run->store.first : run->store.second, MOU_INDICATOR_WEIGHT, weight);
        }
      else if (action < 8 && mou_journal_get_undoable (store, NULL) > 1) /* never back to before there were rows */
        g_assert_true (mou_journal_undo (store, "tester", NULL, NULL));
      else if (action < 9)
        g_assert_true (mou_journal_redo (store, "tester", NULL, NULL));
      else
        g_assert_true (mou_publish (store, run->target, NULL, &identity, NULL, NULL));
      tell (fd, mou_store_get_entry (store), action == 9);
    }
}

static void
read_messages (Run *run, int fd)
{
  Message message;

  while (read (fd, &message, sizeof message) == (gssize) sizeof message)
    {
      g_assert_cmpint (message.entry, >=, run->acknowledged);
      run->acknowledged = message.entry;
      run->published += message.published;
    }
}

static void
work_until_killed (Run *run)
{
  int messages[2];
  guint32 seed = g_rand_int (run->random);

  g_assert_cmpint (pipe (messages), ==, 0);
  pid_t pid = fork ();
  if (pid == 0)
    {
      close (messages[0]);
      work (run, seed, messages[1]);
    }
  g_assert_cmpint (pid, >, 0);
  close (messages[1]);
  g_usleep ((gulong) g_rand_int_range (run->random, 1000, 120000));
  kill (pid, SIGKILL);
  int status;
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  read_messages (run, messages[0]);
  close (messages[0]);
}

/* At most one entry more than was told: the one whose telling the kill cut off. */
static void
check_working_copy (Run *run)
{
  g_autoptr (GError) error = NULL;

  mou_intake_verify (run->store.path, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (MouStore) store = mou_store_open (run->store.path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mou_store_get_entry (store), >=, run->acknowledged);
  g_assert_cmpint (mou_store_get_entry (store), <=, run->acknowledged + 1);
  run->acknowledged = mou_store_get_entry (store);
}

static void
check_target (Run *run)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  g_autofree char *copy = store_fixture_build_path (&run->store, "copy.mou");

  if (!g_file_test (run->target, G_FILE_TEST_EXISTS))
    {
      g_assert_cmpuint (run->published, ==, 0);
      return;
    }
  mou_intake (run->target, copy, &identity, NULL, &error);
  g_assert_no_error (error);
  g_remove (copy);
}

/* The part files of the dead are removed by the next save. */
static void
check_nothing_left (Run *run)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  const char *name;

  g_autoptr (MouStore) store = mou_store_open (run->store.path, &error);
  g_assert_true (mou_publish (store, run->target, NULL, &identity, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&store, mou_store_free);
  g_autoptr (GDir) dir = g_dir_open (run->store.folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_equal (name, "register.mou") && !g_str_equal (name, "user.mou"))
      g_error ("left behind: %s", name);
}

static void
test_kill (void)
{
  Run run = { { NULL } };
  guint n_kills = store_fixture_get_length (15);
  guint32 seed = (guint32) g_get_real_time ();

  g_test_message ("seed %u", seed);
  run.random = g_rand_new_with_seed (seed);
  store_fixture_set_up (&run.store, NULL);
  run.acknowledged = mou_store_get_entry (run.store.store);
  g_clear_pointer (&run.store.store, mou_store_free);
  run.target = store_fixture_build_path (&run.store, "user.mou");

  for (guint i = 0; i < n_kills; i++)
    {
      work_until_killed (&run);
      check_working_copy (&run);
      check_target (&run);
    }
  check_nothing_left (&run);
  g_test_message ("%u kills, %" G_GINT64_FORMAT " entries, %u times published", n_kills, run.acknowledged, run.published);

  g_rand_free (run.random);
  g_free (run.target);
  store_fixture_tear_down (&run.store, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/kill", test_kill);

  return g_test_run ();
}
