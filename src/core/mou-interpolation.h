/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-interpolation: from the levels of an indicator to the piecewise function that scores a number (scoring.md sections 3, 6).
 *
 * The function is a list of steps in the direction of better. A step is worth its points from its value on; where it `rises`, the
 * score climbs linearly to the next step, else it stays until the next step is reached (a jump). Before the first step the score
 * is `base_points`. Reports write their live formulas from the same steps.
 *
 * Inequalities: one that is open on the worse side ("<96" at level 1 where higher is better) covers what lies before the next
 * level, and is never interpolated from; a strict one on the better side (">100" at level 5) is reached only beyond its number, and never
 * interpolated to; "at least" means the same as a plain number, but an absent level beside it is a jump. Plain value; anyone may call. */
#pragma once

#include "mou-agreement.h"
#include "mou-ratio.h"

G_BEGIN_DECLS

typedef struct {
  MouDecimal value;
  int level;       /* 1..5 */
  int points;      /* worth of that level on the scale */
  gboolean beyond; /* reached only beyond `value`, not at it */
  gboolean rises;  /* linear from here to the next step */
} MouStepPoint;

typedef struct {
  const MouScale *scale;
  int direction;   /* 1: higher is better, -1: lower is better */
  int base_level;  /* the level whose inequality covers what lies before the first step; 0 when none does */
  int base_points; /* its points, or the scale's floor */
  gboolean proportional; /* one step, the target: before it the score is value ÷ target × points, never below the floor */
  int n_steps;           /* at least 1 */
  MouStepPoint steps[MOU_LEVEL_COUNT_MAX];
} MouInterpolation;

/* FALSE with an owned, localised `reason` when the levels cannot score a number: fewer than two of them, or not monotone (then the
 * reason names the pair). `stepped`: no interpolation at all. */
gboolean mou_interpolation_init (MouInterpolation *self, const MouLevels *levels, const MouScale *scale, MouGap gap, gboolean stepped,
                                 char **reason);

/* The step that `actual` has reached, -1 before the first. `typed` is the same number where it was typed as a decimal, else NULL. */
int mou_interpolation_find_step (const MouInterpolation *self, const MouRatio *actual, const MouDecimal *typed);

/* The exact score, and the highest level reached (0 when none). */
MouRatio *mou_interpolation_score (const MouInterpolation *self, const MouRatio *actual, const MouDecimal *typed, int *level)
    G_GNUC_WARN_UNUSED_RESULT;

typedef enum {
  MOU_INVERSE_AT,     /* *value and everything better reaches the score */
  MOU_INVERSE_BEYOND, /* everything better than *value does, the value itself does not */
  MOU_INVERSE_ANY,    /* every value reaches it */
  MOU_INVERSE_NEVER   /* no value reaches it */
} MouInverse;

/* The worst value that still has at least `score`; *value is owned, and NULL for ANY and NEVER. */
MouInverse mou_interpolation_invert (const MouInterpolation *self, const MouRatio *score, MouRatio **value);

/* Points gained per unit of improvement just beyond `actual`; 0 where the function is flat. */
MouRatio *mou_interpolation_get_slope (const MouInterpolation *self, const MouRatio *actual) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
