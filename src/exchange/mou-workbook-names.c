/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names within their parents: a code within the agreement, a variable within the indicator of the result. A number counts the
 * rows as they were before the import, unless the sheet that was read gave it to another. */

#include "mou-workbook-names.h"

#include "mou-grid-value.h"

#include <glib/gi18n-lib.h>

static const MouField number_field = { "number", MOU_FIELD_INTEGER, N_ ("No."), 0, 1, 100000 };

const MouBoundColumn *
mou_workbook_find_column (const MouWorkbookReading *self, MouColumnRole role, MouEntity entity, int field)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MouBoundColumn *bound = &g_array_index (self->columns, MouBoundColumn, i);

      if (bound->column.role == role && bound->column.entity == entity && bound->column.field == field)
        return bound;
    }

  return NULL;
}

static char *
make_address (MouEntity entity, gint64 parent, const char *number)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT " %s", (int) entity, parent, number);
}

/* 0 when there is none. */
static gint64
lookup_number (const MouWorkbookReading *self, MouEntity entity, gint64 parent, const char *number)
{
  g_autofree char *address = make_address (entity, parent, number);
  const gint64 *id = g_hash_table_lookup (self->numbers, address);
  GPtrArray *rows = mou_register_get_children (self->rows.base, parent, entity);
  gint64 position = g_ascii_strtoll (number, NULL, 10);

  if (id != NULL)
    return *id;

  return position <= (gint64) rows->len ? ((MouRow *) rows->pdata[position - 1])->id : 0;
}

static gint64
lookup_key (const MouWorkbookReading *self, MouEntity entity, gint64 parent, const char *key)
{
  const MouRow *row = mou_register_find (self->rows.rows, parent, entity, key);

  return row != NULL ? row->id : 0;
}

/* What rows of `target` that a row under `parent` refers to stand under. */
static gint64
get_scope (const MouWorkbookReading *self, MouEntity target, gint64 parent)
{
  const MouRow *row = mou_register_lookup (self->rows.rows, parent);

  if (mou_entity_get_info (target)->parent == MOU_ENTITY_AGREEMENT)
    return self->agreement;

  return row != NULL && row->entity == MOU_ENTITY_RESULT ? mou_row_get_reference (row, MOU_RESULT_INDICATOR) : 0;
}

/* The row of `entity` under `parent` that the cell names: 0 in *found when there is none, and NULL in *name where it is blank. */
static gboolean
find_named (MouWorkbookReading *self, guint row, guint column, MouEntity entity, gint64 parent, gint64 *found, char **name, GError **error)
{
  int key = mou_field_find_key (entity);
  const MouField *field = key >= 0 ? mou_field_get (entity, key) : &number_field;

  *found = 0;
  if (mou_grid_get (self->grid, row, column)->type == MOU_GRID_BLANK)
    return TRUE;
  if (field->type == MOU_FIELD_REFERENCE)
    {
      if (!mou_workbook_read_reference (self, row, column, field, parent, name, error))
        return FALSE;
    }
  else if (!mou_grid_read_value (self->grid, row, column, field, name, error))
    return FALSE;

  if (*name != NULL)
    *found = key >= 0 ? lookup_key (self, entity, parent, *name) : lookup_number (self, entity, parent, *name);

  return TRUE;
}

static gboolean
refuse_missing (MouWorkbookReading *self, guint row, guint column, MouEntity entity, GError **error)
{
  const char *label = _ (mou_entity_get_info (entity)->label);
  g_autofree char *text = NULL;

  if (!mou_grid_read_text (self->grid, row, column, &text, error))
    return FALSE;
  if (*text == '\0')
    return mou_grid_refuse (self->grid, row, column, error, _ ("found nothing, expected the name of what the row belongs to: %s"), label);

  return mou_grid_refuse (self->grid, row, column, error, _ ("there is no “%s” of kind “%s”"), text, label);
}

gboolean
mou_workbook_read_reference (MouWorkbookReading *self, guint row, guint column, const MouField *field, gint64 parent, char **id,
                             GError **error)
{
  gint64 scope = get_scope (self, field->target, parent);
  g_autofree char *name = NULL;
  gint64 found;

  *id = NULL;
  if (!find_named (self, row, column, field->target, scope, &found, &name, error))
    return FALSE;
  if (name == NULL && !(field->flags & MOU_FIELD_REQUIRED))
    return TRUE;
  if (found == 0)
    return refuse_missing (self, row, column, field->target, error);
  *id = g_strdup_printf ("%" G_GINT64_FORMAT, found);

  return TRUE;
}

