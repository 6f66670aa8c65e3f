/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form `evaluation`: the engine's values, and beside them formulas that follow its rules. What a spreadsheet makes of the
 * formulas is proved by tools/check-workbook. */
#include "report-fixture.h"

#include "mou-rounding.h"

#include <string.h>

typedef struct
{
  MouAgreement *agreement;
  MouEvaluation *evaluation;
  MouReportDocument *document;
  const MouReportTable *table;
  guint actual, score, counted, weighted, remark;
} Form;

static void
build (Form *form, MouAgreement *agreement, gboolean values_only)
{
  MouReportOptions options = { .form = MOU_FORM_EVALUATION, .values_only = values_only };

  form->agreement = agreement;
  form->evaluation = report_fixture_evaluate (agreement);
  form->document = mou_report_build_evaluation (agreement, form->evaluation, &options);
  form->table = report_fixture_get_table (form->document, 0);
  form->actual = report_fixture_find_column (form->table, "ผลการดำเนินงาน");
  form->score = report_fixture_find_column (form->table, "คะแนน");
  form->counted = report_fixture_find_column (form->table, "น้ำหนักที่ประเมิน");
  form->weighted = report_fixture_find_column (form->table, "คะแนนถ่วงน้ำหนัก");
  form->remark = report_fixture_find_column (form->table, "หมายเหตุ");
}

static void
clear (Form *form)
{
  mou_report_document_free (form->document);
  mou_evaluation_unref (form->evaluation);
  mou_agreement_unref (form->agreement);
}

static const char *
get_formula (const Form *form, const char *row, guint column)
{
  return mou_report_table_get (form->table, report_fixture_find_row (form->table, row), column)->formula;
}

static void
assert_value (const Form *form, const char *row, guint column, const char *expected)
{
  report_fixture_assert_cell (form->table, report_fixture_find_row (form->table, row), column, expected);
}

static void
test_sample (void)
{
  Form form;

  build (&form, report_fixture_load ("mwa-2567.json"), FALSE);
  assert_value (&form, "1.1 ", form.score, "4.4294");
  assert_value (&form, "1.2 ", form.score, "1.0000");
  assert_value (&form, "1.3 ", form.score, "2.9976");
  assert_value (&form, "2.1 ", form.score, "4.6000");
  assert_value (&form, "2.3 ", form.score, "3.5263");
  assert_value (&form, "2.3 ", form.weighted, "0.3526");
  assert_value (&form, "3.1 ", form.actual, "N/A");
  assert_value (&form, "3.1 ", form.score, "");
  assert_value (&form, "3.1 ", form.remark, "อยู่ระหว่างพิจารณา");
  assert_value (&form, "3. ", form.score, "");
  assert_value (&form, "3. ", form.counted, "");
  assert_value (&form, "คะแนนรวม (ชั่วคราว)", form.score, "3.7725");
  assert_value (&form, "คะแนนรวม (ชั่วคราว)", form.counted, "60");
  assert_value (&form, "คะแนนรวม (ชั่วคราว)", form.weighted, "2.2635");
  g_assert_true (form.document->protect);
  clear (&form);
}

/* Every value shown is the engine's, row for row. */
static void
test_values_are_the_engines (void)
{
  Form form;

  build (&form, report_fixture_load ("mwa-2567.json"), FALSE);
  for (guint i = 0; i < form.evaluation->scores->len; i++)
    {
      const MouScore *score = mou_evaluation_get_score (form.evaluation, i);
      const MouReportCell *cell = mou_report_table_get (form.table, i + 2, form.score);

      g_assert_cmpint (cell->type, ==, score->score != NULL ? MOU_CELL_RATIO : MOU_CELL_BLANK);
      g_assert_true (score->score == NULL || mou_ratio_equal (cell->ratio, score->score));
      g_assert_nonnull (cell->formula);
    }
  clear (&form);
}

