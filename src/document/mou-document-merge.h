/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-merge: brings what somebody else made of the register into it. Callers: cli, ui. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

/* What to do where both sides changed the same. */
typedef enum { MOU_MERGE_POLICY_ASK, MOU_MERGE_POLICY_MINE, MOU_MERGE_POLICY_THEIRS } MouMergePolicy;

/* One thing that both changed, in words. */
typedef struct {
  char *agreement;            /* "กปน./2567"; NULL for what is beside the agreements */
  char *place;                /* "1.1 โครงการ…" */
  char *field;                /* "weight"; NULL: the row as a whole */
  char *base, *mine, *theirs; /* values; of a whole row what it says, or that it is deleted */
} MouMergeConflict;

void mou_merge_conflict_free (MouMergeConflict *self);

/* What `other` has that differs from what both had comes in as one entry that can be undone; an empty merge makes none. What both
 * had: the register at the last entry that both histories have, or `base` when that is not NULL. Where there is neither, rows are
 * matched by their keys, every field that differs is a conflict, and nothing is taken for deleted.
 *
 * *conflicts: MouMergeConflict. With ASK and any of them nothing is changed, and that is no error; with another policy all of them
 * went to that side. *n_changes (may be NULL): how many rows changed, or would if mine were taken. `source` names the other one in
 * the entry's label. */
gboolean mou_document_merge (MouDocument *self, MouDocument *other, MouDocument *base, MouMergePolicy policy, const char *source,
                             GPtrArray **conflicts, guint *n_changes, GError **error);

G_END_DECLS
