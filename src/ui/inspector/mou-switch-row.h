/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-switch-row: the editor of a truth, written when it is switched. */
#pragma once

#include "mou-editor.h"

G_BEGIN_DECLS

#define MOU_TYPE_SWITCH_ROW (mou_switch_row_get_type ())
G_DECLARE_FINAL_TYPE (MouSwitchRow, mou_switch_row, MOU, SWITCH_ROW, MouEditor)

G_END_DECLS
