/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-rounding: the only place that rounds. Half up, away from zero. */
#pragma once

#include "mou-ratio.h"

G_BEGIN_DECLS

#define MOU_SCORE_PLACES 4

/* `ratio` as decimal text with exactly `places` digits after the point ("3.7725"). places 0..18. */
char *mou_rounding_to_text (const MouRatio *ratio, int places) G_GNUC_WARN_UNUSED_RESULT;
/* The rounded value as an exact rational. */
MouRatio *mou_rounding_round (const MouRatio *ratio, int places) G_GNUC_WARN_UNUSED_RESULT;
/* `ratio` as the shortest exact decimal text when it has one of at most `places` digits, else rounded to `places`. */
char *mou_rounding_to_short_text (const MouRatio *ratio, int places) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
