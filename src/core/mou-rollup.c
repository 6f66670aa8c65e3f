/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass from the last node to the first: a node's subtree is complete before the node itself is met. */

#include "mou-rollup.h"

#include "mou-evaluation-private.h"
#include "mou-rollup-weights.h"
#include "mou-rounding.h"

#include <glib/gi18n-lib.h>

/* What a group, or the whole card, gathers from below. Sums are NULL until something is added. */
typedef struct
{
  MouRatioSum *weighted;  /* effective weight × score ÷ 100 of what counts */
  MouRatioSum *counted;   /* effective weight of what counts */
  MouRatioSum *uncounted; /* effective weight of the other leaves */
  guint n_leaves;
  guint n_counted;
  guint n_states[MOU_STATE_ERROR + 1];
} Account;

typedef struct
{
  MouEvaluation *evaluation;
  const MouScale *scale;
  MouRatio *hundred;
  MouRatio **deductions; /* by node; the last is the total's; NULL for none */
  Account *accounts;     /* by node; the last is the whole card's */
  guint n_nodes;
} Rollup;

static void
add_to_sum (MouRatioSum **sum, const MouRatio *term)
{
  if (term == NULL)
    return;
  if (*sum == NULL)
    *sum = mou_ratio_sum_new ();
  mou_ratio_sum_add (*sum, term);
}

static void
clear_account (Account *account)
{
  g_clear_pointer (&account->weighted, mou_ratio_sum_free);
  g_clear_pointer (&account->counted, mou_ratio_sum_free);
  g_clear_pointer (&account->uncounted, mou_ratio_sum_free);
}

/* NULL when nothing was added. */
static MouRatio *
dup_sum (const MouRatioSum *sum)
{
  return sum != NULL ? mou_ratio_sum_get (sum) : NULL;
}

static void
add_deduction (MouRatio **place, MouDecimal amount)
{
  g_autoptr (MouRatio) before = g_steal_pointer (place);
  g_autoptr (MouRatio) added = mou_ratio_new_from_decimal (amount);

  *place = before != NULL ? mou_ratio_add (before, added) : g_steal_pointer (&added);
}

static void
collect_deductions (Rollup *self)
{
  const MouAssessment *assessment = self->evaluation->assessment;

  self->deductions = g_new0 (MouRatio *, self->n_nodes + 1);
  for (guint i = 0; assessment != NULL && assessment->deductions != NULL && i < assessment->deductions->len; i++)
    {
      const MouDeduction *deduction = &g_array_index (assessment->deductions, MouDeduction, i);
      int node
          = deduction->indicator == 0 ? (int) self->n_nodes : mou_agreement_find_id (self->evaluation->agreement, deduction->indicator);

      if (node >= 0)
        add_deduction (&self->deductions[node], deduction->amount);
    }
}

static MouRatio *
clamp_to_scale (const MouRatio *score, const MouScale *scale)
{
  if (mou_ratio_compare_decimal (score, (MouDecimal){ scale->floor, 0 }) < 0)
    return mou_ratio_new (scale->floor, 1);
  if (mou_ratio_compare_decimal (score, (MouDecimal){ scale->top, 0 }) > 0)
    return mou_ratio_new (scale->top, 1);

  return mou_ratio_copy (score);
}

MouRatio *
mou_rollup_deduct (const MouRatio *score, const MouRatio *deduction, const MouScale *scale)
{
  g_autoptr (MouRatio) lowered = NULL;

  g_return_val_if_fail (score != NULL, NULL);
  g_return_val_if_fail (deduction != NULL, NULL);
  g_return_val_if_fail (scale != NULL, NULL);

  lowered = mou_ratio_subtract (score, deduction);
  return clamp_to_scale (lowered, scale);
}

/* Only what has a score can lose some of it. */
static void
deduct_from_node (Rollup *self, guint node)
{
  MouScore *score = mou_evaluation_edit_score (self->evaluation, node);

  if (score->score == NULL || self->deductions[node] == NULL)
    return;

  score->deduction = mou_evaluation_keep_ratio (self->evaluation, g_steal_pointer (&self->deductions[node]));
  score->score = mou_evaluation_keep_ratio (self->evaluation, mou_rollup_deduct (score->score, score->deduction, self->scale));
}

