/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-change-words: the lines of a change as sentences a planner understands, in the words of the tables and the names of the rows.
 *
 * `rows` is the register after the changes, `gone` holds rows that are no longer in it. Pure. Private to src/document: the history,
 * the comparison of two registers, and merging speak through it. */
#pragma once

#include "mou-journal.h"

G_BEGIN_DECLS

/* Row id (gint64 *) → MouRow, both owned. */
GHashTable *mou_change_words_new_gone (void) G_GNUC_WARN_UNUSED_RESULT;
/* Adds the rows that `lines` (MouJournalChange) delete: before their sentences are made, since parents are deleted last. */
void mou_change_words_remember (GHashTable *gone, GPtrArray *lines);

/* The lines first .. end - 1 make one sentence: all of an insertion or deletion, one of an update. */
guint mou_change_words_find_end (GPtrArray *lines, guint first);
/* "1.1 โครงการ…: weight 10 → 12", "level 4 of 2.4 added: 12". */
char *mou_change_words_dup_sentence (MouRegister *rows, GHashTable *gone, GPtrArray *lines, guint first, guint end) G_GNUC_WARN_UNUSED_RESULT;
/* A value as it stands in a sentence, shortened; NULL is "(blank)". */
char *mou_change_words_dup_value (MouRegister *rows, GHashTable *gone, const MouField *field, const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* mou_row_name, and of an indicator its title beside the code. */
char *mou_change_words_dup_name (MouRegister *rows, GHashTable *gone, gint64 row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
