/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The changes that make one register say what another says, in three steps over the entities, parents first: which rows are
 * the same (match), which places the rows get (mou-register-order), and how their values differ (write). */

#include "mou-register-private.h"

typedef struct
{
  MouRegister *mine;
  MouRegister *theirs;
  gboolean remove;
  GPtrArray *incoming[MOU_N_ENTITIES]; /* rows of theirs, in printed order */
  GHashTable *ids;                     /* &id of a row of theirs → gint64 *: id of the same row here, perhaps new */
  GHashTable *matched;                 /* set of rows of mine that have a counterpart */
  GHashTable *ordinals;                /* &id of a row here → gint64 *: the ordinal it gets */
  GPtrArray *changes;
} Difference;

static void
collect_visit (MouRow *row, int depth, gpointer data)
{
  g_ptr_array_add (((Difference *) data)->incoming[row->entity], row);
}

static void
open_difference (Difference *self, MouRegister *mine, MouRegister *theirs, gboolean remove)
{
  self->mine = mine;
  self->theirs = theirs;
  self->remove = remove;
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->matched = g_hash_table_new (NULL, NULL);
  self->ordinals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_change_free);
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    self->incoming[entity] = g_ptr_array_new ();
  mou_register_visit (theirs, collect_visit, self);
}

static GPtrArray *
close_difference (Difference *self)
{
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->matched);
  g_hash_table_unref (self->ordinals);
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    g_ptr_array_unref (self->incoming[entity]);

  return g_steal_pointer (&self->changes);
}

/* The id here of what is `id` there; 0 stays 0. */
static gint64
translate (const Difference *self, gint64 id)
{
  const gint64 *here = g_hash_table_lookup (self->ids, &id);

  return here != NULL ? *here : 0;
}

/* The value as it must stand in a row here: references are those of the same rows here. */
static char *
dup_translated (const Difference *self, const MouRow *row, int field)
{
  if (row->values[field] == NULL)
    return NULL;
  if (mou_field_get (row->entity, field)->type != MOU_FIELD_REFERENCE)
    return g_strdup (row->values[field]);

  return g_strdup_printf ("%" G_GINT64_FORMAT, translate (self, mou_row_get_reference (row, field)));
}

static MouRow *
find_counterpart (const Difference *self, const MouRow *row, guint position)
{
  gint64 parent = translate (self, row->parent);
  int field = mou_field_find_key (row->entity);
  GPtrArray *siblings = mou_register_get_children (self->mine, parent, row->entity);

  if (field >= 0)
    {
      g_autofree char *key = dup_translated (self, row, field);

      return mou_register_find (self->mine, parent, row->entity, key);
    }

  return position < siblings->len ? g_ptr_array_index (siblings, position) : NULL;
}

static void
match_rows (Difference *self, GPtrArray *siblings)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      MouRow *row = g_ptr_array_index (siblings, i);
      MouRow *counterpart = find_counterpart (self, row, i);
      gint64 id = counterpart != NULL ? counterpart->id : mou_row_new_id ();

      g_hash_table_insert (self->ids, &row->id, g_memdup2 (&id, sizeof id));
      if (counterpart != NULL)
        g_hash_table_add (self->matched, counterpart);
    }
}

/* `function` on each list of siblings of `entity` in theirs. */
static void
foreach_siblings (Difference *self, MouEntity entity, void (*function) (Difference *self, GPtrArray *siblings))
{
  MouEntity above = mou_entity_get_info (entity)->parent;

  if (above == MOU_ENTITY_NONE)
    function (self, mou_register_get_children (self->theirs, 0, entity));
  for (guint i = 0; above != MOU_ENTITY_NONE && i < self->incoming[above]->len; i++)
    function (self, mou_register_get_children (self->theirs, ((MouRow *) g_ptr_array_index (self->incoming[above], i))->id, entity));
}

/* The rows here that stand where `siblings` stand there; those that have no counterpart keep their place among them. */
static GPtrArray *
get_siblings_here (const Difference *self, GPtrArray *siblings)
{
  const MouRow *first = g_ptr_array_index (siblings, 0);
  gint64 parent = translate (self, first->parent);

  if (first->entity == MOU_ENTITY_INDICATOR)
    return _mou_register_get_group (self->mine, parent, translate (self, mou_row_get_reference (first, MOU_INDICATOR_GROUP)));

  return mou_register_get_children (self->mine, parent, first->entity);
}

/* The rows here from `position` to the next one that has a counterpart: they stay behind the row they follow now. */
static void
append_unmatched (const Difference *self, GArray *order, GPtrArray *here, guint position)
{
  for (; !self->remove && position < here->len; position++)
    {
      MouRow *row = g_ptr_array_index (here, position);

      if (g_hash_table_contains (self->matched, row))
        return;
      g_array_append_val (order, row->id);
    }
}

static void
append_in_their_order (const Difference *self, GArray *order, GPtrArray *siblings, GPtrArray *here)
{
  append_unmatched (self, order, here, 0);
  for (guint i = 0; i < siblings->len; i++)
    {
      gint64 id = translate (self, ((MouRow *) g_ptr_array_index (siblings, i))->id);
      MouRow *row = mou_register_lookup (self->mine, id);
      guint position;

      g_array_append_val (order, id);
      if (row != NULL && g_ptr_array_find (here, row, &position))
        append_unmatched (self, order, here, position + 1);
    }
}

