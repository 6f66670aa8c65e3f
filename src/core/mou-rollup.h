/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-rollup: from the scores of the leaves to groups and total (scoring.md section 4).
 *
 * In this order: deductions of the leaves, clamped; rounding where the policy asks for it; effective weights after the
 * not-applicable policy; weighted scores; groups over their leaves, however deep, with their own deductions; the total with its
 * deductions, clamped. A deduction of a group lowers what the group passes on. Where the weights of a group and of its leaves disagree,
 * the leaves' count. Linear in the number of nodes. Callers: mou-engine. */
#pragma once

#include "mou-evaluation.h"

G_BEGIN_DECLS

/* Expects state, score and actual of every leaf in `evaluation`; fills everything else. */
void mou_rollup_run (MouEvaluation *evaluation);

/* `score` − `deduction`, kept within the scale. */
MouRatio *mou_rollup_deduct (const MouRatio *score, const MouRatio *deduction, const MouScale *scale) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
