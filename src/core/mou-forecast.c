/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fits a line to each leaf, and draws. */

#include "mou-forecast.h"

#include "mou-random.h"
#include "mou-score-double.h"

#include <math.h>
#include <stdlib.h>

/* A total this little short of the one asked for has reached it: what is drawn without spread carries the error of doubles. */
#define TOLERANCE 1e-9

/* The numbers of one leaf; years count from the agreement's, which is 0. */
typedef struct
{
  int n;
  double years[MOU_FORECAST_YEARS], values[MOU_FORECAST_YEARS];
} Series;

static void
read_series (Series *series, const MouIndicator *indicator, int fiscal_year)
{
  *series = (Series){ .n = 0 };
  for (int year = fiscal_year - MOU_FORECAST_YEARS; year < fiscal_year; year++)
    {
      const MouHistory *past = mou_indicator_get_history (indicator, year);

      if (past == NULL || past->state != MOU_HISTORY_NUMBER)
        continue;
      series->years[series->n] = year - fiscal_year;
      series->values[series->n] = mou_decimal_to_double (past->value);
      series->n++;
    }
}

static double
get_mean (const double *numbers, int n)
{
  double sum = 0;

  for (int i = 0; i < n; i++)
    sum += numbers[i];

  return sum / n;
}

/* Σ (a − mean a)(b − mean b) */
static double
sum_products (const double *a, const double *b, int n)
{
  double mean_a = get_mean (a, n), mean_b = get_mean (b, n), sum = 0;

  for (int i = 0; i < n; i++)
    sum += (a[i] - mean_a) * (b[i] - mean_b);

  return sum;
}

/* At least two numbers, of unlike years. */
static void
fit_line (MouForecastLeaf *leaf, const Series *series)
{
  int n = series->n;
  double mean_year = get_mean (series->years, n);
  double years_squared = sum_products (series->years, series->years, n);
  double residual = 0;

  leaf->slope = sum_products (series->years, series->values, n) / years_squared;
  leaf->expected = get_mean (series->values, n) - leaf->slope * mean_year;
  if (n == 2)
    {
      leaf->spread = sqrt (sum_products (series->values, series->values, n));
      return;
    }

  for (int i = 0; i < n; i++)
    {
      double off = series->values[i] - (leaf->expected + leaf->slope * series->years[i]);

      residual += off * off;
    }
  leaf->spread = sqrt (residual / (n - 2) * (1 + 1.0 / n + mean_year * mean_year / years_squared));
}

/* FALSE without a number. */
static gboolean
forecast_leaf (MouForecastLeaf *leaf, const MouIndicator *indicator, int fiscal_year)
{
  Series series;

  read_series (&series, indicator, fiscal_year);
  leaf->n_years = series.n;
  if (series.n == 1)
    leaf->expected = series.values[0];
  else if (series.n > 1)
    fit_line (leaf, &series);

  return series.n > 0;
}

/* `values` gets what is expected of every leaf of `scores`, NAN for those that are not forecast. */
static void
forecast_leaves (MouForecast *self, const MouAgreement *agreement, const MouScoreDouble *scores, double *values)
{
  for (guint i = 0; i < mou_score_double_get_n_leaves (scores); i++)
    {
      MouForecastLeaf leaf = { .node = mou_score_double_get_node (scores, i) };

      values[i] = (double) NAN;
      if (!forecast_leaf (&leaf, mou_agreement_get_node (agreement, leaf.node)->indicator, agreement->fiscal_year))
        continue;
      values[i] = leaf.expected;
      leaf.score = mou_score_double_score (scores, i, leaf.expected);
      self->weight += mou_score_double_get_weight (scores, i);
      g_array_append_val (self->leaves, leaf);
    }
  self->expected = mou_score_double_get_total (scores, values);
}

static void
draw_totals (MouForecast *self, const MouScoreDouble *scores, double *values)
{
  MouRandom random;

  mou_random_init (&random, self->seed);
  for (guint draw = 0; draw < self->n_draws; draw++)
    {
      guint next = 0;

      for (guint i = 0; i < mou_score_double_get_n_leaves (scores); i++)
        if (!isnan (values[i]))
          {
            const MouForecastLeaf *leaf = &g_array_index (self->leaves, MouForecastLeaf, next++);

            values[i] = leaf->expected + leaf->spread * mou_random_next_normal (&random);
          }
      self->totals[draw] = mou_score_double_get_total (scores, values);
    }
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
summarise (MouForecast *self)
{
  double sum = 0, squares = 0;

  qsort (self->totals, self->n_draws, sizeof (double), compare_doubles);
  for (guint i = 0; i < self->n_draws; i++)
    sum += self->totals[i];
  self->mean = sum / self->n_draws;
  for (guint i = 0; i < self->n_draws; i++)
    squares += (self->totals[i] - self->mean) * (self->totals[i] - self->mean);
  self->deviation = self->n_draws > 1 ? sqrt (squares / (self->n_draws - 1)) : 0;
}

MouForecast *
mou_forecast_new (const MouAgreement *agreement, guint n_draws, guint64 seed)
{
  g_autoptr (MouForecast) self = NULL;
  g_autoptr (MouScoreDouble) scores = NULL;
  g_autofree double *values = NULL;

  g_return_val_if_fail (agreement != NULL, NULL);
  g_return_val_if_fail (n_draws > 0 && n_draws <= MOU_FORECAST_DRAWS_MAX, NULL);

  self = g_new0 (MouForecast, 1);
  self->leaves = g_array_new (FALSE, FALSE, sizeof (MouForecastLeaf));
  self->seed = seed;
  self->n_draws = n_draws;

  scores = mou_score_double_new (agreement);
  values = g_new0 (double, mou_score_double_get_n_leaves (scores) + 1);
  forecast_leaves (self, agreement, scores, values);
  if (isnan (self->expected))
    return NULL;

  self->totals = g_new (double, n_draws);
  draw_totals (self, scores, values);
  summarise (self);

  return g_steal_pointer (&self);
}

void
mou_forecast_free (MouForecast *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->leaves);
  g_free (self->totals);
  g_free (self);
}

double
mou_forecast_get_percentile (const MouForecast *self, double percent)
{
  double place;

  g_return_val_if_fail (self != NULL, (double) NAN);
  g_return_val_if_fail (percent >= 0 && percent <= 100, (double) NAN);

  place = ceil (percent / 100 * self->n_draws);
  return self->totals[place < 1 ? 0 : (guint) place - 1];
}

double
mou_forecast_get_probability (const MouForecast *self, double total)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n_draws;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->totals[middle] < total - TOLERANCE)
        low = middle + 1;
      else
        high = middle;
    }

  return (double) (self->n_draws - low) / self->n_draws;
}
