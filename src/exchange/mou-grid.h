/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-grid: the cells of one sheet, or of one CSV, in memory: what importing reads, whatever the file was.
 *
 * Rows and columns count from 0; what was never put is blank. Callers: the readers of this folder. */
#pragma once

#include <glib.h>

#include "mou-exchange-error.h"

G_BEGIN_DECLS

typedef enum { MOU_GRID_BLANK, MOU_GRID_TEXT, MOU_GRID_NUMBER, MOU_GRID_BOOLEAN, MOU_GRID_ERROR } MouGridCellType;

typedef struct {
  guint column;
  MouGridCellType type;
  gboolean computed; /* the cached value of a formula */
  double number;     /* NUMBER */
  const char *text;  /* never NULL; of a NUMBER as the file has it, of a BOOLEAN "0" or "1", of an ERROR "#DIV/0!" */
} MouGridCell;

typedef struct {
  char *name;          /* of the sheet; NULL: a CSV, which has lines */
  gboolean dates_1904; /* day numbers count from 1904 */
  GPtrArray *rows;     /* GArray of MouGridCell, columns rising; NULL where blank */
  GArray *lines;       /* of a CSV: guint, the line on which each row begins, from 1 */
  GStringChunk *texts;
} MouGrid;

MouGrid *mou_grid_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void mou_grid_free (MouGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouGrid, mou_grid_free)

/* Behind the last cell of its row; `cell->text` is copied. */
void mou_grid_add (MouGrid *self, guint row, const MouGridCell *cell);
guint mou_grid_get_n_rows (const MouGrid *self);
/* One past the last cell of the row. */
guint mou_grid_get_n_columns (const MouGrid *self, guint row);
/* Never NULL. */
const MouGridCell *mou_grid_get (const MouGrid *self, guint row, guint column);
gboolean mou_grid_is_blank_row (const MouGrid *self, guint row);

/* The place for people: "sheet “Levels”, cell B12", or "line 12, column 2" of a CSV. */
char *mou_grid_describe (const MouGrid *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;
/* Always FALSE: MOU_EXCHANGE_ERROR_REFUSED with the place before the sentence. */
gboolean mou_grid_refuse (const MouGrid *self, guint row, guint column, GError **error, const char *format, ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS
