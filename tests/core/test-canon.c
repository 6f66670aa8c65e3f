/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Canonical text says everything but ids, and says it in one way. */

#include "mou-canon.h"
#include "mou-engine.h"
#include "register-fixture.h"

static void
test_text (void)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 organisation
      = fixture_add (rows, MOU_ENTITY_ORGANISATION, 0, "name", "One", "abbreviation", "O/1", "fiscal_year_start_month", "10", NULL);
  gint64 agreement = fixture_add (rows, MOU_ENTITY_AGREEMENT, organisation, "fiscal_year", "2567", "title", "T", "status", "draft", "scale",
                                  "five-level", "vision", "a\nb\\c", NULL);
  gint64 group = fixture_add (rows, MOU_ENTITY_INDICATOR, agreement, "code", "1", "kind", "group", NULL);
  g_autofree char *group_text = g_strdup_printf ("%" G_GINT64_FORMAT, group);
  gint64 leaf = fixture_add (rows, MOU_ENTITY_INDICATOR, agreement, "code", "1.1", "kind", "linear", "group", group_text, NULL);
  g_autofree char *leaf_text = g_strdup_printf ("%" G_GINT64_FORMAT, leaf);
  gint64 assessment, result;
  g_autofree char *variable = NULL;
  g_autofree char *text = NULL;

  fixture_add (rows, MOU_ENTITY_MISSION, agreement, "text", "m", NULL);
  fixture_add (rows, MOU_ENTITY_LEVEL, leaf, "number", "2", "value", "2.0", NULL);
  fixture_add (rows, MOU_ENTITY_LEVEL, leaf, "number", "1", NULL);
  fixture_add (rows, MOU_ENTITY_MEASURE, leaf, NULL);
  variable = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_add (rows, MOU_ENTITY_VARIABLE, leaf, "name", "a", NULL));
  assessment = fixture_add (rows, MOU_ENTITY_ASSESSMENT, agreement, "name", "A", "kind", "self", "period", "year", NULL);
  result = fixture_add (rows, MOU_ENTITY_RESULT, assessment, "indicator", leaf_text, NULL);
  fixture_add (rows, MOU_ENTITY_RESULT_VARIABLE, result, "variable", variable, "value", "3", NULL);

  text = mou_canon_register_text (rows);
#define AGREEMENT "organisation=O\\/1/agreement=2567"
#define RESULT AGREEMENT "/assessment=A/result=indicator=1.1"
  g_assert_cmpstr (
      text, ==,
      "organisation=O\\/1\tname\tOne\n"
      "organisation=O\\/1\tabbreviation\tO/1\n"
      "organisation=O\\/1\tfiscal_year_start_month\t10\n" AGREEMENT "\tfiscal_year\t2567\n" AGREEMENT "\ttitle\tT\n" AGREEMENT
      "\tstatus\tdraft\n" AGREEMENT "\tscale\tfive-level\n" AGREEMENT "\tvision\ta\\nb\\\\c\n" AGREEMENT "/mission=1\ttext\tm\n" AGREEMENT
      "/indicator=1\tcode\t1\n" AGREEMENT "/indicator=1\tkind\tgroup\n" AGREEMENT "/indicator=1.1\tgroup\tindicator=1\n" AGREEMENT
      "/indicator=1.1\tcode\t1.1\n" AGREEMENT "/indicator=1.1\tkind\tlinear\n" AGREEMENT "/indicator=1.1/level=1\tnumber\t1\n" AGREEMENT
      "/indicator=1.1/level=2\tnumber\t2\n" AGREEMENT "/indicator=1.1/level=2\tvalue\t2.0\n" AGREEMENT
      "/indicator=1.1/measure=1\t\t\n" AGREEMENT "/indicator=1.1/variable=a\tname\ta\n" AGREEMENT "/assessment=A\tname\tA\n" AGREEMENT
      "/assessment=A\tkind\tself\n" AGREEMENT "/assessment=A\tperiod\tyear\n" RESULT "\tindicator\tindicator=1.1\n" RESULT
      "/result_variable=indicator=1.1/variable=a\tvariable\tindicator=1.1/variable=a\n" RESULT
      "/result_variable=indicator=1.1/variable=a\tvalue\t3\n");
}

