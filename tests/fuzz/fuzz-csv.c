/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of strangers: any bytes are refused with a sentence or read; what was read is written and reads back the same; and as a table
 * of indicators, or as a sheet of the data workbook, it is refused with its place or gives a valid register. */

#include "fuzz-text.h"

#include "mou-csv.h"
#include "mou-indicator-table.h"
#include "mou-workbook.h"
#include "register-fixture.h"

#include <string.h>

static char *
write_grid (const MouGrid *grid)
{
  MouCsvWriter writer;

  mou_csv_writer_init (&writer);
  for (guint row = 0; row < mou_grid_get_n_rows (grid); row++)
    {
      for (guint column = 0; column < mou_grid_get_n_columns (grid, row); column++)
        mou_csv_writer_add_text (&writer, mou_grid_get (grid, row, column)->text);
      mou_csv_writer_end_record (&writer);
    }

  return mou_csv_writer_finish (&writer);
}

static void
check_written (const MouGrid *grid)
{
  g_autofree char *text = write_grid (grid);
  g_autoptr (GError) error = NULL;
  g_autoptr (MouGrid) again = mou_csv_parse (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  for (guint row = 0; row < mou_grid_get_n_rows (grid); row++)
    for (guint column = 0; column < mou_grid_get_n_columns (grid, row); column++)
      g_assert_cmpstr (mou_grid_get (again, row, column)->text, ==, mou_grid_get (grid, row, column)->text);
}

/* Takes `rows`. */
static void
check_result (MouRegister *rows, const GError *error)
{
  fuzz_text_assert_error (rows != NULL, error);
  if (rows != NULL)
    g_assert_true (mou_register_validate (rows, NULL));
  g_clear_pointer (&rows, mou_register_free);
}

static void
read_as_table (const MouGrid *grid, MouRegister *base, gint64 agreement)
{
  g_autoptr (GError) error = NULL;
  MouRegister *rows = mou_indicator_table_read (grid, base, agreement, &error);

  check_result (rows, error);
}

static void
read_as_sheet (MouGrid *grid, MouRegister *base, gint64 agreement)
{
  g_autoptr (GPtrArray) grids = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  grid->name = g_strdup ("Sheet");
  g_ptr_array_add (grids, grid);
  if (mou_workbook_recognise (grids))
    {
      MouRegister *rows = mou_workbook_read (grids, base, agreement, &error);

      check_result (rows, error);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static MouRegister *base;
  g_autoptr (GError) error = NULL;
  g_autoptr (MouGrid) grid = mou_csv_parse ((const char *) data, size, NULL, &error);

  fuzz_text_assert_error (grid != NULL, error);
  if (grid == NULL)
    return 0;

  if (base == NULL)
    base = fixture_new_sample (TRUE);
  check_written (grid);
  read_as_table (grid, base, fixture_get_agreement (base));
  read_as_sheet (grid, base, fixture_get_agreement (base));

  return 0;
}
