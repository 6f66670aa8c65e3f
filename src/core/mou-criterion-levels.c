/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What linear and stepped indicators do alike: a number held against levels, and a worded level that only an assessor can give.
 *
 * A picked level wins over the number, and must be a worded one: numeric levels are reached by numbers only. */

#include "mou-criterion-private.h"

#include "mou-explain.h"
#include "mou-rebase.h"

#include <glib/gi18n-lib.h>

gboolean
mou_criterion_init_levels (const MouIndicator *indicator, const MouScale *scale, gboolean stepped, MouInterpolation *steps, char **reason)
{
  MouLevels storage;
  const MouLevels *levels = mou_indicator_get_effective_levels (indicator, &storage);

  if (levels != NULL)
    return mou_interpolation_init (steps, levels, scale, indicator->gap, stepped, reason);

  *reason = g_strdup (_ ("A level moved by the re-bases has more digits than can be kept"));
  return FALSE;
}

static gboolean
has_worded_level (const MouIndicator *indicator)
{
  const MouLevels *levels = mou_indicator_get_signed_levels (indicator);

  for (int i = 0; i < levels->count; i++)
    if (levels->levels[i].kind == MOU_LEVEL_WORDED)
      return TRUE;

  return FALSE;
}

char *
mou_criterion_validate_levels (const MouIndicator *indicator, const MouScale *scale, gboolean stepped)
{
  MouInterpolation steps;
  char *reason = NULL;

  mou_criterion_init_levels (indicator, scale, stepped, &steps, &reason);
  return reason;
}

/* The level that a pick is, or is a part of: 5 for 5 and for 4.5. 0 when it lies outside 0 to 5 of them. */
static int
find_picked_level (MouDecimal pick)
{
  for (int level = 1; level <= MOU_LEVEL_COUNT_MAX; level++)
    if (mou_decimal_sign (pick) > 0 && mou_decimal_compare (pick, (MouDecimal){ level, 0 }) <= 0)
      return level;

  return 0;
}

static gboolean
is_worded (const MouIndicator *indicator, MouDecimal pick)
{
  const MouLevels *levels = mou_indicator_get_signed_levels (indicator);
  int level = find_picked_level (pick);

  return level > 0 && level <= levels->count && levels->levels[level - 1].kind == MOU_LEVEL_WORDED;
}

static gboolean
is_picked (const MouCriterionInput *input)
{
  return !input->backtest && input->result->has_level;
}

void
mou_criterion_score_levels (const MouCriterionInput *input, gboolean stepped, MouOutcome *outcome)
{
  MouInterpolation steps;
  MouRatio *score;
  char *reason = NULL;
  int level;

  if (is_picked (input))
    {
      if (is_worded (input->indicator, input->result->level))
        mou_criterion_score_picked_level (input, outcome);
      else
        mou_outcome_fail (outcome, MOU_STATE_ERROR, g_strdup (_ ("A level with a number is reached by a number, not by judgement")));
      return;
    }

  if (!mou_criterion_read_value (input, outcome))
    return;
  if (!mou_criterion_init_levels (input->indicator, input->scale, stepped, &steps, &reason))
    {
      mou_outcome_fail (outcome, MOU_STATE_ERROR, reason);
      return;
    }

  score = mou_interpolation_score (&steps, outcome->actual, outcome->is_typed ? &outcome->typed : NULL, &level);
  mou_outcome_take_score (outcome, score, level);
}

MouInverse
mou_criterion_invert_levels (const MouCriterionInput *input, gboolean stepped, const MouRatio *score, MouRatio **value)
{
  MouInterpolation steps;
  g_autofree char *reason = NULL;

  if (!mou_criterion_init_levels (input->indicator, input->scale, stepped, &steps, &reason))
    return MOU_INVERSE_NEVER;

  return mou_interpolation_invert (&steps, score, value);
}

static void
explain_rebases (const MouIndicator *indicator, GPtrArray *sentences)
{
  for (guint i = 0; indicator->rebases != NULL && i < indicator->rebases->len; i++)
    {
      const MouRebase *rebase = &g_array_index (indicator->rebases, MouRebase, i);
      g_autofree char *from = mou_decimal_format (rebase->from, -1);
      g_autofree char *to = mou_decimal_format (rebase->to, -1);

      mou_explain_add (sentences, _ ("Re-based: level 3 moved from %s to %s, the other levels by as much (%s)"), from, to,
                       rebase->reason != NULL ? rebase->reason : _ ("no reason given"));
    }
}

void
mou_criterion_explain_levels (const MouCriterionInput *input, gboolean stepped, const MouOutcome *outcome, GPtrArray *sentences)
{
  MouInterpolation steps;
  MouLevels storage;
  g_autofree char *reason = NULL;

  if (is_picked (input))
    {
      mou_criterion_explain_picked_level (input, outcome, sentences);
      return;
    }
  if (!mou_criterion_init_levels (input->indicator, input->scale, stepped, &steps, &reason))
    return;

  mou_criterion_explain_value (input, outcome, sentences);
  explain_rebases (input->indicator, sentences);
  mou_explain_levels (mou_indicator_get_effective_levels (input->indicator, &storage), &steps, sentences);
  mou_explain_interpolation (&steps, outcome->actual, sentences);
  if (has_worded_level (input->indicator))
    mou_explain_add (sentences, "%s", _ ("A level that is described in words is given by the assessor only"));
}
