/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scores before and after a what-if, side by side. */

#include "mou-json-insight.h"

#include "mou-json-ratio.h"

static void
write_side (MouJsonWriter *out, const char *key, const MouScore *score)
{
  mou_json_writer_key (out, key);
  mou_json_writer_begin_object (out);
  mou_json_writer_member_string (out, "state", mou_score_state_key (score->state));
  mou_json_write_value (out, "actual", score->actual);
  mou_json_write_score (out, "score", score->score);
  mou_json_write_exact (out, "exact", score->score);
  mou_json_write_score (out, "weighted", score->weighted);
  if (score->reason != NULL)
    mou_json_writer_member_string (out, "reason", score->reason);
  mou_json_writer_end_object (out);
}

static void
write_node (MouJsonWriter *out, const MouEvaluation *before, const MouEvaluation *after, guint node)
{
  const MouIndicator *indicator = mou_agreement_get_node (before->agreement, node)->indicator;

  mou_json_writer_begin_object (out);
  mou_json_writer_member_string (out, "code", indicator->code);
  mou_json_writer_member_string (out, "name", indicator->name);
  write_side (out, "before", mou_evaluation_get_score (before, node));
  write_side (out, "after", mou_evaluation_get_score (after, node));
  mou_json_writer_end_object (out);
}

static void
write_total (MouJsonWriter *out, const char *key, const MouEvaluation *evaluation)
{
  mou_json_writer_key (out, key);
  mou_json_writer_begin_object (out);
  mou_json_write_score (out, "score", evaluation->total);
  mou_json_write_exact (out, "exact", evaluation->total);
  mou_json_write_value (out, "evaluated_weight", evaluation->evaluated_weight);
  mou_json_writer_member_boolean (out, "complete", evaluation->complete);
  mou_json_writer_end_object (out);
}

char *
mou_json_what_if_write (const MouEvaluation *before, const MouEvaluation *after, const GArray *nodes)
{
  g_autoptr (MouJsonWriter) out = NULL;

  g_return_val_if_fail (before != NULL && after != NULL && nodes != NULL, NULL);

  out = mou_json_writer_new ();
  mou_json_writer_begin_object (out);
  mou_json_writer_member_string (out, "format", "mou-what-if/1");
  mou_json_writer_member_string (out, "organisation", before->agreement->organisation);
  mou_json_writer_member_integer (out, "fiscal_year", before->agreement->fiscal_year);
  mou_json_writer_member_string (out, "assessment", before->assessment != NULL ? before->assessment->name : NULL);
  mou_json_writer_key (out, "total");
  mou_json_writer_begin_object (out);
  write_total (out, "before", before);
  write_total (out, "after", after);
  mou_json_writer_end_object (out);
  mou_json_writer_key (out, "indicators");
  mou_json_writer_begin_array (out);
  for (guint i = 0; i < nodes->len; i++)
    write_node (out, before, after, g_array_index (nodes, guint, i));
  mou_json_writer_end_array (out);
  mou_json_writer_end_object (out);

  return mou_json_writer_finish (out);
}
