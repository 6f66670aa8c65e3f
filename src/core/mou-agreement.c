/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a snapshot: references and look-ups. Nothing here changes one. */

#include "mou-agreement-private.h"

MouAgreement *
mou_agreement_ref (MouAgreement *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

static void
free_keep (MouAgreementKeep *keep)
{
  g_clear_pointer (&keep->by_id, g_hash_table_unref);
  g_clear_pointer (&keep->by_code, g_hash_table_unref);
  g_clear_pointer (&keep->rows, g_ptr_array_unref);
  g_free (keep);
}

void
mou_agreement_unref (MouAgreement *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  free_keep (self->keep);
  for (guint i = 0; i < self->nodes->len; i++)
    _mou_indicator_unref (g_array_index (self->nodes, MouNode, i).indicator);
  g_array_unref (self->nodes);
  g_array_unref (self->parties);
  g_array_unref (self->missions);
  g_array_unref (self->terms);
  g_array_unref (self->notes);
  g_ptr_array_unref (self->assessments);
  g_free (self);
}

guint
mou_agreement_get_n_nodes (const MouAgreement *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->nodes->len;
}

const MouNode *
mou_agreement_get_node (const MouAgreement *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->nodes->len, NULL);

  return &g_array_index (self->nodes, MouNode, index);
}

gboolean
mou_node_is_leaf (const MouNode *node, guint index)
{
  g_return_val_if_fail (node != NULL, FALSE);

  return node->end == (int) index + 1;
}

static int
find_node (GHashTable *table, gconstpointer key)
{
  gpointer index;

  return g_hash_table_lookup_extended (table, key, NULL, &index) ? (int) GPOINTER_TO_UINT (index) : -1;
}

int
mou_agreement_find_code (const MouAgreement *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, -1);

  return find_node (((const MouAgreementKeep *) self->keep)->by_code, code);
}

int
mou_agreement_find_id (const MouAgreement *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, -1);

  return find_node (((const MouAgreementKeep *) self->keep)->by_id, &id);
}

const MouAssessment *
mou_agreement_find_assessment (const MouAgreement *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->assessments->len; i > 0; i--)
    {
      const MouAssessment *assessment = g_ptr_array_index (self->assessments, i - 1);

      if (name == NULL || g_str_equal (assessment->name, name))
        return assessment;
    }

  return NULL;
}

const MouAssessment *
mou_agreement_get_assessment (const MouAgreement *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->assessments->len; i++)
    {
      const MouAssessment *assessment = g_ptr_array_index (self->assessments, i);

      if (assessment->id == id)
        return assessment;
    }

  return NULL;
}

const MouResult *
mou_assessment_get_result (const MouAssessment *self, gint64 indicator)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->results, &indicator);
}

const MouHistory *
mou_indicator_get_history (const MouIndicator *self, int year)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->history->len; i++)
    if (g_array_index (self->history, MouHistory, i).year == year)
      return &g_array_index (self->history, MouHistory, i);

  return NULL;
}
