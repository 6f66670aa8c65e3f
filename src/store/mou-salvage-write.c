/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sound part of the history is written as it was, so its hashes and its undo still hold; what differs from it becomes one edit,
 * which passes the checks of every edit. */

#include "mou-salvage-private.h"

#include "mou-journal-rows.h"
#include "mou-store-private.h"

static gboolean
write_history (MouStore *store, MouSqlite *from, const MouSalvageJournal *journal, GError **error)
{
  const char *previous = MOU_JOURNAL_NO_HASH;

  for (guint i = 0; i < journal->entries->len; i++)
    {
      MouJournalEntry *entry = g_ptr_array_index (journal->entries, i);
      g_autoptr (GPtrArray) lines = mou_journal_read_lines (from, entry->entry, error);
      if (lines == NULL || !mou_journal_append (store->db, entry, lines, previous, error))
        return FALSE;
      previous = entry->hash;
    }

  return TRUE;
}

/* Attached files, each of which proves itself by its name. */
static gboolean
copy_blobs (MouStore *store, MouSqlite *from, guint *n_lost, gboolean *whole, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *whole = FALSE;
  g_autoptr (MouStatement) select = mou_statement_new (from, "SELECT sha256, data FROM blob NOT INDEXED", NULL);
  g_autoptr (MouStatement) insert = mou_statement_new (store->db, "INSERT OR IGNORE INTO blob (sha256, data) VALUES (?1, ?2)", error);
  if (insert == NULL)
    return FALSE;

  while (select != NULL && mou_statement_next (select, &failure))
    {
      gsize size;
      gconstpointer data = mou_statement_get_blob (select, 1, &size);
      g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, size);
      const char *expected = mou_statement_get_text (select, 0);
      if (mou_statement_forgive_text (select) || g_strcmp0 (sha256, expected) != 0)
        {
          ++*n_lost;
          continue;
        }
      mou_statement_bind_text (insert, 1, sha256);
      mou_statement_bind_blob (insert, 2, data, size);
      if (!mou_statement_run (insert, error))
        return FALSE;
    }
  *whole = select != NULL && failure == NULL;

  return TRUE;
}

static gboolean
write_base (MouSalvage *self, MouStore *store, MouSqlite *from, const MouSalvageJournal *journal, GError **error)
{
  guint n_lost = 0;
  gboolean whole = FALSE;

  if (!mou_sqlite_begin (store->db, error))
    return FALSE;
  if (!write_history (store, from, journal, error) || !mou_tables_write_all (store->tables, journal->rows, error)
      || !copy_blobs (store, from, &n_lost, &whole, error))
    {
      mou_sqlite_rollback (store->db);
      return FALSE;
    }
  if (n_lost > 0 || !whole)
    _mou_salvage_note (self, MOU_SALVAGE_ATTACHMENTS, MOU_ENTITY_ATTACHMENT, 0, n_lost);

  return mou_sqlite_commit (store->db, error);
}

/* What leads from one register to the other */

static gboolean
apply (MouEdit *edit, MouRow *before, MouRow *after, GError **error)
{
  const MouChange change = { before, after };

  return mou_edit_apply (edit, &change, error);
}

/* A row below another parent is another row to the journal. */
static gboolean
is_update (const MouRow *before, const MouRow *after)
{
  return before != NULL && after != NULL && before->entity == after->entity && before->parent == after->parent;
}

static gboolean
remove_rows (MouEdit *edit, MouRegister *from, MouRegister *to, GError **error)
{
  g_autoptr (GPtrArray) list = mou_register_list_rows (from);

  for (guint i = list->len; i > 0; i--)
    {
      MouRow *row = g_ptr_array_index (list, i - 1);
      if (!is_update (row, mou_register_lookup (to, row->id)) && !apply (edit, row, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
bring_rows (MouEdit *edit, MouRegister *from, MouRegister *to, GError **error)
{
  g_autoptr (GPtrArray) list = mou_register_list_rows (to);

  for (guint i = 0; i < list->len; i++)
    {
      MouRow *row = g_ptr_array_index (list, i);
      MouRow *before = mou_register_lookup (from, row->id);
      if (!is_update (before, row))
        before = NULL;
      if (before != NULL && mou_row_equal (before, row))
        continue;
      if (!apply (edit, before, row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_difference (const char *path, MouRegister *from, MouRegister *to, const char *author, const char *label, GError **error)
{
  g_autoptr (MouStore) store = mou_store_open (path, error);
  if (store == NULL)
    return FALSE;
  g_autoptr (MouEdit) edit = mou_edit_begin (store, MOU_ENTRY_IMPORT, author, label, error);

  return edit != NULL && remove_rows (edit, from, to, error) && bring_rows (edit, from, to, error) && mou_edit_commit (edit, NULL, error);
}

gboolean
_mou_salvage_write (MouSalvage *self, MouSqlite *db, const MouSalvageJournal *journal, MouRegister *rows, const char *into,
                    const char *author, const char *label, GError **error)
{
  g_assert (self != NULL && db != NULL && journal != NULL && rows != NULL);

  {
    /* Closed before it is opened with what was written. */
    g_autoptr (MouStore) store = mou_store_create (into, error);
    if (store == NULL || !write_base (self, store, db, journal, error))
      return FALSE;
  }
  self->n_entries = journal->entries->len;
  self->history_whole = journal->whole;

  return write_difference (into, journal->rows, rows, author, label, error);
}
