/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Snapshots: typed faithfully, in printed order, immutable, and sharing what an edit did not touch. */

#include "mou-agreement.h"
#include "register-fixture.h"

#include <string.h>

static const MouIndicator *
get_indicator (MouAgreement *agreement, const char *code)
{
  int node = mou_agreement_find_code (agreement, code);

  g_assert_cmpint (node, >=, 0);

  return mou_agreement_get_node (agreement, (guint) node)->indicator;
}

static MouAgreement *
dup_agreement (MouRegister *rows)
{
  MouAgreement *agreement = mou_register_dup_agreement (rows, fixture_get_agreement (rows));

  g_assert_nonnull (agreement);

  return agreement;
}

static char *
dup_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
assert_decimal (MouDecimal value, const char *expected)
{
  g_autofree char *text = mou_decimal_to_text (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_head (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (MouAgreement) agreement = dup_agreement (rows);

  g_assert_cmpstr (agreement->abbreviation, ==, "กปน.");
  g_assert_cmpint (agreement->fiscal_year_start_month, ==, 10);
  g_assert_cmpint (agreement->fiscal_year, ==, 2567);
  g_assert_cmpint ((int) agreement->scale->kind, ==, MOU_SCALE_FIVE_LEVEL);
  g_assert_cmpint ((int) agreement->rounding, ==, MOU_ROUNDING_FULL);
  g_assert_cmpint (agreement->copies, ==, 0);
  g_assert_cmpuint (agreement->parties->len, ==, 2);
  g_assert_cmpuint (agreement->notes->len, ==, 2);
  g_assert_cmpint (g_array_index (agreement->notes, MouNote, 1).number, ==, 4);
  g_assert_null (mou_register_dup_agreement (rows, fixture_get_indicator (rows, "1")));
}

static void
test_nodes (void)
{
  static const struct
  {
    const char *code;
    int parent, depth, end;
  } expected[] = {
    { "1", -1, 0, 3 },    { "1.1", 0, 1, 2 }, { "1.2", 0, 1, 3 }, { "2", -1, 0, 8 },  { "2.2", 3, 1, 6 },
    { "2.2.1", 4, 2, 6 }, { "2.3", 3, 1, 7 }, { "2.4", 3, 1, 8 }, { "3", -1, 0, 17 }, { "3.1", 8, 1, 10 },
  };
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (MouAgreement) agreement = dup_agreement (rows);

  g_assert_cmpuint (mou_agreement_get_n_nodes (agreement), ==, 17);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MouNode *node = mou_agreement_get_node (agreement, i);

      g_assert_cmpstr (node->indicator->code, ==, expected[i].code);
      g_assert_cmpint (node->parent, ==, expected[i].parent);
      g_assert_cmpint (node->depth, ==, expected[i].depth);
      g_assert_cmpint (node->end, ==, expected[i].end);
      g_assert_cmpint (mou_node_is_leaf (node, i), ==, expected[i].end == (int) i + 1);
      g_assert_cmpint (mou_agreement_find_id (agreement, node->indicator->id), ==, (int) i);
    }
  g_assert_cmpint (mou_agreement_find_code (agreement, "9"), ==, -1);
  g_assert_cmpint (mou_agreement_find_id (agreement, 1), ==, -1);
}

static void
test_indicator (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (MouAgreement) agreement = dup_agreement (rows);
  const MouIndicator *loss = get_indicator (agreement, "2.4");
  const MouHistory *past = mou_indicator_get_history (loss, 2566);

  g_assert_cmpstr (loss->unit, ==, "ร้อยละ");
  g_assert_true (loss->has_weight);
  assert_decimal (loss->weight, "14");
  g_assert_cmpint (loss->decimals, ==, -1);
  g_assert_cmpint ((int) loss->kind, ==, MOU_KIND_LINEAR);
  g_assert_cmpint (loss->levels.count, ==, 5);
  assert_decimal (loss->levels.levels[3].value, "26.00");
  g_assert_cmpstr (loss->levels.notation_text, ==, "+1/-1.12,-0.5");
  g_assert_true (loss->levels.notation_valid);
  g_assert_null (loss->measure);
  assert_decimal (past->value, "27.12");
  g_assert_true (past->provisional);
  g_assert_cmpint (past->note, ==, 1);
  g_assert_null (mou_indicator_get_history (loss, 2561));
  g_assert_false (get_indicator (agreement, "1")->levels.notation_valid);
}

static void
test_history_states (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (MouAgreement) agreement = NULL;
  const MouIndicator *enabler;
  gint64 id = fixture_get_indicator (rows, "3.1");

  fixture_add (rows, MOU_ENTITY_HISTORY, id, "year", "2561", "value", "0", NULL);
  agreement = dup_agreement (rows);
  enabler = get_indicator (agreement, "3.1");

  g_assert_cmpint (g_array_index (enabler->history, MouHistory, 0).year, ==, 2561);
  g_assert_cmpint ((int) mou_indicator_get_history (enabler, 2561)->state, ==, MOU_HISTORY_NUMBER);
  g_assert_cmpint ((int) mou_indicator_get_history (enabler, 2562)->state, ==, MOU_HISTORY_NO_DATA);
  g_assert_cmpint ((int) mou_indicator_get_history (enabler, 2566)->state, ==, MOU_HISTORY_PENDING);
}

static void
test_levels (void)
{
  static const struct
  {
    const char *levels[FIXTURE_N_LEVELS];
    int direction;
    const char *printed;
  } cases[] = {
    { { "1", "2", "3", "4", "5" }, 1, "1|2|3|4|5" },
    { { "5", "4", "3", "2", "1" }, -1, "5|4|3|2|1" },
    { { "<96.0", NULL, "96.0", "98.0", "100" }, 1, "<96.0||96.0|98.0|100.0" },
    { { ">4", NULL, "4", "3", "2" }, -1, ">4||4|3|2" },
    { { "1", "1", "3" }, 0, "1|1|3||" },
    { { "1", "3", "2" }, 0, "1|3|2||" },
    { { "1" }, 0, "1||||" },
    { { "<5", "5" }, 1, "<5|5|||" },
    { { "1", "2", "3", "4", "“approved”" }, 1, "1|2|3|4|“approved”" },
    { { "“plan”", "“done”" }, 0, "“plan”|“done”|||" },
    { { "1150.5", "1250" }, 1, "1,150.5|1,250.0|||" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouRegister) rows = mou_register_new ();
      FixtureIndicator indicator = { "1", NULL, "linear" };
      g_autoptr (MouAgreement) agreement = NULL;
      g_autoptr (GString) printed = g_string_new (NULL);
      const MouLevels *levels;
      int decimals = -1;

      memcpy (indicator.levels, cases[i].levels, sizeof indicator.levels);
      fixture_add_indicators (rows, fixture_add_agreement (rows), &indicator, 1);
      agreement = dup_agreement (rows);
      levels = &get_indicator (agreement, "1")->levels;
      g_assert_cmpint (mou_levels_get_direction (levels), ==, cases[i].direction);
      for (int n = 0; n < levels->count; n++)
        if (levels->levels[n].kind == MOU_LEVEL_NUMERIC)
          decimals = MAX (decimals, levels->levels[n].value.scale);
      for (int n = 0; n < levels->count; n++)
        {
          g_autofree char *text = mou_level_format (&levels->levels[n], decimals);

          g_string_append_printf (printed, "%s%s", n > 0 ? "|" : "", text);
        }
      g_assert_cmpstr (printed->str, ==, cases[i].printed);
    }
}

static gint64
add_gated (MouRegister *rows, gint64 agreement)
{
  gint64 gated = fixture_add (rows, MOU_ENTITY_INDICATOR, agreement, "code", "5", "kind", "gated", "weight", "5", "decimals", "4", "gap",
                              "jump", "formula", "a / b", "type", "outcome", NULL);
  gint64 measure = fixture_add (rows, MOU_ENTITY_MEASURE, gated, "unit", "แฟคเตอร์", "decimals", "5", "notation", "-/+1", NULL);

  fixture_add (rows, MOU_ENTITY_MEASURE_LEVEL, measure, "number", "2", "value", "1.06297", NULL);
  fixture_add (rows, MOU_ENTITY_GATE, gated, "level", "2", "text", "second", "pro_rata", "1", NULL);
  fixture_add (rows, MOU_ENTITY_GATE, gated, "level", "1", "text", "first", NULL);
  fixture_add (rows, MOU_ENTITY_ITEM, gated, "text", "item", "weight", "20", NULL);
  fixture_add (rows, MOU_ENTITY_VARIABLE, gated, "name", "a", "label", "A", NULL);
  fixture_add (rows, MOU_ENTITY_CONDITION, gated, "text", "condition", NULL);
  fixture_add (rows, MOU_ENTITY_STRATEGY, gated, "text", "strategy", NULL);
  fixture_add (rows, MOU_ENTITY_REBASE, gated, "from", "3", "to", "2.9", "reason", "tariff", "date", "2024-05-01", NULL);

  return gated;
}

static void
test_parts (void)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  g_autoptr (MouAgreement) agreement = NULL;
  const MouIndicator *gated;
  const MouRebase *rebase;

  add_gated (rows, fixture_add_agreement (rows));
  agreement = dup_agreement (rows);
  gated = get_indicator (agreement, "5");
  rebase = &g_array_index (gated->rebases, MouRebase, 0);

  g_assert_cmpint ((int) gated->kind, ==, MOU_KIND_GATED);
  g_assert_cmpint ((int) gated->gap, ==, MOU_GAP_JUMP);
  g_assert_cmpint (gated->decimals, ==, 4);
  g_assert_cmpstr (gated->measure->unit, ==, "แฟคเตอร์");
  assert_decimal (gated->measure->levels.levels[1].value, "1.06297");
  g_assert_true (gated->measure->levels.notation_valid);
  g_assert_cmpstr (g_array_index (gated->gates, MouGate, 0).text, ==, "first");
  g_assert_true (g_array_index (gated->gates, MouGate, 1).pro_rata);
  assert_decimal (g_array_index (gated->items, MouChecklistItem, 0).weight, "20");
  g_assert_cmpstr (g_array_index (gated->variables, MouVariable, 0).label, ==, "A");
  g_assert_cmpstr (g_array_index (gated->conditions, MouText, 0).text, ==, "condition");
  g_assert_cmpstr (g_array_index (gated->strategies, MouText, 0).text, ==, "strategy");
  assert_decimal (rebase->to, "2.9");
  g_assert_cmpstr (rebase->date, ==, "2024-05-01");
}

