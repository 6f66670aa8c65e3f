/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* linear: a number between levels, interpolated and clamped (scoring.md section 3). */

#include "mou-criterion-private.h"

static char *
validate (const MouIndicator *indicator, const MouScale *scale)
{
  return mou_criterion_validate_levels (indicator, scale, FALSE);
}

static void
score (const MouCriterionInput *input, MouOutcome *outcome)
{
  mou_criterion_score_levels (input, FALSE, outcome);
}

static MouInverse
invert (const MouCriterionInput *input, const MouRatio *wanted, MouRatio **value)
{
  return mou_criterion_invert_levels (input, FALSE, wanted, value);
}

static void
explain (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences)
{
  mou_criterion_explain_levels (input, FALSE, outcome, sentences);
}

const MouCriterion mou_criterion_linear = { MOU_KIND_LINEAR, FALSE, validate, score, invert, explain };
