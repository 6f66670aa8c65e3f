/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fiscal years and Thai dates. GDate knows the calendar; the month names are our own, since the locale need not be Thai. */

#include "mou-fiscal-year.h"

#include "mou-error.h"
#include "mou-scan.h"
#include "mou-thai.h"

#include <glib/gi18n-lib.h>

#define ISO_DATE_LENGTH 10

static const char *const thai_months[12] = {
  "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
};

static gboolean
scan_year (const char *text, int *year)
{
  const char *cursor = mou_scan_spaces (text);
  int digit;

  *year = 0;
  for (guint i = 0; i < 4; i++)
    {
      if ((cursor = mou_scan_digit (cursor, &digit)) == NULL)
        return FALSE;
      *year = *year * 10 + digit;
    }

  return *mou_scan_spaces (cursor) == '\0';
}

gboolean
mou_fiscal_year_parse (const char *text, int *out, GError **error)
{
  int year, counterpart;

  g_return_val_if_fail (text != NULL && out != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!scan_year (text, &year))
    {
      g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID,
                   _ ("A year of the Buddhist Era was expected: four digits, such as 2567."));
      return FALSE;
    }

  if (year >= MOU_FISCAL_YEAR_MIN && year <= MOU_FISCAL_YEAR_MAX)
    {
      *out = year;
      return TRUE;
    }

  counterpart = year + MOU_BUDDHIST_ERA_OFFSET;
  if (counterpart >= MOU_FISCAL_YEAR_MIN && counterpart <= MOU_FISCAL_YEAR_MAX)
    g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_RANGE, _ ("%d is a year of the Common Era; in the Buddhist Era it is %d."), year,
                 counterpart);
  else
    g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_RANGE, _ ("A year of the Buddhist Era is from %d to %d, not %d."),
                 MOU_FISCAL_YEAR_MIN, MOU_FISCAL_YEAR_MAX, year);
  return FALSE;
}

static void
init_first_day (GDate *date, int year, int start_month)
{
  int common_year = year - MOU_BUDDHIST_ERA_OFFSET - (start_month == 1 ? 0 : 1);

  g_date_clear (date, 1);
  g_date_set_dmy (date, 1, (GDateMonth) start_month, (GDateYear) common_year);
}

static char *
format_iso (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

char *
mou_fiscal_year_first_day (int year, int start_month)
{
  GDate date;

  g_return_val_if_fail (year >= MOU_FISCAL_YEAR_MIN && year <= MOU_FISCAL_YEAR_MAX, NULL);
  g_return_val_if_fail (start_month >= 1 && start_month <= 12, NULL);

  init_first_day (&date, year, start_month);
  return format_iso (&date);
}

char *
mou_fiscal_year_last_day (int year, int start_month)
{
  GDate date;

  g_return_val_if_fail (year >= MOU_FISCAL_YEAR_MIN && year <= MOU_FISCAL_YEAR_MAX, NULL);
  g_return_val_if_fail (start_month >= 1 && start_month <= 12, NULL);

  init_first_day (&date, year + 1, start_month);
  g_date_subtract_days (&date, 1);
  return format_iso (&date);
}

static gboolean
parse_iso (const char *iso, GDate *date)
{
  int year, month, day;

  if (strnlen (iso, ISO_DATE_LENGTH + 1) != ISO_DATE_LENGTH)
    return FALSE;

  for (guint i = 0; i < ISO_DATE_LENGTH; i++)
    if (i == 4 || i == 7 ? iso[i] != '-' : !g_ascii_isdigit (iso[i]))
      return FALSE;

  year = (int) g_ascii_strtoll (iso, NULL, 10);
  month = (int) g_ascii_strtoll (iso + 5, NULL, 10);
  day = (int) g_ascii_strtoll (iso + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

gboolean
mou_date_is_valid (const char *iso)
{
  GDate date;

  g_return_val_if_fail (iso != NULL, FALSE);

  return parse_iso (iso, &date);
}

char *
mou_date_format_thai (const char *iso, gboolean thai_digits)
{
  g_autofree char *text = NULL;
  GDate date;

  g_return_val_if_fail (iso != NULL, NULL);

  if (!parse_iso (iso, &date))
    return NULL;

  text = g_strdup_printf ("%d %s %d", g_date_get_day (&date), thai_months[g_date_get_month (&date) - 1],
                          g_date_get_year (&date) + MOU_BUDDHIST_ERA_OFFSET);

  return thai_digits ? mou_thai_digits_from_arabic (text) : g_steal_pointer (&text);
}
