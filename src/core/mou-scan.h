/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-scan: the pieces that core's hand-written parsers share: spaces, signs, digits and decimals as people type them.
 *
 * Each function looks at a cursor in a text that need not be valid UTF-8, never reads past its end, and returns the cursor
 * behind what it recognised or NULL. Private to mou-decimal, mou-notation and mou-formula. */
#pragma once

#include "mou-decimal.h"

G_BEGIN_DECLS

/* Behind any spaces; never NULL. */
const char *mou_scan_spaces (const char *cursor);
/* An Arabic or Thai digit. */
const char *mou_scan_digit (const char *cursor, int *digit);
/* '+', '-', U+2212 or an en dash. */
const char *mou_scan_sign (const char *cursor, gboolean *negative);
/* An unsigned decimal. With `grouped`, commas are part of it where they split the digits before the point into groups of
 * three. *fits is FALSE, and `out` zero, when it has too many digits. */
const char *mou_scan_decimal (const char *cursor, gboolean grouped, MouDecimal *out, gboolean *fits);

/* Sets MOU_CORE_ERROR_INVALID, "In SUBJECT EXPECTED was expected, but … stands at character …", and returns FALSE. */
gboolean mou_scan_refuse (const char *text, const char *cursor, const char *subject, const char *expected, GError **error);

/* The character position of `cursor` in `text`, from 1; what stands before it must be valid UTF-8. */
glong mou_scan_position (const char *text, const char *cursor);
/* What stands at the cursor, for an error message: "“x”", "the end", "a byte that is not UTF-8". */
char *mou_scan_describe (const char *cursor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
