/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou check: the findings; the exit status says whether one of them is an error. */

#include "mou-check.h"
#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-json-evaluation.h"

#include <glib/gi18n.h>

static const char *
get_label (MouSeverity severity)
{
  static const char *const labels[]
      = { [MOU_SEVERITY_ERROR] = N_ ("error"), [MOU_SEVERITY_WARNING] = N_ ("warning"), [MOU_SEVERITY_HINT] = N_ ("hint") };

  return _ (labels[severity]);
}

static void
print_finding (const MouFinding *finding)
{
  mou_cli_printf ("%s: %s: %s", finding->place, get_label (finding->severity), finding->message);
  if (finding->fix != NULL && finding->fix->value != NULL)
    mou_cli_printf (_ (" [fix: %s]"), finding->fix->value);
  mou_cli_print ("\n");
}

static guint
count_severity (GPtrArray *findings, MouSeverity severity)
{
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += ((const MouFinding *) findings->pdata[i])->severity == severity;

  return count;
}

static void
print_text (GPtrArray *findings)
{
  guint errors = count_severity (findings, MOU_SEVERITY_ERROR);
  guint warnings = count_severity (findings, MOU_SEVERITY_WARNING);
  guint hints = count_severity (findings, MOU_SEVERITY_HINT);

  for (guint i = 0; i < findings->len; i++)
    print_finding (findings->pdata[i]);
  mou_cli_printf (ngettext ("%u error", "%u errors", errors), errors);
  mou_cli_print (", ");
  mou_cli_printf (ngettext ("%u warning", "%u warnings", warnings), warnings);
  mou_cli_print (", ");
  mou_cli_printf (ngettext ("%u hint", "%u hints", hints), hints);
  mou_cli_print ("\n");
}

static gboolean
print_formatted (GPtrArray *findings, const char *format, GError **error)
{
  g_autofree char *text = NULL;

  if (format == NULL || g_str_equal (format, "text"))
    print_text (findings);
  else if (g_str_equal (format, "json"))
    {
      text = mou_json_findings_write (findings);
      mou_cli_print (text);
    }
  else
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("there is no format “%s”; there is text and json"), format);

  return TRUE;
}

static gboolean
check_file (const char *path, const char *agreement, const char *format, gboolean *found, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autoptr (GPtrArray) findings = NULL;

  if (!mou_cli_source_open (&source, path, error) || !mou_cli_source_choose (&source, agreement, error))
    return FALSE;
  findings = mou_check_agreement (source.agreement);
  *found = count_severity (findings, MOU_SEVERITY_ERROR) > 0;

  return print_formatted (findings, format, error);
}

static MouCliExit
run_check (const MouCliCommand *self, int argc, char **argv)
{
  g_autofree char *agreement = NULL;
  g_autofree char *format = NULL;
  gboolean found = FALSE;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_ ("text or json"), N_ ("FORMAT") },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &agreement, N_ ("Which agreement, when there are several"), N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !check_file (argv[1], agreement, format, &found, &error))
    return mou_cli_fail (error);

  return found ? MOU_CLI_FOUND : MOU_CLI_DONE;
}

const MouCliCommand mou_cli_check = {
  .name = "check",
  .synopsis = N_ ("FILE"),
  .summary = N_ ("Say what a careful reader would question"),
  .description = N_ ("Weights that do not add up, levels that disagree with their notation, missing units, and so on.\n"
                     "Each line names the place; a fix is proposed where changing one value makes it right.\n"
                     "The exit status is 1 when there is an error among them.\n\n"
                     "Examples:\n"
                     "  mou check my.mou\n"
                     "  mou check my.mou --format json\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_check,
};
