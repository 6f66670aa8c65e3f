/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of mou-interpolation with their numbers turned into doubles once. */

#include "mou-score-double.h"

#include "mou-criterion.h"
#include "mou-rebase.h"

#include <math.h>

typedef struct
{
  double value;
  double points;
  gboolean beyond;
  gboolean rises;
} Step;

typedef struct
{
  guint node;
  double weight;
  int direction; /* 0: the value is the score */
  gboolean proportional;
  double base_points;
  int n_steps;
  Step steps[MOU_LEVEL_COUNT_MAX];
} Leaf;

struct _MouScoreDouble
{
  double floor, top;
  GArray *leaves;
};

static void
copy_steps (Leaf *leaf, const MouInterpolation *from)
{
  leaf->direction = from->direction;
  leaf->proportional = from->proportional;
  leaf->base_points = from->base_points;
  leaf->n_steps = from->n_steps;
  for (int i = 0; i < from->n_steps; i++)
    leaf->steps[i] = (Step){ .value = mou_decimal_to_double (from->steps[i].value),
                             .points = from->steps[i].points,
                             .beyond = from->steps[i].beyond,
                             .rises = from->steps[i].rises };
}

/* FALSE when the criterion cannot score a past result. */
static gboolean
init_leaf (Leaf *leaf, const MouAgreement *agreement, const MouIndicator *indicator)
{
  MouInterpolation steps;
  MouLevels storage;
  const MouLevels *levels;
  g_autofree char *reason = NULL;

  leaf->weight = indicator->has_weight ? mou_decimal_to_double (indicator->weight) : 0;
  if (mou_criterion_get (indicator->kind)->past_is_score)
    return TRUE;

  levels = mou_indicator_get_effective_levels (indicator, &storage);
  if (levels == NULL
      || !mou_interpolation_init (&steps, levels, agreement->scale, indicator->gap, indicator->kind == MOU_KIND_STEPPED, &reason))
    return FALSE;

  copy_steps (leaf, &steps);
  return TRUE;
}

MouScoreDouble *
mou_score_double_new (const MouAgreement *agreement)
{
  MouScoreDouble *self;

  g_return_val_if_fail (agreement != NULL, NULL);

  self = g_new0 (MouScoreDouble, 1);
  self->floor = agreement->scale->floor;
  self->top = agreement->scale->top;
  self->leaves = g_array_new (FALSE, FALSE, sizeof (Leaf));
  for (guint i = 0; i < mou_agreement_get_n_nodes (agreement); i++)
    {
      const MouNode *node = mou_agreement_get_node (agreement, i);
      Leaf leaf = { .node = i };

      if (mou_node_is_leaf (node, i) && init_leaf (&leaf, agreement, node->indicator))
        g_array_append_val (self->leaves, leaf);
    }

  return self;
}

void
mou_score_double_free (MouScoreDouble *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->leaves);
  g_free (self);
}

static const Leaf *
get_leaf (const MouScoreDouble *self, guint leaf)
{
  return &g_array_index (self->leaves, Leaf, leaf);
}

guint
mou_score_double_get_n_leaves (const MouScoreDouble *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->leaves->len;
}

guint
mou_score_double_get_node (const MouScoreDouble *self, guint leaf)
{
  g_return_val_if_fail (self != NULL && leaf < self->leaves->len, 0);

  return get_leaf (self, leaf)->node;
}

double
mou_score_double_get_weight (const MouScoreDouble *self, guint leaf)
{
  g_return_val_if_fail (self != NULL && leaf < self->leaves->len, 0);

  return get_leaf (self, leaf)->weight;
}

static double
score_before_steps (const Leaf *leaf, double value, double floor)
{
  if (!leaf->proportional)
    return leaf->base_points;

  return MAX (floor, value / leaf->steps[0].value * leaf->steps[0].points);
}

static double
score_by_steps (const Leaf *leaf, double value, double floor)
{
  for (int i = leaf->n_steps - 1; i >= 0; i--)
    {
      const Step *step = &leaf->steps[i];
      double ahead = leaf->direction * (value - step->value);

      if (step->beyond ? ahead <= 0 : ahead < 0)
        continue;
      if (!step->rises)
        return step->points;

      return step->points + (value - step->value) / (step[1].value - step->value) * (step[1].points - step->points);
    }

  return score_before_steps (leaf, value, floor);
}

double
mou_score_double_score (const MouScoreDouble *self, guint leaf, double value)
{
  g_return_val_if_fail (self != NULL && leaf < self->leaves->len, (double) NAN);

  if (get_leaf (self, leaf)->direction == 0)
    return CLAMP (value, self->floor, self->top);

  return score_by_steps (get_leaf (self, leaf), value, self->floor);
}

double
mou_score_double_get_total (const MouScoreDouble *self, const double *values)
{
  double weighted = 0, weight = 0;

  g_return_val_if_fail (self != NULL && values != NULL, (double) NAN);

  for (guint i = 0; i < self->leaves->len; i++)
    {
      double share = get_leaf (self, i)->weight;

      if (isnan (values[i]))
        continue;
      weighted += share * mou_score_double_score (self, i, values[i]);
      weight += share;
    }

  return weight > 0 ? weighted / weight : (double) NAN;
}
