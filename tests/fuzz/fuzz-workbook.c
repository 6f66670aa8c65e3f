/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Workbooks: any bytes are refused with a sentence or read within the grid, every text valid. The first byte says what the rest
 * is: a whole file, the XML of the sheet, or that of the shared strings of an otherwise honest workbook. */

#include "fuzz-text.h"

#include "mou-xlsx-reader.h"
#include "workbook-fixture.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static gboolean
check_cell_cb (const MouXlsxCell *cell, gpointer data, GError **error)
{
  g_assert_cmpuint (cell->row, <, MOU_XLSX_ROWS_MAX);
  g_assert_cmpuint (cell->column, <, MOU_XLSX_COLUMNS_MAX);
  g_assert_nonnull (cell->text);
  g_assert_true (g_utf8_validate (cell->text, -1, NULL));
  return TRUE;
}

static gboolean
check_merged_cb (const char *range, gpointer data, GError **error)
{
  g_assert_nonnull (range);
  return TRUE;
}

static void
read_workbook (const char *path)
{
  static const MouXlsxVisitor visitor = { check_cell_cb, check_merged_cb };
  g_autoptr (GError) error = NULL;
  g_autoptr (MouXlsxReader) reader = mou_xlsx_reader_open (path, &error);

  fuzz_text_assert_error (reader != NULL, error);
  for (guint i = 0; reader != NULL && i < mou_xlsx_reader_get_n_sheets (reader); i++)
    {
      g_autoptr (GError) reason = NULL;

      g_assert_nonnull (mou_xlsx_reader_get_sheet_name (reader, i));
      fuzz_text_assert_error (mou_xlsx_reader_read_sheet (reader, i, &visitor, NULL, &reason), reason);
    }
}

static void
read_bytes (const guint8 *data, gsize size)
{
  int fd = memfd_create ("book", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);

  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  read_workbook (path);
  close (fd);
}

static void
read_part (const char *part, const guint8 *data, gsize size)
{
  g_autoptr (WorkbookFixture) fixture = workbook_fixture_new ();

  workbook_fixture_set (fixture, part, (const char *) data, (gssize) size);
  read_workbook (workbook_fixture_write (fixture));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size == 0)
    return 0;

  if (*data == 's')
    read_part ("xl/worksheets/sheet1.xml", data + 1, size - 1);
  else if (*data == 't')
    read_part ("xl/sharedStrings.xml", data + 1, size - 1);
  else
    read_bytes (data + 1, size - 1);
  return 0;
}
