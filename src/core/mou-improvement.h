/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-improvement: the cheapest set of improvements that reaches a wanted total (scoring.md section 7).
 *
 * What an improvement costs: the share of the distance between the lowest and the highest numbered level that the value must travel
 * ("effort in level-spans": 1 is the whole way from level 1 to level 5), times a price of the indicator, 1 unless given. Where the number
 * is a score itself the way from the floor to the top of the scale is the span, and on a scale with one level the way from 0 to the target.
 * No one can know the true effort from an agreement alone; prices are for those who know better.
 *
 * How the set is found: branch and bound over the levels that each leaf can still reach, at most one leaf stopping between two levels;
 * what is not decided yet is bounded by the concave hull of the leaves' gains. Taking the steepest step first would not do: after jumps
 * and absent levels, and where segments have unlike lengths, a dear step may stand before a cheap one. When it is not optimal: the search
 * gives up after MOU_IMPROVEMENT_MAX_STEPS, which some dozens of leaves do not need, and returns the best set seen; and where `child4`
 * or a group held at the floor by its deduction makes a set fall short, it is sought again with more asked for. `optimal` is FALSE for
 * both. Costs are compared in doubles, so of two sets less than 1e-9 apart either may come.
 *
 * Judged leaves move by whole levels, gated ones as far as their gates let whole levels through. A value between two levels is rounded
 * to what the indicator can print, to the better side. Scored leaves with a weight take part; one without a score stays out, because
 * reporting is not improving. All values and the total reached are exact. Anyone may call. */
#pragma once

#include "mou-engine.h"

G_BEGIN_DECLS

/* Pieces of hull looked at, about a tenth of a second. */
#define MOU_IMPROVEMENT_MAX_STEPS 20000000

typedef struct {
  gint64 indicator;
  MouDecimal price; /* of a whole level-span; not negative */
} MouImprovementPrice;

/* One indicator that changes. */
typedef struct {
  guint node;
  MouRatio *from, *to;             /* values; of a leaf whose number is its score, scores */
  MouRatio *score_from, *score_to; /* deductions taken */
  double effort;                   /* level-spans travelled */
  double cost;                     /* effort × price */
} MouImprovement;

typedef struct {
  gboolean reachable;
  gboolean optimal;         /* the search was finished, and nothing cheaper reaches the target */
  GPtrArray *improvements;  /* MouImprovement, in printed order; empty when the target is reached already or not reachable */
  MouRatio *total;          /* with all of them; as it is when not reachable */
  MouRatio *greatest;       /* the total with every leaf as good as its criterion can score */
  double cost;
} MouPortfolio;

/* NULL when `evaluation` has no total. It is not changed; the portfolio does not need it any more. */
MouPortfolio *mou_improvement_find (MouEvaluation *evaluation, const MouRatio *target, const MouImprovementPrice *prices, guint n_prices)
    G_GNUC_WARN_UNUSED_RESULT;
void mou_portfolio_free (MouPortfolio *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouPortfolio, mou_portfolio_free)

G_END_DECLS
