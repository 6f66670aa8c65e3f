/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Operations go to the register in memory at once, and are remembered. The file is touched only by commit, in one short
 * transaction, so nothing can be left half written by an edit that is given up. */

#include "mou-store-private.h"

#include "mou-journal-rows.h"
#include "mou-signing.h"
#include "mou-value.h"

#include <glib/gi18n-lib.h>

/* Appended rows leave room, so that a row can later be put between two others without renumbering them. */
#define ORDINAL_STEP 1024

struct _MouEdit
{
  MouStore *store;
  MouEntryKind kind;
  gint64 undoes;
  char *author;
  char *label;
  GPtrArray *changes; /* MouChange; two in a row are never of one row, and none is without effect */
  gboolean committed;
};

/* Remembering */

static MouChange *
get_last_change (MouEdit *self)
{
  return self->changes->len > 0 ? g_ptr_array_index (self->changes, self->changes->len - 1) : NULL;
}

/* Two changes of the same row in succession are one, so typing twice into a cell leaves one line in the journal, and an
 * insertion arrives with its values. A row that is deleted and inserted anew keeps both lines. */
static void
remember (MouEdit *self, MouRow *before, MouRow *after)
{
  MouChange *last = get_last_change (self);
  gboolean joins = last != NULL && before != NULL && last->after != NULL && last->after->id == before->id;

  if (!joins)
    {
      g_ptr_array_add (self->changes, mou_change_new (before, after));
      return;
    }

  g_autoptr (MouRow) first = last->before != NULL ? mou_row_ref (last->before) : NULL;
  g_ptr_array_remove_index (self->changes, self->changes->len - 1);
  gboolean without_effect = first == NULL ? after == NULL : after != NULL && mou_row_equal (first, after);
  if (!without_effect)
    g_ptr_array_add (self->changes, mou_change_new (first, after));
}

static void
make_change (MouEdit *self, MouRow *before, MouRow *after)
{
  g_autoptr (MouChange) change = mou_change_new (before, after);

  mou_register_apply (self->store->reg, change);
  remember (self, before, after);
}

static void
take_back (MouEdit *self)
{
  g_autoptr (GPtrArray) inverses = mou_change_list_invert (self->changes);

  for (guint i = 0; i < inverses->len; i++)
    mou_register_apply (self->store->reg, g_ptr_array_index (inverses, i));
  g_ptr_array_set_size (self->changes, 0);
}

/* Beginning and ending */

/* Waits while a save in another thread reads the register. */
static void
enter_store (MouEdit *self)
{
  g_rec_mutex_lock (&self->store->lock);
  self->store->editing = TRUE;
}

static void
leave_store (MouEdit *self)
{
  self->store->editing = FALSE;
  g_rec_mutex_unlock (&self->store->lock);
}

MouEdit *
mou_edit_begin_again (MouStore *store, MouEntryKind kind, gint64 undoes, const char *author, const char *label, GError **error)
{
  g_return_val_if_fail (store != NULL && author != NULL && label != NULL, NULL);

  if (store->failed)
    {
      g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM,
                   _ ("The last change to “%s” could not be confirmed by the disk; close the register and open it again."),
                   mou_sqlite_get_shown_name (store->db));
      return NULL;
    }
  if (store->editing)
    {
      g_set_error_literal (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID, _ ("Another change is still under way."));
      return NULL;
    }

  MouEdit *self = g_new0 (MouEdit, 1);
  self->store = store;
  self->kind = kind;
  self->undoes = undoes;
  self->author = g_utf8_make_valid (author, -1);
  self->label = g_utf8_make_valid (label, -1);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_change_free);
  enter_store (self);

  return self;
}

MouEdit *
mou_edit_begin (MouStore *store, MouEntryKind kind, const char *author, const char *label, GError **error)
{
  g_return_val_if_fail (kind != MOU_ENTRY_UNDO && kind != MOU_ENTRY_REDO, NULL);

  return mou_edit_begin_again (store, kind, 0, author, label, error);
}

