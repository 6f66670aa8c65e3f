/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou import: brings an agreement into a register and says what that changed. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-edits.h"
#include "mou-history.h"
#include "mou-import.h"

#include <glib/gi18n.h>

#define LINES_MAX 40

/* A register that is not there yet is a new one. */
static MouDocument *
open_target (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return mou_document_open (path, NULL, NULL, NULL, error);

  return mou_document_new (NULL, NULL, error);
}

/* The agreement that a table is of which does not say so: the one called `name`, or the only one; 0 when there is none. */
static gboolean
choose_agreement (MouDocument *document, const char *path, const char *name, gint64 *agreement, GError **error)
{
  MouCliSource source = { .path = (char *) path, .document = document, .rows = mou_document_get_register (document) };
  g_autoptr (GArray) ids = mou_cli_source_list_agreements (&source);
  gboolean chosen = TRUE;

  if (name != NULL || ids->len == 1)
    chosen = mou_cli_source_choose (&source, name, error);
  *agreement = chosen ? source.agreement_id : 0;
  g_clear_pointer (&source.agreement, mou_agreement_unref);

  return chosen;
}

static MouImport *
load_input (MouDocument *document, const char *path, const char *input, const char *name, GError **error)
{
  gint64 agreement;

  if (!g_file_test (input, G_FILE_TEST_EXISTS))
    {
      mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no such file"), input);
      return NULL;
    }
  if (!choose_agreement (document, path, name, &agreement, error))
    return NULL;

  return mou_import_load (input, mou_document_get_register (document), agreement, error);
}

static void
print_lines (MouDocument *document)
{
  g_autoptr (GPtrArray) history = mou_document_list_history (document, 1, NULL);
  const MouHistoryEntry *entry = history != NULL && history->len > 0 ? history->pdata[0] : NULL;
  guint n_lines = entry != NULL ? g_strv_length (entry->lines) : 0;

  for (guint i = 0; i < MIN (n_lines, LINES_MAX); i++)
    mou_cli_printf ("  %s\n", entry->lines[i]);
  if (n_lines > LINES_MAX)
    mou_cli_printf (_ ("  … and %u more\n"), n_lines - LINES_MAX);
}

typedef struct
{
  MouRegister *other;
  guint missing, different; /* rows that the other has not, or otherwise */
} Counts;

static void
count_visit (MouRow *row, int depth, gpointer data)
{
  Counts *counts = data;
  const MouRow *other = mou_register_lookup (counts->other, row->id);

  counts->missing += other == NULL;
  counts->different += other != NULL && !mou_row_equal (row, other);
}

static Counts
count_changes (MouRegister *rows, MouRegister *other)
{
  Counts counts = { .other = other };

  mou_register_visit (rows, count_visit, &counts);

  return counts;
}

/* `added` are of what will be, `removed` of what was. */
static void
print_changes (MouDocument *document, const MouImport *import, Counts added, Counts removed)
{
  if (import->remark != NULL)
    mou_cli_printf (_ ("The file was %s.\n"), import->remark);
  if (added.missing + added.different + removed.missing == 0)
    {
      mou_cli_print (_ ("Nothing to change: the register says the same already.\n"));
      return;
    }
  mou_cli_printf (_ ("Added %u, changed %u, removed %u.\n"), added.missing, added.different, removed.missing);
  print_lines (document);
}

static gboolean
save_target (MouDocument *document, const char *path, GError **error)
{
  if (mou_document_get_path (document) == NULL)
    return mou_document_save_as (document, path, error);

  return !mou_document_get_modified (document) || mou_document_save (document, FALSE, error);
}

static gboolean
import_into (MouDocument *document, const char *path, const char *input, const char *agreement, gboolean dry_run, GError **error)
{
  g_autoptr (MouImport) import = load_input (document, path, input, agreement, error);
  Counts added, removed;

  if (import == NULL)
    return FALSE;

  added = count_changes (import->rows, mou_document_get_register (document));
  removed = count_changes (mou_document_get_register (document), import->rows);
  if (!mou_document_import_rows (document, import->rows, input, NULL, error) || (!dry_run && !save_target (document, path, error)))
    return FALSE;
  print_changes (document, import, added, removed);

  return TRUE;
}

static gboolean
import_file (const char *path, const char *input, const char *agreement, gboolean dry_run, GError **error)
{
  g_autoptr (MouDocument) document = NULL;
  gboolean success;

  if (!mou_cli_check_register_name (path, error))
    return FALSE;
  document = open_target (path, error);
  if (document == NULL)
    return FALSE;

  success = import_into (document, path, input, agreement, dry_run, error);
  mou_document_close (document);

  return success;
}

static MouCliExit
run_import (const MouCliCommand *self, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  g_autofree char *agreement = NULL;
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what would change"), NULL },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &agreement, N_ ("Which agreement a table is of, when there are several"),
      N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !import_file (argv[1], argv[2], agreement, dry_run, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_import = {
  .name = "import",
  .synopsis = N_ ("FILE.mou INPUT"),
  .summary = N_ ("Add or update from JSON, a workbook or CSV"),
  .description = N_ ("INPUT is an agreement as JSON, a workbook of tables that mou export wrote, or a table of indicators as CSV or in\n"
                     "a workbook. What it does not mention stays as it is; an empty cell takes the value away. FILE.mou is made when\n"
                     "it does not exist. Nothing is imported when anything in INPUT is wrong.\n"
                     "One import is one step of the history: mou undo takes all of it back.\n\n"
                     "Examples:\n"
                     "  mou import my.mou agreement.json\n"
                     "  mou import my.mou edited.xlsx --dry-run    what would change\n"
                     "  mou import my.mou indicators.csv --agreement กปน./2567\n"),
  .n_arguments_min = 2,
  .n_arguments_max = 2,
  .run = run_import,
};
