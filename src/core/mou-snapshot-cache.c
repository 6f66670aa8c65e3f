/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Remembers typed indicators, results and assessments by the id of their row, and puts snapshots together from them. */

#include "mou-snapshot-cache.h"

#include "mou-agreement-private.h"
#include "mou-register-private.h"

struct _MouSnapshotCache
{
  GHashTable *indicators;  /* &id → MouIndicator */
  GHashTable *results;     /* &id → MouResult */
  GHashTable *assessments; /* &id → MouAssessment */
};

MouSnapshotCache *
_mou_snapshot_cache_new (void)
{
  MouSnapshotCache *self = g_new0 (MouSnapshotCache, 1);

  self->indicators = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) _mou_indicator_unref);
  self->results = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) _mou_result_unref);
  self->assessments = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) _mou_assessment_unref);

  return self;
}

void
_mou_snapshot_cache_free (MouSnapshotCache *self)
{
  g_clear_pointer (&self->indicators, g_hash_table_unref);
  g_clear_pointer (&self->results, g_hash_table_unref);
  g_clear_pointer (&self->assessments, g_hash_table_unref);
  g_free (self);
}

static gboolean
is_empty (const MouSnapshotCache *self)
{
  return g_hash_table_size (self->indicators) + g_hash_table_size (self->results) + g_hash_table_size (self->assessments) == 0;
}

/* The parent, or NULL where the register is not valid and it is of another entity. */
static const MouRow *
get_parent (MouRegister *rows, const MouRow *row)
{
  const MouRow *parent = mou_register_lookup (rows, row->parent);

  return parent != NULL && parent->entity == mou_entity_get_info (row->entity)->parent ? parent : NULL;
}

void
_mou_snapshot_cache_forget (MouSnapshotCache *self, MouRegister *rows, const MouRow *row)
{
  if (is_empty (self))
    return;

  for (; row != NULL; row = get_parent (rows, row))
    {
      if (row->entity == MOU_ENTITY_INDICATOR)
        g_hash_table_remove (self->indicators, &row->id);
      else if (row->entity == MOU_ENTITY_RESULT)
        g_hash_table_remove (self->results, &row->id);
      else if (row->entity == MOU_ENTITY_ASSESSMENT)
        g_hash_table_remove (self->assessments, &row->id);
    }
}

static const MouIndicator *
ref_indicator (MouSnapshotCache *self, MouRegister *rows, MouRow *row, const MouScale *scale)
{
  const MouIndicator *indicator = g_hash_table_lookup (self->indicators, &row->id);

  if (indicator == NULL || _mou_indicator_get_scale (indicator) != scale)
    {
      MouIndicator *made = _mou_indicator_new (rows, row, scale);

      g_hash_table_replace (self->indicators, &made->id, made);
      indicator = made;
    }

  return _mou_indicator_ref (indicator);
}

static MouResult *
ref_result (MouSnapshotCache *self, MouRegister *rows, MouRow *row)
{
  MouResult *result = g_hash_table_lookup (self->results, &row->id);

  if (result == NULL)
    {
      result = _mou_result_new (rows, row);
      g_hash_table_replace (self->results, &result->id, result);
    }

  return _mou_result_ref (result);
}

static MouAssessment *
ref_assessment (MouSnapshotCache *self, MouRegister *rows, MouRow *row)
{
  MouAssessment *assessment = g_hash_table_lookup (self->assessments, &row->id);

  if (assessment == NULL)
    {
      GPtrArray *results = mou_register_get_children (rows, row->id, MOU_ENTITY_RESULT);

      assessment = _mou_assessment_new (rows, row);
      for (guint i = 0; i < results->len; i++)
        {
          MouResult *result = ref_result (self, rows, g_ptr_array_index (results, i));

          g_hash_table_replace (assessment->results, &result->indicator, result);
        }
      g_hash_table_replace (self->assessments, &assessment->id, assessment);
    }

  return _mou_assessment_ref (assessment);
}

static void
add_group (MouSnapshotCache *self, MouRegister *rows, MouAgreement *agreement, gint64 group, int parent, int depth)
{
  GPtrArray *members = _mou_register_get_group (rows, agreement->id, group);

  for (guint i = 0; i < members->len && depth < MOU_INDICATOR_MAX_DEPTH; i++)
    {
      MouRow *row = g_ptr_array_index (members, i);
      guint index = _mou_agreement_add_node (agreement, ref_indicator (self, rows, row, agreement->scale), parent, depth);

      add_group (self, rows, agreement, row->id, (int) index, depth + 1);
      g_array_index (agreement->nodes, MouNode, index).end = (int) agreement->nodes->len;
    }
}

MouAgreement *
_mou_snapshot_cache_dup_agreement (MouSnapshotCache *self, MouRegister *rows, MouRow *row)
{
  MouRow *organisation = mou_register_lookup (rows, row->parent);
  GPtrArray *assessments = mou_register_get_children (rows, row->id, MOU_ENTITY_ASSESSMENT);
  MouAgreement *agreement;

  g_return_val_if_fail (organisation != NULL, NULL);

  agreement = _mou_agreement_new (rows, organisation, row);
  add_group (self, rows, agreement, 0, -1, 0);
  for (guint i = 0; i < assessments->len; i++)
    g_ptr_array_add (agreement->assessments, ref_assessment (self, rows, g_ptr_array_index (assessments, i)));

  return agreement;
}
