/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries are walked newest first, so that a row is known by the time an older entry mentions it: it is in the register, or its deletion
 * was met. Deletions and undos are therefore noted of every entry, told or not. What is cheap to know is asked first; sentences are only
 * made of entries that are told, or when a text is looked for. */

#include "mou-history-search.h"

#include "mou-change-words.h"
#include "mou-document-private.h"
#include "mou-history-line.h"
#include "mou-journal-walk.h"
#include "mou-row-scope.h"
#include "mou-thai.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DETAILS_MAX 200

struct _MouHistorySearch
{
  MouDocument *document;

  gint64 row, after;
  GStrv authors;
  char *since, *until;
  char *key; /* what is looked for, folded; NULL: nothing */
  guint kinds;
  gboolean standing;

  gint64 before;      /* entries before this one have not been looked at */
  GHashTable *gone;   /* row id → MouRow: what deleted rows were */
  GHashTable *undone; /* entry (gint64 *) → whether the newest word about it was an undo */
  gint64 undoable, redoable;
};

/* One entry that is looked at. */
typedef struct
{
  MouHistorySearch *search;
  const MouJournalEntry *entry;
  GPtrArray *lines; /* MouJournalChange */
} Look;

static void
copy_filter (MouHistorySearch *self, const MouHistoryFilter *filter)
{
  self->row = filter->row;
  self->after = filter->after;
  self->authors = g_strdupv ((char **) filter->authors);
  self->since = g_strdup (filter->since);
  self->until = g_strdup (filter->until);
  self->key = filter->search != NULL && *filter->search != '\0' ? mou_thai_search_key (filter->search) : NULL;
  self->kinds = filter->kinds;
  self->standing = filter->standing;
}

MouHistorySearch *
mou_history_search_new (MouDocument *document, const MouHistoryFilter *filter)
{
  MouHistorySearch *self;
  const char *label = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (document->store != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  self = g_new0 (MouHistorySearch, 1);
  self->document = g_object_ref (document);
  copy_filter (self, filter);
  self->before = mou_store_get_entry (document->store) + 1;
  self->gone = mou_change_words_new_gone ();
  self->undone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->undoable = mou_journal_get_undoable (document->store, &label);
  self->redoable = mou_journal_get_redoable (document->store, &label);

  return self;
}

void
mou_history_search_free (MouHistorySearch *self)
{
  g_clear_object (&self->document);
  g_strfreev (self->authors);
  g_free (self->since);
  g_free (self->until);
  g_free (self->key);
  g_hash_table_unref (self->gone);
  g_hash_table_unref (self->undone);
  g_free (self);
}

static gboolean
takes_back (const MouJournalEntry *entry)
{
  return entry->kind == MOU_ENTRY_UNDO || entry->kind == MOU_ENTRY_REDO;
}

/* Of several undos and redos of one entry the newest counts, and that is met first. */
static void
note_undone (MouHistorySearch *self, const MouJournalEntry *entry)
{
  if (takes_back (entry) && !g_hash_table_contains (self->undone, &entry->undoes))
    g_hash_table_insert (self->undone, g_memdup2 (&entry->undoes, sizeof entry->undoes), GINT_TO_POINTER (entry->kind == MOU_ENTRY_UNDO));
}

static gboolean
is_undone (const Look *look)
{
  return g_hash_table_lookup (look->search->undone, &look->entry->entry) != NULL;
}

static MouHistoryKind
translate_kind (MouEntryKind kind)
{
  static const MouHistoryKind kinds[] = {
    [MOU_ENTRY_EDIT] = MOU_HISTORY_EDIT,     [MOU_ENTRY_UNDO] = MOU_HISTORY_UNDO,   [MOU_ENTRY_REDO] = MOU_HISTORY_REDO,
    [MOU_ENTRY_IMPORT] = MOU_HISTORY_IMPORT, [MOU_ENTRY_MERGE] = MOU_HISTORY_MERGE, [MOU_ENTRY_STATUS] = MOU_HISTORY_STATUS,
  };

  return kinds[kind];
}

static gboolean
matches_entry (const Look *look)
{
  const MouHistorySearch *self = look->search;
  const MouJournalEntry *entry = look->entry;

  return (self->kinds == 0 || (self->kinds & (1U << translate_kind (entry->kind))) != 0)
         && (!self->standing || (!takes_back (entry) && !is_undone (look)))
         && (self->authors == NULL || g_strv_contains ((const char *const *) self->authors, entry->author))
         && (self->since == NULL || strcmp (entry->at, self->since) >= 0) && (self->until == NULL || strcmp (entry->at, self->until) < 0);
}

static gboolean
concerns_row (const Look *look, guint first)
{
  const MouJournalChange *line = g_ptr_array_index (look->lines, first);
  MouHistorySearch *self = look->search;

  return self->row == 0 || mou_row_scope_contains (self->document->rows, self->gone, self->row, line->row);
}

static gboolean
has_key (const MouHistorySearch *self, const char *text)
{
  g_autofree char *key = text != NULL ? mou_thai_search_key (text) : NULL;

  return key != NULL && strstr (key, self->key) != NULL;
}

/* The sentence shortens long values; whole ones are looked through as well. */
static gboolean
line_has_key (const Look *look, guint first, guint end)
{
  MouHistorySearch *self = look->search;
  g_autofree char *sentence = mou_change_words_dup_sentence (self->document->rows, self->gone, look->lines, first, end);

  if (has_key (self, sentence))
    return TRUE;
  for (guint i = first; i < end; i++)
    {
      const MouJournalChange *line = g_ptr_array_index (look->lines, i);

      if (has_key (self, line->old_value) || has_key (self, line->new_value))
        return TRUE;
    }

  return FALSE;
}

/* Whether any line concerns the row, and one of those, or the entry itself, has the text. */
static gboolean
matches_lines (const Look *look)
{
  const MouHistorySearch *self = look->search;
  gboolean concerned = self->row == 0;
  gboolean found = self->key == NULL || has_key (self, look->entry->label) || has_key (self, look->entry->author);

  for (guint first = 0, end; first < look->lines->len && !(concerned && found); first = end)
    {
      end = mou_change_words_find_end (look->lines, first);
      if (!concerns_row (look, first))
        continue;
      concerned = TRUE;
      found = found || line_has_key (look, first, end);
    }

  return concerned && found;
}

static void
add_details (const Look *look, MouHistoryEntry *told)
{
  guint number = 0;

  for (guint first = 0, end; first < look->lines->len; first = end)
    {
      end = mou_change_words_find_end (look->lines, first);
      number++;
      if (!concerns_row (look, first))
        told->n_elsewhere++;
      else if (told->details->len >= DETAILS_MAX)
        told->n_more++;
      else
        g_ptr_array_add (told->details,
                         mou_history_line_new (look->search->document->rows, look->search->gone, look->lines, first, end, number));
    }
}

static char **
make_lines (const MouHistoryEntry *told)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < told->details->len; i++)
    g_ptr_array_add (lines, g_strdup (((const MouHistoryLine *) g_ptr_array_index (told->details, i))->text));
  if (told->n_more > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("and %u more change", "and %u more changes", told->n_more), told->n_more));
  if (told->n_elsewhere > 0)
    g_ptr_array_add (
        lines, g_strdup_printf (ngettext ("and %u change elsewhere", "and %u changes elsewhere", told->n_elsewhere), told->n_elsewhere));
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (lines, FALSE);
}

