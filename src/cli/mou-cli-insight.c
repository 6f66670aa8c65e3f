/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou insight: what is needed, where points are to be had, how hard the criteria are, and what may be expected. */

#include "mou-cli-insight.h"

#include "mou-cli-command.h"
#include "mou-cli-number.h"
#include "mou-json-insight.h"

#include <glib/gi18n.h>

#define DEFAULT_SEED 1

typedef struct
{
  char *agreement;
  char *assessment;
  char *format;
  char *target;
  char **prices;
  gint64 seed;
  int draws;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->agreement);
  g_free (self->assessment);
  g_free (self->format);
  g_free (self->target);
  g_strfreev (self->prices);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_options (const Options *options, GError **error)
{
  if (!mou_cli_command_check_format (options->format, error))
    return FALSE;
  if (options->draws < 1 || options->draws > MOU_FORECAST_DRAWS_MAX)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--draws is a number from 1 to %d"), MOU_FORECAST_DRAWS_MAX);
  if (options->seed < 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--seed is a number from 0 on"));
  if (options->prices != NULL && options->target == NULL)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--price needs a --target"));

  return TRUE;
}

/* *target stays NULL without one. */
static gboolean
parse_target (const char *text, MouRatio **target, GError **error)
{
  g_autoptr (GError) cause = NULL;
  MouDecimal value;

  if (text == NULL)
    return TRUE;
  if (!mou_decimal_parse (text, &value, &cause))
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, "--target: %s", cause->message);
  *target = mou_ratio_new_from_decimal (value);

  return TRUE;
}

static gboolean
parse_prices (const MouCliSource *source, char **pairs, GArray *prices, GError **error)
{
  for (int i = 0; pairs != NULL && pairs[i] != NULL; i++)
    {
      MouImprovementPrice price;
      guint node = 0;

      if (!mou_cli_parse_pair (source, pairs[i], &node, &price.price, error))
        return FALSE;
      if (mou_decimal_sign (price.price) < 0)
        return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: a price cannot be below zero"), pairs[i]);
      price.indicator = mou_agreement_get_node (source->agreement, node)->indicator->id;
      g_array_append_val (prices, price);
    }

  return TRUE;
}

static void
print (MouEvaluation *evaluation, const MouRatio *target, const GArray *prices, const Options *options)
{
  g_autoptr (MouForecast) forecast = mou_forecast_new (evaluation->agreement, (guint) options->draws, (guint64) options->seed);
  g_autoptr (MouPortfolio) portfolio = NULL;
  g_autofree char *json = NULL;

  if (target != NULL)
    portfolio = mou_improvement_find (evaluation, target, (const MouImprovementPrice *) (gconstpointer) prices->data, prices->len);
  if (options->format == NULL || g_str_equal (options->format, "text"))
    {
      mou_cli_insight_print (evaluation, target, portfolio, forecast);
      return;
    }

  json = mou_json_insight_write (evaluation, target, portfolio, forecast);
  mou_cli_print (json);
}

static gboolean
look_into (const char *path, const Options *options, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autoptr (MouRatio) target = NULL;
  g_autoptr (GArray) prices = g_array_new (FALSE, FALSE, sizeof (MouImprovementPrice));
  g_autoptr (MouEvaluation) evaluation = NULL;
  const MouAssessment *assessment = NULL;

  if (!check_options (options, error) || !parse_target (options->target, &target, error) || !mou_cli_source_open (&source, path, error)
      || !mou_cli_source_choose (&source, options->agreement, error)
      || !mou_cli_source_find_assessment (&source, options->assessment, &assessment, error)
      || !parse_prices (&source, options->prices, prices, error))
    return FALSE;

  evaluation = mou_engine_evaluate (source.agreement, assessment);
  print (evaluation, target, prices, options);

  return TRUE;
}

static MouCliExit
run_insight (const MouCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { .seed = DEFAULT_SEED, .draws = MOU_FORECAST_DRAWS };
  const GOptionEntry entries[] = {
    { "assessment", 'a', 0, G_OPTION_ARG_FILENAME, &options.assessment, N_ ("Which assessment; the last one otherwise"), N_ ("NAME") },
    { "target", 't', 0, G_OPTION_ARG_FILENAME, &options.target, N_ ("The total to reach by the cheapest improvements"), N_ ("SCORE") },
    { "price", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.prices, N_ ("What a whole level-span costs; 1 otherwise"), N_ ("CODE=NUMBER") },
    { "draws", 0, 0, G_OPTION_ARG_INT, &options.draws, N_ ("How often the forecast is drawn; 10,000 otherwise"), N_ ("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, N_ ("The same seed draws the same forecast; 1 otherwise"), N_ ("N") },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("text or json"), N_ ("FORMAT") },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &options.agreement, N_ ("Which agreement, when there are several"),
      N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !look_into (argv[1], &options, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_insight = {
  .name = "insight",
  .synopsis = N_ ("FILE"),
  .summary = N_ ("What is needed, what it is worth, what may come"),
  .description = N_ ("The values needed for each level and for 0.01 more of the total, where points are still to be had, the criteria\n"
                     "against past years, and a forecast of the total if the last five years go on as they went.\n"
                     "With --target, the cheapest improvements that reach it: an improvement costs the share of the distance between\n"
                     "level 1 and level 5 that it travels, times the price of its indicator.\n\n"
                     "Examples:\n"
                     "  mou insight my.mou\n"
                     "  mou insight my.mou --target 4.2 --price 2.4=3\n"
                     "  mou insight my.mou --draws 100000 --seed 7 --format json\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_insight,
};
