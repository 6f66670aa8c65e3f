/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sheet: an editable grid shaped like the printed form, for the pages Scorecard, Results and Evaluation.
 *
 * A GtkScrollable (put it in a GtkScrolledWindow) over a MouSheetModel. It holds widgets for the cells in sight only, keeps the first
 * columns and the two header lines in place while the rest scrolls, and edits in place with one entry. There is a cursor on one cell
 * whenever the model has rows, and a rectangular selection that contains it.
 *
 * Properties: "model", "cursor-row", "cursor-column" (notified as the cursor moves; G_MAXUINT: none), "zoom" (0.75 - 2).
 * Signals: "activate-cell" (row, column), on F2, space or double click on a cell that cannot be edited;
 *          "problem" (message), when a paste, fill or clear was refused and nothing changed.
 * Set GTK_ACCESSIBLE_PROPERTY_LABEL on it to name the table for screen readers. The style is ui/sheet.css.
 * Actions: "sheet.copy", "sheet.cut", "sheet.paste", "sheet.fill-down", "sheet.clear", "sheet.edit", "sheet.select-all",
 *          "sheet.expand", "sheet.collapse". Undo and redo are left to the window. */
#pragma once

#include <gtk/gtk.h>

#include "mou-sheet-model.h"

G_BEGIN_DECLS

#define MOU_TYPE_SHEET (mou_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MouSheet, mou_sheet, MOU, SHEET, GtkWidget)

/* NULL: an empty sheet. */
GtkWidget *mou_sheet_new (MouSheetModel *model) G_GNUC_WARN_UNUSED_RESULT;

/* Borrowed; NULL when none. */
MouSheetModel *mou_sheet_get_model (MouSheet *self);
/* Ends editing without writing, puts the cursor on the first cell. */
void mou_sheet_set_model (MouSheet *self, MouSheetModel *model);

/* FALSE, and both G_MAXUINT, when the sheet has no cell. */
gboolean mou_sheet_get_cursor (MouSheet *self, guint *row, guint *column);
/* Moves the cursor, drops the selection, scrolls the cell into sight; beyond the last row or column means the last. An open editor is
 * committed first; FALSE, and nothing moved, when its text was refused. */
gboolean mou_sheet_set_cursor (MouSheet *self, guint row, guint column);
/* The selected rectangle, inclusive; FALSE when the sheet has no cell. */
gboolean mou_sheet_get_selection (MouSheet *self, guint *first_row, guint *first_column, guint *last_row, guint *last_column);
void mou_sheet_select (MouSheet *self, guint first_row, guint first_column, guint last_row, guint last_column);
void mou_sheet_scroll_to (MouSheet *self, guint row, guint column);

/* Opens the editor on the cursor's cell; FALSE when the cell cannot be edited. */
gboolean mou_sheet_start_editing (MouSheet *self);
gboolean mou_sheet_is_editing (MouSheet *self);
/* Commits an open editor, e.g. before saving. FALSE when its text was refused: the editor stays open with the reason. */
gboolean mou_sheet_commit_editing (MouSheet *self);
void mou_sheet_cancel_editing (MouSheet *self);

double mou_sheet_get_zoom (MouSheet *self);
/* Clamped to 0.75 - 2. */
void mou_sheet_set_zoom (MouSheet *self, double zoom);

G_END_DECLS
