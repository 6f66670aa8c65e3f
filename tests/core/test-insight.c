/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values needed, points to be had, and the criteria against the past. */

#include "criterion-fixture.h"

#include "mou-insight.h"

typedef struct
{
  MouRegister *rows;
  gint64 agreement;
  gint64 assessment;
  MouEvaluation *evaluation;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->rows = mou_register_new ();
  fixture->agreement = criterion_fixture_add_agreement (fixture->rows, "five-level", FALSE, &fixture->assessment);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->evaluation, mou_evaluation_unref);
  mou_register_free (fixture->rows);
}

static gint64
add (Fixture *fixture, const char *code, const char *indicator, const char *result)
{
  gint64 id = criterion_fixture_add_indicator (fixture->rows, fixture->agreement, 0, code, indicator);

  criterion_fixture_add_result (fixture->rows, fixture->assessment, id, result);
  return id;
}

static void
deduct (Fixture *fixture, gint64 indicator, const char *amount)
{
  g_autofree char *reference = indicator != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, indicator) : NULL;

  fixture_add (fixture->rows, MOU_ENTITY_DEDUCTION, fixture->assessment, "indicator", reference, "amount", amount, NULL);
}

static void
evaluate (Fixture *fixture)
{
  g_clear_pointer (&fixture->evaluation, mou_evaluation_unref);
  fixture->evaluation = criterion_fixture_evaluate (fixture->rows);
}

static void
assert_exact (const MouRatio *ratio, const char *expected)
{
  g_autofree char *text = criterion_fixture_exact (ratio);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_inverse (const MouEvaluation *evaluation, guint node, const char *score, MouInverse inverse, const char *expected)
{
  g_autoptr (MouRatio) wanted = mou_ratio_new_from_text (score, NULL);
  g_autoptr (MouRatio) value = NULL;

  g_assert_cmpint (mou_insight_invert (evaluation, node, wanted, &value), ==, inverse);
  assert_exact (value, expected);
}

static void
test_invert (Fixture *fixture, gconstpointer data)
{
  add (fixture, "1", "levels=1100|1150|1200|1250|1300", "value=1225");
  add (fixture, "2", "levels=29.12|28.12|27.12|26.00|25.50", "value=27.12");
  add (fixture, "3", "levels=94|96|98|100|>100", "value=98");
  add (fixture, "4", "kind=stepped;levels=1|2|3|4|5", "value=3");
  add (fixture, "5", "kind=gated;levels=1|2|3|4|5;gate=4", "value=2;gate=4:0");
  add (fixture, "6", "kind=score", "value=3");
  add (fixture, "7", "levels=1|2|2|3|4", "value=3");
  deduct (fixture, add (fixture, "8", "levels=1|2|3|4|5", "value=3"), "0.5");
  evaluate (fixture);

  assert_inverse (fixture->evaluation, 0, "7/2", MOU_INVERSE_AT, "1225");
  assert_inverse (fixture->evaluation, 0, "1", MOU_INVERSE_ANY, ".");
  assert_inverse (fixture->evaluation, 0, "11/2", MOU_INVERSE_NEVER, ".");
  assert_inverse (fixture->evaluation, 1, "7/2", MOU_INVERSE_AT, "664/25");
  assert_inverse (fixture->evaluation, 2, "5", MOU_INVERSE_BEYOND, "100");
  assert_inverse (fixture->evaluation, 2, "4", MOU_INVERSE_AT, "100");
  assert_inverse (fixture->evaluation, 3, "7/2", MOU_INVERSE_AT, "4");
  assert_inverse (fixture->evaluation, 4, "3", MOU_INVERSE_AT, "3");
  assert_inverse (fixture->evaluation, 4, "4", MOU_INVERSE_NEVER, ".");
  assert_inverse (fixture->evaluation, 5, "17/4", MOU_INVERSE_AT, "17/4");
  assert_inverse (fixture->evaluation, 6, "3", MOU_INVERSE_NEVER, ".");
  assert_inverse (fixture->evaluation, 7, "4", MOU_INVERSE_AT, "9/2");
  assert_inverse (fixture->evaluation, 7, "5", MOU_INVERSE_NEVER, ".");
}

/* On the percent scale everything before the target is in proportion; of a checklist the number is its percentage. */
static void
test_invert_percent (Fixture *fixture, gconstpointer data)
{
  fixture_set (fixture->rows, fixture->agreement, "scale", "percent");
  add (fixture, "1", "levels=40", "value=10");
  add (fixture, "2", "kind=checklist;item=20;item=80", "item=1:1");
  add (fixture, "3", "levels=0", "value=10");
  add (fixture, "4", "kind=judged", "level=0.5");
  evaluate (fixture);

  assert_inverse (fixture->evaluation, 0, "75", MOU_INVERSE_AT, "30");
  assert_inverse (fixture->evaluation, 1, "90", MOU_INVERSE_AT, "90");
  assert_inverse (fixture->evaluation, 2, "90", MOU_INVERSE_NEVER, ".");
  assert_inverse (fixture->evaluation, 3, "90", MOU_INVERSE_AT, "90");
}

/* Reporting the value that is said to be needed gives exactly that total. */
static void
test_lift_total (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MouRatio) gain = mou_ratio_new (1, 100);
  g_autoptr (MouRatio) total = NULL;
  g_autoptr (MouRatio) value = NULL;
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;
  gint64 first = add (fixture, "1", "weight=20;levels=1100|1150|1200|1250|1300", "value=1225");

  add (fixture, "2", "weight=60;kind=score", "value=3.4205");
  add (fixture, "3", "weight=20;kind=score", ".");
  deduct (fixture, 0, "0.125");
  evaluate (fixture);

  total = mou_ratio_add (fixture->evaluation->total, gain);
  g_assert_cmpint (mou_insight_lift_total (fixture->evaluation, 0, total, &value), ==, MOU_INVERSE_AT);
  assert_exact (value, "1227"); /* 0.01 × 80 ÷ 20 = 0.04 of a level of 50 */

  text = mou_ratio_to_text (value);
  key = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  fixture_set (fixture->rows, fixture_get_child (fixture->rows, fixture->assessment, MOU_ENTITY_RESULT, key), "value", text);
  evaluate (fixture);
  g_assert_true (mou_ratio_equal (fixture->evaluation->total, total));
}

