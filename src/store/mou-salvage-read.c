/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table is read from its beginning until something cannot be read, from its end backwards, and then from every row that is known to
 * lie between: an index tells of rows whose own page is lost, and a row tells of what it belongs to. A failed read costs only the
 * descent to it, so this ends, and the budget of the connection bounds it in any case. */

#include "mou-salvage-private.h"

#include "mou-value.h"

#define MAX_FIELDS 32

/* Columns of every selection, in this order. */
enum
{
  COLUMN_ID,
  COLUMN_PARENT,
  COLUMN_ORDINAL,
  COLUMN_FIRST_FIELD
};

typedef struct
{
  MouSalvageTables *tables;
  MouSqlite *db;
  MouEntity entity;
  MouStatement *ascending, *descending;
} Reader;

/* What one scan met. */
typedef struct
{
  guint n_rows;
  gint64 last;
  gboolean failed;
} Scan;

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
note_known (MouSalvageTables *self, MouEntity entity, gint64 id, gint64 parent)
{
  MouRow *known = id > 0 ? g_hash_table_lookup (self->known, &id) : NULL;

  if (id > 0 && (known == NULL || (known->parent == 0 && known->entity == entity)))
    g_hash_table_replace (self->known, dup_id (id), mou_row_new (entity, id, parent, 0, NULL));
}

/* Preparing. A file of an older version lacks the columns and tables that came later. */

static gboolean
has_column (MouSqlite *db, MouEntity entity, const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\"", column, mou_entity_get_info (entity)->table);
  g_autoptr (MouStatement) probe = mou_statement_new (db, sql, NULL);

  return probe != NULL;
}

static char *
build_columns (MouSqlite *db, MouEntity entity)
{
  g_autoptr (GString) columns = g_string_new ("\"id\", \"parent\", \"ordinal\"");
  guint n_fields;
  const MouField *fields = mou_field_table (entity, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (has_column (db, entity, fields[i].key))
      g_string_append_printf (columns, ", \"%s\"", fields[i].key);
    else
      g_string_append (columns, ", NULL");

  return g_string_free (g_steal_pointer (&columns), FALSE);
}

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->ascending, mou_statement_free);
  g_clear_pointer (&self->descending, mou_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* FALSE: there is no such table. */
static gboolean
reader_prepare (Reader *self)
{
  const char *table = mou_entity_get_info (self->entity)->table;
  g_autofree char *columns = build_columns (self->db, self->entity);
  g_autofree char *up = g_strdup_printf ("SELECT %s FROM \"%s\" NOT INDEXED WHERE \"id\" >= ?1 ORDER BY \"id\"", columns, table);
  g_autofree char *down = g_strdup_printf ("SELECT %s FROM \"%s\" NOT INDEXED WHERE \"id\" <= ?1 ORDER BY \"id\" DESC", columns, table);

  self->ascending = mou_statement_new (self->db, up, NULL);
  self->descending = mou_statement_new (self->db, down, NULL);

  return self->ascending != NULL && self->descending != NULL;
}

/* Reading */

/* The canonical text, NULL when absent; *bad when there is something that makes no sense. */
static char *
read_value (MouStatement *select, const MouField *field, int column, gboolean *bad)
{
  const char *text = mou_statement_get_text (select, column);
  char *canonical = NULL;

  if (mou_statement_forgive_text (select))
    *bad = TRUE;
  else if (text != NULL)
    *bad = !mou_value_normalise (field, text, &canonical, NULL);
  else
    *bad = (field->flags & MOU_FIELD_REQUIRED) != 0;

  return canonical;
}

static void
read_row (Reader *self, MouStatement *select)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  gint64 id = mou_statement_get_integer (select, COLUMN_ID);
  guint32 bad_fields = 0;
  guint n_fields;
  const MouField *fields = mou_field_table (self->entity, &n_fields);

  g_assert (n_fields <= MAX_FIELDS);
  if (id < 1 || mou_register_lookup (self->tables->rows, id) != NULL)
    return;

  for (guint i = 0; i < n_fields; i++)
    {
      gboolean bad = FALSE;
      g_ptr_array_add (values, read_value (select, &fields[i], (int) i + COLUMN_FIRST_FIELD, &bad));
      bad_fields |= bad ? 1u << i : 0;
    }

  g_autoptr (MouRow) row = mou_row_new (self->entity, id, mou_statement_get_integer (select, COLUMN_PARENT),
                                        mou_statement_get_integer (select, COLUMN_ORDINAL), (const char *const *) values->pdata);
  const MouChange insertion = { NULL, row };
  mou_register_apply (self->tables->rows, &insertion);
  if (bad_fields != 0)
    g_hash_table_replace (self->tables->bad, dup_id (id), GUINT_TO_POINTER (bad_fields));
}

