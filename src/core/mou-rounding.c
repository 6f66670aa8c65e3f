/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rounding, once for the whole program: the magnitude is scaled to whole units of the last place, half a unit is added, and
 * what is behind the point is dropped. Exact, so a tie is always seen as a tie. */

#include "mou-rounding.h"

/* 10^places. */
static MouRatio *
create_unit_count (int places)
{
  gint64 power = 1;

  for (int i = 0; i < places; i++)
    power *= 10;

  return mou_ratio_new (power, 1);
}

/* |ratio| in whole units of 10^-places, rounded half up. */
static MouRatio *
count_units (const MouRatio *ratio, int places)
{
  g_autoptr (MouRatio) per_one = create_unit_count (places);
  g_autoptr (MouRatio) scaled = mou_ratio_multiply (ratio, per_one);
  g_autoptr (MouRatio) half = mou_ratio_new (mou_ratio_sign (ratio) < 0 ? -1 : 1, 2);
  g_autoptr (MouRatio) beyond = mou_ratio_add (scaled, half);

  return mou_ratio_truncate (beyond);
}

static void
strip_trailing_zeros (char *text)
{
  gsize length = strlen (text);

  if (strchr (text, '.') == NULL)
    return;

  while (text[length - 1] == '0')
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[length - 1] = '\0';
}

char *
mou_rounding_to_text (const MouRatio *ratio, int places)
{
  g_autoptr (MouRatio) units = NULL;
  g_autoptr (GString) text = NULL;
  g_autofree char *digits = NULL;
  gsize sign_length;

  g_return_val_if_fail (ratio != NULL, NULL);
  g_return_val_if_fail (places >= 0 && places <= MOU_DECIMAL_MAX_SCALE, NULL);

  units = count_units (ratio, places);
  digits = mou_ratio_to_text (units);
  text = g_string_new (digits);
  sign_length = mou_ratio_sign (units) < 0 ? 1 : 0;

  while (text->len - sign_length <= (gsize) places)
    g_string_insert_c (text, (gssize) sign_length, '0');
  if (places > 0)
    g_string_insert_c (text, (gssize) text->len - places, '.');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

MouRatio *
mou_rounding_round (const MouRatio *ratio, int places)
{
  g_autoptr (MouRatio) per_one = NULL;
  g_autoptr (MouRatio) units = NULL;

  g_return_val_if_fail (ratio != NULL, NULL);
  g_return_val_if_fail (places >= 0 && places <= MOU_DECIMAL_MAX_SCALE, NULL);

  per_one = create_unit_count (places);
  units = count_units (ratio, places);

  return mou_ratio_divide (units, per_one);
}

char *
mou_rounding_to_short_text (const MouRatio *ratio, int places)
{
  g_autoptr (MouRatio) rounded = NULL;
  char *text;

  g_return_val_if_fail (ratio != NULL, NULL);
  g_return_val_if_fail (places >= 0 && places <= MOU_DECIMAL_MAX_SCALE, NULL);

  rounded = mou_rounding_round (ratio, places);
  text = mou_rounding_to_text (ratio, places);
  if (mou_ratio_equal (rounded, ratio))
    strip_trailing_zeros (text);

  return text;
}
