/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A conflict is named as the history names it, and each side says what it did. Values are not shortened: whoever has to choose
 * between two paragraphs must be able to read them. */

#include "mou-merge-words.h"

#include "mou-change-words.h"
#include "mou-row-name.h"
#include "mou-value.h"

#include <glib/gi18n-lib.h>

#define MAX_LINES 5

static void
remember_visit (MouRow *row, int depth, gpointer data)
{
  g_hash_table_insert (data, g_memdup2 (&row->id, sizeof row->id), mou_row_ref (row));
}

static char *
describe_value (const MouMergeNames *names, const MouField *field, const char *value)
{
  g_autofree char *word = NULL;

  if (value != NULL && (field->type == MOU_FIELD_TEXT || field->type == MOU_FIELD_LONG_TEXT))
    return g_strdup (value);
  if (value != NULL && field->type == MOU_FIELD_INTEGER)
    {
      word = mou_field_dup_word (field);
      return g_strdup_printf (C_ ("number of something", "%s %s"), word, value);
    }

  return mou_change_words_dup_value (names->mine, names->others, field, value);
}

/* Fields that stand together, as they are read: "≥ 5", "27.12, provisional". */
static char *
describe_cell (const MouMergeNames *names, const MouConflict *conflict, const MouRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = conflict->field; i <= conflict->last; i++)
    {
      const MouField *field = mou_field_get (conflict->entity, i);
      g_autofree char *value = NULL;

      if (row->values[i] == NULL)
        continue;
      value = field->type == MOU_FIELD_BOOLEAN ? mou_field_dup_word (field) : describe_value (names, field, row->values[i]);
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : field->type == MOU_FIELD_DECIMAL ? " " : ", ", value);
    }
  if (text->len == 0)
    g_string_append (text, _ ("(blank)"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A line for each thing that was done to what the other side deleted. */
static char *
describe_work (const MouMergeNames *names, const MouConflict *conflict)
{
  g_autoptr (GPtrArray) lines = mou_journal_describe (conflict->work);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_told = 0, n_more = 0;

  for (guint first = 0, end; first < lines->len; first = end)
    {
      g_autofree char *sentence = NULL;

      end = mou_change_words_find_end (lines, first);
      if (n_told >= MAX_LINES)
        {
          n_more++;
          continue;
        }
      sentence = mou_change_words_dup_sentence (names->mine, names->others, lines, first, end);
      g_string_append_printf (text, "%s%s", n_told > 0 ? "\n" : "", sentence);
      n_told++;
    }
  if (n_more > 0)
    g_string_append_printf (g_string_append_c (text, '\n'), ngettext ("and %u more change", "and %u more changes", n_more), n_more);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_side (const MouMergeNames *names, const MouConflict *conflict, const MouRow *row)
{
  if (row == NULL)
    return g_strdup (conflict->base != NULL ? _ ("(deleted)") : _ ("(not there)"));
  if (conflict->work != NULL)
    return describe_work (names, conflict);
  if (conflict->field == MOU_CONFLICT_ROW)
    return g_strdup (conflict->base == NULL ? _ ("added") : mou_row_equal (row, conflict->base) ? _ ("there") : _ ("changed"));
  if (conflict->field == MOU_CONFLICT_PLACE)
    return g_strdup (conflict->base != NULL && row->ordinal == conflict->base->ordinal ? _ ("as it was") : _ ("moved"));
  if (conflict->field < conflict->last)
    return describe_cell (names, conflict, row);

  return describe_value (names, mou_field_get (conflict->entity, conflict->field), row->values[conflict->field]);
}

/* Of a cell what it is mainly about. */
static char *
describe_field (const MouConflict *conflict)
{
  int field = conflict->field;

  if (field == MOU_CONFLICT_ROW)
    return NULL;
  if (field == MOU_CONFLICT_PLACE)
    return g_strdup (_ ("place among its siblings"));
  if (conflict->entity == MOU_ENTITY_LEVEL || conflict->entity == MOU_ENTITY_MEASURE_LEVEL)
    field = MOU_LEVEL_VALUE;

  return mou_field_dup_word (mou_field_get (conflict->entity, field));
}

static char *
describe_reason (const MouMergeNames *names, const MouConflict *conflict)
{
  g_autofree char *beside = NULL;
  g_autofree char *word = NULL;

  if (conflict->forced)
    return g_strdup (_ ("It cannot stand beside the rest of the merge."));
  if (conflict->beside == 0)
    return NULL;

  beside = mou_change_words_dup_name (names->mine, names->others, conflict->beside);
  if (conflict->field < 0)
    return g_strdup_printf (_ ("There can be only one; mine has %s."), beside);
  word = mou_field_dup_word (mou_field_get (conflict->entity, conflict->field));
  if (conflict->field == mou_field_find_key (conflict->entity))
    return g_strdup_printf (_ ("Only one can have this %s; in mine it is that of %s."), word, beside);

  return g_strdup_printf (_ ("With what mine did to %s it would be part of itself."), beside);
}

/* The later of the two; either may be NULL. */
static const MouJournalEntry *
get_later (const MouJournalEntry *a, const MouJournalEntry *b)
{
  return a == NULL || (b != NULL && b->entry > a->entry) ? b : a;
}

/* `row` has the id that the journal of that side knows. */
static const MouJournalEntry *
find_entry (MouMergeAuthors *authors, const MouConflict *conflict, gint64 row)
{
  const MouJournalEntry *entry = NULL;

  if (conflict->field == MOU_CONFLICT_ROW)
    return _mou_merge_authors_find (authors, row, NULL);
  if (conflict->field == MOU_CONFLICT_PLACE)
    return _mou_merge_authors_find (authors, row, "ordinal");
  for (int i = conflict->field; i <= conflict->last; i++)
    entry = get_later (entry, _mou_merge_authors_find (authors, row, mou_field_get (conflict->entity, i)->key));

  return entry;
}

static const MouJournalEntry *
find_worker (const MouMergeNames *names, MouMergeAuthors *authors, const MouConflict *conflict)
{
  const MouJournalEntry *entry = NULL;

  for (guint i = 0; i < conflict->work->len; i++)
    {
      gint64 row = mou_change_get_row (g_ptr_array_index (conflict->work, i))->id;

      if (authors == names->authors_theirs)
        row = mou_merge_get_their_id (names->merge, row);
      entry = get_later (entry, _mou_merge_authors_find (authors, row, NULL));
    }

  return entry;
}

static void
name_author (const MouMergeNames *names, const MouConflict *conflict, MouMergeSide side, char **author, char **at)
{
  MouMergeAuthors *authors = side == MOU_MERGE_MINE ? names->authors_mine : names->authors_theirs;
  const MouRow *own = side == MOU_MERGE_MINE ? conflict->mine : conflict->theirs;
  gint64 row = side == MOU_MERGE_MINE && conflict->beside != 0 ? conflict->beside : conflict->row;
  const MouJournalEntry *entry;

  if (authors == NULL)
    return;

  if (conflict->work != NULL && own != NULL)
    entry = find_worker (names, authors, conflict);
  else
    entry = find_entry (authors, conflict, side == MOU_MERGE_MINE ? row : mou_merge_get_their_id (names->merge, row));
  *author = entry != NULL ? g_strdup (entry->author) : NULL;
  *at = entry != NULL ? g_strdup (entry->at) : NULL;
}

GHashTable *
_mou_merge_words_list_others (MouRegister *base, MouMerge *merge)
{
  GHashTable *others = mou_change_words_new_gone ();

  if (base != NULL)
    mou_register_visit (base, remember_visit, others);
  mou_register_visit (mou_merge_get_theirs (merge), remember_visit, others);

  return others;
}

void
_mou_merge_words_free (MouMergeConflict *self)
{
  g_free (self->agreement);
  g_free (self->place);
  g_free (self->field);
  g_free (self->base);
  g_free (self->mine);
  g_free (self->theirs);
  g_free (self->mine_author);
  g_free (self->mine_at);
  g_free (self->theirs_author);
  g_free (self->theirs_at);
  g_free (self->reason);
  g_free (self);
}

MouMergeConflict *
_mou_merge_words_new (const MouMergeNames *names, const MouConflict *conflict)
{
  const MouRow *row = conflict->mine != NULL ? conflict->mine : conflict->theirs;
  MouMergeConflict *self = g_new0 (MouMergeConflict, 1);

  self->agreement = mou_row_dup_agreement_name (names->mine, names->others, row);
  self->place = mou_change_words_dup_name (names->mine, names->others, conflict->row);
  self->field = describe_field (conflict);
  if (conflict->base != NULL && conflict->field != MOU_CONFLICT_ROW)
    self->base = describe_side (names, conflict, conflict->base);
  else if (names->has_base && conflict->field >= 0)
    self->base = g_strdup (_ ("(not there)"));
  self->mine = describe_side (names, conflict, conflict->mine);
  self->theirs = describe_side (names, conflict, conflict->theirs);
  self->reason = describe_reason (names, conflict);
  name_author (names, conflict, MOU_MERGE_MINE, &self->mine_author, &self->mine_at);
  name_author (names, conflict, MOU_MERGE_THEIRS, &self->theirs_author, &self->theirs_at);
  _mou_merge_words_update (self, conflict);

  return self;
}

void
_mou_merge_words_update (MouMergeConflict *self, const MouConflict *conflict)
{
  self->answered = conflict->answered;
  self->answer = conflict->answer;
  self->taken = conflict->taken;
  self->forced = conflict->forced;
  self->moot = conflict->moot;
  self->overruled = conflict->answered && !conflict->moot && conflict->taken != conflict->answer;
}
