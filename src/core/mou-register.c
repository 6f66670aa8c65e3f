/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Four indices over the same rows: by id (which owns them), by parent and entity, by the row referred to, and by group.
 *
 * The latter three are sorted arrays, kept in order by binary search, so that appending in order costs nothing more than a hash
 * lookup. A list that is asked for keys gets an index by key, which follows the list as long as its keys are unique. */

#include "mou-register-private.h"

#include "mou-snapshot-cache.h"

/* Pseudo-entities: the rows that refer to a row, and the indicators of a group (of an agreement: its root indicators). */
#define REFERRERS MOU_N_ENTITIES
#define MEMBERS (MOU_N_ENTITIES + 1)
/* Shorter lists are searched from the start. */
#define KEYED_LIST_MIN 16

typedef struct
{
  gint64 owner; /* the parent, the row referred to, or the group */
  int entity;
  GPtrArray *rows;    /* MouRow, owned by the index of ids */
  GHashTable *by_key; /* KEY value → MouRow, or NULL until somebody asks */
} RowList;

struct _MouRegister
{
  GHashTable *rows;  /* gint64 (inside the row) → MouRow, owned */
  GHashTable *lists; /* set of RowList, by owner and entity */
  GPtrArray *empty;
  MouSnapshotCache *snapshots;
};

static guint
hash_list (gconstpointer data)
{
  const RowList *list = data;
  guint64 mixed = ((guint64) list->owner * 31 + (guint64) list->entity) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint) (mixed >> 32);
}

static gboolean
equal_lists (gconstpointer a, gconstpointer b)
{
  const RowList *left = a, *right = b;

  return left->owner == right->owner && left->entity == right->entity;
}

static RowList *
new_list (gint64 owner, int entity)
{
  RowList *list = g_new0 (RowList, 1);

  list->owner = owner;
  list->entity = entity;
  list->rows = g_ptr_array_new ();

  return list;
}

static void
free_list (RowList *list)
{
  g_ptr_array_unref (list->rows);
  g_clear_pointer (&list->by_key, g_hash_table_unref);
  g_free (list);
}

static RowList *
lookup_list (MouRegister *self, gint64 owner, int entity)
{
  RowList wanted = { owner, entity, NULL, NULL };

  return g_hash_table_lookup (self->lists, &wanted);
}

static RowList *
ensure_list (MouRegister *self, gint64 owner, int entity)
{
  RowList *list = lookup_list (self, owner, entity);

  if (list == NULL)
    {
      list = new_list (owner, entity);
      g_hash_table_add (self->lists, list);
    }

  return list;
}

static int
compare_rows (const MouRow *a, const MouRow *b)
{
  if (a->ordinal != b->ordinal)
    return a->ordinal < b->ordinal ? -1 : 1;

  return (a->id > b->id) - (a->id < b->id);
}

/* The index of the first row that is not before `row`. Most rows arrive in order, so the end is tried first. */
static guint
find_position (GPtrArray *rows, const MouRow *row)
{
  guint low = 0, high = rows->len;

  if (high > 0 && compare_rows (g_ptr_array_index (rows, high - 1), row) < 0)
    return high;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_rows (g_ptr_array_index (rows, middle), row) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static const char *
get_key (const MouRow *row)
{
  int field = mou_field_find_key (row->entity);

  return field >= 0 ? row->values[field] : NULL;
}

static void
index_row (RowList *list, MouRow *row)
{
  const char *key = get_key (row);

  if (list->by_key == NULL || key == NULL)
    return;
  if (g_hash_table_contains (list->by_key, key))
    g_clear_pointer (&list->by_key, g_hash_table_unref);
  else
    g_hash_table_insert (list->by_key, (gpointer) key, row);
}

static void
unindex_row (RowList *list, MouRow *row)
{
  if (list->by_key != NULL && g_hash_table_size (list->by_key) == list->rows->len)
    g_hash_table_remove (list->by_key, get_key (row));
  else
    g_clear_pointer (&list->by_key, g_hash_table_unref);
}

/* Backwards, so that of equal keys the first row is found, as in a short list. */
static void
index_rows (RowList *list)
{
  list->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = list->rows->len; i > 0; i--)
    {
      MouRow *row = g_ptr_array_index (list->rows, i - 1);

      if (get_key (row) != NULL)
        g_hash_table_replace (list->by_key, (gpointer) get_key (row), row);
    }
}

static void
list_row (MouRegister *self, gint64 owner, int entity, MouRow *row)
{
  RowList *list = ensure_list (self, owner, entity);

  index_row (list, row);
  g_ptr_array_insert (list->rows, (int) find_position (list->rows, row), row);
}

static void
unlist_row (MouRegister *self, gint64 owner, int entity, MouRow *row)
{
  RowList *list = lookup_list (self, owner, entity);
  guint position;

  g_assert (list != NULL);

  position = find_position (list->rows, row);
  g_assert (position < list->rows->len && g_ptr_array_index (list->rows, position) == row);
  unindex_row (list, row);
  g_ptr_array_remove_index (list->rows, position);
  if (list->rows->len == 0)
    g_hash_table_remove (self->lists, list);
}

typedef void (*UpdateList) (MouRegister *self, gint64 owner, int entity, MouRow *row);