/* One step down: from `parent` to the row of `entity` below it that the sheet's row stands under. */
static gboolean
descend (MouWorkbookReading *self, guint row, MouEntity entity, gint64 *parent, GError **error)
{
  int key = mou_field_find_key (entity);
  const MouBoundColumn *bound = mou_workbook_find_column (self, key >= 0 ? MOU_COLUMN_PARENT : MOU_COLUMN_NUMBER, entity, key);
  GPtrArray *rows = mou_register_get_children (self->rows.rows, *parent, entity);
  g_autofree char *name = NULL;
  gint64 found;

  if (key < 0 && mou_entity_get_info (entity)->shape == MOU_SHAPE_SINGLE)
    {
      if (rows->len == 0)
        return mou_grid_refuse (self->grid, row, 0, error, _ ("what the row belongs to is not there: %s"),
                                _ (mou_entity_get_info (entity)->label));
      *parent = ((MouRow *) rows->pdata[0])->id;
      return TRUE;
    }
  if (bound == NULL)
    return mou_grid_refuse (self->grid, MOU_WORKBOOK_KEY_ROW, 0, error, _ ("the column that says what a row belongs to is missing: %s"),
                            _ (mou_entity_get_info (entity)->label));
  if (!find_named (self, row, bound->index, entity, *parent, &found, &name, error))
    return FALSE;
  if (found == 0)
    return refuse_missing (self, row, bound->index, entity, error);
  *parent = found;

  return TRUE;
}

static gboolean
descend_to (MouWorkbookReading *self, guint row, MouEntity entity, gint64 *parent, GError **error)
{
  if (entity <= MOU_ENTITY_AGREEMENT)
    {
      *parent = self->agreement;
      return TRUE;
    }

  return descend_to (self, row, mou_entity_get_info (entity)->parent, parent, error) && descend (self, row, entity, parent, error);
}

gboolean
mou_workbook_find_parent (MouWorkbookReading *self, guint row, gint64 *parent, GError **error)
{
  if (self->entity > MOU_ENTITY_AGREEMENT)
    return descend_to (self, row, mou_entity_get_info (self->entity)->parent, parent, error);
  *parent = self->entity == MOU_ENTITY_AGREEMENT ? self->organisation : 0;

  return TRUE;
}

/* The cell that says which row this is; NULL for what is single below its parent. */
static const MouBoundColumn *
get_name_column (const MouWorkbookReading *self)
{
  int key = mou_field_find_key (self->entity);

  return mou_workbook_find_column (self, key >= 0 ? MOU_COLUMN_FIELD : MOU_COLUMN_NUMBER, self->entity, key);
}

gboolean
mou_workbook_find_row (MouWorkbookReading *self, guint row, gint64 parent, gint64 *found, GError **error)
{
  const MouBoundColumn *bound = get_name_column (self);
  int key = mou_field_find_key (self->entity);
  GPtrArray *rows = mou_register_get_children (self->rows.rows, parent, self->entity);
  g_autofree char *name = NULL;

  *found = 0;
  if (key < 0 && mou_entity_get_info (self->entity)->shape == MOU_SHAPE_SINGLE)
    {
      *found = rows->len > 0 ? ((MouRow *) rows->pdata[0])->id : 0;
      return TRUE;
    }
  if (bound == NULL && key >= 0)
    return mou_grid_refuse (self->grid, MOU_WORKBOOK_KEY_ROW, 0, error, _ ("the column is missing that names the rows: %s"),
                            _ (mou_field_get (self->entity, key)->label));
  if (bound == NULL)
    return TRUE;
  if (!find_named (self, row, bound->index, self->entity, parent, found, &name, error))
    return FALSE;
  if (name == NULL && key >= 0)
    return mou_grid_refuse (self->grid, row, bound->index, error, _ ("found nothing, expected a value"));

  return TRUE;
}

void
mou_workbook_remember_number (MouWorkbookReading *self, guint row, gint64 parent, gint64 id)
{
  const MouBoundColumn *bound = get_name_column (self);
  g_autofree char *number = NULL;

  if (mou_field_find_key (self->entity) >= 0 || bound == NULL)
    return;
  if (mou_grid_read_value (self->grid, row, bound->index, &number_field, &number, NULL) && number != NULL)
    g_hash_table_insert (self->numbers, make_address (self->entity, parent, number), g_memdup2 (&id, sizeof id));
}
