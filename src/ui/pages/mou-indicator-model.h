/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-indicator-model: what the sheets of indicators have in common: rows that are the visible indicators of a document's agreement.
 *
 * Follows the document, keeps the tree's view state, rebuilds columns when the year or the scale is another one, shows Thai digits when
 * asked. A subclass says which columns there are and what stands in a cell. Main thread. */
#pragma once

#include "mou-document-edits.h"
#include "mou-indicator-rows.h"
#include "mou-sheet-model.h"

G_BEGIN_DECLS

#define MOU_TYPE_INDICATOR_MODEL (mou_indicator_model_get_type ())
G_DECLARE_DERIVABLE_TYPE (MouIndicatorModel, mou_indicator_model, MOU, INDICATOR_MODEL, GObject)

struct _MouIndicatorModelClass {
  GObjectClass parent_class;

  /* A last row below the indicators, whenever there are any. */
  gboolean has_total;
  /* Takes over what the document says now; its agreement, which must live until the next call, or NULL. */
  const MouAgreement *(*update) (MouIndicatorModel *self, MouDocument *document);
  /* An array whose elements begin with a MouSheetColumn. The first two columns are frozen. */
  GArray *(*new_columns) (MouIndicatorModel *self, const MouAgreement *agreement, gboolean thai_digits);
  /* Fills the cleared `info`, in Arabic digits; for the total row as well. `column` is the element of the array. */
  void (*get_cell) (MouIndicatorModel *self, guint row, gconstpointer column, MouSheetCellInfo *info);
  /* One cell, as an edit that finds its own name. */
  gboolean (*set_cell) (MouIndicatorModel *self, gint64 indicator, gconstpointer column, const char *text, GError **error);
  /* What several cells are to mou_document_set_cells. */
  MouCellEdit (*describe_edit) (MouIndicatorModel *self, gint64 indicator, gconstpointer column, const char *text);
};

/* Called once, by the subclass's constructor. */
void mou_indicator_model_set_document (MouIndicatorModel *self, MouDocument *document);
MouDocument *mou_indicator_model_get_document (MouIndicatorModel *self);

void mou_indicator_model_set_thai_digits (MouIndicatorModel *self, gboolean thai_digits);
/* Only indicators whose code or name contains `text`; NULL: all. */
void mou_indicator_model_set_filter (MouIndicatorModel *self, const char *text);

/* The indicator of a row; 0 for the total, and when there is no such row. */
gint64 mou_indicator_model_get_indicator (MouIndicatorModel *self, guint row);
/* Index of its node in the agreement; only for rows that are indicators. */
guint mou_indicator_model_get_node (MouIndicatorModel *self, guint row);
gboolean mou_indicator_model_is_total (MouIndicatorModel *self, guint row);
/* The row of an indicator, -1 when it is hidden; reveal shows it first. */
int mou_indicator_model_find_row (MouIndicatorModel *self, gint64 indicator);
void mou_indicator_model_reveal (MouIndicatorModel *self, gint64 indicator);

guint mou_indicator_model_get_n_columns (MouIndicatorModel *self);
gconstpointer mou_indicator_model_get_column (MouIndicatorModel *self, guint column);

G_END_DECLS
