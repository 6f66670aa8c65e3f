/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines through the past, and totals drawn about them. */

#include "criterion-fixture.h"

#include "mou-forecast.h"

#include <math.h>

#define SEED 2567

static MouAgreement *
create_agreement (const FixtureIndicator *indicators, guint n_indicators)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 agreement = fixture_add_agreement (rows);

  fixture_add_indicators (rows, agreement, indicators, n_indicators);
  return mou_register_dup_agreement (rows, agreement);
}

typedef struct
{
  FixtureIndicator indicator;
  int n_years; /* 0: not forecast */
  double slope, expected, spread, score;
} Line;

/* clang-format off */
static const Line lines[] = {
  { { "1", "exact line", "linear", NULL, "100", { "1", "2", "3", "4", "5" }, NULL, { "1", "1.5", "2", "2.5", "3" } },
    5, 0.5, 3.5, 0, 3.5 },
  { { "1", "falling and lower is better", "linear", NULL, "100", { "9", "8", "7", "6", "5" }, NULL, { "10", "9", "8", "7", "6" } },
    5, -1, 5, 0, 5 },
  /* slope 0.8, residuals -0.4 0.8 -1 1.2 -0.6: 3.6 ÷ 3 × (1 + 1/5 + 9/10) */
  { { "1", "with residuals", "linear", NULL, "100", { "1", "2", "3", "4", "5" }, NULL, { "1", "3", "2", "5", "4" } },
    5, 0.8, 5.4, 1.58745, 5 },
  { { "1", "with gaps", "linear", NULL, "100", { "1", "2", "3", "4", "5" }, NULL, { "1", "-", "2", "N/A", "3" } },
    3, 0.5, 3.5, 0, 3.5 },
  { { "1", "two years", "linear", NULL, "100", { "1", "2", "3", "4", "5" }, NULL, { NULL, NULL, NULL, "2", "3" } },
    2, 1, 4, 0.70711, 4 },
  { { "1", "one year", "linear", NULL, "100", { "1", "2", "3", "4", "5" }, NULL, { NULL, "2.25", NULL, NULL, "N/A" } },
    1, 0, 2.25, 0, 2.25 },
  { { "1", "scores", "score", NULL, "100", { NULL }, NULL, { "4", "4.5", "5", NULL, NULL } },
    3, 0.5, 6.5, 0, 5 },
  { { "1", "no year", "linear", NULL, "100", { "1", "2", "3", "4", "5" }, NULL, { "-", NULL, "N/A", NULL, NULL } },
    0, 0, 0, 0, 0 },
  { { "1", "no weight", "score", NULL, "0", { NULL }, NULL, { "3", "3", "3", "3", "3" } },
    0, 0, 0, 0, 0 },
  { { "1", "unusable levels", "linear", NULL, "100", { "1", "2", "2", "4", "5" }, NULL, { "1", "1", "1", "1", "1" } },
    0, 0, 0, 0, 0 },
};
/* clang-format on */

static void
test_line (gconstpointer data)
{
  const Line *line = data;
  g_autoptr (MouAgreement) agreement = create_agreement (&line->indicator, 1);
  g_autoptr (MouForecast) forecast = mou_forecast_new (agreement, 2000, SEED);
  const MouForecastLeaf *leaf;

  if (line->n_years == 0)
    {
      g_assert_null (forecast);
      return;
    }

  leaf = &g_array_index (forecast->leaves, MouForecastLeaf, 0);
  g_assert_cmpint (leaf->n_years, ==, line->n_years);
  g_assert_cmpfloat_with_epsilon (leaf->slope, line->slope, 1e-9);
  g_assert_cmpfloat_with_epsilon (leaf->expected, line->expected, 1e-9);
  g_assert_cmpfloat_with_epsilon (leaf->spread, line->spread, 1e-5);
  g_assert_cmpfloat_with_epsilon (leaf->score, line->score, 1e-9);
  g_assert_cmpfloat_with_epsilon (forecast->expected, line->score, 1e-9);
  if (line->spread <= 0)
    g_assert_cmpfloat_with_epsilon (forecast->deviation, 0, 1e-9);
}

