/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge: what two people made of one register, brought together field by field.
 *
 * Rows are the same when they have one id: what was there when the two parted, `base`, tells a change from what was left alone.
 * Rows that both added under one key are taken for the same. What only one side changed is taken; where both changed the same to
 * something else there is a conflict, and the winner's is taken. The result obeys mou_register_validate whenever the registers do:
 * what cannot stand beside the rest goes back to the winner's, and is listed as a conflict too. Pure. Callers: mou-document. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

typedef enum { MOU_MERGE_MINE, MOU_MERGE_THEIRS } MouMergeSide;

/* Beside the indices of the entity's fields. */
#define MOU_CONFLICT_ROW (-1)   /* the row as a whole: one side has it not */
#define MOU_CONFLICT_PLACE (-2) /* where it stands among its siblings */

typedef struct {
  MouEntity entity;
  gint64 row;
  int field;
  MouRow *base, *mine, *theirs; /* NULL where there is no such row; theirs with the ids of mine */
} MouConflict;

typedef struct {
  GPtrArray *changes;   /* MouChange, to apply to mine */
  GPtrArray *conflicts; /* MouConflict; all of them were given to the winner in `changes` */
} MouMerge;

/* `base` NULL: the two have nothing in common but keys. Then every field that differs is a conflict, and nothing is taken for
 * deleted. */
MouMerge *mou_merge_registers (MouRegister *base, MouRegister *mine, MouRegister *theirs, MouMergeSide winner) G_GNUC_WARN_UNUSED_RESULT;
void mou_merge_free (MouMerge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouMerge, mou_merge_free)

G_END_DECLS
