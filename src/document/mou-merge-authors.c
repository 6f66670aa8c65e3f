/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries are read oldest first, so that the last word on a field is the one that stays. */

#include "mou-merge-authors.h"

struct _MouMergeAuthors
{
  GPtrArray *entries;
  GHashTable *by_field; /* "row/field" → MouJournalEntry, borrowed */
  GHashTable *by_row;   /* gint64 * → MouJournalEntry, borrowed */
};

static char *
make_key (gint64 row, const char *field)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", row, field);
}

static void
note_lines (MouMergeAuthors *self, GPtrArray *lines, MouJournalEntry *entry)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MouJournalChange *line = g_ptr_array_index (lines, i);

      g_hash_table_insert (self->by_row, g_memdup2 (&line->row, sizeof line->row), entry);
      if (line->field != NULL)
        g_hash_table_insert (self->by_field, make_key (line->row, line->field), entry);
    }
}

MouMergeAuthors *
_mou_merge_authors_new (MouStore *store, gint64 fork, GError **error)
{
  g_autoptr (MouMergeAuthors) self = g_new0 (MouMergeAuthors, 1);

  self->by_field = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_row = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->entries = mou_journal_list (store, (guint) (mou_store_get_entry (store) - fork), error);
  if (self->entries == NULL)
    return NULL;

  for (guint i = self->entries->len; i > 0; i--)
    {
      MouJournalEntry *entry = g_ptr_array_index (self->entries, i - 1);
      g_autoptr (GPtrArray) lines = entry->entry > fork ? mou_journal_list_changes (store, entry->entry, error) : NULL;

      if (lines != NULL)
        note_lines (self, lines, entry);
      else if (entry->entry > fork)
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
_mou_merge_authors_free (MouMergeAuthors *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_hash_table_unref (self->by_field);
  g_hash_table_unref (self->by_row);
  g_free (self);
}

const MouJournalEntry *
_mou_merge_authors_find (MouMergeAuthors *self, gint64 row, const char *field)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (field == NULL)
    return g_hash_table_lookup (self->by_row, &row);

  key = make_key (row, field);

  return g_hash_table_lookup (self->by_field, key);
}
