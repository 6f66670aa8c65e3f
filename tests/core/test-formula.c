/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Formulas: exact values, states instead of numbers where there is no value, errors at the right character, and both ways of
 * writing one out again. */

#include "mou-formula.h"

#include "mou-error.h"

/* Variables of all tests, as fractions; "missing" and every other name have no value. */
static const struct
{
  const char *name, *value;
} variables[] = {
  { "a", "63/2" },     { "b", "45" }, { "c", "-5" }, { "zero", "0" }, { "third", "1/3" },
  { "x1", "1" },       { "x2", "2" }, { "x3", "3" }, { "x4", "4" },   { "น้ำที่ขาย", "14575/1000" },
  { "น้ำผลิต_๑", "26" },
};

static GHashTable *
create_values (void)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) mou_ratio_free);

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_hash_table_insert (values, (gpointer) variables[i].name, mou_ratio_new_from_text (variables[i].value, NULL));

  return values;
}

static const MouRatio *
look_up_cb (const char *name, gpointer data)
{
  return g_hash_table_lookup (data, name);
}

static char *
refer_cb (const char *name, gpointer data)
{
  return g_strdup_printf ("$%s$7", name);
}

static MouFormula *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  MouFormula *formula = mou_formula_parse (text, &error);

  g_assert_no_error (error);
  return formula;
}

static void
test_value (void)
{
  static const struct
  {
    const char *formula, *value;
  } cases[] = {
    { "1 + 2 * 3", "7" },
    { "(1 + 2) * 3", "9" },
    { "10 - 4 - 3", "3" },
    { "100 / 10 / 2", "5" },
    { "100 / (10 / 2)", "20" },
    { "2 × 6 ÷ 4", "3" },
    { "๑๐ − ๒.๕", "15/2" },
    { "5–3", "2" },
    { "--5", "5" },
    { "-2 * -3", "6" },
    { "2 - -3", "5" },
    { "-a + b", "27/2" },
    { ".5 + 0.50", "1" },
    { "a / b * 100", "70" },
    { "third * 3", "1" },
    { "0.1 + 0.2", "3/10" },
    { "น้ำที่ขาย / น้ำผลิต_๑ × 100", "2915/52" },
    { "mean(x1/x4, x2/x4, x3/x4, x4/x4) * 100", "125/2" },
    { "mean(x1)", "1" },
    { "sum(x1, x2, x3, x4)", "10" },
    { "SUM(x1,Mean(x2,x4))", "4" },
    { "min(a, c, b)", "-5" },
    { "max(a, c, b)", "45" },
    { "min(3, 3.0)", "3" },
    { "zero / b", "0" },
    { "999999999999999999 * 999999999999999999", "999999999999999998000000000000000001" },
  };
  g_autoptr (GHashTable) values = create_values ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouFormula) formula = parse (cases[i].formula);
      g_autoptr (MouRatio) value = NULL;
      g_autofree char *culprit = NULL;
      g_autofree char *text = NULL;

      g_assert_cmpint (mou_formula_evaluate (formula, look_up_cb, values, &value, &culprit), ==, MOU_FORMULA_OK);
      text = mou_ratio_to_text (value);
      g_assert_cmpstr (text, ==, cases[i].value);
      g_assert_null (culprit);
    }
}

