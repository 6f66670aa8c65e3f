/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How an evaluation is put together. Callers: mou-engine, mou-rollup. */
#pragma once

#include "mou-evaluation.h"

G_BEGIN_DECLS

/* All nodes unreported, all sums NULL. */
MouEvaluation *mou_evaluation_new (MouAgreement *agreement, const MouAssessment *assessment) G_GNUC_WARN_UNUSED_RESULT;
MouScore *mou_evaluation_edit_score (MouEvaluation *self, guint node);
/* Takes ownership (NULL allowed) and returns it borrowed, valid as long as the evaluation. */
const MouRatio *mou_evaluation_keep_ratio (MouEvaluation *self, MouRatio *ratio);
const char *mou_evaluation_keep_text (MouEvaluation *self, char *text);

G_END_DECLS
