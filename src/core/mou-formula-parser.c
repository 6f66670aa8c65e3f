/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Recursive descent over the text of a formula: sums of products of factors. Every way down passes parse_factor, which counts
 * the depth; a NULL from any function means that the error is set. */

#include "mou-formula-private.h"

#include "mou-error.h"
#include "mou-scan.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *text;
  const char *cursor;
  guint depth;
  GPtrArray *names;
  GError **error;
} Parser;

typedef enum
{
  PRECEDENCE_SUM,
  PRECEDENCE_PRODUCT,
  PRECEDENCE_FACTOR
} Precedence;

static const struct
{
  const char *sign;
  Precedence precedence;
  MouFormulaNodeKind kind;
} operators[] = {
  { "+", PRECEDENCE_SUM, MOU_FORMULA_SUM },
  { "-", PRECEDENCE_SUM, MOU_FORMULA_DIFFERENCE },
  { "\u2212", PRECEDENCE_SUM, MOU_FORMULA_DIFFERENCE },
  { "\u2013", PRECEDENCE_SUM, MOU_FORMULA_DIFFERENCE },
  { "*", PRECEDENCE_PRODUCT, MOU_FORMULA_PRODUCT },
  { "\u00d7", PRECEDENCE_PRODUCT, MOU_FORMULA_PRODUCT },
  { "/", PRECEDENCE_PRODUCT, MOU_FORMULA_QUOTIENT },
  { "\u00f7", PRECEDENCE_PRODUCT, MOU_FORMULA_QUOTIENT },
};

static const char *const function_names[MOU_N_FORMULA_FUNCTIONS] = { "sum", "mean", "min", "max" };

static MouFormulaNode *parse_chain (Parser *parser, Precedence precedence);

/* What was found is the next character that is not a space. */
static gpointer
refuse (Parser *parser, const char *expected)
{
  mou_scan_refuse (parser->text, mou_scan_spaces (parser->cursor), _ ("a formula"), expected, parser->error);
  return NULL;
}

static void
skip_spaces (Parser *parser)
{
  parser->cursor = mou_scan_spaces (parser->cursor);
}

/* Neither of these moves when it answers FALSE, so that a node ends where its text does. */
static gboolean
accept_character (Parser *parser, char character)
{
  const char *cursor = mou_scan_spaces (parser->cursor);

  if (*cursor != character)
    return FALSE;

  parser->cursor = cursor + 1;
  return TRUE;
}

static gboolean
accept_operator (Parser *parser, Precedence precedence, MouFormulaNodeKind *kind)
{
  const char *cursor = mou_scan_spaces (parser->cursor);

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (operators[i].precedence == precedence && g_str_has_prefix (cursor, operators[i].sign))
      {
        parser->cursor = cursor + strlen (operators[i].sign);
        *kind = operators[i].kind;
        return TRUE;
      }

  return FALSE;
}

static gsize
get_offset (const Parser *parser)
{
  return (gsize) (parser->cursor - parser->text);
}

/* Behind the name that starts at the cursor; the cursor itself when none does. */
static const char *
find_name_end (const char *cursor)
{
  const char *start = cursor;

  for (;;)
    {
      gunichar character = g_utf8_get_char_validated (cursor, -1);
      GUnicodeScript script;
      gboolean is_later_character;

      if (character == 0 || character == (gunichar) -1 || character == (gunichar) -2)
        return cursor;

      script = g_unichar_get_script (character);
      /* Thai vowels and tone marks above and below a letter are marks, not letters. */
      is_later_character
          = g_unichar_isdigit (character) || character == '_' || (script == G_UNICODE_SCRIPT_THAI && g_unichar_ismark (character));
      if (!(g_unichar_isalpha (character) && (script == G_UNICODE_SCRIPT_THAI || script == G_UNICODE_SCRIPT_LATIN))
          && !(cursor > start && is_later_character))
        return cursor;

      cursor = g_utf8_next_char (cursor);
    }
}

/* The formula's own copy of `name`, added to its names when new. */
static const char *
intern_name (Parser *parser, const char *name)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (parser->names, name, g_str_equal, &index))
    {
      index = parser->names->len;
      g_ptr_array_add (parser->names, g_strdup (name));
    }

  return g_ptr_array_index (parser->names, index);
}

static gboolean
lookup_function (const char *name, MouFormulaFunction *function)
{
  for (guint i = 0; i < MOU_N_FORMULA_FUNCTIONS; i++)
    if (g_ascii_strcasecmp (name, function_names[i]) == 0)
      {
        *function = (MouFormulaFunction) i;
        return TRUE;
      }

  return FALSE;
}

/* Behind "(": the arguments and ")". */
static MouFormulaNode *
parse_call (Parser *parser, MouFormulaFunction function)
{
  g_autoptr (MouFormulaNode) call = mou_formula_node_new (MOU_FORMULA_CALL);

  call->function = function;
  do
    {
      MouFormulaNode *argument;

      if (call->operands->len == MOU_FORMULA_MAX_ARGUMENTS)
        return refuse (parser, _ ("no further argument, beyond 255,"));
      if ((argument = parse_chain (parser, PRECEDENCE_SUM)) == NULL)
        return NULL;
      g_ptr_array_add (call->operands, argument);
    }
  while (accept_character (parser, ','));

  return accept_character (parser, ')') ? g_steal_pointer (&call) : refuse (parser, _ ("an operator, “,” or “)”"));
}

