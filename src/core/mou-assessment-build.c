/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the rows of an assessment to a MouAssessment, and from those of one result to a MouResult. */

#include "mou-agreement-private.h"

typedef struct
{
  MouResult result; /* first: callers see a MouResult */
  GPtrArray *rows;
} ResultBox;

typedef struct
{
  MouAssessment assessment; /* first: callers see a MouAssessment */
  GPtrArray *rows;
} AssessmentBox;

/* The entities of a result's parts all have the target in their first field and its value in the second. */
static GArray *
read_parts (MouRegister *rows, gint64 result, MouEntity entity)
{
  GPtrArray *children = mou_register_get_children (rows, result, entity);
  GArray *parts = g_array_sized_new (FALSE, FALSE, sizeof (MouResultPart), children->len);

  for (guint i = 0; i < children->len; i++)
    {
      const MouRow *row = g_ptr_array_index (children, i);
      MouResultPart part = { mou_row_get_reference (row, MOU_RESULT_VARIABLE_VARIABLE), MOU_DECIMAL_ZERO };

      if (_mou_row_read_decimal (row, MOU_RESULT_VARIABLE_VALUE, &part.value))
        g_array_append_val (parts, part);
    }

  return parts;
}

/* Without a stated state, a result that holds no number of any kind is words about something not reported yet. */
static MouResultState
read_state (const MouRow *row, const MouResult *result)
{
  if (mou_row_get (row, MOU_RESULT_STATE) != NULL)
    return (MouResultState) (MOU_RESULT_NOT_REPORTED + _mou_row_read_choice (row, MOU_RESULT_STATE));
  if (result->has_value || result->has_level || result->variables->len > 0 || result->gates->len > 0 || result->items->len > 0)
    return MOU_RESULT_REPORTED;

  return MOU_RESULT_NOT_REPORTED;
}

MouResult *
_mou_result_new (MouRegister *rows, MouRow *row)
{
  ResultBox *box = g_atomic_rc_box_new0 (ResultBox);
  MouResult *result = &box->result;

  box->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_row_unref);
  g_ptr_array_add (box->rows, mou_row_ref (row));
  result->id = row->id;
  result->indicator = mou_row_get_reference (row, MOU_RESULT_INDICATOR);
  result->reason = mou_row_get (row, MOU_RESULT_REASON);
  result->has_value = _mou_row_read_decimal (row, MOU_RESULT_VALUE, &result->value);
  result->has_level = _mou_row_read_decimal (row, MOU_RESULT_LEVEL, &result->level);
  result->variables = read_parts (rows, row->id, MOU_ENTITY_RESULT_VARIABLE);
  result->gates = read_parts (rows, row->id, MOU_ENTITY_RESULT_GATE);
  result->items = read_parts (rows, row->id, MOU_ENTITY_RESULT_ITEM);
  result->narrative = mou_row_get (row, MOU_RESULT_NARRATIVE);
  result->factors = mou_row_get (row, MOU_RESULT_FACTORS);
  result->obstacles = mou_row_get (row, MOU_RESULT_OBSTACLES);
  result->comment = mou_row_get (row, MOU_RESULT_COMMENT);
  result->evidence = _mou_texts_new (rows, row->id, MOU_ENTITY_EVIDENCE, box->rows);
  result->state = read_state (row, result);

  return result;
}

static void
clear_result (gpointer data)
{
  ResultBox *box = data;

  g_clear_pointer (&box->result.variables, g_array_unref);
  g_clear_pointer (&box->result.gates, g_array_unref);
  g_clear_pointer (&box->result.items, g_array_unref);
  g_clear_pointer (&box->result.evidence, g_array_unref);
  g_clear_pointer (&box->rows, g_ptr_array_unref);
}

MouResult *
_mou_result_ref (MouResult *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
_mou_result_unref (MouResult *self)
{
  g_atomic_rc_box_release_full (self, clear_result);
}

static void
read_deductions (AssessmentBox *box, MouRegister *rows)
{
  GPtrArray *children = mou_register_get_children (rows, box->assessment.id, MOU_ENTITY_DEDUCTION);

  box->assessment.deductions = g_array_sized_new (FALSE, FALSE, sizeof (MouDeduction), children->len);
  for (guint i = 0; i < children->len; i++)
    {
      MouRow *row = g_ptr_array_index (children, i);
      MouDeduction deduction = { .id = row->id };

      deduction.indicator = mou_row_get_reference (row, MOU_DEDUCTION_INDICATOR);
      _mou_row_read_decimal (row, MOU_DEDUCTION_AMOUNT, &deduction.amount);
      deduction.reason = mou_row_get (row, MOU_DEDUCTION_REASON);
      g_array_append_val (box->assessment.deductions, deduction);
      g_ptr_array_add (box->rows, mou_row_ref (row));
    }
}

MouAssessment *
_mou_assessment_new (MouRegister *rows, MouRow *row)
{
  AssessmentBox *box = g_atomic_rc_box_new0 (AssessmentBox);
  MouAssessment *assessment = &box->assessment;

  box->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_row_unref);
  g_ptr_array_add (box->rows, mou_row_ref (row));
  assessment->id = row->id;
  assessment->name = mou_row_get (row, MOU_ASSESSMENT_NAME);
  assessment->kind = (MouAssessmentKind) _mou_row_read_choice (row, MOU_ASSESSMENT_KIND);
  assessment->period = mou_row_get (row, MOU_ASSESSMENT_PERIOD);
  assessment->as_of = mou_row_get (row, MOU_ASSESSMENT_AS_OF);
  assessment->history_year = (int) mou_row_get_integer (row, MOU_ASSESSMENT_HISTORY_YEAR, 0);
  assessment->results = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) _mou_result_unref);
  read_deductions (box, rows);

  return assessment;
}

static void
clear_assessment (gpointer data)
{
  AssessmentBox *box = data;

  g_clear_pointer (&box->assessment.results, g_hash_table_unref);
  g_clear_pointer (&box->assessment.deductions, g_array_unref);
  g_clear_pointer (&box->rows, g_ptr_array_unref);
}

MouAssessment *
_mou_assessment_ref (MouAssessment *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
_mou_assessment_unref (MouAssessment *self)
{
  g_atomic_rc_box_release_full (self, clear_assessment);
}
