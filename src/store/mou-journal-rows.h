/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-journal-rows: journal entries and their lines in and out of the database. Works on a connection, before there is a store.
 *
 * Callers: the other files of store. */
#pragma once

#include "mou-hash.h"
#include "mou-journal.h"
#include "mou-sqlite.h"

G_BEGIN_DECLS

/* What stands before the first entry. */
#define MOU_JOURNAL_NO_HASH ""

const char *mou_entry_kind_to_text (MouEntryKind kind);
/* FALSE for a text that is none of them, NULL included. */
gboolean mou_entry_kind_parse (const char *text, MouEntryKind *kind);

/* The hash of an entry is over the hash before it, its own fields, and then each of its lines. */
void mou_journal_hash_entry (MouHash *hash, const char *previous, const MouJournalEntry *entry);
void mou_journal_hash_line (MouHash *hash, const MouJournalChange *line);

/* Computes entry->hash from `previous` and writes the entry and its lines; inside the caller's transaction. */
gboolean mou_journal_append (MouSqlite *db, MouJournalEntry *entry, GPtrArray *lines, const char *previous, GError **error);

/* MouJournalEntry of entries after `after`, oldest first; the newest `limit` of them, 0 for all. */
GPtrArray *mou_journal_read_entries (MouSqlite *db, gint64 after, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of the entries between `after` and `before`, which are not among them. */
GPtrArray *mou_journal_read_range (MouSqlite *db, gint64 after, gint64 before, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* From the first entry on, as far as they can be read; *whole tells whether that was to the end. */
GPtrArray *mou_journal_read_readable (MouSqlite *db, gboolean *whole) G_GNUC_WARN_UNUSED_RESULT;
/* MouJournalChange of one entry, in order. */
GPtrArray *mou_journal_read_lines (MouSqlite *db, gint64 entry, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same without a copy of each: for a history of many lines. `select` is made once, for all entries. */
typedef void (*MouJournalVisit) (const MouJournalChange *line, gpointer data);
MouStatement *mou_journal_prepare_visit (MouSqlite *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mou_journal_visit_lines (MouSqlite *db, MouStatement *select, gint64 entry, MouJournalVisit visit, gpointer data, GError **error);
/* A visit that adds a copy to an array of MouJournalChange. */
void mou_journal_collect_line (const MouJournalChange *line, gpointer lines);

/* MOU_STORE_ERROR_DAMAGED: the history does not hold together at `entry`. Always FALSE. */
gboolean mou_journal_refuse (MouSqlite *db, gint64 entry, GError **error);

G_END_DECLS
