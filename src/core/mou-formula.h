/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-formula: a measured value computed from named variables (scoring.md section 3).
 *
 * Grammar: + - × * ÷ /, unary minus, parentheses, decimals, names (Thai or Latin letters, digits and _ after the first), sum,
 * mean, min, max. Parsed once, evaluated exactly. Immutable; anyone may call. */
#pragma once

#include "mou-ratio.h"

G_BEGIN_DECLS

#define MOU_FORMULA_MAX_BYTES 4000
#define MOU_FORMULA_MAX_DEPTH 64

typedef struct _MouFormula MouFormula;

/* NULL with MOU_CORE_ERROR_INVALID whose message gives the character position (from 1) and what was expected there. */
MouFormula *mou_formula_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mou_formula_free (MouFormula *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouFormula, mou_formula_free)

/* The names used, each once, in order of appearance; borrowed. */
const char *const *mou_formula_get_names (const MouFormula *self);

typedef enum { MOU_FORMULA_OK, MOU_FORMULA_MISSING_VARIABLE, MOU_FORMULA_DIVISION_BY_ZERO } MouFormulaState;
/* The value of a name, borrowed from the caller's data; NULL when it is not known. */
typedef const MouRatio *(*MouFormulaLookup) (const char *name, gpointer data);
/* On OK *result is owned; on MISSING_VARIABLE *culprit is the name, on DIVISION_BY_ZERO the divisor's text (owned). */
MouFormulaState mou_formula_evaluate (const MouFormula *self, MouFormulaLookup lookup, gpointer data, MouRatio **result, char **culprit);

/* The text of a cell reference for a name ("$C$4"), owned. */
typedef char *(*MouFormulaReference) (const char *name, gpointer data);
/* As an Excel formula without the leading '='; sum → SUM, mean → AVERAGE. */
char *mou_formula_to_excel (const MouFormula *self, MouFormulaReference reference, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
/* With the values put in the place of the names: "(31.5 / 45) * 100". */
char *mou_formula_substitute (const MouFormula *self, MouFormulaLookup lookup, gpointer data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
