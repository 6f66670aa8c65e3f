/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-engine: scores an assessment of an agreement, exactly (scoring.md sections 3 to 6), and explains any score.
 *
 * Pure functions of the snapshot: same input, same output, no I/O. Anyone may call. */
#pragma once

#include "mou-evaluation.h"

G_BEGIN_DECLS

/* `assessment` must be of `agreement`, or NULL: then every leaf is not reported. Linear in the number of indicators. */
MouEvaluation *mou_engine_evaluate (MouAgreement *agreement, const MouAssessment *assessment) G_GNUC_WARN_UNUSED_RESULT;

/* What the results of one past year would score by these criteria: a back-test that needs no assessment. The evaluation's assessment is
 * then its own, with the id 0 and the year as its name. */
MouEvaluation *mou_engine_evaluate_past (MouAgreement *agreement, int year) G_GNUC_WARN_UNUSED_RESULT;

/* Why node has the score it has: localised sentences, each with its numbers, enough to recompute the score from them alone
 * ("Between level 3 (1,200) and level 4 (1,250): 3 + (1,225 − 1,200) ÷ 50 = 3.5000"). Never NULL or empty. */
GStrv mou_engine_explain (const MouEvaluation *evaluation, guint node) G_GNUC_WARN_UNUSED_RESULT;
/* The same for the total. */
GStrv mou_engine_explain_total (const MouEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
