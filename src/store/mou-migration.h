/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-migration: the numbered SQL files that lead from one schema version to the next.
 *
 * One transaction a step, user_version set inside it, so a file is always wholly at one version. Only working copies are ever
 * migrated; the user's file is the backup until the next save replaces it. Callers: the other files of
 * store. */
#pragma once

#include "mou-sqlite.h"

G_BEGIN_DECLS

#define MOU_FILE_FORMAT_ID 0x4D4F5531 /* "MOU1" */
#define MOU_SCHEMA_VERSION 2

/* From version `from` (0: an empty database) to `to`. */
gboolean mou_migration_run (MouSqlite *db, int from, int to, GError **error);

G_END_DECLS
