/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-evaluation-columns: see the header. */

#include "mou-evaluation-columns.h"
#include "mou-cell-text.h"
#include "mou-rounding.h"
#include "mou-thai.h"

#include <glib/gi18n.h>

#define ACTUAL_PLACES 6 /* a formula's result is shown to this many places at the most */

static void
column_clear (gpointer data)
{
  g_free (((MouEvaluationColumn *) data)->title);
}

/* `title` is taken. */
static void
add (GArray *columns, MouEvaluationColumnKind kind, int index, char *title, const char *group, guint width, MouSheetAlignment alignment)
{
  MouEvaluationColumn column = { .kind = kind, .index = index, .title = title };

  column.info = (MouSheetColumn){ .title = title, .group = group, .width = width, .alignment = alignment };
  column.info.editable = kind == MOU_EVALUATION_ACTUAL;
  column.info.tree = kind == MOU_EVALUATION_CODE;
  g_array_append_val (columns, column);
}

static void
add_levels (GArray *columns, const MouAgreement *agreement, gboolean thai_digits)
{
  const MouScale *scale = agreement != NULL ? agreement->scale : mou_scale_get (MOU_SCALE_FIVE_LEVEL);

  for (int level = 1; level <= scale->level_count; level++)
    {
      g_autofree char *title = g_strdup_printf ("%d", scale->points[level - 1]);

      add (columns, MOU_EVALUATION_LEVEL, level, thai_digits ? mou_thai_digits_from_arabic (title) : g_strdup (title),
           _ ("Criteria levels"), 9, MOU_SHEET_ALIGN_END);
    }
}

GArray *
mou_evaluation_columns_new (const MouAgreement *agreement, gboolean thai_digits)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (MouEvaluationColumn));

  g_array_set_clear_func (columns, column_clear);
  add (columns, MOU_EVALUATION_CODE, 0, g_strdup (_ ("Code")), NULL, 12, MOU_SHEET_ALIGN_START);
  add (columns, MOU_EVALUATION_NAME, 0, g_strdup (_ ("Performance criterion")), NULL, 28, MOU_SHEET_ALIGN_START);
  add (columns, MOU_EVALUATION_ACTUAL, 0, g_strdup (_ ("Actual value")), NULL, 14, MOU_SHEET_ALIGN_END);
  add (columns, MOU_EVALUATION_UNIT, 0, g_strdup (_ ("Unit")), NULL, 10, MOU_SHEET_ALIGN_CENTRE);
  add (columns, MOU_EVALUATION_SCORE, 0, g_strdup (_ ("Score")), NULL, 9, MOU_SHEET_ALIGN_END);
  add (columns, MOU_EVALUATION_WEIGHT, 0, g_strdup (_ ("Weight (%)")), NULL, 8, MOU_SHEET_ALIGN_END);
  add (columns, MOU_EVALUATION_WEIGHTED, 0, g_strdup (_ ("Weighted score")), NULL, 10, MOU_SHEET_ALIGN_END);
  add (columns, MOU_EVALUATION_STATE, 0, g_strdup (_ ("State")), NULL, 16, MOU_SHEET_ALIGN_START);
  add_levels (columns, agreement, thai_digits);

  return columns;
}

static const MouIndicator *
get_indicator (const MouEvaluation *evaluation, guint node)
{
  return mou_agreement_get_node (evaluation->agreement, node)->indicator;
}

/* What the actual value is counted in: where an indicator has a measure that is its unit, except for past results, which are levels. */
static const char *
get_actual_unit (const MouEvaluation *evaluation, const MouIndicator *indicator)
{
  const gboolean backtest = evaluation->assessment != NULL && evaluation->assessment->kind == MOU_ASSESSMENT_BACKTEST;

  return indicator->measure != NULL && !backtest ? indicator->measure->unit : indicator->unit;
}

static char *
dup_ratio (const MouRatio *ratio)
{
  return ratio != NULL ? mou_rounding_to_text (ratio, MOU_SCORE_PLACES) : g_strdup ("");
}

/* The weight as agreed; behind an arrow the weight that counts, where the two differ. */
static char *
dup_weight (const MouIndicator *indicator, const MouScore *score)
{
  g_autofree char *agreed = indicator->has_weight ? mou_decimal_format (indicator->weight, -1) : g_strdup ("");
  g_autofree char *effective = NULL;

  if (score->effective_weight == NULL || !indicator->has_weight
      || mou_ratio_compare_decimal (score->effective_weight, indicator->weight) == 0)
    return g_steal_pointer (&agreed);

  effective = mou_rounding_to_short_text (score->effective_weight, MOU_SCORE_PLACES);
  return g_strconcat (agreed, " → ", effective, NULL);
}

