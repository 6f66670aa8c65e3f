/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cheapest set of improvements: worked by hand, and against every set there is. */

#include "criterion-fixture.h"

#include "mou-improvement.h"
#include "mou-insight.h"
#include "mou-what-if.h"

#include <math.h>

#define MAX_INDICATORS 4

typedef struct
{
  const char *name;
  const char *indicators[MAX_INDICATORS]; /* "indicator : result" */
  const char *target;
  const char *expected; /* "code to", separated by commas; "!" when out of reach */
  const char *total;
  double cost;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "reached-already", { "weight=50;levels=1|2|3|4|5 : value=3", "weight=50;levels=1|2|3|4|5 : value=4" }, "7/2", "", "7/2", 0 },
  { "heavier-first", { "weight=40;levels=1|2|3|4|5 : value=3", "weight=60;levels=1|2|3|4|5 : value=3" }, "18/5", "2 4.00", "18/5", 0.25 },
  { "two-leaves", { "weight=40;levels=1|2|3|4|5 : value=3", "weight=60;levels=1|2|3|4|5 : value=3" }, "23/5",
    "1 4.00,2 5.00", "23/5", 0.75 },
  /* level 5 of the first is far: its short segments first, then the other's */
  { "unlike-segments", { "weight=50;levels=0|10|20|30|100 : value=20", "weight=50;levels=0|25|50|75|100 : value=50" }, "15/4",
    "1 30.00,2 62.50", "15/4", 0.225 },
  /* 3 to 4 is dear, 4 to 5 cheap: the steepest first step is the other's, but both steps of this one are cheaper */
  { "not-concave", { "weight=50;levels=0|10|20|60|61 : value=20", "weight=50;levels=0|30|80|90|100 : value=0" }, "3",
    "1 61.00", "3", 0.672131 },
  { "jump", { "weight=50;kind=stepped;levels=1|2|3|4|5 : value=1", "weight=50;levels=1|2|3|4|5 : value=1" }, "5/4",
    "2 1.50", "5/4", 0.125 },
  /* a jump is free from 95.9 on */
  { "jump-is-near", { "weight=50;levels=<96|-|96|98|100 : value=95.9", "weight=50;levels=1|2|3|4|5 : value=1" }, "2",
    "1 96.00", "2", 0.025 },
  { "beyond", { "weight=50;levels=94|96|98|100|>100 : value=100", "weight=50;kind=score : value=5" }, "5", "1 100.01", "5", 0.001667 },
  { "from-below-level-1", { "weight=100;levels=10|20|30|40|50 : value=0" }, "2", "1 20.00", "2", 0.5 },
  { "lower-is-better", { "weight=100;levels=29.12|28.12|27.12|26.00|25.50 : value=27.12" }, "7/2", "1 26.56", "7/2", 0.154696 },
  { "rounded-to-the-better", { "weight=100;decimals=0;levels=0|3|6|9|12 : value=6" }, "7/2", "1 8", "11/3", 0.166667 },
  { "judged-by-levels", { "weight=100;kind=judged : level=2" }, "5/2", "1 3.0000", "3", 0.25 },
  { "score", { "weight=100;kind=score : value=3.4" }, "7/2", "1 3.5000", "7/2", 0.025 },
  { "gates-limit", { "weight=50;kind=gated;levels=1|2|3|4|5;gate=1;gate=2;gate=3 : value=1;gate=1:1;gate=2:1;gate=3:0",
                     "weight=50;kind=score : value=5" }, "4", "!", "3", 0 },
  { "unreported-stays-out", { "weight=50;kind=score : value=3", "weight=50;kind=score : ." }, "4", "1 4.0000", "4", 0.25 },
  { "worded-top", { "weight=100;levels=1|2|3|4|“ดี” : value=3" }, "5", "!", "3", 0 },
  { "checklist", { "weight=100;kind=checklist;item=60;item=40 : item=1:1" }, "2", "1 70.00", "2", 0.25 },
  { "past", { "weight=100;kind=gated;levels=10|20|30|40|50;gate=1 : past=2" }, "5/2", "1 2.5000", "5/2", 0.125 },
};
/* clang-format on */

