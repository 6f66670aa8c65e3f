/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge-private: a merge while it is made: align ids, sort out deletions, merge rows, repair what does not stand together.
 * mou-merge*.c only, and its test. */
#pragma once

#include "mou-merge.h"

G_BEGIN_DECLS

#define MOU_N_MERGE_SIDES 2

struct _MouMerge {
  MouRegister *base; /* empty when there is none */
  MouRegister *mine;
  MouRegister *theirs; /* aligned */
  gboolean two_way;
  GHashTable *origins; /* id of an aligned row (gint64 *) → its id in theirs (gint64 *), where they are not the same */
  /* By the side that deleted: id of the outermost row deleted (gint64 *) → MouChange of what the other did to it. Only of rows on
   * which the other did work. */
  GHashTable *work[MOU_N_MERGE_SIDES];

  MouMergeSide fallback;
  GPtrArray *conflicts;
  GHashTable *by_key; /* "row/field/beside" → MouConflict */

  /* Of the answers there are; `result` NULL: to be made. */
  MouRegister *result;
  GPtrArray *changes;
  GHashTable *fates; /* row id (gint64 *) → MouConflict that took something of the row out of the result */
  GHashTable *asked; /* set of MouConflict that came up */
};

MouRegister *_mou_merge_get_side (const MouMerge *self, MouMergeSide side);
MouMergeSide _mou_merge_get_other (MouMergeSide side);

/* A copy of theirs, in which rows that are the same as rows of mine by their key or content have the ids they have there. Fills
 * `origins` (gint64 * → gint64 *). */
MouRegister *_mou_merge_align (MouRegister *base, MouRegister *mine, MouRegister *theirs, gboolean two_way, GHashTable *origins)
    G_GNUC_WARN_UNUSED_RESULT;

/* The conflict of that key; it is listed when it is the first time. */
MouConflict *_mou_merge_ask (MouMerge *self, gint64 row, int field, int last, gint64 beside);
/* Whose stands, by the answer or by default. */
MouMergeSide _mou_merge_get_answer (const MouMerge *self, const MouConflict *conflict);

/* Finds what each side did to rows that the other deleted. Once, before anything is merged. */
void _mou_merge_find_work (MouMerge *self);
/* Whether a row of the base that `deleter` deleted, and the other has, stays. */
gboolean _mou_merge_survives (MouMerge *self, MouMergeSide deleter, gint64 id);
/* The conflict about a deleted row, or about one that it hangs on; NULL when the deletion is undisputed. */
MouConflict *_mou_merge_find_deletion (MouMerge *self, MouMergeSide deleter, gint64 id);

/* Puts `row` (NULL: nothing) into the result in the place of what has its id there. */
void _mou_merge_put (MouMerge *self, gint64 id, MouRow *row);
/* What becomes of a row that both have. */
MouRow *_mou_merge_combine (MouMerge *self, const MouRow *base, const MouRow *mine, const MouRow *theirs) G_GNUC_WARN_UNUSED_RESULT;
/* Until no row of the result refers to one that is missing, has the key of its sibling, or is above itself. */
void _mou_merge_repair (MouMerge *self);

G_END_DECLS
