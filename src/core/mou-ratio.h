/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-ratio: an exact rational, the type of everything that is computed.
 *
 * Immutable and always reduced, denominator positive; the one file that includes gmp.h is mou-ratio.c. Every function that
 * returns a MouRatio gives the caller ownership. Anyone may call. */
#pragma once

#include "mou-decimal.h"

G_BEGIN_DECLS

#define MOU_RATIO_MAX_BYTES 1000000

typedef struct _MouRatio MouRatio;

MouRatio *mou_ratio_new (gint64 numerator, gint64 denominator) G_GNUC_WARN_UNUSED_RESULT; /* denominator != 0 */
MouRatio *mou_ratio_new_from_decimal (MouDecimal value) G_GNUC_WARN_UNUSED_RESULT;
/* "p/q" or "p" in ASCII digits, as mou_ratio_to_text writes it (reduced if it was not); NULL with MOU_CORE_ERROR_INVALID,
 * or _RANGE beyond MOU_RATIO_MAX_BYTES. */
MouRatio *mou_ratio_new_from_text (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MouRatio *mou_ratio_copy (const MouRatio *ratio) G_GNUC_WARN_UNUSED_RESULT;
void mou_ratio_free (MouRatio *ratio);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouRatio, mou_ratio_free)

MouRatio *mou_ratio_add (const MouRatio *a, const MouRatio *b) G_GNUC_WARN_UNUSED_RESULT;
MouRatio *mou_ratio_subtract (const MouRatio *a, const MouRatio *b) G_GNUC_WARN_UNUSED_RESULT;
MouRatio *mou_ratio_multiply (const MouRatio *a, const MouRatio *b) G_GNUC_WARN_UNUSED_RESULT;
/* b must not be zero. */
MouRatio *mou_ratio_divide (const MouRatio *a, const MouRatio *b) G_GNUC_WARN_UNUSED_RESULT;

/* The whole part, towards zero: 7/2 → 3, -7/2 → -3. Whoever wants to round wants mou-rounding. */
MouRatio *mou_ratio_truncate (const MouRatio *ratio) G_GNUC_WARN_UNUSED_RESULT;

int mou_ratio_compare (const MouRatio *a, const MouRatio *b);
gboolean mou_ratio_equal (const MouRatio *a, const MouRatio *b);
int mou_ratio_compare_decimal (const MouRatio *a, MouDecimal b);
int mou_ratio_sign (const MouRatio *ratio);

/* "p/q", or "p" when the denominator is 1. */
char *mou_ratio_to_text (const MouRatio *ratio) G_GNUC_WARN_UNUSED_RESULT;
/* For drawing and simulation only. */
double mou_ratio_to_double (const MouRatio *ratio);

/* A sum that stays fast over many unlike denominators (adds in a balanced tree). */
typedef struct _MouRatioSum MouRatioSum;
MouRatioSum *mou_ratio_sum_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mou_ratio_sum_add (MouRatioSum *sum, const MouRatio *term);
MouRatio *mou_ratio_sum_get (const MouRatioSum *sum) G_GNUC_WARN_UNUSED_RESULT;
void mou_ratio_sum_free (MouRatioSum *sum);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouRatioSum, mou_ratio_sum_free)

/* Keeps many ratios together, to be freed together: an evaluation has several for every indicator. */
typedef struct _MouRatioPool MouRatioPool;
MouRatioPool *mou_ratio_pool_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Takes over `ratio`; the ratio returned lives as long as the pool, and only the pool frees it. */
const MouRatio *mou_ratio_pool_take (MouRatioPool *pool, MouRatio *ratio);
void mou_ratio_pool_free (MouRatioPool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouRatioPool, mou_ratio_pool_free)

G_END_DECLS
