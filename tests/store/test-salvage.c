/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes back of damaged registers: how much of their rows, and that nothing is claimed to be whole which is not. Every run prints
 * its seed and the shares it found; a long one (MOU_TEST_LENGTH: cases of each kind) takes a register of 1,500 indicators. */

#include "mou-intake.h"
#include "mou-publish.h"
#include "mou-salvage.h"
#include "store-fixture.h"

#include <time.h>

#define CASES_FOR_AVERAGE 8
#define PAGE_SIZE 4096
#define HEADER_SIZE 100
#define SECONDS_MAX 20

typedef struct
{
  char *data;
  gsize size;
  GHashTable *rows; /* id → MouRow: what it held */
} Whole;

typedef struct
{
  const char *name;
  void (*damage) (GRand *random, char *data, gsize *size);
  guint least_percent; /* of all rows, over all cases */
} Damage;

static Whole generated, sample;

/* The files */

static void
collect_row (MouRow *row, int depth, gpointer data)
{
  g_hash_table_insert (data, &row->id, mou_row_ref (row));
}

static void
whole_read (Whole *whole, const char *path, const char *copy)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;

  whole->data = store_fixture_read (path, &whole->size);
  mou_intake (path, copy, &identity, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (MouStore) store = mou_store_open (copy, &error);
  g_assert_no_error (error);
  whole->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) mou_row_unref);
  mou_register_visit (mou_store_get_register (store), collect_row, whole->rows);
}

static void
whole_clear (Whole *whole)
{
  g_free (whole->data);
  g_hash_table_unref (whole->rows);
}

static void
make_generated (StoreFixture *fixture, guint n_indicators)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  g_autofree char *path = store_fixture_build_path (fixture, "generated.mou");

  store_fixture_fill (fixture->store, n_indicators);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *weight = g_strdup_printf ("%u", i + 1);
      store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, weight);
    }
  mou_publish (fixture->store, path, NULL, &identity, NULL, &error);
  g_assert_no_error (error);
}

static void
make_files (guint n_indicators)
{
  StoreFixture fixture = { NULL };
  g_autofree char *old = g_build_filename (g_getenv ("MOU_OLD_VERSIONS"), "version-1.mou", NULL);

  store_fixture_set_up (&fixture, NULL);
  make_generated (&fixture, n_indicators);
  g_autofree char *path = store_fixture_build_path (&fixture, "generated.mou");
  g_autofree char *copy = store_fixture_build_path (&fixture, "copy-1.mou");
  g_autofree char *copy_2 = store_fixture_build_path (&fixture, "copy-2.mou");
  whole_read (&generated, path, copy);
  whole_read (&sample, old, copy_2);
  store_fixture_tear_down (&fixture, NULL);
}

/* The damages */

static char *
pick_page (GRand *random, char *data, gsize size, guint first)
{
  gsize n_pages = size / PAGE_SIZE;

  return data + PAGE_SIZE * (gsize) g_rand_int_range (random, (gint32) first, (gint32) n_pages);
}

static void
zero_page (GRand *random, char *data, gsize *size)
{
  memset (pick_page (random, data, *size, 0), 0, PAGE_SIZE);
}

static void
zero_three_pages (GRand *random, char *data, gsize *size)
{
  for (int i = 0; i < 3; i++)
    zero_page (random, data, size);
}

static void
zero_many_pages (GRand *random, char *data, gsize *size)
{
  for (gsize i = 0; i < *size / PAGE_SIZE / 10; i++)
    zero_page (random, data, size);
}

static void
zero_header (GRand *random, char *data, gsize *size)
{
  memset (data, 0, PAGE_SIZE);
}

static void
garble_page (GRand *random, char *data, gsize *size)
{
  char *page = pick_page (random, data, *size, 1);

  for (gsize i = 0; i < PAGE_SIZE; i++)
    page[i] = (char) g_rand_int (random);
}

static void
flip_bits (GRand *random, char *data, gsize *size)
{
  for (int i = 0; i < 8; i++)
    data[g_rand_int_range (random, HEADER_SIZE, (gint32) *size)] ^= (char) (1 << g_rand_int_range (random, 0, 8));
}

static void
swap_pages (GRand *random, char *data, gsize *size)
{
  char *a = pick_page (random, data, *size, 1), *b = pick_page (random, data, *size, 1);
  char kept[PAGE_SIZE];

  memcpy (kept, a, PAGE_SIZE);
  memmove (a, b, PAGE_SIZE);
  memcpy (b, kept, PAGE_SIZE);
}

/* Up to an eighth is missing, as after a download that broke off. */
static void
cut_tail (GRand *random, char *data, gsize *size)
{
  *size -= (gsize) g_rand_int_range (random, 1, (gint32) (*size / 8));
}

