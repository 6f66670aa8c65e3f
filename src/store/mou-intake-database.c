/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order matters: the schema is compared before anything evaluates an expression of it, the structure is proved sound before
 * rows are read, and the rows before the journal is trusted to describe them. */

#include "mou-intake-database.h"

#include "mou-content.h"
#include "mou-journal-chain.h"
#include "mou-schema.h"
#include "mou-table.h"

#include <glib/gi18n-lib.h>

/* Measured need: about 2,500 instructions a page for all checks together. */
#define BUDGET_BASE 50000000
#define BUDGET_PER_PAGE 50000

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

static gboolean
check_rows (MouSqlite *db, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (MouRegister) reg = mou_register_new ();

  if (!mou_tables_load (db, reg, error))
    return FALSE;
  if (!mou_register_validate (reg, &failure))
    {
      g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED, _ ("“%s” is refused: %s"), mou_sqlite_get_shown_name (db),
                   failure->message);
      return FALSE;
    }

  return mou_journal_check_chain (db, error) && mou_content_check (db, reg, error);
}

static gboolean
set_budget (MouSqlite *db, GCancellable *cancellable, GError **error)
{
  gint64 pages;

  mou_sqlite_set_budget (db, BUDGET_BASE, cancellable);
  if (!mou_sqlite_query_integer (db, "PRAGMA page_count", &pages, error))
    return FALSE;
  mou_sqlite_set_budget (db, BUDGET_BASE + BUDGET_PER_PAGE * (guint64) pages, cancellable);

  return TRUE;
}

gboolean
mou_intake_check_database (const char *path, int version, const char *shown_name, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL && shown_name != NULL, FALSE);

  g_autoptr (MouSqlite) db = mou_sqlite_open (path, MOU_SQLITE_CHECK, shown_name, error);
  if (db == NULL)
    return FALSE;
  mou_sqlite_forbid_schema_changes (db);

  return set_budget (db, cancellable, error) && mou_schema_check (db, version, error) && check_integrity (db, error)
         && check_foreign_keys (db, error) && check_rows (db, error) && check_blobs (db, error);
}
