/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history-line: the lines of a journal entry as the history tells them. Private to the history and to restoring. */
#pragma once

#include "mou-history.h"
#include "mou-journal.h"

G_BEGIN_DECLS

/* The journal lines first .. end - 1, which make one sentence; `gone` as in mou-change-words. */
MouHistoryLine *mou_history_line_new (MouRegister *rows, GHashTable *gone, GPtrArray *lines, guint first, guint end, guint number)
    G_GNUC_WARN_UNUSED_RESULT;
/* The journal lines of sentence `number`, from 1; FALSE when the entry has no such sentence. */
gboolean mou_history_line_find (GPtrArray *lines, guint number, guint *first, guint *end);
/* Whether restoring what is said there would change something. */
gboolean mou_history_line_is_restorable (MouRegister *rows, GPtrArray *lines, guint first, guint end);

G_END_DECLS
