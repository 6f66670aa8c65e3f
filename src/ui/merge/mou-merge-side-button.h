/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge-side-button: what one side has in a conflict, as a button that takes it: value, who and when, and the key to press. */
#pragma once

#include "mou-merge-proposal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_MERGE_SIDE_BUTTON (mou_merge_side_button_get_type ())
G_DECLARE_FINAL_TYPE (MouMergeSideButton, mou_merge_side_button, MOU, MERGE_SIDE_BUTTON, GtkToggleButton)

/* `conflict` is only read. */
void mou_merge_side_button_set_conflict (MouMergeSideButton *self, const MouMergeConflict *conflict, MouMergeSide side);

G_END_DECLS
