/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Interval notation: every spelling of the printed agreement, the levels it generates, and the three rows of that agreement
 * where levels and notation disagree. */

#include "mou-notation.h"

#include "mou-error.h"

/* A row of levels as text, separated by spaces; "_" is absent. */
typedef struct
{
  MouDecimal value[MOU_LEVEL_COUNT_MAX];
  gboolean present[MOU_LEVEL_COUNT_MAX];
} Levels;

static MouDecimal
parse_decimal (const char *text)
{
  MouDecimal value = MOU_DECIMAL_ZERO;

  g_assert_true (mou_decimal_parse (text, &value, NULL));
  return value;
}

static Levels
parse_levels (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  Levels levels = { 0 };

  g_assert_cmpuint (g_strv_length (words), ==, MOU_LEVEL_COUNT_MAX);
  for (guint i = 0; i < MOU_LEVEL_COUNT_MAX; i++)
    if ((levels.present[i] = !g_str_equal (words[i], "_")))
      levels.value[i] = parse_decimal (words[i]);

  return levels;
}

static char *
format_levels (const Levels *levels)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MOU_LEVEL_COUNT_MAX; i++)
    {
      g_autofree char *value = mou_decimal_to_text (levels->value[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", levels->present[i] ? value : "_");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static MouNotation
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  MouNotation notation = { 0 };

  mou_notation_parse (text, &notation, &error);
  g_assert_no_error (error);
  return notation;
}

static void
assert_identical (const MouDecimal *a, const MouDecimal *b)
{
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (a[i].coefficient, ==, b[i].coefficient);
      g_assert_cmpuint (a[i].scale, ==, b[i].scale);
    }
}

static void
test_spellings (void)
{
  static const struct
  {
    const char *text, *canonical;
  } cases[] = {
    { "-/+50", "-/+50" },
    { "- / + 50", "-/+50" },
    { "+/-50", "-/+50" },
    { "±50", "-/+50" },
    { "\u2212/+50", "-/+50" },
    { "\u2013/+๕๐", "-/+50" },
    { "-/+1,000", "-/+1000" },
    { "+2", "+2" },
    { "/+2", "+2" },
    { "-2", "-2" },
    { "-2/", "-2/" },
    { "+2,+3", "+2,+3" },
    { "-0.05/+0.19,+0.10", "-0.05/+0.19,+0.10" },
    { " -๐.๐๕ / +๐.๑๙ , +๐.๑๐ ", "-0.05/+0.19,+0.10" },
    { "-0.05/+0.19 +0.10", "-0.05/+0.19,+0.10" },
    { "-0.05/+0.19,0.10", "-0.05/+0.19,+0.10" },
    { "+1/-1.12,-0.5", "+1/-1.12,-0.5" },
    { "+1/-1.12,0.5", "+1/-1.12,-0.5" },
    { "-0.01915,-0.01914/+0.01914,+0.01915", "-0.01915,-0.01914/+0.01914,+0.01915" },
    { "-5,-5/+5,+5", "-5/+5" },
    { "-5,-5.0/+5", "-5,-5.0/+5" },
    { "-1,000,-500/+1,500", "-1000,-500/+1500" },
    { "-0/+0", "+0/+0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MouNotation notation = parse (cases[i].text);
      g_autofree char *text = mou_notation_to_text (&notation);
      MouNotation again = parse (text);

      g_assert_cmpstr (text, ==, cases[i].canonical);
      g_assert_cmpint (again.symmetric, ==, notation.symmetric);
      g_assert_cmpint (again.left_present, ==, notation.left_present);
      g_assert_cmpint (again.right_present, ==, notation.right_present);
      assert_identical (again.left, notation.left);
      assert_identical (again.right, notation.right);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text, *message;
  } cases[] = {
    { "", "a step such as “+2” was expected, but the end stands at character 1." },
    { "/", "a step such as “+2” was expected, but the end stands at character 2." },
    { "-/+", "a number was expected, but the end stands at character 4." },
    { "-/-5", "a number was expected, but “/” stands at character 2." },
    { "±", "a number was expected, but the end stands at character 2." },
    { "-/+1,+2", "the end was expected, but “,” stands at character 5." },
    { "5/5", "a sign was expected, but “5” stands at character 1." },
    { "-5/5", "a sign was expected, but “5” stands at character 4." },
    { "-5/+5/+5", "the end was expected, but “/” stands at character 6." },
    { "+1,+2,+3", "no third step on one side was expected, but “+” stands at character 7." },
    { "+1,", "a number was expected, but the end stands at character 4." },
    { "+1,,+2", "a number was expected, but “,” stands at character 4." },
    { "+1+2", "the end was expected, but “+” stands at character 3." },
    { "+1 2", "the end was expected, but “2” stands at character 4." },
    { "-/+5%", "the end was expected, but “%” stands at character 5." },
    { "ลด 5", "a sign was expected, but “ล” stands at character 1." },
    { "+5\xff", "the end was expected, but a byte that is not UTF-8 stands at character 3." },
    { "+99999999999999999999", "at most 18 digits" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MouNotation notation = { .symmetric = 77 };

      g_assert_false (mou_notation_parse (cases[i].text, &notation, &error));
      g_assert_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].message));
      g_assert_cmpint (notation.symmetric, ==, 77);
    }
}

