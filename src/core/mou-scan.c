/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lexical rules that decimals, notations and formulas have in common; see the header. */

#include "mou-scan.h"

#include "mou-error.h"

#include <glib/gi18n-lib.h>

/* "๐" is E0 B9 90; the other nine follow it. */
#define THAI_DIGIT_LEAD "\xE0\xB9"
#define THAI_DIGIT_ZERO 0x90

typedef struct
{
  MouDecimal value;
  gboolean fits;
} DecimalBuilder;

/* -1 and -2, the invalid and the incomplete of GLib, are beyond every real character. */
static gunichar
peek_character (const char *cursor)
{
  return g_utf8_get_char_validated (cursor, -1);
}

static gboolean
is_valid_character (gunichar character)
{
  return character != (gunichar) -1 && character != (gunichar) -2;
}

const char *
mou_scan_spaces (const char *cursor)
{
  gunichar character;

  g_return_val_if_fail (cursor != NULL, NULL);

  while (*cursor != '\0' && is_valid_character (character = peek_character (cursor)) && g_unichar_isspace (character))
    cursor = g_utf8_next_char (cursor);

  return cursor;
}

const char *
mou_scan_digit (const char *cursor, int *digit)
{
  g_return_val_if_fail (cursor != NULL && digit != NULL, NULL);

  if (g_ascii_isdigit (*cursor))
    {
      *digit = *cursor - '0';
      return cursor + 1;
    }

  if (g_str_has_prefix (cursor, THAI_DIGIT_LEAD) && (guchar) cursor[2] >= THAI_DIGIT_ZERO && (guchar) cursor[2] < THAI_DIGIT_ZERO + 10)
    {
      *digit = (guchar) cursor[2] - THAI_DIGIT_ZERO;
      return cursor + 3;
    }

  return NULL;
}

const char *
mou_scan_sign (const char *cursor, gboolean *negative)
{
  static const char *const signs[] = { "+", "-", "\u2212", "\u2013" };

  g_return_val_if_fail (cursor != NULL && negative != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (cursor, signs[i]))
      {
        *negative = i > 0;
        return cursor + strlen (signs[i]);
      }

  return NULL;
}

static void
append_digit (DecimalBuilder *builder, int digit)
{
  gint64 *coefficient = &builder->value.coefficient;

  builder->fits = builder->fits && !__builtin_mul_overflow (*coefficient, 10, coefficient)
                  && !__builtin_add_overflow (*coefficient, digit, coefficient);
}

/* TRUE at a comma that exactly three digits follow. */
static gboolean
is_group_comma (const char *cursor)
{
  int digit;

  if (*cursor++ != ',')
    return FALSE;

  for (guint i = 0; i < 3; i++)
    if ((cursor = mou_scan_digit (cursor, &digit)) == NULL)
      return FALSE;

  return mou_scan_digit (cursor, &digit) == NULL;
}

static const char *
scan_whole_part (const char *cursor, gboolean grouped, DecimalBuilder *builder, guint *n_digits)
{
  gboolean in_groups = FALSE;
  int first = 0, digit;

  for (*n_digits = 0;;)
    {
      const char *next = mou_scan_digit (cursor, &digit);

      if (next != NULL)
        {
          first = *n_digits == 0 ? digit : first;
          append_digit (builder, digit);
          (*n_digits)++;
          cursor = next;
        }
      /* "0,125" is more likely a decimal comma than a hundred and twenty-five. */
      else if (grouped && (in_groups || (*n_digits >= 1 && *n_digits <= 3 && first != 0)) && is_group_comma (cursor))
        {
          in_groups = TRUE;
          cursor++;
        }
      else
        return cursor;
    }
}

/* A point belongs to the number only when a digit follows it. */
static const char *
scan_fraction (const char *cursor, DecimalBuilder *builder, guint *n_digits)
{
  const char *next;
  int digit;

  if (*cursor != '.' || mou_scan_digit (cursor + 1, &digit) == NULL)
    return cursor;

  for (cursor++; (next = mou_scan_digit (cursor, &digit)) != NULL; cursor = next)
    {
      append_digit (builder, digit);
      builder->fits = builder->fits && builder->value.scale < MOU_DECIMAL_MAX_SCALE;
      if (builder->fits)
        builder->value.scale++;
      (*n_digits)++;
    }

  return cursor;
}

const char *
mou_scan_decimal (const char *cursor, gboolean grouped, MouDecimal *out, gboolean *fits)
{
  DecimalBuilder builder = { MOU_DECIMAL_ZERO, TRUE };
  guint n_whole, n_fraction = 0;

  g_return_val_if_fail (cursor != NULL && out != NULL && fits != NULL, NULL);

  cursor = scan_whole_part (cursor, grouped, &builder, &n_whole);
  cursor = scan_fraction (cursor, &builder, &n_fraction);
  if (n_whole + n_fraction == 0)
    return NULL;

  *fits = builder.fits;
  *out = builder.fits ? builder.value : MOU_DECIMAL_ZERO;
  return cursor;
}

glong
mou_scan_position (const char *text, const char *cursor)
{
  g_return_val_if_fail (text != NULL && cursor >= text, 1);

  return g_utf8_strlen (text, cursor - text) + 1;
}

char *
mou_scan_describe (const char *cursor)
{
  gunichar character;

  g_return_val_if_fail (cursor != NULL, NULL);

  if (*cursor == '\0')
    return g_strdup (_ ("the end"));

  character = peek_character (cursor);
  if (!is_valid_character (character))
    return g_strdup (_ ("a byte that is not UTF-8"));
  if (!g_unichar_isgraph (character))
    return g_strdup_printf (_ ("the character U+%04X"), character);

  return g_strdup_printf ("“%.*s”", (int) (g_utf8_next_char (cursor) - cursor), cursor);
}

gboolean
mou_scan_refuse (const char *text, const char *cursor, const char *subject, const char *expected, GError **error)
{
  g_autofree char *found = mou_scan_describe (cursor);

  g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID, _ ("In %s %s was expected, but %s stands at character %ld."), subject,
               expected, found, mou_scan_position (text, cursor));
  return FALSE;
}