static MouRegister *
create_rows (const char *const *indicators, guint n, const char *scale)
{
  MouRegister *rows = mou_register_new ();
  gint64 assessment, agreement;

  agreement = criterion_fixture_add_agreement (rows, scale, strstr (indicators[0], ": past=") != NULL, &assessment);
  for (guint i = 0; i < n && indicators[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (indicators[i], " : ", 2);
      g_autofree char *code = g_strdup_printf ("%u", i + 1);

      criterion_fixture_add_result (rows, assessment, criterion_fixture_add_indicator (rows, agreement, 0, code, halves[0]), halves[1]);
    }

  return rows;
}

static char *
describe (const MouPortfolio *portfolio, const MouEvaluation *evaluation)
{
  g_autoptr (GString) text = g_string_new (portfolio->reachable ? NULL : "!");

  for (guint i = 0; i < portfolio->improvements->len; i++)
    {
      const MouImprovement *improvement = g_ptr_array_index (portfolio->improvements, i);
      const MouIndicator *indicator = mou_agreement_get_node (evaluation->agreement, improvement->node)->indicator;
      int places = indicator->kind == MOU_KIND_JUDGED || indicator->kind == MOU_KIND_SCORE || indicator->kind == MOU_KIND_GATED ? 4
                   : indicator->decimals >= 0 ? indicator->decimals
                                              : 2;
      g_autofree char *to = criterion_fixture_rounded (improvement->to, places);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "," : "", indicator->code, to);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (MouRegister) rows = create_rows (row->indicators, MAX_INDICATORS, "five-level");
  g_autoptr (MouEvaluation) evaluation = criterion_fixture_evaluate (rows);
  g_autoptr (MouRatio) target = mou_ratio_new_from_text (row->target, NULL);
  g_autoptr (MouPortfolio) portfolio = mou_improvement_find (evaluation, target, NULL, 0);
  g_autofree char *found = describe (portfolio, evaluation);
  g_autofree char *total = criterion_fixture_exact (portfolio->total);

  g_assert_cmpstr (found, ==, row->expected);
  g_assert_cmpstr (total, ==, row->total);
  g_assert_cmpfloat_with_epsilon (portfolio->cost, row->cost, 1e-5);
  g_assert_cmpint (portfolio->optimal, ==, portfolio->reachable);
}

static void
test_greatest (void)
{
  static const char *const indicators[] = { "weight=50;levels=1|2|3|4|“ดี” : value=3", "weight=50;kind=score : value=2", NULL };
  g_autoptr (MouRegister) rows = create_rows (indicators, 2, "five-level");
  g_autoptr (MouEvaluation) evaluation = criterion_fixture_evaluate (rows);
  g_autoptr (MouRatio) target = mou_ratio_new (5, 1);
  g_autoptr (MouPortfolio) portfolio = mou_improvement_find (evaluation, target, NULL, 0);
  g_autofree char *greatest = criterion_fixture_exact (portfolio->greatest);

  g_assert_false (portfolio->reachable);
  g_assert_cmpstr (greatest, ==, "9/2");
}

/* A price turns the choice round. */
static void
test_prices (void)
{
  static const char *const indicators[] = { "weight=40;kind=score : value=3", "weight=60;kind=score : value=3", NULL };
  g_autoptr (MouRegister) rows = create_rows (indicators, 2, "five-level");
  g_autoptr (MouEvaluation) evaluation = criterion_fixture_evaluate (rows);
  const MouImprovementPrice price = { fixture_get_indicator (rows, "2"), { 2, 0 } };
  g_autoptr (MouRatio) target = mou_ratio_new (17, 5);
  g_autoptr (MouPortfolio) portfolio = mou_improvement_find (evaluation, target, &price, 1);
  g_autofree char *found = describe (portfolio, evaluation);

  g_assert_cmpstr (found, ==, "1 4.0000");
  g_assert_cmpfloat_with_epsilon (portfolio->cost, 0.25, 1e-9);
}

/* Deductions of a leaf, of the total, and rounding before weighting: the engine's own total reaches the target. */
static void
test_deductions (void)
{
  static const char *const indicators[] = { "weight=30;levels=1|2|3|4|7 : value=2", "weight=70;kind=score : value=3.33335", NULL };
  g_autoptr (MouRegister) rows = create_rows (indicators, 2, "five-level");
  gint64 agreement = fixture_get_agreement (rows);
  gint64 assessment = ((MouRow *) mou_register_get_children (rows, agreement, MOU_ENTITY_ASSESSMENT)->pdata[0])->id;
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_get_indicator (rows, "1"));
  g_autoptr (MouRatio) target = mou_ratio_new (41, 10);
  g_autoptr (MouEvaluation) evaluation = NULL;
  g_autoptr (MouPortfolio) portfolio = NULL;

  fixture_set (rows, agreement, "rounding", "child4");
  fixture_add (rows, MOU_ENTITY_DEDUCTION, assessment, "indicator", first, "amount", "0.5", NULL);
  fixture_add (rows, MOU_ENTITY_DEDUCTION, assessment, "amount", "0.125", NULL);
  evaluation = criterion_fixture_evaluate (rows);
  portfolio = mou_improvement_find (evaluation, target, NULL, 0);

  g_assert_true (portfolio->reachable);
  g_assert_cmpint (mou_ratio_compare (portfolio->total, target), >=, 0);
  g_assert_cmpfloat_with_epsilon (mou_ratio_to_double (portfolio->total), 4.1, 2e-3);
}

