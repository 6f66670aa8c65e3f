/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sheet-cell: one cell in sight, of the grid or of its header.
 *
 * A real widget, since GTK 4.8 lets nothing else be an accessible object, but a light one: it draws one Pango layout itself and has a
 * child (the expander's icon) only in the tree column. It is rebound as the sheet scrolls and never asks for a size. */
#pragma once

#include "mou-sheet-metrics.h"
#include "mou-sheet-model.h"

G_BEGIN_DECLS

#define MOU_TYPE_SHEET_CELL (mou_sheet_cell_get_type ())
G_DECLARE_FINAL_TYPE (MouSheetCell, mou_sheet_cell, MOU, SHEET_CELL, GtkWidget)

GtkWidget *mou_sheet_cell_new (GtkAccessibleRole role) G_GNUC_WARN_UNUSED_RESULT;

/* Shows a cell of the grid. `tree` puts the row's indentation and expander before the text; `name` is the accessible name. */
void mou_sheet_cell_bind (MouSheetCell *self, const MouSheetMetrics *metrics, const MouSheetColumn *column, const MouSheetRow *row,
                          const MouSheetCellInfo *info, gboolean tree, const char *name);
/* Shows a title, wrapped to at most n_lines. */
void mou_sheet_cell_bind_title (MouSheetCell *self, const MouSheetMetrics *metrics, const char *title, MouSheetAlignment alignment,
                                guint n_lines);
/* One-based place in the whole grid, for assistive technologies. */
void mou_sheet_cell_set_place (MouSheetCell *self, guint row, guint column);
void mou_sheet_cell_set_selected (MouSheetCell *self, gboolean selected);
/* The accessible name, borrowed. */
const char *mou_sheet_cell_get_name (MouSheetCell *self);

G_END_DECLS
