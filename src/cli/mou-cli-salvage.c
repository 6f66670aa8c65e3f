/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou salvage: what can be read of a damaged register, into a new file, and a list of what is missing. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-salvage.h"

#include <glib/gi18n.h>

/* A whole file needs no salvage, and one that cannot be read at all gets none. */
static gboolean
check_damaged (const char *path, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autoptr (GError) failure = NULL;

  if (mou_cli_source_open_register (&source, path, &failure))
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: the register is whole; there is nothing to salvage"), path);
  if (g_error_matches (failure, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_DAMAGED)
      || g_error_matches (failure, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_REFUSED))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
salvage (const char *damaged, const char *target, gboolean *complete, GError **error)
{
  g_autoptr (MouSalvageReport) report = NULL;
  g_autoptr (MouDocument) document = NULL;
  g_autofree char *text = NULL;
  gboolean saved;

  if (!mou_cli_check_register_name (target, error))
    return FALSE;
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: the file exists already"), target);
  if (!check_damaged (damaged, error))
    return FALSE;
  document = mou_document_salvage (damaged, NULL, NULL, NULL, &report, error);
  if (document == NULL)
    return FALSE;

  saved = mou_document_save_as (document, target, error);
  mou_document_close (document);
  if (!saved)
    return FALSE;

  text = mou_salvage_report_dup_text (report);
  mou_cli_print (text);
  *complete = report->complete;

  return TRUE;
}

static MouCliExit
run_salvage (const MouCliCommand *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean complete = FALSE;

  if (!mou_cli_command_parse (self, NULL, &argc, &argv, &error) || !salvage (argv[1], argv[2], &complete, &error))
    return mou_cli_fail (error);

  return complete ? MOU_CLI_DONE : MOU_CLI_FOUND;
}

const MouCliCommand mou_cli_salvage = {
  .name = "salvage",
  .synopsis = N_ ("DAMAGED.mou NEW.mou"),
  .summary = N_ ("Write what can be read of a damaged register to a new one"),
  .description = N_ ("The damaged file is only read. What its tables have lost is taken from its history where that is sound.\n"
                     "What is missing or doubtful is listed; the exit status is then 1, and 0 when everything is back.\n"
                     "Where nothing can be read, no file is written.\n\n"
                     "Example:\n"
                     "  mou salvage broken.mou rescued.mou\n"),
  .n_arguments_min = 2,
  .n_arguments_max = 2,
  .run = run_salvage,
};
