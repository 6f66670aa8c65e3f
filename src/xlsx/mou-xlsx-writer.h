/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-writer: a workbook of plain tables, to be edited and read again; reports, which are to be printed, have a renderer of
 * their own.
 *
 * Every text passes mou-xlsx-text, what was sent is read back before the file replaces anything, and the same calls give the same
 * bytes. Errors on the way are counted and told at the end. Callers: exchange. */
#pragma once

#include <glib.h>

#include "mou-xlsx-error.h"

G_BEGIN_DECLS

/* Text cells hold what is typed as it is typed: a code such as 1.10 stays one. */
typedef enum {
  MOU_XLSX_LOOK_KEY,     /* for programs */
  MOU_XLSX_LOOK_HEADING, /* bold on grey */
  MOU_XLSX_LOOK_TEXT,    /* wrapped */
  MOU_XLSX_LOOK_NUMBER,  /* right; number or text */
  MOU_XLSX_N_LOOKS
} MouXlsxLook;

typedef struct _MouXlsxWriter MouXlsxWriter;

/* Calls `fill` to say what is in the workbook, and replaces `path` by it. `created`: seconds of the document's date, never of the
 * clock. */
typedef void (*MouXlsxFill) (MouXlsxWriter *self, gpointer data);
gboolean mou_xlsx_write (const char *path, const char *title, gint64 created, MouXlsxFill fill, gpointer data, GError **error);

/* Everything that follows belongs to this sheet. The name is made legal, and one of its own. */
void mou_xlsx_writer_add_sheet (MouXlsxWriter *self, const char *name);
/* Width in characters; `look` is that of cells without content. */
void mou_xlsx_writer_set_column (MouXlsxWriter *self, guint column, int width, MouXlsxLook look);
void mou_xlsx_writer_put_text (MouXlsxWriter *self, guint row, guint column, const char *text, MouXlsxLook look);
void mou_xlsx_writer_put_number (MouXlsxWriter *self, guint row, guint column, double number);
/* The first row is hidden, the next is the heading that stays in view and has a filter, with the first `n_frozen` columns. */
void mou_xlsx_writer_set_heading (MouXlsxWriter *self, guint n_columns, guint n_rows, guint n_frozen);
/* Proposes `choices` in the cells of the column from `first_row` on; other input is not refused. FALSE, and nothing done, when they
 * are longer together than a workbook can say. */
gboolean mou_xlsx_writer_add_choices (MouXlsxWriter *self, guint first_row, guint column, const char *const *choices);

G_END_DECLS
