/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What verbs do to the rows around: which are made, kept, moved and named, and what they leave alone. */

#include "document-fixture.h"

/* What changes nothing makes no entry. */
static void
test_no_change (void)
{
  g_auto (Fixture) f = { NULL };

  fixture_init (&f);

  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, " ๑๐ ", NULL));
  g_assert_true (mou_document_set_level (f.document, f.pipes, 1, "1,100", NULL));
  g_assert_true (mou_document_set_level (f.document, f.income, 1, "", NULL));
  g_assert_true (mou_document_set_history (f.document, f.pipes, 2566, "1271.47*¹", NULL));
  g_assert_true (mou_document_set_history (f.document, f.pipes, 2560, "", NULL));
  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "", NULL));
  g_assert_true (mou_document_set_actual (f.document, f.backtest, f.pipes, "1271.47", NULL));
  g_assert_true (mou_document_set_result_text (f.document, f.own, f.pipes, MOU_RESULT_COMMENT, "", NULL));
  g_assert_true (mou_document_set_result_state (f.document, f.own, f.pipes, "", NULL, NULL));
  g_assert_true (mou_document_move_indicator (f.document, f.pipes, -3, NULL));
  g_assert_true (mou_document_renumber (f.document, NULL));
  g_assert_true (mou_document_generate_levels (f.document, f.pipes, NULL));
  g_assert_true (mou_document_delete_rows (f.document, NULL, 0, NULL));
  g_assert_true (mou_document_set_cells (f.document, NULL, NULL, 0, NULL, NULL));

  g_assert_cmpuint (f.n_changed, ==, 0);
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, "Import sample");
}

static MouRow *
find_result (Fixture *f, gint64 indicator)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, indicator);

  return mou_register_find (mou_document_get_register (f->document), f->own, MOU_ENTITY_RESULT, key);
}

/* A result row exists while it says something. */
static void
test_result_row (void)
{
  g_auto (Fixture) f = { NULL };

  fixture_init (&f);

  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "1225", NULL));
  g_assert_cmpstr (mou_row_get (find_result (&f, f.pipes), MOU_RESULT_VALUE), ==, "1225");
  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "N/A", NULL));
  g_assert_cmpstr (mou_row_get (find_result (&f, f.pipes), MOU_RESULT_STATE), ==, "pending");
  g_assert_null (mou_row_get (find_result (&f, f.pipes), MOU_RESULT_VALUE));
  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "-", NULL));
  g_assert_cmpstr (mou_row_get (find_result (&f, f.pipes), MOU_RESULT_STATE), ==, "not-reported");
  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "not applicable: flood", NULL));
  g_assert_cmpstr (mou_row_get (find_result (&f, f.pipes), MOU_RESULT_REASON), ==, "flood");
  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "0", NULL));
  g_assert_null (mou_row_get (find_result (&f, f.pipes), MOU_RESULT_REASON));
  g_assert_true (mou_document_set_result_text (f.document, f.own, f.pipes, MOU_RESULT_FACTORS, "ฝนตก", NULL));
  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "", NULL));
  g_assert_nonnull (find_result (&f, f.pipes));
  g_assert_true (mou_document_set_result_text (f.document, f.own, f.pipes, MOU_RESULT_FACTORS, "", NULL));
  g_assert_null (find_result (&f, f.pipes));

  g_assert_true (mou_document_set_actual (f.document, f.own, f.plan, "4", NULL));
  g_assert_cmpstr (mou_row_get (find_result (&f, f.plan), MOU_RESULT_LEVEL), ==, "4");
  g_assert_null (mou_row_get (find_result (&f, f.plan), MOU_RESULT_VALUE));
}