static char *
dup_level (const MouIndicator *indicator, int number, MouSheetCellFlags *flags)
{
  if (number <= indicator->levels.count && indicator->levels.levels[number - 1].kind != MOU_LEVEL_ABSENT)
    return mou_level_format (&indicator->levels.levels[number - 1], -1);
  if (indicator->measure != NULL && number <= indicator->measure->levels.count)
    return mou_level_format (&indicator->measure->levels.levels[number - 1], -1);

  *flags |= MOU_SHEET_CELL_ABSENT;
  return g_strdup ("");
}

char *
mou_evaluation_column_dup_actual (const MouEvaluation *evaluation, guint node)
{
  const MouIndicator *indicator = get_indicator (evaluation, node);

  if (evaluation->assessment == NULL)
    return g_strdup ("");
  if (evaluation->assessment->kind == MOU_ASSESSMENT_BACKTEST)
    return mou_history_cell_format (mou_indicator_get_history (indicator, evaluation->assessment->history_year));

  return mou_actual_cell_format (mou_assessment_get_result (evaluation->assessment, indicator->id), indicator->kind);
}

/* A typed value as it was typed; a computed one to a few places; a state in words where there is no value. */
static char *
dup_actual (const MouEvaluation *evaluation, guint node, MouSheetCellFlags *flags)
{
  const MouScore *score = mou_evaluation_get_score (evaluation, node);
  const MouIndicator *indicator = get_indicator (evaluation, node);
  g_autofree char *text = NULL;
  MouDecimal value;

  if (indicator->kind == MOU_KIND_GROUP)
    {
      *flags |= MOU_SHEET_CELL_READ_ONLY;
      return g_strdup ("");
    }
  if (score->actual == NULL)
    return mou_evaluation_column_dup_actual (evaluation, node);

  text = mou_rounding_to_short_text (score->actual, ACTUAL_PLACES);
  return mou_decimal_parse (text, &value, NULL) ? mou_decimal_format (value, -1) : g_steal_pointer (&text);
}

static char *
dup_state (const MouScore *score, MouIndicatorKind kind, MouSheetCellFlags *flags)
{
  if (score->state == MOU_STATE_ERROR)
    *flags |= MOU_SHEET_CELL_ERROR;
  if (score->state != MOU_STATE_SCORED)
    return g_strdup (mou_score_state_label (score->state));

  return g_strdup (kind != MOU_KIND_GROUP && score->label != NULL ? _ (score->label) : "");
}

char *
mou_evaluation_column_dup_text (const MouEvaluationColumn *column, const MouEvaluation *evaluation, guint node, MouSheetCellFlags *flags)
{
  const MouIndicator *indicator = get_indicator (evaluation, node);
  const MouScore *score = mou_evaluation_get_score (evaluation, node);

  switch (column->kind)
    {
    case MOU_EVALUATION_CODE:
      return g_strdup (indicator->code);
    case MOU_EVALUATION_NAME:
      return g_strdup (indicator->name);
    case MOU_EVALUATION_UNIT:
      return g_strdup (get_actual_unit (evaluation, indicator));
    case MOU_EVALUATION_WEIGHT:
      return dup_weight (indicator, score);
    case MOU_EVALUATION_LEVEL:
      return dup_level (indicator, column->index, flags);
    case MOU_EVALUATION_ACTUAL:
      return dup_actual (evaluation, node, flags);
    case MOU_EVALUATION_SCORE:
      *flags |= MOU_SHEET_CELL_COMPUTED;
      return dup_ratio (score->score);
    case MOU_EVALUATION_WEIGHTED:
      *flags |= MOU_SHEET_CELL_COMPUTED;
      return dup_ratio (score->weighted);
    case MOU_EVALUATION_STATE:
    default:
      return dup_state (score, indicator->kind, flags);
    }
}

static char *
dup_short (const MouRatio *ratio)
{
  return ratio != NULL ? mou_rounding_to_short_text (ratio, MOU_SCORE_PLACES) : g_strdup ("");
}

char *
mou_evaluation_column_dup_total (const MouEvaluationColumn *column, const MouEvaluation *evaluation)
{
  g_autofree char *evaluated = NULL;

  switch (column->kind)
    {
    case MOU_EVALUATION_NAME:
      return g_strdup (_ ("Total"));
    case MOU_EVALUATION_WEIGHT:
      return dup_short (evaluation->weight);
    case MOU_EVALUATION_SCORE:
      return dup_ratio (evaluation->total);
    case MOU_EVALUATION_WEIGHTED:
      return dup_ratio (evaluation->points);
    case MOU_EVALUATION_STATE:
      evaluated = dup_short (evaluation->evaluated_weight);
      return evaluation->complete ? g_strdup (_ ("Complete")) : g_strdup_printf (_ ("Provisional: weight %s"), evaluated);
    case MOU_EVALUATION_CODE:
    case MOU_EVALUATION_UNIT:
    case MOU_EVALUATION_LEVEL:
    case MOU_EVALUATION_ACTUAL:
    default:
      return g_strdup ("");
    }
}
