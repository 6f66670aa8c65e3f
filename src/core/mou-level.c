/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be said of levels without scoring: which way they go and how they are printed. */

#include "mou-agreement.h"

/* The sign of the step from level a to the later level b. An inequality stands beside the number it excludes ("<96" then 96),
 * so where the numbers are equal it is the inequality that says which way the levels go. */
static int
get_step (const MouLevel *a, const MouLevel *b)
{
  int order = mou_decimal_compare (b->value, a->value);

  if (order != 0)
    return order > 0 ? 1 : -1;
  if (a->op == MOU_OP_LESS || b->op == MOU_OP_GREATER)
    return 1;
  if (a->op == MOU_OP_GREATER || b->op == MOU_OP_LESS)
    return -1;

  return 0;
}

int
mou_levels_get_direction (const MouLevels *levels)
{
  const MouLevel *previous = NULL;
  int direction = 0;

  g_return_val_if_fail (levels != NULL, 0);

  for (int i = 0; i < levels->count; i++)
    {
      const MouLevel *level = &levels->levels[i];

      if (level->kind != MOU_LEVEL_NUMERIC)
        continue;
      if (previous != NULL)
        {
          int step = get_step (previous, level);

          if (step == 0 || (direction != 0 && step != direction))
            return 0;
          direction = step;
        }
      previous = level;
    }

  return direction;
}

char *
mou_level_format (const MouLevel *level, int decimals)
{
  static const char *const signs[] = { "", "<", "≤", ">", "≥" };

  g_return_val_if_fail (level != NULL, NULL);

  if (level->kind == MOU_LEVEL_ABSENT)
    return g_strdup ("");
  if (level->kind == MOU_LEVEL_WORDED)
    return g_strdup (level->text);

  g_autofree char *number = mou_decimal_format (level->value, decimals);

  return g_strconcat (signs[level->op], number, NULL);
}
