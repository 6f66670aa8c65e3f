/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `mou`: finds the command, runs it, and sees that what it printed arrived. */

#include "mou-cli-command.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

static const MouCliCommand *const commands[] = {
  &mou_cli_new,    &mou_cli_import,  &mou_cli_list,    &mou_cli_show,    &mou_cli_evaluate, &mou_cli_insight, &mou_cli_what_if,
  &mou_cli_check,  &mou_cli_report,  &mou_cli_export,  &mou_cli_set,     &mou_cli_sign,     &mou_cli_rebase,  &mou_cli_reopen,
  &mou_cli_undo,   &mou_cli_redo,    &mou_cli_history, &mou_cli_restore, &mou_cli_new_year, &mou_cli_diff,    &mou_cli_merge,
  &mou_cli_verify, &mou_cli_backups, &mou_cli_copy,    &mou_cli_salvage,
};

static const MouCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];

  return NULL;
}

/* Insertions, deletions and replacements that turn one word into the other. */
static guint
count_edits (const char *a, const char *b)
{
  guint row[32] = { 0 };
  guint length = (guint) MIN (strlen (b), G_N_ELEMENTS (row) - 1);

  for (guint j = 0; j <= length; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= length; j++)
        {
          guint replaced = diagonal + (a[i - 1] != b[j - 1]);

          diagonal = row[j];
          row[j] = MIN (replaced, MIN (row[j], row[j - 1]) + 1);
        }
    }

  return row[length];
}

static const MouCliCommand *
find_nearest (const char *name)
{
  const MouCliCommand *nearest = NULL;
  guint fewest = 3;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      guint edits = count_edits (name, commands[i]->name);

      if (edits < fewest)
        {
          fewest = edits;
          nearest = commands[i];
        }
    }

  return nearest;
}

static void
print_help (void)
{
  mou_cli_print (_ ("Usage: mou COMMAND [OPTION…] FILE …\n\n"
                    "Writes, scores and reports the yearly performance agreement of a state enterprise.\n"
                    "FILE is a register (.mou) or, for commands that only read, an agreement as JSON (.json).\n\n"
                    "Commands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    mou_cli_printf ("  %-9s  %s\n", commands[i]->name, _ (commands[i]->summary));
  mou_cli_print (_ ("\nmou help COMMAND tells more about one, with examples.\n\n"
                    "A first walk:\n"
                    "  mou import my.mou agreement.json    make a register of an agreement\n"
                    "  mou show my.mou                     the scorecard as a table\n"
                    "  mou set my.mou 1.1 weight 12        change a weight; mou undo my.mou takes it back\n"
                    "  mou check my.mou                    what a careful reader would question\n"
                    "  mou evaluate my.mou                 the scores\n\n"
                    "Exit status: 0 done; 1 check found an error, diff a difference, verify a mismatch,\n"
                    "merge a conflict, salvage a loss; 2 wrong usage; 3 a file or value is refused; 4 the system failed.\n"
                    "Unless the status is 0 nothing is changed; only salvage writes its new register with 1 too.\n"));
}

static MouCliExit
fail_unknown (const char *name)
{
  const MouCliCommand *nearest = find_nearest (name);
  g_autoptr (GError) error = NULL;

  if (nearest != NULL)
    mou_cli_refuse (&error, MOU_CLI_ERROR_USAGE, _ ("there is no command “%s”; did you mean “%s”?"), name, nearest->name);
  else
    mou_cli_refuse (&error, MOU_CLI_ERROR_USAGE, _ ("there is no command “%s”; see mou --help"), name);

  return mou_cli_fail (error);
}

/* `mou help COMMAND` is `mou COMMAND --help`. */
static MouCliExit
run_help (int argc, char **argv)
{
  static char option[] = "--help";
  const MouCliCommand *command = argc > 1 ? find_command (argv[1]) : NULL;
  char *arguments[] = { argc > 1 ? argv[1] : NULL, option, NULL };

  if (argc > 1 && command == NULL)
    return fail_unknown (argv[1]);
  if (command != NULL)
    return command->run (command, 2, arguments);
  print_help ();

  return MOU_CLI_DONE;
}

static MouCliExit
run (int argc, char **argv)
{
  const MouCliCommand *command;
  g_autoptr (GError) error = NULL;

  for (int i = 1; i < argc; i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      {
        mou_cli_refuse (&error, MOU_CLI_ERROR_USAGE, _ ("argument %d is not valid UTF-8"), i);
        return mou_cli_fail (error);
      }
  if (argc < 2)
    {
      mou_cli_refuse (&error, MOU_CLI_ERROR_USAGE, _ ("no command was given; see mou --help"));
      return mou_cli_fail (error);
    }
  if (g_str_equal (argv[1], "--version"))
    {
      mou_cli_printf ("mou %s\n", MOU_VERSION);
      return MOU_CLI_DONE;
    }
  if (g_str_equal (argv[1], "help") || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return run_help (argc - 1, argv + 1);

  command = find_command (argv[1]);

  return command != NULL ? command->run (command, argc - 1, argv + 1) : fail_unknown (argv[1]);
}

static void
init_locale (void)
{
  const char *uninstalled = g_getenv ("MOU_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, uninstalled != NULL ? uninstalled : MOU_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  MouCliExit status;

  init_locale ();
  status = run (argc, argv);
  if (status <= MOU_CLI_FOUND && !mou_cli_flush (&error))
    status = mou_cli_fail (error);

  return (int) status;
}
