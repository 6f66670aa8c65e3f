/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets into rows, kind by kind, parents first, whatever the order of the sheets. A reference to a row of the same sheet (the
 * group of an indicator) waits until the whole sheet has been read. */

#include "mou-workbook.h"

#include "mou-grid-value.h"
#include "mou-workbook-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first row */

/* MOU_ENTITY_NONE when the sheet is none of ours. */
static MouEntity
recognise (const MouGrid *grid)
{
  for (guint column = 0; column < mou_grid_get_n_columns (grid, MOU_WORKBOOK_KEY_ROW); column++)
    {
      const MouGridCell *cell = mou_grid_get (grid, MOU_WORKBOOK_KEY_ROW, column);
      const char *slash = cell->type == MOU_GRID_TEXT ? strchr (cell->text, '/') : NULL;
      g_autofree char *table = slash != NULL ? g_strndup (cell->text, (gsize) (slash - cell->text)) : NULL;
      MouEntity entity = table != NULL ? mou_entity_lookup (table) : MOU_ENTITY_NONE;

      if (entity != MOU_ENTITY_NONE && mou_workbook_has_sheet (entity))
        return entity;
    }

  return MOU_ENTITY_NONE;
}

gboolean
mou_workbook_recognise (GPtrArray *grids)
{
  g_return_val_if_fail (grids != NULL, FALSE);

  for (guint i = 0; i < grids->len; i++)
    if (recognise (grids->pdata[i]) != MOU_ENTITY_NONE)
      return TRUE;

  return FALSE;
}

static const MouColumn *
find_known (GArray *known, MouEntity entity, const char *text)
{
  for (guint i = 0; i < known->len; i++)
    {
      const MouColumn *column = &g_array_index (known, MouColumn, i);
      g_autofree char *key = mou_column_dup_key (entity, column);

      if (strcmp (key, text) == 0)
        return column;
    }

  return NULL;
}

static gboolean
bind_columns (MouWorkbookReading *self, GError **error)
{
  g_autoptr (GArray) known = mou_workbook_list_columns (self->entity);

  g_array_set_size (self->columns, 0);
  for (guint i = 0; i < mou_grid_get_n_columns (self->grid, MOU_WORKBOOK_KEY_ROW); i++)
    {
      const char *text = mou_grid_get (self->grid, MOU_WORKBOOK_KEY_ROW, i)->text;
      const MouColumn *column = find_known (known, self->entity, text);
      MouBoundColumn bound = { .index = i };

      if (*text == '\0')
        continue;
      if (column == NULL)
        return mou_grid_refuse (self->grid, MOU_WORKBOOK_KEY_ROW, i, error, _ ("there is no column “%s”"), text);
      if (mou_workbook_find_column (self, column->role, column->entity, column->field) != NULL)
        return mou_grid_refuse (self->grid, MOU_WORKBOOK_KEY_ROW, i, error, _ ("the column “%s” stands twice"), text);
      bound.column = *column;
      g_array_append_val (self->columns, bound);
    }

  return TRUE;
}

/* Rows */

static gboolean
is_blank (const MouWorkbookReading *self, guint row)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (*mou_grid_get (self->grid, row, g_array_index (self->columns, MouBoundColumn, i).index)->text != '\0')
      return FALSE;

  return TRUE;
}

static gboolean
is_deferred (const MouWorkbookReading *self, const MouField *field)
{
  return field->type == MOU_FIELD_REFERENCE && field->target == self->entity;
}

static gboolean
read_field (MouWorkbookReading *self, guint row, const MouBoundColumn *bound, gint64 parent, char **value, GError **error)
{
  const MouField *field = mou_field_get (self->entity, bound->column.field);

  if (field->type == MOU_FIELD_REFERENCE)
    return mou_workbook_read_reference (self, row, bound->index, field, parent, value, error);

  return mou_grid_read_value (self->grid, row, bound->index, field, value, error);
}

static gboolean
update_field (MouWorkbookReading *self, guint row, const MouBoundColumn *bound, gint64 id, GError **error)
{
  const MouRow *before = mou_register_lookup (self->rows.rows, id);
  const MouField *field = mou_field_get (self->entity, bound->column.field);
  const char *stored = mou_row_get (before, bound->column.field);
  g_autofree char *value = NULL;

  if (field->type != MOU_FIELD_REFERENCE && stored != NULL && mou_grid_says (self->grid, row, bound->index, field, stored))
    return TRUE;
  if (!read_field (self, row, bound, before->parent, &value, error))
    return FALSE;
  mou_import_rows_set (&self->rows, id, bound->column.field, value);

  return TRUE;
}

