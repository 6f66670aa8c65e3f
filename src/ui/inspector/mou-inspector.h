/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector: everything about the selected indicator, editable: level chart, fields, texts, variables, gates, notes.
 *
 * Follows the selection and the document. Each committed entry is one undoable edit; a bad value keeps its text, is marked with the
 * reason, and changes nothing. Signal "problem" (char *). */
#pragma once

#include "mou-page.h"

G_BEGIN_DECLS

#define MOU_TYPE_INSPECTOR (mou_inspector_get_type ())
G_DECLARE_FINAL_TYPE (MouInspector, mou_inspector, MOU, INSPECTOR, AdwBin)

void mou_inspector_set_document (MouInspector *self, MouDocument *document);
void mou_inspector_set_selection (MouInspector *self, MouSelection *selection);
/* Focuses the entry of a place that only the inspector shows (a definition, a gate, a variable); FALSE when it has none. */
gboolean mou_inspector_show_place (MouInspector *self, const MouPlace *place);
/* Writes what is being typed, before saving say; FALSE when it was refused and stands open with its reason. */
gboolean mou_inspector_commit_editing (MouInspector *self);

G_END_DECLS
