/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-evaluation-scores: the computed cells of the form `evaluation`: value of the engine, formula beside it.
 *
 * A leaf gets a formula only when the formula's rule, applied to the actual value, gives the engine's score exactly; what an
 * assessor judges, and what gates decide, is an input. */
#include "mou-report-evaluation.h"

#include "mou-rebase.h"
#include "mou-report-formulas.h"
#include "mou-rollup.h"
#include "mou-rounding.h"

typedef enum
{
  RULE_LEVELS,
  RULE_GIVEN,
  RULE_JUDGED,
  RULE_NONE
} ScoreRule;

static MouScoreCells
locate_cells (const EvaluationForm *self, guint row)
{
  return (MouScoreCells){
    .row = row,
    .actual = (guint) self->actual,
    .first_level = (guint) self->first_level,
    .weight = (guint) (self->effective >= 0 ? self->effective : self->weight),
    .score = (guint) self->score,
    .deduction = self->deduction,
    .counted = (guint) self->counted,
    .weighted = (guint) self->weighted,
  };
}

static gboolean
is_backtest (const EvaluationForm *self)
{
  return self->evaluation->assessment != NULL && self->evaluation->assessment->kind == MOU_ASSESSMENT_BACKTEST;
}

/* In a back-test the past of judged, gated and checklist indicators is their score. */
static ScoreRule
choose_rule (const EvaluationForm *self, const MouIndicator *indicator, const MouScore *score)
{
  if (score->state == MOU_STATE_ERROR || score->state == MOU_STATE_NOT_APPLICABLE)
    return RULE_NONE;
  switch (indicator->kind)
    {
    case MOU_KIND_LINEAR:
    case MOU_KIND_STEPPED:
      return score->state == MOU_STATE_SCORED && score->actual == NULL ? RULE_JUDGED : RULE_LEVELS;
    case MOU_KIND_SCORE:
      return score->state == MOU_STATE_SCORED && score->actual == NULL ? RULE_JUDGED : RULE_GIVEN;
    case MOU_KIND_JUDGED:
    case MOU_KIND_GATED:
    case MOU_KIND_CHECKLIST:
      return is_backtest (self) ? RULE_GIVEN : RULE_JUDGED;
    case MOU_KIND_GROUP:
    case MOU_N_KINDS:
    default:
      return RULE_NONE;
    }
}

/* What the rule makes of the actual value, deduction taken; NULL when it makes nothing. */
static MouRatio *
apply_rule (const EvaluationForm *self, const MouInterpolation *steps, const MouScore *score)
{
  g_autoptr (MouRatio) reached = NULL;
  int level;

  if (score->actual == NULL)
    return NULL;
  reached = steps != NULL ? mou_interpolation_score (steps, score->actual, NULL, &level) : mou_ratio_copy (score->actual);
  return score->deduction != NULL ? mou_rollup_deduct (reached, score->deduction, self->agreement->scale) : g_steal_pointer (&reached);
}

/* TRUE when the rule's present value is the engine's; no value is a value too. */
static gboolean
rule_agrees (const EvaluationForm *self, const MouInterpolation *steps, const MouScore *score)
{
  g_autoptr (MouRatio) reached = apply_rule (self, steps, score);

  if (reached == NULL || score->score == NULL)
    return reached == NULL && score->score == NULL;
  return mou_ratio_equal (reached, score->score);
}

static char *
make_levels_expression (const EvaluationForm *self, const MouIndicator *indicator, const MouScore *score, const MouScoreCells *cells)
{
  MouInterpolation steps;
  MouLevels storage;
  const MouLevels *levels = mou_indicator_get_effective_levels (indicator, &storage);
  g_autofree char *reason = NULL;

  if (levels == NULL
      || !mou_interpolation_init (&steps, levels, self->agreement->scale, indicator->gap, indicator->kind == MOU_KIND_STEPPED, &reason))
    return NULL;
  return rule_agrees (self, &steps, score) ? mou_formulas_score_levels (&steps, levels, cells) : NULL;
}

/* NULL where the score is a value. */
static char *
make_score_formula (const EvaluationForm *self, ScoreRule rule, const MouIndicator *indicator, const MouScore *score,
                    const MouScoreCells *cells)
{
  g_autofree char *expression = NULL;

  if (self->values_only)
    return NULL;
  if (rule == RULE_LEVELS)
    expression = make_levels_expression (self, indicator, score, cells);
  else if (rule == RULE_GIVEN && rule_agrees (self, NULL, score))
    expression = mou_formulas_score_given (cells);
  if (expression == NULL)
    return NULL;
  return mou_formulas_finish_score (expression, self->agreement->scale, cells, score->deduction != NULL);
}

static int
get_decimals (const MouIndicator *indicator)
{
  return indicator->measure != NULL ? indicator->measure->decimals : indicator->decimals;
}

