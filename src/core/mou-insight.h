/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-insight: the questions behind a score: what value is needed, where points are still to be had, how hard the criteria are
 * against the past (scoring.md section 7).
 *
 * Exact, except the spread of the past, which is only read. Pure functions of an evaluation or a snapshot; anyone may call. */
#pragma once

#include "mou-engine.h"
#include "mou-interpolation.h"

G_BEGIN_DECLS

/* The worst value of leaf `node` that still has at least `score` after its deduction, the rest of its result as it is. *value is owned,
 * and NULL for ANY and NEVER. */
MouInverse mou_insight_invert (const MouEvaluation *evaluation, guint node, const MouRatio *score, MouRatio **value);

/* The score, deduction taken, that leaf `node` needs for the total, everything else as it is; it may lie outside the scale. The leaf has an
 * effective weight above 0, and the evaluation a total. */
MouRatio *mou_insight_get_needed_score (const MouEvaluation *evaluation, guint node, const MouRatio *total) G_GNUC_WARN_UNUSED_RESULT;

/* The worst value of leaf `node` that lifts the total to `total`, everything else as it is. A leaf without a score is thought of as
 * joining the total. NEVER where it has no weight or nothing is scored. Under `child4` the answer may miss by the rounding of
 * the fourth place. */
MouInverse mou_insight_lift_total (const MouEvaluation *evaluation, guint node, const MouRatio *total, MouRatio **value);

/* What one leaf is worth. */
typedef struct {
  guint node;
  MouRatio *per_unit; /* points of the total gained by the next unit of improvement; 0 where the score does not climb, NULL without a number */
  MouRatio *open;     /* points between its score and the top of the scale */
} MouSensitivity;

void mou_sensitivity_free (MouSensitivity *sensitivity);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouSensitivity, mou_sensitivity_free)

/* MouSensitivity of every leaf that counts, most points still to be had first. */
GPtrArray *mou_insight_list_sensitivities (const MouEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;

/* How the criteria of one leaf look against its past years. */
typedef struct {
  int n_years;               /* past years with a number */
  int n_years_top;           /* of these, how many would have the greatest score */
  int n_years_middle;        /* how many would have at least the middle level, 3 of 5 */
  gboolean top_met_last_year; /* the year before the agreement's already has the greatest score: too easy */
  gboolean middle_never_met; /* none of at least one year: harder than anything achieved */
  gboolean has_distance;     /* at least two unlike years, and the middle level has a number */
  double distance;           /* of the middle level from their mean, in standard deviations (of a sample); above 0 is harder */
} MouDifficulty;

/* FALSE when no past year has a number that the criteria can score. */
gboolean mou_insight_read_difficulty (const MouAgreement *agreement, guint node, MouDifficulty *out);

G_END_DECLS
