/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou export: the agreement as JSON, as a workbook to edit, or its indicators as CSV. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-indicator-table.h"
#include "mou-json-agreement.h"
#include "mou-workbook.h"

#include <glib/gi18n.h>

static gboolean
write_file (const char *path, const char *text, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &cause))
    return TRUE;

  return mou_cli_refuse (error, MOU_CLI_ERROR_SYSTEM, _ ("%s: it cannot be written: %s"), path, cause->message);
}

static gboolean
has_extension (const char *output, const char *extension)
{
  g_autofree char *folded = output != NULL ? g_ascii_strdown (output, -1) : NULL;

  return folded != NULL && g_str_has_suffix (folded, extension);
}

static gboolean
export_file (const char *path, const char *agreement, const char *output, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autofree char *text = NULL;

  if (output != NULL && !has_extension (output, ".json") && !has_extension (output, ".xlsx") && !has_extension (output, ".csv"))
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("%s: an agreement is written as .json, .xlsx or .csv"), output);
  if (!mou_cli_source_open (&source, path, error) || !mou_cli_source_choose (&source, agreement, error))
    return FALSE;

  if (has_extension (output, ".xlsx"))
    return mou_workbook_write (source.rows, source.agreement_id, output, error);

  text = has_extension (output, ".csv") ? mou_indicator_table_write (source.rows, source.agreement_id)
                                        : mou_json_agreement_write (source.rows, source.agreement_id);
  if (output != NULL)
    return write_file (output, text, error);
  mou_cli_print (text);

  return TRUE;
}

static MouCliExit
run_export (const MouCliCommand *self, int argc, char **argv)
{
  g_autofree char *agreement = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write; standard output otherwise"), N_ ("OUT") },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &agreement, N_ ("Which agreement, when there are several"), N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !export_file (argv[1], agreement, output, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_export = {
  .name = "export",
  .synopsis = N_ ("FILE"),
  .summary = N_ ("Write an agreement as JSON, as a workbook or as CSV"),
  .description = N_ ("As OUT is called: .json with everything that belongs to the agreement: assessments, results, projects; .xlsx the\n"
                     "same as tables, one sheet a kind of row, to be edited and imported again; .csv the indicators with weights,\n"
                     "levels and past results as one table. Importing a .json or .xlsx into an empty register and exporting again\n"
                     "gives the same bytes.\n\n"
                     "Examples:\n"
                     "  mou export my.mou -o agreement.json\n"
                     "  mou export my.mou -o agreement.xlsx\n"
                     "  mou export my.mou -o indicators.csv\n"
                     "  mou export my.mou --agreement กปน./2567 | jq .agreement.indicators\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_export,
};
