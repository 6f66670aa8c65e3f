/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The merge as a whole: every answer has the result made anew, row by row, in a register of its own. Conflicts are told by what
 * they are about, so that one that comes up again keeps its answer and its place in the list. */

#include "mou-merge-private.h"
#include "mou-register-private.h"

static void
conflict_free (gpointer data)
{
  MouConflict *conflict = data;

  g_clear_pointer (&conflict->base, mou_row_unref);
  g_clear_pointer (&conflict->mine, mou_row_unref);
  g_clear_pointer (&conflict->theirs, mou_row_unref);
  g_clear_pointer (&conflict->work, g_ptr_array_unref);
  g_free (conflict);
}

MouRegister *
_mou_merge_get_side (const MouMerge *self, MouMergeSide side)
{
  return side == MOU_MERGE_MINE ? self->mine : self->theirs;
}

MouMergeSide
_mou_merge_get_other (MouMergeSide side)
{
  return side == MOU_MERGE_MINE ? MOU_MERGE_THEIRS : MOU_MERGE_MINE;
}

static MouRow *
dup_row (MouRegister *rows, gint64 id)
{
  MouRow *row = mou_register_lookup (rows, id);

  return row != NULL ? mou_row_ref (row) : NULL;
}

static MouConflict *
add_conflict (MouMerge *self, gint64 row, int field, int last, gint64 beside)
{
  MouConflict *conflict = g_new0 (MouConflict, 1);

  conflict->row = row;
  conflict->beside = beside;
  conflict->field = field;
  conflict->last = last;
  conflict->base = dup_row (self->base, row);
  conflict->mine = dup_row (self->mine, row);
  conflict->theirs = dup_row (self->theirs, row);
  conflict->entity = (conflict->mine != NULL ? conflict->mine : conflict->theirs)->entity;
  g_ptr_array_add (self->conflicts, conflict);

  return conflict;
}

MouConflict *
_mou_merge_ask (MouMerge *self, gint64 row, int field, int last, gint64 beside)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%d/%" G_GINT64_FORMAT, row, field, beside);
  MouConflict *conflict = g_hash_table_lookup (self->by_key, key);

  if (conflict == NULL)
    {
      conflict = add_conflict (self, row, field, last, beside);
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), conflict);
    }
  g_hash_table_add (self->asked, conflict);

  return conflict;
}

MouMergeSide
_mou_merge_get_answer (const MouMerge *self, const MouConflict *conflict)
{
  return conflict->answered ? conflict->answer : self->fallback;
}

void
_mou_merge_put (MouMerge *self, gint64 id, MouRow *row)
{
  MouRow *before = mou_register_lookup (self->result, id);
  g_autoptr (MouChange) change = NULL;

  if (before == NULL && row == NULL)
    return;
  change = mou_change_new (before, row);
  mou_register_apply (self->result, change);
}

static void
merge_row (MouMerge *self, gint64 id)
{
  MouRow *base = mou_register_lookup (self->base, id);
  MouRow *mine = mou_register_lookup (self->mine, id);
  MouRow *theirs = mou_register_lookup (self->theirs, id);
  g_autoptr (MouRow) merged = NULL;

  if (mine != NULL && theirs != NULL)
    merged = _mou_merge_combine (self, base, mine, theirs);
  else if (base == NULL || _mou_merge_survives (self, mine != NULL ? MOU_MERGE_THEIRS : MOU_MERGE_MINE, id))
    merged = mou_row_ref (mine != NULL ? mine : theirs);

  if (merged != NULL)
    _mou_merge_put (self, id, merged);
}

static void
list_visit (MouRow *row, int depth, gpointer data)
{
  g_array_append_val (data, row->id);
}

/* In printed order, so that conflicts are listed so; what only theirs has comes last. */
static void
merge_rows (MouMerge *self)
{
  g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (gint64));

  mou_register_visit (self->mine, list_visit, mine);
  mou_register_visit (self->theirs, list_visit, theirs);
  for (guint i = 0; i < mine->len; i++)
    merge_row (self, g_array_index (mine, gint64, i));
  for (guint i = 0; i < theirs->len; i++)
    if (mou_register_lookup (self->mine, g_array_index (theirs, gint64, i)) == NULL)
      merge_row (self, g_array_index (theirs, gint64, i));
}

/* What is new or other comes parents first, what goes children first. */
static GPtrArray *
list_changes (MouMerge *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_change_free);
  g_autoptr (GPtrArray) after = _mou_register_list_all (self->result);
  g_autoptr (GPtrArray) before = _mou_register_list_all (self->mine);

  for (guint i = 0; i < after->len; i++)
    {
      MouRow *row = g_ptr_array_index (after, i);
      MouRow *mine = mou_register_lookup (self->mine, row->id);

      if (mine == NULL || !mou_row_equal (mine, row))
        g_ptr_array_add (changes, mou_change_new (mine, row));
    }
  for (guint i = before->len; i > 0; i--)
    {
      MouRow *row = g_ptr_array_index (before, i - 1);

      if (mou_register_lookup (self->result, row->id) == NULL)
        g_ptr_array_add (changes, mou_change_new (row, NULL));
    }

  return changes;
}

