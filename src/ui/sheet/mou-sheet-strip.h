/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sheet-strip: the part of one row that lies in one pane, with the cells in sight.
 *
 * Cells are placed once per column layout; scrolling moves whole strips, so a frame touches no cell that was there before. */
#pragma once

#include "mou-sheet-private.h"

G_BEGIN_DECLS

#define MOU_TYPE_SHEET_STRIP (mou_sheet_strip_get_type ())
G_DECLARE_FINAL_TYPE (MouSheetStrip, mou_sheet_strip, MOU, SHEET_STRIP, GtkWidget)

/* `sheet` is borrowed: a strip does not outlive its pane. */
GtkWidget *mou_sheet_strip_new (MouSheet *sheet, gboolean frozen) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the row's cells of these columns, and of column `extra` (or NONE). Cells already showing them are left alone. */
void mou_sheet_strip_bind (MouSheetStrip *self, guint row, MouSheetSpan columns, guint extra);
/* Makes the next bind ask the model again. */
void mou_sheet_strip_invalidate (MouSheetStrip *self);
MouSheetCell *mou_sheet_strip_peek_cell (MouSheetStrip *self, guint column);
void mou_sheet_strip_update_selected (MouSheetStrip *self);

G_END_DECLS
