/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything is checked that does not depend on knowing the whole schema: no code in it, all our tables and columns there, integrity,
 * references, values, tree, the hash chain over the lines as they are written. The content hash covers what is not known here, and is
 * left alone. Entries and lines of what is not known are kept out of the copy, whose chain is therefore its own. */

#include "mou-intake-newer.h"

#include "mou-intake-database.h"
#include "mou-intake-header.h"
#include "mou-journal-rows.h"
#include "mou-migration.h"
#include "mou-schema.h"
#include "mou-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* An entry as the file has it; the kind may be one we do not know. */
typedef struct
{
  MouJournalEntry *entry;
  char *kind;
} RawEntry;

typedef struct
{
  MouSqlite *from;
  MouStatement *lines;
  MouUndoState *undo;
  char *hash;    /* of the entry before, as the file has it */
  char *written; /* and as the copy has it */
} Reading;

static void
raw_entry_free (gpointer data)
{
  RawEntry *raw = data;

  mou_journal_entry_free (raw->entry);
  g_free (raw->kind);
  g_free (raw);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->lines, mou_statement_free);
  g_clear_pointer (&self->undo, mou_undo_state_free);
  g_free (self->hash);
  g_free (self->written);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* The journal */

static RawEntry *
read_entry (MouStatement *select)
{
  RawEntry *raw = g_new0 (RawEntry, 1);

  raw->entry = g_new0 (MouJournalEntry, 1);
  raw->entry->entry = mou_statement_get_integer (select, 0);
  raw->entry->at = g_strdup (mou_statement_get_text (select, 1));
  raw->entry->author = g_strdup (mou_statement_get_text (select, 2));
  raw->entry->label = g_strdup (mou_statement_get_text (select, 3));
  raw->kind = g_strdup (mou_statement_get_text (select, 4));
  raw->entry->undoes = mou_statement_get_integer (select, 5);
  raw->entry->hash = g_strdup (mou_statement_get_text (select, 6));

  return raw;
}

static GPtrArray *
read_entries (MouSqlite *db, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (raw_entry_free);

  g_autoptr (MouStatement) select
      = mou_statement_new (db, "SELECT entry, at, author, label, kind, undoes, hash FROM journal ORDER BY entry", error);
  if (select == NULL)
    return NULL;

  while (mou_statement_next (select, &failure))
    g_ptr_array_add (entries, read_entry (select));
  if (failure == NULL)
    return g_steal_pointer (&entries);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static void
hash_entry (MouHash *hash, const char *previous, const RawEntry *raw)
{
  mou_hash_add_text (hash, previous);
  mou_hash_add_integer (hash, raw->entry->entry);
  mou_hash_add_text (hash, raw->entry->at);
  mou_hash_add_text (hash, raw->entry->author);
  mou_hash_add_text (hash, raw->entry->label);
  mou_hash_add_text (hash, raw->kind);
  mou_hash_add_integer (hash, raw->entry->undoes);
}

static gboolean
is_known (MouEntity entity, const char *field)
{
  return entity != MOU_ENTITY_NONE && field != NULL
         && (g_str_equal (field, "parent") || g_str_equal (field, "ordinal") || mou_field_lookup (entity, field) >= 0);
}

/* Hashes the line as it is, and keeps it if it is of something known. */
static void
take_line (MouStatement *select, MouHash *hash, GPtrArray *known)
{
  const char *table = mou_statement_get_text (select, 0);
  const char *op = mou_statement_get_text (select, 2);
  MouJournalChange line = {
    .entity = table != NULL ? mou_entity_lookup (table) : MOU_ENTITY_NONE,
    .row = mou_statement_get_integer (select, 1),
    .op = op != NULL ? op[0] : '\0',
    .field = (char *) mou_statement_get_text (select, 3),
    .old_value = (char *) mou_statement_get_text (select, 4),
    .new_value = (char *) mou_statement_get_text (select, 5),
  };

  mou_hash_add_text (hash, table);
  mou_hash_add_integer (hash, line.row);
  mou_hash_add_text (hash, op);
  mou_hash_add_text (hash, line.field);
  mou_hash_add_text (hash, line.old_value);
  mou_hash_add_text (hash, line.new_value);
  if (is_known (line.entity, line.field) && strchr ("iud", line.op) != NULL)
    mou_journal_collect_line (&line, known);
}

/* The lines of one entry that are known; NULL when the entry is not what was written. */
static GPtrArray *
read_lines (Reading *self, const RawEntry *raw, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_journal_change_free);
  g_autoptr (MouHash) hash = mou_hash_new ();

  hash_entry (hash, self->hash, raw);
  mou_statement_bind_integer (self->lines, 1, raw->entry->entry);
  while (mou_statement_next (self->lines, &failure))
    take_line (self->lines, hash, known);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  g_autofree char *found = mou_hash_finish (hash);
  if (g_strcmp0 (found, raw->entry->hash) == 0)
    return g_steal_pointer (&known);
  mou_journal_refuse (self->from, raw->entry->entry, error);

  return NULL;
}

