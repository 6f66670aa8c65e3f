/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge-proposal: what somebody else made of the register, before it is brought in.
 *
 * It says what comes in without a question, asks where both changed the same, takes the answers one by one or for all, and shows
 * what the checks would find; nothing is changed until it is applied, as one entry that can be undone. It works beside edits that
 * are not saved yet, and keeps what it compared: what happens to either document later does not get into it, and a proposal for a
 * register that changed meanwhile is not applied. Signal "changed": after an answer. Callers: cli, ui. */
#pragma once

#include "mou-document.h"
#include "mou-merge.h"

G_BEGIN_DECLS

/* One thing that both changed, in words; long values are whole. */
typedef struct {
  char *agreement;               /* "กปน./2567"; NULL for what is beside the agreements */
  char *place;                   /* "1.1 โครงการ…" */
  char *field;                   /* "weight"; NULL: the row as a whole */
  char *base, *mine, *theirs;    /* values; of a whole row that it is deleted, or a line for each thing that was done to it */
  char *mine_author, *mine_at;   /* who changed it last since the two parted, and when (ISO 8601, UTC); NULL when the histories do not */
  char *theirs_author, *theirs_at; /* say */
  char *reason;                  /* why both cannot be had, where that does not go without saying; NULL */

  gboolean answered;
  MouMergeSide answer;
  MouMergeSide taken;   /* what the result has */
  gboolean overruled;   /* answered, but the other answers leave no room for it */
  gboolean forced;      /* no question: it cannot stand beside the rest */
  gboolean moot;        /* other answers have made it no question any more: not to be shown */
} MouMergeConflict;

#define MOU_TYPE_MERGE_PROPOSAL (mou_merge_proposal_get_type ())
G_DECLARE_FINAL_TYPE (MouMergeProposal, mou_merge_proposal, MOU, MERGE_PROPOSAL, GObject)

/* What both had: the register at the last entry that both histories have, or `base` when that is not NULL. Where there is neither,
 * rows are matched by their ids and keys, what only one of the two has is taken, and nothing is taken for deleted. `source` names
 * the other one in the entry's label. */
MouMergeProposal *mou_merge_proposal_new (MouDocument *document, MouDocument *other, MouDocument *base, const char *source, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
const char *mou_merge_proposal_get_source (MouMergeProposal *self);
/* Whether it is known what both had. */
gboolean mou_merge_proposal_get_has_base (MouMergeProposal *self);

/* MouMergeConflict, borrowed; an answer may add to the list, but nothing in it moves or goes. */
GPtrArray *mou_merge_proposal_get_conflicts (MouMergeProposal *self);
/* MouDifference, of what comes in whatever the answers are. */
GPtrArray *mou_merge_proposal_get_incoming (MouMergeProposal *self);

void mou_merge_proposal_answer (MouMergeProposal *self, guint conflict, MouMergeSide side);
/* Those that are answered as well, and those that may still come up. */
void mou_merge_proposal_answer_all (MouMergeProposal *self, MouMergeSide side);

/* Conflicts that wait for an answer. */
guint mou_merge_proposal_get_n_open (MouMergeProposal *self);
/* Rows that would change, with mine in the place of missing answers. */
guint mou_merge_proposal_get_n_changes (MouMergeProposal *self);
/* MouFinding of errors and warnings that the checks would have after it and have not now; borrowed until the next answer. */
GPtrArray *mou_merge_proposal_get_findings (MouMergeProposal *self);

/* MOU_DOCUMENT_ERROR_INVALID, and nothing is changed, while there are open conflicts, when the document has changed since the
 * proposal was made, or when it is of a signed agreement. Without changes it makes no entry. */
gboolean mou_merge_proposal_apply (MouMergeProposal *self, GError **error);

G_END_DECLS
