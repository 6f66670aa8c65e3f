/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns from the tables. */

#include "mou-workbook-format.h"

#include <glib/gi18n-lib.h>

gboolean
mou_workbook_has_sheet (MouEntity entity)
{
  return mou_entity_get_info (entity)->shape != MOU_SHAPE_NONE;
}

static void
add_column (GArray *columns, MouColumnRole role, MouEntity entity, int field)
{
  const MouColumn column = { role, entity, field };

  g_array_append_val (columns, column);
}

/* From below the agreement down to `entity`; one that is single below its parent needs no name. */
static void
add_parents (GArray *columns, MouEntity entity)
{
  int field = mou_field_find_key (entity);

  if (entity <= MOU_ENTITY_AGREEMENT)
    return;

  add_parents (columns, mou_entity_get_info (entity)->parent);
  if (field >= 0)
    add_column (columns, MOU_COLUMN_PARENT, entity, field);
  else if (mou_entity_get_info (entity)->shape != MOU_SHAPE_SINGLE)
    add_column (columns, MOU_COLUMN_NUMBER, entity, -1);
}

GArray *
mou_workbook_list_columns (MouEntity entity)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (MouColumn));
  int key = mou_field_find_key (entity);
  guint n_fields;

  mou_field_table (entity, &n_fields);
  if (entity > MOU_ENTITY_AGREEMENT)
    add_parents (columns, mou_entity_get_info (entity)->parent);
  if (entity > MOU_ENTITY_AGREEMENT && key < 0 && mou_entity_get_info (entity)->shape != MOU_SHAPE_SINGLE)
    add_column (columns, MOU_COLUMN_NUMBER, entity, -1);
  if (key >= 0)
    add_column (columns, MOU_COLUMN_FIELD, entity, key);
  for (guint i = 0; i < n_fields; i++)
    if ((int) i != key)
      add_column (columns, MOU_COLUMN_FIELD, entity, (int) i);

  return columns;
}

char *
mou_column_dup_key (MouEntity sheet, const MouColumn *column)
{
  const char *table = mou_entity_get_info (column->entity)->table;
  const char *field = column->field >= 0 ? mou_field_get (column->entity, column->field)->key : "#";

  g_return_val_if_fail (column != NULL, NULL);

  if (column->entity == sheet)
    return g_strdup_printf ("%s/%s", table, field);

  return g_strdup_printf ("%s/%s.%s", mou_entity_get_info (sheet)->table, table, field);
}

char *
mou_column_dup_heading (const MouColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  if (column->role == MOU_COLUMN_NUMBER)
    return g_strdup (_ ("No."));
  if (column->role == MOU_COLUMN_PARENT)
    return g_strdup (_ (mou_entity_get_info (column->entity)->label));

  return g_strdup (_ (mou_field_get (column->entity, column->field)->label));
}
