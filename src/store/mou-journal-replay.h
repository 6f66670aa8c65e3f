/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-journal-replay: from the lines of an entry back to row changes, forwards or backwards.
 *
 * The lines of a change say what was and what became of each field; the row at hand must agree with them, or the replay fails:
 * a journal is never applied to rows it does not describe. Callers: mou-journal's undo and redo, mou-intake. */
#pragma once

#include "mou-journal.h"

G_BEGIN_DECLS

/* Receives each change in turn and must apply it to the register before it returns. */
typedef gboolean (*MouReplayApply) (const MouChange *change, gpointer data, GError **error);

/* `lines` (MouJournalChange) of one entry; `backwards` undoes them, last first. MOU_STORE_ERROR_INVALID when they do not fit. */
gboolean mou_journal_replay (MouRegister *reg, GPtrArray *lines, gboolean backwards, MouReplayApply apply, gpointer data, GError **error);

G_END_DECLS
