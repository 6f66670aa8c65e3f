/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* group: no score of its own; mou-rollup averages its leaves. This answers for a group that has none. */

#include "mou-criterion-private.h"

#include <glib/gi18n-lib.h>

static char *
validate (const MouIndicator *indicator, const MouScale *scale)
{
  return NULL;
}

static void
score (const MouCriterionInput *input, MouOutcome *outcome)
{
  mou_outcome_fail (outcome, MOU_STATE_NOT_REPORTED, g_strdup (_ ("The group has no indicators")));
}

static MouInverse
invert (const MouCriterionInput *input, const MouRatio *wanted, MouRatio **value)
{
  return MOU_INVERSE_NEVER;
}

static void
explain (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences)
{
}

const MouCriterion mou_criterion_group = { MOU_KIND_GROUP, TRUE, validate, score, invert, explain };
