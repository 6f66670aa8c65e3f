/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou set: one value of an indicator, of the agreement or of the organisation, through the verbs that the window uses. */

#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-document-edits.h"
#include "mou-fiscal-year.h"
#include "mou-thai.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is to be set where. */
typedef struct
{
  MouCliSource *source;
  const char *assessment_name; /* NULL: the last one */
  gint64 indicator;
  const char *detail; /* after the slash of FIELD: "4" of "level/4" */
  const char *value;
} Target;

typedef gboolean (*SetPart) (const Target *target, GError **error);

static gboolean
parse_number (const Target *target, int *number, GError **error)
{
  g_autofree char *text = mou_thai_digits_to_arabic (target->detail);
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, 1, 9999, &value, NULL))
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("after the slash belongs a number, not “%s”"), target->detail);
  *number = (int) value;

  return TRUE;
}

static gboolean
find_assessment (const Target *target, gint64 *id, GError **error)
{
  const MouAssessment *assessment = mou_agreement_find_assessment (target->source->agreement, target->assessment_name);

  if (assessment == NULL && target->assessment_name != NULL)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("there is no assessment “%s”"), target->assessment_name);
  if (assessment == NULL)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("the agreement has no assessment to report to"));
  *id = assessment->id;

  return TRUE;
}

/* The row of `entity` below the indicator whose key is the detail; items have none and are counted. */
static const MouRow *
find_part (const Target *target, MouEntity entity, GError **error)
{
  GPtrArray *rows = mou_register_get_children (target->source->rows, target->indicator, entity);
  g_autofree char *key = mou_thai_digits_to_arabic (target->detail);
  const MouRow *row = NULL;
  guint64 position;

  if (entity != MOU_ENTITY_ITEM)
    row = mou_register_find (target->source->rows, target->indicator, entity, key);
  else if (g_ascii_string_to_unsigned (key, 10, 1, rows->len, &position, NULL))
    row = rows->pdata[position - 1];
  if (row == NULL)
    mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("the indicator has no %s “%s”"), mou_entity_get_info (entity)->table, target->detail);

  return row;
}

static gboolean
set_level (const Target *target, GError **error)
{
  int level = 0;

  return parse_number (target, &level, error)
         && mou_document_set_level (target->source->document, target->indicator, level, target->value, error);
}

static gboolean
set_measure_level (const Target *target, GError **error)
{
  int level = 0;

  return parse_number (target, &level, error)
         && mou_document_set_measure_level (target->source->document, target->indicator, level, target->value, error);
}

static gboolean
set_measure (const Target *target, GError **error)
{
  GPtrArray *measures = mou_register_get_children (target->source->rows, target->indicator, MOU_ENTITY_MEASURE);
  int field = mou_field_lookup (MOU_ENTITY_MEASURE, target->detail);

  if (field < 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("a measure has no field “%s”; there is unit, decimals and notation"),
                           target->detail);
  if (measures->len == 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("the indicator has no measure"));

  return mou_document_set_field (target->source->document, ((MouRow *) measures->pdata[0])->id, field, target->value, error);
}

static gboolean
set_history (const Target *target, GError **error)
{
  int year = 0;

  return mou_fiscal_year_parse (target->detail, &year, error)
         && mou_document_set_history (target->source->document, target->indicator, year, target->value, error);
}

static gboolean
set_actual (const Target *target, GError **error)
{
  gint64 assessment = 0;

  return find_assessment (target, &assessment, error)
         && mou_document_set_actual (target->source->document, assessment, target->indicator, target->value, error);
}

static gboolean
set_variable (const Target *target, GError **error)
{
  const MouRow *row = find_part (target, MOU_ENTITY_VARIABLE, error);
  gint64 assessment = 0;

  return row != NULL && find_assessment (target, &assessment, error)
         && mou_document_set_result_variable (target->source->document, assessment, row->id, target->value, error);
}

static gboolean
set_gate (const Target *target, GError **error)
{
  const MouRow *row = find_part (target, MOU_ENTITY_GATE, error);
  gint64 assessment = 0;

  return row != NULL && find_assessment (target, &assessment, error)
         && mou_document_set_result_gate (target->source->document, assessment, row->id, target->value, error);
}

static gboolean
set_item (const Target *target, GError **error)
{
  const MouRow *row = find_part (target, MOU_ENTITY_ITEM, error);
  gint64 assessment = 0;

  return row != NULL && find_assessment (target, &assessment, error)
         && mou_document_set_result_item (target->source->document, assessment, row->id, target->value, error);
}

static gboolean
set_result_text (const Target *target, const char *name, GError **error)
{
  int field = mou_field_lookup (MOU_ENTITY_RESULT, name);
  gint64 assessment = 0;

  return find_assessment (target, &assessment, error)
         && mou_document_set_result_text (target->source->document, assessment, target->indicator, field, target->value, error);
}

/* FIELD beyond the plain fields of an indicator. */
static const struct
{
  const char *name;
  gboolean has_detail;
  SetPart set;
} parts[] = {
  { "level", TRUE, set_level },     { "measure-level", TRUE, set_measure_level },
  { "measure", TRUE, set_measure }, { "history", TRUE, set_history },
  { "actual", FALSE, set_actual },  { "variable", TRUE, set_variable },
  { "gate", TRUE, set_gate },       { "item", TRUE, set_item },
};
static const char *const result_texts[] = { "narrative", "factors", "obstacles", "comment", NULL };

