/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-scorecard-columns: the columns of the scorecard: which value of an indicator each stands for, and its texts.
 *
 * Pure: made from a snapshot, asked by the model. */
#pragma once

#include "mou-document-edits.h"
#include "mou-page.h"
#include "mou-sheet-model.h"

G_BEGIN_DECLS

typedef struct {
  MouSheetColumn info;
  char *title; /* what info.title points to */
  MouCellKind kind;
  int index; /* field of the indicator, level number, or year */
} MouScorecardColumn;

/* MouScorecardColumn; `agreement` NULL: those of a five-level agreement of no year. Titles in Thai digits when asked. */
GArray *mou_scorecard_columns_new (const MouAgreement *agreement, gboolean thai_digits) G_GNUC_WARN_UNUSED_RESULT;

/* What the cell shows, and the flags that follow from the value alone. */
char *mou_scorecard_column_dup_text (const MouScorecardColumn *column, const MouIndicator *indicator, MouSheetCellFlags *flags) G_GNUC_WARN_UNUSED_RESULT;
/* What an editor starts with; typing it again changes nothing. */
char *mou_scorecard_column_dup_edit_text (const MouScorecardColumn *column, const MouIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a value at this place of the register stands in the column. `key`: KEY of the row (a level's number, a year), or NULL. */
gboolean mou_scorecard_column_shows (const MouScorecardColumn *column, MouEntity entity, int field, const char *key);

G_END_DECLS
