/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-scorecard-model: see the header. */

#include "mou-scorecard-model.h"
#include "mou-cell-marks.h"
#include "mou-indicator-rows.h"
#include "mou-scorecard-columns.h"
#include "mou-thai.h"

#include <glib/gi18n.h>

struct _MouScorecardModel
{
  GObject parent_instance;

  MouDocument *document;
  MouAgreement *agreement; /* the snapshot that is shown; NULL when there is none */
  MouIndicatorRows *rows;
  GArray *columns; /* MouScorecardColumn */
  MouCellMarks *marks;
  gboolean thai_digits;
};

static void sheet_model_init (MouSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MouScorecardModel, mou_scorecard_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MOU_TYPE_SHEET_MODEL, sheet_model_init))

static const MouScorecardColumn *
get_own_column (MouScorecardModel *self, guint column)
{
  return &g_array_index (self->columns, MouScorecardColumn, column);
}

/* Tells the sheet what came and went, and that every row that stayed may read differently. */
static void
announce (MouScorecardModel *self, MouRowsDifference difference)
{
  const guint n = mou_indicator_rows_get_n (self->rows);

  if (difference.removed > 0 || difference.added > 0)
    mou_sheet_model_rows_changed (MOU_SHEET_MODEL (self), difference.position, difference.removed, difference.added);
  if (n > 0)
    mou_sheet_model_cells_changed (MOU_SHEET_MODEL (self), 0, n - 1);
}

static gboolean
same_columns (const MouAgreement *a, const MouAgreement *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->fiscal_year == b->fiscal_year && a->scale == b->scale;
}

static void
refresh_columns (MouScorecardModel *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
  self->columns = mou_scorecard_columns_new (self->agreement, self->thai_digits);
  mou_sheet_model_columns_changed (MOU_SHEET_MODEL (self));
}

static void
refresh (MouScorecardModel *self)
{
  g_autoptr (MouAgreement) old = g_steal_pointer (&self->agreement);
  MouAgreement *new = mou_document_get_agreement (self->document);
  MouRowsDifference difference;

  self->agreement = new != NULL ? mou_agreement_ref (new) : NULL;
  g_clear_pointer (&self->marks, mou_cell_marks_free);
  if (new != NULL)
    self->marks = mou_cell_marks_new (self->document);

  difference = mou_indicator_rows_refresh (self->rows, self->agreement);
  if (self->columns == NULL || !same_columns (old, self->agreement))
    refresh_columns (self);
  announce (self, difference);
}

static guint
get_n_rows (MouSheetModel *model)
{
  return mou_indicator_rows_get_n (MOU_SCORECARD_MODEL (model)->rows);
}

static guint
get_n_columns (MouSheetModel *model)
{
  return MOU_SCORECARD_MODEL (model)->columns->len;
}

static guint
get_n_frozen (MouSheetModel *model)
{
  return MOU_SCORECARD_FROZEN;
}

static const MouSheetColumn *
get_column (MouSheetModel *model, guint column)
{
  return &get_own_column (MOU_SCORECARD_MODEL (model), column)->info;
}

static void
get_row (MouSheetModel *model, guint row, MouSheetRow *info)
{
  mou_indicator_rows_get_row (MOU_SCORECARD_MODEL (model)->rows, row, info);
}

