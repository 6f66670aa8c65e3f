/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou sign: locks an agreement and puts its seal on record. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-sign.h"
#include "mou-signing.h"

#include <glib/gi18n.h>

typedef struct
{
  char *agreement;
  char *date;
  char *by;
  gboolean despite_errors;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->agreement);
  g_free (self->date);
  g_free (self->by);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
sign (const char *path, const Options *options, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autofree char *name = NULL;
  gboolean done;

  if (!mou_cli_source_open_register (&source, path, error) || !mou_cli_source_choose (&source, options->agreement, error))
    return FALSE;

  done = mou_document_sign (source.document, source.agreement_id, options->date, options->by, options->despite_errors, error);
  if (!mou_cli_source_save (&source, done, error))
    return FALSE;

  name = mou_cli_source_dup_name (&source, source.agreement_id);
  mou_cli_printf (_ ("%s: signed, with the seal %s\n"), name,
                  mou_row_get (mou_signing_get_last (source.rows, source.agreement_id), MOU_SIGNING_SEAL));

  return TRUE;
}

static MouCliExit
run_sign (const MouCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date, N_ ("The day of the signatures; today otherwise"), N_ ("YYYY-MM-DD") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by, N_ ("Who signed"), N_ ("NAME") },
    { "despite-errors", 0, 0, G_OPTION_ARG_NONE, &options.despite_errors, N_ ("Even where the checks find errors in it"), NULL },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &options.agreement, N_ ("Which agreement, when there are several"),
      N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !sign (argv[1], &options, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_sign = {
  .name = "sign",
  .synopsis = N_ ("FILE.mou"),
  .summary = N_ ("Lock an agreement that has been signed"),
  .description = N_ ("What is signed stays as it is from then on: indicators, weights, levels, terms, parties.\n"
                     "Results, projects and assessments go on. Changing it takes mou rebase or mou reopen.\n"
                     "An agreement that the checks find errors in is refused; a paper signed with them is recorded\n"
                     "with --despite-errors.\n\n"
                     "Examples:\n"
                     "  mou sign my.mou --date 2023-09-28 --by \"ปลัดกระทรวงมหาดไทย\"\n"
                     "  mou sign my.mou --agreement กปน./2567\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_sign,
};
