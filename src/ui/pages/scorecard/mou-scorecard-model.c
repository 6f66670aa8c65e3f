/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-scorecard-model: see the header. */

#include "mou-scorecard-model.h"
#include "mou-cell-marks.h"
#include "mou-scorecard-columns.h"
#include "mou-signing.h"

struct _MouScorecardModel
{
  MouIndicatorModel parent_instance;

  MouAgreement *agreement; /* the snapshot that is shown; NULL when there is none */
  MouCellMarks *marks;
};

G_DEFINE_FINAL_TYPE (MouScorecardModel, mou_scorecard_model, MOU_TYPE_INDICATOR_MODEL)

static const MouAgreement *
mou_scorecard_model_update (MouIndicatorModel *model, MouDocument *document)
{
  MouScorecardModel *self = MOU_SCORECARD_MODEL (model);
  MouAgreement *agreement = mou_document_get_agreement (document);

  g_clear_pointer (&self->marks, mou_cell_marks_free);
  g_clear_pointer (&self->agreement, mou_agreement_unref);
  if (agreement != NULL)
    {
      self->agreement = mou_agreement_ref (agreement);
      self->marks = mou_cell_marks_new (document);
    }

  return self->agreement;
}

static GArray *
mou_scorecard_model_new_columns (MouIndicatorModel *model, const MouAgreement *agreement, gboolean thai_digits)
{
  return mou_scorecard_columns_new (agreement, thai_digits);
}

/* The worst finding about the cell decides its flag, and all of them stand in the reason. */
static void
mark_cell (MouScorecardModel *self, const MouScorecardColumn *column, gint64 indicator, MouSheetCellInfo *info)
{
  const GArray *marks = mou_cell_marks_get (self->marks, indicator);
  g_autoptr (GString) reason = g_string_new (NULL);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const MouCellMark *mark = &g_array_index (marks, MouCellMark, i);

      if (!mou_scorecard_column_shows (column, mark->finding->entity, mark->finding->field, mark->key))
        continue;
      if (mark->finding->severity == MOU_SEVERITY_ERROR)
        info->flags |= MOU_SHEET_CELL_ERROR;
      else if (mark->finding->severity == MOU_SEVERITY_WARNING)
        info->flags |= MOU_SHEET_CELL_WARNING;
      g_string_append_printf (reason, "%s%s", reason->len > 0 ? "\n" : "", mark->finding->message);
    }

  if (reason->len > 0)
    info->reason = g_string_free (g_steal_pointer (&reason), FALSE);
}

/* What is signed can be looked at. */
static void
lock_cell (MouScorecardModel *self, const MouScorecardColumn *column, gint64 indicator, MouSheetCellInfo *info)
{
  MouRegister *rows = mou_document_get_register (mou_indicator_model_get_document (MOU_INDICATOR_MODEL (self)));
  const gboolean is_field = column->kind == MOU_CELL_FIELD;
  const MouEntity entity = is_field ? MOU_ENTITY_INDICATOR : column->kind == MOU_CELL_LEVEL ? MOU_ENTITY_LEVEL : MOU_ENTITY_HISTORY;

  info->refusal = mou_signing_dup_reason (rows, indicator, entity, is_field ? column->index : -1);
  if (info->refusal == NULL)
    return;

  info->flags |= MOU_SHEET_CELL_READ_ONLY;
  if (info->reason == NULL)
    info->reason = g_strdup (info->refusal);
}

static void
mou_scorecard_model_get_cell (MouIndicatorModel *model, guint row, gconstpointer column, MouSheetCellInfo *info)
{
  MouScorecardModel *self = MOU_SCORECARD_MODEL (model);
  const MouIndicator *indicator = mou_agreement_get_node (self->agreement, mou_indicator_model_get_node (model, row))->indicator;

  info->text = mou_scorecard_column_dup_text (column, indicator, &info->flags);
  info->edit_text = mou_scorecard_column_dup_edit_text (column, indicator);
  mark_cell (self, column, indicator->id, info);
  lock_cell (self, column, indicator->id, info);
}

/* An edit with a name of its own: "Change weight of 1.1". */
static gboolean
mou_scorecard_model_set_cell (MouIndicatorModel *model, gint64 indicator, gconstpointer column, const char *text, GError **error)
{
  MouDocument *document = mou_indicator_model_get_document (model);
  const MouScorecardColumn *own = column;

  switch (own->kind)
    {
    case MOU_CELL_LEVEL:
      return mou_document_set_level (document, indicator, own->index, text, error);
    case MOU_CELL_HISTORY:
      return mou_document_set_history (document, indicator, own->index, text, error);
    case MOU_CELL_FIELD:
    case MOU_CELL_ACTUAL:
    default:
      return mou_document_set_field (document, indicator, own->index, text, error);
    }
}

static MouCellEdit
mou_scorecard_model_describe_edit (MouIndicatorModel *model, gint64 indicator, gconstpointer column, const char *text)
{
  const MouScorecardColumn *own = column;

  return (MouCellEdit){ .kind = own->kind, .row = indicator, .index = own->index, .text = text };
}

static void
mou_scorecard_model_finalize (GObject *object)
{
  MouScorecardModel *self = MOU_SCORECARD_MODEL (object);

  g_clear_pointer (&self->marks, mou_cell_marks_free);
  g_clear_pointer (&self->agreement, mou_agreement_unref);

  G_OBJECT_CLASS (mou_scorecard_model_parent_class)->finalize (object);
}

static void
mou_scorecard_model_class_init (MouScorecardModelClass *klass)
{
  MouIndicatorModelClass *model_class = MOU_INDICATOR_MODEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mou_scorecard_model_finalize;
  model_class->update = mou_scorecard_model_update;
  model_class->new_columns = mou_scorecard_model_new_columns;
  model_class->get_cell = mou_scorecard_model_get_cell;
  model_class->set_cell = mou_scorecard_model_set_cell;
  model_class->describe_edit = mou_scorecard_model_describe_edit;
}

static void
mou_scorecard_model_init (MouScorecardModel *self)
{
}

MouIndicatorModel *
mou_scorecard_model_new (MouDocument *document)
{
  MouIndicatorModel *self = g_object_new (MOU_TYPE_SCORECARD_MODEL, NULL);

  mou_indicator_model_set_document (self, document);

  return self;
}

int
mou_scorecard_model_find_column (MouScorecardModel *self, const MouPlace *place)
{
  MouIndicatorModel *model = MOU_INDICATOR_MODEL (self);

  g_return_val_if_fail (MOU_IS_SCORECARD_MODEL (self), -1);

  for (guint i = 0; i < mou_indicator_model_get_n_columns (model); i++)
    if (mou_scorecard_column_shows (mou_indicator_model_get_column (model, i), place->entity, place->field, place->key))
      return (int) i;

  return -1;
}
