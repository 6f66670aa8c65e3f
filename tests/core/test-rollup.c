/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From leaves to groups and total: weights, the not-applicable policies, states, deductions, rounding (scoring.md section 4). */

#include "criterion-fixture.h"

#include <string.h>

#define N_ROWS 10

typedef struct
{
  const char *code; /* stands below the code without its last part */
  const char *indicator;
  const char *result;
  const char *state; /* what must come out; NULL: not looked at */
  const char *score; /* exact, or "." */
  const char *effective_weight;
  const char *weighted;
} Row;

typedef struct
{
  const char *name;
  const char *settings; /* "rounding=child4;not_applicable=block" */
  Row rows[N_ROWS];
  const char *deductions; /* "1.1=0.25;=0.125": of an indicator, or of the total */
  const char *total;      /* exact, or "." */
  const char *points;
  const char *evaluated_weight;
  gboolean complete;
} Card;

#define SCORE "kind=score;weight="
#define GROUP "kind=group;weight="

/* clang-format off */
static const Card cards[] = {
  { "published 5, 4, 3", ".",
    { { "1", "weight=5;levels=6490|6890|7290|7345|7400", "value=7391", "scored", "266/55", "5", "133/550" },
      { "2", SCORE "4", "value=3", "scored", "3", "4", "3/25" },
      { "3", SCORE "3", "value=4.425", "scored", "177/40", "3", "531/4000" } },
    NULL, "21761/5280", "21761/44000", "12", TRUE },
  { "published 2, 2, 1", ".",
    { { "1", SCORE "2", "value=3" }, { "2", SCORE "2", "value=3" }, { "3", SCORE "1", "value=5" } },
    NULL, "17/5", "17/100", "5", TRUE },
  { "groups of unequal depth average their leaves", ".",
    { { "1", GROUP "60", ".", "scored", "10/3", "60", "2" },
      { "1.1", SCORE "40", "value=3" },
      { "1.2", GROUP "20", ".", "scored", "4", "20", "4/5" },
      { "1.2.1", SCORE "10", "value=5" },
      { "1.2.2", SCORE "10", "value=3" },
      { "2", SCORE "40", "value=1" } },
    NULL, "12/5", "12/5", "100", TRUE },
  { "not reported and pending are left out, and the total is provisional", ".",
    { { "1", GROUP "50", ".", "scored", "4", "50", "6/5" },
      { "1.1", SCORE "30", "value=4", "scored", "4", "30", "6/5" },
      { "1.2", SCORE "20", ".", "not-reported", ".", "20", "." },
      { "2", GROUP "50", ".", "pending", ".", "50", "." },
      { "2.1", SCORE "50", "state=pending", "pending", ".", "50", "." } },
    NULL, "4", "6/5", "30", FALSE },
  { "a group of unlike states is not reported", ".",
    { { "1", GROUP "50", ".", "not-reported", ".", "50", "." },
      { "1.1", SCORE "30", "state=pending" },
      { "1.2", SCORE "20", "value=9", "error", ".", "20", "." } },
    NULL, ".", "0", "0", FALSE },
  { "not applicable within its group", ".",
    { { "1", GROUP "60", ".", "scored", "4", "60", "12/5" },
      { "1.1", SCORE "10", "state=not-applicable;reason=ไม่มีโครงการ", "not-applicable", ".", "0", "." },
      { "1.2", SCORE "20", "value=4", "scored", "4", "24", "24/25" },
      { "1.3", SCORE "30", "value=4", "scored", "4", "36", "36/25" },
      { "2", SCORE "40", "value=2", "scored", "2", "40", "4/5" } },
    NULL, "16/5", "16/5", "100", TRUE },
  { "a wholly not applicable group is itself not applicable, up to the roots", ".",
    { { "1", GROUP "60", ".", "not-applicable", ".", "0", "." },
      { "1.1", GROUP "60", ".", "not-applicable", ".", "0", "." },
      { "1.1.1", SCORE "20", "state=not-applicable" },
      { "1.1.2", SCORE "40", "state=not-applicable" },
      { "2", SCORE "40", "value=2", "scored", "2", "100", "2" } },
    NULL, "2", "2", "100", TRUE },
  { "shares multiply on the way down", ".",
    { { "1", GROUP "50", ".", "scored", "3", "100", "3" },
      { "1.1", SCORE "20", "value=3", "scored", "3", "100", "3" },
      { "1.2", SCORE "30", "state=not-applicable" },
      { "2", SCORE "50", "state=not-applicable", "not-applicable", ".", "0", "." } },
    NULL, "3", "3", "100", TRUE },
  { "shares of three levels meet in one leaf", ".",
    { { "1", GROUP "40", ".", "scored", "4", "80", "16/5" },
      { "1.1", GROUP "20", ".", "scored", "4", "80", "16/5" },
      { "1.1.1", SCORE "10", "value=4", "scored", "4", "80", "16/5" }, /* × 2 in 1.1, × 2 in 1, × 2 at the root */
      { "1.1.2", SCORE "10", "state=not-applicable" },
      { "1.2", SCORE "20", "state=not-applicable" },
      { "2", SCORE "10", "value=2", "scored", "2", "20", "2/5" },
      { "3", SCORE "50", "state=not-applicable" } },
    NULL, "18/5", "18/5", "100", TRUE },
  { "what is not reported still takes its share", ".",
    { { "1", GROUP "60", ".", "scored", "4", "60", "24/25" },
      { "1.1", SCORE "10", "state=not-applicable" },
      { "1.2", SCORE "20", "value=4", "scored", "4", "24", "24/25" },
      { "1.3", SCORE "30", ".", "not-reported", ".", "36", "." } },
    NULL, "4", "24/25", "24", FALSE },
  { "not applicable across the card", "not_applicable=across-card",
    { { "1", GROUP "60", ".", "scored", "4", "50", "2" },
      { "1.1", SCORE "10", "state=not-applicable", "not-applicable", ".", "0", "." },
      { "1.2", SCORE "50", "value=4", "scored", "4", "50", "2" },
      { "2", SCORE "40", "value=2" } },
    NULL, "28/9", "14/5", "90", TRUE },
  { "not applicable counts as the floor", "not_applicable=count-as-floor",
    { { "1", GROUP "60", ".", "scored", "7/2", "60", "21/10" },
      { "1.1", SCORE "10", "state=not-applicable", "not-applicable", "1", "10", "1/10" },
      { "1.2", SCORE "50", "value=4" },
      { "2", SCORE "40", "value=2" } },
    NULL, "29/10", "29/10", "100", TRUE },
  { "not applicable blocks the total", "not_applicable=block",
    { { "1", SCORE "60", "state=not-applicable", "not-applicable", ".", "0", "." },
      { "2", SCORE "40", "value=2", "scored", "2", "40", "4/5" } },
    NULL, ".", "4/5", "40", TRUE },
  { "block without anything not applicable", "not_applicable=block",
    { { "1", SCORE "60", "value=3" }, { "2", SCORE "40", "value=2" } },
    NULL, "13/5", "13/5", "100", TRUE },
  { "deductions of an indicator are taken once, and together", ".",
    { { "1", SCORE "50", "value=4", "scored", "13/4", "50", "13/8" }, { "2", SCORE "50", "value=2", "scored", "2", "50", "1" } },
    "1=0.5;1=0.25", "21/8", "21/8", "100", TRUE },
  { "a deduction stops at the floor", ".",
    { { "1", SCORE "50", "value=1.2", "scored", "1", "50", "1/2" }, { "2", SCORE "50", "value=2" } },
    "1=0.5", "3/2", "3/2", "100", TRUE },
  { "a deduction of the total leaves the points alone", ".",
    { { "1", SCORE "100", "value=4", "scored", "4", "100", "4" } },
    "=0.125", "31/8", "4", "100", TRUE },
  { "a deduction of the total stops at the floor", ".",
    { { "1", SCORE "100", "value=1.1" } },
    "=0.125", "1", "11/10", "100", TRUE },
  { "a deduction of a group lowers what it passes on", ".",
    { { "1", GROUP "50", ".", "scored", "7/2", "50", "7/4" },
      { "1.1", SCORE "25", "value=3", "scored", "3", "25", "3/4" },
      { "1.2", SCORE "25", "value=5" },
      { "2", SCORE "50", "value=2" } },
    "1=0.5", "11/4", "11/4", "100", TRUE },
  { "what has no score loses nothing", ".",
    { { "1", SCORE "50", ".", "not-reported", ".", "50", "." }, { "2", SCORE "50", "value=2" } },
    "1=0.5", "2", "1", "50", FALSE },
  { "full: thirds are kept", ".",
    { { "1", "weight=50;levels=0|3|6|9|12", "value=1", "scored", "4/3", "50", "2/3" },
      { "2", "weight=50;levels=0|3|6|9|12", "value=1" } },
    NULL, "4/3", "4/3", "100", TRUE },
  { "child4: thirds are rounded before they are weighted", "rounding=child4",
    { { "1", "weight=50;levels=0|3|6|9|12", "value=1", "scored", "4/3", "50", "13333/20000" },
      { "2", "weight=50;levels=0|3|6|9|12", "value=1" } },
    NULL, "13333/10000", "13333/10000", "100", TRUE },
  { "child4: after the deduction", "rounding=child4",
    { { "1", "weight=100;levels=0|3|6|9|12", "value=5", "scored", "159997/60000", "100", "13333/5000" } },
    "1=0.00005", "13333/5000", "13333/5000", "100", TRUE },
  { "the leaves' own weights count, whatever their group says", ".",
    { { "1", GROUP "90", ".", "scored", "3", "20", "3/5" },
      { "1.1", SCORE "10", "value=4" }, { "1.2", SCORE "10", "value=2" },
      { "2", SCORE "10", "value=3" } },
    NULL, "3", "9/10", "30", TRUE },
  { "a leaf without a weight is scored but does not count", ".",
    { { "1", "kind=score;weight=", "value=5", "scored", "5", ".", "." }, { "2", SCORE "10", "value=3" } },
    NULL, "3", "3/10", "10", TRUE },
  { "scored without weight: the group has no score", ".",
    { { "1", GROUP "0", ".", "not-reported", ".", "0", "." },
      { "1.1", SCORE "0", "value=5", "scored", "5", "0", "0" }, { "2", SCORE "10", "value=3" } },
    NULL, "3", "3/10", "10", TRUE },
  { "a group of errors", ".",
    { { "1", GROUP "10", ".", "error", ".", "10", "." }, { "1.1", SCORE "10", "value=7", "error", ".", "10", "." } },
    NULL, ".", "0", "0", FALSE },
  { "a deduction below zero is a bonus, up to the top", ".",
    { { "1", SCORE "50", "value=4.8", "scored", "5", "50", "5/2" }, { "2", SCORE "50", "value=2" } },
    "1=-0.5", "7/2", "7/2", "100", TRUE },
  { "weights beyond 64 bits", ".",
    { { "1", SCORE "999999999999999", "value=4" }, { "2", SCORE "0.000000001", "value=4" } },
    NULL, "4", "999999999999999000000001/25000000000", "999999999999999000000001/1000000000", TRUE },
  { "nothing at all", ".", { { "1", SCORE "10", "." } }, NULL, ".", "0", "0", FALSE },
};
/* clang-format on */

