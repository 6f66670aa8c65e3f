/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fiscal years and the days they span, and dates as Thai people write them. */

#include "mou-fiscal-year.h"

#include "mou-error.h"

static void
test_read (void)
{
  static const char *const texts[] = { "2567", "๒๕๖๗", " 2567 ", "25๖๗" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      int year = 0;

      g_assert_true (mou_fiscal_year_parse (texts[i], &year, &error));
      g_assert_no_error (error);
      g_assert_cmpint (year, ==, 2567);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    MouCoreError code;
    const char *message;
  } cases[] = {
    { "", MOU_CORE_ERROR_INVALID, "four digits" },
    { "256", MOU_CORE_ERROR_INVALID, "four digits" },
    { "25670", MOU_CORE_ERROR_INVALID, "four digits" },
    { "-2567", MOU_CORE_ERROR_INVALID, "four digits" },
    { "2567.0", MOU_CORE_ERROR_INVALID, "four digits" },
    { "2024", MOU_CORE_ERROR_RANGE, "2024 is a year of the Common Era; in the Buddhist Era it is 2567" },
    { "2399", MOU_CORE_ERROR_RANGE, "2399 is a year of the Common Era" },
    { "0001", MOU_CORE_ERROR_RANGE, "from 2400 to 2999, not 1" },
    { "3000", MOU_CORE_ERROR_RANGE, "from 2400 to 2999, not 3000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      int year = 77;

      g_assert_false (mou_fiscal_year_parse (cases[i].text, &year, &error));
      g_assert_error (error, MOU_CORE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].message));
      g_assert_cmpint (year, ==, 77);
    }
}

static void
test_days (void)
{
  static const struct
  {
    int year, start_month;
    const char *first, *last;
  } cases[] = {
    { 2567, 10, "2023-10-01", "2024-09-30" },
    { 2567, 1, "2024-01-01", "2024-12-31" },
    { 2567, 3, "2023-03-01", "2024-02-29" },
    { 2568, 3, "2024-03-01", "2025-02-28" },
    { MOU_FISCAL_YEAR_MIN, 12, "1856-12-01", "1857-11-30" },
    { MOU_FISCAL_YEAR_MAX, 1, "2456-01-01", "2456-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = mou_fiscal_year_first_day (cases[i].year, cases[i].start_month);
      g_autofree char *last = mou_fiscal_year_last_day (cases[i].year, cases[i].start_month);

      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (last, ==, cases[i].last);
    }
}

static void
test_dates (void)
{
  /* NULL: not a date. */
  static const struct
  {
    const char *iso, *arabic, *thai;
  } cases[] = {
    { "2024-09-30", "30 กันยายน 2567", "๓๐ กันยายน ๒๕๖๗" },
    { "2024-02-29", "29 กุมภาพันธ์ 2567", "๒๙ กุมภาพันธ์ ๒๕๖๗" },
    { "2020-03-02", "2 มีนาคม 2563", "๒ มีนาคม ๒๕๖๓" },
    { "2023-02-29", NULL, NULL },
    { "2024-13-01", NULL, NULL },
    { "2024-00-10", NULL, NULL },
    { "2024-01-32", NULL, NULL },
    { "0000-01-01", NULL, NULL },
    { "2024-9-30", NULL, NULL },
    { "2024-09-30 ", NULL, NULL },
    { "2024/09/30", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *arabic = mou_date_format_thai (cases[i].iso, FALSE);
      g_autofree char *thai = mou_date_format_thai (cases[i].iso, TRUE);

      g_assert_cmpint (mou_date_is_valid (cases[i].iso), ==, cases[i].arabic != NULL);
      g_assert_cmpstr (arabic, ==, cases[i].arabic);
      g_assert_cmpstr (thai, ==, cases[i].thai);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fiscal-year/read", test_read);
  g_test_add_func ("/fiscal-year/refuse", test_refuse);
  g_test_add_func ("/fiscal-year/days", test_days);
  g_test_add_func ("/fiscal-year/dates", test_dates);

  return g_test_run ();
}
