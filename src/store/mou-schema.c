/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is expected is not kept a second time: the migrations run in an empty database in memory, and its schema is compared. */

#include "mou-schema.h"

#include "mou-migration.h"

#include <glib/gi18n-lib.h>

/* "type name" of every object → its table and DDL; NULL on error. */
static GHashTable *
read_objects (MouSqlite *db, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_autoptr (MouStatement) select = mou_statement_new (db, "SELECT type, name, tbl_name, sql FROM sqlite_schema", error);
  if (select == NULL)
    return NULL;

  while (mou_statement_next (select, &failure))
    {
      const char *type = mou_statement_get_text (select, 0);
      const char *name = mou_statement_get_text (select, 1);
      const char *table = mou_statement_get_text (select, 2);
      const char *sql = mou_statement_get_text (select, 3);
      g_hash_table_insert (objects, g_strdup_printf ("%s %s", type != NULL ? type : "", name != NULL ? name : ""),
                           g_strdup_printf ("%s: %s", table != NULL ? table : "", sql != NULL ? sql : ""));
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&objects);
}

static GHashTable *
build_expected_objects (int version, GError **error)
{
  g_autoptr (MouSqlite) empty = mou_sqlite_open (":memory:", MOU_SQLITE_MEMORY, NULL, error);
  if (empty == NULL || !mou_migration_run (empty, 0, version, error))
    return NULL;

  return read_objects (empty, error);
}

static gboolean
refuse (MouSqlite *db, const char *object, GError **error)
{
  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_REFUSED,
               _ ("“%s” is refused: its structure is not the one this program writes (%s)."), mou_sqlite_get_shown_name (db), object);

  return FALSE;
}

gboolean
mou_schema_check (MouSqlite *db, int version, GError **error)
{
  GHashTableIter iter;
  gpointer object, definition;

  g_return_val_if_fail (db != NULL, FALSE);

  g_autoptr (GHashTable) expected = build_expected_objects (version, error);
  if (expected == NULL)
    return FALSE;
  g_autoptr (GHashTable) found = read_objects (db, error);
  if (found == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &object, &definition))
    if (g_strcmp0 (g_hash_table_lookup (expected, object), definition) != 0)
      return refuse (db, object, error);

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    if (!g_hash_table_contains (found, object))
      return refuse (db, object, error);

  return TRUE;
}

gboolean
mou_schema_has_foreign_objects (MouSqlite *db, int version)
{
  GHashTableIter iter;
  gpointer object;

  g_return_val_if_fail (db != NULL, FALSE);

  g_autoptr (GHashTable) expected = build_expected_objects (version, NULL);
  g_autoptr (GHashTable) found = expected != NULL ? read_objects (db, NULL) : NULL;
  if (found == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    if (!g_hash_table_contains (expected, object))
      return TRUE;

  return FALSE;
}

/* "table.column" of every column that is stored, as a set; not on a connection that forbids schema changes. */
static GHashTable *
read_columns (MouSqlite *db, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_autoptr (MouStatement) select
      = mou_statement_new (db,
                           "SELECT s.name || '.' || c.name FROM sqlite_schema AS s, pragma_table_xinfo (s.name) AS c "
                           "WHERE s.type = 'table' AND s.rootpage > 0 AND c.hidden = 0",
                           error);
  if (select == NULL)
    return NULL;

  while (mou_statement_next (select, &failure))
    g_hash_table_add (columns, g_strdup (mou_statement_get_text (select, 0)));
  if (failure == NULL)
    return g_steal_pointer (&columns);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static gboolean
check_columns (MouSqlite *db, GError **error)
{
  GHashTableIter iter;
  gpointer column;

  g_autoptr (MouSqlite) empty = mou_sqlite_open (":memory:", MOU_SQLITE_MEMORY, NULL, error);
  if (empty == NULL || !mou_migration_run (empty, 0, MOU_SCHEMA_VERSION, error))
    return FALSE;
  g_autoptr (GHashTable) expected = read_columns (empty, error);
  g_autoptr (GHashTable) found = expected != NULL ? read_columns (db, error) : NULL;
  if (found == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &column, NULL))
    if (!g_hash_table_contains (found, column))
      return refuse (db, column, error);

  return TRUE;
}

gboolean
mou_schema_check_newer (MouSqlite *db, GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  g_autoptr (MouStatement) select = mou_statement_new (
      db, "SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index') OR rootpage IS NULL OR rootpage <= 0", error);
  if (select == NULL)
    return FALSE;

  if (mou_statement_next (select, &failure))
    return refuse (db, mou_statement_get_text (select, 0), error);
  if (failure == NULL)
    return check_columns (db, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
