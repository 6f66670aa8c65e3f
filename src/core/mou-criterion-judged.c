/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* judged: an assessor picks one of the worded levels.
 *
 * A fraction is a part of the next level. Gates of a judged indicator, where it has any, say which levels allow one. A value
 * reported instead of a level is the score itself. The pick of a worded level in a linear or stepped indicator is scored here too. */

#include "mou-criterion-private.h"

#include "mou-explain.h"
#include "mou-rounding.h"

#include <glib/gi18n-lib.h>

/* FALSE when a gate of that level exists and does not allow a part of it. */
static gboolean
allows_fraction (const MouIndicator *indicator, int level)
{
  for (guint i = 0; indicator->gates != NULL && i < indicator->gates->len; i++)
    {
      const MouGate *gate = &g_array_index (indicator->gates, MouGate, i);

      if (gate->level == level && !gate->pro_rata)
        return FALSE;
    }

  return TRUE;
}

/* The full levels in a pick that lies on the scale. */
static int
count_full_levels (MouDecimal pick, const MouScale *scale)
{
  int level = 0;

  while (level < scale->level_count && mou_decimal_compare (pick, (MouDecimal){ level + 1, 0 }) >= 0)
    level++;

  return level;
}

static MouRatio *
get_fraction (MouDecimal pick, int full)
{
  g_autoptr (MouRatio) whole = mou_ratio_new (full, 1);
  g_autoptr (MouRatio) picked = mou_ratio_new_from_decimal (pick);

  return mou_ratio_subtract (picked, whole);
}

void
mou_criterion_score_picked_level (const MouCriterionInput *input, MouOutcome *outcome)
{
  const MouScale *scale = input->scale;
  MouDecimal pick = input->result->level;
  g_autoptr (MouRatio) fraction = NULL;
  int full;

  if (mou_decimal_sign (pick) < 0 || mou_decimal_compare (pick, (MouDecimal){ scale->level_count, 0 }) > 0)
    {
      mou_outcome_fail (outcome, MOU_STATE_ERROR, g_strdup_printf (_ ("The level picked is none of 0 to %d"), scale->level_count));
      return;
    }

  full = count_full_levels (pick, scale);
  fraction = get_fraction (pick, full);
  if (mou_ratio_sign (fraction) != 0 && !allows_fraction (input->indicator, full + 1))
    mou_outcome_fail (outcome, MOU_STATE_ERROR, g_strdup_printf (_ ("Level %d cannot be given in part: it is not pro rata"), full + 1));
  else
    mou_outcome_take_score (outcome, mou_scale_get_points (scale, full, fraction), full);
}

void
mou_criterion_explain_picked_level (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences)
{
  MouDecimal pick = input->result->level;
  int full = count_full_levels (pick, input->scale);
  g_autoptr (MouRatio) fraction = get_fraction (pick, full);
  g_autoptr (MouRatio) from = mou_scale_get_points (input->scale, full, NULL);
  g_autofree char *pick_text = mou_decimal_format (pick, -1);
  g_autofree char *from_text = mou_explain_exact (from);
  g_autofree char *score_text = mou_explain_score (outcome->score);

  if (mou_ratio_sign (fraction) == 0)
    mou_explain_add (sentences, _ ("The assessor gave level %s: %s"), pick_text, from_text);
  else
    {
      g_autoptr (MouRatio) one = mou_ratio_new (1, 1);
      g_autoptr (MouRatio) to = mou_scale_get_points (input->scale, full, one);
      g_autofree char *to_text = mou_explain_exact (to);
      g_autofree char *fraction_text = mou_explain_exact (fraction);

      mou_explain_add (sentences, _ ("The assessor gave %s of level %d: %s + %s × (%s − %s) = %s"), fraction_text, full + 1, from_text,
                       fraction_text, to_text, from_text, score_text);
    }
  if (input->result->reason != NULL)
    mou_explain_add (sentences, _ ("Reason: %s"), input->result->reason);
}

static char *
validate (const MouIndicator *indicator, const MouScale *scale)
{
  return NULL;
}

static void
score (const MouCriterionInput *input, MouOutcome *outcome)
{
  if (input->result->has_level)
    mou_criterion_score_picked_level (input, outcome);
  else if (mou_criterion_read_value (input, outcome))
    mou_criterion_score_as_given (input, outcome);
}

/* What is reported is the score. */
static MouInverse
invert (const MouCriterionInput *input, const MouRatio *wanted, MouRatio **value)
{
  *value = mou_ratio_copy (wanted);
  return MOU_INVERSE_AT;
}

static void
explain (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences)
{
  if (input->result->has_level)
    mou_criterion_explain_picked_level (input, outcome, sentences);
  else
    mou_criterion_explain_given (input, outcome, sentences);
}

const MouCriterion mou_criterion_judged = { MOU_KIND_JUDGED, TRUE, validate, score, invert, explain };
