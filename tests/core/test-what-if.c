/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What would be scored with other values, and that asking changes nothing. */

#include "criterion-fixture.h"

#include "mou-insight.h"
#include "mou-what-if.h"

typedef struct
{
  const char *name;
  gboolean backtest;
  const char *indicator, *result;
  const char *value;
  const char *score; /* "." when there is none */
} Case;

/* clang-format off */
static const Case cases[] = {
  { "linear", FALSE, "levels=1100|1150|1200|1250|1300", "value=1100", "1225", "7/2" },
  { "nothing-reported", FALSE, "levels=1100|1150|1200|1250|1300", ".", "1225", "7/2" },
  { "pending", FALSE, "levels=1|2|3|4|5", "state=pending", "4.5", "9/2" },
  { "not-applicable", FALSE, "levels=1|2|3|4|5", "state=not-applicable;reason=ยกเลิก", "4.5", "9/2" },
  { "stepped", FALSE, "kind=stepped;levels=1|2|3|4|5", "value=1", "3.9", "3" },
  { "variables-give-way", FALSE, "formula=a * 2;variable=a;levels=1|2|3|4|5", "var=a:2", "3.5", "7/2" },
  { "picked-level-gives-way", FALSE, "levels=1|2|3|4|“ดี”", "level=5", "2", "2" },
  { "judged", FALSE, "kind=judged", "level=2", "4.25", "17/4" },
  { "score", FALSE, "kind=score", "value=3", "4.1", "41/10" },
  { "outside-the-scale", FALSE, "kind=score", "value=3", "5.1", "." },
  { "gates-stay", FALSE, "kind=gated;levels=1|2|3|4|5;gate=1;gate=2;gate=3", "value=2;gate=1:1;gate=2:1;gate=3:0", "5", "2" },
  { "checklist", FALSE, "kind=checklist;item=20;item=80", "item=1:1", "85", "7/2" },
  { "past-linear", TRUE, "levels=1|2|3|4|5", "past=1.5", "3.5", "7/2" },
  { "past-blank", TRUE, "levels=1|2|3|4|5", ".", "3.5", "7/2" },
  { "past-pending", TRUE, "levels=1|2|3|4|5", "past=N/A", "3.5", "7/2" },
  { "past-gated-is-a-score", TRUE, "kind=gated;levels=10|20|30|40|50;gate=1", "past=2", "3.5", "7/2" },
  { "past-checklist-is-a-score", TRUE, "kind=checklist;item=100", "past=2", "3.5", "7/2" },
};
/* clang-format on */

static MouEvaluation *
create_base (MouRegister *rows, const Case *row, gint64 *indicator, gint64 *other)
{
  gint64 assessment, agreement = criterion_fixture_add_agreement (rows, "five-level", row->backtest, &assessment);

  *indicator = criterion_fixture_add_indicator (rows, agreement, 0, "1", row->indicator);
  criterion_fixture_add_result (rows, assessment, *indicator, row->result);
  *other = criterion_fixture_add_indicator (rows, agreement, 0, "2", "kind=score");
  criterion_fixture_add_result (rows, assessment, *other, row->backtest ? "past=4" : "value=4");

  return criterion_fixture_evaluate (rows);
}

static void
assert_exact (const MouRatio *ratio, const char *expected)
{
  g_autofree char *text = criterion_fixture_exact (ratio);

  g_assert_cmpstr (text, ==, expected);
}

/* The value that is said to be needed for a score is the one that has it. */
static void
assert_needed (const MouEvaluation *base, const char *score, MouDecimal value)
{
  g_autoptr (MouRatio) wanted = mou_ratio_new_from_text (score, NULL);
  g_autoptr (MouRatio) needed = NULL;

  g_assert_cmpint (mou_insight_invert (base, 0, wanted, &needed), ==, MOU_INVERSE_AT);
  g_assert_cmpint (mou_ratio_compare_decimal (needed, value), ==, 0);
}

static MouWhatIfValue
replace (gint64 indicator, const char *value)
{
  MouWhatIfValue replaced = { .indicator = indicator };

  g_assert_true (mou_decimal_parse (value, &replaced.value, NULL));
  return replaced;
}

