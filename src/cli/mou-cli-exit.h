/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-cli-exit: the exit statuses of `mou`, which scripts rely on, and the way an error becomes a sentence and a status.
 *
 * Standard output carries results only; everything said here goes to standard error. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MOU_CLI_DONE = 0,
  MOU_CLI_FOUND = 1,   /* check found an error, diff a difference, verify a mismatch, merge a conflict, salvage a loss */
  MOU_CLI_USAGE = 2,   /* the command line is wrong, whatever the files hold */
  MOU_CLI_REFUSED = 3, /* a file or a value is */
  MOU_CLI_SYSTEM = 4,  /* disk, permission */
} MouCliExit;

#define MOU_CLI_ERROR (mou_cli_error_quark ())
GQuark mou_cli_error_quark (void);
/* Code of the error: the exit status, USAGE, REFUSED or SYSTEM. */
typedef enum { MOU_CLI_ERROR_USAGE = MOU_CLI_USAGE, MOU_CLI_ERROR_REFUSED = MOU_CLI_REFUSED, MOU_CLI_ERROR_SYSTEM = MOU_CLI_SYSTEM } MouCliError;

/* Always FALSE: sets the error. */
gboolean mou_cli_refuse (GError **error, MouCliError code, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* Says what is wrong and returns the status for it. */
MouCliExit mou_cli_fail (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

/* Tells something beside the result, on standard error; the command goes on. */
void mou_cli_note (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Writes UTF-8 to standard output whatever the locale; whether that worked is asked once, at the end. */
void mou_cli_print (const char *text);
void mou_cli_printf (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* FALSE when anything printed was lost. */
gboolean mou_cli_flush (GError **error);

G_END_DECLS
