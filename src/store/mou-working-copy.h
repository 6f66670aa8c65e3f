/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-working-copy: the folder in the state directory where the copies of open registers live, and what a crash left there.
 *
 * One folder a copy: register.mou, a note of the target and of its identity, and a lock note (user, host, pid, boot id, time).
 * A lock is stale when its pid is dead or the boot id differs. The folder is 0700. */
#pragma once

#include "mou-intake.h"

G_BEGIN_DECLS

typedef struct _MouWorkingCopy MouWorkingCopy;

/* `state_dir` NULL: g_get_user_state_dir () / mou-scorecard. A new, locked, empty folder for `target` (NULL: not saved yet). */
MouWorkingCopy *mou_working_copy_new (const char *state_dir, const char *target, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Takes over a folder that list_abandoned named. */
MouWorkingCopy *mou_working_copy_adopt (const char *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Releases the lock; the folder stays unless discard was called. */
void mou_working_copy_free (MouWorkingCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouWorkingCopy, mou_working_copy_free)

/* Where register.mou is or will be; borrowed. */
const char *mou_working_copy_get_path (MouWorkingCopy *self);
/* The state directory it is in. */
char *mou_working_copy_dup_state_dir (MouWorkingCopy *self) G_GNUC_WARN_UNUSED_RESULT;
/* NULL when never saved. */
const char *mou_working_copy_get_target (MouWorkingCopy *self);
const MouFileIdentity *mou_working_copy_get_identity (MouWorkingCopy *self);
/* Remembers, durably, that entry `entry` is what the target now holds. */
gboolean mou_working_copy_note_saved (MouWorkingCopy *self, const char *target, const MouFileIdentity *identity, gint64 entry, GError **error);
gint64 mou_working_copy_get_saved_entry (MouWorkingCopy *self);
void mou_working_copy_discard (MouWorkingCopy *self);

typedef struct {
  char *folder;
  char *target; /* NULL when never saved */
  char *modified; /* ISO 8601, UTC */
  guint unsaved;  /* journal entries since the last save */
} MouAbandonedCopy;

void mou_abandoned_copy_free (MouAbandonedCopy *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouAbandonedCopy, mou_abandoned_copy_free)
/* MouAbandonedCopy of dead processes with unsaved entries, newest first; folders without any are removed on the way. */
GPtrArray *mou_working_copy_list_abandoned (const char *state_dir) G_GNUC_WARN_UNUSED_RESULT;
/* The pid and user that hold `target` open now, for a sentence; FALSE when nobody does. */
gboolean mou_working_copy_find_holder (const char *state_dir, const char *target, char **holder);
/* The same of a copy's own target, the copy itself not counted. */
gboolean mou_working_copy_find_other_holder (MouWorkingCopy *self, char **holder);

G_END_DECLS