/* --- every set there is --- */

static const char *const level_sets[] = {
  "10|20|30|40|50", "0|10|20|60|61", "100|60|59|58|10", "0|50|51|52|100", "<96|-|96|98|100", "1|-|3|-|5", "1|2|30|31|32",
};

typedef struct
{
  MouEvaluation *base;
  const MouRatio *target;
  guint n;
  double spans[MAX_INDICATORS], starts[MAX_INDICATORS];
  MouDecimal values[MAX_INDICATORS];
  double cheapest;
} Enumeration;

static const MouIndicator *
get_indicator (const MouEvaluation *evaluation, guint node)
{
  return mou_agreement_get_node (evaluation->agreement, node)->indicator;
}

static double
sum_costs (const Enumeration *self, guint except)
{
  double cost = 0;

  for (guint i = 0; i < self->n; i++)
    if (i != except)
      cost += fabs (mou_decimal_to_double (self->values[i]) - self->starts[i]) / self->spans[i];

  return cost;
}

/* Each leaf in turn is moved to where the total is exactly the target, the others standing on levels. */
static void
try_set (Enumeration *self)
{
  MouWhatIfValue values[MAX_INDICATORS];
  g_autoptr (MouEvaluation) evaluation = NULL;

  for (guint i = 0; i < self->n; i++)
    values[i] = (MouWhatIfValue){ get_indicator (self->base, i)->id, self->values[i] };
  evaluation = mou_what_if_evaluate (self->base, values, self->n);
  if (mou_ratio_compare (evaluation->total, self->target) >= 0)
    self->cheapest = MIN (self->cheapest, sum_costs (self, G_MAXUINT));

  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (MouRatio) value = NULL;
      MouInverse inverse = mou_insight_lift_total (evaluation, i, self->target, &value);
      double way = value != NULL ? mou_ratio_to_double (value) - self->starts[i] : 0;
      int direction = mou_levels_get_direction (&get_indicator (self->base, i)->levels);

      if (inverse == MOU_INVERSE_AT && way * direction > 0)
        self->cheapest = MIN (self->cheapest, sum_costs (self, i) + fabs (way) / self->spans[i]);
    }
}

