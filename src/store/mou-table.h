/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-table: rows in and out of the database, by SQL generated from the field tables.
 *
 * Column names are quoted: "group", "from", "to" and "end" are among them. Callers: mou-store, mou-edit, mou-intake. */
#pragma once

#include "mou-register.h"
#include "mou-sqlite.h"

G_BEGIN_DECLS

/* The prepared statements of one connection, made when first needed. */
typedef struct _MouTables MouTables;

MouTables *mou_tables_new (MouSqlite *db) G_GNUC_WARN_UNUSED_RESULT;
void mou_tables_free (MouTables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouTables, mou_tables_free)

/* Inserts, updates or deletes exactly one row; finding another number of rows is an error. */
gboolean mou_tables_write (MouTables *self, const MouChange *change, GError **error);
/* Inserts every row of a register. */
gboolean mou_tables_write_all (MouTables *self, MouRegister *rows, GError **error);
/* All rows, into an empty register; the schema, of whatever version, has been checked. */
gboolean mou_tables_load (MouSqlite *db, MouRegister *into, GError **error);

G_END_DECLS
