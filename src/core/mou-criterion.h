/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-criterion: how one indicator becomes a score, one table of operations per kind.
 *
 * A new kind is one new file mou-criterion-<kind>.c and one line in mou-criterion.c. Scores here are before deductions; weights are
 * mou-rollup's. In a back-test the past result of a linear or stepped indicator is its measured value, that of a judged, gated,
 * checklist or score indicator is its score (enterprises print those as levels). Callers: engine, insight, checks. */
#pragma once

#include "mou-evaluation.h"
#include "mou-interpolation.h"

G_BEGIN_DECLS

/* What is to be scored; all borrowed. */
typedef struct {
  const MouIndicator *indicator;
  const MouScale *scale;
  const MouResult *result;   /* NULL: nothing is reported */
  gboolean backtest;         /* the result is `history` instead */
  const MouHistory *history; /* NULL: the year is blank */
  gboolean stands_for_past;  /* the value of `result` is asked about in place of a past one, and means what that would */
} MouCriterionInput;

typedef struct {
  MouScoreState state;
  MouRatio *actual;  /* the number that went in, measured or given; NULL when there is none */
  gboolean is_typed; /* it is `typed` */
  MouDecimal typed;
  MouRatio *score; /* NULL unless SCORED */
  int level;       /* the highest level reached, 0 when none is */
  char *reason;    /* localised; NULL when there is nothing to say */
} MouOutcome;

void mou_outcome_clear (MouOutcome *outcome);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MouOutcome, mou_outcome_clear)

typedef struct {
  MouIndicatorKind kind;
  gboolean past_is_score; /* a past result is the score itself */
  /* Why nothing could ever be scored by it, owned and localised; NULL when something could. */
  char *(*validate) (const MouIndicator *indicator, const MouScale *scale);
  /* Scores a result that is reported. */
  void (*score) (const MouCriterionInput *input, MouOutcome *outcome);
  /* The worst number to report for at least `score`, the rest of the result as it is. */
  MouInverse (*invert) (const MouCriterionInput *input, const MouRatio *score, MouRatio **value);
  /* Appends sentences (owned strings) that let a person recompute `outcome`. */
  void (*explain) (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences);
} MouCriterion;

const MouCriterion *mou_criterion_get (MouIndicatorKind kind);

/* Why the indicator's criterion is unusable, owned and localised; NULL when it is usable. */
char *mou_criterion_validate (const MouIndicator *indicator, const MouScale *scale) G_GNUC_WARN_UNUSED_RESULT;
/* Fills `outcome`, which the caller clears. */
void mou_criterion_score (const MouCriterionInput *input, MouOutcome *outcome);
/* The worst value that still has at least `score`; where a past result is the score, that. *value is owned, and NULL for ANY and NEVER. */
MouInverse mou_criterion_invert (const MouCriterionInput *input, const MouRatio *score, MouRatio **value);
void mou_criterion_explain (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences);

G_END_DECLS