static MouFormulaNode *
parse_name (Parser *parser, const char *end)
{
  const char *start = parser->cursor;
  g_autofree char *name = g_strndup (start, (gsize) (end - start));
  MouFormulaFunction function;
  MouFormulaNode *node;

  parser->cursor = end;
  if (lookup_function (name, &function))
    return accept_character (parser, '(') ? parse_call (parser, function) : refuse (parser, _ ("“(” after the name of a function"));

  if (*mou_scan_spaces (end) == '(')
    {
      parser->cursor = start;
      return refuse (parser, _ ("one of the functions sum, mean, min and max"));
    }

  node = mou_formula_node_new (MOU_FORMULA_NAME);
  node->name = intern_name (parser, name);
  return node;
}

static MouFormulaNode *
parse_parentheses (Parser *parser)
{
  g_autoptr (MouFormulaNode) inner = parse_chain (parser, PRECEDENCE_SUM);

  if (inner == NULL)
    return NULL;
  if (!accept_character (parser, ')'))
    return refuse (parser, _ ("an operator or “)”"));

  /* Around a number, a name or a call they say nothing. */
  inner->parenthesised = inner->kind != MOU_FORMULA_NUMBER && inner->kind != MOU_FORMULA_NAME && inner->kind != MOU_FORMULA_CALL;
  return g_steal_pointer (&inner);
}

static MouFormulaNode *
parse_negation (Parser *parser)
{
  g_autoptr (MouFormulaNode) negation = mou_formula_node_new (MOU_FORMULA_NEGATION);
  MouFormulaNode *operand = parse_chain (parser, PRECEDENCE_FACTOR);

  if (operand == NULL)
    return NULL;

  g_ptr_array_add (negation->operands, operand);
  return g_steal_pointer (&negation);
}

static MouFormulaNode *
parse_number (Parser *parser)
{
  g_autoptr (MouFormulaNode) number = mou_formula_node_new (MOU_FORMULA_NUMBER);
  gboolean fits;
  const char *end = mou_scan_decimal (parser->cursor, FALSE, &number->number, &fits);

  if (end == NULL)
    return refuse (parser, _ ("a number, a name or “(”"));
  if (!fits)
    return refuse (parser, _ ("a number of at most 18 digits"));

  parser->cursor = end;
  return g_steal_pointer (&number);
}

static MouFormulaNode *
parse_undelimited_factor (Parser *parser)
{
  const char *next = parser->cursor;
  gboolean negative;

  if (*next != '+' && (next = mou_scan_sign (next, &negative)) != NULL)
    {
      parser->cursor = next;
      return parse_negation (parser);
    }

  if ((next = find_name_end (parser->cursor)) != parser->cursor)
    return parse_name (parser, next);

  return parse_number (parser);
}

static MouFormulaNode *
parse_factor (Parser *parser)
{
  MouFormulaNode *factor;
  gsize start;

  skip_spaces (parser);
  start = get_offset (parser);
  if (++parser->depth > MOU_FORMULA_MAX_DEPTH)
    return refuse (parser, _ ("no deeper nesting, beyond 64,"));

  if (accept_character (parser, '('))
    {
      factor = parse_parentheses (parser);
    }
  else if ((factor = parse_undelimited_factor (parser)) != NULL)
    {
      factor->start = start;
      factor->end = get_offset (parser);
    }

  parser->depth--;
  return factor;
}

/* Operands of the next higher precedence with the operators of this one between them, from left to right. */
static MouFormulaNode *
parse_chain (Parser *parser, Precedence precedence)
{
  g_autoptr (MouFormulaNode) left = NULL;
  MouFormulaNodeKind kind;
  gsize start;

  if (precedence == PRECEDENCE_FACTOR)
    return parse_factor (parser);

  skip_spaces (parser);
  start = get_offset (parser);
  left = parse_chain (parser, precedence + 1);

  while (left != NULL && accept_operator (parser, precedence, &kind))
    {
      g_autoptr (MouFormulaNode) node = mou_formula_node_new (kind);
      MouFormulaNode *right = parse_chain (parser, precedence + 1);

      if (right == NULL)
        return NULL;

      node->start = start;
      node->end = get_offset (parser);
      g_ptr_array_add (node->operands, g_steal_pointer (&left));
      g_ptr_array_add (node->operands, right);
      left = g_steal_pointer (&node);
    }

  return g_steal_pointer (&left);
}

MouFormula *
mou_formula_parse (const char *text, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MouFormulaNode) root = NULL;
  Parser parser = { text, text, 0, names, error };
  MouFormula *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strnlen (text, MOU_FORMULA_MAX_BYTES + 1) > MOU_FORMULA_MAX_BYTES)
    {
      g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID, _ ("A formula has at most %d bytes."), MOU_FORMULA_MAX_BYTES);
      return NULL;
    }

  if ((root = parse_chain (&parser, PRECEDENCE_SUM)) == NULL)
    return NULL;
  skip_spaces (&parser);
  if (*parser.cursor != '\0')
    return refuse (&parser, _ ("an operator or the end"));

  g_ptr_array_add (names, NULL);
  self = g_new0 (MouFormula, 1);
  self->text = g_strdup (text);
  self->names = g_steal_pointer (&names);
  self->root = g_steal_pointer (&root);
  return self;
}
