/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-field: one static table per entity says which fields it has.
 *
 * The table drives load, store, journal wording, JSON and the `set` command. Columns and flags only, never behaviour: what a
 * text must look like to be a value of a type is in mou-value. The enums below index each entity's table in order. */
#pragma once

#include "mou-entity.h"

G_BEGIN_DECLS

typedef enum {
  MOU_FIELD_TEXT,      /* one line of UTF-8 */
  MOU_FIELD_LONG_TEXT, /* paragraphs */
  MOU_FIELD_DECIMAL,   /* canonical decimal text */
  MOU_FIELD_INTEGER,   /* within minimum..maximum */
  MOU_FIELD_BOOLEAN,   /* "1", or NULL for false */
  MOU_FIELD_CHOICE,    /* one of `choices` */
  MOU_FIELD_DATE,      /* "YYYY-MM-DD", Common Era */
  MOU_FIELD_YEAR,      /* Buddhist Era */
  MOU_FIELD_HISTORY,   /* a decimal, "-" no data, or "N/A" pending */
  MOU_FIELD_REFERENCE, /* the id of a row of `target`, in decimal digits */
} MouFieldType;

typedef enum {
  MOU_FIELD_PLAIN = 0,
  MOU_FIELD_REQUIRED = 1 << 0, /* a row without it is not stored */
  MOU_FIELD_KEY = 1 << 1,      /* names the row among its siblings: code, year, number, name */
  MOU_FIELD_HIDDEN = 1 << 2,   /* structure, not content: the JSON nests it instead of writing it */
} MouFieldFlags;

typedef struct {
  const char *key; /* JSON key, SQL column and name for `mou set`, all the same */
  MouFieldType type;
  const char *label; /* N_() */
  MouFieldFlags flags;
  int minimum, maximum;       /* INTEGER */
  const char *const *choices; /* CHOICE: NULL-terminated keys; the first is the default where the field may be absent */
  MouEntity target;           /* REFERENCE */
} MouField;

/* The entity's table and its length. */
const MouField *mou_field_table (MouEntity entity, guint *n_fields);
/* The index of the field called `key`, or -1. */
int mou_field_lookup (MouEntity entity, const char *key);
const MouField *mou_field_get (MouEntity entity, int field);
/* The index of the entity's KEY field, or -1: its rows are told apart by their order. */
int mou_field_find_key (MouEntity entity);
/* The labels of the tables as they stand inside a sentence: "weight", "level". */
char *mou_field_dup_word (const MouField *field) G_GNUC_WARN_UNUSED_RESULT;
char *mou_entity_dup_word (MouEntity entity) G_GNUC_WARN_UNUSED_RESULT;

typedef enum {
  MOU_ORGANISATION_NAME,
  MOU_ORGANISATION_NAME_EN,
  MOU_ORGANISATION_ABBREVIATION,
  MOU_ORGANISATION_MINISTRY,
  MOU_ORGANISATION_FISCAL_YEAR_START_MONTH,
  MOU_N_ORGANISATION_FIELDS
} MouOrganisationField;

typedef enum {
  MOU_AGREEMENT_FISCAL_YEAR,
  MOU_AGREEMENT_TITLE,
  MOU_AGREEMENT_STATUS,
  MOU_AGREEMENT_SCALE,
  MOU_AGREEMENT_ROUNDING,
  MOU_AGREEMENT_NOT_APPLICABLE,
  MOU_AGREEMENT_VISION,
  MOU_AGREEMENT_COPIES,
  MOU_N_AGREEMENT_FIELDS
} MouAgreementField;

typedef enum { MOU_PARTY_SIDE, MOU_PARTY_NAME, MOU_PARTY_POSITION, MOU_PARTY_ON_BEHALF_OF, MOU_N_PARTY_FIELDS } MouPartyField;
typedef enum { MOU_NOTE_NUMBER, MOU_NOTE_TEXT, MOU_N_NOTE_FIELDS } MouNoteField;

/* mission, term, condition, strategy, evidence, project objective and project target have this one field. */
typedef enum { MOU_TEXT_TEXT, MOU_N_TEXT_FIELDS } MouTextField;

typedef enum {
  MOU_INDICATOR_GROUP, /* the indicator above; NULL at the root */
  MOU_INDICATOR_CODE,
  MOU_INDICATOR_NAME,
  MOU_INDICATOR_UNIT,
  MOU_INDICATOR_WEIGHT,
  MOU_INDICATOR_DECIMALS,
  MOU_INDICATOR_KIND,
  MOU_INDICATOR_NOTATION,
  MOU_INDICATOR_GAP,
  MOU_INDICATOR_DEFINITION,
  MOU_INDICATOR_FORMULA,
  MOU_INDICATOR_OWNER,
  MOU_INDICATOR_DATA_SOURCE,
  MOU_INDICATOR_TYPE,
  MOU_N_INDICATOR_FIELDS
} MouIndicatorField;

