/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the kinds share: the tables, and the few steps that more than one kind takes. Callers: mou-criterion*.c. */
#pragma once

#include "mou-criterion.h"

G_BEGIN_DECLS

extern const MouCriterion mou_criterion_group;
extern const MouCriterion mou_criterion_linear;
extern const MouCriterion mou_criterion_stepped;
extern const MouCriterion mou_criterion_judged;
extern const MouCriterion mou_criterion_gated;
extern const MouCriterion mou_criterion_checklist;
extern const MouCriterion mou_criterion_score_given;

/* No score: `reason` is taken. Always FALSE, for the caller to return. */
gboolean mou_outcome_fail (MouOutcome *outcome, MouScoreState state, char *reason);
/* Scored: `score` is taken. */
void mou_outcome_take_score (MouOutcome *outcome, MouRatio *score, int level);
void mou_outcome_take_actual (MouOutcome *outcome, MouRatio *actual);
void mou_outcome_set_typed (MouOutcome *outcome, MouDecimal value);

/* The reported number: computed by the formula where variables are given, else as typed, else the past result in a back-test.
 * FALSE when there is none; the outcome then says which state, and why. */
gboolean mou_criterion_read_value (const MouCriterionInput *input, MouOutcome *outcome);
/* The same in words: the formula with its numbers, and a typed value that differs from it. */
void mou_criterion_explain_value (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences);

/* The actual number is the score itself; an error outside the scale. */
void mou_criterion_score_as_given (const MouCriterionInput *input, MouOutcome *outcome);
void mou_criterion_explain_given (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences);
/* The level that the assessor picked, perhaps with a fraction; an error outside the scale. */
void mou_criterion_score_picked_level (const MouCriterionInput *input, MouOutcome *outcome);
void mou_criterion_explain_picked_level (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences);

/* The steps of the effective levels; FALSE with an owned reason. */
gboolean mou_criterion_init_levels (const MouIndicator *indicator, const MouScale *scale, gboolean stepped, MouInterpolation *steps,
                                    char **reason);
/* The whole of the kinds linear and stepped. */
char *mou_criterion_validate_levels (const MouIndicator *indicator, const MouScale *scale, gboolean stepped);
void mou_criterion_score_levels (const MouCriterionInput *input, gboolean stepped, MouOutcome *outcome);
MouInverse mou_criterion_invert_levels (const MouCriterionInput *input, gboolean stepped, const MouRatio *score, MouRatio **value);
void mou_criterion_explain_levels (const MouCriterionInput *input, gboolean stepped, const MouOutcome *outcome, GPtrArray *sentences);

/* The highest level whose points `score` has; 0 when it has those of none. */
int mou_scale_find_level (const MouScale *scale, const MouRatio *score);
/* What `level` full levels and `fraction` (NULL: none) of the next are worth. */
MouRatio *mou_scale_get_points (const MouScale *scale, int level, const MouRatio *fraction) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
