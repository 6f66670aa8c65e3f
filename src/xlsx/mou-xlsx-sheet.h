/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-sheet: the cells of one sheet part. Private to src/xlsx. */
#pragma once

#include "mou-xlsx-reader.h"
#include "mou-xlsx-zip.h"

G_BEGIN_DECLS

/* `cells_left` bounds what may still be visited in this workbook and is counted down. */
gboolean mou_xlsx_sheet_read (MouXlsxZip *zip, const char *part, GPtrArray *strings, guint *cells_left, const MouXlsxVisitor *visitor,
                              gpointer data, GError **error);
/* "XFD1048576" to its row and column from 0; FALSE outside the grid or when it is no address. */
gboolean mou_xlsx_sheet_parse_address (const char *address, guint *row, guint *column);

G_END_DECLS
