/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-notation: the interval notation of the column การปรับค่าเกณฑ์วัด, such as "-0.05/+0.19,+0.10" (scoring.md section 2).
 *
 * The author's spelling is kept elsewhere; this is the parsed form. Steps are signed as printed; a symmetric "-/+N" stands for
 * either direction. Plain values; anyone may call. */
#pragma once

#include "mou-decimal.h"

G_BEGIN_DECLS

#define MOU_LEVEL_COUNT_MAX 5

typedef struct {
  gboolean symmetric;    /* "-/+N": |N| everywhere, in the direction of the levels */
  gboolean left_present; /* FALSE for a lone "+N" */
  gboolean right_present;
  MouDecimal left[2];  /* steps 1→2 and 2→3, sign as on paper: from level 3 outwards; a symmetric N is not negative */
  MouDecimal right[2]; /* steps 3→4 and 4→5, likewise */
} MouNotation;

/* Parses; FALSE with MOU_CORE_ERROR_INVALID naming the position and what was expected there. Thai digits, any minus, "±N" and
 * spaces are accepted; a side's steps are separated by a comma or, before a sign, a space, and an unsigned second step has the
 * sign of the first. A comma before three unsigned digits groups thousands ("-1,000" is one step). A lone side is the right
 * one; "-1/" is the left side alone. */
gboolean mou_notation_parse (const char *text, MouNotation *out, GError **error);
/* Writes a canonical spelling, which parses to an equal notation. */
char *mou_notation_to_text (const MouNotation *notation) G_GNUC_WARN_UNUSED_RESULT;

/* All five levels from level 3; `rising` decides where a symmetric notation goes, and a signed one overrules it. `present[i]`
 * is FALSE where the notation does not speak (the left side of a lone "+N"). FALSE when a value does not fit a decimal. */
gboolean mou_notation_generate (const MouNotation *notation, MouDecimal level3, gboolean rising,
                                MouDecimal levels[MOU_LEVEL_COUNT_MAX], gboolean present[MOU_LEVEL_COUNT_MAX]);

/* The notation that these five numeric levels have; symmetric when all steps are equal. FALSE when any is absent. */
gboolean mou_notation_derive (const MouDecimal levels[MOU_LEVEL_COUNT_MAX], const gboolean present[MOU_LEVEL_COUNT_MAX],
                              MouNotation *out);

/* What disagreed between printed levels and notation. */
typedef struct {
  guint wrong_steps;    /* bit i: the step from level i+1 to i+2 is not what the notation says */
  int fix_level;        /* 1..5: the one level whose change makes all agree; 0 when there is none or more than one */
  MouDecimal fix_value; /* its proposed value, valid when fix_level != 0 */
} MouNotationDisagreement;

/* TRUE when every step whose both ends are present agrees; a step beside an absent level, or of a side that the notation leaves
 * out, is not compared. A symmetric notation takes the direction in which fewer steps are wrong. `disagreement` may be NULL; it
 * is filled in either way. The proposed value has as many decimals as the row. */
gboolean mou_notation_agrees (const MouNotation *notation, const MouDecimal levels[MOU_LEVEL_COUNT_MAX],
                              const gboolean present[MOU_LEVEL_COUNT_MAX], MouNotationDisagreement *disagreement);

G_END_DECLS
