/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A large register at work: opening it with every check, saving, editing and undoing, each durable. DESIGN section 8 and the goals
 * for 10,000 indicators: open 1 s, edit 16 ms, undo 50 ms, save 1 s.
 *
 * An edit waits for the disk several times, and how long that takes is the disk's affair: so the same number of rows is committed
 * by bare SQLite under the same pragmas in the same folder, and both stand side by side. TMPDIR chooses the disk. */

#include "mou-document-edits.h"
#include "register-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <time.h>

#define N_EDITS 300
#define N_OPENINGS 5
#define N_SAVES 5

static const guint sizes[] = { 40, 1000, 10000 };

typedef struct
{
  char *folder;
  char *state_dir;
  char *path;
  MouDocument *document;
  GArray *indicators; /* gint64: the leaves */
} Bench;

static void
check (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* `times` in microseconds; sorts them. */
static double
get_percentile (GArray *times, guint percent)
{
  g_array_sort (times, compare_times);

  return (double) g_array_index (times, gint64, (times->len - 1) * percent / 100) / 1000.0;
}

/* What was done again and again: how long each time took, and the processor's part of it all. */
typedef struct
{
  GArray *taken; /* gint64, microseconds */
  gint64 start;
  clock_t processor_start;
  clock_t processor;
} Times;

static void
times_clear (Times *self)
{
  g_clear_pointer (&self->taken, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Times, times_clear)

static void
times_start (Times *self)
{
  if (self->taken == NULL)
    self->taken = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->processor_start = clock ();
  self->start = g_get_monotonic_time ();
}

static void
times_stop (Times *self)
{
  const gint64 taken = g_get_monotonic_time () - self->start;

  self->processor += clock () - self->processor_start;
  g_array_append_val (self->taken, taken);
}

static void
print_times (const char *what, const Times *times, double budget)
{
  const double median = get_percentile (times->taken, 50), worst = get_percentile (times->taken, 99);
  const double processor = (double) times->processor * 1000.0 / CLOCKS_PER_SEC / times->taken->len;

  g_print ("  %-30s median %8.2f ms   p99 %8.2f ms   processor %8.2f ms", what, median, worst, processor);
  if (budget > 0)
    g_print ("   budget used %.2f", worst / budget);
  g_print ("\n");
}

static void
collect_leaf (MouRow *row, int depth, gpointer data)
{
  if (row->entity == MOU_ENTITY_INDICATOR && g_strcmp0 (mou_row_get (row, MOU_INDICATOR_KIND), "linear") == 0)
    g_array_append_val (data, row->id);
}

static void
bench_init (Bench *self, guint n_indicators)
{
  g_autoptr (MouRegister) rows = fixture_new_large (n_indicators);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("mou-bench-XXXXXX", NULL);
  self->state_dir = g_build_filename (self->folder, "state", NULL);
  self->path = g_build_filename (self->folder, "register.mou", NULL);
  self->document = mou_document_new (self->state_dir, "planner", &error);
  check (self->document != NULL && mou_document_import (self->document, rows, "large", NULL, &error)
             && mou_document_add_assessment (self->document, "ผลประเมิน", "self", "year", NULL, &error)
             && mou_document_save_as (self->document, self->path, &error),
         error);
  self->indicators = g_array_new (FALSE, FALSE, sizeof (gint64));
  mou_register_visit (mou_document_get_register (self->document), collect_leaf, self->indicators);
}

static void
remove_folder (const char *folder)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

  if (system (command) != 0)
    g_warning ("“%s” is still there.", folder);
}

static void
bench_clear (Bench *self)
{
  mou_document_close (self->document);
  g_clear_object (&self->document);
  remove_folder (self->folder);
  g_array_unref (self->indicators);
  g_free (self->folder);
  g_free (self->state_dir);
  g_free (self->path);
}

static void
measure_opening (Bench *self)
{
  g_auto (Times) times = { NULL };

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MouDocument) other = NULL;

      times_start (&times);
      other = mou_document_open (self->path, self->state_dir, "reader", NULL, &error);

      times_stop (&times);
      check (other != NULL, error);
      mou_document_close (other);
    }

  print_times ("open, all checks", &times, 1000);
}

/* With the score that stands in the status bar afterwards. */
static void
measure_edits (Bench *self)
{
  g_auto (Times) edits = { NULL };
  g_auto (Times) undos = { NULL };
  const gint64 assessment = mou_document_get_assessment_id (self->document);
  GRand *random = g_rand_new_with_seed (2567);

  for (guint i = 0; i < N_EDITS; i++)
    {
      const gint64 indicator = g_array_index (self->indicators, gint64, g_rand_int_range (random, 0, (gint32) self->indicators->len));
      g_autofree char *text = g_strdup_printf ("%d.%02u", g_rand_int_range (random, 10, 99), i % 100);
      g_autoptr (GError) error = NULL;

      times_start (&edits);
      check (mou_document_set_actual (self->document, assessment, indicator, text, &error), error);
      mou_document_get_evaluation (self->document);
      times_stop (&edits);
    }
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (GError) error = NULL;

      times_start (&undos);
      check (mou_document_undo (self->document, &error), error);
      mou_document_get_evaluation (self->document);
      times_stop (&undos);
    }
  g_rand_free (random);

  print_times ("edit, committed and evaluated", &edits, 16);
  print_times ("undo, committed and evaluated", &undos, 50);
}

static void
measure_saving (Bench *self)
{
  g_auto (Times) times = { NULL };

  for (guint i = 0; i < N_SAVES; i++)
    {
      g_autoptr (GError) error = NULL;

      check (mou_document_redo (self->document, &error), error);
      times_start (&times);
      check (mou_document_save (self->document, FALSE, &error), error);
      times_stop (&times);
    }

  print_times ("save, verified", &times, 1000);
}

/* What the disk takes for the least that an edit can be: one row changed in one transaction. */
static void
measure_bare_commit (Bench *self)
{
  g_auto (Times) times = { NULL };
  g_autofree char *path = g_build_filename (self->folder, "bare.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; CREATE TABLE t (a); INSERT INTO t VALUES (0)", NULL, NULL,
                NULL);
  for (guint i = 0; i < N_EDITS; i++)
    {
      times_start (&times);
      g_assert_cmpint (sqlite3_exec (db, "UPDATE t SET a = a + 1", NULL, NULL, NULL), ==, SQLITE_OK);
      times_stop (&times);
    }
  sqlite3_close (db);

  print_times ("one row by bare SQLite", &times, 0);
}

int
main (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Bench bench = { NULL };

      bench_init (&bench, sizes[i]);
      g_print ("%u indicators, %u rows\n", sizes[i], mou_register_get_size (mou_document_get_register (bench.document)));
      measure_opening (&bench);
      measure_edits (&bench);
      measure_bare_commit (&bench);
      measure_saving (&bench);
      bench_clear (&bench);
    }

  return 0;
}
