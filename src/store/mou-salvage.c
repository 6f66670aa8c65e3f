/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom to believe. A history that is whole and leads to what the file was stamped with is the register, whatever the tables say. Tables
 * that have the stamped hash are the register, whatever became of the history. Where neither can be proven, what the tables say stands,
 * and the sound part of the history fills their gaps. */

#include "mou-salvage-private.h"

#include "mou-content.h"
#include "mou-disk.h"
#include "mou-intake.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
note_free (gpointer data)
{
  MouSalvageNote *note = data;

  g_clear_pointer (&note->row, mou_row_unref);
  g_free (note->reason);
  g_free (note);
}

static MouSalvage *
salvage_new (void)
{
  MouSalvage *self = g_new0 (MouSalvage, 1);

  self->notes = g_ptr_array_new_with_free_func (note_free);
  self->gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) mou_row_unref);

  return self;
}

void
mou_salvage_free (MouSalvage *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->notes);
  g_hash_table_unref (self->gone);
  g_free (self);
}

gboolean
mou_salvage_is_complete (const MouSalvage *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->notes->len; i++)
    {
      const MouSalvageNote *note = g_ptr_array_index (self->notes, i);
      if (note->kind != MOU_SALVAGE_RESTORED && note->kind != MOU_SALVAGE_RESTORED_VALUE)
        return FALSE;
    }

  return self->history_whole;
}

/* Notes */

static MouSalvageNote *
add_note (MouSalvage *self, MouSalvageNoteKind kind, MouEntity entity)
{
  MouSalvageNote *note = g_new0 (MouSalvageNote, 1);

  note->kind = kind;
  note->entity = entity;
  note->field = -1;
  g_ptr_array_add (self->notes, note);

  return note;
}

/* Rows come in the order of their parents, so those that belong together meet. */
void
_mou_salvage_note (MouSalvage *self, MouSalvageNoteKind kind, MouEntity entity, gint64 parent, guint count)
{
  MouSalvageNote *last = self->notes->len > 0 ? g_ptr_array_index (self->notes, self->notes->len - 1) : NULL;

  g_assert (self != NULL);

  if (last == NULL || last->kind != kind || last->entity != entity || last->parent != parent || last->row != NULL)
    last = add_note (self, kind, entity);
  last->parent = parent;
  last->count += count;
}

void
_mou_salvage_note_row (MouSalvage *self, MouSalvageNoteKind kind, MouRow *row, int field, const char *reason)
{
  g_assert (self != NULL && row != NULL);

  MouSalvageNote *note = add_note (self, kind, row->entity);
  note->parent = row->parent;
  note->count = 1;
  note->row = mou_row_ref (row);
  note->field = field;
  note->reason = g_strdup (reason);
}

void
_mou_salvage_remember_gone (MouSalvage *self, MouRow *row)
{
  g_assert (self != NULL && row != NULL);

  g_hash_table_replace (self->gone, g_memdup2 (&row->id, sizeof row->id), mou_row_ref (row));
}

static int
compare_by_parent (gconstpointer a, gconstpointer b)
{
  const MouRow *left = *(MouRow *const *) a, *right = *(MouRow *const *) b;

  if (left->entity != right->entity)
    return (int) left->entity - (int) right->entity;
  if (left->parent != right->parent)
    return left->parent < right->parent ? -1 : 1;

  return (left->id > right->id) - (left->id < right->id);
}

GPtrArray *
_mou_salvage_list_rows (MouRegister *rows)
{
  GPtrArray *list = mou_register_list_rows (rows);

  g_ptr_array_sort (list, compare_by_parent);

  return list;
}

/* The history is believed */

static void
note_differences (MouSalvage *self, const MouSalvageTables *tables, MouRow *told, const MouRow *found)
{
  guint32 bad = GPOINTER_TO_UINT (g_hash_table_lookup (tables->bad, &told->id));

  if (told->parent != found->parent || told->ordinal != found->ordinal)
    _mou_salvage_note_row (self, MOU_SALVAGE_RESTORED_VALUE, told, -1, NULL);
  for (guint i = 0; i < told->n_values; i++)
    if (g_strcmp0 (told->values[i], found->values[i]) != 0)
      _mou_salvage_note_row (self, MOU_SALVAGE_RESTORED_VALUE, told, (int) i, (bad & 1u << i) != 0 ? NULL : found->values[i]);
}

static void
compare_with_history (MouSalvage *self, const MouSalvageTables *tables, MouRegister *history)
{
  g_autoptr (GPtrArray) told = _mou_salvage_list_rows (history);

  for (guint i = 0; i < told->len; i++)
    {
      MouRow *row = g_ptr_array_index (told, i);
      const MouRow *found = mou_register_lookup (tables->rows, row->id);
      if (found != NULL && mou_row_equal (found, row))
        {
          self->kept[row->entity]++;
          continue;
        }
      self->restored[row->entity]++;
      if (found == NULL || found->entity != row->entity)
        _mou_salvage_note (self, MOU_SALVAGE_RESTORED, row->entity, row->parent, 1);
      else
        note_differences (self, tables, row, found);
    }
}

