/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A formula as text again, for Excel or with its values filled in. The author's parentheses are in the tree, so only a value
 * that is put in the place of a name may need new ones. */

#include "mou-formula-private.h"

#include "mou-rounding.h"

typedef struct
{
  GString *text;
  MouFormulaReference reference; /* for Excel */
  MouFormulaLookup lookup;       /* for people, when there is no reference */
  gpointer data;
} Writer;

static const char *const function_names[MOU_N_FORMULA_FUNCTIONS] = { "sum", "mean", "min", "max" };
static const char *const excel_function_names[MOU_N_FORMULA_FUNCTIONS] = { "SUM", "AVERAGE", "MIN", "MAX" };

static void write_node (Writer *writer, const MouFormulaNode *node, gboolean beside_operator);

/* Decimal text where it is exact, else the fraction. */
static void
write_value (Writer *writer, const MouRatio *value, gboolean beside_operator)
{
  g_autoptr (MouRatio) rounded = mou_rounding_round (value, MOU_DECIMAL_MAX_SCALE);
  gboolean is_decimal = mou_ratio_equal (rounded, value);
  g_autofree char *text = is_decimal ? mou_rounding_to_short_text (value, MOU_DECIMAL_MAX_SCALE) : mou_ratio_to_text (value);
  gboolean parentheses = beside_operator && (!is_decimal || mou_ratio_sign (value) < 0);

  g_string_append_printf (writer->text, parentheses ? "(%s)" : "%s", text);
}

static void
write_name (Writer *writer, const char *name, gboolean beside_operator)
{
  if (writer->reference != NULL)
    {
      g_autofree char *reference = writer->reference (name, writer->data);

      g_string_append (writer->text, reference);
    }
  else
    {
      const MouRatio *value = writer->lookup (name, writer->data);

      if (value != NULL)
        write_value (writer, value, beside_operator);
      else
        g_string_append (writer->text, name);
    }
}

static void
write_operation (Writer *writer, const MouFormulaNode *node, const char *sign)
{
  write_node (writer, mou_formula_node_get_operand (node, 0), TRUE);
  g_string_append_printf (writer->text, " %s ", sign);
  write_node (writer, mou_formula_node_get_operand (node, 1), TRUE);
}

static void
write_call (Writer *writer, const MouFormulaNode *node)
{
  const char *const *names = writer->reference != NULL ? excel_function_names : function_names;

  g_string_append_printf (writer->text, "%s(", names[node->function]);
  for (guint i = 0; i < node->operands->len; i++)
    {
      if (i > 0)
        g_string_append (writer->text, ", ");
      write_node (writer, mou_formula_node_get_operand (node, i), FALSE);
    }
  g_string_append_c (writer->text, ')');
}

static void
write_number (Writer *writer, MouDecimal number)
{
  g_autofree char *text = mou_decimal_to_text (number);

  g_string_append (writer->text, text);
}

static void
write_bare_node (Writer *writer, const MouFormulaNode *node, gboolean beside_operator)
{
  switch (node->kind)
    {
    case MOU_FORMULA_NUMBER:
      write_number (writer, node->number);
      break;
    case MOU_FORMULA_NAME:
      write_name (writer, node->name, beside_operator);
      break;
    case MOU_FORMULA_NEGATION:
      g_string_append_c (writer->text, '-');
      write_node (writer, mou_formula_node_get_operand (node, 0), TRUE);
      break;
    case MOU_FORMULA_SUM:
      write_operation (writer, node, "+");
      break;
    case MOU_FORMULA_DIFFERENCE:
      write_operation (writer, node, "-");
      break;
    case MOU_FORMULA_PRODUCT:
      write_operation (writer, node, "*");
      break;
    case MOU_FORMULA_QUOTIENT:
      write_operation (writer, node, "/");
      break;
    case MOU_FORMULA_CALL:
    default:
      write_call (writer, node);
      break;
    }
}

static void
write_node (Writer *writer, const MouFormulaNode *node, gboolean beside_operator)
{
  if (node->parenthesised)
    g_string_append_c (writer->text, '(');
  write_bare_node (writer, node, beside_operator);
  if (node->parenthesised)
    g_string_append_c (writer->text, ')');
}

char *
mou_formula_to_excel (const MouFormula *self, MouFormulaReference reference, gpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Writer writer = { .text = text, .reference = reference, .data = data };

  g_return_val_if_fail (self != NULL && reference != NULL, NULL);

  write_node (&writer, self->root, FALSE);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
mou_formula_substitute (const MouFormula *self, MouFormulaLookup lookup, gpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Writer writer = { .text = text, .lookup = lookup, .data = data };

  g_return_val_if_fail (self != NULL && lookup != NULL, NULL);

  write_node (&writer, self->root, FALSE);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
