/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An item is a window on one node of a snapshot and of its evaluation, and keeps both alive. An indicator that an edit did not touch
 * is the same struct in the next snapshot, so comparing pointers tells whether its content changed. */

#include "mou-item-private.h"

struct _MouItem
{
  GObject parent_instance;

  gint64 id;
  guint node;
  MouAgreement *agreement;
  MouEvaluation *evaluation;
};

G_DEFINE_FINAL_TYPE (MouItem, mou_item, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
} MouItemSignal;

static guint signals[N_SIGNALS];

static gboolean
ratio_same (const MouRatio *a, const MouRatio *b)
{
  return a == b || (a != NULL && b != NULL && mou_ratio_equal (a, b));
}

static gboolean
score_same (const MouScore *a, const MouScore *b)
{
  return a->state == b->state && a->level == b->level && ratio_same (a->actual, b->actual) && ratio_same (a->score, b->score)
         && ratio_same (a->effective_weight, b->effective_weight) && ratio_same (a->weighted, b->weighted)
         && ratio_same (a->deduction, b->deduction) && g_strcmp0 (a->label, b->label) == 0 && g_strcmp0 (a->reason, b->reason) == 0;
}

static void
mou_item_finalize (GObject *object)
{
  MouItem *self = MOU_ITEM (object);

  mou_evaluation_unref (self->evaluation);
  mou_agreement_unref (self->agreement);

  G_OBJECT_CLASS (mou_item_parent_class)->finalize (object);
}

static void
mou_item_class_init (MouItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mou_item_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mou_item_init (MouItem *self)
{
}

MouItem *
_mou_item_new (MouAgreement *agreement, MouEvaluation *evaluation, guint node)
{
  MouItem *self = g_object_new (MOU_TYPE_ITEM, NULL);

  self->id = mou_agreement_get_node (agreement, node)->indicator->id;
  self->node = node;
  self->agreement = mou_agreement_ref (agreement);
  self->evaluation = mou_evaluation_ref (evaluation);

  return self;
}

gboolean
_mou_item_update (MouItem *self, MouAgreement *agreement, MouEvaluation *evaluation, guint node)
{
  const MouNode *before = mou_agreement_get_node (self->agreement, self->node);
  const MouNode *after = mou_agreement_get_node (agreement, node);
  gboolean changed = before->indicator != after->indicator || before->depth != after->depth
                     || mou_node_is_leaf (before, self->node) != mou_node_is_leaf (after, node)
                     || !score_same (mou_item_get_score (self), mou_evaluation_get_score (evaluation, node));

  g_assert (after->indicator->id == self->id);

  mou_evaluation_unref (self->evaluation);
  mou_agreement_unref (self->agreement);
  self->evaluation = mou_evaluation_ref (evaluation);
  self->agreement = mou_agreement_ref (agreement);
  self->node = node;

  return changed;
}

void
_mou_item_emit_changed (MouItem *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gint64
mou_item_get_id (MouItem *self)
{
  g_return_val_if_fail (MOU_IS_ITEM (self), 0);

  return self->id;
}

guint
mou_item_get_node (MouItem *self)
{
  g_return_val_if_fail (MOU_IS_ITEM (self), 0);

  return self->node;
}

int
mou_item_get_depth (MouItem *self)
{
  g_return_val_if_fail (MOU_IS_ITEM (self), 0);

  return mou_agreement_get_node (self->agreement, self->node)->depth;
}

const MouIndicator *
mou_item_get_indicator (MouItem *self)
{
  g_return_val_if_fail (MOU_IS_ITEM (self), NULL);

  return mou_agreement_get_node (self->agreement, self->node)->indicator;
}

const MouScore *
mou_item_get_score (MouItem *self)
{
  g_return_val_if_fail (MOU_IS_ITEM (self), NULL);

  return mou_evaluation_get_score (self->evaluation, self->node);
}
