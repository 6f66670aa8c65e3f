/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The agreement as JSON: round trips of the sample and of a file that has every key of the format, and what is refused. */

#include "mou-canon.h"
#include "mou-json-agreement.h"

#include <json-glib/json-glib.h>
#include <string.h>

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static char *
read_full (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "full.json", NULL);

  return read_file (path);
}

static char *
read_sample (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOU_SAMPLES"), name, NULL);

  return read_file (path);
}

static gint64
get_only_agreement (MouRegister *rows)
{
  GPtrArray *organisations = mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION);
  GPtrArray *agreements;

  g_assert_cmpuint (organisations->len, ==, 1);
  agreements = mou_register_get_children (rows, ((MouRow *) organisations->pdata[0])->id, MOU_ENTITY_AGREEMENT);
  g_assert_cmpuint (agreements->len, ==, 1);

  return ((MouRow *) agreements->pdata[0])->id;
}

static char *
import_and_export (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouRegister) rows = mou_json_agreement_parse (text, -1, &error);

  g_assert_no_error (error);

  return mou_json_agreement_write (rows, get_only_agreement (rows));
}

/* What a register says, whatever its ids. */
static char *
read_canon (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouRegister) rows = mou_json_agreement_parse (text, -1, &error);

  g_assert_no_error (error);

  return mou_canon_register_text (rows);
}

static JsonNode *
parse_tree (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);

  return node;
}

static void
test_every_key_comes_back (void)
{
  g_autofree char *text = read_full ();
  g_autofree char *exported = import_and_export (text);

  g_assert_cmpstr (exported, ==, text);
}

static void
test_sample_says_the_same (gconstpointer data)
{
  g_autofree char *text = read_sample (data);
  g_autofree char *once = import_and_export (text);
  g_autofree char *twice = import_and_export (once);
  g_autoptr (JsonNode) original = parse_tree (text);
  g_autoptr (JsonNode) exported = parse_tree (once);

  g_autofree char *original_canon = read_canon (text);
  g_autofree char *exported_canon = read_canon (once);

  g_assert_cmpstr (once, ==, twice);
  g_assert_true (json_node_equal (original, exported));
  g_assert_cmpstr (original_canon, ==, exported_canon);
}

/* Replaces the only occurrence of `from`. */
static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  if (g_strv_length (parts) != 2)
    g_error ("“%s” does not stand exactly once", from);

  return g_strjoinv (to, parts);
}

/* `to` in place of `from` is read as if `canonical` stood there. */
static const struct
{
  const char *from, *to, *canonical;
} spellings[] = {
  { "\"weight\": \"60\"", "\"weight\": \" ๖๐ \"", "\"weight\": \"60\"" },
  { "\"value\": \"98\"", "\"value\": \"1,098\"", "\"value\": \"1098\"" },
  { "\"provisional\": true", "\"provisional\":false", "" },
  { "\"unit\": \"กม.\",", "\"unit\": \"  \",", "" },
  { "\"name\": \"คะแนน\"", "\"name\": \"\\u0E04ะแนน\"", "\"name\": \"คะแนน\"" },
  { "\"2564\": \"-\"", "\"๒๕๖๔\": \"-\"", "\"2564\": \"-\"" },
  { "{\n \"format\"", "\xEF\xBB\xBF{\n \"format\"", "{\n \"format\"" },
};

static void
test_spellings_are_made_canonical (void)
{
  g_autofree char *text = read_full ();

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *spelt = replace (text, spellings[i].from, spellings[i].to);
      g_autofree char *canonical = replace (text, spellings[i].from, spellings[i].canonical);
      g_autofree char *exported = import_and_export (spelt);
      /* An empty replacement leaves a comma behind: the exported text itself then shows what is gone. */
      if (*spellings[i].canonical == '\0')
        g_assert_null (strstr (exported, spellings[i].from));
      else
        g_assert_cmpstr (exported, ==, canonical);
    }
}

static void
test_keys_come_in_any_order (void)
{
  g_autofree char *text = read_full ();
  g_autofree char *expected = import_and_export (text);
  g_autoptr (JsonNode) root = parse_tree (text);
  JsonObject *agreement = json_object_get_object_member (json_node_get_object (root), "agreement");
  g_autoptr (JsonNode) indicators = json_object_dup_member (agreement, "indicators");
  g_autofree char *shuffled = NULL;
  g_autofree char *exported = NULL;

  /* The indicators last, after the results that refer to them. */
  json_object_remove_member (agreement, "indicators");
  json_object_set_member (agreement, "indicators", g_steal_pointer (&indicators));
  shuffled = json_to_string (root, FALSE);
  exported = import_and_export (shuffled);

  g_assert_cmpstr (exported, ==, expected);
}

