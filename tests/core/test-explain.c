/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The trace says the score, and every equation in it holds: a person who recomputes from the sentences alone arrives at the same. */

#include "criterion-fixture.h"

#include "mou-explain.h"
#include "mou-formula.h"
#include "mou-rounding.h"

#include <string.h>

static char **
explain_first (const char *settings, const char *scale, const char *indicator, const char *result, const char *deduction)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  g_autoptr (MouEvaluation) evaluation = NULL;
  gint64 assessment, id;
  gint64 agreement = criterion_fixture_add_agreement (rows, scale, criterion_fixture_is_past (result), &assessment);
  g_autofree char *reference = NULL;

  if (settings != NULL)
    fixture_set (rows, agreement, "rounding", settings);
  id = criterion_fixture_add_indicator (rows, agreement, 0, "1", indicator);
  criterion_fixture_add_result (rows, assessment, id, result);
  reference = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  if (deduction != NULL)
    fixture_add (rows, MOU_ENTITY_DEDUCTION, assessment, "indicator", reference, "amount", deduction, "reason", "ล่าช้า", NULL);
  evaluation = criterion_fixture_evaluate (rows);

  return mou_engine_explain (evaluation, 0);
}

static void
assert_sentences (GStrv found, const char *const *wanted)
{
  for (guint i = 0; found[i] != NULL || wanted[i] != NULL; i++)
    {
      g_assert_cmpstr (found[i], ==, wanted[i]);
      if (found[i] == NULL)
        return;
    }
}

typedef struct
{
  const char *settings, *scale, *indicator, *result, *deduction;
  const char *sentences[9];
} Trace;

/* clang-format off */
static const Trace traces[] = {
  { NULL, "five-level", "levels=1100|1150|1200|1250|1300", "value=1225", NULL,
    { "Actual value: 1,225",
      "Levels: 1 = 1,100; 2 = 1,150; 3 = 1,200; 4 = 1,250; 5 = 1,300; higher is better",
      "Between level 3 (1,200) and level 4 (1,250): 3 + (1,225 − 1,200) ÷ 50 = 3.5000",
      "Weighted score: 10 × 3.5 ÷ 100 = 0.3500" } },
  { NULL, "five-level", "levels=29.12|28.12|27.12|26.00|25.50", "past=26.56", NULL,
    { "Result of 2566: 26.56",
      "Levels: 1 = 29.12; 2 = 28.12; 3 = 27.12; 4 = 26.00; 5 = 25.50; lower is better",
      "Between level 3 (27.12) and level 4 (26.00): 3 + (27.12 − 26.56) ÷ 1.12 = 3.5000",
      "Weighted score: 10 × 3.5 ÷ 100 = 0.3500" } },
  { NULL, "five-level", "levels=<96.0|-|96.0|98.0|100.00", "value=95.99", NULL,
    { "Actual value: 95.99",
      "Levels: 1 = <96.0; 3 = 96.0; 4 = 98.0; 5 = 100.00; higher is better",
      "95.99 does not reach level 3 (96.0), so it stays at level 1: 1",
      "Weighted score: 10 × 1 ÷ 100 = 0.1000" } },
  { "child4", "five-level", "levels=0|3|6|9|12;rebase=5>6", "value=2", "0.1",
    { "Actual value: 2",
      "Re-based: level 3 moved from 5 to 6, the other levels by as much (ค่า Ft)",
      "Levels: 1 = 1; 2 = 4; 3 = 7; 4 = 10; 5 = 13; higher is better",
      "Between level 1 (1) and level 2 (4): 1 + (2 − 1) ÷ 3 = 1.3333",
      "Deducted 0.1: ล่าช้า",
      "Deduction: 4/3 − 0.1, kept within 1 to 5: 1.2333",
      "The score is rounded to four places before it is weighted, as the agreement says",
      "Weighted score: 10 × 1.2333 ÷ 100 = 0.1233" } },
  { NULL, "five-level", "kind=gated;measure=1|2|3|4|5;gate=1;gate=2~", "value=4.5;gate=1:1;gate=2:0.8", NULL,
    { "Actual value: 4.5",
      "Levels: 1 = 1; 2 = 2; 3 = 3; 4 = 4; 5 = 5; higher is better",
      "Between level 4 (4) and level 5 (5): 4 + (4.5 − 4) ÷ 1 = 4.5000",
      "Gates: fulfilled up to level 1, and level 2 by 0.8 (pro rata): at most 1.8000",
      "The lower of number and gates counts: 1.8000",
      "Weighted score: 10 × 1.8 ÷ 100 = 0.1800" } },
  { NULL, "percent", "kind=checklist;item=20;item=30;item=40;item=10", "item=1:1;item=2:1;item=3:1;item=4:0.5", NULL,
    { "Weight × fulfilment of the items: (20 × 1 + 30 × 1 + 40 × 1 + 10 × 0.5) ÷ 100 × 100 = 95",
      "Levels: 1 = 100; higher is better",
      "In proportion to the target: 95 ÷ 100 × 100 = 95.0000",
      "Weighted score: 10 × 95 ÷ 100 = 9.5000" } },
  { NULL, "three-level", "levels=2.21|2.28|2.34", "value=2.33", NULL,
    { "Actual value: 2.33",
      "Levels: 1 = 2.21; 2 = 2.28; 3 = 2.34; higher is better",
      "Between level 2 (2.28) and level 3 (2.34): 75 + (2.33 − 2.28) ÷ 0.06 × 25 = 95.8333",
      "Level reached: standard",
      "Weighted score: 10 × 575/6 ÷ 100 = 9.5833" } },
  { NULL, "five-level", "kind=judged", "level=3.5;reason=แล้วเสร็จครึ่งหนึ่ง", NULL,
    { "The assessor gave 0.5 of level 4: 3 + 0.5 × (4 − 3) = 3.5000", "Reason: แล้วเสร็จครึ่งหนึ่ง", "Weighted score: 10 × 3.5 ÷ 100 = 0.3500" } },
  { NULL, "five-level", "kind=score", "past=N/A", NULL, { "Pending: there is no score, and it does not count as zero" } },
  { NULL, "five-level", "levels=1|2|2|3|4", "value=2", NULL,
    { "Error: Level 2 (2) and level 3 (2) break the order: the levels must rise, or fall, throughout" } },
};
/* clang-format on */

