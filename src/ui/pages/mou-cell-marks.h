/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-cell-marks: which findings are about which cell, looked up while cells are drawn.
 *
 * Made anew after each change of the document. Callers: the sheet models of the pages. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

typedef struct _MouCellMarks MouCellMarks;

MouCellMarks *mou_cell_marks_new (MouDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void mou_cell_marks_free (MouCellMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouCellMarks, mou_cell_marks_free)

/* One finding about an indicator, with the KEY of its row where it is of a level or a year. */
typedef struct {
  const MouFinding *finding;
  const char *key;
} MouCellMark;

/* MouCellMark of the indicator; NULL when there is none. Borrowed. */
const GArray *mou_cell_marks_get (MouCellMarks *self, gint64 indicator);
/* KEY of the row a finding is about, or of the row its fix would insert; NULL when it has none. */
const char *mou_finding_get_row_key (const MouFinding *finding, MouRegister *rows);

G_END_DECLS
