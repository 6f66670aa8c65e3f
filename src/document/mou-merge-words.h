/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge-words: the conflicts of a merge in words. Private to src/document: merging. */
#pragma once

#include "mou-merge-authors.h"
#include "mou-merge-proposal.h"

G_BEGIN_DECLS

typedef struct {
  MouMerge *merge;
  gboolean has_base;
  MouRegister *mine;
  GHashTable *others; /* as `gone` of mou-change-words: rows that mine has not */
  MouMergeAuthors *authors_mine, *authors_theirs; /* NULL: nothing is known */
} MouMergeNames;

GHashTable *_mou_merge_words_list_others (MouRegister *base, MouMerge *merge) G_GNUC_WARN_UNUSED_RESULT;
MouMergeConflict *_mou_merge_words_new (const MouMergeNames *names, const MouConflict *conflict) G_GNUC_WARN_UNUSED_RESULT;
void _mou_merge_words_free (MouMergeConflict *self);
/* What the answers have made of it since. */
void _mou_merge_words_update (MouMergeConflict *self, const MouConflict *conflict);

G_END_DECLS