static const Damage damages[] = {
  { "zeroed-page", zero_page, 97 },
  { "three-zeroed-pages", zero_three_pages, 85 },
  { "many-zeroed-pages", zero_many_pages, 20 },
  { "zeroed-header", zero_header, 99 },
  { "garbled-page", garble_page, 90 },
  { "flipped-bits", flip_bits, 85 },
  { "swapped-pages", swap_pages, 85 },
  { "cut-tail", cut_tail, 60 },
};

/* One case */

typedef struct
{
  guint64 n_rows, n_recovered;
  guint n_cases, n_unreadable, n_complete;
} Tally;

static guint
count_recovered (const Whole *whole, MouRegister *found)
{
  GHashTableIter iter;
  gpointer id, row;
  guint n_recovered = 0;

  g_hash_table_iter_init (&iter, whole->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    {
      const MouRow *other = mou_register_lookup (found, *(const gint64 *) id);
      n_recovered += other != NULL && mou_row_equal (row, other);
    }

  return n_recovered;
}

static void
check_salvaged (const Whole *whole, const MouSalvage *salvage, const char *into, const char *copy, Tally *tally)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;

  mou_intake (into, copy, &identity, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (MouStore) store = mou_store_open (copy, &error);
  g_assert_no_error (error);
  guint n_recovered = count_recovered (whole, mou_store_get_register (store));
  tally->n_recovered += n_recovered;
  if (!mou_salvage_is_complete (salvage))
    return;

  /* What is said to be whole is whole, and nothing else. */
  tally->n_complete++;
  g_assert_cmpuint (n_recovered, ==, g_hash_table_size (whole->rows));
  g_assert_cmpuint (mou_register_get_size (mou_store_get_register (store)), ==, n_recovered);
}

static void
try_case (const Whole *whole, const Damage *damage, GRand *random, const char *folder, Tally *tally)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = g_memdup2 (whole->data, whole->size);
  g_autofree char *path = g_build_filename (folder, "damaged.mou", NULL);
  g_autofree char *into = g_build_filename (folder, "new.mou", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.mou", NULL);
  gsize size = whole->size, size_after;
  clock_t start = clock ();

  damage->damage (random, data, &size);
  store_fixture_write (path, data, size);
  g_autoptr (MouSalvage) salvage = mou_salvage_run (path, into, "tester", "Salvage damaged.mou", NULL, &error);
  g_autofree char *after = store_fixture_read (path, &size_after);
  g_assert_cmpmem (data, size, after, size_after);
  g_assert_cmpint ((clock () - start) / CLOCKS_PER_SEC, <, SECONDS_MAX);

  tally->n_cases++;
  tally->n_rows += g_hash_table_size (whole->rows);
  g_assert_cmpint (salvage == NULL, ==, error != NULL);
  g_assert_cmpint (salvage != NULL, ==, g_file_test (into, G_FILE_TEST_EXISTS));
  if (salvage != NULL)
    check_salvaged (whole, salvage, into, copy, tally);
  else
    tally->n_unreadable++;
  if (error != NULL)
    g_test_message ("%s", error->message);
  g_remove (into);
  g_remove (copy);
}

static void
try_cases (const Whole *whole, const char *which, const Damage *damage)
{
  Tally tally = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("mou-salvage-XXXXXX", NULL);
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_cases = store_fixture_get_length (2);
  /* What is lost on the average says nothing of two cases, where damage may meet the worst place twice. */
  guint least_percent = n_cases < CASES_FOR_AVERAGE ? damage->least_percent / 2 : damage->least_percent;

  for (guint i = 0; i < n_cases; i++)
    try_case (whole, damage, random, folder, &tally);
  store_fixture_remove_folder (folder);

  guint64 per_mille = tally.n_recovered * 1000 / tally.n_rows;
  g_test_message ("%s, %s, seed %u: %u cases, %u.%u %% of the rows, %u complete, %u unreadable", which, damage->name, seed, tally.n_cases,
                  (guint) (per_mille / 10), (guint) (per_mille % 10), tally.n_complete, tally.n_unreadable);
  g_assert_cmpuint (per_mille, >=, least_percent * 10);
}

static void
test_damage (gconstpointer data)
{
  try_cases (&generated, "generated", data);
  try_cases (&sample, "sample", data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  make_files (store_fixture_get_length (0) > 0 ? 1500 : 60);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/salvage/%s", damages[i].name);
      g_test_add_data_func (path, &damages[i], test_damage);
    }
  int status = g_test_run ();
  whole_clear (&generated);
  whole_clear (&sample);

  return status;
}
