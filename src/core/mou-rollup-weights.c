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

/* Remembers what is shared out among the children of `parent`. */
static void
set_share (MouEvaluation *evaluation, int parent, const Siblings *siblings)
{
  g_autoptr (MouRatio) share = divide_sums (siblings);

  if (mou_ratio_compare_decimal (share, (MouDecimal){ 1, 0 }) != 0)
    mou_evaluation_take_share (evaluation, parent, g_steal_pointer (&share));
}

static void
set_shares (MouEvaluation *evaluation)
{
  guint n_nodes = mou_agreement_get_n_nodes (evaluation->agreement);
  Siblings *siblings = sum_siblings (evaluation);

  set_share (evaluation, -1, &siblings[n_nodes]);
  for (guint i = 0; i < n_nodes; i++)
    if (siblings[i].all != NULL)
      set_share (evaluation, (int) i, &siblings[i]);

  free_siblings (siblings, n_nodes);
}

/* `weight` times every share on the way from `parent` up to the roots. */
static MouRatio *
multiply_shares (const MouEvaluation *evaluation, MouRatio *weight, int parent)
{
  g_autoptr (MouRatio) product = weight;

  while (TRUE)
    {
      const MouRatio *share = mou_evaluation_get_share (evaluation, parent);

      if (share != NULL)
        {
          g_autoptr (MouRatio) before = g_steal_pointer (&product);

          product = mou_ratio_multiply (before, share);
        }
      if (parent < 0)
        return g_steal_pointer (&product);
      parent = mou_agreement_get_node (evaluation->agreement, (guint) parent)->parent;
    }
}

static void
set_leaf_weight (MouEvaluation *evaluation, guint i, gboolean shared)
{
  MouScore *score = mou_evaluation_edit_score (evaluation, i);
  const MouNode *node = mou_agreement_get_node (evaluation->agreement, i);
  MouRatio *weight;

  if (!node->indicator->has_weight)
    return;

  if (score->state == MOU_STATE_NOT_APPLICABLE && evaluation->agreement->not_applicable != MOU_NOT_APPLICABLE_COUNT_AS_FLOOR)
    weight = mou_ratio_new (0, 1);
  else if (shared)
    weight = multiply_shares (evaluation, mou_ratio_new_from_decimal (node->indicator->weight), node->parent);
  else
    weight = mou_ratio_new_from_decimal (node->indicator->weight);

  score->effective_weight = mou_evaluation_keep_ratio (evaluation, weight);
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

/* In decimals, which is quick, and in a rational only what does not fit one. */
static void
set_written_weight (MouEvaluation *evaluation)
{
  g_autoptr (MouRatioSum) sum = mou_ratio_sum_new ();
  g_autoptr (MouRatio) rest = NULL;
  MouDecimal part = MOU_DECIMAL_ZERO;
  guint n_nodes = mou_agreement_get_n_nodes (evaluation->agreement);

  for (guint i = 0; i < n_nodes; i++)
    {
      const MouNode *node = mou_agreement_get_node (evaluation->agreement, i);

      if (!mou_node_is_leaf (node, i) || !node->indicator->has_weight)
        continue;
      if (!mou_decimal_add (part, node->indicator->weight, &part))
        {
          g_autoptr (MouRatio) full = mou_ratio_new_from_decimal (part);

          mou_ratio_sum_add (sum, full);
          part = node->indicator->weight;
        }
    }

  rest = mou_ratio_new_from_decimal (part);
  mou_ratio_sum_add (sum, rest);
  evaluation->weight = mou_evaluation_keep_ratio (evaluation, mou_ratio_sum_get (sum));
}

void
mou_rollup_set_weights (MouEvaluation *evaluation)
{
  gboolean shared;
  guint n_nodes;

  g_return_if_fail (evaluation != NULL);

  n_nodes = mou_agreement_get_n_nodes (evaluation->agreement);
  shared = has_weight_to_share (evaluation);
  if (shared)
    set_shares (evaluation);
  for (guint i = 0; i < n_nodes; i++)
    if (mou_node_is_leaf (mou_agreement_get_node (evaluation->agreement, i), i))
      set_leaf_weight (evaluation, i, shared);

  set_written_weight (evaluation);
}
