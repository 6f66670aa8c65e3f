/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The field tables. The order of each is that of its enum and of the keys in JSON; columns are only ever appended. */

#include "mou-field.h"

#include <glib/gi18n-lib.h>

#define REQUIRED MOU_FIELD_REQUIRED
#define KEY (MOU_FIELD_KEY | MOU_FIELD_REQUIRED)
#define HIDDEN MOU_FIELD_HIDDEN

#define TEXT(key, label, flags)                                                                                                            \
  {                                                                                                                                        \
    key, MOU_FIELD_TEXT, label, flags                                                                                                      \
  }
#define LONG(key, label, flags)                                                                                                            \
  {                                                                                                                                        \
    key, MOU_FIELD_LONG_TEXT, label, flags                                                                                                 \
  }
#define NUMBER(key, label, flags)                                                                                                          \
  {                                                                                                                                        \
    key, MOU_FIELD_DECIMAL, label, flags                                                                                                   \
  }
#define WHOLE(key, label, flags, minimum, maximum)                                                                                         \
  {                                                                                                                                        \
    key, MOU_FIELD_INTEGER, label, flags, minimum, maximum                                                                                 \
  }
#define TRUTH(key, label)                                                                                                                  \
  {                                                                                                                                        \
    key, MOU_FIELD_BOOLEAN, label, 0                                                                                                       \
  }
#define CHOICE(key, label, flags, choices)                                                                                                 \
  {                                                                                                                                        \
    key, MOU_FIELD_CHOICE, label, flags, 0, 0, choices                                                                                     \
  }
#define DAY(key, label, flags)                                                                                                             \
  {                                                                                                                                        \
    key, MOU_FIELD_DATE, label, flags                                                                                                      \
  }
#define YEAR(key, label, flags)                                                                                                            \
  {                                                                                                                                        \
    key, MOU_FIELD_YEAR, label, flags                                                                                                      \
  }
#define PAST(key, label, flags)                                                                                                            \
  {                                                                                                                                        \
    key, MOU_FIELD_HISTORY, label, flags                                                                                                   \
  }
#define REFERENCE(key, label, flags, target)                                                                                               \
  {                                                                                                                                        \
    key, MOU_FIELD_REFERENCE, label, flags, 0, 0, NULL, target                                                                             \
  }

static const char *const statuses[] = { "draft", "proposed", "agreed", "signed", "evaluated", NULL };
static const char *const scales[] = { "five-level", "three-level", "percent", "rfd", NULL };
static const char *const roundings[] = { "full", "child4", NULL };
static const char *const not_applicable_policies[] = { "within-group", "across-card", "count-as-floor", "block", NULL };
static const char *const kinds[] = { "group", "linear", "stepped", "judged", "gated", "checklist", "score", NULL };
static const char *const gaps[] = { "bridge", "jump", NULL };
static const char *const inequalities[] = { "<", "<=", ">", ">=", NULL };
static const char *const types[] = { "output", "outcome", "strategic", "routine", NULL };
static const char *const assessment_kinds[] = { "self", "committee", "forecast", "what-if", "backtest", "plan", NULL };
static const char *const periods[] = { "q1", "q2", "q3", "q4", "h1", "9m", "year", NULL };
static const char *const acts[] = { "signed", "rebased", "reopened", NULL };
static const char *const result_states[] = { "not-reported", "pending", "not-applicable", NULL };

static const MouField organisation_fields[MOU_N_ORGANISATION_FIELDS] = {
  TEXT ("name", N_ ("Name"), REQUIRED),
  TEXT ("name_en", N_ ("English name"), 0),
  TEXT ("abbreviation", N_ ("Abbreviation"), KEY),
  TEXT ("ministry", N_ ("Ministry"), 0),
  WHOLE ("fiscal_year_start_month", N_ ("First month of the fiscal year"), REQUIRED, 1, 12),
};

static const MouField agreement_fields[MOU_N_AGREEMENT_FIELDS] = {
  YEAR ("fiscal_year", N_ ("Fiscal year"), KEY),
  TEXT ("title", N_ ("Title"), REQUIRED),
  CHOICE ("status", N_ ("Status"), REQUIRED, statuses),
  CHOICE ("scale", N_ ("Scale"), REQUIRED, scales),
  CHOICE ("rounding", N_ ("Rounding"), 0, roundings),
  CHOICE ("not_applicable", N_ ("Weight of what is not applicable"), 0, not_applicable_policies),
  LONG ("vision", N_ ("Vision"), 0),
  WHOLE ("copies", N_ ("Copies"), 0, 1, 99),
};

