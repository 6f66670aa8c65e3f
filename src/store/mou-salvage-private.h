/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of salvage share: mou-salvage.c (the whole), -pages (the copy is made to open), -read (the tables), -journal and -lines
 * (the history), -stand-in and -settle (what can stand), -write (the new register). Nobody else includes this. */
#pragma once

#include "mou-salvage.h"
#include "mou-sqlite.h"

G_BEGIN_DECLS

/* -pages: a connection to the private copy at `path`, whose header and schema are mended in place. `folder` is for scratch files,
 * `source` for messages. */
MouSqlite *_mou_salvage_open (const char *path, const char *folder, const char *source, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* -read: what the tables say, sound or not. */
typedef struct {
  MouRegister *rows;
  GHashTable *bad;   /* id (gint64 *) → mask of the fields that were not readable */
  GHashTable *known; /* id (gint64 *) → MouRow without values: rows that an index or another row tells of */
  gboolean broken[MOU_N_ENTITIES]; /* part of the table cannot be read */
  gboolean listed[MOU_N_ENTITIES]; /* `known` has all of its rows */
} MouSalvageTables;

MouSalvageTables *_mou_salvage_read (MouSqlite *db, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void _mou_salvage_tables_free (MouSalvageTables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouSalvageTables, _mou_salvage_tables_free)

/* -journal: the history up to the first fault, and what it leads to. */
typedef struct {
  GPtrArray *entries; /* MouJournalEntry, sound */
  MouRegister *rows;  /* after the last of them */
  gboolean whole;     /* the history ends there */
} MouSalvageJournal;

MouSalvageJournal *_mou_salvage_read_journal (MouSqlite *db, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void _mou_salvage_journal_free (MouSalvageJournal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouSalvageJournal, _mou_salvage_journal_free)

/* -lines: journal->rows and what can be read of the history beyond, sound or not. */
MouRegister *_mou_salvage_follow_lines (MouSqlite *db, const MouSalvageJournal *journal) G_GNUC_WARN_UNUSED_RESULT;

/* Notes: of `count` rows of one kind below one parent, which add up; and of one row. */
void _mou_salvage_note (MouSalvage *self, MouSalvageNoteKind kind, MouEntity entity, gint64 parent, guint count);
void _mou_salvage_note_row (MouSalvage *self, MouSalvageNoteKind kind, MouRow *row, int field, const char *reason);
/* The row is not in the new register, or will not be. */
void _mou_salvage_remember_gone (MouSalvage *self, MouRow *row);

/* -stand-in: puts rows that are not known in the place of those that could not be read and that others hang on. */
void _mou_salvage_stand_in (const MouSalvageTables *tables, MouRegister *rows);

/* What the required field `index` says in a row that is not known; NULL for an optional one, and where anything would be a lie. */
char *_mou_salvage_make_value (const MouRow *row, int index) G_GNUC_WARN_UNUSED_RESULT;
/* All rows, by entity and then by parent, so that what there is to say of them adds up. */
GPtrArray *_mou_salvage_list_rows (MouRegister *rows) G_GNUC_WARN_UNUSED_RESULT;
/* -settle: takes out of `rows` what cannot stand, with notes, until mou_register_validate passes. */
void _mou_salvage_settle (MouSalvage *self, MouRegister *rows);

/* -write: the new register: the history of `journal`, and then one entry that leads to `rows`. */
gboolean _mou_salvage_write (MouSalvage *self, MouSqlite *db, const MouSalvageJournal *journal, MouRegister *rows, const char *into,
                             const char *author, const char *label, GError **error);

G_END_DECLS
