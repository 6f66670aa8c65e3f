/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-agreement: the immutable, typed snapshot of one agreement that the engine, the checks, reports and the window read.
 *
 * Made by mou_register_dup_agreement and shared by reference; nobody writes to it, so the structs are plain to read. Indicators
 * stand in printed order (depth first), so the subtree of node i is i + 1 .. end - 1. Strings are borrowed from the snapshot. */
#pragma once

#include "mou-decimal.h"
#include "mou-notation.h"
#include "mou-register.h"
#include "mou-scale.h"

G_BEGIN_DECLS

typedef enum {
  MOU_KIND_GROUP,
  MOU_KIND_LINEAR,
  MOU_KIND_STEPPED,
  MOU_KIND_JUDGED,
  MOU_KIND_GATED,
  MOU_KIND_CHECKLIST,
  MOU_KIND_SCORE,
  MOU_N_KINDS
} MouIndicatorKind;

typedef enum { MOU_LEVEL_ABSENT, MOU_LEVEL_NUMERIC, MOU_LEVEL_WORDED } MouLevelKind;
typedef enum { MOU_OP_NONE, MOU_OP_LESS, MOU_OP_LESS_EQUAL, MOU_OP_GREATER, MOU_OP_GREATER_EQUAL } MouInequality;
typedef enum { MOU_GAP_BRIDGE, MOU_GAP_JUMP } MouGap;
typedef enum { MOU_ROUNDING_FULL, MOU_ROUNDING_CHILD4 } MouRoundingPolicy;
typedef enum {
  MOU_NOT_APPLICABLE_WITHIN_GROUP,
  MOU_NOT_APPLICABLE_ACROSS_CARD,
  MOU_NOT_APPLICABLE_COUNT_AS_FLOOR,
  MOU_NOT_APPLICABLE_BLOCK
} MouNotApplicablePolicy;

typedef struct {
  gint64 id; /* 0 when absent */
  MouLevelKind kind;
  MouInequality op;
  MouDecimal value; /* NUMERIC */
  const char *text; /* WORDED, or the words beside a number; else NULL */
} MouLevel;

/* The levels of an indicator or of its measure; slots 0..count-1 are levels 1..count of the scale. */
typedef struct {
  int count;
  MouLevel levels[MOU_LEVEL_COUNT_MAX];
  const char *notation_text; /* as the author spelt it, or NULL */
  gboolean notation_valid;
  MouNotation notation; /* valid when notation_valid */
} MouLevels;

typedef enum { MOU_HISTORY_NUMBER, MOU_HISTORY_NO_DATA, MOU_HISTORY_PENDING } MouHistoryState;

typedef struct {
  gint64 id;
  int year; /* Buddhist Era */
  MouHistoryState state;
  MouDecimal value; /* NUMBER */
  gboolean provisional;
  int note; /* number of the footnote; 0 for none */
} MouHistory;

typedef struct {
  gint64 id;
  const char *unit;
  int decimals; /* -1 when unsaid */
  MouLevels levels;
} MouMeasure;

typedef struct { gint64 id; int level; const char *text; gboolean pro_rata; } MouGate;
typedef struct { gint64 id; const char *text; MouDecimal weight; } MouChecklistItem;
typedef struct { gint64 id; const char *name; const char *label; const char *unit; } MouVariable;
typedef struct { gint64 id; const char *text; } MouText;
typedef struct { gint64 id; MouDecimal from; MouDecimal to; const char *reason; const char *approved_by; const char *date; } MouRebase;

typedef struct {
  gint64 id;
  const char *code;
  const char *name;
  const char *unit; /* or NULL, as every optional text */
  gboolean has_weight;
  MouDecimal weight;
  int decimals; /* -1 when unsaid */
  MouIndicatorKind kind;
  MouGap gap;
  MouLevels levels;
  const MouMeasure *measure; /* NULL when it has none */
  const char *definition;
  const char *formula;
  const char *owner;
  const char *data_source;
  const char *type;
  GArray *history;    /* MouHistory, oldest first */
  GArray *gates;      /* MouGate, by level */
  GArray *items;      /* MouChecklistItem */
  GArray *variables;  /* MouVariable */
  GArray *conditions; /* MouText */
  GArray *strategies; /* MouText */
  GArray *rebases;    /* MouRebase, oldest first */
} MouIndicator;

typedef struct {
  const MouIndicator *indicator;
  int parent; /* index of the node above, -1 at a root */
  int depth;  /* 0 at a root */
  int end;    /* one past the last node of its subtree */
} MouNode;

