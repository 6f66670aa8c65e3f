/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One long session of one person: edits, pastes, undos, redos, saves, other agreements, new years, checks, evaluations. What it
 * takes must not grow with how long it lasts, but with what is in the register; and by so much an entry the journal on the disk and
 * the list of what can be undone in memory. MOU_TEST_LENGTH is the number of actions; without it a short run. */

#include "document-fixture.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_STRETCHES 5 /* the first is for warming up */
#define MAX_NODES 30
#define MAX_AGREEMENTS 4
#define MEMORY_AN_ENTRY 300 /* bytes: a number, a label, and what the allocator adds */
#define MEMORY_A_ROW 1000
#define SLACK (512 * 1024)
#define CACHE (72 * 1024 * 1024) /* SQLite keeps what it read of the working copy, up to a bound */

typedef struct
{
  Fixture fixture;
  char *path;
  guint n_actions;
  guint n_saves;
  gint64 saving; /* µs */
} Session;

typedef struct
{
  gint64 entries;
  guint rows;
  gsize allocated; /* bytes, SQLite's apart */
  gsize cached;    /* bytes, SQLite's */
  gsize resident;  /* bytes */
  guint files;
  gsize disk;    /* bytes of the working copy */
  gint64 time;   /* µs */
  gint64 saving; /* of it */
} Measure;

static gint64
pick_indicator (Session *session)
{
  MouAgreement *agreement = mou_document_get_agreement (session->fixture.document);
  guint n_nodes = mou_agreement_get_n_nodes (agreement);

  return n_nodes > 0 ? mou_agreement_get_node (agreement, (guint) g_test_rand_int_range (0, (gint32) n_nodes))->indicator->id : 0;
}

static void
edit_cell (Session *session)
{
  g_autofree char *text = g_strdup_printf ("%d", g_test_rand_int_range (0, 1000));
  gint64 indicator = pick_indicator (session);
  MouDocument *document = session->fixture.document;

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      (void) mou_document_set_field (document, indicator, MOU_INDICATOR_WEIGHT, text, NULL);
      break;
    case 1:
      (void) mou_document_set_level (document, indicator, g_test_rand_int_range (1, 6), text, NULL);
      break;
    case 2:
      (void) mou_document_set_history (document, indicator, g_test_rand_int_range (2562, 2567), text, NULL);
      break;
    default:
      (void) mou_document_set_actual (document, mou_document_get_assessment_id (document), indicator, text, NULL);
    }
}

static void
paste (Session *session)
{
  MouCellEdit cells[10];
  char texts[10][16];

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_snprintf (texts[i], sizeof texts[i], "%d", g_test_rand_int_range (0, 1000));
      cells[i] = (MouCellEdit){ MOU_CELL_LEVEL, pick_indicator (session), (int) i / 2 + 1, 0, texts[i] };
    }
  (void) mou_document_set_cells (session->fixture.document, NULL, cells, G_N_ELEMENTS (cells), NULL, NULL);
}

/* As many rows go as come. */
static void
change_rows (Session *session)
{
  MouDocument *document = session->fixture.document;
  guint n_nodes = mou_agreement_get_n_nodes (mou_document_get_agreement (document));

  if (n_nodes < (guint) g_test_rand_int_range (3, MAX_NODES))
    (void) mou_document_add_indicator (document, pick_indicator (session), FALSE, NULL, NULL);
  else
    (void) mou_document_delete_row (document, pick_indicator (session), NULL);
}

static void
go_to_another_agreement (Session *session)
{
  MouDocument *document = session->fixture.document;

  g_autoptr (GArray) agreements = mou_document_list_agreements (document);
  guint other = (guint) g_test_rand_int_range (0, (gint32) agreements->len);
  mou_document_set_agreement_id (document, g_array_index (agreements, gint64, other));
}

/* The newest go again, before there are too many. */
static void
change_year (Session *session)
{
  MouDocument *document = session->fixture.document;

  g_autoptr (GArray) agreements = mou_document_list_agreements (document);
  gint64 newest = g_array_index (agreements, gint64, 0);
  if (agreements->len < MAX_AGREEMENTS)
    (void) mou_document_new_year (document, newest, NULL, NULL);
  else
    (void) mou_document_delete_row (document, newest, NULL);
}

static void
save (Session *session)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  mou_document_save (session->fixture.document, FALSE, &error);
  g_assert_no_error (error);
  session->n_saves++;
  session->saving += g_get_monotonic_time () - start;
}

/* Never to before there was an agreement. */
static void
step_back (Session *session)
{
  const char *label = mou_document_get_undo_label (session->fixture.document);

  if (label != NULL && !g_str_has_prefix (label, "Import"))
    g_assert_true (mou_document_undo (session->fixture.document, NULL));
}

static void
act (Session *session)
{
  MouDocument *document = session->fixture.document;
  int action = g_test_rand_int_range (0, 1000);

  if (action < 400)
    edit_cell (session);
  else if (action < 500)
    paste (session);
  else if (action < 600)
    step_back (session);
  else if (action < 700)
    (void) mou_document_redo (document, NULL);
  else if (action < 800)
    g_assert_nonnull (mou_document_get_evaluation (document));
  else if (action < 850)
    g_assert_nonnull (mou_document_get_findings (document));
  else if (action < 950)
    change_rows (session);
  else if (action < 990)
    go_to_another_agreement (session);
  else
    change_year (session);
}

