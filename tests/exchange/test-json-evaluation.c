/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Evaluations and findings as JSON: every key that the format names, with the published results of the sample. */

#include "exchange-fixture.h"
#include "mou-json-evaluation.h"

#include <json-glib/json-glib.h>

static JsonNode *
parse_tree (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (text, "}\n"));

  return node;
}

static JsonNode *
write_tree (const MouEvaluation *evaluation)
{
  g_autofree char *text = mou_json_evaluation_write (evaluation, "7KQ2M-0ZC4T-5XW1E-9RBNH");

  return parse_tree (text);
}

static JsonObject *
find_indicator (JsonNode *root, const char *code)
{
  JsonArray *indicators = json_object_get_array_member (json_node_get_object (root), "indicators");

  for (guint i = 0; i < json_array_get_length (indicators); i++)
    {
      JsonObject *indicator = json_array_get_object_element (indicators, i);

      if (g_str_equal (json_object_get_string_member (indicator, "code"), code))
        return indicator;
    }

  g_assert_not_reached ();
}

static void
assert_keys (JsonObject *object, const char *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  JsonObjectIter iterator;
  const char *key;

  json_object_iter_init_ordered (&iterator, object);
  while (json_object_iter_next_ordered (&iterator, &key, NULL))
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", key);
  g_assert_cmpstr (keys->str, ==, expected);
}

static const struct
{
  const char *code, *actual, *score, *state;
} published[] = {
  { "1.1", "1271.47", "4.4294", "scored" }, { "1.2", "357300", "1.0000", "scored" }, { "1.3", "1123.91", "2.9976", "scored" },
  { "2.1", "50.53", "4.6000", "scored" },   { "2.3", "7.56", "3.5263", "scored" },   { "2.4", "27.12", "3.0000", "scored" },
  { "2.5", "17", "3.0000", "scored" },      { "3.4", NULL, NULL, "pending" },
};

static void
test_sample_has_the_published_scores (void)
{
  g_autoptr (MouEvaluation) evaluation = exchange_fixture_evaluate_sample ("mwa-2567.json");
  g_autoptr (JsonNode) root = write_tree (evaluation);
  JsonObject *top = json_node_get_object (root);
  JsonObject *total = json_object_get_object_member (top, "total");

  assert_keys (top, "format organisation fiscal_year assessment seal scale rounding total indicators deductions");
  g_assert_cmpstr (json_object_get_string_member (top, "format"), ==, "mou-evaluation/1");
  g_assert_cmpint (json_object_get_int_member (top, "fiscal_year"), ==, 2567);
  g_assert_cmpstr (json_object_get_string_member (top, "seal"), ==, "7KQ2M-0ZC4T-5XW1E-9RBNH");
  g_assert_cmpstr (json_object_get_string_member (top, "scale"), ==, "five-level");
  g_assert_cmpstr (json_object_get_string_member (top, "rounding"), ==, "full");
  assert_keys (total, "score exact points evaluated_weight weight complete");
  g_assert_cmpstr (json_object_get_string_member (total, "score"), ==, "3.7725");
  g_assert_cmpstr (json_object_get_string_member (total, "exact"), ==, "2150303/570000");
  g_assert_cmpstr (json_object_get_string_member (total, "points"), ==, "2.2635");
  g_assert_cmpstr (json_object_get_string_member (total, "evaluated_weight"), ==, "60");
  g_assert_cmpstr (json_object_get_string_member (total, "weight"), ==, "100");
  g_assert_false (json_object_get_boolean_member (total, "complete"));

  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      JsonObject *indicator = find_indicator (root, published[i].code);

      g_assert_cmpstr (json_object_get_string_member_with_default (indicator, "actual", NULL), ==, published[i].actual);
      g_assert_cmpstr (json_object_get_string_member_with_default (indicator, "score", NULL), ==, published[i].score);
      g_assert_cmpstr (json_object_get_string_member (indicator, "state"), ==, published[i].state);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (indicator, "trace")), >, 0);
    }
}

