/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Power cuts at any moment of a random session of edits, undos, redos and saves: of each image that the disk may hold then, the
 * working copy must start as it does after a crash, with all that was acknowledged, and the saved file must be a whole one.
 *
 * The same at settings that promise less must find what they lose; else this test would prove nothing. MOU_TEST_LENGTH is the
 * number of images at our own settings; without it a short run. */

#include "disk-calls.h"
#include "mou-publish.h"
#include "power-cut.h"
#include "store-fixture.h"

#include <dlfcn.h>
#include <sqlite3.h>
#include <string.h>

#define OUR_SETTING "synchronous = EXTRA"
#define N_ACTIONS 40

/* What was promised to the person, and after how many calls. */
typedef struct
{
  guint n_calls;
  gint64 entry;
  guint n_saved;
} Promise;

typedef struct
{
  StoreFixture store;
  char *image;
  GRand *random;
  PowerCut *cut;
  GArray *promises;  /* Promise */
  GPtrArray *states; /* the register as text, by entry */
  GPtrArray *saved;  /* the same, of each save */
} Session;

typedef struct
{
  guint images, lost, damaged, bad_targets;
} Tally;

/* Settings: the one statement that makes a connection durable is changed on its way to SQLite. */

static const char *setting = OUR_SETTING;

int
sqlite3_exec (sqlite3 *db, const char *sql, sqlite3_callback callback, void *data, char **message)
{
  typedef int (*Execute) (sqlite3 *, const char *, sqlite3_callback, void *, char **);
  Execute execute = (Execute) dlsym (RTLD_NEXT, "sqlite3_exec");
  g_auto (GStrv) parts = g_strsplit (sql, OUR_SETTING, -1);
  g_autofree char *changed = g_strjoinv (setting, parts);

  return execute (db, changed, callback, data, message);
}

/* The session */

static char *
dump (MouStore *store)
{
  return store_fixture_dump (mou_store_get_register (store));
}

static void
edit (Session *session)
{
  StoreFixture *fixture = &session->store;
  g_autofree char *weight = g_strdup_printf ("%d", g_rand_int_range (session->random, 0, 100000));
  g_autofree char *text = g_strnfill ((gsize) g_rand_int_range (session->random, 1, 9000), 'x');

  g_autoptr (MouEdit) edit = store_fixture_begin (fixture->store, "Edit");
  switch (g_rand_int_range (session->random, 0, 4))
    {
    case 0:
      g_assert_true (mou_edit_set (edit, fixture->first, MOU_INDICATOR_DEFINITION, text, NULL));
      G_GNUC_FALLTHROUGH;
    case 1:
      g_assert_true (mou_edit_set (edit, fixture->second, MOU_INDICATOR_WEIGHT, weight, NULL));
      break;
    default:
      for (int i = g_rand_int_range (session->random, 1, 5); i > 0; i--)
        store_fixture_insert (edit, MOU_ENTITY_MISSION, fixture->agreement, MOU_TEXT_TEXT, text, -1);
    }
  g_assert_true (mou_edit_commit (edit, NULL, NULL));
}

