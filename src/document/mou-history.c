/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The journal speaks of rows and fields; this tells it in the words of the tables and the names of the rows. Entries are walked
 * newest first, so that a row is known by the time an older entry mentions it: it is in the register, or its deletion was met. */

#include "mou-history.h"

#include "mou-document-private.h"
#include "mou-row-name.h"
#include "mou-value.h"

#include <glib/gi18n-lib.h>

#define MAX_LINES 200
#define VALUE_LENGTH 60
#define NAME_LENGTH 40

typedef struct
{
  MouRegister *rows;
  GHashTable *gone;   /* row id → MouRow: what deleted rows were */
  GHashTable *undone; /* entry (gint64 *) → whether the newest word about it was an undo */
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

/* Whether the changes at `i` and at `k` are of one row and one operation, so that they make one sentence. */
static gboolean
same_row (GPtrArray *changes, guint i, guint k)
{
  const MouJournalChange *a = g_ptr_array_index (changes, i);
  const MouJournalChange *b = g_ptr_array_index (changes, k);

  return a->row == b->row && a->op == b->op;
}

/* The row that changes first .. end - 1, all inserting or all deleting it, describe. */
static MouRow *
make_row (GPtrArray *changes, guint first, guint end)
{
  const MouJournalChange *head = g_ptr_array_index (changes, first);
  g_autofree const char **values = NULL;
  gint64 parent = 0;
  guint n_fields;

  mou_field_table (head->entity, &n_fields);
  values = g_new0 (const char *, n_fields);
  for (guint i = first; i < end; i++)
    {
      const MouJournalChange *change = g_ptr_array_index (changes, i);
      const char *value = change->op == 'd' ? change->old_value : change->new_value;
      int field = change->field != NULL ? mou_field_lookup (head->entity, change->field) : -1;

      if (field >= 0)
        values[field] = value;
      else if (g_strcmp0 (change->field, "parent") == 0 && value != NULL)
        parent = g_ascii_strtoll (value, NULL, 10);
    }

  return mou_row_new (head->entity, head->row, parent, 0, values);
}

static guint
find_end (GPtrArray *changes, guint first)
{
  guint end = first + 1;

  while (end < changes->len && same_row (changes, first, end))
    end++;

  return end;
}

/* Before the sentences are made: parents are named by them, and are deleted after their children. */
static void
remember_deleted (Walk *walk, GPtrArray *changes)
{
  for (guint first = 0, end; first < changes->len; first = end)
    {
      const MouJournalChange *change = g_ptr_array_index (changes, first);

      end = find_end (changes, first);
      if (change->op == 'd')
        g_hash_table_insert (walk->gone, dup_id (change->row), make_row (changes, first, end));
    }
}

/* An indicator with its name beside its code. */
static char *
name_row (Walk *walk, gint64 id)
{
  const MouRow *row = mou_register_lookup (walk->rows, id);
  g_autofree char *name = mou_row_name_by_id (walk->rows, walk->gone, id);
  g_autofree char *title = NULL;

  if (row == NULL)
    row = g_hash_table_lookup (walk->gone, &id);
  if (row == NULL || row->entity != MOU_ENTITY_INDICATOR || mou_row_get (row, MOU_INDICATOR_NAME) == NULL)
    return g_steal_pointer (&name);

  title = mou_text_dup_short (mou_row_get (row, MOU_INDICATOR_NAME), NAME_LENGTH);
  return g_strdup_printf (C_ ("code and name", "%s %s"), name, title);
}

static char *
format_value (Walk *walk, const MouField *field, const char *value)
{
  if (field->type == MOU_FIELD_BOOLEAN)
    return g_strdup (value != NULL ? _ ("yes") : _ ("no"));
  if (value == NULL)
    return g_strdup (_ ("(blank)"));
  if (field->type == MOU_FIELD_CHOICE)
    return g_strdup (mou_value_choice_label (field, value));
  if (field->type == MOU_FIELD_REFERENCE)
    return mou_row_name_by_id (walk->rows, walk->gone, g_ascii_strtoll (value, NULL, 10));

  return mou_text_dup_short (value, VALUE_LENGTH);
}

/* "1.1 โครงการ…: weight 10 → 12" */
static char *
describe_update (Walk *walk, const MouJournalChange *change)
{
  int index = change->field != NULL ? mou_field_lookup (change->entity, change->field) : -1;
  const MouField *field = index >= 0 ? mou_field_get (change->entity, index) : NULL;
  g_autofree char *name = name_row (walk, change->row);
  g_autofree char *word = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (field == NULL)
    return g_strdup_printf (_ ("%s: moved"), name);

  word = mou_field_dup_word (field);
  before = format_value (walk, field, change->old_value);
  after = format_value (walk, field, change->new_value);
  return g_strdup_printf (_ ("%s: %s %s → %s"), name, word, before, after);
}

/* What a row says beyond its name, in a few words; NULL when nothing. */
static char *
summarise (Walk *walk, const MouRow *row)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < row->n_values; i++)
    {
      const MouField *field = mou_field_get (row->entity, (int) i);

      if (row->values[i] != NULL && (field->flags & (MOU_FIELD_KEY | MOU_FIELD_HIDDEN)) == 0 && field->type != MOU_FIELD_BOOLEAN)
        g_ptr_array_add (words, format_value (walk, field, row->values[i]));
    }
  if (words->len == 0)
    return NULL;

  g_ptr_array_add (words, NULL);
  joined = g_strjoinv (", ", (char **) words->pdata);
  return mou_text_dup_short (joined, VALUE_LENGTH);
}

static char *
describe_row (Walk *walk, GPtrArray *changes, guint first, guint end)
{
  const MouJournalChange *change = g_ptr_array_index (changes, first);
  g_autoptr (MouRow) row = make_row (changes, first, end);
  g_autofree char *name = mou_row_name_unquoted (walk->rows, walk->gone, row);
  g_autofree char *summary = summarise (walk, row);

  if (summary == NULL)
    return g_strdup_printf (change->op == 'i' ? _ ("%s added") : _ ("%s deleted"), name);

  return g_strdup_printf (change->op == 'i' ? _ ("%s added: %s") : _ ("%s deleted: %s"), name, summary);
}

static char **
describe_changes (Walk *walk, GPtrArray *changes)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint left_out = 0;

  for (guint first = 0, end; first < changes->len; first = end)
    {
      const MouJournalChange *change = g_ptr_array_index (changes, first);

      end = change->op == 'u' ? first + 1 : find_end (changes, first);
      if (lines->len >= MAX_LINES)
        left_out++;
      else
        g_ptr_array_add (lines, change->op == 'u' ? describe_update (walk, change) : describe_row (walk, changes, first, end));
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
  remember_deleted (walk, changes);
  told->entry = entry->entry;
  told->at = g_strdup (entry->at);
  told->author = g_strdup (entry->author);
  told->label = g_strdup (entry->label);
  told->undone = g_hash_table_lookup (walk->undone, &entry->entry) != NULL;
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
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) mou_row_unref);
  g_autoptr (GHashTable) undone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Walk walk = { NULL, gone, undone };

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (self->store != NULL, NULL);

  walk.rows = self->rows;
  if (describe_entries (&walk, self->store, limit, history, error))
    return g_steal_pointer (&history);

  _mou_document_adopt_error (error);
  return NULL;
}
