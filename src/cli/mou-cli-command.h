/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-cli-command: what a command of `mou` is, and how it reads its arguments.
 *
 * Each command is one file with one table entry; main.c lists them. */
#pragma once

#include "mou-cli-exit.h"

G_BEGIN_DECLS

typedef struct _MouCliCommand MouCliCommand;
struct _MouCliCommand {
  const char *name;
  const char *synopsis;    /* N_(): the arguments: "FILE SELECTOR FIELD VALUE" */
  const char *summary;     /* N_(): one line for `mou help` */
  const char *description; /* N_(): the rest of the help: rules and examples */
  int n_arguments_min, n_arguments_max;
  gboolean takes_signs; /* "-0.5" and "-/+50" are arguments, not options */
  MouCliExit (*run) (const MouCliCommand *self, int argc, char **argv); /* argv[0] is the name */
};

/* Takes the options in `entries` (NULL-terminated; G_OPTION_ARG_FILENAME for texts, which keeps UTF-8 whatever the locale) out of
 * argv and counts what is left. `--help` prints and exits. FALSE with a usage error. */
gboolean mou_cli_command_parse (const MouCliCommand *self, const GOptionEntry *entries, int *argc, char ***argv, GError **error);

/* For commands that write text (NULL as well) or JSON. */
gboolean mou_cli_command_check_format (const char *format, GError **error);

extern const MouCliCommand mou_cli_new;
extern const MouCliCommand mou_cli_new_year;
extern const MouCliCommand mou_cli_import;
extern const MouCliCommand mou_cli_list;
extern const MouCliCommand mou_cli_show;
extern const MouCliCommand mou_cli_evaluate;
extern const MouCliCommand mou_cli_check;
extern const MouCliCommand mou_cli_report;
extern const MouCliCommand mou_cli_export;
extern const MouCliCommand mou_cli_set;
extern const MouCliCommand mou_cli_sign;
extern const MouCliCommand mou_cli_rebase;
extern const MouCliCommand mou_cli_reopen;
extern const MouCliCommand mou_cli_undo;
extern const MouCliCommand mou_cli_redo;
extern const MouCliCommand mou_cli_history;
extern const MouCliCommand mou_cli_restore;
extern const MouCliCommand mou_cli_diff;
extern const MouCliCommand mou_cli_merge;
extern const MouCliCommand mou_cli_verify;
extern const MouCliCommand mou_cli_salvage;
extern const MouCliCommand mou_cli_backups;
extern const MouCliCommand mou_cli_copy;
extern const MouCliCommand mou_cli_insight;
extern const MouCliCommand mou_cli_what_if;

G_END_DECLS