static void
test_states_and_deductions_are_told (void)
{
  g_autoptr (MouEvaluation) evaluation = exchange_fixture_evaluate (
      "[{\"code\":\"1\",\"name\":\"One\",\"weight\":\"60\",\"kind\":\"score\"},"
      "{\"code\":\"2\",\"name\":\"Two\",\"weight\":\"20\",\"kind\":\"score\"},"
      "{\"code\":\"3\",\"name\":\"Three\",\"weight\":\"20\",\"kind\":\"score\"}]",
      "{\"1\":{\"value\":\"3.5\"},\"2\":{\"state\":\"not-applicable\",\"reason\":\"Cancelled\"}}",
      ",\"deductions\":[{\"indicator\":\"1\",\"amount\":\"0.25\",\"reason\":\"Late\"},{\"amount\":\"0.125\"}]");
  g_autoptr (JsonNode) root = write_tree (evaluation);
  JsonArray *deductions = json_object_get_array_member (json_node_get_object (root), "deductions");
  JsonObject *scored = find_indicator (root, "1");
  JsonObject *skipped = find_indicator (root, "2");
  JsonObject *missing = find_indicator (root, "3");

  assert_keys (scored, "code name kind weight effective_weight state actual score exact weighted level deduction trace");
  g_assert_cmpstr (json_object_get_string_member (scored, "score"), ==, "3.2500");
  g_assert_cmpstr (json_object_get_string_member (scored, "exact"), ==, "13/4");
  g_assert_cmpstr (json_object_get_string_member (scored, "deduction"), ==, "0.25");
  g_assert_cmpstr (json_object_get_string_member (skipped, "state"), ==, "not-applicable");
  g_assert_cmpstr (json_object_get_string_member (skipped, "reason"), ==, "Cancelled");
  g_assert_cmpstr (json_object_get_string_member (missing, "state"), ==, "not-reported");
  g_assert_true (json_object_get_null_member (missing, "score"));

  g_assert_cmpuint (json_array_get_length (deductions), ==, 2);
  assert_keys (json_array_get_object_element (deductions, 0), "indicator amount reason");
  assert_keys (json_array_get_object_element (deductions, 1), "amount");
}

static void
test_nothing_assessed_is_all_null (void)
{
  g_autoptr (MouEvaluation) assessed = exchange_fixture_evaluate_sample ("mwa-2567.json");
  g_autoptr (MouEvaluation) evaluation = mou_engine_evaluate (assessed->agreement, NULL);
  g_autoptr (JsonNode) root = write_tree (evaluation);
  JsonObject *top = json_node_get_object (root);
  JsonObject *total = json_object_get_object_member (top, "total");

  g_assert_true (json_object_get_null_member (top, "assessment"));
  g_assert_true (json_object_get_null_member (total, "score"));
  g_assert_true (json_object_get_null_member (total, "exact"));
}

static void
test_findings_have_places_and_fixes (void)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  MouFix fix = { .entity = MOU_ENTITY_LEVEL, .row = 7, .field = MOU_LEVEL_VALUE, .value = (char *) "26.00" };
  MouFinding full = { .code = "notation-disagrees",
                      .severity = MOU_SEVERITY_ERROR,
                      .place = (char *) "2.4/level/4",
                      .found = (char *) "26.10",
                      .expected = (char *) "26.00",
                      .message = (char *) "Say \"26.00\"",
                      .fix = &fix };
  MouFinding brief = { .code = "unit-missing", .severity = MOU_SEVERITY_HINT, .place = (char *) "1.1", .message = (char *) "No unit" };
  g_autofree char *none = mou_json_findings_write (findings);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *list;

  g_assert_cmpstr (none, ==, "{\n \"findings\": []\n}\n");

  g_ptr_array_add (findings, &full);
  g_ptr_array_add (findings, &brief);
  text = mou_json_findings_write (findings);
  root = parse_tree (text);
  list = json_object_get_array_member (json_node_get_object (root), "findings");
  g_assert_cmpuint (json_array_get_length (list), ==, 2);
  assert_keys (json_array_get_object_element (list, 0), "code severity place found expected message fix");
  assert_keys (json_object_get_object_member (json_array_get_object_element (list, 0), "fix"), "entity field value");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (list, 0), "message"), ==, "Say \"26.00\"");
  assert_keys (json_array_get_object_element (list, 1), "code severity place found message");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-evaluation/sample-has-the-published-scores", test_sample_has_the_published_scores);
  g_test_add_func ("/json-evaluation/states-and-deductions-are-told", test_states_and_deductions_are_told);
  g_test_add_func ("/json-evaluation/nothing-assessed-is-all-null", test_nothing_assessed_is_all_null);
  g_test_add_func ("/json-evaluation/findings-have-places-and-fixes", test_findings_have_places_and_fixes);

  return g_test_run ();
}
