/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two registers can each be right and not stand together: one deleted what the other refers to, or both gave one code to different
 * rows. First the answers decide: what stands in the way of the side that was chosen goes back to that side, every row at most
 * once. What then still does not fit goes back to what the default's side has, row by row; that one is right as a whole, so this
 * ends, and says which rows it overruled. */

#include "mou-merge-private.h"
#include "mou-register-private.h"

static void
note_fate (MouMerge *self, gint64 id, MouConflict *cause)
{
  g_hash_table_insert (self->fates, g_memdup2 (&id, sizeof id), cause);
}

/* Whether there may be only one of the two: they have one key, or their parent has one of a kind. */
static gboolean
clash (const MouRow *a, const MouRow *b)
{
  int field = mou_field_find_key (a->entity);

  if (field < 0)
    return mou_entity_get_info (a->entity)->shape == MOU_SHAPE_SINGLE;

  return g_strcmp0 (a->values[field], b->values[field]) == 0;
}

/* TRUE when the climb from `row` to the root ends in time. */
static gboolean
ends (const MouMerge *self, const MouRow *row)
{
  for (int depth = 0; row != NULL && depth < MOU_INDICATOR_MAX_DEPTH; depth++)
    {
      gint64 group = mou_row_get_reference (row, MOU_INDICATOR_GROUP);

      if (group == 0)
        return TRUE;
      row = mou_register_lookup (self->result, group);
    }

  return row == NULL;
}

/* What was reported of a part must be of a part of the very indicator that the result is about. */
static gboolean
is_of_another_indicator (const MouMerge *self, const MouRow *row, const MouRow *target)
{
  const MouRow *result = mou_register_lookup (self->result, row->parent);

  return target != NULL && result != NULL && result->entity == MOU_ENTITY_RESULT
         && target->parent != mou_row_get_reference (result, MOU_RESULT_INDICATOR);
}

/* As the answers say */

/* Gives the row what `side` has in `field`; where that side has no such row, it goes. FALSE when it was brought back before, or has
 * that already. */
static gboolean
yield (MouMerge *self, gint64 id, int field, MouMergeSide side, MouConflict *cause)
{
  const MouRow *now = mou_register_lookup (self->result, id);
  const MouRow *wanted = mou_register_lookup (_mou_merge_get_side (self, side), id);
  g_autoptr (MouRow) row = NULL;

  if (now == NULL || g_hash_table_contains (self->fates, &id))
    return FALSE;
  if (wanted != NULL && (field < 0 || g_strcmp0 (now->values[field], wanted->values[field]) == 0))
    return FALSE;

  row = wanted != NULL ? mou_row_with_value (now, field, wanted->values[field]) : NULL;
  _mou_merge_put (self, id, row);
  note_fate (self, id, cause);

  return TRUE;
}

/* Whose doing it is that there is no such row, and by which conflict; NULL when that is not known. */
static MouConflict *
find_cause (MouMerge *self, gint64 target, MouMergeSide *side)
{
  MouConflict *cause = g_hash_table_lookup (self->fates, &target);

  for (int i = MOU_MERGE_MINE; i <= MOU_MERGE_THEIRS; i++)
    {
      *side = (MouMergeSide) i;
      if (mou_register_lookup (_mou_merge_get_side (self, *side), target) != NULL)
        continue;
      return cause != NULL ? cause : _mou_merge_find_deletion (self, *side, target);
    }

  return NULL;
}

/* `link` is a field, or -1 for the parent. */
static gboolean
let_go (MouMerge *self, const MouRow *row, int link, gint64 target)
{
  MouMergeSide side;
  MouConflict *cause;

  if (target == 0 || mou_register_lookup (self->result, target) != NULL)
    return FALSE;

  cause = find_cause (self, target, &side);

  return cause != NULL && yield (self, row->id, link, side, cause);
}

static gboolean
let_references_go (MouMerge *self, const MouRow *row)
{
  const MouField *fields = mou_field_table (row->entity, NULL);

  if (let_go (self, row, -1, row->parent))
    return TRUE;
  for (guint i = 0; i < row->n_values; i++)
    if (fields[i].type == MOU_FIELD_REFERENCE && let_go (self, row, (int) i, mou_row_get_reference (row, (int) i)))
      return TRUE;

  return FALSE;
}

