/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* This year's levels against past results: a top level that was reached already, a middle one that nobody ever reached. */

#include "mou-check-private.h"

#include "mou-criterion.h"
#include "mou-rebase.h"

#include <glib/gi18n-lib.h>

/* "Every past year" is said of this many at least. */
#define PAST_RESULTS_MIN 2

static gboolean
reaches (const MouLevel *level, MouDecimal value, int direction)
{
  int order = direction * mou_decimal_compare (value, level->value);

  return order > 0 || (order == 0 && level->op != MOU_OP_LESS && level->op != MOU_OP_GREATER);
}

/* The levels in force and the direction of better in them; NULL when they cannot score a number. */
static const MouLevels *
get_levels (const MouCheckRun *run, const MouIndicator *indicator, MouLevels *storage, int *direction)
{
  const MouLevels *levels = mou_indicator_get_effective_levels (indicator, storage);
  g_autofree char *reason = NULL;
  MouInterpolation steps;

  if (levels == NULL || !mou_interpolation_init (&steps, levels, run->agreement->scale, indicator->gap, FALSE, &reason))
    return NULL;

  *direction = steps.direction;

  return levels;
}

static const MouHistory *
get_number (const MouIndicator *indicator, int year)
{
  const MouHistory *past = mou_indicator_get_history (indicator, year);

  return past != NULL && past->state == MOU_HISTORY_NUMBER ? past : NULL;
}

static char *
format_past (const MouIndicator *indicator, const MouHistory *past)
{
  return mou_decimal_format (past->value, indicator->decimals);
}

static void
report_met (MouCheckRun *run, int node, const MouHistory *past)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  int top = run->agreement->scale->level_count;
  g_autofree char *text = format_past (indicator, past);

  _mou_check_add (run, node,
                  (MouFinding){ .code = "level5-already-met",
                                .severity = MOU_SEVERITY_HINT,
                                .entity = MOU_ENTITY_INDICATOR,
                                .row = indicator->id,
                                .field = -1,
                                .place = g_strdup_printf ("%s/level/%d", indicator->code, top),
                                .found = mou_decimal_to_text (past->value),
                                .message = g_strdup_printf (_ ("%s reached level %d already in %d (%s). Is the level demanding enough?"),
                                                            indicator->code, top, past->year, text) });
}

/* Where the past result is the score itself, it is held against the scale instead of the levels. */
static gboolean
is_top_reached (const MouCheckRun *run, const MouIndicator *indicator, MouDecimal value)
{
  MouLevels storage;
  int direction;
  const MouLevels *levels;
  const MouLevel *top;

  if (mou_criterion_get (indicator->kind)->past_is_score)
    return mou_decimal_compare (value, (MouDecimal){ run->agreement->scale->top, 0 }) >= 0;

  levels = get_levels (run, indicator, &storage, &direction);
  if (levels == NULL)
    return FALSE;

  top = &levels->levels[levels->count - 1];

  return top->kind == MOU_LEVEL_NUMERIC && reaches (top, value, direction);
}

/* The best past result; *n_numbers counts them. */
static const MouHistory *
find_best (const MouIndicator *indicator, int direction, int *n_numbers)
{
  const MouHistory *best = NULL;

  *n_numbers = 0;
  for (guint i = 0; i < indicator->history->len; i++)
    {
      const MouHistory *past = &g_array_index (indicator->history, MouHistory, i);

      if (past->state != MOU_HISTORY_NUMBER)
        continue;
      (*n_numbers)++;
      if (best == NULL || direction * mou_decimal_compare (past->value, best->value) > 0)
        best = past;
    }

  return best;
}

static void
report_out_of_reach (MouCheckRun *run, int node, const MouLevel *middle, int number, const MouHistory *best)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  g_autofree char *text = format_past (indicator, best);
  g_autofree char *target = mou_level_format (middle, indicator->decimals);

  _mou_check_add (run, node,
                  (MouFinding){ .code = "level3-beyond-past",
                                .severity = MOU_SEVERITY_HINT,
                                .entity = MOU_ENTITY_LEVEL,
                                .row = middle->id,
                                .field = MOU_LEVEL_VALUE,
                                .place = g_strdup_printf ("%s/level/%d", indicator->code, number),
                                .found = mou_decimal_to_text (middle->value),
                                .message = g_strdup_printf (
                                    _ ("Level %d of %s (%s) is beyond every past result; the best was %s in %d. Is it within reach?"),
                                    number, indicator->code, target, text, best->year) });
}

static void
check_middle (MouCheckRun *run, int node)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  MouLevels storage;
  int direction, n_numbers, number;
  const MouLevels *levels = get_levels (run, indicator, &storage, &direction);
  const MouLevel *middle;
  const MouHistory *best;

  if (levels == NULL)
    return;

  number = (levels->count + 1) / 2;
  middle = &levels->levels[number - 1];
  best = find_best (indicator, direction, &n_numbers);
  if (middle->kind == MOU_LEVEL_NUMERIC && n_numbers >= PAST_RESULTS_MIN && !reaches (middle, best->value, direction))
    report_out_of_reach (run, node, middle, number, best);
}

void
_mou_check_targets (MouCheckRun *run, int node)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  const MouHistory *past = get_number (indicator, run->agreement->fiscal_year - 1);

  if (indicator->kind == MOU_KIND_GROUP)
    return;

  if (past != NULL && is_top_reached (run, indicator, past->value))
    report_met (run, node, past);
  if (!mou_criterion_get (indicator->kind)->past_is_score)
    check_middle (run, node);
}
