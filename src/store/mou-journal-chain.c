/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that is read may come from a file that nobody has checked yet: what makes no sense is refused, never assumed away.
 * What is hashed is what stands in the rows, so plain SQL and ten lines of any language can verify a history. */

#include "mou-journal-chain.h"

#include <glib/gi18n-lib.h>

static const char *const kind_texts[] = { "edit", "undo", "redo", "import", "merge", "status" };

const char *
mou_entry_kind_to_text (MouEntryKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_texts), NULL);

  return kind_texts[kind];
}

gboolean
mou_entry_kind_from_text (const char *text, MouEntryKind *kind)
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

static void
hash_text (GChecksum *checksum, const char *text)
{
  char head[24];

  if (text == NULL)
    {
      g_checksum_update (checksum, (const guchar *) "-", 1);
      return;
    }

  gsize size = strlen (text);
  g_snprintf (head, sizeof head, "%" G_GSIZE_FORMAT ":", size);
  g_checksum_update (checksum, (const guchar *) head, -1);
  g_checksum_update (checksum, (const guchar *) text, (gssize) size);
}

static void
hash_integer (GChecksum *checksum, gint64 value)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  hash_text (checksum, text);
}

static char *
compute_hash (const MouJournalEntry *entry, GPtrArray *lines, const char *previous)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  hash_text (checksum, previous);
  hash_integer (checksum, entry->entry);
  hash_text (checksum, entry->at);
  hash_text (checksum, entry->author);
  hash_text (checksum, entry->label);
  hash_text (checksum, mou_entry_kind_to_text (entry->kind));
  hash_integer (checksum, entry->undoes);

  for (guint i = 0; i < lines->len; i++)
    {
      const MouJournalChange *line = g_ptr_array_index (lines, i);
      const char op[] = { line->op, '\0' };
      hash_text (checksum, mou_entity_get_info (line->entity)->table);
      hash_integer (checksum, line->row);
      hash_text (checksum, op);
      hash_text (checksum, line->field);
      hash_text (checksum, line->old_value);
      hash_text (checksum, line->new_value);
    }

  return g_strdup (g_checksum_get_string (checksum));
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

static gboolean
refuse_entry (MouSqlite *db, gint64 entry, GError **error)
{
  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_REFUSED,
               _ ("“%s” is refused: its history does not hold together at entry %" G_GINT64_FORMAT "."), mou_sqlite_get_shown_name (db),
               entry);

  return FALSE;
}

static MouJournalChange *
read_line (MouStatement *select)
{
  const char *entity = mou_statement_get_text (select, 0);
  const char *op = mou_statement_get_text (select, 2);
  const char *field = mou_statement_get_text (select, 3);

  if (entity == NULL || mou_entity_lookup (entity) == MOU_ENTITY_NONE || op == NULL || field == NULL)
    return NULL;

  MouJournalChange *line = g_new0 (MouJournalChange, 1);
  line->entity = mou_entity_lookup (entity);
  line->row = mou_statement_get_integer (select, 1);
  line->op = op[0];
  line->field = g_strdup (field);
  line->old_value = g_strdup (mou_statement_get_text (select, 4));
  line->new_value = g_strdup (mou_statement_get_text (select, 5));

  return line;
}

#define SELECT_LINES "SELECT entity, \"row\", op, field, old, new FROM change WHERE entry = ?1 ORDER BY ordinal"

static GPtrArray *
collect_lines (MouSqlite *db, MouStatement *select, gint64 entry, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_journal_change_free);

  mou_statement_bind_integer (select, 1, entry);
  while (mou_statement_next (select, &failure))
    {
      MouJournalChange *line = read_line (select);
      if (line == NULL)
        {
          refuse_entry (db, entry, error);
          return NULL;
        }
      g_ptr_array_add (lines, line);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&lines);
}

GPtrArray *
mou_journal_read_lines (MouSqlite *db, gint64 entry, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (MouStatement) select = mou_statement_new (db, SELECT_LINES, error);
  if (select == NULL)
    return NULL;

  return collect_lines (db, select, entry, error);
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
  if (!mou_entry_kind_from_text (mou_statement_get_text (select, 4), &entry->kind))
    return NULL;

  return g_steal_pointer (&entry);
}

GPtrArray *
mou_journal_read_entries (MouSqlite *db, gint64 after, guint limit, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_journal_entry_free);

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
  while (mou_statement_next (select, &failure))
    {
      MouJournalEntry *entry = read_entry (select);
      if (entry == NULL)
        {
          refuse_entry (db, mou_statement_get_integer (select, 0), error);
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

/* Checking */

static gboolean
check_entry (MouSqlite *db, MouStatement *select, const MouJournalEntry *entry, const char *previous, GError **error)
{
  g_autoptr (GPtrArray) lines = collect_lines (db, select, entry->entry, error);
  if (lines == NULL)
    return FALSE;

  g_autofree char *hash = compute_hash (entry, lines, previous);

  return g_strcmp0 (hash, entry->hash) == 0 || refuse_entry (db, entry->entry, error);
}

/* prev_hash says again what the entry before says; it must not say anything else. */
static gboolean
check_links (MouSqlite *db, GError **error)
{
  gint64 wrong;

  if (!mou_sqlite_query_integer (db,
                                 "SELECT ifnull (min (entry), 0) FROM journal AS later WHERE prev_hash <> "
                                 "ifnull ((SELECT hash FROM journal AS earlier WHERE earlier.entry = later.entry - 1), '')",
                                 &wrong, error))
    return FALSE;

  return wrong == 0 || refuse_entry (db, wrong, error);
}

gboolean
mou_journal_check_chain (MouSqlite *db, GError **error)
{
  g_autoptr (MouUndoState) undo = mou_undo_state_new ();
  const char *previous = MOU_JOURNAL_NO_HASH;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!check_links (db, error))
    return FALSE;
  g_autoptr (GPtrArray) entries = mou_journal_read_entries (db, 0, 0, error);
  if (entries == NULL)
    return FALSE;
  g_autoptr (MouStatement) select = mou_statement_new (db, SELECT_LINES, error);
  if (select == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const MouJournalEntry *entry = g_ptr_array_index (entries, i);
      if (entry->entry != (gint64) i + 1 || !mou_undo_state_add (undo, entry->entry, entry->kind, entry->undoes, entry->label))
        return refuse_entry (db, (gint64) i + 1, error);
      if (!check_entry (db, select, entry, previous, error))
        return FALSE;
      previous = entry->hash;
    }

  return TRUE;
}
