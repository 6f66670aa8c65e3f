/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Builds the steps from the levels, and evaluates and inverts them exactly.
 *
 * Typed decimals take a short way in 64 bits, with every overflow noticed; everything else goes through rationals. */

#include "mou-interpolation.h"

#include <glib/gi18n-lib.h>

/* What a level is, seen from the worse side. */
typedef enum
{
  ROLE_POINT,  /* reached at its number, and interpolated from and to */
  ROLE_WORSE,  /* everything up to its number */
  ROLE_BEYOND, /* everything beyond its number */
} Role;

static gboolean
is_numeric (const MouLevels *levels, int i)
{
  return levels->levels[i].kind == MOU_LEVEL_NUMERIC;
}

static int
count_levels (const MouLevels *levels, const MouScale *scale)
{
  return MIN (levels->count, scale->level_count);
}

/* 1 for an inequality that says "more", -1 for "less", 0 for a plain number. */
static int
get_inequality_side (MouInequality op)
{
  switch (op)
    {
    case MOU_OP_LESS:
    case MOU_OP_LESS_EQUAL:
      return -1;
    case MOU_OP_GREATER:
    case MOU_OP_GREATER_EQUAL:
      return 1;
    case MOU_OP_NONE:
    default:
      return 0;
    }
}

static gboolean
is_strict (MouInequality op)
{
  return op == MOU_OP_LESS || op == MOU_OP_GREATER;
}

static Role
get_role (const MouLevel *level, int direction)
{
  int side = get_inequality_side (level->op);

  if (side == -direction)
    return ROLE_WORSE;

  return side == direction && is_strict (level->op) ? ROLE_BEYOND : ROLE_POINT;
}

/* By the outermost numbers; where they are equal, by what the inequalities say. */
static int
decide_direction (const MouLevels *levels, int count)
{
  int first = -1, last = -1, order;

  for (int i = 0; i < count; i++)
    if (is_numeric (levels, i))
      {
        first = first < 0 ? i : first;
        last = i;
      }
  if (first < 0)
    return 0;

  order = mou_decimal_compare (levels->levels[last].value, levels->levels[first].value);
  if (order != 0)
    return order > 0 ? 1 : -1;
  if (first == last)
    return 0;

  order = get_inequality_side (levels->levels[last].op);
  return order != 0 ? order : -get_inequality_side (levels->levels[first].op);
}

/* The one level of a scale is a target: higher is better unless it says otherwise. */
static int
decide_target_direction (const MouLevels *levels)
{
  if (levels->count < 1 || !is_numeric (levels, 0))
    return 0;

  return get_inequality_side (levels->levels[0].op) < 0 ? -1 : 1;
}

/* Equal numbers are in order only where they cannot both be reached: "<96" before 96, or 100 before ">100". */
static gboolean
pair_is_ordered (const MouLevel *lower, const MouLevel *upper, int direction)
{
  int order = direction * mou_decimal_compare (upper->value, lower->value);

  if (order != 0)
    return order > 0;
  switch (get_role (upper, direction))
    {
    case ROLE_BEYOND:
      return get_role (lower, direction) != ROLE_BEYOND;
    case ROLE_POINT:
      return get_role (lower, direction) == ROLE_WORSE && is_strict (lower->op);
    case ROLE_WORSE:
    default:
      return FALSE;
    }
}

static char *
describe_pair (const MouLevels *levels, int lower, int upper)
{
  g_autofree char *lower_text = mou_level_format (&levels->levels[lower], -1);
  g_autofree char *upper_text = mou_level_format (&levels->levels[upper], -1);

  return g_strdup_printf (_ ("Level %d (%s) and level %d (%s) break the order: the levels must rise, or fall, throughout"), lower + 1,
                          lower_text, upper + 1, upper_text);
}

