/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of kinds, the states that every kind shares, and small steps that several of them take. */

#include "mou-criterion-private.h"

#include "mou-explain.h"

#include <glib/gi18n-lib.h>

static const MouCriterion *const criteria[MOU_N_KINDS] = {
  [MOU_KIND_GROUP] = &mou_criterion_group,       [MOU_KIND_LINEAR] = &mou_criterion_linear, [MOU_KIND_STEPPED] = &mou_criterion_stepped,
  [MOU_KIND_JUDGED] = &mou_criterion_judged,     [MOU_KIND_GATED] = &mou_criterion_gated,   [MOU_KIND_CHECKLIST] = &mou_criterion_checklist,
  [MOU_KIND_SCORE] = &mou_criterion_score_given,
};

void
mou_outcome_clear (MouOutcome *outcome)
{
  g_return_if_fail (outcome != NULL);

  g_clear_pointer (&outcome->actual, mou_ratio_free);
  g_clear_pointer (&outcome->score, mou_ratio_free);
  g_clear_pointer (&outcome->reason, g_free);
  *outcome = (MouOutcome){ .state = MOU_STATE_NOT_REPORTED };
}

gboolean
mou_outcome_fail (MouOutcome *outcome, MouScoreState state, char *reason)
{
  g_assert (state != MOU_STATE_SCORED);

  outcome->state = state;
  outcome->level = 0;
  g_free (outcome->reason);
  outcome->reason = reason;
  g_clear_pointer (&outcome->score, mou_ratio_free);
  return FALSE;
}

void
mou_outcome_take_score (MouOutcome *outcome, MouRatio *score, int level)
{
  g_clear_pointer (&outcome->score, mou_ratio_free);
  outcome->state = MOU_STATE_SCORED;
  outcome->score = score;
  outcome->level = level;
}

void
mou_outcome_take_actual (MouOutcome *outcome, MouRatio *actual)
{
  g_clear_pointer (&outcome->actual, mou_ratio_free);
  outcome->actual = actual;
  outcome->is_typed = FALSE;
}

void
mou_outcome_set_typed (MouOutcome *outcome, MouDecimal value)
{
  mou_outcome_take_actual (outcome, mou_ratio_new_from_decimal (value));
  outcome->is_typed = TRUE;
  outcome->typed = value;
}

int
mou_scale_find_level (const MouScale *scale, const MouRatio *score)
{
  for (int level = scale->level_count; level > 0; level--)
    if (mou_ratio_compare_decimal (score, (MouDecimal){ scale->points[level - 1], 0 }) >= 0)
      return level;

  return 0;
}

static int
get_level_points (const MouScale *scale, int level)
{
  return level == 0 ? scale->floor : scale->points[level - 1];
}

MouRatio *
mou_scale_get_points (const MouScale *scale, int level, const MouRatio *fraction)
{
  g_autoptr (MouRatio) points = NULL;
  g_autoptr (MouRatio) climb = NULL;
  g_autoptr (MouRatio) part = NULL;

  g_assert (level >= 0 && level <= scale->level_count);

  points = mou_ratio_new (get_level_points (scale, level), 1);
  if (fraction == NULL || level == scale->level_count)
    return g_steal_pointer (&points);

  climb = mou_ratio_new (get_level_points (scale, level + 1) - get_level_points (scale, level), 1);
  part = mou_ratio_multiply (climb, fraction);
  return mou_ratio_add (points, part);
}

void
mou_criterion_score_as_given (const MouCriterionInput *input, MouOutcome *outcome)
{
  const MouScale *scale = input->scale;

  if (mou_ratio_compare_decimal (outcome->actual, (MouDecimal){ scale->floor, 0 }) < 0
      || mou_ratio_compare_decimal (outcome->actual, (MouDecimal){ scale->top, 0 }) > 0)
    mou_outcome_fail (outcome, MOU_STATE_ERROR,
                      g_strdup_printf (_ ("The score given lies outside the scale, which goes from %d to %d"), scale->floor, scale->top));
  else
    mou_outcome_take_score (outcome, mou_ratio_copy (outcome->actual), mou_scale_find_level (scale, outcome->actual));
}

void
mou_criterion_explain_given (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences)
{
  g_autofree char *score_text = mou_explain_score (outcome->score);

  mou_criterion_explain_value (input, outcome, sentences);
  mou_explain_add (sentences, _ ("The value given is the score: %s"), score_text);
}

