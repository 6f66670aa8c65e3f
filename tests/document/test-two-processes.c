/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two processes with one file open, editing and saving by turns and at once: what either was told is saved is in the file in the end,
 * unless the other was refused first and then decided. Each edit leaves a party that nobody takes away, so that nothing can be lost
 * unseen. MOU_TEST_LENGTH is how many saves each process tries; without it a short run. */

#include "document-fixture.h"

#include "mou-document-merge.h"
#include "mou-merge-proposal.h"

#include <sys/wait.h>
#include <unistd.h>

#define N_PROCESSES 2

/* What a process does when it is refused. */
typedef enum
{
  READS_AGAIN, /* gives the own work up, and begins anew from what the file holds */
  MERGES,      /* brings what the other saved into its own */
} Answer;

typedef struct
{
  const char *path;
  const char *state_dir;
  gint64 agreement, shared;
  Answer answer;
  guint n_saves;
  int process;
  int pipe;
  GRand *random;
} Run;

typedef struct
{
  int process;
  int token; /* -1: refused */
} Message;

static guint
get_length (void)
{
  const char *length = g_getenv ("MOU_TEST_LENGTH");

  return length != NULL ? (guint) g_ascii_strtoull (length, NULL, 10) : 8;
}

static void
tell (Run *run, int token)
{
  const Message message = { run->process, token };

  if (write (run->pipe, &message, sizeof message) != (gssize) sizeof message)
    _exit (1);
}

static MouDocument *
open_again (Run *run)
{
  g_autoptr (GError) error = NULL;
  MouDocument *document = mou_document_open (run->path, run->state_dir, "ผู้ทดสอบ", NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* A party that only this edit adds, and a weight that both change. */
static void
edit (Run *run, MouDocument *document, int token)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("process %d token %d.", run->process, token);
  g_autofree char *weight = g_strdup_printf ("%d", g_rand_int_range (run->random, 1, 100));
  const char *const values[MOU_N_PARTY_FIELDS] = { "1", text, "ผู้ลงนาม" };

  mou_document_add_row (document, MOU_ENTITY_PARTY, run->agreement, values, NULL, &error);
  g_assert_no_error (error);
  if (g_rand_boolean (run->random))
    mou_document_set_field (document, run->shared, MOU_INDICATOR_WEIGHT, weight, &error);
  g_assert_no_error (error);
}

static void
merge (Run *run, MouDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouDocument) theirs = open_again (run);
  g_autoptr (MouMergeProposal) proposal = mou_merge_proposal_new (document, theirs, NULL, "the other", &error);

  g_assert_no_error (error);
  mou_merge_proposal_answer_all (proposal, g_rand_boolean (run->random) ? MOU_MERGE_MINE : MOU_MERGE_THEIRS);
  mou_merge_proposal_apply (proposal, &error);
  g_assert_no_error (error);
  mou_document_note_merged (document, theirs, &error);
  g_assert_no_error (error);
  mou_document_close (theirs);
}

/* TRUE when it was saved. */
static gboolean
try_to_save (Run *run, MouDocument *document)
{
  g_autoptr (GError) error = NULL;

  if (mou_document_save (document, FALSE, &error))
    return TRUE;
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_CHANGED);
  tell (run, -1);

  return FALSE;
}

/* Tokens saved are told; those of work that was given up are not, and need not be there. */
static void
take_turn (Run *run, MouDocument **document, GArray *unsaved, int token)
{
  edit (run, *document, token);
  g_array_append_val (unsaved, token);
  g_usleep ((gulong) g_rand_int_range (run->random, 0, 3000));
  while (!try_to_save (run, *document))
    if (run->answer == MERGES)
      merge (run, *document);
    else
      {
        mou_document_close (*document);
        g_clear_object (document);
        *document = open_again (run);
        g_array_set_size (unsaved, 0);
      }
  for (guint i = 0; i < unsaved->len; i++)
    tell (run, g_array_index (unsaved, int, i));
  g_array_set_size (unsaved, 0);
}

/* Now and then the file is closed and opened again, as people do. */
static G_GNUC_NORETURN void
work (Run *run, guint32 seed)
{
  g_autoptr (GArray) unsaved = g_array_new (FALSE, FALSE, sizeof (int));
  MouDocument *document;

  /* A child of fork would draw the ids that the other draws. */
  g_random_set_seed (seed);
  run->random = g_rand_new_with_seed (seed);
  document = open_again (run);
  for (int token = 0; token < (int) run->n_saves; token++)
    {
      take_turn (run, &document, unsaved, token);
      if (g_rand_int_range (run->random, 0, 5) == 0)
        {
          mou_document_close (document);
          g_clear_object (&document);
          document = open_again (run);
        }
    }
  mou_document_close (document);
  _exit (0);
}