/* NULL when the numbers are strictly monotone, and no inequality stands where it cannot. */
static char *
find_disorder (const MouLevels *levels, int count, int direction)
{
  int lower = -1;

  for (int i = 0; i < count; i++)
    {
      if (!is_numeric (levels, i))
        continue;
      if (lower >= 0 && !pair_is_ordered (&levels->levels[lower], &levels->levels[i], direction))
        return describe_pair (levels, lower, i);
      if (lower >= 0 && get_role (&levels->levels[i], direction) == ROLE_WORSE
          && get_role (&levels->levels[lower], direction) != ROLE_WORSE)
        return describe_pair (levels, lower, i);
      lower = i;
    }

  return NULL;
}

/* Whether the score climbs from level `lower` to level `upper`, with nothing but absent levels between. */
static gboolean
is_climb (const MouLevels *levels, int lower, int upper, int direction, MouGap gap)
{
  const MouLevel *a = &levels->levels[lower], *b = &levels->levels[upper];

  if (get_role (a, direction) != ROLE_POINT || get_role (b, direction) != ROLE_POINT)
    return FALSE;
  if (upper == lower + 1)
    return TRUE;

  for (int i = lower + 1; i < upper; i++)
    if (levels->levels[i].kind == MOU_LEVEL_WORDED)
      return FALSE;

  return gap == MOU_GAP_BRIDGE && a->op == MOU_OP_NONE && b->op == MOU_OP_NONE;
}

/* Level i as the next step; `previous` is the numeric level before it, or -1. */
static void
append_step (MouInterpolation *self, const MouLevels *levels, int i, int previous)
{
  const MouLevel *level = &levels->levels[i];
  Role role = get_role (level, self->direction);

  if (role == ROLE_WORSE && previous < 0)
    {
      self->base_level = i + 1;
      self->base_points = self->scale->points[i];
      return;
    }

  if (role == ROLE_WORSE)
    self->steps[self->n_steps++] = (MouStepPoint){ .value = levels->levels[previous].value,
                                                   .level = i + 1,
                                                   .points = self->scale->points[i],
                                                   .beyond = !is_strict (levels->levels[previous].op) };
  else
    self->steps[self->n_steps++]
        = (MouStepPoint){ .value = level->value, .level = i + 1, .points = self->scale->points[i], .beyond = role == ROLE_BEYOND };
}

static gboolean
init_target (MouInterpolation *self, const MouLevels *levels, char **reason)
{
  const MouLevel *target = &levels->levels[0];

  if (levels->count < 1 || target->kind != MOU_LEVEL_NUMERIC)
    *reason = g_strdup (_ ("The target has no number"));
  else if (mou_decimal_sign (target->value) <= 0)
    *reason = g_strdup (_ ("A proportional score needs a target above zero"));
  else if (get_inequality_side (target->op) < 0)
    *reason = g_strdup (_ ("A proportional score needs a target that is better when it is higher"));
  else
    {
      self->proportional = TRUE;
      self->direction = 1;
      self->n_steps = 1;
      self->steps[0] = (MouStepPoint){ .value = target->value, .level = 1, .points = self->scale->points[0] };
      return TRUE;
    }

  return FALSE;
}

static void
append_steps (MouInterpolation *self, const MouLevels *levels, MouGap gap, gboolean stepped)
{
  int count = count_levels (levels, self->scale);
  int previous = -1;

  for (int i = 0; i < count; i++)
    {
      if (!is_numeric (levels, i))
        continue;
      if (self->n_steps > 0)
        self->steps[self->n_steps - 1].rises = !stepped && is_climb (levels, previous, i, self->direction, gap);
      append_step (self, levels, i, previous);
      previous = i;
    }
}

gboolean
mou_interpolation_init (MouInterpolation *self, const MouLevels *levels, const MouScale *scale, MouGap gap, gboolean stepped, char **reason)
{
  int count;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (levels != NULL, FALSE);
  g_return_val_if_fail (scale != NULL, FALSE);
  g_return_val_if_fail (reason != NULL, FALSE);

  *self = (MouInterpolation){ .scale = scale, .base_points = scale->floor };
  if (scale->proportional && !stepped)
    return init_target (self, levels, reason);

  count = count_levels (levels, scale);
  self->direction = scale->level_count == 1 ? decide_target_direction (levels) : decide_direction (levels, count);
  if (self->direction == 0)
    *reason = g_strdup (_ ("Fewer than two levels have different numbers, so better and worse cannot be told apart"));
  else
    *reason = find_disorder (levels, count, self->direction);
  if (*reason != NULL)
    return FALSE;

  append_steps (self, levels, gap, stepped);
  return TRUE;
}

