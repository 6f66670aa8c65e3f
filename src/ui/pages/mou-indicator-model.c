/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-indicator-model: see the header. */

#include "mou-indicator-model.h"
#include "mou-thai.h"

#include <glib/gi18n.h>

#define N_FROZEN 2

typedef struct
{
  MouDocument *document;
  const MouAgreement *agreement; /* the subclass keeps it alive; NULL when there is none */
  MouIndicatorRows *rows;
  GArray *columns;
  int fiscal_year; /* those the columns were made for; 0 and NULL without an agreement */
  const MouScale *scale;
  gboolean thai_digits;
} MouIndicatorModelPrivate;

static void sheet_model_init (MouSheetModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (MouIndicatorModel, mou_indicator_model, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (MouIndicatorModel) G_IMPLEMENT_INTERFACE (MOU_TYPE_SHEET_MODEL, sheet_model_init))

static MouIndicatorModelPrivate *
get_private (gpointer self)
{
  return mou_indicator_model_get_instance_private (self);
}

static guint
count_rows (MouIndicatorModel *self)
{
  const guint n = mou_indicator_rows_get_n (get_private (self)->rows);

  return n > 0 && MOU_INDICATOR_MODEL_GET_CLASS (self)->has_total ? n + 1 : n;
}

/* Tells the sheet what came and went, and that every row that stayed may read differently. The total comes with the first indicator and
 * goes with the last. */
static void
announce (MouIndicatorModel *self, MouRowsDifference difference, guint n_before)
{
  const guint n = count_rows (self);

  if (n_before + difference.added - difference.removed < n)
    difference.added++;
  else if (n_before + difference.added - difference.removed > n)
    difference.removed++;

  if (difference.removed > 0 || difference.added > 0)
    mou_sheet_model_rows_changed (MOU_SHEET_MODEL (self), difference.position, difference.removed, difference.added);
  if (n > 0)
    mou_sheet_model_cells_changed (MOU_SHEET_MODEL (self), 0, n - 1);
}

static void
refresh_columns (MouIndicatorModel *self)
{
  MouIndicatorModelPrivate *private = get_private (self);

  g_clear_pointer (&private->columns, g_array_unref);
  private->columns = MOU_INDICATOR_MODEL_GET_CLASS (self)->new_columns (self, private->agreement, private->thai_digits);
  private->fiscal_year = private->agreement != NULL ? private->agreement->fiscal_year : 0;
  private->scale = private->agreement != NULL ? private->agreement->scale : NULL;
  mou_sheet_model_columns_changed (MOU_SHEET_MODEL (self));
}

static gboolean
columns_are_current (MouIndicatorModelPrivate *private)
{
  if (private->columns == NULL)
    return FALSE;
  if (private->agreement == NULL)
    return private->scale == NULL;

  return private->fiscal_year == private->agreement->fiscal_year && private->scale == private->agreement->scale;
}

static void
refresh (MouIndicatorModel *self)
{
  MouIndicatorModelPrivate *private = get_private (self);
  const guint n_before = count_rows (self);
  MouRowsDifference difference;

  private->agreement = MOU_INDICATOR_MODEL_GET_CLASS (self)->update (self, private->document);
  difference = mou_indicator_rows_refresh (private->rows, private->agreement);
  if (!columns_are_current (private))
    refresh_columns (self);
  announce (self, difference, n_before);
}

static guint
get_n_rows (MouSheetModel *model)
{
  return count_rows (MOU_INDICATOR_MODEL (model));
}

static guint
get_n_columns (MouSheetModel *model)
{
  return mou_indicator_model_get_n_columns (MOU_INDICATOR_MODEL (model));
}

static guint
get_n_frozen (MouSheetModel *model)
{
  return N_FROZEN;
}

static const MouSheetColumn *
get_column (MouSheetModel *model, guint column)
{
  return mou_indicator_model_get_column (MOU_INDICATOR_MODEL (model), column);
}

static void
get_row (MouSheetModel *model, guint row, MouSheetRow *info)
{
  if (mou_indicator_model_is_total (MOU_INDICATOR_MODEL (model), row))
    *info = (MouSheetRow){ .group = TRUE };
  else
    mou_indicator_rows_get_row (get_private (model)->rows, row, info);
}

static char *
dup_row_label (MouSheetModel *model, guint row)
{
  const MouIndicator *indicator = NULL;

  if (mou_indicator_model_is_total (MOU_INDICATOR_MODEL (model), row))
    return g_strdup (_ ("Total"));

  indicator = mou_indicator_rows_get_indicator (get_private (model)->rows, row);
  return g_strdup_printf ("%s %s", indicator->code, indicator->name != NULL ? indicator->name : "");
}

static void
get_cell (MouSheetModel *model, guint row, guint column, MouSheetCellInfo *info)
{
  MouIndicatorModel *self = MOU_INDICATOR_MODEL (model);

  *info = (MouSheetCellInfo){ 0 };
  MOU_INDICATOR_MODEL_GET_CLASS (self)->get_cell (self, row, mou_indicator_model_get_column (self, column), info);

  if (get_private (self)->thai_digits && info->text != NULL)
    {
      g_autofree char *text = g_steal_pointer (&info->text);

      info->text = mou_thai_digits_from_arabic (text);
    }
}

static void
set_expanded (MouSheetModel *model, guint row, gboolean expanded)
{
  MouIndicatorModel *self = MOU_INDICATOR_MODEL (model);
  const guint n_before = count_rows (self);

  if (!mou_indicator_model_is_total (self, row))
    announce (self, mou_indicator_rows_set_expanded (get_private (self)->rows, row, expanded), n_before);
}

static gboolean
set_many_cells (MouIndicatorModel *self, const MouSheetCellText *cells, guint n_cells, const char *label, guint *failed, GError **error)
{
  g_autoptr (GArray) edits = g_array_sized_new (FALSE, TRUE, sizeof (MouCellEdit), n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      const MouCellEdit edit
          = MOU_INDICATOR_MODEL_GET_CLASS (self)->describe_edit (self, mou_indicator_model_get_indicator (self, cells[i].row),
                                                                 mou_indicator_model_get_column (self, cells[i].column), cells[i].text);

      g_array_append_val (edits, edit);
    }

  return mou_document_set_cells (get_private (self)->document, label, (const MouCellEdit *) (gpointer) edits->data, edits->len, failed,
                                 error);
}

static gboolean
set_cells (MouSheetModel *model, const MouSheetCellText *cells, guint n_cells, const char *label, guint *failed, GError **error)
{
  MouIndicatorModel *self = MOU_INDICATOR_MODEL (model);

  if (n_cells != 1)
    return set_many_cells (self, cells, n_cells, label, failed, error);

  if (failed != NULL)
    *failed = 0;
  return MOU_INDICATOR_MODEL_GET_CLASS (self)->set_cell (self, mou_indicator_model_get_indicator (self, cells[0].row),
                                                         mou_indicator_model_get_column (self, cells[0].column), cells[0].text, error);
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
mou_indicator_model_dispose (GObject *object)
{
  MouIndicatorModelPrivate *private = get_private (object);

  if (private->document != NULL)
    g_signal_handlers_disconnect_by_data (private->document, object);
  g_clear_object (&private->document);

  G_OBJECT_CLASS (mou_indicator_model_parent_class)->dispose (object);
}

static void
mou_indicator_model_finalize (GObject *object)
{
  MouIndicatorModelPrivate *private = get_private (object);

  mou_indicator_rows_free (private->rows);
  g_clear_pointer (&private->columns, g_array_unref);

  G_OBJECT_CLASS (mou_indicator_model_parent_class)->finalize (object);
}

static void
mou_indicator_model_class_init (MouIndicatorModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mou_indicator_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = mou_indicator_model_finalize;
}

static void
mou_indicator_model_init (MouIndicatorModel *self)
{
  get_private (self)->rows = mou_indicator_rows_new ();
}

void
mou_indicator_model_set_document (MouIndicatorModel *self, MouDocument *document)
{
  g_return_if_fail (MOU_IS_INDICATOR_MODEL (self) && get_private (self)->document == NULL);
  g_return_if_fail (MOU_IS_DOCUMENT (document));

  get_private (self)->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

MouDocument *
mou_indicator_model_get_document (MouIndicatorModel *self)
{
  g_return_val_if_fail (MOU_IS_INDICATOR_MODEL (self), NULL);

  return get_private (self)->document;
}

void
mou_indicator_model_set_thai_digits (MouIndicatorModel *self, gboolean thai_digits)
{
  g_return_if_fail (MOU_IS_INDICATOR_MODEL (self));

  if (get_private (self)->thai_digits == thai_digits)
    return;

  get_private (self)->thai_digits = thai_digits;
  refresh_columns (self);
  announce (self, (MouRowsDifference){ 0, 0, 0 }, count_rows (self));
}

void
mou_indicator_model_set_filter (MouIndicatorModel *self, const char *text)
{
  guint n_before = 0;

  g_return_if_fail (MOU_IS_INDICATOR_MODEL (self));

  n_before = count_rows (self);
  announce (self, mou_indicator_rows_set_filter (get_private (self)->rows, text), n_before);
}

gint64
mou_indicator_model_get_indicator (MouIndicatorModel *self, guint row)
{
  MouIndicatorRows *rows = NULL;

  g_return_val_if_fail (MOU_IS_INDICATOR_MODEL (self), 0);

  rows = get_private (self)->rows;
  return row < mou_indicator_rows_get_n (rows) ? mou_indicator_rows_get_indicator (rows, row)->id : 0;
}

guint
mou_indicator_model_get_node (MouIndicatorModel *self, guint row)
{
  g_return_val_if_fail (MOU_IS_INDICATOR_MODEL (self), 0);

  return mou_indicator_rows_get_node (get_private (self)->rows, row);
}

gboolean
mou_indicator_model_is_total (MouIndicatorModel *self, guint row)
{
  g_return_val_if_fail (MOU_IS_INDICATOR_MODEL (self), FALSE);

  return MOU_INDICATOR_MODEL_GET_CLASS (self)->has_total && row == mou_indicator_rows_get_n (get_private (self)->rows);
}

int
mou_indicator_model_find_row (MouIndicatorModel *self, gint64 indicator)
{
  g_return_val_if_fail (MOU_IS_INDICATOR_MODEL (self), -1);

  return mou_indicator_rows_find (get_private (self)->rows, indicator);
}

void
mou_indicator_model_reveal (MouIndicatorModel *self, gint64 indicator)
{
  guint n_before = 0;

  g_return_if_fail (MOU_IS_INDICATOR_MODEL (self));

  n_before = count_rows (self);
  announce (self, mou_indicator_rows_reveal (get_private (self)->rows, indicator), n_before);
}

guint
mou_indicator_model_get_n_columns (MouIndicatorModel *self)
{
  g_return_val_if_fail (MOU_IS_INDICATOR_MODEL (self), 0);

  return get_private (self)->columns->len;
}

gconstpointer
mou_indicator_model_get_column (MouIndicatorModel *self, guint column)
{
  GArray *columns = NULL;

  g_return_val_if_fail (MOU_IS_INDICATOR_MODEL (self), NULL);

  columns = get_private (self)->columns;
  g_return_val_if_fail (column < columns->len, NULL);

  return columns->data + (gsize) column * g_array_get_element_size (columns);
}