void
mou_edit_free (MouEdit *self)
{
  if (self == NULL)
    return;

  if (!self->committed)
    {
      take_back (self);
      leave_store (self);
    }
  g_ptr_array_unref (self->changes);
  g_free (self->author);
  g_free (self->label);
  g_free (self);
}

/* Operations */

static MouRow *
dup_row (MouEdit *self, gint64 id, GError **error)
{
  MouRow *row = mou_register_lookup (self->store->reg, id);

  if (row != NULL)
    return mou_row_ref (row);

  g_set_error_literal (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID, _ ("The row does not exist any more."));

  return NULL;
}

static gboolean
check_parent (MouEdit *self, MouEntity entity, gint64 parent, GError **error)
{
  const MouEntityInfo *info = mou_entity_get_info (entity);
  MouRow *above = parent != 0 ? mou_register_lookup (self->store->reg, parent) : NULL;

  if (info->parent == MOU_ENTITY_NONE ? parent == 0 : above != NULL && above->entity == info->parent)
    return TRUE;

  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID, _ ("%s: there is nothing it could belong to."), _ (info->label));

  return FALSE;
}

static gint64
get_next_ordinal (MouEdit *self, MouEntity entity, gint64 parent)
{
  GPtrArray *siblings = mou_register_get_children (self->store->reg, parent, entity);
  const MouRow *last = siblings->len > 0 ? g_ptr_array_index (siblings, siblings->len - 1) : NULL;

  return last != NULL ? last->ordinal + ORDINAL_STEP : 0;
}

static gboolean
normalise_values (MouEntity entity, const char *const *values, GPtrArray *normalised, GError **error)
{
  guint n_fields;
  const MouField *fields = mou_field_table (entity, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      char *canonical = NULL;
      const char *typed = values != NULL && values[i] != NULL ? values[i] : "";
      if (!mou_value_normalise (&fields[i], typed, &canonical, error))
        return FALSE;
      g_ptr_array_add (normalised, canonical);
    }

  return TRUE;
}

gint64
mou_edit_insert (MouEdit *self, MouEntity entity, gint64 parent, gint64 ordinal, const char *const *values, GError **error)
{
  g_autoptr (GPtrArray) normalised = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL && !self->committed, 0);
  g_return_val_if_fail (entity >= 0 && entity < MOU_N_ENTITIES, 0);

  if (!check_parent (self, entity, parent, error) || !normalise_values (entity, values, normalised, error))
    return 0;

  gint64 id = mou_row_new_id ();
  while (mou_register_lookup (self->store->reg, id) != NULL)
    id = mou_row_new_id ();
  if (ordinal < 0)
    ordinal = get_next_ordinal (self, entity, parent);

  g_autoptr (MouRow) row = mou_row_new (entity, id, parent, ordinal, (const char *const *) normalised->pdata);
  make_change (self, NULL, row);

  return id;
}

gboolean
mou_edit_set (MouEdit *self, gint64 id, int field, const char *value, GError **error)
{
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (self != NULL && !self->committed, FALSE);

  g_autoptr (MouRow) row = dup_row (self, id, error);
  if (row == NULL)
    return FALSE;
  if (!mou_value_normalise (mou_field_get (row->entity, field), value != NULL ? value : "", &canonical, error))
    return FALSE;
  if (g_strcmp0 (canonical, mou_row_get (row, field)) == 0)
    return TRUE;

  g_autoptr (MouRow) after = mou_row_with_value (row, field, canonical);
  make_change (self, row, after);

  return TRUE;
}

gboolean
mou_edit_set_ordinal (MouEdit *self, gint64 id, gint64 ordinal, GError **error)
{
  g_return_val_if_fail (self != NULL && !self->committed, FALSE);
  g_return_val_if_fail (ordinal >= 0, FALSE);

  g_autoptr (MouRow) row = dup_row (self, id, error);
  if (row == NULL)
    return FALSE;
  if (row->ordinal == ordinal)
    return TRUE;

  g_autoptr (MouRow) after = mou_row_with_ordinal (row, ordinal);
  make_change (self, row, after);

  return TRUE;
}

