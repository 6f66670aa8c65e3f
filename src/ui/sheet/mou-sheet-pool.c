/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Linear searches: a pool holds no more than fits on a screen. */

#include "mou-sheet-pool.h"

void
mou_sheet_pool_init (MouSheetPool *self)
{
  self->widgets = g_ptr_array_new ();
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
mou_sheet_pool_clear (MouSheetPool *self)
{
  g_clear_pointer (&self->widgets, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_array_unref);
}

guint
mou_sheet_pool_get_size (const MouSheetPool *self)
{
  return self->widgets->len;
}

gpointer
mou_sheet_pool_get (const MouSheetPool *self, guint index)
{
  return g_ptr_array_index (self->widgets, index);
}

guint
mou_sheet_pool_get_key (const MouSheetPool *self, guint index)
{
  return g_array_index (self->keys, guint, index);
}

static void
set_key (MouSheetPool *self, guint index, guint key)
{
  g_array_index (self->keys, guint, index) = key;
}

gpointer
mou_sheet_pool_find (const MouSheetPool *self, guint key)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (mou_sheet_pool_get_key (self, i) == key)
      return mou_sheet_pool_get (self, i);
  return NULL;
}

void
mou_sheet_pool_retain (MouSheetPool *self, MouSheetSpan span, guint extra)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      guint key = mou_sheet_pool_get_key (self, i);

      if ((key < span.first || key >= span.end) && key != extra)
        set_key (self, i, MOU_SHEET_NONE);
    }
}

gpointer
mou_sheet_pool_claim (MouSheetPool *self, guint key)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (mou_sheet_pool_get_key (self, i) == MOU_SHEET_NONE)
      {
        set_key (self, i, key);
        return mou_sheet_pool_get (self, i);
      }
  return NULL;
}

void
mou_sheet_pool_add (MouSheetPool *self, gpointer widget, guint key)
{
  g_ptr_array_add (self->widgets, widget);
  g_array_append_val (self->keys, key);
}

void
mou_sheet_pool_splice (MouSheetPool *self, guint position, guint removed, guint added)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      guint key = mou_sheet_pool_get_key (self, i);

      if (key == MOU_SHEET_NONE || key < position)
        continue;
      set_key (self, i, key < position + removed ? MOU_SHEET_NONE : key - removed + added);
    }
}
