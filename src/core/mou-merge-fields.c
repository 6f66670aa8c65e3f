/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row that both sides have: whose fields are taken, and which of them are asked after. */

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

/* Nothing was said there. Of a truth value and of a reference the absence says something: no, at the root, on the total. */
static gboolean
is_silent (const MouRow *row, int first, int last)
{
  MouFieldType type = mou_field_get (row->entity, first)->type;

  return type != MOU_FIELD_BOOLEAN && type != MOU_FIELD_REFERENCE && !differ (row, NULL, first, last);
}

/* Whose fields first .. last are taken; asks if that is a question. */
static const MouRow *
choose (MouMerge *self, const MouRow *base, const MouRow *mine, const MouRow *theirs, int first, int last)
{
  const MouConflict *conflict;

  if (!differ (mine, theirs, first, last))
    return mine;
  if (self->two_way ? is_silent (theirs, first, last) : !differ (theirs, base, first, last))
    return mine;
  if (self->two_way ? is_silent (mine, first, last) : !differ (mine, base, first, last))
    return theirs;

  conflict = _mou_merge_ask (self, mine->id, first, last, 0);

  return _mou_merge_get_answer (self, conflict) == MOU_MERGE_MINE ? mine : theirs;
}

/* The order of two registers that share nothing is mine's; the place of rows that both added is the default's. */
static gint64
choose_ordinal (MouMerge *self, const MouRow *base, const MouRow *mine, const MouRow *theirs)
{
  MouMergeSide side = self->fallback;

  if (self->two_way || mine->ordinal == theirs->ordinal)
    return mine->ordinal;
  if (base != NULL && theirs->ordinal == base->ordinal)
    return mine->ordinal;
  if (base != NULL && mine->ordinal == base->ordinal)
    return theirs->ordinal;
  if (base != NULL && _mou_entity_is_ordered (mine->entity))
    side = _mou_merge_get_answer (self, _mou_merge_ask (self, mine->id, MOU_CONFLICT_PLACE, MOU_CONFLICT_PLACE, 0));

  return side == MOU_MERGE_MINE ? mine->ordinal : theirs->ordinal;
}

MouRow *
_mou_merge_combine (MouMerge *self, const MouRow *base, const MouRow *mine, const MouRow *theirs)
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