int
mou_interpolation_find_step (const MouInterpolation *self, const MouRatio *actual, const MouDecimal *typed)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (actual != NULL, -1);

  for (int i = self->n_steps - 1; i >= 0; i--)
    {
      const MouStepPoint *step = &self->steps[i];
      int order = typed != NULL ? mou_decimal_compare (*typed, step->value) : mou_ratio_compare_decimal (actual, step->value);

      order *= self->direction;
      if (order > 0 || (order == 0 && !step->beyond))
        return i;
    }

  return -1;
}

/* points + climb × distance ÷ length in 64 bits; NULL when it does not fit. */
static MouRatio *
climb_short (int points, int climb, MouDecimal distance, MouDecimal length)
{
  gint64 part, scaled, numerator, whole;

  for (; distance.scale < length.scale; distance.scale++)
    if (__builtin_mul_overflow (distance.coefficient, G_GINT64_CONSTANT (10), &scaled))
      return NULL;
    else
      distance.coefficient = scaled;
  for (; length.scale < distance.scale; length.scale++)
    if (__builtin_mul_overflow (length.coefficient, G_GINT64_CONSTANT (10), &scaled))
      return NULL;
    else
      length.coefficient = scaled;

  if (__builtin_mul_overflow (distance.coefficient, (gint64) climb, &part)
      || __builtin_mul_overflow (length.coefficient, (gint64) points, &whole) || __builtin_add_overflow (part, whole, &numerator))
    return NULL;

  return mou_ratio_new (numerator, length.coefficient);
}

static MouRatio *
climb_typed (const MouStepPoint *from, const MouStepPoint *to, MouDecimal typed)
{
  MouDecimal distance, length;

  if (!mou_decimal_subtract (typed, from->value, &distance) || !mou_decimal_subtract (to->value, from->value, &length))
    return NULL;

  return climb_short (from->points, to->points - from->points, distance, length);
}

static MouRatio *
climb (const MouStepPoint *from, const MouStepPoint *to, const MouRatio *actual)
{
  g_autoptr (MouRatio) start = mou_ratio_new_from_decimal (from->value);
  g_autoptr (MouRatio) end = mou_ratio_new_from_decimal (to->value);
  g_autoptr (MouRatio) distance = mou_ratio_subtract (actual, start);
  g_autoptr (MouRatio) length = mou_ratio_subtract (end, start);
  g_autoptr (MouRatio) share = mou_ratio_divide (distance, length);
  g_autoptr (MouRatio) rise = mou_ratio_new (to->points - from->points, 1);
  g_autoptr (MouRatio) gained = mou_ratio_multiply (share, rise);
  g_autoptr (MouRatio) points = mou_ratio_new (from->points, 1);

  return mou_ratio_add (points, gained);
}

static MouRatio *
score_target (const MouInterpolation *self, const MouRatio *actual)
{
  g_autoptr (MouRatio) target = mou_ratio_new_from_decimal (self->steps[0].value);
  g_autoptr (MouRatio) points = mou_ratio_new (self->steps[0].points, 1);
  g_autoptr (MouRatio) share = mou_ratio_divide (actual, target);

  if (mou_ratio_sign (share) <= 0)
    return mou_ratio_new (self->scale->floor, 1);

  return mou_ratio_multiply (share, points);
}

MouRatio *
mou_interpolation_score (const MouInterpolation *self, const MouRatio *actual, const MouDecimal *typed, int *level)
{
  const MouStepPoint *step;
  MouRatio *score = NULL;
  int i;

  g_return_val_if_fail (self != NULL && self->n_steps > 0, NULL);
  g_return_val_if_fail (actual != NULL, NULL);
  g_return_val_if_fail (level != NULL, NULL);

  i = mou_interpolation_find_step (self, actual, typed);
  *level = i < 0 ? self->base_level : self->steps[i].level;
  if (i < 0)
    return self->proportional ? score_target (self, actual) : mou_ratio_new (self->base_points, 1);

  step = &self->steps[i];
  if (!step->rises)
    return mou_ratio_new (step->points, 1);

  if (typed != NULL)
    score = climb_typed (step, step + 1, *typed);

  return score != NULL ? score : climb (step, step + 1, actual);
}