static const MouField party_fields[MOU_N_PARTY_FIELDS] = {
  WHOLE ("side", N_ ("Side"), REQUIRED, 1, 2),
  TEXT ("name", N_ ("Name"), REQUIRED),
  TEXT ("position", N_ ("Position"), REQUIRED),
  TEXT ("on_behalf_of", N_ ("On behalf of"), 0),
};

static const MouField note_fields[MOU_N_NOTE_FIELDS] = {
  WHOLE ("number", N_ ("Number"), KEY, 1, 999),
  LONG ("text", N_ ("Text"), REQUIRED),
};

static const MouField text_fields[MOU_N_TEXT_FIELDS] = {
  LONG ("text", N_ ("Text"), REQUIRED),
};

static const MouField indicator_fields[MOU_N_INDICATOR_FIELDS] = {
  REFERENCE ("group", N_ ("Group"), HIDDEN, MOU_ENTITY_INDICATOR),
  TEXT ("code", N_ ("Code"), KEY),
  TEXT ("name", N_ ("Name"), 0),
  TEXT ("unit", N_ ("Unit"), 0),
  NUMBER ("weight", N_ ("Weight"), 0),
  WHOLE ("decimals", N_ ("Decimals"), 0, 0, 9),
  CHOICE ("kind", N_ ("Kind"), REQUIRED, kinds),
  TEXT ("notation", N_ ("Interval notation"), 0),
  CHOICE ("gap", N_ ("Absent level"), 0, gaps),
  LONG ("definition", N_ ("Definition"), 0),
  TEXT ("formula", N_ ("Formula"), 0),
  TEXT ("owner", N_ ("Owner"), 0),
  TEXT ("data_source", N_ ("Data source"), 0),
  CHOICE ("type", N_ ("Type"), 0, types),
};

static const MouField level_fields[MOU_N_LEVEL_FIELDS] = {
  { "number", MOU_FIELD_INTEGER, N_ ("Level"), MOU_FIELD_KEY | MOU_FIELD_REQUIRED | MOU_FIELD_HIDDEN, 1, 5 },
  CHOICE ("op", N_ ("Inequality"), 0, inequalities),
  NUMBER ("value", N_ ("Threshold"), 0),
  LONG ("text", N_ ("Description"), 0),
};

static const MouField measure_fields[MOU_N_MEASURE_FIELDS] = {
  TEXT ("unit", N_ ("Unit"), 0),
  WHOLE ("decimals", N_ ("Decimals"), 0, 0, 9),
  TEXT ("notation", N_ ("Interval notation"), 0),
};

static const MouField gate_fields[MOU_N_GATE_FIELDS] = {
  WHOLE ("level", N_ ("Level"), KEY, 1, 5),
  LONG ("text", N_ ("Text"), 0),
  TRUTH ("pro_rata", N_ ("Pro rata")),
};

static const MouField item_fields[MOU_N_ITEM_FIELDS] = {
  LONG ("text", N_ ("Text"), REQUIRED),
  NUMBER ("weight", N_ ("Weight"), REQUIRED),
};

static const MouField variable_fields[MOU_N_VARIABLE_FIELDS] = {
  TEXT ("name", N_ ("Name"), KEY),
  TEXT ("label", N_ ("Label"), 0),
  TEXT ("unit", N_ ("Unit"), 0),
};

static const MouField history_fields[MOU_N_HISTORY_FIELDS] = {
  { "year", MOU_FIELD_YEAR, N_ ("Year"), MOU_FIELD_KEY | MOU_FIELD_REQUIRED | MOU_FIELD_HIDDEN },
  PAST ("value", N_ ("Result"), REQUIRED),
  TRUTH ("provisional", N_ ("Provisional")),
  WHOLE ("note", N_ ("Note number"), 0, 1, 999),
};

static const MouField rebase_fields[MOU_N_REBASE_FIELDS] = {
  NUMBER ("from", N_ ("From"), REQUIRED),      NUMBER ("to", N_ ("To"), REQUIRED), LONG ("reason", N_ ("Reason"), REQUIRED),
  TEXT ("approved_by", N_ ("Approved by"), 0), DAY ("date", N_ ("Date"), 0),
};

