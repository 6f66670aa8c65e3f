/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Interval notation. Inside, it is four signed differences between neighbouring levels ("deltas", upwards from level 1): the
 * right side as on paper, the left side negated, because paper counts it from level 3 down. */

#include "mou-notation.h"

#include "mou-ratio.h"
#include "mou-scan.h"

#include <glib/gi18n-lib.h>

#define STEP_COUNT (MOU_LEVEL_COUNT_MAX - 1)

typedef struct
{
  MouDecimal delta[STEP_COUNT];
  gboolean spoken[STEP_COUNT];
} Deltas;

typedef struct
{
  const char *text;
  const char *cursor;
} NotationReader;

static gboolean
refuse (const NotationReader *reader, const char *expected, GError **error)
{
  return mou_scan_refuse (reader->text, reader->cursor, _ ("an interval notation"), expected, error);
}

static void
skip_spaces (NotationReader *reader)
{
  reader->cursor = mou_scan_spaces (reader->cursor);
}

static gboolean
read_magnitude (NotationReader *reader, MouDecimal *out, GError **error)
{
  const char *next;
  gboolean fits;

  skip_spaces (reader);
  if ((next = mou_scan_decimal (reader->cursor, TRUE, out, &fits)) == NULL)
    return refuse (reader, _ ("a number"), error);
  if (!fits)
    return refuse (reader, _ ("a number of at most 18 digits"), error);

  reader->cursor = next;
  return TRUE;
}

/* TRUE, and behind the separator, when another step of this side follows. */
static gboolean
skip_step_separator (NotationReader *reader)
{
  const char *next = mou_scan_spaces (reader->cursor);
  gboolean negative;

  if (*next != ',' && (next == reader->cursor || mou_scan_sign (next, &negative) == NULL))
    return FALSE;

  reader->cursor = mou_scan_spaces (*next == ',' ? next + 1 : next);
  return TRUE;
}

/* One or two steps, or none at all where the text or the side ends. */
static gboolean
read_side (NotationReader *reader, MouDecimal steps[2], gboolean *present, GError **error)
{
  gboolean negative = FALSE;
  guint count = 0;

  skip_spaces (reader);
  *present = *reader->cursor != '\0' && *reader->cursor != '/';
  if (!*present)
    return TRUE;

  do
    {
      const char *next = mou_scan_sign (reader->cursor, &negative);

      if (count == 2)
        return refuse (reader, _ ("no third step on one side"), error);
      if (next == NULL && count == 0)
        return refuse (reader, _ ("a sign"), error);

      reader->cursor = next != NULL ? next : reader->cursor;
      if (!read_magnitude (reader, &steps[count], error))
        return FALSE;
      if (negative)
        steps[count] = mou_decimal_negate (steps[count]);
      count++;
    }
  while (skip_step_separator (reader));

  if (count == 1)
    steps[1] = steps[0];
  skip_spaces (reader);
  return TRUE;
}

/* "-/+", "+/-" or "±": TRUE and behind it. */
static gboolean
skip_symmetric_sign (NotationReader *reader)
{
  gboolean first, second;
  const char *cursor = mou_scan_spaces (reader->cursor);

  if (g_str_has_prefix (cursor, "±"))
    {
      reader->cursor = cursor + strlen ("±");
      return TRUE;
    }

  if ((cursor = mou_scan_sign (cursor, &first)) == NULL || *(cursor = mou_scan_spaces (cursor)) != '/')
    return FALSE;
  if ((cursor = mou_scan_sign (mou_scan_spaces (cursor + 1), &second)) == NULL || first == second)
    return FALSE;

  reader->cursor = cursor;
  return TRUE;
}

static void
set_symmetric (MouNotation *notation, MouDecimal step)
{
  *notation = (MouNotation){ TRUE, TRUE, TRUE, { step, step }, { step, step } };
}

static gboolean
read_notation (NotationReader *reader, MouNotation *out, GError **error)
{
  MouDecimal step;

  if (skip_symmetric_sign (reader))
    {
      if (!read_magnitude (reader, &step, error))
        return FALSE;
      set_symmetric (out, step);
      skip_spaces (reader);
      return TRUE;
    }

  if (!read_side (reader, out->left, &out->left_present, error))
    return FALSE;

  if (*reader->cursor == '/')
    {
      reader->cursor++;
      if (!read_side (reader, out->right, &out->right_present, error))
        return FALSE;
    }
  else
    {
      *out = (MouNotation){ .right_present = out->left_present, .right = { out->left[0], out->left[1] } };
    }

  return out->left_present || out->right_present || refuse (reader, _ ("a step such as “+2”"), error);
}

