/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Next year's draft from this year's agreement.
 *
 * Everything that is agreed anew is copied; what belongs to the year that closes (signings, assessments, re-bases, projects) stays behind.
 * The history moves on by one year, and the closing year enters it from the best full-year assessment there is. */

#include "mou-document-edits.h"
#include "mou-document-private.h"

#include "mou-rebase.h"
#include "mou-rounding.h"
#include "mou-thai.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HISTORY_YEARS 5
#define ACTUAL_PLACES 6 /* of a measured value that a formula gave */

typedef struct
{
  MouDocument *document;
  MouEdit *edit;
  MouAgreement *old; /* snapshot, so that rows may come and go */
  int closing_year;
  MouEvaluation *closing; /* its results; NULL when nobody assessed the whole year */
  gint64 target;          /* the new agreement */
  GHashTable *copies;     /* old indicator id → new id, as texts */
} NewYear;

static const MouEntity agreement_parts[] = { MOU_ENTITY_PARTY, MOU_ENTITY_MISSION, MOU_ENTITY_TERM, MOU_ENTITY_NOTE };
static const MouEntity indicator_parts[]
    = { MOU_ENTITY_GATE, MOU_ENTITY_ITEM, MOU_ENTITY_VARIABLE, MOU_ENTITY_CONDITION, MOU_ENTITY_STRATEGY };

static gint64
copy_row (const NewYear *year, const MouRow *row, gint64 parent, const char *const *values, GError **error)
{
  return mou_edit_insert (year->edit, row->entity, parent, row->ordinal, values, error);
}

static gboolean
copy_children (const NewYear *year, gint64 from, gint64 to, MouEntity entity, GError **error)
{
  g_autoptr (GPtrArray) rows = _mou_document_list_children (year->document, from, entity);

  for (guint i = 0; i < rows->len; i++)
    {
      const MouRow *row = g_ptr_array_index (rows, i);

      if (copy_row (year, row, to, (const char *const *) row->values, error) == 0)
        return FALSE;
    }

  return TRUE;
}

