/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* score: given by an assessor from outside, such as the enablers; the value is the score. Where only a level is given, that level. */

#include "mou-criterion-private.h"

static char *
validate (const MouIndicator *indicator, const MouScale *scale)
{
  return NULL;
}

static gboolean
has_level_only (const MouResult *result)
{
  return result->has_level && !result->has_value && (result->variables == NULL || result->variables->len == 0);
}

static void
score (const MouCriterionInput *input, MouOutcome *outcome)
{
  if (has_level_only (input->result))
    mou_criterion_score_picked_level (input, outcome);
  else if (mou_criterion_read_value (input, outcome))
    mou_criterion_score_as_given (input, outcome);
}

static MouInverse
invert (const MouCriterionInput *input, const MouRatio *wanted, MouRatio **value)
{
  *value = mou_ratio_copy (wanted);
  return MOU_INVERSE_AT;
}

static void
explain (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences)
{
  if (has_level_only (input->result))
    mou_criterion_explain_picked_level (input, outcome, sentences);
  else
    mou_criterion_explain_given (input, outcome, sentences);
}

const MouCriterion mou_criterion_score_given = { MOU_KIND_SCORE, TRUE, validate, score, invert, explain };
