/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells by row; a sheet is read once, from top to bottom, so a row only grows at its end. */

#include "mou-grid.h"

#include <glib/gi18n-lib.h>

#define LETTERS 26

static void
free_row (gpointer row)
{
  if (row != NULL)
    g_array_unref (row);
}

MouGrid *
mou_grid_new (const char *name)
{
  MouGrid *self = g_new0 (MouGrid, 1);

  self->name = g_strdup (name);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->texts = g_string_chunk_new (4096);

  return self;
}

void
mou_grid_free (MouGrid *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->lines);
  g_string_chunk_free (self->texts);
  g_free (self);
}

void
mou_grid_add (MouGrid *self, guint row, const MouGridCell *cell)
{
  MouGridCell copy;

  g_return_if_fail (self != NULL && cell != NULL && cell->text != NULL);

  g_return_if_fail (mou_grid_get_n_columns (self, row) <= cell->column);

  if (row >= self->rows->len)
    g_ptr_array_set_size (self->rows, (int) row + 1);
  if (self->rows->pdata[row] == NULL)
    self->rows->pdata[row] = g_array_new (FALSE, FALSE, sizeof (MouGridCell));
  copy = *cell;
  copy.text = g_string_chunk_insert (self->texts, cell->text);
  g_array_append_val ((GArray *) self->rows->pdata[row], copy);
}

guint
mou_grid_get_n_rows (const MouGrid *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

static const GArray *
get_row (const MouGrid *self, guint row)
{
  return row < self->rows->len ? self->rows->pdata[row] : NULL;
}

guint
mou_grid_get_n_columns (const MouGrid *self, guint row)
{
  const GArray *cells;

  g_return_val_if_fail (self != NULL, 0);

  cells = get_row (self, row);

  return cells != NULL && cells->len > 0 ? g_array_index (cells, MouGridCell, cells->len - 1).column + 1 : 0;
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const MouGridCell *left = a, *right = b;

  return left->column < right->column ? -1 : left->column > right->column;
}

const MouGridCell *
mou_grid_get (const MouGrid *self, guint row, guint column)
{
  static const MouGridCell blank = { .type = MOU_GRID_BLANK, .text = "" };
  const MouGridCell wanted = { .column = column };
  const GArray *cells;
  guint position;

  g_return_val_if_fail (self != NULL, &blank);

  cells = get_row (self, row);
  if (cells == NULL || !g_array_binary_search ((GArray *) cells, &wanted, compare_columns, &position))
    return &blank;

  return &g_array_index (cells, MouGridCell, position);
}

gboolean
mou_grid_is_blank_row (const MouGrid *self, guint row)
{
  const GArray *cells;

  g_return_val_if_fail (self != NULL, TRUE);

  cells = get_row (self, row);
  for (guint i = 0; cells != NULL && i < cells->len; i++)
    if (*g_array_index (cells, MouGridCell, i).text != '\0')
      return FALSE;

  return TRUE;
}

/* 0 → "A", 26 → "AA". */
static char *
write_column (guint column)
{
  GString *letters = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS)
    g_string_prepend_c (letters, (char) ('A' + (rest - 1) % LETTERS));

  return g_string_free (letters, FALSE);
}

char *
mou_grid_describe (const MouGrid *self, guint row, guint column)
{
  g_autofree char *letters = write_column (column);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->name != NULL)
    return g_strdup_printf (_ ("sheet “%s”, cell %s%u"), self->name, letters, row + 1);

  return g_strdup_printf (_ ("line %u, column %u"), row < self->lines->len ? g_array_index (self->lines, guint, row) : row + 1, column + 1);
}

gboolean
mou_grid_refuse (const MouGrid *self, guint row, guint column, GError **error, const char *format, ...)
{
  g_autofree char *place = mou_grid_describe (self, row, column);
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED, "%s: %s", place, reason);

  return FALSE;
}