static void
test_formulas (void)
{
  Form form;

  build (&form, report_fixture_load ("mwa-2567.json"), FALSE);
  g_assert_cmpstr (get_formula (&form, "1.1 ", form.score), ==,
                   "IF(ISNUMBER({3:8}),ROUND(1+MEDIAN(0,1,({3:8}-{3:3})/({3:4}-{3:3}))+MEDIAN(0,1,({3:8}-{3:4})/({3:5}-{3:4}))"
                   "+MEDIAN(0,1,({3:8}-{3:5})/({3:6}-{3:5}))+MEDIAN(0,1,({3:8}-{3:6})/({3:7}-{3:6})),10),\"\")");
  g_assert_cmpstr (get_formula (&form, "2.2.1 ", form.score), ==,
                   "IF(ISNUMBER({13:8}),ROUND(1+IF({13:8}>={13:5},2,0)+MEDIAN(0,1,({13:8}-{13:5})/({13:6}-{13:5}))"
                   "+MEDIAN(0,1,({13:8}-{13:6})/({13:7}-{13:6})),10),\"\")");
  g_assert_cmpstr (get_formula (&form, "3.1 ", form.score), ==, "IF(ISNUMBER({20:8}),{20:8},\"\")");
  g_assert_cmpstr (get_formula (&form, "2.3 ", form.weighted), ==, "IF(ISNUMBER({16:9}),ROUND({16:2}*{16:9}/100,10),\"\")");
  g_assert_cmpstr (get_formula (&form, "1. ", form.weighted), ==, "IF(ISNUMBER({2:10}),ROUND(SUM({3:11}:{6:11},{9:11}),10),\"\")");
  g_assert_cmpstr (get_formula (&form, "1. ", form.counted), ==, "IF(COUNT({3:10}:{6:10},{9:10})=0,\"\",SUM({3:10}:{6:10},{9:10}))");
  g_assert_cmpstr (get_formula (&form, "คะแนนรวม", form.score), ==,
                   "IF(ISNUMBER({28:10}),IF({28:10}=0,\"\",ROUND((SUM({2:11},{10:11},{19:11}))*100/{28:10},10)),\"\")");
  clear (&form);
}

static void
test_inputs (void)
{
  Form form;

  build (&form, report_fixture_load ("mwa-2567.json"), FALSE);
  g_assert_true (mou_report_table_get (form.table, report_fixture_find_row (form.table, "1.1 "), form.actual)->input);
  g_assert_true (mou_report_table_get (form.table, report_fixture_find_row (form.table, "3.1 "), form.actual)->score);
  g_assert_false (mou_report_table_get (form.table, report_fixture_find_row (form.table, "1.1 "), form.score)->input);
  g_assert_false (mou_report_table_get (form.table, report_fixture_find_row (form.table, "1. "), form.actual)->input);
  clear (&form);
}

static void
test_values_only (void)
{
  Form form;

  build (&form, report_fixture_load ("mwa-2567.json"), TRUE);
  for (guint row = 0; row < form.table->rows->len; row++)
    for (guint column = 0; column < form.table->n_columns; column++)
      {
        g_assert_null (mou_report_table_get (form.table, row, column)->formula);
        g_assert_false (mou_report_table_get (form.table, row, column)->input);
      }
  assert_value (&form, "คะแนนรวม", form.score, "3.7725");
  g_assert_false (form.document->protect);
  clear (&form);
}

#define FIVE_LEVELS "\"levels\":[{\"value\":\"10\"},{\"value\":\"20\"},{\"value\":\"30\"},{\"value\":\"40\"},{\"value\":\"50\"}]"
#define LEAF(code, weight) "{\"code\":\"" code "\",\"name\":\"ก\",\"weight\":\"" weight "\",\"kind\":\"linear\"," FIVE_LEVELS "}"
#define ASSESSMENT(results, more)                                                                                                          \
  ",\"assessments\":[{\"name\":\"ก\",\"kind\":\"self\",\"period\":\"year\",\"results\":{" results "}" more "}]"

static void
test_deductions (void)
{
  Form form;

  build (&form,
         report_fixture_make (LEAF ("1", "60") "," LEAF ("2", "40"),
                              ASSESSMENT ("\"1\":{\"value\":\"35\"},\"2\":{\"value\":\"20\"}",
                                          ",\"deductions\":[{\"indicator\":\"1\",\"amount\":\"0.25\",\"reason\":\"ล่าช้า\"},"
                                          "{\"amount\":\"0.125\",\"reason\":\"ปรับลดกรอบ\"}]")),
         FALSE);
  assert_value (&form, "1. ", form.score, "3.2500");
  assert_value (&form, "1. ", form.remark, "ปรับลด 0.25: ล่าช้า");
  g_assert_true (g_str_has_prefix (get_formula (&form, "1. ", form.score), "IF(ISNUMBER({2:8}),MEDIAN(1,5,ROUND(1+MEDIAN("));
  g_assert_true (g_str_has_suffix (get_formula (&form, "1. ", form.score), "-{2:9}),\"\")"));
  assert_value (&form, "ปรับลดคะแนนรวม", form.score, "0.1250");
  assert_value (&form, "คะแนนรวม", form.score, "2.6250");
  g_assert_nonnull (strstr (get_formula (&form, "คะแนนรวม", form.score), "-SUM({4:10}:{4:10}))"));
  clear (&form);
}

