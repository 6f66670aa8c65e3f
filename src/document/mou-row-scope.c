/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps upwards only go to rows of the entity that the tables name, so even a damaged chain ends: entities nest five deep, and the one
 * reference that stays within its entity, the group of an indicator, is bounded by the depth. */

#include "mou-row-scope.h"

#define DEPTH_MAX 40

const MouRow *
mou_row_scope_find (MouRegister *rows, GHashTable *gone, gint64 id)
{
  const MouRow *row;

  g_return_val_if_fail (rows != NULL, NULL);

  row = mou_register_lookup (rows, id);
  return row == NULL && gone != NULL ? g_hash_table_lookup (gone, &id) : row;
}

static const MouRow *
find_parent (MouRegister *rows, GHashTable *gone, const MouRow *row)
{
  const MouRow *parent = row->parent != 0 ? mou_row_scope_find (rows, gone, row->parent) : NULL;

  return parent != NULL && parent->entity == mou_entity_get_info (row->entity)->parent ? parent : NULL;
}

/* NULL when the field is no reference, or refers to nothing. */
static const MouRow *
find_referred (MouRegister *rows, GHashTable *gone, const MouRow *row, int field)
{
  const MouField *info = mou_field_get (row->entity, field);
  const MouRow *referred;

  if (info->type != MOU_FIELD_REFERENCE || row->values[field] == NULL)
    return NULL;

  referred = mou_row_scope_find (rows, gone, mou_row_get_reference (row, field));
  return referred != NULL && referred->entity == info->target ? referred : NULL;
}

static gboolean
contains (MouRegister *rows, GHashTable *gone, gint64 root, const MouRow *row, int depth)
{
  if (row == NULL || depth > DEPTH_MAX)
    return FALSE;
  if (row->id == root || contains (rows, gone, root, find_parent (rows, gone, row), depth + 1))
    return TRUE;

  for (guint i = 0; i < row->n_values; i++)
    if (contains (rows, gone, root, find_referred (rows, gone, row, (int) i), depth + 1))
      return TRUE;

  return FALSE;
}

gboolean
mou_row_scope_contains (MouRegister *rows, GHashTable *gone, gint64 root, gint64 id)
{
  g_return_val_if_fail (rows != NULL, FALSE);

  return id == root || contains (rows, gone, root, mou_row_scope_find (rows, gone, id), 0);
}

gint64
mou_row_scope_find_above (MouRegister *rows, GHashTable *gone, gint64 id, MouEntity entity)
{
  g_return_val_if_fail (rows != NULL, 0);

  for (const MouRow *row = mou_row_scope_find (rows, gone, id); row != NULL; row = find_parent (rows, gone, row))
    {
      if (row->entity == entity)
        return row->id;
      for (guint i = 0; i < row->n_values; i++)
        {
          const MouRow *referred = find_referred (rows, gone, row, (int) i);

          if (referred != NULL && referred->entity == entity)
            return referred->id;
        }
    }

  return 0;
}
