/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-undo-state: which entries can be undone and redone next, as it follows from the journal alone.
 *
 * An edit goes on the undo stack and empties the redo stack; undo moves the top across, redo moves it back. Replaying all
 * entries at open gives the same state that the session had when it ended. Callers: mou-store, mou-edit, mou-journal. */
#pragma once

#include "mou-edit.h"

G_BEGIN_DECLS

typedef struct _MouUndoState MouUndoState;

MouUndoState *mou_undo_state_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mou_undo_state_free (MouUndoState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouUndoState, mou_undo_state_free)

/* FALSE, and nothing changed, when an UNDO or REDO names an entry that is not next. */
gboolean mou_undo_state_add (MouUndoState *self, gint64 entry, MouEntryKind kind, gint64 undoes, const char *label);
/* 0 when there is none; the label is borrowed until the next add. */
gint64 mou_undo_state_get_undoable (MouUndoState *self, const char **label);
gint64 mou_undo_state_get_redoable (MouUndoState *self, const char **label);

G_END_DECLS