/* A kind of entry that is new, or undoes in a way that is, is shown as an edit. */
static void
find_kind (Reading *self, RawEntry *raw)
{
  MouJournalEntry *entry = raw->entry;

  if (mou_entry_kind_parse (raw->kind, &entry->kind)
      && mou_undo_state_add (self->undo, entry->entry, entry->kind, entry->undoes, entry->label))
    return;

  entry->kind = MOU_ENTRY_EDIT;
  entry->undoes = 0;
  if (!mou_undo_state_add (self->undo, entry->entry, entry->kind, 0, entry->label))
    g_assert_not_reached ();
}

static gboolean
copy_entry (Reading *self, RawEntry *raw, gint64 number, MouStore *to, GError **error)
{
  MouJournalEntry *entry = raw->entry;

  if (entry->entry != number || entry->at == NULL || entry->author == NULL || entry->label == NULL || entry->hash == NULL)
    return mou_journal_refuse (self->from, number, error);
  g_autoptr (GPtrArray) lines = read_lines (self, raw, error);
  if (lines == NULL)
    return FALSE;

  g_free (self->hash);
  self->hash = g_strdup (entry->hash);
  find_kind (self, raw);
  if (!mou_journal_append (to->db, entry, lines, self->written, error))
    return FALSE;
  g_free (self->written);
  self->written = g_strdup (entry->hash);

  return TRUE;
}

static gboolean
copy_journal (MouSqlite *from, MouStore *to, GError **error)
{
  g_auto (Reading) self = { from, NULL, NULL, g_strdup (MOU_JOURNAL_NO_HASH), g_strdup (MOU_JOURNAL_NO_HASH) };
  g_autoptr (GPtrArray) entries = read_entries (from, error);

  self.undo = mou_undo_state_new ();
  if (entries != NULL)
    self.lines = mou_journal_prepare_visit (from, error);
  if (self.lines == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    if (!copy_entry (&self, g_ptr_array_index (entries, i), (gint64) i + 1, to, error))
      return FALSE;

  return TRUE;
}

/* The rows */

static gboolean
copy_rows (MouSqlite *from, MouStore *to, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (MouRegister) rows = mou_register_new ();

  if (!mou_tables_load (from, rows, error))
    return FALSE;
  if (!mou_register_validate (rows, &failure))
    {
      g_set_error_literal (error, MOU_STORE_ERROR, MOU_STORE_ERROR_NEWER, failure->message);
      return FALSE;
    }

  return mou_tables_write_all (to->tables, rows, error);
}

static gboolean
copy_content (MouSqlite *from, const char *working_copy, GError **error)
{
  g_autoptr (MouStore) to = mou_store_create (working_copy, error);
  if (to == NULL || !mou_sqlite_begin (to->db, error))
    return FALSE;
  if (copy_journal (from, to, error) && copy_rows (from, to, error))
    return mou_sqlite_commit (to->db, error);

  mou_sqlite_rollback (to->db);

  return FALSE;
}

/* The file */

static gboolean
check_header (const char *path, const char *source, int *version, GError **error)
{
  guint8 header[MOU_HEADER_SIZE] = { 0 };
  g_autofree char *name = g_filename_display_name (source);
  g_autofree char *data = NULL;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, error))
    return FALSE;
  memcpy (header, data, MIN (size, sizeof header));

  return mou_header_check_newer (header, MIN (size, sizeof header), size, name, version, error);
}

static gboolean
check_schema (const char *path, const char *source, GError **error)
{
  g_autoptr (MouSqlite) db = mou_sqlite_open (path, MOU_SQLITE_CHECK, source, error);

  return db != NULL && mou_schema_check_newer (db, error);
}

static gboolean
read_newer (const char *path, const char *source, const char *working_copy, int *version, GCancellable *cancellable, GError **error)
{
  if (!check_header (path, source, version, error) || !check_schema (path, source, error))
    return FALSE;
  g_autoptr (MouSqlite) db = mou_intake_connect (path, source, cancellable, error);

  return db != NULL && mou_intake_check_structure (db, error) && copy_content (db, working_copy, error);
}

/* Salvage would be no help: what is unknown is not damaged. */
static void
explain (GError *failure, const char *source, int version, GError **error)
{
  g_autofree char *name = g_filename_display_name (source);

  if (version == 0
      || (!g_error_matches (failure, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED)
          && !g_error_matches (failure, MOU_STORE_ERROR, MOU_STORE_ERROR_NEWER)))
    {
      g_propagate_error (error, failure);
      return;
    }

  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_NEWER,
               _ ("“%s” was written by a newer version of this program (format %d; this one knows %d) and cannot be shown: %s"), name,
               version, MOU_SCHEMA_VERSION, failure->message);
  g_error_free (failure);
}

gboolean
mou_intake_newer (const char *source, const char *working_copy, MouFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  int version = 0;

  g_return_val_if_fail (source != NULL && working_copy != NULL && identity != NULL, FALSE);

  g_autofree char *copy = g_strconcat (working_copy, ".newer", NULL);
  gboolean done = mou_file_copy (source, copy, identity, cancellable, &failure)
                  && read_newer (copy, source, working_copy, &version, cancellable, &failure);
  g_unlink (copy);
  if (done)
    return TRUE;

  g_unlink (working_copy);
  explain (failure, source, version, error);

  return FALSE;
}
