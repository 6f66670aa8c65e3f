/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-lock-note: the file "lock" in the folder of a working copy, which says whose it is now.
 *
 * It names user, host, boot, process and when that process started. It is stale when the machine has booted since, or the
 * process is gone or is another one of the same number. Of another host nothing can be known: its lock holds. Caller:
 * mou-working-copy. */
#pragma once

#include "mou-store.h"

G_BEGIN_DECLS

/* Takes the lock of `folder`; MOU_STORE_ERROR_SYSTEM naming the holder when somebody has it. */
gboolean mou_lock_note_take (const char *folder, GError **error);
/* Only if it is this process's. */
void mou_lock_note_release (const char *folder);
/* Who has it, as "user, process 123 on host"; NULL when nobody does. */
char *mou_lock_note_dup_holder (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
