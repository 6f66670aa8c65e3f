/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in sentences what the engine did, recomputing one node at a time: evaluating never pays for explaining. */

#include "mou-engine.h"

#include "mou-engine-private.h"
#include "mou-evaluation-private.h"
#include "mou-explain.h"

#include <glib/gi18n-lib.h>

static GStrv
finish_sentences (GPtrArray *sentences)
{
  g_ptr_array_add (sentences, NULL);
  return (GStrv) g_ptr_array_free (sentences, FALSE);
}

static void
explain_state (const MouScore *score, GPtrArray *sentences)
{
  if (score->reason != NULL)
    mou_explain_add (sentences, _ ("%s: %s"), mou_score_state_label (score->state), score->reason);
  else
    mou_explain_add (sentences, _ ("%s: there is no score, and it does not count as zero"), mou_score_state_label (score->state));
}

static void
explain_label (const MouScore *score, GPtrArray *sentences)
{
  if (score->label != NULL)
    mou_explain_add (sentences, _ ("Level reached: %s"), _ (score->label));
}

static void
explain_deduction (const MouScale *scale, const MouRatio *before, const MouScore *score, GPtrArray *sentences)
{
  g_autofree char *before_text = mou_explain_exact (before);
  g_autofree char *deduction_text = mou_explain_exact (score->deduction);
  g_autofree char *after_text = mou_explain_score (score->score);

  mou_explain_add (sentences, _ ("Deduction: %s − %s, kept within %d to %d: %s"), before_text, deduction_text, scale->floor, scale->top,
                   after_text);
}

static void
explain_deduction_reasons (const MouEvaluation *evaluation, gint64 indicator, GPtrArray *sentences)
{
  const GArray *deductions = evaluation->assessment->deductions;

  for (guint i = 0; deductions != NULL && i < deductions->len; i++)
    {
      const MouDeduction *deduction = &g_array_index (deductions, MouDeduction, i);
      g_autofree char *amount = mou_decimal_format (deduction->amount, -1);

      if (deduction->indicator == indicator)
        mou_explain_add (sentences, _ ("Deducted %s: %s"), amount, deduction->reason != NULL ? deduction->reason : _ ("no reason given"));
    }
}

/* One sentence for each group whose weight was shared out on the way down to `node`. */
static void
explain_shares (const MouEvaluation *evaluation, guint node, GPtrArray *sentences)
{
  int parent = mou_agreement_get_node (evaluation->agreement, node)->parent;

  while (TRUE)
    {
      const MouNode *group = parent >= 0 ? mou_agreement_get_node (evaluation->agreement, (guint) parent) : NULL;
      const MouRatio *share = mou_evaluation_get_share (evaluation, parent);

      if (share != NULL)
        {
          g_autofree char *share_text = mou_explain_number (share);

          mou_explain_add (sentences, _ ("What is not applicable in %s leaves its weight to the rest: weight × %s"),
                           group != NULL ? group->indicator->code : _ ("the whole card"), share_text);
        }
      if (group == NULL)
        return;
      parent = group->parent;
    }
}

static void
explain_effective_weight (const MouEvaluation *evaluation, guint node, GPtrArray *sentences)
{
  const MouIndicator *indicator = mou_agreement_get_node (evaluation->agreement, node)->indicator;
  const MouScore *score = mou_evaluation_get_score (evaluation, node);
  g_autofree char *weight_text = NULL;
  g_autofree char *effective_text = NULL;

  if (score->effective_weight == NULL || !indicator->has_weight
      || mou_ratio_compare_decimal (score->effective_weight, indicator->weight) == 0)
    return;

  if (evaluation->agreement->not_applicable == MOU_NOT_APPLICABLE_WITHIN_GROUP)
    explain_shares (evaluation, node, sentences);
  weight_text = mou_decimal_format (indicator->weight, -1);
  effective_text = mou_explain_number (score->effective_weight);
  mou_explain_add (sentences, _ ("Weight as written %s, effective weight %s"), weight_text, effective_text);
}

static void
explain_weighted (const MouEvaluation *evaluation, const MouScore *score, GPtrArray *sentences)
{
  g_autofree char *weight_text = NULL;
  g_autofree char *score_text = NULL;
  g_autofree char *weighted_text = NULL;

  if (score->weighted == NULL)
    {
      explain_state (score, sentences);
      return;
    }

  if (evaluation->agreement->rounding == MOU_ROUNDING_CHILD4)
    mou_explain_add (sentences, "%s", _ ("The score is rounded to four places before it is weighted, as the agreement says"));

  weight_text = mou_explain_exact (score->effective_weight);
  score_text = evaluation->agreement->rounding == MOU_ROUNDING_CHILD4 ? mou_explain_score (score->score) : mou_explain_exact (score->score);
  weighted_text = mou_explain_score (score->weighted);
  mou_explain_add (sentences, _ ("Weighted score: %s × %s ÷ 100 = %s"), weight_text, score_text, weighted_text);
}

