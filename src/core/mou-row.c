/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row in one block of memory: the struct, its array of values, then the texts themselves. A register holds hundreds of
 * thousands of rows, so each costs one allocation. */

#include "mou-row.h"

#include <string.h>

#define ID_BITS 53

static gsize
measure_texts (const char *const *values, guint n_values)
{
  gsize size = 0;

  for (guint i = 0; values != NULL && i < n_values; i++)
    if (values[i] != NULL)
      size += strlen (values[i]) + 1;

  return size;
}

static void
copy_texts (MouRow *row, const char *const *values)
{
  char *end = (char *) (row->values + row->n_values);

  for (guint i = 0; values != NULL && i < row->n_values; i++)
    {
      if (values[i] == NULL)
        continue;
      row->values[i] = end;
      end = g_stpcpy (end, values[i]) + 1;
    }
}

MouRow *
mou_row_new (MouEntity entity, gint64 id, gint64 parent, gint64 ordinal, const char *const *values)
{
  MouRow *row;
  guint n_values;

  g_return_val_if_fail (id != 0, NULL);
  g_return_val_if_fail (mou_field_table (entity, &n_values) != NULL, NULL);

  row = g_malloc0 (sizeof (MouRow) + n_values * sizeof (char *) + measure_texts (values, n_values));
  row->entity = entity;
  row->id = id;
  row->parent = parent;
  row->ordinal = ordinal;
  row->n_values = n_values;
  row->values = (char **) (row + 1);
  copy_texts (row, values);
  g_atomic_ref_count_init (&row->references);

  return row;
}

MouRow *
mou_row_ref (MouRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);

  g_atomic_ref_count_inc (&row->references);

  return row;
}

void
mou_row_unref (MouRow *row)
{
  g_return_if_fail (row != NULL);

  if (g_atomic_ref_count_dec (&row->references))
    g_free (row);
}

MouRow *
mou_row_with_value (const MouRow *row, int field, const char *value)
{
  const char **values;

  g_return_val_if_fail (row != NULL, NULL);
  g_return_val_if_fail (field >= 0 && (guint) field < row->n_values, NULL);

  values = g_newa (const char *, row->n_values);
  for (guint i = 0; i < row->n_values; i++)
    values[i] = row->values[i];
  values[field] = value;

  return mou_row_new (row->entity, row->id, row->parent, row->ordinal, values);
}

MouRow *
mou_row_with_ordinal (const MouRow *row, gint64 ordinal)
{
  g_return_val_if_fail (row != NULL, NULL);

  return mou_row_new (row->entity, row->id, row->parent, ordinal, (const char *const *) row->values);
}

const char *
mou_row_get (const MouRow *row, int field)
{
  g_return_val_if_fail (row != NULL, NULL);
  g_return_val_if_fail (field >= 0 && (guint) field < row->n_values, NULL);

  return row->values[field];
}

gint64
mou_row_get_integer (const MouRow *row, int field, gint64 fallback)
{
  const char *text = mou_row_get (row, field);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : fallback;
}

gboolean
mou_row_get_boolean (const MouRow *row, int field)
{
  return mou_row_get (row, field) != NULL;
}

gint64
mou_row_get_reference (const MouRow *row, int field)
{
  return mou_row_get_integer (row, field, 0);
}

gboolean
mou_row_equal (const MouRow *a, const MouRow *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->entity != b->entity || a->id != b->id || a->parent != b->parent || a->ordinal != b->ordinal)
    return FALSE;
  for (guint i = 0; i < a->n_values; i++)
    if (g_strcmp0 (a->values[i], b->values[i]) != 0)
      return FALSE;

  return TRUE;
}

gint64
mou_row_new_id (void)
{
  guint64 id;

  do
    id = (((guint64) g_random_int () << 32) | g_random_int ()) >> (64 - ID_BITS);
  while (id == 0);

  return (gint64) id;
}
