/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* gated: a number and a process; the score is the lower of what the number has and what the gates let through (scoring.md section 3).
 *
 * The gates let through the highest level k whose gates 1..k are all fulfilled, and of level k + 1 the fulfilled part where its gate is
 * pro rata. A level without a gate is open. With no gate reported there is no score; as soon as one is, a gate of which nothing
 * is said counts as not fulfilled. */

#include "mou-criterion-private.h"

#include "mou-explain.h"

#include <glib/gi18n-lib.h>

#define ONE ((MouDecimal){ 1, 0 })

static char *
validate (const MouIndicator *indicator, const MouScale *scale)
{
  return mou_criterion_validate_levels (indicator, scale, FALSE);
}

static gboolean
has_gates (const MouIndicator *indicator)
{
  return indicator->gates != NULL && indicator->gates->len > 0;
}

static const MouDecimal *
find_fulfilment (const MouResult *result, gint64 gate)
{
  for (guint i = 0; result->gates != NULL && i < result->gates->len; i++)
    {
      const MouResultPart *part = &g_array_index (result->gates, MouResultPart, i);

      if (part->target == gate)
        return &part->value;
    }

  return NULL;
}

/* How far the gates of `level` are open: 0, 1, or between where pro rata. */
static MouDecimal
get_opening (const MouCriterionInput *input, int level)
{
  MouDecimal opening = ONE;

  for (guint i = 0; i < input->indicator->gates->len; i++)
    {
      const MouGate *gate = &g_array_index (input->indicator->gates, MouGate, i);
      const MouDecimal *fulfilled = find_fulfilment (input->result, gate->id);
      MouDecimal part = fulfilled != NULL ? *fulfilled : MOU_DECIMAL_ZERO;

      if (gate->level != level)
        continue;
      if (!gate->pro_rata && mou_decimal_compare (part, ONE) < 0)
        part = MOU_DECIMAL_ZERO;
      if (mou_decimal_compare (part, opening) < 0)
        opening = part;
    }

  return opening;
}

/* The full levels let through; the part of the next in *part. */
static int
count_open_levels (const MouCriterionInput *input, MouDecimal *part)
{
  for (int level = 1; level <= input->scale->level_count; level++)
    {
      *part = get_opening (input, level);
      if (mou_decimal_compare (*part, ONE) < 0)
        return level - 1;
    }

  *part = MOU_DECIMAL_ZERO;
  return input->scale->level_count;
}

static MouRatio *
get_gate_points (const MouCriterionInput *input, int *open, MouDecimal *part)
{
  g_autoptr (MouRatio) fraction = NULL;

  *open = count_open_levels (input, part);
  fraction = mou_ratio_new_from_decimal (*part);
  return mou_scale_get_points (input->scale, *open, fraction);
}

static gboolean
gates_are_reported (const MouCriterionInput *input, MouOutcome *outcome)
{
  if (!has_gates (input->indicator))
    return TRUE;
  if (input->result->gates == NULL || input->result->gates->len == 0)
    return mou_outcome_fail (outcome, MOU_STATE_NOT_REPORTED, g_strdup (_ ("Nothing is reported about the gates")));

  for (guint i = 0; i < input->result->gates->len; i++)
    {
      MouDecimal value = g_array_index (input->result->gates, MouResultPart, i).value;

      if (mou_decimal_sign (value) < 0 || mou_decimal_compare (value, ONE) > 0)
        return mou_outcome_fail (outcome, MOU_STATE_ERROR, g_strdup (_ ("A gate is fulfilled by less than 0 or more than 1")));
    }

  return TRUE;
}

static void
score (const MouCriterionInput *input, MouOutcome *outcome)
{
  g_autoptr (MouRatio) limit = NULL;
  MouDecimal part;
  int open;

  mou_criterion_score_levels (input, FALSE, outcome);
  if (outcome->state != MOU_STATE_SCORED || !gates_are_reported (input, outcome) || !has_gates (input->indicator))
    return;

  limit = get_gate_points (input, &open, &part);
  /* Across absent levels a number can score more than the level it has reached, so neither level follows from the score. */
  if (mou_ratio_compare (limit, outcome->score) < 0)
    mou_outcome_take_score (outcome, g_steal_pointer (&limit), MIN (open, outcome->level));
}

static MouInverse
invert (const MouCriterionInput *input, const MouRatio *wanted, MouRatio **value)
{
  if (has_gates (input->indicator) && input->result != NULL)
    {
      MouDecimal part;
      int open;
      g_autoptr (MouRatio) limit = get_gate_points (input, &open, &part);

      if (mou_ratio_compare (wanted, limit) > 0)
        return MOU_INVERSE_NEVER;
    }

  return mou_criterion_invert_levels (input, FALSE, wanted, value);
}

static void
explain (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences)
{
  g_autoptr (MouRatio) limit = NULL;
  g_autofree char *limit_text = NULL;
  g_autofree char *score_text = mou_explain_score (outcome->score);
  MouDecimal part;
  int open;

  mou_criterion_explain_levels (input, FALSE, outcome, sentences);
  if (!has_gates (input->indicator))
    return;

  limit = get_gate_points (input, &open, &part);
  limit_text = mou_explain_score (limit);
  if (mou_decimal_sign (part) > 0)
    {
      g_autofree char *part_text = mou_decimal_format (part, -1);

      mou_explain_add (sentences, _ ("Gates: fulfilled up to level %d, and level %d by %s (pro rata): at most %s"), open, open + 1,
                       part_text, limit_text);
    }
  else
    mou_explain_add (sentences, _ ("Gates: fulfilled up to level %d: at most %s"), open, limit_text);
  mou_explain_add (sentences, _ ("The lower of number and gates counts: %s"), score_text);
}

const MouCriterion mou_criterion_gated = { MOU_KIND_GATED, TRUE, validate, score, invert, explain };
