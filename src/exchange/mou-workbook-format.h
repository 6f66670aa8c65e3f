/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-workbook-format: which sheets the data workbook has, and which columns a sheet.
 *
 * One sheet a kind of row, made from the entity and field tables: first the rows it stands under, called by their keys, then its
 * place where it has no key, then its fields. The first row of a sheet is hidden and says for programs what the column is
 * ("level/indicator.code"); the second is the heading; rows follow. Columns without a key in the first row, and sheets without
 * such a row, are the planner's own. Callers: the other files of mou-workbook. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

#define MOU_WORKBOOK_KEY_ROW 0
#define MOU_WORKBOOK_HEADING_ROW 1
#define MOU_WORKBOOK_FIRST_ROW 2

typedef enum {
  MOU_COLUMN_PARENT, /* the key of a row above */
  MOU_COLUMN_NUMBER, /* the place among the siblings, from 1; blank for a new row */
  MOU_COLUMN_FIELD,
} MouColumnRole;

typedef struct {
  MouColumnRole role;
  MouEntity entity; /* whose key, place or field it is */
  int field;        /* of `entity`; -1 for NUMBER */
} MouColumn;

/* FALSE for what is not part of the interchange. */
gboolean mou_workbook_has_sheet (MouEntity entity);
/* Of MouColumn. */
GArray *mou_workbook_list_columns (MouEntity entity) G_GNUC_WARN_UNUSED_RESULT;
/* "level/indicator.code", "mission/#", "level/value". */
char *mou_column_dup_key (MouEntity sheet, const MouColumn *column) G_GNUC_WARN_UNUSED_RESULT;
char *mou_column_dup_heading (const MouColumn *column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
