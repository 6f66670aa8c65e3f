/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo take no inverse from memory: the lines of the entry are read back from the file and replayed through an edit,
 * with the checks that any edit passes. */

#include "mou-journal.h"

#include "mou-journal-chain.h"
#include "mou-journal-replay.h"
#include "mou-journal-rows.h"
#include "mou-store-private.h"

void
mou_journal_entry_free (MouJournalEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->at);
  g_free (entry->author);
  g_free (entry->label);
  g_free (entry->hash);
  g_free (entry);
}

void
mou_journal_change_free (MouJournalChange *change)
{
  if (change == NULL)
    return;

  g_free (change->field);
  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change);
}

GPtrArray *
mou_journal_list (MouStore *store, guint limit, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);

  g_autoptr (GPtrArray) oldest_first = mou_journal_read_entries (store->db, 0, limit, error);
  if (oldest_first == NULL)
    return NULL;

  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_journal_entry_free);
  while (oldest_first->len > 0)
    g_ptr_array_add (entries, g_ptr_array_steal_index (oldest_first, oldest_first->len - 1));

  return entries;
}

GPtrArray *
mou_journal_list_changes (MouStore *store, gint64 entry, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);

  return mou_journal_read_lines (store->db, entry, error);
}

gboolean
mou_journal_verify (MouStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, FALSE);

  return mou_journal_check_chain (store->db, error);
}

gint64
mou_journal_get_undoable (MouStore *store, const char **label)
{
  g_return_val_if_fail (store != NULL, 0);

  return mou_undo_state_get_undoable (store->undo, label);
}

gint64
mou_journal_get_redoable (MouStore *store, const char **label)
{
  g_return_val_if_fail (store != NULL, 0);

  return mou_undo_state_get_redoable (store->undo, label);
}

static gboolean
apply_to_edit (const MouChange *change, gpointer data, GError **error)
{
  return mou_edit_apply (data, change, error);
}

static gboolean
replay (MouStore *store, MouEntryKind kind, gint64 target, const char *label, const char *author, gint64 *entry, GError **error)
{
  if (target == 0)
    {
      if (entry != NULL)
        *entry = 0;
      return TRUE;
    }

  g_autoptr (GPtrArray) lines = mou_journal_read_lines (store->db, target, error);
  if (lines == NULL)
    return FALSE;
  g_autoptr (MouEdit) edit = mou_edit_begin_again (store, kind, target, author, label, error);
  if (edit == NULL)
    return FALSE;

  return mou_journal_replay (store->reg, lines, kind == MOU_ENTRY_UNDO, apply_to_edit, edit, error) && mou_edit_commit (edit, entry, error);
}

gboolean
mou_journal_undo (MouStore *store, const char *author, gint64 *entry, GError **error)
{
  const char *label;

  g_return_val_if_fail (store != NULL && author != NULL, FALSE);

  gint64 target = mou_undo_state_get_undoable (store->undo, &label);

  return replay (store, MOU_ENTRY_UNDO, target, label, author, entry, error);
}

gboolean
mou_journal_redo (MouStore *store, const char *author, gint64 *entry, GError **error)
{
  const char *label;

  g_return_val_if_fail (store != NULL && author != NULL, FALSE);

  gint64 target = mou_undo_state_get_redoable (store->undo, &label);

  return replay (store, MOU_ENTRY_REDO, target, label, author, entry, error);
}
