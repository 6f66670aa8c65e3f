/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How an evaluation is put together. Callers: mou-engine, mou-rollup, mou-what-if. */
#pragma once

#include "mou-evaluation.h"

G_BEGIN_DECLS

/* All nodes unreported, all sums NULL. */
MouEvaluation *mou_evaluation_new (MouAgreement *agreement, const MouAssessment *assessment) G_GNUC_WARN_UNUSED_RESULT;
/* The same with a back-test assessment of its own. */
MouEvaluation *mou_evaluation_new_past (MouAgreement *agreement, int year) G_GNUC_WARN_UNUSED_RESULT;
/* The same with an assessment made for it, which it takes over and frees by `free_assessment`. */
MouEvaluation *mou_evaluation_new_owning (MouAgreement *agreement, MouAssessment *assessment, GDestroyNotify free_assessment)
    G_GNUC_WARN_UNUSED_RESULT;
MouScore *mou_evaluation_edit_score (MouEvaluation *self, guint node);
/* Takes ownership (NULL allowed) and returns it borrowed, valid as long as the evaluation. */
const MouRatio *mou_evaluation_keep_ratio (MouEvaluation *self, MouRatio *ratio);
const char *mou_evaluation_keep_text (MouEvaluation *self, char *text);

/* By how much the weights directly below `parent` (-1: of the roots) grow, because of what is not applicable there: Σ weight of all
 * siblings ÷ Σ weight of those that apply. NULL where nothing was shared out. */
const MouRatio *mou_evaluation_get_share (const MouEvaluation *self, int parent);
void mou_evaluation_take_share (MouEvaluation *self, int parent, MouRatio *share);

G_END_DECLS
