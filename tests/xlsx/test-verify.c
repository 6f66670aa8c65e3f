/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A written workbook against what was sent, at once or years later: the same passes, anything else is named. */
#include "mou-xlsx-text.h"
#include "mou-xlsx-verify.h"

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

typedef struct
{
  char *folder;
  char *path;
  MouXlsxManifest *manifest;
} VerifyFixture;

static void
set_up (VerifyFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("mou-verify-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "book.xlsx", NULL);
  fixture->manifest = mou_xlsx_manifest_new ();
}

static void
tear_down (VerifyFixture *fixture, gconstpointer data)
{
  mou_xlsx_manifest_free (fixture->manifest);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* One book with every kind of cell. */
static void
write_book (VerifyFixture *fixture)
{
  lxw_workbook *workbook = workbook_new (fixture->path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "ตาราง");

  workbook_add_worksheet (workbook, "ว่าง");
  worksheet_write_number (sheet, 0, 0, 1271.47, NULL);
  worksheet_write_string (sheet, 0, 1, "=ไม่ใช่สูตร", NULL);
  worksheet_write_formula_num (sheet, 1, 0, "=A1*2", NULL, 2542.94);
  worksheet_write_formula_str (sheet, 1, 1, "=IF(A1>0,\"ดี\",\"\")", NULL, "ดี");
  worksheet_merge_range (sheet, 2, 0, 3, 1, "รวม", NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

static void
note_book (VerifyFixture *fixture)
{
  mou_xlsx_manifest_add_sheet (fixture->manifest, "ตาราง");
  mou_xlsx_manifest_add_number (fixture->manifest, 0, 0, 1271.47, NULL);
  mou_xlsx_manifest_add_text (fixture->manifest, 0, 1, "=ไม่ใช่สูตร", NULL);
  mou_xlsx_manifest_add_number (fixture->manifest, 1, 0, 2542.94, "A1*2");
  mou_xlsx_manifest_add_text (fixture->manifest, 1, 1, "ดี", "IF(A1>0,\"ดี\",\"\")");
  mou_xlsx_manifest_add_text (fixture->manifest, 2, 0, "รวม", NULL);
  mou_xlsx_manifest_add_merged (fixture->manifest);
}

static void
assert_differs (VerifyFixture *fixture, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mou_xlsx_manifest_verify (fixture->manifest, fixture->path, &error));
  g_assert_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_REFUSED);
  if (strstr (error->message, reason) == NULL)
    g_error ("expected “%s” in “%s”", reason, error->message);
}

static void
test_same (VerifyFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_book (fixture);
  note_book (fixture);
  mou_xlsx_manifest_add_sheet (fixture->manifest, "ว่าง");
  g_assert_true (mou_xlsx_manifest_verify (fixture->manifest, fixture->path, &error));
  g_assert_no_error (error);
}

static void
test_number_differs (VerifyFixture *fixture, gconstpointer data)
{
  write_book (fixture);
  note_book (fixture);
  mou_xlsx_manifest_add_number (fixture->manifest, 0, 0, 1271.4700000001, NULL);
  mou_xlsx_manifest_add_sheet (fixture->manifest, "ว่าง");
  assert_differs (fixture, "row 1, column 1");
}

static void
test_formula_differs (VerifyFixture *fixture, gconstpointer data)
{
  write_book (fixture);
  note_book (fixture);
  mou_xlsx_manifest_add_number (fixture->manifest, 1, 0, 2542.94, "A1*3");
  mou_xlsx_manifest_add_sheet (fixture->manifest, "ว่าง");
  assert_differs (fixture, "row 2, column 1");
}

static void
test_cell_missing (VerifyFixture *fixture, gconstpointer data)
{
  write_book (fixture);
  note_book (fixture);
  mou_xlsx_manifest_add_text (fixture->manifest, 9, 9, "มี", NULL);
  mou_xlsx_manifest_add_sheet (fixture->manifest, "ว่าง");
  assert_differs (fixture, "cells are missing");
}

static void
test_other_sheet (VerifyFixture *fixture, gconstpointer data)
{
  write_book (fixture);
  note_book (fixture);
  mou_xlsx_manifest_add_sheet (fixture->manifest, "อื่น");
  assert_differs (fixture, "another name");
}

static void
test_merge_missing (VerifyFixture *fixture, gconstpointer data)
{
  write_book (fixture);
  note_book (fixture);
  mou_xlsx_manifest_add_merged (fixture->manifest);
  mou_xlsx_manifest_add_sheet (fixture->manifest, "ว่าง");
  assert_differs (fixture, "merged");
}

static void
test_sheet_missing (VerifyFixture *fixture, gconstpointer data)
{
  write_book (fixture);
  note_book (fixture);
  assert_differs (fixture, "sheets are missing");
}

/* Cut anywhere, the workbook never passes. */
static void
test_truncated (VerifyFixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  write_book (fixture);
  note_book (fixture);
  mou_xlsx_manifest_add_sheet (fixture->manifest, "ว่าง");
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (gsize cut = 0; cut < length; cut += 61)
    {
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) cut, NULL));
      assert_differs (fixture, fixture->path);
    }
}

