/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history-search: those entries of the history that somebody looks for, found a piece at a time, so that a window can show the first
 * of a hundred thousand at once and look through the rest while it is idle.
 *
 * A search tells of the journal as it was when it began: after a change of the document begin another. It holds a reference of the
 * document, which must not be closed before it is freed. Callers: cli, ui, tests, mou-history. */
#pragma once

#include "mou-history.h"

G_BEGIN_DECLS

/* What an entry must have; all that is 0 or NULL asks nothing. */
typedef struct {
  gint64 row;                 /* a line about this row, a row below it, or one that refers to such: results of an indicator */
  const char *const *authors; /* exactly one of these names; NULL-terminated */
  const char *since, *until;  /* moments as in `at`: from this one on, before that one */
  const char *search;         /* text in label, author, lines or whole values, folded as by mou_thai_search_key */
  guint kinds;                /* 1 << MouHistoryKind */
  gboolean standing;          /* no undos, no redos, nothing that is undone */
  gint64 after;               /* entries after this one */
} MouHistoryFilter;

typedef struct _MouHistorySearch MouHistorySearch;

/* Copies the filter. */
MouHistorySearch *mou_history_search_new (MouDocument *document, const MouHistoryFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
void mou_history_search_free (MouHistorySearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouHistorySearch, mou_history_search_free)

/* Goes on until `found` has `limit` entries (0: no bound), or some `effort` journal lines were looked at (0: no bound). MouHistoryEntry
 * are appended to `found`, newest first. */
gboolean mou_history_search_continue (MouHistorySearch *self, guint limit, guint effort, GPtrArray *found, GError **error);
/* TRUE when there is nothing left to look at. */
gboolean mou_history_search_is_over (MouHistorySearch *self);

/* All at once: MouHistoryEntry, `limit` 0: all. */
GPtrArray *mou_document_search_history (MouDocument *self, const MouHistoryFilter *filter, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The moment at which a day ("2026-11-21", "2569-11-21", Thai digits) begins in the local time zone, `days` later; NULL with a sentence. */
char *mou_history_parse_day (const char *text, int days, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