static MouHistoryEntry *
tell (const Look *look)
{
  const MouJournalEntry *entry = look->entry;
  MouHistoryEntry *told = g_new0 (MouHistoryEntry, 1);

  told->entry = entry->entry;
  told->kind = translate_kind (entry->kind);
  told->at = g_strdup (entry->at);
  told->author = g_strdup (entry->author);
  told->label = g_strdup (entry->label);
  told->undoes = entry->undoes;
  told->is_undo = entry->kind == MOU_ENTRY_UNDO;
  told->is_redo = entry->kind == MOU_ENTRY_REDO;
  told->undone = is_undone (look);
  told->undo_next = entry->entry == look->search->undoable;
  told->redo_next = entry->entry == look->search->redoable;
  told->details = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_history_line_free);
  add_details (look, told);
  told->lines = make_lines (told);

  return told;
}

static void
look_at (MouHistorySearch *self, const MouJournalEntry *entry, GPtrArray *lines, GPtrArray *found)
{
  const Look look = { self, entry, lines };

  note_undone (self, entry);
  mou_change_words_remember (self->gone, lines);
  if (matches_entry (&look) && matches_lines (&look))
    g_ptr_array_add (found, tell (&look));
}

gboolean
mou_history_search_continue (MouHistorySearch *self, guint limit, guint effort, GPtrArray *found, GError **error)
{
  g_autoptr (MouJournalWalk) walk = NULL;
  guint looked = 0;

  g_return_val_if_fail (self != NULL && found != NULL, FALSE);
  g_return_val_if_fail (self->document->store != NULL, FALSE);

  walk = mou_journal_walk_new (self->document->store, self->before, error);
  if (walk == NULL)
    return _mou_document_adopt_error (error);

  while (!mou_history_search_is_over (self) && (limit == 0 || found->len < limit) && (effort == 0 || looked < effort))
    {
      g_autoptr (MouJournalEntry) entry = NULL;
      g_autoptr (GPtrArray) lines = NULL;

      if (!mou_journal_walk_next (walk, &entry, &lines, error))
        return _mou_document_adopt_error (error);
      if (entry != NULL)
        look_at (self, entry, lines, found);
      looked += entry != NULL ? 1 + lines->len : 0;
      self->before = entry != NULL ? entry->entry : 1;
    }

  return TRUE;
}

gboolean
mou_history_search_is_over (MouHistorySearch *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->before <= self->after + 1;
}