/* An indicator that has no score yet would join the total. */
static void
test_lift_by_joining (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MouRatio) total = mou_ratio_new (4, 1);
  g_autoptr (MouRatio) value = NULL;

  add (fixture, "1", "weight=50;kind=score", "value=3.5");
  add (fixture, "2", "weight=50;kind=score", ".");
  add (fixture, "3", "weight=;kind=score", "value=2");
  evaluate (fixture);

  g_assert_cmpint (mou_insight_lift_total (fixture->evaluation, 1, total, &value), ==, MOU_INVERSE_AT);
  assert_exact (value, "9/2");
  g_clear_pointer (&value, mou_ratio_free);
  g_assert_cmpint (mou_insight_lift_total (fixture->evaluation, 2, total, &value), ==, MOU_INVERSE_NEVER);
}

static void
test_sensitivities (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint node;
    const char *open, *per_unit;
  } expected[] = {
    { 1, "21/50", "14/25" }, /* 14 % of 3 levels, each 0.25 long */
    { 0, "3/20", "1/500" },
    { 3, "1/10", "." },
    { 2, "0", "0" },
  };
  g_autoptr (GPtrArray) list = NULL;

  add (fixture, "1", "weight=10;levels=1100|1150|1200|1250|1300", "value=1225");
  add (fixture, "2", "weight=14;levels=30|29.75|29.5|29.25|29", "value=29.75");
  add (fixture, "3", "weight=10;levels=1|2|3|4|5", "value=7");
  add (fixture, "4", "weight=10;kind=score", "value=4");
  add (fixture, "5", "weight=10;kind=score", ".");
  evaluate (fixture);

  list = mou_insight_list_sensitivities (fixture->evaluation);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    {
      const MouSensitivity *sensitivity = g_ptr_array_index (list, i);

      g_assert_cmpuint (sensitivity->node, ==, expected[i].node);
      assert_exact (sensitivity->open, expected[i].open);
      assert_exact (sensitivity->per_unit, expected[i].per_unit);
    }
}

