/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sheet-pane: one of the clipped parts of a sheet.
 *
 * A bare container with overflow hidden. The grid's two panes hold strips, and two markers above them that show selection and cursor; the
 * header's two hold titles. The sheet places everything inside. */
#pragma once

#include <gtk/gtk.h>

#include "mou-sheet-pool.h"

G_BEGIN_DECLS

#define MOU_TYPE_SHEET_PANE (mou_sheet_pane_get_type ())
G_DECLARE_FINAL_TYPE (MouSheetPane, mou_sheet_pane, MOU, SHEET_PANE, GtkWidget)

/* `css_name` is "body", "header" or "overlay"; `label` is for screen readers. */
GtkWidget *mou_sheet_pane_new (const char *css_name, const char *label, gboolean markers) G_GNUC_WARN_UNUSED_RESULT;

MouSheetPool *mou_sheet_pane_get_strips (MouSheetPane *self);
void mou_sheet_pane_add_strip (MouSheetPane *self, GtkWidget *strip, guint row);
/* NULL in a header pane. */
GtkWidget *mou_sheet_pane_get_selection_marker (MouSheetPane *self);
GtkWidget *mou_sheet_pane_get_cursor_marker (MouSheetPane *self);

/* A child of a pane that only its style makes visible. */
GtkWidget *mou_sheet_marker_new (const char *css_name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
