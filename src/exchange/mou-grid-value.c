/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells to values. Numbers pass through their shortest decimal, days through GDate. */

#include "mou-grid-value.h"

#include "mou-decimal.h"
#include "mou-fiscal-year.h"
#include "mou-thai.h"
#include "mou-value.h"
#include "mou-xlsx-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define EXPONENT_MAX 20
#define LEAP_DAY_1900 60 /* the 29th of February 1900, which never was */
#define LAST_DAY 2958465 /* 31 December 9999 */
#define DAYS_BETWEEN_EPOCHS 1462

/* Numbers */

static gboolean
reads_as (const char *text, double number)
{
  double read = g_ascii_strtod (text, NULL);

  return memcmp (&read, &number, sizeof read) == 0;
}

static void
append_zeros (GString *text, int count)
{
  for (int i = 0; i < count; i++)
    g_string_append_c (text, '0');
}

/* "1.5e-07" → "0.00000015": decimals know no exponents. */
static char *
write_plain (const char *scientific)
{
  const char *mark = strchr (scientific, 'e');
  int exponent = mark != NULL ? (int) g_ascii_strtoll (mark + 1, NULL, 10) : 0;
  g_autoptr (GString) digits = g_string_new (NULL);
  GString *plain;

  if (mark == NULL || ABS (exponent) > EXPONENT_MAX)
    return g_strdup (scientific);

  for (const char *p = scientific; p < mark; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  plain = g_string_new (*scientific == '-' ? "-" : "");
  if (exponent < 0)
    g_string_append (plain, "0.");
  append_zeros (plain, -exponent - 1);
  g_string_append (plain, digits->str);
  append_zeros (plain, exponent + 1 - (int) digits->len);

  return g_string_free (plain, FALSE);
}

static char *
write_number (double number, gboolean computed)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *plain = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], number);
      if (computed || reads_as (buffer, number))
        break;
    }
  plain = write_plain (buffer);
  if (strcmp (plain, "-0") == 0)
    return g_strdup ("0");

  return g_steal_pointer (&plain);
}

gboolean
mou_grid_number_keeps (const char *text, double *number)
{
  g_autofree char *again = NULL;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  *number = g_ascii_strtod (text, NULL);
  again = write_number (*number, FALSE);

  return strcmp (again, text) == 0;
}

/* Days */

/* As spreadsheets count, who took 1900 for a leap year; FALSE when it is no day. */
static gboolean
find_day (double number, gboolean dates_1904, GDate *day)
{
  int serial;

  if (!(number >= 1) || number >= LAST_DAY + 1)
    return FALSE;

  serial = (int) number;
  if (dates_1904)
    serial += DAYS_BETWEEN_EPOCHS;
  if (serial == LEAP_DAY_1900 || serial > LAST_DAY)
    return FALSE;
  g_date_set_dmy (day, 31, G_DATE_DECEMBER, 1899);
  g_date_add_days (day, (guint) (serial > LEAP_DAY_1900 ? serial - 1 : serial));

  return TRUE;
}

/* A year of the Buddhist Era is one of the Common Era that lies far ahead. */
static char *
write_day (int year, int month, int day)
{
  return g_strdup_printf ("%04d-%02d-%02d", year >= MOU_FISCAL_YEAR_MIN ? year - MOU_BUDDHIST_ERA_OFFSET : year, month, day);
}

