/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-intake-database: every check that needs SQLite, on a file of ours that nobody else writes to: a copy, a working copy, a
 * file about to be published. Callers: mou-intake, mou-intake-newer, mou-publish. */
#pragma once

#include "mou-sqlite.h"

G_BEGIN_DECLS

/* Nothing is written. `version` is what the header says; `shown_name` is for messages. The rows of a file that passes, NULL with an
 * error otherwise. */
MouRegister *mou_intake_read_database (const char *path, int version, const char *shown_name, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* For whoever knows what else to check: a connection within the same budget, and the proofs that SQLite makes itself. */
MouSqlite *mou_intake_connect (const char *path, const char *shown_name, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mou_intake_check_structure (MouSqlite *db, GError **error);

G_END_DECLS
