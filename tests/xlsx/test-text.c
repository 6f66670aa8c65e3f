/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Strings for cells, properties, headers and sheet names, hostile ones first. */
#include "mou-xlsx-text.h"

#include <string.h>

typedef struct
{
  const char *input;
  const char *expected;
} TextCase;

static void
test_cell (void)
{
  static const TextCase cases[] = {
    { NULL, "" },
    { "", "" },
    { "น้ำสูญเสีย", "น้ำสูญเสีย" },
    { "=1+1", "=1+1" },
    { "a\r\nb\rc\nd\te", "a\nb\nc\nd\te" },
    { "a\x01z\x1f\x7f", "a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD" },
    { "\xff", "\xEF\xBF\xBD" },
    { "\xed\xa0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
    { "\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD" },
    { "_x0041_", "_x0041_" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = mou_xlsx_text_for_cell (cases[i].input);

      g_assert_cmpstr (cell, ==, cases[i].expected);
      g_assert_true (g_utf8_validate (cell, -1, NULL));
    }
}

static void
test_cell_limit (void)
{
  g_autofree char *exact = g_strnfill (MOU_XLSX_CELL_UNITS_MAX, 'a');
  g_autofree char *longer = g_strnfill (MOU_XLSX_CELL_UNITS_MAX + 1, 'a');
  g_autoptr (GString) pairs = g_string_new (NULL);
  g_autofree char *kept = mou_xlsx_text_for_cell (exact);
  g_autofree char *cut = mou_xlsx_text_for_cell (longer);
  g_autofree char *cut_pairs = NULL;

  g_assert_cmpstr (kept, ==, exact);
  g_assert_true (g_str_has_suffix (cut, "aaa…"));
  g_assert_cmpuint (mou_xlsx_text_count_units (cut), ==, MOU_XLSX_CELL_UNITS_MAX);

  for (int i = 0; i < 20000; i++)
    g_string_append (pairs, "😀");
  g_assert_cmpuint (mou_xlsx_text_count_units (pairs->str), ==, 40000);
  cut_pairs = mou_xlsx_text_for_cell (pairs->str);
  g_assert_cmpuint (mou_xlsx_text_count_units (cut_pairs), <=, MOU_XLSX_CELL_UNITS_MAX);
  g_assert_true (g_utf8_validate (cut_pairs, -1, NULL));
}

/* As it is stored, with what escaping adds. */
static void
test_cell_limit_with_escapes (void)
{
  g_autofree char *filler = g_strnfill (MOU_XLSX_CELL_UNITS_MAX - 14, 'a');
  g_autofree char *long_text = g_strconcat ("_x0041_", filler, "_x0041_", NULL);
  g_autofree char *cell = mou_xlsx_text_for_cell (long_text);
  g_autofree char *stored = mou_xlsx_text_escape (cell);
  g_autofree char *back = mou_xlsx_text_unescape (stored);

  g_assert_cmpuint (mou_xlsx_text_count_units (stored), <=, MOU_XLSX_CELL_UNITS_MAX);
  g_assert_true (g_str_has_prefix (cell, "_x0041_aaa"));
  g_assert_true (g_str_has_suffix (cell, "…"));
  g_assert_cmpstr (back, ==, cell);
}

static void
test_escape (void)
{
  static const TextCase cases[] = {
    { "plain", "plain" },
    { "_x0041_", "_x005F_x0041_" },
    { "_x00e9_", "_x005F_x00e9_" },
    { "_x0041", "_x0041" },
    { "_x004G_", "_x004G_" },
    { "__x0041__", "__x005F_x0041__" },
    { "_x0041_x0042_", "_x005F_x0041_x005F_x0042_" },
    { "_x005F_x0041_", "_x005F_x005F_x005F_x0041_" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stored = mou_xlsx_text_escape (cases[i].input);
      g_autofree char *back = mou_xlsx_text_unescape (stored);

      g_assert_cmpstr (stored, ==, cases[i].expected);
      g_assert_cmpstr (back, ==, cases[i].input);
    }
}

static void
test_escape_random (void)
{
  static const char *const pieces[] = { "_", "x", "_x", "00", "41", "_x0041_", "5F", "_x005F_", "ก", "a" };

  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *stored = NULL;
      g_autofree char *back = NULL;

      for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      stored = mou_xlsx_text_escape (text->str);
      back = mou_xlsx_text_unescape (stored);
      g_assert_cmpstr (back, ==, text->str);
    }
}

static void
test_unescape (void)
{
  static const TextCase cases[] = {
    { "_x0041_", "A" }, { "_x0E01_", "ก" }, { "_x0000_", "\xEF\xBF\xBD" }, { "_xD800_", "\xEF\xBF\xBD" }, { "_x000D_\n", "\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mou_xlsx_text_unescape (cases[i].input);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_property (void)
{
  g_autofree char *plain = mou_xlsx_text_for_property ("line one\nline\ttwo\x02");
  g_autofree char *longer = g_strnfill (300, 'b');
  g_autofree char *cut = mou_xlsx_text_for_property (longer);

  g_assert_cmpstr (plain, ==, "line one line two\xEF\xBF\xBD");
  g_assert_cmpuint (mou_xlsx_text_count_units (cut), ==, MOU_XLSX_PROPERTY_UNITS_MAX);
}

static void
test_header (void)
{
  g_autofree char *doubled = mou_xlsx_text_for_header ("R&D &P\n", 50);
  g_autofree char *longer = g_strnfill (300, '&');
  g_autofree char *cut = mou_xlsx_text_for_header (longer, 40);

  g_assert_cmpstr (doubled, ==, "R&&D &&P ");
  g_assert_cmpuint (mou_xlsx_text_count_units (cut), <=, 40);
  for (const char *p = strchr (cut, '&'); p != NULL; p = strchr (p + 2, '&'))
    g_assert_cmpint (p[1], ==, '&');
}

static void
test_sheet_name (void)
{
  static const TextCase cases[] = {
    { "ตารางเป้าหมาย", "ตารางเป้าหมาย" },
    { "a[b]:c*d?e/f\\g", "a b  c d e f g" },
    { "  ", "Sheet" },
    { "***", "Sheet" },
    { NULL, "Sheet" },
    { "'quoted'", "_quoted_" },
    { "'", "_" },
    { "1234567890123456789012345678901234", "123456789012345678901234567890…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = mou_xlsx_text_for_sheet_name (cases[i].input, "Sheet");

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/text/cell", test_cell);
  g_test_add_func ("/xlsx/text/cell-limit", test_cell_limit);
  g_test_add_func ("/xlsx/text/cell-limit-with-escapes", test_cell_limit_with_escapes);
  g_test_add_func ("/xlsx/text/escape", test_escape);
  g_test_add_func ("/xlsx/text/escape-random", test_escape_random);
  g_test_add_func ("/xlsx/text/unescape", test_unescape);
  g_test_add_func ("/xlsx/text/property", test_property);
  g_test_add_func ("/xlsx/text/header", test_header);
  g_test_add_func ("/xlsx/text/sheet-name", test_sheet_name);
  return g_test_run ();
}