static gboolean
is_as_in (const MouMerge *self, MouMergeSide side, const MouRow *row, int field)
{
  const MouRow *wanted = mou_register_lookup (_mou_merge_get_side (self, side), row->id);

  return wanted != NULL && (field < 0 || g_strcmp0 (wanted->values[field], row->values[field]) == 0);
}

/* The rows (MouRow) cannot stand together with what they have in `field`. Each side brought some of it, and one of them is to yield.
 * FALSE when that is not so, or would bring back what was brought back before. */
static gboolean
settle (MouMerge *self, GPtrArray *rows, int field)
{
  gint64 of_side[MOU_N_MERGE_SIDES] = { 0, 0 };
  MouConflict *conflict;
  MouMergeSide side;
  gboolean changed = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const MouRow *row = g_ptr_array_index (rows, i);

      if (g_hash_table_contains (self->fates, &row->id))
        return FALSE;
      for (int brought = MOU_MERGE_MINE; brought <= MOU_MERGE_THEIRS; brought++)
        if (!is_as_in (self, _mou_merge_get_other ((MouMergeSide) brought), row, field)
            && (of_side[brought] == 0 || row->id < of_side[brought]))
          of_side[brought] = row->id;
    }
  if (of_side[MOU_MERGE_MINE] == 0 || of_side[MOU_MERGE_THEIRS] == 0)
    return FALSE;

  conflict = _mou_merge_ask (self, of_side[MOU_MERGE_THEIRS], field, field, of_side[MOU_MERGE_MINE]);
  side = _mou_merge_get_answer (self, conflict);
  for (guint i = 0; i < rows->len; i++)
    changed |= yield (self, ((const MouRow *) g_ptr_array_index (rows, i))->id, field, side, conflict);

  return changed;
}

static gboolean
settle_key (MouMerge *self, const MouRow *row)
{
  GPtrArray *siblings = mou_register_get_children (self->result, row->parent, row->entity);
  int key = mou_field_find_key (row->entity);

  for (guint i = 0; i < siblings->len; i++)
    {
      MouRow *sibling = g_ptr_array_index (siblings, i);
      g_autoptr (GPtrArray) rows = NULL;

      if (sibling->id == row->id || !clash (sibling, row))
        continue;
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_row_unref);
      g_ptr_array_add (rows, mou_row_ref ((MouRow *) row));
      g_ptr_array_add (rows, mou_row_ref (sibling));

      return settle (self, rows, key >= 0 ? key : MOU_CONFLICT_ROW);
    }

  return FALSE;
}

static gboolean
settle_circle (MouMerge *self, const MouRow *row)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (row->entity != MOU_ENTITY_INDICATOR || ends (self, row))
    return FALSE;

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_row_unref);
  for (int depth = 0; row != NULL && depth < MOU_INDICATOR_MAX_DEPTH; depth++)
    {
      if (!g_ptr_array_find (rows, row, NULL))
        g_ptr_array_add (rows, mou_row_ref ((MouRow *) row));
      row = mou_register_lookup (self->result, mou_row_get_reference (row, MOU_INDICATOR_GROUP));
    }

  return settle (self, rows, MOU_INDICATOR_GROUP);
}

static gboolean
settle_row (MouMerge *self, const MouRow *row)
{
  return let_references_go (self, row) || settle_key (self, row) || settle_circle (self, row);
}

/* Whatever the answers are */

/* TRUE when that changed anything. */
static gboolean
restore (MouMerge *self, gint64 id)
{
  MouRow *now = mou_register_lookup (self->result, id);
  MouRow *wanted = mou_register_lookup (_mou_merge_get_side (self, self->fallback), id);
  MouConflict *conflict;

  if (now == NULL ? wanted == NULL : wanted != NULL && mou_row_equal (now, wanted))
    return FALSE;

  conflict = _mou_merge_ask (self, id, MOU_CONFLICT_ROW, MOU_CONFLICT_ROW, 0);
  conflict->forced = conflict->work == NULL;
  note_fate (self, id, conflict);
  _mou_merge_put (self, id, wanted);

  return TRUE;
}

