/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a forecast of the sample takes; the budget is 100,000 draws in one second. */

#include "mou-forecast.h"
#include "mou-json-agreement.h"
#include "register-fixture.h"

#define N_RUNS 5
#define SEED 2567
#define BUDGET_DRAWS 100000
#define BUDGET_MILLISECONDS 1000.0

static const guint draws[] = { 10000, 100000, 1000000 };

static MouAgreement *
load_agreement (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouRegister) rows = mou_json_agreement_load (path, &error);

  if (rows == NULL)
    g_error ("%s", error->message);

  return mou_register_dup_agreement (rows, fixture_get_agreement (rows));
}

/* The fastest of several runs, in milliseconds. */
static double
measure (const MouAgreement *agreement, guint n_draws)
{
  double fastest = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (MouForecast) forecast = mou_forecast_new (agreement, n_draws, SEED);

      g_assert_nonnull (forecast);
      fastest = MIN (fastest, (double) (g_get_monotonic_time () - start) / 1000.0);
    }

  return fastest;
}

int
main (int argc, char **argv)
{
  g_autoptr (MouAgreement) agreement = NULL;

  g_assert_cmpint (argc, ==, 2);
  agreement = load_agreement (argv[1]);

  g_print ("%12s %12s\n", "draws", "ms");
  for (guint i = 0; i < G_N_ELEMENTS (draws); i++)
    {
      double milliseconds = measure (agreement, draws[i]);

      g_print ("%12u %12.3f\n", draws[i], milliseconds);
      if (draws[i] == BUDGET_DRAWS)
        g_print ("budget used: %.2f\n", milliseconds / BUDGET_MILLISECONDS);
    }

  return 0;
}