/* Lists or unlists a row everywhere but in the index of ids. */
static void
update_lists (MouRegister *self, MouRow *row, UpdateList update)
{
  const MouField *fields = mou_field_table (row->entity, NULL);

  update (self, row->parent, (int) row->entity, row);
  for (guint i = 0; i < row->n_values; i++)
    if (fields[i].type == MOU_FIELD_REFERENCE && row->values[i] != NULL)
      update (self, mou_row_get_reference (row, (int) i), REFERRERS, row);
  if (row->entity == MOU_ENTITY_INDICATOR)
    update (self, mou_row_get_integer (row, MOU_INDICATOR_GROUP, row->parent), MEMBERS, row);
}

static void
insert_row (MouRegister *self, MouRow *row)
{
  g_return_if_fail (!g_hash_table_contains (self->rows, &row->id));

  g_hash_table_insert (self->rows, &row->id, mou_row_ref (row));
  update_lists (self, row, list_row);
  _mou_snapshot_cache_forget (self->snapshots, self, row);
}

static void
remove_row (MouRegister *self, gint64 id)
{
  MouRow *row = g_hash_table_lookup (self->rows, &id);

  g_return_if_fail (row != NULL);

  _mou_snapshot_cache_forget (self->snapshots, self, row);
  update_lists (self, row, unlist_row);
  g_hash_table_remove (self->rows, &id);
}

MouRegister *
mou_register_new (void)
{
  MouRegister *self = g_new0 (MouRegister, 1);

  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) mou_row_unref);
  self->lists = g_hash_table_new_full (hash_list, equal_lists, (GDestroyNotify) free_list, NULL);
  self->empty = g_ptr_array_new ();
  self->snapshots = _mou_snapshot_cache_new ();

  return self;
}

MouRegister *
mou_register_copy (MouRegister *self)
{
  MouRegister *copy;
  GHashTableIter iter;
  gpointer item;

  g_return_val_if_fail (self != NULL, NULL);

  copy = mou_register_new ();
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      MouRow *row = item;

      g_hash_table_insert (copy->rows, &row->id, mou_row_ref (row));
    }

  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      const RowList *list = item;

      g_ptr_array_extend (ensure_list (copy, list->owner, list->entity)->rows, list->rows, NULL, NULL);
    }

  return copy;
}

void
mou_register_free (MouRegister *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->snapshots, _mou_snapshot_cache_free);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->empty, g_ptr_array_unref);
  g_free (self);
}

guint
mou_register_get_size (MouRegister *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->rows);
}

MouRow *
mou_register_lookup (MouRegister *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->rows, &id);
}

GPtrArray *
mou_register_get_children (MouRegister *self, gint64 parent, MouEntity entity)
{
  const RowList *list;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (entity >= 0 && entity < MOU_N_ENTITIES, self->empty);

  list = lookup_list (self, parent, (int) entity);

  return list != NULL ? list->rows : self->empty;
}

GPtrArray *
_mou_register_get_referrers (MouRegister *self, gint64 target)
{
  const RowList *list = lookup_list (self, target, REFERRERS);

  return list != NULL ? list->rows : self->empty;
}

static int
compare_all (gconstpointer a, gconstpointer b)
{
  const MouRow *left = *(MouRow *const *) a, *right = *(MouRow *const *) b;

  return left->entity != right->entity ? (int) left->entity - (int) right->entity : compare_rows (left, right);
}

GPtrArray *
_mou_register_list_all (MouRegister *self)
{
  GPtrArray *all = g_ptr_array_sized_new (g_hash_table_size (self->rows));
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (all, row);
  g_ptr_array_sort (all, compare_all);

  return all;
}

GPtrArray *
_mou_register_get_group (MouRegister *self, gint64 agreement, gint64 group)
{
  const RowList *list = lookup_list (self, group != 0 ? group : agreement, MEMBERS);

  return list != NULL ? list->rows : self->empty;
}

GPtrArray *
mou_register_list_group (MouRegister *self, gint64 agreement, gint64 group)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_ptr_array_copy (_mou_register_get_group (self, agreement, group), NULL, NULL);
}

MouRow *
mou_register_find (MouRegister *self, gint64 parent, MouEntity entity, const char *key)
{
  RowList *list;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  list = lookup_list (self, parent, (int) entity);
  if (list == NULL)
    return NULL;

  if (list->by_key == NULL && list->rows->len >= KEYED_LIST_MIN)
    index_rows (list);
  if (list->by_key != NULL)
    return g_hash_table_lookup (list->by_key, key);

  for (guint i = 0; i < list->rows->len; i++)
    if (g_strcmp0 (get_key (g_ptr_array_index (list->rows, i)), key) == 0)
      return g_ptr_array_index (list->rows, i);

  return NULL;
}

void
mou_register_apply (MouRegister *self, const MouChange *change)
{
  g_return_if_fail (self != NULL && change != NULL);

  if (change->before != NULL)
    remove_row (self, change->before->id);
  if (change->after != NULL)
    insert_row (self, change->after);
}

MouAgreement *
mou_register_dup_agreement (MouRegister *self, gint64 agreement)
{
  MouRow *row;

  g_return_val_if_fail (self != NULL, NULL);

  row = mou_register_lookup (self, agreement);
  if (row == NULL || row->entity != MOU_ENTITY_AGREEMENT)
    return NULL;

  return _mou_snapshot_cache_dup_agreement (self->snapshots, self, row);
}
