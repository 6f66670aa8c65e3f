/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An evaluation as JSON. What the format does not mark as optional is always there, null where there is nothing to say. */

#include "mou-json-evaluation.h"

#include "mou-json-ratio.h"

static void
write_optional (MouJsonWriter *out, const char *key, const char *text)
{
  if (text != NULL)
    mou_json_writer_member_string (out, key, text);
}

static void
write_trace (MouJsonWriter *out, const MouEvaluation *evaluation, guint node)
{
  g_auto (GStrv) lines = mou_engine_explain (evaluation, node);

  mou_json_writer_key (out, "trace");
  mou_json_writer_begin_array (out);
  for (guint i = 0; lines[i] != NULL; i++)
    mou_json_writer_string (out, lines[i]);
  mou_json_writer_end_array (out);
}

static void
write_weight (MouJsonWriter *out, const MouIndicator *indicator)
{
  g_autofree char *text = indicator->has_weight ? mou_decimal_to_text (indicator->weight) : NULL;

  mou_json_writer_member_string (out, "weight", text);
}

static void
write_indicator (MouJsonWriter *out, const MouEvaluation *evaluation, guint node)
{
  const MouIndicator *indicator = mou_agreement_get_node (evaluation->agreement, node)->indicator;
  const MouScore *score = mou_evaluation_get_score (evaluation, node);

  mou_json_writer_begin_object (out);
  mou_json_writer_member_string (out, "code", indicator->code);
  mou_json_writer_member_string (out, "name", indicator->name);
  mou_json_writer_member_string (out, "kind", mou_field_get (MOU_ENTITY_INDICATOR, MOU_INDICATOR_KIND)->choices[indicator->kind]);
  write_weight (out, indicator);
  mou_json_write_value (out, "effective_weight", score->effective_weight);
  mou_json_writer_member_string (out, "state", mou_score_state_key (score->state));
  mou_json_write_value (out, "actual", score->actual);
  mou_json_write_score (out, "score", score->score);
  mou_json_write_exact (out, "exact", score->score);
  mou_json_write_score (out, "weighted", score->weighted);
  mou_json_writer_member_integer (out, "level", score->level);
  write_optional (out, "label", score->label);
  if (score->deduction != NULL)
    mou_json_write_value (out, "deduction", score->deduction);
  write_optional (out, "reason", score->reason);
  write_trace (out, evaluation, node);
  mou_json_writer_end_object (out);
}

static void
write_indicators (MouJsonWriter *out, const MouEvaluation *evaluation)
{
  mou_json_writer_key (out, "indicators");
  mou_json_writer_begin_array (out);
  for (guint node = 0; node < mou_agreement_get_n_nodes (evaluation->agreement); node++)
    write_indicator (out, evaluation, node);
  mou_json_writer_end_array (out);
}

static void
write_total (MouJsonWriter *out, const MouEvaluation *evaluation)
{
  mou_json_writer_key (out, "total");
  mou_json_writer_begin_object (out);
  mou_json_write_score (out, "score", evaluation->total);
  mou_json_write_exact (out, "exact", evaluation->total);
  mou_json_write_score (out, "points", evaluation->points);
  mou_json_write_value (out, "evaluated_weight", evaluation->evaluated_weight);
  mou_json_write_value (out, "weight", evaluation->weight);
  mou_json_writer_member_boolean (out, "complete", evaluation->complete);
  mou_json_writer_end_object (out);
}

static void
write_deduction (MouJsonWriter *out, const MouAgreement *agreement, const MouDeduction *deduction)
{
  int node = deduction->indicator != 0 ? mou_agreement_find_id (agreement, deduction->indicator) : -1;
  g_autofree char *amount = mou_decimal_to_text (deduction->amount);

  mou_json_writer_begin_object (out);
  if (node >= 0)
    mou_json_writer_member_string (out, "indicator", mou_agreement_get_node (agreement, (guint) node)->indicator->code);
  mou_json_writer_member_string (out, "amount", amount);
  write_optional (out, "reason", deduction->reason);
  mou_json_writer_end_object (out);
}

static void
write_deductions (MouJsonWriter *out, const MouEvaluation *evaluation)
{
  const GArray *deductions = evaluation->assessment != NULL ? evaluation->assessment->deductions : NULL;

  mou_json_writer_key (out, "deductions");
  mou_json_writer_begin_array (out);
  for (guint i = 0; deductions != NULL && i < deductions->len; i++)
    write_deduction (out, evaluation->agreement, &g_array_index (deductions, MouDeduction, i));
  mou_json_writer_end_array (out);
}

char *
mou_json_evaluation_write (const MouEvaluation *evaluation, const char *seal)
{
  g_autoptr (MouJsonWriter) out = NULL;
  const MouAgreement *agreement;

  g_return_val_if_fail (evaluation != NULL, NULL);

  out = mou_json_writer_new ();
  agreement = evaluation->agreement;
  mou_json_writer_begin_object (out);
  mou_json_writer_member_string (out, "format", "mou-evaluation/1");
  mou_json_writer_member_string (out, "organisation", agreement->organisation);
  mou_json_writer_member_integer (out, "fiscal_year", agreement->fiscal_year);
  mou_json_writer_member_string (out, "assessment", evaluation->assessment != NULL ? evaluation->assessment->name : NULL);
  write_optional (out, "seal", seal);
  mou_json_writer_member_string (out, "scale", agreement->scale->key);
  mou_json_writer_member_string (out, "rounding",
                                 mou_field_get (MOU_ENTITY_AGREEMENT, MOU_AGREEMENT_ROUNDING)->choices[agreement->rounding]);
  write_total (out, evaluation);
  write_indicators (out, evaluation);
  write_deductions (out, evaluation);
  mou_json_writer_end_object (out);

  return mou_json_writer_finish (out);
}
