/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou new-year: next year's draft from an agreement. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-edits.h"

#include <glib/gi18n.h>

static gboolean
add_year (const char *path, const char *agreement, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autofree char *name = NULL;
  gint64 row = 0;

  if (!mou_cli_source_open_register (&source, path, error) || !mou_cli_source_choose (&source, agreement, error))
    return FALSE;
  if (!mou_cli_source_save (&source, mou_document_new_year (source.document, source.agreement_id, &row, error), error))
    return FALSE;

  name = mou_cli_source_dup_name (&source, row);
  mou_cli_printf ("%s\n", name);

  return TRUE;
}

static MouCliExit
run_new_year (const MouCliCommand *self, int argc, char **argv)
{
  g_autofree char *agreement = NULL;
  const GOptionEntry entries[] = {
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &agreement, N_ ("The agreement to start from"), N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !add_year (argv[1], agreement, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_new_year = {
  .name = "new-year",
  .synopsis = N_ ("FILE.mou"),
  .summary = N_ ("Start next year's draft from an agreement"),
  .description = N_ ("Indicators, weights and levels are kept, past results move by a year, results stay behind.\n"
                     "Prints the name of the new agreement, for --agreement.\n\n"
                     "Example:\n"
                     "  mou new-year my.mou --agreement กปน./2567\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_new_year,
};
