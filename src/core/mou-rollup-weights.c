/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shares the weight of what is not applicable among its siblings, from the roots down. */

#include "mou-rollup-weights.h"

#include "mou-evaluation-private.h"

/* The children of one node, or the roots. */
typedef struct
{
  MouRatioSum *all;        /* Σ weight of the leaves below; NULL while nothing has a weight */
  MouRatioSum *applicable; /* the same over the children that apply */
  gboolean applies;        /* at least one leaf below does */
} Siblings;

static MouRatio *
get_sum (const MouRatioSum *sum)
{
  return sum != NULL ? mou_ratio_sum_get (sum) : mou_ratio_new (0, 1);
}

static void
add_child (Siblings *siblings, const MouRatio *weight, gboolean applies)
{
  if (siblings->all == NULL)
    siblings->all = mou_ratio_sum_new ();
  mou_ratio_sum_add (siblings->all, weight);

  if (!applies)
    return;
  siblings->applies = TRUE;
  if (siblings->applicable == NULL)
    siblings->applicable = mou_ratio_sum_new ();
  mou_ratio_sum_add (siblings->applicable, weight);
}

static MouRatio *
dup_leaf_weight (const MouIndicator *indicator)
{
  return indicator->has_weight ? mou_ratio_new_from_decimal (indicator->weight) : mou_ratio_new (0, 1);
}

/* One entry per node and a last one for the roots. */
static Siblings *
sum_siblings (const MouEvaluation *evaluation)
{
  guint n_nodes = mou_agreement_get_n_nodes (evaluation->agreement);
  Siblings *siblings = g_new0 (Siblings, n_nodes + 1);

  for (guint i = n_nodes; i > 0; i--)
    {
      const MouNode *node = mou_agreement_get_node (evaluation->agreement, i - 1);
      gboolean leaf = mou_node_is_leaf (node, i - 1);
      gboolean applies = leaf ? mou_evaluation_get_score (evaluation, i - 1)->state != MOU_STATE_NOT_APPLICABLE : siblings[i - 1].applies;
      g_autoptr (MouRatio) weight = leaf ? dup_leaf_weight (node->indicator) : get_sum (siblings[i - 1].all);

      add_child (&siblings[node->parent < 0 ? n_nodes : (guint) node->parent], weight, applies);
    }

  return siblings;
}

static void
free_siblings (Siblings *siblings, guint n_nodes)
{
  for (guint i = 0; i <= n_nodes; i++)
    {
      g_clear_pointer (&siblings[i].all, mou_ratio_sum_free);
      g_clear_pointer (&siblings[i].applicable, mou_ratio_sum_free);
    }
  g_free (siblings);
}

static MouRatio *
divide_sums (const Siblings *siblings)
{
  g_autoptr (MouRatio) all = get_sum (siblings->all);
  g_autoptr (MouRatio) applicable = get_sum (siblings->applicable);

  return mou_ratio_sign (applicable) == 0 ? mou_ratio_new (1, 1) : mou_ratio_divide (all, applicable);
}

MouRatio *
mou_rollup_get_share (const MouEvaluation *evaluation, int parent)
{
  Siblings *siblings;
  MouRatio *share;
  guint n_nodes;

  g_return_val_if_fail (evaluation != NULL, NULL);

  n_nodes = mou_agreement_get_n_nodes (evaluation->agreement);
  siblings = sum_siblings (evaluation);
  share = divide_sums (&siblings[parent < 0 ? n_nodes : (guint) parent]);
  free_siblings (siblings, n_nodes);

  return share;
}

