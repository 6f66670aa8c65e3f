/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou copy: a checked and verified copy of a register, with or without its past. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-clean-copy.h"

#include <glib/gi18n.h>

static gboolean
copy_register (const char *path, const char *output, gboolean without_history, GError **error)
{
  g_auto (MouCliSource) source = { NULL };

  if (!mou_cli_check_register_name (output, error) || !mou_cli_source_open_register (&source, path, error))
    return FALSE;
  if (g_file_test (output, G_FILE_TEST_EXISTS))
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: the file exists already"), output);

  return without_history ? mou_document_save_clean_copy (source.document, output, error)
                         : mou_document_save_as (source.document, output, error);
}

static MouCliExit
run_copy (const MouCliCommand *self, int argc, char **argv)
{
  gboolean without_history = FALSE;
  const GOptionEntry entries[] = {
    { "without-history", 0, 0, G_OPTION_ARG_NONE, &without_history, N_ ("Leave out who changed what, and every earlier value"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !copy_register (argv[1], argv[2], without_history, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_copy = {
  .name = "copy",
  .synopsis = N_ ("FILE.mou OUT.mou"),
  .summary = N_ ("Make a verified copy, with its history or without"),
  .description = N_ ("FILE.mou is checked, and OUT.mou is read again before it counts; it must not exist yet.\n"
                     "Without its history the copy has the same rows and begins a history of its own; nothing of the\n"
                     "earlier values, names and times is left in the file.\n\n"
                     "Examples:\n"
                     "  mou copy my.mou for-the-archive.mou\n"
                     "  mou copy my.mou for-the-ministry.mou --without-history\n"),
  .n_arguments_min = 2,
  .n_arguments_max = 2,
  .run = run_copy,
};
