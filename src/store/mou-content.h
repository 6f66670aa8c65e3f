/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-content: the hash that meta keeps of the content, with the journal entry up to which it holds.
 *
 * SQLite's checks let most single-bit changes of data pass; this does not. It is over the rows as they are stored, ids and places
 * included: the canonical text of mou-canon leaves those out, and an undo needs them. Hashing costs as much as the register is
 * long, too much for every edit, so it is written when the register is published. For the entries since then the journal stands
 * in: rolled back over their lines, the content must have that hash again. Callers: mou-publish, mou-intake, mou-salvage. */
#pragma once

#include "mou-register.h"
#include "mou-sqlite.h"

G_BEGIN_DECLS

/* Notes the hash of `reg`, which is the content after `entry`. */
gboolean mou_content_stamp (MouSqlite *db, MouRegister *reg, gint64 entry, GError **error);
/* Notes, durably, the SHA-256 of the file that is about to become the user's: a crash may come between that and the note of the
 * working copy. A stamp forgets it, so it is never in a file that is published. dup: NULL when there is none. */
gboolean mou_content_note_published (MouSqlite *db, const char *sha256, GError **error);
char *mou_content_dup_published (MouSqlite *db) G_GNUC_WARN_UNUSED_RESULT;
/* MOU_STORE_ERROR_DAMAGED when `reg`, read from `db`, is not what the journal led to. */
gboolean mou_content_check (MouSqlite *db, MouRegister *reg, GError **error);
/* TRUE when `reg` has the very hash that `db` was stamped with, whatever its journal says. */
gboolean mou_content_is_stamped (MouSqlite *db, MouRegister *reg);

G_END_DECLS