/* Under `count-as-floor` what is not applicable has the floor as its score. */
static void
give_floor (Rollup *self, MouScore *score)
{
  if (score->state == MOU_STATE_NOT_APPLICABLE && self->evaluation->agreement->not_applicable == MOU_NOT_APPLICABLE_COUNT_AS_FLOOR)
    score->score = mou_evaluation_keep_ratio (self->evaluation, mou_ratio_new (self->scale->floor, 1));
}

static MouRatio *
weigh (Rollup *self, const MouRatio *weight, const MouRatio *score)
{
  g_autoptr (MouRatio) product = mou_ratio_multiply (weight, score);

  return mou_ratio_divide (product, self->hundred);
}

static MouRatio *
weigh_leaf (Rollup *self, const MouScore *score)
{
  g_autoptr (MouRatio) rounded = NULL;

  if (self->evaluation->agreement->rounding != MOU_ROUNDING_CHILD4)
    return weigh (self, score->effective_weight, score->score);

  rounded = mou_rounding_round (score->score, MOU_SCORE_PLACES);
  return weigh (self, score->effective_weight, rounded);
}

static void
note_missing_weight (MouScore *score)
{
  if (score->score != NULL && score->reason == NULL)
    score->reason = _ ("It has no weight, so it does not count in any total");
}

static void
finish_leaf (Rollup *self, guint node)
{
  MouScore *score = mou_evaluation_edit_score (self->evaluation, node);

  give_floor (self, score);
  deduct_from_node (self, node);
  if (score->effective_weight == NULL)
    note_missing_weight (score);
  else if (score->score != NULL)
    score->weighted = mou_evaluation_keep_ratio (self->evaluation, weigh_leaf (self, score));
}

static void
count_leaf (Account *account, const MouScore *score)
{
  account->n_leaves++;
  account->n_states[score->state]++;
  if (score->weighted == NULL)
    {
      add_to_sum (&account->uncounted, score->effective_weight);
      return;
    }

  account->n_counted++;
  add_to_sum (&account->weighted, score->weighted);
  add_to_sum (&account->counted, score->effective_weight);
}

/* The state of a group without a score: what its leaves have in common, else not reported. */
static MouScoreState
decide_group_state (const Account *account)
{
  guint n_applicable = account->n_leaves - account->n_states[MOU_STATE_NOT_APPLICABLE];

  if (n_applicable == 0)
    return MOU_STATE_NOT_APPLICABLE;
  if (account->n_states[MOU_STATE_PENDING] == n_applicable)
    return MOU_STATE_PENDING;
  if (account->n_states[MOU_STATE_ERROR] == n_applicable)
    return MOU_STATE_ERROR;

  return MOU_STATE_NOT_REPORTED;
}

/* Σ weighted × 100 ÷ Σ weight; NULL when nothing counts or it has no weight. */
static MouRatio *
average (Rollup *self, const MouRatio *weighted, const MouRatio *weight)
{
  g_autoptr (MouRatio) scaled = NULL;

  if (weighted == NULL || mou_ratio_sign (weight) == 0)
    return NULL;

  scaled = mou_ratio_multiply (weighted, self->hundred);
  return mou_ratio_divide (scaled, weight);
}

/* NULL when neither is there. */
static MouRatio *
add_weights (const MouRatio *counted, const MouRatio *uncounted)
{
  if (counted != NULL && uncounted != NULL)
    return mou_ratio_add (counted, uncounted);

  return counted != NULL ? mou_ratio_copy (counted) : uncounted != NULL ? mou_ratio_copy (uncounted) : NULL;
}

static void
count_group (Account *account, const Account *group, const MouScore *score, const MouRatio *counted, const MouRatio *uncounted)
{
  account->n_leaves += group->n_leaves;
  account->n_counted += group->n_counted;
  for (guint i = 0; i < G_N_ELEMENTS (account->n_states); i++)
    account->n_states[i] += group->n_states[i];

  add_to_sum (&account->weighted, score->weighted);
  add_to_sum (&account->counted, counted);
  add_to_sum (&account->uncounted, uncounted);
}

/* A deduction changes what the group passes on; otherwise that is the sum of its leaves. */
static void
score_group (Rollup *self, guint node, MouRatio *weighted, const MouRatio *counted)
{
  MouScore *score = mou_evaluation_edit_score (self->evaluation, node);

  score->state = MOU_STATE_SCORED;
  deduct_from_node (self, node);
  if (score->deduction != NULL)
    {
      mou_ratio_free (weighted);
      weighted = weigh (self, counted, score->score);
    }
  score->weighted = mou_evaluation_keep_ratio (self->evaluation, weighted);
}

