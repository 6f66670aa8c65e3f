/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-evaluation-columns: the columns of the evaluation and the texts of its cells. Pure: made from a snapshot, asked by the model. */
#pragma once

#include "mou-evaluation.h"
#include "mou-sheet-model.h"

G_BEGIN_DECLS

typedef enum {
  MOU_EVALUATION_CODE,
  MOU_EVALUATION_NAME,
  MOU_EVALUATION_UNIT,
  MOU_EVALUATION_WEIGHT,
  MOU_EVALUATION_LEVEL, /* `index` says which */
  MOU_EVALUATION_ACTUAL,
  MOU_EVALUATION_SCORE,
  MOU_EVALUATION_WEIGHTED,
  MOU_EVALUATION_STATE,
} MouEvaluationColumnKind;

typedef struct {
  MouSheetColumn info;
  char *title; /* what info.title points to */
  MouEvaluationColumnKind kind;
  int index; /* level number */
} MouEvaluationColumn;

/* MouEvaluationColumn; `agreement` NULL: those of a five-level agreement. */
GArray *mou_evaluation_columns_new (const MouAgreement *agreement, gboolean thai_digits) G_GNUC_WARN_UNUSED_RESULT;
/* The cell of a node, and of the total. */
char *mou_evaluation_column_dup_text (const MouEvaluationColumn *column, const MouEvaluation *evaluation, guint node,
                                      MouSheetCellFlags *flags) G_GNUC_WARN_UNUSED_RESULT;
char *mou_evaluation_column_dup_total (const MouEvaluationColumn *column, const MouEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;
/* What the editor of an actual value starts with. */
char *mou_evaluation_column_dup_actual (const MouEvaluation *evaluation, guint node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
