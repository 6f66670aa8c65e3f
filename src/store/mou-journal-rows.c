/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that is read may come from a file that nobody has checked yet: what makes no sense is refused, never assumed away. */

#include "mou-journal-rows.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static const char *const kind_texts[] = { "edit", "undo", "redo", "import", "merge", "status" };

const char *
mou_entry_kind_to_text (MouEntryKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_texts), NULL);

  return kind_texts[kind];
}

gboolean
mou_entry_kind_parse (const char *text, MouEntryKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_texts); i++)
    if (g_strcmp0 (text, kind_texts[i]) == 0)
      {
        *kind = (MouEntryKind) i;
        return TRUE;
      }

  return FALSE;
}

/* Describing changes */

static void
add_line (GPtrArray *lines, const MouRow *row, char op, const char *field, const char *old_value, const char *new_value)
{
  MouJournalChange *line = g_new0 (MouJournalChange, 1);

  line->entity = row->entity;
  line->row = row->id;
  line->op = op;
  line->field = g_strdup (field);
  line->old_value = g_strdup (old_value);
  line->new_value = g_strdup (new_value);
  g_ptr_array_add (lines, line);
}

static void
add_integer_line (GPtrArray *lines, const MouRow *row, char op, const char *field, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  add_line (lines, row, op, field, op == 'd' ? text : NULL, op == 'i' ? text : NULL);
}

/* A whole row that came or went: its place, then every field that is present. */
static void
describe_row (GPtrArray *lines, const MouRow *row, char op)
{
  add_integer_line (lines, row, op, "parent", row->parent);
  add_integer_line (lines, row, op, "ordinal", row->ordinal);
  for (guint i = 0; i < row->n_values; i++)
    if (row->values[i] != NULL)
      add_line (lines, row, op, mou_field_get (row->entity, (int) i)->key, op == 'd' ? row->values[i] : NULL,
                op == 'i' ? row->values[i] : NULL);
}

static void
describe_update (GPtrArray *lines, const MouRow *before, const MouRow *after)
{
  if (before->ordinal != after->ordinal)
    {
      g_autofree char *old_value = g_strdup_printf ("%" G_GINT64_FORMAT, before->ordinal);
      g_autofree char *new_value = g_strdup_printf ("%" G_GINT64_FORMAT, after->ordinal);
      add_line (lines, after, 'u', "ordinal", old_value, new_value);
    }
  for (guint i = 0; i < after->n_values; i++)
    if (g_strcmp0 (before->values[i], after->values[i]) != 0)
      add_line (lines, after, 'u', mou_field_get (after->entity, (int) i)->key, before->values[i], after->values[i]);
}

GPtrArray *
mou_journal_describe (GPtrArray *changes)
{
  g_return_val_if_fail (changes != NULL, NULL);

  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_journal_change_free);
  for (guint i = 0; i < changes->len; i++)
    {
      const MouChange *change = g_ptr_array_index (changes, i);
      if (change->before == NULL)
        describe_row (lines, change->after, 'i');
      else if (change->after == NULL)
        describe_row (lines, change->before, 'd');
      else
        describe_update (lines, change->before, change->after);
    }

  return lines;
}

/* Hashing */

void
mou_journal_hash_entry (MouHash *hash, const char *previous, const MouJournalEntry *entry)
{
  g_return_if_fail (hash != NULL && entry != NULL);

  mou_hash_add_text (hash, previous);
  mou_hash_add_integer (hash, entry->entry);
  mou_hash_add_text (hash, entry->at);
  mou_hash_add_text (hash, entry->author);
  mou_hash_add_text (hash, entry->label);
  mou_hash_add_text (hash, mou_entry_kind_to_text (entry->kind));
  mou_hash_add_integer (hash, entry->undoes);
}

void
mou_journal_hash_line (MouHash *hash, const MouJournalChange *line)
{
  const char op[] = { line->op, '\0' };

  g_return_if_fail (hash != NULL);

  mou_hash_add_text (hash, mou_entity_get_info (line->entity)->table);
  mou_hash_add_integer (hash, line->row);
  mou_hash_add_text (hash, op);
  mou_hash_add_text (hash, line->field);
  mou_hash_add_text (hash, line->old_value);
  mou_hash_add_text (hash, line->new_value);
}

