/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou evaluate: the scores of an assessment, and why one of them is what it is. */

#include "mou-cli-command.h"
#include "mou-cli-number.h"
#include "mou-cli-table.h"
#include "mou-engine.h"
#include "mou-json-evaluation.h"
#include "mou-seal.h"

#include <glib/gi18n.h>

#define NAME_WIDTH 48

typedef struct
{
  char *agreement;
  char *assessment;
  char *format;
  char *why;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->agreement);
  g_free (self->assessment);
  g_free (self->format);
  g_free (self->why);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
add_indicator (MouCliTable *table, const MouEvaluation *evaluation, guint index)
{
  const MouNode *node = mou_agreement_get_node (evaluation->agreement, index);
  const MouScore *score = mou_evaluation_get_score (evaluation, index);
  g_autofree char *weight = node->indicator->has_weight ? mou_decimal_format (node->indicator->weight, -1) : NULL;
  g_autofree char *actual = mou_cli_format_value (score->actual);
  g_autofree char *points = mou_cli_format_score (score->score);
  g_autofree char *weighted = mou_cli_format_score (score->weighted);

  mou_cli_table_add (table, node->indicator->code);
  mou_cli_table_add_formatted (table, "%*s%s", 2 * node->depth, "", node->indicator->name != NULL ? node->indicator->name : "");
  mou_cli_table_add (table, weight);
  mou_cli_table_add (table, actual);
  mou_cli_table_add (table, points);
  mou_cli_table_add (table, weighted);
  if (score->reason != NULL)
    mou_cli_table_add_formatted (table, "%s: %s", mou_score_state_label (score->state), score->reason);
  else
    mou_cli_table_add (table, mou_score_state_label (score->state));
}

static void
print_total (const MouEvaluation *evaluation)
{
  g_autofree char *total = mou_cli_format_score (evaluation->total);
  g_autofree char *exact = evaluation->total != NULL ? mou_ratio_to_text (evaluation->total) : NULL;
  g_autofree char *points = mou_cli_format_score (evaluation->points);
  g_autofree char *evaluated = mou_cli_format_value (evaluation->evaluated_weight);
  g_autofree char *weight = mou_cli_format_value (evaluation->weight);
  g_autofree char *deduction = mou_cli_format_value (evaluation->total_deduction);

  if (total != NULL)
    mou_cli_printf (_ ("Total score       %s  (exactly %s)%s\n"), total, exact, evaluation->complete ? "" : _ ("  provisional"));
  else if (evaluation->blocked)
    mou_cli_print (_ ("Total score       withheld: an indicator is not applicable\n"));
  else
    mou_cli_print (_ ("Total score       none: nothing is scored\n"));
  if (deduction != NULL)
    mou_cli_printf (_ ("Deducted          %s\n"), deduction);
  mou_cli_printf (_ ("Points            %s\n"), points != NULL ? points : "-");
  mou_cli_printf (_ ("Evaluated weight  %s of %s\n"), evaluated != NULL ? evaluated : "0", weight != NULL ? weight : "0");
}

static void
print_table (const MouEvaluation *evaluation)
{
  g_autoptr (MouCliTable) table = mou_cli_table_new ();
  g_autofree char *text = NULL;

  mou_cli_table_add_column (table, _ ("Code"), MOU_CLI_LEFT, 0);
  mou_cli_table_add_column (table, _ ("Criterion"), MOU_CLI_LEFT, NAME_WIDTH);
  mou_cli_table_add_column (table, _ ("Weight"), MOU_CLI_RIGHT, 0);
  mou_cli_table_add_column (table, _ ("Actual"), MOU_CLI_RIGHT, 0);
  mou_cli_table_add_column (table, _ ("Score"), MOU_CLI_RIGHT, 0);
  mou_cli_table_add_column (table, _ ("Weighted"), MOU_CLI_RIGHT, 0);
  mou_cli_table_add_column (table, _ ("State"), MOU_CLI_LEFT, 0);
  for (guint i = 0; i < mou_agreement_get_n_nodes (evaluation->agreement); i++)
    add_indicator (table, evaluation, i);
  text = mou_cli_table_to_text (table);
  mou_cli_print (text);
}

