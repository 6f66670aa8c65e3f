/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-evaluation-page: the results of one assessment, their scores and weighted scores, and why the selected row has its score. */
#pragma once

#include "mou-page.h"

G_BEGIN_DECLS

#define MOU_TYPE_EVALUATION_PAGE (mou_evaluation_page_get_type ())
G_DECLARE_FINAL_TYPE (MouEvaluationPage, mou_evaluation_page, MOU, EVALUATION_PAGE, MouPage)

G_END_DECLS