/* level and measure_level */
typedef enum { MOU_LEVEL_NUMBER, MOU_LEVEL_OP, MOU_LEVEL_VALUE, MOU_LEVEL_TEXT, MOU_N_LEVEL_FIELDS } MouLevelField;
typedef enum { MOU_MEASURE_UNIT, MOU_MEASURE_DECIMALS, MOU_MEASURE_NOTATION, MOU_N_MEASURE_FIELDS } MouMeasureField;
typedef enum { MOU_GATE_LEVEL, MOU_GATE_TEXT, MOU_GATE_PRO_RATA, MOU_N_GATE_FIELDS } MouGateField;
typedef enum { MOU_ITEM_TEXT, MOU_ITEM_WEIGHT, MOU_N_ITEM_FIELDS } MouItemField;
typedef enum { MOU_VARIABLE_NAME, MOU_VARIABLE_LABEL, MOU_VARIABLE_UNIT, MOU_N_VARIABLE_FIELDS } MouVariableField;
typedef enum { MOU_HISTORY_YEAR, MOU_HISTORY_VALUE, MOU_HISTORY_PROVISIONAL, MOU_HISTORY_NOTE, MOU_N_HISTORY_FIELDS } MouHistoryField;
typedef enum {
  MOU_REBASE_FROM,
  MOU_REBASE_TO,
  MOU_REBASE_REASON,
  MOU_REBASE_APPROVED_BY,
  MOU_REBASE_DATE,
  MOU_N_REBASE_FIELDS
} MouRebaseField;

typedef enum {
  MOU_ASSESSMENT_NAME,
  MOU_ASSESSMENT_KIND,
  MOU_ASSESSMENT_PERIOD,
  MOU_ASSESSMENT_AS_OF,
  MOU_ASSESSMENT_HISTORY_YEAR,
  MOU_N_ASSESSMENT_FIELDS
} MouAssessmentField;

typedef enum {
  MOU_RESULT_INDICATOR,
  MOU_RESULT_VALUE,
  MOU_RESULT_STATE,
  MOU_RESULT_REASON,
  MOU_RESULT_LEVEL,
  MOU_RESULT_NARRATIVE,
  MOU_RESULT_FACTORS,
  MOU_RESULT_OBSTACLES,
  MOU_RESULT_COMMENT,
  MOU_N_RESULT_FIELDS
} MouResultField;

typedef enum { MOU_RESULT_VARIABLE_VARIABLE, MOU_RESULT_VARIABLE_VALUE, MOU_N_RESULT_VARIABLE_FIELDS } MouResultVariableField;
typedef enum { MOU_RESULT_GATE_GATE, MOU_RESULT_GATE_FULFILLED, MOU_N_RESULT_GATE_FIELDS } MouResultGateField;
typedef enum { MOU_RESULT_ITEM_ITEM, MOU_RESULT_ITEM_FULFILLED, MOU_N_RESULT_ITEM_FIELDS } MouResultItemField;
typedef enum { MOU_DEDUCTION_INDICATOR, MOU_DEDUCTION_AMOUNT, MOU_DEDUCTION_REASON, MOU_N_DEDUCTION_FIELDS } MouDeductionField;

typedef enum { MOU_PROJECT_CODE, MOU_PROJECT_NAME, MOU_PROJECT_OWNER, MOU_PROJECT_RATIONALE, MOU_N_PROJECT_FIELDS } MouProjectField;
typedef enum { MOU_PROJECT_INDICATOR_INDICATOR, MOU_N_PROJECT_INDICATOR_FIELDS } MouProjectIndicatorField;
typedef enum { MOU_STEP_TEXT, MOU_STEP_WEIGHT, MOU_STEP_START, MOU_STEP_END, MOU_N_STEP_FIELDS } MouStepField;
typedef enum {
  MOU_PROGRESS_DATE,
  MOU_PROGRESS_PERCENT,
  MOU_PROGRESS_NARRATIVE,
  MOU_PROGRESS_PROBLEMS,
  MOU_PROGRESS_OBSTACLES,
  MOU_N_PROGRESS_FIELDS
} MouProgressField;
/* A signature, a re-base of what was signed, or the reopening, in the order in which they happened. */
typedef enum {
  MOU_SIGNING_ACT,
  MOU_SIGNING_DATE,
  MOU_SIGNING_SEAL, /* of the agreement's signed scope at that moment */
  MOU_SIGNING_REASON, /* a reopening has one */
  MOU_SIGNING_BY,
  MOU_N_SIGNING_FIELDS
} MouSigningField;
typedef enum { MOU_ATTACHMENT_NAME, MOU_ATTACHMENT_MEDIA_TYPE, MOU_ATTACHMENT_SHA256, MOU_N_ATTACHMENT_FIELDS } MouAttachmentField;

G_END_DECLS
