/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The journal speaks of rows and fields; mou-change-words tells it in sentences. Entries are walked newest first, so that a row is
 * known by the time an older entry mentions it: it is in the register, or its deletion was met. */

#include "mou-history.h"

#include "mou-change-words.h"
#include "mou-document-private.h"

#include <glib/gi18n-lib.h>

#define MAX_LINES 200

typedef struct
{
  MouRegister *rows;
  GHashTable *gone;   /* row id → MouRow: what deleted rows were */
  GHashTable *undone; /* entry (gint64 *) → whether the newest word about it was an undo */
  gint64 undoable, redoable;
} Walk;

void
mou_history_entry_free (MouHistoryEntry *entry)
{
  g_free (entry->at);
  g_free (entry->author);
  g_free (entry->label);
  g_strfreev (entry->lines);
  g_free (entry);
}

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static char **
describe_changes (Walk *walk, GPtrArray *changes)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint left_out = 0;

  for (guint first = 0, end; first < changes->len; first = end)
    {
      end = mou_change_words_find_end (changes, first);
      if (lines->len >= MAX_LINES)
        left_out++;
      else
        g_ptr_array_add (lines, mou_change_words_dup_sentence (walk->rows, walk->gone, changes, first, end));
    }
  if (left_out > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("and %u more change", "and %u more changes", left_out), left_out));

  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

/* Of several undos and redos of one entry the newest counts, and that is met first. */
static void
note_undone (Walk *walk, const MouJournalEntry *entry)
{
  if ((entry->kind == MOU_ENTRY_UNDO || entry->kind == MOU_ENTRY_REDO) && !g_hash_table_contains (walk->undone, &entry->undoes))
    g_hash_table_insert (walk->undone, dup_id (entry->undoes), GINT_TO_POINTER (entry->kind == MOU_ENTRY_UNDO));
}

static MouHistoryEntry *
describe_entry (Walk *walk, const MouJournalEntry *entry, GPtrArray *changes)
{
  MouHistoryEntry *told = g_new0 (MouHistoryEntry, 1);

  note_undone (walk, entry);
  mou_change_words_remember (walk->gone, changes);
  told->entry = entry->entry;
  told->at = g_strdup (entry->at);
  told->author = g_strdup (entry->author);
  told->label = g_strdup (entry->label);
  told->is_undo = entry->kind == MOU_ENTRY_UNDO;
  told->is_redo = entry->kind == MOU_ENTRY_REDO;
  told->undone = g_hash_table_lookup (walk->undone, &entry->entry) != NULL;
  told->undo_next = entry->entry == walk->undoable;
  told->redo_next = entry->entry == walk->redoable;
  told->lines = describe_changes (walk, changes);

  return told;
}

static gboolean
describe_entries (Walk *walk, MouStore *store, guint limit, GPtrArray *history, GError **error)
{
  g_autoptr (GPtrArray) entries = mou_journal_list (store, limit, error);

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const MouJournalEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GPtrArray) changes = mou_journal_list_changes (store, entry->entry, error);

      if (changes == NULL)
        return FALSE;
      g_ptr_array_add (history, describe_entry (walk, entry, changes));
    }

  return TRUE;
}

GPtrArray *
mou_document_list_history (MouDocument *self, guint limit, GError **error)
{
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_history_entry_free);
  g_autoptr (GHashTable) gone = mou_change_words_new_gone ();
  g_autoptr (GHashTable) undone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Walk walk = { .gone = gone, .undone = undone };
  const char *label = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (self->store != NULL, NULL);

  walk.rows = self->rows;
  walk.undoable = mou_journal_get_undoable (self->store, &label);
  walk.redoable = mou_journal_get_redoable (self->store, &label);
  if (describe_entries (&walk, self->store, limit, history, error))
    return g_steal_pointer (&history);

  _mou_document_adopt_error (error);
  return NULL;
}
