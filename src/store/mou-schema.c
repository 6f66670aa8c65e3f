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
