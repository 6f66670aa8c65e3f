/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The SQL lies in a GResource, one numbered file a version, so the released text cannot differ from the one that runs. */

#include "mou-migration.h"

#include "mou-store-resources.h"

static gboolean
run_step (MouSqlite *db, int version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/io/github/mouscorecard/store/migrations/%04d.sql", version);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", version);

  g_autoptr (GBytes) sql = g_resource_lookup_data (mou_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (sql == NULL || !mou_sqlite_begin (db, error))
    return FALSE;

  /* Resource data ends in a NUL byte that its size does not count. */
  if (!mou_sqlite_execute (db, g_bytes_get_data (sql, NULL), error) || !mou_sqlite_execute (db, stamp, error))
    {
      mou_sqlite_rollback (db);
      return FALSE;
    }

  return mou_sqlite_commit (db, error);
}

gboolean
mou_migration_run (MouSqlite *db, int from, int to, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (0 <= from && from <= to && to <= MOU_SCHEMA_VERSION, FALSE);

  for (int version = from + 1; version <= to; version++)
    if (!run_step (db, version, error))
      return FALSE;

  return TRUE;
}
