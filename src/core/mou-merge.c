/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Row by row: what each side made of it since the base, put into a register of its own; the changes are how mine gets there. */

#include "mou-merge-private.h"
#include "mou-register-private.h"

/* Fields that say one thing together: half of one and half of another would be what nobody meant. */
static const struct
{
  MouEntity entity;
  int first, last;
} cells[] = {
  { MOU_ENTITY_LEVEL, MOU_LEVEL_OP, MOU_LEVEL_TEXT },
  { MOU_ENTITY_MEASURE_LEVEL, MOU_LEVEL_OP, MOU_LEVEL_TEXT },
  { MOU_ENTITY_HISTORY, MOU_HISTORY_VALUE, MOU_HISTORY_PROVISIONAL },
  { MOU_ENTITY_RESULT, MOU_RESULT_VALUE, MOU_RESULT_LEVEL },
};

static void
conflict_free (gpointer data)
{
  MouConflict *conflict = data;

  g_clear_pointer (&conflict->base, mou_row_unref);
  g_clear_pointer (&conflict->mine, mou_row_unref);
  g_clear_pointer (&conflict->theirs, mou_row_unref);
  g_free (conflict);
}

static MouRow *
dup_row (MouRegister *rows, gint64 id)
{
  MouRow *row = mou_register_lookup (rows, id);

  return row != NULL ? mou_row_ref (row) : NULL;
}

void
_mou_merge_add_conflict (Merging *self, gint64 row, int field)
{
  MouConflict *conflict;

  if (!g_hash_table_add (self->listed, g_strdup_printf ("%" G_GINT64_FORMAT "/%d", row, field)))
    return;

  conflict = g_new (MouConflict, 1);
  *conflict
      = (MouConflict){ MOU_ENTITY_NONE, row, field, dup_row (self->base, row), dup_row (self->mine, row), dup_row (self->theirs, row) };
  conflict->entity = (conflict->mine != NULL ? conflict->mine : conflict->theirs)->entity;
  g_ptr_array_add (self->conflicts, conflict);
}

void
_mou_merge_put (Merging *self, gint64 id, MouRow *row)
{
  MouRow *before = mou_register_lookup (self->result, id);
  g_autoptr (MouChange) change = NULL;

  if (before == NULL && row == NULL)
    return;
  change = mou_change_new (before, row);
  mou_register_apply (self->result, change);
}

/* The last field of the cell that begins at `field`. */
static int
find_cell_end (MouEntity entity, int field)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (cells[i].entity == entity && cells[i].first == field)
      return cells[i].last;

  return field;
}

/* `a` or `b` NULL: a row with nothing in it. */
static gboolean
differ (const MouRow *a, const MouRow *b, int first, int last)
{
  for (int i = first; i <= last; i++)
    if (g_strcmp0 (a != NULL ? a->values[i] : NULL, b != NULL ? b->values[i] : NULL) != 0)
      return TRUE;

  return FALSE;
}

/* Whose fields first .. last are taken; lists the conflict if there is one. */
static const MouRow *
choose (Merging *self, const MouRow *base, const MouRow *mine, const MouRow *theirs, int first, int last)
{
  if (!differ (mine, theirs, first, last) || (!self->two_way && !differ (theirs, base, first, last)))
    return mine;
  if (!self->two_way && !differ (mine, base, first, last))
    return theirs;

  for (int i = first; i <= last; i++)
    if (differ (mine, theirs, i, i))
      _mou_merge_add_conflict (self, mine->id, i);

  return self->winner == self->mine ? mine : theirs;
}

/* The order of two registers that share nothing is mine's; the place of rows that both added is the winner's. */
static gint64
choose_ordinal (Merging *self, const MouRow *base, const MouRow *mine, const MouRow *theirs)
{
  const MouRow *winner = self->winner == self->mine ? mine : theirs;

  if (self->two_way || mine->ordinal == theirs->ordinal)
    return mine->ordinal;
  if (base == NULL)
    return winner->ordinal;
  if (theirs->ordinal == base->ordinal)
    return mine->ordinal;
  if (mine->ordinal == base->ordinal)
    return theirs->ordinal;
  if (_mou_entity_is_ordered (mine->entity))
    _mou_merge_add_conflict (self, mine->id, MOU_CONFLICT_PLACE);

  return winner->ordinal;
}

