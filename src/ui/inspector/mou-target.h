/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-target: one editable value of the document: where it stands, its text now, and the verb that changes it.
 *
 * A value may have no row yet (an absent level, a result nobody wrote): it is named by what owns it. Plain value, compared by
 * content. Callers: mou-editor and the sections. */
#pragma once

#include "mou-page.h"

G_BEGIN_DECLS

typedef struct {
  MouEntity entity;
  /* MEASURE, LEVEL, MEASURE_LEVEL, HISTORY, RESULT: the indicator; RESULT_VARIABLE, _GATE, _ITEM: the variable, gate or item;
   * any other: the row itself. */
  gint64 owner;
  /* LEVEL, MEASURE_LEVEL: the number; HISTORY: the year; any other: the field. RESULT with the field VALUE is the actual value,
   * whatever form the indicator's kind gives it. */
  int index;
  gint64 assessment; /* of RESULT and its parts */
} MouTarget;

/* "weight" of "indicator" as "indicator/weight", or "level/3"; owner and assessment are left 0. FALSE when it is no such place. */
gboolean mou_target_parse (const char *text, MouTarget *target);
/* Where a finding or a page points, in `assessment`; the index is -1 when it means any value of the row. FALSE for a place that has
 * no editor. */
gboolean mou_target_init_from_place (MouTarget *target, MouDocument *document, const MouPlace *place, gint64 assessment);
/* -1 in `wanted` stands for any index. */
gboolean mou_target_matches (const MouTarget *target, const MouTarget *wanted);

/* The value as it would be typed; "" when there is none. */
char *mou_target_dup_text (const MouTarget *target, MouDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* One undoable edit; on failure nothing has changed. */
gboolean mou_target_commit (const MouTarget *target, MouDocument *document, const char *text, GError **error);
/* Why the value may not be changed, because it is signed; NULL when it may. */
char *mou_target_dup_lock (const MouTarget *target, MouDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* The field the value is of; NULL for levels, years and parts of results. */
const MouField *mou_target_get_field (const MouTarget *target);

G_END_DECLS
