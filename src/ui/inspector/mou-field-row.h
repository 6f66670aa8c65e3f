/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-field-row: the editor of a short value: its name on the left, what is typed on the right. Enter writes it. */
#pragma once

#include "mou-editor.h"

G_BEGIN_DECLS

#define MOU_TYPE_FIELD_ROW (mou_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MouFieldRow, mou_field_row, MOU, FIELD_ROW, MouEditor)

G_END_DECLS
