/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The SQL of the migrations and the field tables say the same. */

#include "store-fixture.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3 *db;
  StoreFixture store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->store, NULL);
  g_clear_pointer (&fixture->store.store, mou_store_free);
  g_assert_cmpint (sqlite3_open (fixture->store.path, &fixture->db), ==, SQLITE_OK);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (sqlite3_close (fixture->db), ==, SQLITE_OK);
  store_fixture_tear_down (&fixture->store, NULL);
}

static const char *
get_column_type (MouFieldType type)
{
  switch (type)
    {
    case MOU_FIELD_INTEGER:
    case MOU_FIELD_BOOLEAN:
    case MOU_FIELD_YEAR:
    case MOU_FIELD_REFERENCE:
      return "INTEGER";
    case MOU_FIELD_TEXT:
    case MOU_FIELD_LONG_TEXT:
    case MOU_FIELD_DECIMAL:
    case MOU_FIELD_CHOICE:
    case MOU_FIELD_DATE:
    case MOU_FIELD_HISTORY:
    default:
      return "TEXT";
    }
}

/* "name type notnull;" of each column. */
static char *
describe_expected (MouEntity entity)
{
  GString *text = g_string_new ("id INTEGER 1;parent INTEGER 1;ordinal INTEGER 1;");
  guint n_fields;
  const MouField *fields = mou_field_table (entity, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (text, "%s %s %d;", fields[i].key, get_column_type (fields[i].type),
                            (fields[i].flags & MOU_FIELD_REQUIRED) != 0);

  return g_string_free (text, FALSE);
}

static int
append_row_cb (void *data, int n_columns, char **values, char **names)
{
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (data, "%s%s", i > 0 ? " " : "", values[i]);
  g_string_append_c (data, ';');

  return 0;
}

static char *
query (sqlite3 *db, const char *sql)
{
  GString *text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_exec (db, sql, append_row_cb, text, NULL), ==, SQLITE_OK);

  return g_string_free (text, FALSE);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  for (int entity = 0; entity < MOU_N_ENTITIES; entity++)
    {
      const char *table = mou_entity_get_info ((MouEntity) entity)->table;
      g_autofree char *sql = g_strdup_printf ("SELECT name, type, \"notnull\" FROM pragma_table_info ('%s') ORDER BY cid", table);
      g_autofree char *found = query (fixture->db, sql);
      g_autofree char *expected = describe_expected ((MouEntity) entity);
      g_test_message ("%s", table);
      g_assert_cmpstr (found, ==, expected);
    }
}

/* parent and every REFERENCE are foreign keys to the right table, deferred, with an index to check them by. */
static void
test_references (Fixture *fixture, gconstpointer data)
{
  for (int entity = 0; entity < MOU_N_ENTITIES; entity++)
    {
      const MouEntityInfo *info = mou_entity_get_info ((MouEntity) entity);
      guint n_fields;
      const MouField *fields = mou_field_table ((MouEntity) entity, &n_fields);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autoptr (GString) indices = g_string_new (NULL);
      if (info->parent != MOU_ENTITY_NONE)
        {
          g_string_append_printf (expected, "parent %s NO ACTION;", mou_entity_get_info (info->parent)->table);
          g_string_append_printf (indices, "%s_parent;", info->table);
        }
      for (guint i = 0; i < n_fields; i++)
        if (fields[i].type == MOU_FIELD_REFERENCE)
          {
            g_string_append_printf (expected, "%s %s NO ACTION;", fields[i].key, mou_entity_get_info (fields[i].target)->table);
            g_string_append_printf (indices, "%s_%s;", info->table, fields[i].key);
          }

      g_autofree char *sql
          = g_strdup_printf ("SELECT \"from\", \"table\", on_delete FROM pragma_foreign_key_list ('%s') ORDER BY id DESC", info->table);
      g_autofree char *found = query (fixture->db, sql);
      g_assert_cmpstr (found, ==, expected->str);
      g_autofree char *index_sql = g_strdup_printf ("SELECT name FROM pragma_index_list ('%s') ORDER BY seq DESC", info->table);
      g_autofree char *found_indices = query (fixture->db, index_sql);
      g_assert_cmpstr (found_indices, ==, indices->str);
    }
}

