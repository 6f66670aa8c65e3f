/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries are fetched in chunks, so that a journal of a hundred thousand need never be in memory; the statement for their lines is
 * made once. */

#include "mou-journal-walk.h"

#include "mou-journal-rows.h"
#include "mou-store-private.h"

#define CHUNK 64

struct _MouJournalWalk
{
  MouStore *store;
  gboolean reading; /* in a transaction of its own */
  MouStatement *lines;
  GPtrArray *chunk; /* MouJournalEntry, oldest first; taken from its end */
  gint64 before;    /* the chunk after this one ends here */
};

MouJournalWalk *
mou_journal_walk_new (MouStore *store, gint64 before, GError **error)
{
  g_autoptr (MouJournalWalk) self = NULL;

  g_return_val_if_fail (store != NULL && before >= 0, NULL);

  self = g_new0 (MouJournalWalk, 1);
  g_rec_mutex_lock (&store->lock);
  self->store = store;
  self->chunk = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_journal_entry_free);
  self->before = before != 0 ? MIN (before, store->entry + 1) : store->entry + 1;
  /* One transaction for all entries: SQLite locks the file once and not once an entry. A save in a thread, which has a transaction of
   * its own, waits for it to end. */
  if (!store->editing && !mou_sqlite_execute (store->db, "BEGIN", error))
    return NULL;
  self->reading = !store->editing;
  self->lines = mou_journal_prepare_visit (store->db, error);

  return self->lines != NULL ? g_steal_pointer (&self) : NULL;
}

void
mou_journal_walk_free (MouJournalWalk *self)
{
  g_clear_pointer (&self->lines, mou_statement_free);
  if (self->reading)
    mou_sqlite_rollback (self->store->db);
  g_rec_mutex_unlock (&self->store->lock);
  g_ptr_array_unref (self->chunk);
  g_free (self);
}

static gboolean
fetch (MouJournalWalk *self, GError **error)
{
  gint64 after = MAX (self->before - 1 - CHUNK, 0);
  GPtrArray *chunk = mou_journal_read_range (self->store->db, after, self->before, error);

  if (chunk == NULL)
    return FALSE;

  g_ptr_array_unref (self->chunk);
  self->chunk = chunk;
  self->before = after + 1;
  return TRUE;
}

gboolean
mou_journal_walk_next (MouJournalWalk *self, MouJournalEntry **entry, GPtrArray **lines, GError **error)
{
  g_return_val_if_fail (self != NULL && entry != NULL && lines != NULL, FALSE);

  *entry = NULL;
  *lines = NULL;
  if (self->chunk->len == 0 && self->before > 1 && !fetch (self, error))
    return FALSE;
  if (self->chunk->len == 0)
    return TRUE;

  g_autoptr (MouJournalEntry) next = g_ptr_array_steal_index (self->chunk, self->chunk->len - 1);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_journal_change_free);
  if (!mou_journal_visit_lines (self->store->db, self->lines, next->entry, mou_journal_collect_line, found, error))
    return FALSE;
  *entry = g_steal_pointer (&next);
  *lines = g_steal_pointer (&found);

  return TRUE;
}

void
mou_journal_standing_free (MouJournalStanding *self)
{
  g_free (self->value);
  g_free (self);
}

static MouStatement *
prepare_standing (MouStore *store, MouEntity entity, gint64 row, const char *field, GError **error)
{
  MouStatement *select = mou_statement_new (store->db,
                                            "SELECT c.entry, c.new FROM change AS c JOIN journal AS j ON j.entry = c.entry "
                                            "WHERE c.\"row\" = ?1 AND c.entity = ?2 AND c.field = ?3 AND c.op <> 'd' "
                                            "AND j.kind NOT IN ('undo', 'redo') AND 'undo' IS NOT "
                                            "(SELECT u.kind FROM journal AS u WHERE u.undoes = c.entry ORDER BY u.entry DESC LIMIT 1) "
                                            "ORDER BY c.entry, c.ordinal",
                                            error);

  if (select == NULL)
    return NULL;

  mou_statement_bind_integer (select, 1, row);
  mou_statement_bind_text (select, 2, mou_entity_get_info (entity)->table);
  mou_statement_bind_text (select, 3, field);
  return select;
}

GPtrArray *
mou_journal_list_standing (MouStore *store, MouEntity entity, gint64 row, const char *field, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_journal_standing_free);
  g_autoptr (MouStatement) select = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (store != NULL && field != NULL, NULL);

  select = prepare_standing (store, entity, row, field, error);
  while (select != NULL && mou_statement_next (select, &failure))
    {
      MouJournalStanding *value = g_new (MouJournalStanding, 1);

      *value = (MouJournalStanding){ mou_statement_get_integer (select, 0), g_strdup (mou_statement_get_text (select, 1)) };
      g_ptr_array_add (values, value);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (select != NULL)
    return g_steal_pointer (&values);

  return NULL;
}

gint64
mou_journal_find_deletion (MouStore *store, gint64 row)
{
  g_autoptr (MouStatement) select = NULL;

  g_return_val_if_fail (store != NULL, 0);

  select = mou_statement_new (store->db, "SELECT max (entry) FROM change WHERE \"row\" = ?1 AND op = 'd'", NULL);
  if (select == NULL)
    return 0;

  mou_statement_bind_integer (select, 1, row);
  return mou_statement_next (select, NULL) ? mou_statement_get_integer (select, 0) : 0;
}

GPtrArray *
mou_journal_list_authors (MouStore *store, GError **error)
{
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MouStatement) select = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  select = mou_statement_new (store->db, "SELECT author FROM journal GROUP BY author ORDER BY max (entry) DESC", error);
  while (select != NULL && mou_statement_next (select, &failure))
    g_ptr_array_add (authors, g_strdup (mou_statement_get_text (select, 0)));
  if (failure == NULL && select != NULL)
    return g_steal_pointer (&authors);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
