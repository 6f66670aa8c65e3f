/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-grid-value: what a cell says to a field, as its author would have typed it, and numbers both ways.
 *
 * A spreadsheet keeps doubles and shows at most 15 digits. So a number is read as the decimal of at most 15 digits that gives the
 * same double, else of as many digits as that takes; the result of a formula always as shown, since its last digits are noise. A
 * decimal is written as a number only where reading it gives the same text again. Callers: this folder. */
#pragma once

#include "mou-field.h"
#include "mou-grid.h"

G_BEGIN_DECLS

/* The canonical text of the cell for `field` in *value (owned; NULL where blank). Text, numbers, days as numbers or as words,
 * Thai digits, years of either era in days, and labels of choices are understood. FALSE with the place before the sentence. */
gboolean mou_grid_read_value (const MouGrid *grid, guint row, guint column, const MouField *field, char **value, GError **error);
/* The cell as text whatever it is, for keys and headings; FALSE for an error value. */
gboolean mou_grid_read_text (const MouGrid *grid, guint row, guint column, char **text, GError **error);
/* TRUE when the cell says what `field` stores as `stored`, though perhaps not digit by digit: 96 for "96.0" in a number cell, or in
 * a CSV, which spreadsheets save without such zeros. */
gboolean mou_grid_says (const MouGrid *grid, guint row, guint column, const MouField *field, const char *stored);

/* TRUE with the number, when a number cell keeps every digit of `text`. */
gboolean mou_grid_number_keeps (const char *text, double *number);
/* A choice as it is written into a cell: "Linear (linear)". */
char *mou_grid_write_choice (const MouField *field, const char *choice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
