/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* checklist: Σ weight of the items fulfilled, as a percentage, through the levels (scoring.md section 3).
 *
 * The levels are the measure's, else the indicator's own, else 60/70/80/90/100; on the percent scale without levels the percentage
 * is the score. An item of which nothing is said counts as not fulfilled as soon as any other is reported. A percentage typed
 * without items counts as it is. */

#include "mou-criterion-private.h"

#include "mou-explain.h"
#include "mou-rebase.h"

#include <glib/gi18n-lib.h>

static gboolean
has_numbers (const MouLevels *levels)
{
  for (int i = 0; i < levels->count; i++)
    if (levels->levels[i].kind == MOU_LEVEL_NUMERIC)
      return TRUE;

  return FALSE;
}

/* 60/70/80/90/100, or 100 on a scale of one level. */
static void
fill_usual_levels (MouLevels *levels, int count)
{
  *levels = (MouLevels){ .count = count };
  for (int i = 0; i < count; i++)
    {
      levels->levels[i].kind = MOU_LEVEL_NUMERIC;
      levels->levels[i].value = (MouDecimal){ count == 1 ? 100 : 60 + 10 * i, 0 };
    }
}

static const MouLevels *
get_levels (const MouIndicator *indicator, const MouScale *scale, MouLevels *storage)
{
  if (has_numbers (mou_indicator_get_signed_levels (indicator)))
    return mou_indicator_get_effective_levels (indicator, storage);
  if (scale->level_count != 1 && scale->level_count != 5)
    return NULL;

  fill_usual_levels (storage, scale->level_count);
  return storage;
}

static gboolean
init_steps (const MouIndicator *indicator, const MouScale *scale, MouInterpolation *steps, char **reason)
{
  MouLevels storage;
  const MouLevels *levels = get_levels (indicator, scale, &storage);

  if (levels != NULL)
    return mou_interpolation_init (steps, levels, scale, indicator->gap, FALSE, reason);

  *reason = g_strdup (_ ("The checklist has no levels that its percentage could be held against"));
  return FALSE;
}

static gboolean
has_items (const MouIndicator *indicator)
{
  return indicator->items != NULL && indicator->items->len > 0;
}

static MouRatio *
add_item_weights (const MouIndicator *indicator)
{
  g_autoptr (MouRatioSum) sum = mou_ratio_sum_new ();

  for (guint i = 0; has_items (indicator) && i < indicator->items->len; i++)
    {
      g_autoptr (MouRatio) weight = mou_ratio_new_from_decimal (g_array_index (indicator->items, MouChecklistItem, i).weight);

      mou_ratio_sum_add (sum, weight);
    }

  return mou_ratio_sum_get (sum);
}

static char *
validate (const MouIndicator *indicator, const MouScale *scale)
{
  g_autoptr (MouRatio) total = add_item_weights (indicator);
  MouInterpolation steps;
  char *reason = NULL;

  if (mou_ratio_sign (total) <= 0)
    return g_strdup (_ ("The items of the checklist have no weight"));

  init_steps (indicator, scale, &steps, &reason);
  return reason;
}

/* NULL when nothing is said of the item. */
static const MouDecimal *
find_fulfilment (const MouResult *result, gint64 item)
{
  for (guint i = 0; i < result->items->len; i++)
    {
      const MouResultPart *part = &g_array_index (result->items, MouResultPart, i);

      if (part->target == item)
        return &part->value;
    }

  return NULL;
}

static gboolean
is_reported (const MouResult *result)
{
  return result->items != NULL && result->items->len > 0;
}

static gboolean
fulfilments_are_shares (const MouResult *result)
{
  for (guint i = 0; i < result->items->len; i++)
    {
      MouDecimal value = g_array_index (result->items, MouResultPart, i).value;

      if (mou_decimal_sign (value) < 0 || mou_decimal_compare (value, (MouDecimal){ 1, 0 }) > 0)
        return FALSE;
    }

  return TRUE;
}

