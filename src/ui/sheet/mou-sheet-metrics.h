/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sheet-metrics: the sizes every cell shares, from the font and the zoom.
 *
 * Thai stacks a vowel and a tone mark above, and some vowels below; the row height is measured on such text in bold, and all cells of a row
 * stand on one baseline whatever fonts their scripts fell back to. All cells share the sheet's Pango context. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  MOU_SHEET_FACE_BOLD = 1 << 0,
  MOU_SHEET_FACE_ITALIC = 1 << 1,
  MOU_SHEET_FACE_WAVY = 1 << 2, /* a bad cell, told without colour */
  MOU_SHEET_N_FACES = 1 << 3,
} MouSheetFace;

typedef struct {
  PangoContext *context; /* borrowed from the sheet */
  guint serial;          /* of the context when measured */
  double zoom;
  int row_height;
  int baseline;    /* of a row's text, from the row's top */
  int line_height; /* of text */
  int digit_width; /* in Pango units */
  int padding;     /* left and right of a cell's text */
  int indent;      /* of one tree level, and the width of an expander */
  PangoAttrList *attributes[MOU_SHEET_N_FACES];
} MouSheetMetrics;

/* FALSE when neither font nor zoom changed since the last time. */
gboolean mou_sheet_metrics_update (MouSheetMetrics *self, GtkWidget *widget, double zoom);
void mou_sheet_metrics_clear (MouSheetMetrics *self);
/* A column of so many digits, padding included, in pixels. */
int mou_sheet_metrics_get_width (const MouSheetMetrics *self, guint n_digits);

G_END_DECLS