/* A score far from both ends of the scale is as normal as its value: the figures are known beforehand. */
static void
test_distribution (void)
{
  static const FixtureIndicator indicators[] = {
    { "1", "a", "linear", NULL, "50", { "-1000", "-500", "0", "500", "1000" }, NULL, { "-10", "10", "0", "-10", "10" } },
    { "2", "b", "linear", NULL, "50", { "1000", "500", "0", "-500", "-1000" }, NULL, { NULL, NULL, NULL, NULL, "0" } },
  };
  g_autoptr (MouAgreement) agreement = create_agreement (indicators, G_N_ELEMENTS (indicators));
  g_autoptr (MouForecast) forecast = mou_forecast_new (agreement, 100000, SEED);
  double spread = g_array_index (forecast->leaves, MouForecastLeaf, 0).spread / 500 / 2;

  g_assert_cmpfloat_with_epsilon (forecast->weight, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (forecast->mean, forecast->expected, spread * 0.02);
  g_assert_cmpfloat_with_epsilon (forecast->deviation, spread, spread * 0.02);
  g_assert_cmpfloat_with_epsilon (mou_forecast_get_percentile (forecast, 50), forecast->expected, spread * 0.02);
  g_assert_cmpfloat_with_epsilon (mou_forecast_get_percentile (forecast, 95), forecast->expected + 1.6449 * spread, spread * 0.03);
  g_assert_cmpfloat_with_epsilon (mou_forecast_get_percentile (forecast, 5), forecast->expected - 1.6449 * spread, spread * 0.03);
  g_assert_cmpfloat_with_epsilon (mou_forecast_get_probability (forecast, forecast->expected + spread), 0.1587, 0.005);
  g_assert_cmpfloat_with_epsilon (mou_forecast_get_probability (forecast, 1), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (mou_forecast_get_probability (forecast, 5), 0, 1e-9);
}

/* Without spread every draw is the total that the exact engine gives what is expected. */
static void
test_certain (void)
{
  static const FixtureIndicator indicators[] = {
    { "1", "a", "linear", NULL, "30", { "1100", "1150", "1200", "1250", "1300" }, NULL, { NULL, NULL, "1225", NULL, NULL } },
    { "2", "b", "stepped", NULL, "50", { "1", "2", "3", "4", "5" }, NULL, { NULL, NULL, NULL, NULL, "3.9" } },
    { "3", "c", "score", NULL, "20", { NULL }, NULL, { NULL, NULL, NULL, NULL, NULL } },
  };
  g_autoptr (MouAgreement) agreement = create_agreement (indicators, G_N_ELEMENTS (indicators));
  g_autoptr (MouForecast) forecast = mou_forecast_new (agreement, 10, SEED);
  double total = (30 * 3.5 + 50 * 3.0) / 80;

  g_assert_cmpuint (forecast->leaves->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (forecast->weight, 80, 1e-9);
  g_assert_cmpfloat_with_epsilon (forecast->mean, total, 1e-9);
  g_assert_cmpfloat_with_epsilon (mou_forecast_get_percentile (forecast, 0), total, 1e-9);
  g_assert_cmpfloat_with_epsilon (mou_forecast_get_percentile (forecast, 100), total, 1e-9);
  g_assert_cmpfloat_with_epsilon (mou_forecast_get_probability (forecast, total), 1, 1e-9);
}

static void
test_seed (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (MouAgreement) agreement = mou_register_dup_agreement (rows, fixture_get_agreement (rows));
  g_autoptr (MouForecast) once = mou_forecast_new (agreement, 500, SEED);
  g_autoptr (MouForecast) again = mou_forecast_new (agreement, 500, SEED);
  g_autoptr (MouForecast) other = mou_forecast_new (agreement, 500, SEED + 1);

  g_assert_cmpmem (once->totals, 500 * sizeof (double), again->totals, 500 * sizeof (double));
  g_assert_cmpfloat (fabs (once->mean - other->mean), >, 0);
  for (guint i = 1; i < once->n_draws; i++)
    g_assert_true (once->totals[i - 1] <= once->totals[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strdup_printf ("/forecast/%s", lines[i].indicator.name);

      g_test_add_data_func (path, &lines[i], test_line);
    }
  g_test_add_func ("/forecast/distribution", test_distribution);
  g_test_add_func ("/forecast/certain", test_certain);
  g_test_add_func ("/forecast/seed", test_seed);

  return g_test_run ();
}