static void
enumerate (Enumeration *self, guint leaf)
{
  const MouIndicator *indicator;
  MouDecimal start;
  int direction;

  if (leaf == self->n)
    {
      try_set (self);
      return;
    }

  indicator = get_indicator (self->base, leaf);
  direction = mou_levels_get_direction (&indicator->levels);
  start = self->values[leaf];
  enumerate (self, leaf + 1);
  for (int i = 0; i < indicator->levels.count; i++)
    if (indicator->levels.levels[i].kind == MOU_LEVEL_NUMERIC
        && direction * mou_decimal_compare (indicator->levels.levels[i].value, start) > 0)
      {
        self->values[leaf] = indicator->levels.levels[i].value;
        enumerate (self, leaf + 1);
      }
  self->values[leaf] = start;
}

static void
init_enumeration (Enumeration *self, MouEvaluation *base, const MouRatio *target, guint n)
{
  *self = (Enumeration){ .base = base, .target = target, .n = n, .cheapest = G_MAXDOUBLE };
  for (guint i = 0; i < n; i++)
    {
      const MouLevels *levels = &get_indicator (base, i)->levels;
      const MouResult *result = mou_assessment_get_result (base->assessment, get_indicator (base, i)->id);

      self->values[i] = result->value;
      self->starts[i] = mou_decimal_to_double (result->value);
      self->spans[i] = fabs (mou_decimal_to_double (levels->levels[4].value) - mou_decimal_to_double (levels->levels[0].value));
    }
}

static MouRegister *
create_random_rows (GRand *random, guint n)
{
  char *indicators[MAX_INDICATORS + 1] = { NULL };
  MouRegister *rows;

  for (guint i = 0; i < n; i++)
    {
      const char *levels = level_sets[g_rand_int_range (random, 0, G_N_ELEMENTS (level_sets))];

      indicators[i] = g_strdup_printf ("weight=%d;decimals=6;kind=%s;gap=%s;levels=%s : value=%d", g_rand_int_range (random, 1, 9),
                                       g_rand_int_range (random, 0, 4) == 0 ? "stepped" : "linear",
                                       g_rand_boolean (random) ? "jump" : "bridge", levels, g_rand_int_range (random, -5, 105));
    }
  rows = create_rows ((const char *const *) indicators, n, "five-level");
  for (guint i = 0; i < n; i++)
    g_free (indicators[i]);

  return rows;
}

static void
test_every_set (void)
{
  GRand *random = g_rand_new_with_seed (2567);
  guint n_found = 0;

  for (guint round = 0; round < 300; round++)
    {
      guint n = (guint) g_rand_int_range (random, 1, MAX_INDICATORS);
      g_autoptr (MouRegister) rows = create_random_rows (random, n);
      g_autoptr (MouEvaluation) evaluation = criterion_fixture_evaluate (rows);
      g_autoptr (MouRatio) target = mou_ratio_new (g_rand_int_range (random, 10, 51), 10);
      g_autoptr (MouPortfolio) portfolio = mou_improvement_find (evaluation, target, NULL, 0);
      Enumeration every;

      init_enumeration (&every, evaluation, target, n);
      enumerate (&every, 0);
      g_assert_cmpint (portfolio->reachable, ==, every.cheapest < G_MAXDOUBLE);
      if (!portfolio->reachable)
        continue;
      n_found += portfolio->improvements->len > 0;
      g_assert_true (portfolio->optimal);
      g_assert_cmpint (mou_ratio_compare (portfolio->total, target), >=, 0);
      g_assert_cmpfloat_with_epsilon (portfolio->cost, every.cheapest, 1e-5);
    }
  g_rand_free (random);
  g_assert_cmpuint (n_found, >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/improvement/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/improvement/greatest", test_greatest);
  g_test_add_func ("/improvement/prices", test_prices);
  g_test_add_func ("/improvement/deductions", test_deductions);
  g_test_add_func ("/improvement/every-set", test_every_set);

  return g_test_run ();
}
