/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Seals of all agreements and evaluations of a register. The text of an agreement is made once for all that is sealed of it. */

#include "mou-seal-private.h"

#include "mou-canon.h"
#include "mou-row-name.h"

void
mou_seal_free (MouSeal *self)
{
  g_free (self->name);
  g_free (self->assessment_name);
  g_free (self->seal);
  g_free (self);
}

static MouSeal *
make_seal (MouRegister *rows, const MouRow *agreement, const MouAssessment *assessment, const char *text)
{
  MouSeal *self = g_new0 (MouSeal, 1);

  self->agreement = agreement->id;
  self->assessment = assessment != NULL ? assessment->id : 0;
  self->name = mou_row_dup_agreement_name (rows, NULL, agreement);
  self->assessment_name = assessment != NULL ? g_strdup (assessment->name) : NULL;
  self->seal = mou_canon_seal (text);

  return self;
}

MouSeal *
_mou_seal_new_evaluation (MouRegister *rows, MouAgreement *agreement, const MouAssessment *assessment, const char *agreement_hash)
{
  g_autoptr (MouEvaluation) evaluation = mou_engine_evaluate (agreement, assessment);
  g_autofree char *text = mou_canon_evaluation_text (rows, evaluation, agreement_hash);

  return make_seal (rows, mou_register_lookup (rows, agreement->id), assessment, text);
}

void
_mou_seal_add_all (MouRegister *rows, gint64 agreement, GPtrArray *seals)
{
  g_autofree char *text = mou_canon_agreement_text (rows, agreement);
  g_autofree char *hash = mou_canon_hash (text);
  g_autoptr (MouAgreement) snapshot = mou_register_dup_agreement (rows, agreement);

  g_ptr_array_add (seals, make_seal (rows, mou_register_lookup (rows, agreement), NULL, text));
  for (guint i = 0; i < snapshot->assessments->len; i++)
    g_ptr_array_add (seals, _mou_seal_new_evaluation (rows, snapshot, g_ptr_array_index (snapshot->assessments, i), hash));
}

GPtrArray *
mou_seal_list (MouRegister *rows)
{
  GPtrArray *seals = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_seal_free);
  GPtrArray *organisations;

  g_return_val_if_fail (rows != NULL, seals);

  organisations = mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION);
  for (guint i = 0; i < organisations->len; i++)
    {
      const MouRow *organisation = g_ptr_array_index (organisations, i);
      GPtrArray *agreements = mou_register_get_children (rows, organisation->id, MOU_ENTITY_AGREEMENT);

      for (guint j = 0; j < agreements->len; j++)
        _mou_seal_add_all (rows, ((const MouRow *) g_ptr_array_index (agreements, j))->id, seals);
    }

  return seals;
}

char *
mou_seal_dup_agreement (MouRegister *rows, gint64 agreement)
{
  g_autofree char *text = mou_canon_agreement_text (rows, agreement);

  return mou_canon_seal (text);
}

char *
mou_seal_dup_evaluation (MouRegister *rows, const MouEvaluation *evaluation)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (rows != NULL && evaluation != NULL, NULL);
  if (evaluation->assessment == NULL || evaluation->assessment->id == 0)
    return NULL;
  text = mou_canon_evaluation_text (rows, evaluation, NULL);

  return mou_canon_seal (text);
}
