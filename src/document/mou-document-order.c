/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places among siblings. Ordinals are a step apart, a new row goes halfway between its neighbours, so that an insertion or a move
 * changes one row in the journal and two people's insertions rarely touch the same one. */

#include "mou-document-private.h"

#define STEP 1024

static gint64
get_ordinal (GPtrArray *siblings, guint index)
{
  return ((const MouRow *) g_ptr_array_index (siblings, index))->ordinal;
}

/* Numbers all anew with a gap at `index`. */
static gboolean
spread (MouEdit *edit, GPtrArray *siblings, guint index, GError **error)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      gint64 id = ((const MouRow *) g_ptr_array_index (siblings, i))->id;

      if (!mou_edit_set_ordinal (edit, id, (gint64) (i < index ? i + 1 : i + 2) * STEP, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
_mou_document_make_room (MouEdit *edit, GPtrArray *siblings, guint index, gint64 *ordinal, GError **error)
{
  gint64 before, after;

  g_assert (index <= siblings->len);

  before = index > 0 ? get_ordinal (siblings, index - 1) : 0;
  after = index < siblings->len ? get_ordinal (siblings, index) : before + 2 * STEP;
  *ordinal = before + (after - before) / 2;
  if (before >= 0 && *ordinal > before && *ordinal < after)
    return TRUE;

  *ordinal = (gint64) (index + 1) * STEP;
  return spread (edit, siblings, index, error);
}

gboolean
_mou_document_make_room_for_number (MouDocument *self, MouEdit *edit, gint64 parent, MouEntity entity, int field, int number,
                                    gint64 *ordinal, GError **error)
{
  g_autoptr (GPtrArray) siblings = _mou_document_list_children (self, parent, entity);
  guint index = 0;

  while (index < siblings->len && mou_row_get_integer (g_ptr_array_index (siblings, index), field, 0) < number)
    index++;

  return _mou_document_make_room (edit, siblings, index, ordinal, error);
}
