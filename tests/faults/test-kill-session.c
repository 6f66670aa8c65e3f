/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* kill -9 at random moments while a person opens, edits, undoes, imports, saves and exports. The next start finds by itself all that
 * was acknowledged; the saved file and the exports are the old or the new ones, whole; and nothing lies about in the end.
 *
 * MOU_TEST_LENGTH is the number of kills; without it a short run. */

#include "fault-world.h"
#include "mou-canon.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef enum
{
  EDIT,
  UNDO,
  IMPORT,
  OPEN,
  SAVE,
  WORKBOOK,
  TEXT,
  N_DEEDS
} Deed;

static const struct
{
  const char *name;
  int chance; /* in 100 */
} deeds[N_DEEDS]
    = { { "edit", 40 }, { "undo", 15 }, { "import", 10 }, { "open", 5 }, { "save", 15 }, { "workbook-evaluation", 10 }, { "text", 5 } };

/* What a child tells when something is done. */
typedef struct
{
  Deed deed;
  gint64 entries;
  guint hash; /* of the register */
} Message;

typedef struct
{
  World world;
  GRand *random;
  GHashTable *states; /* number of entries to hash */
  Message last;
  gint64 saved; /* entries that the saved file has at least */
  guint counts[N_DEEDS];
  guint n_recovered;
} Run;

static char *
build_path (World *world, const char *name)
{
  return g_build_filename (world->disk, "user", name, NULL);
}

static guint
hash_register (MouDocument *document)
{
  g_autofree char *text = mou_canon_register_text (mou_document_get_register (document));

  return g_str_hash (text);
}

/* As the next start does it: what was abandoned comes back, else the file is opened. */
static MouDocument *
start (World *world, gboolean *recovered, GError **error)
{
  g_autoptr (GPtrArray) found = mou_document_list_recoverable (world->state);
  g_autofree char *path = build_path (world, "register.mou");

  g_assert_cmpuint (found->len, <=, 1);
  *recovered = found->len == 1;
  if (*recovered)
    return mou_document_recover (((const MouRecoverable *) g_ptr_array_index (found, 0))->folder, "tester", error);

  return mou_document_open (path, world->state, "tester", NULL, error);
}

/* The child */

static void
do_deed (World *world, Deed deed)
{
  const char *label = mou_document_get_undo_label (world->document);

  if (deed == UNDO && (label == NULL || g_str_has_prefix (label, "Import")))
    return;
  world_do (world, deeds[deed].name);
}

static Deed
pick_deed (GRand *random)
{
  int number = g_rand_int_range (random, 0, 100), deed = 0;

  while (number >= deeds[deed].chance)
    number -= deeds[deed++].chance;

  return (Deed) deed;
}

G_GNUC_NORETURN static void
work (World *world, guint32 seed, int fd)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  gboolean recovered;

  world->document = start (world, &recovered, &error);
  g_assert_no_error (error);
  world->n_edits = seed;
  for (;;)
    {
      Deed deed = pick_deed (random);
      do_deed (world, deed);
      const Message message = { deed, mou_document_get_n_entries (world->document), hash_register (world->document) };
      if (write (fd, &message, sizeof message) != (gssize) sizeof message)
        _exit (1);
    }
}

/* The parent */

static void
read_messages (Run *run, int fd)
{
  Message message;

  while (read (fd, &message, sizeof message) == (gssize) sizeof message)
    {
      g_assert_cmpint (message.entries, >=, run->last.entries);
      run->last = message;
      run->counts[message.deed]++;
      g_hash_table_insert (run->states, GINT_TO_POINTER ((int) message.entries), GUINT_TO_POINTER (message.hash));
      if (message.deed == SAVE)
        run->saved = message.entries;
    }
}

static void
work_until_killed (Run *run)
{
  int messages[2], status;
  guint32 seed = g_rand_int (run->random);

  g_assert_cmpint (pipe (messages), ==, 0);
  pid_t pid = fork ();
  if (pid == 0)
    {
      close (messages[0]);
      work (&run->world, seed, messages[1]);
    }
  g_assert_cmpint (pid, >, 0);
  close (messages[1]);
  g_usleep ((gulong) g_rand_int_range (run->random, 5000, 250000));
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  read_messages (run, messages[0]);
  close (messages[0]);
}

/* At most one entry more than was told: the one whose telling the kill cut off. */
static void
check_next_start (Run *run)
{
  g_autoptr (GError) error = NULL;
  gboolean recovered;

  g_autoptr (MouDocument) document = start (&run->world, &recovered, &error);
  g_assert_no_error (error);
  gint64 entries = mou_document_get_n_entries (document);
  gpointer told;
  g_assert_cmpint (entries, >=, run->last.entries);
  g_assert_cmpint (entries, <=, run->last.entries + 1);
  if (g_hash_table_lookup_extended (run->states, GINT_TO_POINTER ((int) entries), NULL, &told))
    g_assert_cmpuint (hash_register (document), ==, GPOINTER_TO_UINT (told));
  run->last.entries = entries;
  run->n_recovered += recovered;
  if (!recovered)
    mou_document_close (document);
}

static void
check_saved_file (Run *run)
{
  g_autofree char *path = build_path (&run->world, "register.mou");
  g_autoptr (GError) error = NULL;

  g_autoptr (MouDocument) document = mou_document_open (path, run->world.elsewhere, "tester", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mou_document_get_n_entries (document), >=, run->saved);
  mou_document_close (document);
}

static void
check_exports (Run *run)
{
  g_autofree char *path = build_path (&run->world, "evaluation.xlsx");

  if (run->counts[WORKBOOK] > 0 || g_file_test (path, G_FILE_TEST_EXISTS))
    world_check_workbook (path);
}

/* What the killed have left goes with the next save and the next export. */
static void
check_nothing_left (Run *run)
{
  const char *name;
  gboolean recovered;
  g_autofree char *user = build_path (&run->world, "");

  run->world.document = start (&run->world, &recovered, NULL);
  g_assert_nonnull (run->world.document);
  do_deed (&run->world, SAVE);
  do_deed (&run->world, WORKBOOK);
  g_autoptr (GDir) directory = g_dir_open (user, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    if (name[0] == '.')
      g_error ("left behind: %s", name);
}

static void
test_kill (void)
{
  Run run = { { NULL } };
  const char *length = g_getenv ("MOU_TEST_LENGTH");
  guint n_kills = length != NULL ? (guint) atoi (length) : 8;
  guint32 seed = (guint32) g_test_rand_int ();

  run.random = g_rand_new_with_seed (seed);
  run.states = g_hash_table_new (NULL, NULL);
  world_init (&run.world);
  run.last.entries = run.saved = mou_document_get_n_entries (run.world.document);
  mou_document_close (run.world.document);
  g_clear_object (&run.world.document);

  for (guint i = 0; i < n_kills; i++)
    {
      work_until_killed (&run);
      check_next_start (&run);
      check_saved_file (&run);
      check_exports (&run);
    }
  check_nothing_left (&run);
  g_test_message ("seed %u: %u kills, %u recoveries, %" G_GINT64_FORMAT " entries", seed, n_kills, run.n_recovered, run.last.entries);
  for (guint i = 0; i < N_DEEDS; i++)
    g_test_message ("  %s done: %u", deeds[i].name, run.counts[i]);

  world_clear (&run.world);
  g_hash_table_unref (run.states);
  g_rand_free (run.random);
}

int
main (int argc, char **argv)
{
  disk_calls_work_in_memory ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kill-session", test_kill);

  return g_test_run ();
}
