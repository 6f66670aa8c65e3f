/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-evaluation-model: see the header. The rows are the visible indicators and, last, the total. */

#include "mou-evaluation-model.h"
#include "mou-evaluation-columns.h"
#include "mou-indicator-rows.h"
#include "mou-thai.h"

#include <glib/gi18n.h>

struct _MouEvaluationModel
{
  GObject parent_instance;

  MouDocument *document;
  MouEvaluation *evaluation; /* what is shown; NULL when there is no agreement */
  MouIndicatorRows *rows;
  GArray *columns; /* MouEvaluationColumn */
  gboolean thai_digits;
};

static void sheet_model_init (MouSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MouEvaluationModel, mou_evaluation_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MOU_TYPE_SHEET_MODEL, sheet_model_init))

static const MouEvaluationColumn *
get_own_column (MouEvaluationModel *self, guint column)
{
  return &g_array_index (self->columns, MouEvaluationColumn, column);
}

static guint
get_n_rows (MouSheetModel *model)
{
  MouEvaluationModel *self = MOU_EVALUATION_MODEL (model);
  const guint n = mou_indicator_rows_get_n (self->rows);

  return n > 0 ? n + 1 : 0;
}

static gboolean
is_total (MouEvaluationModel *self, guint row)
{
  return row == mou_indicator_rows_get_n (self->rows);
}

/* The total comes and goes with the first indicator. */
static MouRowsDifference
with_total (MouRowsDifference difference, guint n_before, guint n_after)
{
  if (n_before == 0 && n_after > 0)
    difference.added++;
  else if (n_before > 0 && n_after == 0)
    difference.removed++;

  return difference;
}

static void
announce (MouEvaluationModel *self, MouRowsDifference difference, guint n_before)
{
  const guint n = mou_indicator_rows_get_n (self->rows);

  difference = with_total (difference, n_before, n);
  if (difference.removed > 0 || difference.added > 0)
    mou_sheet_model_rows_changed (MOU_SHEET_MODEL (self), difference.position, difference.removed, difference.added);
  if (n > 0)
    mou_sheet_model_cells_changed (MOU_SHEET_MODEL (self), 0, n);
}

static void
refresh_columns (MouEvaluationModel *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
  self->columns = mou_evaluation_columns_new (self->evaluation != NULL ? self->evaluation->agreement : NULL, self->thai_digits);
  mou_sheet_model_columns_changed (MOU_SHEET_MODEL (self));
}

static void
refresh (MouEvaluationModel *self)
{
  g_autoptr (MouEvaluation) old = g_steal_pointer (&self->evaluation);
  MouEvaluation *new = mou_document_get_evaluation (self->document);
  const MouScale *old_scale = old != NULL ? old->agreement->scale : NULL;
  const guint n_before = mou_indicator_rows_get_n (self->rows);
  MouRowsDifference difference;

  self->evaluation = new != NULL ? mou_evaluation_ref (new) : NULL;
  difference = mou_indicator_rows_refresh (self->rows, new != NULL ? new->agreement : NULL);
  if (self->columns == NULL || (new != NULL &&new->agreement->scale != old_scale))
    refresh_columns (self);
  announce (self, difference, n_before);
}

static guint
get_n_columns (MouSheetModel *model)
{
  return MOU_EVALUATION_MODEL (model)->columns->len;
}

static guint
get_n_frozen (MouSheetModel *model)
{
  return MOU_EVALUATION_FROZEN;
}

static const MouSheetColumn *
get_column (MouSheetModel *model, guint column)
{
  return &get_own_column (MOU_EVALUATION_MODEL (model), column)->info;
}

static void
get_row (MouSheetModel *model, guint row, MouSheetRow *info)
{
  MouEvaluationModel *self = MOU_EVALUATION_MODEL (model);

  if (is_total (self, row))
    *info = (MouSheetRow){ .group = TRUE };
  else
    mou_indicator_rows_get_row (self->rows, row, info);
}

