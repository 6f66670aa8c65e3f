/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One table a question. */

#include "mou-cli-insight.h"

#include "mou-cli-number.h"
#include "mou-cli-table.h"
#include "mou-insight.h"
#include "mou-rounding.h"

#include <glib/gi18n.h>

#define NAME_WIDTH 36
#define PER_UNIT_PLACES 6
#define DISTANCE_PLACES 2
#define PERCENT_PLACES 1

static const int percents[] = { 5, 25, 50, 75, 95 };

static void
add_name (MouCliTable *table, const MouAgreement *agreement, guint node)
{
  const MouIndicator *indicator = mou_agreement_get_node (agreement, node)->indicator;

  mou_cli_table_add (table, indicator->code);
  mou_cli_table_add (table, indicator->name);
}

static MouCliTable *
create_table (void)
{
  MouCliTable *table = mou_cli_table_new ();

  mou_cli_table_add_column (table, _ ("Code"), MOU_CLI_LEFT, 0);
  mou_cli_table_add_column (table, _ ("Criterion"), MOU_CLI_LEFT, NAME_WIDTH);

  return table;
}

static void
add_number_column (MouCliTable *table, const char *title)
{
  mou_cli_table_add_column (table, title, MOU_CLI_RIGHT, 0);
}

static void
add_figure (MouCliTable *table, double number, int places)
{
  g_autofree char *text = mou_cli_format_figure (number, places);

  mou_cli_table_add (table, text);
}

static void
print_table (const char *title, MouCliTable *table)
{
  g_autofree char *text = mou_cli_table_to_text (table);

  mou_cli_printf ("\n%s\n\n%s", title, text);
}

static void
add_needed (MouCliTable *table, MouInverse inverse, const MouRatio *value)
{
  g_autofree char *text = mou_cli_format_value (value);

  switch (inverse)
    {
    case MOU_INVERSE_AT:
      mou_cli_table_add (table, text);
      break;
    case MOU_INVERSE_BEYOND:
      mou_cli_table_add_formatted (table, _ ("beyond %s"), text);
      break;
    case MOU_INVERSE_ANY:
      mou_cli_table_add (table, _ ("any"));
      break;
    case MOU_INVERSE_NEVER:
    default:
      mou_cli_table_add (table, "-");
      break;
    }
}

static void
add_level (MouCliTable *table, const MouEvaluation *evaluation, guint node, int level)
{
  g_autoptr (MouRatio) wanted = mou_ratio_new (evaluation->agreement->scale->points[level], 1);
  g_autoptr (MouRatio) value = NULL;
  MouInverse inverse = mou_insight_invert (evaluation, node, wanted, &value);

  add_needed (table, inverse, value);
}

/* What is worth no more than the floor needs nothing. */
static int
find_first_level (const MouScale *scale)
{
  return scale->points[0] <= scale->floor ? 1 : 0;
}

static void
add_lift (MouCliTable *table, const MouEvaluation *evaluation, guint node)
{
  g_autoptr (MouRatio) gain = mou_ratio_new (1, 100);
  g_autoptr (MouRatio) total = evaluation->total != NULL ? mou_ratio_add (evaluation->total, gain) : NULL;
  g_autoptr (MouRatio) value = NULL;
  MouInverse inverse = total != NULL ? mou_insight_lift_total (evaluation, node, total, &value) : MOU_INVERSE_NEVER;

  add_needed (table, inverse, value);
}

static void
add_needed_row (MouCliTable *table, const MouEvaluation *evaluation, guint node)
{
  const MouScale *scale = evaluation->agreement->scale;
  const MouScore *score = mou_evaluation_get_score (evaluation, node);
  g_autofree char *actual = mou_cli_format_value (score->actual);
  g_autofree char *points = mou_cli_format_score (score->score);

  add_name (table, evaluation->agreement, node);
  mou_cli_table_add (table, actual);
  mou_cli_table_add (table, points);
  for (int i = find_first_level (scale); i < scale->level_count; i++)
    add_level (table, evaluation, node, i);
  add_lift (table, evaluation, node);
}