static MouRow *
merge_values (Merging *self, const MouRow *base, const MouRow *mine, const MouRow *theirs)
{
  g_autofree const char **values = g_new0 (const char *, mine->n_values + 1);

  for (int first = 0, last; first < (int) mine->n_values; first = last + 1)
    {
      const MouRow *chosen;

      last = find_cell_end (mine->entity, first);
      chosen = choose (self, base, mine, theirs, first, last);
      for (int i = first; i <= last; i++)
        values[i] = chosen->values[i];
    }

  return mou_row_new (mine->entity, mine->id, mine->parent, choose_ordinal (self, base, mine, theirs), values);
}

/* One side deleted it: that counts unless the other changed what it says. */
static MouRow *
merge_deletion (Merging *self, const MouRow *base, MouRow *left)
{
  if (!differ (base, left, 0, (int) base->n_values - 1))
    return NULL;

  _mou_merge_add_conflict (self, base->id, MOU_CONFLICT_ROW);

  return dup_row (self->winner, base->id);
}

static void
merge_row (Merging *self, gint64 id)
{
  MouRow *base = mou_register_lookup (self->base, id);
  MouRow *mine = mou_register_lookup (self->mine, id);
  MouRow *theirs = mou_register_lookup (self->theirs, id);
  g_autoptr (MouRow) merged = NULL;

  if (mine != NULL && theirs != NULL)
    merged = merge_values (self, base, mine, theirs);
  else if (base == NULL)
    merged = mou_row_ref (mine != NULL ? mine : theirs);
  else
    merged = merge_deletion (self, base, mine != NULL ? mine : theirs);

  if (merged != NULL)
    _mou_merge_put (self, id, merged);
}

static void
merge_rows (Merging *self)
{
  g_autoptr (GPtrArray) mine = _mou_register_list_all (self->mine);
  g_autoptr (GPtrArray) theirs = _mou_register_list_all (self->theirs);

  for (guint i = 0; i < mine->len; i++)
    merge_row (self, ((const MouRow *) g_ptr_array_index (mine, i))->id);
  for (guint i = 0; i < theirs->len; i++)
    {
      gint64 id = ((const MouRow *) g_ptr_array_index (theirs, i))->id;

      if (mou_register_lookup (self->mine, id) == NULL)
        merge_row (self, id);
    }
}

/* What is new or other comes parents first, what goes children first. */
static GPtrArray *
list_changes (Merging *self)
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

MouMerge *
mou_merge_registers (MouRegister *base, MouRegister *mine, MouRegister *theirs, MouMergeSide winner)
{
  g_autoptr (MouRegister) nothing = mou_register_new ();
  g_autoptr (MouRegister) aligned = NULL;
  g_autoptr (MouRegister) result = mou_register_new ();
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Merging self;
  MouMerge *merge;

  g_return_val_if_fail (mine != NULL && theirs != NULL, NULL);

  aligned = _mou_merge_align (base != NULL ? base : nothing, mine, theirs, base == NULL);
  self = (Merging){ .base = base != NULL ? base : nothing,
                    .mine = mine,
                    .theirs = aligned,
                    .winner = winner == MOU_MERGE_MINE ? mine : aligned,
                    .two_way = base == NULL,
                    .result = result,
                    .conflicts = g_ptr_array_new_with_free_func (conflict_free),
                    .listed = listed };
  merge_rows (&self);
  _mou_merge_repair (&self);

  merge = g_new (MouMerge, 1);
  *merge = (MouMerge){ list_changes (&self), self.conflicts };

  return merge;
}

void
mou_merge_free (MouMerge *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}