static void
test_trace (gconstpointer data)
{
  const Trace *trace = data;
  g_auto (GStrv) sentences = explain_first (trace->settings, trace->scale, trace->indicator, trace->result, trace->deduction);

  assert_sentences (sentences, trace->sentences);
}

static char *
strip_thousands (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (*c != ',' || !g_ascii_isdigit (c[1]))
      g_string_append_c (plain, *c);

  return g_string_free (plain, FALSE);
}

static const MouRatio *
look_up_nothing (const char *name, gpointer data)
{
  return NULL;
}

static MouRatio *
compute (const char *text)
{
  g_autofree char *plain = strip_thousands (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (MouFormula) formula = mou_formula_parse (plain, &error);
  MouRatio *result = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (mou_formula_evaluate (formula, look_up_nothing, NULL, &result, NULL), ==, MOU_FORMULA_OK);

  return result;
}

/* "words: left = right", the right rounded to as many places as it shows. */
static gboolean
assert_equation (const char *sentence)
{
  g_auto (GStrv) sides = g_strsplit (sentence, " = ", -1);
  guint n_sides = g_strv_length (sides);
  const char *colon, *left;
  g_autofree char *right = NULL;
  g_autofree char *rounded = NULL;
  g_autoptr (MouRatio) value = NULL;
  const char *point;

  if (n_sides < 2 || g_str_has_prefix (sentence, "Levels:"))
    return FALSE;

  left = sides[n_sides - 2];
  colon = g_strrstr (left, ": ");
  value = compute (colon != NULL ? colon + 2 : left);
  right = strip_thousands (sides[n_sides - 1]);
  right[strcspn (right, " ")] = '\0';
  point = strchr (right, '.');
  rounded = mou_rounding_to_text (value, point != NULL ? (int) strlen (point + 1) : 0);
  g_assert_cmpstr (rounded, ==, right);

  return TRUE;
}

static gboolean
mentions_score (GStrv sentences, const MouRatio *score)
{
  g_autofree char *four = mou_explain_score (score);
  g_autofree char *exact = mou_explain_exact (score);

  for (guint i = 0; sentences[i] != NULL; i++)
    if (strstr (sentences[i], four) != NULL || strstr (sentences[i], exact) != NULL)
      return TRUE;

  return FALSE;
}

static void
fill_random_card (MouRegister *rows, gint64 agreement, gint64 assessment)
{
  static const char *const indicators[]
      = { "levels=1100|1150|1200|1250|1300", "levels=9|8|5|4|1", "levels=-30|-20|0|7|11;gap=jump", "levels=<96|-|960|1100|>1200" };
  gint64 group = 0;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *code = g_strdup_printf ("%d", i + 1);
      g_autofree char *value = g_strdup_printf ("value=%d.%02d", g_test_rand_int_range (-40, 1400), g_test_rand_int_range (0, 100));
      const char *states[] = { value, value, value, ".", "state=not-applicable" };
      const char *indicator = indicators[g_test_rand_int_range (0, G_N_ELEMENTS (indicators))];
      gboolean heading = i % 5 == 0;
      gint64 id = criterion_fixture_add_indicator (rows, agreement, heading ? 0 : group, code, heading ? "kind=group" : indicator);

      if (heading)
        group = id;
      else
        criterion_fixture_add_result (rows, assessment, id, states[g_test_rand_int_range (0, G_N_ELEMENTS (states))]);
    }
}