typedef enum { MOU_RESULT_REPORTED, MOU_RESULT_NOT_REPORTED, MOU_RESULT_PENDING, MOU_RESULT_NOT_APPLICABLE } MouResultState;
typedef struct { gint64 target; MouDecimal value; } MouResultPart; /* a variable, gate or item by id, and its value */

typedef struct {
  gint64 id;
  gint64 indicator;
  MouResultState state;
  const char *reason;
  gboolean has_value;
  MouDecimal value;
  gboolean has_level; /* the level an assessor picked, perhaps with a fraction */
  MouDecimal level;
  GArray *variables; /* MouResultPart */
  GArray *gates;     /* MouResultPart, 0..1 */
  GArray *items;     /* MouResultPart, 0..1 */
  const char *narrative, *factors, *obstacles, *comment;
  GArray *evidence; /* MouText */
} MouResult;

typedef struct { gint64 id; gint64 indicator; MouDecimal amount; const char *reason; } MouDeduction; /* indicator 0: the total */

typedef enum {
  MOU_ASSESSMENT_SELF,
  MOU_ASSESSMENT_COMMITTEE,
  MOU_ASSESSMENT_FORECAST,
  MOU_ASSESSMENT_WHAT_IF,
  MOU_ASSESSMENT_BACKTEST,
  MOU_ASSESSMENT_PLAN
} MouAssessmentKind;

typedef struct {
  gint64 id;
  const char *name;
  MouAssessmentKind kind;
  const char *period; /* "q1" … "year" */
  const char *as_of;
  int history_year;    /* BACKTEST: results come from that year's history; mou-what-if has it too; else 0 */
  GHashTable *results; /* indicator id (gint64 *) → MouResult */
  GArray *deductions;  /* MouDeduction */
} MouAssessment;

typedef struct { gint64 id; int side; const char *name; const char *position; const char *on_behalf_of; } MouParty;
typedef struct { gint64 id; int number; const char *text; } MouNote;

struct _MouAgreement {
  gint64 id;
  gint64 organisation_id;
  const char *organisation; /* name, and so on */
  const char *organisation_en;
  const char *abbreviation;
  const char *ministry;
  int fiscal_year_start_month;
  int fiscal_year;
  const char *title;
  const char *status; /* "draft" … */
  const MouScale *scale;
  MouRoundingPolicy rounding;
  MouNotApplicablePolicy not_applicable;
  const char *vision;
  int copies; /* 0 when unsaid */
  GArray *parties;  /* MouParty */
  GArray *missions; /* MouText */
  GArray *terms;    /* MouText */
  GArray *notes;    /* MouNote */
  GArray *nodes;    /* MouNode, in printed order */
  GPtrArray *assessments; /* const MouAssessment, in order */
  gatomicrefcount references;
  gpointer keep; /* what the borrowed strings live in; private */
};

MouAgreement *mou_agreement_ref (MouAgreement *self);
void mou_agreement_unref (MouAgreement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouAgreement, mou_agreement_unref)

guint mou_agreement_get_n_nodes (const MouAgreement *self);
const MouNode *mou_agreement_get_node (const MouAgreement *self, guint index);
gboolean mou_node_is_leaf (const MouNode *node, guint index); /* no node below it */
/* Index of the indicator with that code (canonical text) or id; -1 when there is none. */
int mou_agreement_find_code (const MouAgreement *self, const char *code);
int mou_agreement_find_id (const MouAgreement *self, gint64 id);
/* By name; NULL name: the last one. NULL when there is none. */
const MouAssessment *mou_agreement_find_assessment (const MouAgreement *self, const char *name);
const MouAssessment *mou_agreement_get_assessment (const MouAgreement *self, gint64 id);
/* NULL when nothing was reported. */
const MouResult *mou_assessment_get_result (const MouAssessment *self, gint64 indicator);

/* NULL when the year is blank. */
const MouHistory *mou_indicator_get_history (const MouIndicator *self, int year);
/* The greatest level ± direction: 1 the levels rise, -1 they fall (lower is better), 0 not decidable (fewer than two numbers,
 * or not monotone). */
int mou_levels_get_direction (const MouLevels *levels);
/* Level 1..count as it is printed: "<96.0", "1,150", "" when absent; decimals as in mou_decimal_format. */
char *mou_level_format (const MouLevel *level, int decimals) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
