/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may be typed into a cell, row by row: the value it stores, and how that is written back. */

#include "mou-cell-text.h"

#include "mou-error.h"

static const struct
{
  const char *typed, *op, *value, *text;
} levels[] = {
  { "", NULL, NULL, NULL },
  { NULL, NULL, NULL, NULL },
  { "-", NULL, NULL, NULL },
  { " – ", NULL, NULL, NULL },
  { "96.0", NULL, "96.0", NULL },
  { "1,250", NULL, "1250", NULL },
  { "๑,๒๕๐.๕", NULL, "1250.5", NULL },
  { "\302\240 -0.5\302\240", NULL, "-0.5", NULL },
  { "−3", NULL, "-3", NULL },
  { "<96", "<", "96", NULL },
  { "< ๙๖.๐", "<", "96.0", NULL },
  { "≤ 96", "<=", "96", NULL },
  { "=<96", "<=", "96", NULL },
  { ">=5", ">=", "5", NULL },
  { "≥5", ">=", "5", NULL },
  { "> 5", ">", "5", NULL },
  { "แผนผ่านความเห็นชอบ", NULL, NULL, "แผนผ่านความเห็นชอบ" },
  { "ภายใน 30/9/๒๕๖๗", NULL, NULL, "ภายใน 30/9/๒๕๖๗" },
  { "< เกณฑ์", NULL, NULL, "< เกณฑ์" },
};

static void
test_level_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_auto (MouLevelCell) cell = { NULL };
      g_autoptr (GError) error = NULL;

      g_test_message ("level %u", i);
      g_assert_true (mou_level_cell_parse (levels[i].typed, &cell, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (cell.op, ==, levels[i].op);
      g_assert_cmpstr (cell.value, ==, levels[i].value);
      g_assert_cmpstr (cell.text, ==, levels[i].text);
    }
}

