/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs of an assessment's results. A result row exists only while it says something: it is made by the first value and
 * deleted with the last. A back-test has no values of its own; its actuals are the indicators' history of that year. */

#include "mou-document-edits.h"
#include "mou-document-private.h"

#include "mou-cell-text.h"

#include <glib/gi18n-lib.h>

/* What says how an indicator did; the texts are apart. */
typedef struct
{
  const char *value;
  const char *level;
  const char *state;
  const char *reason;
} Outcome;

static gboolean
is_backtest (const MouRow *assessment)
{
  return g_strcmp0 (mou_row_get (assessment, MOU_ASSESSMENT_KIND), "backtest") == 0;
}

static gboolean
check_has_results (const MouRow *assessment, GError **error)
{
  return !is_backtest (assessment)
         || _mou_document_refuse (error, _ ("“%s” is a back-test: its results are the history of the indicators."),
                                  mou_row_get (assessment, MOU_ASSESSMENT_NAME));
}

static MouRow *
find_result (MouDocument *self, gint64 assessment, gint64 indicator)
{
  g_autofree char *key = _mou_id_text (indicator);

  return mou_register_find (self->rows, assessment, MOU_ENTITY_RESULT, key);
}

/* The id of the result, made when there is none; 0 on error. */
static gint64
ensure_result (MouDocument *self, MouEdit *edit, gint64 assessment, gint64 indicator, GError **error)
{
  g_autofree char *key = _mou_id_text (indicator);
  const MouRow *row = mou_register_find (self->rows, assessment, MOU_ENTITY_RESULT, key);
  const char *values[MOU_N_RESULT_FIELDS] = { key };

  return row != NULL ? row->id : mou_edit_insert (edit, MOU_ENTITY_RESULT, assessment, -1, values, error);
}

/* Deletes the result when nothing is left in it or under it. */
static gboolean
prune_result (MouDocument *self, MouEdit *edit, gint64 result, GError **error)
{
  const MouRow *row = mou_register_lookup (self->rows, result);
  g_autoptr (GPtrArray) subtree = mou_register_list_subtree (self->rows, result);

  for (int field = MOU_RESULT_INDICATOR + 1; field < MOU_N_RESULT_FIELDS; field++)
    if (mou_row_get (row, field) != NULL)
      return TRUE;

  return subtree->len > 1 || mou_edit_delete (edit, result, error);
}

static gboolean
set_result_field (MouDocument *self, MouEdit *edit, const MouRow *assessment, gint64 indicator, int field, const char *text, GError **error)
{
  gboolean blank = text == NULL || *text == '\0';
  gint64 result;

  if (blank && find_result (self, assessment->id, indicator) == NULL)
    return TRUE;

  result = ensure_result (self, edit, assessment->id, indicator, error);
  return result != 0 && mou_edit_set (edit, result, field, text, error) && prune_result (self, edit, result, error);
}

static gboolean
put_outcome (MouDocument *self, MouEdit *edit, gint64 assessment, gint64 indicator, const Outcome *outcome, GError **error)
{
  gboolean blank = outcome->value == NULL && outcome->level == NULL && outcome->state == NULL && outcome->reason == NULL;
  gint64 result;

  if (blank && find_result (self, assessment, indicator) == NULL)
    return TRUE;

  result = ensure_result (self, edit, assessment, indicator, error);
  return result != 0 && mou_edit_set (edit, result, MOU_RESULT_VALUE, outcome->value, error)
         && mou_edit_set (edit, result, MOU_RESULT_LEVEL, outcome->level, error)
         && mou_edit_set (edit, result, MOU_RESULT_STATE, outcome->state, error)
         && mou_edit_set (edit, result, MOU_RESULT_REASON, outcome->reason, error) && prune_result (self, edit, result, error);
}

static gboolean
check_between (const MouRow *indicator, MouDecimal value, int minimum, int maximum, GError **error)
{
  if (mou_decimal_compare (value, (MouDecimal){ minimum, 0 }) >= 0 && mou_decimal_compare (value, (MouDecimal){ maximum, 0 }) <= 0)
    return TRUE;

  return _mou_document_refuse (error, _ ("%s takes a number from %d to %d."), mou_row_get (indicator, MOU_INDICATOR_CODE), minimum,
                               maximum);
}

