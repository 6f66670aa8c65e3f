/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou undo and mou redo: one step of the history, which is in the file and so outlives the command. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-edits.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *(*get_label) (MouDocument *document);
  gboolean (*step) (MouDocument *document, GError **error);
  const char *done;    /* N_(): with %s for the label */
  const char *nothing; /* N_(): with %s for the path */
} Direction;

static const Direction undo = { mou_document_get_undo_label, mou_document_undo, N_ ("Undone: %s\n"), N_ ("%s: there is nothing to undo") };
static const Direction redo
    = { mou_document_get_redo_label, mou_document_redo, N_ ("Done again: %s\n"), N_ ("%s: there is nothing to redo") };

/* The formats are the two above; the first %s of each is its only one. */
static char *
fill_in (const char *format, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (text, parts);
}

static gboolean
take_step (const char *path, const Direction *direction, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autofree char *message = NULL;
  const char *label;

  if (!mou_cli_source_open_register (&source, path, error))
    return FALSE;
  label = direction->get_label (source.document);
  message = fill_in (label != NULL ? _ (direction->done) : _ (direction->nothing), label != NULL ? label : path);
  if (label == NULL)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, "%s", message);
  if (!mou_cli_source_save (&source, direction->step (source.document, error), error))
    return FALSE;
  mou_cli_print (message);

  return TRUE;
}

static MouCliExit
run_step (const MouCliCommand *self, const Direction *direction, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, NULL, &argc, &argv, &error) || !take_step (argv[1], direction, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

static MouCliExit
run_undo (const MouCliCommand *self, int argc, char **argv)
{
  return run_step (self, &undo, argc, argv);
}

static MouCliExit
run_redo (const MouCliCommand *self, int argc, char **argv)
{
  return run_step (self, &redo, argc, argv);
}

const MouCliCommand mou_cli_undo = {
  .name = "undo",
  .synopsis = N_ ("FILE.mou"),
  .summary = N_ ("Take the last edit back"),
  .description = N_ ("Each call takes one more edit back, whoever made it and whenever; mou redo does it again.\n"
                     "Nothing is lost: mou history shows both.\n\n"
                     "Example:\n"
                     "  mou undo my.mou\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_undo,
};

const MouCliCommand mou_cli_redo = {
  .name = "redo",
  .synopsis = N_ ("FILE.mou"),
  .summary = N_ ("Do again what was undone"),
  .description = N_ ("Until another edit is made after the undo.\n\n"
                     "Example:\n"
                     "  mou redo my.mou\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_redo,
};
