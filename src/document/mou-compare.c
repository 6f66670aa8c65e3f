/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import's difference, applied to a copy, gives the rows and their ids on both sides (two versions of one register have them
 * already); the journal's lines give the fields, and the history's sentences the words. */

#include "mou-compare.h"

#include "mou-change-words.h"
#include "mou-row-name.h"
#include "mou-row-scope.h"

typedef struct
{
  MouRegister *before;
  MouRegister *after; /* with the ids of `before` */
  GHashTable *gone;   /* row id → MouRow */
  GHashTable *whole;  /* set of ids of rows that came or went */
  GPtrArray *lines;   /* MouJournalChange */
  GPtrArray *differences;
} Comparison;

void
mou_difference_free (MouDifference *self)
{
  g_free (self->agreement);
  g_free (self->place);
  g_free (self->before);
  g_free (self->after);
  g_free (self->text);
  g_free (self);
}

static const MouRow *
find_row (const Comparison *self, gint64 id)
{
  const MouRow *row = mou_register_lookup (self->after, id);

  return row != NULL ? row : mou_register_lookup (self->before, id);
}

static MouRegister *
apply_to_copy (MouRegister *rows, GPtrArray *changes)
{
  MouRegister *copy = mou_register_copy (rows);

  for (guint i = 0; i < changes->len; i++)
    mou_register_apply (copy, g_ptr_array_index (changes, i));

  return copy;
}

static void
note_whole_rows (Comparison *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const MouJournalChange *line = g_ptr_array_index (self->lines, i);

      if (line->op != 'u')
        g_hash_table_insert (self->whole, g_memdup2 (&line->row, sizeof line->row), NULL);
    }
}

static GPtrArray *
list_siblings (MouRegister *rows, const MouRow *row)
{
  if (row->entity == MOU_ENTITY_INDICATOR)
    return mou_register_list_group (rows, row->parent, mou_row_get_reference (row, MOU_INDICATOR_GROUP));

  return g_ptr_array_ref (mou_register_get_children (rows, row->parent, row->entity));
}

/* The nearest sibling before `id` in `rows` that `other` has too; 0 when there is none. */
static gint64
find_predecessor (MouRegister *rows, MouRegister *other, gint64 id)
{
  g_autoptr (GPtrArray) siblings = list_siblings (rows, mou_register_lookup (rows, id));
  gint64 predecessor = 0;

  for (guint i = 0; i < siblings->len; i++)
    {
      const MouRow *sibling = g_ptr_array_index (siblings, i);

      if (sibling->id == id)
        return predecessor;
      if (mou_register_lookup (other, sibling->id) != NULL)
        predecessor = sibling->id;
    }

  return predecessor;
}

/* FALSE for what goes without saying: the rows below one that came or went, and a new ordinal that only makes room. */
static gboolean
is_told (const Comparison *self, const MouJournalChange *line)
{
  const MouRow *row = find_row (self, line->row);

  if (line->op != 'u')
    return !g_hash_table_contains (self->whole, &row->parent);
  if (mou_field_lookup (line->entity, line->field) >= 0)
    return TRUE;

  return find_predecessor (self->before, self->after, line->row) != find_predecessor (self->after, self->before, line->row);
}

/* As stored, but ids mean nothing to anybody. */
static char *
dup_value (const Comparison *self, const MouField *field, const char *value)
{
  if (value != NULL && field->type == MOU_FIELD_REFERENCE)
    return mou_change_words_dup_value (self->after, self->gone, field, value);

  return g_strdup (value);
}

static void
add_difference (Comparison *self, guint first, guint end)
{
  const MouJournalChange *line = g_ptr_array_index (self->lines, first);
  const MouRow *row = find_row (self, line->row);
  MouDifference *difference = g_new0 (MouDifference, 1);
  int field = line->op == 'u' ? mou_field_lookup (line->entity, line->field) : -1;

  difference->kind = line->op == 'i' ? MOU_DIFFERENCE_ADDED : line->op == 'd' ? MOU_DIFFERENCE_REMOVED : MOU_DIFFERENCE_CHANGED;
  difference->agreement = mou_row_dup_agreement_name (self->after, self->gone, row);
  difference->entity = row->entity;
  difference->row = row->id;
  difference->place = mou_row_name (self->after, self->gone, row);
  if (field >= 0)
    {
      difference->field = mou_field_get (line->entity, field);
      difference->before = dup_value (self, difference->field, line->old_value);
      difference->after = dup_value (self, difference->field, line->new_value);
    }
  difference->text = mou_change_words_dup_sentence (self->after, self->gone, self->lines, first, end);
  g_ptr_array_add (self->differences, difference);
}

/* `there` has the ids of `before`; `changes` lead from one to the other. */
static GPtrArray *
tell_changes (MouRegister *before, MouRegister *there, GPtrArray *changes)
{
  g_autoptr (GPtrArray) lines = mou_journal_describe (changes);
  g_autoptr (GHashTable) gone = mou_change_words_new_gone ();
  g_autoptr (GHashTable) whole = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Comparison self = { before, there, gone, whole, lines, g_ptr_array_new_with_free_func ((GDestroyNotify) mou_difference_free) };

  mou_change_words_remember (gone, lines);
  note_whole_rows (&self);
  for (guint first = 0, end; first < lines->len; first = end)
    {
      end = mou_change_words_find_end (lines, first);
      if (is_told (&self, g_ptr_array_index (lines, first)))
        add_difference (&self, first, end);
    }

  return self.differences;
}

GPtrArray *
mou_compare_registers (MouRegister *before, MouRegister *after)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (MouRegister) there = NULL;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  changes = mou_register_difference (before, after, TRUE);
  there = apply_to_copy (before, changes);

  return tell_changes (before, there, changes);
}

/* What a visit compares with, and where it puts what differs. */
typedef struct
{
  MouRegister *rows, *other;
  gint64 root;
  int first; /* change of this visit */
  GPtrArray *changes;
} Versions;

static void
visit_before (MouRow *row, int depth, gpointer data)
{
  const Versions *self = data;

  if (mou_register_lookup (self->other, row->id) == NULL
      && (self->root == 0 || mou_row_scope_contains (self->rows, NULL, self->root, row->id)))
    g_ptr_array_insert (self->changes, self->first, mou_change_new (row, NULL)); /* children before their parents */
}

static void
visit_after (MouRow *row, int depth, gpointer data)
{
  const Versions *self = data;
  MouRow *was = mou_register_lookup (self->other, row->id);

  if ((was == NULL || !mou_row_equal (was, row)) && (self->root == 0 || mou_row_scope_contains (self->rows, NULL, self->root, row->id)))
    g_ptr_array_add (self->changes, mou_change_new (was, row));
}

GPtrArray *
mou_compare_versions (MouRegister *before, MouRegister *after, gint64 root)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_change_free);

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  mou_register_visit (after, visit_after, &(Versions){ after, before, root, 0, changes });
  mou_register_visit (before, visit_before, &(Versions){ before, after, root, (int) changes->len, changes });

  return tell_changes (before, after, changes);
}
