/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-workbook: an agreement as a workbook of tables, to be edited in a spreadsheet and read again.
 *
 * Everything that JSON has is in it. Reading what was written brings nothing; a changed cell brings that change, a new row a new
 * row. Rows are found by what people call them; rows that are missing stay as they are, so that part of a workbook can come back
 * alone. An empty cell in a column that is there takes the value away; a column that is missing leaves it alone. Characters that
 * no workbook can hold (U+FFFE, U+FFFF) become U+FFFD, and do not count as changed when they come back. Callers: cli, ui,
 * mou-import. */
#pragma once

#include "mou-grid.h"
#include "mou-register.h"

G_BEGIN_DECLS

/* Replaces `path` by a verified workbook; equal content gives equal bytes. MOU_EXCHANGE_ERROR_REFUSED when a text is longer than
 * a cell holds, _SYSTEM when it cannot be written. */
gboolean mou_workbook_write (MouRegister *rows, gint64 agreement, const char *path, GError **error);

/* TRUE when one of the sheets (MouGrid) says that it is one of ours. */
gboolean mou_workbook_recognise (GPtrArray *grids);
/* A copy of `base` into which the sheets were read; NULL with an error that names sheet, cell and reason. `agreement`: whose rows
 * they are when the workbook has no sheet of agreements; 0 for none. */
MouRegister *mou_workbook_read (GPtrArray *grids, MouRegister *base, gint64 agreement, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
