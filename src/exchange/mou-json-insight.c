/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each indicator needs, what it is worth, how hard it is; then the set of improvements and the forecast. */

#include "mou-json-insight.h"

#include "mou-insight.h"
#include "mou-json-ratio.h"

static const double percents[] = { 5, 25, 50, 75, 95 };

static const char *
get_inverse_key (MouInverse inverse)
{
  switch (inverse)
    {
    case MOU_INVERSE_AT:
      return "at";
    case MOU_INVERSE_BEYOND:
      return "beyond";
    case MOU_INVERSE_ANY:
      return "any";
    case MOU_INVERSE_NEVER:
    default:
      return "never";
    }
}

static void
write_needed_value (MouJsonWriter *out, MouInverse inverse, const MouRatio *value)
{
  mou_json_writer_member_string (out, "reached", get_inverse_key (inverse));
  mou_json_write_value (out, "value", value);
  mou_json_write_exact (out, "exact", value);
}

static void
write_needed (MouJsonWriter *out, const MouEvaluation *evaluation, guint node)
{
  const MouScale *scale = evaluation->agreement->scale;

  mou_json_writer_key (out, "needed");
  mou_json_writer_begin_array (out);
  for (int i = 0; i < scale->level_count; i++)
    {
      g_autoptr (MouRatio) score = mou_ratio_new (scale->points[i], 1);
      g_autoptr (MouRatio) value = NULL;
      MouInverse inverse = mou_insight_invert (evaluation, node, score, &value);

      mou_json_writer_begin_object (out);
      mou_json_writer_member_integer (out, "level", i + 1);
      write_needed_value (out, inverse, value);
      mou_json_writer_end_object (out);
    }
  mou_json_writer_end_array (out);
}

static void
write_lift (MouJsonWriter *out, const MouEvaluation *evaluation, guint node)
{
  g_autoptr (MouRatio) gain = mou_ratio_new (1, 100);
  g_autoptr (MouRatio) total = NULL, value = NULL;
  MouInverse inverse = MOU_INVERSE_NEVER;

  if (evaluation->total != NULL)
    {
      total = mou_ratio_add (evaluation->total, gain);
      inverse = mou_insight_lift_total (evaluation, node, total, &value);
    }
  mou_json_writer_key (out, "lift");
  mou_json_writer_begin_object (out);
  mou_json_writer_member_string (out, "total", "0.01");
  write_needed_value (out, inverse, value);
  mou_json_writer_end_object (out);
}

static void
write_difficulty (MouJsonWriter *out, const MouAgreement *agreement, guint node)
{
  MouDifficulty past;

  mou_json_writer_key (out, "past");
  if (!mou_insight_read_difficulty (agreement, node, &past))
    {
      mou_json_writer_null (out);
      return;
    }

  mou_json_writer_begin_object (out);
  mou_json_writer_member_integer (out, "years", past.n_years);
  mou_json_writer_member_integer (out, "top_met", past.n_years_top);
  mou_json_writer_member_integer (out, "middle_met", past.n_years_middle);
  mou_json_writer_member_boolean (out, "top_met_last_year", past.top_met_last_year);
  mou_json_writer_member_boolean (out, "middle_never_met", past.middle_never_met);
  if (past.has_distance)
    mou_json_write_figure (out, "distance", past.distance);
  else
    mou_json_writer_member_string (out, "distance", NULL);
  mou_json_writer_end_object (out);
}

static void
write_leaf (MouJsonWriter *out, const MouEvaluation *evaluation, guint node)
{
  const MouIndicator *indicator = mou_agreement_get_node (evaluation->agreement, node)->indicator;
  const MouScore *score = mou_evaluation_get_score (evaluation, node);

  mou_json_writer_begin_object (out);
  mou_json_writer_member_string (out, "code", indicator->code);
  mou_json_writer_member_string (out, "name", indicator->name);
  mou_json_writer_member_string (out, "state", mou_score_state_key (score->state));
  mou_json_write_value (out, "actual", score->actual);
  mou_json_write_score (out, "score", score->score);
  write_needed (out, evaluation, node);
  write_lift (out, evaluation, node);
  write_difficulty (out, evaluation->agreement, node);
  mou_json_writer_end_object (out);
}

static void
write_leaves (MouJsonWriter *out, const MouEvaluation *evaluation)
{
  mou_json_writer_key (out, "indicators");
  mou_json_writer_begin_array (out);
  for (guint i = 0; i < mou_agreement_get_n_nodes (evaluation->agreement); i++)
    if (mou_node_is_leaf (mou_agreement_get_node (evaluation->agreement, i), i))
      write_leaf (out, evaluation, i);
  mou_json_writer_end_array (out);
}

static void
write_sensitivities (MouJsonWriter *out, const MouEvaluation *evaluation)
{
  g_autoptr (GPtrArray) list = mou_insight_list_sensitivities (evaluation);

  mou_json_writer_key (out, "sensitivity");
  mou_json_writer_begin_array (out);
  for (guint i = 0; i < list->len; i++)
    {
      const MouSensitivity *sensitivity = g_ptr_array_index (list, i);

      mou_json_writer_begin_object (out);
      mou_json_writer_member_string (out, "code", mou_agreement_get_node (evaluation->agreement, sensitivity->node)->indicator->code);
      mou_json_write_exact (out, "open", sensitivity->open);
      mou_json_write_exact (out, "per_unit", sensitivity->per_unit);
      mou_json_writer_end_object (out);
    }
  mou_json_writer_end_array (out);
}

