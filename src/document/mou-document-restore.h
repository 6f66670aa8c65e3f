/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-restore: one value, or one deleted row, comes back from the history, as an edit of its own that can be undone.
 *
 * The history stays as it is; what else the entry did is left alone. Callers: ui, cli, tests. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

/* What line `line` (from 1; see MouHistoryLine) of `entry` says there was before: the former value of the field, or the deleted row with
 * all that went with it in that entry and can stand now. MOU_DOCUMENT_ERROR_INVALID with a sentence when it cannot be: the row of a value
 * is gone, what a row hung on is gone, the value or the row is not allowed any more, or the line says nothing that could come back. A
 * value that is there already succeeds without an entry. */
gboolean mou_document_restore (MouDocument *self, gint64 entry, guint line, GError **error);

G_END_DECLS
