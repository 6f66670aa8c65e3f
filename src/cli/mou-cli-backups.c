/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou backups: what a register was before it was saved over, and the way back.
 *
 * A register that can be opened gets the content of the backup as one edit, so that its history stays; one that is damaged or gone is
 * replaced by the backup, and kept as a backup itself. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-cli-table.h"
#include "mou-document-backups.h"
#include "mou-history.h"

#include <glib/gi18n.h>

#define LABEL_WIDTH 50

typedef struct
{
  int number; /* of the backup to restore, from 1; 0: list them */
  char *output;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
print_backups (const char *path, GPtrArray *backups)
{
  g_autoptr (MouCliTable) table = mou_cli_table_new ();
  g_autofree char *text = NULL;

  if (backups->len == 0)
    {
      mou_cli_printf (_ ("%s: there is no backup yet; one is made when a file is opened and saved\n"), path);
      return;
    }

  mou_cli_table_add_column (table, _ ("No."), MOU_CLI_RIGHT, 0);
  mou_cli_table_add_column (table, _ ("Made"), MOU_CLI_LEFT, 0);
  mou_cli_table_add_column (table, _ ("Bytes"), MOU_CLI_RIGHT, 0);
  mou_cli_table_add_column (table, _ ("Last change in it"), MOU_CLI_LEFT, LABEL_WIDTH);
  mou_cli_table_add_column (table, _ ("Changed by"), MOU_CLI_LEFT, 0);
  for (guint i = 0; i < backups->len; i++)
    {
      const MouRegisterBackup *backup = backups->pdata[i];
      g_autofree char *made = mou_history_dup_moment (backup->at);

      mou_cli_table_add_formatted (table, "%u", i + 1);
      mou_cli_table_add (table, made);
      mou_cli_table_add_formatted (table, "%" G_GUINT64_FORMAT, backup->size);
      mou_cli_table_add (table, backup->label);
      mou_cli_table_add (table, backup->author);
    }
  text = mou_cli_table_to_text (table);
  mou_cli_print (text);
}

/* As a file of its own, or in the place of one that cannot be opened. */
static gboolean
restore_as_file (const MouRegisterBackup *backup, const char *path, GError **error)
{
  g_autoptr (MouDocument) document = mou_document_open_copy (backup->path, NULL, NULL, NULL, error);
  gboolean saved = document != NULL && mou_document_save_as (document, path, error);

  if (document != NULL)
    mou_document_close (document);

  return saved;
}

static gboolean
restore_as_edit (MouDocument *document, const char *path, const MouRegisterBackup *backup, GError **error)
{
  MouCliSource source = { .path = (char *) path, .document = document };

  return mou_cli_source_save (&source, mou_document_restore_backup (document, backup, error), error);
}

static gboolean
restore_in_place (const char *path, const MouRegisterBackup *backup, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (MouDocument) document = NULL;
  gboolean restored;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return restore_as_file (backup, path, error);
  document = mou_document_open (path, NULL, NULL, NULL, &failure);
  if (document == NULL && failure->code == MOU_DOCUMENT_ERROR_SYSTEM)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (document == NULL)
    return restore_as_file (backup, path, error);

  restored = restore_as_edit (document, path, backup, error);
  mou_document_close (document);

  return restored;
}

static gboolean
restore (const char *path, GPtrArray *backups, const Options *options, GError **error)
{
  const MouRegisterBackup *backup = NULL;
  g_autofree char *made = NULL;

  if (options->number < 1 || (guint) options->number > backups->len)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no backup %d; mou backups lists what there is"), path,
                           options->number);
  backup = backups->pdata[options->number - 1];
  if (options->output != NULL && g_file_test (options->output, G_FILE_TEST_EXISTS))
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: the file exists already"), options->output);
  if (options->output != NULL ? !restore_as_file (backup, options->output, error) : !restore_in_place (path, backup, error))
    return FALSE;

  made = mou_history_dup_moment (backup->at);
  mou_cli_printf (_ ("%s: restored as it was on %s\n"), options->output != NULL ? options->output : path, made);

  return TRUE;
}

static gboolean
work (const char *path, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) backups = NULL;

  if (!mou_cli_check_register_name (path, error) || (options->output != NULL && !mou_cli_check_register_name (options->output, error)))
    return FALSE;
  if (options->output != NULL && options->number == 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--output says where to restore to; --restore says which backup"));

  backups = mou_document_list_backups (path, NULL);
  if (options->number != 0)
    return restore (path, backups, options, error);
  print_backups (path, backups);

  return TRUE;
}

static MouCliExit
run_backups (const MouCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { 0, NULL };
  const GOptionEntry entries[] = {
    { "restore", 0, 0, G_OPTION_ARG_INT, &options.number, N_ ("Bring this one back, by its number in the list"), N_ ("PLACE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Restore to a new file, and leave FILE.mou as it is"), N_ ("OUT.mou") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !work (argv[1], &options, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_backups = {
  .name = "backups",
  .synopsis = N_ ("FILE.mou"),
  .summary = N_ ("List what a file was before it was saved over, or restore it"),
  .description = N_ ("Before a file that was opened is first saved, what it was is kept in the state directory: the ten\n"
                     "newest, and of the older ones one a week for a year. FILE.mou need not exist any more.\n"
                     "Restoring is one step of the file's history: mou undo takes it back. A file that is damaged or gone\n"
                     "is replaced by the backup; what was there becomes the newest backup.\n\n"
                     "Examples:\n"
                     "  mou backups my.mou\n"
                     "  mou backups my.mou --restore 2 -o earlier.mou\n"
                     "  mou backups my.mou --restore 1\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_backups,
};
