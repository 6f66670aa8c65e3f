/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-decimal: a number as a person typed it.
 *
 * The value is coefficient ÷ 10^scale, and the scale is kept: "96.0" stays "96.0". Arithmetic that could overflow says so;
 * everything that is computed rather than typed belongs in mou-ratio. Plain values, no ownership; anyone may call. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOU_DECIMAL_MAX_SCALE 18

typedef struct {
  gint64 coefficient;
  guint8 scale; /* digits after the point, 0..MOU_DECIMAL_MAX_SCALE */
} MouDecimal;

/* Zero without decimals. */
#define MOU_DECIMAL_ZERO ((MouDecimal){ 0, 0 })

/* Reads `text`: Arabic or Thai digits, an optional sign (also U+2212), thousands commas in groups of three, one point, spaces
 * around. FALSE with MOU_CORE_ERROR_INVALID or _RANGE, naming the offending character; `out` is then untouched. */
gboolean mou_decimal_parse (const char *text, MouDecimal *out, GError **error);

/* The canonical text: ASCII digits, '-' only before a value that is not zero, no commas, `scale` digits after the point. */
char *mou_decimal_to_text (MouDecimal value) G_GNUC_WARN_UNUSED_RESULT;

/* For people: thousands commas and, when `decimals` >= 0, exactly that many places (half up, away from zero; never fewer than
 * the value needs when `decimals` is -1). */
char *mou_decimal_format (MouDecimal value, int decimals) G_GNUC_WARN_UNUSED_RESULT;

/* Less than, equal to or greater than zero as a <, =, > b. Exact: 96 equals 96.0. */
int mou_decimal_compare (MouDecimal a, MouDecimal b);
gboolean mou_decimal_equal (MouDecimal a, MouDecimal b);

/* -1, 0 or 1. */
int mou_decimal_sign (MouDecimal value);
MouDecimal mou_decimal_negate (MouDecimal value);

/* Exact sum or difference with the larger scale; FALSE (out untouched) when it does not fit. */
gboolean mou_decimal_add (MouDecimal a, MouDecimal b, MouDecimal *out) G_GNUC_WARN_UNUSED_RESULT;
gboolean mou_decimal_subtract (MouDecimal a, MouDecimal b, MouDecimal *out) G_GNUC_WARN_UNUSED_RESULT;

/* For drawing only. */
double mou_decimal_to_double (MouDecimal value);

G_END_DECLS
