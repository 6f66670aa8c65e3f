/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge-authors: who changed which field last, and when, since two histories parted. Private to src/document: merging. */
#pragma once

#include "mou-journal.h"

G_BEGIN_DECLS

typedef struct _MouMergeAuthors MouMergeAuthors;

/* Of the entries after `fork`. */
MouMergeAuthors *_mou_merge_authors_new (MouStore *store, gint64 fork, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void _mou_merge_authors_free (MouMergeAuthors *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouMergeAuthors, _mou_merge_authors_free)

/* The last entry that changed `field` of the row (its key, or "ordinal"; NULL: anything of it); NULL when there is none. Borrowed. */
const MouJournalEntry *_mou_merge_authors_find (MouMergeAuthors *self, gint64 row, const char *field);

G_END_DECLS
