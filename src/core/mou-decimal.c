/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typed numbers. A coefficient is never G_MININT64, so that every value has a negative; a comparison widens to 128 bits,
 * which hold the product of any coefficient and any power of ten up to the greatest scale. */

#include "mou-decimal.h"

#include "mou-error.h"
#include "mou-rounding.h"
#include "mou-scan.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static gint64
get_power_of_ten (guint exponent)
{
  static const gint64 powers[MOU_DECIMAL_MAX_SCALE + 1] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    10000000000,
    100000000000,
    1000000000000,
    10000000000000,
    100000000000000,
    1000000000000000,
    10000000000000000,
    100000000000000000,
    1000000000000000000,
  };

  g_assert (exponent <= MOU_DECIMAL_MAX_SCALE);

  return powers[exponent];
}

static gboolean
rescale (MouDecimal value, guint8 scale, gint64 *coefficient)
{
  g_assert (scale >= value.scale);

  return !__builtin_mul_overflow (value.coefficient, get_power_of_ten (scale - value.scale), coefficient);
}

/* The comma stands before every third digit, counted from the point. */
static char *
group_digits (const char *text)
{
  g_autoptr (GString) grouped = g_string_new (NULL);
  gsize n_digits;

  if (*text == '-')
    g_string_append_c (grouped, *text++);

  n_digits = strcspn (text, ".");
  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        g_string_append_c (grouped, ',');
      g_string_append_c (grouped, text[i]);
    }
  g_string_append (grouped, text + n_digits);

  return g_string_free (g_steal_pointer (&grouped), FALSE);
}

static void
set_unexpected (GError **error, const char *text, const char *cursor)
{
  g_autofree char *found = mou_scan_describe (cursor);

  g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID, _ ("A number was expected, but %s stands at character %ld."), found,
               mou_scan_position (text, cursor));
}

gboolean
mou_decimal_parse (const char *text, MouDecimal *out, GError **error)
{
  const char *cursor, *next;
  gboolean negative = FALSE, fits;
  MouDecimal value;

  g_return_val_if_fail (text != NULL && out != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  cursor = mou_scan_spaces (text);
  if ((next = mou_scan_sign (cursor, &negative)) != NULL)
    cursor = next;

  if ((next = mou_scan_decimal (cursor, TRUE, &value, &fits)) == NULL || *(next = mou_scan_spaces (next)) != '\0')
    {
      set_unexpected (error, text, next != NULL ? next : cursor);
      return FALSE;
    }

  if (!fits)
    {
      g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_RANGE,
                   _ ("The number at character %ld has too many digits: at most 18, of which any may stand behind the point."),
                   mou_scan_position (text, cursor));
      return FALSE;
    }

  *out = negative ? mou_decimal_negate (value) : value;
  return TRUE;
}

char *
mou_decimal_to_text (MouDecimal value)
{
  char digits[32];
  int length;

  g_return_val_if_fail (value.scale <= MOU_DECIMAL_MAX_SCALE, NULL);

  /* At least one digit before the point. */
  length = g_snprintf (digits, sizeof digits, "%0*" G_GINT64_FORMAT, value.scale + 1, (gint64) llabs (value.coefficient));

  return g_strdup_printf ("%s%.*s%s%s", value.coefficient < 0 ? "-" : "", length - value.scale, digits, value.scale > 0 ? "." : "",
                          digits + length - value.scale);
}

char *
mou_decimal_format (MouDecimal value, int decimals)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (decimals >= -1 && decimals <= MOU_DECIMAL_MAX_SCALE, NULL);

  if (decimals < 0 || decimals == value.scale)
    {
      text = mou_decimal_to_text (value);
    }
  else
    {
      g_autoptr (MouRatio) ratio = mou_ratio_new_from_decimal (value);

      text = mou_rounding_to_text (ratio, decimals);
    }

  return group_digits (text);
}

int
mou_decimal_compare (MouDecimal a, MouDecimal b)
{
  guint8 scale = MAX (a.scale, b.scale);
  __int128 left = (__int128) a.coefficient * get_power_of_ten (scale - a.scale);
  __int128 right = (__int128) b.coefficient * get_power_of_ten (scale - b.scale);

  return (left > right) - (left < right);
}

gboolean
mou_decimal_equal (MouDecimal a, MouDecimal b)
{
  return mou_decimal_compare (a, b) == 0;
}

int
mou_decimal_sign (MouDecimal value)
{
  return (value.coefficient > 0) - (value.coefficient < 0);
}

MouDecimal
mou_decimal_negate (MouDecimal value)
{
  g_return_val_if_fail (value.coefficient != G_MININT64, value);

  return (MouDecimal){ -value.coefficient, value.scale };
}

gboolean
mou_decimal_add (MouDecimal a, MouDecimal b, MouDecimal *out)
{
  guint8 scale = MAX (a.scale, b.scale);
  gint64 left, right, sum;

  g_return_val_if_fail (out != NULL, FALSE);

  if (!rescale (a, scale, &left) || !rescale (b, scale, &right) || __builtin_add_overflow (left, right, &sum) || sum == G_MININT64)
    return FALSE;

  *out = (MouDecimal){ sum, scale };
  return TRUE;
}

gboolean
mou_decimal_subtract (MouDecimal a, MouDecimal b, MouDecimal *out)
{
  return mou_decimal_add (a, mou_decimal_negate (b), out);
}

double
mou_decimal_to_double (MouDecimal value)
{
  return (double) value.coefficient / (double) get_power_of_ten (value.scale);
}
