/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole engine on the criteria of the Metropolitan Waterworks Authority for 2567, held against its results of 2566. */

#include "criterion-fixture.h"

#include "mou-rounding.h"

typedef struct
{
  const char *code;
  const char *kind;
  const char *weight;
  const char *levels[5];
  const char *past;
} Row;

/* clang-format off */
static const Row agreement_rows[] = {
  { "1", "group", "26", { NULL }, NULL },
  { "1.1", "linear", "10", { "1100", "1150", "1200", "1250", "1300" }, "1271.47" },
  { "1.2", "linear", "2", { "443500", "486750", "530000", "573250", "616500" }, "357300" },
  { "1.3", "linear", "4", { "1048", "1086", "1124", "1162", "1200" }, "1123.91" },
  { "1.4", "group", "5", { NULL }, NULL },
  { "1.4.1", "linear", "2.5", { "80", "85", "90", "95", "100" }, "100.00" },
  { "1.4.2", "linear", "2.5", { "80", "85", "90", "95", "100" }, "100.00" },
  { "1.5", "gated", "5", { NULL }, "5.0000" },
  { "2", "group", "34", { NULL }, NULL },
  { "2.1", "linear", "3", { "46.93", "47.93", "48.93", "49.93", "50.93" }, "50.53" },
  { "2.2", "group", "3", { NULL }, NULL },
  { "2.2.1", "linear", "1", { "<96.0", NULL, "96.0", "98.0", "100.00" }, "100.00" },
  { "2.2.2", "linear", "1", { "<96.0", NULL, "96.0", "98.0", "100.00" }, "100.00" },
  { "2.2.3", "linear", "1", { "<96.0", NULL, "96.0", "98.0", "100.00" }, "100.00" },
  { "2.3", "linear", "10", { "7.36", "7.41", "7.46", "7.65", "7.75" }, "7.56" },
  { "2.4", "linear", "14", { "29.12", "28.12", "27.12", "26.00", "25.50" }, "27.12" },
  { "2.5", "linear", "4", { "9", "13", "17", "21", "25" }, "17" },
  { "3", "group", "40", { NULL }, NULL },
  { "3.1", "score", "5", { NULL }, "N/A" },
  { "3.2", "score", "6", { NULL }, "N/A" },
  { "3.3", "score", "5", { NULL }, "N/A" },
  { "3.4", "score", "5", { NULL }, "N/A" },
  { "3.5", "score", "5", { NULL }, "N/A" },
  { "3.6", "score", "4", { NULL }, "N/A" },
  { "3.7", "score", "5", { NULL }, "N/A" },
  { "3.8", "score", "5", { NULL }, "N/A" },
};
/* clang-format on */

static const struct
{
  const char *code;
  const char *state;
  const char *score;
  const char *weighted;
  int level;
} expected[] = {
  { "1.1", "scored", "4.4294", "0.4429", 4 },
  { "1.2", "scored", "1.0000", "0.0200", 0 },
  { "1.3", "scored", "2.9976", "0.1199", 2 },
  { "1.4.1", "scored", "5.0000", "0.1250", 5 },
  { "1.5", "scored", "5.0000", "0.2500", 5 },
  { "2.1", "scored", "4.6000", "0.1380", 4 },
  { "2.2", "scored", "5.0000", "0.1500", 0 },
  { "2.3", "scored", "3.5263", "0.3526", 3 },
  { "2.4", "scored", "3.0000", "0.4200", 3 },
  { "2.5", "scored", "3.0000", "0.1200", 3 },
  { "3", "pending", ".", ".", 0 },
  { "3.1", "pending", ".", ".", 0 },
};

static FixtureIndicator
get_fixture_indicator (const Row *row)
{
  FixtureIndicator indicator = { .code = row->code, .name = row->code, .kind = row->kind, .weight = row->weight };

  for (guint i = 0; i < 5; i++)
    indicator.levels[i] = row->levels[i];
  indicator.history[4] = row->past;

  return indicator;
}

static MouEvaluation *
evaluate_waterworks (const char *rounding)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 assessment;
  gint64 agreement = criterion_fixture_add_agreement (rows, "five-level", TRUE, &assessment);

  fixture_set (rows, agreement, "rounding", rounding);
  for (guint i = 0; i < G_N_ELEMENTS (agreement_rows); i++)
    {
      FixtureIndicator indicator = get_fixture_indicator (&agreement_rows[i]);

      fixture_add_indicators (rows, agreement, &indicator, 1);
    }

  return criterion_fixture_evaluate (rows);
}

static void
assert_rounded (const MouRatio *ratio, const char *text)
{
  g_autofree char *rounded = criterion_fixture_rounded (ratio, MOU_SCORE_PLACES);

  g_assert_cmpstr (rounded, ==, text);
}

