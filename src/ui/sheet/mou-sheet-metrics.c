/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measured, not guessed: fallback fonts for Thai differ in height by half between systems. */

#include "mou-sheet-metrics.h"

#include <math.h>

/* Two marks above, one below, and Latin ascenders and descenders. */
#define TALL_SAMPLE "กี่ น้ำ ปู่ ญูฐู ฎุฏู Åjgq|"
#define DIGITS_SAMPLE "00000000000000000000"
#define N_DIGITS 20

static PangoAttrList *
create_attributes (MouSheetFace face, double zoom)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_scale_new (zoom));
  if (face & MOU_SHEET_FACE_BOLD)
    pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (face & MOU_SHEET_FACE_ITALIC)
    pango_attr_list_insert (list, pango_attr_style_new (PANGO_STYLE_ITALIC));
  if (face & MOU_SHEET_FACE_WAVY)
    pango_attr_list_insert (list, pango_attr_underline_new (PANGO_UNDERLINE_ERROR));
  /* Figures under one another must line up. */
  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1"));
  return list;
}

static void
measure_line (MouSheetMetrics *self)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  PangoRectangle ink, logical;
  int top, bottom, space;

  pango_layout_set_attributes (layout, self->attributes[MOU_SHEET_FACE_BOLD]);
  pango_layout_set_text (layout, TALL_SAMPLE, -1);
  pango_layout_get_pixel_extents (layout, &ink, &logical);
  top = MIN (ink.y, logical.y);
  bottom = MAX (ink.y + ink.height, logical.y + logical.height);
  space = (int) (4.0 * self->zoom + 0.5);
  self->line_height = bottom - top;
  self->row_height = self->line_height + 2 * space + 1;
  self->baseline = space - top + PANGO_PIXELS (pango_layout_get_baseline (layout));
}

static void
measure_digits (MouSheetMetrics *self)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  int width;

  pango_layout_set_attributes (layout, self->attributes[0]);
  pango_layout_set_text (layout, DIGITS_SAMPLE, -1);
  pango_layout_get_size (layout, &width, NULL);
  self->digit_width = width / N_DIGITS;
}

gboolean
mou_sheet_metrics_update (MouSheetMetrics *self, GtkWidget *widget, double zoom)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  if (self->context == context && self->serial == pango_context_get_serial (context) && fabs (self->zoom - zoom) < 0.001)
    return FALSE;
  mou_sheet_metrics_clear (self);
  self->context = context;
  self->serial = pango_context_get_serial (context);
  self->zoom = zoom;
  for (guint face = 0; face < MOU_SHEET_N_FACES; face++)
    self->attributes[face] = create_attributes ((MouSheetFace) face, zoom);
  measure_line (self);
  measure_digits (self);
  self->padding = (int) (8.0 * zoom + 0.5);
  self->indent = (int) (18.0 * zoom + 0.5);
  return TRUE;
}

void
mou_sheet_metrics_clear (MouSheetMetrics *self)
{
  for (guint face = 0; face < MOU_SHEET_N_FACES; face++)
    g_clear_pointer (&self->attributes[face], pango_attr_list_unref);
}

int
mou_sheet_metrics_get_width (const MouSheetMetrics *self, guint n_digits)
{
  return PANGO_PIXELS_CEIL ((int) MAX (n_digits, 2) * self->digit_width) + 2 * self->padding + 1;
}
