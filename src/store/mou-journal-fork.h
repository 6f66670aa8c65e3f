/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-journal-fork: where the histories of two registers part, and what the register was there. Callers: mou-document's merge. */
#pragma once

#include "mou-journal.h"

G_BEGIN_DECLS

/* *entry: the last entry that both histories have, told by its hash, which covers all before it; 0 when they share none. */
gboolean mou_journal_find_fork (MouStore *a, MouStore *b, gint64 *entry, GError **error);
/* The register as it was after `entry`: every later entry is undone in memory. Nothing is written. */
MouRegister *mou_journal_rewind (MouStore *store, gint64 entry, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