static void
test_level_refusals (void)
{
  static const char *const refused[] = { "N/A", "n/a", "1..2", "12,5", "1-2", "<", "< 1.2.3", "\377", "99999999999999999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto (MouLevelCell) cell = { NULL };
      g_autoptr (GError) error = NULL;

      g_test_message ("level %u", i); /* not all of them are text */
      g_assert_false (mou_level_cell_parse (refused[i], &cell, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == MOU_CORE_ERROR);
      g_assert_null (cell.value);
      g_assert_null (cell.text);
    }
}

static void
test_level_format (void)
{
  static const struct
  {
    MouLevel level;
    const char *text;
  } cases[] = {
    { { 0, MOU_LEVEL_ABSENT, MOU_OP_NONE, { 0, 0 }, NULL }, "" },
    { { 1, MOU_LEVEL_NUMERIC, MOU_OP_NONE, { 960, 1 }, NULL }, "96.0" },
    { { 1, MOU_LEVEL_NUMERIC, MOU_OP_LESS, { 960, 1 }, "ไม่ถึง" }, "<96.0" },
    { { 1, MOU_LEVEL_NUMERIC, MOU_OP_LESS_EQUAL, { 96, 0 }, NULL }, "≤96" },
    { { 1, MOU_LEVEL_NUMERIC, MOU_OP_GREATER, { 96, 0 }, NULL }, ">96" },
    { { 1, MOU_LEVEL_NUMERIC, MOU_OP_GREATER_EQUAL, { -5, 1 }, NULL }, "≥-0.5" },
    { { 1, MOU_LEVEL_WORDED, MOU_OP_NONE, { 0, 0 }, "มีแผน" }, "มีแผน" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mou_level_cell_format (&cases[i].level);
      g_auto (MouLevelCell) cell = { NULL };
      g_autofree char *value = mou_decimal_to_text (cases[i].level.value);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (mou_level_cell_parse (text, &cell, NULL));
      if (cases[i].level.kind == MOU_LEVEL_NUMERIC)
        g_assert_cmpstr (cell.value, ==, value);
    }
}

static const struct
{
  const char *typed, *value;
  gboolean provisional;
  int note;
  const char *written;
} past[] = {
  { "", NULL, FALSE, 0, "" },
  { "27.12", "27.12", FALSE, 0, "27.12" },
  { "๑,๒๗๑.๔๗", "1271.47", FALSE, 0, "1271.47" },
  { "-", "-", FALSE, 0, "-" },
  { "N/A", "N/A", FALSE, 0, "N/A" },
  { "n/a ^4", "N/A", FALSE, 4, "N/A⁴" },
  { "1271.47*", "1271.47", TRUE, 0, "1271.47*" },
  { "1271.47 * ^1", "1271.47", TRUE, 1, "1271.47*¹" },
  { "1271.47¹*", "1271.47", TRUE, 1, "1271.47*¹" },
  { "-0.5¹²", "-0.5", FALSE, 12, "-0.5¹²" },
  { "5^๓", "5", FALSE, 3, "5³" },
};

static void
test_history_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    {
      g_auto (MouHistoryCell) cell = { NULL };
      g_autoptr (GError) error = NULL;

      g_test_message ("history %u", i);
      g_assert_true (mou_history_cell_parse (past[i].typed, &cell, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (cell.value, ==, past[i].value);
      g_assert_cmpint (cell.provisional, ==, past[i].provisional);
      g_assert_cmpint (cell.note, ==, past[i].note);
    }
}

/* Writing and reading again gives the same value. */
static void
test_history_format (void)
{
  g_autofree char *blank = mou_history_cell_format (NULL);

  g_assert_cmpstr (blank, ==, "");
  for (guint i = 1; i < G_N_ELEMENTS (past); i++)
    {
      MouHistory history = { .id = 1, .year = 2566, .provisional = past[i].provisional, .note = past[i].note };
      g_auto (MouHistoryCell) again = { NULL };
      g_autofree char *text = NULL;

      history.state = g_str_equal (past[i].value, "-")     ? MOU_HISTORY_NO_DATA
                      : g_str_equal (past[i].value, "N/A") ? MOU_HISTORY_PENDING
                                                           : MOU_HISTORY_NUMBER;
      if (history.state == MOU_HISTORY_NUMBER)
        g_assert_true (mou_decimal_parse (past[i].value, &history.value, NULL));
      text = mou_history_cell_format (&history);
      g_assert_cmpstr (text, ==, past[i].written);
      g_assert_true (mou_history_cell_parse (text, &again, NULL));
      g_assert_cmpstr (again.value, ==, past[i].value);
      g_assert_cmpint (again.note, ==, past[i].note);
    }
}

static void
test_history_refusals (void)
{
  static const char *const refused[] = { "ไม่มี", "12 กม.", "*", "^1", "5**", "5^", "5^0", "5^1000", "5^1^2", "5*x", "1,2", "\377" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto (MouHistoryCell) cell = { NULL };
      g_autoptr (GError) error = NULL;

      g_test_message ("history %u", i);
      g_assert_false (mou_history_cell_parse (refused[i], &cell, &error));
      g_assert_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID);
      g_assert_null (cell.value);
    }
}

static void
test_actual_cells (void)
{
  static const struct
  {
    const char *typed;
    MouActualKind kind;
    const char *rest; /* value or reason */
  } cases[] = {
    { "", MOU_ACTUAL_BLANK, NULL },
    { " ", MOU_ACTUAL_BLANK, NULL },
    { "-", MOU_ACTUAL_NOT_REPORTED, NULL },
    { "N/A", MOU_ACTUAL_PENDING, NULL },
    { "๒๗.๑๒", MOU_ACTUAL_NUMBER, "27.12" },
    { "-1,250", MOU_ACTUAL_NUMBER, "-1250" },
    { "0", MOU_ACTUAL_NUMBER, "0" },
    { "not applicable", MOU_ACTUAL_NOT_APPLICABLE, NULL },
    { "Not applicable: no flood", MOU_ACTUAL_NOT_APPLICABLE, "no flood" },
    { "ไม่เกี่ยวข้อง : ไม่มีน้ำท่วม", MOU_ACTUAL_NOT_APPLICABLE, "ไม่มีน้ำท่วม" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (MouActualCell) cell = { MOU_ACTUAL_BLANK };
      g_autoptr (GError) error = NULL;
      g_autofree char *value = NULL;

      g_test_message ("actual %u", i);
      g_assert_true (mou_actual_cell_parse (cases[i].typed, &cell, &error));
      g_assert_no_error (error);
      g_assert_cmpint (cell.kind, ==, cases[i].kind);
      value = mou_decimal_to_text (cell.value);
      g_assert_cmpstr (cell.kind == MOU_ACTUAL_NUMBER ? value : cell.reason, ==, cases[i].rest);
    }
}

static void
test_actual_refusals (void)
{
  static const char *const refused[] = { "abc", "not applicables", "12 km", "1..2", "\377" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto (MouActualCell) cell = { MOU_ACTUAL_BLANK };
      g_autoptr (GError) error = NULL;

      g_assert_false (mou_actual_cell_parse (refused[i], &cell, &error));
      g_assert_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID);
    }
}

static void
test_actual_format (void)
{
  static const struct
  {
    MouResult result;
    MouIndicatorKind kind;
    const char *text;
  } cases[] = {
    { { .state = MOU_RESULT_REPORTED, .has_value = TRUE, .value = { 2712, 2 } }, MOU_KIND_LINEAR, "27.12" },
    { { .state = MOU_RESULT_REPORTED, .has_level = TRUE, .level = { 35, 1 } }, MOU_KIND_JUDGED, "3.5" },
    { { .state = MOU_RESULT_REPORTED, .has_level = TRUE, .level = { 5, 0 } }, MOU_KIND_LINEAR, "" },
    { { .state = MOU_RESULT_PENDING }, MOU_KIND_LINEAR, "N/A" },
    { { .state = MOU_RESULT_NOT_APPLICABLE }, MOU_KIND_LINEAR, "not applicable" },
    { { .state = MOU_RESULT_NOT_APPLICABLE, .reason = "ไม่มีน้ำท่วม" }, MOU_KIND_SCORE, "not applicable: ไม่มีน้ำท่วม" },
  };
  g_autofree char *blank = mou_actual_cell_format (NULL, MOU_KIND_LINEAR);

  g_assert_cmpstr (blank, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mou_actual_cell_format (&cases[i].result, cases[i].kind);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cells/level/parse", test_level_cells);
  g_test_add_func ("/cells/level/refuse", test_level_refusals);
  g_test_add_func ("/cells/level/format", test_level_format);
  g_test_add_func ("/cells/history/parse", test_history_cells);
  g_test_add_func ("/cells/history/format", test_history_format);
  g_test_add_func ("/cells/history/refuse", test_history_refusals);
  g_test_add_func ("/cells/actual/parse", test_actual_cells);
  g_test_add_func ("/cells/actual/refuse", test_actual_refusals);
  g_test_add_func ("/cells/actual/format", test_actual_format);

  return g_test_run ();
}