static void
note_unknown_to_history (MouSalvage *self, const MouSalvageTables *tables, MouRegister *history)
{
  g_autoptr (GPtrArray) found = mou_register_list_rows (tables->rows);

  for (guint i = 0; i < found->len; i++)
    {
      MouRow *row = g_ptr_array_index (found, i);
      if (mou_register_lookup (history, row->id) != NULL)
        continue;
      _mou_salvage_remember_gone (self, row);
      _mou_salvage_note_row (self, MOU_SALVAGE_DROPPED, row, -1, _ ("the history does not know it"));
      self->lost[row->entity]++;
    }
}

/* The tables are believed, and the history fills the gaps */

/* A row that the sound part of the history has and the table has not: removed later, or not readable? */
static gboolean
was_removed (const MouSalvageTables *tables, const MouRow *row)
{
  return !tables->broken[row->entity] || (tables->listed[row->entity] && !g_hash_table_contains (tables->known, &row->id));
}

static void
apply_row (MouRegister *rows, MouRow *before, MouRow *after)
{
  const MouChange change = { before, after };

  mou_register_apply (rows, &change);
}

/* Values that were not readable, from the row as the history last had it. */
static void
fill_row (MouSalvage *self, const MouSalvageTables *tables, MouRegister *rows, MouRow *found, const MouRow *told)
{
  guint32 bad = GPOINTER_TO_UINT (g_hash_table_lookup (tables->bad, &found->id));
  g_autoptr (MouRow) filled = mou_row_ref (found);

  for (guint i = 0; i < found->n_values; i++)
    {
      if ((bad & 1u << i) == 0)
        continue;
      MouRow *next = mou_row_with_value (filled, (int) i, told->values[i]);
      mou_row_unref (filled);
      filled = next;
      _mou_salvage_note_row (self, MOU_SALVAGE_RESTORED_VALUE, filled, (int) i, NULL);
    }
  apply_row (rows, found, filled);
  g_hash_table_remove (tables->bad, &filled->id);
}

static void
fill_from_history (MouSalvage *self, const MouSalvageTables *tables, MouRegister *history, MouRegister *rows)
{
  g_autoptr (GPtrArray) told = _mou_salvage_list_rows (history);

  for (guint i = 0; i < told->len; i++)
    {
      MouRow *row = g_ptr_array_index (told, i);
      MouRow *found = mou_register_lookup (rows, row->id);
      if (found != NULL && found->entity == row->entity && g_hash_table_contains (tables->bad, &row->id))
        fill_row (self, tables, rows, found, row);
      if (found != NULL || was_removed (tables, row))
        continue;
      apply_row (rows, NULL, row);
      _mou_salvage_note (self, MOU_SALVAGE_RESTORED, row->entity, row->parent, 1);
      self->restored[row->entity]++;
    }
}

static void
note_bad_values (MouSalvage *self, const MouSalvageTables *tables, MouRegister *rows)
{
  g_autoptr (GPtrArray) list = mou_register_list_rows (rows);

  for (guint i = 0; i < list->len; i++)
    {
      MouRow *row = g_ptr_array_index (list, i);
      guint32 bad = GPOINTER_TO_UINT (g_hash_table_lookup (tables->bad, &row->id));
      for (guint field = 0; field < row->n_values; field++)
        if ((bad & 1u << field) != 0)
          _mou_salvage_note_row (self, MOU_SALVAGE_CLEARED, row, (int) field, NULL);
    }
}

static GPtrArray *
list_missing (const MouSalvageTables *tables, MouRegister *rows)
{
  GPtrArray *missing = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, known;

  g_hash_table_iter_init (&iter, tables->known);
  while (g_hash_table_iter_next (&iter, &id, &known))
    {
      const MouRow *row = known;
      if (tables->broken[row->entity] && mou_register_lookup (rows, row->id) == NULL)
        g_ptr_array_add (missing, known);
    }
  g_ptr_array_sort (missing, compare_by_parent);

  return missing;
}

/* Rows that an index or another row tells of, and that nothing could bring back. */
static void
note_unreadable (MouSalvage *self, const MouSalvageTables *tables, MouRegister *rows)
{
  g_autoptr (GPtrArray) missing = list_missing (tables, rows);

  for (guint i = 0; i < missing->len; i++)
    {
      const MouRow *row = g_ptr_array_index (missing, i);
      _mou_salvage_note (self, MOU_SALVAGE_UNREADABLE, row->entity, row->parent, 1);
      self->lost[row->entity]++;
    }
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    if (tables->broken[entity] && !tables->listed[entity])
      _mou_salvage_note (self, MOU_SALVAGE_UNREADABLE, entity, 0, 0);
}

