/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows go only where nothing else helps: an optional reference to what is lost is left out, a text that must be there becomes a question
 * mark. What goes may leave others without their place, so it is looked again until all stand. */

#include "mou-salvage-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MouSalvage *salvage;
  MouRegister *rows;
  gboolean changed; /* in this pass */
} Settling;

static void
replace_row (Settling *self, MouRow *before, MouRow *after)
{
  const MouChange change = { before, after };

  mou_register_apply (self->rows, &change);
  self->changed = TRUE;
}

static void
drop_row (Settling *self, MouRow *row, const char *reason)
{
  MouEntity above = mou_entity_get_info (row->entity)->parent;

  if (above != MOU_ENTITY_NONE && mou_register_lookup (self->rows, row->parent) == NULL)
    _mou_salvage_note (self->salvage, MOU_SALVAGE_ORPHANED, row->entity, row->parent, 1);
  else
    _mou_salvage_note_row (self->salvage, MOU_SALVAGE_DROPPED, row, -1, reason);
  _mou_salvage_remember_gone (self->salvage, row);
  self->salvage->lost[row->entity]++;
  replace_row (self, row, NULL);
}

/* What must be there and is not, or made no sense, becomes what a row says that is not known. */
static void
fill_required (Settling *self, MouRow *row)
{
  g_autoptr (MouRow) filled = mou_row_ref (row);

  for (guint i = 0; i < row->n_values; i++)
    {
      g_autofree char *value = row->values[i] == NULL ? _mou_salvage_make_value (row, (int) i) : NULL;
      if (value == NULL)
        continue;
      MouRow *next = mou_row_with_value (filled, (int) i, value);
      mou_row_unref (filled);
      filled = next;
    }

  if (filled != row)
    replace_row (self, row, filled);
}

static void
fix_ordinal (Settling *self, MouRow *row)
{
  const gint64 limit = G_GINT64_CONSTANT (1) << 53;

  if (row->ordinal >= 0 && row->ordinal < limit)
    return;

  g_autoptr (MouRow) fixed = mou_row_with_ordinal (row, 0);
  replace_row (self, row, fixed);
}

/* TRUE when the row stands without one of its optional references, and now does. */
static gboolean
clear_reference (Settling *self, MouRow *row)
{
  for (guint i = 0; i < row->n_values; i++)
    {
      const MouField *field = mou_field_get (row->entity, (int) i);
      if (field->type != MOU_FIELD_REFERENCE || row->values[i] == NULL || (field->flags & MOU_FIELD_REQUIRED) != 0)
        continue;
      g_autoptr (MouRow) cleared = mou_row_with_value (row, (int) i, NULL);
      if (!mou_register_validate_row (self->rows, cleared, NULL))
        continue;
      _mou_salvage_note_row (self->salvage, MOU_SALVAGE_CLEARED, row, (int) i, NULL);
      replace_row (self, row, cleared);
      return TRUE;
    }

  return FALSE;
}

static void
settle_row (Settling *self, MouRow *row)
{
  g_autoptr (GError) failure = NULL;

  if (!mou_register_validate_row (self->rows, row, &failure) && !clear_reference (self, row))
    drop_row (self, row, failure->message);
}

/* Entity, parent and KEY; NULL where siblings need not differ. */
static char *
build_key (const MouRow *row)
{
  int field = mou_field_find_key (row->entity);
  const char *value = field >= 0 ? mou_row_get (row, field) : "";

  if (field < 0 && mou_entity_get_info (row->entity)->shape != MOU_SHAPE_SINGLE)
    return NULL;

  return g_strdup_printf ("%d/%" G_GINT64_FORMAT "/%s", row->entity, row->parent, value != NULL ? value : "");
}

static void
drop_duplicates (Settling *self)
{
  g_autoptr (GPtrArray) rows = _mou_salvage_list_rows (self->rows);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      MouRow *row = g_ptr_array_index (rows, i);
      char *key = build_key (row);
      if (key != NULL && !g_hash_table_add (seen, key))
        drop_row (self, row, _ ("another one beside it has the same name or number"));
    }
}

static void
for_each_row (Settling *self, void (*visit) (Settling *self, MouRow *row))
{
  g_autoptr (GPtrArray) rows = _mou_salvage_list_rows (self->rows);

  for (guint i = 0; i < rows->len; i++)
    visit (self, g_ptr_array_index (rows, i));
}

void
_mou_salvage_settle (MouSalvage *salvage, MouRegister *rows)
{
  Settling self = { salvage, rows, FALSE };

  g_assert (salvage != NULL && rows != NULL);

  for_each_row (&self, fix_ordinal);
  for_each_row (&self, fill_required);
  do
    {
      self.changed = FALSE;
      for_each_row (&self, settle_row);
      if (!self.changed)
        drop_duplicates (&self);
    }
  while (self.changed);
}
