/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes are pairs of shared rows; the inverse is the pair swapped. */

#include "mou-change.h"

MouChange *
mou_change_new (MouRow *before, MouRow *after)
{
  MouChange *change;

  g_return_val_if_fail (before != NULL || after != NULL, NULL);
  g_return_val_if_fail (before == NULL || after == NULL || (before->entity == after->entity && before->id == after->id), NULL);

  change = g_new (MouChange, 1);
  change->before = before != NULL ? mou_row_ref (before) : NULL;
  change->after = after != NULL ? mou_row_ref (after) : NULL;

  return change;
}

void
mou_change_free (MouChange *change)
{
  g_return_if_fail (change != NULL);

  g_clear_pointer (&change->before, mou_row_unref);
  g_clear_pointer (&change->after, mou_row_unref);
  g_free (change);
}

const MouRow *
mou_change_get_row (const MouChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  return change->after != NULL ? change->after : change->before;
}

GPtrArray *
mou_change_list_invert (GPtrArray *changes)
{
  GPtrArray *inverse;

  g_return_val_if_fail (changes != NULL, NULL);

  inverse = g_ptr_array_new_full (changes->len, (GDestroyNotify) mou_change_free);
  for (guint i = changes->len; i > 0; i--)
    {
      const MouChange *change = g_ptr_array_index (changes, i - 1);

      g_ptr_array_add (inverse, mou_change_new (change->after, change->before));
    }

  return inverse;
}
