/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou merge: brings in what somebody else made of the register; conflicts are listed, and decided only when told how. */

#include "mou-check.h"
#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-merge.h"

#include <glib/gi18n.h>

typedef struct
{
  char *base;
  char *take;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->base);
  g_free (self->take);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
find_policy (const char *take, MouMergePolicy *policy, GError **error)
{
  if (take == NULL)
    *policy = MOU_MERGE_POLICY_ASK;
  else if (g_str_equal (take, "mine"))
    *policy = MOU_MERGE_POLICY_MINE;
  else if (g_str_equal (take, "theirs"))
    *policy = MOU_MERGE_POLICY_THEIRS;
  else
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("--take is mine or theirs"));

  return TRUE;
}

static void
print_conflict (const MouMergeConflict *conflict)
{
  if (conflict->field != NULL)
    mou_cli_printf ("  %s: %s\n", conflict->place, conflict->field);
  else
    mou_cli_printf ("  %s\n", conflict->place);
  if (conflict->base != NULL)
    mou_cli_printf (_ ("    base: %s\n"), conflict->base);
  mou_cli_printf (_ ("    mine: %s\n"), conflict->mine);
  mou_cli_printf (_ ("    theirs: %s\n"), conflict->theirs);
}

static void
print_conflicts (GPtrArray *conflicts)
{
  const char *heading = NULL;

  for (guint i = 0; i < conflicts->len; i++)
    {
      const MouMergeConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->agreement != NULL && g_strcmp0 (conflict->agreement, heading) != 0)
        mou_cli_printf ("%s\n", conflict->agreement);
      heading = conflict->agreement;
      print_conflict (conflict);
    }
}

static guint
count_errors (MouCliSource *source)
{
  g_autoptr (GArray) ids = mou_cli_source_list_agreements (source);
  guint n_errors = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (MouAgreement) agreement = mou_register_dup_agreement (source->rows, g_array_index (ids, gint64, i));
      g_autoptr (GPtrArray) findings = mou_check_agreement (agreement);

      for (guint j = 0; j < findings->len; j++)
        n_errors += ((const MouFinding *) g_ptr_array_index (findings, j))->severity == MOU_SEVERITY_ERROR;
    }

  return n_errors;
}

static void
print_merged (MouCliSource *source, GPtrArray *conflicts, guint n_changes)
{
  guint n_errors = count_errors (source);

  print_conflicts (conflicts);
  if (n_changes == 0)
    mou_cli_print (_ ("Nothing to merge: the register has it all already.\n"));
  else
    mou_cli_printf (ngettext ("Merged %u row.\n", "Merged %u rows.\n", n_changes), n_changes);
  if (n_errors > 0)
    mou_cli_printf (ngettext ("mou check finds %u error in the register as it is now.\n",
                              "mou check finds %u errors in the register as it is now.\n", n_errors),
                    n_errors);
}

static void
print_refusal (GPtrArray *conflicts)
{
  print_conflicts (conflicts);
  mou_cli_printf (ngettext ("%u conflict; nothing was merged. --take mine or --take theirs decides it.\n",
                            "%u conflicts; nothing was merged. --take mine or --take theirs decides them.\n", conflicts->len),
                  conflicts->len);
}

static gboolean
merge_files (const char *path, const char *other_path, const Options *options, gboolean *found, GError **error)
{
  g_auto (MouCliSource) mine = { NULL };
  g_auto (MouCliSource) other = { NULL };
  g_auto (MouCliSource) base = { NULL };
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autofree char *name = g_path_get_basename (other_path);
  MouMergePolicy policy = MOU_MERGE_POLICY_ASK;
  guint n_changes = 0;

  if (!find_policy (options->take, &policy, error) || !mou_cli_source_open_register (&mine, path, error)
      || !mou_cli_source_open_register (&other, other_path, error)
      || (options->base != NULL && !mou_cli_source_open_register (&base, options->base, error)))
    return FALSE;
  if (!mou_document_merge (mine.document, other.document, base.document, policy, name, &conflicts, &n_changes, error))
    return FALSE;

  *found = policy == MOU_MERGE_POLICY_ASK && conflicts->len > 0;
  if (!mou_cli_source_save (&mine, TRUE, error))
    return FALSE;
  if (*found)
    print_refusal (conflicts);
  else
    print_merged (&mine, conflicts, n_changes);

  return TRUE;
}

static MouCliExit
run_merge (const MouCliCommand *self, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "take", 0, 0, G_OPTION_ARG_FILENAME, &options.take, N_ ("Whose value stands where both changed the same: mine or theirs"),
      N_ ("SIDE") },
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &options.base, N_ ("What both began with, when their histories do not say it"),
      N_ ("BASE.mou") },
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
                     "a conflict: it is listed, the exit status is 1, and nothing is merged unless --take says whose stands.\n"
                     "One merge is one step of the history: mou undo takes all of it back.\n\n"
                     "Examples:\n"
                     "  mou merge my.mou from-the-department.mou\n"
                     "  mou merge my.mou copy.mou --take theirs\n"),
  .n_arguments_min = 2,
  .n_arguments_max = 2,
  .run = run_merge,
};