/* A judged indicator takes a level, a given score a point of the scale; others whatever was measured. */
static gboolean
check_number (MouDocument *self, const MouRow *indicator, MouDecimal value, GError **error)
{
  const char *kind = mou_row_get (indicator, MOU_INDICATOR_KIND);
  const MouScale *scale = _mou_document_get_scale (self, indicator);

  if (g_strcmp0 (kind, "judged") == 0)
    return check_between (indicator, value, scale->floor == scale->points[0] ? 1 : 0, scale->level_count, error);
  if (g_strcmp0 (kind, "score") == 0)
    return check_between (indicator, value, scale->floor, scale->top, error);

  return TRUE;
}

static gboolean
put_number (MouDocument *self, MouEdit *edit, const MouRow *assessment, const MouRow *indicator, MouDecimal value, GError **error)
{
  gboolean judged = g_strcmp0 (mou_row_get (indicator, MOU_INDICATOR_KIND), "judged") == 0;
  const MouRow *result = find_result (self, assessment->id, indicator->id);
  g_autofree char *text = mou_decimal_to_text (value);
  g_autofree char *level = result != NULL ? g_strdup (mou_row_get (result, MOU_RESULT_LEVEL)) : NULL;
  const Outcome outcome = { .value = judged ? NULL : text, .level = judged ? text : level };

  return check_number (self, indicator, value, error) && put_outcome (self, edit, assessment->id, indicator->id, &outcome, error);
}

gboolean
_mou_document_put_actual (MouDocument *self, MouEdit *edit, const MouRow *assessment, const MouRow *indicator, const char *text,
                          GError **error)
{
  g_auto (MouActualCell) cell = { MOU_ACTUAL_BLANK };
  Outcome outcome = { NULL };

  if (g_strcmp0 (mou_row_get (indicator, MOU_INDICATOR_KIND), "group") == 0)
    return _mou_document_refuse (error, _ ("%s is a group; its score comes from the indicators below it."),
                                 mou_row_get (indicator, MOU_INDICATOR_CODE));
  if (is_backtest (assessment))
    return _mou_document_put_history (self, edit, indicator, (int) mou_row_get_integer (assessment, MOU_ASSESSMENT_HISTORY_YEAR, 0), text,
                                      TRUE, error);
  if (!mou_actual_cell_parse (text, &cell, error))
    return FALSE;

  switch (cell.kind)
    {
    case MOU_ACTUAL_NUMBER:
      return put_number (self, edit, assessment, indicator, cell.value, error);
    case MOU_ACTUAL_NOT_REPORTED:
      outcome.state = "not-reported";
      break;
    case MOU_ACTUAL_PENDING:
      outcome.state = "pending";
      break;
    case MOU_ACTUAL_NOT_APPLICABLE:
      outcome.state = "not-applicable";
      outcome.reason = cell.reason;
      break;
    case MOU_ACTUAL_BLANK:
    default:
      break;
    }

  return put_outcome (self, edit, assessment->id, indicator->id, &outcome, error);
}

/* Both places of a result; FALSE with an error when one is missing. */
static gboolean
find_places (MouDocument *self, gint64 assessment, gint64 indicator, MouRow **assessment_row, MouRow **indicator_row, GError **error)
{
  *assessment_row = _mou_document_find_row (self, assessment, MOU_ENTITY_ASSESSMENT, error);
  *indicator_row = *assessment_row != NULL ? _mou_document_find_row (self, indicator, MOU_ENTITY_INDICATOR, error) : NULL;

  return *indicator_row != NULL;
}

gboolean
mou_document_set_actual (MouDocument *self, gint64 assessment, gint64 indicator, const char *text, GError **error)
{
  g_autoptr (MouEdit) edit = NULL;
  MouRow *judging, *judged;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  if (!find_places (self, assessment, indicator, &judging, &judged, error))
    return FALSE;

  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Change the actual value of %s"), mou_row_get (judged, MOU_INDICATOR_CODE));
  return _mou_document_finish (self, &edit, edit != NULL && _mou_document_put_actual (self, edit, judging, judged, text, error), error);
}

gboolean
mou_document_set_result_state (MouDocument *self, gint64 assessment, gint64 indicator, const char *state, const char *reason,
                               GError **error)
{
  g_autoptr (MouEdit) edit = NULL;
  g_autoptr (MouRow) result = NULL; /* ours: the outcome borrows from it while the row is replaced */
  MouRow *judging, *judged;
  Outcome outcome = { .state = state, .reason = reason };

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  if (!find_places (self, assessment, indicator, &judging, &judged, error) || !check_has_results (judging, error))
    return FALSE;

  /* A state takes the place of the values. */
  if ((state == NULL || *state == '\0') && find_result (self, assessment, indicator) != NULL)
    {
      result = mou_row_ref (find_result (self, assessment, indicator));
      outcome.value = mou_row_get (result, MOU_RESULT_VALUE);
      outcome.level = mou_row_get (result, MOU_RESULT_LEVEL);
    }
  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Change the state of %s"), mou_row_get (judged, MOU_INDICATOR_CODE));
  return _mou_document_finish (self, &edit, edit != NULL && put_outcome (self, edit, assessment, indicator, &outcome, error), error);
}

