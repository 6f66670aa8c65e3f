/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading workbooks: what cells mean, and what is refused, each with a reason. */
#include "mou-xlsx-reader.h"
#include "workbook-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
print_cell_cb (const MouXlsxCell *cell, gpointer data, GError **error)
{
  static const char *const types[] = { "number", "text", "boolean", "error" };

  g_string_append_printf (data, "%u,%u %s %s", cell->row, cell->column, types[cell->type], cell->text);
  if (cell->formula != NULL)
    g_string_append_printf (data, " =%s", cell->formula);
  g_string_append_c (data, '\n');
  return TRUE;
}

static gboolean
print_merged_cb (const char *range, gpointer data, GError **error)
{
  g_string_append_printf (data, "merged %s\n", range);
  return TRUE;
}

static const MouXlsxVisitor printer = { print_cell_cb, print_merged_cb };

/* All cells of all sheets as text, or NULL with the error. */
static char *
dump (const char *path, GError **error)
{
  g_autoptr (MouXlsxReader) reader = mou_xlsx_reader_open (path, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (reader == NULL)
    return NULL;
  for (guint i = 0; i < mou_xlsx_reader_get_n_sheets (reader); i++)
    {
      g_string_append_printf (text, "[%s]\n", mou_xlsx_reader_get_sheet_name (reader, i));
      if (!mou_xlsx_reader_read_sheet (reader, i, &printer, text, error))
        return NULL;
    }
  return g_strdup (text->str);
}

static void
assert_reads (WorkbookFixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dump (workbook_fixture_write (fixture), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_refuses (WorkbookFixture *fixture, const char *reason)
{
  const char *path = workbook_fixture_write (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dump (path, &error);

  g_assert_null (text);
  g_assert_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, path));
  if (strstr (error->message, reason) == NULL)
    g_error ("expected “%s” in “%s”", reason, error->message);
}

static void
test_plain (void)
{
  g_autoptr (WorkbookFixture) fixture = workbook_fixture_new ();

  assert_reads (fixture, "[One]\n0,0 number 1\n0,1 text ก\n");
}

typedef struct
{
  const char *rows;
  const char *outcome; /* cells, or the reason of the refusal */
} RowsCase;

static const RowsCase good_rows[] = {
  { "", "" },
  { "<row r='3'><c r='C3'><v>-1.5E-3</v></c></row>", "2,2 number -1.5E-3\n" },
  { "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", "0,0 number 1\n0,1 number 2\n1,0 number 3\n" },
  { "<row r='1048576'><c r='XFD1048576' t='b'><v>1</v></c></row>", "1048575,16383 boolean 1\n" },
  { "<row r='1'><c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>", "0,0 error #DIV/0! =1/0\n" },
  { "<row r='1'><c r='A1'><f>SUM(B1:C1)</f><v>3.5</v></c></row>", "0,0 number 3.5 =SUM(B1:C1)\n" },
  { "<row r='1'><c r='A1' t='str'><f>\"x\"</f><v>x</v></c></row>", "0,0 text x =\"x\"\n" },
  { "<row r='1'><c r='A1'><f t='shared' si='0'/><v>2</v></c></row>", "0,0 number 2 =\n" },
  { "<row r='1'><c r='A1'><f>A2</f></c></row>", "0,0 text  =A2\n" },
  { "<row r='1'><c r='A1' s='4'/></row>", "" },
  { "<row r='1'><c r='A1' t='inlineStr'><is><r><t>น้ำ</t></r><r><t> ดี</t></r><rPh><t>zzz</t></rPh></is></c></row>", "0,0 text น้ำ ดี\n" },
  { "<row r='1'><c r='A1' t='inlineStr'><is><t>_x0041__x005F_</t></is></c></row>", "0,0 text A_\n" },
  { "<row r='1'><c r='A1' t='d'><v>2024-09-30</v></c></row>", "0,0 text 2024-09-30\n" },
  { "<row r='1'><c r='A1' t='s'><v>0</v><e:v xmlns:e='urn:else'>7</e:v></c></row>", "0,0 text ก\n" },
};

static void
test_good_rows (gconstpointer data)
{
  const RowsCase *row_case = data;
  g_autoptr (WorkbookFixture) fixture = workbook_fixture_new ();
  g_autofree char *expected = g_strconcat ("[One]\n", row_case->outcome, NULL);

  workbook_fixture_set_rows (fixture, row_case->rows);
  assert_reads (fixture, expected);
}

static const RowsCase bad_rows[] = {
  { "<row r='0'><c r='A0'><v>1</v></c></row>", "outside the sheet" },
  { "<row r='1048577'/>", "outside the sheet" },
  { "<row r='1'><c r='XFE1'><v>1</v></c></row>", "outside the sheet" },
  { "<row r='1'><c r='AAAAAAAAAAAAAAA1'><v>1</v></c></row>", "outside the sheet" },
  { "<row r='1'><c r='A01'><v>1</v></c></row>", "outside the sheet" },
  { "<row r='1'><c r='A99999999999999999999'><v>1</v></c></row>", "outside the sheet" },
  { "<row r='2'/><row r='1'/>", "rows are not in order" },
  { "<row r='1'/><row r='1'/>", "rows are not in order" },
  { "<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>", "cells are not in order" },
  { "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>", "cells are not in order" },
  { "<row r='1'><c r='A2'><v>1</v></c></row>", "cells are not in order" },
  { "<c r='A1'><v>1</v></c>", "cells are not in order" },
  { "<row r='1'><c r='A1' t='s'><v>1</v></c></row>", "not there" },
  { "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>", "not there" },
  { "<row r='1'><c r='A1' t='s'><v></v></c></row>", "not there" },
  { "<row r='1'><c r='A1'><v>1,5</v></c></row>", "not a number" },
  { "<row r='1'><c r='A1'><v>nan</v></c></row>", "not a number" },
  { "<row r='1'><c r='A1'><v>1e999</v></c></row>", "not a number" },
  { "<row r='1'><c r='A1' t='q'><v>1</v></c></row>", "unknown type" },
  { "<row r='1'><c r='A1'><v>1</v></row>", "mismatched tag" },
  { "<row r='1'><c r='A1'><v>&xxe;</v></c></row>", "entity" },
};

static void
test_bad_rows (gconstpointer data)
{
  const RowsCase *row_case = data;
  g_autoptr (WorkbookFixture) fixture = workbook_fixture_new ();

  workbook_fixture_set_rows (fixture, row_case->rows);
  assert_refuses (fixture, row_case->outcome);
}

typedef struct
{
  const char *part;
  const char *content; /* NULL: removed */
  const char *reason;
} PartCase;

static const PartCase bad_parts[] = {
  { "_rels/.rels", NULL, "missing" },
  { "_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'/>", "no workbook" },
  { "xl/workbook.xml", NULL, "missing" },
  { "xl/workbook.xml", "", "no element" },
  { "xl/workbook.xml", "<workbook", "unclosed token" },
  { "xl/workbook.xml", "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheet name='x'/></workbook>",
    "no part" },
  { "xl/_rels/workbook.xml.rels", NULL, "missing" },
  { "xl/_rels/workbook.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'/>", "One" },
  { "xl/sharedStrings.xml", NULL, "missing" },
  { "xl/sharedStrings.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "document type" },
  { "xl/worksheets/sheet1.xml", NULL, "missing" },
  { "xl/worksheets/sheet1.xml", "<a>\xff</a>", "not well-formed" },
  { "../evil", "x", "unsafe name" },
  { "xl/../../evil", "x", "unsafe name" },
  { "/absolute", "x", "unsafe name" },
  { "C:\\evil", "x", "unsafe name" },
};

static void
test_bad_parts (gconstpointer data)
{
  const PartCase *part_case = data;
  g_autoptr (WorkbookFixture) fixture = workbook_fixture_new ();

  workbook_fixture_set (fixture, part_case->part, part_case->content, -1);
  assert_refuses (fixture, part_case->reason);
}

static void
test_duplicate_part (void)
{
  g_autoptr (WorkbookFixture) fixture = workbook_fixture_new ();

  workbook_fixture_add (fixture, "XL/Workbook.xml", "<a/>", -1);
  assert_refuses (fixture, "twice");
}

static void
test_too_many_parts (void)
{
  g_autoptr (WorkbookFixture) fixture = workbook_fixture_new ();

  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *name = g_strdup_printf ("junk/%d", i);

      workbook_fixture_add (fixture, name, "", 0);
    }
  assert_refuses (fixture, "too many parts");
}

static void
test_zip_bomb (void)
{
  g_autoptr (WorkbookFixture) fixture = workbook_fixture_new ();
  gsize length = 40 * 1024 * 1024;
  g_autofree char *spaces = g_strnfill (length, ' ');

  workbook_fixture_set (fixture, "xl/worksheets/sheet1.xml", spaces, (gssize) length);
  assert_refuses (fixture, "beyond belief");
}

static void
test_depth (void)
{
  g_autoptr (WorkbookFixture) fixture = workbook_fixture_new ();
  g_autoptr (GString) deep = g_string_new (NULL);

  for (int i = 0; i < 100; i++)
    g_string_append (deep, "<x>");
  workbook_fixture_set (fixture, "xl/worksheets/sheet1.xml", deep->str, -1);
  assert_refuses (fixture, "too deeply");
}

static void
test_long_text (void)
{
  g_autoptr (WorkbookFixture) fixture = workbook_fixture_new ();
  g_autofree char *fill = g_strnfill (32768, 'a');
  g_autofree char *item = g_strconcat ("<si><t>", fill, "</t></si>", NULL);

  workbook_fixture_set_strings (fixture, item);
  assert_refuses (fixture, "longer than a cell");
}

static void
test_sheets (void)
{
  g_autoptr (WorkbookFixture) fixture = workbook_fixture_new ();

  workbook_fixture_set (fixture, "xl/workbook.xml",
                        "<workbook xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:r='urn:r'><workbookPr date1904='1'/>"
                        "<sheets><sheet name='สอง &amp; One' r:id='r1'/><sheet name='b' r:id='r1'/></sheets></workbook>",
                        -1);
  assert_reads (fixture, "[สอง & One]\n0,0 number 1\n0,1 text ก\n[b]\n0,0 number 1\n0,1 text ก\n");
}

/* Every way to cut the file short, and every flipped bit of some bytes, ends in an answer, never in a crash. */
static void
test_damage (void)
{
  g_autoptr (WorkbookFixture) fixture = workbook_fixture_new ();
  const char *path = workbook_fixture_write (fixture);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize cut = 0; cut < length; cut += cut + 64 < length ? 7 : 1)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_true (g_file_set_contents (path, bytes, (gssize) cut, NULL));
      text = dump (path, &error);
      g_assert_null (text);
      g_assert_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_REFUSED);
    }
  for (gsize at = 0; at < length; at += 3)
    {
      g_autofree char *text = NULL;

      bytes[at] = (char) (bytes[at] ^ (1 << (at % 8)));
      g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
      text = dump (path, NULL);
      bytes[at] = (char) (bytes[at] ^ (1 << (at % 8)));
    }
}

