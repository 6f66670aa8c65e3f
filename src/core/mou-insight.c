/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the criteria backwards: from scores to values, and from past values to scores. */

#include "mou-insight.h"

#include "mou-criterion.h"
#include "mou-engine-private.h"
#include "mou-rebase.h"

#include <math.h>

MouInverse
mou_insight_invert (const MouEvaluation *evaluation, guint node, const MouRatio *score, MouRatio **value)
{
  const MouScore *found;
  const MouScale *scale;
  MouCriterionInput input;
  g_autoptr (MouRatio) wanted = NULL;

  g_return_val_if_fail (evaluation != NULL && score != NULL && value != NULL, MOU_INVERSE_NEVER);
  g_return_val_if_fail (node < mou_agreement_get_n_nodes (evaluation->agreement), MOU_INVERSE_NEVER);

  *value = NULL;
  found = mou_evaluation_get_score (evaluation, node);
  scale = evaluation->agreement->scale;
  if (mou_ratio_compare_decimal (score, (MouDecimal){ scale->floor, 0 }) <= 0)
    return MOU_INVERSE_ANY;

  mou_engine_init_input (&input, evaluation, node);
  wanted = found->deduction != NULL ? mou_ratio_add (score, found->deduction) : mou_ratio_copy (score);
  return mou_criterion_invert (&input, wanted, value);
}

/* Σ weight × score ÷ 100 and Σ weight of everything that counts but leaf `node`. */
static void
subtract_leaf (const MouEvaluation *evaluation, guint node, MouRatio **points, MouRatio **weight)
{
  const MouScore *score = mou_evaluation_get_score (evaluation, node);
  gboolean counts = score->weighted != NULL;

  *points = counts ? mou_ratio_subtract (evaluation->points, score->weighted) : mou_ratio_copy (evaluation->points);
  *weight
      = counts ? mou_ratio_subtract (evaluation->evaluated_weight, score->effective_weight) : mou_ratio_copy (evaluation->evaluated_weight);
}

/* The score that leaf `node` needs for the total: (total × (others' weight + its weight) − 100 × others' points) ÷ its weight. */
MouRatio *
mou_insight_get_needed_score (const MouEvaluation *evaluation, guint node, const MouRatio *total)
{
  const MouRatio *own = mou_evaluation_get_score (evaluation, node)->effective_weight;
  g_autoptr (MouRatio) hundred = mou_ratio_new (100, 1);
  g_autoptr (MouRatio) before = NULL, points = NULL, others = NULL, weight = NULL, needed = NULL, scaled = NULL, rest = NULL;

  g_return_val_if_fail (evaluation != NULL && evaluation->total != NULL && total != NULL, NULL);
  g_return_val_if_fail (own != NULL && mou_ratio_sign (own) > 0, NULL);

  subtract_leaf (evaluation, node, &points, &others);
  before = evaluation->total_deduction != NULL ? mou_ratio_add (total, evaluation->total_deduction) : mou_ratio_copy (total);
  weight = mou_ratio_add (others, own);
  needed = mou_ratio_multiply (before, weight);
  scaled = mou_ratio_multiply (points, hundred);
  rest = mou_ratio_subtract (needed, scaled);

  return mou_ratio_divide (rest, own);
}

MouInverse
mou_insight_lift_total (const MouEvaluation *evaluation, guint node, const MouRatio *total, MouRatio **value)
{
  const MouScore *found;
  g_autoptr (MouRatio) needed = NULL;

  g_return_val_if_fail (evaluation != NULL && total != NULL && value != NULL, MOU_INVERSE_NEVER);
  g_return_val_if_fail (node < mou_agreement_get_n_nodes (evaluation->agreement), MOU_INVERSE_NEVER);

  *value = NULL;
  found = mou_evaluation_get_score (evaluation, node);
  if (evaluation->total == NULL || found->effective_weight == NULL || mou_ratio_sign (found->effective_weight) == 0)
    return MOU_INVERSE_NEVER;

  needed = mou_insight_get_needed_score (evaluation, node, total);
  return mou_insight_invert (evaluation, node, needed, value);
}

void
mou_sensitivity_free (MouSensitivity *sensitivity)
{
  g_return_if_fail (sensitivity != NULL);

  g_clear_pointer (&sensitivity->per_unit, mou_ratio_free);
  g_clear_pointer (&sensitivity->open, mou_ratio_free);
  g_free (sensitivity);
}

static MouRatio *
take_percent (const MouRatio *weight, const MouRatio *of)
{
  g_autoptr (MouRatio) hundred = mou_ratio_new (100, 1);
  g_autoptr (MouRatio) product = mou_ratio_multiply (weight, of);

  return mou_ratio_divide (product, hundred);
}

/* NULL where the next unit is not a question of levels: picked levels, checklists, results limited by their gates. */
static MouRatio *
find_slope (const MouEvaluation *evaluation, guint node, const MouRatio *actual)
{
  const MouIndicator *indicator = mou_agreement_get_node (evaluation->agreement, node)->indicator;
  MouInterpolation steps;
  MouLevels storage;
  const MouLevels *levels;
  g_autofree char *reason = NULL;

  if (actual == NULL || indicator->kind != MOU_KIND_LINEAR)
    return NULL;

  levels = mou_indicator_get_effective_levels (indicator, &storage);
  if (levels == NULL || !mou_interpolation_init (&steps, levels, evaluation->agreement->scale, indicator->gap, FALSE, &reason))
    return NULL;

  return mou_interpolation_get_slope (&steps, actual);
}