static void
count_kept (MouSalvage *self, const MouSalvageTables *tables, MouRegister *rows)
{
  g_autoptr (GPtrArray) list = mou_register_list_rows (rows);

  for (guint i = 0; i < list->len; i++)
    {
      const MouRow *row = g_ptr_array_index (list, i);
      self->kept[row->entity] += mou_register_lookup (tables->rows, row->id) != NULL;
    }
}

static gboolean
is_sound (const MouSalvageTables *tables)
{
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    if (tables->broken[entity])
      return FALSE;

  return g_hash_table_size (tables->bad) == 0;
}

/* Equal as a whole: then the one proves the other. */
static gboolean
are_equal (MouRegister *a, MouRegister *b)
{
  g_autoptr (GPtrArray) rows = mou_register_list_rows (a);

  if (rows->len != mou_register_get_size (b))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const MouRow *row = g_ptr_array_index (rows, i);
      const MouRow *other = mou_register_lookup (b, row->id);
      if (other == NULL || !mou_row_equal (row, other))
        return FALSE;
    }

  return TRUE;
}

static MouRegister *
decide (MouSalvage *self, MouSqlite *db, const MouSalvageTables *tables, const MouSalvageJournal *journal)
{
  if (journal->whole && mou_content_check (db, journal->rows, NULL))
    {
      compare_with_history (self, tables, journal->rows);
      note_unknown_to_history (self, tables, journal->rows);
      return mou_register_copy (journal->rows);
    }

  g_autoptr (MouRegister) rows = mou_register_copy (tables->rows);
  gboolean proven
      = is_sound (tables) && (mou_content_is_stamped (db, tables->rows) || (journal->whole && are_equal (tables->rows, journal->rows)));
  if (!proven)
    {
      g_autoptr (MouRegister) history = _mou_salvage_follow_lines (db, journal);
      fill_from_history (self, tables, history, rows);
      note_bad_values (self, tables, rows);
      note_unreadable (self, tables, rows);
      _mou_salvage_stand_in (tables, rows);
      _mou_salvage_settle (self, rows);
      _mou_salvage_note (self, MOU_SALVAGE_UNPROVEN, MOU_ENTITY_NONE, 0, 0);
    }
  count_kept (self, tables, rows);

  return g_steal_pointer (&rows);
}

/* The whole */

static gboolean
refuse_empty (const char *source, MouRegister *rows, GError **error)
{
  g_autofree char *name = g_filename_display_name (source);

  if (mou_register_get_size (rows) > 0)
    return FALSE;

  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED, _ ("Nothing could be read of “%s”."), name);

  return TRUE;
}

static MouSalvage *
salvage_copy (const char *copy, const char *folder, const char *source, const char *into, const char *author, const char *label,
              GCancellable *cancellable, GError **error)
{
  g_autoptr (MouSqlite) db = _mou_salvage_open (copy, folder, source, cancellable, error);
  if (db == NULL)
    return NULL;
  g_autoptr (MouSalvageTables) tables = _mou_salvage_read (db, cancellable, error);
  g_autoptr (MouSalvageJournal) journal = tables != NULL ? _mou_salvage_read_journal (db, cancellable, error) : NULL;
  if (journal == NULL)
    return NULL;

  g_autoptr (MouSalvage) self = salvage_new ();
  g_autoptr (MouRegister) rows = decide (self, db, tables, journal);
  if (refuse_empty (source, rows, error) || !_mou_salvage_write (self, db, journal, rows, into, author, label, error)
      || !mou_intake_verify (into, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static char *
make_folder (const char *into, GError **error)
{
  g_autofree char *folder = g_strconcat (into, ".XXXXXX", NULL);

  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      mou_disk_set_write_error (error, errno, folder);
      return NULL;
    }

  return g_steal_pointer (&folder);
}

MouSalvage *
mou_salvage_run (const char *source, const char *into, const char *author, const char *label, GCancellable *cancellable, GError **error)
{
  MouFileIdentity identity;
  MouSalvage *self = NULL;

  g_return_val_if_fail (source != NULL && into != NULL && author != NULL && label != NULL, NULL);

  if (g_file_test (into, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_name (into);
      g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM, _ ("“%s” exists already."), name);
      return NULL;
    }
  g_autofree char *folder = make_folder (into, error);
  if (folder == NULL)
    return NULL;

  g_autofree char *copy = g_build_filename (folder, "copy", NULL);
  if (mou_file_copy (source, copy, &identity, cancellable, error))
    self = salvage_copy (copy, folder, source, into, author, label, cancellable, error);
  mou_disk_remove_folder (folder);
  if (self == NULL)
    g_unlink (into);

  return self;
}
