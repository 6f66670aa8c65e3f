/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Power cuts at any moment of opening, editing, saving and exporting: working copy with its notes and locks, saved file and workbook.
 * Of each image that the disk may hold then, the next start finds by itself what was acknowledged, in the saved file or in a copy to
 * recover; saved file and workbook are the old or the new ones, whole. MOU_TEST_LENGTH is the number of images. */

#include "fault-world.h"
#include "mou-canon.h"
#include "power-cut.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define N_DEEDS 30

/* What was promised to the person, and after how many calls. */
typedef struct
{
  guint n_calls;
  gint64 entries;
  gint64 saved; /* entries in the saved file */
  gboolean exported;
} Promise;

typedef struct
{
  World world;
  GRand *random;
  PowerCut *cut;
  GArray *promises; /* Promise */
  GPtrArray *texts; /* of the register, by number of entries */
  char *image;
  guint n_recovered; /* images with a copy to recover */
} Session;

/* The session */

static void
promise (Session *session, gboolean saved, gboolean exported)
{
  MouDocument *document = session->world.document;
  Promise promised = { 0 };

  if (session->promises->len > 0)
    promised = g_array_index (session->promises, Promise, session->promises->len - 1);
  promised.n_calls = power_cut_get_n_calls (session->cut);
  promised.entries = mou_document_get_n_entries (document);
  promised.saved = saved ? promised.entries : promised.saved;
  promised.exported = promised.exported || exported;
  g_array_append_val (session->promises, promised);
  while (session->texts->len <= promised.entries)
    g_ptr_array_add (session->texts, mou_canon_register_text (mou_document_get_register (document)));
}

/* Closed and opened again, as on another day. */
static void
reopen (Session *session)
{
  World *world = &session->world;
  g_autofree char *path = g_build_filename (world->disk, "user", "register.mou", NULL);
  g_autoptr (GError) error = NULL;

  world_do (&session->world, "save");
  promise (session, TRUE, FALSE);
  mou_document_close (world->document);
  g_clear_object (&world->document);
  world->document = mou_document_open (path, world->state, "tester", NULL, &error);
  g_assert_no_error (error);
}

static void
act (Session *session)
{
  static const char *const edits[] = { "edit", "edit", "edit", "edit", "undo", "import" };
  int number = g_rand_int_range (session->random, 0, 12);

  if (number == 0)
    {
      world_do (&session->world, "workbook-evaluation");
      promise (session, FALSE, TRUE);
    }
  else if (number < 3)
    {
      world_do (&session->world, "save");
      promise (session, TRUE, FALSE);
    }
  else if (number == 3)
    reopen (session);
  else
    {
      const char *label = mou_document_get_undo_label (session->world.document);
      gboolean is_edited = label != NULL && !g_str_has_prefix (label, "Import"); /* else an undo would leave nothing */
      world_do (&session->world, is_edited ? edits[g_rand_int_range (session->random, 0, G_N_ELEMENTS (edits))] : "edit");
      promise (session, FALSE, FALSE);
    }
}

static void
session_record (Session *session, guint32 seed)
{
  session->random = g_rand_new_with_seed (seed);
  world_init (&session->world);
  session->image = g_strconcat (session->world.disk, "-image", NULL);
  session->cut = power_cut_new (session->world.disk);
  session->promises = g_array_new (FALSE, FALSE, sizeof (Promise));
  session->texts = g_ptr_array_new_with_free_func (g_free);

  power_cut_start (session->cut);
  promise (session, TRUE, FALSE);
  for (int i = 0; i < N_DEEDS; i++)
    act (session);
  power_cut_stop (session->cut);
}

static void
session_clear (Session *session)
{
  world_clear (&session->world);
  power_cut_free (session->cut);
  g_array_unref (session->promises);
  g_ptr_array_unref (session->texts);
  g_rand_free (session->random);
  g_free (session->image);
}

/* Images */

