/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-level-chart-input: what a level chart says of one indicator, in words and doubles, apart from where it is drawn.
 *
 * An indicator whose past results are scores (judged, gated, …) is drawn on the scale's points, any other on its measured values.
 * Owns its texts; no GTK. Callers: mou-level-chart and its layout. */
#pragma once

#include "mou-evaluation.h"

G_BEGIN_DECLS

#define MOU_CHART_YEARS 5

typedef struct {
  char *name;  /* what the level is worth: "3" */
  char *label; /* its threshold or words: "1,200", "<96.0"; NULL when it is absent or says no more than the name */
  gboolean absent;
  gboolean worded;
  gboolean anchored; /* `value` is where the level stands on the axis */
  double value;
} MouChartLevel;

typedef enum { MOU_CHART_POINT_BLANK, MOU_CHART_POINT_NUMBER, MOU_CHART_POINT_NO_DATA, MOU_CHART_POINT_PENDING } MouChartPointState;

typedef struct {
  char *title; /* "2566" */
  char *label; /* "1,271.47", "-", "N/A"; NULL when blank */
  MouChartPointState state;
  double value; /* NUMBER */
  gboolean provisional;
} MouChartPoint;

typedef struct {
  int n_levels;
  MouChartLevel levels[MOU_LEVEL_COUNT_MAX];
  int direction;  /* 1: more is better, -1: less is; 0: the levels are not in order, so no value has a place */
  int base_level; /* the level whose inequality covers everything worse than the next; 0 for none */
  guint n_years;
  MouChartPoint years[MOU_CHART_YEARS]; /* oldest first */
  MouChartPoint actual;                 /* BLANK when nothing is reported */
  char *score;                          /* "4.4294", or NULL */
} MouLevelChartInput;

/* `score` is the indicator's in an evaluation, or NULL. */
void mou_level_chart_input_init (MouLevelChartInput *self, const MouAgreement *agreement, const MouIndicator *indicator,
                                 const MouScore *score, gboolean thai_digits);
void mou_level_chart_input_clear (MouLevelChartInput *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MouLevelChartInput, mou_level_chart_input_clear)

/* TRUE when there is neither a level nor a year nor an actual value to draw. */
gboolean mou_level_chart_input_is_empty (const MouLevelChartInput *self);
/* The level that `value` stands at: 3.5 is half-way from level 3 to level 4; below 1 and above n_levels where it is beyond them. */
double mou_level_chart_input_get_position (const MouLevelChartInput *self, double value);
/* All of it in words. */
char *mou_level_chart_input_dup_description (const MouLevelChartInput *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
