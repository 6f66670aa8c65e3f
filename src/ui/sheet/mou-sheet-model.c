/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The interface's signals and its argument checks; what a page leaves out gets a sensible answer here. */

#include "mou-sheet-model.h"

typedef enum
{
  SIGNAL_ROWS_CHANGED,
  SIGNAL_CELLS_CHANGED,
  SIGNAL_COLUMNS_CHANGED,
  N_SIGNALS
} MouSheetModelSignal;

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (MouSheetModel, mou_sheet_model, G_TYPE_OBJECT)

static void
ignore_set_expanded (MouSheetModel *self, guint row, gboolean expanded)
{
}

static char *
dup_empty_row_label (MouSheetModel *self, guint row)
{
  return g_strdup ("");
}

static void
get_flat_row (MouSheetModel *self, guint row, MouSheetRow *info)
{
}

static guint
get_zero (MouSheetModel *self)
{
  return 0;
}

static void
mou_sheet_model_default_init (MouSheetModelInterface *iface)
{
  iface->get_n_frozen = get_zero;
  iface->get_row = get_flat_row;
  iface->dup_row_label = dup_empty_row_label;
  iface->set_expanded = ignore_set_expanded;

  signals[SIGNAL_ROWS_CHANGED] = g_signal_new ("rows-changed", MOU_TYPE_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                               G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_CELLS_CHANGED] = g_signal_new ("cells-changed", MOU_TYPE_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_COLUMNS_CHANGED]
      = g_signal_new ("columns-changed", MOU_TYPE_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

guint
mou_sheet_model_get_n_rows (MouSheetModel *self)
{
  g_return_val_if_fail (MOU_IS_SHEET_MODEL (self), 0);

  return MOU_SHEET_MODEL_GET_IFACE (self)->get_n_rows (self);
}

guint
mou_sheet_model_get_n_columns (MouSheetModel *self)
{
  g_return_val_if_fail (MOU_IS_SHEET_MODEL (self), 0);

  return MOU_SHEET_MODEL_GET_IFACE (self)->get_n_columns (self);
}

guint
mou_sheet_model_get_n_frozen (MouSheetModel *self)
{
  g_return_val_if_fail (MOU_IS_SHEET_MODEL (self), 0);

  return MOU_SHEET_MODEL_GET_IFACE (self)->get_n_frozen (self);
}

const MouSheetColumn *
mou_sheet_model_get_column (MouSheetModel *self, guint column)
{
  g_return_val_if_fail (MOU_IS_SHEET_MODEL (self), NULL);

  return MOU_SHEET_MODEL_GET_IFACE (self)->get_column (self, column);
}

void
mou_sheet_model_get_row (MouSheetModel *self, guint row, MouSheetRow *info)
{
  g_return_if_fail (MOU_IS_SHEET_MODEL (self));
  g_return_if_fail (info != NULL);

  *info = (MouSheetRow){ 0 };
  MOU_SHEET_MODEL_GET_IFACE (self)->get_row (self, row, info);
}

char *
mou_sheet_model_dup_row_label (MouSheetModel *self, guint row)
{
  g_return_val_if_fail (MOU_IS_SHEET_MODEL (self), NULL);

  return MOU_SHEET_MODEL_GET_IFACE (self)->dup_row_label (self, row);
}

void
mou_sheet_model_get_cell (MouSheetModel *self, guint row, guint column, MouSheetCellInfo *info)
{
  g_return_if_fail (MOU_IS_SHEET_MODEL (self));
  g_return_if_fail (info != NULL);

  *info = (MouSheetCellInfo){ 0 };
  MOU_SHEET_MODEL_GET_IFACE (self)->get_cell (self, row, column, info);
}

gboolean
mou_sheet_model_is_editable (MouSheetModel *self, guint row, guint column)
{
  g_auto (MouSheetCellInfo) info = { 0 };

  g_return_val_if_fail (MOU_IS_SHEET_MODEL (self), FALSE);

  if (!mou_sheet_model_get_column (self, column)->editable)
    return FALSE;
  mou_sheet_model_get_cell (self, row, column, &info);
  return (info.flags & (MOU_SHEET_CELL_READ_ONLY | MOU_SHEET_CELL_COMPUTED)) == 0;
}

char *
mou_sheet_model_dup_refusal (MouSheetModel *self, guint row, guint column)
{
  g_auto (MouSheetCellInfo) info = { 0 };

  g_return_val_if_fail (MOU_IS_SHEET_MODEL (self), NULL);

  mou_sheet_model_get_cell (self, row, column, &info);
  return (info.flags & MOU_SHEET_CELL_READ_ONLY) != 0 ? g_steal_pointer (&info.refusal) : NULL;
}

char *
mou_sheet_model_dup_edit_text (MouSheetModel *self, guint row, guint column)
{
  g_auto (MouSheetCellInfo) info = { 0 };

  g_return_val_if_fail (MOU_IS_SHEET_MODEL (self), NULL);

  mou_sheet_model_get_cell (self, row, column, &info);
  if (info.edit_text != NULL)
    return g_steal_pointer (&info.edit_text);
  return info.text != NULL ? g_steal_pointer (&info.text) : g_strdup ("");
}

void
mou_sheet_model_set_expanded (MouSheetModel *self, guint row, gboolean expanded)
{
  g_return_if_fail (MOU_IS_SHEET_MODEL (self));

  MOU_SHEET_MODEL_GET_IFACE (self)->set_expanded (self, row, expanded);
}

gboolean
mou_sheet_model_set_cells (MouSheetModel *self, const MouSheetCellText *cells, guint n_cells, const char *label, guint *failed,
                           GError **error)
{
  guint index = 0;
  gboolean done;

  g_return_val_if_fail (MOU_IS_SHEET_MODEL (self), FALSE);
  g_return_val_if_fail (cells != NULL && n_cells > 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  done = MOU_SHEET_MODEL_GET_IFACE (self)->set_cells (self, cells, n_cells, label, &index, error);
  if (!done && failed != NULL)
    *failed = index;
  return done;
}

gboolean
mou_sheet_model_set_cell_text (MouSheetModel *self, guint row, guint column, const char *text, GError **error)
{
  const MouSheetCellText cell = { row, column, text };

  g_return_val_if_fail (text != NULL, FALSE);

  return mou_sheet_model_set_cells (self, &cell, 1, NULL, NULL, error);
}

void
mou_sheet_model_rows_changed (MouSheetModel *self, guint position, guint removed, guint added)
{
  g_return_if_fail (MOU_IS_SHEET_MODEL (self));

  g_signal_emit (self, signals[SIGNAL_ROWS_CHANGED], 0, position, removed, added);
}

void
mou_sheet_model_cells_changed (MouSheetModel *self, guint first_row, guint last_row)
{
  g_return_if_fail (MOU_IS_SHEET_MODEL (self));
  g_return_if_fail (first_row <= last_row);

  g_signal_emit (self, signals[SIGNAL_CELLS_CHANGED], 0, first_row, last_row);
}

void
mou_sheet_model_columns_changed (MouSheetModel *self)
{
  g_return_if_fail (MOU_IS_SHEET_MODEL (self));

  g_signal_emit (self, signals[SIGNAL_COLUMNS_CHANGED], 0);
}

void
mou_sheet_cell_info_clear (MouSheetCellInfo *info)
{
  g_return_if_fail (info != NULL);

  g_clear_pointer (&info->text, g_free);
  g_clear_pointer (&info->edit_text, g_free);
  g_clear_pointer (&info->reason, g_free);
  g_clear_pointer (&info->refusal, g_free);
  g_clear_pointer (&info->label, g_free);
  info->flags = MOU_SHEET_CELL_NORMAL;
}