/* The fields that were or were not deferred. */
static gboolean
update_row (MouWorkbookReading *self, guint row, gint64 id, gboolean deferred, GError **error)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MouBoundColumn *bound = &g_array_index (self->columns, MouBoundColumn, i);

      if (bound->column.role == MOU_COLUMN_FIELD && is_deferred (self, mou_field_get (self->entity, bound->column.field)) == deferred
          && !update_field (self, row, bound, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_required (MouWorkbookReading *self, guint row, GPtrArray *values, GError **error)
{
  for (guint i = 0; i < values->len; i++)
    {
      const MouField *field = mou_field_get (self->entity, (int) i);

      if ((field->flags & MOU_FIELD_REQUIRED) && values->pdata[i] == NULL)
        return mou_grid_refuse (self->grid, row, 0, error, _ ("the row is new, and the column is missing that it needs: %s"),
                                _ (field->label));
    }

  return TRUE;
}

static gboolean
insert_row (MouWorkbookReading *self, guint row, gint64 parent, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  guint n_fields;

  mou_field_table (self->entity, &n_fields);
  g_ptr_array_set_size (values, (int) n_fields);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MouBoundColumn *bound = &g_array_index (self->columns, MouBoundColumn, i);
      char *value = NULL;

      if (bound->column.role != MOU_COLUMN_FIELD || is_deferred (self, mou_field_get (self->entity, bound->column.field)))
        continue;
      if (!read_field (self, row, bound, parent, &value, error))
        return FALSE;
      values->pdata[bound->column.field] = value;
    }
  if (!check_required (self, row, values, error))
    return FALSE;
  *id = mou_import_rows_insert (&self->rows, self->entity, parent, (const char *const *) values->pdata);

  return TRUE;
}

static gboolean
remember_row (MouWorkbookReading *self, guint row, gint64 id, GError **error)
{
  const char *before = g_hash_table_lookup (self->seen, &id);

  if (before != NULL)
    return mou_grid_refuse (self->grid, row, 0, error, _ ("the same row stands already in %s"), before);
  g_hash_table_insert (self->seen, g_memdup2 (&id, sizeof id), mou_grid_describe (self->grid, row, 0));

  return TRUE;
}

/* *id: of the row that was found or made. */
static gboolean
read_row (MouWorkbookReading *self, guint row, gint64 *id, GError **error)
{
  gint64 parent;

  if (!mou_workbook_find_parent (self, row, &parent, error) || !mou_workbook_find_row (self, row, parent, id, error))
    return FALSE;
  if (*id == 0 ? !insert_row (self, row, parent, id, error) : !update_row (self, row, *id, FALSE, error))
    return FALSE;
  mou_workbook_remember_number (self, row, parent, *id);

  return remember_row (self, row, *id, error);
}

/* One agreement at a time: the rows of all other sheets are of it. */
static gboolean
note_agreement (MouWorkbookReading *self, guint row, gint64 id, GError **error)
{
  gboolean first = g_hash_table_size (self->seen) == 1;

  if (self->entity > MOU_ENTITY_AGREEMENT)
    return TRUE;
  if (!first)
    return mou_grid_refuse (self->grid, row, 0, error, _ ("a workbook is of one agreement; this is a second row"));
  if (self->entity == MOU_ENTITY_ORGANISATION)
    self->organisation = id;
  else
    self->agreement = id;

  return TRUE;
}

static gboolean
check_agreement (const MouWorkbookReading *self, GError **error)
{
  if (self->entity == MOU_ENTITY_ORGANISATION || (self->entity == MOU_ENTITY_AGREEMENT ? self->organisation : self->agreement) != 0)
    return TRUE;

  return mou_grid_refuse (self->grid, MOU_WORKBOOK_KEY_ROW, 0, error,
                          _ ("nothing says which agreement this is of: the sheets of the organisation and of the agreement are missing"));
}

static gboolean
read_sheet (MouWorkbookReading *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  guint n_rows = mou_grid_get_n_rows (self->grid);

  if (!bind_columns (self, error) || !check_agreement (self, error))
    return FALSE;

  g_array_set_size (ids, n_rows);
  for (guint row = MOU_WORKBOOK_FIRST_ROW; row < n_rows; row++)
    if (!is_blank (self, row)
        && (!read_row (self, row, &g_array_index (ids, gint64, row), error)
            || !note_agreement (self, row, g_array_index (ids, gint64, row), error)))
      return FALSE;
  for (guint row = MOU_WORKBOOK_FIRST_ROW; row < n_rows; row++)
    {
      gint64 id = g_array_index (ids, gint64, row);

      if (id != 0 && !update_row (self, row, id, TRUE, error))
        return FALSE;
    }
  for (guint row = MOU_WORKBOOK_FIRST_ROW; row < n_rows; row++)
    if (g_array_index (ids, gint64, row) != 0)
      mou_import_rows_mention (&self->rows, g_array_index (ids, gint64, row));

  return TRUE;
}

static gboolean
read_sheets (MouWorkbookReading *self, GPtrArray *grids, GError **error)
{
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    {
      g_hash_table_remove_all (self->seen);
      for (guint i = 0; i < grids->len; i++)
        {
          if (recognise (grids->pdata[i]) != entity)
            continue;
          self->grid = grids->pdata[i];
          self->entity = entity;
          if (!read_sheet (self, error))
            return FALSE;
        }
    }

  return TRUE;
}

MouRegister *
mou_workbook_read (GPtrArray *grids, MouRegister *base, gint64 agreement, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (MouBoundColumn));
  MouWorkbookReading reading = { .agreement = agreement, .numbers = numbers, .seen = seen, .columns = columns };
  const MouRow *row;
  MouRegister *rows = NULL;

  g_return_val_if_fail (grids != NULL && base != NULL, NULL);

  row = mou_register_lookup (base, agreement);
  reading.organisation = row != NULL ? row->parent : 0;
  mou_import_rows_init (&reading.rows, base);
  if (read_sheets (&reading, grids, error))
    rows = mou_import_rows_finish (&reading.rows, error);
  mou_import_rows_clear (&reading.rows);

  return rows;
}