static void
save (Session *session)
{
  g_autofree char *target = store_fixture_build_path (&session->store, "user.mou");
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;

  mou_publish (session->store.store, target, NULL, &identity, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_add (session->saved, dump (session->store.store));
}

static void
promise (Session *session)
{
  const Promise promised = { power_cut_get_n_calls (session->cut), mou_store_get_entry (session->store.store), session->saved->len };

  g_array_append_val (session->promises, promised);
  while (session->states->len <= promised.entry)
    g_ptr_array_add (session->states, dump (session->store.store));
}

static void
act (Session *session)
{
  MouStore *store = session->store.store;

  switch (g_rand_int_range (session->random, 0, 10))
    {
    case 0:
      save (session);
      break;
    case 1:
    case 2:
      if (mou_journal_get_undoable (store, NULL) > 1) /* never back to before there were rows */
        g_assert_true (mou_journal_undo (store, "tester", NULL, NULL));
      break;
    case 3:
      g_assert_true (mou_journal_redo (store, "tester", NULL, NULL));
      break;
    default:
      edit (session);
    }
  promise (session);
}

static void
session_record (Session *session, guint32 seed)
{
  session->random = g_rand_new_with_seed (seed);
  store_fixture_set_up (&session->store, NULL);
  session->image = g_strconcat (session->store.folder, "-image", NULL);
  session->cut = power_cut_new (session->store.folder);
  session->promises = g_array_new (FALSE, FALSE, sizeof (Promise));
  session->states = g_ptr_array_new_with_free_func (g_free);
  session->saved = g_ptr_array_new_with_free_func (g_free);

  power_cut_start (session->cut);
  promise (session);
  for (int i = 0; i < N_ACTIONS; i++)
    act (session);
  power_cut_stop (session->cut);
}

static void
session_clear (Session *session)
{
  g_rand_free (session->random);
  power_cut_free (session->cut);
  g_array_unref (session->promises);
  g_ptr_array_unref (session->states);
  g_ptr_array_unref (session->saved);
  g_free (session->image);
  store_fixture_tear_down (&session->store, NULL);
}

/* Images */

/* The last promise made by then, and the one that was perhaps being kept. */
static void
find_promises (Session *session, guint n_calls, Promise *made, Promise *next)
{
  guint i = 0;

  while (i + 1 < session->promises->len && g_array_index (session->promises, Promise, i + 1).n_calls <= n_calls)
    i++;
  *made = g_array_index (session->promises, Promise, i);
  *next = g_array_index (session->promises, Promise, MIN (i + 1, session->promises->len - 1));
}

/* As the next start does it. */
static void
check_working_copy (Session *session, const Promise *made, const Promise *next, Tally *tally)
{
  g_autofree char *path = g_build_filename (session->image, "register.mou", NULL);
  g_autoptr (GError) error = NULL;

  g_autoptr (MouStore) store = mou_intake_verify (path, NULL, &error) ? mou_store_open (path, &error) : NULL;
  if (store == NULL)
    {
      tally->damaged++;
      if (g_str_equal (setting, OUR_SETTING))
        g_test_message ("after %u calls: %s", made->n_calls, error->message);
      return;
    }

  gint64 entry = mou_store_get_entry (store);
  g_autofree char *state = dump (store);
  if (entry < made->entry)
    tally->lost++;
  else if (entry > next->entry || !g_str_equal (state, g_ptr_array_index (session->states, entry)))
    tally->damaged++;
}

static gboolean
is_saved_state (Session *session, const char *state, guint number)
{
  return number > 0 && g_str_equal (state, g_ptr_array_index (session->saved, number - 1));
}

static void
check_target (Session *session, const Promise *made, const Promise *next, Tally *tally)
{
  g_autofree char *target = g_build_filename (session->image, "user.mou", NULL);
  g_autofree char *copy = g_build_filename (session->image, "copy.mou", NULL);
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;

  if (!g_file_test (target, G_FILE_TEST_EXISTS))
    {
      tally->bad_targets += made->n_saved > 0;
      return;
    }
  g_autoptr (MouStore) store = mou_intake (target, copy, &identity, NULL, &error) ? mou_store_open (copy, &error) : NULL;
  g_autofree char *state = store != NULL ? dump (store) : NULL;
  if (state == NULL || !(is_saved_state (session, state, made->n_saved) || is_saved_state (session, state, next->n_saved)))
    tally->bad_targets++;
}

static void
try_image (Session *session, guint n_calls, Tally *tally)
{
  Promise made, next;

  find_promises (session, n_calls, &made, &next);
  g_assert_cmpint (g_mkdir (session->image, 0700), ==, 0);
  power_cut_make_image (session->cut, session->random, session->image);
  check_working_copy (session, &made, &next, tally);
  if (tally->images % 4 == 0)
    check_target (session, &made, &next, tally);
  store_fixture_remove_folder (session->image);
  tally->images++;
}

/* Moments are evenly spread over the calls. */
static Tally
try_images (guint n_images, guint32 seed)
{
  Session session = { { NULL } };
  Tally tally = { 0 };

  session_record (&session, seed);
  guint n_calls = power_cut_get_n_calls (session.cut);
  for (guint i = 0; i < n_images; i++)
    {
      guint moment = (guint) ((guint64) n_calls * (i + 1) / n_images);
      power_cut_play (session.cut, moment);
      try_image (&session, moment, &tally);
    }
  session_clear (&session);

  g_test_message ("%s, seed %u: %u calls, %u images, %u with losses, %u damaged, %u bad saved files", setting, seed, n_calls, tally.images,
                  tally.lost, tally.damaged, tally.bad_targets);

  return tally;
}

static void
test_our_setting (void)
{
  enum
  {
    PER_SESSION = 1000
  };
  guint n_images = store_fixture_get_length (240);

  for (guint done = 0; done < n_images; done += PER_SESSION)
    {
      Tally tally = try_images (MIN (PER_SESSION, n_images - done), (guint32) g_test_rand_int ());
      g_assert_cmpuint (tally.lost, ==, 0);
      g_assert_cmpuint (tally.damaged, ==, 0);
      g_assert_cmpuint (tally.bad_targets, ==, 0);
    }
}

/* FULL does not sync the folder after the journal has gone, which is the moment of commit; OFF syncs nothing. */
static void
test_controls (void)
{
  guint n_images = MAX (store_fixture_get_length (0) / 5, 120);

  setting = "synchronous = FULL";
  Tally full = try_images (n_images, 20240930);
  g_assert_cmpuint (full.lost, >, 0);
  g_assert_cmpuint (full.damaged, ==, 0);

  setting = "synchronous = OFF";
  Tally off = try_images (n_images, 20240930);
  g_assert_cmpuint (off.damaged, >, 0);
  setting = OUR_SETTING;
}

int
main (int argc, char **argv)
{
  disk_calls_work_in_memory ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crash-images/our-setting", test_our_setting);
  g_test_add_func ("/crash-images/controls", test_controls);

  return g_test_run ();
}