/* Levels with the thresholds of `effective`: what was in force in the end. */
static gboolean
copy_levels (const NewYear *year, gint64 from, gint64 to, MouEntity entity, const MouLevels *effective, GError **error)
{
  g_autoptr (GPtrArray) rows = _mou_document_list_children (year->document, from, entity);

  for (guint i = 0; i < rows->len; i++)
    {
      const MouRow *row = g_ptr_array_index (rows, i);
      int slot = (int) mou_row_get_integer (row, MOU_LEVEL_NUMBER, 1) - 1;
      const char *values[MOU_N_LEVEL_FIELDS];
      g_autofree char *threshold = NULL;

      memcpy (values, row->values, sizeof values);
      if (slot < effective->count && effective->levels[slot].kind == MOU_LEVEL_NUMERIC)
        values[MOU_LEVEL_VALUE] = threshold = mou_decimal_to_text (effective->levels[slot].value);
      if (copy_row (year, row, to, values, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_measure (const NewYear *year, const MouIndicator *indicator, gint64 to, const MouLevels *effective, GError **error)
{
  const MouRow *row = mou_register_lookup (year->document->rows, indicator->measure->id);
  gint64 copy = copy_row (year, row, to, (const char *const *) row->values, error);

  return copy != 0 && copy_levels (year, row->id, copy, MOU_ENTITY_MEASURE_LEVEL, effective, error);
}

/* A re-base moves the levels that the numbers are held against, the measure's where there is one; the others stay. */
static gboolean
copy_criteria (const NewYear *year, const MouIndicator *indicator, gint64 to, GError **error)
{
  MouLevels storage;
  const MouLevels *effective = mou_indicator_get_effective_levels (indicator, &storage);

  if (effective == NULL)
    return _mou_document_refuse (error, _ ("The re-based levels of %s are too large."), indicator->code);
  if (indicator->measure == NULL)
    return copy_levels (year, indicator->id, to, MOU_ENTITY_LEVEL, effective, error);

  return copy_levels (year, indicator->id, to, MOU_ENTITY_LEVEL, &indicator->levels, error)
         && copy_measure (year, indicator, to, effective, error);
}

static gboolean
copy_history (const NewYear *year, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GPtrArray) rows = _mou_document_list_children (year->document, from, MOU_ENTITY_HISTORY);

  for (guint i = 0; i < rows->len; i++)
    {
      const MouRow *row = g_ptr_array_index (rows, i);
      int of = (int) mou_row_get_integer (row, MOU_HISTORY_YEAR, 0);

      if (of > year->closing_year - HISTORY_YEARS && of < year->closing_year
          && copy_row (year, row, to, (const char *const *) row->values, error) == 0)
        return FALSE;
    }

  return TRUE;
}

/* What the closing year's result of `node` says in a history cell; NULL for a blank. Of a judged row that is its level. */
static char *
dup_closing_value (const NewYear *year, guint node)
{
  const MouScore *score = mou_evaluation_get_score (year->closing, node);
  const MouIndicator *indicator = mou_agreement_get_node (year->old, node)->indicator;
  const MouResult *result = mou_assessment_get_result (year->closing->assessment, indicator->id);

  if (result == NULL)
    return NULL;

  switch (result->state)
    {
    case MOU_RESULT_PENDING:
      return g_strdup ("N/A");
    case MOU_RESULT_NOT_APPLICABLE:
      return g_strdup ("-");
    case MOU_RESULT_NOT_REPORTED:
    case MOU_RESULT_REPORTED:
    default:
      break;
    }

  if (indicator->kind == MOU_KIND_JUDGED)
    return result->has_level ? mou_decimal_to_text (result->level) : NULL;
  if (result->has_value)
    return mou_decimal_to_text (result->value);

  return score->actual != NULL ? mou_rounding_to_short_text (score->actual, ACTUAL_PLACES) : NULL;
}

/* The closing year is provisional until somebody says otherwise: its accounts are audited after the new agreement is signed. */
static gboolean
add_closing_year (const NewYear *year, guint node, gint64 to, GError **error)
{
  g_autofree char *value = year->closing != NULL ? dup_closing_value (year, node) : NULL;
  g_autofree char *key = g_strdup_printf ("%d", year->closing_year);
  gboolean is_number = value != NULL && !g_str_equal (value, "-") && !g_str_equal (value, "N/A");
  const char *const values[MOU_N_HISTORY_FIELDS] = { key, value, is_number ? "1" : NULL };

  return value == NULL || mou_edit_insert (year->edit, MOU_ENTITY_HISTORY, to, -1, values, error) != 0;
}

/* The row itself, in the copy of its group. */
static gint64
copy_indicator_row (const NewYear *year, gint64 id, GError **error)
{
  const MouRow *row = mou_register_lookup (year->document->rows, id);
  const char *values[MOU_N_INDICATOR_FIELDS];
  gint64 copy;

  memcpy (values, row->values, sizeof values);
  if (values[MOU_INDICATOR_GROUP] != NULL)
    values[MOU_INDICATOR_GROUP] = g_hash_table_lookup (year->copies, values[MOU_INDICATOR_GROUP]);

  copy = copy_row (year, row, year->target, values, error);
  if (copy != 0)
    g_hash_table_insert (year->copies, _mou_id_text (id), _mou_id_text (copy));

  return copy;
}

static gboolean
copy_indicator (const NewYear *year, guint node, GError **error)
{
  const MouIndicator *indicator = mou_agreement_get_node (year->old, node)->indicator;
  gint64 copy = copy_indicator_row (year, indicator->id, error);

  if (copy == 0 || !copy_criteria (year, indicator, copy, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (indicator_parts); i++)
    if (!copy_children (year, indicator->id, copy, indicator_parts[i], error))
      return FALSE;

  return copy_history (year, indicator->id, copy, error) && add_closing_year (year, node, copy, error);
}

/* `text` with the year replaced wherever it stands, in either kind of digits. */
static char *
dup_with_year (const char *text, int from, int to)
{
  g_autofree char *old_year = g_strdup_printf ("%d", from);
  g_autofree char *new_year = g_strdup_printf ("%d", to);
  g_autofree char *old_thai = mou_thai_digits_from_arabic (old_year);
  g_autofree char *new_thai = mou_thai_digits_from_arabic (new_year);
  g_autoptr (GString) changed = g_string_new (text);

  g_string_replace (changed, old_year, new_year, 0);
  g_string_replace (changed, old_thai, new_thai, 0);
  return g_string_free (g_steal_pointer (&changed), FALSE);
}

static gint64
copy_agreement_row (const NewYear *year, GError **error)
{
  const MouRow *row = mou_register_lookup (year->document->rows, year->old->id);
  g_autofree char *key = g_strdup_printf ("%d", year->closing_year + 1);
  g_autofree char *title = dup_with_year (mou_row_get (row, MOU_AGREEMENT_TITLE), year->closing_year, year->closing_year + 1);
  const char *values[MOU_N_AGREEMENT_FIELDS];

  memcpy (values, row->values, sizeof values);
  values[MOU_AGREEMENT_FISCAL_YEAR] = key;
  values[MOU_AGREEMENT_TITLE] = title;
  values[MOU_AGREEMENT_STATUS] = "draft";
  return mou_edit_insert (year->edit, MOU_ENTITY_AGREEMENT, row->parent, -1, values, error);
}

static gboolean
copy_agreement (NewYear *year, GError **error)
{
  year->target = copy_agreement_row (year, error);
  if (year->target == 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (agreement_parts); i++)
    if (!copy_children (year, year->old->id, year->target, agreement_parts[i], error))
      return FALSE;
  for (guint node = 0; node < mou_agreement_get_n_nodes (year->old); node++)
    if (!copy_indicator (year, node, error))
      return FALSE;

  return TRUE;
}

/* The committee's word on the whole year, else the enterprise's own; the later of several. */
static const MouAssessment *
find_closing_assessment (const MouAgreement *agreement)
{
  const MouAssessment *found = NULL;

  for (guint i = 0; i < agreement->assessments->len; i++)
    {
      const MouAssessment *candidate = g_ptr_array_index (agreement->assessments, i);

      if (!g_str_equal (candidate->period, "year"))
        continue;
      if (candidate->kind == MOU_ASSESSMENT_COMMITTEE
          || (candidate->kind == MOU_ASSESSMENT_SELF && (found == NULL || found->kind == MOU_ASSESSMENT_SELF)))
        found = candidate;
    }

  return found;
}

gboolean
mou_document_new_year (MouDocument *self, gint64 agreement, gint64 *row, GError **error)
{
  g_autoptr (MouAgreement) old = NULL;
  g_autoptr (MouEvaluation) closing = NULL;
  g_autoptr (GHashTable) copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (MouEdit) edit = NULL;
  const MouAssessment *assessment;
  NewYear year;
  gboolean done;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  if (_mou_document_find_row (self, agreement, MOU_ENTITY_AGREEMENT, error) == NULL)
    return FALSE;
  old = mou_register_dup_agreement (self->rows, agreement);
  if (!_mou_document_check_year_free (self, old->organisation_id, old->fiscal_year + 1, error))
    return FALSE;

  assessment = find_closing_assessment (old);
  closing = assessment != NULL ? mou_engine_evaluate (old, assessment) : NULL;
  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Start fiscal year %d of %s"), old->fiscal_year + 1, old->abbreviation);
  year = (NewYear){ self, edit, old, old->fiscal_year, closing, 0, copies };
  done = edit != NULL && copy_agreement (&year, error);
  if (row != NULL)
    *row = done ? year.target : 0;

  return _mou_document_finish_showing (self, &edit, done, year.target, error);
}
