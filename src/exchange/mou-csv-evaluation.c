/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An evaluation as CSV: a header, one record an indicator, and the total as the last one.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers are our own and stay as they are. */

#include "mou-json-evaluation.h"

#include "mou-csv.h"
#include "mou-rounding.h"

static void
append_rounded (MouCsvWriter *self, const MouRatio *ratio)
{
  g_autofree char *text = ratio != NULL ? mou_rounding_to_text (ratio, MOU_SCORE_PLACES) : NULL;

  mou_csv_writer_add_plain (self, text);
}

static void
append_short (MouCsvWriter *self, const MouRatio *ratio)
{
  g_autofree char *text = ratio != NULL ? mou_rounding_to_short_text (ratio, MOU_JSON_VALUE_PLACES) : NULL;

  mou_csv_writer_add_plain (self, text);
}

static void
append_header (MouCsvWriter *self)
{
  static const char *const columns[] = { "code",   "name",  "kind",     "unit",  "weight", "effective_weight", "state",
                                         "actual", "score", "weighted", "level", "label",  "deduction",        "reason" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    mou_csv_writer_add_plain (self, columns[i]);
  mou_csv_writer_end_record (self);
}

static void
append_indicator (MouCsvWriter *self, const MouEvaluation *evaluation, guint node)
{
  const MouIndicator *indicator = mou_agreement_get_node (evaluation->agreement, node)->indicator;
  const MouScore *score = mou_evaluation_get_score (evaluation, node);
  g_autofree char *weight = indicator->has_weight ? mou_decimal_to_text (indicator->weight) : NULL;
  g_autofree char *level = score->score != NULL ? g_strdup_printf ("%d", score->level) : NULL;

  mou_csv_writer_add_text (self, indicator->code);
  mou_csv_writer_add_text (self, indicator->name);
  mou_csv_writer_add_plain (self, mou_field_get (MOU_ENTITY_INDICATOR, MOU_INDICATOR_KIND)->choices[indicator->kind]);
  mou_csv_writer_add_text (self, indicator->unit);
  mou_csv_writer_add_plain (self, weight);
  append_short (self, score->effective_weight);
  mou_csv_writer_add_plain (self, mou_score_state_key (score->state));
  append_short (self, score->actual);
  append_rounded (self, score->score);
  append_rounded (self, score->weighted);
  mou_csv_writer_add_plain (self, level);
  mou_csv_writer_add_text (self, score->label);
  append_short (self, score->deduction);
  mou_csv_writer_add_text (self, score->reason);
  mou_csv_writer_end_record (self);
}

static void
append_total (MouCsvWriter *self, const MouEvaluation *evaluation)
{
  mou_csv_writer_add_plain (self, NULL);
  mou_csv_writer_add_plain (self, NULL);
  mou_csv_writer_add_plain (self, "total");
  mou_csv_writer_add_plain (self, NULL);
  append_short (self, evaluation->weight);
  append_short (self, evaluation->evaluated_weight);
  mou_csv_writer_add_plain (self, evaluation->complete ? "complete" : "incomplete");
  mou_csv_writer_add_plain (self, NULL);
  append_rounded (self, evaluation->total);
  append_rounded (self, evaluation->points);
  mou_csv_writer_add_plain (self, NULL);
  mou_csv_writer_add_plain (self, NULL);
  append_short (self, evaluation->total_deduction);
  mou_csv_writer_add_plain (self, NULL);
  mou_csv_writer_end_record (self);
}

char *
mou_csv_evaluation_write (const MouEvaluation *evaluation)
{
  MouCsvWriter csv;

  g_return_val_if_fail (evaluation != NULL, NULL);

  mou_csv_writer_init (&csv);
  append_header (&csv);
  for (guint node = 0; node < mou_agreement_get_n_nodes (evaluation->agreement); node++)
    append_indicator (&csv, evaluation, node);
  append_total (&csv, evaluation);

  return mou_csv_writer_finish (&csv);
}
