/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-level-chart-input: see the header. */

#include "mou-level-chart-input.h"
#include "mou-criterion.h"
#include "mou-rebase.h"
#include "mou-rounding.h"
#include "mou-thai.h"

#include <glib/gi18n.h>

/* Digits of an actual value that has no end. */
#define ACTUAL_PLACES 4

/* `text` is taken. */
static char *
take_digits (char *text, gboolean thai_digits)
{
  g_autofree char *arabic = text;

  return thai_digits && arabic != NULL ? mou_thai_digits_from_arabic (arabic) : g_steal_pointer (&arabic);
}

static gboolean
is_open_on_the_worse_side (MouInequality op, int direction)
{
  switch (op)
    {
    case MOU_OP_LESS:
    case MOU_OP_LESS_EQUAL:
      return direction > 0;
    case MOU_OP_GREATER:
    case MOU_OP_GREATER_EQUAL:
      return direction < 0;
    case MOU_OP_NONE:
    default:
      return FALSE;
    }
}

static void
init_level (MouLevelChartInput *self, int i, const MouLevel *level, gboolean thai_digits)
{
  MouChartLevel *out = &self->levels[i];

  out->worded = level->kind == MOU_LEVEL_WORDED;
  if (level->kind != MOU_LEVEL_ABSENT)
    out->label = take_digits (mou_level_format (level, -1), thai_digits && !out->worded);
  if (level->kind != MOU_LEVEL_NUMERIC)
    return;

  out->value = mou_decimal_to_double (level->value);
  out->anchored = !is_open_on_the_worse_side (level->op, self->direction);
  if (!out->anchored)
    self->base_level = i + 1;
}

/* A single number says nothing about the direction; it is a target to be reached. */
static int
find_direction (const MouLevels *levels)
{
  int n_numbers = 0;

  for (int i = 0; i < levels->count; i++)
    n_numbers += levels->levels[i].kind == MOU_LEVEL_NUMERIC;

  return n_numbers == 1 ? 1 : mou_levels_get_direction (levels);
}

static void
init_levels (MouLevelChartInput *self, const MouAgreement *agreement, const MouIndicator *indicator, gboolean thai_digits)
{
  MouLevels moved;
  const MouLevels *levels = mou_indicator_get_effective_levels (indicator, &moved);

  if (levels == NULL)
    levels = mou_indicator_get_signed_levels (indicator);
  self->direction = find_direction (levels);
  for (int i = 0; i < self->n_levels && i < levels->count; i++)
    init_level (self, i, &levels->levels[i], thai_digits);
  for (int i = 0; i < self->n_levels; i++)
    {
      self->levels[i].name = take_digits (g_strdup_printf ("%d", agreement->scale->points[i]), thai_digits);
      self->levels[i].absent = self->levels[i].label == NULL;
    }
}

/* The axis is the scale itself: what a level asks for is beside it, where it stands is what it is worth. */
static void
move_to_points (MouLevelChartInput *self, const MouScale *scale)
{
  self->direction = 1;
  self->base_level = 0;
  for (int i = 0; i < self->n_levels; i++)
    {
      MouChartLevel *level = &self->levels[i];

      level->value = scale->points[i];
      level->anchored = TRUE;
      level->absent = FALSE;
      if (g_strcmp0 (level->label, level->name) == 0)
        g_clear_pointer (&level->label, g_free);
    }
}

static void
init_year (MouChartPoint *point, int year, const MouHistory *history, gboolean thai_digits)
{
  point->title = take_digits (g_strdup_printf ("%d", year), thai_digits);
  if (history == NULL)
    return;

  point->provisional = history->provisional;
  switch (history->state)
    {
    case MOU_HISTORY_NO_DATA:
      point->state = MOU_CHART_POINT_NO_DATA;
      point->label = g_strdup ("-");
      break;
    case MOU_HISTORY_PENDING:
      point->state = MOU_CHART_POINT_PENDING;
      point->label = g_strdup ("N/A");
      break;
    case MOU_HISTORY_NUMBER:
    default:
      point->state = MOU_CHART_POINT_NUMBER;
      point->value = mou_decimal_to_double (history->value);
      point->label = take_digits (mou_decimal_format (history->value, -1), thai_digits);
      break;
    }
}

static char *
format_actual (const MouRatio *actual)
{
  g_autofree char *text = mou_rounding_to_short_text (actual, ACTUAL_PLACES);
  MouDecimal value;

  return mou_decimal_parse (text, &value, NULL) ? mou_decimal_format (value, -1) : g_steal_pointer (&text);
}

static void
init_actual (MouLevelChartInput *self, const MouScore *score, gboolean on_points, gboolean thai_digits)
{
  const MouRatio *number = on_points ? score->score : score->actual;

  self->actual.title = g_strdup (_ ("Actual"));
  if (score->score != NULL)
    self->score = take_digits (mou_rounding_to_text (score->score, MOU_SCORE_PLACES), thai_digits);
  if (score->state == MOU_STATE_PENDING)
    {
      self->actual.state = MOU_CHART_POINT_PENDING;
      self->actual.label = g_strdup ("N/A");
    }
  if (number == NULL)
    return;

  self->actual.state = MOU_CHART_POINT_NUMBER;
  self->actual.value = mou_ratio_to_double (number);
  if (score->actual != NULL)
    self->actual.label = take_digits (format_actual (score->actual), thai_digits);
  if (on_points && g_strcmp0 (self->actual.label, self->score) == 0)
    g_clear_pointer (&self->actual.label, g_free);
}

