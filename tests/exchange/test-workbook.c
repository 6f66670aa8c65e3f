/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The data workbook: whole registers go out and come in the same, by workbook and by JSON, and the same content gives the same
 * bytes. MOU_TEST_LENGTH says how many registers. */

#include "table-fixture.h"

#include "mou-json-agreement.h"
#include "mou-workbook.h"

#define USUAL_LENGTH 20

static void
write_workbook (MouRegister *rows, const char *path)
{
  g_autoptr (GArray) agreements = table_fixture_list_agreements (rows);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (agreements->len, ==, 1);
  mou_workbook_write (rows, g_array_index (agreements, gint64, 0), path, &error);
  g_assert_no_error (error);
}

static void
write_json (MouRegister *rows, const char *path)
{
  g_autoptr (GArray) agreements = table_fixture_list_agreements (rows);
  g_autofree char *text = mou_json_agreement_write (rows, g_array_index (agreements, gint64, 0));

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* JSON has null where a level says nothing, and no inequality without a number. */
static void
tidy_level (MouRow *row, int depth, gpointer data)
{
  MouRegister *rows = data;

  if (row->entity != MOU_ENTITY_LEVEL && row->entity != MOU_ENTITY_MEASURE_LEVEL)
    return;
  if (mou_row_get (row, MOU_LEVEL_VALUE) == NULL && mou_row_get (row, MOU_LEVEL_TEXT) == NULL)
    fixture_remove (rows, row->id);
  else if (mou_row_get (row, MOU_LEVEL_VALUE) == NULL)
    fixture_set (rows, row->id, "op", NULL);
}

static MouRegister *
tidy_levels (MouRegister *rows)
{
  MouRegister *tidy = mou_register_copy (rows);

  mou_register_visit (rows, tidy_level, tidy);

  return tidy;
}

static void
check_round_trips (TableFixture *fixture, MouRegister *rows)
{
  g_autoptr (MouRegister) empty = mou_register_new ();
  g_autoptr (MouRegister) tidy = tidy_levels (rows);
  g_autoptr (MouRegister) from_workbook = NULL;
  g_autoptr (MouRegister) from_json = NULL;

  write_workbook (rows, fixture->path);
  from_workbook = table_fixture_import (fixture->path, empty);
  table_fixture_assert_same (from_workbook, rows);

  write_json (tidy, fixture->path);
  from_json = table_fixture_import (fixture->path, empty);
  table_fixture_assert_same (from_json, tidy);
}

static void
test_random_registers (TableFixture *fixture, gconstpointer data)
{
  for (guint seed = 1, done = 0; done < table_fixture_get_length (USUAL_LENGTH); seed++)
    {
      g_autoptr (MouRegister) rows = fixture_new_random (seed);
      g_autoptr (GArray) agreements = table_fixture_list_agreements (rows);

      for (guint i = 0; i < agreements->len && i < 1; i++, done++)
        {
          g_autoptr (MouRegister) alone = table_fixture_isolate (rows, g_array_index (agreements, gint64, i));

          check_round_trips (fixture, alone);
        }
    }
}

static void
test_sample (TableFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOU_SAMPLES"), "mwa-2567.json", NULL);
  g_autoptr (MouRegister) rows = mou_json_agreement_load (path, NULL);

  check_round_trips (fixture, rows);
}

/* Into the register that it came from it brings nothing, not even another order. */
static void
test_nothing_changed (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (TRUE);
  g_autoptr (MouRegister) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  write_workbook (rows, fixture->path);
  after = table_fixture_import (fixture->path, rows);
  changes = mou_register_difference (rows, after, TRUE);
  g_assert_cmpuint (changes->len, ==, 0);
}

static void
test_bytes (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (MouRegister) empty = mou_register_new ();
  g_autoptr (MouRegister) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;

  write_workbook (rows, fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &first, &first_length, NULL));
  again = table_fixture_import (fixture->path, empty);
  write_workbook (again, fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
}

static void
test_too_long_for_a_cell (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autofree char *text = g_strnfill (32768, 'x');
  g_autoptr (GError) error = NULL;

  write_workbook (rows, fixture->path);
  fixture_set (rows, fixture_get_indicator (rows, "1.1"), "definition", text);
  g_assert_false (mou_workbook_write (rows, fixture_get_agreement (rows), fixture->path, &error));
  g_assert_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "1.1"));
}

static void
test_unwritable (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "book.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (mou_workbook_write (rows, fixture_get_agreement (rows), path, &error));
  g_assert_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_SYSTEM);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_cmpint (g_access (fixture->path, F_OK), !=, 0);
}

#define ADD(path, test) g_test_add (path, TableFixture, NULL, table_fixture_set_up, test, table_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/workbook/random-registers", test_random_registers);
  ADD ("/workbook/sample", test_sample);
  ADD ("/workbook/nothing-changed", test_nothing_changed);
  ADD ("/workbook/bytes", test_bytes);
  ADD ("/workbook/too-long-for-a-cell", test_too_long_for_a_cell);
  ADD ("/workbook/unwritable", test_unwritable);

  return g_test_run ();
}