static void
test_ids_do_not_matter (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (MouRegister) rows = fixture_new_random (seed);
      g_autoptr (MouRegister) others = mou_register_new ();
      g_autoptr (GPtrArray) changes = mou_register_difference (others, rows, FALSE);
      g_autofree char *left = mou_canon_register_text (rows);
      g_autofree char *right = NULL;

      for (guint i = 0; i < changes->len; i++)
        {
          const MouChange *change = g_ptr_array_index (changes, i);

          g_assert_null (mou_register_lookup (rows, change->after->id));
          mou_register_apply (others, change);
        }
      right = mou_canon_register_text (others);
      g_assert_cmpstr (left, ==, right);
    }
}

/* Any change of content changes the text. */
static void
test_changes_matter (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autofree char *before = mou_canon_register_text (rows);
  g_autofree char *moved_text = NULL;
  gint64 id = fixture_get_indicator (rows, "2.4");
  MouRow *row = mou_register_lookup (rows, id);
  g_autoptr (MouRow) moved = mou_row_with_ordinal (row, 0);
  g_autoptr (MouChange) change = mou_change_new (row, moved);
  g_autofree char *after = NULL;

  mou_register_apply (rows, change);
  moved_text = mou_canon_register_text (rows);
  g_assert_cmpstr (moved_text, !=, before);
  fixture_set (rows, fixture_get_child (rows, id, MOU_ENTITY_LEVEL, "4"), "value", "26.0");
  after = mou_canon_register_text (rows);
  g_assert_cmpstr (after, !=, moved_text);
}

static void
test_signed_scope (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  gint64 agreement = fixture_get_agreement (rows);
  g_autofree char *before = mou_canon_agreement_text (rows, agreement);
  g_autofree char *same = NULL;
  g_autofree char *other = NULL;

  fixture_set (rows, agreement, "status", "signed");
  fixture_add (rows, MOU_ENTITY_ASSESSMENT, agreement, "name", "A", "kind", "self", "period", "year", NULL);
  fixture_add (rows, MOU_ENTITY_PROJECT, agreement, "code", "P", "name", "Project", NULL);
  fixture_add (rows, MOU_ENTITY_SIGNING, agreement, "act", "signed", "date", "2023-09-28", "seal", "Q9W1D-FWF07-7YMGA-183F5", NULL);
  same = mou_canon_agreement_text (rows, agreement);
  g_assert_cmpstr (same, ==, before);

  fixture_set (rows, fixture_get_indicator (rows, "1.1"), "weight", "11");
  other = mou_canon_agreement_text (rows, agreement);
  g_assert_cmpstr (other, !=, before);
}

/* What people may do to the sample once 1.1 is reported; each must change the seal of the evaluation. */
static void
change_value (MouRegister *rows, gint64 assessment, gint64 result)
{
  fixture_set (rows, result, "value", "1271.46");
}

static void
change_narrative (MouRegister *rows, gint64 assessment, gint64 result)
{
  fixture_set (rows, result, "narrative", "Pipes were laid.");
}

static void
change_state (MouRegister *rows, gint64 assessment, gint64 result)
{
  fixture_set (rows, result, "state", "pending");
}

static void
change_evidence (MouRegister *rows, gint64 assessment, gint64 result)
{
  fixture_add (rows, MOU_ENTITY_EVIDENCE, result, "text", "Report 12", NULL);
}

static void
change_deduction (MouRegister *rows, gint64 assessment, gint64 result)
{
  fixture_add (rows, MOU_ENTITY_DEDUCTION, assessment, "amount", "0.01", NULL);
}

