/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-schema: is the schema of this file, byte for byte, the one our migrations make?
 *
 * SQLite's own checks evaluate the CHECK and index expressions they find, so this comparison must come before them. It leaves
 * no place for a trigger, a view, a virtual table or an expression of somebody else. Callers: mou-intake, mou-intake-newer, mou-salvage,
 * mou-backup. */
#pragma once

#include "mou-sqlite.h"

G_BEGIN_DECLS

/* MOU_STORE_ERROR_REFUSED naming the first object that is foreign, missing or different. */
gboolean mou_schema_check (MouSqlite *db, int version, GError **error);
/* TRUE when there are objects that this version has not; FALSE as well when the schema cannot be read. */
gboolean mou_schema_has_foreign_objects (MouSqlite *db, int version);
/* For a file of a newer version: all our tables and columns are there, and there is no code: nothing but tables and indices. */
gboolean mou_schema_check_newer (MouSqlite *db, GError **error);

G_END_DECLS