static MouSensitivity *
create_sensitivity (const MouEvaluation *evaluation, guint node)
{
  const MouScore *score = mou_evaluation_get_score (evaluation, node);
  g_autoptr (MouRatio) top = mou_ratio_new (evaluation->agreement->scale->top, 1);
  g_autoptr (MouRatio) missing = mou_ratio_subtract (top, score->score);
  g_autoptr (MouRatio) slope = find_slope (evaluation, node, score->actual);
  MouSensitivity *sensitivity = g_new0 (MouSensitivity, 1);

  sensitivity->node = node;
  sensitivity->open = take_percent (score->effective_weight, missing);
  sensitivity->per_unit = slope != NULL ? take_percent (score->effective_weight, slope) : NULL;

  return sensitivity;
}

static int
compare_sensitivities (gconstpointer a, gconstpointer b)
{
  const MouSensitivity *left = *(MouSensitivity *const *) a, *right = *(MouSensitivity *const *) b;
  int order = mou_ratio_compare (right->open, left->open);

  return order != 0 ? order : (left->node > right->node) - (left->node < right->node);
}

GPtrArray *
mou_insight_list_sensitivities (const MouEvaluation *evaluation)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_sensitivity_free);

  g_return_val_if_fail (evaluation != NULL, NULL);

  for (guint i = 0; i < mou_agreement_get_n_nodes (evaluation->agreement); i++)
    if (mou_node_is_leaf (mou_agreement_get_node (evaluation->agreement, i), i)
        && mou_evaluation_get_score (evaluation, i)->weighted != NULL)
      g_ptr_array_add (list, create_sensitivity (evaluation, i));
  g_ptr_array_sort (list, compare_sensitivities);

  return g_steal_pointer (&list);
}

/* Past values as they were measured, for reading their spread. */
typedef struct
{
  guint n;
  double sum;
  double sum_of_squares;
} Spread;

static void
add_past (Spread *spread, MouDecimal value)
{
  double x = mou_decimal_to_double (value);

  spread->n++;
  spread->sum += x;
  spread->sum_of_squares += x * x;
}

static int
get_middle_level (const MouScale *scale)
{
  return (scale->level_count + 1) / 2;
}

static void
count_year (MouDifficulty *difficulty, const MouScale *scale, const MouRatio *score, gboolean last_year)
{
  gboolean top = mou_ratio_compare_decimal (score, (MouDecimal){ scale->top, 0 }) >= 0;
  gboolean middle = mou_ratio_compare_decimal (score, (MouDecimal){ scale->points[get_middle_level (scale) - 1], 0 }) >= 0;

  difficulty->n_years++;
  difficulty->n_years_top += top ? 1 : 0;
  difficulty->n_years_middle += middle ? 1 : 0;
  difficulty->top_met_last_year |= top && last_year;
}

/* The number of the middle level, turned by *direction; FALSE when it has none. */
static gboolean
find_middle (const MouIndicator *indicator, const MouScale *scale, double *middle, int *direction)
{
  MouInterpolation steps;
  MouLevels storage;
  const MouLevels *levels = mou_indicator_get_effective_levels (indicator, &storage);
  g_autofree char *reason = NULL;

  *direction = 1;
  *middle = scale->points[get_middle_level (scale) - 1];
  if (mou_criterion_get (indicator->kind)->past_is_score)
    return TRUE;
  if (levels == NULL || !mou_interpolation_init (&steps, levels, scale, indicator->gap, FALSE, &reason))
    return FALSE;

  *direction = steps.direction;
  for (int i = 0; i < steps.n_steps; i++)
    if (steps.steps[i].level == get_middle_level (scale))
      {
        *middle = mou_decimal_to_double (steps.steps[i].value);
        return TRUE;
      }

  return FALSE;
}

static void
set_distance (MouDifficulty *difficulty, const Spread *spread, double middle, int direction)
{
  double mean = spread->sum / spread->n;
  double variance = spread->n > 1 ? (spread->sum_of_squares - spread->n * mean * mean) / (spread->n - 1) : 0;

  difficulty->has_distance = variance > 1e-12 * (1 + mean * mean);
  if (difficulty->has_distance)
    difficulty->distance = direction * (middle - mean) / sqrt (variance);
}

gboolean
mou_insight_read_difficulty (const MouAgreement *agreement, guint node, MouDifficulty *out)
{
  const MouIndicator *indicator;
  Spread spread = { 0 };
  double middle;
  int direction;

  g_return_val_if_fail (agreement != NULL && out != NULL, FALSE);
  g_return_val_if_fail (node < mou_agreement_get_n_nodes (agreement), FALSE);

  *out = (MouDifficulty){ 0 };
  indicator = mou_agreement_get_node (agreement, node)->indicator;
  for (guint i = 0; i < indicator->history->len; i++)
    {
      const MouHistory *past = &g_array_index (indicator->history, MouHistory, i);
      const MouCriterionInput input = { .indicator = indicator, .scale = agreement->scale, .backtest = TRUE, .history = past };
      g_auto (MouOutcome) outcome = { 0 };

      mou_criterion_score (&input, &outcome);
      if (outcome.state != MOU_STATE_SCORED || past->year >= agreement->fiscal_year)
        continue;
      count_year (out, agreement->scale, outcome.score, past->year == agreement->fiscal_year - 1);
      add_past (&spread, past->value);
    }

  if (out->n_years == 0)
    return FALSE;

  out->middle_never_met = out->n_years_middle == 0;
  if (find_middle (indicator, agreement->scale, &middle, &direction))
    set_distance (out, &spread, middle, direction);

  return TRUE;
}
