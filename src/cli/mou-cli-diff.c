/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou diff: what differs between two registers, or two versions of one; the exit status says whether anything does. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-history.h"
#include "mou-json-writer.h"
#include "mou-thai.h"

#include <glib/gi18n.h>

static void
print_text (GPtrArray *differences)
{
  const char *heading = NULL;

  for (guint i = 0; i < differences->len; i++)
    {
      const MouDifference *difference = g_ptr_array_index (differences, i);

      if (difference->agreement != NULL && g_strcmp0 (difference->agreement, heading) != 0)
        mou_cli_printf ("%s\n", difference->agreement);
      heading = difference->agreement;
      mou_cli_printf (heading != NULL ? "  %s\n" : "%s\n", difference->text);
    }
  if (differences->len == 0)
    mou_cli_print (_ ("No difference.\n"));
}

static void
write_difference (MouJsonWriter *out, const MouDifference *difference)
{
  static const char *const kinds[] = {
    [MOU_DIFFERENCE_ADDED] = "added",
    [MOU_DIFFERENCE_CHANGED] = "changed",
    [MOU_DIFFERENCE_REMOVED] = "removed",
  };

  mou_json_writer_begin_object (out);
  if (difference->agreement != NULL)
    mou_json_writer_member_string (out, "agreement", difference->agreement);
  mou_json_writer_member_string (out, "kind", kinds[difference->kind]);
  mou_json_writer_member_string (out, "entity", mou_entity_get_info (difference->entity)->table);
  mou_json_writer_member_string (out, "place", difference->place);
  if (difference->field != NULL)
    {
      mou_json_writer_member_string (out, "field", difference->field->key);
      mou_json_writer_member_string (out, "before", difference->before);
      mou_json_writer_member_string (out, "after", difference->after);
    }
  mou_json_writer_member_string (out, "text", difference->text);
  mou_json_writer_end_object (out);
}

static void
print_json (GPtrArray *differences)
{
  g_autoptr (MouJsonWriter) out = mou_json_writer_new ();
  g_autofree char *text = NULL;

  mou_json_writer_begin_object (out);
  mou_json_writer_key (out, "differences");
  mou_json_writer_begin_array (out);
  for (guint i = 0; i < differences->len; i++)
    write_difference (out, g_ptr_array_index (differences, i));
  mou_json_writer_end_array (out);
  mou_json_writer_end_object (out);
  text = mou_json_writer_finish (out);
  mou_cli_print (text);
}

/* Two files, or a register and what it was. */
typedef struct
{
  char *format;
  char *agreement;
  char *since; /* number of an entry */
  gboolean since_signed;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_free (self->agreement);
  g_free (self->since);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GPtrArray *
compare_files (const char *before_path, const char *after_path, GError **error)
{
  g_auto (MouCliSource) before = { NULL };
  g_auto (MouCliSource) after = { NULL };

  if (!mou_cli_source_open (&before, before_path, error) || !mou_cli_source_open (&after, after_path, error))
    return NULL;

  return mou_compare_registers (before.rows, after.rows);
}

static gboolean
find_entry (const Options *options, MouCliSource *source, gint64 *entry, GError **error)
{
  g_autofree char *digits = options->since != NULL ? mou_thai_digits_to_arabic (options->since) : NULL;
  g_autofree char *name = NULL;

  if (digits != NULL && !g_ascii_string_to_signed (digits, 10, 0, G_MAXINT64, entry, NULL))
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--since is the number of an entry, as mou history shows it"));
  if (digits != NULL)
    return TRUE;
  *entry = mou_document_get_signed_entry (source->document, source->agreement_id);
  if (*entry > 0)
    return TRUE;

  name = mou_cli_source_dup_name (source, source->agreement_id);
  return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: %s has never been signed"), source->path, name);
}

/* An entry is one of the whole register, a signing that of one agreement. */
static GPtrArray *
compare_with_past (const Options *options, const char *path, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  gint64 entry = 0;

  if (!mou_cli_source_open_register (&source, path, error))
    return NULL;
  if ((options->since_signed || options->agreement != NULL) && !mou_cli_source_choose (&source, options->agreement, error))
    return NULL;
  if (!find_entry (options, &source, &entry, error))
    return NULL;

  return mou_document_list_changes_since (source.document, source.agreement_id, entry, error);
}

static gboolean
check_arguments (const Options *options, int n_files, GError **error)
{
  gboolean past = options->since != NULL || options->since_signed;

  if (options->since != NULL && options->since_signed)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--since and --since-signed do not go together"));
  if (n_files != (past ? 1 : 2))
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE,
                           past ? _ ("--since and --since-signed take one register") : _ ("two registers, or one with --since-signed"));
  if (options->agreement != NULL && !past)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--agreement goes with --since or --since-signed"));

  return mou_cli_command_check_format (options->format, error);
}

static gboolean
compare (const Options *options, int n_files, char **files, gboolean *differ, GError **error)
{
  g_autoptr (GPtrArray) differences = NULL;

  if (!check_arguments (options, n_files, error))
    return FALSE;
  differences = n_files == 1 ? compare_with_past (options, files[0], error) : compare_files (files[0], files[1], error);
  if (differences == NULL)
    return FALSE;

  *differ = differences->len > 0;
  if (g_strcmp0 (options->format, "json") == 0)
    print_json (differences);
  else
    print_text (differences);

  return TRUE;
}

static MouCliExit
run_diff (const MouCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  gboolean differ = FALSE;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("text or json"), N_ ("FORMAT") },
    { "since-signed", 0, 0, G_OPTION_ARG_NONE, &options.since_signed, N_ ("What has changed in the agreement since it was signed"), NULL },
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &options.since, N_ ("What has changed since that entry of the history"), N_ ("ENTRY") },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &options.agreement, N_ ("Which agreement, when there are several"),
      N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !compare (&options, argc - 1, argv + 1, &differ, &error))
    return mou_cli_fail (error);

  return differ ? MOU_CLI_FOUND : MOU_CLI_DONE;
}

const MouCliCommand mou_cli_diff = {
  .name = "diff",
  .synopsis = N_ ("A [B]"),
  .summary = N_ ("Show what differs between two registers, or since an entry"),
  .description = N_ ("A and B are registers or agreements as JSON; agreements are matched by organisation and year,\n"
                     "indicators by their codes. What is only in B is added, what is only in A is deleted.\n"
                     "One register with --since-signed or --since is compared with what it was; what was changed back\n"
                     "does not differ.\n"
                     "The exit status is 1 when something differs.\n\n"
                     "Examples:\n"
                     "  mou diff signed.mou my.mou\n"
                     "  mou diff agreement.json my.mou --format json\n"
                     "  mou diff my.mou --since-signed\n"
                     "  mou diff my.mou --since 12\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 2,
  .run = run_diff,
};