static void
explain_leaf (const MouEvaluation *evaluation, guint node, GPtrArray *sentences)
{
  const MouScore *score = mou_evaluation_get_score (evaluation, node);
  g_auto (MouOutcome) outcome = { 0 };
  MouCriterionInput input;

  if (score->score == NULL)
    {
      explain_state (score, sentences);
      return;
    }

  mou_engine_init_input (&input, evaluation, node);
  mou_criterion_score (&input, &outcome);
  if (outcome.state == MOU_STATE_SCORED)
    {
      mou_criterion_explain (&input, &outcome, sentences);
      explain_label (score, sentences);
    }
  else
    mou_explain_add (sentences, _ ("%s: it counts with the floor of the scale, %d, as the agreement says (%s)"),
                     mou_score_state_label (outcome.state), input.scale->floor,
                     score->reason != NULL ? score->reason : _ ("no reason given"));

  if (score->deduction != NULL && outcome.score != NULL)
    {
      explain_deduction_reasons (evaluation, input.indicator->id, sentences);
      explain_deduction (input.scale, outcome.score, score, sentences);
    }
  explain_effective_weight (evaluation, node, sentences);
  explain_weighted (evaluation, score, sentences);
}

/* Σ effective weight of what counts below `node`, or of itself. */
static MouRatio *
dup_counted_weight (const MouEvaluation *evaluation, guint node)
{
  g_autoptr (MouRatioSum) sum = mou_ratio_sum_new ();

  for (guint i = node; i < (guint) mou_agreement_get_node (evaluation->agreement, node)->end; i++)
    {
      const MouScore *score = mou_evaluation_get_score (evaluation, i);

      if (mou_node_is_leaf (mou_agreement_get_node (evaluation->agreement, i), i) && score->weighted != NULL)
        mou_ratio_sum_add (sum, score->effective_weight);
    }

  return mou_ratio_sum_get (sum);
}

/* "10 × 4.4294", the score as it was weighted. */
static void
append_term (GString *terms, const MouEvaluation *evaluation, guint node, const MouRatio *weight)
{
  const MouScore *score = mou_evaluation_get_score (evaluation, node);
  gboolean rounded = evaluation->agreement->rounding == MOU_ROUNDING_CHILD4
                     && mou_node_is_leaf (mou_agreement_get_node (evaluation->agreement, node), node);
  g_autofree char *weight_text = mou_explain_exact (weight);
  g_autofree char *score_text = rounded ? mou_explain_score (score->score) : mou_explain_exact (score->score);

  g_string_append_printf (terms, "%s%s × %s", terms->len > 0 ? " + " : "", weight_text, score_text);
}

/* The average over the siblings first..end-1, in words; returns it. At least one of them counts. */
static MouRatio *
explain_average (const MouEvaluation *evaluation, guint first, guint end, GPtrArray *sentences)
{
  g_autoptr (GString) terms = g_string_new (NULL);
  g_autoptr (MouRatioSum) weighted = mou_ratio_sum_new ();
  g_autoptr (MouRatioSum) weights = mou_ratio_sum_new ();
  g_autoptr (MouRatio) hundred = mou_ratio_new (100, 1);
  g_autoptr (MouRatio) points = NULL, weight = NULL, scaled = NULL, average = NULL;
  g_autofree char *weight_text = NULL;
  g_autofree char *average_text = NULL;

  for (guint i = first; i < end; i = (guint) mou_agreement_get_node (evaluation->agreement, i)->end)
    {
      const MouScore *score = mou_evaluation_get_score (evaluation, i);
      g_autoptr (MouRatio) counted = NULL;

      if (score->weighted == NULL)
        continue;
      counted = dup_counted_weight (evaluation, i);
      mou_ratio_sum_add (weighted, score->weighted);
      mou_ratio_sum_add (weights, counted);
      append_term (terms, evaluation, i, counted);
    }

  points = mou_ratio_sum_get (weighted);
  weight = mou_ratio_sum_get (weights);
  scaled = mou_ratio_multiply (points, hundred);
  average = mou_ratio_divide (scaled, weight);
  weight_text = mou_explain_divisor (weight);
  average_text = mou_explain_score (average);
  mou_explain_add (sentences, _ ("Σ(weight × score) ÷ Σ weight of what is scored: (%s) ÷ %s = %s"), terms->str, weight_text, average_text);

  return g_steal_pointer (&average);
}

