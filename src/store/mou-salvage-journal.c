/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history is believed from its first entry on, as long as every hash fits: an entry whose hash fits is, with all before it, the one
 * that was written. Replayed from nothing it yields every row and every value, and needs no table for that. */

#include "mou-salvage-private.h"

#include "mou-journal-replay.h"
#include "mou-journal-rows.h"
#include "mou-undo-state.h"

typedef struct
{
  MouSqlite *db;
  MouSalvageJournal *journal;
  MouUndoState *undo;
  const char *previous; /* the hash of the entry before */
  gint64 n_sound;
  gboolean forged; /* it fits, and yet does not describe a register */
} Reading;

static gboolean
apply_to_register (const MouChange *change, gpointer data, GError **error)
{
  mou_register_apply (data, change);

  return TRUE;
}

static gboolean
hash_fits (const MouJournalEntry *entry, GPtrArray *lines, const char *previous)
{
  g_autoptr (MouHash) hash = mou_hash_new ();

  mou_journal_hash_entry (hash, previous, entry);
  for (guint i = 0; i < lines->len; i++)
    mou_journal_hash_line (hash, g_ptr_array_index (lines, i));
  g_autofree char *found = mou_hash_finish (hash);

  return g_strcmp0 (found, entry->hash) == 0;
}

static gboolean
is_whole_entry (const MouJournalEntry *entry)
{
  return entry->at != NULL && entry->author != NULL && entry->label != NULL && entry->hash != NULL;
}

/* FALSE: the first entry that is not what was written, or cannot be read. */
static gboolean
take_entry (Reading *self, const MouJournalEntry *entry)
{
  MouRegister *rows = self->journal->rows;

  if (!is_whole_entry (entry) || entry->entry != self->n_sound + 1)
    return FALSE;
  g_autoptr (GPtrArray) lines = mou_journal_read_lines (self->db, entry->entry, NULL);
  if (lines == NULL || !hash_fits (entry, lines, self->previous))
    return FALSE;

  self->forged = !mou_undo_state_add (self->undo, entry->entry, entry->kind, entry->undoes, entry->label)
                 || !mou_journal_replay (rows, lines, FALSE, apply_to_register, rows, NULL);
  self->previous = entry->hash;
  self->n_sound++;

  return !self->forged;
}

/* A replay that stopped in the middle of an entry leaves a register that never was. */
static void
give_up (MouSalvageJournal *self)
{
  g_ptr_array_set_size (self->entries, 0);
  mou_register_free (self->rows);
  self->rows = mou_register_new ();
  self->whole = FALSE;
}

MouSalvageJournal *
_mou_salvage_read_journal (MouSqlite *db, GCancellable *cancellable, GError **error)
{
  g_autoptr (MouSalvageJournal) self = g_new0 (MouSalvageJournal, 1);
  g_autoptr (MouUndoState) undo = mou_undo_state_new ();
  Reading reading = { db, self, undo, MOU_JOURNAL_NO_HASH, 0, FALSE };
  gboolean sound = TRUE;

  g_assert (db != NULL);

  self->entries = mou_journal_read_readable (db, &self->whole);
  self->rows = mou_register_new ();
  for (guint i = 0; sound && i < self->entries->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      sound = take_entry (&reading, g_ptr_array_index (self->entries, i));
    }

  self->whole = self->whole && sound;
  g_ptr_array_set_size (self->entries, (int) reading.n_sound);
  if (reading.forged || !mou_register_validate (self->rows, NULL))
    give_up (self);

  return g_steal_pointer (&self);
}

void
_mou_salvage_journal_free (MouSalvageJournal *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->entries);
  mou_register_free (self->rows);
  g_free (self);
}
