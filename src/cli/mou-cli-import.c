/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou import: brings an agreement into a register and says what that changed. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-edits.h"
#include "mou-history.h"
#include "mou-json-agreement.h"

#include <glib/gi18n.h>

#define LINES_MAX 40

typedef struct
{
  guint added, changed, removed;
} Counts;

static gboolean
load_input (const char *path, MouRegister **incoming, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (folded, ".csv") || g_str_has_suffix (folded, ".xlsx"))
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("%s: this version imports .json only"), path);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no such file"), path);
  *incoming = mou_json_agreement_load (path, error);

  return *incoming != NULL;
}

/* A register that is not there yet is a new one. */
static MouDocument *
open_target (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return mou_document_open (path, NULL, NULL, NULL, error);

  return mou_document_new (NULL, NULL, error);
}

static Counts
count_changes (MouDocument *document, MouRegister *incoming)
{
  g_autoptr (GPtrArray) changes = mou_register_difference (mou_document_get_register (document), incoming, FALSE);
  Counts counts = { 0 };

  for (guint i = 0; i < changes->len; i++)
    {
      const MouChange *change = changes->pdata[i];

      if (change->before == NULL)
        counts.added++;
      else if (change->after == NULL)
        counts.removed++;
      else
        counts.changed++;
    }

  return counts;
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

static void
print_changes (MouDocument *document, Counts counts)
{
  if (counts.added + counts.changed + counts.removed == 0)
    {
      mou_cli_print (_ ("Nothing to change: the register says the same already.\n"));
      return;
    }
  mou_cli_printf (_ ("Added %u, changed %u, removed %u.\n"), counts.added, counts.changed, counts.removed);
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
import_file (const char *path, const char *input, gboolean dry_run, GError **error)
{
  g_autoptr (MouRegister) incoming = NULL;
  g_autoptr (MouDocument) document = NULL;
  Counts counts;
  gboolean success;

  if (!mou_cli_check_register_name (path, error) || !load_input (input, &incoming, error))
    return FALSE;
  document = open_target (path, error);
  if (document == NULL)
    return FALSE;

  counts = count_changes (document, incoming);
  success = mou_document_import (document, incoming, input, NULL, error);
  if (success && !dry_run)
    success = save_target (document, path, error);
  if (success)
    print_changes (document, counts);
  mou_document_close (document);

  return success;
}

static MouCliExit
run_import (const MouCliCommand *self, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what would change"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !import_file (argv[1], argv[2], dry_run, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_import = {
  .name = "import",
  .synopsis = N_ ("FILE.mou INPUT"),
  .summary = N_ ("Add or update from an agreement as JSON"),
  .description = N_ ("FILE.mou is made when it does not exist. What INPUT does not mention stays as it is.\n"
                     "One import is one step of the history: mou undo takes all of it back.\n\n"
                     "Examples:\n"
                     "  mou import my.mou agreement.json\n"
                     "  mou import my.mou agreement.json --dry-run    what would change\n"),
  .n_arguments_min = 2,
  .n_arguments_max = 2,
  .run = run_import,
};