gboolean
mou_document_set_result_text (MouDocument *self, gint64 assessment, gint64 indicator, int field, const char *text, GError **error)
{
  g_autoptr (MouEdit) edit = NULL;
  MouRow *judging, *judged;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (field > MOU_RESULT_LEVEL && field < MOU_N_RESULT_FIELDS, FALSE);

  if (!find_places (self, assessment, indicator, &judging, &judged, error))
    return FALSE;

  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Write about %s"), mou_row_get (judged, MOU_INDICATOR_CODE));
  return _mou_document_finish (self, &edit, edit != NULL && set_result_field (self, edit, judging, indicator, field, text, error), error);
}

/* Field 0 of each part refers to its target, field 1 is the value. */
static gboolean
put_part (MouDocument *self, MouEdit *edit, gint64 result, MouEntity part, gint64 target, const char *value, GError **error)
{
  g_autofree char *key = _mou_id_text (target);
  const MouRow *row = mou_register_find (self->rows, result, part, key);
  const char *values[] = { key, value };

  if (value == NULL)
    return row == NULL || mou_edit_delete (edit, row->id, error);

  return row != NULL ? mou_edit_set (edit, row->id, 1, value, error) : mou_edit_insert (edit, part, result, -1, values, error) != 0;
}

/* The canonical number in `text`, NULL when blank; gates and items are fulfilled from 0 to 1. */
static gboolean
parse_part (const char *text, gboolean is_fraction, char **value, GError **error)
{
  const MouDecimal one = { 1, 0 };
  MouDecimal number;

  *value = NULL;
  if (text == NULL || *text == '\0')
    return TRUE;
  if (!mou_decimal_parse (text, &number, error))
    return _mou_document_adopt_error (error);
  if (is_fraction && (mou_decimal_sign (number) < 0 || mou_decimal_compare (number, one) > 0))
    return _mou_document_refuse (error, _ ("“%s” is not from 0 (not fulfilled) to 1 (fulfilled)."), text);

  *value = mou_decimal_to_text (number);
  return TRUE;
}

static gboolean
set_part (MouDocument *self, gint64 assessment, gint64 target, MouEntity target_entity, MouEntity part, const char *text, GError **error)
{
  const MouRow *found = _mou_document_find_row (self, target, target_entity, error);
  g_autofree char *value = NULL;
  g_autoptr (MouEdit) edit = NULL;
  MouRow *judging, *judged;
  gint64 result = 0;

  if (found == NULL || !find_places (self, assessment, found->parent, &judging, &judged, error) || !check_has_results (judging, error)
      || !parse_part (text, part != MOU_ENTITY_RESULT_VARIABLE, &value, error))
    return FALSE;
  if (value == NULL && find_result (self, assessment, judged->id) == NULL)
    return TRUE;

  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Change the result of %s"), mou_row_get (judged, MOU_INDICATOR_CODE));
  if (edit != NULL)
    result = ensure_result (self, edit, assessment, judged->id, error);

  return _mou_document_finish (
      self, &edit, result != 0 && put_part (self, edit, result, part, target, value, error) && prune_result (self, edit, result, error),
      error);
}

gboolean
mou_document_set_result_variable (MouDocument *self, gint64 assessment, gint64 variable, const char *text, GError **error)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  return set_part (self, assessment, variable, MOU_ENTITY_VARIABLE, MOU_ENTITY_RESULT_VARIABLE, text, error);
}

gboolean
mou_document_set_result_gate (MouDocument *self, gint64 assessment, gint64 gate, const char *text, GError **error)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  return set_part (self, assessment, gate, MOU_ENTITY_GATE, MOU_ENTITY_RESULT_GATE, text, error);
}

gboolean
mou_document_set_result_item (MouDocument *self, gint64 assessment, gint64 item, const char *text, GError **error)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  return set_part (self, assessment, item, MOU_ENTITY_ITEM, MOU_ENTITY_RESULT_ITEM, text, error);
}
