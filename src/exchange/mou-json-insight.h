/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-json-insight: the answers of mou-insight, mou-improvement, mou-forecast and mou-what-if as JSON for scripts. Write only. */
#pragma once

#include "mou-forecast.h"
#include "mou-improvement.h"

G_BEGIN_DECLS

/* "mou-insight/1": of every leaf the value needed for each level and for 0.01 more of the total, the points still to be had, and its
 * criteria against the past; then `portfolio` and the forecast, either of which may be NULL. `target` is NULL without one. */
char *mou_json_insight_write (const MouEvaluation *evaluation, const MouRatio *target, const MouPortfolio *portfolio,
                              const MouForecast *forecast) G_GNUC_WARN_UNUSED_RESULT;

/* "mou-what-if/1": `nodes` (guint) and the total, before and after. */
char *mou_json_what_if_write (const MouEvaluation *before, const MouEvaluation *after, const GArray *nodes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