/* Variables, gates and items come and go with their result. */
static void
test_result_parts (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  const char *const gate_values[MOU_N_GATE_FIELDS] = { "2", "มีคณะทำงาน", NULL };
  const char *const item_values[MOU_N_ITEM_FIELDS] = { "จัดทำแผน", "40" };
  const char *const variable_values[MOU_N_VARIABLE_FIELDS] = { "x1", NULL, NULL };
  gint64 gate, item, variable;

  fixture_init (&f);
  g_assert_true (mou_document_add_row (f.document, MOU_ENTITY_GATE, f.income, gate_values, &gate, NULL));
  g_assert_true (mou_document_add_row (f.document, MOU_ENTITY_ITEM, f.income, item_values, &item, NULL));
  g_assert_true (mou_document_add_row (f.document, MOU_ENTITY_VARIABLE, f.income, variable_values, &variable, NULL));
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, "Add variable to 2.1");

  g_assert_true (mou_document_set_result_gate (f.document, f.own, gate, "๐.๘", &error));
  g_assert_true (mou_document_set_result_item (f.document, f.own, item, "1", &error));
  g_assert_true (mou_document_set_result_variable (f.document, f.own, variable, "1,234.5", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, "Change the result of 2.1");
  g_assert_false (mou_document_set_result_gate (f.document, f.own, gate, "1.2", &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mou_document_set_result_item (f.document, f.own, item, "yes", &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mou_document_set_result_gate (f.document, f.backtest, gate, "1", NULL));

  g_assert_true (mou_document_set_result_gate (f.document, f.own, gate, "", NULL));
  g_assert_true (mou_document_set_result_item (f.document, f.own, item, "", NULL));
  g_assert_nonnull (find_result (&f, f.income));
  g_assert_true (mou_document_set_result_variable (f.document, f.own, variable, "", NULL));
  g_assert_null (find_result (&f, f.income));
  g_assert_true (mou_document_undo (f.document, NULL));
  g_assert_nonnull (find_result (&f, f.income));
}

/* A level's words beside its number stay; a worded level is replaced. */
static void
test_level_words (void)
{
  g_auto (Fixture) f = { NULL };
  MouRegister *rows;
  gint64 level;

  fixture_init (&f);
  rows = mou_document_get_register (f.document);
  level = mou_register_find (rows, f.pipes, MOU_ENTITY_LEVEL, "3")->id;
  g_assert_true (mou_document_set_field (f.document, level, MOU_LEVEL_TEXT, "ตามแผน", NULL));
  g_assert_true (mou_document_set_level (f.document, f.pipes, 3, "1210", NULL));
  g_assert_cmpstr (fixture_get (f.document, level, MOU_LEVEL_TEXT), ==, "ตามแผน");
  g_assert_true (mou_document_set_level (f.document, f.pipes, 3, "เสร็จ", NULL));
  g_assert_cmpstr (fixture_get (f.document, level, MOU_LEVEL_TEXT), ==, "เสร็จ");
  g_assert_null (fixture_get (f.document, level, MOU_LEVEL_VALUE));
  g_assert_true (mou_document_set_level (f.document, f.pipes, 3, "≥1210", NULL));
  g_assert_null (fixture_get (f.document, level, MOU_LEVEL_TEXT));
  g_assert_cmpstr (fixture_get (f.document, level, MOU_LEVEL_OP), ==, ">=");
}

/* The footnote of a past result that a back-test shows as an actual value stays. */
static void
test_backtest_keeps_marks (void)
{
  g_auto (Fixture) f = { NULL };
  MouRegister *rows;
  gint64 past;

  fixture_init (&f);
  rows = mou_document_get_register (f.document);
  past = mou_register_find (rows, f.pipes, MOU_ENTITY_HISTORY, "2566")->id;
  g_assert_true (mou_document_set_actual (f.document, f.backtest, f.pipes, "1250", NULL));
  g_assert_cmpstr (fixture_get (f.document, past, MOU_HISTORY_VALUE), ==, "1250");
  g_assert_cmpstr (fixture_get (f.document, past, MOU_HISTORY_PROVISIONAL), ==, "1");
  g_assert_cmpstr (fixture_get (f.document, past, MOU_HISTORY_NOTE), ==, "1");
  g_assert_null (find_result (&f, f.pipes));
  g_assert_true (mou_document_set_history (f.document, f.pipes, 2566, "1280", NULL));
  g_assert_null (fixture_get (f.document, past, MOU_HISTORY_NOTE));
}

static void
assert_codes (Fixture *f, const char *expected)
{
  g_autofree char *codes = fixture_codes (f->document);

  g_assert_cmpstr (codes, ==, expected);
}

static void
test_tree (void)
{
  g_auto (Fixture) f = { NULL };
  gint64 added;

  fixture_init (&f);
  assert_codes (&f, "1 1.1 1.2 2 2.1");

  g_assert_true (mou_document_add_indicator (f.document, f.pipes, FALSE, &added, NULL));
  assert_codes (&f, "1 1.1 1.3 1.2 2 2.1");
  g_assert_cmpstr (fixture_get (f.document, added, MOU_INDICATOR_KIND), ==, "linear");
  g_assert_cmpstr (fixture_get (f.document, added, MOU_INDICATOR_DECIMALS), ==, "2");
  g_assert_true (mou_document_move_indicator (f.document, added, 99, NULL));
  assert_codes (&f, "1 1.1 1.2 1.3 2 2.1");
  g_assert_true (mou_document_move_indicator (f.document, f.results, -1, NULL));
  assert_codes (&f, "2 2.1 1 1.1 1.2 1.3");

  g_assert_true (mou_document_indent_indicator (f.document, f.plan, FALSE, NULL));
  g_assert_cmpstr (fixture_get (f.document, f.pipes, MOU_INDICATOR_KIND), ==, "group");
  g_assert_nonnull (mou_register_find (mou_document_get_register (f.document), f.pipes, MOU_ENTITY_LEVEL, "3"));
  g_assert_true (mou_document_indent_indicator (f.document, added, TRUE, NULL));
  assert_codes (&f, "2 2.1 1 1.1 1.2 1.3");
  g_assert_true (mou_document_renumber (f.document, NULL));
  assert_codes (&f, "1 1.1 2 2.1 2.1.1 3");
  g_assert_true (mou_document_undo (f.document, NULL));
  assert_codes (&f, "2 2.1 1 1.1 1.2 1.3");
}

/* So many insertions at one place that every gap is used up. */
static void
test_gaps (void)
{
  g_auto (Fixture) f = { NULL };
  GString *expected = g_string_new ("1 1.1");

  fixture_init (&f);
  for (int i = 0; i < 40; i++)
    g_assert_true (mou_document_add_indicator (f.document, f.pipes, FALSE, NULL, NULL));
  for (int i = 42; i > 2; i--)
    g_string_append_printf (expected, " 1.%d", i);
  g_string_append (expected, " 1.2 2 2.1");
  assert_codes (&f, expected->str);
  g_assert_true (mou_register_validate (mou_document_get_register (f.document), NULL));
  g_string_free (expected, TRUE);
}

static void
test_codes_with_thai_digits (void)
{
  g_auto (Fixture) f = { NULL };

  fixture_init (&f);
  g_assert_true (mou_document_set_field (f.document, f.plan, MOU_INDICATOR_CODE, "๑.๗", NULL));
  g_assert_true (mou_document_add_indicator (f.document, f.plan, FALSE, NULL, NULL));
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, "Add indicator 1.8");
  g_assert_true (mou_document_set_field (f.document, f.plan, MOU_INDICATOR_CODE, "ก", NULL));
  g_assert_true (mou_document_add_indicator (f.document, f.plan, FALSE, NULL, NULL));
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, "Add indicator 1.2");
}

