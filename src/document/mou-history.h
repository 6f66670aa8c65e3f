/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history: the journal in words a planner understands, newest first. Read-only. */
#pragma once

#include "mou-compare.h"
#include "mou-document.h"

G_BEGIN_DECLS

typedef struct {
  gint64 entry;
  char *at; /* ISO 8601, UTC */
  char *author;
  char *label;
  gboolean is_undo, is_redo; /* it took back, or did again, the entry that its label names */
  gboolean undone; /* and not done again since */
  gboolean undo_next, redo_next; /* what undo, or redo, would act on now */
  char **lines;    /* "1.1 โครงการ…: weight 10 → 12", one a field; rows that are gone go by the name they had */
} MouHistoryEntry;

void mou_history_entry_free (MouHistoryEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouHistoryEntry, mou_history_entry_free)
/* MouHistoryEntry; `limit` 0: all. Long values are shortened, and an entry has some 200 lines at most. */
GPtrArray *mou_document_list_history (MouDocument *self, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The last entry by which the agreement became signed (or was taken over as signed or evaluated) and which has not been undone; 0 when
 * it never was. An agreement that is open again now was signed nevertheless. It looks through the whole journal. */
gint64 mou_document_get_signed_entry (MouDocument *self, gint64 agreement);
/* The last entry that is in the file; 0 when there is no file yet. */
gint64 mou_document_get_saved_entry (MouDocument *self);
/* MouDifference: what differs in the agreement (0: in the whole register) between what it was after `entry` and now; what was changed
 * back does not. MOU_DOCUMENT_ERROR_INVALID when there is no such entry. */
GPtrArray *mou_document_list_changes_since (MouDocument *self, gint64 agreement, gint64 entry, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
