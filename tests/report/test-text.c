/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text renderer: columns stand under each other, whatever the vowels above and below. */
#include "report-fixture.h"

#include "mou-render.h"
#include "mou-thai.h"

#include <string.h>

static const int widths[] = { 12, 8, 10 };

static char *
render_table (gboolean thai_digits)
{
  g_autoptr (MouReportDocument) document = mou_report_document_new ("t", "o");
  MouReportTable *table = mou_report_add_table (mou_report_add_section (document, "s", TRUE, widths, 3), 1);

  document->thai_digits = thai_digits;
  mou_report_table_add_row (table, MOU_ROW_HEAD);
  mou_report_set_text (table, 0, 0, MOU_ALIGN_CENTRE, "ชื่อ");
  mou_report_set_text (table, 0, 1, MOU_ALIGN_CENTRE, "ผล");
  mou_report_span (table, 0, 1, 1, 2);
  mou_report_table_add_row (table, MOU_ROW_LEAF);
  mou_report_set_text (table, 1, 0, MOU_ALIGN_LEFT, "น้ำสูญเสีย กายภาพ")->indent = 1;
  mou_report_set_decimal (table, 1, 1, (MouDecimal){ 2712, 2 }, 2)->mark = 1;
  mou_report_set_decimal (table, 1, 2, (MouDecimal){ 5, 0 }, 0)->sign = "<";
  mou_report_table_add_row (table, MOU_ROW_TOTAL);
  mou_report_set_text (table, 2, 0, MOU_ALIGN_CENTRE, "รวม");
  mou_report_set_decimal (table, 2, 2, (MouDecimal){ 1234, 0 }, 0);
  return mou_render_text (document);
}

static void
test_table (void)
{
  g_autofree char *text = render_table (FALSE);

  g_assert_cmpstr (text, ==,
                   "─────────────────────────────\n"
                   "     ชื่อ             ผล\n"
                   "─────────────────────────────\n"
                   "  น้ำสูญเสีย     27.12[1]     <5\n"
                   "  กายภาพ\n"
                   "─────────────────────────────\n"
                   "    รวม                 1,234\n"
                   "─────────────────────────────\n");
}

static void
test_thai_digits (void)
{
  g_autofree char *text = render_table (TRUE);

  g_assert_nonnull (strstr (text, "๒๗.๑๒[๑]"));
  g_assert_nonnull (strstr (text, "๑,๒๓๔"));
  for (const char *p = text; *p != '\0'; p++)
    g_assert_false (g_ascii_isdigit (*p));
}

/* Between the rules, no line is wider than they are, and each ends where its last column does. */
static void
assert_tables_align (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  int rule = 0, n_rules = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_rule = g_str_has_prefix (lines[i], "─");

      if (is_rule && n_rules % 3 != 0)
        g_assert_true (mou_thai_text_width (lines[i]) <= rule || rule == 0);
      if (is_rule)
        {
          rule = mou_thai_text_width (lines[i]);
          n_rules++;
        }
      g_assert_false (g_str_has_suffix (lines[i], " "));
    }
  g_assert_cmpint (n_rules, >=, 3);
}

static void
test_forms (void)
{
  g_autoptr (MouAgreement) agreement = report_fixture_load ("mwa-2567.json");
  g_autoptr (MouEvaluation) evaluation = report_fixture_evaluate (agreement);
  MouReportOptions options = { .form = MOU_FORM_AGREEMENT, .renderer = MOU_RENDER_TEXT, .seal = "AAAAA-BBBBB", .evaluation_seal = "CCCCC" };
  g_autofree char *printed = mou_report_to_text (agreement, evaluation, &options);
  g_autofree char *scores = NULL;

  options.form = MOU_FORM_EVALUATION;
  scores = mou_report_to_text (agreement, evaluation, &options);
  assert_tables_align (printed);
  assert_tables_align (scores);
  g_assert_nonnull (strstr (printed, "(นายมานิต ปานเอม)"));
  g_assert_nonnull (strstr (printed, "2566[1]"));
  g_assert_nonnull (strstr (printed, "หมายเหตุ"));
  g_assert_nonnull (strstr (scores, "3.7725"));
  g_assert_true (g_str_has_suffix (printed, "รหัสตรวจสอบ AAAAA-BBBBB\n"));
  g_assert_true (g_str_has_suffix (scores, "รหัสตรวจสอบ AAAAA-BBBBB\nรหัสผลประเมิน CCCCC\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/text/table", test_table);
  g_test_add_func ("/report/text/thai-digits", test_thai_digits);
  g_test_add_func ("/report/text/forms", test_forms);
  return g_test_run ();
}