static void
test_rounding_policy (void)
{
  Form form;

  build (&form, report_fixture_make (LEAF ("1", "100"), ",\"rounding\":\"child4\"" ASSESSMENT ("\"1\":{\"value\":\"33.3333333\"}", "")),
         FALSE);
  g_assert_cmpstr (get_formula (&form, "1. ", form.weighted), ==, "IF(ISNUMBER({2:9}),ROUND({2:2}*ROUND({2:9},4)/100,10),\"\")");
  assert_value (&form, "คะแนนรวม", form.score, "3.3333");
  clear (&form);
}

/* What is not applicable gives its weight to its siblings: both weights are shown, and the formula uses the effective one. */
static void
test_not_applicable (void)
{
  Form form;
  guint effective;

  build (&form,
         report_fixture_make (LEAF ("1", "60") "," LEAF ("2", "40"),
                              ASSESSMENT ("\"1\":{\"value\":\"40\"},\"2\":{\"state\":\"not-applicable\",\"reason\":\"ยกเลิกโครงการ\"}", "")),
         FALSE);
  effective = report_fixture_find_column (form.table, "น้ำหนักที่ใช้ (%)");
  assert_value (&form, "1. ", 2, "60");
  assert_value (&form, "1. ", effective, "100");
  assert_value (&form, "2. ", form.actual, "ไม่ประเมิน");
  assert_value (&form, "2. ", form.remark, "ไม่นำมาประเมิน; ยกเลิกโครงการ");
  g_assert_null (get_formula (&form, "2. ", form.score));
  assert_value (&form, "คะแนนรวม", form.score, "4.0000");
  clear (&form);
}

/* An assessor's judgement is typed into the score. */
static void
test_judged (void)
{
  Form form;
  const MouReportCell *cell;

  build (&form,
         report_fixture_make ("{\"code\":\"1\",\"name\":\"ก\",\"weight\":\"100\",\"kind\":\"judged\",\"levels\":[{\"text\":\"ร่าง\"},"
                              "{\"text\":\"เสนอ\"},{\"text\":\"อนุมัติ\"},{\"text\":\"ประกาศ\"},{\"text\":\"ใช้\"}]}",
                              ASSESSMENT ("\"1\":{\"level\":\"4\"}", "")),
         FALSE);
  cell = mou_report_table_get (form.table, report_fixture_find_row (form.table, "1. "), form.score);
  g_assert_null (cell->formula);
  g_assert_true (cell->input && cell->score);
  assert_value (&form, "1. ", form.score, "4.0000");
  assert_value (&form, "1. ", 3, "ร่าง");
  assert_value (&form, "คะแนนรวม", form.score, "4.0000");
  clear (&form);
}

static void
test_nothing_assessed (void)
{
  Form form;

  build (&form, report_fixture_make (LEAF ("1", "100"), ""), FALSE);
  assert_value (&form, "1. ", form.score, "");
  assert_value (&form, "1. ", form.remark, "ยังไม่รายงานผล");
  assert_value (&form, "คะแนนรวม (ชั่วคราว)", form.score, "");
  assert_value (&form, "คะแนนรวม (ชั่วคราว)", form.weighted, "");
  g_assert_nonnull (get_formula (&form, "1. ", form.score));
  clear (&form);
}

static void
test_empty (void)
{
  Form form;

  build (&form, report_fixture_make ("", ""), FALSE);
  assert_value (&form, "คะแนนรวม (ชั่วคราว)", form.score, "");
  clear (&form);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/evaluation/sample", test_sample);
  g_test_add_func ("/report/evaluation/values-are-the-engines", test_values_are_the_engines);
  g_test_add_func ("/report/evaluation/formulas", test_formulas);
  g_test_add_func ("/report/evaluation/inputs", test_inputs);
  g_test_add_func ("/report/evaluation/values-only", test_values_only);
  g_test_add_func ("/report/evaluation/deductions", test_deductions);
  g_test_add_func ("/report/evaluation/rounding-policy", test_rounding_policy);
  g_test_add_func ("/report/evaluation/not-applicable", test_not_applicable);
  g_test_add_func ("/report/evaluation/judged", test_judged);
  g_test_add_func ("/report/evaluation/nothing-assessed", test_nothing_assessed);
  g_test_add_func ("/report/evaluation/empty", test_empty);
  return g_test_run ();
}
