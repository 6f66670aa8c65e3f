/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-evaluation: the scores of one assessment, with formulas that a reviewer can follow.
 *
 * One row a node, so that a node's row is its index after the column titles. Columns that would be empty everywhere (effective
 * weight, deduction) are left out. */
#include "mou-report-evaluation.h"

#include "mou-rebase.h"
#include "mou-rounding.h"

#define SHORT_PLACES 6

static const char *
get_kind_word (MouAssessmentKind kind)
{
  static const char *const words[] = {
    [MOU_ASSESSMENT_SELF] = "รัฐวิสาหกิจประเมินตนเอง", [MOU_ASSESSMENT_COMMITTEE] = "คณะกรรมการประเมินผล", [MOU_ASSESSMENT_FORECAST] = "คาดการณ์",
    [MOU_ASSESSMENT_WHAT_IF] = "สมมติสถานการณ์",     [MOU_ASSESSMENT_BACKTEST] = "ทดสอบเกณฑ์ย้อนหลัง",     [MOU_ASSESSMENT_PLAN] = "แผน",
  };

  return words[kind];
}

static const char *
get_period_word (const char *period)
{
  static const struct
  {
    const char *key, *word;
  } periods[] = {
    { "q1", "ไตรมาส 1" }, { "q2", "ไตรมาส 2" }, { "q3", "ไตรมาส 3" }, { "q4", "ไตรมาส 4" },
    { "h1", "6 เดือน" },   { "9m", "9 เดือน" },   { "year", "ทั้งปี" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_strcmp0 (periods[i].key, period) == 0)
      return periods[i].word;
  return period;
}

static gboolean
weights_differ (const MouEvaluation *evaluation)
{
  for (guint i = 0; i < evaluation->scores->len; i++)
    {
      const MouNode *node = mou_agreement_get_node (evaluation->agreement, i);
      const MouScore *score = mou_evaluation_get_score (evaluation, i);

      if (mou_node_is_leaf (node, i) && score->effective_weight != NULL && node->indicator->has_weight
          && mou_ratio_compare_decimal (score->effective_weight, node->indicator->weight) != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_deductions (const MouEvaluation *evaluation)
{
  for (guint i = 0; i < evaluation->scores->len; i++)
    if (mou_evaluation_get_score (evaluation, i)->deduction != NULL)
      return TRUE;
  return FALSE;
}

static gint
add_column (GArray *widths, int width)
{
  g_array_append_val (widths, width);
  return (gint) widths->len - 1;
}

/* name and unit are columns 0 and 1 */
static GArray *
arrange_columns (EvaluationForm *self)
{
  GArray *widths = g_array_new (FALSE, FALSE, sizeof (int));
  int n_levels = self->agreement->scale->level_count;

  add_column (widths, 44);
  add_column (widths, 11);
  self->weight = add_column (widths, 8);
  self->effective = weights_differ (self->evaluation) ? add_column (widths, 10) : -1;
  self->first_level = add_column (widths, n_levels > 3 ? 9 : 16);
  for (int i = 1; i < n_levels; i++)
    add_column (widths, n_levels > 3 ? 9 : 16);
  self->actual = add_column (widths, 11);
  self->deduction = has_deductions (self->evaluation) ? add_column (widths, 9) : -1;
  self->score = add_column (widths, 10);
  self->counted = add_column (widths, 11);
  self->weighted = add_column (widths, 10);
  self->remark = add_column (widths, 22);
  return widths;
}

static void
add_heading (EvaluationForm *self, MouReportSection *section)
{
  const MouAssessment *assessment = self->evaluation->assessment;
  const MouAgreement *agreement = self->agreement;

  mou_report_add_text (section, MOU_TEXT_TITLE, self->document->title);
  mou_report_add_textf (section, MOU_TEXT_CENTRED, "%s ปีบัญชี %d", agreement->organisation, agreement->fiscal_year);
  if (assessment == NULL)
    mou_report_add_text (section, MOU_TEXT_CENTRED, "ยังไม่มีผลการดำเนินงาน");
  else
    mou_report_add_textf (section, MOU_TEXT_CENTRED, "%s (%s%s%s)", assessment->name, get_kind_word (assessment->kind),
                          assessment->period != NULL ? ", " : "", assessment->period != NULL ? get_period_word (assessment->period) : "");
}

static void
add_column_titles (EvaluationForm *self)
{
  MouReportTable *table = self->table;

  mou_report_start_head (table);
  mou_report_set_head (table, 0, "เกณฑ์วัดการดำเนินงาน");
  mou_report_set_head (table, 1, "หน่วยวัด");
  mou_report_set_head (table, (guint) self->weight, "น้ำหนัก (%)");
  if (self->effective >= 0)
    mou_report_set_head (table, (guint) self->effective, "น้ำหนักที่ใช้ (%)");
  mou_report_set_head_over_levels (table, (guint) self->first_level, self->agreement);
  mou_report_set_head (table, (guint) self->actual, "ผลการดำเนินงาน");
  if (self->deduction >= 0)
    mou_report_set_head (table, (guint) self->deduction, "ปรับลดคะแนน");
  mou_report_set_head (table, (guint) self->score, "คะแนน");
  mou_report_set_head (table, (guint) self->counted, "น้ำหนักที่ประเมิน");
  mou_report_set_head (table, (guint) self->weighted, "คะแนนถ่วงน้ำหนัก");
  mou_report_set_head (table, (guint) self->remark, "หมายเหตุ");
}

static gboolean
is_whole (const MouRatio *ratio)
{
  g_autofree char *text = mou_ratio_to_text (ratio);

  return strchr (text, '/') == NULL;
}

/* As many digits as it was given with, where it has an end. */
int
mou_report_choose_places (const MouRatio *ratio, int decimals)
{
  g_autofree char *text = NULL;
  const char *point;
  MouDecimal decimal;

  if (is_whole (ratio))
    return MAX (0, decimals);
  text = mou_rounding_to_short_text (ratio, SHORT_PLACES);
  point = strchr (text, '.');
  if (mou_decimal_parse (text, &decimal, NULL) && mou_ratio_compare_decimal (ratio, decimal) == 0)
    return MAX (point != NULL ? (int) strlen (point + 1) : 0, decimals);
  return decimals >= 0 ? decimals : MOU_SCORE_PLACES;
}

/* The levels that the engine held the numbers against: after re-bases, those of the measure where there is one. */
static void
set_levels (EvaluationForm *self, guint row, const MouIndicator *indicator)
{
  MouLevels storage;
  const MouLevels *levels = mou_indicator_get_effective_levels (indicator, &storage);

  mou_report_set_levels (self->table, row, (guint) self->first_level, self->agreement, indicator,
                         levels != NULL ? levels : &indicator->levels);
}

static void
set_effective_weight (EvaluationForm *self, guint row, const MouScore *score)
{
  if (self->effective >= 0 && score->effective_weight != NULL)
    mou_report_set_ratio (self->table, row, (guint) self->effective, score->effective_weight,
                          mou_report_choose_places (score->effective_weight, -1));
}

static void
append_remark (GString *remark, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (remark->len > 0)
    g_string_append (remark, "; ");
  g_string_append (remark, text);
}

static const char *
get_state_word (MouScoreState state)
{
  static const char *const words[] = {
    [MOU_STATE_SCORED] = NULL,
    [MOU_STATE_NOT_REPORTED] = "ยังไม่รายงานผล",
    [MOU_STATE_PENDING] = "อยู่ระหว่างพิจารณา",
    [MOU_STATE_NOT_APPLICABLE] = "ไม่นำมาประเมิน",
    [MOU_STATE_ERROR] = "คำนวณคะแนนไม่ได้",
  };

  return words[state];
}

static void
append_rebases (GString *remark, const MouIndicator *indicator)
{
  for (guint i = 0; indicator->rebases != NULL && i < indicator->rebases->len; i++)
    {
      const MouRebase *rebase = &g_array_index (indicator->rebases, MouRebase, i);
      g_autofree char *from = mou_decimal_format (rebase->from, -1);
      g_autofree char *to = mou_decimal_format (rebase->to, -1);
      g_autofree char *text = g_strdup_printf ("ปรับค่าระดับ 3 จาก %s เป็น %s%s%s", from, to, rebase->reason != NULL ? ": " : "",
                                               rebase->reason != NULL ? rebase->reason : "");

      append_remark (remark, text);
    }
}

static void
append_deductions (GString *remark, const MouAssessment *assessment, gint64 indicator)
{
  for (guint i = 0; assessment != NULL && assessment->deductions != NULL && i < assessment->deductions->len; i++)
    {
      const MouDeduction *deduction = &g_array_index (assessment->deductions, MouDeduction, i);
      g_autofree char *amount = NULL;
      g_autofree char *text = NULL;

      if (deduction->indicator != indicator)
        continue;
      amount = mou_decimal_format (deduction->amount, -1);
      text = g_strdup_printf ("ปรับลด %s%s%s", amount, deduction->reason != NULL ? ": " : "",
                              deduction->reason != NULL ? deduction->reason : "");
      append_remark (remark, text);
    }
}

static void
set_remark (EvaluationForm *self, guint row, const MouIndicator *indicator, const MouScore *score)
{
  g_autoptr (GString) remark = g_string_new (NULL);

  append_remark (remark, get_state_word (score->state));
  append_remark (remark, score->reason);
  append_deductions (remark, self->evaluation->assessment, indicator->id);
  append_rebases (remark, indicator);
  mou_report_set_text (self->table, row, (guint) self->remark, MOU_ALIGN_LEFT, remark->str);
}

static void
add_node_row (EvaluationForm *self, guint index)
{
  const MouNode *node = mou_agreement_get_node (self->agreement, index);
  const MouScore *score = mou_evaluation_get_score (self->evaluation, index);
  guint row = mou_report_add_indicator_row (self->table, self->agreement, index);

  mou_report_set_weight (self->table, row, (guint) self->weight, node->indicator);
  set_effective_weight (self, row, score);
  set_levels (self, row, node->indicator);
  if (score->deduction != NULL)
    mou_report_set_ratio (self->table, row, (guint) self->deduction, score->deduction, mou_report_choose_places (score->deduction, -1));
  set_remark (self, row, node->indicator, score);
  if (mou_node_is_leaf (node, index))
    mou_report_set_leaf_scores (self, row, index);
}

/* What the total is worth, in words, for readers of the paper. */
static void
add_summary (EvaluationForm *self, MouReportSection *section)
{
  const MouEvaluation *evaluation = self->evaluation;
  g_autofree char *evaluated = mou_rounding_to_short_text (evaluation->evaluated_weight, SHORT_PLACES);
  g_autofree char *weight = mou_rounding_to_short_text (evaluation->weight, SHORT_PLACES);

  mou_report_add_space (section, 1);
  if (evaluation->blocked)
    mou_report_add_text (section, MOU_TEXT_NOTE, "ไม่ออกคะแนนรวม เพราะมีตัวชี้วัดที่ไม่นำมาประเมิน");
  else if (!evaluation->complete)
    mou_report_add_textf (section, MOU_TEXT_NOTE, "คะแนนชั่วคราว: ประเมินแล้วน้ำหนัก %s จาก %s ตัวชี้วัดที่ยังไม่มีผลไม่นับรวมในคะแนน", evaluated, weight);
  mou_report_add_text (section, MOU_TEXT_NOTE,
                       "คะแนนถ่วงน้ำหนัก = น้ำหนัก × คะแนน ÷ 100 คะแนนของกลุ่มและคะแนนรวม = ผลรวมคะแนนถ่วงน้ำหนัก × 100 ÷ น้ำหนักที่ประเมิน");
  if (self->agreement->rounding == MOU_ROUNDING_CHILD4)
    mou_report_add_text (section, MOU_TEXT_NOTE, "คะแนนของตัวชี้วัดปัดเศษเป็นทศนิยม 4 ตำแหน่งก่อนถ่วงน้ำหนัก");
  if (!self->values_only)
    mou_report_add_text (section, MOU_TEXT_NOTE, "ช่องสีอ่อนคือผลที่แก้ไขได้ คะแนนจะคำนวณใหม่ตามสูตรในแผ่นงาน");
}

MouReportDocument *
mou_report_build_evaluation (const MouAgreement *agreement, const MouEvaluation *evaluation, const MouReportOptions *options)
{
  EvaluationForm self = { .agreement = agreement, .evaluation = evaluation, .values_only = options->values_only };
  g_autoptr (GArray) widths = arrange_columns (&self);
  MouReportSection *section;

  self.document = mou_report_start_document (agreement, "ผลการประเมินตามบันทึกข้อตกลงประเมินผลการดำเนินงาน", options);
  self.document->protect = !options->values_only;
  section = mou_report_add_section (self.document, "ผลการประเมิน", TRUE, (const int *) (gpointer) widths->data, widths->len);
  add_heading (&self, section);
  self.table = mou_report_add_table (section, 3);
  add_column_titles (&self);
  for (guint i = 0; i < mou_agreement_get_n_nodes (agreement); i++)
    add_node_row (&self, i);
  mou_report_set_group_scores (&self);
  add_summary (&self, section);
  return self.document;
}
