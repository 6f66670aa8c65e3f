/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou reopen: a signed agreement becomes a draft again, for a reason that stays on record. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-sign.h"

#include <glib/gi18n.h>

static gboolean
reopen (const char *path, const char *agreement, const char *reason, const char *by, GError **error)
{
  g_auto (MouCliSource) source = { NULL };

  if (reason == NULL || *reason == '\0')
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("say why, with --reason TEXT"));
  if (!mou_cli_source_open_register (&source, path, error) || !mou_cli_source_choose (&source, agreement, error))
    return FALSE;
  if (!mou_cli_source_save (&source, mou_document_reopen (source.document, source.agreement_id, reason, by, error), error))
    return FALSE;

  mou_cli_printf ("%s\n", mou_document_get_undo_label (source.document));

  return TRUE;
}

static MouCliExit
run_reopen (const MouCliCommand *self, int argc, char **argv)
{
  g_autofree char *agreement = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_ ("Why; it stays on record"), N_ ("TEXT") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &by, N_ ("Who approved it"), N_ ("NAME") },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &agreement, N_ ("Which agreement, when there are several"), N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !reopen (argv[1], agreement, reason, by, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_reopen = {
  .name = "reopen",
  .synopsis = N_ ("FILE.mou --reason TEXT"),
  .summary = N_ ("Make a signed agreement a draft again"),
  .description = N_ ("The signature stays on record, with the reopening and its reason after it; mou undo takes the\n"
                     "reopening back as long as the agreement says what was signed.\n\n"
                     "Example:\n"
                     "  mou reopen my.mou --reason \"คณะกรรมการให้ปรับน้ำหนักตัวชี้วัด 2.4\" --by \"ผู้ว่าการ\"\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_reopen,
};
