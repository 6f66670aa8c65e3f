/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou verify: is the register whole, and does a report, or the code on its pages, carry what the register holds? */

#include "mou-canon.h"
#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-report-seal.h"
#include "mou-seal.h"

#include <glib/gi18n.h>

/* Opening has checked the file before there is anything to print. */
static void
print_whole (MouCliSource *source)
{
  gint64 n_entries = source->document != NULL ? mou_document_get_n_entries (source->document) : 0;

  if (source->document == NULL)
    {
      mou_cli_printf (_ ("%s: whole; every value and reference checked\n"), source->path);
      return;
    }
  mou_cli_printf (_ ("%s: whole; checked: header, version, schema, pages, values, references, history, content\n"), source->path);
  mou_cli_printf (ngettext ("history: %u entry, each joined to the one before by its hash\n",
                            "history: %u entries, each joined to the one before by its hash\n", (guint) n_entries),
                  (guint) n_entries);
}

static void
print_seals (GPtrArray *seals)
{
  for (guint i = 0; i < seals->len; i++)
    {
      const MouAgreementSeal *seal = g_ptr_array_index (seals, i);

      mou_cli_printf ("%s  %s\n", seal->name, seal->seal);
    }
}

/* A code as it is printed, or else the file that carries one. */
static char *
read_code (const char *report, GError **error)
{
  gboolean is_file = g_file_test (report, G_FILE_TEST_EXISTS);
  char *code = is_file ? NULL : mou_canon_parse_seal (report);

  if (code != NULL || is_file)
    return code != NULL ? code : mou_report_read_seal (report, error);

  mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no such file, and it is no code of 20 characters"), report);
  return NULL;
}

static void
print_match (GPtrArray *seals, const char *report, const char *code, gboolean *found)
{
  *found = FALSE;
  for (guint i = 0; i < seals->len; i++)
    {
      const MouAgreementSeal *seal = g_ptr_array_index (seals, i);

      if (!g_str_equal (seal->seal, code))
        continue;
      *found = TRUE;
      mou_cli_printf (_ ("%s: carries the content of %s\n"), report, seal->name);
    }
  if (!*found)
    mou_cli_printf (_ ("%s: carries %s, which is the content of no agreement here as it stands now\n"), report, code);
}

static gboolean
verify (const char *path, const char *report, gboolean *found, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autoptr (GPtrArray) seals = NULL;
  g_autofree char *code = NULL;

  if (!mou_cli_source_open (&source, path, error))
    return FALSE;
  if (report != NULL)
    code = read_code (report, error);
  if (report != NULL && code == NULL)
    return FALSE;

  seals = mou_seal_list (source.rows);
  print_whole (&source);
  print_seals (seals);
  *found = TRUE;
  if (code != NULL)
    print_match (seals, report, code, found);

  return TRUE;
}

static MouCliExit
run_verify (const MouCliCommand *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  if (!mou_cli_command_parse (self, NULL, &argc, &argv, &error) || !verify (argv[1], argc > 2 ? argv[2] : NULL, &found, &error))
    return mou_cli_fail (error);

  return found ? MOU_CLI_DONE : MOU_CLI_FOUND;
}

const MouCliCommand mou_cli_verify = {
  .name = "verify",
  .synopsis = N_ ("FILE [REPORT]"),
  .summary = N_ ("Say whether a register is whole, and a report of it true"),
  .description = N_ ("Prints the code of each agreement, the one that stands on every page of its reports.\n"
                     "REPORT is a workbook or text that mou report wrote, or the code printed on it.\n"
                     "The code is of what is signed: results, projects and status may change without it.\n"
                     "The exit status is 1 when the report carries another content, 3 when FILE is damaged.\n\n"
                     "Examples:\n"
                     "  mou verify my.mou\n"
                     "  mou verify my.mou agreement.xlsx\n"
                     "  mou verify my.mou 7KQ2M-0ZC4T-VW3XA-9BD1E\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 2,
  .run = run_verify,
};
