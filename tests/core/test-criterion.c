/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every kind on every scale against cases/criterion.tsv: state, exact score, four places, level and label. */

#include "criterion-fixture.h"

#include "mou-criterion.h"
#include "mou-interpolation.h"
#include "mou-rebase.h"

typedef enum
{
  NAME,
  SCALE,
  INDICATOR,
  RESULT,
  STATE,
  EXACT,
  FOUR,
  LEVEL,
  LABEL,
  N_COLUMNS
} Column;

static GPtrArray *
read_cases (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOU_TEST_CASES"), "criterion.tsv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && lines[i][0] != '\0')
      g_ptr_array_add (cases, g_strsplit (lines[i], "\t", -1));

  return cases;
}

static void
assert_score (const char *const *row, const MouScore *score)
{
  g_autofree char *exact = criterion_fixture_exact (score->score);
  g_autofree char *four = criterion_fixture_rounded (score->score, 4);
  g_autofree char *level = g_strdup_printf ("%d", score->level);

  g_assert_cmpstr (mou_score_state_key (score->state), ==, row[STATE]);
  g_assert_cmpstr (exact, ==, row[EXACT]);
  g_assert_cmpstr (four, ==, row[FOUR]);
  g_assert_cmpstr (level, ==, row[LEVEL]);
  g_assert_cmpstr (score->label != NULL ? score->label : ".", ==, row[LABEL]);
  if (score->state == MOU_STATE_ERROR)
    g_assert_nonnull (score->reason);
}

static void
test_case (gconstpointer data)
{
  const char *const *row = data;
  g_autoptr (MouRegister) rows = mou_register_new ();
  g_autoptr (MouEvaluation) evaluation = NULL;
  g_auto (GStrv) sentences = NULL;
  gint64 assessment;
  gint64 agreement = criterion_fixture_add_agreement (rows, row[SCALE], criterion_fixture_is_past (row[RESULT]), &assessment);
  gint64 indicator = criterion_fixture_add_indicator (rows, agreement, 0, "1", row[INDICATOR]);

  criterion_fixture_add_result (rows, assessment, indicator, row[RESULT]);
  evaluation = criterion_fixture_evaluate (rows);
  assert_score (row, mou_evaluation_get_score (evaluation, 0));

  sentences = mou_engine_explain (evaluation, 0);
  g_assert_cmpuint (g_strv_length (sentences), >, 0);
  for (guint i = 0; sentences[i] != NULL; i++)
    g_test_message ("%s", sentences[i]);
}

/* A criterion that can score nothing says so before anything is reported; one that can does not. */
static void
test_validate (void)
{
  static const struct
  {
    const char *scale;
    const char *indicator;
    gboolean usable;
  } cases[] = {
    { "five-level", "kind=linear;levels=1|2|3|4|5", TRUE },
    { "five-level", "kind=linear;levels=1|2|2|4|5", FALSE },
    { "five-level", "kind=stepped;levels=5|4|3|2|1", TRUE },
    { "five-level", "kind=stepped", FALSE },
    { "five-level", "kind=gated;measure=1|2|3|4|5;gate=1", TRUE },
    { "five-level", "kind=gated;gate=1", FALSE },
    { "five-level", "kind=checklist;item=1", TRUE },
    { "five-level", "kind=checklist", FALSE },
    { "three-level", "kind=checklist;item=1", FALSE },
    { "percent", "kind=linear;levels=-4", FALSE },
    { "five-level", "kind=judged", TRUE },
    { "five-level", "kind=score", TRUE },
    { "five-level", "kind=group", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouRegister) rows = mou_register_new ();
      gint64 assessment;
      gint64 agreement = criterion_fixture_add_agreement (rows, cases[i].scale, FALSE, &assessment);
      g_autoptr (MouAgreement) snapshot = NULL;
      g_autofree char *reason = NULL;

      criterion_fixture_add_indicator (rows, agreement, 0, "1", cases[i].indicator);
      snapshot = mou_register_dup_agreement (rows, agreement);
      reason = mou_criterion_validate (mou_agreement_get_node (snapshot, 0)->indicator, snapshot->scale);
      g_test_message ("%s: %s", cases[i].indicator, reason != NULL ? reason : "usable");
      g_assert_cmpint (reason == NULL, ==, cases[i].usable);
    }
}

/* The reason of an unusable row names the pair that breaks the order. */
static void
test_pair_is_named (void)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  g_autoptr (MouEvaluation) evaluation = NULL;
  gint64 assessment;
  gint64 agreement = criterion_fixture_add_agreement (rows, "five-level", FALSE, &assessment);
  gint64 indicator = criterion_fixture_add_indicator (rows, agreement, 0, "1.1", "levels=1100|1100|1200|1250|1300");
  const char *reason;

  criterion_fixture_add_result (rows, assessment, indicator, "value=1225");
  evaluation = criterion_fixture_evaluate (rows);
  reason = mou_evaluation_get_score (evaluation, 0)->reason;
  g_assert_nonnull (g_strstr_len (reason, -1, "Level 1 (1,100)"));
  g_assert_nonnull (g_strstr_len (reason, -1, "level 2 (1,100)"));
}

