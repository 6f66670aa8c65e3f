/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-choice-row: the editor of a field with fixed choices, written when another is picked.
 *
 * Property "blank": the words for having none; without it a missing value shows as the first choice, which it means. */
#pragma once

#include "mou-editor.h"

G_BEGIN_DECLS

#define MOU_TYPE_CHOICE_ROW (mou_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (MouChoiceRow, mou_choice_row, MOU, CHOICE_ROW, MouEditor)

G_END_DECLS