gboolean
mou_edit_delete (MouEdit *self, gint64 id, GError **error)
{
  g_return_val_if_fail (self != NULL && !self->committed, FALSE);

  g_autoptr (MouRow) top = dup_row (self, id, error);
  if (top == NULL)
    return FALSE;

  g_autoptr (GPtrArray) rows = mou_register_list_subtree (self->store->reg, id);
  for (guint i = rows->len; i > 0; i--)
    {
      g_autoptr (MouRow) row = mou_row_ref (g_ptr_array_index (rows, i - 1));
      make_change (self, row, NULL);
    }

  return TRUE;
}

gboolean
mou_edit_apply (MouEdit *self, const MouChange *change, GError **error)
{
  g_return_val_if_fail (self != NULL && !self->committed, FALSE);
  g_return_val_if_fail (change != NULL && (change->before != NULL || change->after != NULL), FALSE);

  const MouRow *current = mou_register_lookup (self->store->reg, mou_change_get_row (change)->id);
  if (change->before == NULL ? current != NULL : current == NULL || !mou_row_equal (current, change->before))
    {
      g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID, _ ("%s: it is no longer as it was."),
                   _ (mou_entity_get_info (mou_change_get_row (change)->entity)->label));
      return FALSE;
    }

  make_change (self, change->before, change->after);

  return TRUE;
}

gboolean
mou_edit_is_empty (MouEdit *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->changes->len == 0;
}

/* Committing */

static MouJournalEntry *
build_entry (MouEdit *self)
{
  MouJournalEntry *entry = g_new0 (MouJournalEntry, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  entry->entry = self->store->entry + 1;
  entry->at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  entry->author = g_strdup (self->author);
  entry->label = g_strdup (self->label);
  entry->kind = self->kind;
  entry->undoes = self->undoes;

  return entry;
}

static gboolean
write_changes (MouEdit *self, MouJournalEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) lines = mou_journal_describe (self->changes);

  for (guint i = 0; i < self->changes->len; i++)
    if (!mou_tables_write (self->store->tables, g_ptr_array_index (self->changes, i), error))
      return FALSE;

  return mou_journal_append (self->store->db, entry, lines, self->store->hash, error);
}

/* A COMMIT that reports a failure may still have reached the file: then memory must not go on as if it had not. */
static void
note_failed_commit (MouStore *store)
{
  gint64 entry;

  store->failed
      = !mou_sqlite_query_integer (store->db, "SELECT ifnull (max (entry), 0) FROM journal", &entry, NULL) || entry != store->entry;
}

static gboolean
write_transaction (MouEdit *self, MouJournalEntry *entry, GError **error)
{
  MouStore *store = self->store;

  if (!mou_sqlite_begin (store->db, error))
    return FALSE;
  if (!write_changes (self, entry, error))
    {
      mou_sqlite_rollback (store->db);
      return FALSE;
    }
  if (mou_sqlite_commit (store->db, error))
    return TRUE;

  note_failed_commit (store);

  return FALSE;
}

static gboolean
check_changes (MouEdit *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (mou_register_validate_changes (self->store->reg, self->changes, &failure)
      && mou_signing_check_changes (self->store->reg, self->changes, self->kind == MOU_ENTRY_UNDO, &failure))
    return TRUE;

  g_set_error_literal (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID, failure->message);

  return FALSE;
}

gboolean
mou_edit_commit (MouEdit *self, gint64 *entry_number, GError **error)
{
  g_return_val_if_fail (self != NULL && !self->committed, FALSE);

  MouStore *store = self->store;
  gint64 number = 0;
  if (self->changes->len > 0)
    {
      g_autoptr (MouJournalEntry) entry = build_entry (self);
      if (!check_changes (self, error) || !write_transaction (self, entry, error))
        return FALSE;
      number = store->entry = entry->entry;
      g_free (store->hash);
      store->hash = g_steal_pointer (&entry->hash);
      mou_undo_state_add (store->undo, number, self->kind, self->undoes, self->label);
    }

  self->committed = TRUE;
  leave_store (self);
  if (entry_number != NULL)
    *entry_number = number;

  return TRUE;
}
