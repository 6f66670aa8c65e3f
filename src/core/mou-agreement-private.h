/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How rows become typed structs. Indicators, results and assessments are reference counted, so that successive snapshots share
 * those that did not change; each holds references of the rows its strings live in. Callers: mou-snapshot-cache and its builders. */
#pragma once

#include "mou-agreement.h"

G_BEGIN_DECLS

/* Levels are cut to the scale's number of levels. */
MouIndicator *_mou_indicator_new (MouRegister *rows, MouRow *row, const MouScale *scale) G_GNUC_WARN_UNUSED_RESULT;
const MouIndicator *_mou_indicator_ref (const MouIndicator *self);
void _mou_indicator_unref (const MouIndicator *self);
const MouScale *_mou_indicator_get_scale (const MouIndicator *self);

MouResult *_mou_result_new (MouRegister *rows, MouRow *row) G_GNUC_WARN_UNUSED_RESULT;
MouResult *_mou_result_ref (MouResult *self);
void _mou_result_unref (MouResult *self);

/* The caller fills `results`, whose values the table unreferences. */
MouAssessment *_mou_assessment_new (MouRegister *rows, MouRow *row) G_GNUC_WARN_UNUSED_RESULT;
MouAssessment *_mou_assessment_ref (MouAssessment *self);
void _mou_assessment_unref (MouAssessment *self);

/* What MouAgreement.keep points to. */
typedef struct {
  GPtrArray *rows;     /* MouRow: organisation, agreement, parties, texts, notes */
  GHashTable *by_id;   /* &MouIndicator.id → index of its node */
  GHashTable *by_code; /* MouIndicator.code → index of its node */
} MouAgreementKeep;

/* All of a snapshot but its nodes and assessments. */
MouAgreement *_mou_agreement_new (MouRegister *rows, MouRow *organisation, MouRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* Takes `indicator` and returns its index; the caller sets `end` once the members are added. */
guint _mou_agreement_add_node (MouAgreement *self, const MouIndicator *indicator, int parent, int depth);

/* FALSE when the value is absent. */
gboolean _mou_row_read_decimal (const MouRow *row, int field, MouDecimal *out);
/* The index of the value among the field's choices; 0 when absent. */
guint _mou_row_read_choice (const MouRow *row, int field);
/* MouText of the rows of a one-text entity under `parent`; the rows are referenced in `keep`. */
GArray *_mou_texts_new (MouRegister *rows, gint64 parent, MouEntity entity, GPtrArray *keep) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