/* Over random cards: every equation of every trace holds, and every score is said. */
static void
test_equations_hold (void)
{
  guint n_equations = 0;

  for (guint i = 0; i < 15; i++)
    {
      g_autoptr (MouRegister) rows = mou_register_new ();
      g_autoptr (MouEvaluation) evaluation = NULL;
      g_auto (GStrv) total = NULL;
      gint64 assessment;
      gint64 agreement = criterion_fixture_add_agreement (rows, i % 2 == 0 ? "five-level" : "rfd", FALSE, &assessment);

      fixture_set (rows, agreement, "rounding", i % 3 == 0 ? "child4" : "full");
      fill_random_card (rows, agreement, assessment);
      evaluation = criterion_fixture_evaluate (rows);
      for (guint node = 0; node < mou_agreement_get_n_nodes (evaluation->agreement); node++)
        {
          g_auto (GStrv) sentences = mou_engine_explain (evaluation, node);
          const MouRatio *score = mou_evaluation_get_score (evaluation, node)->score;

          for (guint s = 0; sentences[s] != NULL; s++)
            n_equations += assert_equation (sentences[s]) ? 1 : 0;
          g_assert_true (score == NULL || mentions_score (sentences, score));
        }
      total = mou_engine_explain_total (evaluation);
      n_equations += assert_equation (total[0]) ? 1 : 0;
    }
  g_assert_cmpuint (n_equations, >, 400);
}

/* Weights that do not add up are said, in the group and in the total. */
static void
test_weights_that_disagree (void)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  g_autoptr (MouEvaluation) evaluation = NULL;
  g_auto (GStrv) group_trace = NULL;
  g_auto (GStrv) total_trace = NULL;
  gint64 assessment, group;
  gint64 agreement = criterion_fixture_add_agreement (rows, "five-level", FALSE, &assessment);

  group = criterion_fixture_add_indicator (rows, agreement, 0, "1", "kind=group;weight=90");
  criterion_fixture_add_result (rows, assessment, criterion_fixture_add_indicator (rows, agreement, group, "1.1", "kind=score;weight=60"),
                                "value=4");
  evaluation = criterion_fixture_evaluate (rows);
  group_trace = mou_engine_explain (evaluation, 0);
  total_trace = mou_engine_explain_total (evaluation);
  assert_sentences (group_trace,
                    (const char *const[]){ "The weights of the indicators add up to 60, not to 90; the score is computed over their sum",
                                           "Σ(weight × score) ÷ Σ weight of what is scored: (60 × 4) ÷ 60 = 4.0000",
                                           "Its share of the total: 2.4000", NULL });
  assert_sentences (
      total_trace,
      (const char *const[]){ "Σ(weight × score) ÷ Σ weight of what is scored: (60 × 4) ÷ 60 = 4.0000", "Evaluated weight 60 of 60",
                             "The weights of the indicators add up to 60, not to 100; the score is computed over their sum", NULL });
}

