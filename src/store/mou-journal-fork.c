/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries count from 1 without a gap, so entries of one number are compared; each hash covers the one before, so one that is the
 * same says that all before it are. */

#include "mou-journal-fork.h"

#include "mou-journal-replay.h"
#include "mou-journal-walk.h"

/* Newest first: entry `number` of the list. */
static const MouJournalEntry *
get_entry (GPtrArray *entries, gint64 number)
{
  return g_ptr_array_index (entries, entries->len - (guint) number);
}

gboolean
mou_journal_find_fork (MouStore *a, MouStore *b, gint64 *entry, GError **error)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) right = NULL;

  g_return_val_if_fail (a != NULL && b != NULL && entry != NULL, FALSE);

  left = mou_journal_list (a, 0, error);
  right = left != NULL ? mou_journal_list (b, 0, error) : NULL;
  if (right == NULL)
    return FALSE;

  *entry = MIN (left->len, right->len);
  while (*entry > 0 && !g_str_equal (get_entry (left, *entry)->hash, get_entry (right, *entry)->hash))
    --*entry;

  return TRUE;
}

static gboolean
apply_cb (const MouChange *change, gpointer data, GError **error)
{
  mou_register_apply (data, change);

  return TRUE;
}

static gboolean
undo_next (MouJournalWalk *walk, MouRegister *rows, GError **error)
{
  g_autoptr (MouJournalEntry) entry = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  return mou_journal_walk_next (walk, &entry, &lines, error)
         && (lines == NULL || mou_journal_replay (rows, lines, TRUE, apply_cb, rows, error));
}

MouRegister *
mou_journal_rewind (MouStore *store, gint64 entry, GError **error)
{
  g_autoptr (MouRegister) rows = NULL;
  g_autoptr (MouJournalWalk) walk = NULL;

  g_return_val_if_fail (store != NULL && entry >= 0, NULL);

  walk = mou_journal_walk_new (store, 0, error);
  if (walk == NULL)
    return NULL;

  rows = mou_register_copy (mou_store_get_register (store));
  for (gint64 last = mou_store_get_entry (store); last > entry; last--)
    if (!undo_next (walk, rows, error))
      return NULL;

  return g_steal_pointer (&rows);
}
