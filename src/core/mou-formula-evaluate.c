/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The value of a formula. What cannot be computed stops at its first cause, from left to right. */

#include "mou-formula-private.h"

typedef struct
{
  const MouFormula *formula;
  MouFormulaLookup lookup;
  gpointer data;
  MouFormulaState state;
  char *culprit;
} Evaluation;

static MouRatio *evaluate_node (Evaluation *evaluation, const MouFormulaNode *node);

static MouRatio *
stop (Evaluation *evaluation, MouFormulaState state, const char *culprit, gsize length)
{
  evaluation->state = state;
  evaluation->culprit = g_strndup (culprit, length);
  return NULL;
}

static MouRatio *
evaluate_name (Evaluation *evaluation, const char *name)
{
  const MouRatio *value = evaluation->lookup (name, evaluation->data);

  return value != NULL ? mou_ratio_copy (value) : stop (evaluation, MOU_FORMULA_MISSING_VARIABLE, name, strlen (name));
}

static MouRatio *
evaluate_negation (Evaluation *evaluation, const MouFormulaNode *node)
{
  g_autoptr (MouRatio) operand = evaluate_node (evaluation, mou_formula_node_get_operand (node, 0));
  g_autoptr (MouRatio) zero = mou_ratio_new (0, 1);

  return operand != NULL ? mou_ratio_subtract (zero, operand) : NULL;
}

static MouRatio *
divide (Evaluation *evaluation, const MouRatio *dividend, const MouRatio *divisor, const MouFormulaNode *divisor_node)
{
  if (mou_ratio_sign (divisor) == 0)
    return stop (evaluation, MOU_FORMULA_DIVISION_BY_ZERO, evaluation->formula->text + divisor_node->start,
                 divisor_node->end - divisor_node->start);

  return mou_ratio_divide (dividend, divisor);
}

static MouRatio *
evaluate_operation (Evaluation *evaluation, const MouFormulaNode *node)
{
  const MouFormulaNode *right_node = mou_formula_node_get_operand (node, 1);
  g_autoptr (MouRatio) left = evaluate_node (evaluation, mou_formula_node_get_operand (node, 0));
  g_autoptr (MouRatio) right = left != NULL ? evaluate_node (evaluation, right_node) : NULL;

  if (right == NULL)
    return NULL;

  if (node->kind == MOU_FORMULA_SUM)
    return mou_ratio_add (left, right);
  if (node->kind == MOU_FORMULA_DIFFERENCE)
    return mou_ratio_subtract (left, right);
  if (node->kind == MOU_FORMULA_PRODUCT)
    return mou_ratio_multiply (left, right);

  return divide (evaluation, left, right, right_node);
}

/* What a call knows after one more argument. */
static MouRatio *
accumulate (MouFormulaFunction function, const MouRatio *sofar, const MouRatio *argument)
{
  int order;

  if (function == MOU_FORMULA_FUNCTION_SUM || function == MOU_FORMULA_FUNCTION_MEAN)
    return mou_ratio_add (sofar, argument);

  order = mou_ratio_compare (sofar, argument);
  return mou_ratio_copy ((function == MOU_FORMULA_FUNCTION_MIN) == (order < 0) ? sofar : argument);
}

static MouRatio *
evaluate_call (Evaluation *evaluation, const MouFormulaNode *node)
{
  g_autoptr (MouRatio) result = evaluate_node (evaluation, mou_formula_node_get_operand (node, 0));
  g_autoptr (MouRatio) count = mou_ratio_new (node->operands->len, 1);

  for (guint i = 1; result != NULL && i < node->operands->len; i++)
    {
      g_autoptr (MouRatio) sofar = g_steal_pointer (&result);
      g_autoptr (MouRatio) argument = evaluate_node (evaluation, mou_formula_node_get_operand (node, i));

      if (argument != NULL)
        result = accumulate (node->function, sofar, argument);
    }

  if (result != NULL && node->function == MOU_FORMULA_FUNCTION_MEAN)
    return mou_ratio_divide (result, count);

  return g_steal_pointer (&result);
}

/* NULL once the evaluation has stopped. */
static MouRatio *
evaluate_node (Evaluation *evaluation, const MouFormulaNode *node)
{
  switch (node->kind)
    {
    case MOU_FORMULA_NUMBER:
      return mou_ratio_new_from_decimal (node->number);
    case MOU_FORMULA_NAME:
      return evaluate_name (evaluation, node->name);
    case MOU_FORMULA_NEGATION:
      return evaluate_negation (evaluation, node);
    case MOU_FORMULA_CALL:
      return evaluate_call (evaluation, node);
    case MOU_FORMULA_SUM:
    case MOU_FORMULA_DIFFERENCE:
    case MOU_FORMULA_PRODUCT:
    case MOU_FORMULA_QUOTIENT:
    default:
      return evaluate_operation (evaluation, node);
    }
}

MouFormulaState
mou_formula_evaluate (const MouFormula *self, MouFormulaLookup lookup, gpointer data, MouRatio **result, char **culprit)
{
  Evaluation evaluation = { self, lookup, data, MOU_FORMULA_OK, NULL };

  g_return_val_if_fail (self != NULL && lookup != NULL && result != NULL, MOU_FORMULA_MISSING_VARIABLE);

  *result = evaluate_node (&evaluation, self->root);
  if (culprit != NULL)
    *culprit = g_steal_pointer (&evaluation.culprit);
  g_free (evaluation.culprit);

  return evaluation.state;
}
