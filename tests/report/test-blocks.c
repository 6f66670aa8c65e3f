/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents of blocks: what cells show, spans, and the breaking of Thai text. */
#include "mou-report-blocks.h"
#include "mou-thai.h"

#include <string.h>

static const int widths[] = { 20, 10, 10 };

static MouReportTable *
make_table (MouReportDocument *document)
{
  MouReportSection *section = mou_report_add_section (document, "s", TRUE, widths, G_N_ELEMENTS (widths));

  return mou_report_add_table (section, 1);
}

static void
assert_shows (const MouReportCell *cell, const char *expected)
{
  g_autofree char *shown = mou_report_cell_format (cell);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_cells (void)
{
  g_autoptr (MouReportDocument) document = mou_report_document_new ("t", "o");
  MouReportTable *table = make_table (document);
  guint row = mou_report_table_add_row (table, MOU_ROW_LEAF);
  guint next = mou_report_table_add_row (table, MOU_ROW_LEAF);
  g_autoptr (MouRatio) third = mou_ratio_new (10000, 3);
  MouReportCell *cell;

  assert_shows (mou_report_table_get (table, row, 0), "");
  assert_shows (mou_report_set_text (table, row, 0, MOU_ALIGN_LEFT, "น้ำ"), "น้ำ");
  cell = mou_report_set_decimal (table, row, 1, (MouDecimal){ 960, 1 }, 1);
  cell->sign = "<";
  assert_shows (cell, "<96.0");
  assert_shows (mou_report_set_ratio (table, row, 2, third, 4), "3,333.3333");
  assert_shows (mou_report_set_ratio (table, next, 0, NULL, 4), "");
  assert_shows (mou_report_set_decimal (table, next, 1, (MouDecimal){ -1234567, 2 }, 2), "-12,345.67");
  assert_shows (mou_report_set_text (table, next, 2, MOU_ALIGN_LEFT, NULL), "");
}

static void
test_spans (void)
{
  g_autoptr (MouReportDocument) document = mou_report_document_new ("t", "o");
  MouReportTable *table = make_table (document);

  mou_report_table_add_row (table, MOU_ROW_HEAD);
  mou_report_table_add_row (table, MOU_ROW_HEAD);
  mou_report_table_add_row (table, MOU_ROW_LEAF);
  mou_report_span (table, 0, 1, 2, 2);
  g_assert_cmpuint (mou_report_table_count_head_rows (table), ==, 2);
  g_assert_false (mou_report_table_get (table, 0, 0)->covered);
  g_assert_false (mou_report_table_get (table, 0, 1)->covered);
  g_assert_true (mou_report_table_get (table, 0, 2)->covered);
  g_assert_true (mou_report_table_get (table, 1, 1)->covered);
  g_assert_true (mou_report_table_get (table, 1, 2)->covered);
  g_assert_false (mou_report_table_get (table, 2, 1)->covered);
}

/* No line is too wide, and together they say what the text says. */
static void
assert_wraps (const char *text, int width)
{
  g_auto (GStrv) lines = mou_report_wrap_text (text, width);
  g_autofree char *joined = g_strjoinv ("", lines);
  g_auto (GStrv) expected = g_strsplit_set (text, " \n", -1);
  g_autofree char *expected_letters = g_strjoinv ("", expected);
  g_auto (GStrv) letters = g_strsplit_set (joined, " \n", -1);
  g_autofree char *joined_letters = g_strjoinv ("", letters);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpint (mou_thai_text_width (lines[i]), <=, width);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      if (i > 0 && *lines[i] != '\0')
        g_assert_false (g_unichar_iszerowidth (g_utf8_get_char (lines[i])));
    }
  g_assert_cmpstr (joined_letters, ==, expected_letters);
}

static void
test_wrap (void)
{
  static const char *const texts[] = {
    "ความยาวท่อประปาที่ปรับปรุงแล้วเสร็จและผ่านการตรวจรับ ระหว่าง 1 ตุลาคม 2566 ถึง 30 กันยายน 2567",
    "กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่",
    "one two three\n\nfour",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "\n",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int width = 2; width < 40; width++)
      assert_wraps (texts[i], width);
}

static void
test_wrap_at_words (void)
{
  g_auto (GStrv) lines = mou_report_wrap_text ("ผลการดำเนินงาน", 11);
  g_auto (GStrv) paragraphs = mou_report_wrap_text ("a\n\nb", 10);

  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_true (strcmp (lines[1], "ดำเนินงาน") == 0 || strcmp (lines[1], "งาน") == 0);
  g_assert_cmpuint (g_strv_length (paragraphs), ==, 3);
  g_assert_cmpstr (paragraphs[1], ==, "");
  g_assert_cmpint (mou_report_count_lines ("", 10), ==, 1);
  g_assert_cmpint (mou_report_count_lines ("a\nb", 10), ==, 2);
}

static void
test_split (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) pieces = NULL;

  for (int i = 0; i < 300; i++)
    g_string_append_printf (text, "ย่อหน้าที่ %d ของคำจำกัดความ%s", i, i % 7 == 0 ? "\n" : " ");
  pieces = mou_report_split_text (text->str, 30, 5);
  g_assert_cmpuint (g_strv_length (pieces), >, 50);
  for (guint i = 0; pieces[i] != NULL; i++)
    g_assert_cmpint (mou_report_count_lines (pieces[i], 30), <=, 5);
  g_strfreev (g_steal_pointer (&pieces));
  pieces = mou_report_split_text ("ก\nข", 30, 5);
  g_assert_cmpuint (g_strv_length (pieces), ==, 1);
  g_assert_cmpstr (pieces[0], ==, "ก\nข");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/blocks/cells", test_cells);
  g_test_add_func ("/report/blocks/spans", test_spans);
  g_test_add_func ("/report/blocks/wrap", test_wrap);
  g_test_add_func ("/report/blocks/wrap-at-words", test_wrap_at_words);
  g_test_add_func ("/report/blocks/split", test_split);
  return g_test_run ();
}