void
mou_level_chart_input_init (MouLevelChartInput *self, const MouAgreement *agreement, const MouIndicator *indicator, const MouScore *score,
                            gboolean thai_digits)
{
  const gboolean on_points = indicator->kind == MOU_KIND_GROUP || mou_criterion_get (indicator->kind)->past_is_score;

  *self = (MouLevelChartInput){ .n_levels = agreement->scale->level_count };
  init_levels (self, agreement, indicator, thai_digits);
  if (on_points)
    move_to_points (self, agreement->scale);

  self->n_years = MOU_CHART_YEARS;
  for (int i = 0; i < MOU_CHART_YEARS; i++)
    {
      const int year = agreement->fiscal_year - MOU_CHART_YEARS + i;

      init_year (&self->years[i], year, mou_indicator_get_history (indicator, year), thai_digits);
    }
  if (score != NULL)
    init_actual (self, score, on_points, thai_digits);
}

static void
clear_point (MouChartPoint *point)
{
  g_clear_pointer (&point->title, g_free);
  g_clear_pointer (&point->label, g_free);
}

void
mou_level_chart_input_clear (MouLevelChartInput *self)
{
  for (int i = 0; i < MOU_LEVEL_COUNT_MAX; i++)
    {
      g_clear_pointer (&self->levels[i].name, g_free);
      g_clear_pointer (&self->levels[i].label, g_free);
    }
  for (int i = 0; i < MOU_CHART_YEARS; i++)
    clear_point (&self->years[i]);
  clear_point (&self->actual);
  g_clear_pointer (&self->score, g_free);
}

gboolean
mou_level_chart_input_is_empty (const MouLevelChartInput *self)
{
  for (int i = 0; i < self->n_levels; i++)
    if (self->levels[i].label != NULL)
      return FALSE;
  for (guint i = 0; i < self->n_years; i++)
    if (self->years[i].state != MOU_CHART_POINT_BLANK)
      return FALSE;

  return self->actual.state == MOU_CHART_POINT_BLANK;
}

/* How many levels one unit of the axis is, on the stretch between two anchors. */
static double
get_slope (const MouLevelChartInput *self, int from, int to)
{
  const double span = self->levels[to].value - self->levels[from].value;

  return span > 0 || span < 0 ? (to - from) / span : 0;
}

/* A lone target: nothing at all is one level below it. */
static double
get_lone_slope (double target)
{
  return target > 0 || target < 0 ? 1 / target : 1;
}

double
mou_level_chart_input_get_position (const MouLevelChartInput *self, double value)
{
  int from = -1, to = -1;
  double slope;

  for (int i = 0; i < self->n_levels; i++)
    {
      if (!self->levels[i].anchored)
        continue;
      if (from >= 0 && to >= 0 && self->direction * (value - self->levels[to].value) <= 0)
        break;
      from = to;
      to = i;
    }
  if (to < 0)
    return 1;

  slope = from >= 0 ? get_slope (self, from, to) : get_lone_slope (self->levels[to].value);
  if (from < 0)
    from = to;
  /* What the worst level's inequality covers stands at that level or below it, however near the next one it is. */
  if (self->base_level > 0 && self->direction * (value - self->levels[from].value) < 0)
    return self->base_level + (value - self->levels[from].value) * slope;

  return from + 1 + (value - self->levels[from].value) * slope;
}

static void
describe_levels (const MouLevelChartInput *self, GString *words)
{
  for (int i = 0; i < self->n_levels; i++)
    {
      const MouChartLevel *level = &self->levels[i];

      if (level->absent || level->label == NULL)
        continue;
      g_string_append_printf (words, _ ("Level %s: %s."), level->name, level->label);
      g_string_append_c (words, ' ');
    }
  if (self->direction < 0)
    g_string_append (words, _ ("Lower is better. "));
}

static const char *
get_words (const MouChartPoint *point)
{
  switch (point->state)
    {
    case MOU_CHART_POINT_NO_DATA:
      return _ ("no data");
    case MOU_CHART_POINT_PENDING:
      return _ ("not known yet");
    case MOU_CHART_POINT_NUMBER:
    case MOU_CHART_POINT_BLANK:
    default:
      return point->label;
    }
}

char *
mou_level_chart_input_dup_description (const MouLevelChartInput *self)
{
  GString *words = g_string_new (NULL);

  describe_levels (self, words);
  for (guint i = 0; i < self->n_years; i++)
    if (self->years[i].state != MOU_CHART_POINT_BLANK)
      {
        g_string_append_printf (words, "%s: %s", self->years[i].title, get_words (&self->years[i]));
        g_string_append (words, self->years[i].provisional ? _ (" (provisional). ") : ". ");
      }
  if (self->actual.label != NULL)
    g_string_append_printf (words, "%s: %s. ", self->actual.title, get_words (&self->actual));
  if (self->score != NULL)
    g_string_append_printf (words, _ ("Score: %s."), self->score);

  return g_strchomp (g_string_free (words, FALSE));
}
