/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks over a register: the whole of it in printed order, and everything that would dangle without one row. */

#include "mou-register-private.h"

typedef struct
{
  MouRegister *rows;
  MouRegisterVisit visit;
  gpointer data;
} Walk;

static void visit_row (const Walk *walk, MouRow *row, int depth);

static void
visit_rows (const Walk *walk, GPtrArray *rows, int depth)
{
  for (guint i = 0; i < rows->len; i++)
    visit_row (walk, g_ptr_array_index (rows, i), depth);
}

static void
visit_row (const Walk *walk, MouRow *row, int depth)
{
  walk->visit (row, depth, walk->data);

  for (MouEntity entity = row->entity + 1; entity < MOU_N_ENTITIES; entity++)
    {
      if (mou_entity_get_info (entity)->parent != row->entity)
        continue;
      if (entity == MOU_ENTITY_INDICATOR)
        visit_rows (walk, _mou_register_get_group (walk->rows, row->id, 0), depth + 1);
      else
        visit_rows (walk, mou_register_get_children (walk->rows, row->id, entity), depth + 1);
    }

  if (row->entity == MOU_ENTITY_INDICATOR)
    visit_rows (walk, _mou_register_get_group (walk->rows, row->parent, row->id), depth + 1);
}

void
mou_register_visit (MouRegister *self, MouRegisterVisit visit, gpointer data)
{
  const Walk walk = { self, visit, data };

  g_return_if_fail (self != NULL && visit != NULL);

  visit_rows (&walk, mou_register_get_children (self, 0, MOU_ENTITY_ORGANISATION), 0);
}

typedef struct
{
  GPtrArray *rows;  /* in the order they were found */
  GHashTable *seen; /* the same rows as a set */
} Found;

static void
add_rows (Found *found, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_hash_table_add (found->seen, g_ptr_array_index (rows, i)))
      g_ptr_array_add (found->rows, g_ptr_array_index (rows, i));
}

/* How many groups stand above; other rows are all at depth 0. */
static int
get_group_depth (MouRegister *rows, const MouRow *row)
{
  int depth = 0;

  while (row != NULL && row->entity == MOU_ENTITY_INDICATOR && depth < MOU_INDICATOR_MAX_DEPTH)
    {
      row = mou_register_lookup (rows, mou_row_get_reference (row, MOU_INDICATOR_GROUP));
      depth++;
    }

  return depth;
}

/* What is referred to goes first: entities are ordered so, and within the indicators a group precedes its members. */
static int
compare_dependence (gconstpointer a, gconstpointer b, gpointer data)
{
  const MouRow *left = *(MouRow *const *) a, *right = *(MouRow *const *) b;

  if (left->entity != right->entity)
    return (int) left->entity - (int) right->entity;

  return get_group_depth (data, left) - get_group_depth (data, right);
}

GPtrArray *
mou_register_list_subtree (MouRegister *self, gint64 row)
{
  Found found = { g_ptr_array_new (), NULL };
  MouRow *top;

  g_return_val_if_fail (self != NULL, found.rows);

  top = mou_register_lookup (self, row);
  if (top == NULL)
    return found.rows;

  found.seen = g_hash_table_new (NULL, NULL);
  g_hash_table_add (found.seen, top);
  g_ptr_array_add (found.rows, top);
  for (guint i = 0; i < found.rows->len; i++)
    {
      const MouRow *next = g_ptr_array_index (found.rows, i);

      for (MouEntity entity = next->entity + 1; entity < MOU_N_ENTITIES; entity++)
        if (mou_entity_get_info (entity)->parent == next->entity)
          add_rows (&found, mou_register_get_children (self, next->id, entity));
      add_rows (&found, _mou_register_get_referrers (self, next->id));
    }
  g_hash_table_unref (found.seen);
  g_ptr_array_sort_with_data (found.rows, compare_dependence, self);

  return found.rows;
}

GPtrArray *
mou_register_list_rows (MouRegister *self)
{
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_row_unref);

  g_return_val_if_fail (self != NULL, rows);

  all = _mou_register_list_all (self);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (rows, mou_row_ref (g_ptr_array_index (all, i)));

  return rows;
}
