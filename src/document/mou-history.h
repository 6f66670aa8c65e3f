/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history: the journal in words a planner understands, newest first. Read-only. */
#pragma once

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

G_END_DECLS