/* What is not applicable but counts, what was shared out, and what a group lost. */
static void
test_policies (void)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  g_autoptr (MouEvaluation) shared = NULL;
  g_autoptr (MouEvaluation) floored = NULL;
  g_auto (GStrv) leaf = NULL;
  g_auto (GStrv) floor = NULL;
  g_auto (GStrv) heading = NULL;
  g_autofree char *reference = NULL;
  gint64 assessment, group;
  gint64 agreement = criterion_fixture_add_agreement (rows, "five-level", FALSE, &assessment);

  group = criterion_fixture_add_indicator (rows, agreement, 0, "1", "kind=group;weight=100");
  criterion_fixture_add_result (rows, assessment, criterion_fixture_add_indicator (rows, agreement, group, "1.1", "kind=score;weight=60"),
                                "value=4");
  criterion_fixture_add_result (rows, assessment, criterion_fixture_add_indicator (rows, agreement, group, "1.2", "kind=score;weight=40"),
                                "state=not-applicable;reason=ไม่มีโครงการ");
  reference = g_strdup_printf ("%" G_GINT64_FORMAT, group);
  fixture_add (rows, MOU_ENTITY_DEDUCTION, assessment, "indicator", reference, "amount", "0.5", NULL);

  shared = criterion_fixture_evaluate (rows);
  leaf = mou_engine_explain (shared, 1);
  assert_sentences (leaf,
                    (const char *const[]){ "Actual value: 4", "The value given is the score: 4.0000",
                                           "What is not applicable in 1 leaves its weight to the rest: weight × 1.666666667 (exactly 5/3)",
                                           "Weight as written 60, effective weight 100", "Weighted score: 100 × 4 ÷ 100 = 4.0000", NULL });
  heading = mou_engine_explain (shared, 0);
  assert_sentences (heading, (const char *const[]){ "Σ(weight × score) ÷ Σ weight of what is scored: (100 × 4) ÷ 100 = 4.0000",
                                                    "Deducted 0.5: no reason given", "Deduction: 4 − 0.5, kept within 1 to 5: 3.5000",
                                                    "Its share of the total: 3.5000", NULL });

  fixture_set (rows, agreement, "not_applicable", "count-as-floor");
  floored = criterion_fixture_evaluate (rows);
  floor = mou_engine_explain (floored, 2);
  assert_sentences (floor,
                    (const char *const[]){ "Not applicable: it counts with the floor of the scale, 1, as the agreement says (ไม่มีโครงการ)",
                                           "Weighted score: 40 × 1 ÷ 100 = 0.4000", NULL });
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *ratio, *number, *exact;
  } cases[] = {
    { "7/3", "2.333333333 (exactly 7/3)", "7/3" },
    { "5/2", "2.5", "2.5" },
    { "1234567", "1,234,567", "1,234,567" },
    { "-1/8", "-0.125", "-0.125" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouRatio) ratio = mou_ratio_new_from_text (cases[i].ratio, NULL);
      g_autofree char *number = mou_explain_number (ratio);
      g_autofree char *exact = mou_explain_exact (ratio);

      g_assert_cmpstr (number, ==, cases[i].number);
      g_assert_cmpstr (exact, ==, cases[i].exact);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    {
      g_autofree char *path = g_strdup_printf ("/explain/trace/%u", i);

      g_test_add_data_func (path, &traces[i], test_trace);
    }
  g_test_add_func ("/explain/numbers", test_numbers);
  g_test_add_func ("/explain/policies", test_policies);
  g_test_add_func ("/explain/weights-that-disagree", test_weights_that_disagree);
  g_test_add_func ("/explain/equations-hold", test_equations_hold);

  return g_test_run ();
}
