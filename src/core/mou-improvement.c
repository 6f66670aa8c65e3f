/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From ladders to a search, and from its choices to values, whose total the engine itself computes. */

#include "mou-improvement.h"

#include "mou-improvement-private.h"
#include "mou-insight.h"
#include "mou-rollup.h"
#include "mou-what-if.h"

#define MAX_ATTEMPTS 8

typedef struct
{
  MouEvaluation *evaluation;
  const MouRatio *target;
  GPtrArray *ladders; /* MouLadder of those that take part */
  double *prices;     /* of each */
  MouSearchLeaf *leaves;
} Task;

static void
task_clear (Task *self)
{
  g_clear_pointer (&self->ladders, g_ptr_array_unref);
  g_clear_pointer (&self->prices, g_free);
  g_clear_pointer (&self->leaves, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Task, task_clear)

static const MouLadder *
get_ladder (const Task *self, guint i)
{
  return g_ptr_array_index (self->ladders, i);
}

static gint64
get_indicator (const Task *self, guint i)
{
  return mou_agreement_get_node (self->evaluation->agreement, get_ladder (self, i)->node)->indicator->id;
}

static void
improvement_free (MouImprovement *self)
{
  g_clear_pointer (&self->from, mou_ratio_free);
  g_clear_pointer (&self->to, mou_ratio_free);
  g_clear_pointer (&self->score_from, mou_ratio_free);
  g_clear_pointer (&self->score_to, mou_ratio_free);
  g_free (self);
}

void
mou_portfolio_free (MouPortfolio *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->improvements, g_ptr_array_unref);
  g_clear_pointer (&self->total, mou_ratio_free);
  g_clear_pointer (&self->greatest, mou_ratio_free);
  g_free (self);
}

static double
find_price (const MouImprovementPrice *prices, guint n_prices, gint64 indicator)
{
  for (guint i = 0; i < n_prices; i++)
    if (prices[i].indicator == indicator)
      return mou_decimal_to_double (prices[i].price);

  return 1;
}

static double
measure_effort (const MouLadder *ladder, const MouRatio *from, const MouRatio *to)
{
  g_autoptr (MouRatio) way = mou_ratio_subtract (to, from);
  g_autoptr (MouRatio) spans = mou_ratio_divide (way, ladder->span);

  return ladder->direction * mou_ratio_to_double (spans);
}

static MouRatio *
deduct (const Task *self, guint node, const MouRatio *score)
{
  const MouRatio *deduction = mou_evaluation_get_score (self->evaluation, node)->deduction;

  return deduction != NULL ? mou_rollup_deduct (score, deduction, self->evaluation->agreement->scale) : mou_ratio_copy (score);
}

/* Gains are of the total: effective weight ÷ evaluated weight × the rise of the score. */
static void
fill_leaf (const Task *self, guint i)
{
  const MouLadder *ladder = get_ladder (self, i);
  const MouScore *score = mou_evaluation_get_score (self->evaluation, ladder->node);
  double weight = mou_ratio_to_double (score->effective_weight) / mou_ratio_to_double (self->evaluation->evaluated_weight);
  MouSearchLeaf *leaf = &self->leaves[i];

  leaf->n_points = ladder->n_points;
  for (int point = 0; point < ladder->n_points; point++)
    {
      g_autoptr (MouRatio) after = deduct (self, ladder->node, ladder->points[point].score);
      g_autoptr (MouRatio) rise = mou_ratio_subtract (after, score->score);

      leaf->points[point].cost = self->prices[i] * measure_effort (ladder, ladder->points[0].value, ladder->points[point].value);
      leaf->points[point].gain = weight * mou_ratio_to_double (rise);
      leaf->points[point].rises = ladder->points[point].rises;
    }
}

static void
init_task (Task *self, const MouImprovementPrice *prices, guint n_prices)
{
  self->ladders = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_ladder_free);
  for (guint node = 0; node < mou_agreement_get_n_nodes (self->evaluation->agreement); node++)
    {
      MouLadder *ladder = mou_ladder_new (self->evaluation, node);

      if (ladder != NULL)
        g_ptr_array_add (self->ladders, ladder);
    }

  self->prices = g_new0 (double, self->ladders->len + 1);
  self->leaves = g_new0 (MouSearchLeaf, self->ladders->len + 1);
  for (guint i = 0; i < self->ladders->len; i++)
    {
      self->prices[i] = find_price (prices, n_prices, get_indicator (self, i));
      fill_leaf (self, i);
    }
}

/* All but the leaf that stands between two points. */
static GArray *
list_whole_steps (const Task *self, const MouSearchChoice *choices)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (MouWhatIfValue));

  for (guint i = 0; i < self->ladders->len; i++)
    {
      MouWhatIfValue value = { .indicator = get_indicator (self, i) };

      if (choices[i].point > 0 && mou_ladder_get_report (get_ladder (self, i), choices[i].point, NULL, &value.value))
        g_array_append_val (values, value);
    }

  return values;
}

static MouEvaluation *
ask (const Task *self, GArray *values)
{
  return mou_what_if_evaluate (self->evaluation, (const MouWhatIfValue *) (gconstpointer) values->data, values->len);
}

/* The score before deductions that the leaf needs for the target, but not beyond its next point. */
static MouRatio *
find_part_score (const Task *self, MouEvaluation *others, guint i, int point)
{
  const MouLadder *ladder = get_ladder (self, i);
  const MouRatio *deduction = mou_evaluation_get_score (self->evaluation, ladder->node)->deduction;
  g_autoptr (MouRatio) needed = mou_insight_get_needed_score (others, ladder->node, self->target);
  g_autoptr (MouRatio) before = deduction != NULL ? mou_ratio_add (needed, deduction) : mou_ratio_copy (needed);

  if (mou_ratio_compare (before, ladder->points[point].score) < 0)
    return mou_ratio_copy (ladder->points[point].score);
  if (mou_ratio_compare (before, ladder->points[point + 1].score) > 0)
    return mou_ratio_copy (ladder->points[point + 1].score);

  return g_steal_pointer (&before);
}

