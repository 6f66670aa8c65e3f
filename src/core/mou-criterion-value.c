/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The number that an indicator is scored by: computed from variables, typed, or of a past year (scoring.md section 3, formulas).
 *
 * Where variables are reported the formula decides, and a typed value beside them is only compared. Where none are, the typed value
 * counts. */

#include "mou-criterion-private.h"

#include "mou-explain.h"
#include "mou-formula.h"

#include <glib/gi18n-lib.h>

static gboolean
uses_formula (const MouCriterionInput *input)
{
  return !input->backtest && input->indicator->formula != NULL && input->result != NULL && input->result->variables != NULL
         && input->result->variables->len > 0;
}

static void
add_variable (GHashTable *values, const MouIndicator *indicator, const MouResultPart *part)
{
  for (guint i = 0; i < indicator->variables->len; i++)
    {
      const MouVariable *variable = &g_array_index (indicator->variables, MouVariable, i);

      if (variable->id == part->target)
        g_hash_table_insert (values, (gpointer) variable->name, mou_ratio_new_from_decimal (part->value));
    }
}

/* Name → MouRatio. */
static GHashTable *
list_variable_values (const MouCriterionInput *input)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) mou_ratio_free);

  for (guint i = 0; i < input->result->variables->len; i++)
    add_variable (values, input->indicator, &g_array_index (input->result->variables, MouResultPart, i));

  return values;
}

static const MouRatio *
look_up_value (const char *name, gpointer data)
{
  return g_hash_table_lookup (data, name);
}

static gboolean
compute_value (const MouCriterionInput *input, MouOutcome *outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouFormula) formula = mou_formula_parse (input->indicator->formula, &error);
  g_autoptr (GHashTable) values = NULL;
  g_autofree char *culprit = NULL;
  MouRatio *computed = NULL;

  if (formula == NULL)
    return mou_outcome_fail (outcome, MOU_STATE_ERROR, g_strdup_printf (_ ("The formula cannot be read: %s"), error->message));

  values = list_variable_values (input);
  switch (mou_formula_evaluate (formula, look_up_value, values, &computed, &culprit))
    {
    case MOU_FORMULA_MISSING_VARIABLE:
      return mou_outcome_fail (outcome, MOU_STATE_NOT_REPORTED, g_strdup_printf (_ ("The variable %s has no value"), culprit));
    case MOU_FORMULA_DIVISION_BY_ZERO:
      return mou_outcome_fail (outcome, MOU_STATE_ERROR, g_strdup_printf (_ ("The formula divides by zero: %s"), culprit));
    case MOU_FORMULA_OK:
    default:
      mou_outcome_take_actual (outcome, computed);
      return TRUE;
    }
}

gboolean
mou_criterion_read_value (const MouCriterionInput *input, MouOutcome *outcome)
{
  if (input->backtest)
    {
      mou_outcome_set_typed (outcome, input->history->value);
      return TRUE;
    }
  if (uses_formula (input))
    return compute_value (input, outcome);
  if (!input->result->has_value)
    return mou_outcome_fail (outcome, MOU_STATE_NOT_REPORTED, NULL);

  mou_outcome_set_typed (outcome, input->result->value);
  return TRUE;
}

static void
explain_formula (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences)
{
  g_autoptr (MouFormula) formula = mou_formula_parse (input->indicator->formula, NULL);
  g_autoptr (GHashTable) values = list_variable_values (input);
  g_autofree char *substituted = mou_formula_substitute (formula, look_up_value, values);
  g_autofree char *actual = mou_explain_number (outcome->actual);

  mou_explain_add (sentences, _ ("Actual value: %s = %s = %s"), input->indicator->formula, substituted, actual);
  if (input->result->has_value && mou_ratio_compare_decimal (outcome->actual, input->result->value) != 0)
    {
      g_autofree char *typed = mou_decimal_format (input->result->value, -1);

      mou_explain_add (sentences, _ ("The typed value %s differs from it and is not used"), typed);
    }
}

void
mou_criterion_explain_value (const MouCriterionInput *input, const MouOutcome *outcome, GPtrArray *sentences)
{
  g_autofree char *actual = NULL;

  if (uses_formula (input))
    {
      explain_formula (input, outcome, sentences);
      return;
    }

  actual = mou_explain_number (outcome->actual);
  if (input->backtest)
    mou_explain_add (sentences, input->history->provisional ? _ ("Result of %d: %s (provisional)") : _ ("Result of %d: %s"),
                     input->history->year, actual);
  else
    mou_explain_add (sentences, _ ("Actual value: %s"), actual);
}
