/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Arguments of a command through GOptionContext. */

#include "mou-cli-command.h"

#include <glib/gi18n.h>

static GOptionContext *
make_context (const MouCliCommand *self, const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (_ (self->synopsis));

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (self->summary));
  g_option_context_set_description (context, _ (self->description));
  g_option_context_set_ignore_unknown_options (context, self->takes_signs);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return context;
}

static gboolean
is_option (const char *argument)
{
  return argument[0] == '-' && (argument[1] == '-' || g_ascii_isalpha (argument[1]));
}

/* What is left after unknown options were let through. */
static gboolean
refuse_unknown_options (const MouCliCommand *self, int argc, char **argv, GError **error)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--"))
        return TRUE;
      if (is_option (argv[i]))
        return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("there is no option %s; see mou %s --help"), argv[i], self->name);
    }

  return TRUE;
}

static void
drop_separator (int *argc, char **argv)
{
  int kept = 1;
  gboolean dropped = FALSE;

  for (int i = 1; i < *argc; i++)
    if (!dropped && g_str_equal (argv[i], "--"))
      dropped = TRUE;
    else
      argv[kept++] = argv[i];
  *argc = kept;
}

gboolean
mou_cli_command_parse (const MouCliCommand *self, const GOptionEntry *entries, int *argc, char ***argv, GError **error)
{
  g_autoptr (GOptionContext) context = make_context (self, entries);
  g_autoptr (GError) cause = NULL;
  g_autofree char *program = g_strconcat ("mou ", self->name, NULL);

  g_set_prgname (program);
  if (!g_option_context_parse (context, argc, argv, &cause))
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("%s; see mou %s --help"), cause->message, self->name);
  if (self->takes_signs && !refuse_unknown_options (self, *argc, *argv, error))
    return FALSE;
  drop_separator (argc, *argv);

  if (*argc - 1 < self->n_arguments_min || *argc - 1 > self->n_arguments_max)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("expected mou %s %s; see mou %s --help"), self->name, _ (self->synopsis),
                           self->name);

  return TRUE;
}

gboolean
mou_cli_command_check_format (const char *format, GError **error)
{
  if (format == NULL || g_str_equal (format, "text") || g_str_equal (format, "json"))
    return TRUE;

  return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("there is no format “%s”; there is text and json"), format);
}