static void
start (Run *run, int process, guint32 seed, int pipes[2], pid_t *child)
{
  *child = fork ();
  g_assert_cmpint (*child, >=, 0);
  if (*child != 0)
    return;

  close (pipes[0]);
  run->pipe = pipes[1];
  run->process = process;
  work (run, seed + (guint32) process);
}

static gboolean
has_token (const char *text, int process, int token)
{
  g_autofree char *party = g_strdup_printf ("process %d token %d.", process, token);

  return strstr (text, party) != NULL;
}

/* All they have told, until the last of them has ended. */
static GArray *
read_messages (int pipe)
{
  GArray *messages = g_array_new (FALSE, FALSE, sizeof (Message));
  Message message;

  while (read (pipe, &message, sizeof message) == (gssize) sizeof message)
    g_array_append_val (messages, message);
  close (pipe);

  return messages;
}

static void
check (Run *run, GArray *messages)
{
  g_autoptr (MouDocument) document = open_again (run); /* with every check there is */
  g_autofree char *text = fixture_text (document);
  guint n_saved = 0, n_refused = 0;

  for (guint i = 0; i < messages->len; i++)
    {
      const Message *message = &g_array_index (messages, Message, i);

      if (message->token < 0)
        n_refused++;
      else if (has_token (text, message->process, message->token))
        n_saved++;
      else
        g_error ("process %d was told that %d is saved, but it is not there", message->process, message->token);
    }
  g_test_message ("%u edits acknowledged, %u saves refused", n_saved, n_refused);
  g_assert_cmpuint (n_saved, >, 0);
  if (run->answer == MERGES)
    g_assert_cmpuint (n_saved, ==, N_PROCESSES * run->n_saves);
  mou_document_close (document);
}

static void
test_at_once (gconstpointer data)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GArray) messages = NULL;
  guint32 seed = (guint32) g_get_real_time ();
  pid_t children[N_PROCESSES];
  int pipes[2], status;

  fixture_init (&f);
  path = g_build_filename (f.state_dir, "mwa.mou", NULL);
  g_assert_true (mou_document_save_as (f.document, path, NULL));
  Run run = { path, f.state_dir, f.agreement, f.income, (Answer) GPOINTER_TO_INT (data), get_length (), 0, -1, NULL };
  g_test_message ("seed %u", seed);

  g_assert_cmpint (pipe (pipes), ==, 0);
  for (int i = 0; i < N_PROCESSES; i++)
    start (&run, i, seed, pipes, &children[i]);
  close (pipes[1]);
  messages = read_messages (pipes[0]);
  for (int i = 0; i < N_PROCESSES; i++)
    {
      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }
  check (&run, messages);
  left = mou_document_list_recoverable (f.state_dir);
  g_assert_cmpuint (left->len, ==, 0);
}

/* Strictly by turns: the second to save is refused, is told who has the file, and what both did comes together. */
static void
test_by_turns (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *holder = NULL;
  g_autoptr (MouDocument) other = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&f);
  path = g_build_filename (f.state_dir, "mwa.mou", NULL);
  g_assert_true (mou_document_save_as (f.document, path, NULL));
  other = mou_document_open (path, f.state_dir, "อีกคน", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mou_document_find_other_holder (f.document, &holder));

  g_assert_true (mou_document_set_field (other, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_field (f.document, f.plan, MOU_INDICATOR_WEIGHT, "14", NULL));
  g_assert_true (mou_document_save (other, FALSE, NULL));
  g_assert_false (mou_document_save (f.document, FALSE, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_CHANGED);

  Run run = { path, f.state_dir, f.agreement, f.income, MERGES, 1, 0, -1, g_rand_new_with_seed (1) };
  merge (&run, f.document);
  g_rand_free (run.random);
  g_clear_error (&error);
  mou_document_save (f.document, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (f.document, f.pipes, MOU_INDICATOR_WEIGHT), ==, "12");
  g_assert_cmpstr (fixture_get (f.document, f.plan, MOU_INDICATOR_WEIGHT), ==, "14");

  g_assert_true (mou_document_set_field (other, f.pipes, MOU_INDICATOR_WEIGHT, "13", NULL));
  g_assert_false (mou_document_save (other, FALSE, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_CHANGED);
  mou_document_close (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/two-processes/by-turns", test_by_turns);
  g_test_add_data_func ("/two-processes/at-once/reads-again", GINT_TO_POINTER (READS_AGAIN), test_at_once);
  g_test_add_data_func ("/two-processes/at-once/merges", GINT_TO_POINTER (MERGES), test_at_once);

  return g_test_run ();
}
