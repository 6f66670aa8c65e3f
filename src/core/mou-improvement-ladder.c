/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The points a leaf can climb to, read off its criterion by inverting it.
 *
 * Half way between two scores tells a jump from a climb: where the value for half the way is that of the whole way the score jumps, else it
 * climbs, and the climb begins as far before the half as its end lies behind it. */

#include "mou-improvement-private.h"

#include "mou-criterion.h"
#include "mou-engine-private.h"
#include "mou-rebase.h"
#include "mou-rounding.h"

#define LEAST_PLACES 2 /* where an indicator does not say its decimals */

static void
clear_point (MouLadderPoint *point)
{
  g_clear_pointer (&point->value, mou_ratio_free);
  g_clear_pointer (&point->score, mou_ratio_free);
}

void
mou_ladder_free (MouLadder *self)
{
  g_return_if_fail (self != NULL);

  for (int i = 0; i < self->n_points; i++)
    clear_point (&self->points[i]);
  g_clear_pointer (&self->span, mou_ratio_free);
  g_free (self);
}

/* Takes value and score. */
static void
add_point (MouLadder *self, MouRatio *value, MouRatio *score, gboolean beyond, gboolean rises)
{
  g_assert (self->n_points < MOU_IMPROVEMENT_MAX_POINTS);

  self->points[self->n_points++] = (MouLadderPoint){ .value = value, .score = score, .beyond = beyond, .rises = rises };
}

static const MouLadderPoint *
get_last (const MouLadder *self)
{
  return &self->points[self->n_points - 1];
}

/* How much better `value` is than the last point's: above, at or below 0. */
static int
compare_to_last (const MouLadder *self, const MouRatio *value)
{
  return self->direction * mou_ratio_compare (value, get_last (self)->value);
}

/* a + (b − a) × part */
static MouRatio *
go_part (const MouRatio *a, const MouRatio *b, const MouRatio *part)
{
  g_autoptr (MouRatio) way = mou_ratio_subtract (b, a);
  g_autoptr (MouRatio) step = mou_ratio_multiply (way, part);

  return mou_ratio_add (a, step);
}

/* The score jumps to `score` at `value`, or had it already with the last point. */
static void
add_jump (MouLadder *self, MouRatio *value, const MouRatio *score, gboolean beyond)
{
  MouLadderPoint *last = &self->points[self->n_points - 1];

  if (self->n_points > 1 && compare_to_last (self, value) <= 0 && (!beyond || last->beyond))
    {
      mou_ratio_free (value);
      mou_ratio_free (last->score);
      last->score = mou_ratio_copy (score);
      return;
    }

  add_point (self, value, mou_ratio_copy (score), beyond, FALSE);
}

/* The score climbs to `score` at `value`, and has half of the way done at `half`. */
static void
add_climb (MouLadder *self, MouRatio *value, const MouRatio *half, const MouRatio *score)
{
  g_autoptr (MouRatio) two = mou_ratio_new (2, 1);
  g_autoptr (MouRatio) start = go_part (value, half, two);

  if (compare_to_last (self, start) > 0)
    add_point (self, g_steal_pointer (&start), mou_ratio_copy (get_last (self)->score), FALSE, FALSE);
  add_point (self, value, mou_ratio_copy (score), FALSE, TRUE);
}

/* FALSE when no value reaches the score. */
static gboolean
add_level (MouLadder *self, const MouCriterionInput *input, const MouRatio *score)
{
  g_autoptr (MouRatio) one_half = mou_ratio_new (1, 2);
  g_autoptr (MouRatio) middle = go_part (get_last (self)->score, score, one_half);
  g_autoptr (MouRatio) value = NULL, half = NULL;
  MouInverse inverse = mou_criterion_invert (input, score, &value);

  if (value == NULL || (mou_criterion_invert (input, middle, &half), half == NULL))
    return FALSE;

  if (self->direction == 0)
    self->direction = mou_ratio_compare (value, get_last (self)->value) < 0 ? -1 : 1;
  if (mou_ratio_equal (half, value))
    add_jump (self, g_steal_pointer (&value), score, inverse == MOU_INVERSE_BEYOND);
  else
    add_climb (self, g_steal_pointer (&value), half, score);

  return TRUE;
}

/* Of a number that is a score itself; a judged one moves by whole levels. */
static void
add_given_level (MouLadder *self, const MouRatio *score, gboolean by_levels)
{
  self->direction = 1;
  add_point (self, mou_ratio_copy (score), mou_ratio_copy (score), FALSE, !by_levels);
}

static gboolean
is_score_itself (const MouCriterionInput *input)
{
  MouIndicatorKind kind = input->indicator->kind;

  if (kind == MOU_KIND_JUDGED || kind == MOU_KIND_SCORE || kind == MOU_KIND_GROUP)
    return TRUE;

  return (input->backtest || input->stands_for_past) && mou_criterion_get (kind)->past_is_score;
}

static void
add_levels (MouLadder *self, const MouCriterionInput *input)
{
  for (int level = 0; level < input->scale->level_count; level++)
    {
      g_autoptr (MouRatio) score = mou_ratio_new (input->scale->points[level], 1);

      if (mou_ratio_compare (score, get_last (self)->score) <= 0)
        continue;
      if (is_score_itself (input))
        add_given_level (self, score, input->indicator->kind == MOU_KIND_JUDGED);
      else if (!add_level (self, input, score))
        return;
    }
}

