/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou merge: brings in what somebody else made of the register; conflicts are listed, and decided only when told how. */

#include "mou-cli-command.h"
#include "mou-cli-merge-print.h"
#include "mou-cli-open.h"

#include <glib/gi18n.h>

typedef struct
{
  char *base;
  char *take;
  char **answers;
  char *format;
  gboolean dry_run;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->base);
  g_free (self->take);
  g_strfreev (self->answers);
  g_free (self->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_side (const char *text, MouMergeSide *side)
{
  *side = g_str_equal (text, "theirs") ? MOU_MERGE_THEIRS : MOU_MERGE_MINE;

  return *side == MOU_MERGE_THEIRS || g_str_equal (text, "mine");
}

/* "3=theirs" */
static gboolean
parse_answer (const char *text, guint n_conflicts, guint *conflict, MouMergeSide *side, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  guint64 number = 0;

  if (g_strv_length (parts) != 2 || !parse_side (parts[1], side) || !g_ascii_string_to_unsigned (parts[0], 10, 1, G_MAXUINT, &number, NULL))
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE,
                           _ ("--answer is the number of a conflict and whose value stands, such as 2=theirs; found “%s”"), text);
  if (number > n_conflicts)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED,
                           ngettext ("there is no conflict %s; there is %u", "there is no conflict %s; there are %u", n_conflicts),
                           parts[0], n_conflicts);

  *conflict = (guint) number - 1;

  return TRUE;
}

/* Whose value --take names, before a file is opened. */
static gboolean
check_options (const Options *options, GError **error)
{
  MouMergeSide side;

  if (options->take != NULL && !parse_side (options->take, &side))
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--take is mine or theirs"));

  return mou_cli_command_check_format (options->format, error);
}

/* --take is for all, --answer for one whatever --take says. Numbers are those of the list before any answer. */
static gboolean
answer (MouMergeProposal *proposal, const Options *options, GError **error)
{
  MouMergeSide side = MOU_MERGE_MINE;

  if (options->take != NULL && parse_side (options->take, &side))
    mou_merge_proposal_answer_all (proposal, side);
  for (guint i = 0; options->answers != NULL && options->answers[i] != NULL; i++)
    {
      guint n_conflicts = mou_merge_proposal_get_conflicts (proposal)->len;
      guint conflict = 0;

      if (!parse_answer (options->answers[i], n_conflicts, &conflict, &side, error))
        return FALSE;
      mou_merge_proposal_answer (proposal, conflict, side);
    }

  return TRUE;
}

static void
print_open (MouMergeProposal *proposal)
{
  guint n_open = mou_merge_proposal_get_n_open (proposal);

  if (n_open > 0)
    mou_cli_printf (
        ngettext ("%u conflict is open; nothing was merged. --answer 1=theirs decides one, --take mine or --take theirs all.\n",
                  "%u conflicts are open; nothing was merged. --answer 1=theirs decides one, --take mine or --take theirs all.\n", n_open),
        n_open);
}

static void
print_preview (MouMergeProposal *proposal)
{
  guint n_incoming = mou_merge_proposal_get_incoming (proposal)->len;

  if (n_incoming > 0)
    mou_cli_printf (ngettext ("%u change would come in:\n", "%u changes would come in:\n", n_incoming), n_incoming);
  else if (mou_merge_proposal_get_conflicts (proposal)->len == 0)
    mou_cli_print (_ ("Nothing to merge: the register has it all already.\n"));
  mou_cli_print_incoming (proposal);
  mou_cli_print_conflicts (proposal);
  mou_cli_print_new_findings (proposal);
  print_open (proposal);
}

static void
print_merged (MouMergeProposal *proposal)
{
  guint n_changes = mou_merge_proposal_get_n_changes (proposal);

  mou_cli_print_conflicts (proposal);
  if (n_changes == 0)
    mou_cli_print (_ ("Nothing to merge: the register has it all already.\n"));
  else
    mou_cli_printf (ngettext ("Merged %u row.\n", "Merged %u rows.\n", n_changes), n_changes);
  mou_cli_print_new_findings (proposal);
}

static void
print_result (MouMergeProposal *proposal, const Options *options, gboolean merged)
{
  if (g_strcmp0 (options->format, "json") == 0)
    mou_cli_print_merge_json (proposal, merged);
  else if (merged)
    print_merged (proposal);
  else if (options->dry_run)
    print_preview (proposal);
  else
    {
      mou_cli_print_conflicts (proposal);
      print_open (proposal);
    }
}

static gboolean
merge_files (const char *path, const char *other_path, const Options *options, gboolean *found, GError **error)
{
  g_auto (MouCliSource) mine = { NULL };
  g_auto (MouCliSource) other = { NULL };
  g_auto (MouCliSource) base = { NULL };
  g_autofree char *name = g_filename_display_basename (other_path);
  g_autoptr (MouMergeProposal) proposal = NULL;
  gboolean merges;

  if (!check_options (options, error) || !mou_cli_source_open_register (&mine, path, error)
      || !mou_cli_source_open_register (&other, other_path, error)
      || (options->base != NULL && !mou_cli_source_open_register (&base, options->base, error)))
    return FALSE;
  proposal = mou_merge_proposal_new (mine.document, other.document, base.document, name, error);
  if (proposal == NULL || !answer (proposal, options, error))
    return FALSE;

  *found = mou_merge_proposal_get_n_open (proposal) > 0;
  merges = !*found && !options->dry_run;
  if (merges && !mou_cli_source_save (&mine, mou_merge_proposal_apply (proposal, error), error))
    return FALSE;
  print_result (proposal, options, merges);

  return TRUE;
}

static MouCliExit
run_merge (const MouCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "take", 0, 0, G_OPTION_ARG_FILENAME, &options.take, N_ ("Whose value stands where both changed the same: mine or theirs"),
      N_ ("SIDE") },
    { "answer", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.answers, N_ ("Whose value stands in one conflict; may be given often"),
      N_ ("NUMBER=SIDE") },
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &options.base, N_ ("What both began with, when their histories do not say it"),
      N_ ("BASE.mou") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Show what would come in, and change nothing"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("text or json"), N_ ("FORMAT") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !merge_files (argv[1], argv[2], &options, &found, &error))
    return mou_cli_fail (error);

  return found ? MOU_CLI_FOUND : MOU_CLI_DONE;
}

const MouCliCommand mou_cli_merge = {
  .name = "merge",
  .synopsis = N_ ("FILE.mou OTHER.mou"),
  .summary = N_ ("Bring in what somebody else changed in a copy"),
  .description = N_ ("What only one of the two changed since they parted comes together in FILE.mou, field by field;\n"
                     "their histories say what they began with. Where both changed the same to something else there is\n"
                     "a conflict: it is listed with who changed it and when, the exit status is 1, and nothing is merged\n"
                     "until all are decided: --take says whose stands everywhere, --answer in one of them.\n"
                     "Without a common history, what only one of the two has is taken, and nothing is taken for deleted.\n"
                     "One merge is one step of the history: mou undo takes all of it back.\n\n"
                     "Examples:\n"
                     "  mou merge my.mou from-the-department.mou --dry-run\n"
                     "  mou merge my.mou from-the-department.mou\n"
                     "  mou merge my.mou copy.mou --take theirs\n"
                     "  mou merge my.mou copy.mou --answer 1=mine --answer 2=theirs\n"),
  .n_arguments_min = 2,
  .n_arguments_max = 2,
  .run = run_merge,
};
