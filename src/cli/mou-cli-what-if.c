/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou what-if: the scores with other values, the file as it is. */

#include "mou-cli-command.h"
#include "mou-cli-number.h"
#include "mou-cli-table.h"
#include "mou-json-insight.h"
#include "mou-what-if.h"

#include <glib/gi18n.h>

#define NAME_WIDTH 40

typedef struct
{
  char *agreement;
  char *assessment;
  char *format;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->agreement);
  g_free (self->assessment);
  g_free (self->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* "+0.2333"; NULL unless both are there. */
static char *
format_change (const MouRatio *before, const MouRatio *after)
{
  g_autoptr (MouRatio) change = NULL;
  g_autofree char *text = NULL;

  if (before == NULL || after == NULL)
    return NULL;

  change = mou_ratio_subtract (after, before);
  text = mou_cli_format_score (change);

  return g_strconcat (mou_ratio_sign (change) > 0 ? "+" : "", text, NULL);
}

static void
add_node (MouCliTable *table, const MouEvaluation *before, const MouEvaluation *after, guint node)
{
  const MouIndicator *indicator = mou_agreement_get_node (before->agreement, node)->indicator;
  const MouScore *was = mou_evaluation_get_score (before, node), *is = mou_evaluation_get_score (after, node);
  g_autofree char *old_value = mou_cli_format_value (was->actual);
  g_autofree char *old_score = mou_cli_format_score (was->score);
  g_autofree char *new_value = mou_cli_format_value (is->actual);
  g_autofree char *new_score = mou_cli_format_score (is->score);
  g_autofree char *change = format_change (was->score, is->score);

  mou_cli_table_add (table, indicator->code);
  mou_cli_table_add (table, indicator->name);
  mou_cli_table_add (table, old_value);
  mou_cli_table_add (table, old_score);
  mou_cli_table_add (table, "→");
  mou_cli_table_add (table, new_value);
  mou_cli_table_add (table, new_score);
  mou_cli_table_add (table, change);
  if (is->state == MOU_STATE_SCORED)
    mou_cli_table_add (table, NULL);
  else
    mou_cli_table_add_formatted (table, "%s%s%s", mou_score_state_label (is->state), is->reason != NULL ? ": " : "",
                                 is->reason != NULL ? is->reason : "");
}

static void
print_table (const MouEvaluation *before, const MouEvaluation *after, const GArray *nodes)
{
  g_autoptr (MouCliTable) table = mou_cli_table_new ();
  g_autofree char *text = NULL;

  mou_cli_table_add_column (table, _ ("Code"), MOU_CLI_LEFT, 0);
  mou_cli_table_add_column (table, _ ("Criterion"), MOU_CLI_LEFT, NAME_WIDTH);
  mou_cli_table_add_column (table, _ ("Actual"), MOU_CLI_RIGHT, 0);
  mou_cli_table_add_column (table, _ ("Score"), MOU_CLI_RIGHT, 0);
  mou_cli_table_add_column (table, "", MOU_CLI_LEFT, 0);
  mou_cli_table_add_column (table, _ ("What if"), MOU_CLI_RIGHT, 0);
  mou_cli_table_add_column (table, _ ("Score"), MOU_CLI_RIGHT, 0);
  mou_cli_table_add_column (table, _ ("Change"), MOU_CLI_RIGHT, 0);
  mou_cli_table_add_column (table, "", MOU_CLI_LEFT, 0);
  for (guint i = 0; i < nodes->len; i++)
    add_node (table, before, after, g_array_index (nodes, guint, i));
  text = mou_cli_table_to_text (table);
  mou_cli_print (text);
}

static void
print_total (const MouEvaluation *before, const MouEvaluation *after)
{
  g_autofree char *old_score = mou_cli_format_score (before->total);
  g_autofree char *new_score = mou_cli_format_score (after->total);
  g_autofree char *old_exact = before->total != NULL ? mou_ratio_to_text (before->total) : NULL;
  g_autofree char *new_exact = after->total != NULL ? mou_ratio_to_text (after->total) : NULL;
  g_autofree char *change = format_change (before->total, after->total);

  mou_cli_printf (_ ("Total score  %s → %s  %s\n"), old_score != NULL ? old_score : "-", new_score != NULL ? new_score : "-",
                  change != NULL ? change : "");
  mou_cli_printf (_ ("Exactly      %s → %s%s\n"), old_exact != NULL ? old_exact : "-", new_exact != NULL ? new_exact : "-",
                  after->complete ? "" : _ ("  provisional"));
}

static void
print_text (const MouEvaluation *before, const MouEvaluation *after, const GArray *nodes)
{
  mou_cli_printf ("%s\n", before->agreement->title);
  if (before->assessment != NULL)
    mou_cli_printf (_ ("Assessment: %s\n\n"), before->assessment->name);
  else
    mou_cli_print (_ ("Nothing has been assessed yet.\n\n"));
  print_table (before, after, nodes);
  mou_cli_print ("\n");
  print_total (before, after);
}

/* `nodes` gets a guint a pair. */
static gboolean
parse_pairs (const MouCliSource *source, char **pairs, GArray *nodes, GArray *values, GError **error)
{
  for (int i = 0; pairs[i] != NULL; i++)
    {
      MouWhatIfValue value;
      guint node = 0;

      if (!mou_cli_parse_pair (source, pairs[i], &node, &value.value, error))
        return FALSE;
      for (guint j = 0; j < nodes->len; j++)
        if (g_array_index (nodes, guint, j) == node)
          return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("“%s” gives a second value for the same indicator"), pairs[i]);
      value.indicator = mou_agreement_get_node (source->agreement, node)->indicator->id;
      g_array_append_val (nodes, node);
      g_array_append_val (values, value);
    }

  return TRUE;
}

