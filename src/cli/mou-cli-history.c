/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou history: who changed what and when, newest first. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-history.h"

#include <glib/gi18n.h>

#define DEFAULT_LIMIT 20
#define LINES_MAX 10

static void
print_entry (const MouHistoryEntry *entry)
{
  guint n_lines = g_strv_length (entry->lines);

  mou_cli_printf ("%4" G_GINT64_FORMAT "  %s  %s  %s%s\n", entry->entry, entry->at, entry->author, entry->label,
                  entry->undone ? _ ("  (undone)") : "");
  for (guint i = 0; i < MIN (n_lines, LINES_MAX); i++)
    mou_cli_printf ("        %s\n", entry->lines[i]);
  if (n_lines > LINES_MAX)
    mou_cli_printf (_ ("        … and %u more\n"), n_lines - LINES_MAX);
}

static gboolean
print_history (const char *path, int limit, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autoptr (GPtrArray) entries = NULL;

  if (limit < 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--limit is a number of entries, 0 for all"));
  if (!mou_cli_source_open_register (&source, path, error))
    return FALSE;
  entries = mou_document_list_history (source.document, (guint) limit, error);
  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    print_entry (entries->pdata[i]);

  return TRUE;
}

static MouCliExit
run_history (const MouCliCommand *self, int argc, char **argv)
{
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_ ("How many entries, newest first; 0 for all, 20 otherwise"), N_ ("NUMBER") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !print_history (argv[1], limit, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_history = {
  .name = "history",
  .synopsis = N_ ("FILE.mou"),
  .summary = N_ ("Show who changed what and when"),
  .description = N_ ("Every edit since the register was made, undone ones included; times are UTC.\n\n"
                     "Examples:\n"
                     "  mou history my.mou\n"
                     "  mou history my.mou --limit 0 | grep weight\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_history,
};
