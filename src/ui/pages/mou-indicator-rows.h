/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-indicator-rows: which indicators of an agreement a sheet shows as rows: the tree less what is collapsed or filtered out.
 *
 * View state only. Remembers by id what is collapsed, so that edits, undo and other agreements leave it standing. Callers: the sheet
 * models of the pages. */
#pragma once

#include "mou-agreement.h"
#include "mou-sheet-model.h"

G_BEGIN_DECLS

typedef struct _MouIndicatorRows MouIndicatorRows;

MouIndicatorRows *mou_indicator_rows_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mou_indicator_rows_free (MouIndicatorRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouIndicatorRows, mou_indicator_rows_free)

/* What came and went, as items-changed says it; all 0 when the rows are the same indicators as before. */
typedef struct {
  guint position, removed, added;
} MouRowsDifference;

/* `agreement` NULL: no rows. It must stay alive until the next call. */
MouRowsDifference mou_indicator_rows_refresh (MouIndicatorRows *self, const MouAgreement *agreement);
MouRowsDifference mou_indicator_rows_set_expanded (MouIndicatorRows *self, guint row, gboolean expanded);
/* Only indicators whose code or name contains `text`, and what is above them; NULL or "": all. */
MouRowsDifference mou_indicator_rows_set_filter (MouIndicatorRows *self, const char *text);
/* Makes an indicator visible by expanding what is above it. */
MouRowsDifference mou_indicator_rows_reveal (MouIndicatorRows *self, gint64 indicator);

guint mou_indicator_rows_get_n (MouIndicatorRows *self);
/* Index of the row's node in the agreement. */
guint mou_indicator_rows_get_node (MouIndicatorRows *self, guint row);
const MouIndicator *mou_indicator_rows_get_indicator (MouIndicatorRows *self, guint row);
void mou_indicator_rows_get_row (MouIndicatorRows *self, guint row, MouSheetRow *info);
/* -1 when it is not visible. */
int mou_indicator_rows_find (MouIndicatorRows *self, gint64 indicator);

G_END_DECLS