static const MouField assessment_fields[MOU_N_ASSESSMENT_FIELDS] = {
  TEXT ("name", N_ ("Name"), KEY),
  CHOICE ("kind", N_ ("Kind"), REQUIRED, assessment_kinds),
  CHOICE ("period", N_ ("Period"), REQUIRED, periods),
  DAY ("as_of", N_ ("As of"), 0),
  YEAR ("history_year", N_ ("Year of the results"), 0),
};

static const MouField result_fields[MOU_N_RESULT_FIELDS] = {
  REFERENCE ("indicator", N_ ("Indicator"), KEY | HIDDEN, MOU_ENTITY_INDICATOR),
  NUMBER ("value", N_ ("Actual value"), 0),
  CHOICE ("state", N_ ("State"), 0, result_states),
  LONG ("reason", N_ ("Reason"), 0),
  NUMBER ("level", N_ ("Level"), 0),
  LONG ("narrative", N_ ("Narrative"), 0),
  LONG ("factors", N_ ("Factors"), 0),
  LONG ("obstacles", N_ ("Obstacles"), 0),
  LONG ("comment", N_ ("Comment"), 0),
};

static const MouField result_variable_fields[MOU_N_RESULT_VARIABLE_FIELDS] = {
  REFERENCE ("variable", N_ ("Variable"), KEY | HIDDEN, MOU_ENTITY_VARIABLE),
  NUMBER ("value", N_ ("Value"), REQUIRED),
};

static const MouField result_gate_fields[MOU_N_RESULT_GATE_FIELDS] = {
  REFERENCE ("gate", N_ ("Gate"), KEY | HIDDEN, MOU_ENTITY_GATE),
  NUMBER ("fulfilled", N_ ("Fulfilled"), REQUIRED),
};

static const MouField result_item_fields[MOU_N_RESULT_ITEM_FIELDS] = {
  REFERENCE ("item", N_ ("Checklist item"), KEY | HIDDEN, MOU_ENTITY_ITEM),
  NUMBER ("fulfilled", N_ ("Fulfilled"), REQUIRED),
};

static const MouField deduction_fields[MOU_N_DEDUCTION_FIELDS] = {
  REFERENCE ("indicator", N_ ("Indicator"), 0, MOU_ENTITY_INDICATOR),
  NUMBER ("amount", N_ ("Amount"), REQUIRED),
  LONG ("reason", N_ ("Reason"), 0),
};

static const MouField project_fields[MOU_N_PROJECT_FIELDS] = {
  TEXT ("code", N_ ("Code"), KEY),
  TEXT ("name", N_ ("Name"), REQUIRED),
  TEXT ("owner", N_ ("Owner"), 0),
  LONG ("rationale", N_ ("Rationale"), 0),
};

static const MouField project_indicator_fields[MOU_N_PROJECT_INDICATOR_FIELDS] = {
  REFERENCE ("indicator", N_ ("Indicator"), KEY, MOU_ENTITY_INDICATOR),
};

static const MouField step_fields[MOU_N_STEP_FIELDS] = {
  LONG ("text", N_ ("Text"), REQUIRED),
  NUMBER ("weight", N_ ("Weight"), 0),
  DAY ("start", N_ ("Start"), 0),
  DAY ("end", N_ ("End"), 0),
};

static const MouField progress_fields[MOU_N_PROGRESS_FIELDS] = {
  DAY ("date", N_ ("Date"), KEY),        NUMBER ("percent", N_ ("Percent done"), REQUIRED), LONG ("narrative", N_ ("Narrative"), 0),
  LONG ("problems", N_ ("Problems"), 0), LONG ("obstacles", N_ ("Obstacles"), 0),
};

static const MouField attachment_fields[MOU_N_ATTACHMENT_FIELDS] = {
  TEXT ("name", N_ ("File name"), REQUIRED),
  TEXT ("media_type", N_ ("Media type"), 0),
  TEXT ("sha256", N_ ("SHA-256"), KEY),
};

static const MouField signing_fields[MOU_N_SIGNING_FIELDS] = {
  CHOICE ("act", N_ ("Act"), REQUIRED, acts), DAY ("date", N_ ("Date"), REQUIRED), TEXT ("seal", N_ ("Seal"), REQUIRED),
  LONG ("reason", N_ ("Reason"), 0),          TEXT ("by", N_ ("By"), 0),
};

#define TABLE(entity, fields) [entity] = { fields, G_N_ELEMENTS (fields) }

