/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge-window: a proposal to look at: the conflicts and their answers, what comes in without a question, what the checks would
 * find then. Closing it changes nothing. Signal "merged" (): it has been applied, and the window is going. */
#pragma once

#include "mou-merge-proposal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_MERGE_WINDOW (mou_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (MouMergeWindow, mou_merge_window, MOU, MERGE_WINDOW, AdwWindow)

GtkWindow *mou_merge_window_new (GtkWindow *parent, MouMergeProposal *proposal);

G_END_DECLS