static void
assert_exact (const MouRatio *ratio, const char *text)
{
  g_autofree char *exact = criterion_fixture_exact (ratio);

  g_assert_cmpstr (exact, ==, text);
}

static void
test_backtest (void)
{
  g_autoptr (MouEvaluation) evaluation = evaluate_waterworks ("full");

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MouScore *score
          = mou_evaluation_get_score (evaluation, (guint) mou_agreement_find_code (evaluation->agreement, expected[i].code));

      g_test_message ("%s", expected[i].code);
      g_assert_cmpstr (mou_score_state_key (score->state), ==, expected[i].state);
      assert_rounded (score->score, expected[i].score);
      assert_rounded (score->weighted, expected[i].weighted);
      g_assert_cmpint (score->level, ==, expected[i].level);
    }

  assert_exact (evaluation->total, "2150303/570000");
  assert_rounded (evaluation->total, "3.7725");
  assert_rounded (evaluation->points, "2.2635");
  assert_exact (evaluation->evaluated_weight, "60");
  assert_exact (evaluation->weight, "100");
  g_assert_false (evaluation->complete);
  g_assert_false (evaluation->blocked);
}

/* 4.4294 × 10 + 2.9976 × 4 + 3.5263 × 10 instead of the exact scores. */
static void
test_backtest_child4 (void)
{
  g_autoptr (MouEvaluation) evaluation = evaluate_waterworks ("child4");

  assert_exact (evaluation->total, "1131737/300000");
}

/* The same back-test without an assessment for it, and one of a year in which nothing was reported. */
static void
test_evaluate_past (void)
{
  g_autoptr (MouEvaluation) assessed = evaluate_waterworks ("full");
  g_autoptr (MouEvaluation) past = mou_engine_evaluate_past (assessed->agreement, CRITERION_YEAR);
  g_autoptr (MouEvaluation) blank = mou_engine_evaluate_past (assessed->agreement, CRITERION_YEAR - 20);
  g_auto (GStrv) sentences = mou_engine_explain (past, 1);

  g_assert_true (mou_ratio_equal (past->total, assessed->total));
  g_assert_cmpstr (past->assessment->name, ==, "2566");
  g_assert_cmpstr (sentences[0], ==, "Result of 2566: 1,271.47");
  g_assert_null (blank->total);
}

static void
test_without_assessment (void)
{
  g_autoptr (MouEvaluation) before = evaluate_waterworks ("full");
  g_autoptr (MouEvaluation) evaluation = mou_engine_evaluate (before->agreement, NULL);

  g_assert_null (evaluation->total);
  g_assert_false (evaluation->complete);
  assert_exact (evaluation->evaluated_weight, "0");
  for (guint i = 0; i < mou_agreement_get_n_nodes (evaluation->agreement); i++)
    g_assert_cmpint (mou_evaluation_get_score (evaluation, i)->state, ==, MOU_STATE_NOT_REPORTED);
}

static void
test_empty_agreement (void)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  g_autoptr (MouEvaluation) evaluation = NULL;
  g_auto (GStrv) sentences = NULL;
  gint64 assessment;

  criterion_fixture_add_agreement (rows, "five-level", FALSE, &assessment);
  evaluation = criterion_fixture_evaluate (rows);
  sentences = mou_engine_explain_total (evaluation);
  g_assert_null (evaluation->total);
  g_assert_false (evaluation->complete);
  g_assert_cmpuint (g_strv_length (sentences), >, 0);
}

/* The evaluation keeps what it borrows from alive. */
static void
test_outlives_snapshot (void)
{
  MouEvaluation *evaluation = evaluate_waterworks ("full");
  MouEvaluation *other = mou_evaluation_ref (evaluation);

  mou_evaluation_unref (evaluation);
  g_assert_cmpstr (mou_agreement_get_node (other->agreement, 1)->indicator->code, ==, "1.1");
  assert_rounded (mou_evaluation_get_score (other, 1)->score, "4.4294");
  mou_evaluation_unref (other);
}

static void
test_state_words (void)
{
  for (MouScoreState state = MOU_STATE_SCORED; state <= MOU_STATE_ERROR; state++)
    {
      g_assert_nonnull (mou_score_state_key (state));
      g_assert_nonnull (mou_score_state_label (state));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/backtest", test_backtest);
  g_test_add_func ("/engine/backtest-child4", test_backtest_child4);
  g_test_add_func ("/engine/evaluate-past", test_evaluate_past);
  g_test_add_func ("/engine/without-assessment", test_without_assessment);
  g_test_add_func ("/engine/empty-agreement", test_empty_agreement);
  g_test_add_func ("/engine/outlives-snapshot", test_outlives_snapshot);
  g_test_add_func ("/engine/state-words", test_state_words);

  return g_test_run ();
}