/* In a damaged tree the numbers may run in circles: then it ends as if it could not be read any further. */
static Scan
scan (Reader *self, gint64 from, gboolean up)
{
  MouStatement *select = up ? self->ascending : self->descending;
  Scan met = { 0, from, FALSE };
  g_autoptr (GError) failure = NULL;

  mou_statement_bind_integer (select, 1, from);
  while (mou_statement_next (select, &failure))
    {
      gint64 id = mou_statement_get_integer (select, COLUMN_ID);
      if (up ? id < from : id > from)
        {
          mou_statement_rewind (select);
          met.failed = TRUE;
          return met;
        }
      read_row (self, select);
      met.n_rows++;
      met.last = id;
      from = up ? id + (id < G_MAXINT64) : id - (id > G_MININT64);
    }
  met.failed = failure != NULL;

  return met;
}

/* Goes on behind a fault as long as that brings anything. TRUE when nothing is left unread in that direction. */
static gboolean
scan_on (Reader *self, gint64 from, gboolean up)
{
  for (;;)
    {
      Scan met = scan (self, from, up);
      if (!met.failed)
        return TRUE;
      if (met.n_rows == 0 || met.last == (up ? G_MAXINT64 : G_MININT64))
        return FALSE;
      from = up ? met.last + 1 : met.last - 1;
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static GArray *
list_candidates (MouSalvageTables *self, MouEntity entity)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (((const MouRow *) row)->entity == entity)
      g_array_append_val (ids, *(const gint64 *) id);
  g_array_sort (ids, compare_ids);

  return ids;
}

/* Each that was not met by reading on from one before it. */
static void
read_candidates (Reader *self)
{
  g_autoptr (GArray) ids = list_candidates (self->tables, self->entity);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      if (mou_register_lookup (self->tables->rows, id) == NULL)
        scan_on (self, id, TRUE);
    }
}

/* What the index over "parent" says, which has its own pages. */
static void
read_index (MouSqlite *db, MouSalvageTables *self, MouEntity entity)
{
  const char *table = mou_entity_get_info (entity)->table;
  static const char *const orders[] = { "ASC", "DESC" };

  self->listed[entity] = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (orders) && !self->listed[entity]; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autofree char *sql = g_strdup_printf ("SELECT \"id\", \"parent\" FROM \"%s\" INDEXED BY \"%s_parent\" ORDER BY \"parent\" %s",
                                              table, table, orders[i]);
      g_autoptr (MouStatement) select = mou_statement_new (db, sql, NULL);
      if (select == NULL)
        return;
      while (mou_statement_next (select, &failure))
        note_known (self, entity, mou_statement_get_integer (select, 0), mou_statement_get_integer (select, 1));
      self->listed[entity] = failure == NULL;
    }
}

static void
read_table (MouSqlite *db, MouSalvageTables *self, MouEntity entity)
{
  g_auto (Reader) reader = { self, db, entity, NULL, NULL };

  if (!reader_prepare (&reader))
    return;

  read_index (db, self, entity);
  self->broken[entity] = !scan_on (&reader, G_MININT64, TRUE);
  if (!self->broken[entity])
    return;

  scan_on (&reader, G_MAXINT64, FALSE);
  read_candidates (&reader);
}

/* Rows tell of the rows they belong to and refer to. */
static void
note_relatives (MouSalvageTables *self)
{
  g_autoptr (GPtrArray) rows = mou_register_list_rows (self->rows);

  for (guint i = 0; i < rows->len; i++)
    {
      const MouRow *row = g_ptr_array_index (rows, i);
      MouEntity above = mou_entity_get_info (row->entity)->parent;
      if (above != MOU_ENTITY_NONE)
        note_known (self, above, row->parent, 0);
      for (guint field = 0; field < row->n_values; field++)
        if (mou_field_get (row->entity, (int) field)->type == MOU_FIELD_REFERENCE)
          note_known (self, mou_field_get (row->entity, (int) field)->target, mou_row_get_reference (row, (int) field), 0);
    }
}

static void
read_relatives (MouSqlite *db, MouSalvageTables *self, MouEntity entity)
{
  g_auto (Reader) reader = { self, db, entity, NULL, NULL };

  if (reader_prepare (&reader))
    read_candidates (&reader);
}

MouSalvageTables *
_mou_salvage_read (MouSqlite *db, GCancellable *cancellable, GError **error)
{
  g_autoptr (MouSalvageTables) self = g_new0 (MouSalvageTables, 1);

  g_assert (db != NULL);

  self->rows = mou_register_new ();
  self->bad = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) mou_row_unref);
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    {
      read_table (db, self, entity);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }

  note_relatives (self);
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    if (self->broken[entity])
      read_relatives (db, self, entity);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
_mou_salvage_tables_free (MouSalvageTables *self)
{
  if (self == NULL)
    return;

  mou_register_free (self->rows);
  g_hash_table_unref (self->bad);
  g_hash_table_unref (self->known);
  g_free (self);
}
