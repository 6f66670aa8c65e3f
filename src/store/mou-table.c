/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Three statements an entity, prepared when first needed and kept for the life of the connection. An update writes all columns
 * of its row: the row in memory is the whole truth, and SQLite rewrites the whole record in any case. */

#include "mou-table.h"

#include <glib/gi18n-lib.h>

/* Parameters and columns of every statement, in this order: id, parent, ordinal, then the fields. */
enum
{
  COLUMN_ID,
  COLUMN_PARENT,
  COLUMN_ORDINAL,
  COLUMN_FIRST_FIELD
};

typedef enum
{
  VERB_INSERT,
  VERB_UPDATE,
  VERB_DELETE,
  N_VERBS
} Verb;

struct _MouTables
{
  MouSqlite *db;
  MouStatement *statements[MOU_N_ENTITIES][N_VERBS];
};

/* `"parent", "ordinal", "name"`, or with `suffix` for an UPDATE: `"parent" = ?2, …`. */
static char *
build_columns (MouEntity entity, gboolean with_parameters)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  guint n_fields;
  const MouField *fields = mou_field_table (entity, &n_fields);

  for (guint i = COLUMN_PARENT; i < COLUMN_FIRST_FIELD + n_fields; i++)
    {
      const char *name = i == COLUMN_PARENT ? "parent" : i == COLUMN_ORDINAL ? "ordinal" : fields[i - COLUMN_FIRST_FIELD].key;
      g_string_append_printf (columns, "%s\"%s\"", columns->len > 0 ? ", " : "", name);
      if (with_parameters)
        g_string_append_printf (columns, " = ?%u", i + 1);
    }

  return g_string_free (g_steal_pointer (&columns), FALSE);
}

static char *
build_insert (MouEntity entity)
{
  g_autofree char *columns = build_columns (entity, FALSE);
  g_autoptr (GString) sql = g_string_new (NULL);
  guint n_fields;

  mou_field_table (entity, &n_fields);
  g_string_printf (sql, "INSERT INTO \"%s\" (\"id\", %s) VALUES (?1", mou_entity_get_info (entity)->table, columns);
  for (guint i = COLUMN_PARENT; i < COLUMN_FIRST_FIELD + n_fields; i++)
    g_string_append_printf (sql, ", ?%u", i + 1);
  g_string_append (sql, ")");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
build_sql (MouEntity entity, Verb verb)
{
  const char *table = mou_entity_get_info (entity)->table;

  if (verb == VERB_INSERT)
    return build_insert (entity);
  if (verb == VERB_DELETE)
    return g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1", table);

  g_autofree char *columns = build_columns (entity, TRUE);

  return g_strdup_printf ("UPDATE \"%s\" SET %s WHERE \"id\" = ?1", table, columns);
}

MouTables *
mou_tables_new (MouSqlite *db)
{
  g_return_val_if_fail (db != NULL, NULL);

  MouTables *self = g_new0 (MouTables, 1);
  self->db = db;

  return self;
}

void
mou_tables_free (MouTables *self)
{
  if (self == NULL)
    return;

  for (guint entity = 0; entity < MOU_N_ENTITIES; entity++)
    for (guint verb = 0; verb < N_VERBS; verb++)
      g_clear_pointer (&self->statements[entity][verb], mou_statement_free);
  g_free (self);
}

static MouStatement *
prepare (MouTables *self, MouEntity entity, Verb verb, GError **error)
{
  if (self->statements[entity][verb] == NULL)
    {
      g_autofree char *sql = build_sql (entity, verb);
      self->statements[entity][verb] = mou_statement_new (self->db, sql, error);
    }

  return self->statements[entity][verb];
}

/* Whole numbers go in as numbers; STRICT tables would convert the text, but only where it is one. */
static void
bind_value (MouStatement *statement, int parameter, const MouField *field, const char *value)
{
  gboolean number = field->type == MOU_FIELD_INTEGER || field->type == MOU_FIELD_BOOLEAN || field->type == MOU_FIELD_YEAR
                    || field->type == MOU_FIELD_REFERENCE;

  if (number && value != NULL)
    mou_statement_bind_integer (statement, parameter, g_ascii_strtoll (value, NULL, 10));
  else
    mou_statement_bind_text (statement, parameter, value);
}

static void
bind_row (MouStatement *statement, const MouRow *row)
{
  mou_statement_bind_integer (statement, COLUMN_PARENT + 1, row->parent);
  mou_statement_bind_integer (statement, COLUMN_ORDINAL + 1, row->ordinal);
  for (guint i = 0; i < row->n_values; i++)
    bind_value (statement, (int) i + COLUMN_FIRST_FIELD + 1, mou_field_get (row->entity, (int) i), row->values[i]);
}

gboolean
mou_tables_write (MouTables *self, const MouChange *change, GError **error)
{
  g_return_val_if_fail (self != NULL && change != NULL, FALSE);

  const MouRow *row = mou_change_get_row (change);
  Verb verb = change->before == NULL ? VERB_INSERT : change->after == NULL ? VERB_DELETE : VERB_UPDATE;
  MouStatement *statement = prepare (self, row->entity, verb, error);
  if (statement == NULL)
    return FALSE;

  mou_statement_bind_integer (statement, COLUMN_ID + 1, row->id);
  if (verb != VERB_DELETE)
    bind_row (statement, change->after);
  if (!mou_statement_run (statement, error))
    return FALSE;

  if (mou_sqlite_get_changes (self->db) != 1)
    {
      g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM, _ ("“%s” was changed by another program while it was open."),
                   mou_sqlite_get_shown_name (self->db));
      return FALSE;
    }

  return TRUE;
}

