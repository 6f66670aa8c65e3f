/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge-private: a merge while it is made: align ids, merge rows, repair what does not stand together. mou-merge*.c only. */
#pragma once

#include "mou-merge.h"

G_BEGIN_DECLS

typedef struct {
  MouRegister *base; /* empty when there is none */
  MouRegister *mine;
  MouRegister *theirs; /* aligned */
  MouRegister *winner; /* mine or theirs */
  gboolean two_way;
  MouRegister *result;
  GPtrArray *conflicts;
  GHashTable *listed; /* "row/field" of the conflicts, each once */
} Merging;

/* A copy of theirs, in which rows that both added, and that are the same by their key or content, have the ids they have in mine. */
MouRegister *_mou_merge_align (MouRegister *base, MouRegister *mine, MouRegister *theirs, gboolean two_way) G_GNUC_WARN_UNUSED_RESULT;
void _mou_merge_add_conflict (Merging *self, gint64 row, int field);
/* Puts `row` (NULL: nothing) into the result in the place of what has its id there. */
void _mou_merge_put (Merging *self, gint64 id, MouRow *row);
/* Until no row of the result refers to one that is missing, has the key of its sibling, or is above itself. */
void _mou_merge_repair (Merging *self);

G_END_DECLS