/* Measuring */

static gsize
read_resident (void)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_auto (GStrv) pages = g_strsplit (text, " ", 3);

  return (gsize) strtoul (pages[1], NULL, 10) * (gsize) sysconf (_SC_PAGESIZE);
}

static guint
count_names (const char *folder)
{
  guint count = 0;

  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (directory) != NULL)
    count++;

  return count;
}

static gsize
measure_working_copy (Session *session)
{
  g_autofree char *copies = g_build_filename (session->fixture.state_dir, "copies", NULL);
  struct stat info;

  g_autoptr (GDir) directory = g_dir_open (copies, 0, NULL);
  g_autofree char *path = g_build_filename (copies, g_dir_read_name (directory), "register.mou", NULL);
  g_assert_null (g_dir_read_name (directory));
  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return (gsize) info.st_size;
}

static void
count_row_cb (MouRow *row, int depth, gpointer count)
{
  (*(guint *) count)++;
}

static Measure
measure (Session *session)
{
  struct mallinfo2 memory = mallinfo2 ();
  gsize all = memory.uordblks + memory.hblkhd, cached = (gsize) sqlite3_memory_used ();
  guint rows = 0;

  mou_register_visit (mou_document_get_register (session->fixture.document), count_row_cb, &rows);

  return (Measure){
    .entries = mou_document_get_n_entries (session->fixture.document),
    .rows = rows,
    .allocated = all - MIN (all, cached), /* nothing is known of other allocators */
    .cached = cached,
    .resident = read_resident (),
    .files = count_names ("/proc/self/fd"),
    .disk = measure_working_copy (session),
    .time = g_get_monotonic_time (),
    .saving = session->saving,
  };
}

static void
tell (const Measure *before, const Measure *after, guint n_actions)
{
  gint64 entries = MAX (after->entries - before->entries, 1);
  gint64 saving = after->saving - before->saving;

  g_test_message ("%" G_GINT64_FORMAT " entries, %u rows; memory: %" G_GSIZE_FORMAT " KiB and SQLite's %" G_GSIZE_FORMAT
                  " allocated, %" G_GSIZE_FORMAT " KiB resident; %u files; %" G_GSIZE_FORMAT " KiB on disk, %" G_GINT64_FORMAT
                  " bytes an entry; an action %" G_GINT64_FORMAT " µs, all saves %" G_GINT64_FORMAT " ms",
                  after->entries, after->rows, after->allocated / 1024, after->cached / 1024, after->resident / 1024, after->files,
                  after->disk / 1024, ((gint64) after->disk - (gint64) before->disk) / entries,
                  (after->time - before->time - saving) / MAX (n_actions, 1), saving / 1000);
}

/* From the end of warming up to the end. */
static void
check_growth (const Measure *measures)
{
  const Measure *warm = &measures[1], *middle = &measures[N_STRETCHES / 2 + 1], *end = &measures[N_STRETCHES];
  gsize memory
      = SLACK + MEMORY_AN_ENTRY * (gsize) (end->entries - warm->entries) + MEMORY_A_ROW * (end->rows - MIN (warm->rows, end->rows));

  g_assert_cmpuint (end->files, ==, warm->files);
  g_assert_cmpuint (end->allocated, <, warm->allocated + memory);
  g_assert_cmpuint (end->cached, <, CACHE);
  if (g_getenv ("MOU_TEST_LENGTH") == NULL)
    return;

  /* The journal grows evenly, and nothing else does. */
  double early = (double) (middle->disk - warm->disk) / (double) (middle->entries - warm->entries);
  double late = (double) (end->disk - middle->disk) / (double) (end->entries - middle->entries);
  g_assert_cmpfloat (late, <, early * 1.25);
}

static void
test_session (void)
{
  Session session = { .n_actions = 1500 };
  Measure measures[N_STRETCHES + 1];
  const char *length = g_getenv ("MOU_TEST_LENGTH");

  if (length != NULL)
    session.n_actions = (guint) atoi (length);
  fixture_init (&session.fixture);
  session.path = g_build_filename (session.fixture.state_dir, "session.mou", NULL);
  g_assert_true (mou_document_save_as (session.fixture.document, session.path, NULL));

  measures[0] = measure (&session);
  for (guint stretch = 1; stretch <= N_STRETCHES; stretch++)
    {
      guint n_actions = session.n_actions / N_STRETCHES;
      for (guint i = 1; i <= n_actions; i++)
        {
          act (&session);
          if (i % (n_actions / 6) == 0)
            save (&session);
        }
      measures[stretch] = measure (&session);
      tell (&measures[stretch - 1], &measures[stretch], n_actions);
    }
  g_test_message ("%u actions, %u saves", session.n_actions, session.n_saves);
  check_growth (measures);

  g_free (session.path);
  fixture_clear (&session.fixture);
}

int
main (int argc, char **argv)
{
  if (access ("/dev/shm", W_OK | X_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session", test_session);

  return g_test_run ();
}