/* Σ weight as written over the leaves from..end-1. */
static MouRatio *
dup_written_weight (const MouEvaluation *evaluation, guint from, guint end)
{
  g_autoptr (MouRatioSum) sum = mou_ratio_sum_new ();

  for (guint i = from; i < end; i++)
    {
      const MouNode *node = mou_agreement_get_node (evaluation->agreement, i);
      g_autoptr (MouRatio) weight = NULL;

      if (!mou_node_is_leaf (node, i) || !node->indicator->has_weight)
        continue;
      weight = mou_ratio_new_from_decimal (node->indicator->weight);
      mou_ratio_sum_add (sum, weight);
    }

  return mou_ratio_sum_get (sum);
}

static void
explain_weight_mismatch (const MouRatio *leaves, MouDecimal stated, GPtrArray *sentences)
{
  g_autofree char *leaves_text = NULL;
  g_autofree char *stated_text = NULL;

  if (mou_ratio_compare_decimal (leaves, stated) == 0)
    return;

  leaves_text = mou_explain_number (leaves);
  stated_text = mou_decimal_format (stated, -1);
  mou_explain_add (sentences, _ ("The weights of the indicators add up to %s, not to %s; the score is computed over their sum"),
                   leaves_text, stated_text);
}

static void
explain_group (const MouEvaluation *evaluation, guint node, GPtrArray *sentences)
{
  const MouNode *group = mou_agreement_get_node (evaluation->agreement, node);
  const MouScore *score = mou_evaluation_get_score (evaluation, node);
  g_autoptr (MouRatio) written = NULL;
  g_autoptr (MouRatio) average = NULL;
  g_autofree char *weighted_text = NULL;

  if (score->score == NULL)
    {
      explain_state (score, sentences);
      return;
    }

  written = dup_written_weight (evaluation, node + 1, (guint) group->end);
  if (group->indicator->has_weight)
    explain_weight_mismatch (written, group->indicator->weight, sentences);
  average = explain_average (evaluation, node + 1, (guint) group->end, sentences);
  if (score->deduction != NULL)
    {
      explain_deduction_reasons (evaluation, group->indicator->id, sentences);
      explain_deduction (evaluation->agreement->scale, average, score, sentences);
    }
  weighted_text = mou_explain_score (score->weighted);
  mou_explain_add (sentences, _ ("Its share of the total: %s"), weighted_text);
}

GStrv
mou_engine_explain (const MouEvaluation *evaluation, guint node)
{
  GPtrArray *sentences;

  g_return_val_if_fail (evaluation != NULL, NULL);
  g_return_val_if_fail (node < mou_agreement_get_n_nodes (evaluation->agreement), NULL);

  sentences = g_ptr_array_new ();
  if (mou_node_is_leaf (mou_agreement_get_node (evaluation->agreement, node), node))
    explain_leaf (evaluation, node, sentences);
  else
    explain_group (evaluation, node, sentences);

  return finish_sentences (sentences);
}

static void
explain_completeness (const MouEvaluation *evaluation, GPtrArray *sentences)
{
  g_autofree char *evaluated = mou_explain_number (evaluation->evaluated_weight);
  g_autofree char *weight = mou_explain_number (evaluation->weight);

  mou_explain_add (sentences, _ ("Evaluated weight %s of %s"), evaluated, weight);
  explain_weight_mismatch (evaluation->weight, (MouDecimal){ 100, 0 }, sentences);
  if (!evaluation->complete)
    mou_explain_add (sentences, "%s", _ ("The total is provisional: not everything has a score yet"));
}

GStrv
mou_engine_explain_total (const MouEvaluation *evaluation)
{
  GPtrArray *sentences;

  g_return_val_if_fail (evaluation != NULL, NULL);

  sentences = g_ptr_array_new ();
  if (evaluation->blocked)
    mou_explain_add (sentences, "%s", _ ("There is no total: an indicator is not applicable, and the agreement then withholds it"));
  else if (evaluation->total == NULL)
    mou_explain_add (sentences, "%s", _ ("There is no total: nothing with a weight has a score"));
  else
    {
      guint n_nodes = mou_agreement_get_n_nodes (evaluation->agreement);
      g_autoptr (MouRatio) average = explain_average (evaluation, 0, n_nodes, sentences);

      if (evaluation->total_deduction != NULL)
        {
          const MouScore total = { .score = evaluation->total, .deduction = evaluation->total_deduction };

          explain_deduction_reasons (evaluation, 0, sentences);
          explain_deduction (evaluation->agreement->scale, average, &total, sentences);
        }
    }
  explain_completeness (evaluation, sentences);

  return finish_sentences (sentences);
}
