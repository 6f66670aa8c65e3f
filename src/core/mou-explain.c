/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts the arithmetic of a score into sentences. The numbers in them are exact wherever they have an end. */

#include "mou-explain.h"

#include "mou-rounding.h"

#include <glib/gi18n-lib.h>

#define READABLE_PLACES 9

void
mou_explain_add (GPtrArray *sentences, const char *format, ...)
{
  va_list arguments;

  g_return_if_fail (sentences != NULL);
  g_return_if_fail (format != NULL);

  va_start (arguments, format);
  g_ptr_array_add (sentences, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* `text` with thousands commas; as it is when it is longer than a decimal. */
static char *
group_digits (const char *text)
{
  MouDecimal decimal;

  return mou_decimal_parse (text, &decimal, NULL) ? mou_decimal_format (decimal, -1) : g_strdup (text);
}

static gboolean
has_readable_end (const MouRatio *value)
{
  g_autoptr (MouRatio) rounded = mou_rounding_round (value, READABLE_PLACES);

  return mou_ratio_equal (rounded, value);
}

static char *
format_readable (const MouRatio *value)
{
  g_autofree char *text = mou_rounding_to_short_text (value, READABLE_PLACES);

  return group_digits (text);
}

char *
mou_explain_number (const MouRatio *value)
{
  g_autofree char *readable = NULL;
  g_autofree char *fraction = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  readable = format_readable (value);
  if (has_readable_end (value))
    return g_steal_pointer (&readable);

  fraction = mou_ratio_to_text (value);
  return g_strdup_printf (_ ("%s (exactly %s)"), readable, fraction);
}

char *
mou_explain_exact (const MouRatio *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  return has_readable_end (value) ? format_readable (value) : mou_ratio_to_text (value);
}

char *
mou_explain_divisor (const MouRatio *value)
{
  g_autofree char *text = mou_explain_exact (value);

  return strchr (text, '/') != NULL ? g_strdup_printf ("(%s)", text) : g_steal_pointer (&text);
}

char *
mou_explain_score (const MouRatio *score)
{
  g_return_val_if_fail (score != NULL, NULL);

  return mou_rounding_to_text (score, MOU_SCORE_PLACES);
}

void
mou_explain_levels (const MouLevels *levels, const MouInterpolation *steps, GPtrArray *sentences)
{
  g_autoptr (GString) list = g_string_new (NULL);

  g_return_if_fail (levels != NULL);
  g_return_if_fail (steps != NULL);
  g_return_if_fail (sentences != NULL);

  for (int i = 0; i < MIN (levels->count, steps->scale->level_count); i++)
    {
      g_autofree char *text = mou_level_format (&levels->levels[i], -1);

      if (levels->levels[i].kind != MOU_LEVEL_ABSENT)
        g_string_append_printf (list, "%s%d = %s", list->len > 0 ? "; " : "", i + 1, text);
    }

  if (steps->direction > 0)
    mou_explain_add (sentences, _ ("Levels: %s; higher is better"), list->str);
  else
    mou_explain_add (sentences, _ ("Levels: %s; lower is better"), list->str);
}

/* "(-10)" where a sign would stand beside an operator. Takes the text. */
static char *
wrap_negative (char *text)
{
  g_autofree char *owned = text;

  return owned[0] == '-' ? g_strdup_printf ("(%s)", owned) : g_steal_pointer (&owned);
}

/* Larger minus smaller, so that no sign has to be read: "1,225 − 1,200" or, where lower is better, "27.12 − 26.5". */
static void
explain_climb (const MouInterpolation *steps, int i, const MouRatio *actual, GPtrArray *sentences)
{
  const MouStepPoint *from = &steps->steps[i], *to = from + 1;
  g_autoptr (MouRatio) start = mou_ratio_new_from_decimal (from->value);
  g_autoptr (MouRatio) end = mou_ratio_new_from_decimal (to->value);
  g_autoptr (MouRatio) length = steps->direction > 0 ? mou_ratio_subtract (end, start) : mou_ratio_subtract (start, end);
  g_autofree char *start_text = mou_decimal_format (from->value, -1);
  g_autofree char *end_text = mou_decimal_format (to->value, -1);
  g_autofree char *larger = wrap_negative (steps->direction > 0 ? mou_explain_exact (actual) : mou_explain_exact (start));
  g_autofree char *smaller = wrap_negative (steps->direction > 0 ? mou_explain_exact (start) : mou_explain_exact (actual));
  g_autofree char *length_text = mou_explain_exact (length);
  g_autofree char *rise = to->points - from->points == 1 ? g_strdup ("") : g_strdup_printf (" × %d", to->points - from->points);
  g_autofree char *score_text = NULL;
  g_autoptr (MouRatio) score = NULL;
  int level;

  score = mou_interpolation_score (steps, actual, NULL, &level);
  score_text = mou_explain_score (score);
  mou_explain_add (sentences, _ ("Between level %d (%s) and level %d (%s): %d + (%s − %s) ÷ %s%s = %s"), from->level, start_text, to->level,
                   end_text, from->points, larger, smaller, length_text, rise, score_text);
}

static void
explain_target (const MouInterpolation *steps, const MouRatio *actual, GPtrArray *sentences)
{
  g_autofree char *actual_text = mou_explain_exact (actual);
  g_autofree char *target_text = mou_decimal_format (steps->steps[0].value, -1);
  g_autoptr (MouRatio) score = NULL;
  g_autofree char *score_text = NULL;
  int level;

  score = mou_interpolation_score (steps, actual, NULL, &level);
  score_text = mou_explain_score (score);
  if (level > 0)
    mou_explain_add (sentences, _ ("%s reaches the target of %s: %d, the most there is"), actual_text, target_text, steps->scale->top);
  else if (mou_ratio_sign (actual) <= 0)
    mou_explain_add (sentences, _ ("%s is not above zero: %d, the least there is"), actual_text, steps->scale->floor);
  else
    mou_explain_add (sentences, _ ("In proportion to the target: %s ÷ %s × %d = %s"), actual_text, target_text, steps->steps[0].points,
                     score_text);
}

static void
explain_base (const MouInterpolation *steps, const MouRatio *actual, GPtrArray *sentences)
{
  g_autofree char *actual_text = mou_explain_number (actual);
  g_autofree char *first_text = mou_decimal_format (steps->steps[0].value, -1);

  if (steps->base_level > 0)
    mou_explain_add (sentences, _ ("%s does not reach level %d (%s), so it stays at level %d: %d"), actual_text, steps->steps[0].level,
                     first_text, steps->base_level, steps->base_points);
  else
    mou_explain_add (sentences, _ ("%s does not reach level %d (%s): %d, the least there is; nothing is extrapolated"), actual_text,
                     steps->steps[0].level, first_text, steps->base_points);
}

static void
explain_flat (const MouInterpolation *steps, int i, const MouRatio *actual, GPtrArray *sentences)
{
  const MouStepPoint *step = &steps->steps[i];
  g_autofree char *actual_text = mou_explain_number (actual);
  g_autofree char *value_text = mou_decimal_format (step->value, -1);
  g_autofree char *next_text = i + 1 < steps->n_steps ? mou_decimal_format (step[1].value, -1) : NULL;

  if (step->points == steps->scale->top)
    mou_explain_add (sentences, _ ("%s reaches level %d (%s): %d, the most there is"), actual_text, step->level, value_text, step->points);
  else if (next_text != NULL)
    mou_explain_add (sentences, _ ("%s reaches level %d (%s) but not level %d (%s), and there is no interpolation between them: %d"),
                     actual_text, step->level, value_text, step[1].level, next_text, step->points);
  else
    mou_explain_add (sentences, _ ("%s reaches level %d (%s), the highest that a number can reach: %d"), actual_text, step->level,
                     value_text, step->points);
}

void
mou_explain_interpolation (const MouInterpolation *steps, const MouRatio *actual, GPtrArray *sentences)
{
  int i;

  g_return_if_fail (steps != NULL && steps->n_steps > 0);
  g_return_if_fail (actual != NULL);
  g_return_if_fail (sentences != NULL);

  i = mou_interpolation_find_step (steps, actual, NULL);
  if (steps->proportional)
    explain_target (steps, actual, sentences);
  else if (i < 0)
    explain_base (steps, actual, sentences);
  else if (steps->steps[i].rises)
    explain_climb (steps, i, actual, sentences);
  else
    explain_flat (steps, i, actual, sentences);
}
