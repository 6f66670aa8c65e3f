/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row that is lost would take everything below it along: without its agreement no indicator could stay. So where rows are left that
 * belong or refer to a row which could not be read, one takes its place that has its number and says of itself only that it is not
 * known: its texts are question marks. It counts as lost all the same. */

#include "mou-salvage-private.h"

#include "mou-fiscal-year.h"

typedef struct
{
  const MouSalvageTables *tables;
  MouRegister *rows;
  gint64 only[MOU_N_ENTITIES]; /* the one row of an entity; 0: none, -1: several */
  gboolean added;              /* in this pass */
} Standing;

static void
count_row (Standing *self, MouEntity entity, gint64 id)
{
  self->only[entity] = self->only[entity] == 0 || self->only[entity] == id ? id : -1;
}

char *
_mou_salvage_make_value (const MouRow *row, int index)
{
  const MouField *field = mou_field_get (row->entity, index);
  gboolean is_key = (field->flags & MOU_FIELD_KEY) != 0;

  if ((field->flags & MOU_FIELD_REQUIRED) == 0)
    return NULL;
  if (field->type == MOU_FIELD_TEXT || field->type == MOU_FIELD_LONG_TEXT)
    return is_key ? g_strdup_printf ("?%" G_GINT64_FORMAT, row->id) : g_strdup ("?");
  if (row->entity == MOU_ENTITY_INDICATOR && index == MOU_INDICATOR_KIND)
    return g_strdup ("linear");
  if (field->type == MOU_FIELD_CHOICE)
    return g_strdup (field->choices[0]);
  if (field->type == MOU_FIELD_YEAR)
    return g_strdup_printf ("%d", MOU_FISCAL_YEAR_MIN);
  if (field->type == MOU_FIELD_INTEGER && !is_key)
    return g_strdup_printf ("%d", field->minimum);

  return NULL;
}

/* The parent that an index told of, or the only one there could be; 0 when that is not known. */
static gint64
find_parent (Standing *self, MouEntity entity, gint64 id)
{
  const MouRow *known = g_hash_table_lookup (self->tables->known, &id);

  if (known != NULL && known->entity == entity && known->parent != 0)
    return known->parent;

  return MAX (self->only[mou_entity_get_info (entity)->parent], 0);
}

static void
add_stand_in (Standing *self, MouEntity entity, gint64 id)
{
  MouEntity above = mou_entity_get_info (entity)->parent;
  gint64 parent = above != MOU_ENTITY_NONE ? find_parent (self, entity, id) : 0;
  guint n_fields;

  if (id < 1 || (above != MOU_ENTITY_NONE && parent == 0))
    return;

  MouRow *row = mou_row_new (entity, id, parent, 0, NULL);
  mou_field_table (entity, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = _mou_salvage_make_value (row, (int) i);
      MouRow *next = value != NULL ? mou_row_with_value (row, (int) i, value) : mou_row_ref (row);
      mou_row_unref (row);
      row = next;
    }

  const MouChange insertion = { NULL, row };
  mou_register_apply (self->rows, &insertion);
  mou_row_unref (row);
  count_row (self, entity, id);
  self->added = TRUE;
}

/* Else there is no such row, and it is the one that names it which is wrong. */
static gboolean
must_have_been (Standing *self, MouEntity entity, gint64 id)
{
  const MouRow *known = g_hash_table_lookup (self->tables->known, &id);
  gboolean in_index = known != NULL && known->entity == entity && known->parent != 0;

  return self->tables->broken[entity] || in_index || mou_entity_get_info (entity)->parent == MOU_ENTITY_NONE;
}

static void
stand_in_for (Standing *self, MouEntity entity, gint64 id)
{
  if (mou_register_lookup (self->rows, id) == NULL && must_have_been (self, entity, id))
    add_stand_in (self, entity, id);
}

/* A row below a parent that is not there, of which the index tells another that is. */
static void
mend_parents (Standing *self)
{
  g_autoptr (GPtrArray) list = mou_register_list_rows (self->rows);

  for (guint i = 0; i < list->len; i++)
    {
      MouRow *row = g_ptr_array_index (list, i);
      const MouRow *known = g_hash_table_lookup (self->tables->known, &row->id);
      if (known == NULL || known->entity != row->entity || known->parent == 0 || mou_register_lookup (self->rows, row->parent) != NULL)
        continue;
      g_autoptr (MouRow) mended = mou_row_new (row->entity, row->id, known->parent, row->ordinal, (const char *const *) row->values);
      const MouChange removal = { row, NULL }, insertion = { NULL, mended };
      mou_register_apply (self->rows, &removal);
      mou_register_apply (self->rows, &insertion);
    }
}

static void
stand_in_for_relatives (Standing *self, const MouRow *row)
{
  MouEntity above = mou_entity_get_info (row->entity)->parent;

  if (above != MOU_ENTITY_NONE)
    stand_in_for (self, above, row->parent);
  for (guint i = 0; i < row->n_values; i++)
    if (mou_field_get (row->entity, (int) i)->type == MOU_FIELD_REFERENCE && row->values[i] != NULL)
      stand_in_for (self, mou_field_get (row->entity, (int) i)->target, mou_row_get_reference (row, (int) i));
}

void
_mou_salvage_stand_in (const MouSalvageTables *tables, MouRegister *rows)
{
  Standing self = { .tables = tables, .rows = rows };

  g_assert (tables != NULL && rows != NULL);

  mend_parents (&self);
  do
    {
      g_autoptr (GPtrArray) list = mou_register_list_rows (rows);

      self.added = FALSE;
      for (guint i = 0; i < list->len; i++)
        count_row (&self, ((const MouRow *) g_ptr_array_index (list, i))->entity, ((const MouRow *) g_ptr_array_index (list, i))->id);
      for (guint i = list->len; i > 0; i--)
        stand_in_for_relatives (&self, g_ptr_array_index (list, i - 1));
    }
  while (self.added);
}
