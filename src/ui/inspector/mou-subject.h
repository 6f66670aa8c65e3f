/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-subject: what sections are about: one indicator, or the agreement itself, with what stands around it, as the document is now.
 *
 * Everything is borrowed and good until the next change; a section that keeps anything keeps ids. */
#pragma once

#include "mou-document-edits.h"

G_BEGIN_DECLS

typedef struct {
  MouDocument *document;
  const MouAgreement *agreement;
  const MouIndicator *indicator;   /* NULL when it is the agreement itself, and so is the score */
  const MouAssessment *assessment; /* NULL when the agreement has none */
  const MouScore *score;           /* of that assessment */
  guint node;
  gboolean is_leaf;
  gboolean thai_digits;
} MouSubject;

/* FALSE when there is no such indicator in the agreement shown. `document` may be NULL. */
gboolean mou_subject_init (MouSubject *self, MouDocument *document, gint64 indicator, gboolean thai_digits);
/* The agreement shown itself; FALSE when there is none. */
gboolean mou_subject_init_agreement (MouSubject *self, MouDocument *document, gboolean thai_digits);

/* The row that values of `entity` belong to, or that rows of `entity` are added to: the organisation, the agreement or the indicator. */
gint64 mou_subject_get_owner (const MouSubject *self, MouEntity entity);

/* Of an indicator.
 * Whether levels or measured levels are part of the indicator: by its kind, or because there are some. */
gboolean mou_subject_has_levels (const MouSubject *self);
gboolean mou_subject_has_measure (const MouSubject *self);
/* Whether the assessment takes results of its own for this indicator: not in a back-test, not for a group. */
gboolean mou_subject_has_result (const MouSubject *self);

G_END_DECLS
