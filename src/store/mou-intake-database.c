/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schema is compared before anything evaluates an expression of it. Then there are three independent proofs: of the structure,
 * of the rows, and of the journal's chain; a large file has them made side by side, each over a connection of its own. The journal
 * is trusted to describe the rows only when all three hold, and what is said of a file that fails is what the first of them says. */

#include "mou-intake-database.h"

#include "mou-content.h"
#include "mou-journal-chain.h"
#include "mou-schema.h"
#include "mou-table.h"

#include <glib/gi18n-lib.h>

/* Measured need: about 2,500 instructions a page for all checks together. */
#define BUDGET_BASE 50000000
#define BUDGET_PER_PAGE 50000
/* Two megabytes: below, three connections cost more than they save. */
#define LARGE_PAGES 500

static gboolean
refuse (MouSqlite *db, const char *reason, GError **error)
{
  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED, _ ("“%s” is damaged: %s."), mou_sqlite_get_shown_name (db), reason);

  return FALSE;
}

/* The last line of a report: the first only says which database it is about. */
static char *
get_last_line (const char *report)
{
  const char *line = strrchr (report, '\n');

  return g_strdup (line != NULL ? line + 1 : report);
}

static gboolean
check_integrity (MouSqlite *db, GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_autoptr (MouStatement) check = mou_statement_new (db, "PRAGMA integrity_check", error);
  if (check == NULL)
    return FALSE;

  while (mou_statement_next (check, &failure))
    {
      const char *report = mou_statement_get_text (check, 0);
      if (g_strcmp0 (report, "ok") == 0)
        continue;
      g_autofree char *line = get_last_line (report != NULL ? report : "");
      return refuse (db, line, error);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
check_foreign_keys (MouSqlite *db, GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_autoptr (MouStatement) check = mou_statement_new (db, "PRAGMA foreign_key_check", error);
  if (check == NULL)
    return FALSE;

  if (mou_statement_next (check, &failure))
    {
      g_autofree char *reason = g_strdup_printf (_ ("a row of “%s” refers to one that is not there"), mou_statement_get_text (check, 0));
      return refuse (db, reason, error);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
check_blobs (MouSqlite *db, GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_autoptr (MouStatement) select = mou_statement_new (db, "SELECT sha256, data FROM blob", error);
  if (select == NULL)
    return FALSE;

  while (mou_statement_next (select, &failure))
    {
      gsize size;
      gconstpointer data = mou_statement_get_blob (select, 1, &size);
      g_autofree char *found = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, size);
      if (g_strcmp0 (found, mou_statement_get_text (select, 0)) != 0)
        return refuse (db, _ ("an attached file is not what it was when it was attached"), error);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* By SQLite's own means. */
gboolean
mou_intake_check_structure (MouSqlite *db, GError **error)
{
  return check_integrity (db, error) && check_foreign_keys (db, error) && check_blobs (db, error);
}

static gboolean
check_rows (MouSqlite *db, MouRegister *rows, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!mou_tables_load (db, rows, error))
    return FALSE;
  if (mou_register_validate (rows, &failure))
    return TRUE;

  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED, _ ("“%s” is refused: %s"), mou_sqlite_get_shown_name (db),
               failure->message);

  return FALSE;
}

/* Connections */

typedef struct
{
  const char *path;
  const char *shown_name;
  GCancellable *cancellable;
} Candidate;

static MouSqlite *
connect_to (const Candidate *candidate, gint64 *n_pages, GError **error)
{
  g_autoptr (MouSqlite) db = mou_sqlite_open (candidate->path, MOU_SQLITE_CHECK, candidate->shown_name, error);
  if (db == NULL)
    return NULL;

  mou_sqlite_forbid_schema_changes (db);
  mou_sqlite_set_budget (db, BUDGET_BASE, candidate->cancellable);
  if (!mou_sqlite_query_integer (db, "PRAGMA page_count", n_pages, error))
    return NULL;
  mou_sqlite_set_budget (db, BUDGET_BASE + BUDGET_PER_PAGE * (guint64) *n_pages, candidate->cancellable);

  return g_steal_pointer (&db);
}

/* A proof that is made elsewhere meanwhile. */
typedef struct
{
  const Candidate *candidate;
  gboolean (*check) (MouSqlite *db, GError **error);
  GThread *thread; /* NULL: none could be had, and it is made when it is asked for */
  GError *error;
} Proof;

static gpointer
make_proof (gpointer data)
{
  Proof *self = data;
  gint64 n_pages;

  g_autoptr (MouSqlite) db = connect_to (self->candidate, &n_pages, &self->error);

  return GINT_TO_POINTER (db != NULL && self->check (db, &self->error));
}

static void
proof_start (Proof *self)
{
  self->thread = g_thread_try_new ("intake", make_proof, self, NULL);
}

static gboolean
proof_finish (Proof *self, GError **error)
{
  gboolean holds = GPOINTER_TO_INT (self->thread != NULL ? g_thread_join (self->thread) : make_proof (self));

  if (!holds)
    g_propagate_error (error, g_steal_pointer (&self->error));

  return holds;
}

static gboolean
check_side_by_side (const Candidate *candidate, MouSqlite *db, MouRegister *rows, GError **error)
{
  Proof structure = { candidate, mou_intake_check_structure, NULL, NULL };
  Proof history = { candidate, mou_journal_check_chain, NULL, NULL };
  g_autoptr (GError) rows_failure = NULL;
  g_autoptr (GError) history_failure = NULL;

  proof_start (&structure);
  proof_start (&history);
  gboolean rows_hold = check_rows (db, rows, &rows_failure);
  gboolean history_holds = proof_finish (&history, &history_failure);
  if (!proof_finish (&structure, error))
    return FALSE;
  if (!rows_hold)
    g_propagate_error (error, g_steal_pointer (&rows_failure));
  else if (!history_holds)
    g_propagate_error (error, g_steal_pointer (&history_failure));

  return rows_hold && history_holds;
}

static gboolean
check_in_turn (MouSqlite *db, MouRegister *rows, GError **error)
{
  return mou_intake_check_structure (db, error) && check_rows (db, rows, error) && mou_journal_check_chain (db, error);
}

MouRegister *
mou_intake_read_database (const char *path, int version, const char *shown_name, GCancellable *cancellable, GError **error)
{
  const Candidate candidate = { path, shown_name, cancellable };
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 n_pages;

  g_return_val_if_fail (path != NULL && shown_name != NULL, NULL);

  g_autoptr (MouSqlite) db = connect_to (&candidate, &n_pages, error);
  if (db == NULL || !mou_schema_check (db, version, error))
    return NULL;
  if (!(n_pages < LARGE_PAGES ? check_in_turn (db, rows, error) : check_side_by_side (&candidate, db, rows, error))
      || !mou_content_check (db, rows, error))
    return NULL;

  return g_steal_pointer (&rows);
}

MouSqlite *
mou_intake_connect (const char *path, const char *shown_name, GCancellable *cancellable, GError **error)
{
  const Candidate candidate = { path, shown_name, cancellable };
  gint64 n_pages;

  g_return_val_if_fail (path != NULL && shown_name != NULL, NULL);

  return connect_to (&candidate, &n_pages, error);
}