static const char *
get_actual_word (MouScoreState state)
{
  if (state == MOU_STATE_PENDING)
    return "N/A";
  return state == MOU_STATE_NOT_APPLICABLE ? "ไม่ประเมิน" : NULL;
}

static void
set_actual (EvaluationForm *self, guint row, const MouIndicator *indicator, const MouScore *score, ScoreRule rule)
{
  guint column = (guint) self->actual;
  MouReportCell *cell;

  if (score->actual != NULL)
    cell
        = mou_report_set_ratio (self->table, row, column, score->actual,
                                rule == RULE_GIVEN ? MOU_SCORE_PLACES : mou_report_choose_places (score->actual, get_decimals (indicator)));
  else if (get_actual_word (score->state) != NULL)
    cell = mou_report_set_text (self->table, row, column, MOU_ALIGN_CENTRE, get_actual_word (score->state));
  else
    cell = mou_report_set_ratio (self->table, row, column, NULL, MAX (0, get_decimals (indicator)));
  cell->input = !self->values_only && (rule == RULE_LEVELS || rule == RULE_GIVEN);
  cell->score = rule == RULE_GIVEN;
}

/* The engine's value with `formula`, which is taken and may be NULL. */
static MouReportCell *
set_computed (EvaluationForm *self, guint row, gint column, const MouRatio *value, int places, char *formula)
{
  MouReportCell *cell = mou_report_set_ratio (self->table, row, (guint) column, value, places);

  if (formula != NULL && !mou_formulas_fits (formula))
    g_clear_pointer (&formula, g_free);
  mou_report_cell_take_formula (cell, formula);
  return cell;
}

static char *
formula_unless (gboolean omitted, char *formula)
{
  if (!omitted)
    return formula;
  g_free (formula);
  return NULL;
}

static int
count_weight_places (const MouRatio *weight)
{
  return weight != NULL ? mou_report_choose_places (weight, -1) : 0;
}

void
mou_report_set_leaf_scores (EvaluationForm *self, guint row, guint node)
{
  const MouIndicator *indicator = mou_agreement_get_node (self->agreement, node)->indicator;
  const MouScore *score = mou_evaluation_get_score (self->evaluation, node);
  MouScoreCells cells = locate_cells (self, row);
  ScoreRule rule = choose_rule (self, indicator, score);
  gboolean omit = self->values_only || score->effective_weight == NULL;
  const MouRatio *counted = score->weighted != NULL ? score->effective_weight : NULL;
  MouReportCell *cell;

  set_actual (self, row, indicator, score, rule);
  cell = set_computed (self, row, self->score, score->score, MOU_SCORE_PLACES, make_score_formula (self, rule, indicator, score, &cells));
  cell->input = cell->score = !self->values_only && rule == RULE_JUDGED;
  set_computed (self, row, self->counted, counted, count_weight_places (counted), formula_unless (omit, mou_formulas_count_leaf (&cells)));
  set_computed (self, row, self->weighted, score->weighted, MOU_SCORE_PLACES,
                formula_unless (omit, mou_formulas_weigh_leaf (&cells, self->agreement->rounding == MOU_ROUNDING_CHILD4)));
}

/* The rows of the nodes directly below `parent` (-1: the roots), as runs. */
static GArray *
list_member_runs (const MouAgreement *agreement, int parent)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (guint));
  guint node = (guint) (parent + 1);
  guint end = parent < 0 ? mou_agreement_get_n_nodes (agreement) : (guint) mou_agreement_get_node (agreement, (guint) parent)->end;

  while (node < end)
    {
      guint row = node + MOU_EVALUATION_HEAD_ROWS;

      if (runs->len > 0 && g_array_index (runs, guint, runs->len - 1) + 1 == row)
        g_array_index (runs, guint, runs->len - 1) = row;
      else
        {
          g_array_append_val (runs, row);
          g_array_append_val (runs, row);
        }
      node = (guint) mou_agreement_get_node (agreement, node)->end;
    }
  return runs;
}

static void
free_ratio (gpointer ratio)
{
  g_clear_pointer ((MouRatio **) ratio, mou_ratio_free);
}

/* Σ effective weight of the scored leaves below each node; NULL when none is scored. */
static GArray *
sum_counted_weights (const MouEvaluation *evaluation)
{
  guint n_nodes = evaluation->scores->len;
  GArray *sums = g_array_sized_new (FALSE, TRUE, sizeof (MouRatio *), n_nodes);

  g_array_set_clear_func (sums, free_ratio);
  g_array_set_size (sums, n_nodes);
  for (guint i = n_nodes; i-- > 0;)
    {
      const MouNode *node = mou_agreement_get_node (evaluation->agreement, i);
      const MouScore *score = mou_evaluation_get_score (evaluation, i);
      MouRatio **own = &g_array_index (sums, MouRatio *, i);
      MouRatio **above = node->parent < 0 ? NULL : &g_array_index (sums, MouRatio *, (guint) node->parent);

      if (mou_node_is_leaf (node, i) && score->weighted != NULL)
        *own = mou_ratio_copy (score->effective_weight);
      if (*own == NULL || above == NULL)
        continue;
      if (*above == NULL)
        *above = mou_ratio_copy (*own);
      else
        {
          g_autoptr (MouRatio) before = *above;

          *above = mou_ratio_add (before, *own);
        }
    }
  return sums;
}

