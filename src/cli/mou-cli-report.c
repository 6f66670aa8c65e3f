/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou report: writes a printed form as a workbook or as text. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-report.h"
#include "mou-seal.h"

#include <glib/gi18n.h>

typedef struct
{
  char *agreement;
  char *assessment;
  char *form;
  char *output;
  gboolean thai_digits;
  gboolean values_only;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->agreement);
  g_free (self->assessment);
  g_free (self->form);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
find_form (const char *name, MouReportForm *form, GError **error)
{
  static const char *const later[] = { "indicator", "progress", "project", "comparison", "collection", NULL };

  if (name == NULL)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--form is missing: agreement or evaluation"));
  *form = mou_report_form_lookup (name);
  if (*form != MOU_N_FORMS)
    return TRUE;
  if (g_strv_contains (later, name))
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE,
                           _ ("this version does not write the form “%s” yet; it writes agreement and evaluation"), name);

  return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("there is no form “%s”; there is agreement and evaluation"), name);
}

static gboolean
find_renderer (const char *path, MouReportRenderer *renderer, GError **error)
{
  g_autofree char *folded = path != NULL ? g_ascii_strdown (path, -1) : NULL;

  if (path == NULL)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("-o is missing: the file to write, .xlsx or .txt"));
  if (g_str_has_suffix (folded, ".xlsx"))
    *renderer = MOU_RENDER_XLSX;
  else if (g_str_has_suffix (folded, ".txt"))
    *renderer = MOU_RENDER_TEXT;
  else if (g_str_has_suffix (folded, ".pdf"))
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("%s: this version does not write .pdf yet; it writes .xlsx and .txt"), path);
  else
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("%s: the name must end in .xlsx or .txt"), path);

  return TRUE;
}

static gboolean
write_report (const char *path, const Options *options, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autoptr (MouEvaluation) evaluation = NULL;
  g_autofree char *seal = NULL;
  g_autofree char *evaluation_seal = NULL;
  const MouAssessment *assessment = NULL;
  MouReportOptions report = { .thai_digits = options->thai_digits, .values_only = options->values_only };

  if (!find_form (options->form, &report.form, error) || !find_renderer (options->output, &report.renderer, error))
    return FALSE;
  if (!mou_cli_source_open (&source, path, error) || !mou_cli_source_choose (&source, options->agreement, error)
      || !mou_cli_source_find_assessment (&source, options->assessment, &assessment, error))
    return FALSE;

  evaluation = mou_engine_evaluate (source.agreement, assessment);
  seal = mou_seal_dup_agreement (source.rows, source.agreement_id);
  evaluation_seal = mou_seal_dup_evaluation (source.rows, evaluation);
  report.seal = seal;
  report.evaluation_seal = evaluation_seal;

  return mou_report_write (source.agreement, evaluation, &report, options->output, NULL, NULL, error);
}

static MouCliExit
run_report (const MouCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "form", 0, 0, G_OPTION_ARG_FILENAME, &options.form, N_ ("agreement or evaluation"), N_ ("FORM") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The file to write: .xlsx or .txt"), N_ ("OUT") },
    { "assessment", 'a', 0, G_OPTION_ARG_FILENAME, &options.assessment, N_ ("Which assessment; the last one otherwise"), N_ ("NAME") },
    { "thai-digits", 0, 0, G_OPTION_ARG_NONE, &options.thai_digits, N_ ("Write Thai digits"), NULL },
    { "values-only", 0, 0, G_OPTION_ARG_NONE, &options.values_only, N_ ("Write values where formulas would stand"), NULL },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &options.agreement, N_ ("Which agreement, when there are several"),
      N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !write_report (argv[1], &options, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_report = {
  .name = "report",
  .synopsis = N_ ("FILE --form FORM -o OUT"),
  .summary = N_ ("Write a printed form as a workbook or as text"),
  .description = N_ ("The form agreement is the one that is signed; evaluation has the scores as live formulas.\n"
                     "The same content gives the same bytes; what was at OUT is replaced only by a whole, verified file.\n\n"
                     "Examples:\n"
                     "  mou report my.mou --form agreement -o agreement.xlsx --thai-digits\n"
                     "  mou report my.mou --form evaluation --assessment \"รอบปี\" -o scores.xlsx\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_report,
};
