/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-formula: a measured value computed from named variables (scoring.md section 3).
 *
 * Grammar: + - × * ÷ /, unary minus, parentheses, decimals (Arabic or Thai digits, no thousands commas), names (Thai or Latin
 * letters with their marks, digits and _ after the first), and the functions sum, mean, min, max, whose names are reserved and
 * may be written in capitals. Parsed once, evaluated exactly. Immutable; anyone may call. */
#pragma once

#include "mou-ratio.h"

G_BEGIN_DECLS

#define MOU_FORMULA_MAX_BYTES 4000
#define MOU_FORMULA_MAX_DEPTH 64
#define MOU_FORMULA_MAX_ARGUMENTS 255 /* as many as Excel takes */

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
/* On OK *result is owned, else NULL; on MISSING_VARIABLE *culprit is the name, on DIVISION_BY_ZERO the divisor's text, else NULL
 * (owned). `culprit` may be NULL. */
MouFormulaState mou_formula_evaluate (const MouFormula *self, MouFormulaLookup lookup, gpointer data, MouRatio **result, char **culprit);

/* The text of a cell reference for a name ("$C$4"), owned. */
typedef char *(*MouFormulaReference) (const char *name, gpointer data);
/* As an Excel formula without the leading '='; sum → SUM, mean → AVERAGE. The author's parentheses are kept. Excel's functions
 * skip blank cells where evaluate reports a missing variable, so write it only beside a score. */
char *mou_formula_to_excel (const MouFormula *self, MouFormulaReference reference, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
/* With the values put in the place of the names: "(31.5 / 45) * 100" from "(a / b) * 100". A negative value gets parentheses where
 * an operator stands beside it; a name without a value stays. */
char *mou_formula_substitute (const MouFormula *self, MouFormulaLookup lookup, gpointer data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