static void
print_text (const MouEvaluation *evaluation)
{
  mou_cli_printf ("%s\n", evaluation->agreement->title);
  if (evaluation->assessment != NULL)
    mou_cli_printf (_ ("Assessment: %s\n\n"), evaluation->assessment->name);
  else
    mou_cli_print (_ ("Nothing has been assessed yet.\n\n"));
  print_table (evaluation);
  mou_cli_print ("\n");
  print_total (evaluation);
}

static char *
write_json (MouRegister *rows, const MouEvaluation *evaluation)
{
  g_autofree char *seal = mou_seal_dup_evaluation (rows, evaluation);

  return mou_json_evaluation_write (evaluation, seal);
}

static gboolean
print_formatted (MouRegister *rows, const MouEvaluation *evaluation, const char *format, GError **error)
{
  g_autofree char *text = NULL;

  if (format == NULL || g_str_equal (format, "text"))
    print_text (evaluation);
  else if (g_str_equal (format, "json"))
    text = write_json (rows, evaluation);
  else if (g_str_equal (format, "csv"))
    text = mou_csv_evaluation_write (evaluation);
  else
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("there is no format “%s”; there is text, json and csv"), format);
  if (text != NULL)
    mou_cli_print (text);

  return TRUE;
}

static gboolean
print_reasons (MouCliSource *source, const MouEvaluation *evaluation, const char *code, GError **error)
{
  int node = mou_agreement_find_code (evaluation->agreement, code);
  g_auto (GStrv) lines = NULL;

  if (g_str_equal (code, "total"))
    lines = mou_engine_explain_total (evaluation);
  else if (node >= 0)
    lines = mou_engine_explain (evaluation, (guint) node);
  else
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no indicator “%s”"), source->path, code);

  for (guint i = 0; lines[i] != NULL; i++)
    mou_cli_printf ("%s\n", lines[i]);

  return TRUE;
}

static gboolean
evaluate_file (const char *path, const Options *options, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autoptr (MouEvaluation) evaluation = NULL;
  const MouAssessment *assessment = NULL;

  if (!mou_cli_source_open (&source, path, error) || !mou_cli_source_choose (&source, options->agreement, error)
      || !mou_cli_source_find_assessment (&source, options->assessment, &assessment, error))
    return FALSE;

  evaluation = mou_engine_evaluate (source.agreement, assessment);
  if (options->why != NULL)
    return print_reasons (&source, evaluation, options->why, error);

  return print_formatted (source.rows, evaluation, options->format, error);
}

static MouCliExit
run_evaluate (const MouCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "assessment", 'a', 0, G_OPTION_ARG_FILENAME, &options.assessment, N_ ("Which assessment; the last one otherwise"), N_ ("NAME") },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("text, json or csv"), N_ ("FORMAT") },
    { "why", 0, 0, G_OPTION_ARG_FILENAME, &options.why, N_ ("Explain the score of one indicator, or of the total"), N_ ("CODE|total") },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &options.agreement, N_ ("Which agreement, when there are several"),
      N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !evaluate_file (argv[1], &options, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_evaluate = {
  .name = "evaluate",
  .synopsis = N_ ("FILE"),
  .summary = N_ ("Score an assessment"),
  .description = N_ ("Scores are computed exactly and shown with four places. What is not reported or pending is left out\n"
                     "of the total, which is then provisional.\n\n"
                     "Examples:\n"
                     "  mou evaluate my.mou\n"
                     "  mou evaluate my.mou --assessment \"ไตรมาส 2\" --format csv > scores.csv\n"
                     "  mou evaluate my.mou --why 1.1\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_evaluate,
};