/* "2024-09-30", "30/9/2567", "30.9.2567", "2567-09-30 00:00:00"; anything else as it is. */
static char *
read_day (const char *text)
{
  g_autofree char *digits = mou_thai_digits_to_arabic (text);
  g_autoptr (GRegex) iso = g_regex_new ("^\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ][0-9:.Z]*)?\\s*$", 0, 0, NULL);
  g_autoptr (GRegex) common = g_regex_new ("^\\s*(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gboolean year_first;

  g_assert (iso != NULL && common != NULL);
  year_first = g_regex_match (iso, digits, 0, &match);
  if (!year_first)
    {
      g_clear_pointer (&match, g_match_info_unref);
      if (!g_regex_match (common, digits, 0, &match))
        return g_strdup (text);
    }

  g_autofree char *first = g_match_info_fetch (match, 1);
  g_autofree char *month = g_match_info_fetch (match, 2);
  g_autofree char *last = g_match_info_fetch (match, 3);

  return write_day (atoi (year_first ? first : last), atoi (month), atoi (year_first ? last : first));
}

/* Choices and truths */

char *
mou_grid_write_choice (const MouField *field, const char *choice)
{
  const char *label = mou_value_choice_label (field, choice);

  return strcmp (label, choice) == 0 ? g_strdup (choice) : g_strdup_printf ("%s (%s)", label, choice);
}

/* The key, its label, or the two together as they were written, in whatever language. */
static gboolean
names_choice (const MouField *field, const char *text, const char *choice)
{
  g_autofree char *in_brackets = g_strdup_printf (" (%s)", choice);

  return g_ascii_strcasecmp (text, choice) == 0 || g_str_has_suffix (text, in_brackets)
         || strcmp (text, mou_value_choice_label (field, choice)) == 0;
}

static char *
read_choice (const MouField *field, const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  for (guint i = 0; field->choices[i] != NULL; i++)
    if (names_choice (field, trimmed, field->choices[i]))
      return g_strdup (field->choices[i]);

  return g_strdup (text);
}

static char *
read_truth (const char *text)
{
  static const char *const yes[] = { "ใช่", "จริง", NULL };
  static const char *const no[] = { "ไม่ใช่", "ไม่", "เท็จ", NULL };
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (g_strv_contains (yes, trimmed))
    return g_strdup ("1");

  return g_strdup (g_strv_contains (no, trimmed) ? "0" : text);
}

/* Cells */

static char *
read_typed (const MouField *field, const char *text)
{
  switch (field->type)
    {
    case MOU_FIELD_CHOICE:
      return read_choice (field, text);
    case MOU_FIELD_DATE:
      return read_day (text);
    case MOU_FIELD_BOOLEAN:
      return read_truth (text);
    case MOU_FIELD_TEXT:
    case MOU_FIELD_LONG_TEXT:
    case MOU_FIELD_DECIMAL:
    case MOU_FIELD_INTEGER:
    case MOU_FIELD_YEAR:
    case MOU_FIELD_HISTORY:
    case MOU_FIELD_REFERENCE:
    default:
      return g_strdup (text);
    }
}

static char *
read_number (const MouGrid *grid, const MouGridCell *cell, const MouField *field)
{
  GDate day;

  g_date_clear (&day, 1);
  if (field != NULL && field->type == MOU_FIELD_DATE && find_day (cell->number, grid->dates_1904, &day))
    return write_day (g_date_get_year (&day), (int) g_date_get_month (&day), g_date_get_day (&day));

  return write_number (cell->number, cell->computed);
}

/* `field` NULL: any text. */
static gboolean
read_cell (const MouGrid *grid, guint row, guint column, const MouField *field, char **text, GError **error)
{
  const MouGridCell *cell = mou_grid_get (grid, row, column);

  switch (cell->type)
    {
    case MOU_GRID_ERROR:
      return mou_grid_refuse (grid, row, column, error, _ ("found %s, expected a value"), cell->text);
    case MOU_GRID_NUMBER:
      *text = read_number (grid, cell, field);
      return TRUE;
    case MOU_GRID_TEXT:
      *text = field != NULL ? read_typed (field, cell->text) : g_strdup (cell->text);
      return TRUE;
    case MOU_GRID_BOOLEAN:
    case MOU_GRID_BLANK:
    default:
      *text = g_strdup (cell->text);
      return TRUE;
    }
}

gboolean
mou_grid_read_text (const MouGrid *grid, guint row, guint column, char **text, GError **error)
{
  g_return_val_if_fail (grid != NULL && text != NULL, FALSE);

  *text = NULL;

  return read_cell (grid, row, column, NULL, text, error);
}

gboolean
mou_grid_read_value (const MouGrid *grid, guint row, guint column, const MouField *field, char **value, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (grid != NULL && field != NULL && value != NULL, FALSE);

  *value = NULL;
  if (!read_cell (grid, row, column, field, &text, error))
    return FALSE;
  if (mou_value_normalise (field, text, value, &cause))
    return TRUE;

  return mou_grid_refuse (grid, row, column, error, "%s", cause->message);
}

/* Equal numbers, where zeros at the end are no news. */
static gboolean
says_number (const char *typed, const char *stored)
{
  MouDecimal here, there;

  return mou_decimal_parse (typed, &here, NULL) && mou_decimal_parse (stored, &there, NULL) && mou_decimal_equal (here, there);
}

gboolean
mou_grid_says (const MouGrid *grid, guint row, guint column, const MouField *field, const char *stored)
{
  const MouGridCell *cell = mou_grid_get (grid, row, column);
  gboolean is_number = field->type == MOU_FIELD_DECIMAL || field->type == MOU_FIELD_HISTORY;
  g_autofree char *written = NULL;

  g_return_val_if_fail (grid != NULL && stored != NULL, FALSE);

  if (is_number && cell->type == MOU_GRID_NUMBER)
    {
      written = write_number (cell->number, cell->computed);
      return says_number (written, stored);
    }
  if (is_number && grid->name == NULL)
    return says_number (cell->text, stored);
  written = mou_xlsx_text_for_cell (stored);

  return cell->type == MOU_GRID_TEXT && strcmp (written, cell->text) == 0;
}
