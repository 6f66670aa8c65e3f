/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-finding-row: one finding: its severity in symbol and words, its sentence, and a button where a fix is proposed. */
#pragma once

#include "mou-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_FINDING_ROW (mou_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (MouFindingRow, mou_finding_row, MOU, FINDING_ROW, AdwActionRow)

/* Copies what it shows; `index` is the finding's place in the list of the document. Signal "fix" (). */
GtkWidget *mou_finding_row_new (const MouFinding *finding, guint index);
guint mou_finding_row_get_index (MouFindingRow *self);

G_END_DECLS