/* By node, and a last one for the roots: what a weight directly below is multiplied by. */
static MouRatio **
multiply_shares (const MouEvaluation *evaluation)
{
  guint n_nodes = mou_agreement_get_n_nodes (evaluation->agreement);
  Siblings *siblings = sum_siblings (evaluation);
  MouRatio **factors = g_new0 (MouRatio *, n_nodes + 1);

  factors[n_nodes] = divide_sums (&siblings[n_nodes]);
  for (guint i = 0; i < n_nodes; i++)
    {
      const MouNode *node = mou_agreement_get_node (evaluation->agreement, i);
      g_autoptr (MouRatio) share = NULL;

      if (mou_node_is_leaf (node, i))
        continue;
      share = divide_sums (&siblings[i]);
      factors[i] = mou_ratio_multiply (factors[node->parent < 0 ? n_nodes : (guint) node->parent], share);
    }

  free_siblings (siblings, n_nodes);
  return factors;
}

static void
set_leaf_weight (MouEvaluation *evaluation, guint i, const MouRatio *factor)
{
  MouScore *score = mou_evaluation_edit_score (evaluation, i);
  const MouIndicator *indicator = mou_agreement_get_node (evaluation->agreement, i)->indicator;
  g_autoptr (MouRatio) weight = NULL;

  if (!indicator->has_weight)
    return;

  weight = mou_ratio_new_from_decimal (indicator->weight);
  if (score->state == MOU_STATE_NOT_APPLICABLE && evaluation->agreement->not_applicable != MOU_NOT_APPLICABLE_COUNT_AS_FLOOR)
    score->effective_weight = mou_evaluation_keep_ratio (evaluation, mou_ratio_new (0, 1));
  else if (factor != NULL)
    score->effective_weight = mou_evaluation_keep_ratio (evaluation, mou_ratio_multiply (weight, factor));
  else
    score->effective_weight = mou_evaluation_keep_ratio (evaluation, g_steal_pointer (&weight));
}

static gboolean
has_weight_to_share (const MouEvaluation *evaluation)
{
  guint n_nodes = mou_agreement_get_n_nodes (evaluation->agreement);

  if (evaluation->agreement->not_applicable != MOU_NOT_APPLICABLE_WITHIN_GROUP)
    return FALSE;

  for (guint i = 0; i < n_nodes; i++)
    if (mou_evaluation_get_score (evaluation, i)->state == MOU_STATE_NOT_APPLICABLE)
      return TRUE;

  return FALSE;
}

static void
free_factors (MouRatio **factors, guint n_nodes)
{
  for (guint i = 0; i <= n_nodes; i++)
    g_clear_pointer (&factors[i], mou_ratio_free);
  g_free (factors);
}

static void
set_written_weight (MouEvaluation *evaluation)
{
  g_autoptr (MouRatioSum) sum = mou_ratio_sum_new ();
  guint n_nodes = mou_agreement_get_n_nodes (evaluation->agreement);

  for (guint i = 0; i < n_nodes; i++)
    {
      const MouNode *node = mou_agreement_get_node (evaluation->agreement, i);
      g_autoptr (MouRatio) weight = NULL;

      if (!mou_node_is_leaf (node, i) || !node->indicator->has_weight)
        continue;
      weight = mou_ratio_new_from_decimal (node->indicator->weight);
      mou_ratio_sum_add (sum, weight);
    }

  evaluation->weight = mou_evaluation_keep_ratio (evaluation, mou_ratio_sum_get (sum));
}

void
mou_rollup_set_weights (MouEvaluation *evaluation)
{
  MouRatio **factors;
  guint n_nodes;

  g_return_if_fail (evaluation != NULL);

  n_nodes = mou_agreement_get_n_nodes (evaluation->agreement);
  factors = has_weight_to_share (evaluation) ? multiply_shares (evaluation) : NULL;
  for (guint i = 0; i < n_nodes; i++)
    {
      const MouNode *node = mou_agreement_get_node (evaluation->agreement, i);

      if (mou_node_is_leaf (node, i))
        set_leaf_weight (evaluation, i, factors != NULL ? factors[node->parent < 0 ? n_nodes : (guint) node->parent] : NULL);
    }
  if (factors != NULL)
    free_factors (factors, n_nodes);

  set_written_weight (evaluation);
}
