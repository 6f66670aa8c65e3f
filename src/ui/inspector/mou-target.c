/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-target: see the header. */

#include "mou-target.h"
#include "mou-cell-text.h"
#include "mou-signing.h"

static gboolean
is_numbered (MouEntity entity)
{
  return entity == MOU_ENTITY_LEVEL || entity == MOU_ENTITY_MEASURE_LEVEL || entity == MOU_ENTITY_HISTORY;
}

static gboolean
is_result_part (MouEntity entity)
{
  return entity == MOU_ENTITY_RESULT_VARIABLE || entity == MOU_ENTITY_RESULT_GATE || entity == MOU_ENTITY_RESULT_ITEM;
}

gboolean
mou_target_parse (const char *text, MouTarget *target)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);

  g_return_val_if_fail (target != NULL, FALSE);

  if (g_strv_length (parts) != 2)
    return FALSE;

  *target = (MouTarget){ .entity = mou_entity_lookup (parts[0]) };
  if (target->entity == MOU_ENTITY_NONE)
    return FALSE;

  target->index = is_numbered (target->entity) ? (int) g_ascii_strtoll (parts[1], NULL, 10) : mou_field_lookup (target->entity, parts[1]);
  return target->index >= 0;
}

/* The number of a level or year: of the row that is there, or of the one that should be. */
static int
get_number (MouDocument *document, const MouPlace *place)
{
  MouRow *row = mou_register_lookup (mou_document_get_register (document), place->row);

  if (row != NULL && row->entity == place->entity)
    return (int) mou_row_get_integer (row, 0, -1);

  return place->key != NULL ? (int) g_ascii_strtoll (place->key, NULL, 10) : -1;
}