/* What is wrong with the full file when `to` stands for `from`; the message contains `place` and `reason`. */
static const struct
{
  const char *from, *to, *place, *reason;
} refusals[] = {
  { "mou-scorecard/1", "mou-scorecard/2", "", "“mou-scorecard/2”" },
  { "{\n \"format\"", "{ \"extra\": 1,\n \"format\"", "", "unknown key “extra”" },
  { "\"weight\": \"60\"", "\"wieght\": \"60\"",
    "agreement.indicators[0]: ", "unknown key “wieght”; expected one of code, name, unit, weight" },
  { "\"weight\": \"60\"", "\"weight\": 60", "agreement.indicators[0].weight: ", "a number without quotes" },
  { "\"weight\": \"60\"", "\"weight\": \"6o\"", "agreement.indicators[0].weight: ", "6o" },
  { "\"weight\": \"60\"", "\"weight\": null", "agreement.indicators[0].weight: ", "null" },
  { "\"code\": \"1.2\"", "\"code\": \"1.1\"", "agreement.indicators[0].children[1].code: ", "“1.1” stands twice" },
  { "\"code\": \"1.2\"", "\"code\": \"\"", "agreement.indicators[0].children[1].code: ", "" },
  { "\"code\": \"1.2\",", "", "agreement.indicators[0].children[1]: ", "“code” is missing" },
  { "\"value\": \"98\"", "\"value\": \"9.8.1\"", "agreement.indicators[0].children[0].levels[3].value: ", "9.8.1" },
  { "\"kind\": \"score\"", "\"kind\": \"scored\"", "agreement.indicators[1].kind: ", "scored" },
  { "\"fiscal_year\": 2567", "\"fiscal_year\": \"2567\"", "agreement.fiscal_year: ", "a whole number" },
  { "\"fiscal_year\": 2567", "\"fiscal_year\": 2024", "agreement.fiscal_year: ", "2024" },
  { "\"fiscal_year\": 2567", "\"fiscal_year\": 2567.5", "agreement.fiscal_year: ", "a whole number" },
  { "\"pro_rata\": true", "\"pro_rata\": \"yes\"", "agreement.indicators[0].children[1].gates[1].pro_rata: ", "true or false" },
  { "\"2564\": \"-\"", "\"24\": \"-\"", "agreement.indicators[0].children[0].history[\"24\"]: ", "24" },
  { "\"2564\": \"-\"", "\"2564\": \"?\"", "agreement.indicators[0].children[0].history[\"2564\"]: ", "?" },
  { "\"2564\": \"-\"", "\"2564\": \"\"", "agreement.indicators[0].children[0].history[\"2564\"]: ", "" },
  { "\"provisional\": true", "\"note\": 2", "line ", "“note” stands twice" },
  { "{\n        \"text\": \"ดีมาก\"\n       }", "{}", "agreement.indicators[0].children[0].levels[4]: ", "null" },
  { "{\n        \"text\": \"ดีมาก\"\n       }", "{\"text\": \"a\"}, {\"text\": \"b\"}",
    "agreement.indicators[0].children[0].levels[5]: ", "6" },
  { "\"2\": {\n      \"state\"", "\"9\": {\n      \"state\"", "agreement.assessments[0].results[\"9\"]: ", "no indicator “9”" },
  { "\"b\": \"26\"", "\"c\": \"26\"", "agreement.assessments[0].results[\"1.1\"].variables[\"c\"]: ", "no variable “c”" },
  { "\"2\": \"0.8\"", "\"3\": \"0.8\"", "agreement.assessments[0].results[\"1.2\"].gates[\"3\"]: ", "no gate “3”" },
  { "\"0.5\"\n", "\"0.5\", \"1\"\n", "agreement.assessments[0].results[\"1.3\"].items[3]: ", "only 3" },
  { "\"indicator\": \"1.1\"", "\"indicator\": \"7\"", "agreement.assessments[0].deductions[0].indicator: ", "no indicator “7”" },
  { "\"1.1\",\n     \"2\"\n", "\"1.1\",\n     \"1.1\"\n", "agreement.projects[0].indicators[1]: ", "twice" },
  { "\"as_of\": \"2024-09-30\"", "\"as_of\": \"2024-09-31\"", "agreement.assessments[0].as_of: ", "2024-09-31" },
  { "\"missions\": [\n   \"ก\"", "\"missions\": [\n   7", "agreement.missions[0]: ", "a text in quotes" },
  { "\"missions\": [\n   \"ก\"", "\"missions\": [\n   \" \"", "agreement.missions[0]: ", "" },
};

static void
assert_refused (const char *text, gsize length, const char *place, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouRegister) rows = mou_json_agreement_parse (text, (gssize) length, &error);

  g_assert_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED);
  g_assert_null (rows);
  if (!g_str_has_prefix (error->message, place) || strstr (error->message, reason) == NULL)
    g_error ("expected “%s…%s”, found “%s”", place, reason, error->message);
}

static void
test_refusals_name_the_place (void)
{
  g_autofree char *text = read_full ();

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *wrong = replace (text, refusals[i].from, refusals[i].to);

      assert_refused (wrong, strlen (wrong), refusals[i].place, refusals[i].reason);
    }
}

