/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The twin in floating point against the exact engine, over random agreements. */

#include "criterion-fixture.h"

#include "mou-score-double.h"

#include <math.h>

#define TOLERANCE 1e-9
#define N_AGREEMENTS 60
#define N_INDICATORS 40

static const char *const level_sets[] = {
  "1100|1150|1200|1250|1300",
  "29.12|28.12|27.12|26.00|25.50",
  "<96|-|96|98|100",
  "94|96|98|100|>100",
  "1|-|3|-|5",
  "7.36|7.41|7.46|7.65|7.75",
  "1|2|3|4|“ดี”",
  "6012749|6012699|6012649|6012599|6012549",
  "1|2|3",
  "-5|-2.5|0|1|1.125",
  ">50|40|30|20|10",
  "0.00001|0.00002|0.00003|0.00005|0.00009",
  "40",
  "1|2|2|3|4",
  "443500|486750|530000|573250|616500",
};

static const char *const kinds[] = { "linear", "linear", "linear", "stepped", "judged", "score", "gated", "checklist" };
static const char *const scales[] = { "five-level", "three-level", "percent", "rfd" };

/* A value near, between, on or beyond the levels. */
static char *
pick_value (const char *levels, GRand *random)
{
  g_auto (GStrv) texts = g_strsplit (levels, "|", -1);
  guint n = g_strv_length (texts);
  double from = g_ascii_strtod (texts[g_rand_int_range (random, 0, (gint32) n)], NULL);
  double to = g_ascii_strtod (texts[g_rand_int_range (random, 0, (gint32) n)], NULL);

  return g_strdup_printf ("%.5f", from + (to - from) * g_rand_int_range (random, -8, 17) / 8.0);
}

static void
add_indicator (MouRegister *rows, gint64 agreement, guint number, GRand *random)
{
  const char *levels = level_sets[g_rand_int_range (random, 0, G_N_ELEMENTS (level_sets))];
  const char *kind = kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))];
  const char *gap = g_rand_boolean (random) ? "bridge" : "jump";
  gboolean past_is_score = !g_str_equal (kind, "linear") && !g_str_equal (kind, "stepped");
  g_autofree char *code = g_strdup_printf ("%u", number);
  g_autofree char *text = g_strdup_printf ("levels=%s;kind=%s;gap=%s;weight=%d", levels, kind, gap, g_rand_int_range (random, 0, 9));
  g_autofree char *value = past_is_score ? g_strdup_printf ("%.4f", g_rand_double_range (random, 0.5, 5.5)) : pick_value (levels, random);
  g_autofree char *past = g_strconcat ("past=", g_rand_int_range (random, 0, 9) == 0 ? "N/A" : value, NULL);

  criterion_fixture_add_result (rows, 0, criterion_fixture_add_indicator (rows, agreement, 0, code, text), past);
}

static MouAgreement *
create_agreement (guint32 seed)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  GRand *random = g_rand_new_with_seed (seed);
  gint64 agreement = fixture_add_agreement (rows);

  fixture_set (rows, agreement, "scale", scales[seed % G_N_ELEMENTS (scales)]);
  for (guint i = 0; i < N_INDICATORS; i++)
    add_indicator (rows, agreement, i + 1, random);
  g_rand_free (random);

  return mou_register_dup_agreement (rows, agreement);
}

/* NAN where the engine has no score; counts the scores compared. */
static guint
compare_leaves (const MouScoreDouble *scores, const MouEvaluation *exact, double *values)
{
  guint n_compared = 0;

  for (guint i = 0; i < mou_score_double_get_n_leaves (scores); i++)
    {
      const MouScore *score = mou_evaluation_get_score (exact, mou_score_double_get_node (scores, i));

      values[i] = (double) NAN;
      if (score->state != MOU_STATE_SCORED)
        continue;
      values[i] = mou_ratio_to_double (score->actual);
      g_assert_cmpfloat_with_epsilon (mou_score_double_score (scores, i, values[i]), mou_ratio_to_double (score->score), TOLERANCE);
      n_compared++;
    }

  return n_compared;
}

static void
test_agreement (void)
{
  guint n_compared = 0;

  for (guint32 seed = 0; seed < N_AGREEMENTS; seed++)
    {
      g_autoptr (MouAgreement) agreement = create_agreement (seed);
      g_autoptr (MouEvaluation) exact = mou_engine_evaluate_past (agreement, CRITERION_YEAR);
      g_autoptr (MouScoreDouble) scores = mou_score_double_new (agreement);
      g_autofree double *values = g_new (double, mou_score_double_get_n_leaves (scores));

      n_compared += compare_leaves (scores, exact, values);
      g_assert_nonnull (exact->total);
      g_assert_cmpfloat_with_epsilon (mou_score_double_get_total (scores, values), mou_ratio_to_double (exact->total), TOLERANCE);
    }

  g_assert_cmpuint (n_compared, >, N_AGREEMENTS * N_INDICATORS / 3);
}

/* What the engine scores must not be missing here. */
static void
test_leaves (void)
{
  for (guint32 seed = 0; seed < N_AGREEMENTS; seed++)
    {
      g_autoptr (MouAgreement) agreement = create_agreement (seed);
      g_autoptr (MouEvaluation) exact = mou_engine_evaluate_past (agreement, CRITERION_YEAR);
      g_autoptr (MouScoreDouble) scores = mou_score_double_new (agreement);
      guint n_scored = 0, n_found = 0;

      for (guint node = 0; node < mou_agreement_get_n_nodes (agreement); node++)
        n_scored += mou_evaluation_get_score (exact, node)->state == MOU_STATE_SCORED;
      for (guint i = 0; i < mou_score_double_get_n_leaves (scores); i++)
        n_found += mou_evaluation_get_score (exact, mou_score_double_get_node (scores, i))->state == MOU_STATE_SCORED;
      g_assert_cmpuint (n_found, ==, n_scored);
    }
}

static void
test_missing (void)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 agreement = fixture_add_agreement (rows);
  g_autoptr (MouAgreement) snapshot = NULL;
  g_autoptr (MouScoreDouble) scores = NULL;
  double values[] = { 3.5, (double) NAN };

  criterion_fixture_add_indicator (rows, agreement, 0, "1", "levels=1|2|3|4|5;weight=25");
  criterion_fixture_add_indicator (rows, agreement, 0, "2", "kind=score;weight=75");
  snapshot = mou_register_dup_agreement (rows, agreement);
  scores = mou_score_double_new (snapshot);

  g_assert_cmpfloat_with_epsilon (mou_score_double_get_total (scores, values), 3.5, TOLERANCE);
  values[1] = 9; /* held within the scale */
  g_assert_cmpfloat_with_epsilon (mou_score_double_get_total (scores, values), (25 * 3.5 + 75 * 5) / 100, TOLERANCE);
  values[0] = values[1] = (double) NAN;
  g_assert_true (isnan (mou_score_double_get_total (scores, values)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score-double/agrees-with-the-engine", test_agreement);
  g_test_add_func ("/score-double/leaves", test_leaves);
  g_test_add_func ("/score-double/missing", test_missing);

  return g_test_run ();
}
