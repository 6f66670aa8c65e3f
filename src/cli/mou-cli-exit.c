/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Error domains to exit statuses, and the two streams. */

#include "mou-cli-exit.h"

#include "mou-document.h"
#include "mou-error.h"
#include "mou-exchange-error.h"
#include "mou-report.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>

G_DEFINE_QUARK (mou - cli - error - quark, mou_cli_error)

gboolean
mou_cli_refuse (GError **error, MouCliError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, MOU_CLI_ERROR, (int) code, message);

  return FALSE;
}

static MouCliExit
get_status (const GError *error)
{
  if (error->domain == MOU_CLI_ERROR)
    return (MouCliExit) error->code;
  if (error->domain == G_OPTION_ERROR)
    return MOU_CLI_USAGE;
  if (g_error_matches (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_SYSTEM)
      || g_error_matches (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_SYSTEM)
      || g_error_matches (error, MOU_REPORT_ERROR, MOU_REPORT_ERROR_SYSTEM))
    return MOU_CLI_SYSTEM;
  if (error->domain == G_FILE_ERROR || error->domain == G_IO_ERROR)
    return MOU_CLI_SYSTEM;

  return MOU_CLI_REFUSED;
}

MouCliExit
mou_cli_fail (const GError *error)
{
  g_autofree char *line = g_strdup_printf ("mou: %s\n", error->message);

  fflush (stdout);
  fputs (line, stderr);

  return get_status (error);
}

void
mou_cli_note (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line = g_strdup_printf (_ ("mou: note: %s\n"), text);
  fputs (line, stderr);
}

void
mou_cli_print (const char *text)
{
  fputs (text, stdout);
}

void
mou_cli_printf (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mou_cli_print (text);
}

gboolean
mou_cli_flush (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;

  return mou_cli_refuse (error, MOU_CLI_ERROR_SYSTEM, _ ("standard output: %s"), g_strerror (errno));
}