static void
change_name (MouRegister *rows, gint64 assessment, gint64 result)
{
  fixture_set (rows, assessment, "name", "B");
}

static void
change_weight (MouRegister *rows, gint64 assessment, gint64 result)
{
  fixture_set (rows, fixture_get_indicator (rows, "1.1"), "weight", "11");
}

static void
change_level (MouRegister *rows, gint64 assessment, gint64 result)
{
  fixture_set (rows, fixture_get_child (rows, fixture_get_indicator (rows, "1.2"), MOU_ENTITY_LEVEL, "3"), "value", "530001");
}

static void
change_rounding (MouRegister *rows, gint64 assessment, gint64 result)
{
  fixture_set (rows, fixture_get_agreement (rows), "rounding", "child4");
}

static void
change_policy (MouRegister *rows, gint64 assessment, gint64 result)
{
  fixture_set (rows, fixture_get_agreement (rows), "not_applicable", "across-card");
}

typedef void (*Change) (MouRegister *rows, gint64 assessment, gint64 result);

static const Change changes_of_evaluation[] = {
  change_value, change_narrative, change_state, change_evidence, change_deduction,
  change_name,  change_weight,    change_level, change_rounding, change_policy,
};

static gint64
add_assessment (MouRegister *rows)
{
  return fixture_add (rows, MOU_ENTITY_ASSESSMENT, fixture_get_agreement (rows), "name", "A", "kind", "self", "period", "year", NULL);
}

static gint64
add_result (MouRegister *rows, gint64 assessment, const char *code, const char *value)
{
  g_autofree char *indicator = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_get_indicator (rows, code));

  return fixture_add (rows, MOU_ENTITY_RESULT, assessment, "indicator", indicator, "value", value, NULL);
}

static char *
seal_evaluation (MouRegister *rows, gint64 assessment)
{
  g_autoptr (MouAgreement) agreement = mou_register_dup_agreement (rows, fixture_get_agreement (rows));
  g_autoptr (MouEvaluation) evaluation = mou_engine_evaluate (agreement, mou_agreement_get_assessment (agreement, assessment));
  g_autofree char *text = mou_canon_evaluation_text (rows, evaluation, NULL);

  return mou_canon_seal (text);
}

static void
test_evaluation_changes_matter (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i <= G_N_ELEMENTS (changes_of_evaluation); i++)
    {
      g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
      gint64 assessment = add_assessment (rows);
      gint64 result = add_result (rows, assessment, "1.1", "1271.47");

      if (i > 0)
        changes_of_evaluation[i - 1](rows, assessment, result);
      g_assert_true (g_hash_table_add (seen, seal_evaluation (rows, assessment)));
    }
}

/* Neither ids, nor the order in which results came in, nor what lies beside the evaluation. */
static void
test_evaluation_says_only_itself (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (MouRegister) others = fixture_new_sample (FALSE);
  gint64 assessment = add_assessment (rows), other = add_assessment (others);
  g_autofree char *before = NULL;
  g_autofree char *same = NULL;
  g_autofree char *after = NULL;

  add_result (rows, assessment, "1.1", "1271.47");
  add_result (rows, assessment, "1.2", "357300");
  before = seal_evaluation (rows, assessment);
  add_result (others, other, "1.2", "357300");
  add_result (others, other, "1.1", "1271.470");
  fixture_set (others, fixture_get_agreement (others), "status", "evaluated");
  fixture_add (others, MOU_ENTITY_ASSESSMENT, fixture_get_agreement (others), "name", "B", "kind", "plan", "period", "q1", NULL);
  fixture_add (others, MOU_ENTITY_PROJECT, fixture_get_agreement (others), "code", "P", "name", "Project", NULL);
  same = seal_evaluation (others, other);
  g_assert_cmpstr (same, !=, before); /* 1271.470 is typed otherwise than 1271.47 */
  fixture_set (others, ((MouRow *) g_ptr_array_index (mou_register_get_children (others, other, MOU_ENTITY_RESULT), 1))->id, "value",
               "1271.47");
  after = seal_evaluation (others, other);
  g_assert_cmpstr (after, ==, before);
}