static const struct
{
  const MouField *fields;
  guint n_fields;
} tables[MOU_N_ENTITIES] = {
  TABLE (MOU_ENTITY_ORGANISATION, organisation_fields),
  TABLE (MOU_ENTITY_AGREEMENT, agreement_fields),
  TABLE (MOU_ENTITY_PARTY, party_fields),
  TABLE (MOU_ENTITY_MISSION, text_fields),
  TABLE (MOU_ENTITY_TERM, text_fields),
  TABLE (MOU_ENTITY_NOTE, note_fields),
  TABLE (MOU_ENTITY_INDICATOR, indicator_fields),
  TABLE (MOU_ENTITY_LEVEL, level_fields),
  TABLE (MOU_ENTITY_MEASURE, measure_fields),
  TABLE (MOU_ENTITY_MEASURE_LEVEL, level_fields),
  TABLE (MOU_ENTITY_GATE, gate_fields),
  TABLE (MOU_ENTITY_ITEM, item_fields),
  TABLE (MOU_ENTITY_VARIABLE, variable_fields),
  TABLE (MOU_ENTITY_CONDITION, text_fields),
  TABLE (MOU_ENTITY_STRATEGY, text_fields),
  TABLE (MOU_ENTITY_HISTORY, history_fields),
  TABLE (MOU_ENTITY_REBASE, rebase_fields),
  TABLE (MOU_ENTITY_ASSESSMENT, assessment_fields),
  TABLE (MOU_ENTITY_RESULT, result_fields),
  TABLE (MOU_ENTITY_RESULT_VARIABLE, result_variable_fields),
  TABLE (MOU_ENTITY_RESULT_GATE, result_gate_fields),
  TABLE (MOU_ENTITY_RESULT_ITEM, result_item_fields),
  TABLE (MOU_ENTITY_EVIDENCE, text_fields),
  TABLE (MOU_ENTITY_DEDUCTION, deduction_fields),
  TABLE (MOU_ENTITY_PROJECT, project_fields),
  TABLE (MOU_ENTITY_PROJECT_OBJECTIVE, text_fields),
  TABLE (MOU_ENTITY_PROJECT_TARGET, text_fields),
  TABLE (MOU_ENTITY_PROJECT_INDICATOR, project_indicator_fields),
  TABLE (MOU_ENTITY_STEP, step_fields),
  TABLE (MOU_ENTITY_PROGRESS, progress_fields),
  TABLE (MOU_ENTITY_ATTACHMENT, attachment_fields),
  TABLE (MOU_ENTITY_SIGNING, signing_fields),
};

const MouField *
mou_field_table (MouEntity entity, guint *n_fields)
{
  g_return_val_if_fail (entity >= 0 && entity < MOU_N_ENTITIES, NULL);

  if (n_fields != NULL)
    *n_fields = tables[entity].n_fields;

  return tables[entity].fields;
}

int
mou_field_lookup (MouEntity entity, const char *key)
{
  g_return_val_if_fail (entity >= 0 && entity < MOU_N_ENTITIES, -1);
  g_return_val_if_fail (key != NULL, -1);

  for (guint i = 0; i < tables[entity].n_fields; i++)
    if (g_str_equal (tables[entity].fields[i].key, key))
      return (int) i;

  return -1;
}

const MouField *
mou_field_get (MouEntity entity, int field)
{
  g_return_val_if_fail (entity >= 0 && entity < MOU_N_ENTITIES, NULL);
  g_return_val_if_fail (field >= 0 && (guint) field < tables[entity].n_fields, NULL);

  return &tables[entity].fields[field];
}

int
mou_field_find_key (MouEntity entity)
{
  g_return_val_if_fail (entity >= 0 && entity < MOU_N_ENTITIES, -1);

  for (guint i = 0; i < tables[entity].n_fields; i++)
    if (tables[entity].fields[i].flags & MOU_FIELD_KEY)
      return (int) i;

  return -1;
}

/* Only the first letter, and not of an abbreviation: "Weight" → "weight", "SHA-256" stays. */
static char *
dup_word (const char *label)
{
  if (g_ascii_isupper (label[0]) && !g_ascii_isupper (label[1]))
    {
      char *word = g_strdup (label);

      word[0] = g_ascii_tolower (word[0]);
      return word;
    }

  return g_strdup (label);
}

char *
mou_field_dup_word (const MouField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return dup_word (_ (field->label));
}

char *
mou_entity_dup_word (MouEntity entity)
{
  return dup_word (_ (mou_entity_get_info (entity)->label));
}
