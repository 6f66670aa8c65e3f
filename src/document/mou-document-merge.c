/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging is decided by mou-merge; here it gets its base, and its conflicts get words. */

#include "mou-document-merge.h"

#include "mou-change-words.h"
#include "mou-document-private.h"
#include "mou-journal-fork.h"
#include "mou-merge.h"
#include "mou-row-name.h"

#include <glib/gi18n-lib.h>

void
mou_merge_conflict_free (MouMergeConflict *self)
{
  g_free (self->agreement);
  g_free (self->place);
  g_free (self->field);
  g_free (self->base);
  g_free (self->mine);
  g_free (self->theirs);
  g_free (self);
}

/* *base NULL: there is none. */
static gboolean
find_base (MouDocument *self, MouDocument *other, MouDocument *given, MouRegister **base, GError **error)
{
  gint64 entry;

  *base = NULL;
  if (given != NULL)
    *base = mou_register_copy (given->rows);
  if (given != NULL)
    return TRUE;
  if (!mou_journal_find_fork (self->store, other->store, &entry, error))
    return FALSE;
  if (entry > 0)
    *base = mou_journal_rewind (other->store, entry, error);

  return entry == 0 || *base != NULL;
}

static void
remember_visit (MouRow *row, int depth, gpointer data)
{
  g_hash_table_insert (data, g_memdup2 (&row->id, sizeof row->id), mou_row_ref (row));
}

static void
remember (GHashTable *gone, MouRow *row)
{
  if (row != NULL)
    remember_visit (row, 0, gone);
}

/* Rows that mine has not, so that they can be named. */
static GHashTable *
list_others (MouRegister *base, const MouMerge *merge)
{
  GHashTable *gone = mou_change_words_new_gone ();

  if (base != NULL)
    mou_register_visit (base, remember_visit, gone);
  for (guint i = 0; i < merge->changes->len; i++)
    remember (gone, ((const MouChange *) g_ptr_array_index (merge->changes, i))->after);
  for (guint i = 0; i < merge->conflicts->len; i++)
    remember (gone, ((const MouConflict *) g_ptr_array_index (merge->conflicts, i))->theirs);

  return gone;
}

static char *
describe_side (MouDocument *self, GHashTable *gone, const MouConflict *conflict, const MouRow *row)
{
  if (row == NULL)
    return g_strdup (conflict->base != NULL ? _ ("(deleted)") : _ ("(not there)"));
  if (conflict->field == MOU_CONFLICT_ROW)
    return g_strdup (conflict->base == NULL ? _ ("added") : mou_row_equal (row, conflict->base) ? _ ("there") : _ ("changed"));
  if (conflict->field == MOU_CONFLICT_PLACE)
    return g_strdup (conflict->base != NULL && row->ordinal == conflict->base->ordinal ? _ ("as it was") : _ ("moved"));

  return mou_change_words_dup_value (self->rows, gone, mou_field_get (conflict->entity, conflict->field), row->values[conflict->field]);
}

static char *
describe_field (const MouConflict *conflict)
{
  if (conflict->field == MOU_CONFLICT_ROW)
    return NULL;
  if (conflict->field == MOU_CONFLICT_PLACE)
    return g_strdup (_ ("place among its siblings"));

  return mou_field_dup_word (mou_field_get (conflict->entity, conflict->field));
}

static MouMergeConflict *
describe_conflict (MouDocument *self, GHashTable *gone, const MouConflict *conflict)
{
  const MouRow *row = conflict->mine != NULL ? conflict->mine : conflict->theirs;
  MouMergeConflict *words = g_new0 (MouMergeConflict, 1);

  words->agreement = mou_row_dup_agreement_name (self->rows, gone, row);
  words->place = mou_change_words_dup_name (self->rows, gone, row->id);
  words->field = describe_field (conflict);
  if (conflict->base != NULL || conflict->field >= 0)
    words->base = conflict->base != NULL ? describe_side (self, gone, conflict, conflict->base) : g_strdup (_ ("(not there)"));
  words->mine = describe_side (self, gone, conflict, conflict->mine);
  words->theirs = describe_side (self, gone, conflict, conflict->theirs);

  return words;
}

/* Rows that are there or not as a whole. */
static GHashTable *
list_whole_rows (const MouMerge *merge)
{
  GHashTable *whole = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      MouConflict *conflict = g_ptr_array_index (merge->conflicts, i);

      if (conflict->field == MOU_CONFLICT_ROW)
        g_hash_table_add (whole, &conflict->row);
    }

  return whole;
}

/* With a row goes what is below it, which need not be told. */
static GPtrArray *
describe_conflicts (MouDocument *self, MouRegister *base, const MouMerge *merge)
{
  g_autoptr (GHashTable) gone = list_others (base, merge);
  g_autoptr (GHashTable) whole = list_whole_rows (merge);
  GPtrArray *conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_merge_conflict_free);

  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      const MouConflict *conflict = g_ptr_array_index (merge->conflicts, i);
      const MouRow *row = conflict->mine != NULL ? conflict->mine : conflict->theirs;

      if (!g_hash_table_contains (whole, &row->parent))
        g_ptr_array_add (conflicts, describe_conflict (self, gone, conflict));
    }

  return conflicts;
}

static gboolean
apply_merge (MouDocument *self, const MouMerge *merge, const char *source, GError **error)
{
  g_autoptr (MouEdit) edit = _mou_document_begin (self, MOU_ENTRY_MERGE, error, _ ("Merge %s"), source);
  gboolean done = edit != NULL;

  for (guint i = 0; done && i < merge->changes->len; i++)
    done = mou_edit_apply (edit, g_ptr_array_index (merge->changes, i), error);

  return _mou_document_finish (self, &edit, done, error);
}

gboolean
mou_document_merge (MouDocument *self, MouDocument *other, MouDocument *base, MouMergePolicy policy, const char *source,
                    GPtrArray **conflicts, guint *n_changes, GError **error)
{
  g_autoptr (MouRegister) common = NULL;
  g_autoptr (MouMerge) merge = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self) && MOU_IS_DOCUMENT (other), FALSE);
  g_return_val_if_fail (self->store != NULL && other->store != NULL && (base == NULL || base->rows != NULL), FALSE);
  g_return_val_if_fail (source != NULL && conflicts != NULL, FALSE);

  *conflicts = NULL;
  if (!find_base (self, other, base, &common, error))
    return _mou_document_adopt_error (error);

  merge = mou_merge_registers (common, self->rows, other->rows, policy == MOU_MERGE_POLICY_THEIRS ? MOU_MERGE_THEIRS : MOU_MERGE_MINE);
  *conflicts = describe_conflicts (self, common, merge);
  if (n_changes != NULL)
    *n_changes = merge->changes->len;
  if (policy == MOU_MERGE_POLICY_ASK && merge->conflicts->len > 0)
    return TRUE;
  if (apply_merge (self, merge, source, error))
    return TRUE;

  g_clear_pointer (conflicts, g_ptr_array_unref);
  return FALSE;
}