typedef struct
{
  FixtureIndicator indicator;
  gboolean readable;
  MouDifficulty expected;
} Past;

/* clang-format off */
static const Past pasts[] = {
  { { "1", "easy", "linear", NULL, "1", { "1", "2", "3", "4", "5" }, NULL, { "-", "4", "5", "N/A", "6" } },
    TRUE, { 3, 2, 3, TRUE, FALSE, TRUE, -2 } },
  { { "1", "hard", "linear", NULL, "1", { "10", "11", "12", "13", "14" }, NULL, { "8", "9", "10", NULL, "11.9" } },
    TRUE, { 4, 0, 0, FALSE, TRUE, TRUE, 1.367 } },
  { { "1", "lower is better", "linear", NULL, "1", { "9", "8", "7", "6", "5" }, NULL, { "10", "9", "8", "7", "6" } },
    TRUE, { 5, 0, 2, FALSE, FALSE, TRUE, 0.632 } },
  { { "1", "one year", "linear", NULL, "1", { "1", "2", "3", "4", "5" }, NULL, { NULL, NULL, NULL, NULL, "3" } },
    TRUE, { 1, 0, 1, FALSE, FALSE, FALSE, 0 } },
  { { "1", "never changed", "linear", NULL, "1", { "1", "2", "3", "4", "5" }, NULL, { "3", "3", "3", "3", "3" } },
    TRUE, { 5, 0, 5, FALSE, FALSE, FALSE, 0 } },
  { { "1", "scores", "score", NULL, "1", { NULL }, NULL, { "2.5", "2.5", "2.5", "3.5", "5" } },
    TRUE, { 5, 1, 2, TRUE, FALSE, TRUE, -0.183 } },
  { { "1", "nothing", "linear", NULL, "1", { "1", "2", "3", "4", "5" }, NULL, { "-", "-", "N/A", NULL, NULL } },
    FALSE, { 0 } },
};
/* clang-format on */

static void
assert_difficulty (const MouDifficulty *found, const MouDifficulty *expected)
{
  g_assert_cmpint (found->n_years, ==, expected->n_years);
  g_assert_cmpint (found->n_years_top, ==, expected->n_years_top);
  g_assert_cmpint (found->n_years_middle, ==, expected->n_years_middle);
  g_assert_cmpint (found->top_met_last_year, ==, expected->top_met_last_year);
  g_assert_cmpint (found->middle_never_met, ==, expected->middle_never_met);
  g_assert_cmpint (found->has_distance, ==, expected->has_distance);
  g_assert_cmpfloat_with_epsilon (found->distance, expected->distance, 0.001);
}

static void
test_difficulty (gconstpointer data)
{
  const Past *past = data;
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 agreement = fixture_add_agreement (rows);
  g_autoptr (MouAgreement) snapshot = NULL;
  MouDifficulty found;

  fixture_add_indicators (rows, agreement, &past->indicator, 1);
  snapshot = mou_register_dup_agreement (rows, agreement);
  g_assert_cmpint (mou_insight_read_difficulty (snapshot, 0, &found), ==, past->readable);
  assert_difficulty (&found, &past->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/insight/invert", Fixture, NULL, set_up, test_invert, tear_down);
  g_test_add ("/insight/invert-percent", Fixture, NULL, set_up, test_invert_percent, tear_down);
  g_test_add ("/insight/lift-total", Fixture, NULL, set_up, test_lift_total, tear_down);
  g_test_add ("/insight/lift-by-joining", Fixture, NULL, set_up, test_lift_by_joining, tear_down);
  g_test_add ("/insight/sensitivities", Fixture, NULL, set_up, test_sensitivities, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (pasts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/insight/difficulty/%s", pasts[i].indicator.name);

      g_test_add_data_func (path, &pasts[i], test_difficulty);
    }

  return g_test_run ();
}
