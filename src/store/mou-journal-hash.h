/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-journal-hash: the hash of one journal entry, built up as its lines come by.
 *
 * SHA-256 over the hash before it, its own fields and all its change lines, each written as "length:bytes" ("-" when absent), so
 * that no two histories have the same text. Callers: mou-journal-rows, mou-journal-chain. */
#pragma once

#include "mou-journal.h"

G_BEGIN_DECLS

typedef struct _MouJournalHash MouJournalHash;

/* entry->hash is not read. */
MouJournalHash *mou_journal_hash_new (const char *previous, const MouJournalEntry *entry, const char *kind) G_GNUC_WARN_UNUSED_RESULT;
void mou_journal_hash_free (MouJournalHash *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouJournalHash, mou_journal_hash_free)

void mou_journal_hash_add (MouJournalHash *self, const MouJournalChange *line);
/* 64 hexadecimal digits; nothing can be added afterwards. */
char *mou_journal_hash_finish (MouJournalHash *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