static void
print_needed (const MouEvaluation *evaluation)
{
  g_autoptr (MouCliTable) table = create_table ();

  add_number_column (table, _ ("Actual"));
  add_number_column (table, _ ("Score"));
  for (int i = find_first_level (evaluation->agreement->scale); i < evaluation->agreement->scale->level_count; i++)
    {
      g_autofree char *title = g_strdup_printf (_ ("For level %d"), i + 1);

      add_number_column (table, title);
    }
  add_number_column (table, _ ("Total + 0.01"));

  for (guint i = 0; i < mou_agreement_get_n_nodes (evaluation->agreement); i++)
    if (mou_node_is_leaf (mou_agreement_get_node (evaluation->agreement, i), i))
      add_needed_row (table, evaluation, i);
  print_table (_ ("Values needed, each with everything else as it is"), table);
}

static void
print_sensitivities (const MouEvaluation *evaluation)
{
  g_autoptr (MouCliTable) table = create_table ();
  g_autoptr (GPtrArray) list = mou_insight_list_sensitivities (evaluation);

  if (list->len == 0)
    return;

  add_number_column (table, _ ("Points to be had"));
  add_number_column (table, _ ("By the next unit"));
  for (guint i = 0; i < list->len; i++)
    {
      const MouSensitivity *sensitivity = g_ptr_array_index (list, i);
      g_autofree char *open = mou_cli_format_score (sensitivity->open);
      g_autofree char *per_unit
          = sensitivity->per_unit != NULL ? mou_rounding_to_short_text (sensitivity->per_unit, PER_UNIT_PLACES) : NULL;

      add_name (table, evaluation->agreement, sensitivity->node);
      mou_cli_table_add (table, open);
      mou_cli_table_add (table, per_unit);
    }
  print_table (_ ("Where points are still to be had"), table);
}

static const char *
read_difficulty (const MouDifficulty *past)
{
  if (past->top_met_last_year)
    return _ ("easy: the highest level was met last year");
  if (past->middle_never_met)
    return _ ("hard: the middle level was never met");

  return NULL;
}

static void
add_difficulty (MouCliTable *table, const MouAgreement *agreement, guint node)
{
  MouDifficulty past;

  if (!mou_insight_read_difficulty (agreement, node, &past))
    return;

  add_name (table, agreement, node);
  mou_cli_table_add_formatted (table, "%d", past.n_years);
  mou_cli_table_add_formatted (table, "%d", past.n_years_top);
  mou_cli_table_add_formatted (table, "%d", past.n_years_middle);
  if (past.has_distance)
    add_figure (table, past.distance, DISTANCE_PLACES);
  else
    mou_cli_table_add (table, NULL);
  mou_cli_table_add (table, read_difficulty (&past));
}

static void
print_difficulties (const MouAgreement *agreement)
{
  g_autoptr (MouCliTable) table = create_table ();
  g_autofree char *top = g_strdup_printf (_ ("Level %d met"), agreement->scale->level_count);
  g_autofree char *middle = g_strdup_printf (_ ("Level %d met"), (agreement->scale->level_count + 1) / 2);

  add_number_column (table, _ ("Years"));
  add_number_column (table, top);
  add_number_column (table, middle);
  add_number_column (table, _ ("Distance"));
  mou_cli_table_add_column (table, "", MOU_CLI_LEFT, 0);
  for (guint i = 0; i < mou_agreement_get_n_nodes (agreement); i++)
    if (mou_node_is_leaf (mou_agreement_get_node (agreement, i), i))
      add_difficulty (table, agreement, i);
  print_table (_ ("The criteria against the past; distance of the middle level from the mean, in standard deviations"), table);
}

static void
add_improvement (MouCliTable *table, const MouAgreement *agreement, const MouImprovement *improvement)
{
  g_autofree char *from = mou_cli_format_value (improvement->from);
  g_autofree char *to = mou_cli_format_value (improvement->to);
  g_autofree char *score_from = mou_cli_format_score (improvement->score_from);
  g_autofree char *score_to = mou_cli_format_score (improvement->score_to);

  add_name (table, agreement, improvement->node);
  mou_cli_table_add (table, from);
  mou_cli_table_add (table, to);
  mou_cli_table_add (table, score_from);
  mou_cli_table_add (table, score_to);
  add_figure (table, improvement->effort, MOU_SCORE_PLACES);
  add_figure (table, improvement->cost, MOU_SCORE_PLACES);
}

