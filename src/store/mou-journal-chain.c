/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines are hashed as they are read: a history may have a million of them. */

#include "mou-journal-chain.h"

#include "mou-journal-rows.h"
#include "mou-undo-state.h"

static void
hash_line (const MouJournalChange *line, gpointer data)
{
  mou_journal_hash_line (data, line);
}

static gboolean
check_entry (MouSqlite *db, MouStatement *select, const MouJournalEntry *entry, const char *previous, GError **error)
{
  g_autoptr (MouHash) hash = mou_hash_new ();

  mou_journal_hash_entry (hash, previous, entry);
  if (!mou_journal_visit_lines (db, select, entry->entry, hash_line, hash, error))
    return FALSE;

  g_autofree char *found = mou_hash_finish (hash);

  return g_strcmp0 (found, entry->hash) == 0 || mou_journal_refuse (db, entry->entry, error);
}

/* prev_hash says again what the entry before says; it must not say anything else. */
static gboolean
check_links (MouSqlite *db, GError **error)
{
  gint64 wrong;

  if (!mou_sqlite_query_integer (db,
                                 "SELECT ifnull (min (entry), 0) FROM journal AS later WHERE prev_hash <> "
                                 "ifnull ((SELECT hash FROM journal AS earlier WHERE earlier.entry = later.entry - 1), '')",
                                 &wrong, error))
    return FALSE;

  return wrong == 0 || mou_journal_refuse (db, wrong, error);
}

gboolean
mou_journal_check_chain (MouSqlite *db, GError **error)
{
  g_autoptr (MouUndoState) undo = mou_undo_state_new ();
  const char *previous = MOU_JOURNAL_NO_HASH;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!check_links (db, error))
    return FALSE;
  g_autoptr (GPtrArray) entries = mou_journal_read_entries (db, 0, 0, error);
  if (entries == NULL)
    return FALSE;
  g_autoptr (MouStatement) select = mou_journal_prepare_visit (db, error);
  if (select == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const MouJournalEntry *entry = g_ptr_array_index (entries, i);
      if (entry->entry != (gint64) i + 1 || !mou_undo_state_add (undo, entry->entry, entry->kind, entry->undoes, entry->label))
        return mou_journal_refuse (db, (gint64) i + 1, error);
      if (!check_entry (db, select, entry, previous, error))
        return FALSE;
      previous = entry->hash;
    }

  return TRUE;
}