/* Whatever a text holds, the workbook says what mou-xlsx-text made of it. */
static void
test_hostile_texts (VerifyFixture *fixture, gconstpointer data)
{
  static const char *const pieces[]
      = { "_x0041_", "_", "=1+1", "<&>\"'", "\x01", "\xff", "\xEF\xBF\xBF", "\r\n", "]]>", "น้ำ", "😀", " ", "&amp;", "\t" };
  lxw_workbook *workbook = workbook_new (fixture->path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "s");
  g_autoptr (GError) error = NULL;

  mou_xlsx_manifest_add_sheet (fixture->manifest, "s");
  for (guint row = 0; row < 2000; row++)
    {
      g_autoptr (GString) text = g_string_new ("-");
      g_autofree char *cell = NULL;
      g_autofree char *stored = NULL;

      for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      cell = mou_xlsx_text_for_cell (text->str);
      stored = mou_xlsx_text_escape (cell);
      g_assert_cmpint (worksheet_write_string (sheet, row, 0, stored, NULL), ==, LXW_NO_ERROR);
      mou_xlsx_manifest_add_text (fixture->manifest, row, 0, cell, NULL);
    }
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  g_assert_true (mou_xlsx_manifest_verify (fixture->manifest, fixture->path, &error));
  g_assert_no_error (error);
}

static void
assert_compares (VerifyFixture *fixture, guint n_expected, const char *expected)
{
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n_differences;

  g_assert_true (mou_xlsx_manifest_compare (fixture->manifest, fixture->path, 3, &differences, &n_differences, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_differences, ==, n_expected);
  for (guint i = 0; i < differences->len; i++)
    {
      const MouXlsxDifference *one = g_ptr_array_index (differences, i);

      g_string_append_printf (told, "%s!%s %s %s\n", one->sheet, one->cell, one->found != NULL ? one->found : "nothing",
                              one->expected != NULL ? one->expected : "nothing");
    }
  g_assert_cmpstr (told->str, ==, expected);
}

/* Formulas, merged cells and further sheets are whatever the program that saved the workbook made of them. */
static void
test_compare_same (VerifyFixture *fixture, gconstpointer data)
{
  write_book (fixture);
  mou_xlsx_manifest_add_sheet (fixture->manifest, "ตาราง");
  mou_xlsx_manifest_add_number (fixture->manifest, 0, 0, 1271.47 * (1 + 1e-14), NULL);
  mou_xlsx_manifest_add_text (fixture->manifest, 0, 1, "=ไม่ใช่สูตร", NULL);
  mou_xlsx_manifest_add_number (fixture->manifest, 1, 0, 2542.94, "A1+A1");
  mou_xlsx_manifest_add_text (fixture->manifest, 1, 1, "ดี", NULL);
  mou_xlsx_manifest_add_text (fixture->manifest, 2, 0, "รวม", NULL);
  mou_xlsx_manifest_add_text (fixture->manifest, 2, 1, "", "IF(A1>0,\"\",1)");
  assert_compares (fixture, 0, "");
}

static void
test_compare_differences (VerifyFixture *fixture, gconstpointer data)
{
  write_book (fixture);
  note_book (fixture);
  mou_xlsx_manifest_add_number (fixture->manifest, 0, 0, 1271.47001, NULL);
  mou_xlsx_manifest_add_number (fixture->manifest, 1, 0, 4.5, "A1*2");
  mou_xlsx_manifest_add_text (fixture->manifest, 1, 1, "เลว", NULL);
  mou_xlsx_manifest_add_number (fixture->manifest, 1, 27, 3, NULL);
  assert_compares (fixture, 4, "ตาราง!A1 1271.47 1271.47001\nตาราง!A2 2542.94 4.5\nตาราง!B2 “ดี” “เลว”\n");
}

static void
test_compare_added_and_missing (VerifyFixture *fixture, gconstpointer data)
{
  write_book (fixture);
  mou_xlsx_manifest_add_sheet (fixture->manifest, "หาย");
  mou_xlsx_manifest_add_text (fixture->manifest, 11, 27, "มี", NULL);
  mou_xlsx_manifest_add_sheet (fixture->manifest, "ว่าง");
  mou_xlsx_manifest_add_number (fixture->manifest, 0, 701, 1, NULL);
  mou_xlsx_manifest_add_number (fixture->manifest, 0, 702, 1, NULL);
  assert_compares (fixture, 3, "หาย!AB12 nothing “มี”\nว่าง!ZZ1 nothing 1\nว่าง!AAA1 nothing 1\n");
}

static void
test_compare_refuses (VerifyFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  guint n_differences;

  g_assert_true (g_file_set_contents (fixture->path, "PK and no more", -1, NULL));
  note_book (fixture);
  g_assert_false (mou_xlsx_manifest_compare (fixture->manifest, fixture->path, 3, &differences, &n_differences, &error));
  g_assert_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_REFUSED);
  g_assert_null (differences);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (VerifyFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/xlsx/verify/same", test_same },
    { "/xlsx/verify/number-differs", test_number_differs },
    { "/xlsx/verify/formula-differs", test_formula_differs },
    { "/xlsx/verify/cell-missing", test_cell_missing },
    { "/xlsx/verify/other-sheet", test_other_sheet },
    { "/xlsx/verify/merge-missing", test_merge_missing },
    { "/xlsx/verify/sheet-missing", test_sheet_missing },
    { "/xlsx/verify/truncated", test_truncated },
    { "/xlsx/verify/hostile-texts", test_hostile_texts },
    { "/xlsx/compare/same", test_compare_same },
    { "/xlsx/compare/differences", test_compare_differences },
    { "/xlsx/compare/added-and-missing", test_compare_added_and_missing },
    { "/xlsx/compare/refuses", test_compare_refuses },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, VerifyFixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
