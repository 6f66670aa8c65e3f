/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-scorecard-model: the agreement as the printed table, for a MouSheet: code, name, unit, weight, five years, the levels of the scale,
 * interval notation. Every edit goes through a verb of the document; findings mark the cells they are about. */
#pragma once

#include "mou-indicator-model.h"
#include "mou-page.h"

G_BEGIN_DECLS

#define MOU_TYPE_SCORECARD_MODEL (mou_scorecard_model_get_type ())
G_DECLARE_FINAL_TYPE (MouScorecardModel, mou_scorecard_model, MOU, SCORECARD_MODEL, MouIndicatorModel)

MouIndicatorModel *mou_scorecard_model_new (MouDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/* The column that shows the place's value; -1 when none does. */
int mou_scorecard_model_find_column (MouScorecardModel *self, const MouPlace *place);

G_END_DECLS
