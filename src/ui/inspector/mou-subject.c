/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-subject: see the header. */

#include "mou-subject.h"

gboolean
mou_subject_init (MouSubject *self, MouDocument *document, gint64 indicator, gboolean thai_digits)
{
  const MouAgreement *agreement = document != NULL ? mou_document_get_agreement (document) : NULL;
  const MouEvaluation *evaluation = NULL;
  const MouNode *node = NULL;
  const int index = agreement != NULL && indicator != 0 ? mou_agreement_find_id (agreement, indicator) : -1;

  *self = (MouSubject){ .document = document };
  if (index < 0)
    return FALSE;

  node = mou_agreement_get_node (agreement, (guint) index);
  evaluation = mou_document_get_evaluation (document);
  self->agreement = agreement;
  self->indicator = node->indicator;
  self->assessment = mou_agreement_get_assessment (agreement, mou_document_get_assessment_id (document));
  self->score = mou_evaluation_get_score (evaluation, (guint) index);
  self->node = (guint) index;
  self->is_leaf = mou_node_is_leaf (node, (guint) index);
  self->thai_digits = thai_digits;

  return TRUE;
}

gboolean
mou_subject_init_agreement (MouSubject *self, MouDocument *document, gboolean thai_digits)
{
  const MouAgreement *agreement = document != NULL ? mou_document_get_agreement (document) : NULL;

  *self = (MouSubject){ .document = document, .agreement = agreement, .thai_digits = thai_digits };

  return agreement != NULL;
}

gint64
mou_subject_get_owner (const MouSubject *self, MouEntity entity)
{
  const gint64 agreement = mou_document_get_agreement_id (self->document);

  if (entity == MOU_ENTITY_ORGANISATION)
    return mou_register_lookup (mou_document_get_register (self->document), agreement)->parent;
  if (self->indicator == NULL)
    return agreement;

  return self->indicator->id;
}

static gboolean
has_any_level (const MouLevels *levels)
{
  for (int i = 0; i < levels->count; i++)
    if (levels->levels[i].kind != MOU_LEVEL_ABSENT)
      return TRUE;

  return FALSE;
}

gboolean
mou_subject_has_levels (const MouSubject *self)
{
  switch (self->indicator->kind)
    {
    case MOU_KIND_LINEAR:
    case MOU_KIND_STEPPED:
    case MOU_KIND_JUDGED:
    case MOU_KIND_SCORE:
      return TRUE;
    case MOU_KIND_GROUP:
    case MOU_KIND_GATED:
    case MOU_KIND_CHECKLIST:
    case MOU_N_KINDS:
    default:
      return has_any_level (&self->indicator->levels);
    }
}

gboolean
mou_subject_has_measure (const MouSubject *self)
{
  return self->indicator->measure != NULL || self->indicator->kind == MOU_KIND_GATED || self->indicator->kind == MOU_KIND_CHECKLIST;
}

gboolean
mou_subject_has_result (const MouSubject *self)
{
  return self->assessment != NULL && self->assessment->kind != MOU_ASSESSMENT_BACKTEST && self->indicator->kind != MOU_KIND_GROUP;
}