static void
test_generate (void)
{
  static const struct
  {
    const char *notation, *level3;
    gboolean rising;
    const char *levels;
  } cases[] = {
    { "-/+50", "1200", TRUE, "1100 1150 1200 1250 1300" },
    { "-/+50", "6012649", FALSE, "6012749 6012699 6012649 6012599 6012549" },
    { "-0.05/+0.19,+0.10", "7.46", TRUE, "7.36 7.41 7.46 7.65 7.75" },
    { "-0.05/+0.19,+0.10", "7.46", FALSE, "7.36 7.41 7.46 7.65 7.75" },
    { "+1/-1.12,-0.5", "27.12", TRUE, "29.12 28.12 27.12 26.00 25.50" },
    { "+2", "96", TRUE, "_ _ 96 98 100" },
    { "-2/", "96", TRUE, "92 94 96 _ _" },
    { "-1,-2/+3,+4", "10", TRUE, "7 8 10 13 17" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MouNotation notation = parse (cases[i].notation);
      Levels levels = { 0 };
      g_autofree char *text = NULL;

      g_assert_true (mou_notation_generate (&notation, parse_decimal (cases[i].level3), cases[i].rising, levels.value, levels.present));
      text = format_levels (&levels);
      g_assert_cmpstr (text, ==, cases[i].levels);
      g_assert_true (mou_notation_agrees (&notation, levels.value, levels.present, NULL));
    }
}

static void
test_generate_overflow (void)
{
  MouNotation notation = parse ("-/+1");
  Levels levels = { 0 };

  g_assert_false (mou_notation_generate (&notation, (MouDecimal){ G_MAXINT64, 0 }, TRUE, levels.value, levels.present));
  g_assert_false (mou_notation_generate (&notation, (MouDecimal){ -G_MAXINT64, 0 }, TRUE, levels.value, levels.present));
}

static void
test_derive (void)
{
  /* NULL: there is none. */
  static const struct
  {
    const char *levels, *notation;
  } cases[] = {
    { "1100 1150 1200 1250 1300", "-/+50" },
    { "5 4 3 2 1", "-/+1" },
    { "1 2.0 3 4 5", "-/+1.0" },
    { "7.36 7.41 7.46 7.65 7.75", "-0.05/+0.19,+0.10" },
    { "29.12 28.12 27.12 26.00 25.50", "+1.00/-1.12,-0.50" },
    { "6490 6890 7290 7345 7400", "-400/+55" },
    { "1100 1100 1200 1250 1300", "+0,-100/+50" },
    { "1 2 3 4 _", NULL },
    { "_ _ 3 4 5", NULL },
    { "-9223372036854775807 9223372036854775807 3 4 5", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Levels levels = parse_levels (cases[i].levels);
      MouNotation notation = { 0 };
      gboolean derived = mou_notation_derive (levels.value, levels.present, &notation);
      g_autofree char *text = derived ? mou_notation_to_text (&notation) : NULL;

      g_assert_cmpstr (text, ==, cases[i].notation);
      g_assert_true (!derived || mou_notation_agrees (&notation, levels.value, levels.present, NULL));
    }
}

static void
test_agree (void)
{
  static const struct
  {
    const char *levels, *notation;
  } cases[] = {
    { "1250 1300 1350 1400 1450", "-/+50" },
    { "6012749 6012699 6012649 6012599 6012549", "-/+50" },
    { "1 2 3 4 5", "-1/+1" },
    { "5 4 3 2 1", "+1/-1" },
    { "96.0 _ 96 98 100", "+2" },
    { "_ _ 96 98 _", "+2" },
    { "_ _ 96.0 98.00 100", "+2.0" },
    { "1 _ 3 _ 5", "-/+7" },
    { "_ _ _ _ _", "-/+7" },
    { "90 94 96 97 99", "-4,-2/" },
    { "7000000000000000000 8000000000000000000 9000000000000000000 _ _", "-/+1000000000000000000" },
    { "_ _ 9000000000000000000 9000000000000000001 9000000000000000002", "-/+1.00" },
    { "_ _ 9.000000000000000000 10 11.0", "+1" },
    { "1.04382 1.06297 1.08211 1.10125 1.12040", "-0.01915,-0.01914/+0.01914,+0.01915" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Levels levels = parse_levels (cases[i].levels);
      MouNotation notation = parse (cases[i].notation);
      MouNotationDisagreement disagreement = { 0 };

      g_assert_true (mou_notation_agrees (&notation, levels.value, levels.present, &disagreement));
      g_assert_cmpuint (disagreement.wrong_steps, ==, 0);
      g_assert_cmpint (disagreement.fix_level, ==, 0);
    }
}

static void
test_disagree (void)
{
  static const struct
  {
    const char *levels, *notation;
    guint wrong_steps;
    int fix_level;
    const char *fix_value;
  } cases[] = {
    /* The three printed rows. */
    { "1100 1100 1200 1250 1300", "-/+50", 0x3, 2, "1150" },
    { "7.36 7.41 7.56 7.65 7.75", "-0.05/+0.19,+0.10", 0x6, 3, "7.46" },
    { "29.12 28.12 27.12 26.10 25.50", "+1/-1.12,-0.5", 0xc, 4, "26.00" },
    /* Only an outermost step is wrong: the end level is the one. */
    { "0 2 3 4 5", "-/+1", 0x1, 1, "1" },
    { "1 2 3 4 7", "-/+1", 0x8, 5, "5" },
    { "9 4 3 2 1", "-/+1", 0x1, 1, "5" },
    /* As many decimals as the row. */
    { "1.0 2.0 3.0 4.0 7", "-/+1", 0x8, 5, "5.0" },
    { "6 7 96 98 101.50", "+2", 0x8, 5, "100.00" },
    /* One wrong inner step, or one compared step only: either side of it could be the mistake. */
    { "1 2 4 5 6", "-/+1", 0x2, 0, NULL },
    { "_ _ 96 99 _", "+2", 0x4, 0, NULL },
    { "_ _ 100 150 100", "-/+50", 0x8, 0, NULL },
    /* Two levels are wrong. */
    { "1 9 3 9 5", "-/+1", 0xf, 0, NULL },
    /* A signed notation is not read in the other direction. */
    { "5 4 3 2 1", "-1/+1", 0xf, 0, NULL },
    { "9223372036854775807 1 2 3 4", "-/+1", 0x1, 1, "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Levels levels = parse_levels (cases[i].levels);
      MouNotation notation = parse (cases[i].notation);
      MouNotationDisagreement found = { 0 };
      g_autofree char *fix = NULL;

      g_assert_false (mou_notation_agrees (&notation, levels.value, levels.present, &found));
      g_assert_cmpuint (found.wrong_steps, ==, cases[i].wrong_steps);
      g_assert_cmpint (found.fix_level, ==, cases[i].fix_level);
      fix = found.fix_level != 0 ? mou_decimal_to_text (found.fix_value) : NULL;
      g_assert_cmpstr (fix, ==, cases[i].fix_value);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notation/spellings", test_spellings);
  g_test_add_func ("/notation/refuse", test_refuse);
  g_test_add_func ("/notation/generate", test_generate);
  g_test_add_func ("/notation/generate-overflow", test_generate_overflow);
  g_test_add_func ("/notation/derive", test_derive);
  g_test_add_func ("/notation/agree", test_agree);
  g_test_add_func ("/notation/disagree", test_disagree);

  return g_test_run ();
}