/* Random strictly monotone levels, some of them absent or open, on any scale and in either direction. */
static void
fill_random_levels (MouLevels *levels, const MouScale *scale, int direction)
{
  gint64 value = g_test_rand_int_range (-5000, 5000);

  *levels = (MouLevels){ .count = scale->level_count };
  for (int i = 0; i < levels->count; i++)
    {
      value += direction * g_test_rand_int_range (1, 400);
      levels->levels[i].kind = i > 0 && i < levels->count - 1 && g_test_rand_bit () ? MOU_LEVEL_ABSENT : MOU_LEVEL_NUMERIC;
      levels->levels[i].value = (MouDecimal){ value, 2 };
    }
  if (g_test_rand_bit () && levels->count > 1)
    levels->levels[0].op = direction > 0 ? MOU_OP_LESS : MOU_OP_GREATER;
  if (g_test_rand_bit () && levels->count > 1)
    levels->levels[levels->count - 1].op = direction > 0 ? MOU_OP_GREATER : MOU_OP_LESS;
}

static void
init_random_steps (MouInterpolation *steps)
{
  static const MouScaleKind kinds[] = { MOU_SCALE_FIVE_LEVEL, MOU_SCALE_THREE_LEVEL, MOU_SCALE_RFD };
  const MouScale *scale = mou_scale_get (kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))]);
  g_autofree char *reason = NULL;
  MouLevels levels;

  fill_random_levels (&levels, scale, g_test_rand_bit () ? 1 : -1);
  mou_interpolation_init (steps, &levels, scale, g_test_rand_bit () ? MOU_GAP_BRIDGE : MOU_GAP_JUMP, g_test_rand_int_range (0, 4) == 0,
                          &reason);
  g_assert_cmpstr (reason, ==, NULL);
}

static MouRatio *
score_at (const MouInterpolation *steps, MouDecimal actual)
{
  g_autoptr (MouRatio) exact = mou_ratio_new_from_decimal (actual);
  g_autoptr (MouRatio) typed_score = NULL;
  MouRatio *score;
  int level, typed_level;

  score = mou_interpolation_score (steps, exact, NULL, &level);
  typed_score = mou_interpolation_score (steps, exact, &actual, &typed_level);
  g_assert_true (mou_ratio_equal (score, typed_score));
  g_assert_cmpint (level, ==, typed_level);

  return score;
}

/* A better value never scores less, and no score leaves the scale; the 64-bit way agrees with the rational one. */
static void
test_monotone (void)
{
  for (guint i = 0; i < 300; i++)
    {
      MouInterpolation steps;
      g_autoptr (MouRatio) previous = NULL;
      MouDecimal actual = { 0, 2 };

      init_random_steps (&steps);
      actual.coefficient = -steps.direction * 8000;
      for (guint j = 0; j < 60; j++)
        {
          g_autoptr (MouRatio) score = score_at (&steps, actual);

          g_assert_cmpint (mou_ratio_compare_decimal (score, (MouDecimal){ steps.scale->floor, 0 }), >=, 0);
          g_assert_cmpint (mou_ratio_compare_decimal (score, (MouDecimal){ steps.scale->top, 0 }), <=, 0);
          if (previous != NULL)
            g_assert_cmpint (mou_ratio_compare (score, previous), >=, 0);
          g_clear_pointer (&previous, mou_ratio_free);
          previous = g_steal_pointer (&score);
          actual.coefficient += steps.direction * g_test_rand_int_range (1, 600);
        }
    }
}

/* Numbers of 18 digits: where 64 bits do not hold the arithmetic, the rational way takes over unnoticed. */
static void
test_large_numbers (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      MouLevels levels = { .count = 5 };
      MouInterpolation steps;
      g_autoptr (MouRatio) score = NULL;
      g_autofree char *reason = NULL;
      const MouScale *scale = mou_scale_get (g_test_rand_bit () ? MOU_SCALE_FIVE_LEVEL : MOU_SCALE_RFD);
      gint64 length = G_GINT64_CONSTANT (900719925474099);
      MouDecimal actual;

      for (int j = 0; j < 5; j++)
        {
          levels.levels[j].kind = MOU_LEVEL_NUMERIC;
          levels.levels[j].value = (MouDecimal){ (j - 2) * length, 9 };
        }
      g_assert_true (mou_interpolation_init (&steps, &levels, scale, MOU_GAP_BRIDGE, FALSE, &reason));
      actual = (MouDecimal){ g_test_rand_int_range (-2000, 2000) * length + g_test_rand_int_range (0, G_MAXINT32), 12 };
      score = score_at (&steps, actual);
      g_assert_cmpint (mou_ratio_compare_decimal (score, (MouDecimal){ scale->floor, 0 }), >=, 0);
      g_assert_cmpint (mou_ratio_compare_decimal (score, (MouDecimal){ scale->top, 0 }), <=, 0);
    }
}

