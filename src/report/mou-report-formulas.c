/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-formulas: see the header.
 *
 * A climb from one level to the next is MEDIAN(0,1,share): it is 0 before, 1 beyond and linear between, whichever way the levels
 * run, so that one short sum covers floor, clamping and both directions. */
#include "mou-report-formulas.h"

#include <string.h>

/* Excel takes 8,192 characters and 255 arguments; addresses grow when "{row:column}" becomes "AB12345". */
#define FORMULA_BYTES_MAX 7000
#define ARGUMENTS_MAX 200

static void
append_number (GString *formula, guint number)
{
  char digits[16];
  char *p = digits + sizeof digits;

  do
    *--p = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (formula, p, digits + sizeof digits - p);
}

/* Formulas are mostly addresses, so these are written without printf. */
static void
append_cell (GString *formula, guint row, guint column)
{
  g_string_append_c (formula, '{');
  append_number (formula, row);
  g_string_append_c (formula, ':');
  append_number (formula, column);
  g_string_append_c (formula, '}');
}

/* The column whose level holds `value` at or before the step's own level; -1 when none does. */
static int
find_level_column (const MouStepPoint *step, const MouLevels *levels, const MouScoreCells *cells)
{
  for (int i = MIN (step->level, levels->count) - 1; i >= 0; i--)
    if (levels->levels[i].kind == MOU_LEVEL_NUMERIC && mou_decimal_equal (levels->levels[i].value, step->value))
      return (int) cells->first_level + i;
  return -1;
}

static gboolean
find_level_columns (const MouInterpolation *steps, const MouLevels *levels, const MouScoreCells *cells, int *columns)
{
  for (int i = 0; i < steps->n_steps; i++)
    {
      columns[i] = find_level_column (&steps->steps[i], levels, cells);
      if (columns[i] < 0)
        return FALSE;
    }
  return TRUE;
}

static void
append_jump (GString *formula, const MouInterpolation *steps, int i, int points, const MouScoreCells *cells, int column)
{
  const char *comparison = steps->direction > 0 ? (steps->steps[i].beyond ? ">" : ">=") : (steps->steps[i].beyond ? "<" : "<=");

  g_string_append (formula, "+IF(");
  append_cell (formula, cells->row, cells->actual);
  g_string_append (formula, comparison);
  append_cell (formula, cells->row, (guint) column);
  g_string_append_printf (formula, ",%d,0)", points);
}

static void
append_climb (GString *formula, int points, const MouScoreCells *cells, guint from, guint to)
{
  g_string_append (formula, "+");
  if (points != 1)
    g_string_append_printf (formula, "%d*", points);
  g_string_append (formula, "MEDIAN(0,1,(");
  append_cell (formula, cells->row, cells->actual);
  g_string_append (formula, "-");
  append_cell (formula, cells->row, from);
  g_string_append (formula, ")/(");
  append_cell (formula, cells->row, to);
  g_string_append (formula, "-");
  append_cell (formula, cells->row, from);
  g_string_append (formula, "))");
}

static void
append_steps (GString *formula, const MouInterpolation *steps, const MouScoreCells *cells, const int *columns)
{
  int points = steps->base_points;

  g_string_append_printf (formula, "%d", points);
  for (int i = 0; i < steps->n_steps; i++)
    {
      const MouStepPoint *step = &steps->steps[i];

      if (step->points != points)
        append_jump (formula, steps, i, step->points - points, cells, columns[i]);
      points = step->points;
      if (step->rises)
        {
          append_climb (formula, step[1].points - points, cells, (guint) columns[i], (guint) columns[i + 1]);
          points = step[1].points;
        }
    }
}

static void
append_proportion (GString *formula, const MouInterpolation *steps, const MouScoreCells *cells, int column)
{
  g_string_append_printf (formula, "MEDIAN(%d,%d,%d*", steps->scale->floor, steps->steps[0].points, steps->steps[0].points);
  append_cell (formula, cells->row, cells->actual);
  g_string_append (formula, "/");
  append_cell (formula, cells->row, (guint) column);
  g_string_append (formula, ")");
}

/* IF(ISNUMBER(cell),expression,"") */
static char *
guard (guint row, guint column, const char *expression)
{
  return g_strdup_printf ("IF(ISNUMBER({%u:%u}),%s,\"\")", row, column, expression);
}

/* Scores often lie exactly between two fourth decimals; ten places take away what binary arithmetic added or lost. */
static char *
settle (const char *expression)
{
  return g_strdup_printf ("ROUND(%s,10)", expression);
}