/* First and last numbered level; FALSE without any. */
static gboolean
find_ends (const MouLevels *levels, MouDecimal *first, MouDecimal *last)
{
  gboolean found = FALSE;

  for (int i = 0; levels != NULL && i < levels->count; i++)
    if (levels->levels[i].kind == MOU_LEVEL_NUMERIC)
      {
        *first = found ? *first : levels->levels[i].value;
        *last = levels->levels[i].value;
        found = TRUE;
      }

  return found;
}

static MouRatio *
get_distance (const MouRatio *a, const MouRatio *b)
{
  return mou_ratio_compare (a, b) < 0 ? mou_ratio_subtract (b, a) : mou_ratio_subtract (a, b);
}

/* A checklist without levels goes from 60 to 100 per cent, on a scale of one level from 0; one number is reached from 0. */
static MouRatio *
create_span (const MouCriterionInput *input)
{
  MouLevels storage;
  MouDecimal first = { 0, 0 }, last = { 0, 0 };
  g_autoptr (MouRatio) from = NULL, to = NULL, span = NULL;

  if (is_score_itself (input))
    return mou_ratio_new (input->scale->top - input->scale->floor, 1);
  if (!find_ends (mou_indicator_get_effective_levels (input->indicator, &storage), &first, &last))
    return mou_ratio_new (input->scale->level_count == 1 ? 100 : 40, 1);

  to = mou_ratio_new_from_decimal (last);
  from = mou_decimal_equal (first, last) ? mou_ratio_new (0, 1) : mou_ratio_new_from_decimal (first);
  span = get_distance (from, to);

  return mou_ratio_sign (span) == 0 ? mou_ratio_new (1, 1) : g_steal_pointer (&span);
}

/* As many as the indicator prints and its levels have. */
static int
find_places (const MouCriterionInput *input)
{
  const MouIndicator *indicator = input->indicator;
  int decimals = indicator->measure != NULL ? indicator->measure->decimals : indicator->decimals;
  int places = decimals >= 0 ? decimals : LEAST_PLACES;
  MouLevels storage;
  const MouLevels *levels = mou_indicator_get_effective_levels (indicator, &storage);

  if (is_score_itself (input))
    return MOU_SCORE_PLACES;
  for (int i = 0; levels != NULL && i < levels->count; i++)
    if (levels->levels[i].kind == MOU_LEVEL_NUMERIC)
      places = MAX (places, levels->levels[i].value.scale);

  return MIN (places, MOU_DECIMAL_MAX_SCALE);
}

static gboolean
takes_part (const MouEvaluation *evaluation, guint node)
{
  const MouScore *score = mou_evaluation_get_score (evaluation, node);

  return mou_node_is_leaf (mou_agreement_get_node (evaluation->agreement, node), node) && score->state == MOU_STATE_SCORED
         && score->weighted != NULL && mou_ratio_sign (score->effective_weight) > 0;
}

MouLadder *
mou_ladder_new (const MouEvaluation *evaluation, guint node)
{
  g_autoptr (MouLadder) self = NULL;
  g_auto (MouOutcome) outcome = { 0 };
  MouCriterionInput input;
  MouRatio *value;

  g_return_val_if_fail (evaluation != NULL && node < mou_agreement_get_n_nodes (evaluation->agreement), NULL);

  if (!takes_part (evaluation, node))
    return NULL;
  mou_engine_init_input (&input, evaluation, node);
  mou_criterion_score (&input, &outcome);
  value = is_score_itself (&input) ? outcome.score : outcome.actual;
  if (value == NULL)
    return NULL;

  self = g_new0 (MouLadder, 1);
  self->node = node;
  self->span = create_span (&input);
  self->places = find_places (&input);
  add_point (self, mou_ratio_copy (value), mou_ratio_copy (outcome.score), FALSE, FALSE);
  add_levels (self, &input);

  return self->n_points > 1 ? g_steal_pointer (&self) : NULL;
}

/* The value between two points that has `score`. */
static MouRatio *
find_value (const MouLadderPoint *from, const MouLadderPoint *to, const MouRatio *score)
{
  g_autoptr (MouRatio) gained = mou_ratio_subtract (score, from->score);
  g_autoptr (MouRatio) whole = mou_ratio_subtract (to->score, from->score);
  g_autoptr (MouRatio) part = mou_ratio_divide (gained, whole);

  return go_part (from->value, to->value, part);
}

gboolean
mou_ladder_get_report (const MouLadder *self, int step, const MouRatio *score, MouDecimal *out)
{
  const MouLadderPoint *point;
  g_autoptr (MouRatio) value = NULL;
  g_autofree char *text = NULL;
  MouDecimal rounded, last_place = { self->direction, (guint8) self->places };
  int order;

  g_return_val_if_fail (self != NULL && step >= 0 && step < self->n_points, FALSE);
  g_return_val_if_fail (score == NULL || step + 1 < self->n_points, FALSE);

  point = &self->points[step];
  value = score != NULL ? find_value (point, point + 1, score) : mou_ratio_copy (point->value);
  text = mou_rounding_to_text (value, self->places);
  if (!mou_decimal_parse (text, &rounded, NULL))
    return FALSE;

  order = self->direction * mou_ratio_compare_decimal (value, rounded);
  if (order > 0 || (order == 0 && score == NULL && point->beyond))
    return mou_decimal_add (rounded, last_place, out);

  *out = rounded;
  return TRUE;
}
