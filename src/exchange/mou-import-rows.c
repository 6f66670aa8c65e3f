/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places: new rows wait at the end of their siblings; at last each list that got any is put in order, those that were there as
 * they were, and a new one behind what the table has before it, or before what follows when nothing is before it. */

#include "mou-import-rows.h"

#include "mou-exchange-error.h"

#define FIRST_NEW_ORDINAL (G_GINT64_CONSTANT (1) << 40)

static void
free_ids (gpointer ids)
{
  g_array_unref (ids);
}

void
mou_import_rows_init (MouImportRows *self, MouRegister *base)
{
  self->base = base;
  self->rows = mou_register_copy (base);
  self->last_ordinal = FIRST_NEW_ORDINAL;
  self->mentioned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_ids);
}

void
mou_import_rows_clear (MouImportRows *self)
{
  g_clear_pointer (&self->rows, mou_register_free);
  g_clear_pointer (&self->mentioned, g_hash_table_unref);
}

static void
apply (MouImportRows *self, MouRow *before, MouRow *after)
{
  g_autoptr (MouChange) change = mou_change_new (before, after);

  mou_register_apply (self->rows, change);
}

static gint64
make_id (const MouImportRows *self)
{
  gint64 id;

  do
    id = mou_row_new_id ();
  while (mou_register_lookup (self->rows, id) != NULL);

  return id;
}

gint64
mou_import_rows_insert (MouImportRows *self, MouEntity entity, gint64 parent, const char *const *values)
{
  g_autoptr (MouRow) row = NULL;

  g_return_val_if_fail (self != NULL && values != NULL, 0);

  row = mou_row_new (entity, make_id (self), parent, self->last_ordinal++, values);
  apply (self, NULL, row);

  return row->id;
}

void
mou_import_rows_set (MouImportRows *self, gint64 id, int field, const char *value)
{
  MouRow *before = mou_register_lookup (self->rows, id);
  g_autoptr (MouRow) after = NULL;

  g_return_if_fail (before != NULL);

  if (g_strcmp0 (mou_row_get (before, field), value) == 0)
    return;
  after = mou_row_with_value (before, field, value);
  apply (self, before, after);
}

void
mou_import_rows_remove (MouImportRows *self, gint64 id)
{
  MouRow *row = mou_register_lookup (self->rows, id);

  g_return_if_fail (row != NULL);

  apply (self, row, NULL);
}

gboolean
mou_import_rows_is_new (const MouImportRows *self, gint64 row)
{
  return mou_register_lookup (self->base, row) == NULL;
}

static gint64
get_group (const MouRow *row)
{
  return row->entity == MOU_ENTITY_INDICATOR ? mou_row_get_reference (row, MOU_INDICATOR_GROUP) : 0;
}

void
mou_import_rows_mention (MouImportRows *self, gint64 id)
{
  const MouRow *row = mou_register_lookup (self->rows, id);
  g_autofree char *siblings = NULL;
  GArray *ids;

  g_return_if_fail (row != NULL);

  siblings = g_strdup_printf ("%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, (int) row->entity, row->parent, get_group (row));
  ids = g_hash_table_lookup (self->mentioned, siblings);
  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->mentioned, g_steal_pointer (&siblings), ids);
    }
  g_array_append_val (ids, id);
}

static gboolean
has_new (const MouImportRows *self, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    if (mou_import_rows_is_new (self, g_array_index (ids, gint64, i)))
      return TRUE;

  return FALSE;
}

/* The new rows of `ids`, by the row they follow there (0: those before any that was there). */
static GHashTable *
list_followers (const MouImportRows *self, GArray *ids)
{
  GHashTable *followers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_ids);
  gint64 leader = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      GArray *list;

      if (!mou_import_rows_is_new (self, id))
        {
          leader = id;
          continue;
        }
      list = g_hash_table_lookup (followers, &leader);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_hash_table_insert (followers, g_memdup2 (&leader, sizeof leader), list);
        }
      g_array_append_val (list, id);
    }

  return followers;
}

static void
append_followers (GArray *order, GHashTable *followers, gint64 leader)
{
  GArray *list = g_hash_table_lookup (followers, &leader);

  if (list != NULL)
    g_array_append_vals (order, list->data, list->len);
}

/* The first row of `ids` that was there; 0 when all are new. */
static gint64
find_first_old (const MouImportRows *self, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    if (!mou_import_rows_is_new (self, g_array_index (ids, gint64, i)))
      return g_array_index (ids, gint64, i);

  return 0;
}

static GPtrArray *
list_siblings (const MouImportRows *self, const MouRow *row)
{
  if (row->entity == MOU_ENTITY_INDICATOR)
    return mou_register_list_group (self->rows, row->parent, get_group (row));

  return g_ptr_array_ref (mou_register_get_children (self->rows, row->parent, row->entity));
}

static GArray *
make_order (const MouImportRows *self, GArray *ids)
{
  const MouRow *any = mou_register_lookup (self->rows, g_array_index (ids, gint64, 0));
  g_autoptr (GPtrArray) siblings = list_siblings (self, any);
  g_autoptr (GHashTable) followers = list_followers (self, ids);
  GArray *order = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first = find_first_old (self, ids);

  for (guint i = 0; i < siblings->len; i++)
    {
      const MouRow *row = siblings->pdata[i];

      if (mou_import_rows_is_new (self, row->id))
        continue;
      if (row->id == first)
        append_followers (order, followers, 0);
      g_array_append_val (order, row->id);
      append_followers (order, followers, row->id);
    }
  if (first == 0)
    append_followers (order, followers, 0);

  return order;
}

static void
place (MouImportRows *self, GArray *ids)
{
  g_autoptr (GHashTable) ordinals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GArray) order = make_order (self, ids);

  mou_register_assign_ordinals (self->base, order, ordinals);
  for (guint i = 0; i < order->len; i++)
    {
      gint64 id = g_array_index (order, gint64, i);
      MouRow *before = mou_register_lookup (self->rows, id);
      g_autoptr (MouRow) after = mou_row_with_ordinal (before, *(const gint64 *) g_hash_table_lookup (ordinals, &id));

      apply (self, before, after);
    }
}

MouRegister *
mou_import_rows_finish (MouImportRows *self, GError **error)
{
  g_autoptr (GError) cause = NULL;
  GHashTableIter iter;
  gpointer ids;

  g_return_val_if_fail (self != NULL, NULL);

  g_hash_table_iter_init (&iter, self->mentioned);
  while (g_hash_table_iter_next (&iter, NULL, &ids))
    if (has_new (self, ids))
      place (self, ids);

  if (!mou_register_validate (self->rows, &cause))
    {
      g_set_error_literal (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED, cause->message);
      return NULL;
    }

  return g_steal_pointer (&self->rows);
}
