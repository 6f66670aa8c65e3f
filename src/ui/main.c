/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* main: starts the application; everything else is in its classes. */

#include "mou-application.h"

#include <glib/gi18n.h>
#include <locale.h>

/* One file and nothing else is what a file manager starts the program with. */
static void
expect_file (MouApplication *application, int argc, char **argv)
{
  g_autoptr (GFile) file = argc == 2 && argv[1][0] != '-' ? g_file_new_for_commandline_arg (argv[1]) : NULL;

  if (file != NULL && g_file_query_exists (file, NULL))
    mou_application_expect (application, file);
}

int
main (int argc, char **argv)
{
  const char *locale_dir = g_getenv ("MOU_LOCALE_DIR");
  g_autoptr (MouApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : MOU_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = mou_application_new ();
  expect_file (application, argc, argv);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
