/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-rollup-weights: the weight each leaf counts with after the not-applicable policy (scoring.md section 4). Callers: mou-rollup. */
#pragma once

#include "mou-evaluation.h"

G_BEGIN_DECLS

/* Expects the state of every leaf; sets effective_weight of the leaves that have a weight, and the evaluation's `weight`. */
void mou_rollup_set_weights (MouEvaluation *evaluation);

/* Σ weight of all siblings ÷ Σ weight of those that apply, for the children of `parent` (-1: the roots), a group counting with
 * the weights of its leaves; 1 where nothing has to be shared out. */
MouRatio *mou_rollup_get_share (const MouEvaluation *evaluation, int parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
