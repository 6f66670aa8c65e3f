/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences of changes: an update is one a field; an insertion or a deletion tells the row by its name and what it says. */

#include "mou-change-words.h"

#include "mou-row-name.h"
#include "mou-value.h"

#include <glib/gi18n-lib.h>

#define VALUE_LENGTH 60
#define NAME_LENGTH 40

typedef struct
{
  MouRegister *rows;
  GHashTable *gone;
} Names;

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

/* An indicator with its name beside its code. */
static char *
name_row (const Names *names, gint64 id)
{
  const MouRow *row = mou_register_lookup (names->rows, id);
  g_autofree char *name = mou_row_name_by_id (names->rows, names->gone, id);
  g_autofree char *title = NULL;

  if (row == NULL && names->gone != NULL)
    row = g_hash_table_lookup (names->gone, &id);
  if (row == NULL || row->entity != MOU_ENTITY_INDICATOR || mou_row_get (row, MOU_INDICATOR_NAME) == NULL)
    return g_steal_pointer (&name);

  title = mou_text_dup_short (mou_row_get (row, MOU_INDICATOR_NAME), NAME_LENGTH);
  return g_strdup_printf (C_ ("code and name", "%s %s"), name, title);
}

static char *
format_value (const Names *names, const MouField *field, const char *value)
{
  if (field->type == MOU_FIELD_BOOLEAN)
    return g_strdup (value != NULL ? _ ("yes") : _ ("no"));
  if (value == NULL)
    return g_strdup (_ ("(blank)"));
  if (field->type == MOU_FIELD_CHOICE)
    return g_strdup (mou_value_choice_label (field, value));
  if (field->type == MOU_FIELD_REFERENCE)
    return mou_row_name_by_id (names->rows, names->gone, g_ascii_strtoll (value, NULL, 10));

  return mou_text_dup_short (value, VALUE_LENGTH);
}

/* "1.1 โครงการ…: weight 10 → 12" */
static char *
describe_update (const Names *names, const MouJournalChange *change)
{
  int index = change->field != NULL ? mou_field_lookup (change->entity, change->field) : -1;
  const MouField *field = index >= 0 ? mou_field_get (change->entity, index) : NULL;
  g_autofree char *name = name_row (names, change->row);
  g_autofree char *word = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (field == NULL)
    return g_strdup_printf (_ ("%s: moved"), name);

  word = mou_field_dup_word (field);
  before = format_value (names, field, change->old_value);
  after = format_value (names, field, change->new_value);
  return g_strdup_printf (_ ("%s: %s %s → %s"), name, word, before, after);
}

/* What a row says beyond its name, in a few words; NULL when nothing. */
static char *
summarise (const Names *names, const MouRow *row)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < row->n_values; i++)
    {
      const MouField *field = mou_field_get (row->entity, (int) i);

      if (row->values[i] != NULL && (field->flags & (MOU_FIELD_KEY | MOU_FIELD_HIDDEN)) == 0 && field->type != MOU_FIELD_BOOLEAN)
        g_ptr_array_add (words, format_value (names, field, row->values[i]));
    }
  if (words->len == 0)
    return NULL;

  g_ptr_array_add (words, NULL);
  joined = g_strjoinv (", ", (char **) words->pdata);
  return mou_text_dup_short (joined, VALUE_LENGTH);
}

static char *
describe_row (const Names *names, GPtrArray *changes, guint first, guint end)
{
  const MouJournalChange *change = g_ptr_array_index (changes, first);
  g_autoptr (MouRow) row = make_row (changes, first, end);
  g_autofree char *name = mou_row_name_unquoted (names->rows, names->gone, row);
  g_autofree char *summary = summarise (names, row);

  if (summary == NULL)
    return g_strdup_printf (change->op == 'i' ? _ ("%s added") : _ ("%s deleted"), name);

  return g_strdup_printf (change->op == 'i' ? _ ("%s added: %s") : _ ("%s deleted: %s"), name, summary);
}

GHashTable *
mou_change_words_new_gone (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) mou_row_unref);
}

guint
mou_change_words_find_end (GPtrArray *lines, guint first)
{
  guint end = first + 1;

  g_return_val_if_fail (lines != NULL && first < lines->len, end);

  if (((const MouJournalChange *) g_ptr_array_index (lines, first))->op == 'u')
    return end;
  while (end < lines->len && same_row (lines, first, end))
    end++;

  return end;
}

void
mou_change_words_remember (GHashTable *gone, GPtrArray *lines)
{
  g_return_if_fail (gone != NULL && lines != NULL);

  for (guint first = 0, end; first < lines->len; first = end)
    {
      const MouJournalChange *line = g_ptr_array_index (lines, first);

      end = mou_change_words_find_end (lines, first);
      if (line->op == 'd')
        g_hash_table_insert (gone, g_memdup2 (&line->row, sizeof line->row), make_row (lines, first, end));
    }
}

char *
mou_change_words_dup_sentence (MouRegister *rows, GHashTable *gone, GPtrArray *lines, guint first, guint end)
{
  const Names names = { rows, gone };
  const MouJournalChange *line;

  g_return_val_if_fail (rows != NULL && lines != NULL && first < end && end <= lines->len, NULL);

  line = g_ptr_array_index (lines, first);
  return line->op == 'u' ? describe_update (&names, line) : describe_row (&names, lines, first, end);
}

char *
mou_change_words_dup_value (MouRegister *rows, GHashTable *gone, const MouField *field, const char *value)
{
  const Names names = { rows, gone };

  g_return_val_if_fail (rows != NULL && field != NULL, NULL);

  return format_value (&names, field, value);
}

char *
mou_change_words_dup_name (MouRegister *rows, GHashTable *gone, gint64 row)
{
  const Names names = { rows, gone };

  g_return_val_if_fail (rows != NULL, NULL);

  return name_row (&names, row);
}
