/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-cli-insight: what `mou insight` says as text. Caller: mou-cli-insight.c. */
#pragma once

#include "mou-forecast.h"
#include "mou-improvement.h"

G_BEGIN_DECLS

/* `target` and `portfolio` are NULL without a target or a total, `forecast` when nothing can be forecast. */
void mou_cli_insight_print (const MouEvaluation *evaluation, const MouRatio *target, const MouPortfolio *portfolio,
                            const MouForecast *forecast);

G_END_DECLS
