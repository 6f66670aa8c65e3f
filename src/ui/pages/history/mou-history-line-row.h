/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history-line-row: one line of an open entry, with a button that brings back what was there before. Callers: mou-history-row. */
#pragma once

#include "mou-history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOU_TYPE_HISTORY_LINE_ROW (mou_history_line_row_get_type ())
G_DECLARE_FINAL_TYPE (MouHistoryLineRow, mou_history_line_row, MOU, HISTORY_LINE_ROW, GtkBox)

/* The button activates "history.restore" with the numbers of entry and line. */
GtkWidget *mou_history_line_row_new (gint64 entry, const MouHistoryLine *line) G_GNUC_WARN_UNUSED_RESULT;
/* Only a text. */
GtkWidget *mou_history_line_row_new_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