gboolean
mou_notation_parse (const char *text, MouNotation *out, GError **error)
{
  NotationReader reader = { text, text };
  MouNotation notation = { 0 };

  g_return_val_if_fail (text != NULL && out != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!read_notation (&reader, &notation, error))
    return FALSE;
  if (*reader.cursor != '\0')
    return refuse (&reader, _ ("the end"), error);

  *out = notation;
  return TRUE;
}

static void
append_step (GString *text, MouDecimal step)
{
  g_autofree char *digits = mou_decimal_to_text (step);

  if (mou_decimal_sign (step) >= 0)
    g_string_append_c (text, '+');
  g_string_append (text, digits);
}

/* Two steps that print alike are printed once. */
static void
append_side (GString *text, const MouDecimal steps[2])
{
  append_step (text, steps[0]);

  if (steps[0].coefficient != steps[1].coefficient || steps[0].scale != steps[1].scale)
    {
      g_string_append_c (text, ',');
      append_step (text, steps[1]);
    }
}

char *
mou_notation_to_text (const MouNotation *notation)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (notation != NULL, NULL);

  if (notation->symmetric)
    {
      g_string_append (text, "-/");
      append_step (text, notation->right[0]);
    }
  else
    {
      if (notation->left_present)
        {
          append_side (text, notation->left);
          g_string_append_c (text, '/');
        }
      if (notation->right_present)
        append_side (text, notation->right);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
init_deltas (Deltas *deltas, const MouNotation *notation, gboolean rising)
{
  for (guint i = 0; i < STEP_COUNT; i++)
    {
      gboolean is_left = i < 2;
      MouDecimal step = is_left ? notation->left[i] : notation->right[i - 2];
      gboolean negated = notation->symmetric ? !rising : is_left;

      deltas->delta[i] = negated ? mou_decimal_negate (step) : step;
      deltas->spoken[i] = is_left ? notation->left_present : notation->right_present;
    }
}

gboolean
mou_notation_generate (const MouNotation *notation, MouDecimal level3, gboolean rising, MouDecimal levels[MOU_LEVEL_COUNT_MAX],
                       gboolean present[MOU_LEVEL_COUNT_MAX])
{
  const int middle = 2;
  Deltas deltas;

  g_return_val_if_fail (notation != NULL && levels != NULL && present != NULL, FALSE);

  init_deltas (&deltas, notation, rising);
  for (int i = 0; i < MOU_LEVEL_COUNT_MAX; i++)
    {
      levels[i] = i == middle ? level3 : MOU_DECIMAL_ZERO;
      present[i] = i == middle || deltas.spoken[MIN (i, STEP_COUNT - 1)];
    }

  for (int i = middle; i > 0 && deltas.spoken[i - 1]; i--)
    if (!mou_decimal_subtract (levels[i], deltas.delta[i - 1], &levels[i - 1]))
      return FALSE;
  for (int i = middle; i < STEP_COUNT && deltas.spoken[i]; i++)
    if (!mou_decimal_add (levels[i], deltas.delta[i], &levels[i + 1]))
      return FALSE;

  return TRUE;
}

gboolean
mou_notation_derive (const MouDecimal levels[MOU_LEVEL_COUNT_MAX], const gboolean present[MOU_LEVEL_COUNT_MAX], MouNotation *out)
{
  MouDecimal delta[STEP_COUNT];
  gboolean equal = TRUE;

  g_return_val_if_fail (levels != NULL && present != NULL && out != NULL, FALSE);

  for (guint i = 0; i < STEP_COUNT; i++)
    {
      if (!present[i] || !present[i + 1] || !mou_decimal_subtract (levels[i + 1], levels[i], &delta[i]))
        return FALSE;
      equal = equal && mou_decimal_equal (delta[i], delta[0]);
    }

  if (equal)
    set_symmetric (out, mou_decimal_sign (delta[0]) < 0 ? mou_decimal_negate (delta[0]) : delta[0]);
  else
    *out = (MouNotation){ .left_present = TRUE,
                          .right_present = TRUE,
                          .left = { mou_decimal_negate (delta[0]), mou_decimal_negate (delta[1]) },
                          .right = { delta[2], delta[3] } };
  return TRUE;
}

static gboolean
is_step_right (MouDecimal from, MouDecimal delta, MouDecimal to)
{
  g_autoptr (MouRatio) start = NULL;
  g_autoptr (MouRatio) step = NULL;
  g_autoptr (MouRatio) end = NULL;
  MouDecimal sum;

  if (mou_decimal_add (from, delta, &sum))
    return mou_decimal_equal (sum, to);

  /* With the zeros of the larger scale a sum may not fit a decimal that fits without them. */
  start = mou_ratio_new_from_decimal (from);
  step = mou_ratio_new_from_decimal (delta);
  end = mou_ratio_add (start, step);
  return mou_ratio_compare_decimal (end, to) == 0;
}

/* The wrong steps, as bits. */
static guint
find_wrong_steps (const Deltas *deltas, const MouDecimal levels[MOU_LEVEL_COUNT_MAX], const gboolean present[MOU_LEVEL_COUNT_MAX])
{
  guint wrong = 0;

  for (guint i = 0; i < STEP_COUNT; i++)
    if (deltas->spoken[i] && present[i] && present[i + 1] && !is_step_right (levels[i], deltas->delta[i], levels[i + 1]))
      wrong |= 1u << i;

  return wrong;
}

/* The value that a neighbour and the step between them give to `level`; FALSE when no neighbour speaks. */
static gboolean
compute_from_neighbour (const Deltas *deltas, const MouDecimal levels[MOU_LEVEL_COUNT_MAX], const gboolean present[MOU_LEVEL_COUNT_MAX],
                        guint level, MouDecimal *value)
{
  if (level > 0 && present[level - 1] && deltas->spoken[level - 1])
    return mou_decimal_add (levels[level - 1], deltas->delta[level - 1], value);
  if (level < STEP_COUNT && present[level + 1] && deltas->spoken[level])
    return mou_decimal_subtract (levels[level + 1], deltas->delta[level], value);

  return FALSE;
}

static MouDecimal
widen_to_row (MouDecimal value, const MouDecimal levels[MOU_LEVEL_COUNT_MAX], const gboolean present[MOU_LEVEL_COUNT_MAX])
{
  MouDecimal zero = MOU_DECIMAL_ZERO, widened = value;

  for (guint i = 0; i < MOU_LEVEL_COUNT_MAX; i++)
    if (present[i])
      zero.scale = MAX (zero.scale, levels[i].scale);

  /* A value that would not fit is proposed as it is. */
  return mou_decimal_add (value, zero, &widened) ? widened : value;
}

/* Counts the levels whose change alone makes every step agree; the last one found is put into `disagreement`. */
static guint
find_fixes (const Deltas *deltas, const MouDecimal levels[MOU_LEVEL_COUNT_MAX], const gboolean present[MOU_LEVEL_COUNT_MAX],
            MouNotationDisagreement *disagreement)
{
  guint count = 0;

  for (guint i = 0; i < MOU_LEVEL_COUNT_MAX; i++)
    {
      MouDecimal changed[MOU_LEVEL_COUNT_MAX], value;

      if (!present[i] || !compute_from_neighbour (deltas, levels, present, i, &value))
        continue;

      memcpy (changed, levels, sizeof changed);
      changed[i] = value;
      if (find_wrong_steps (deltas, changed, present) == 0)
        {
          disagreement->fix_level = (int) i + 1;
          disagreement->fix_value = widen_to_row (value, levels, present);
          count++;
        }
    }

  return count;
}

gboolean
mou_notation_agrees (const MouNotation *notation, const MouDecimal levels[MOU_LEVEL_COUNT_MAX], const gboolean present[MOU_LEVEL_COUNT_MAX],
                     MouNotationDisagreement *disagreement)
{
  MouNotationDisagreement found = { 0 };
  Deltas upwards, downwards;
  guint wrong_downwards;

  g_return_val_if_fail (notation != NULL && levels != NULL && present != NULL, FALSE);

  /* Only a symmetric notation has two directions to be read in; for a signed one both are the same. */
  init_deltas (&upwards, notation, TRUE);
  init_deltas (&downwards, notation, FALSE);
  found.wrong_steps = find_wrong_steps (&upwards, levels, present);
  wrong_downwards = find_wrong_steps (&downwards, levels, present);
  if (__builtin_popcount (wrong_downwards) < __builtin_popcount (found.wrong_steps))
    found.wrong_steps = wrong_downwards;

  if (found.wrong_steps != 0)
    {
      guint n_fixes = find_fixes (&upwards, levels, present, &found);

      if (notation->symmetric)
        n_fixes += find_fixes (&downwards, levels, present, &found);
      if (n_fixes != 1)
        found.fix_level = 0;
    }

  if (disagreement != NULL)
    *disagreement = found;
  return found.wrong_steps == 0;
}
