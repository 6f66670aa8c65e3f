/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou diff: what differs between two registers, or two versions of one; the exit status says whether anything does. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-compare.h"
#include "mou-json-writer.h"

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

static gboolean
compare_files (const char *before_path, const char *after_path, const char *format, gboolean *differ, GError **error)
{
  g_auto (MouCliSource) before = { NULL };
  g_auto (MouCliSource) after = { NULL };
  g_autoptr (GPtrArray) differences = NULL;
  gboolean json = g_strcmp0 (format, "json") == 0;

  if (format != NULL && !json && !g_str_equal (format, "text"))
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("there is no format “%s”; there is text and json"), format);
  if (!mou_cli_source_open (&before, before_path, error) || !mou_cli_source_open (&after, after_path, error))
    return FALSE;

  differences = mou_compare_registers (before.rows, after.rows);
  *differ = differences->len > 0;
  if (json)
    print_json (differences);
  else
    print_text (differences);

  return TRUE;
}

static MouCliExit
run_diff (const MouCliCommand *self, int argc, char **argv)
{
  g_autofree char *format = NULL;
  gboolean differ = FALSE;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_ ("text or json"), N_ ("FORMAT") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !compare_files (argv[1], argv[2], format, &differ, &error))
    return mou_cli_fail (error);

  return differ ? MOU_CLI_FOUND : MOU_CLI_DONE;
}

const MouCliCommand mou_cli_diff = {
  .name = "diff",
  .synopsis = N_ ("A B"),
  .summary = N_ ("Show what differs between two registers"),
  .description = N_ ("A and B are registers or agreements as JSON; agreements are matched by organisation and year,\n"
                     "indicators by their codes. What is only in B is added, what is only in A is deleted.\n"
                     "The exit status is 1 when something differs.\n\n"
                     "Examples:\n"
                     "  mou diff signed.mou my.mou\n"
                     "  mou diff agreement.json my.mou --format json\n"),
  .n_arguments_min = 2,
  .n_arguments_max = 2,
  .run = run_diff,
};
