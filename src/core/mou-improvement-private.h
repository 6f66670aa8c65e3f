/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two halves of finding improvements: what steps a leaf can take, exactly, and which steps are cheapest, in doubles. Callers:
 * mou-improvement*.c. */
#pragma once

#include "mou-improvement.h"

G_BEGIN_DECLS

/* The present, and for every level a point where the climb to it begins and one where it is reached. */
#define MOU_IMPROVEMENT_MAX_POINTS (1 + 2 * MOU_LEVEL_COUNT_MAX)

typedef struct {
  MouRatio *value;
  MouRatio *score; /* before deductions */
  gboolean beyond; /* only what is better than the value has the score */
  gboolean rises;  /* from the point before, the score climbs in proportion to the value */
} MouLadderPoint;

/* How one leaf can climb from where it stands; point 0 is the present. */
typedef struct {
  guint node;
  int direction; /* 1: a higher value is better, -1: a lower one */
  int n_points;
  MouLadderPoint points[MOU_IMPROVEMENT_MAX_POINTS];
  MouRatio *span; /* the length of a whole level-span, above 0 */
  int places;     /* decimals that its values are printed with */
} MouLadder;

/* NULL when the leaf takes no part, or can climb no further. */
MouLadder *mou_ladder_new (const MouEvaluation *evaluation, guint node) G_GNUC_WARN_UNUSED_RESULT;
void mou_ladder_free (MouLadder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouLadder, mou_ladder_free)
/* What is reported for standing between the points `step` and `step` + 1 where the score before deductions is `score`, or on the point
 * `step` when NULL: rounded to the better side. FALSE when it has too many digits. */
gboolean mou_ladder_get_report (const MouLadder *self, int step, const MouRatio *score, MouDecimal *out);

/* One leaf as the search sees it; both figures rise from point to point, from 0 at the present. */
typedef struct {
  int n_points;
  struct { double cost, gain; gboolean rises; } points[MOU_IMPROVEMENT_MAX_POINTS];
} MouSearchLeaf;

typedef struct {
  int point;
  gboolean partly; /* as far beyond the point as need be, but not to the next */
} MouSearchChoice;

/* The choices (one a leaf) whose gains reach `needed` at the least cost. FALSE when they cannot. *finished: nothing cheaper exists. */
gboolean mou_improvement_search (const MouSearchLeaf *leaves, guint n_leaves, double needed, guint max_steps, MouSearchChoice *choices,
                                 gboolean *finished);

G_END_DECLS
