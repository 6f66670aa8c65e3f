/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou new: an empty register, or one with the first agreement in it. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-edits.h"
#include "mou-fiscal-year.h"

#include <glib/gi18n.h>

typedef struct
{
  char *organisation;
  char *abbreviation;
  char *year;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->organisation);
  g_free (self->abbreviation);
  g_free (self->year);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
add_agreement (MouDocument *document, const Options *options, GError **error)
{
  int year = 0;

  if (options->organisation == NULL && options->abbreviation == NULL && options->year == NULL)
    return TRUE;
  if (options->organisation == NULL || options->abbreviation == NULL || options->year == NULL)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--organisation, --abbreviation and --year belong together"));

  return mou_fiscal_year_parse (options->year, &year, error)
         && mou_document_new_agreement (document, options->organisation, options->abbreviation, year, NULL, error);
}

static gboolean
make_register (const char *path, const Options *options, GError **error)
{
  g_autoptr (MouDocument) document = NULL;
  gboolean success;

  if (!mou_cli_check_register_name (path, error))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: the file exists already"), path);
  document = mou_document_new (NULL, NULL, error);
  if (document == NULL)
    return FALSE;

  success = add_agreement (document, options, error) && mou_document_save_as (document, path, error);
  mou_document_close (document);

  return success;
}

static MouCliExit
run_new (const MouCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &options.organisation, N_ ("Name of the organisation"), N_ ("NAME") },
    { "abbreviation", 0, 0, G_OPTION_ARG_FILENAME, &options.abbreviation, N_ ("Its abbreviation"), N_ ("ABBREVIATION") },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &options.year, N_ ("Fiscal year, Buddhist Era"), N_ ("YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !make_register (argv[1], &options, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_new = {
  .name = "new",
  .synopsis = N_ ("FILE.mou"),
  .summary = N_ ("Make an empty register"),
  .description = N_ ("FILE.mou must not exist yet. With the three options it starts with a draft agreement.\n\n"
                     "Examples:\n"
                     "  mou new my.mou\n"
                     "  mou new my.mou --organisation การประปานครหลวง --abbreviation กปน. --year 2567\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_new,
};
