/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-score-double: scores and totals of past or imagined results in floating point, for simulations, which need millions of them.
 *
 * A twin of mou-interpolation, and of the total of a back-test: within 1e-9 of the exact engine under the rounding policy `full`, as long
 * as a segment is at least a millionth of the values at its ends. `child4` is not followed. Never for a score that is shown as one.
 * Immutable; anyone may call. */
#pragma once

#include "mou-agreement.h"

G_BEGIN_DECLS

typedef struct _MouScoreDouble MouScoreDouble;

/* Of every leaf whose past results can be scored; the agreement need not live on. */
MouScoreDouble *mou_score_double_new (const MouAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
void mou_score_double_free (MouScoreDouble *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouScoreDouble, mou_score_double_free)

guint mou_score_double_get_n_leaves (const MouScoreDouble *self);
/* The node of the agreement that leaf `leaf` is. */
guint mou_score_double_get_node (const MouScoreDouble *self, guint leaf);
/* 0 when it has none. */
double mou_score_double_get_weight (const MouScoreDouble *self, guint leaf);

/* `value` is a measured value, or for a judged, gated, checklist or score indicator the score, as a past result is; such a score is held
 * within the scale. */
double mou_score_double_score (const MouScoreDouble *self, guint leaf, double value);
/* Σ(w·s) ÷ Σ(w); a leaf whose value is NAN is left out. NAN when nothing is left. */
double mou_score_double_get_total (const MouScoreDouble *self, const double *values);

G_END_DECLS