static char *
dup_row_label (MouSheetModel *model, guint row)
{
  MouEvaluationModel *self = MOU_EVALUATION_MODEL (model);
  const MouIndicator *indicator = NULL;

  if (is_total (self, row))
    return g_strdup (_ ("Total"));

  indicator = mou_indicator_rows_get_indicator (self->rows, row);
  return g_strdup_printf ("%s %s", indicator->code, indicator->name != NULL ? indicator->name : "");
}

static void
get_total_cell (MouEvaluationModel *self, const MouEvaluationColumn *column, MouSheetCellInfo *info)
{
  info->text = mou_evaluation_column_dup_total (column, self->evaluation);
  info->flags = MOU_SHEET_CELL_COMPUTED | MOU_SHEET_CELL_STRONG;
}

static void
get_indicator_cell (MouEvaluationModel *self, guint node, const MouEvaluationColumn *column, MouSheetCellInfo *info)
{
  const MouScore *score = mou_evaluation_get_score (self->evaluation, node);

  info->text = mou_evaluation_column_dup_text (column, self->evaluation, node, &info->flags);
  if (column->kind == MOU_EVALUATION_ACTUAL)
    {
      info->edit_text = mou_evaluation_column_dup_actual (self->evaluation, node);
      if (self->evaluation->assessment == NULL)
        info->flags |= MOU_SHEET_CELL_READ_ONLY;
    }
  if (score->reason != NULL && (column->kind == MOU_EVALUATION_STATE || column->kind == MOU_EVALUATION_ACTUAL))
    info->reason = g_strdup (score->reason);
}

static void
get_cell (MouSheetModel *model, guint row, guint column, MouSheetCellInfo *info)
{
  MouEvaluationModel *self = MOU_EVALUATION_MODEL (model);
  const MouEvaluationColumn *own = get_own_column (self, column);

  *info = (MouSheetCellInfo){ 0 };
  if (is_total (self, row))
    get_total_cell (self, own, info);
  else
    get_indicator_cell (self, mou_indicator_rows_get_node (self->rows, row), own, info);

  if (self->thai_digits && info->text != NULL)
    {
      g_autofree char *text = g_steal_pointer (&info->text);

      info->text = mou_thai_digits_from_arabic (text);
    }
}

static void
set_expanded (MouSheetModel *model, guint row, gboolean expanded)
{
  MouEvaluationModel *self = MOU_EVALUATION_MODEL (model);
  const guint n_before = mou_indicator_rows_get_n (self->rows);

  if (!is_total (self, row))
    announce (self, mou_indicator_rows_set_expanded (self->rows, row, expanded), n_before);
}

static gboolean
set_cells (MouSheetModel *model, const MouSheetCellText *cells, guint n_cells, const char *label, guint *failed, GError **error)
{
  MouEvaluationModel *self = MOU_EVALUATION_MODEL (model);
  const gint64 assessment = self->evaluation->assessment->id;
  g_autoptr (GArray) edits = g_array_sized_new (FALSE, TRUE, sizeof (MouCellEdit), n_cells);

  if (n_cells == 1)
    {
      if (failed != NULL)
        *failed = 0;
      return mou_document_set_actual (self->document, assessment, mou_evaluation_model_get_indicator (self, cells[0].row), cells[0].text,
                                      error);
    }

  for (guint i = 0; i < n_cells; i++)
    {
      const MouCellEdit edit = { .kind = MOU_CELL_ACTUAL,
                                 .row = mou_evaluation_model_get_indicator (self, cells[i].row),
                                 .assessment = assessment,
                                 .text = cells[i].text };

      g_array_append_val (edits, edit);
    }

  return mou_document_set_cells (self->document, label, (const MouCellEdit *) (gpointer) edits->data, edits->len, failed, error);
}

static void
sheet_model_init (MouSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_n_frozen = get_n_frozen;
  iface->get_column = get_column;
  iface->get_row = get_row;
  iface->dup_row_label = dup_row_label;
  iface->get_cell = get_cell;
  iface->set_expanded = set_expanded;
  iface->set_cells = set_cells;
}