static char *
dup_row_label (MouSheetModel *model, guint row)
{
  const MouIndicator *indicator = mou_indicator_rows_get_indicator (MOU_SCORECARD_MODEL (model)->rows, row);

  return g_strdup_printf ("%s %s", indicator->code, indicator->name != NULL ? indicator->name : "");
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

static void
get_cell (MouSheetModel *model, guint row, guint column, MouSheetCellInfo *info)
{
  MouScorecardModel *self = MOU_SCORECARD_MODEL (model);
  const MouIndicator *indicator = mou_indicator_rows_get_indicator (self->rows, row);
  const MouScorecardColumn *own = get_own_column (self, column);
  g_autofree char *text = NULL;

  *info = (MouSheetCellInfo){ 0 };
  text = mou_scorecard_column_dup_text (own, indicator, &info->flags);
  info->text = self->thai_digits ? mou_thai_digits_from_arabic (text) : g_steal_pointer (&text);
  info->edit_text = mou_scorecard_column_dup_edit_text (own, indicator);
  mark_cell (self, own, indicator->id, info);
}

static void
set_expanded (MouSheetModel *model, guint row, gboolean expanded)
{
  MouScorecardModel *self = MOU_SCORECARD_MODEL (model);

  announce (self, mou_indicator_rows_set_expanded (self->rows, row, expanded));
}

/* One cell is an edit with a name of its own: "Change weight of 1.1". */
static gboolean
set_one_cell (MouScorecardModel *self, const MouScorecardColumn *column, gint64 indicator, const char *text, GError **error)
{
  switch (column->kind)
    {
    case MOU_CELL_LEVEL:
      return mou_document_set_level (self->document, indicator, column->index, text, error);
    case MOU_CELL_HISTORY:
      return mou_document_set_history (self->document, indicator, column->index, text, error);
    case MOU_CELL_FIELD:
    case MOU_CELL_ACTUAL:
    default:
      return mou_document_set_field (self->document, indicator, column->index, text, error);
    }
}

static gboolean
set_cells (MouSheetModel *model, const MouSheetCellText *cells, guint n_cells, const char *label, guint *failed, GError **error)
{
  MouScorecardModel *self = MOU_SCORECARD_MODEL (model);
  g_autoptr (GArray) edits = g_array_sized_new (FALSE, TRUE, sizeof (MouCellEdit), n_cells);

  if (n_cells == 1)
    {
      if (failed != NULL)
        *failed = 0;
      return set_one_cell (self, get_own_column (self, cells[0].column), mou_scorecard_model_get_indicator (self, cells[0].row),
                           cells[0].text, error);
    }

  for (guint i = 0; i < n_cells; i++)
    {
      const MouScorecardColumn *column = get_own_column (self, cells[i].column);
      const MouCellEdit edit = {
        .kind = column->kind, .row = mou_scorecard_model_get_indicator (self, cells[i].row), .index = column->index, .text = cells[i].text
      };

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
mou_scorecard_model_dispose (GObject *object)
{
  MouScorecardModel *self = MOU_SCORECARD_MODEL (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->marks, mou_cell_marks_free);
  g_clear_pointer (&self->agreement, mou_agreement_unref);

  G_OBJECT_CLASS (mou_scorecard_model_parent_class)->dispose (object);
}

static void
mou_scorecard_model_finalize (GObject *object)
{
  MouScorecardModel *self = MOU_SCORECARD_MODEL (object);

  mou_indicator_rows_free (self->rows);
  g_clear_pointer (&self->columns, g_array_unref);

  G_OBJECT_CLASS (mou_scorecard_model_parent_class)->finalize (object);
}

static void
mou_scorecard_model_class_init (MouScorecardModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mou_scorecard_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = mou_scorecard_model_finalize;
}

static void
mou_scorecard_model_init (MouScorecardModel *self)
{
  self->rows = mou_indicator_rows_new ();
}

MouScorecardModel *
mou_scorecard_model_new (MouDocument *document)
{
  MouScorecardModel *self = g_object_new (MOU_TYPE_SCORECARD_MODEL, NULL);

  g_return_val_if_fail (MOU_IS_DOCUMENT (document), self);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}

void
mou_scorecard_model_set_thai_digits (MouScorecardModel *self, gboolean thai_digits)
{
  g_return_if_fail (MOU_IS_SCORECARD_MODEL (self));

  if (self->thai_digits == thai_digits)
    return;

  self->thai_digits = thai_digits;
  refresh_columns (self);
  announce (self, (MouRowsDifference){ 0, 0, 0 });
}

void
mou_scorecard_model_set_filter (MouScorecardModel *self, const char *text)
{
  g_return_if_fail (MOU_IS_SCORECARD_MODEL (self));

  announce (self, mou_indicator_rows_set_filter (self->rows, text));
}

gint64
mou_scorecard_model_get_indicator (MouScorecardModel *self, guint row)
{
  g_return_val_if_fail (MOU_IS_SCORECARD_MODEL (self), 0);

  return row < mou_indicator_rows_get_n (self->rows) ? mou_indicator_rows_get_indicator (self->rows, row)->id : 0;
}

int
mou_scorecard_model_find_row (MouScorecardModel *self, gint64 indicator)
{
  g_return_val_if_fail (MOU_IS_SCORECARD_MODEL (self), -1);

  return mou_indicator_rows_find (self->rows, indicator);
}

void
mou_scorecard_model_reveal (MouScorecardModel *self, gint64 indicator)
{
  g_return_if_fail (MOU_IS_SCORECARD_MODEL (self));

  announce (self, mou_indicator_rows_reveal (self->rows, indicator));
}

int
mou_scorecard_model_find_column (MouScorecardModel *self, const MouPlace *place)
{
  g_return_val_if_fail (MOU_IS_SCORECARD_MODEL (self), -1);

  for (guint i = 0; i < self->columns->len; i++)
    if (mou_scorecard_column_shows (get_own_column (self, i), place->entity, place->field, place->key))
      return (int) i;

  return -1;
}