const MouCriterion *
mou_criterion_get (MouIndicatorKind kind)
{
  g_return_val_if_fail (kind >= 0 && kind < MOU_N_KINDS, NULL);

  return criteria[kind];
}

char *
mou_criterion_validate (const MouIndicator *indicator, const MouScale *scale)
{
  g_return_val_if_fail (indicator != NULL, NULL);
  g_return_val_if_fail (scale != NULL, NULL);

  return mou_criterion_get (indicator->kind)->validate (indicator, scale);
}

/* FALSE when the past result is a state, which the outcome then has. */
static gboolean
accept_history (const MouHistory *history, MouOutcome *outcome)
{
  if (history == NULL)
    return mou_outcome_fail (outcome, MOU_STATE_NOT_REPORTED, NULL);

  switch (history->state)
    {
    case MOU_HISTORY_NO_DATA:
      return mou_outcome_fail (outcome, MOU_STATE_NOT_REPORTED, NULL);
    case MOU_HISTORY_PENDING:
      return mou_outcome_fail (outcome, MOU_STATE_PENDING, NULL);
    case MOU_HISTORY_NUMBER:
    default:
      return TRUE;
    }
}

static gboolean
accept_result (const MouResult *result, MouOutcome *outcome)
{
  if (result == NULL)
    return mou_outcome_fail (outcome, MOU_STATE_NOT_REPORTED, NULL);

  switch (result->state)
    {
    case MOU_RESULT_NOT_REPORTED:
      return mou_outcome_fail (outcome, MOU_STATE_NOT_REPORTED, g_strdup (result->reason));
    case MOU_RESULT_PENDING:
      return mou_outcome_fail (outcome, MOU_STATE_PENDING, g_strdup (result->reason));
    case MOU_RESULT_NOT_APPLICABLE:
      return mou_outcome_fail (outcome, MOU_STATE_NOT_APPLICABLE, g_strdup (result->reason));
    case MOU_RESULT_REPORTED:
    default:
      return TRUE;
    }
}

static gboolean
past_is_score (const MouCriterionInput *input)
{
  return (input->backtest || input->stands_for_past) && mou_criterion_get (input->indicator->kind)->past_is_score;
}

void
mou_criterion_score (const MouCriterionInput *input, MouOutcome *outcome)
{
  g_return_if_fail (input != NULL && input->indicator != NULL && input->scale != NULL);
  g_return_if_fail (outcome != NULL);

  *outcome = (MouOutcome){ .state = MOU_STATE_NOT_REPORTED };
  if (input->backtest ? !accept_history (input->history, outcome) : !accept_result (input->result, outcome))
    return;

  if (!past_is_score (input))
    {
      mou_criterion_get (input->indicator->kind)->score (input, outcome);
      return;
    }

  mou_outcome_set_typed (outcome, input->backtest ? input->history->value : input->result->value);
  mou_criterion_score_as_given (input, outcome);
}

MouInverse
mou_criterion_invert (const MouCriterionInput *input, const MouRatio *score, MouRatio **value)
{
  g_return_val_if_fail (input != NULL && input->indicator != NULL && input->scale != NULL, MOU_INVERSE_NEVER);
  g_return_val_if_fail (score != NULL, MOU_INVERSE_NEVER);
  g_return_val_if_fail (value != NULL, MOU_INVERSE_NEVER);

  *value = NULL;
  if (mou_ratio_compare_decimal (score, (MouDecimal){ input->scale->floor, 0 }) <= 0)
    return MOU_INVERSE_ANY;
  if (mou_ratio_compare_decimal (score, (MouDecimal){ input->scale->top, 0 }) > 0)
    return MOU_INVERSE_NEVER;

  if (past_is_score (input))
    {
      *value = mou_ratio_copy (score);
      return MOU_INVERSE_AT;
    }

  return mou_criterion_get (input->indicator->kind)->invert (input, score, value);
}

void
mou_criterion_explain (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences)
{
  g_return_if_fail (input != NULL && input->indicator != NULL && input->scale != NULL);
  g_return_if_fail (outcome != NULL && outcome->state == MOU_STATE_SCORED);
  g_return_if_fail (sentences != NULL);

  if (past_is_score (input) && !input->backtest)
    mou_criterion_explain_given (input, outcome, sentences);
  else if (past_is_score (input))
    mou_explain_add (sentences, _ ("The result of %d is itself a score"), input->history->year);
  else
    mou_criterion_get (input->indicator->kind)->explain (input, outcome, sentences);
}