/* A deletion is taken back as a whole. */
static gboolean
restore_subtree (MouMerge *self, gint64 id)
{
  g_autoptr (GPtrArray) rows = mou_register_list_subtree (_mou_merge_get_side (self, self->fallback), id);
  gboolean changed = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const MouRow *row = g_ptr_array_index (rows, i);

      if (mou_register_lookup (self->result, row->id) == NULL)
        changed |= restore (self, row->id);
    }

  return changed;
}

static gboolean
provide (MouMerge *self, gint64 id, gint64 target)
{
  if (mou_register_lookup (self->result, target) != NULL)
    return FALSE;

  return mou_register_lookup (_mou_merge_get_side (self, self->fallback), target) != NULL ? restore_subtree (self, target)
                                                                                          : restore (self, id);
}

static gboolean
repair_references (MouMerge *self, const MouRow *row)
{
  const MouField *fields = mou_field_table (row->entity, NULL);

  if (row->parent != 0 && provide (self, row->id, row->parent))
    return TRUE;
  for (guint i = 0; i < row->n_values; i++)
    {
      gint64 target = fields[i].type == MOU_FIELD_REFERENCE ? mou_row_get_reference (row, (int) i) : 0;

      if (target != 0 && provide (self, row->id, target))
        return TRUE;
      if (target != 0 && is_of_another_indicator (self, row, mou_register_lookup (self->result, target)))
        return restore (self, row->id) || restore (self, row->parent);
    }

  return FALSE;
}

/* Of two that clash at least one is not so in the default's register: that one finds the other, and goes. */
static gboolean
repair_key (MouMerge *self, const MouRow *row)
{
  GPtrArray *siblings = mou_register_get_children (self->result, row->parent, row->entity);
  const MouRow *wanted = mou_register_lookup (_mou_merge_get_side (self, self->fallback), row->id);

  if (wanted != NULL && clash (wanted, row))
    return FALSE;
  for (guint i = 0; i < siblings->len; i++)
    {
      const MouRow *sibling = g_ptr_array_index (siblings, i);

      if (sibling->id != row->id && clash (sibling, row))
        return restore (self, row->id);
    }

  return FALSE;
}

/* Every group on the way up that is not the default's. */
static gboolean
repair_circle (MouMerge *self, const MouRow *row)
{
  gint64 id = row->id;
  gboolean changed = FALSE;

  if (row->entity != MOU_ENTITY_INDICATOR || ends (self, row))
    return FALSE;
  for (int depth = 0; id != 0 && depth < MOU_INDICATOR_MAX_DEPTH; depth++)
    {
      const MouRow *now = mou_register_lookup (self->result, id);
      const MouRow *wanted = mou_register_lookup (_mou_merge_get_side (self, self->fallback), id);
      gint64 above = now != NULL ? mou_row_get_reference (now, MOU_INDICATOR_GROUP) : 0;

      if (wanted == NULL || mou_row_get_reference (wanted, MOU_INDICATOR_GROUP) != above)
        changed |= restore (self, id);
      id = above;
    }

  return changed;
}

static gboolean
repair_row (MouMerge *self, const MouRow *row)
{
  return repair_references (self, row) || repair_key (self, row) || repair_circle (self, row);
}

/* Until nothing changes any more. */
static void
sweep (MouMerge *self, gboolean (*mend) (MouMerge *self, const MouRow *row))
{
  gboolean changed = TRUE;

  while (changed)
    {
      g_autoptr (GPtrArray) rows = _mou_register_list_all (self->result);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (guint i = 0; i < rows->len; i++)
        g_array_append_val (ids, ((const MouRow *) g_ptr_array_index (rows, i))->id);
      changed = FALSE;
      for (guint i = 0; i < ids->len; i++)
        {
          MouRow *found = mou_register_lookup (self->result, g_array_index (ids, gint64, i));
          g_autoptr (MouRow) row = found != NULL ? mou_row_ref (found) : NULL;

          changed |= row != NULL && mend (self, row);
        }
    }
}

void
_mou_merge_repair (MouMerge *self)
{
  sweep (self, settle_row);
  sweep (self, repair_row);
}