static gint64
find_group (MouRegister *rows, gint64 agreement, const char *code)
{
  const char *point = strrchr (code, '.');
  g_autofree char *above = point != NULL ? g_strndup (code, (gsize) (point - code)) : NULL;

  return above != NULL ? fixture_get_child (rows, agreement, MOU_ENTITY_INDICATOR, above) : 0;
}

static void
apply_settings (MouRegister *rows, gint64 agreement, const char *settings)
{
  g_auto (GStrv) pairs = g_strsplit (settings, ";", -1);

  for (guint i = 0; pairs[i] != NULL && !g_str_equal (pairs[i], "."); i++)
    {
      g_auto (GStrv) halves = g_strsplit (pairs[i], "=", 2);

      fixture_set (rows, agreement, halves[0], halves[1]);
    }
}

static void
add_deductions (MouRegister *rows, gint64 assessment, const char *deductions)
{
  g_auto (GStrv) pairs = g_strsplit (deductions != NULL ? deductions : "", ";", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (pairs[i], "=", 2);
      g_autofree char *indicator
          = halves[0][0] != '\0' ? g_strdup_printf ("%" G_GINT64_FORMAT, fixture_get_indicator (rows, halves[0])) : NULL;

      fixture_add (rows, MOU_ENTITY_DEDUCTION, assessment, "indicator", indicator, "amount", halves[1], "reason", "ปรับลดกรอบลงทุน", NULL);
    }
}

