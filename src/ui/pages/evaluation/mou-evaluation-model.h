/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-evaluation-model: the scores of the document's assessment for a MouSheet: weight, levels, actual value (editable), score, weighted
 * score and state of each indicator, and the total as the last row. Everything but the actual values is the engine's. */
#pragma once

#include "mou-indicator-model.h"

G_BEGIN_DECLS

#define MOU_TYPE_EVALUATION_MODEL (mou_evaluation_model_get_type ())
G_DECLARE_FINAL_TYPE (MouEvaluationModel, mou_evaluation_model, MOU, EVALUATION_MODEL, MouIndicatorModel)

MouIndicatorModel *mou_evaluation_model_new (MouDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/* Where actual values are typed. */
guint mou_evaluation_model_get_actual_column (MouEvaluationModel *self);
/* Why the row has its score, a sentence a line. */
char *mou_evaluation_model_dup_explanation (MouEvaluationModel *self, guint row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
