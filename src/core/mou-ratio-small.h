/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-ratio-small: rationals whose numerator and denominator fit 64 bits, the common case of mou-ratio.
 *
 * Always reduced, denominator positive, numerator never G_MININT64. Arithmetic answers FALSE where a 64-bit step would
 * overflow, and mou-ratio then repeats it with GMP. Private to mou-ratio and its tests. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gint64 numerator;
  gint64 denominator;
} MouRatioSmall;

/* numerator ÷ denominator reduced; denominator != 0. */
gboolean mou_ratio_small_init (MouRatioSmall *out, gint64 numerator, gint64 denominator) G_GNUC_WARN_UNUSED_RESULT;
gboolean mou_ratio_small_add (MouRatioSmall a, MouRatioSmall b, MouRatioSmall *out) G_GNUC_WARN_UNUSED_RESULT;
gboolean mou_ratio_small_multiply (MouRatioSmall a, MouRatioSmall b, MouRatioSmall *out) G_GNUC_WARN_UNUSED_RESULT;
/* These always fit; the inverted value must not be zero. */
MouRatioSmall mou_ratio_small_negate (MouRatioSmall a);
MouRatioSmall mou_ratio_small_invert (MouRatioSmall a);
int mou_ratio_small_compare (MouRatioSmall a, MouRatioSmall b);

G_END_DECLS