static char *
compute_hash (const MouJournalEntry *entry, GPtrArray *lines, const char *previous)
{
  g_autoptr (MouHash) hash = mou_hash_new ();

  mou_journal_hash_entry (hash, previous, entry);
  for (guint i = 0; i < lines->len; i++)
    mou_journal_hash_line (hash, g_ptr_array_index (lines, i));

  return mou_hash_finish (hash);
}

/* Writing */

static gboolean
write_entry (MouSqlite *db, const MouJournalEntry *entry, const char *previous, GError **error)
{
  g_autoptr (MouStatement) insert = mou_statement_new (db,
                                                       "INSERT INTO journal (entry, at, author, label, kind, undoes, prev_hash, hash) "
                                                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                                       error);
  if (insert == NULL)
    return FALSE;

  mou_statement_bind_integer (insert, 1, entry->entry);
  mou_statement_bind_text (insert, 2, entry->at);
  mou_statement_bind_text (insert, 3, entry->author);
  mou_statement_bind_text (insert, 4, entry->label);
  mou_statement_bind_text (insert, 5, mou_entry_kind_to_text (entry->kind));
  if (entry->undoes != 0)
    mou_statement_bind_integer (insert, 6, entry->undoes);
  mou_statement_bind_text (insert, 7, previous);
  mou_statement_bind_text (insert, 8, entry->hash);

  return mou_statement_run (insert, error);
}