static int
find_content_field (MouEntity entity, const char *name)
{
  int field = mou_field_lookup (entity, name);

  return field >= 0 && !(mou_field_get (entity, field)->flags & MOU_FIELD_HIDDEN) ? field : -1;
}

static char *
join_fields (MouEntity entity)
{
  GString *names = g_string_new (NULL);
  guint n_fields;
  const MouField *fields = mou_field_table (entity, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (!(fields[i].flags & MOU_FIELD_HIDDEN))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", fields[i].key);
  if (entity == MOU_ENTITY_INDICATOR)
    g_string_append (names, ", level/N, measure-level/N, measure/FIELD, history/YEAR, actual, variable/NAME, gate/N, item/N, "
                            "narrative, factors, obstacles, comment");

  return g_string_free (names, FALSE);
}

static gboolean
set_row_field (const Target *target, gint64 row, const char *name, GError **error)
{
  MouEntity entity = mou_register_lookup (target->source->rows, row)->entity;
  int field = find_content_field (entity, name);
  g_autofree char *names = NULL;

  if (field >= 0)
    return mou_document_set_field (target->source->document, row, field, target->value, error);
  names = join_fields (entity);

  return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("there is no such field; there is %s"), names);
}

static gboolean
set_indicator (Target *target, const char *name, GError **error)
{
  const char *slash = strchr (name, '/');
  g_autofree char *part = slash != NULL ? g_strndup (name, (gsize) (slash - name)) : g_strdup (name);

  target->detail = slash != NULL ? slash + 1 : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].name, part) && parts[i].has_detail == (slash != NULL))
      return parts[i].set (target, error);
  if (g_strv_contains (result_texts, name))
    return set_result_text (target, name, error);

  return set_row_field (target, target->indicator, name, error);
}

static gboolean
set_selected (Target *target, const char *selector, const char *name, GError **error)
{
  MouCliSource *source = target->source;
  int node;

  if (g_str_equal (selector, "agreement"))
    return set_row_field (target, source->agreement_id, name, error);
  if (g_str_equal (selector, "organisation"))
    return set_row_field (target, source->agreement->organisation_id, name, error);

  node = mou_agreement_find_code (source->agreement, selector);
  if (node < 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("there is no indicator “%s”; or say agreement or organisation"), selector);
  target->indicator = mou_agreement_get_node (source->agreement, (guint) node)->indicator->id;

  return set_indicator (target, name, error);
}

/* The place before the reason. */
static gboolean
set_value (char **argv, const char *agreement, const char *assessment, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  Target target = { .source = &source, .assessment_name = assessment, .value = argv[4] };

  if (!mou_cli_source_open_register (&source, argv[1], error) || !mou_cli_source_choose (&source, agreement, error))
    return FALSE;
  if (!set_selected (&target, argv[2], argv[3], error))
    {
      g_prefix_error (error, "%s: %s %s: ", argv[1], argv[2], argv[3]);
      return FALSE;
    }
  if (!mou_document_get_modified (source.document))
    {
      mou_cli_print (_ ("Nothing to change: that is the value already.\n"));
      return TRUE;
    }
  if (!mou_cli_source_save (&source, TRUE, error))
    return FALSE;
  mou_cli_printf ("%s\n", mou_document_get_undo_label (source.document));

  return TRUE;
}

static MouCliExit
run_set (const MouCliCommand *self, int argc, char **argv)
{
  g_autofree char *agreement = NULL;
  g_autofree char *assessment = NULL;
  const GOptionEntry entries[] = {
    { "assessment", 'a', 0, G_OPTION_ARG_FILENAME, &assessment, N_ ("Which assessment results go to; the last one otherwise"),
      N_ ("NAME") },
    { "agreement", 0, 0, G_OPTION_ARG_FILENAME, &agreement, N_ ("Which agreement, when there are several"), N_ ("ABBREVIATION/YEAR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mou_cli_command_parse (self, entries, &argc, &argv, &error) || !set_value (argv, agreement, assessment, &error))
    return mou_cli_fail (error);

  return MOU_CLI_DONE;
}

const MouCliCommand mou_cli_set = {
  .name = "set",
  .synopsis = N_ ("FILE.mou SELECTOR FIELD VALUE"),
  .summary = N_ ("Change one value"),
  .description
  = N_ ("SELECTOR is the code of an indicator, or agreement, or organisation.\n"
        "FIELD is a name as in the JSON, such as name, unit, weight, notation, formula; or\n"
        "  level/N             a level: 96.0, <96, - for none, or words\n"
        "  measure-level/N     the same of the measure of a gated or checklist indicator\n"
        "  history/YEAR        a past result: 27.12, 27.12* provisional, -, N/A\n"
        "  actual              the result in an assessment: a number, - not reported, N/A pending, \"not applicable: REASON\"\n"
        "  variable/NAME, gate/N, item/N, narrative, factors, obstacles, comment    parts of a result\n"
        "VALUE may have Thai digits and commas; an empty VALUE (\"\") removes.\n\n"
        "Examples:\n"
        "  mou set my.mou 1.1 weight 12\n"
        "  mou set my.mou 2.4 level/1 \"<96\"\n"
        "  mou set my.mou 1.1 history/2566 ๑,๒๗๑.๔๗\n"
        "  mou set my.mou 1.1 actual 1225 --assessment \"รอบปี\"\n"
        "  mou set my.mou agreement status agreed\n"),
  .n_arguments_min = 4,
  .n_arguments_max = 4,
  .takes_signs = TRUE,
  .run = run_set,
};
