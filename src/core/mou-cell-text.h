/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-cell-text: what a planner types into a cell of the sheet, as the values a row stores, and back.
 *
 * Pure functions: no document, no rows. Thai digits, thousands commas and spaces around are accepted everywhere; formatting a
 * value and parsing the text gives the value again. Errors are MOU_CORE_ERROR with a sentence for the cell. Callers: the verbs of
 * mou-document-edits, the sheet for what its editor shows, tables that are imported or exported, and the signs of reports. */
#pragma once

#include "mou-agreement.h"

G_BEGIN_DECLS

/* A level: "" or "-" is absent (all NULL); "96.0" a threshold; "<96", "≤ 96", ">=5" an inequality; any other text with letters in
 * it a worded level. "N/A" and broken numbers are refused. */
typedef struct {
  const char *op; /* static key of MOU_LEVEL_OP, or NULL */
  char *value;    /* canonical decimal, or NULL */
  char *text;     /* of a worded level, or NULL */
} MouLevelCell;

/* "<", "≤", ">", "≥"; "" for none. */
const char *mou_inequality_get_sign (MouInequality op);
gboolean mou_level_cell_parse (const char *typed, MouLevelCell *cell, GError **error);
void mou_level_cell_clear (MouLevelCell *cell);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MouLevelCell, mou_level_cell_clear)
/* "" when absent. The words beside a number are not part of it. */
char *mou_level_cell_format (const MouLevel *level) G_GNUC_WARN_UNUSED_RESULT;

/* A past result: a number, "-" (no data), "N/A" (pending), each perhaps with "*" (provisional) and the number of a footnote as "^1"
 * or "¹" behind it; "" removes it. */
typedef struct {
  char *value; /* as MOU_HISTORY_VALUE stores it; NULL: remove */
  gboolean provisional;
  int note; /* 0: none */
} MouHistoryCell;

gboolean mou_history_cell_parse (const char *typed, MouHistoryCell *cell, GError **error);
void mou_history_cell_clear (MouHistoryCell *cell);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MouHistoryCell, mou_history_cell_clear)
/* "1271.47*¹"; "" for NULL. */
char *mou_history_cell_format (const MouHistory *history) G_GNUC_WARN_UNUSED_RESULT;

/* The actual value: a number; "" nothing said; "-" not reported; "N/A" pending; "not applicable: REASON" (or its translation, or
 * "ไม่เกี่ยวข้อง: เหตุผล"; the reason may be missing). */
typedef enum {
  MOU_ACTUAL_BLANK,
  MOU_ACTUAL_NUMBER,
  MOU_ACTUAL_NOT_REPORTED,
  MOU_ACTUAL_PENDING,
  MOU_ACTUAL_NOT_APPLICABLE
} MouActualKind;

typedef struct {
  MouActualKind kind;
  MouDecimal value; /* NUMBER */
  char *reason;     /* NOT_APPLICABLE, or NULL */
} MouActualCell;

gboolean mou_actual_cell_parse (const char *typed, MouActualCell *cell, GError **error);
void mou_actual_cell_clear (MouActualCell *cell);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MouActualCell, mou_actual_cell_clear)
/* "" for NULL; of a judged indicator the level. */
char *mou_actual_cell_format (const MouResult *result, MouIndicatorKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
