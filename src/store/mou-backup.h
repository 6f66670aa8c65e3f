/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-backup: copies of users' files as they were before this program replaced them, in the state directory.
 *
 * One folder a target, backups/DIGITS/, named after the SHA-256 of its real path, so that it stays the same from one session to the
 * next and through links; a note in it says which target it is. A backup is the file byte for byte, 0600, and its name says when it
 * was made and what its SHA-256 is: 20261121T101502.123456Z-SHA256.mou. It is on the disk, read again and compared before it counts.
 * Callers: mou-document. */
#pragma once

#include "mou-intake.h"
#include "mou-journal.h"

G_BEGIN_DECLS

/* What is kept of one target: the newest ten; of those older than these the newest of each ISO week (UTC), for the newest 52 weeks
 * that have one. All others go whenever one is made. */
#define MOU_BACKUP_N_NEWEST 10
#define MOU_BACKUP_N_WEEKS 52

typedef struct {
  char *path;
  gint64 at_us; /* when it was made, microseconds since 1970 */
  guint64 size;
  char sha256[65];
} MouBackup;

void mou_backup_free (MouBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouBackup, mou_backup_free)

/* Copies `target` unless the newest backup is that very file already. A target that does not exist needs none, nor does one that is
 * not `expected` (NULL: whatever it is), since publishing refuses to replace that: neither is an error. MOU_STORE_ERROR_SYSTEM when
 * the copy cannot be made whole; nothing is left of it then. */
gboolean mou_backup_make (const char *state_dir, const char *target, const MouFileIdentity *expected, GError **error);
/* MouBackup of `target`, which need not exist any more, newest first. */
GPtrArray *mou_backup_list (const char *state_dir, const char *target) G_GNUC_WARN_UNUSED_RESULT;
/* The last entry of the history in it; NULL when it has none or is not a register of ours. */
MouJournalEntry *mou_backup_read_last_entry (const MouBackup *self) G_GNUC_WARN_UNUSED_RESULT;

/* mou-backup-retention.c: `times_us`, newest first: keeps[i] tells whether backup i stays. Pure. */
void mou_backup_choose (const gint64 *times_us, guint n_times, gboolean *keeps);

G_END_DECLS