static MouEvaluation *
evaluate_card (const Card *card)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 assessment;
  gint64 agreement = criterion_fixture_add_agreement (rows, "five-level", FALSE, &assessment);

  apply_settings (rows, agreement, card->settings);
  for (const Row *row = card->rows; row < card->rows + N_ROWS && row->code != NULL; row++)
    {
      gint64 indicator
          = criterion_fixture_add_indicator (rows, agreement, find_group (rows, agreement, row->code), row->code, row->indicator);

      criterion_fixture_add_result (rows, assessment, indicator, row->result);
    }
  add_deductions (rows, assessment, card->deductions);

  return criterion_fixture_evaluate (rows);
}

static void
assert_exact (const MouRatio *ratio, const char *expected)
{
  g_autofree char *text = criterion_fixture_exact (ratio);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_row (const MouEvaluation *evaluation, const Row *row)
{
  int node = mou_agreement_find_code (evaluation->agreement, row->code);
  const MouScore *score;

  if (row->state == NULL)
    return;

  g_assert_cmpint (node, >=, 0);
  score = mou_evaluation_get_score (evaluation, (guint) node);
  g_assert_cmpstr (mou_score_state_key (score->state), ==, row->state);
  if (row->score == NULL)
    return;
  assert_exact (score->score, row->score);
  assert_exact (score->effective_weight, row->effective_weight);
  assert_exact (score->weighted, row->weighted);
}

static void
test_card (gconstpointer data)
{
  const Card *card = data;
  g_autoptr (MouEvaluation) evaluation = evaluate_card (card);
  g_auto (GStrv) sentences = mou_engine_explain_total (evaluation);

  for (const Row *row = card->rows; row < card->rows + N_ROWS && row->code != NULL; row++)
    assert_row (evaluation, row);
  assert_exact (evaluation->total, card->total);
  assert_exact (evaluation->points, card->points);
  assert_exact (evaluation->evaluated_weight, card->evaluated_weight);
  if (card->complete && g_str_equal (card->settings, "."))
    assert_exact (evaluation->weight, card->evaluated_weight);
  g_assert_cmpint (evaluation->complete, ==, card->complete);

  g_assert_cmpuint (g_strv_length (sentences), >=, 2);
  for (guint i = 0; sentences[i] != NULL; i++)
    g_test_message ("%s", sentences[i]);
}

/* The total does not depend on the order of siblings. */
static void
test_sibling_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autoptr (MouEvaluation) evaluation = evaluate_card (&cards[i]);
      Card turned = cards[i];
      g_autoptr (MouEvaluation) other = NULL;
      guint n_rows = 0;

      while (n_rows < N_ROWS && cards[i].rows[n_rows].code != NULL)
        n_rows++;
      for (guint j = 0; j + 1 < n_rows; j++)
        if (strlen (turned.rows[j].code) == strlen (turned.rows[j + 1].code) && strchr (turned.rows[j].code, '.') == NULL)
          {
            Row row = turned.rows[j];

            turned.rows[j] = turned.rows[j + 1];
            turned.rows[j + 1] = row;
          }
      other = evaluate_card (&turned);
      g_assert_cmpint (evaluation->total == NULL, ==, other->total == NULL);
      if (evaluation->total != NULL)
        g_assert_true (mou_ratio_equal (evaluation->total, other->total));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rollup/%s", cards[i].name);

      g_test_add_data_func (path, &cards[i], test_card);
    }
  g_test_add_func ("/rollup/sibling-order", test_sibling_order);

  return g_test_run ();
}
