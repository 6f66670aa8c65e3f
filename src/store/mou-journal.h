/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-journal: reads the history that edits have written, and undoes and redoes by it.
 *
 * Nothing is ever removed: an undo is an entry that names the one it undoes. What can be undone next follows from the entries
 * alone, so it survives closing. Callers: mou-document. */
#pragma once

#include "mou-edit.h"

G_BEGIN_DECLS

typedef struct {
  gint64 entry;
  char *at; /* ISO 8601, UTC */
  char *author;
  char *label;
  MouEntryKind kind;
  gint64 undoes; /* for UNDO the entry it undid, for REDO the one it did again; else 0 */
  char *hash;    /* of this entry, its changes and the hash before it: the chain */
} MouJournalEntry;

void mou_journal_entry_free (MouJournalEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouJournalEntry, mou_journal_entry_free)

/* One line of an entry, in terms of fields. */
typedef struct {
  MouEntity entity;
  gint64 row;
  char op;         /* 'i' inserted, 'u' updated, 'd' deleted */
  char *field;     /* key, "ordinal" or "parent" */
  char *old_value; /* NULL: absent */
  char *new_value;
} MouJournalChange;

void mou_journal_change_free (MouJournalChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouJournalChange, mou_journal_change_free)

/* MouJournalEntry, newest first; `limit` 0 means all. */
GPtrArray *mou_journal_list (MouStore *store, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* MouJournalChange of one entry, in order. */
GPtrArray *mou_journal_list_changes (MouStore *store, gint64 entry, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* MouJournalChange: the lines that say what `changes` (MouChange) did, one a field. */
GPtrArray *mou_journal_describe (GPtrArray *changes) G_GNUC_WARN_UNUSED_RESULT;
/* Recomputes the hash chain; FALSE with MOU_STORE_ERROR_DAMAGED naming the first entry that does not fit. */
gboolean mou_journal_verify (MouStore *store, GError **error);

/* The entry that undo or redo would act on, and its label (borrowed until the next edit); 0 when there is none. */
gint64 mou_journal_get_undoable (MouStore *store, const char **label);
gint64 mou_journal_get_redoable (MouStore *store, const char **label);
/* FALSE with an error, or with *entry 0 when there was nothing to do. */
gboolean mou_journal_undo (MouStore *store, const char *author, gint64 *entry, GError **error);
gboolean mou_journal_redo (MouStore *store, const char *author, gint64 *entry, GError **error);

G_END_DECLS