/* The base and the snapshot may go before the answer does, and neither has changed. */
static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (MouRegister) rows = mou_register_new ();
  g_autoptr (MouEvaluation) answer = NULL;
  gint64 indicator, other;
  MouEvaluation *base = create_base (rows, row, &indicator, &other);
  MouWhatIfValue value = replace (indicator, row->value);
  g_autofree char *before = criterion_fixture_exact (base->total);
  g_auto (GStrv) reasons = NULL;

  answer = mou_what_if_evaluate (base, &value, 1);
  assert_exact (base->total, before);
  if (g_str_equal (row->score, "7/2"))
    assert_needed (base, row->score, value.value);
  mou_evaluation_unref (base);
  g_clear_pointer (&rows, mou_register_free);
  rows = mou_register_new ();

  assert_exact (mou_evaluation_get_score (answer, 0)->score, row->score);
  assert_exact (mou_evaluation_get_score (answer, 1)->score, "4");
  g_assert_cmpint (answer->assessment->kind, ==, MOU_ASSESSMENT_WHAT_IF);
  g_assert_cmpstr (answer->assessment->name, ==, "ผลประเมิน");
  reasons = mou_engine_explain (answer, 0);
  g_assert_nonnull (reasons[0]);
}

/* Replacing every result by itself is the same evaluation. */
static void
test_identity (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (MouRegister) rows = fixture_new_random (seed);
      GPtrArray *organisations = mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION);
      const MouRow *organisation = g_ptr_array_index (organisations, 0);
      GPtrArray *agreements = mou_register_get_children (rows, organisation->id, MOU_ENTITY_AGREEMENT);

      g_assert_cmpuint (agreements->len, >, 0);
      for (guint i = 0; i < agreements->len; i++)
        {
          g_autoptr (MouAgreement) agreement = mou_register_dup_agreement (rows, ((MouRow *) agreements->pdata[i])->id);
          g_autoptr (MouEvaluation) base = mou_engine_evaluate (agreement, mou_agreement_find_assessment (agreement, NULL));
          g_autoptr (MouEvaluation) answer = mou_what_if_evaluate (base, NULL, 0);
          g_autofree char *before = criterion_fixture_exact (base->total);

          assert_exact (answer->total, before);
          for (guint node = 0; node < mou_agreement_get_n_nodes (agreement); node++)
            g_assert_cmpint (mou_evaluation_get_score (answer, node)->state, ==, mou_evaluation_get_score (base, node)->state);
        }
    }
}

/* A question about an answer; the last of two values for one indicator counts. */
static void
test_chain (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 indicator, other;
  MouEvaluation *base = create_base (rows, row, &indicator, &other);
  const MouWhatIfValue first[] = { replace (indicator, "2"), replace (indicator, "3"), replace (12345, "3") };
  const MouWhatIfValue second[] = { replace (other, "5") };
  MouEvaluation *middle = mou_what_if_evaluate (base, first, G_N_ELEMENTS (first));
  g_autoptr (MouEvaluation) answer = mou_what_if_evaluate (middle, second, G_N_ELEMENTS (second));

  mou_evaluation_unref (base);
  mou_evaluation_unref (middle);
  assert_exact (mou_evaluation_get_score (answer, 0)->score, "3");
  assert_exact (mou_evaluation_get_score (answer, 1)->score, "5");
  assert_exact (answer->total, "4");
}

/* Nothing assessed: only what is given counts, and a deduction of the base still does. */
static void
test_no_assessment (void)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 assessment, agreement = criterion_fixture_add_agreement (rows, "five-level", FALSE, &assessment);
  MouWhatIfValue value = replace (criterion_fixture_add_indicator (rows, agreement, 0, "1", "levels=1|2|3|4|5"), "3.5");
  g_autoptr (MouAgreement) snapshot = NULL;
  g_autoptr (MouEvaluation) base = NULL, answer = NULL, deducted = NULL, lowered = NULL;

  criterion_fixture_add_indicator (rows, agreement, 0, "2", "kind=score");
  fixture_add (rows, MOU_ENTITY_DEDUCTION, assessment, "amount", "0.125", NULL);
  snapshot = mou_register_dup_agreement (rows, agreement);

  base = mou_engine_evaluate (snapshot, NULL);
  answer = mou_what_if_evaluate (base, &value, 1);
  assert_exact (answer->total, "7/2");
  g_assert_false (answer->complete);

  deducted = mou_engine_evaluate (snapshot, mou_agreement_find_assessment (snapshot, NULL));
  lowered = mou_what_if_evaluate (deducted, &value, 1);
  assert_exact (lowered->total, "27/8");
}

int
main (int argc, char **argv)
{
  static const Case present = { "chain", FALSE, "levels=1|2|3|4|5", "value=1", NULL, NULL };
  static const Case past = { "chain", TRUE, "levels=1|2|3|4|5", "past=1", NULL, NULL };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/what-if/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/what-if/identity", test_identity);
  g_test_add_data_func ("/what-if/chain", &present, test_chain);
  g_test_add_data_func ("/what-if/chain-of-the-past", &past, test_chain);
  g_test_add_func ("/what-if/no-assessment", test_no_assessment);

  return g_test_run ();
}