static void
mou_evaluation_model_dispose (GObject *object)
{
  MouEvaluationModel *self = MOU_EVALUATION_MODEL (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->evaluation, mou_evaluation_unref);

  G_OBJECT_CLASS (mou_evaluation_model_parent_class)->dispose (object);
}

static void
mou_evaluation_model_finalize (GObject *object)
{
  MouEvaluationModel *self = MOU_EVALUATION_MODEL (object);

  mou_indicator_rows_free (self->rows);
  g_clear_pointer (&self->columns, g_array_unref);

  G_OBJECT_CLASS (mou_evaluation_model_parent_class)->finalize (object);
}

static void
mou_evaluation_model_class_init (MouEvaluationModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mou_evaluation_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = mou_evaluation_model_finalize;
}

static void
mou_evaluation_model_init (MouEvaluationModel *self)
{
  self->rows = mou_indicator_rows_new ();
}

MouEvaluationModel *
mou_evaluation_model_new (MouDocument *document)
{
  MouEvaluationModel *self = g_object_new (MOU_TYPE_EVALUATION_MODEL, NULL);

  g_return_val_if_fail (MOU_IS_DOCUMENT (document), self);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}

void
mou_evaluation_model_set_thai_digits (MouEvaluationModel *self, gboolean thai_digits)
{
  g_return_if_fail (MOU_IS_EVALUATION_MODEL (self));

  if (self->thai_digits == thai_digits)
    return;

  self->thai_digits = thai_digits;
  refresh_columns (self);
}

void
mou_evaluation_model_set_filter (MouEvaluationModel *self, const char *text)
{
  guint n_before = 0;

  g_return_if_fail (MOU_IS_EVALUATION_MODEL (self));

  n_before = mou_indicator_rows_get_n (self->rows);
  announce (self, mou_indicator_rows_set_filter (self->rows, text), n_before);
}

gint64
mou_evaluation_model_get_indicator (MouEvaluationModel *self, guint row)
{
  g_return_val_if_fail (MOU_IS_EVALUATION_MODEL (self), 0);

  return row < mou_indicator_rows_get_n (self->rows) ? mou_indicator_rows_get_indicator (self->rows, row)->id : 0;
}

int
mou_evaluation_model_find_row (MouEvaluationModel *self, gint64 indicator)
{
  g_return_val_if_fail (MOU_IS_EVALUATION_MODEL (self), -1);

  return mou_indicator_rows_find (self->rows, indicator);
}

void
mou_evaluation_model_reveal (MouEvaluationModel *self, gint64 indicator)
{
  guint n_before = 0;

  g_return_if_fail (MOU_IS_EVALUATION_MODEL (self));

  n_before = mou_indicator_rows_get_n (self->rows);
  announce (self, mou_indicator_rows_reveal (self->rows, indicator), n_before);
}

guint
mou_evaluation_model_get_actual_column (MouEvaluationModel *self)
{
  g_return_val_if_fail (MOU_IS_EVALUATION_MODEL (self), 0);

  for (guint i = 0; i < self->columns->len; i++)
    if (get_own_column (self, i)->kind == MOU_EVALUATION_ACTUAL)
      return i;

  return 0;
}

char *
mou_evaluation_model_dup_explanation (MouEvaluationModel *self, guint row)
{
  g_auto (GStrv) sentences = NULL;

  g_return_val_if_fail (MOU_IS_EVALUATION_MODEL (self), NULL);

  if (self->evaluation == NULL || row > mou_indicator_rows_get_n (self->rows))
    return g_strdup ("");

  sentences = is_total (self, row) ? mou_engine_explain_total (self->evaluation)
                                   : mou_engine_explain (self->evaluation, mou_indicator_rows_get_node (self->rows, row));
  return g_strjoinv ("\n", sentences);
}
