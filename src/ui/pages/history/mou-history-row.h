/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history-row: one entry of the journal; activated it opens and shows its lines. Callers: mou-history-page. */
#pragma once

#include "mou-history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOU_TYPE_HISTORY_ROW (mou_history_row_get_type ())
G_DECLARE_FINAL_TYPE (MouHistoryRow, mou_history_row, MOU, HISTORY_ROW, GtkListBoxRow)

GtkWidget *mou_history_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* A row that shows another entry than before is closed. */
void mou_history_row_show (MouHistoryRow *self, const MouHistoryEntry *entry, gboolean thai_digits);
/* The entry shown. */
gint64 mou_history_row_get_entry (MouHistoryRow *self);
/* Opens it, or closes it again. */
void mou_history_row_toggle (MouHistoryRow *self);

G_END_DECLS