char *
mou_formulas_score_levels (const MouInterpolation *steps, const MouLevels *levels, const MouScoreCells *cells)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  int columns[MOU_LEVEL_COUNT_MAX];

  g_return_val_if_fail (steps != NULL && levels != NULL && cells != NULL, NULL);
  if (!find_level_columns (steps, levels, cells, columns))
    return NULL;
  if (steps->proportional)
    append_proportion (formula, steps, cells, columns[0]);
  else
    append_steps (formula, steps, cells, columns);
  return settle (formula->str);
}

char *
mou_formulas_score_given (const MouScoreCells *cells)
{
  g_return_val_if_fail (cells != NULL, NULL);
  return g_strdup_printf ("{%u:%u}", cells->row, cells->actual);
}

/* The guard goes around the whole: "" less a number would be an error. */
char *
mou_formulas_finish_score (const char *expression, const MouScale *scale, const MouScoreCells *cells, gboolean deducted)
{
  g_autofree char *lowered = NULL;

  g_return_val_if_fail (expression != NULL && (!deducted || cells->deduction >= 0), NULL);
  if (deducted)
    lowered = g_strdup_printf ("MEDIAN(%d,%d,%s-{%u:%d})", scale->floor, scale->top, expression, cells->row, cells->deduction);
  return guard (cells->row, cells->actual, deducted ? lowered : expression);
}

char *
mou_formulas_count_leaf (const MouScoreCells *cells)
{
  g_autofree char *weight = g_strdup_printf ("{%u:%u}", cells->row, cells->weight);

  return guard (cells->row, cells->score, weight);
}

char *
mou_formulas_weigh_leaf (const MouScoreCells *cells, gboolean round_score)
{
  g_autofree char *score = g_strdup_printf (round_score ? "ROUND({%u:%u},4)" : "{%u:%u}", cells->row, cells->score);
  g_autofree char *product = g_strdup_printf ("{%u:%u}*%s/100", cells->row, cells->weight, score);
  g_autofree char *settled = settle (product);

  return guard (cells->row, cells->score, settled);
}

static void
append_run (GString *formula, const guint *run, guint column)
{
  append_cell (formula, run[0], column);
  if (run[1] == run[0])
    return;
  g_string_append_c (formula, ':');
  append_cell (formula, run[1], column);
}

char *
mou_formulas_sum_members (const GArray *runs, guint column)
{
  g_autoptr (GString) formula = g_string_new ("SUM(");

  g_return_val_if_fail (runs != NULL && runs->len % 2 == 0, NULL);
  for (guint i = 0; i < runs->len; i += 2)
    {
      if (i > 0)
        g_string_append (formula, i / 2 % ARGUMENTS_MAX == 0 ? ")+SUM(" : ",");
      append_run (formula, &g_array_index (runs, guint, i), column);
    }
  g_string_append_c (formula, ')');
  return g_strdup (formula->str);
}

char *
mou_formulas_count_group (const GArray *runs, const MouScoreCells *cells)
{
  g_autofree char *sum = mou_formulas_sum_members (runs, cells->counted);
  g_auto (GStrv) parts = g_strsplit (sum, "SUM(", -1);
  g_autofree char *count = g_strjoinv ("COUNT(", parts);

  return g_strdup_printf ("IF(%s=0,\"\",%s)", count, sum);
}

char *
mou_formulas_weigh_group (const GArray *runs, const MouScoreCells *cells, gboolean deducted)
{
  g_autofree char *sum = mou_formulas_sum_members (runs, cells->weighted);
  g_autofree char *product = g_strdup_printf ("{%u:%u}*{%u:%u}/100", cells->row, cells->counted, cells->row, cells->score);
  g_autofree char *settled = settle (deducted ? product : sum);

  return guard (cells->row, deducted ? cells->score : cells->counted, settled);
}

char *
mou_formulas_score_group (const GArray *runs, const MouScale *scale, const MouScoreCells *cells, const char *deduction)
{
  g_autofree char *sum = mou_formulas_sum_members (runs, cells->weighted);
  g_autofree char *quotient = g_strdup_printf ("(%s)*100/{%u:%u}", sum, cells->row, cells->counted);
  g_autofree char *average = settle (quotient);
  g_autofree char *lowered
      = deduction != NULL ? g_strdup_printf ("MEDIAN(%d,%d,%s-%s)", scale->floor, scale->top, average, deduction) : g_strdup (average);
  g_autofree char *divided = g_strdup_printf ("IF({%u:%u}=0,\"\",%s)", cells->row, cells->counted, lowered);

  return guard (cells->row, cells->counted, divided);
}

gboolean
mou_formulas_fits (const char *formula)
{
  return strlen (formula) <= FORMULA_BYTES_MAX;
}
