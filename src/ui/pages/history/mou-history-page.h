/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history-page: the journal in words, newest first: who changed what and when, what was undone, what undo would act on; filtered,
 * and with a way back for each value. */
#pragma once

#include "mou-page.h"

G_BEGIN_DECLS

#define MOU_TYPE_HISTORY_PAGE (mou_history_page_get_type ())
G_DECLARE_FINAL_TYPE (MouHistoryPage, mou_history_page, MOU, HISTORY_PAGE, MouPage)

/* The history of the selected indicator, of what is below it, and of its results. */
void mou_history_page_show_indicator (MouHistoryPage *self);

G_END_DECLS
