/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou show: the scorecard as a table, in the columns of the printed form. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-cli-table.h"
#include "mou-value.h"

#include <glib/gi18n.h>

#define YEARS 5
#define NAME_WIDTH 40
#define UNIT_WIDTH 12

static void
add_columns (MouCliTable *table, const MouAgreement *agreement, gboolean wide)
{
  mou_cli_table_add_column (table, _ ("Code"), MOU_CLI_LEFT, 0);
  mou_cli_table_add_column (table, _ ("Criterion"), MOU_CLI_LEFT, wide ? 0 : NAME_WIDTH);
  mou_cli_table_add_column (table, _ ("Unit"), MOU_CLI_LEFT, wide ? 0 : UNIT_WIDTH);
  mou_cli_table_add_column (table, _ ("Weight"), MOU_CLI_RIGHT, 0);
  for (int i = YEARS; i > 0; i--)
    {
      g_autofree char *year = g_strdup_printf ("%d", agreement->fiscal_year - i);

      mou_cli_table_add_column (table, year, MOU_CLI_RIGHT, 0);
    }
  for (int level = 1; level <= agreement->scale->level_count; level++)
    {
      g_autofree char *title = g_strdup_printf (_ ("Level %d"), level);

      mou_cli_table_add_column (table, title, MOU_CLI_RIGHT, wide ? 0 : UNIT_WIDTH);
    }
  mou_cli_table_add_column (table, _ ("Adjustment"), MOU_CLI_LEFT, 0);
}

static char *
format_history (const MouIndicator *indicator, int year)
{
  const MouHistory *history = mou_indicator_get_history (indicator, year);
  g_autofree char *number = NULL;

  if (history == NULL)
    return g_strdup ("");
  if (history->state == MOU_HISTORY_NO_DATA)
    return g_strdup ("-");
  if (history->state == MOU_HISTORY_PENDING)
    return g_strdup ("N/A");
  number = mou_decimal_format (history->value, indicator->decimals);

  return g_strconcat (number, history->provisional ? "*" : "", NULL);
}

static void
add_levels (MouCliTable *table, const MouIndicator *indicator, int count)
{
  for (int i = 0; i < count; i++)
    {
      g_autofree char *level = NULL;

      if (i < indicator->levels.count)
        level = mou_level_format (&indicator->levels.levels[i], indicator->decimals);
      mou_cli_table_add (table, level);
    }
}

static void
add_indicator (MouCliTable *table, const MouAgreement *agreement, const MouNode *node)
{
  const MouIndicator *indicator = node->indicator;
  g_autofree char *weight = indicator->has_weight ? mou_decimal_format (indicator->weight, -1) : NULL;

  mou_cli_table_add (table, indicator->code);
  mou_cli_table_add_formatted (table, "%*s%s", 2 * node->depth, "", indicator->name != NULL ? indicator->name : "");
  mou_cli_table_add (table, indicator->unit);
  mou_cli_table_add (table, weight);
  for (int i = YEARS; i > 0; i--)
    {
      g_autofree char *past = format_history (indicator, agreement->fiscal_year - i);

      mou_cli_table_add (table, past);
    }
  add_levels (table, indicator, agreement->scale->level_count);
  mou_cli_table_add (table, indicator->levels.notation_text);
}

static gboolean
show_file (const char *path, const char *name, gboolean wide, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autoptr (MouCliTable) table = mou_cli_table_new ();
  g_autofree char *text = NULL;
  const MouAgreement *agreement;

  if (!mou_cli_source_open (&source, path, error) || !mou_cli_source_choose (&source, name, error))
    return FALSE;

  agreement = source.agreement;
  add_columns (table, agreement, wide);
  for (guint i = 0; i < mou_agreement_get_n_nodes (agreement); i++)
    add_indicator (table, agreement, mou_agreement_get_node (agreement, i));
  text = mou_cli_table_to_text (table);
  mou_cli_printf ("%s\n%s (%s)\n\n%s", agreement->title, agreement->organisation,
                  mou_value_choice_label (mou_field_get (MOU_ENTITY_AGREEMENT, MOU_AGREEMENT_STATUS), agreement->status), text);

  return TRUE;
}

static MouCliExit
run_show (const MouCliCommand *self, int argc, char **argv)
{
  g_autofree char *agreement = NULL;
  gboolean wide = FALSE;
  const GOptionEntry entries[] = {
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &agreement, N_ ("Which agreement, when there are several"), N_ ("ABBREVIATION/YEAR") },
    { "wide", 'w', 0, G_OPTION_ARG_NONE, &wide, N_ ("Do not shorten names"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !show_file (argv[1], agreement, wide, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_show = {
  .name = "show",
  .synopsis = N_ ("FILE"),
  .summary = N_ ("Show the scorecard as a table"),
  .description = N_ ("Weights, the results of five past years, the levels and how they were set. * marks a provisional result,\n"
                     "- that there is no data, N/A a result under consideration.\n\n"
                     "Examples:\n"
                     "  mou show my.mou\n"
                     "  mou show agreement.json --wide | less -S\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_show,
};
