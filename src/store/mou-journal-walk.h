/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-journal-walk: a long journal piece by piece, newest entry first, and what it says of one field. Read-only.
 *
 * A walk holds statements of the store open: it is made for a few entries and freed before the store changes. Callers: mou-document's
 * history, restoring and seals, mou-journal-past, mou-journal-fork. */
#pragma once

#include "mou-journal.h"

G_BEGIN_DECLS

typedef struct _MouJournalWalk MouJournalWalk;

/* Begins at the entry before `before`; 0: at the last one. */
MouJournalWalk *mou_journal_walk_new (MouStore *store, gint64 before, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mou_journal_walk_free (MouJournalWalk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouJournalWalk, mou_journal_walk_free)
/* The next older entry with its lines (MouJournalChange), both owned; FALSE with an error, or with *entry NULL at the end. */
gboolean mou_journal_walk_next (MouJournalWalk *self, MouJournalEntry **entry, GPtrArray **lines, GError **error);

typedef struct {
  gint64 entry;
  char *value;
} MouJournalStanding;

void mou_journal_standing_free (MouJournalStanding *self);
/* MouJournalStanding, oldest first: what a field became, by entries that stand: undos, redos and what is undone now are not among
 * them. */
GPtrArray *mou_journal_list_standing (MouStore *store, MouEntity entity, gint64 row, const char *field, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The last entry that deleted the row, undone or not; 0 when none did. */
gint64 mou_journal_find_deletion (MouStore *store, gint64 row);
/* The authors (char *) of all entries, the one of the newest entry first. */
GPtrArray *mou_journal_list_authors (MouStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