/* Texts that are no JSON, or more than json-glib would stop at. */
static const struct
{
  const char *text, *place, *reason;
} malformed[] = {
  { "", "line 1, column 1: ", "ends where a value" },
  { "{", "line 1, column 2: ", "ends" },
  { "{\"format\": \"mou", "line 1, column 16: ", "closing quote" },
  { "{\"a\": 1, \"a\": 2}", "line 1, column 10: ", "“a” stands twice" },
  { "{\"a\": 1,\n \"\\u0061\": 2}", "line 2, column 2: ", "“a” stands twice" },
  { "{\"a\": 01}", "line 1, column 8: ", "“1”" },
  { "{\"a\": 1.}", "line 1, column 9: ", "a digit" },
  { "{\"a\": +1}", "line 1, column 7: ", "“+”" },
  { "{\"a\": 1234567890123456789012}", "line 1, column 7: ", "18" },
  { "{'a': 1}", "line 1, column 2: ", "double quotes" },
  { "{\"a\": 1,}", "line 1, column 9: ", "double quotes" },
  { "[1,]", "line 1, column 4: ", "a value" },
  { "/* c */ {}", "line 1, column 1: ", "“/”" },
  { "{\"a\": tru}", "line 1, column 7: ", "a value" },
  { "{\"a\": \"\\x\"}", "line 1, column 9: ", "escape" },
  { "{\"a\": \"\\ud800\"}", "line 1, column 8: ", "half a character" },
  { "{\"a\": \"\\udc00\"}", "line 1, column 8: ", "no character" },
  { "{\"a\": \"\\u0000\"}", "line 1, column 8: ", "no character" },
  { "{\"a\": \"line\nbreak\"}", "line 1, column 12: ", "line break" },
  { "{\"a\": \"\xff\"}", "line 1, column 8: ", "UTF-8" },
  { "{} {}", "line 1, column 4: ", "the end" },
  { "[]", "", "an object" },
  { "{}", "", "“format” is missing" },
  { "{\"format\": \"mou-scorecard/1\"}", "", "“organisation” is missing" },
};

static void
test_malformed_texts_are_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    assert_refused (malformed[i].text, strlen (malformed[i].text), malformed[i].place, malformed[i].reason);

  assert_refused ("{}\0", 3, "line 1, column 3: ", "UTF-8");
}

static void
test_every_truncation_is_refused (void)
{
  g_autofree char *text = read_full ();
  gsize length = strlen (text) - 2; /* without "}\n" */

  for (gsize end = 0; end <= length; end += 7)
    assert_refused (text, end, "", "");
}

static char *
nest_indicators (guint depth)
{
  GString *text = g_string_new ("{\"format\":\"mou-scorecard/1\",\"organisation\":{\"name\":\"o\",\"abbreviation\":\"o\","
                                "\"fiscal_year_start_month\":10},\"agreement\":{\"fiscal_year\":2567,\"title\":\"t\","
                                "\"status\":\"draft\",\"scale\":\"five-level\",\"indicators\":");

  for (guint i = 1; i <= depth; i++)
    g_string_append_printf (text, "[{\"code\":\"%u\",\"kind\":\"group\"%s", i, i < depth ? ",\"children\":" : "");
  for (guint i = 1; i <= depth; i++)
    g_string_append (text, "}]");
  g_string_append (text, "}}");

  return g_string_free (text, FALSE);
}

static void
test_depth_is_limited (void)
{
  g_autofree char *deepest = nest_indicators (32);
  g_autofree char *too_deep = nest_indicators (33);
  g_autofree char *exported = import_and_export (deepest);
  g_autofree char *again = import_and_export (exported);
  g_autofree char *brackets = g_strnfill (100000, '[');

  g_assert_cmpstr (exported, ==, again);
  assert_refused (too_deep, strlen (too_deep), "agreement.indicators[0].children", "32 deep");
  assert_refused (brackets, strlen (brackets), "line 1, column 73: ", "nested");
}

static void
test_files_are_named (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouRegister) rows = mou_json_agreement_load ("/nonexistent/a.json", &error);

  g_assert_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_SYSTEM);
  g_assert_true (g_str_has_prefix (error->message, "/nonexistent/a.json: "));
  g_assert_null (rows);
  g_clear_error (&error);

  rows = mou_json_agreement_load ("/dev/zero", &error);
  g_assert_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, "/dev/zero: "));
  g_assert_null (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-agreement/every-key-comes-back", test_every_key_comes_back);
  g_test_add_data_func ("/json-agreement/sample-says-the-same", "mwa-2567.json", test_sample_says_the_same);
  g_test_add_data_func ("/json-agreement/printed-sample-says-the-same", "mwa-2567-as-printed.json", test_sample_says_the_same);
  g_test_add_func ("/json-agreement/spellings-are-made-canonical", test_spellings_are_made_canonical);
  g_test_add_func ("/json-agreement/keys-come-in-any-order", test_keys_come_in_any_order);
  g_test_add_func ("/json-agreement/refusals-name-the-place", test_refusals_name_the_place);
  g_test_add_func ("/json-agreement/malformed-texts-are-refused", test_malformed_texts_are_refused);
  g_test_add_func ("/json-agreement/every-truncation-is-refused", test_every_truncation_is_refused);
  g_test_add_func ("/json-agreement/depth-is-limited", test_depth_is_limited);
  g_test_add_func ("/json-agreement/files-are-named", test_files_are_named);

  return g_test_run ();
}