static void
test_generated_levels (void)
{
  static const char *const expected[] = { "1120", "1160", "1200", "1260", "1320" };
  g_auto (Fixture) f = { NULL };

  fixture_init (&f);
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_NOTATION, "-40/+60", NULL));
  g_assert_true (mou_document_generate_levels (f.document, f.pipes, NULL));
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", i + 1);
      const MouRow *row = mou_register_find (mou_document_get_register (f.document), f.pipes, MOU_ENTITY_LEVEL, key);

      g_assert_cmpstr (mou_row_get (row, MOU_LEVEL_VALUE), ==, expected[i]);
    }
}

/* Levels and years stand in order whenever they were typed. */
static void
test_numbered_order (void)
{
  static const int order[] = { 3, 1, 5, 2, 4 };
  g_auto (Fixture) f = { NULL };
  GPtrArray *levels;

  fixture_init (&f);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_true (mou_document_set_level (f.document, f.income, order[i], "7", NULL));

  levels = mou_register_get_children (mou_document_get_register (f.document), f.income, MOU_ENTITY_LEVEL);
  g_assert_cmpuint (levels->len, ==, 5);
  for (guint i = 0; i < levels->len; i++)
    g_assert_cmpint (mou_row_get_integer (g_ptr_array_index (levels, i), MOU_LEVEL_NUMBER, 0), ==, i + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/effects/no-change", test_no_change);
  g_test_add_func ("/effects/result/row", test_result_row);
  g_test_add_func ("/effects/result/parts", test_result_parts);
  g_test_add_func ("/effects/level/words", test_level_words);
  g_test_add_func ("/effects/level/generated", test_generated_levels);
  g_test_add_func ("/effects/level/order", test_numbered_order);
  g_test_add_func ("/effects/backtest/marks", test_backtest_keeps_marks);
  g_test_add_func ("/effects/tree", test_tree);
  g_test_add_func ("/effects/tree/gaps", test_gaps);
  g_test_add_func ("/effects/tree/codes", test_codes_with_thai_digits);

  return g_test_run ();
}
