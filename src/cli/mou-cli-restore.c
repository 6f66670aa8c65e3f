/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou restore: a former value, or a deleted row, comes back from the history. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-restore.h"
#include "mou-history-search.h"
#include "mou-thai.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static gboolean
parse_number (const char *text, gint64 *number, GError **error)
{
  g_autofree char *digits = mou_thai_digits_to_arabic (text);

  if (g_ascii_string_to_signed (digits, 10, 1, G_MAXUINT, number, NULL))
    return TRUE;

  return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("ENTRY and LINE are numbers, as mou history shows them, not “%s”"), text);
}

/* The only line that would bring something back; *line stays 1 when there is none: restoring that one says why. */
static gboolean
find_line (MouCliSource *source, gint64 number, gint64 *line, GError **error)
{
  const MouHistoryFilter filter = { .after = number - 1 };
  g_autoptr (GPtrArray) entries = mou_document_search_history (source->document, &filter, 0, error);
  const MouHistoryEntry *entry;
  guint n_restorable = 0;

  if (entries == NULL)
    return FALSE;

  *line = 1;
  entry = entries->len > 0 ? g_ptr_array_index (entries, entries->len - 1) : NULL;
  for (guint i = 0; entry != NULL && i < entry->details->len; i++)
    {
      const MouHistoryLine *detail = g_ptr_array_index (entry->details, i);

      if (detail->restorable && n_restorable++ == 0)
        *line = detail->number;
    }
  if (n_restorable > 1)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED,
                           _ ("%s: entry %" PRId64 " has %u lines that can come back; say which, as mou history numbers them"),
                           source->path, number, n_restorable);

  return TRUE;
}

static gboolean
restore (const char *path, const char *entry_text, const char *line_text, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  gint64 entry = 0, line = 0;

  if (!parse_number (entry_text, &entry, error) || (line_text != NULL && !parse_number (line_text, &line, error)))
    return FALSE;
  if (!mou_cli_source_open_register (&source, path, error) || (line_text == NULL && !find_line (&source, entry, &line, error)))
    return FALSE;
  if (!mou_document_restore (source.document, entry, (guint) line, error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  if (!mou_document_get_modified (source.document))
    {
      mou_cli_print (_ ("Nothing to change: that is the value already.\n"));
      return TRUE;
    }
  if (!mou_cli_source_save (&source, TRUE, error))
    return FALSE;
  mou_cli_printf ("%s\n", mou_document_get_undo_label (source.document));

  return TRUE;
}

static MouCliExit
run_restore (const MouCliCommand *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, NULL, &argc, &argv, &error) || !restore (argv[1], argv[2], argc > 3 ? argv[3] : NULL, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_restore = {
  .name = "restore",
  .synopsis = N_ ("FILE.mou ENTRY [LINE]"),
  .summary = N_ ("Bring a former value or a deleted row back"),
  .description = N_ ("ENTRY and LINE are numbers that mou history shows; LINE may be left out where only one can come back.\n"
                     "A line that changed a value gives the value before it; a line that deleted a row gives the row back with\n"
                     "all that went with it. It is an edit of its own: mou undo takes it back, and nothing else is touched.\n\n"
                     "Examples:\n"
                     "  mou history my.mou --indicator 1.1\n"
                     "  mou restore my.mou 12\n"
                     "  mou restore my.mou 12 3\n"),
  .n_arguments_min = 2,
  .n_arguments_max = 3,
  .run = run_restore,
};