static void
test_assessments (void)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 id = fixture_add_agreement (rows);
  gint64 gated = add_gated (rows, id);
  gint64 other = fixture_add (rows, MOU_ENTITY_INDICATOR, id, "code", "6", "kind", "linear", NULL);
  g_autofree char *gated_text = dup_id (gated);
  g_autofree char *other_text = dup_id (other);
  g_autofree char *gate = dup_id (fixture_get_child (rows, gated, MOU_ENTITY_GATE, "2"));
  gint64 assessment = fixture_add (rows, MOU_ENTITY_ASSESSMENT, id, "name", "q1", "kind", "committee", "period", "q1", NULL);
  gint64 result = fixture_add (rows, MOU_ENTITY_RESULT, assessment, "indicator", gated_text, NULL);
  g_autoptr (MouAgreement) before = dup_agreement (rows);
  g_autoptr (MouAgreement) after = NULL;
  const MouAssessment *typed = mou_agreement_find_assessment (before, "q1");

  g_assert_cmpint ((int) typed->kind, ==, MOU_ASSESSMENT_COMMITTEE);
  g_assert_cmpint ((int) mou_assessment_get_result (typed, gated)->state, ==, MOU_RESULT_NOT_REPORTED);
  g_assert_null (mou_assessment_get_result (typed, other));

  fixture_add (rows, MOU_ENTITY_RESULT_GATE, result, "gate", gate, "fulfilled", "0.8", NULL);
  fixture_add (rows, MOU_ENTITY_RESULT, assessment, "indicator", other_text, "state", "not-applicable", "reason", "closed", NULL);
  fixture_add (rows, MOU_ENTITY_DEDUCTION, assessment, "amount", "0.125", "reason", "cut", NULL);
  fixture_add (rows, MOU_ENTITY_ASSESSMENT, id, "name", "back", "kind", "backtest", "period", "year", "history_year", "2566", NULL);
  after = dup_agreement (rows);
  typed = mou_agreement_get_assessment (after, assessment);

  g_assert_cmpint ((int) mou_assessment_get_result (typed, gated)->state, ==, MOU_RESULT_REPORTED);
  assert_decimal (g_array_index (mou_assessment_get_result (typed, gated)->gates, MouResultPart, 0).value, "0.8");
  g_assert_cmpint ((int) mou_assessment_get_result (typed, other)->state, ==, MOU_RESULT_NOT_APPLICABLE);
  g_assert_cmpuint (typed->deductions->len, ==, 1);
  g_assert_cmpint (mou_agreement_find_assessment (after, NULL)->history_year, ==, 2566);
  g_assert_null (mou_agreement_find_assessment (after, "none"));
  g_assert_cmpuint (g_hash_table_size (mou_agreement_find_assessment (before, "q1")->results), ==, 1);
}