/* The value between two steps that scores exactly `score`. */
static MouRatio *
invert_climb (const MouStepPoint *from, const MouStepPoint *to, const MouRatio *score)
{
  g_autoptr (MouRatio) start = mou_ratio_new_from_decimal (from->value);
  g_autoptr (MouRatio) end = mou_ratio_new_from_decimal (to->value);
  g_autoptr (MouRatio) points = mou_ratio_new (from->points, 1);
  g_autoptr (MouRatio) rise = mou_ratio_new (to->points - from->points, 1);
  g_autoptr (MouRatio) gained = mou_ratio_subtract (score, points);
  g_autoptr (MouRatio) share = mou_ratio_divide (gained, rise);
  g_autoptr (MouRatio) length = mou_ratio_subtract (end, start);
  g_autoptr (MouRatio) distance = mou_ratio_multiply (share, length);

  return mou_ratio_add (start, distance);
}

static MouRatio *
invert_target (const MouInterpolation *self, const MouRatio *score)
{
  g_autoptr (MouRatio) target = mou_ratio_new_from_decimal (self->steps[0].value);
  g_autoptr (MouRatio) points = mou_ratio_new (self->steps[0].points, 1);
  g_autoptr (MouRatio) share = mou_ratio_divide (score, points);

  return mou_ratio_multiply (share, target);
}

static int
compare_points (const MouRatio *score, int points)
{
  return mou_ratio_compare_decimal (score, (MouDecimal){ points, 0 });
}

MouInverse
mou_interpolation_invert (const MouInterpolation *self, const MouRatio *score, MouRatio **value)
{
  g_return_val_if_fail (self != NULL && self->n_steps > 0, MOU_INVERSE_NEVER);
  g_return_val_if_fail (score != NULL, MOU_INVERSE_NEVER);
  g_return_val_if_fail (value != NULL, MOU_INVERSE_NEVER);

  *value = NULL;
  if (compare_points (score, self->base_points) <= 0)
    return MOU_INVERSE_ANY;

  for (int i = 0; i < self->n_steps; i++)
    {
      const MouStepPoint *step = &self->steps[i];

      if (compare_points (score, step->points) > 0)
        continue;
      if (self->proportional)
        *value = invert_target (self, score);
      else if (i > 0 && step[-1].rises)
        *value = invert_climb (step - 1, step, score);
      else
        *value = mou_ratio_new_from_decimal (step->value);

      return step->beyond ? MOU_INVERSE_BEYOND : MOU_INVERSE_AT;
    }

  return MOU_INVERSE_NEVER;
}

MouRatio *
mou_interpolation_get_slope (const MouInterpolation *self, const MouRatio *actual)
{
  g_autoptr (MouRatio) start = NULL, end = NULL, length = NULL, rise = NULL;
  const MouStepPoint *step;
  int i;

  g_return_val_if_fail (self != NULL && self->n_steps > 0, NULL);
  g_return_val_if_fail (actual != NULL, NULL);

  i = mou_interpolation_find_step (self, actual, NULL);
  if (self->proportional && i < 0 && mou_ratio_sign (actual) >= 0)
    {
      rise = mou_ratio_new (self->steps[0].points, 1);
      length = mou_ratio_new_from_decimal (self->steps[0].value);
      return mou_ratio_divide (rise, length);
    }
  if (i < 0 || !self->steps[i].rises)
    return mou_ratio_new (0, 1);

  step = &self->steps[i];
  start = mou_ratio_new_from_decimal (step[0].value);
  end = mou_ratio_new_from_decimal (step[1].value);
  length = self->direction > 0 ? mou_ratio_subtract (end, start) : mou_ratio_subtract (start, end);
  rise = mou_ratio_new (step[1].points - step[0].points, 1);
  return mou_ratio_divide (rise, length);
}
