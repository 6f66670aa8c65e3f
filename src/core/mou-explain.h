/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-explain: the words of a trace: numbers as people write them, and a list of sentences. Callers: mou-criterion*, mou-engine-explain. */
#pragma once

#include "mou-interpolation.h"

G_BEGIN_DECLS

/* Appends one sentence (owned by the array). */
void mou_explain_add (GPtrArray *sentences, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* With thousands commas, every digit it needs; one that has no end is rounded to nine places with its fraction beside it:
 * "2.333333333 (exactly 7/3)". */
char *mou_explain_number (const MouRatio *value) G_GNUC_WARN_UNUSED_RESULT;
/* The same for the inside of arithmetic: the decimal, or the bare fraction "7/3" when it has no end. */
char *mou_explain_exact (const MouRatio *value) G_GNUC_WARN_UNUSED_RESULT;
/* The same to divide by: "(7/3)", so that a line of arithmetic can be read from left to right. */
char *mou_explain_divisor (const MouRatio *value) G_GNUC_WARN_UNUSED_RESULT;
/* Four places: "4.4294". */
char *mou_explain_score (const MouRatio *score) G_GNUC_WARN_UNUSED_RESULT;
/* "1 = <96.0; 3 = 96.0; …; higher is better". */
void mou_explain_levels (const MouLevels *levels, const MouInterpolation *steps, GPtrArray *sentences);
/* Why `actual` has the score that mou_interpolation_score gives it. */
void mou_explain_interpolation (const MouInterpolation *steps, const MouRatio *actual, GPtrArray *sentences);

G_END_DECLS
