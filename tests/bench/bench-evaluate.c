/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long evaluating an agreement takes, by its size; the budget is 5,000 indicators in 10 ms, and growth in proportion.
 *
 * Every indicator has levels of its own, so that the denominators of the sums are as unlike as they get. */

#include "mou-engine.h"
#include "register-fixture.h"

#define MEMBERS 20
#define N_RUNS 21
#define BUDGET_INDICATORS 5000
#define BUDGET_MILLISECONDS 10.0

static const guint sizes[] = { 50, 500, 5000, 50000 };

static void
add_result (MouRegister *rows, gint64 assessment, gint64 indicator, GRand *random)
{
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, indicator);
  g_autofree char *value = g_strdup_printf ("%d.%02d", g_rand_int_range (random, 900, 1600), g_rand_int_range (random, 0, 100));

  fixture_add (rows, MOU_ENTITY_RESULT, assessment, "indicator", reference, "value", value, NULL);
}

static gint64
add_indicator (MouRegister *rows, gint64 agreement, gint64 group, guint number, GRand *random)
{
  g_autofree char *code = g_strdup_printf ("%u", number);
  g_autofree char *above = group != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, group) : NULL;
  gint64 id = fixture_add (rows, MOU_ENTITY_INDICATOR, agreement, "group", above, "code", code, "kind", group != 0 ? "linear" : "group",
                           "weight", "2.5", NULL);
  int value = 1000;

  for (int i = 0; group != 0 && i < 5; i++)
    {
      g_autofree char *level = g_strdup_printf ("%d", i + 1);
      g_autofree char *text = g_strdup_printf ("%d.%02d", value, g_rand_int_range (random, 0, 100));

      fixture_add (rows, MOU_ENTITY_LEVEL, id, "number", level, "value", text, NULL);
      value += g_rand_int_range (random, 2, 150);
    }

  return id;
}

static MouAgreement *
create_agreement (guint n_indicators)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 agreement = fixture_add_agreement (rows);
  gint64 assessment = fixture_add (rows, MOU_ENTITY_ASSESSMENT, agreement, "name", "ผลประเมิน", "kind", "self", "period", "year", NULL);
  GRand *random = g_rand_new_with_seed (2567);
  gint64 group = 0;

  for (guint i = 0; i < n_indicators; i++)
    {
      if (i % MEMBERS == 0)
        group = add_indicator (rows, agreement, 0, n_indicators + i, random);
      add_result (rows, assessment, add_indicator (rows, agreement, group, i, random), random);
    }
  g_rand_free (random);

  return mou_register_dup_agreement (rows, agreement);
}

static double
measure_once (MouAgreement *agreement)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MouEvaluation) evaluation = mou_engine_evaluate (agreement, mou_agreement_find_assessment (agreement, NULL));
  gint64 end = g_get_monotonic_time ();

  g_assert_nonnull (evaluation->total);
  return (double) (end - start) / 1000.0;
}

/* The fastest of several runs, in milliseconds: what the code takes when the machine does nothing else. */
static double
measure (guint n_indicators)
{
  g_autoptr (MouAgreement) agreement = create_agreement (n_indicators);
  double fastest = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    fastest = MIN (fastest, measure_once (agreement));

  return fastest;
}

int
main (void)
{
  g_print ("%12s %12s %16s\n", "indicators", "ms", "µs an indicator");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double milliseconds = measure (sizes[i]);

      g_print ("%12u %12.3f %16.3f\n", sizes[i], milliseconds, milliseconds * 1000.0 / sizes[i]);
      if (sizes[i] == BUDGET_INDICATORS)
        g_print ("budget used: %.2f\n", milliseconds / BUDGET_MILLISECONDS);
    }

  return 0;
}
