/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves levels by the sum of the recorded re-bases. */

#include "mou-rebase.h"

static gboolean
add_shifts (const GArray *rebases, MouDecimal *shift)
{
  *shift = MOU_DECIMAL_ZERO;

  for (guint i = 0; i < rebases->len; i++)
    {
      const MouRebase *rebase = &g_array_index (rebases, MouRebase, i);
      MouDecimal step;

      if (!mou_decimal_subtract (rebase->to, rebase->from, &step) || !mou_decimal_add (*shift, step, shift))
        return FALSE;
    }

  return TRUE;
}

gboolean
mou_levels_rebase (const MouLevels *signed_levels, const GArray *rebases, MouLevels *out)
{
  MouLevels moved;
  MouDecimal shift;

  g_return_val_if_fail (signed_levels != NULL, FALSE);
  g_return_val_if_fail (rebases != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  if (!add_shifts (rebases, &shift))
    return FALSE;

  moved = *signed_levels;
  for (int i = 0; i < moved.count; i++)
    if (moved.levels[i].kind == MOU_LEVEL_NUMERIC && !mou_decimal_add (moved.levels[i].value, shift, &moved.levels[i].value))
      return FALSE;

  *out = moved;
  return TRUE;
}

const MouLevels *
mou_indicator_get_signed_levels (const MouIndicator *indicator)
{
  g_return_val_if_fail (indicator != NULL, NULL);

  return indicator->measure != NULL ? &indicator->measure->levels : &indicator->levels;
}

const MouLevels *
mou_indicator_get_effective_levels (const MouIndicator *indicator, MouLevels *storage)
{
  const MouLevels *signed_levels;

  g_return_val_if_fail (indicator != NULL, NULL);
  g_return_val_if_fail (storage != NULL, NULL);

  signed_levels = mou_indicator_get_signed_levels (indicator);
  if (indicator->rebases == NULL || indicator->rebases->len == 0)
    return signed_levels;

  return mou_levels_rebase (signed_levels, indicator->rebases, storage) ? storage : NULL;
}
