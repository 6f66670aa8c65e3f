/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deletion takes along all that hangs on a row. It stands unless the other side worked on any of that: then it is one question,
 * about the outermost row that went. */

#include "mou-merge-private.h"
#include "mou-register-private.h"

static gboolean
is_deleted (const MouMerge *self, MouMergeSide deleter, gint64 id)
{
  return id != 0 && mou_register_lookup (self->base, id) != NULL && mou_register_lookup (_mou_merge_get_side (self, deleter), id) == NULL;
}

/* What `row` hangs on by `link`: 0 for its parent, i + 1 for field i; 0 when that is nothing. */
static gint64
get_support (const MouRow *row, guint link)
{
  if (link == 0)
    return row->parent;

  return mou_field_get (row->entity, (int) link - 1)->type == MOU_FIELD_REFERENCE ? mou_row_get_reference (row, (int) link - 1) : 0;
}

static MouRow *
get_keeper_row (const MouMerge *self, MouMergeSide deleter, gint64 id)
{
  return mou_register_lookup (_mou_merge_get_side (self, _mou_merge_get_other (deleter)), id);
}

static void
note_work (MouMerge *self, MouMergeSide deleter, gint64 id, MouRow *before, MouRow *after)
{
  GPtrArray *work = g_hash_table_lookup (self->work[deleter], &id);

  if (work == NULL)
    {
      work = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_change_free);
      g_hash_table_insert (self->work[deleter], g_memdup2 (&id, sizeof id), work);
    }
  g_ptr_array_add (work, mou_change_new (before, after));
}

/* Work on `row`, of the keeper and deleted by the other, is work on everything deleted that it hangs on, outermost. */
static void
climb (MouMerge *self, MouMergeSide deleter, const MouRow *row, MouRow *before, MouRow *after)
{
  gboolean outermost = TRUE;

  for (guint link = 0; link <= row->n_values; link++)
    {
      gint64 support = get_support (row, link);

      if (!is_deleted (self, deleter, support))
        continue;
      outermost = FALSE;
      climb (self, deleter, get_keeper_row (self, deleter, support), before, after);
    }
  if (outermost)
    note_work (self, deleter, row->id, before, after);
}

static gboolean
has_same_values (const MouRow *a, const MouRow *b)
{
  for (guint i = 0; i < a->n_values; i++)
    if (g_strcmp0 (a->values[i], b->values[i]) != 0)
      return FALSE;

  return TRUE;
}

/* `row` is not deleted, but may have been hung on something that is. */
static void
find_new_links (MouMerge *self, MouMergeSide deleter, MouRow *row, MouRow *before)
{
  for (guint link = 0; link <= row->n_values; link++)
    {
      gint64 support = get_support (row, link);

      if (is_deleted (self, deleter, support) && (before == NULL || get_support (before, link) != support))
        climb (self, deleter, get_keeper_row (self, deleter, support), before, row);
    }
}

static void
find_work_on_deleted (MouMerge *self, MouMergeSide deleter)
{
  g_autoptr (GPtrArray) rows = _mou_register_list_all (_mou_merge_get_side (self, _mou_merge_get_other (deleter)));

  for (guint i = 0; i < rows->len; i++)
    {
      MouRow *row = g_ptr_array_index (rows, i);
      MouRow *before = mou_register_lookup (self->base, row->id);

      if (!is_deleted (self, deleter, row->id))
        find_new_links (self, deleter, row, before);
      else if (!has_same_values (before, row))
        climb (self, deleter, row, before, row);
    }
}

void
_mou_merge_find_work (MouMerge *self)
{
  for (int side = MOU_MERGE_MINE; side <= MOU_MERGE_THEIRS; side++)
    {
      self->work[side] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      find_work_on_deleted (self, (MouMergeSide) side);
    }
}

static MouConflict *
ask_outermost (MouMerge *self, MouMergeSide deleter, gint64 id)
{
  GPtrArray *work = g_hash_table_lookup (self->work[deleter], &id);
  MouConflict *conflict;

  if (work == NULL)
    return NULL;

  conflict = _mou_merge_ask (self, id, MOU_CONFLICT_ROW, MOU_CONFLICT_ROW, 0);
  if (conflict->work == NULL)
    conflict->work = g_ptr_array_ref (work);

  return conflict;
}

gboolean
_mou_merge_survives (MouMerge *self, MouMergeSide deleter, gint64 id)
{
  const MouRow *row = get_keeper_row (self, deleter, id);
  const MouConflict *conflict;
  gboolean outermost = TRUE;

  for (guint link = 0; link <= row->n_values; link++)
    {
      gint64 support = get_support (row, link);

      if (!is_deleted (self, deleter, support))
        continue;
      outermost = FALSE;
      if (!_mou_merge_survives (self, deleter, support))
        return FALSE;
    }
  if (!outermost)
    return TRUE;

  conflict = ask_outermost (self, deleter, id);

  return conflict != NULL && _mou_merge_get_answer (self, conflict) != deleter;
}

MouConflict *
_mou_merge_find_deletion (MouMerge *self, MouMergeSide deleter, gint64 id)
{
  const MouRow *row = is_deleted (self, deleter, id) ? get_keeper_row (self, deleter, id) : NULL;
  MouConflict *conflict = row != NULL ? ask_outermost (self, deleter, id) : NULL;

  for (guint link = 0; row != NULL && conflict == NULL && link <= row->n_values; link++)
    conflict = _mou_merge_find_deletion (self, deleter, get_support (row, link));

  return conflict;
}
