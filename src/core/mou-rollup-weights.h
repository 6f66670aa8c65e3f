/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-rollup-weights: the weight each leaf counts with after the not-applicable policy (scoring.md section 4). Callers: mou-rollup. */
#pragma once

#include "mou-evaluation.h"

G_BEGIN_DECLS

/* Expects the state of every leaf; sets effective_weight of the leaves that have a weight, and the evaluation's `weight`. */
void mou_rollup_set_weights (MouEvaluation *evaluation);

G_END_DECLS