static void
finish_group (Rollup *self, guint node, Account *above)
{
  MouScore *score = mou_evaluation_edit_score (self->evaluation, node);
  const Account *account = &self->accounts[node];
  g_autoptr (MouRatio) weighted = dup_sum (account->weighted);
  g_autoptr (MouRatio) counted = dup_sum (account->counted);
  g_autoptr (MouRatio) uncounted = dup_sum (account->uncounted);

  score->effective_weight = mou_evaluation_keep_ratio (self->evaluation, add_weights (counted, uncounted));
  score->score = mou_evaluation_keep_ratio (self->evaluation, average (self, weighted, counted));
  if (score->score != NULL)
    score_group (self, node, g_steal_pointer (&weighted), counted);
  else
    {
      score->state = decide_group_state (account);
      if (account->n_states[MOU_STATE_SCORED] > 0)
        score->reason = _ ("What is scored below it has no weight");
    }

  count_group (above, account, score, counted, uncounted);
}

static void
finish_node (Rollup *self, guint i)
{
  const MouNode *node = mou_agreement_get_node (self->evaluation->agreement, i);
  Account *above = &self->accounts[node->parent < 0 ? self->n_nodes : (guint) node->parent];

  if (mou_node_is_leaf (node, i))
    {
      finish_leaf (self, i);
      count_leaf (above, mou_evaluation_get_score (self->evaluation, i));
      return;
    }

  finish_group (self, i, above);
  clear_account (&self->accounts[i]);
}

static const MouRatio *
keep_sum_or_zero (MouEvaluation *evaluation, const MouRatioSum *sum)
{
  return mou_evaluation_keep_ratio (evaluation, sum != NULL ? mou_ratio_sum_get (sum) : mou_ratio_new (0, 1));
}

static void
finish_total (Rollup *self)
{
  MouEvaluation *evaluation = self->evaluation;
  const Account *card = &self->accounts[self->n_nodes];
  g_autoptr (MouRatio) total = NULL;

  evaluation->points = keep_sum_or_zero (evaluation, card->weighted);
  evaluation->evaluated_weight = keep_sum_or_zero (evaluation, card->counted);
  total = average (self, evaluation->points, evaluation->evaluated_weight);
  evaluation->total_deduction = mou_evaluation_keep_ratio (evaluation, g_steal_pointer (&self->deductions[self->n_nodes]));
  evaluation->complete
      = card->n_leaves > 0 && card->n_states[MOU_STATE_SCORED] + card->n_states[MOU_STATE_NOT_APPLICABLE] == card->n_leaves;
  evaluation->blocked = evaluation->agreement->not_applicable == MOU_NOT_APPLICABLE_BLOCK && card->n_states[MOU_STATE_NOT_APPLICABLE] > 0;

  if (total == NULL || evaluation->blocked)
    return;
  if (evaluation->total_deduction != NULL)
    evaluation->total = mou_evaluation_keep_ratio (evaluation, mou_rollup_deduct (total, evaluation->total_deduction, self->scale));
  else
    evaluation->total = mou_evaluation_keep_ratio (evaluation, g_steal_pointer (&total));
}

void
mou_rollup_run (MouEvaluation *evaluation)
{
  g_autoptr (MouRatio) hundred = mou_ratio_new (100, 1);
  Rollup self = { .evaluation = evaluation, .hundred = hundred };

  g_assert (evaluation != NULL);

  self.scale = evaluation->agreement->scale;
  self.n_nodes = mou_agreement_get_n_nodes (evaluation->agreement);
  self.accounts = g_new0 (Account, self.n_nodes + 1);
  collect_deductions (&self);
  mou_rollup_set_weights (evaluation);

  for (guint i = self.n_nodes; i > 0; i--)
    finish_node (&self, i - 1);
  finish_total (&self);

  for (guint i = 0; i <= self.n_nodes; i++)
    {
      g_clear_pointer (&self.deductions[i], mou_ratio_free);
      clear_account (&self.accounts[i]);
    }
  g_free (self.deductions);
  g_free (self.accounts);
}
