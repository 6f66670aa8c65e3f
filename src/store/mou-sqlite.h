/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sqlite: a hardened SQLite connection, its statements and its errors (reliability.md section 2).
 *
 * The only file that includes sqlite3.h. Every connection has the same limits and switches, whatever it is opened for. Errors are
 * MOU_STORE_ERROR sentences that name the file as the user knows it. Callers: the other files of store. */
#pragma once

#include "mou-store.h"

G_BEGIN_DECLS

typedef enum {
  MOU_SQLITE_CHECK,  /* an existing file, of which nothing is changed */
  MOU_SQLITE_WRITE,  /* an existing file */
  MOU_SQLITE_CREATE, /* a new file, or one of no bytes */
  MOU_SQLITE_MEMORY, /* no file: to hold a schema for comparison */
} MouSqliteMode;

typedef struct _MouSqlite MouSqlite;
typedef struct _MouStatement MouStatement;

/* `shown_name` is what error messages call the file; NULL: `path`. */
MouSqlite *mou_sqlite_open (const char *path, MouSqliteMode mode, const char *shown_name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mou_sqlite_free (MouSqlite *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouSqlite, mou_sqlite_free)

const char *mou_sqlite_get_shown_name (MouSqlite *self);

/* From here on DDL, ATTACH and all PRAGMAs but the checking ones are refused. */
void mou_sqlite_forbid_schema_changes (MouSqlite *self);
/* Stops statements after about `instructions` steps of SQLite's machine (0: no bound) or when `cancellable` (may be NULL) is
 * cancelled. The budget is for all that follows, not for each statement. */
void mou_sqlite_set_budget (MouSqlite *self, guint64 instructions, GCancellable *cancellable);

/* Any number of statements without parameters or results. */
gboolean mou_sqlite_execute (MouSqlite *self, const char *sql, GError **error);
gboolean mou_sqlite_begin (MouSqlite *self, GError **error);
/* On FALSE the transaction is rolled back. */
gboolean mou_sqlite_commit (MouSqlite *self, GError **error);
/* Does nothing outside a transaction, as when SQLite has rolled back by itself. */
void mou_sqlite_rollback (MouSqlite *self);
/* How many rows the last INSERT, UPDATE or DELETE touched. */
int mou_sqlite_get_changes (MouSqlite *self);
/* A defragmented copy in `path`, which must not exist or be empty. */
gboolean mou_sqlite_vacuum_into (MouSqlite *self, const char *path, GError **error);

/* The first column of the only row. */
gboolean mou_sqlite_query_integer (MouSqlite *self, const char *sql, gint64 *value, GError **error);

/* `sql` must outlive nothing: it is copied. */
MouStatement *mou_statement_new (MouSqlite *db, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mou_statement_free (MouStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouStatement, mou_statement_free)

/* Parameters count from 1, columns from 0. A failed bind shows when the statement is run. NULL binds NULL. */
void mou_statement_bind_text (MouStatement *self, int parameter, const char *text);
void mou_statement_bind_integer (MouStatement *self, int parameter, gint64 value);
void mou_statement_bind_blob (MouStatement *self, int parameter, gconstpointer data, gsize size);
/* TRUE for a row; FALSE at the end, or with an error. At the end the statement is ready to be bound and run again. */
gboolean mou_statement_next (MouStatement *self, GError **error);
/* Gives up the rows that are left, and what was bound. */
void mou_statement_rewind (MouStatement *self);
/* For statements without rows. */
gboolean mou_statement_run (MouStatement *self, GError **error);

/* Of the current row; the text is borrowed until the next call on the statement, NULL for NULL. Text that is not valid UTF-8 or
 * holds a NUL byte comes back as NULL and makes the next mou_statement_next fail. */
const char *mou_statement_get_text (MouStatement *self, int column);
/* TRUE when a text of the current row was not valid, which is then forgotten: for whoever reads on in spite of it. */
gboolean mou_statement_forgive_text (MouStatement *self);
gint64 mou_statement_get_integer (MouStatement *self, int column);
gconstpointer mou_statement_get_blob (MouStatement *self, int column, gsize *size);

G_END_DECLS