static void
test_evaluation_text (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  gint64 assessment = add_assessment (rows);
  g_autoptr (MouAgreement) agreement = NULL;
  g_autoptr (MouEvaluation) evaluation = NULL;
  g_autofree char *scope = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *text = NULL;
  g_autofree char *head = NULL;

  add_result (rows, assessment, "1.1", "1271.47");
  agreement = mou_register_dup_agreement (rows, fixture_get_agreement (rows));
  evaluation = mou_engine_evaluate (agreement, mou_agreement_get_assessment (agreement, assessment));
  scope = mou_canon_agreement_text (rows, agreement->id);
  hash = mou_canon_hash (scope);
  text = mou_canon_evaluation_text (rows, evaluation, hash);
  head = g_strdup_printf ("format\tmou-evaluation-seal/1\norganisation\tกปน.\nfiscal_year\t2567\nagreement\t%s\nassessment\tA\n"
                          "scale\tfive-level\nrounding\tfull\nnot_applicable\twithin-group\n"
                          "assessment=A\tname\tA\nassessment=A\tkind\tself\nassessment=A\tperiod\tyear\n"
                          "assessment=A/result=indicator=1.1\tindicator\tindicator=1.1\n"
                          "assessment=A/result=indicator=1.1\tvalue\t1271.47\n"
                          "score\tindicator=1\tscored\t22147/5000\t22147/50000\n"
                          "score\tindicator=1.1\tscored\t22147/5000\t22147/50000\n"
                          "score\tindicator=1.2\tnot-reported\t\t\n",
                          hash);
  g_assert_true (g_str_has_prefix (text, head));
  g_assert_true (g_str_has_suffix (text, "\ntotal\tincomplete\t22147/5000\t22147/50000\n"));
}

static void
test_seal (void)
{
  g_autofree char *hash = mou_canon_hash ("abc");
  g_autofree char *seal = mou_canon_seal ("abc");

  g_assert_cmpstr (hash, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (seal, ==, "Q9W1D-FWF07-7YMGA-183F5");
}

static void
test_parse_seal (void)
{
  static const struct
  {
    const char *typed;
    const char *seal;
  } cases[] = {
    { "Q9W1D-FWF07-7YMGA-183F5", "Q9W1D-FWF07-7YMGA-183F5" },
    { "q9wld fwfO7 7ymga i83f5", "Q9W1D-FWF07-7YMGA-183F5" },
    { "Q9W1DFWF077YMGA183F5", "Q9W1D-FWF07-7YMGA-183F5" },
    { "Q9W1D-FWF07-7YMGA-183F", NULL },
    { "Q9W1D-FWF07-7YMGA-183F55", NULL },
    { "Q9W1D-FWF07-7YMGA-183FU", NULL },
    { "Q9W1D-FWF07-7YMGA-183F๕", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *seal = mou_canon_parse_seal (cases[i].typed);

      g_assert_cmpstr (seal, ==, cases[i].seal);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/canon/text", test_text);
  g_test_add_func ("/canon/ids", test_ids_do_not_matter);
  g_test_add_func ("/canon/changes", test_changes_matter);
  g_test_add_func ("/canon/signed-scope", test_signed_scope);
  g_test_add_func ("/canon/evaluation/changes", test_evaluation_changes_matter);
  g_test_add_func ("/canon/evaluation/only-itself", test_evaluation_says_only_itself);
  g_test_add_func ("/canon/evaluation/text", test_evaluation_text);
  g_test_add_func ("/canon/seal", test_seal);
  g_test_add_func ("/canon/parse-seal", test_parse_seal);

  return g_test_run ();
}
