/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What evaluating and explaining have in common. Callers: mou-engine, mou-engine-explain, mou-insight, mou-what-if,
 * mou-improvement. */
#pragma once

#include "mou-criterion.h"

G_BEGIN_DECLS

/* What the criterion of `node` is given in this evaluation. */
void mou_engine_init_input (MouCriterionInput *input, const MouEvaluation *evaluation, guint node);
/* Scores every leaf of a new evaluation, and rolls up. */
void mou_engine_score (MouEvaluation *evaluation);
/* The scale's word for a level, 0 being below the first; NULL when the scale has none. */
const char *mou_engine_get_level_label (const MouScale *scale, int level);

G_END_DECLS