static gboolean
write_lines (MouSqlite *db, gint64 entry, GPtrArray *lines, GError **error)
{
  g_autoptr (MouStatement) insert = mou_statement_new (db,
                                                       "INSERT INTO change (entry, ordinal, entity, \"row\", op, field, old, new) "
                                                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                                       error);
  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const MouJournalChange *line = g_ptr_array_index (lines, i);
      const char op[] = { line->op, '\0' };
      mou_statement_bind_integer (insert, 1, entry);
      mou_statement_bind_integer (insert, 2, (gint64) i + 1);
      mou_statement_bind_text (insert, 3, mou_entity_get_info (line->entity)->table);
      mou_statement_bind_integer (insert, 4, line->row);
      mou_statement_bind_text (insert, 5, op);
      mou_statement_bind_text (insert, 6, line->field);
      mou_statement_bind_text (insert, 7, line->old_value);
      mou_statement_bind_text (insert, 8, line->new_value);
      if (!mou_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
mou_journal_append (MouSqlite *db, MouJournalEntry *entry, GPtrArray *lines, const char *previous, GError **error)
{
  g_return_val_if_fail (db != NULL && entry != NULL && lines != NULL && previous != NULL, FALSE);

  g_free (entry->hash);
  entry->hash = compute_hash (entry, lines, previous);

  return write_entry (db, entry, previous, error) && write_lines (db, entry->entry, lines, error);
}

/* Reading. Texts of a file nobody has checked yet may be NULL or name nothing: what does not make sense is refused here. */

gboolean
mou_journal_refuse (MouSqlite *db, gint64 entry, GError **error)
{
  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED,
               _ ("“%s” is refused: its history does not hold together at entry %" PRId64 "."), mou_sqlite_get_shown_name (db), entry);

  return FALSE;
}

/* Texts are borrowed from the statement until its next row. */
static gboolean
view_line (MouStatement *select, MouJournalChange *line)
{
  const char *entity = mou_statement_get_text (select, 0);
  const char *op = mou_statement_get_text (select, 2);

  line->entity = entity != NULL ? mou_entity_lookup (entity) : MOU_ENTITY_NONE;
  line->row = mou_statement_get_integer (select, 1);
  line->op = op != NULL ? op[0] : '\0';
  line->field = (char *) mou_statement_get_text (select, 3);
  line->old_value = (char *) mou_statement_get_text (select, 4);
  line->new_value = (char *) mou_statement_get_text (select, 5);

  return line->entity != MOU_ENTITY_NONE && line->op != '\0' && line->field != NULL;
}

MouStatement *
mou_journal_prepare_visit (MouSqlite *db, GError **error)
{
  return mou_statement_new (db, "SELECT entity, \"row\", op, field, old, new FROM change WHERE entry = ?1 ORDER BY ordinal", error);
}

gboolean
mou_journal_visit_lines (MouSqlite *db, MouStatement *select, gint64 entry, MouJournalVisit visit, gpointer data, GError **error)
{
  g_autoptr (GError) failure = NULL;
  MouJournalChange line;

  g_return_val_if_fail (db != NULL && select != NULL && visit != NULL, FALSE);

  mou_statement_bind_integer (select, 1, entry);
  while (mou_statement_next (select, &failure))
    {
      if (!view_line (select, &line))
        return mou_journal_refuse (db, entry, error);
      visit (&line, data);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

void
mou_journal_collect_line (const MouJournalChange *line, gpointer lines)
{
  MouJournalChange *copy = g_new (MouJournalChange, 1);

  *copy = *line;
  copy->field = g_strdup (line->field);
  copy->old_value = g_strdup (line->old_value);
  copy->new_value = g_strdup (line->new_value);
  g_ptr_array_add (lines, copy);
}

GPtrArray *
mou_journal_read_lines (MouSqlite *db, gint64 entry, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_journal_change_free);

  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (MouStatement) select = mou_journal_prepare_visit (db, error);
  if (select == NULL || !mou_journal_visit_lines (db, select, entry, mou_journal_collect_line, lines, error))
    return NULL;

  return g_steal_pointer (&lines);
}

static MouJournalEntry *
read_entry (MouStatement *select)
{
  g_autoptr (MouJournalEntry) entry = g_new0 (MouJournalEntry, 1);

  entry->entry = mou_statement_get_integer (select, 0);
  entry->at = g_strdup (mou_statement_get_text (select, 1));
  entry->author = g_strdup (mou_statement_get_text (select, 2));
  entry->label = g_strdup (mou_statement_get_text (select, 3));
  entry->undoes = mou_statement_get_integer (select, 5);
  entry->hash = g_strdup (mou_statement_get_text (select, 6));
  if (!mou_entry_kind_parse (mou_statement_get_text (select, 4), &entry->kind))
    return NULL;

  return g_steal_pointer (&entry);
}

/* Of a statement with the columns of read_entry, bound. */
static GPtrArray *
collect_entries (MouSqlite *db, MouStatement *select, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_journal_entry_free);

  while (mou_statement_next (select, &failure))
    {
      MouJournalEntry *entry = read_entry (select);
      if (entry == NULL)
        {
          mou_journal_refuse (db, mou_statement_get_integer (select, 0), error);
          return NULL;
        }
      g_ptr_array_add (entries, entry);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&entries);
}

GPtrArray *
mou_journal_read_entries (MouSqlite *db, gint64 after, guint limit, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (MouStatement) select
      = mou_statement_new (db,
                           "SELECT entry, at, author, label, kind, undoes, hash FROM "
                           "(SELECT * FROM journal WHERE entry > ?1 ORDER BY entry DESC LIMIT ?2) ORDER BY entry",
                           error);
  if (select == NULL)
    return NULL;

  mou_statement_bind_integer (select, 1, after);
  mou_statement_bind_integer (select, 2, limit == 0 ? -1 : (gint64) limit);

  return collect_entries (db, select, error);
}

GPtrArray *
mou_journal_read_range (MouSqlite *db, gint64 after, gint64 before, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (MouStatement) select = mou_statement_new (
      db, "SELECT entry, at, author, label, kind, undoes, hash FROM journal WHERE entry > ?1 AND entry < ?2 ORDER BY entry", error);
  if (select == NULL)
    return NULL;

  mou_statement_bind_integer (select, 1, after);
  mou_statement_bind_integer (select, 2, before);

  return collect_entries (db, select, error);
}

GPtrArray *
mou_journal_read_readable (MouSqlite *db, gboolean *whole)
{
  g_autoptr (GError) failure = NULL;
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_journal_entry_free);

  g_return_val_if_fail (db != NULL && whole != NULL, entries);

  *whole = FALSE;
  g_autoptr (MouStatement) select
      = mou_statement_new (db, "SELECT entry, at, author, label, kind, undoes, hash FROM journal NOT INDEXED ORDER BY entry", NULL);
  if (select == NULL)
    return entries;

  while (mou_statement_next (select, &failure))
    {
      MouJournalEntry *entry = read_entry (select);
      if (entry == NULL)
        return entries;
      g_ptr_array_add (entries, entry);
    }
  *whole = failure == NULL;

  return entries;
}
