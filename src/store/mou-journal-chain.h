/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-journal-chain: is the history in a file the one that was written? Callers: mou-journal, mou-intake-database. */
#pragma once

#include "mou-sqlite.h"

G_BEGIN_DECLS

/* Recomputes the whole chain: entries count from 1 without a gap, every hash fits, every undo names what was next. */
gboolean mou_journal_check_chain (MouSqlite *db, GError **error);

G_END_DECLS