static gboolean
has_values_of (const MouRow *now, const MouRow *side, const MouConflict *conflict)
{
  if (now == NULL || side == NULL)
    return now == side;
  if (conflict->field == MOU_CONFLICT_PLACE)
    return now->ordinal == side->ordinal;
  if (conflict->field == MOU_CONFLICT_ROW)
    return TRUE;
  for (int i = conflict->field; i <= conflict->last; i++)
    if (g_strcmp0 (now->values[i], side->values[i]) != 0)
      return FALSE;

  return TRUE;
}

/* After the repairs: what the result has of it, which need not be what was answered. */
static void
note_outcome (MouMerge *self, MouConflict *conflict)
{
  const MouRow *now = mou_register_lookup (self->result, conflict->row);

  conflict->taken = self->fallback;
  conflict->moot
      = !g_hash_table_contains (self->asked, conflict) || (conflict->field != MOU_CONFLICT_ROW && conflict->beside == 0 && now == NULL);
  if (conflict->moot || conflict->forced)
    return;

  conflict->taken = _mou_merge_get_answer (self, conflict);
  if (!has_values_of (now, conflict->taken == MOU_MERGE_MINE ? conflict->mine : conflict->theirs, conflict))
    conflict->taken = _mou_merge_get_other (conflict->taken);
}

static void
drop_result (MouMerge *self)
{
  g_clear_pointer (&self->result, mou_register_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_hash_table_remove_all (self->fates);
  g_hash_table_remove_all (self->asked);
}

static void
ensure_result (MouMerge *self)
{
  if (self->result != NULL)
    return;

  self->result = mou_register_new ();
  merge_rows (self);
  _mou_merge_repair (self);
  self->changes = list_changes (self);
  for (guint i = 0; i < self->conflicts->len; i++)
    note_outcome (self, g_ptr_array_index (self->conflicts, i));
}

/* A base that was never theirs can give the id of a row of mine to something else: that is no common beginning. */
static MouRegister *
copy_base (MouRegister *base, MouRegister *mine)
{
  g_autoptr (GPtrArray) rows = _mou_register_list_all (base);
  MouRegister *copy = mou_register_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      MouRow *row = g_ptr_array_index (rows, i);
      const MouRow *namesake = mou_register_lookup (mine, row->id);
      g_autoptr (MouChange) change = NULL;

      if (namesake != NULL && (namesake->entity != row->entity || namesake->parent != row->parent))
        continue;
      change = mou_change_new (NULL, row);
      mou_register_apply (copy, change);
    }

  return copy;
}

MouMerge *
mou_merge_new (MouRegister *base, MouRegister *mine, MouRegister *theirs)
{
  MouMerge *self;

  g_return_val_if_fail (mine != NULL && theirs != NULL, NULL);

  self = g_new0 (MouMerge, 1);
  self->two_way = base == NULL;
  self->origins = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->base = base != NULL ? copy_base (base, mine) : mou_register_new ();
  self->mine = mou_register_copy (mine);
  self->theirs = _mou_merge_align (self->base, mine, theirs, self->two_way, self->origins);
  self->fallback = MOU_MERGE_MINE;
  self->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->fates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->asked = g_hash_table_new (NULL, NULL);
  _mou_merge_find_work (self);

  return self;
}

void
mou_merge_free (MouMerge *self)
{
  g_return_if_fail (self != NULL);

  drop_result (self);
  g_hash_table_unref (self->fates);
  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->conflicts);
  for (guint i = 0; i < MOU_N_MERGE_SIDES; i++)
    g_hash_table_unref (self->work[i]);
  g_hash_table_unref (self->origins);
  mou_register_free (self->base);
  mou_register_free (self->mine);
  mou_register_free (self->theirs);
  g_free (self);
}

void
mou_merge_set_default (MouMerge *self, MouMergeSide side)
{
  g_return_if_fail (self != NULL);

  if (self->fallback == side)
    return;

  self->fallback = side;
  drop_result (self);
}

void
mou_merge_answer (MouMerge *self, guint conflict, MouMergeSide side)
{
  MouConflict *answered;

  g_return_if_fail (self != NULL && conflict < self->conflicts->len);

  answered = g_ptr_array_index (self->conflicts, conflict);
  answered->answered = TRUE;
  answered->answer = side;
  drop_result (self);
}

GPtrArray *
mou_merge_get_conflicts (MouMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  ensure_result (self);

  return self->conflicts;
}

GPtrArray *
mou_merge_get_changes (MouMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  ensure_result (self);

  return self->changes;
}

MouRegister *
mou_merge_get_result (MouMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  ensure_result (self);

  return self->result;
}

MouRegister *
mou_merge_get_theirs (MouMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->theirs;
}

gint64
mou_merge_get_their_id (MouMerge *self, gint64 row)
{
  const gint64 *origin;

  g_return_val_if_fail (self != NULL, 0);

  origin = g_hash_table_lookup (self->origins, &row);

  return origin != NULL ? *origin : row;
}
