/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-workbook-names: finds the row that a cell of the data workbook calls by its key or its number. Callers: mou-workbook-read. */
#pragma once

#include "mou-grid.h"
#include "mou-import-rows.h"
#include "mou-workbook-format.h"

G_BEGIN_DECLS

/* A column of a sheet, and where it stands. */
typedef struct {
  MouColumn column;
  guint index;
} MouBoundColumn;

typedef struct {
  MouImportRows rows;
  gint64 organisation, agreement; /* 0 until known */
  GHashTable *numbers;            /* "entity parent number" → gint64 id, of the rows without a key that were read */

  /* the sheet that is being read */
  const MouGrid *grid;
  MouEntity entity;
  GArray *columns;  /* MouBoundColumn */
  GHashTable *seen; /* id → where it stands, for people */
} MouWorkbookReading;

/* Of the sheet that is being read; NULL when it has no such column. */
const MouBoundColumn *mou_workbook_find_column (const MouWorkbookReading *self, MouColumnRole role, MouEntity entity, int field);

/* The row that the present row of the sheet stands under; FALSE when it is not there or not said. */
gboolean mou_workbook_find_parent (MouWorkbookReading *self, guint row, gint64 *parent, GError **error);
/* The row that the present row of the sheet is about, 0 when it is new. */
gboolean mou_workbook_find_row (MouWorkbookReading *self, guint row, gint64 parent, gint64 *found, GError **error);
/* The id, as a REFERENCE stores it, that the cell names in a row under `parent`; NULL where it is blank. */
gboolean mou_workbook_read_reference (MouWorkbookReading *self, guint row, guint column, const MouField *field, gint64 parent, char **id,
                                      GError **error);
/* From now on the number in the present row means `id`. */
void mou_workbook_remember_number (MouWorkbookReading *self, guint row, gint64 parent, gint64 id);

G_END_DECLS
