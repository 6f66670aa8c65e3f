/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-scorecard-page: the agreement as the printed table: indicators, weights, five years, levels, notation; typed into like a spreadsheet. */
#pragma once

#include "mou-page.h"

G_BEGIN_DECLS

#define MOU_TYPE_SCORECARD_PAGE (mou_scorecard_page_get_type ())
G_DECLARE_FINAL_TYPE (MouScorecardPage, mou_scorecard_page, MOU, SCORECARD_PAGE, MouPage)

G_END_DECLS
