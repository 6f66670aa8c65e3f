/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge: what two people made of one register, brought together field by field.
 *
 * Rows are the same when they have one id: what was there when the two parted, `base`, tells a change from what was left alone.
 * Rows that both added under one key are taken for the same. What only one side changed is taken; where both changed the same to
 * something else, where one deleted what the other worked on, and where what the two did cannot stand together there is a conflict,
 * to be answered one by one. The result obeys mou_register_validate whenever the registers do, whatever the answers: one that the
 * rest leaves no room for is overruled, and says so. Keeps copies of the registers. Pure. Callers: mou-document. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

typedef enum { MOU_MERGE_MINE, MOU_MERGE_THEIRS } MouMergeSide;

/* Beside the indices of the entity's fields. */
#define MOU_CONFLICT_ROW (-1)   /* the row as a whole */
#define MOU_CONFLICT_PLACE (-2) /* where it stands among its siblings */

typedef struct {
  MouEntity entity;
  gint64 row;                  /* as mine calls it */
  gint64 beside;               /* 0, or: the two changed rows cannot stand together, theirs of `row` and mine of this one */
  int field, last;             /* fields that say one thing together; ROW or PLACE */
  MouRow *base, *mine, *theirs; /* NULL where there is no such row; theirs with the ids of mine */
  GPtrArray *work;             /* MouChange; ROW that one side deleted: what the other did to it and to what hangs on it. Else NULL */

  gboolean answered;
  MouMergeSide answer;
  MouMergeSide taken;          /* what the result has; of one that is not answered the default's, where that can stand */
  gboolean forced;             /* no question: what one side did could not stand beside the rest, whatever the answers */
  gboolean moot;               /* other answers have made it no question any more */
} MouConflict;

typedef struct _MouMerge MouMerge;

/* `base` NULL: the two have nothing in common but ids and keys. Then what only one has is taken, and what both have with different
 * contents is a conflict. */
MouMerge *mou_merge_new (MouRegister *base, MouRegister *mine, MouRegister *theirs) G_GNUC_WARN_UNUSED_RESULT;
void mou_merge_free (MouMerge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouMerge, mou_merge_free)

/* Whose stands where there is no answer; mine at first. */
void mou_merge_set_default (MouMerge *self, MouMergeSide side);
void mou_merge_answer (MouMerge *self, guint conflict, MouMergeSide side);

/* With the answers there are. MouConflict, borrowed; answers add to the list, but nothing in it moves or goes. */
GPtrArray *mou_merge_get_conflicts (MouMerge *self);
/* MouChange, to apply to mine, in an order that can be applied; borrowed until the next answer. */
GPtrArray *mou_merge_get_changes (MouMerge *self);
/* What comes of it; borrowed until the next answer. */
MouRegister *mou_merge_get_result (MouMerge *self);

/* Theirs with the ids of mine; borrowed. */
MouRegister *mou_merge_get_theirs (MouMerge *self);
/* What theirs calls the row that mine, and the result, call `row`. */
gint64 mou_merge_get_their_id (MouMerge *self, gint64 row);

G_END_DECLS
