/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-level-chart-layout: where everything of a level chart stands in a rectangle.
 *
 * Levels are lines at equal distances, the best on top, whichever way the values go; a value stands between them as it would be
 * scored, and beyond the outer ones it is drawn closer the farther it lies. Labels never cover one another or a mark: one that
 * finds no room is left out. Pure arithmetic in doubles, no GTK. Callers: mou-level-chart. */
#pragma once

#include "mou-level-chart-input.h"

G_BEGIN_DECLS

typedef struct {
  double x, y, width, height;
} MouChartBox;

/* A text and the room it has. */
typedef struct {
  gboolean shown;
  MouChartBox box;
} MouChartText;

typedef struct {
  double y;
  MouChartText name;
  MouChartText label;
} MouChartLevelPlace;

typedef struct {
  gboolean marked; /* it has a mark at x, y */
  double x, y;
  MouChartText title; /* below the plot */
  MouChartText label;
} MouChartPointPlace;

typedef struct {
  MouChartBox plot;
  gboolean short_titles; /* only the last two digits of a year have room */
  MouChartLevelPlace levels[MOU_LEVEL_COUNT_MAX];
  MouChartPointPlace years[MOU_CHART_YEARS];
  MouChartPointPlace actual;
  MouChartText score;
} MouLevelChartLayout;

/* The size of a text; `strong` is bold. */
typedef void (*MouChartMeasure) (const char *text, gboolean strong, double *width, double *height, gpointer data);

/* Radius of a mark. */
#define MOU_CHART_MARK 5.0

void mou_level_chart_layout_init (MouLevelChartLayout *self, const MouLevelChartInput *input, double width, double height,
                                  MouChartMeasure measure, gpointer data);
/* The height at which lines of text do not crowd. */
double mou_level_chart_layout_get_natural_height (const MouLevelChartInput *input, double line_height);
/* The last two characters of a year's title. */
const char *mou_chart_point_get_short_title (const MouChartPoint *point);

G_END_DECLS
