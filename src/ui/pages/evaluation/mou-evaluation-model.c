/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-evaluation-model: see the header. */

#include "mou-evaluation-model.h"
#include "mou-evaluation-columns.h"
#include "mou-signing.h"

struct _MouEvaluationModel
{
  MouIndicatorModel parent_instance;

  MouEvaluation *evaluation; /* what is shown; NULL when there is no agreement */
};

G_DEFINE_FINAL_TYPE (MouEvaluationModel, mou_evaluation_model, MOU_TYPE_INDICATOR_MODEL)

static const MouAgreement *
mou_evaluation_model_update (MouIndicatorModel *model, MouDocument *document)
{
  MouEvaluationModel *self = MOU_EVALUATION_MODEL (model);
  MouEvaluation *evaluation = mou_document_get_evaluation (document);

  g_clear_pointer (&self->evaluation, mou_evaluation_unref);
  if (evaluation == NULL)
    return NULL;

  self->evaluation = mou_evaluation_ref (evaluation);
  return evaluation->agreement;
}

static GArray *
mou_evaluation_model_new_columns (MouIndicatorModel *model, const MouAgreement *agreement, gboolean thai_digits)
{
  return mou_evaluation_columns_new (agreement, thai_digits);
}

/* In a back-test the actual value is a past result, which is signed with the agreement. */
static void
lock_actual (MouEvaluationModel *self, guint node, MouSheetCellInfo *info)
{
  const MouAssessment *assessment = self->evaluation->assessment;
  MouRegister *rows = mou_document_get_register (mou_indicator_model_get_document (MOU_INDICATOR_MODEL (self)));

  if (assessment == NULL)
    info->flags |= MOU_SHEET_CELL_READ_ONLY;
  else if (assessment->kind == MOU_ASSESSMENT_BACKTEST)
    info->refusal
        = mou_signing_dup_reason (rows, mou_agreement_get_node (self->evaluation->agreement, node)->indicator->id, MOU_ENTITY_HISTORY, -1);
  if (info->refusal != NULL)
    info->flags |= MOU_SHEET_CELL_READ_ONLY;
}

static void
get_indicator_cell (MouEvaluationModel *self, guint node, const MouEvaluationColumn *column, MouSheetCellInfo *info)
{
  const MouScore *score = mou_evaluation_get_score (self->evaluation, node);

  info->text = mou_evaluation_column_dup_text (column, self->evaluation, node, &info->flags);
  if (column->kind == MOU_EVALUATION_ACTUAL)
    {
      info->edit_text = mou_evaluation_column_dup_actual (self->evaluation, node);
      lock_actual (self, node, info);
    }
  if (score->reason != NULL && (column->kind == MOU_EVALUATION_STATE || column->kind == MOU_EVALUATION_ACTUAL))
    info->reason = g_strdup (score->reason);
}

static void
mou_evaluation_model_get_cell (MouIndicatorModel *model, guint row, gconstpointer column, MouSheetCellInfo *info)
{
  MouEvaluationModel *self = MOU_EVALUATION_MODEL (model);

  if (mou_indicator_model_is_total (model, row))
    {
      info->text = mou_evaluation_column_dup_total (column, self->evaluation);
      info->flags = MOU_SHEET_CELL_COMPUTED | MOU_SHEET_CELL_STRONG;
    }
  else
    get_indicator_cell (self, mou_indicator_model_get_node (model, row), column, info);
}

static gboolean
mou_evaluation_model_set_cell (MouIndicatorModel *model, gint64 indicator, gconstpointer column, const char *text, GError **error)
{
  return mou_document_set_actual (mou_indicator_model_get_document (model), MOU_EVALUATION_MODEL (model)->evaluation->assessment->id,
                                  indicator, text, error);
}

static MouCellEdit
mou_evaluation_model_describe_edit (MouIndicatorModel *model, gint64 indicator, gconstpointer column, const char *text)
{
  const gint64 assessment = MOU_EVALUATION_MODEL (model)->evaluation->assessment->id;

  return (MouCellEdit){ .kind = MOU_CELL_ACTUAL, .row = indicator, .assessment = assessment, .text = text };
}

static void
mou_evaluation_model_finalize (GObject *object)
{
  g_clear_pointer (&MOU_EVALUATION_MODEL (object)->evaluation, mou_evaluation_unref);

  G_OBJECT_CLASS (mou_evaluation_model_parent_class)->finalize (object);
}

static void
mou_evaluation_model_class_init (MouEvaluationModelClass *klass)
{
  MouIndicatorModelClass *model_class = MOU_INDICATOR_MODEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mou_evaluation_model_finalize;
  model_class->has_total = TRUE;
  model_class->update = mou_evaluation_model_update;
  model_class->new_columns = mou_evaluation_model_new_columns;
  model_class->get_cell = mou_evaluation_model_get_cell;
  model_class->set_cell = mou_evaluation_model_set_cell;
  model_class->describe_edit = mou_evaluation_model_describe_edit;
}

static void
mou_evaluation_model_init (MouEvaluationModel *self)
{
}

MouIndicatorModel *
mou_evaluation_model_new (MouDocument *document)
{
  MouIndicatorModel *self = g_object_new (MOU_TYPE_EVALUATION_MODEL, NULL);

  mou_indicator_model_set_document (self, document);

  return self;
}

guint
mou_evaluation_model_get_actual_column (MouEvaluationModel *self)
{
  MouIndicatorModel *model = MOU_INDICATOR_MODEL (self);

  g_return_val_if_fail (MOU_IS_EVALUATION_MODEL (self), 0);

  for (guint i = 0; i < mou_indicator_model_get_n_columns (model); i++)
    if (((const MouEvaluationColumn *) mou_indicator_model_get_column (model, i))->kind == MOU_EVALUATION_ACTUAL)
      return i;

  return 0;
}

char *
mou_evaluation_model_dup_explanation (MouEvaluationModel *self, guint row)
{
  MouIndicatorModel *model = MOU_INDICATOR_MODEL (self);
  g_auto (GStrv) sentences = NULL;

  g_return_val_if_fail (MOU_IS_EVALUATION_MODEL (self), NULL);

  if (mou_indicator_model_is_total (model, row))
    sentences = mou_engine_explain_total (self->evaluation);
  else if (mou_indicator_model_get_indicator (model, row) != 0)
    sentences = mou_engine_explain (self->evaluation, mou_indicator_model_get_node (model, row));

  return sentences != NULL ? g_strjoinv ("\n", sentences) : g_strdup ("");
}
