/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history: the journal in words a planner understands, newest first: as a list, filtered, and as what differs since an entry.
 *
 * Read-only; mou-document-restore brings something of it back. Rows go by the names they have now; rows that are gone by the names they
 * had. Callers: cli, ui, tests. */
#pragma once

#include "mou-compare.h"
#include "mou-document.h"

G_BEGIN_DECLS

typedef enum {
  MOU_HISTORY_EDIT,
  MOU_HISTORY_UNDO,
  MOU_HISTORY_REDO,
  MOU_HISTORY_IMPORT,
  MOU_HISTORY_MERGE,
  MOU_HISTORY_STATUS, /* proposing, agreeing, signing, opening again */
  MOU_N_HISTORY_KINDS
} MouHistoryKind;

/* One field of one row, or a row that came or went. */
typedef struct {
  guint number; /* in its entry, from 1: with it the line is restored */
  MouDifferenceKind kind;
  MouEntity entity;
  gint64 row;
  gint64 indicator, agreement; /* what the row is, hangs below or refers to; 0: none */
  const MouField *field;       /* CHANGED: NULL when the row only got another place among its siblings */
  char *before, *after;        /* CHANGED: of the field, as stored; NULL: absent */
  char *before_words, *after_words; /* the same as people read them, shortened; NULL without a field */
  char *place; /* "level 4 of 2.4" */
  char *text;  /* all of it: "1.1 โครงการ…: weight 10 → 12" */
  gboolean restorable; /* mou_document_restore would change something: the value is another one now, the row is gone */
} MouHistoryLine;

void mou_history_line_free (MouHistoryLine *line);

typedef struct {
  gint64 entry;
  MouHistoryKind kind;
  char *at; /* ISO 8601, UTC */
  char *author;
  char *label;
  gint64 undoes; /* UNDO, REDO: the entry it took back, or did again, which its label names; else 0 */
  gboolean is_undo, is_redo;
  gboolean undone; /* and not done again since */
  gboolean undo_next, redo_next; /* what undo, or redo, would act on now */
  GPtrArray *details; /* MouHistoryLine, 200 at most; of a history of one row only what concerns that row */
  guint n_more;       /* lines left out because there are too many */
  guint n_elsewhere;  /* lines that do not concern the row asked for */
  char **lines;       /* the texts of `details`, and a last one that says how many are left out */
} MouHistoryEntry;

void mou_history_entry_free (MouHistoryEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouHistoryEntry, mou_history_entry_free)
/* MouHistoryEntry; `limit` 0: all. Long values are shortened. */
GPtrArray *mou_document_list_history (MouDocument *self, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The names (char *) of all who have changed something, the latest first. */
GPtrArray *mou_document_list_authors (MouDocument *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The day of a moment (`at`) in the local time zone, as people of the interface's language write it. */
char *mou_history_dup_day (const char *at, gboolean thai_digits) G_GNUC_WARN_UNUSED_RESULT;
/* The moment itself, for where there is little room: "2026-11-21 10:15", local time. */
char *mou_history_dup_moment (const char *at) G_GNUC_WARN_UNUSED_RESULT;
/* "2026-11-21" of a day as people type it: 21/11/2569 or 2026-11-21, of either era, in digits of either kind; NULL when it is no day. */
char *mou_history_dup_iso_day (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The last entry by which the agreement became signed (or was taken over as signed or evaluated) and which has not been undone; 0 when
 * it never was. An agreement that is open again now was signed nevertheless. It looks through the whole journal. */
gint64 mou_document_get_signed_entry (MouDocument *self, gint64 agreement);
/* The last entry that is in the file; 0 when there is no file yet. */
gint64 mou_document_get_saved_entry (MouDocument *self);
/* MouDifference: what differs in the agreement (0: in the whole register) between what it was after `entry` and now; what was changed
 * back does not. MOU_DOCUMENT_ERROR_INVALID when there is no such entry. */
GPtrArray *mou_document_list_changes_since (MouDocument *self, gint64 agreement, gint64 entry, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
