/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-level-chart: one indicator at a glance: its levels as lines, the best on top; five past years as points; the actual value and its
 * score. Shapes and labels say it, colours only help; assistive technology hears the same in words. */
#pragma once

#include "mou-level-chart-input.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOU_TYPE_LEVEL_CHART (mou_level_chart_get_type ())
G_DECLARE_FINAL_TYPE (MouLevelChart, mou_level_chart, MOU, LEVEL_CHART, GtkWidget)

/* Copies what it shows; hides itself when there is nothing to draw. `indicator` NULL clears, `score` may be NULL. */
void mou_level_chart_show (MouLevelChart *self, const MouAgreement *agreement, const MouIndicator *indicator, const MouScore *score,
                           gboolean thai_digits);

G_END_DECLS