/* Every kind of edit must be seen in the next snapshot, leave the last one as it was, and rebuild one indicator only. */
static void
test_sharing (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (MouAgreement) before = dup_agreement (rows);
  g_autoptr (MouAgreement) after = NULL;
  gint64 id = fixture_get_indicator (rows, "2.4");

  fixture_set (rows, fixture_get_child (rows, id, MOU_ENTITY_LEVEL, "4"), "value", "25.99");
  after = dup_agreement (rows);

  assert_decimal (get_indicator (before, "2.4")->levels.levels[3].value, "26.00");
  assert_decimal (get_indicator (after, "2.4")->levels.levels[3].value, "25.99");
  for (guint i = 0; i < mou_agreement_get_n_nodes (after); i++)
    {
      const MouIndicator *old = mou_agreement_get_node (before, i)->indicator;
      const MouIndicator *new = mou_agreement_get_node (after, i)->indicator;

      g_assert_true ((old == new) == (new->id != id));
    }
}

static void
test_edits_are_seen (void)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 agreement = fixture_add_agreement (rows);
  gint64 gated = add_gated (rows, agreement);
  const MouRow *measure = g_ptr_array_index (mou_register_get_children (rows, gated, MOU_ENTITY_MEASURE), 0);
  gint64 level = fixture_get_child (rows, measure->id, MOU_ENTITY_MEASURE_LEVEL, "2");
  g_autoptr (MouAgreement) first = dup_agreement (rows);
  g_autoptr (MouAgreement) second = NULL;
  g_autoptr (MouAgreement) third = NULL;

  fixture_set (rows, level, "value", "2");
  second = dup_agreement (rows);
  assert_decimal (get_indicator (second, "5")->measure->levels.levels[1].value, "2");

  fixture_remove (rows, level);
  fixture_set (rows, agreement, "scale", "three-level");
  third = dup_agreement (rows);
  g_assert_cmpint ((int) get_indicator (third, "5")->measure->levels.levels[1].kind, ==, MOU_LEVEL_ABSENT);
  g_assert_cmpint (get_indicator (third, "5")->levels.count, ==, 3);
  g_assert_cmpint (get_indicator (first, "5")->levels.count, ==, 5);
}

/* The strings of a snapshot live as long as it does, whatever becomes of the register. */
static void
test_outlives_register (void)
{
  MouRegister *rows = fixture_new_sample (FALSE);
  g_autoptr (MouAgreement) agreement = dup_agreement (rows);
  g_autoptr (MouAgreement) same = mou_agreement_ref (agreement);

  mou_register_free (rows);
  g_assert_cmpstr (get_indicator (same, "2.2.1")->name, ==, "ด้านกายภาพ");
  g_assert_cmpstr (agreement->organisation, ==, "การประปานครหลวง");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agreement/head", test_head);
  g_test_add_func ("/agreement/nodes", test_nodes);
  g_test_add_func ("/agreement/indicator", test_indicator);
  g_test_add_func ("/agreement/history-states", test_history_states);
  g_test_add_func ("/agreement/levels", test_levels);
  g_test_add_func ("/agreement/parts", test_parts);
  g_test_add_func ("/agreement/assessments", test_assessments);
  g_test_add_func ("/agreement/sharing", test_sharing);
  g_test_add_func ("/agreement/edits-are-seen", test_edits_are_seen);
  g_test_add_func ("/agreement/outlives-register", test_outlives_register);

  return g_test_run ();
}