static MouRatio *
add_fulfilled_weights (const MouCriterionInput *input)
{
  g_autoptr (MouRatioSum) sum = mou_ratio_sum_new ();

  for (guint i = 0; i < input->indicator->items->len; i++)
    {
      const MouChecklistItem *item = &g_array_index (input->indicator->items, MouChecklistItem, i);
      const MouDecimal *fulfilled = find_fulfilment (input->result, item->id);
      g_autoptr (MouRatio) weight = NULL, share = NULL, part = NULL;

      if (fulfilled == NULL)
        continue;
      weight = mou_ratio_new_from_decimal (item->weight);
      share = mou_ratio_new_from_decimal (*fulfilled);
      part = mou_ratio_multiply (weight, share);
      mou_ratio_sum_add (sum, part);
    }

  return mou_ratio_sum_get (sum);
}

static gboolean
compute_percentage (const MouCriterionInput *input, MouOutcome *outcome)
{
  g_autoptr (MouRatio) total = add_item_weights (input->indicator);
  g_autoptr (MouRatio) hundred = mou_ratio_new (100, 1);
  g_autoptr (MouRatio) fulfilled = NULL, share = NULL;

  if (mou_ratio_sign (total) <= 0)
    return mou_outcome_fail (outcome, MOU_STATE_ERROR, g_strdup (_ ("The items of the checklist have no weight")));
  if (!fulfilments_are_shares (input->result))
    return mou_outcome_fail (outcome, MOU_STATE_ERROR, g_strdup (_ ("An item is fulfilled by less than 0 or more than 1")));

  fulfilled = add_fulfilled_weights (input);
  share = mou_ratio_divide (fulfilled, total);
  mou_outcome_take_actual (outcome, mou_ratio_multiply (share, hundred));
  return TRUE;
}

static void
score (const MouCriterionInput *input, MouOutcome *outcome)
{
  MouInterpolation steps;
  MouRatio *points;
  char *reason = NULL;
  int level;

  if (!(is_reported (input->result) ? compute_percentage (input, outcome) : mou_criterion_read_value (input, outcome)))
    return;
  if (!init_steps (input->indicator, input->scale, &steps, &reason))
    {
      mou_outcome_fail (outcome, MOU_STATE_ERROR, reason);
      return;
    }

  points = mou_interpolation_score (&steps, outcome->actual, outcome->is_typed ? &outcome->typed : NULL, &level);
  mou_outcome_take_score (outcome, points, level);
}

static MouInverse
invert (const MouCriterionInput *input, const MouRatio *wanted, MouRatio **value)
{
  MouInterpolation steps;
  g_autofree char *reason = NULL;

  if (!init_steps (input->indicator, input->scale, &steps, &reason))
    return MOU_INVERSE_NEVER;

  return mou_interpolation_invert (&steps, wanted, value);
}

static void
explain_items (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences)
{
  g_autoptr (GString) sum = g_string_new (NULL);
  g_autoptr (MouRatio) total = add_item_weights (input->indicator);
  g_autofree char *total_text = mou_explain_exact (total);
  g_autofree char *actual_text = mou_explain_number (outcome->actual);

  for (guint i = 0; i < input->indicator->items->len; i++)
    {
      const MouChecklistItem *item = &g_array_index (input->indicator->items, MouChecklistItem, i);
      const MouDecimal *fulfilled = find_fulfilment (input->result, item->id);
      g_autofree char *weight_text = mou_decimal_format (item->weight, -1);
      g_autofree char *share_text = mou_decimal_format (fulfilled != NULL ? *fulfilled : MOU_DECIMAL_ZERO, -1);

      g_string_append_printf (sum, "%s%s × %s", i > 0 ? " + " : "", weight_text, share_text);
    }

  mou_explain_add (sentences, _ ("Weight × fulfilment of the items: (%s) ÷ %s × 100 = %s"), sum->str, total_text, actual_text);
}

static void
explain (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences)
{
  MouInterpolation steps;
  MouLevels storage;
  g_autofree char *reason = NULL;

  if (is_reported (input->result))
    explain_items (input, outcome, sentences);
  else
    mou_criterion_explain_value (input, outcome, sentences);

  if (!init_steps (input->indicator, input->scale, &steps, &reason))
    return;
  mou_explain_levels (get_levels (input->indicator, input->scale, &storage), &steps, sentences);
  mou_explain_interpolation (&steps, outcome->actual, sentences);
}

const MouCriterion mou_criterion_checklist = { MOU_KIND_CHECKLIST, TRUE, validate, score, invert, explain };
