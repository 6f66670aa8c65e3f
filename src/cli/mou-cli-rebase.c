/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou rebase: moves level 3 of an indicator, and the other levels with it, for a reason that stays on record. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-sign.h"

#include <glib/gi18n.h>

typedef struct
{
  char *agreement;
  char *reason;
  char *by;
  char *date;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->agreement);
  g_free (self->reason);
  g_free (self->by);
  g_free (self->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
rebase (char **argv, const Options *options, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  gboolean done;
  int node;

  if (options->reason == NULL || *options->reason == '\0')
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("say why, with --reason TEXT"));
  if (!mou_cli_source_open_register (&source, argv[1], error) || !mou_cli_source_choose (&source, options->agreement, error))
    return FALSE;

  node = mou_agreement_find_code (source.agreement, argv[2]);
  if (node < 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no indicator “%s”"), argv[1], argv[2]);

  done = mou_document_rebase (source.document, mou_agreement_get_node (source.agreement, (guint) node)->indicator->id, argv[3],
                              options->reason, options->by, options->date, error);
  if (!mou_cli_source_save (&source, done, error))
    return FALSE;

  mou_cli_printf ("%s\n", mou_document_get_undo_label (source.document));

  return TRUE;
}

static MouCliExit
run_rebase (const MouCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &options.reason, N_ ("Why; it stays on record"), N_ ("TEXT") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by, N_ ("Who approved it"), N_ ("NAME") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date, N_ ("The day of the approval; today otherwise"), N_ ("YYYY-MM-DD") },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &options.agreement, N_ ("Which agreement, when there are several"),
      N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !rebase (argv, &options, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_rebase = {
  .name = "rebase",
  .synopsis = N_ ("FILE.mou INDICATOR LEVEL-3 --reason TEXT"),
  .summary = N_ ("Move level 3 of an indicator, and the other levels with it"),
  .description = N_ ("This is how the criteria of a signed agreement change without reopening it: the signed levels\n"
                     "stay, and what level 3 was moved from and to is kept with the reason.\n\n"
                     "Example:\n"
                     "  mou rebase my.mou 1.1 1180 --reason \"ค่า Ft เปลี่ยน\" --by \"คณะกรรมการประเมินผล\"\n"),
  .n_arguments_min = 3,
  .n_arguments_max = 3,
  .takes_signs = TRUE,
  .run = run_rebase,
};