static void
test_rebase (void)
{
  g_autoptr (GArray) rebases = g_array_new (FALSE, TRUE, sizeof (MouRebase));
  const MouRebase rebase = { .from = { 489, 1 }, .to = { 4943, 2 } };
  const MouRebase far = { .from = { -1, 0 }, .to = { G_MAXINT64, 0 } };
  MouLevels levels = { .count = 3 };
  MouLevels moved;

  levels.levels[0] = (MouLevel){ .kind = MOU_LEVEL_NUMERIC, .op = MOU_OP_LESS, .value = { 47, 0 } };
  levels.levels[2] = (MouLevel){ .kind = MOU_LEVEL_WORDED, .text = "ได้รับความเห็นชอบ" };
  g_assert_true (mou_levels_rebase (&levels, rebases, &moved));
  g_assert_true (mou_decimal_equal (moved.levels[0].value, (MouDecimal){ 47, 0 }));

  g_array_append_val (rebases, rebase);
  g_assert_true (mou_levels_rebase (&levels, rebases, &moved));
  g_assert_true (mou_decimal_equal (moved.levels[0].value, (MouDecimal){ 4753, 2 }));
  g_assert_cmpint (moved.levels[0].op, ==, MOU_OP_LESS);
  g_assert_cmpint (moved.levels[1].kind, ==, MOU_LEVEL_ABSENT);
  g_assert_cmpstr (moved.levels[2].text, ==, levels.levels[2].text);

  g_array_append_val (rebases, far);
  g_assert_false (mou_levels_rebase (&levels, rebases, &moved));
}

/* Inside a climbing segment the inverse of the score is the value again. */
static void
test_inverse_in_segment (void)
{
  guint n_checked = 0;

  for (guint i = 0; i < 500; i++)
    {
      MouInterpolation steps;

      init_random_steps (&steps);
      for (int s = 0; s + 1 < steps.n_steps; s++)
        {
          gint64 length = ABS (steps.steps[s + 1].value.coefficient - steps.steps[s].value.coefficient);
          MouDecimal actual = { steps.steps[s].value.coefficient + steps.direction * g_test_rand_int_range (1, (gint32) length + 1), 2 };
          g_autoptr (MouRatio) score = NULL;
          g_autoptr (MouRatio) value = NULL;

          if (!steps.steps[s].rises)
            continue;
          score = score_at (&steps, actual);
          g_assert_cmpint (mou_interpolation_invert (&steps, score, &value), ==, MOU_INVERSE_AT);
          g_assert_cmpint (mou_ratio_compare_decimal (value, actual), ==, 0);
          n_checked++;
        }
    }
  g_assert_cmpuint (n_checked, >, 300);
}

/* Whatever the score, the value the inverse gives reaches it, and the slightest step back does not. */
static void
test_inverse_is_sharp (void)
{
  for (guint i = 0; i < 500; i++)
    {
      MouInterpolation steps;
      g_autoptr (MouRatio) wanted = NULL;
      g_autoptr (MouRatio) value = NULL;
      g_autoptr (MouRatio) tiny = mou_ratio_new (1, G_GINT64_CONSTANT (1000000000));
      g_autoptr (MouRatio) better = NULL, worse = NULL, at = NULL, behind = NULL;
      MouInverse inverse;
      int level;

      init_random_steps (&steps);
      wanted = mou_ratio_new (g_test_rand_int_range (steps.scale->floor * 100 + 1, steps.scale->top * 100 + 1), 100);
      inverse = mou_interpolation_invert (&steps, wanted, &value);
      if (value == NULL)
        continue;
      better = steps.direction > 0 ? mou_ratio_add (value, tiny) : mou_ratio_subtract (value, tiny);
      worse = steps.direction > 0 ? mou_ratio_subtract (value, tiny) : mou_ratio_add (value, tiny);
      at = mou_interpolation_score (&steps, inverse == MOU_INVERSE_BEYOND ? better : value, NULL, &level);
      behind = mou_interpolation_score (&steps, inverse == MOU_INVERSE_BEYOND ? value : worse, NULL, &level);
      g_assert_cmpint (mou_ratio_compare (at, wanted), >=, 0);
      g_assert_cmpint (mou_ratio_compare (behind, wanted), <, 0);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) cases = NULL;

  g_test_init (&argc, &argv, NULL);
  cases = read_cases ();
  for (guint i = 0; i < cases->len; i++)
    {
      const char *const *row = g_ptr_array_index (cases, i);
      g_autofree char *path = g_strdup_printf ("/criterion/case/%03u %s", i + 1, row[NAME]);

      g_assert_cmpuint (g_strv_length ((GStrv) row), ==, N_COLUMNS);
      g_test_add_data_func (path, row, test_case);
    }
  g_test_add_func ("/criterion/validate", test_validate);
  g_test_add_func ("/criterion/pair-is-named", test_pair_is_named);
  g_test_add_func ("/criterion/monotone", test_monotone);
  g_test_add_func ("/criterion/large-numbers", test_large_numbers);
  g_test_add_func ("/criterion/rebase", test_rebase);
  g_test_add_func ("/criterion/inverse-in-segment", test_inverse_in_segment);
  g_test_add_func ("/criterion/inverse-is-sharp", test_inverse_is_sharp);

  return g_test_run ();
}