gboolean
mou_target_init_from_place (MouTarget *target, MouDocument *document, const MouPlace *place, gint64 assessment)
{
  *target = (MouTarget){ place->entity, place->row, place->field, 0 };

  switch ((int) place->entity)
    {
    case MOU_ENTITY_ORGANISATION:
    case MOU_ENTITY_AGREEMENT:
    case MOU_ENTITY_PARTY:
    case MOU_ENTITY_MISSION:
    case MOU_ENTITY_TERM:
    case MOU_ENTITY_NOTE:
    case MOU_ENTITY_INDICATOR:
    case MOU_ENTITY_GATE:
    case MOU_ENTITY_ITEM:
    case MOU_ENTITY_VARIABLE:
    case MOU_ENTITY_CONDITION:
    case MOU_ENTITY_STRATEGY:
    case MOU_ENTITY_REBASE:
      return TRUE;
    case MOU_ENTITY_MEASURE:
      target->owner = place->indicator;
      return TRUE;
    case MOU_ENTITY_LEVEL:
    case MOU_ENTITY_MEASURE_LEVEL:
    case MOU_ENTITY_HISTORY:
      target->owner = place->indicator;
      target->index = get_number (document, place);
      return TRUE;
    case MOU_ENTITY_RESULT:
      target->owner = place->indicator;
      target->index = place->field == MOU_RESULT_LEVEL ? MOU_RESULT_VALUE : place->field;
      target->assessment = assessment;
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
mou_target_matches (const MouTarget *target, const MouTarget *wanted)
{
  return target->entity == wanted->entity && target->owner == wanted->owner && target->assessment == wanted->assessment
         && (wanted->index < 0 || target->index == wanted->index);
}

const MouField *
mou_target_get_field (const MouTarget *target)
{
  return is_numbered (target->entity) || is_result_part (target->entity) ? NULL : mou_field_get (target->entity, target->index);
}

static const MouRow *
find_referring (MouDocument *document, gint64 parent, MouEntity entity, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return mou_register_find (mou_document_get_register (document), parent, entity, key);
}

static const MouRow *
find_part (const MouTarget *target, MouDocument *document)
{
  const MouRow *owner = mou_register_lookup (mou_document_get_register (document), target->owner);
  const MouRow *result = owner != NULL ? find_referring (document, target->assessment, MOU_ENTITY_RESULT, owner->parent) : NULL;

  return result != NULL ? find_referring (document, result->id, target->entity, target->owner) : NULL;
}

static const MouRow *
find_measure (MouDocument *document, gint64 indicator)
{
  GPtrArray *measures = mou_register_get_children (mou_document_get_register (document), indicator, MOU_ENTITY_MEASURE);

  return measures->len > 0 ? measures->pdata[0] : NULL;
}

/* The row whose field `index` is the value; NULL when there is none yet. */
static const MouRow *
find_row (const MouTarget *target, MouDocument *document)
{
  switch ((int) target->entity)
    {
    case MOU_ENTITY_MEASURE:
      return find_measure (document, target->owner);
    case MOU_ENTITY_RESULT:
      return find_referring (document, target->assessment, MOU_ENTITY_RESULT, target->owner);
    default:
      return mou_register_lookup (mou_document_get_register (document), target->owner);
    }
}

static const MouIndicator *
find_indicator (MouDocument *document, gint64 id)
{
  const MouAgreement *agreement = mou_document_get_agreement (document);
  const int index = agreement != NULL ? mou_agreement_find_id (agreement, id) : -1;

  return index >= 0 ? mou_agreement_get_node (agreement, (guint) index)->indicator : NULL;
}

static char *
dup_level_text (const MouLevels *levels, int number)
{
  if (number < 1 || number > levels->count)
    return g_strdup ("");

  return mou_level_cell_format (&levels->levels[number - 1]);
}

static char *
dup_actual_text (const MouTarget *target, MouDocument *document, const MouIndicator *indicator)
{
  const MouAssessment *assessment = mou_agreement_get_assessment (mou_document_get_agreement (document), target->assessment);

  if (assessment == NULL)
    return g_strdup ("");
  if (assessment->kind == MOU_ASSESSMENT_BACKTEST)
    return mou_history_cell_format (mou_indicator_get_history (indicator, assessment->history_year));

  return mou_actual_cell_format (mou_assessment_get_result (assessment, indicator->id), indicator->kind);
}

/* Of a value that the snapshot holds in a form of its own. */
static char *
dup_cell_text (const MouTarget *target, MouDocument *document)
{
  const MouIndicator *indicator = find_indicator (document, target->owner);

  if (indicator == NULL)
    return g_strdup ("");
  if (target->entity == MOU_ENTITY_LEVEL)
    return dup_level_text (&indicator->levels, target->index);
  if (target->entity == MOU_ENTITY_MEASURE_LEVEL)
    return indicator->measure != NULL ? dup_level_text (&indicator->measure->levels, target->index) : g_strdup ("");
  if (target->entity == MOU_ENTITY_HISTORY)
    return mou_history_cell_format (mou_indicator_get_history (indicator, target->index));

  return dup_actual_text (target, document, indicator);
}

static gboolean
is_actual (const MouTarget *target)
{
  return target->entity == MOU_ENTITY_RESULT && target->index == MOU_RESULT_VALUE;
}

char *
mou_target_dup_text (const MouTarget *target, MouDocument *document)
{
  const MouRow *row = NULL;
  const char *text = NULL;

  if (is_numbered (target->entity) || is_actual (target))
    return dup_cell_text (target, document);

  row = is_result_part (target->entity) ? find_part (target, document) : find_row (target, document);
  if (row != NULL)
    text = mou_row_get (row, is_result_part (target->entity) ? 1 : target->index);

  return g_strdup (text != NULL ? text : "");
}

static gboolean
commit_measure (const MouTarget *target, MouDocument *document, const char *text, GError **error)
{
  const MouRow *measure = find_measure (document, target->owner);
  const char *values[MOU_N_MEASURE_FIELDS] = { NULL };

  if (measure != NULL)
    return mou_document_set_field (document, measure->id, target->index, text, error);

  values[target->index] = text;
  return mou_document_add_row (document, MOU_ENTITY_MEASURE, target->owner, values, NULL, error);
}

static gboolean
commit_result (const MouTarget *target, MouDocument *document, const char *text, GError **error)
{
  const MouRow *result = find_row (target, document);
  g_autofree char *state = result != NULL ? g_strdup (mou_row_get (result, MOU_RESULT_STATE)) : NULL;
  g_autofree char *reason = result != NULL ? g_strdup (mou_row_get (result, MOU_RESULT_REASON)) : NULL;

  switch (target->index)
    {
    case MOU_RESULT_VALUE:
      return mou_document_set_actual (document, target->assessment, target->owner, text, error);
    case MOU_RESULT_STATE:
      return mou_document_set_result_state (document, target->assessment, target->owner, text, *text != '\0' ? reason : NULL, error);
    case MOU_RESULT_REASON:
      return mou_document_set_result_state (document, target->assessment, target->owner, state, text, error);
    default:
      return mou_document_set_result_text (document, target->assessment, target->owner, target->index, text, error);
    }
}

gboolean
mou_target_commit (const MouTarget *target, MouDocument *document, const char *text, GError **error)
{
  switch ((int) target->entity)
    {
    case MOU_ENTITY_MEASURE:
      return commit_measure (target, document, text, error);
    case MOU_ENTITY_LEVEL:
      return mou_document_set_level (document, target->owner, target->index, text, error);
    case MOU_ENTITY_MEASURE_LEVEL:
      return mou_document_set_measure_level (document, target->owner, target->index, text, error);
    case MOU_ENTITY_HISTORY:
      return mou_document_set_history (document, target->owner, target->index, text, error);
    case MOU_ENTITY_RESULT:
      return commit_result (target, document, text, error);
    case MOU_ENTITY_RESULT_VARIABLE:
      return mou_document_set_result_variable (document, target->assessment, target->owner, text, error);
    case MOU_ENTITY_RESULT_GATE:
      return mou_document_set_result_gate (document, target->assessment, target->owner, text, error);
    case MOU_ENTITY_RESULT_ITEM:
      return mou_document_set_result_item (document, target->assessment, target->owner, text, error);
    default:
      return mou_document_set_field (document, target->owner, target->index, text, error);
    }
}

/* In a back-test the actual value is a past result, which is signed. */
static gboolean
is_past (const MouTarget *target, MouRegister *rows)
{
  const MouRow *assessment = mou_register_lookup (rows, target->assessment);

  return target->entity == MOU_ENTITY_RESULT && target->index == MOU_RESULT_VALUE && assessment != NULL
         && g_strcmp0 (mou_row_get (assessment, MOU_ASSESSMENT_KIND), "backtest") == 0;
}

char *
mou_target_dup_lock (const MouTarget *target, MouDocument *document)
{
  MouRegister *rows = mou_document_get_register (document);

  if (is_past (target, rows))
    return mou_signing_dup_reason (rows, target->owner, MOU_ENTITY_HISTORY, -1);
  if (target->entity == MOU_ENTITY_RESULT || is_result_part (target->entity))
    return NULL;

  return mou_signing_dup_reason (rows, target->owner, target->entity, is_numbered (target->entity) ? -1 : target->index);
}
