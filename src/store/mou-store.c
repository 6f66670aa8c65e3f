/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening reads every row and the journal's entries, not their lines; it trusts what intake has checked. */

#include "mou-store-private.h"

#include "mou-journal-rows.h"
#include "mou-migration.h"

#include <glib/gi18n-lib.h>

GQuark
mou_store_error_quark (void)
{
  return g_quark_from_static_string ("mou-store-error");
}

/* The last entry, its hash, and what can be undone. */
static gboolean
load_journal (MouStore *self, GError **error)
{
  g_autoptr (GPtrArray) entries = mou_journal_read_entries (self->db, 0, 0, error);
  if (entries == NULL)
    return FALSE;

  self->hash = g_strdup (MOU_JOURNAL_NO_HASH);
  for (guint i = 0; i < entries->len; i++)
    {
      const MouJournalEntry *entry = g_ptr_array_index (entries, i);
      if (!mou_undo_state_add (self->undo, entry->entry, entry->kind, entry->undoes, entry->label))
        return mou_journal_refuse (self->db, entry->entry, error);
      self->entry = entry->entry;
      g_free (self->hash);
      self->hash = g_strdup (entry->hash);
    }

  return TRUE;
}

/* Takes the connection and the rows. */
static MouStore *
new_store (MouSqlite *db, MouRegister *rows)
{
  MouStore *self = g_new0 (MouStore, 1);

  g_rec_mutex_init (&self->lock);
  self->db = db;
  self->tables = mou_tables_new (db);
  self->reg = rows;
  self->undo = mou_undo_state_new ();

  return self;
}

MouStore *
mou_store_create (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_name (path);
      g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM, _ ("“%s” exists already."), name);
      return NULL;
    }

  MouSqlite *db = mou_sqlite_open (path, MOU_SQLITE_CREATE, NULL, error);
  if (db == NULL)
    return NULL;
  g_autoptr (MouStore) self = new_store (db, mou_register_new ());
  if (!mou_migration_run (db, 0, MOU_SCHEMA_VERSION, error) || !load_journal (self, error))
    return NULL;
  mou_sqlite_forbid_schema_changes (db);

  return g_steal_pointer (&self);
}

/* A copy that an earlier version of the program left when it crashed is of an earlier version. */
static gboolean
bring_up_to_date (MouSqlite *db, GError **error)
{
  gint64 version;

  if (!mou_sqlite_query_integer (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= 1 && version <= MOU_SCHEMA_VERSION)
    return mou_migration_run (db, (int) version, MOU_SCHEMA_VERSION, error);

  g_set_error (error, MOU_STORE_ERROR, version > MOU_SCHEMA_VERSION ? MOU_STORE_ERROR_NEWER : MOU_STORE_ERROR_REFUSED,
               _ ("“%s” is not a working copy of this version of the program."), mou_sqlite_get_shown_name (db));

  return FALSE;
}

/* `rows` is taken over; NULL: they are read. */
static MouStore *
open_store (const char *path, MouRegister *rows, GError **error)
{
  const gboolean known = rows != NULL;
  g_autoptr (MouRegister) taken = known ? rows : mou_register_new ();

  MouSqlite *db = mou_sqlite_open (path, MOU_SQLITE_WRITE, NULL, error);
  if (db == NULL)
    return NULL;
  g_autoptr (MouStore) self = new_store (db, g_steal_pointer (&taken));

  if (!bring_up_to_date (db, error))
    return NULL;
  mou_sqlite_forbid_schema_changes (db);
  if ((!known && !mou_tables_load (db, self->reg, error)) || !load_journal (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

MouStore *
mou_store_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_store (path, NULL, error);
}

MouStore *
mou_store_open_with (const char *path, MouRegister *rows, GError **error)
{
  g_return_val_if_fail (path != NULL && rows != NULL, NULL);

  return open_store (path, rows, error);
}

void
mou_store_free (MouStore *self)
{
  if (self == NULL)
    return;

  mou_tables_free (self->tables);
  mou_sqlite_free (self->db);
  mou_register_free (self->reg);
  mou_undo_state_free (self->undo);
  g_free (self->hash);
  g_rec_mutex_clear (&self->lock);
  g_free (self);
}

MouRegister *
mou_store_get_register (MouStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reg;
}

gint64
mou_store_get_entry (MouStore *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entry;
}