/* Where the order says nothing, rows stay where they are and new ones go to the end. */
static void
append_as_they_are (const Difference *self, GArray *order, GPtrArray *siblings, GPtrArray *here)
{
  for (guint i = 0; i < here->len; i++)
    g_array_append_val (order, ((MouRow *) g_ptr_array_index (here, i))->id);
  for (guint i = 0; i < siblings->len; i++)
    {
      gint64 id = translate (self, ((MouRow *) g_ptr_array_index (siblings, i))->id);

      if (mou_register_lookup (self->mine, id) == NULL)
        g_array_append_val (order, id);
    }
}

static void
place_siblings (Difference *self, GPtrArray *siblings)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *here;

  if (siblings->len == 0)
    return;

  here = get_siblings_here (self, siblings);
  if (_mou_entity_is_ordered (((MouRow *) g_ptr_array_index (siblings, 0))->entity))
    append_in_their_order (self, order, siblings, here);
  else
    append_as_they_are (self, order, siblings, here);

  mou_register_assign_ordinals (self->mine, order, self->ordinals);
}

static void
place_groups (Difference *self)
{
  for (guint i = 0; i < self->incoming[MOU_ENTITY_AGREEMENT]->len; i++)
    {
      const MouRow *row = g_ptr_array_index (self->incoming[MOU_ENTITY_AGREEMENT], i);

      place_siblings (self, _mou_register_get_group (self->theirs, row->id, 0));
    }
  for (guint i = 0; i < self->incoming[MOU_ENTITY_INDICATOR]->len; i++)
    {
      const MouRow *row = g_ptr_array_index (self->incoming[MOU_ENTITY_INDICATOR], i);

      place_siblings (self, _mou_register_get_group (self->theirs, row->parent, row->id));
    }
}

static gint64
get_ordinal (const Difference *self, gint64 id, const MouRow *before)
{
  const gint64 *ordinal = g_hash_table_lookup (self->ordinals, &id);

  return ordinal != NULL ? *ordinal : before->ordinal;
}

static void
write_row (Difference *self, const MouRow *row)
{
  gint64 id = translate (self, row->id);
  MouRow *before = mou_register_lookup (self->mine, id);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MouRow) after = NULL;

  for (guint i = 0; i < row->n_values; i++)
    g_ptr_array_add (values, dup_translated (self, row, (int) i));
  after = mou_row_new (row->entity, id, translate (self, row->parent), get_ordinal (self, id, before), (const char *const *) values->pdata);

  if (before == NULL || !mou_row_equal (before, after))
    g_ptr_array_add (self->changes, mou_change_new (before, after));
}

/* Rows that only mine has, which had to make room. */
static void
write_moves (Difference *self)
{
  GHashTableIter iter;
  gpointer id, ordinal;

  g_hash_table_iter_init (&iter, self->ordinals);
  while (g_hash_table_iter_next (&iter, &id, &ordinal))
    {
      MouRow *row = mou_register_lookup (self->mine, *(gint64 *) id);
      g_autoptr (MouRow) moved = NULL;

      if (row == NULL || g_hash_table_contains (self->matched, row) || row->ordinal == *(gint64 *) ordinal)
        continue;
      moved = mou_row_with_ordinal (row, *(gint64 *) ordinal);
      g_ptr_array_add (self->changes, mou_change_new (row, moved));
    }
}

static void
collect_row (MouRow *row, int depth, gpointer data)
{
  g_ptr_array_add (data, row);
}

static int
compare_entities (gconstpointer a, gconstpointer b)
{
  return (int) (*(MouRow *const *) a)->entity - (int) (*(MouRow *const *) b)->entity;
}

/* In the reverse of an order in which parents and what is referred to come first. */
static void
write_removals (Difference *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  mou_register_visit (self->mine, collect_row, rows);
  g_ptr_array_sort (rows, compare_entities);
  for (guint i = rows->len; i > 0; i--)
    {
      MouRow *row = g_ptr_array_index (rows, i - 1);

      if (!g_hash_table_contains (self->matched, row))
        g_ptr_array_add (self->changes, mou_change_new (row, NULL));
    }
}

GPtrArray *
mou_register_difference (MouRegister *self, MouRegister *other, gboolean remove)
{
  Difference difference;

  g_return_val_if_fail (self != NULL && other != NULL, NULL);

  open_difference (&difference, self, other, remove);
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    foreach_siblings (&difference, entity, match_rows);
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    if (entity == MOU_ENTITY_INDICATOR)
      place_groups (&difference);
    else
      foreach_siblings (&difference, entity, place_siblings);

  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    for (guint i = 0; i < difference.incoming[entity]->len; i++)
      write_row (&difference, g_ptr_array_index (difference.incoming[entity], i));
  if (remove)
    write_removals (&difference);
  else
    write_moves (&difference);

  return close_difference (&difference);
}