static void
write_improvement (MouJsonWriter *out, const MouAgreement *agreement, const MouImprovement *improvement)
{
  mou_json_writer_begin_object (out);
  mou_json_writer_member_string (out, "code", mou_agreement_get_node (agreement, improvement->node)->indicator->code);
  mou_json_write_value (out, "from", improvement->from);
  mou_json_write_value (out, "to", improvement->to);
  mou_json_write_score (out, "score_from", improvement->score_from);
  mou_json_write_score (out, "score_to", improvement->score_to);
  mou_json_write_figure (out, "effort", improvement->effort);
  mou_json_write_figure (out, "cost", improvement->cost);
  mou_json_writer_end_object (out);
}

static void
write_portfolio (MouJsonWriter *out, const MouAgreement *agreement, const MouRatio *target, const MouPortfolio *portfolio)
{
  mou_json_writer_key (out, "improvement");
  mou_json_writer_begin_object (out);
  mou_json_write_value (out, "target", target);
  mou_json_writer_member_boolean (out, "reachable", portfolio->reachable);
  mou_json_writer_member_boolean (out, "optimal", portfolio->optimal);
  mou_json_write_score (out, "total", portfolio->total);
  mou_json_write_exact (out, "exact", portfolio->total);
  mou_json_write_score (out, "greatest", portfolio->greatest);
  mou_json_write_figure (out, "cost", portfolio->cost);
  mou_json_writer_key (out, "changes");
  mou_json_writer_begin_array (out);
  for (guint i = 0; i < portfolio->improvements->len; i++)
    write_improvement (out, agreement, g_ptr_array_index (portfolio->improvements, i));
  mou_json_writer_end_array (out);
  mou_json_writer_end_object (out);
}

static void
write_forecast_leaf (MouJsonWriter *out, const MouAgreement *agreement, const MouForecastLeaf *leaf)
{
  mou_json_writer_begin_object (out);
  mou_json_writer_member_string (out, "code", mou_agreement_get_node (agreement, leaf->node)->indicator->code);
  mou_json_writer_member_integer (out, "years", leaf->n_years);
  mou_json_write_figure (out, "slope", leaf->slope);
  mou_json_write_figure (out, "expected", leaf->expected);
  mou_json_write_figure (out, "spread", leaf->spread);
  mou_json_write_figure (out, "score", leaf->score);
  mou_json_writer_end_object (out);
}

static void
write_percentiles (MouJsonWriter *out, const MouForecast *forecast)
{
  mou_json_writer_key (out, "percentiles");
  mou_json_writer_begin_object (out);
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", (int) percents[i]);

      mou_json_write_figure (out, key, mou_forecast_get_percentile (forecast, percents[i]));
    }
  mou_json_writer_end_object (out);
}

static void
write_forecast (MouJsonWriter *out, const MouAgreement *agreement, const MouRatio *target, const MouForecast *forecast)
{
  mou_json_writer_key (out, "forecast");
  mou_json_writer_begin_object (out);
  mou_json_writer_member_integer (out, "draws", forecast->n_draws);
  mou_json_writer_member_integer (out, "seed", (gint64) forecast->seed);
  mou_json_write_figure (out, "weight", forecast->weight);
  mou_json_write_figure (out, "expected", forecast->expected);
  mou_json_write_figure (out, "mean", forecast->mean);
  mou_json_write_figure (out, "deviation", forecast->deviation);
  write_percentiles (out, forecast);
  if (target != NULL)
    mou_json_write_figure (out, "probability", mou_forecast_get_probability (forecast, mou_ratio_to_double (target)));
  mou_json_writer_key (out, "indicators");
  mou_json_writer_begin_array (out);
  for (guint i = 0; i < forecast->leaves->len; i++)
    write_forecast_leaf (out, agreement, &g_array_index (forecast->leaves, MouForecastLeaf, i));
  mou_json_writer_end_array (out);
  mou_json_writer_end_object (out);
}

static void
write_head (MouJsonWriter *out, const MouEvaluation *evaluation)
{
  mou_json_writer_member_string (out, "format", "mou-insight/1");
  mou_json_writer_member_string (out, "organisation", evaluation->agreement->organisation);
  mou_json_writer_member_integer (out, "fiscal_year", evaluation->agreement->fiscal_year);
  mou_json_writer_member_string (out, "assessment", evaluation->assessment != NULL ? evaluation->assessment->name : NULL);
  mou_json_writer_key (out, "total");
  mou_json_writer_begin_object (out);
  mou_json_write_score (out, "score", evaluation->total);
  mou_json_write_exact (out, "exact", evaluation->total);
  mou_json_writer_member_boolean (out, "complete", evaluation->complete);
  mou_json_writer_end_object (out);
}

char *
mou_json_insight_write (const MouEvaluation *evaluation, const MouRatio *target, const MouPortfolio *portfolio, const MouForecast *forecast)
{
  g_autoptr (MouJsonWriter) out = NULL;

  g_return_val_if_fail (evaluation != NULL && (portfolio == NULL || target != NULL), NULL);

  out = mou_json_writer_new ();
  mou_json_writer_begin_object (out);
  write_head (out, evaluation);
  write_leaves (out, evaluation);
  write_sensitivities (out, evaluation);
  if (portfolio != NULL)
    write_portfolio (out, evaluation->agreement, target, portfolio);
  if (forecast != NULL)
    write_forecast (out, evaluation->agreement, target, forecast);
  mou_json_writer_end_object (out);

  return mou_json_writer_finish (out);
}
