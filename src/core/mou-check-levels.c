/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Levels: enough of them, in one order, described where they are words, and going the way their neighbours go. */

#include "mou-check-private.h"

#include "mou-criterion.h"
#include "mou-rebase.h"

#include <glib/gi18n-lib.h>

/* So many neighbours of the same unit, all going the other way, make an indicator stand out. */
#define NEIGHBOURS_MIN 2

/* Kinds that hold a number against levels. */
static gboolean
is_measured (const MouIndicator *indicator)
{
  return indicator->kind == MOU_KIND_LINEAR || indicator->kind == MOU_KIND_STEPPED || indicator->kind == MOU_KIND_GATED;
}

static int
count_kind (const MouLevels *levels, MouLevelKind kind)
{
  int count = 0;

  for (int i = 0; i < levels->count; i++)
    count += levels->levels[i].kind == kind;

  return count;
}

/* The first level that is not beyond the numeric level before it, in the direction from the first number to the last; -1 when
 * the disorder is of another kind. */
static int
find_disorder (const MouLevels *levels)
{
  int first = -1, previous = -1, last = -1, direction;

  for (int i = 0; i < levels->count; i++)
    if (levels->levels[i].kind == MOU_LEVEL_NUMERIC)
      {
        first = first < 0 ? i : first;
        last = i;
      }
  if (last <= first)
    return -1;

  direction = mou_decimal_compare (levels->levels[last].value, levels->levels[first].value);
  for (int i = first; i <= last; i++)
    {
      if (levels->levels[i].kind != MOU_LEVEL_NUMERIC)
        continue;
      if (previous >= 0 && direction * mou_decimal_compare (levels->levels[i].value, levels->levels[previous].value) <= 0
          && levels->levels[previous].op == MOU_OP_NONE && levels->levels[i].op == MOU_OP_NONE)
        return i;
      previous = i;
    }

  return -1;
}

static void
add_missing (MouCheckRun *run, int node, MouSeverity severity, char *message)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);

  _mou_check_add (run, node,
                  (MouFinding){ .code = "levels-missing",
                                .severity = severity,
                                .entity = MOU_ENTITY_INDICATOR,
                                .row = indicator->id,
                                .field = -1,
                                .place = g_strdup_printf ("%s/levels", indicator->code),
                                .message = message });
}

static void
add_disorder (MouCheckRun *run, int node, const MouLevels *levels, const char *reason)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  const char *path = levels == &indicator->levels ? "" : "measure/";
  int level = find_disorder (levels);

  _mou_check_add (run, node,
                  (MouFinding){ .code = "levels-not-monotone",
                                .severity = MOU_SEVERITY_ERROR,
                                .entity = level < 0                      ? MOU_ENTITY_INDICATOR
                                          : levels == &indicator->levels ? MOU_ENTITY_LEVEL
                                                                         : MOU_ENTITY_MEASURE_LEVEL,
                                .row = level < 0 ? indicator->id : levels->levels[level].id,
                                .field = level < 0 ? -1 : MOU_LEVEL_VALUE,
                                .place = level < 0 ? g_strdup_printf ("%s/%slevels", indicator->code, path)
                                                   : g_strdup_printf ("%s/%slevel/%d", indicator->code, path, level + 1),
                                .found = level < 0 ? NULL : mou_decimal_to_text (levels->levels[level].value),
                                .message = g_strdup_printf (_ ("%s cannot be scored: %s. Correct the levels."), indicator->code, reason) });
}

void
_mou_check_levels (MouCheckRun *run, int node)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  const MouLevels *levels = mou_indicator_get_signed_levels (indicator);
  g_autofree char *reason = NULL;

  if (!is_measured (indicator) && indicator->kind != MOU_KIND_CHECKLIST)
    return;

  reason = mou_criterion_validate (indicator, run->agreement->scale);
  if (reason == NULL)
    return;

  if (is_measured (indicator) && count_kind (levels, MOU_LEVEL_NUMERIC) >= MIN (2, levels->count))
    add_disorder (run, node, levels, reason);
  else
    add_missing (run, node, MOU_SEVERITY_ERROR, g_strdup_printf (_ ("%s cannot be scored: %s. Enter them."), indicator->code, reason));
}

void
_mou_check_words (MouCheckRun *run, int node)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  const MouLevels *levels = &indicator->levels;

  if (indicator->kind != MOU_KIND_JUDGED)
    return;
  if (count_kind (levels, MOU_LEVEL_ABSENT) == levels->count)
    add_missing (run, node, MOU_SEVERITY_WARNING,
                 g_strdup_printf (_ ("No level of %s is described, so nobody can say which is reached. Describe them."), indicator->code));

  for (int i = 0; i < levels->count && count_kind (levels, MOU_LEVEL_ABSENT) < levels->count; i++)
    if (levels->levels[i].kind == MOU_LEVEL_ABSENT)
      _mou_check_add (run, node,
                      (MouFinding){ .code = "text-level-without-description",
                                    .severity = MOU_SEVERITY_WARNING,
                                    .entity = MOU_ENTITY_INDICATOR,
                                    .row = indicator->id,
                                    .field = -1,
                                    .place = g_strdup_printf ("%s/level/%d", indicator->code, i + 1),
                                    .message = g_strdup_printf (_ ("Level %d of %s is not described, unlike the others. Describe it."),
                                                                i + 1, indicator->code) });
}

/* A signed notation says by itself which way the author meant it. */
static gboolean
is_deliberate (const MouLevels *levels)
{
  return levels->notation_valid && !levels->notation.symmetric;
}

/* Siblings of the same unit whose levels go somewhere: all of them the other way, and how many. */
static int
count_opposed (const MouCheckRun *run, int node, int direction)
{
  const MouNode *own = mou_agreement_get_node (run->agreement, (guint) node);
  int end = own->parent < 0 ? (int) mou_agreement_get_n_nodes (run->agreement)
                            : mou_agreement_get_node (run->agreement, (guint) own->parent)->end;
  int opposed = 0;

  for (int i = own->parent + 1; i < end; i = mou_agreement_get_node (run->agreement, (guint) i)->end)
    {
      const MouIndicator *other = _mou_check_get_indicator (run, i);
      int other_direction = is_measured (other) ? mou_levels_get_direction (&other->levels) : 0;

      if (i == node || other_direction == 0 || g_strcmp0 (other->unit, own->indicator->unit) != 0)
        continue;
      if (other_direction == direction)
        return 0;
      opposed++;
    }

  return opposed;
}

void
_mou_check_direction (MouCheckRun *run, int node)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  int direction = is_measured (indicator) ? mou_levels_get_direction (&indicator->levels) : 0;

  if (direction == 0 || indicator->unit == NULL || is_deliberate (&indicator->levels)
      || count_opposed (run, node, direction) < NEIGHBOURS_MIN)
    return;

  _mou_check_add (
      run, node,
      (MouFinding){ .code = "direction-unlike-neighbours",
                    .severity = MOU_SEVERITY_HINT,
                    .entity = MOU_ENTITY_INDICATOR,
                    .row = indicator->id,
                    .field = -1,
                    .place = g_strdup_printf ("%s/levels", indicator->code),
                    .message = g_strdup_printf (
                        direction > 0 ? _ ("%s is better when higher, but the others in %s beside it when lower. Is its order intended?")
                                      : _ ("%s is better when lower, but the others in %s beside it when higher. Is its order intended?"),
                        indicator->code, indicator->unit) });
}
