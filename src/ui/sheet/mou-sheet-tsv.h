/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sheet-tsv: a rectangle of texts as other spreadsheets put it on the clipboard. Pure; no widget, no clipboard.
 *
 * Read and written: lines of fields between tabs, a field quoted with " when it contains tab, newline or quote, "" for a quote inside, as
 * Excel and Calc do. Written as well: an HTML table. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  guint n_rows;
  guint n_columns;
  char **cells; /* n_rows * n_columns, row by row; NULL where a short line had no field */
} MouSheetTable;

MouSheetTable *mou_sheet_table_new (guint n_rows, guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
void mou_sheet_table_free (MouSheetTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouSheetTable, mou_sheet_table_free)

/* Borrowed. */
const char *mou_sheet_table_get (const MouSheetTable *self, guint row, guint column);
/* Takes the text. */
void mou_sheet_table_take (MouSheetTable *self, guint row, guint column, char *text);

/* A quote never closed is an ordinary character. Errors (G_IO_ERROR_INVALID_DATA): no text at all, not UTF-8, beyond 16 MiB or a
 * million cells. */
MouSheetTable *mou_sheet_tsv_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *mou_sheet_tsv_write (const MouSheetTable *table) G_GNUC_WARN_UNUSED_RESULT;
char *mou_sheet_html_write (const MouSheetTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
