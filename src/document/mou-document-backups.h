/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-backups: what the user's file was before it was replaced, and the way back to it.
 *
 * Before a document replaces a file that it has not written itself (so at the first save of each opening, and when it overwrites
 * somebody else's work), that file is copied byte for byte into the state directory. Kept are the ten newest, and of the older ones
 * one a week for a year's worth of weeks. When the copy cannot be made, as when the home directory is full, the register is saved all
 * the same, and mou_document_get_backup_problem tells. Callers: cli, ui. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

typedef struct {
  char *path;
  char *at; /* when it was made: ISO 8601, UTC */
  guint64 size;
  /* The last entry of its history; NULL when it has none, or when it is not a whole register. */
  char *last_at;
  char *author;
  char *label;
} MouRegisterBackup;

MouRegisterBackup *mou_register_backup_copy (const MouRegisterBackup *self) G_GNUC_WARN_UNUSED_RESULT;
void mou_register_backup_free (MouRegisterBackup *self);

/* MouRegisterBackup of the file at `path`, which need not exist any more, newest first. `state_dir` NULL: the user's. */
GPtrArray *mou_document_list_backups (const char *path, const char *state_dir) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the content of a backup that of the document, as one entry that undo takes back; the history stays the document's own. It
 * is not saved. MOU_DOCUMENT_ERROR when the backup is not a register, or damaged. (To look at one: mou_document_open_copy.) */
gboolean mou_document_restore_backup (MouDocument *self, const MouRegisterBackup *backup, GError **error);

G_END_DECLS
