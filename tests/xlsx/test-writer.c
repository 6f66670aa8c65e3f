/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain tables: what is asked of the library stays within what it can do, and the workbook says what was sent. */

#include "mou-xlsx-reader.h"
#include "mou-xlsx-writer.h"

#include <glib/gstdio.h>

static const char *const few[] = { "หนึ่ง (1)", "สอง (2)", NULL };
/* Within the 255 characters of the format, and beyond the library's buffer of as many bytes. */
static const char *const many[] = { "ให้คะแนนโดยผู้ประเมินหนึ่ง", "ให้คะแนนโดยผู้ประเมินสอง", "ให้คะแนนโดยผู้ประเมินสาม", "ให้คะแนนโดยผู้ประเมินสี่", NULL };

static void
fill_cb (MouXlsxWriter *writer, gpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      mou_xlsx_writer_add_sheet (writer, "ตาราง");
      mou_xlsx_writer_set_column (writer, 0, 20, MOU_XLSX_LOOK_TEXT);
      mou_xlsx_writer_put_text (writer, 0, 0, "key", MOU_XLSX_LOOK_KEY);
      mou_xlsx_writer_put_text (writer, 1, 0, "หัวตาราง", MOU_XLSX_LOOK_HEADING);
      mou_xlsx_writer_put_text (writer, 2, 0, "=1+1", MOU_XLSX_LOOK_TEXT);
      mou_xlsx_writer_put_number (writer, 3, 0, 0.1);
      mou_xlsx_writer_set_heading (writer, 1, 2, 1);
      g_assert_true (mou_xlsx_writer_add_choices (writer, 2, 0, few));
      g_assert_false (mou_xlsx_writer_add_choices (writer, 2, 0, many));
    }
}

static gboolean
count_cell (const MouXlsxCell *cell, gpointer data, GError **error)
{
  g_assert_null (cell->formula);
  (*(guint *) data)++;

  return TRUE;
}

static void
test_written (void)
{
  static const MouXlsxVisitor visitor = { count_cell, NULL };
  g_autofree char *folder = g_dir_make_tmp ("mou-writer-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MouXlsxReader) reader = NULL;
  guint n_cells = 0;

  mou_xlsx_write (path, "Title", 1, fill_cb, NULL, &error);
  g_assert_no_error (error);
  reader = mou_xlsx_reader_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mou_xlsx_reader_get_n_sheets (reader), ==, 2);
  g_assert_cmpstr (mou_xlsx_reader_get_sheet_name (reader, 0), ==, "ตาราง");
  g_assert_cmpstr (mou_xlsx_reader_get_sheet_name (reader, 1), !=, "ตาราง");
  for (guint i = 0; i < 2; i++)
    g_assert_true (mou_xlsx_reader_read_sheet (reader, i, &visitor, &n_cells, &error));
  g_assert_cmpuint (n_cells, ==, 8);

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/written", test_written);

  return g_test_run ();
}