/* The values to ask about, the part of the one leaf chosen exactly for the target. */
static GArray *
list_values (const Task *self, const MouSearchChoice *choices)
{
  GArray *values = list_whole_steps (self, choices);

  for (guint i = 0; i < self->ladders->len; i++)
    if (choices[i].partly)
      {
        g_autoptr (MouEvaluation) others = ask (self, values);
        g_autoptr (MouRatio) score = find_part_score (self, others, i, choices[i].point);
        MouWhatIfValue value = { .indicator = get_indicator (self, i) };

        if (mou_ladder_get_report (get_ladder (self, i), choices[i].point, score, &value.value))
          g_array_append_val (values, value);
      }

  return values;
}

static GArray *
list_greatest (const Task *self)
{
  g_autofree MouSearchChoice *choices = g_new0 (MouSearchChoice, self->ladders->len + 1);

  for (guint i = 0; i < self->ladders->len; i++)
    choices[i].point = get_ladder (self, i)->n_points - 1;

  return list_whole_steps (self, choices);
}

/* The last value asked about for the leaf; NULL when it stays. */
static const MouWhatIfValue *
find_value (const Task *self, const GArray *values, guint i)
{
  for (guint j = values->len; j > 0; j--)
    if (g_array_index (values, MouWhatIfValue, j - 1).indicator == get_indicator (self, i))
      return &g_array_index (values, MouWhatIfValue, j - 1);

  return NULL;
}

static void
fill_portfolio (MouPortfolio *portfolio, const Task *self, const GArray *values, const MouEvaluation *after)
{
  for (guint i = 0; i < self->ladders->len; i++)
    {
      const MouLadder *ladder = get_ladder (self, i);
      const MouWhatIfValue *value = find_value (self, values, i);
      MouImprovement *improvement;

      if (value == NULL)
        continue;
      improvement = g_new0 (MouImprovement, 1);
      improvement->node = ladder->node;
      improvement->from = mou_ratio_copy (ladder->points[0].value);
      improvement->to = mou_ratio_new_from_decimal (value->value);
      improvement->score_from = mou_ratio_copy (mou_evaluation_get_score (self->evaluation, ladder->node)->score);
      improvement->score_to = mou_ratio_copy (mou_evaluation_get_score (after, ladder->node)->score);
      improvement->effort = measure_effort (ladder, improvement->from, improvement->to);
      improvement->cost = improvement->effort * self->prices[i];
      portfolio->cost += improvement->cost;
      g_ptr_array_add (portfolio->improvements, improvement);
    }
  portfolio->total = mou_ratio_copy (after->total);
}

static double
get_shortfall (const Task *self, const MouRatio *total)
{
  g_autoptr (MouRatio) missing = mou_ratio_subtract (self->target, total);

  return mou_ratio_to_double (missing);
}

/* What the search leaves short, because of roundings or held deductions, is asked for once more on top. */
static void
search (MouPortfolio *portfolio, const Task *self, GArray *greatest)
{
  g_autofree MouSearchChoice *choices = g_new0 (MouSearchChoice, self->ladders->len + 1);
  g_autoptr (MouEvaluation) best = NULL;
  double needed = get_shortfall (self, self->evaluation->total);

  for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++)
    {
      g_autoptr (GArray) values = NULL;
      g_autoptr (MouEvaluation) after = NULL;
      gboolean finished = FALSE;

      if (!mou_improvement_search (self->leaves, self->ladders->len, needed, MOU_IMPROVEMENT_MAX_STEPS, choices, &finished))
        break;
      values = list_values (self, choices);
      after = ask (self, values);
      if (mou_ratio_compare (after->total, self->target) >= 0)
        {
          portfolio->optimal = finished && attempt == 0;
          fill_portfolio (portfolio, self, values, after);
          return;
        }
      needed += MAX (get_shortfall (self, after->total), 1e-6);
    }

  best = ask (self, greatest);
  fill_portfolio (portfolio, self, greatest, best);
}

MouPortfolio *
mou_improvement_find (MouEvaluation *evaluation, const MouRatio *target, const MouImprovementPrice *prices, guint n_prices)
{
  g_auto (Task) task = { .evaluation = evaluation, .target = target };
  g_autoptr (GArray) greatest = NULL;
  g_autoptr (MouEvaluation) best = NULL;
  MouPortfolio *portfolio;

  g_return_val_if_fail (evaluation != NULL && target != NULL, NULL);
  g_return_val_if_fail (prices != NULL || n_prices == 0, NULL);

  if (evaluation->total == NULL)
    return NULL;

  init_task (&task, prices, n_prices);
  greatest = list_greatest (&task);
  best = ask (&task, greatest);

  portfolio = g_new0 (MouPortfolio, 1);
  portfolio->improvements = g_ptr_array_new_with_free_func ((GDestroyNotify) improvement_free);
  portfolio->greatest = mou_ratio_copy (best->total);
  portfolio->reachable = mou_ratio_compare (best->total, target) >= 0;
  if (portfolio->reachable && mou_ratio_compare (evaluation->total, target) < 0)
    search (portfolio, &task, greatest);
  else
    {
      portfolio->optimal = portfolio->reachable;
      portfolio->total = mou_ratio_copy (evaluation->total);
    }

  return portfolio;
}
