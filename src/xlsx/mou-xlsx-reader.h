/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-reader: reads a workbook that anyone may have made (reliability.md section 5).
 *
 * Streaming: opening reads the list of sheets and the shared strings, reading a sheet visits its cells in order. Every size has a
 * limit, every error is one sentence that names file, part and reason. Macros, links, styles and embedded objects are ignored; a
 * formula cell gives its cached value and says that it is one. Callers: exchange, report (verification). */
#pragma once

#include <glib.h>

#include "mou-xlsx-error.h"

G_BEGIN_DECLS

#define MOU_XLSX_ROWS_MAX 1048576
#define MOU_XLSX_COLUMNS_MAX 16384
#define MOU_XLSX_CELLS_MAX 2000000
#define MOU_XLSX_SHEETS_MAX 255
#define MOU_XLSX_FORMULA_BYTES_MAX 32768

typedef enum {
  MOU_XLSX_CELL_NUMBER,
  MOU_XLSX_CELL_TEXT,
  MOU_XLSX_CELL_BOOLEAN, /* text is "0" or "1" */
  MOU_XLSX_CELL_ERROR,   /* text is "#DIV/0!" and the like */
} MouXlsxCellType;

/* Valid during the visit only. */
typedef struct {
  guint row, column; /* from 0 */
  MouXlsxCellType type;
  const char *text; /* as shown for a text; as stored for a number ("1.5E-3"), for exact reading */
  double number;    /* NUMBER, finite */
  const char *formula; /* NULL when the cell has none; "" for one that shares its neighbour's */
} MouXlsxCell;

/* Called in row order, columns rising within a row; each may be NULL. FALSE with an error stops. */
typedef struct {
  gboolean (*cell) (const MouXlsxCell *cell, gpointer data, GError **error);
  gboolean (*merged) (const char *range, gpointer data, GError **error); /* "A1:C2", after all cells */
} MouXlsxVisitor;

typedef struct _MouXlsxReader MouXlsxReader;

MouXlsxReader *mou_xlsx_reader_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mou_xlsx_reader_free (MouXlsxReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouXlsxReader, mou_xlsx_reader_free)

guint mou_xlsx_reader_get_n_sheets (MouXlsxReader *self);
const char *mou_xlsx_reader_get_sheet_name (MouXlsxReader *self, guint sheet);
/* TRUE when day numbers count from 1904, not 1900. */
gboolean mou_xlsx_reader_get_dates_1904 (MouXlsxReader *self);
gboolean mou_xlsx_reader_read_sheet (MouXlsxReader *self, guint sheet, const MouXlsxVisitor *visitor, gpointer data, GError **error);
/* Parses every XML part that no other function reads, so that a workbook of ours is known to be whole. */
gboolean mou_xlsx_reader_check_other_parts (MouXlsxReader *self, GError **error);

G_END_DECLS
