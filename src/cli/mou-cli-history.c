/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou history: who changed what and when, newest first; all of it, or what is asked for. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-history-search.h"
#include "mou-json-writer.h"
#include "mou-thai.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_LIMIT 20
#define LINES_MAX 10

typedef struct
{
  char *indicator, *agreement, *author, *since, *until, *search, *format;
  gboolean since_signed, standing;
  int limit;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->indicator);
  g_free (self->agreement);
  g_free (self->author);
  g_free (self->since);
  g_free (self->until);
  g_free (self->search);
  g_free (self->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The filter, and what its texts are borrowed from. */
typedef struct
{
  MouHistoryFilter filter;
  GPtrArray *authors; /* NULL-terminated */
  char *since, *until;
} Request;

static void
request_clear (Request *self)
{
  g_clear_pointer (&self->authors, g_ptr_array_unref);
  g_free (self->since);
  g_free (self->until);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* Text */

static void
print_entry (const MouHistoryEntry *entry)
{
  g_autofree char *time = mou_history_dup_moment (entry->at);
  guint n_lines = g_strv_length (entry->lines);

  mou_cli_printf ("%4" G_GINT64_FORMAT "  %s  %s  ", entry->entry, time, entry->author);
  if (entry->is_undo || entry->is_redo)
    mou_cli_printf (entry->is_undo ? _ ("Undo: %s") : _ ("Redo: %s"), entry->label);
  else
    mou_cli_print (entry->label);
  mou_cli_print (entry->undone ? _ ("  (undone)") : "");
  mou_cli_print ("\n");

  for (guint i = 0; i < MIN (n_lines, LINES_MAX); i++)
    if (i < entry->details->len)
      mou_cli_printf ("%8u  %s\n", ((const MouHistoryLine *) g_ptr_array_index (entry->details, i))->number, entry->lines[i]);
    else
      mou_cli_printf ("          %s\n", entry->lines[i]);
  if (n_lines > LINES_MAX)
    mou_cli_printf (_ ("        … and %u more\n"), n_lines - LINES_MAX);
}

static void
print_text (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    print_entry (entries->pdata[i]);
  if (entries->len == 0)
    mou_cli_print (_ ("No entry.\n"));
}

/* JSON */

static void
write_row (MouJsonWriter *out, MouCliSource *source, const MouHistoryLine *line)
{
  const MouRow *indicator = line->indicator != 0 ? mou_register_lookup (source->rows, line->indicator) : NULL;

  if (line->agreement != 0 && mou_register_lookup (source->rows, line->agreement) != NULL)
    {
      g_autofree char *agreement = mou_cli_source_dup_name (source, line->agreement);

      mou_json_writer_member_string (out, "agreement", agreement);
    }
  if (indicator != NULL)
    mou_json_writer_member_string (out, "indicator", mou_row_get (indicator, MOU_INDICATOR_CODE));
  mou_json_writer_member_string (out, "entity", mou_entity_get_info (line->entity)->table);
  mou_json_writer_member_integer (out, "row", line->row);
  mou_json_writer_member_string (out, "place", line->place);
}

static void
write_line (MouJsonWriter *out, MouCliSource *source, const MouHistoryLine *line)
{
  static const char *const kinds[] = {
    [MOU_DIFFERENCE_ADDED] = "added",
    [MOU_DIFFERENCE_CHANGED] = "changed",
    [MOU_DIFFERENCE_REMOVED] = "removed",
  };

  mou_json_writer_begin_object (out);
  mou_json_writer_member_integer (out, "line", line->number);
  mou_json_writer_member_string (out, "kind", line->kind == MOU_DIFFERENCE_CHANGED && line->field == NULL ? "moved" : kinds[line->kind]);
  write_row (out, source, line);
  if (line->field != NULL)
    {
      mou_json_writer_member_string (out, "field", line->field->key);
      mou_json_writer_member_string (out, "before", line->before);
      mou_json_writer_member_string (out, "after", line->after);
    }
  mou_json_writer_member_boolean (out, "restorable", line->restorable);
  mou_json_writer_member_string (out, "text", line->text);
  mou_json_writer_end_object (out);
}

static void
write_entry (MouJsonWriter *out, MouCliSource *source, const MouHistoryEntry *entry)
{
  static const char *const kinds[] = {
    [MOU_HISTORY_EDIT] = "edit",     [MOU_HISTORY_UNDO] = "undo",   [MOU_HISTORY_REDO] = "redo",
    [MOU_HISTORY_IMPORT] = "import", [MOU_HISTORY_MERGE] = "merge", [MOU_HISTORY_STATUS] = "status",
  };

  mou_json_writer_begin_object (out);
  mou_json_writer_member_integer (out, "entry", entry->entry);
  mou_json_writer_member_string (out, "at", entry->at);
  mou_json_writer_member_string (out, "author", entry->author);
  mou_json_writer_member_string (out, "label", entry->label);
  mou_json_writer_member_string (out, "kind", kinds[entry->kind]);
  if (entry->undoes != 0)
    mou_json_writer_member_integer (out, "undoes", entry->undoes);
  mou_json_writer_member_boolean (out, "undone", entry->undone);
  mou_json_writer_key (out, "lines");
  mou_json_writer_begin_array (out);
  for (guint i = 0; i < entry->details->len; i++)
    write_line (out, source, g_ptr_array_index (entry->details, i));
  mou_json_writer_end_array (out);
  mou_json_writer_member_integer (out, "lines_left_out", entry->n_more + entry->n_elsewhere);
  mou_json_writer_end_object (out);
}

static void
print_json (MouCliSource *source, GPtrArray *entries)
{
  g_autoptr (MouJsonWriter) out = mou_json_writer_new ();
  g_autofree char *text = NULL;

  mou_json_writer_begin_object (out);
  mou_json_writer_key (out, "entries");
  mou_json_writer_begin_array (out);
  for (guint i = 0; i < entries->len; i++)
    write_entry (out, source, g_ptr_array_index (entries, i));
  mou_json_writer_end_array (out);
  mou_json_writer_end_object (out);
  text = mou_json_writer_finish (out);
  mou_cli_print (text);
}

/* Options */

/* Part of a name is enough. */
static gboolean
find_authors (const Options *options, MouCliSource *source, Request *request, GError **error)
{
  g_autofree char *key = options->author != NULL ? mou_thai_search_key (options->author) : NULL;
  g_autoptr (GPtrArray) all = NULL;

  if (key == NULL)
    return TRUE;
  all = mou_document_list_authors (source->document, error);
  if (all == NULL)
    return FALSE;

  request->authors = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *name = mou_thai_search_key (all->pdata[i]);

      if (strstr (name, key) != NULL)
        g_ptr_array_add (request->authors, g_strdup (all->pdata[i]));
    }
  if (request->authors->len == 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: nobody called “%s” has changed anything"), source->path, options->author);

  g_ptr_array_add (request->authors, NULL);
  request->filter.authors = (const char *const *) request->authors->pdata;
  return TRUE;
}

/* `text` NULL: *moment stays NULL. */
static gboolean
find_day (const char *text, int days, char **moment, GError **error)
{
  g_autoptr (GError) cause = NULL;

  *moment = text != NULL ? mou_history_parse_day (text, days, &cause) : NULL;

  return cause == NULL || mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, "%s", cause->message);
}

static gboolean
find_days (const Options *options, Request *request, GError **error)
{
  if (!find_day (options->since, 0, &request->since, error) || !find_day (options->until, 1, &request->until, error))
    return FALSE;

  request->filter.since = request->since;
  request->filter.until = request->until;
  return TRUE;
}

static gboolean
find_indicator (const Options *options, MouCliSource *source, Request *request, GError **error)
{
  int node;

  if (options->indicator == NULL)
    return TRUE;
  node = mou_agreement_find_code (source->agreement, options->indicator);
  if (node < 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no indicator “%s”"), source->path, options->indicator);

  request->filter.row = mou_agreement_get_node (source->agreement, (guint) node)->indicator->id;
  return TRUE;
}

/* An indicator and a signing are those of one agreement. */
static gboolean
find_rows (const Options *options, MouCliSource *source, Request *request, GError **error)
{
  if (options->indicator == NULL && options->agreement == NULL && !options->since_signed)
    return TRUE;
  if (!mou_cli_source_choose (source, options->agreement, error) || !find_indicator (options, source, request, error))
    return FALSE;

  if (request->filter.row == 0)
    request->filter.row = source->agreement_id;
  if (!options->since_signed)
    return TRUE;
  request->filter.after = mou_document_get_signed_entry (source->document, source->agreement_id);
  if (request->filter.after > 0)
    return TRUE;

  g_autofree char *name = mou_cli_source_dup_name (source, source->agreement_id);
  return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: %s has never been signed"), source->path, name);
}

static gboolean
print_history (const char *path, const Options *options, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_auto (Request) request = { .filter = { .search = options->search, .standing = options->standing } };
  g_autoptr (GPtrArray) entries = NULL;

  if (options->limit < 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--limit is a number of entries, 0 for all"));
  if (!mou_cli_command_check_format (options->format, error) || !find_days (options, &request, error))
    return FALSE;
  if (!mou_cli_source_open_register (&source, path, error) || !find_authors (options, &source, &request, error)
      || !find_rows (options, &source, &request, error))
    return FALSE;
  entries = mou_document_search_history (source.document, &request.filter, (guint) options->limit, error);
  if (entries == NULL)
    return FALSE;
  if (g_strcmp0 (options->format, "json") == 0)
    print_json (&source, entries);
  else
    print_text (entries);

  return TRUE;
}

static MouCliExit
run_history (const MouCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { .limit = DEFAULT_LIMIT };
  const GOptionEntry entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &options.limit, N_ ("How many entries, newest first; 0 for all, 20 otherwise"), N_ ("NUMBER") },
    { "indicator", 'i', 0, G_OPTION_ARG_FILENAME, &options.indicator, N_ ("Only what concerns it and what is below it, results included"),
      N_ ("CODE") },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &options.agreement, N_ ("Only what concerns that agreement"), N_ ("ABBREVIATION/YEAR") },
    { "author", 0, 0, G_OPTION_ARG_FILENAME, &options.author, N_ ("Only entries of people whose name contains that"), N_ ("TEXT") },
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &options.since, N_ ("Only from that day on"), N_ ("DATE") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &options.until, N_ ("Only up to that day"), N_ ("DATE") },
    { "search", 's', 0, G_OPTION_ARG_FILENAME, &options.search, N_ ("Only entries that contain that"), N_ ("TEXT") },
    { "since-signed", 0, 0, G_OPTION_ARG_NONE, &options.since_signed, N_ ("Only what came after the agreement was signed"), NULL },
    { "standing", 0, 0, G_OPTION_ARG_NONE, &options.standing, N_ ("Without undos, redos and what is undone"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("text or json"), N_ ("FORMAT") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !print_history (argv[1], &options, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_history = {
  .name = "history",
  .synopsis = N_ ("FILE.mou"),
  .summary = N_ ("Show who changed what and when"),
  .description = N_ ("Every edit since the register was made, undone ones included, newest first. The first number is that of\n"
                     "the entry, those of its lines are below it: mou restore takes both. A DATE is 2026-11-21, 2569-11-21 or\n"
                     "21/11/2569, in the time zone of this computer, as are the times.\n"
                     "JSON: {\"entries\": [{entry, at (UTC), author, label, kind (edit, undo, redo, import, merge, status), undoes,\n"
                     "undone, lines: [{line, kind (added, changed, moved, removed), agreement, indicator, entity, row, place, field,\n"
                     "before, after, restorable, text}], lines_left_out}]}; what does not apply is left out, blank values are null.\n\n"
                     "Examples:\n"
                     "  mou history my.mou\n"
                     "  mou history my.mou --indicator 1.1 --since 2569-10-01\n"
                     "  mou history my.mou --since-signed --limit 0\n"
                     "  mou history my.mou --search น้ำหนัก --author สมชาย --format json\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_history,
};
