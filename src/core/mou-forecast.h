/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-forecast: the total to be expected if the last five years go on as they went, and how far it may stray (scoring.md section 7).
 *
 * Each leaf: a least-squares line through its numbers of the five years before the agreement's, read at the agreement's year. From three
 * numbers on it strays by the standard error of a prediction from that line; two lie on any line, so their own standard deviation is
 * taken; one number is expected again, without straying. A leaf without a number, or whose criterion is unusable, is not forecast.
 * Then the total is drawn many times, each leaf normally distributed about its line.
 *
 * The mean of the totals is not the total of what is expected: no score leaves the scale, so a leaf that is expected far below level 1 can
 * only surprise for the better.
 *
 * What it cannot know: leaves are drawn independently of each other; five numbers say little about a spread; nothing but the past is
 * looked at; deductions and the rounding of `child4` are left out. Doubles throughout, in the scoring as well (mou-score-double).
 * The same seed gives the same figures. Anyone may call. */
#pragma once

#include "mou-agreement.h"

G_BEGIN_DECLS

#define MOU_FORECAST_YEARS 5
#define MOU_FORECAST_DRAWS 10000
#define MOU_FORECAST_DRAWS_MAX 10000000

/* One leaf, in printed order. */
typedef struct {
  guint node;
  int n_years;     /* numbers the line goes through, at least 1 */
  double slope;    /* of the line, per year */
  double expected; /* value in the agreement's year; for judged, gated, checklist and score indicators a score */
  double spread;   /* standard deviation of what is drawn */
  double score;    /* of the expected value */
} MouForecastLeaf;

typedef struct {
  GArray *leaves;   /* MouForecastLeaf */
  double weight;    /* Σ weight of these */
  guint64 seed;
  double expected;  /* the total of the expected values */
  double mean;      /* of the totals drawn */
  double deviation; /* their standard deviation */
  guint n_draws;
  double *totals;   /* drawn, smallest first */
} MouForecast;

/* NULL when no leaf with a weight can be forecast. `n_draws` 1 .. MOU_FORECAST_DRAWS_MAX. */
MouForecast *mou_forecast_new (const MouAgreement *agreement, guint n_draws, guint64 seed) G_GNUC_WARN_UNUSED_RESULT;
void mou_forecast_free (MouForecast *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouForecast, mou_forecast_free)

/* The total that `percent` (0..100) of the draws stay at or below. */
double mou_forecast_get_percentile (const MouForecast *self, double percent);
/* The share of the draws, 0..1, that reach `total`. */
double mou_forecast_get_probability (const MouForecast *self, double total);

G_END_DECLS
