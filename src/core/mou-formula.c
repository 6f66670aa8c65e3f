/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of a formula and of the nodes of its tree. */

#include "mou-formula-private.h"

MouFormulaNode *
mou_formula_node_new (MouFormulaNodeKind kind)
{
  MouFormulaNode *node = g_new0 (MouFormulaNode, 1);

  node->kind = kind;
  node->operands = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_formula_node_free);
  return node;
}

void
mou_formula_node_free (MouFormulaNode *node)
{
  if (node == NULL)
    return;

  g_ptr_array_unref (node->operands);
  g_free (node);
}

const MouFormulaNode *
mou_formula_node_get_operand (const MouFormulaNode *node, guint index)
{
  g_return_val_if_fail (node != NULL && index < node->operands->len, NULL);

  return g_ptr_array_index (node->operands, index);
}

void
mou_formula_free (MouFormula *self)
{
  if (self == NULL)
    return;

  mou_formula_node_free (self->root);
  g_ptr_array_unref (self->names);
  g_free (self->text);
  g_free (self);
}

const char *const *
mou_formula_get_names (const MouFormula *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->names->pdata;
}
