/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores every leaf by its criterion, then rolls up. */

#include "mou-engine.h"

#include "mou-engine-private.h"
#include "mou-evaluation-private.h"
#include "mou-rollup.h"

/* A what-if about a back-test (mou-what-if). */
static gboolean
starts_from_past (const MouAssessment *assessment)
{
  return assessment->id == 0 && assessment->kind == MOU_ASSESSMENT_WHAT_IF && assessment->history_year != 0;
}

void
mou_engine_init_input (MouCriterionInput *input, const MouEvaluation *evaluation, guint node)
{
  const MouAssessment *assessment = evaluation->assessment;
  const MouIndicator *indicator = mou_agreement_get_node (evaluation->agreement, node)->indicator;

  *input = (MouCriterionInput){ .indicator = indicator, .scale = evaluation->agreement->scale };
  if (assessment == NULL)
    return;

  if (assessment->kind != MOU_ASSESSMENT_BACKTEST)
    input->result = mou_assessment_get_result (assessment, indicator->id);
  input->backtest = assessment->kind == MOU_ASSESSMENT_BACKTEST || (input->result == NULL && starts_from_past (assessment));
  if (input->backtest)
    input->history = mou_indicator_get_history (indicator, assessment->history_year);
  input->stands_for_past = !input->backtest && starts_from_past (assessment);
}

const char *
mou_engine_get_level_label (const MouScale *scale, int level)
{
  return level > 0 ? scale->level_labels[level - 1] : scale->floor_label;
}

static void
score_leaf (MouEvaluation *evaluation, guint node)
{
  MouScore *score = mou_evaluation_edit_score (evaluation, node);
  g_auto (MouOutcome) outcome = { 0 };
  MouCriterionInput input;

  mou_engine_init_input (&input, evaluation, node);
  mou_criterion_score (&input, &outcome);

  score->state = outcome.state;
  score->actual = mou_evaluation_keep_ratio (evaluation, g_steal_pointer (&outcome.actual));
  score->score = mou_evaluation_keep_ratio (evaluation, g_steal_pointer (&outcome.score));
  score->reason = mou_evaluation_keep_text (evaluation, g_steal_pointer (&outcome.reason));
  score->level = outcome.level;
  if (score->state == MOU_STATE_SCORED)
    score->label = mou_engine_get_level_label (input.scale, score->level);
}

void
mou_engine_score (MouEvaluation *evaluation)
{
  guint n_nodes = mou_agreement_get_n_nodes (evaluation->agreement);

  for (guint i = 0; i < n_nodes; i++)
    if (mou_node_is_leaf (mou_agreement_get_node (evaluation->agreement, i), i))
      score_leaf (evaluation, i);

  mou_rollup_run (evaluation);
}

MouEvaluation *
mou_engine_evaluate (MouAgreement *agreement, const MouAssessment *assessment)
{
  MouEvaluation *evaluation;

  g_return_val_if_fail (agreement != NULL, NULL);

  evaluation = mou_evaluation_new (agreement, assessment);
  mou_engine_score (evaluation);

  return evaluation;
}

MouEvaluation *
mou_engine_evaluate_past (MouAgreement *agreement, int year)
{
  MouEvaluation *evaluation;

  g_return_val_if_fail (agreement != NULL, NULL);

  evaluation = mou_evaluation_new_past (agreement, year);
  mou_engine_score (evaluation);

  return evaluation;
}
