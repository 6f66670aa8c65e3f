/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-formula-private: the tree of a parsed formula, shared by its parser, evaluation and writing.
 *
 * A tree is built by the parser and not changed again. Its depth is bounded by MOU_FORMULA_MAX_BYTES. */
#pragma once

#include "mou-formula.h"

G_BEGIN_DECLS

typedef enum {
  MOU_FORMULA_NUMBER,
  MOU_FORMULA_NAME,
  MOU_FORMULA_NEGATION,
  MOU_FORMULA_SUM,
  MOU_FORMULA_DIFFERENCE,
  MOU_FORMULA_PRODUCT,
  MOU_FORMULA_QUOTIENT,
  MOU_FORMULA_CALL
} MouFormulaNodeKind;

typedef enum {
  MOU_FORMULA_FUNCTION_SUM,
  MOU_FORMULA_FUNCTION_MEAN,
  MOU_FORMULA_FUNCTION_MIN,
  MOU_FORMULA_FUNCTION_MAX,
  MOU_N_FORMULA_FUNCTIONS
} MouFormulaFunction;

typedef struct {
  MouFormulaNodeKind kind;
  MouDecimal number;           /* NUMBER; not negative */
  const char *name;            /* NAME; borrowed from the formula */
  MouFormulaFunction function; /* CALL */
  GPtrArray *operands;         /* MouFormulaNode; one, two, or any number for a CALL */
  gboolean parenthesised;      /* the author put parentheses around it */
  gsize start, end;            /* its bytes in the text, without those parentheses */
} MouFormulaNode;

struct _MouFormula {
  char *text;
  GPtrArray *names; /* NULL-terminated */
  MouFormulaNode *root;
};

MouFormulaNode *mou_formula_node_new (MouFormulaNodeKind kind) G_GNUC_WARN_UNUSED_RESULT;
void mou_formula_node_free (MouFormulaNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouFormulaNode, mou_formula_node_free)

const MouFormulaNode *mou_formula_node_get_operand (const MouFormulaNode *node, guint index);

G_END_DECLS
