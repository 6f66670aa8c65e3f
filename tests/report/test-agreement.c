/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form `agreement`: the shape of the printed table, and the parts in the order of the printed document. */
#include "report-fixture.h"

#include "mou-report-definitions.h"

#include <string.h>

static const MouReportOptions plain_options = { .form = MOU_FORM_AGREEMENT };

static gboolean
has_section (const MouReportDocument *document, const char *name)
{
  for (guint i = 0; i < document->sections->len; i++)
    if (strcmp (((MouReportSection *) document->sections->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
test_sections (void)
{
  static const char *const names[] = { "ปก", "ข้อตกลง", "ตารางเป้าหมาย", "คำจำกัดความ", "ข้อกำหนดและลงนาม" };
  g_autoptr (MouAgreement) agreement = report_fixture_load ("mwa-2567.json");
  g_autoptr (MouReportDocument) document = mou_report_build_agreement (agreement, &plain_options);

  g_assert_cmpuint (document->sections->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (((MouReportSection *) document->sections->pdata[i])->name, ==, names[i]);
  g_assert_cmpint (document->created, ==, 1696118400); /* 2023-10-01 */
}

static void
test_head (void)
{
  g_autoptr (MouAgreement) agreement = report_fixture_load ("mwa-2567.json");
  g_autoptr (MouReportDocument) document = mou_report_build_agreement (agreement, &plain_options);
  const MouReportTable *table = report_fixture_get_table (document, 2);

  g_assert_cmpuint (table->n_columns, ==, 14);
  g_assert_cmpuint (mou_report_table_count_head_rows (table), ==, 2);
  report_fixture_assert_cell (table, 0, 0, "เกณฑ์วัดการดำเนินงาน");
  report_fixture_assert_cell (table, 0, 1, "หน่วยวัด");
  report_fixture_assert_cell (table, 0, 2, "น้ำหนัก (%)");
  report_fixture_assert_cell (table, 0, 3, "ผลการดำเนินงานในอดีต");
  g_assert_cmpint (mou_report_table_get (table, 0, 3)->column_span, ==, 5);
  report_fixture_assert_cell (table, 1, 3, "2562");
  report_fixture_assert_cell (table, 1, 7, "2566");
  g_assert_cmpint (mou_report_table_get (table, 1, 6)->mark, ==, MOU_MARK_NONE);
  g_assert_cmpint (mou_report_table_get (table, 1, 7)->mark, ==, 1);
  report_fixture_assert_cell (table, 0, 8, "ค่าเกณฑ์วัดปีบัญชี 2567");
  g_assert_cmpint (mou_report_table_get (table, 0, 8)->column_span, ==, 5);
  report_fixture_assert_cell (table, 1, 8, "1");
  report_fixture_assert_cell (table, 1, 12, "5");
  report_fixture_assert_cell (table, 0, 13, "การปรับค่าเกณฑ์วัด");
  g_assert_cmpint (mou_report_table_get (table, 0, 13)->row_span, ==, 2);
}

static void
assert_row (const MouReportTable *table, const char *name, MouRowRole role, int indent, const char *const *expected)
{
  guint row = report_fixture_find_row (table, name);

  g_assert_cmpint (((MouReportRow *) table->rows->pdata[row])->role, ==, role);
  g_assert_cmpint (mou_report_table_get (table, row, 0)->indent, ==, indent);
  for (guint i = 0; expected[i] != NULL; i++)
    report_fixture_assert_cell (table, row, i + 1, expected[i]);
}

static void
test_rows (void)
{
  static const char *const group[] = { "", "26", "", "", "", "", "", "", "", "", "", "", "", NULL };
  static const char *const pressure[]
      = { "เมตร", "10", "8.47", "7.21", "6.75", "7.10", "7.56", "7.36", "7.41", "7.46", "7.65", "7.75", "-0.05/+0.19,+0.10", NULL };
  static const char *const quality[]
      = { "ร้อยละ", "1", "100.00", "99.97", "99.96", "99.97", "100.00", "<96.0", "-", "96.0", "98.0", "100.00", "+2", NULL };
  static const char *const enablers[] = { "ระดับ", "40", "-", "4.1999", "4.0746", "3.9432", "N/A", "1", "2", "3", "4", "5", "-/+1", NULL };
  static const char *const eco[] = { "ระดับ", "5", "-", "-", "-", "2.3326", "5.0000", "1", "2", "3", "4", "5", "-/+1", NULL };
  static const char *const total[] = { "", "100", "", NULL };
  g_autoptr (MouAgreement) agreement = report_fixture_load ("mwa-2567.json");
  g_autoptr (MouReportDocument) document = mou_report_build_agreement (agreement, &plain_options);
  const MouReportTable *table = report_fixture_get_table (document, 2);

  assert_row (table, "1. การดำเนินงานตามยุทธศาสตร์", MOU_ROW_GROUP, 0, group);
  assert_row (table, "2.3 ", MOU_ROW_LEAF, 1, pressure);
  assert_row (table, "2.2.1 ", MOU_ROW_LEAF, 2, quality);
  assert_row (table, "3. ", MOU_ROW_GROUP, 0, enablers);
  assert_row (table, "1.5 ", MOU_ROW_LEAF, 1, eco);
  assert_row (table, "รวม", MOU_ROW_TOTAL, 0, total);
  g_assert_cmpuint (table->rows->len, ==, 2 + mou_agreement_get_n_nodes (agreement) + 1);
}

/* A year that is provisional only in part marks its values, not its title. */
static void
test_marks (void)
{
  g_autoptr (MouAgreement) agreement = report_fixture_make (
      "{\"code\":\"1\",\"name\":\"ก\",\"weight\":\"50\",\"kind\":\"linear\",\"history\":{\"2566\":{\"value\":\"5\",\"provisional\":true}}},"
      "{\"code\":\"2\",\"name\":\"ข\",\"weight\":\"50\",\"kind\":\"linear\",\"history\":{\"2566\":\"7\",\"2565\":{\"value\":\"1\","
      "\"provisional\":true}}}",
      "");
  g_autoptr (MouReportDocument) document = mou_report_build_agreement (agreement, &plain_options);
  const MouReportTable *table = report_fixture_get_table (document, 2);
  g_autofree char *text = mou_report_to_text (agreement, NULL, &plain_options);

  g_assert_cmpint (mou_report_table_get (table, 1, 7)->mark, ==, MOU_MARK_NONE);
  g_assert_cmpint (mou_report_table_get (table, 2, 7)->mark, ==, MOU_MARK_STAR);
  g_assert_cmpint (mou_report_table_get (table, 3, 7)->mark, ==, MOU_MARK_NONE);
  g_assert_cmpint (mou_report_table_get (table, 1, 6)->mark, ==, MOU_MARK_STAR);
  g_assert_nonnull (strstr (text, "* ผลการดำเนินงานเบื้องต้น"));
}

static void
test_signatures (void)
{
  g_autoptr (MouAgreement) agreement = report_fixture_load ("mwa-2567.json");
  g_autoptr (MouReportDocument) document = mou_report_build_agreement (agreement, &plain_options);
  const MouReportSection *section = document->sections->pdata[document->sections->len - 1];
  const MouReportBlock *block = section->blocks->pdata[section->blocks->len - 1];

  g_assert_cmpint (block->type, ==, MOU_BLOCK_SIGNATURES);
  g_assert_cmpuint (block->signatures[0]->len, ==, 2);
  g_assert_cmpuint (block->signatures[1]->len, ==, 2);
  g_assert_cmpstr (((MouReportSignature *) block->signatures[1]->pdata[0])->on_behalf_of, ==, "คณะกรรมการการประปานครหลวง");
}

/* Parts without content are left out, and the chapters' numbers close up. */
static void
test_sparse (void)
{
  g_autoptr (MouAgreement) agreement = report_fixture_make ("{\"code\":\"1\",\"name\":\"ก\",\"kind\":\"linear\"}", "");
  g_autoptr (MouReportDocument) document = mou_report_build_agreement (agreement, &plain_options);
  g_autofree char *text = mou_report_to_text (agreement, NULL, &plain_options);

  g_assert_false (has_section (document, "คำจำกัดความ"));
  g_assert_nonnull (strstr (text, "1. ระยะเวลา"));
  g_assert_nonnull (strstr (text, "2. เป้าหมายของผลการดำเนินงาน"));
  g_assert_null (strstr (text, "วิสัยทัศน์"));
  g_assert_null (strstr (text, "ลงชื่อ"));
  g_assert_null (strstr (text, "(null)"));
}

static void
test_definitions (void)
{
  g_autoptr (MouAgreement) agreement = report_fixture_load ("mwa-2567.json");
  const MouIndicator *indicator = mou_agreement_get_node (agreement, (guint) mou_agreement_find_code (agreement, "1.4.1"))->indicator;
  g_autofree char *words = mou_report_word_formula (indicator);
  g_autofree char *text = mou_report_to_text (agreement, NULL, &plain_options);

  g_assert_cmpstr (words, ==, "ยอดเบิกจ่ายสะสมจริงทั้งปี ÷ วงเงินอนุมัติให้เบิกจ่ายทั้งปี × 100");
  g_assert_nonnull (strstr (text, "สูตรการคำนวณ: "));
  g_assert_nonnull (strstr (text, "• นับเฉพาะสัญญาที่เริ่มในปีงบประมาณ 2566–2567"));
  g_assert_nonnull (strstr (text, "ค่าเกณฑ์วัด (แฟคเตอร์): ระดับ 1 = 1.04382"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/agreement/sections", test_sections);
  g_test_add_func ("/report/agreement/head", test_head);
  g_test_add_func ("/report/agreement/rows", test_rows);
  g_test_add_func ("/report/agreement/marks", test_marks);
  g_test_add_func ("/report/agreement/signatures", test_signatures);
  g_test_add_func ("/report/agreement/sparse", test_sparse);
  g_test_add_func ("/report/agreement/definitions", test_definitions);
  return g_test_run ();
}
