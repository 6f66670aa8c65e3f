/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-evaluation: the scores of one assessment, one record per node of the snapshot, and the total.
 *
 * Immutable once mou-engine has returned it; it keeps its snapshot alive. Ratios are exact; the four-place texts that people
 * see come from mou-rounding. Anyone may read. */
#pragma once

#include "mou-agreement.h"
#include "mou-ratio.h"

G_BEGIN_DECLS

typedef enum {
  MOU_STATE_SCORED,
  MOU_STATE_NOT_REPORTED,
  MOU_STATE_PENDING,
  MOU_STATE_NOT_APPLICABLE,
  MOU_STATE_ERROR /* the criterion cannot be used: `reason` says why */
} MouScoreState;

typedef struct {
  MouScoreState state;
  /* The number that was reported, computed or, in a back-test, achieved; for a checklist the percentage. NULL when there is none
   * (groups, levels picked by an assessor). It may stand beside a state other than SCORED. */
  const MouRatio *actual;
  /* Exact, deductions taken, never rounded. NULL unless SCORED, or NOT_APPLICABLE and counted as the floor. */
  const MouRatio *score;
  /* After the not-applicable policy: 0 for what is left out; a group's is the sum of its leaves. NULL when its weight is missing. */
  const MouRatio *effective_weight;
  /* Effective weight × score ÷ 100, under `child4` of the rounded score; a group's is the sum of its scored leaves, lowered by a
   * deduction of its own. NULL when it does not count. */
  const MouRatio *weighted;
  const MouRatio *deduction; /* taken from this score, or NULL */
  int level;                 /* highest level reached before deductions, 0 below the first or when there is none (groups) */
  const char *label;         /* the scale's word for that level (untranslated), or NULL */
  const char *reason;        /* why there is no score, or why it does not count; or NULL */
} MouScore;

typedef struct _MouEvaluation MouEvaluation;
struct _MouEvaluation {
  MouAgreement *agreement;
  const MouAssessment *assessment; /* of that snapshot; NULL when nothing is assessed: then every leaf is not reported */
  GArray *scores;                  /* MouScore, one per node */
  const MouRatio *total;           /* Σ(w·s) ÷ Σ(w) with deductions; NULL when nothing is scored or the policy blocks */
  const MouRatio *points;          /* Σ w·s ÷ 100 over what is scored */
  const MouRatio *evaluated_weight;
  const MouRatio *weight; /* Σ over all leaves, as written */
  const MouRatio *total_deduction; /* NULL when none */
  gboolean complete;      /* there are leaves, and every applicable one is scored */
  gboolean blocked;       /* the `block` policy withheld the total */
  grefcount references;
  gpointer keep; /* the ratios; private */
};

MouEvaluation *mou_evaluation_ref (MouEvaluation *self);
void mou_evaluation_unref (MouEvaluation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouEvaluation, mou_evaluation_unref)

const MouScore *mou_evaluation_get_score (const MouEvaluation *self, guint node);
/* "scored", "not-reported", … as in the interchange. */
const char *mou_score_state_key (MouScoreState state);
/* For people, localised. */
const char *mou_score_state_label (MouScoreState state);

G_END_DECLS