/* The machine has started anew: the locks are of processes before that. */
static void
break_locks (const char *state)
{
  g_autofree char *copies = g_build_filename (state, "copies", NULL);
  const char *name;

  g_autoptr (GDir) directory = g_dir_open (copies, 0, NULL);
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *lock = g_build_filename (copies, name, "lock", NULL);
      g_unlink (lock);
    }
}

/* The number of its entries; it must be what it was after that many. */
static gint64
check_state (Session *session, MouDocument *document)
{
  gint64 entries = mou_document_get_n_entries (document);
  g_autofree char *text = mou_canon_register_text (mou_document_get_register (document));

  g_assert_cmpint (entries, <, session->texts->len);
  g_assert_cmpstr (text, ==, g_ptr_array_index (session->texts, entries));

  return entries;
}

/* Copies that had been given up may be back; the one that was not is among them, or all is in the file. */
static gint64
check_copies (Session *session, const char *state)
{
  g_autoptr (GPtrArray) found = mou_document_list_recoverable (state);
  gint64 most = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const MouRecoverable *copy = g_ptr_array_index (found, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (MouDocument) document = mou_document_recover (copy->folder, "tester", &error);
      g_assert_no_error (error);
      most = MAX (most, check_state (session, document));
    }
  session->n_recovered += found->len > 0;

  return most;
}

static gint64
check_saved_file (Session *session, const char *user)
{
  g_autofree char *path = g_build_filename (user, "register.mou", NULL);
  g_autoptr (GError) error = NULL;

  g_autoptr (MouDocument) document = mou_document_open (path, session->world.elsewhere, "tester", NULL, &error);
  g_assert_no_error (error);
  gint64 entries = check_state (session, document);
  mou_document_close (document);

  return entries;
}

static void
check_image (Session *session, const Promise *made, const Promise *next)
{
  g_autofree char *state = g_build_filename (session->image, "state", NULL);
  g_autofree char *user = g_build_filename (session->image, "user", NULL);
  g_autofree char *workbook = g_build_filename (user, "evaluation.xlsx", NULL);

  break_locks (state);
  gint64 saved = check_saved_file (session, user);
  gint64 copied = check_copies (session, state);
  g_assert_cmpint (saved, >=, made->saved);
  g_assert_cmpint (MAX (saved, copied), >=, made->entries);
  g_assert_cmpint (MAX (saved, copied), <=, next->entries);
  if (made->exported || g_file_test (workbook, G_FILE_TEST_EXISTS))
    world_check_workbook (workbook);
}

static void
find_promises (Session *session, guint n_calls, Promise *made, Promise *next)
{
  guint i = 0;

  while (i + 1 < session->promises->len && g_array_index (session->promises, Promise, i + 1).n_calls <= n_calls)
    i++;
  *made = g_array_index (session->promises, Promise, i);
  *next = g_array_index (session->promises, Promise, MIN (i + 1, session->promises->len - 1));
}

static void
test_crash_documents (void)
{
  const char *length = g_getenv ("MOU_TEST_LENGTH");
  guint n_images = length != NULL ? (guint) atoi (length) : 60;
  guint32 seed = (guint32) g_test_rand_int ();
  Session session = { { NULL } };
  Promise made, next;

  session_record (&session, seed);
  guint n_calls = power_cut_get_n_calls (session.cut);
  for (guint i = 0; i < n_images; i++)
    {
      guint moment = (guint) ((guint64) n_calls * (i + 1) / n_images);
      power_cut_play (session.cut, moment);
      g_assert_cmpint (g_mkdir (session.image, 0700), ==, 0);
      power_cut_make_image (session.cut, session.random, session.image);
      find_promises (&session, moment, &made, &next);
      check_image (&session, &made, &next);
      world_remove (session.image);
    }
  g_test_message ("seed %u: %u calls, %u images, %u with something to recover; 0 lost, 0 damaged", seed, n_calls, n_images,
                  session.n_recovered);
  session_clear (&session);
}

int
main (int argc, char **argv)
{
  disk_calls_work_in_memory ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crash-documents", test_crash_documents);

  return g_test_run ();
}
