/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A value goes through the same checks as one that is typed. A row comes back by replaying the lines that deleted it, and those alone,
 * backwards through an edit. */

#include "mou-document-restore.h"

#include "mou-change-words.h"
#include "mou-document-private.h"
#include "mou-history-line.h"
#include "mou-journal-replay.h"
#include "mou-journal-walk.h"
#include "mou-row-name.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* The sentence that is asked for, in its entry. */
typedef struct
{
  MouDocument *document;
  MouJournalEntry *entry;
  GPtrArray *lines; /* MouJournalChange of the entry */
  guint first, end; /* of the sentence */
} Source;

static void
source_clear (Source *self)
{
  g_clear_pointer (&self->entry, mou_journal_entry_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static gboolean
read_source (Source *self, gint64 entry, guint line, GError **error)
{
  g_autoptr (MouJournalWalk) walk = NULL;

  if (entry < 1 || entry > mou_store_get_entry (self->document->store))
    return _mou_document_refuse (error, _ ("The history has no entry %" PRId64 "."), entry);

  walk = mou_journal_walk_new (self->document->store, entry + 1, error);
  if (walk == NULL || !mou_journal_walk_next (walk, &self->entry, &self->lines, error))
    return _mou_document_adopt_error (error);
  if (!mou_history_line_find (self->lines, line, &self->first, &self->end))
    return _mou_document_refuse (error, _ ("Entry %" PRId64 " of the history has no line %u."), entry, line);

  return TRUE;
}

static const MouJournalChange *
get_line (const Source *self)
{
  return g_ptr_array_index (self->lines, self->first);
}

/* Fields */

/* Also when the row is gone, it has a name: the one it had when `deletion` deleted it. */
static char *
name_row (MouDocument *document, gint64 row, gint64 deletion)
{
  g_autoptr (GHashTable) gone = mou_change_words_new_gone ();
  g_autoptr (GPtrArray) lines = mou_journal_list_changes (document->store, deletion, NULL);

  if (lines != NULL)
    mou_change_words_remember (gone, lines);

  return mou_row_name_by_id (document->rows, gone, row);
}

static gboolean
refuse_gone (const Source *self, GError **error)
{
  const gint64 row = get_line (self)->row;
  gint64 deletion = mou_journal_find_deletion (self->document->store, row);
  g_autofree char *name = name_row (self->document, row, deletion);

  return _mou_document_refuse (error, _ ("%s does not exist any more; entry %" PRId64 " deleted it, and from there it can come back."),
                               name, deletion);
}

static gboolean
restore_field (const Source *self, int field, GError **error)
{
  MouDocument *document = self->document;
  const MouJournalChange *line = get_line (self);
  const MouRow *row = mou_register_lookup (document->rows, line->row);
  g_autofree char *name = NULL;
  g_autofree char *word = NULL;
  g_autofree char *day = mou_history_dup_day (self->entry->at, FALSE);
  g_autoptr (MouEdit) edit = NULL;

  if (row == NULL)
    return refuse_gone (self, error);
  if (row->entity == MOU_ENTITY_AGREEMENT && field == MOU_AGREEMENT_STATUS)
    return _mou_document_refuse (error, _ ("The status of an agreement is not restored; set it, and the history will say so."));

  name = mou_row_name (document->rows, NULL, row);
  word = mou_field_dup_word (mou_field_get (row->entity, field));
  edit = _mou_document_begin (document, MOU_ENTRY_EDIT, error, _ ("Restore %s of %s as before entry %" PRId64 " (%s)"), word, name,
                              self->entry->entry, day);

  return _mou_document_finish (document, &edit,
                               edit != NULL && _mou_document_put_field (document, edit, row, field, line->old_value, error), error);
}

/* Rows */

static gint64
parse_id (const char *text)
{
  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/* The id that a line of a deleted row says it hung on; 0: it says something else. */
static gint64
get_anchor (const MouJournalChange *line)
{
  int field = mou_field_lookup (line->entity, line->field);

  if (field >= 0 ? mou_field_get (line->entity, field)->type == MOU_FIELD_REFERENCE : g_str_equal (line->field, "parent"))
    return parse_id (line->old_value);

  return 0;
}

static gboolean
is_coming (GHashTable *coming, gint64 id)
{
  return g_hash_table_contains (coming, &id);
}

/* Whether the deleted row hung on one that comes back, and all that it hung on is there. */
static gboolean
follows (const Source *self, GHashTable *coming, guint first, guint end)
{
  gboolean hung = FALSE;

  for (guint i = first; i < end; i++)
    {
      gint64 anchor = get_anchor (g_ptr_array_index (self->lines, i));

      if (anchor == 0)
        continue;
      if (is_coming (coming, anchor))
        hung = TRUE;
      else if (mou_register_lookup (self->document->rows, anchor) == NULL)
        return FALSE;
    }

  return hung;
}

/* Where the sentence that ends before `end` begins. */
static guint
find_start (GPtrArray *lines, guint end)
{
  const MouJournalChange *last = g_ptr_array_index (lines, end - 1);
  guint first = end - 1;

  while (last->op != 'u' && first > 0 && ((const MouJournalChange *) g_ptr_array_index (lines, first - 1))->row == last->row
         && ((const MouJournalChange *) g_ptr_array_index (lines, first - 1))->op == last->op)
    first--;

  return first;
}

/* The lines that deleted the row and what hung on it, in their order. What hangs on a row was deleted before it. */
static GPtrArray *
list_deletion (const Source *self)
{
  g_autoptr (GHashTable) coming = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *taken = g_ptr_array_new ();

  for (guint end = self->end, first; end > 0; end = first)
    {
      MouJournalChange *line = g_ptr_array_index (self->lines, end - 1);

      first = find_start (self->lines, end);
      if (line->op != 'd' || (line->row != get_line (self)->row && !follows (self, coming, first, end)))
        continue;
      g_hash_table_add (coming, &line->row);
      for (guint i = end; i > first; i--)
        g_ptr_array_insert (taken, 0, g_ptr_array_index (self->lines, i - 1));
    }

  return taken;
}

static gboolean
check_ground (const Source *self, const char *name, GError **error)
{
  MouDocument *document = self->document;

  for (guint i = self->first; i < self->end; i++)
    {
      gint64 anchor = get_anchor (g_ptr_array_index (self->lines, i));
      g_autofree char *other = NULL;
      gint64 deletion;

      if (anchor == 0 || mou_register_lookup (document->rows, anchor) != NULL)
        continue;
      deletion = mou_journal_find_deletion (document->store, anchor);
      other = name_row (document, anchor, deletion);
      return _mou_document_refuse (error, _ ("%s cannot come back before %s, on which it hangs and which entry %" PRId64 " deleted."), name,
                                   other, deletion);
    }

  return TRUE;
}

static gboolean
apply_cb (const MouChange *change, gpointer data, GError **error)
{
  return mou_edit_apply (data, change, error);
}

/* The group that the indicator comes back to may have become an indicator of its own. */
static gboolean
mend_group (const Source *self, MouEdit *edit, GError **error)
{
  const MouRow *row = mou_register_lookup (self->document->rows, get_line (self)->row);
  gint64 group = row->entity == MOU_ENTITY_INDICATOR ? mou_row_get_reference (row, MOU_INDICATOR_GROUP) : 0;

  return group == 0 || _mou_document_make_group (self->document, edit, group, error);
}

static gboolean
restore_row (const Source *self, GError **error)
{
  MouDocument *document = self->document;
  const gint64 id = get_line (self)->row;
  g_autofree char *name = NULL;
  g_autofree char *day = mou_history_dup_day (self->entry->at, FALSE);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MouEdit) edit = NULL;

  name = name_row (document, id, self->entry->entry);
  if (mou_register_lookup (document->rows, id) != NULL)
    return _mou_document_refuse (error, _ ("%s is there already."), name);
  if (!check_ground (self, name, error))
    return FALSE;

  lines = list_deletion (self);
  edit = _mou_document_begin (document, MOU_ENTRY_EDIT, error, _ ("Restore %s, which entry %" PRId64 " deleted (%s)"), name,
                              self->entry->entry, day);

  return _mou_document_finish (
      document, &edit,
      edit != NULL && mou_journal_replay (document->rows, lines, TRUE, apply_cb, edit, error) && mend_group (self, edit, error), error);
}

gboolean
mou_document_restore (MouDocument *self, gint64 entry, guint line, GError **error)
{
  g_auto (Source) source = { .document = self };
  const MouJournalChange *change;
  int field;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->store != NULL, FALSE);

  if (!read_source (&source, entry, line, error))
    return FALSE;

  change = get_line (&source);
  if (change->entity == MOU_ENTITY_SIGNING)
    return _mou_document_refuse (error, _ ("What was signed is not restored; sign or open the agreement again."));
  field = mou_field_lookup (change->entity, change->field);
  if (change->op == 'd')
    return restore_row (&source, error);
  if (change->op == 'u' && field >= 0)
    return restore_field (&source, field, error);

  return _mou_document_refuse (error, change->op == 'i' ? _ ("There was nothing before: the row was added there.")
                                                        : _ ("A place among others is not restored; move the row."));
}
