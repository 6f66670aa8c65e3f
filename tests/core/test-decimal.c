/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typed numbers: what is read, what is refused and where, and that comparing and adding never overflow silently. */

#include "mou-decimal.h"

#include "mou-error.h"

static MouDecimal
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  MouDecimal value = MOU_DECIMAL_ZERO;

  g_assert_true (mou_decimal_parse (text, &value, &error));
  g_assert_no_error (error);
  return value;
}

static void
test_read (void)
{
  static const struct
  {
    const char *text, *canonical;
  } cases[] = {
    { "0", "0" },
    { "-0", "0" },
    { "-0.00", "0.00" },
    { "007", "7" },
    { "+5", "5" },
    { "96.0", "96.0" },
    { ".5", "0.5" },
    { "-.05", "-0.05" },
    { "  1250 ", "1250" },
    { "\u00a01250\t\n", "1250" },
    { "1,234,567.890", "1234567.890" },
    { "12,345", "12345" },
    { "-123,456", "-123456" },
    { "๑,๒๓๔.๕๐", "1234.50" },
    { "๑2๓", "123" },
    { "\u22125", "-5" },
    { "\u20130.05", "-0.05" },
    { "9223372036854775807", "9223372036854775807" },
    { "-9223372036854775807", "-9223372036854775807" },
    { "9.223372036854775807", "9.223372036854775807" },
    { "0.000000000000000001", "0.000000000000000001" },
    { "00000000000000000000000000000000000001", "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mou_decimal_to_text (parse (cases[i].text));

      g_assert_cmpstr (text, ==, cases[i].canonical);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    MouCoreError code;
    const char *message; /* a part of it */
  } cases[] = {
    { "", MOU_CORE_ERROR_INVALID, "the end stands at character 1" },
    { "   ", MOU_CORE_ERROR_INVALID, "the end stands at character 4" },
    { "-", MOU_CORE_ERROR_INVALID, "the end stands at character 2" },
    { "--5", MOU_CORE_ERROR_INVALID, "“-” stands at character 2" },
    { "- 5", MOU_CORE_ERROR_INVALID, "U+0020 stands at character 2" },
    { "12a", MOU_CORE_ERROR_INVALID, "“a” stands at character 3" },
    { "๑๒ก", MOU_CORE_ERROR_INVALID, "“ก” stands at character 3" },
    { "50%", MOU_CORE_ERROR_INVALID, "“%” stands at character 3" },
    { "5.", MOU_CORE_ERROR_INVALID, "“.” stands at character 2" },
    { ".", MOU_CORE_ERROR_INVALID, "“.” stands at character 1" },
    { "1.2.3", MOU_CORE_ERROR_INVALID, "“.” stands at character 4" },
    { "1e5", MOU_CORE_ERROR_INVALID, "“e” stands at character 2" },
    { "12,34", MOU_CORE_ERROR_INVALID, "“,” stands at character 3" },
    { "1234,567", MOU_CORE_ERROR_INVALID, "“,” stands at character 5" },
    { "1,2345", MOU_CORE_ERROR_INVALID, "“,” stands at character 2" },
    { "1,234,56", MOU_CORE_ERROR_INVALID, "“,” stands at character 6" },
    { "1,234567", MOU_CORE_ERROR_INVALID, "“,” stands at character 2" },
    { "0,125", MOU_CORE_ERROR_INVALID, "“,” stands at character 2" },
    { ",123", MOU_CORE_ERROR_INVALID, "“,” stands at character 1" },
    { "1.234,567", MOU_CORE_ERROR_INVALID, "“,” stands at character 6" },
    { "1 234", MOU_CORE_ERROR_INVALID, "“2” stands at character 3" },
    { "5\xff", MOU_CORE_ERROR_INVALID, "not UTF-8 stands at character 2" },
    { "\xe0\xb9", MOU_CORE_ERROR_INVALID, "not UTF-8 stands at character 1" },
    { "N/A", MOU_CORE_ERROR_INVALID, "“N” stands at character 1" },
    { "9223372036854775808", MOU_CORE_ERROR_RANGE, "too many digits" },
    { "-9223372036854775808", MOU_CORE_ERROR_RANGE, "too many digits" },
    { "99999999999999999999999999", MOU_CORE_ERROR_RANGE, "too many digits" },
    { "0.0000000000000000000", MOU_CORE_ERROR_RANGE, "too many digits" },
    { " 10.000000000000000000", MOU_CORE_ERROR_RANGE, "number at character 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MouDecimal value = { 77, 7 };

      g_assert_false (mou_decimal_parse (cases[i].text, &value, &error));
      g_assert_error (error, MOU_CORE_ERROR, (int) cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_nonnull (strstr (error->message, cases[i].message));
      g_assert_cmpint (value.coefficient, ==, 77);
      g_assert_cmpuint (value.scale, ==, 7);
    }
}

static void
test_format (void)
{
  static const struct
  {
    const char *text;
    int decimals;
    const char *formatted;
  } cases[] = {
    { "1234567.5", -1, "1,234,567.5" },
    { "96.0", -1, "96.0" },
    { "-0.0", -1, "0.0" },
    { "999", -1, "999" },
    { "-1000", -1, "-1,000" },
    { "1271.47", 1, "1,271.5" },
    { "1271.47", 4, "1,271.4700" },
    { "0.125", 2, "0.13" },
    { "-0.125", 2, "-0.13" },
    { "0.124", 2, "0.12" },
    { "999.995", 2, "1,000.00" },
    { "-0.4", 0, "0" },
    { "0.5", 0, "1" },
    { "9223372036854775807", 2, "9,223,372,036,854,775,807.00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *formatted = mou_decimal_format (parse (cases[i].text), cases[i].decimals);

      g_assert_cmpstr (formatted, ==, cases[i].formatted);
    }
}

static void
test_compare (void)
{
  static const struct
  {
    const char *a, *b;
    int order;
  } cases[] = {
    { "96", "96.0", 0 },
    { "-0", "0.000", 0 },
    { "95.99", "96", -1 },
    { "-1", "1", -1 },
    { "-1.5", "-1.25", -1 },
    { "9223372036854775807", "0.000000000000000001", 1 },
    { "-9223372036854775807", "-9.223372036854775807", -1 },
    { "9223372036854775807", "9.223372036854775807", 1 },
    { "1", "1.000000000000000001", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MouDecimal a = parse (cases[i].a), b = parse (cases[i].b);

      g_assert_cmpint (mou_decimal_compare (a, b), ==, cases[i].order);
      g_assert_cmpint (mou_decimal_compare (b, a), ==, -cases[i].order);
      g_assert_cmpint (mou_decimal_equal (a, b), ==, cases[i].order == 0);
    }
}

static void
test_sign (void)
{
  g_autofree char *negated = mou_decimal_to_text (mou_decimal_negate (parse ("-1.50")));

  g_assert_cmpint (mou_decimal_sign (parse ("-0.01")), ==, -1);
  g_assert_cmpint (mou_decimal_sign (parse ("-0.00")), ==, 0);
  g_assert_cmpint (mou_decimal_sign (parse ("3")), ==, 1);
  g_assert_cmpstr (negated, ==, "1.50");
  g_assert_true (ABS (mou_decimal_to_double (parse ("-1271.47")) + 1271.47) < 1e-9);
}

static void
test_add (void)
{
  /* A NULL result does not fit. */
  static const struct
  {
    const char *a, *b, *sum, *difference;
  } cases[] = {
    { "1", "2", "3", "-1" },
    { "0.1", "0.20", "0.30", "-0.10" },
    { "7.41", "-0.05", "7.36", "7.46" },
    { "96.0", "-96", "0.0", "192.0" },
    { "9223372036854775807", "1", NULL, "9223372036854775806" },
    { "-9223372036854775807", "1", "-9223372036854775806", NULL },
    { "9223372036854775807", "0.1", NULL, NULL },
    { "10", "0.000000000000000001", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MouDecimal a = parse (cases[i].a), b = parse (cases[i].b), sum = { 77, 7 }, difference = { 77, 7 };
      gboolean sum_fits = mou_decimal_add (a, b, &sum), difference_fits = mou_decimal_subtract (a, b, &difference);
      g_autofree char *sum_text = mou_decimal_to_text (sum);
      g_autofree char *difference_text = mou_decimal_to_text (difference);

      g_assert_cmpint (sum_fits, ==, cases[i].sum != NULL);
      g_assert_cmpint (difference_fits, ==, cases[i].difference != NULL);
      g_assert_cmpstr (sum_text, ==, sum_fits ? cases[i].sum : "0.0000077");
      g_assert_cmpstr (difference_text, ==, difference_fits ? cases[i].difference : "0.0000077");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decimal/read", test_read);
  g_test_add_func ("/decimal/refuse", test_refuse);
  g_test_add_func ("/decimal/format", test_format);
  g_test_add_func ("/decimal/compare", test_compare);
  g_test_add_func ("/decimal/sign", test_sign);
  g_test_add_func ("/decimal/add", test_add);

  return g_test_run ();
}