static void
test_nothing_else (Fixture *fixture, gconstpointer data)
{
  g_autofree char *strict
      = query (fixture->db, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'");
  g_autofree char *kinds = query (fixture->db, "SELECT DISTINCT type FROM sqlite_schema ORDER BY type");
  g_autofree char *tables = query (fixture->db, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
  g_autofree char *expected_tables = g_strdup_printf ("%d;", MOU_N_ENTITIES + 4);
  g_autofree char *cascades = query (fixture->db, "SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%CASCADE%'");
  g_autofree char *stamps = query (fixture->db, "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version");

  g_assert_cmpstr (strict, ==, "0;");
  g_assert_cmpstr (kinds, ==, "index;table;");
  g_assert_cmpstr (tables, ==, expected_tables);
  g_assert_cmpstr (cascades, ==, "0;");
  g_assert_cmpstr (stamps, ==, "1297044785 2;");
}

/* Every word a field allows is allowed by the column, and no other. */
static void
test_choices (Fixture *fixture, gconstpointer data)
{
  for (int entity = 0; entity < MOU_N_ENTITIES; entity++)
    {
      guint n_fields;
      const MouField *fields = mou_field_table ((MouEntity) entity, &n_fields);
      for (guint i = 0; i < n_fields; i++)
        {
          if (fields[i].type != MOU_FIELD_CHOICE)
            continue;
          g_autofree char *words = g_strjoinv ("', '", (char **) fields[i].choices);
          g_autofree char *check = g_strdup_printf ("%%CHECK (\"%s\" IN (''%s''))%%", fields[i].key, words);
          g_autoptr (GString) quoted = g_string_new (check);
          g_string_replace (quoted, "', '", "'', ''", 0);
          g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM sqlite_schema WHERE name = '%s' AND sql LIKE '%s'",
                                                  mou_entity_get_info ((MouEntity) entity)->table, quoted->str);
          g_autofree char *found = query (fixture->db, sql);
          g_assert_cmpstr (found, ==, "1;");
        }
    }
}

static void
assert_refused (sqlite3 *db, const char *sql, int expected)
{
  int result = sqlite3_exec (db, sql, NULL, NULL, NULL);

  g_test_message ("%s", sql);
  g_assert_cmpint (result & 0xff, ==, expected);
}

static void
test_constraints (Fixture *fixture, gconstpointer data)
{
  sqlite3_exec (fixture->db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);

  assert_refused (fixture->db, "UPDATE indicator SET kind = 'other'", SQLITE_CONSTRAINT);
  assert_refused (fixture->db, "UPDATE indicator SET code = NULL", SQLITE_CONSTRAINT);
  assert_refused (fixture->db, "UPDATE indicator SET code = ''", SQLITE_CONSTRAINT);
  assert_refused (fixture->db, "UPDATE indicator SET decimals = 10", SQLITE_CONSTRAINT);
  assert_refused (fixture->db, "UPDATE indicator SET decimals = 'many'", SQLITE_CONSTRAINT);
  assert_refused (fixture->db, "UPDATE agreement SET fiscal_year = 2024", SQLITE_CONSTRAINT);
  assert_refused (fixture->db, "UPDATE assessment SET as_of = '30/9/2567'", SQLITE_CONSTRAINT);
  assert_refused (fixture->db, "UPDATE indicator SET id = 0 WHERE code = '1.1'", SQLITE_CONSTRAINT);
  assert_refused (fixture->db, "DELETE FROM agreement", SQLITE_CONSTRAINT);
  assert_refused (fixture->db, "DELETE FROM journal", SQLITE_CONSTRAINT);
  assert_refused (fixture->db, "UPDATE indicator SET weight = '50' WHERE code = '1.1'", SQLITE_OK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/schema/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/store/schema/references", Fixture, NULL, set_up, test_references, tear_down);
  g_test_add ("/store/schema/nothing-else", Fixture, NULL, set_up, test_nothing_else, tear_down);
  g_test_add ("/store/schema/choices", Fixture, NULL, set_up, test_choices, tear_down);
  g_test_add ("/store/schema/constraints", Fixture, NULL, set_up, test_constraints, tear_down);

  return g_test_run ();
}
