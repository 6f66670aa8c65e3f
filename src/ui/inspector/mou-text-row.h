/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-text-row: the editor of a text of any length, wrapped below its name. Enter writes a value of one line, and begins a new line
 * in paragraphs, where Ctrl+Enter writes. */
#pragma once

#include "mou-editor.h"

G_BEGIN_DECLS

#define MOU_TYPE_TEXT_ROW (mou_text_row_get_type ())
G_DECLARE_FINAL_TYPE (MouTextRow, mou_text_row, MOU, TEXT_ROW, MouEditor)

G_END_DECLS