static void
print_improvements (const MouAgreement *agreement, const MouPortfolio *portfolio, const char *target)
{
  g_autoptr (MouCliTable) table = create_table ();
  g_autofree char *title = g_strdup_printf (portfolio->optimal ? _ ("The cheapest improvements that reach %s")
                                                               : _ ("Improvements that reach %s, perhaps not the cheapest"),
                                            target);
  g_autofree char *total = mou_cli_format_score (portfolio->total);
  g_autofree char *exact = mou_ratio_to_text (portfolio->total);
  g_autofree char *cost = mou_cli_format_figure (portfolio->cost, MOU_SCORE_PLACES);

  add_number_column (table, _ ("From"));
  add_number_column (table, _ ("To"));
  add_number_column (table, _ ("Score"));
  add_number_column (table, _ ("Then"));
  add_number_column (table, _ ("Effort"));
  add_number_column (table, _ ("Cost"));
  for (guint i = 0; i < portfolio->improvements->len; i++)
    add_improvement (table, agreement, g_ptr_array_index (portfolio->improvements, i));
  print_table (title, table);
  mou_cli_printf (_ ("\nTotal score  %s  (exactly %s)\nCost         %s level-spans\n"), total, exact, cost);
}

static void
print_portfolio (const MouAgreement *agreement, const MouRatio *target, const MouPortfolio *portfolio)
{
  g_autofree char *wanted = mou_cli_format_value (target);
  g_autofree char *greatest = NULL;

  if (portfolio == NULL)
    {
      mou_cli_printf (_ ("\nWithout a total there is nothing to lift to %s.\n"), wanted);
      return;
    }

  greatest = mou_cli_format_score (portfolio->greatest);
  if (!portfolio->reachable)
    mou_cli_printf (_ ("\n%s cannot be reached: the greatest total is %s.\n"), wanted, greatest);
  else if (portfolio->improvements->len == 0)
    mou_cli_printf (_ ("\n%s is reached already.\n"), wanted);
  else
    print_improvements (agreement, portfolio, wanted);
}

static void
print_percentiles (const MouForecast *forecast)
{
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *total = mou_cli_format_figure (mou_forecast_get_percentile (forecast, percents[i]), MOU_SCORE_PLACES);

      mou_cli_printf (_ ("Percentile %2d       %s\n"), percents[i], total);
    }
}

static void
print_chance (const MouForecast *forecast, const MouRatio *target)
{
  g_autofree char *wanted = mou_cli_format_value (target);
  g_autofree char *percent
      = mou_cli_format_figure (100 * mou_forecast_get_probability (forecast, mou_ratio_to_double (target)), PERCENT_PLACES);

  mou_cli_printf (_ ("Chance of reaching %s: %s%%\n"), wanted, percent);
}

static void
print_forecast (const MouForecast *forecast)
{
  g_autofree char *weight = mou_cli_format_figure (forecast->weight, PERCENT_PLACES);
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, forecast->seed);
  g_autofree char *mean = mou_cli_format_figure (forecast->mean, MOU_SCORE_PLACES);
  g_autofree char *deviation = mou_cli_format_figure (forecast->deviation, MOU_SCORE_PLACES);

  mou_cli_printf (_ ("\nForecast of the total, if the last five years go on as they went\n\n"
                     "Indicators          %u, of weight %s\n"
                     "Draws               %u, seed %s\n"
                     "Mean                %s\n"
                     "Standard deviation  %s\n"),
                  forecast->leaves->len, weight, forecast->n_draws, seed, mean, deviation);
  print_percentiles (forecast);
}

static void
print_head (const MouEvaluation *evaluation)
{
  g_autofree char *total = mou_cli_format_score (evaluation->total);

  mou_cli_printf ("%s\n", evaluation->agreement->title);
  if (evaluation->assessment != NULL)
    mou_cli_printf (_ ("Assessment: %s\n"), evaluation->assessment->name);
  else
    mou_cli_print (_ ("Nothing has been assessed yet.\n"));
  if (total != NULL)
    mou_cli_printf (_ ("Total score: %s%s\n"), total, evaluation->complete ? "" : _ ("  provisional"));
}

void
mou_cli_insight_print (const MouEvaluation *evaluation, const MouRatio *target, const MouPortfolio *portfolio, const MouForecast *forecast)
{
  print_head (evaluation);
  print_needed (evaluation);
  print_sensitivities (evaluation);
  print_difficulties (evaluation->agreement);
  if (target != NULL)
    print_portfolio (evaluation->agreement, target, portfolio);
  if (forecast == NULL)
    mou_cli_print (_ ("\nThe past has no numbers to forecast the total from.\n"));
  else
    print_forecast (forecast);
  if (forecast != NULL && target != NULL)
    print_chance (forecast, target);
}
