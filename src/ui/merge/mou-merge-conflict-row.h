/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge-conflict-row: one conflict: where it is, what stood there, and the two answers; keys 1 or M, 2 or T answer it. */
#pragma once

#include "mou-merge-proposal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_MERGE_CONFLICT_ROW (mou_merge_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (MouMergeConflictRow, mou_merge_conflict_row, MOU, MERGE_CONFLICT_ROW, GtkListBoxRow)

/* Signals: "answered" (int side), when somebody chose; "done" (), after an answer from the keyboard: on to the next. */
GtkWidget *mou_merge_conflict_row_new (const MouMergeConflict *conflict);
/* Shows how it is answered now. */
void mou_merge_conflict_row_update (MouMergeConflictRow *self, const MouMergeConflict *conflict);

G_END_DECLS
