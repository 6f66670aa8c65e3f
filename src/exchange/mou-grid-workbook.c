/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader's cells, kept; its errors in the domain of this folder. */

#include "mou-grid-workbook.h"

#include "mou-xlsx-reader.h"

static MouGridCellType
get_type (MouXlsxCellType type)
{
  switch (type)
    {
    case MOU_XLSX_CELL_NUMBER:
      return MOU_GRID_NUMBER;
    case MOU_XLSX_CELL_BOOLEAN:
      return MOU_GRID_BOOLEAN;
    case MOU_XLSX_CELL_ERROR:
      return MOU_GRID_ERROR;
    case MOU_XLSX_CELL_TEXT:
    default:
      return MOU_GRID_TEXT;
    }
}

static gboolean
keep_cell_cb (const MouXlsxCell *cell, gpointer data, GError **error)
{
  const MouGridCell kept = {
    .column = cell->column,
    .type = get_type (cell->type),
    .computed = cell->formula != NULL,
    .number = cell->number,
    .text = cell->text,
  };

  if (*cell->text != '\0')
    mou_grid_add (data, cell->row, &kept);

  return TRUE;
}

static GPtrArray *
adopt_error (GError *cause, GError **error)
{
  gboolean is_system = g_error_matches (cause, MOU_XLSX_ERROR, MOU_XLSX_ERROR_SYSTEM);

  g_set_error_literal (error, MOU_EXCHANGE_ERROR, is_system ? MOU_EXCHANGE_ERROR_SYSTEM : MOU_EXCHANGE_ERROR_REFUSED, cause->message);
  g_error_free (cause);

  return NULL;
}

GPtrArray *
mou_grid_load_workbook (const char *path, GError **error)
{
  static const MouXlsxVisitor visitor = { keep_cell_cb, NULL };
  g_autoptr (GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_grid_free);
  g_autoptr (MouXlsxReader) reader = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  reader = mou_xlsx_reader_open (path, &cause);
  if (reader == NULL)
    return adopt_error (cause, error);

  for (guint i = 0; i < mou_xlsx_reader_get_n_sheets (reader); i++)
    {
      MouGrid *grid = mou_grid_new (mou_xlsx_reader_get_sheet_name (reader, i));

      grid->dates_1904 = mou_xlsx_reader_get_dates_1904 (reader);
      g_ptr_array_add (grids, grid);
      if (!mou_xlsx_reader_read_sheet (reader, i, &visitor, grid, &cause))
        return adopt_error (cause, error);
    }

  return g_steal_pointer (&grids);
}
