/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou list: the agreements and assessments inside a file. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-cli-table.h"
#include "mou-seal-state.h"
#include "mou-value.h"

#include <glib/gi18n.h>

static char *
join_assessments (const MouAgreement *agreement)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < agreement->assessments->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((const MouAssessment *) agreement->assessments->pdata[i])->name);

  return g_string_free (names, FALSE);
}

/* "Signed, seal intact ✓" */
static char *
describe_status (MouCliSource *source, const MouAgreement *agreement)
{
  g_autoptr (MouSealState) state = mou_seal_state_new (source->rows, source->document, agreement->id);
  const char *status = mou_value_choice_label (mou_field_get (MOU_ENTITY_AGREEMENT, MOU_AGREEMENT_STATUS), agreement->status);
  g_autofree char *word = NULL;

  if (state->kind != MOU_SEAL_INTACT && state->kind != MOU_SEAL_AMENDED && state->kind != MOU_SEAL_BROKEN)
    return g_strdup (status);

  word = mou_seal_state_dup_word (state);

  return g_strdup_printf (C_ ("status and seal", "%s, %s"), status, word);
}

static void
add_agreement (MouCliTable *table, MouCliSource *source, gint64 id)
{
  g_autoptr (MouAgreement) agreement = mou_register_dup_agreement (source->rows, id);
  g_autofree char *name = mou_cli_source_dup_name (source, id);
  g_autofree char *status = describe_status (source, agreement);
  g_autofree char *assessments = join_assessments (agreement);

  mou_cli_table_add (table, name);
  mou_cli_table_add (table, agreement->organisation);
  mou_cli_table_add (table, status);
  mou_cli_table_add (table, mou_value_choice_label (mou_field_get (MOU_ENTITY_AGREEMENT, MOU_AGREEMENT_SCALE), agreement->scale->key));
  mou_cli_table_add_formatted (table, "%u", mou_agreement_get_n_nodes (agreement));
  mou_cli_table_add (table, assessments);
}

static gboolean
list_file (const char *path, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_autoptr (MouCliTable) table = mou_cli_table_new ();
  g_autoptr (GArray) ids = NULL;
  g_autofree char *text = NULL;

  if (!mou_cli_source_open (&source, path, error))
    return FALSE;

  ids = mou_cli_source_list_agreements (&source);
  mou_cli_table_add_column (table, _ ("Agreement"), MOU_CLI_LEFT, 0);
  mou_cli_table_add_column (table, _ ("Organisation"), MOU_CLI_LEFT, 0);
  mou_cli_table_add_column (table, _ ("Status"), MOU_CLI_LEFT, 0);
  mou_cli_table_add_column (table, _ ("Scale"), MOU_CLI_LEFT, 0);
  mou_cli_table_add_column (table, _ ("Indicators"), MOU_CLI_RIGHT, 0);
  mou_cli_table_add_column (table, _ ("Assessments"), MOU_CLI_LEFT, 0);
  for (guint i = 0; i < ids->len; i++)
    add_agreement (table, &source, g_array_index (ids, gint64, i));
  text = mou_cli_table_to_text (table);
  mou_cli_print (text);

  return TRUE;
}

static MouCliExit
run_list (const MouCliCommand *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, NULL, &argc, &argv, &error) || !list_file (argv[1], &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_list = {
  .name = "list",
  .synopsis = N_ ("FILE"),
  .summary = N_ ("List the agreements and assessments inside"),
  .description = N_ ("The first column is what --agreement takes, the last what --assessment takes.\n\n"
                     "Example:\n"
                     "  mou list my.mou\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 1,
  .run = run_list,
};