gboolean
mou_tables_write_all (MouTables *self, MouRegister *rows, GError **error)
{
  g_return_val_if_fail (self != NULL && rows != NULL, FALSE);

  g_autoptr (GPtrArray) list = mou_register_list_rows (rows);
  for (guint i = 0; i < list->len; i++)
    {
      const MouChange insertion = { NULL, g_ptr_array_index (list, i) };
      if (!mou_tables_write (self, &insertion, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_row (MouSqlite *db, MouEntity entity, MouStatement *select, MouRegister *into, GError **error)
{
  const char *values[32];
  guint n_fields;
  gint64 id = mou_statement_get_integer (select, COLUMN_ID);

  mou_field_table (entity, &n_fields);
  g_assert (n_fields <= G_N_ELEMENTS (values));
  if (mou_register_lookup (into, id) != NULL)
    {
      g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED, _ ("“%s” is damaged: two of its rows have the same number."),
                   mou_sqlite_get_shown_name (db));
      return FALSE;
    }

  for (guint i = 0; i < n_fields; i++)
    values[i] = mou_statement_get_text (select, (int) i + COLUMN_FIRST_FIELD);

  g_autoptr (MouRow) row = mou_row_new (entity, id, mou_statement_get_integer (select, COLUMN_PARENT),
                                        mou_statement_get_integer (select, COLUMN_ORDINAL), values);
  const MouChange insertion = { NULL, row };
  mou_register_apply (into, &insertion);

  return TRUE;
}

static gboolean
load_table (MouSqlite *db, MouEntity entity, MouRegister *into, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *columns = build_columns (entity, FALSE);
  /* In the order of siblings, so that the register only ever appends. */
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\", %s FROM \"%s\" ORDER BY +\"parent\", \"ordinal\", \"id\"", columns,
                                          mou_entity_get_info (entity)->table);

  g_autoptr (MouStatement) select = mou_statement_new (db, sql, error);
  if (select == NULL)
    return FALSE;

  while (mou_statement_next (select, &failure))
    if (!load_row (db, entity, select, into, error))
      return FALSE;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* A file of an earlier version, which intake reads before it is migrated, lacks the tables of later ones. */
static gboolean
find_table (MouSqlite *db, MouEntity entity, gboolean *found, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name = '%s'", mou_entity_get_info (entity)->table);
  gint64 count = 0;

  if (!mou_sqlite_query_integer (db, sql, &count, error))
    return FALSE;
  *found = count > 0;

  return TRUE;
}

gboolean
mou_tables_load (MouSqlite *db, MouRegister *into, GError **error)
{
  gboolean found = FALSE;

  g_return_val_if_fail (db != NULL && into != NULL, FALSE);
  g_return_val_if_fail (mou_register_get_size (into) == 0, FALSE);

  for (guint entity = 0; entity < MOU_N_ENTITIES; entity++)
    if (!find_table (db, (MouEntity) entity, &found, error) || (found && !load_table (db, (MouEntity) entity, into, error)))
      return FALSE;

  return TRUE;
}