static void
test_no_value (void)
{
  static const struct
  {
    const char *formula;
    MouFormulaState state;
    const char *culprit;
  } cases[] = {
    { "missing", MOU_FORMULA_MISSING_VARIABLE, "missing" },
    { "a + -missing * zero", MOU_FORMULA_MISSING_VARIABLE, "missing" },
    { "max(a, b, missing, other)", MOU_FORMULA_MISSING_VARIABLE, "missing" },
    { "A", MOU_FORMULA_MISSING_VARIABLE, "A" },
    { "a / zero", MOU_FORMULA_DIVISION_BY_ZERO, "zero" },
    { "a / 0.00 + missing", MOU_FORMULA_DIVISION_BY_ZERO, "0.00" },
    { "100 ÷ ( b  -  45 ) * 2", MOU_FORMULA_DIVISION_BY_ZERO, "b  -  45" },
    { "1 / (zero * (a + b))", MOU_FORMULA_DIVISION_BY_ZERO, "zero * (a + b)" },
    { "1 / -zero", MOU_FORMULA_DIVISION_BY_ZERO, "-zero" },
    { "mean(1 / sum(c, 5), missing)", MOU_FORMULA_DIVISION_BY_ZERO, "sum(c, 5)" },
    { "1 / ((zero)) ", MOU_FORMULA_DIVISION_BY_ZERO, "zero" },
  };
  g_autoptr (GHashTable) values = create_values ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouFormula) formula = parse (cases[i].formula);
      g_autoptr (MouRatio) value = NULL;
      g_autofree char *culprit = NULL;

      g_assert_cmpint (mou_formula_evaluate (formula, look_up_cb, values, &value, &culprit), ==, cases[i].state);
      g_assert_null (value);
      g_assert_cmpstr (culprit, ==, cases[i].culprit);
      g_assert_cmpint (mou_formula_evaluate (formula, look_up_cb, values, &value, NULL), ==, cases[i].state);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *formula, *message;
  } cases[] = {
    { "", "a number, a name or “(” was expected, but the end stands at character 1." },
    { "  ", "a number, a name or “(” was expected, but the end stands at character 3." },
    { "a +", "a number, a name or “(” was expected, but the end stands at character 4." },
    { "a + * b", "a number, a name or “(” was expected, but “*” stands at character 5." },
    { "+a", "a number, a name or “(” was expected, but “+” stands at character 1." },
    { "a b", "an operator or the end was expected, but “b” stands at character 3." },
    { "2a", "an operator or the end was expected, but “a” stands at character 2." },
    { "1,234", "an operator or the end was expected, but “,” stands at character 2." },
    { "1.", "an operator or the end was expected, but “.” stands at character 2." },
    { "a % b", "an operator or the end was expected, but “%” stands at character 3." },
    { "(a + b", "an operator or “)” was expected, but the end stands at character 7." },
    { "a + b)", "an operator or the end was expected, but “)” stands at character 6." },
    { "()", "a number, a name or “(” was expected, but “)” stands at character 2." },
    { "น้ำ + ที่ ?", "an operator or the end was expected, but “?” stands at character 11." },
    { "่ก", "a number, a name or “(” was expected, but “" },
    { "_a", "a number, a name or “(” was expected, but “_” stands at character 1." },
    { "αβ", "a number, a name or “(” was expected, but “α” stands at character 1." },
    { "avg(a)", "one of the functions sum, mean, min and max was expected, but “a” stands at character 1." },
    { "1 + a (b)", "one of the functions sum, mean, min and max was expected, but “a” stands at character 5." },
    { "mean / 2", "“(” after the name of a function was expected, but “/” stands at character 6." },
    { "sum()", "a number, a name or “(” was expected, but “)” stands at character 5." },
    { "sum(a,)", "a number, a name or “(” was expected, but “)” stands at character 7." },
    { "sum(a; b)", "an operator, “,” or “)” was expected, but “;” stands at character 6." },
    { "a + \xff", "but a byte that is not UTF-8 stands at character 5." },
    { "a\xe0\xb9", "but a byte that is not UTF-8 stands at character 2." },
    { "99999999999999999999", "a number of at most 18 digits was expected, but “9” stands at character 1." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mou_formula_parse (cases[i].formula, &error));
      g_assert_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* `count` times `opening`, then "1", then `count` times `closing`. */
static char *
nest (const char *opening, guint count, const char *closing)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    g_string_append (text, opening);
  g_string_append_c (text, '1');
  for (guint i = 0; i < count; i++)
    g_string_append (text, closing);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_limits (void)
{
  static const struct
  {
    const char *opening;
    guint count;
    const char *closing;
    gboolean accepted;
  } cases[] = {
    { "(", MOU_FORMULA_MAX_DEPTH - 1, ")", TRUE },
    { "(", MOU_FORMULA_MAX_DEPTH, ")", FALSE },
    { "(", 1900, ")", FALSE },
    { "-", MOU_FORMULA_MAX_DEPTH - 1, "", TRUE },
    { "-", MOU_FORMULA_MAX_DEPTH, "", FALSE },
    { "max(", MOU_FORMULA_MAX_DEPTH - 1, ")", TRUE },
    { "max(", MOU_FORMULA_MAX_DEPTH, ")", FALSE },
    { "1+", 1999, "", TRUE }, /* 3,999 bytes */
    { "1+", 1999, " ", FALSE },
    { "", 254, "/1", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = nest (cases[i].opening, cases[i].count, cases[i].closing);
      g_autoptr (GError) error = NULL;
      g_autoptr (MouFormula) formula = mou_formula_parse (text, &error);
      g_autoptr (MouRatio) value = NULL;

      g_assert_cmpint (formula != NULL, ==, cases[i].accepted);
      g_assert_cmpint (error == NULL, ==, cases[i].accepted);
      if (formula != NULL)
        g_assert_cmpint (mou_formula_evaluate (formula, look_up_cb, NULL, &value, NULL), ==, MOU_FORMULA_OK);
    }
}

static void
test_argument_limit (void)
{
  for (guint extra = 0; extra < 2; extra++)
    {
      g_autofree char *arguments = nest ("", MOU_FORMULA_MAX_ARGUMENTS - 1 + extra, ",1");
      g_autofree char *text = g_strdup_printf ("sum(%s)", arguments);
      g_autoptr (MouFormula) formula = mou_formula_parse (text, NULL);

      g_assert_cmpint (formula != NULL, ==, extra == 0);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *formula, *names;
  } cases[] = {
    { "1 + 2", "" },    { "mean(x1/y1, x2/y2, x1)", "x1 y1 x2 y2" }, { "b + a + b", "b a" },
    { "a + A", "a A" }, { "น้ำที่ขาย / น้ำผลิต_๑", "น้ำที่ขาย น้ำผลิต_๑" },    { "summe + minimum", "summe minimum" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouFormula) formula = parse (cases[i].formula);
      g_autofree char *names = g_strjoinv (" ", (char **) mou_formula_get_names (formula));

      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

static void
test_excel (void)
{
  static const struct
  {
    const char *formula, *excel;
  } cases[] = {
    { "a/b*100", "$a$7 / $b$7 * 100" },
    { "(a ÷ b) × ๑๐๐.๐", "($a$7 / $b$7) * 100.0" },
    { "((a+b))*(c)", "($a$7 + $b$7) * $c$7" },
    { "a-(b-c)", "$a$7 - ($b$7 - $c$7)" },
    { "a−(b+c)/2", "$a$7 - ($b$7 + $c$7) / 2" },
    { "-(a+b)", "-($a$7 + $b$7)" },
    { "--a", "--$a$7" },
    { "a--5", "$a$7 - -5" },
    { "mean(a, (b), sum(a,b), min(1,2), max(a))", "AVERAGE($a$7, $b$7, SUM($a$7, $b$7), MIN(1, 2), MAX($a$7))" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouFormula) formula = parse (cases[i].formula);
      g_autofree char *excel = mou_formula_to_excel (formula, refer_cb, NULL);

      g_assert_cmpstr (excel, ==, cases[i].excel);
    }
}

static void
test_substitute (void)
{
  static const struct
  {
    const char *formula, *text;
  } cases[] = {
    { "(a / b) * 100", "(31.5 / 45) * 100" },
    { "a / b * 100", "31.5 / 45 * 100" },
    { "น้ำที่ขาย/น้ำผลิต_๑×100", "14.575 / 26 * 100" },
    { "a - c", "31.5 - (-5)" },
    { "-c", "-(-5)" },
    { "c", "-5" },
    { "max(c, a - c)", "max(-5, 31.5 - (-5))" },
    { "third * 3", "(1/3) * 3" },
    { "third", "1/3" },
    { "a + missing", "31.5 + missing" },
  };
  g_autoptr (GHashTable) values = create_values ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouFormula) formula = parse (cases[i].formula);
      g_autofree char *text = mou_formula_substitute (formula, look_up_cb, values);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What is written with values in place has the value of the formula. */
static void
test_substitute_keeps_value (void)
{
  static const char *const formulas[] = {
    "a - (b - c) * (a + -c) / (third - c)",
    "a / (b / c) / third",
    "a - b - c - (a - (b - c))",
    "-(c - third) * --c",
    "min(a, c) - max(c, -c)",
    "mean(third, c * (a - 1), sum(a, b) / c)",
  };
  g_autoptr (GHashTable) values = create_values ();

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autoptr (MouFormula) formula = parse (formulas[i]);
      g_autofree char *text = mou_formula_substitute (formula, look_up_cb, values);
      g_autoptr (MouFormula) filled = parse (text);
      g_autoptr (MouRatio) value = NULL;
      g_autoptr (MouRatio) again = NULL;

      g_assert_cmpint (mou_formula_evaluate (formula, look_up_cb, values, &value, NULL), ==, MOU_FORMULA_OK);
      g_assert_cmpint (mou_formula_evaluate (filled, look_up_cb, values, &again, NULL), ==, MOU_FORMULA_OK);
      g_assert_true (mou_ratio_equal (value, again));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formula/value", test_value);
  g_test_add_func ("/formula/no-value", test_no_value);
  g_test_add_func ("/formula/refuse", test_refuse);
  g_test_add_func ("/formula/limits", test_limits);
  g_test_add_func ("/formula/argument-limit", test_argument_limit);
  g_test_add_func ("/formula/names", test_names);
  g_test_add_func ("/formula/excel", test_excel);
  g_test_add_func ("/formula/substitute", test_substitute);
  g_test_add_func ("/formula/substitute-keeps-value", test_substitute_keeps_value);

  return g_test_run ();
}
