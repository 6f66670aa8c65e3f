/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-formulas: the engine's rules as spreadsheet formulas, with "{row:column}" for cells of the table.
 *
 * A formula says what the engine does and nothing else; the forms write one only where its present value is the engine's. All
 * formulas give "" where there is no number, never 0. Private to src/report. */
#pragma once

#include "mou-interpolation.h"

G_BEGIN_DECLS

/* Where the cells of a row are. */
typedef struct {
  guint row;
  guint actual;
  guint first_level;
  guint weight;   /* effective */
  guint score;
  gint deduction; /* -1 when the table has no such column */
  guint counted;  /* weight that is scored */
  guint weighted;
} MouScoreCells;

/* The score of the actual cell on `steps`, whose values stand in the cells of `levels`. NULL when one of them does not. */
char *mou_formulas_score_levels (const MouInterpolation *steps, const MouLevels *levels, const MouScoreCells *cells)
    G_GNUC_WARN_UNUSED_RESULT;
/* The actual cell is itself the score. */
char *mou_formulas_score_given (const MouScoreCells *cells) G_GNUC_WARN_UNUSED_RESULT;
/* The formula for the score cell from an `expression` of the above; `deducted`: less the row's deduction, kept within the scale. */
char *mou_formulas_finish_score (const char *expression, const MouScale *scale, const MouScoreCells *cells, gboolean deducted)
    G_GNUC_WARN_UNUSED_RESULT;

char *mou_formulas_count_leaf (const MouScoreCells *cells) G_GNUC_WARN_UNUSED_RESULT;
char *mou_formulas_weigh_leaf (const MouScoreCells *cells, gboolean round_score) G_GNUC_WARN_UNUSED_RESULT;

/* Rows of the direct members of a group, as runs of first and last row: guint pairs. */
char *mou_formulas_sum_members (const GArray *runs, guint column) G_GNUC_WARN_UNUSED_RESULT;
char *mou_formulas_count_group (const GArray *runs, const MouScoreCells *cells) G_GNUC_WARN_UNUSED_RESULT;
/* With `deducted` the group's own score decides, else its members'. */
char *mou_formulas_weigh_group (const GArray *runs, const MouScoreCells *cells, gboolean deducted) G_GNUC_WARN_UNUSED_RESULT;
/* `deduction` is an expression, or NULL. */
char *mou_formulas_score_group (const GArray *runs, const MouScale *scale, const MouScoreCells *cells, const char *deduction)
    G_GNUC_WARN_UNUSED_RESULT;
/* FALSE for a formula that a spreadsheet would refuse as too long. */
gboolean mou_formulas_fits (const char *formula);

G_END_DECLS