static void
test_not_a_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouXlsxReader) reader = mou_xlsx_reader_open ("/nonexistent/book.xlsx", &error);

  g_assert_null (reader);
  g_assert_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_SYSTEM);
  g_clear_error (&error);
  reader = mou_xlsx_reader_open ("/dev/null", &error);
  g_assert_null (reader);
  g_assert_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_REFUSED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/reader/plain", test_plain);
  for (guint i = 0; i < G_N_ELEMENTS (good_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/xlsx/reader/good-rows/%u", i);

      g_test_add_data_func (path, &good_rows[i], test_good_rows);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/xlsx/reader/bad-rows/%u", i);

      g_test_add_data_func (path, &bad_rows[i], test_bad_rows);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_parts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/xlsx/reader/bad-parts/%u", i);

      g_test_add_data_func (path, &bad_parts[i], test_bad_parts);
    }
  g_test_add_func ("/xlsx/reader/duplicate-part", test_duplicate_part);
  g_test_add_func ("/xlsx/reader/too-many-parts", test_too_many_parts);
  g_test_add_func ("/xlsx/reader/zip-bomb", test_zip_bomb);
  g_test_add_func ("/xlsx/reader/depth", test_depth);
  g_test_add_func ("/xlsx/reader/long-text", test_long_text);
  g_test_add_func ("/xlsx/reader/sheets", test_sheets);
  g_test_add_func ("/xlsx/reader/damage", test_damage);
  g_test_add_func ("/xlsx/reader/not-a-file", test_not_a_file);
  return g_test_run ();
}
