/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register that was never published has no stamp: rolled back over its whole journal it must be empty. */

#include "mou-content.h"

#include "mou-hash.h"
#include "mou-journal-rows.h"
#include "mou-journal-replay.h"

#include <glib/gi18n-lib.h>

#define PUBLISHED "published"

static void
hash_row (MouRow *row, int depth, gpointer data)
{
  mou_hash_add_text (data, mou_entity_get_info (row->entity)->table);
  mou_hash_add_integer (data, row->id);
  mou_hash_add_integer (data, row->parent);
  mou_hash_add_integer (data, row->ordinal);
  for (guint i = 0; i < row->n_values; i++)
    mou_hash_add_text (data, row->values[i]);
}

static char *
compute_hash (MouRegister *reg)
{
  g_autoptr (MouHash) hash = mou_hash_new ();

  mou_register_visit (reg, hash_row, hash);

  return mou_hash_finish (hash);
}

static gboolean
write_meta (MouSqlite *db, const char *key, const char *value, GError **error)
{
  g_autoptr (MouStatement) insert = mou_statement_new (db, "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", error);
  if (insert == NULL)
    return FALSE;

  mou_statement_bind_text (insert, 1, key);
  mou_statement_bind_text (insert, 2, value);

  return mou_statement_run (insert, error);
}

/* *value is NULL when there is none. */
static gboolean
read_meta (MouSqlite *db, const char *key, char **value, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *value = NULL;
  g_autoptr (MouStatement) select = mou_statement_new (db, "SELECT value FROM meta WHERE key = ?1", error);
  if (select == NULL)
    return FALSE;

  mou_statement_bind_text (select, 1, key);
  while (mou_statement_next (select, &failure))
    *value = g_strdup (mou_statement_get_text (select, 0));
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

gboolean
mou_content_stamp (MouSqlite *db, MouRegister *reg, gint64 entry, GError **error)
{
  g_return_val_if_fail (db != NULL && reg != NULL, FALSE);

  g_autofree char *hash = compute_hash (reg);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry);
  if (!mou_sqlite_begin (db, error))
    return FALSE;
  if (!write_meta (db, "content_entry", number, error) || !write_meta (db, "content_hash", hash, error)
      || !mou_sqlite_execute (db, "DELETE FROM meta WHERE key = '" PUBLISHED "'", error))
    {
      mou_sqlite_rollback (db);
      return FALSE;
    }

  return mou_sqlite_commit (db, error);
}

gboolean
mou_content_note_published (MouSqlite *db, const char *sha256, GError **error)
{
  g_return_val_if_fail (db != NULL && sha256 != NULL, FALSE);

  return write_meta (db, PUBLISHED, sha256, error);
}

char *
mou_content_dup_published (MouSqlite *db)
{
  char *sha256 = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  return read_meta (db, PUBLISHED, &sha256, NULL) ? sha256 : NULL;
}

static gboolean
apply_to_register (const MouChange *change, gpointer data, GError **error)
{
  mou_register_apply (data, change);

  return TRUE;
}

static gboolean
roll_back (MouSqlite *db, MouRegister *reg, gint64 last, gint64 to, GError **error)
{
  for (gint64 entry = last; entry > to; entry--)
    {
      g_autoptr (GPtrArray) lines = mou_journal_read_lines (db, entry, error);
      if (lines == NULL || !mou_journal_replay (reg, lines, TRUE, apply_to_register, reg, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_stamp (MouSqlite *db, gint64 *entry, char **hash, GError **error)
{
  g_autofree char *number = NULL;

  if (!read_meta (db, "content_entry", &number, error) || !read_meta (db, "content_hash", hash, error))
    return FALSE;

  *entry = 0;
  if (number == NULL || *hash == NULL || !g_ascii_string_to_signed (number, 10, 0, G_MAXINT64, entry, NULL))
    {
      g_autoptr (MouRegister) empty = mou_register_new ();
      g_free (*hash);
      *hash = compute_hash (empty);
    }

  return TRUE;
}

static gboolean
refuse (MouSqlite *db, GError **error)
{
  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED,
               _ ("“%s” is refused: its content was changed outside the program or is damaged; it is not what its history says."),
               mou_sqlite_get_shown_name (db));

  return FALSE;
}

gboolean
mou_content_check (MouSqlite *db, MouRegister *reg, GError **error)
{
  g_autofree char *expected = NULL;
  gint64 last, stamped;

  g_return_val_if_fail (db != NULL && reg != NULL, FALSE);

  if (!read_stamp (db, &stamped, &expected, error)
      || !mou_sqlite_query_integer (db, "SELECT ifnull (max (entry), 0) FROM journal", &last, error))
    return FALSE;
  if (stamped > last)
    return refuse (db, error);

  /* A published file is stamped for its last entry, and needs no copy. */
  g_autoptr (MouRegister) earlier = stamped < last ? mou_register_copy (reg) : NULL;
  if (earlier != NULL && !roll_back (db, earlier, last, stamped, NULL))
    return refuse (db, error);

  g_autofree char *found = compute_hash (earlier != NULL ? earlier : reg);

  return g_str_equal (found, expected) || refuse (db, error);
}

gboolean
mou_content_is_stamped (MouSqlite *db, MouRegister *reg)
{
  g_autofree char *expected = NULL;
  gint64 stamped;

  g_return_val_if_fail (db != NULL && reg != NULL, FALSE);

  if (!read_stamp (db, &stamped, &expected, NULL))
    return FALSE;

  g_autofree char *found = compute_hash (reg);

  return g_str_equal (found, expected);
}
