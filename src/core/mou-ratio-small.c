/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Knuth's rational arithmetic (The Art of Computer Programming, 4.5.1): common factors are taken out before multiplying, so
 * results are reduced without a further division, and intermediate values stay as small as they can. */

#include "mou-ratio-small.h"

#include <stdlib.h>

/* Of magnitudes, the second not zero. One division first: the operands are often of very unlike size. */
static gint64
find_common_divisor (gint64 value, gint64 other)
{
  guint64 a = (guint64) other, b = (guint64) llabs (value) % (guint64) other;
  int shift;

  if (b == 0)
    return other;

  shift = __builtin_ctzll (a | b);
  a >>= __builtin_ctzll (a);
  while (b != 0)
    {
      guint64 smaller;

      b >>= __builtin_ctzll (b);
      smaller = MIN (a, b);
      b = MAX (a, b) - smaller;
      a = smaller;
    }

  return (gint64) (a << shift);
}

gboolean
mou_ratio_small_init (MouRatioSmall *out, gint64 numerator, gint64 denominator)
{
  gint64 divisor;

  g_assert (denominator != 0);

  if (numerator == G_MININT64 || denominator == G_MININT64)
    return FALSE;

  divisor = find_common_divisor (numerator, llabs (denominator));
  if (denominator < 0)
    divisor = -divisor;

  *out = (MouRatioSmall){ numerator / divisor, denominator / divisor };
  return TRUE;
}

gboolean
mou_ratio_small_add (MouRatioSmall a, MouRatioSmall b, MouRatioSmall *out)
{
  gint64 common = find_common_divisor (a.denominator, b.denominator);
  gint64 a_rest = a.denominator / common, b_rest = b.denominator / common;
  gint64 left, right, sum, reduction, denominator;

  if (__builtin_mul_overflow (a.numerator, b_rest, &left) || __builtin_mul_overflow (b.numerator, a_rest, &right)
      || __builtin_add_overflow (left, right, &sum) || sum == G_MININT64)
    return FALSE;

  /* Only a factor of `common` can be left in the sum. */
  reduction = find_common_divisor (sum, common);
  if (__builtin_mul_overflow (a_rest, b.denominator / reduction, &denominator))
    return FALSE;

  *out = (MouRatioSmall){ sum / reduction, denominator };
  return TRUE;
}

gboolean
mou_ratio_small_multiply (MouRatioSmall a, MouRatioSmall b, MouRatioSmall *out)
{
  gint64 across = find_common_divisor (a.numerator, b.denominator);
  gint64 back = find_common_divisor (b.numerator, a.denominator);
  gint64 numerator, denominator;

  if (__builtin_mul_overflow (a.numerator / across, b.numerator / back, &numerator) || numerator == G_MININT64
      || __builtin_mul_overflow (a.denominator / back, b.denominator / across, &denominator))
    return FALSE;

  *out = (MouRatioSmall){ numerator, denominator };
  return TRUE;
}

MouRatioSmall
mou_ratio_small_negate (MouRatioSmall a)
{
  return (MouRatioSmall){ -a.numerator, a.denominator };
}

MouRatioSmall
mou_ratio_small_invert (MouRatioSmall a)
{
  g_assert (a.numerator != 0);

  return a.numerator < 0 ? (MouRatioSmall){ -a.denominator, -a.numerator } : (MouRatioSmall){ a.denominator, a.numerator };
}

int
mou_ratio_small_compare (MouRatioSmall a, MouRatioSmall b)
{
  __int128 left = (__int128) a.numerator * b.denominator;
  __int128 right = (__int128) b.numerator * a.denominator;

  return (left > right) - (left < right);
}