static gboolean
ask (const char *path, char **pairs, const Options *options, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (MouWhatIfValue));
  g_autoptr (MouEvaluation) before = NULL, after = NULL;
  const MouAssessment *assessment = NULL;
  g_autofree char *json = NULL;

  if (!mou_cli_source_open (&source, path, error) || !mou_cli_source_choose (&source, options->agreement, error)
      || !mou_cli_source_find_assessment (&source, options->assessment, &assessment, error)
      || !parse_pairs (&source, pairs, nodes, values, error))
    return FALSE;

  before = mou_engine_evaluate (source.agreement, assessment);
  after = mou_what_if_evaluate (before, (const MouWhatIfValue *) (gconstpointer) values->data, values->len);
  if (options->format == NULL || g_str_equal (options->format, "text"))
    print_text (before, after, nodes);
  else
    {
      json = mou_json_what_if_write (before, after, nodes);
      mou_cli_print (json);
    }

  return TRUE;
}

static MouCliExit
run_what_if (const MouCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "assessment", 'a', 0, G_OPTION_ARG_FILENAME, &options.assessment, N_ ("Which assessment; the last one otherwise"), N_ ("NAME") },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("text or json"), N_ ("FORMAT") },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &options.agreement, N_ ("Which agreement, when there are several"),
      N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !mou_cli_command_check_format (options.format, &error))
    return mou_cli_fail (error);

  argv[argc] = NULL;
  if (!ask (argv[1], argv + 2, &options, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_what_if = {
  .name = "what-if",
  .synopsis = N_ ("FILE CODE=VALUE…"),
  .summary = N_ ("Score with other values, changing nothing"),
  .description = N_ ("VALUE stands in place of what was reported; for judged and score indicators it is the score, for checklists\n"
                     "the percentage. In a back-test it means what a past result would. Everything else stays as it is, and the\n"
                     "file is not touched.\n\n"
                     "Examples:\n"
                     "  mou what-if my.mou 2.4=26.00\n"
                     "  mou what-if my.mou 2.4=26.00 1.3=1200 --format json\n"),
  .n_arguments_min = 2,
  .n_arguments_max = 1000,
  .run = run_what_if,
};
