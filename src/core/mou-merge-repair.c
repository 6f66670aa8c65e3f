/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two registers can each be right and not stand together: one deleted what the other refers to, or both gave one code to different
 * rows. Whatever does not fit goes back to what the winner has, and what the loser so loses is listed. Every step brings a row to
 * the winner's register, which is right as a whole, so this ends. */

#include "mou-merge-private.h"
#include "mou-register-private.h"

/* TRUE when that changed anything. */
static gboolean
restore (Merging *self, gint64 id)
{
  MouRow *now = mou_register_lookup (self->result, id);
  MouRow *winner = mou_register_lookup (self->winner, id);

  if (now == NULL ? winner == NULL : winner != NULL && mou_row_equal (now, winner))
    return FALSE;
  if (now == NULL || winner == NULL)
    _mou_merge_add_conflict (self, id, MOU_CONFLICT_ROW);
  else
    for (guint i = 0; i < now->n_values; i++)
      if (g_strcmp0 (now->values[i], winner->values[i]) != 0)
        _mou_merge_add_conflict (self, id, (int) i);
  if (now != NULL && winner != NULL && now->ordinal != winner->ordinal)
    _mou_merge_add_conflict (self, id, MOU_CONFLICT_PLACE);
  _mou_merge_put (self, id, winner);

  return TRUE;
}

/* A deletion is taken back as a whole. */
static gboolean
restore_subtree (Merging *self, gint64 id)
{
  g_autoptr (GPtrArray) rows = mou_register_list_subtree (self->winner, id);
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
provide (Merging *self, gint64 id, gint64 target)
{
  if (mou_register_lookup (self->result, target) != NULL)
    return FALSE;

  return mou_register_lookup (self->winner, target) != NULL ? restore_subtree (self, target) : restore (self, id);
}

/* What was reported of a part must be of a part of the very indicator that the result is about. */
static gboolean
is_of_another_indicator (const Merging *self, const MouRow *row, const MouRow *target)
{
  const MouRow *result = mou_register_lookup (self->result, row->parent);

  return target != NULL && result != NULL && result->entity == MOU_ENTITY_RESULT
         && target->parent != mou_row_get_reference (result, MOU_RESULT_INDICATOR);
}

static gboolean
repair_references (Merging *self, const MouRow *row)
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

/* Whether there may be only one of the two: they have one key, or their parent has one of a kind. */
static gboolean
clash (const MouRow *a, const MouRow *b)
{
  int field = mou_field_find_key (a->entity);

  if (field < 0)
    return mou_entity_get_info (a->entity)->shape == MOU_SHAPE_SINGLE;

  return g_strcmp0 (a->values[field], b->values[field]) == 0;
}

/* Of two that clash at least one is not so in the winner's register: that one finds the other, and goes. */
static gboolean
repair_key (Merging *self, const MouRow *row)
{
  GPtrArray *siblings = mou_register_get_children (self->result, row->parent, row->entity);
  const MouRow *winner = mou_register_lookup (self->winner, row->id);

  if (winner != NULL && clash (winner, row))
    return FALSE;
  for (guint i = 0; i < siblings->len; i++)
    {
      const MouRow *sibling = g_ptr_array_index (siblings, i);

      if (sibling->id != row->id && clash (sibling, row))
        return restore (self, row->id);
    }

  return FALSE;
}

/* TRUE when the climb from `row` to the root ends in time. */
static gboolean
ends (const Merging *self, const MouRow *row)
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

/* Every group on the way up that is not the winner's. */
static gboolean
repair_circle (Merging *self, const MouRow *row)
{
  gint64 id = row->id;
  gboolean changed = FALSE;

  if (row->entity != MOU_ENTITY_INDICATOR || ends (self, row))
    return FALSE;
  for (int depth = 0; id != 0 && depth < MOU_INDICATOR_MAX_DEPTH; depth++)
    {
      const MouRow *now = mou_register_lookup (self->result, id);
      const MouRow *winner = mou_register_lookup (self->winner, id);
      gint64 above = now != NULL ? mou_row_get_reference (now, MOU_INDICATOR_GROUP) : 0;

      if (winner == NULL || mou_row_get_reference (winner, MOU_INDICATOR_GROUP) != above)
        changed |= restore (self, id);
      id = above;
    }

  return changed;
}

static gboolean
repair_row (Merging *self, gint64 id)
{
  g_autoptr (MouRow) row = NULL;

  if (mou_register_lookup (self->result, id) == NULL)
    return FALSE;
  row = mou_row_ref (mou_register_lookup (self->result, id));

  return repair_references (self, row) || repair_key (self, row) || repair_circle (self, row);
}

void
_mou_merge_repair (Merging *self)
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
        changed |= repair_row (self, g_array_index (ids, gint64, i));
    }
}
