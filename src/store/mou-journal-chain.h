/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-journal-chain: journal entries in and out of the database, and the hash chain that holds them together.
 *
 * The hash of an entry is SHA-256 over the hash before it, its own fields and all its change rows, each written as
 * "length:bytes" ("-" when absent), so that no two histories have the same text. Works on a connection, before there is a
 * store. Callers: mou-edit, mou-journal, mou-store, mou-intake. */
#pragma once

#include "mou-journal.h"
#include "mou-sqlite.h"
#include "mou-undo-state.h"

G_BEGIN_DECLS

/* What stands before the first entry. */
#define MOU_JOURNAL_NO_HASH ""

/* "edit", "undo", …; FALSE when `text` is none of them. */
const char *mou_entry_kind_to_text (MouEntryKind kind);
gboolean mou_entry_kind_from_text (const char *text, MouEntryKind *kind);

/* MouJournalChange: the lines that say what `changes` (MouChange) did, one a field. */
GPtrArray *mou_journal_describe (GPtrArray *changes) G_GNUC_WARN_UNUSED_RESULT;
/* Computes entry->hash from `previous` and writes the entry and its lines; inside the caller's transaction. */
gboolean mou_journal_append (MouSqlite *db, MouJournalEntry *entry, GPtrArray *lines, const char *previous, GError **error);
/* MouJournalChange of one entry, in order. */
GPtrArray *mou_journal_read_lines (MouSqlite *db, gint64 entry, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* MouJournalEntry of entries after `after`, oldest first; the newest `limit` of them, 0 for all. */
GPtrArray *mou_journal_read_entries (MouSqlite *db, gint64 after, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Recomputes the whole chain: entries count from 1 without a gap, every hash fits, every undo names what was next. */
gboolean mou_journal_check_chain (MouSqlite *db, GError **error);

G_END_DECLS
