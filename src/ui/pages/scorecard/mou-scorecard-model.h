/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-scorecard-model: the agreement as the printed table, for a MouSheet: code, name, unit, weight, five years, the levels of the scale,
 * interval notation. Every edit goes through a verb of the document; findings mark the cells they are about. */
#pragma once

#include "mou-document-edits.h"
#include "mou-page.h"
#include "mou-sheet-model.h"

G_BEGIN_DECLS

#define MOU_TYPE_SCORECARD_MODEL (mou_scorecard_model_get_type ())
G_DECLARE_FINAL_TYPE (MouScorecardModel, mou_scorecard_model, MOU, SCORECARD_MODEL, GObject)

MouScorecardModel *mou_scorecard_model_new (MouDocument *document) G_GNUC_WARN_UNUSED_RESULT;

void mou_scorecard_model_set_thai_digits (MouScorecardModel *self, gboolean thai_digits);
void mou_scorecard_model_set_filter (MouScorecardModel *self, const char *text);
/* The indicator of a row; 0 when there is no such row. */
gint64 mou_scorecard_model_get_indicator (MouScorecardModel *self, guint row);
/* The row of an indicator, -1 when it is hidden; reveal shows it first. */
int mou_scorecard_model_find_row (MouScorecardModel *self, gint64 indicator);
void mou_scorecard_model_reveal (MouScorecardModel *self, gint64 indicator);
/* The column that shows the place's value; -1 when none does. */
int mou_scorecard_model_find_column (MouScorecardModel *self, const MouPlace *place);

G_END_DECLS