static void
set_group (EvaluationForm *self, guint index, const MouRatio *counted)
{
  const MouScore *score = mou_evaluation_get_score (self->evaluation, index);
  guint row = index + MOU_EVALUATION_HEAD_ROWS;
  MouScoreCells cells = locate_cells (self, row);
  g_autoptr (GArray) runs = list_member_runs (self->agreement, (int) index);
  g_autofree char *deduction = score->deduction != NULL ? g_strdup_printf ("{%u:%d}", row, self->deduction) : NULL;

  set_computed (self, row, self->score, score->score, MOU_SCORE_PLACES,
                formula_unless (self->values_only, mou_formulas_score_group (runs, self->agreement->scale, &cells, deduction)));
  set_computed (self, row, self->counted, counted, count_weight_places (counted),
                formula_unless (self->values_only, mou_formulas_count_group (runs, &cells)));
  set_computed (self, row, self->weighted, score->weighted, MOU_SCORE_PLACES,
                formula_unless (self->values_only, mou_formulas_weigh_group (runs, &cells, deduction != NULL)));
}

/* One row for each deduction of the total, amounts in the score's column; returns the expression of their sum, or NULL. */
static char *
add_total_deductions (EvaluationForm *self)
{
  const MouAssessment *assessment = self->evaluation->assessment;
  guint first = self->table->rows->len, row = 0;

  for (guint i = 0; assessment != NULL && assessment->deductions != NULL && i < assessment->deductions->len; i++)
    {
      const MouDeduction *deduction = &g_array_index (assessment->deductions, MouDeduction, i);

      if (deduction->indicator != 0)
        continue;
      row = mou_report_table_add_row (self->table, MOU_ROW_LEAF);
      mou_report_set_text (self->table, row, 0, MOU_ALIGN_LEFT, "ปรับลดคะแนนรวม");
      mou_report_set_decimal (self->table, row, (guint) self->score, deduction->amount, MAX (deduction->amount.scale, MOU_SCORE_PLACES));
      mou_report_set_text (self->table, row, (guint) self->remark, MOU_ALIGN_LEFT, deduction->reason);
    }
  return row == 0 ? NULL : g_strdup_printf ("SUM({%u:%d}:{%u:%d})", first, self->score, row, self->score);
}

static void
set_total (EvaluationForm *self)
{
  const MouEvaluation *evaluation = self->evaluation;
  g_autoptr (GArray) runs = list_member_runs (self->agreement, -1);
  g_autofree char *deduction = add_total_deductions (self);
  guint row = mou_report_table_add_row (self->table, MOU_ROW_TOTAL);
  MouScoreCells cells = locate_cells (self, row);
  gboolean omit = self->values_only || runs->len == 0;
  gboolean is_counted = mou_ratio_sign (evaluation->evaluated_weight) != 0 || evaluation->total != NULL;

  mou_report_set_text (self->table, row, 0, MOU_ALIGN_CENTRE, evaluation->complete ? "คะแนนรวม" : "คะแนนรวม (ชั่วคราว)");
  mou_report_set_ratio (self->table, row, (guint) self->weight, evaluation->weight, count_weight_places (evaluation->weight));
  set_computed (self, row, self->score, evaluation->total, MOU_SCORE_PLACES,
                formula_unless (omit || evaluation->blocked,
                                runs->len == 0 ? NULL : mou_formulas_score_group (runs, self->agreement->scale, &cells, deduction)));
  set_computed (self, row, self->counted, is_counted ? evaluation->evaluated_weight : NULL,
                count_weight_places (evaluation->evaluated_weight),
                formula_unless (omit, runs->len == 0 ? NULL : mou_formulas_count_group (runs, &cells)));
  set_computed (self, row, self->weighted, is_counted ? evaluation->points : NULL, MOU_SCORE_PLACES,
                formula_unless (omit, runs->len == 0 ? NULL : mou_formulas_weigh_group (runs, &cells, FALSE)));
}

void
mou_report_set_group_scores (EvaluationForm *self)
{
  g_autoptr (GArray) counted = sum_counted_weights (self->evaluation);

  for (guint i = 0; i < self->evaluation->scores->len; i++)
    if (!mou_node_is_leaf (mou_agreement_get_node (self->agreement, i), i))
      set_group (self, i, g_array_index (counted, MouRatio *, i));
  set_total (self);
}
