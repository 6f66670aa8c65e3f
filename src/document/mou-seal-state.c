/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sealing a large agreement takes a good part of a second, so nothing is sealed that need not be: what is not signed never is, and a
 * state that was found stays as long as the entries since then touch nothing that is signed. */

#include "mou-seal-state.h"

#include "mou-canon.h"
#include "mou-document-private.h"
#include "mou-history.h"
#include "mou-journal-fork.h"
#include "mou-journal-past.h"
#include "mou-signing.h"

/* More entries than that are not read to spare one sealing. */
#define ENTRIES_MAX 32

typedef struct
{
  gint64 agreement;
  gint64 act; /* before it there is nothing to look for; 0: none */
  const char *seal;
  gboolean touched;
  MouSealState *state;
} Search;

typedef struct
{
  MouSealState *state;
  gint64 entry; /* the last one when it was made */
} Kept;

void
mou_seal_state_free (MouSealState *self)
{
  g_free (self->seal);
  g_free (self->date);
  g_free (self->by);
  g_free (self->reason);
  g_free (self->at);
  g_free (self->author);
  g_free (self->label);
  g_free (self);
}

static gboolean
is_sealed (MouRegister *rows, gint64 agreement, const char *seal)
{
  g_autofree char *now = mou_register_lookup (rows, agreement) != NULL ? mou_signing_dup_seal (rows, agreement) : NULL;

  return g_strcmp0 (now, seal) == 0;
}

static gboolean
is_part (MouRegister *rows, const MouRow *row, gint64 agreement)
{
  const MouRow *above = mou_register_lookup (rows, agreement);

  if (!mou_canon_is_signed (row->entity))
    return FALSE;
  while (row != NULL && row->entity > MOU_ENTITY_AGREEMENT)
    row = mou_register_lookup (rows, row->parent);

  return row != NULL && (row->id == agreement || (above != NULL && above->parent == row->id));
}

static void
stepping_cb (MouRegister *rows, const MouChange *change, gpointer data)
{
  Search *self = data;

  self->touched = self->touched || is_part (rows, mou_change_get_row (change), self->agreement);
}

static void
note_break (MouSealState *state, const MouJournalEntry *entry)
{
  state->entry = entry->entry;
  state->at = g_strdup (entry->at);
  state->author = g_strdup (entry->author);
  state->label = g_strdup (entry->label);
}

/* Where the act is not yet, the entry that brought it brought a seal that never fitted. */
static gboolean
arrived_cb (MouRegister *rows, const MouJournalEntry *undone, gpointer data)
{
  Search *self = data;
  gboolean found = (self->act != 0 && mou_register_lookup (rows, self->act) == NULL)
                   || (self->touched && is_sealed (rows, self->agreement, self->seal));

  self->touched = FALSE;
  if (found)
    note_break (self->state, undone);

  return !found;
}

static void
find_break (MouSealState *state, MouDocument *document, gint64 agreement, gint64 act, gint64 until)
{
  static const MouPastVisitor visitor = { stepping_cb, arrived_cb };
  Search search = { agreement, act, state->seal, FALSE, state };
  g_autoptr (GError) error = NULL;

  if (document != NULL && !mou_journal_visit_past (document->store, until, &visitor, &search, &error))
    g_warning ("%s", error->message);
}

static guint
count_rebases (MouRegister *rows, gint64 agreement)
{
  GPtrArray *acts = mou_register_get_children (rows, agreement, MOU_ENTITY_SIGNING);
  guint n = 0;

  for (guint i = acts->len; i > 0; i--, n++)
    if (!g_str_equal (mou_row_get (g_ptr_array_index (acts, i - 1), MOU_SIGNING_ACT), "rebased"))
      break;

  return n;
}

static void
judge_record (MouSealState *state, MouRegister *rows, MouDocument *document, gint64 agreement, const MouRow *act)
{
  state->changed = !is_sealed (rows, agreement, state->seal);
  state->n_rebases = count_rebases (rows, agreement);
  state->kind = state->changed ? MOU_SEAL_BROKEN : state->n_rebases > 0 ? MOU_SEAL_AMENDED : MOU_SEAL_INTACT;
  if (state->changed)
    find_break (state, document, agreement, act->id, 0);
}

/* What the history says was signed takes the place of a record. */
static void
judge_history (MouSealState *state, MouRegister *rows, MouDocument *document, gint64 agreement)
{
  gint64 entry = document != NULL ? mou_document_get_signed_entry (document, agreement) : 0;
  g_autoptr (MouRegister) then = NULL;
  g_autoptr (GError) error = NULL;

  state->kind = MOU_SEAL_WITHOUT_RECORD;
  if (entry == 0)
    return;
  then = mou_journal_rewind (document->store, entry, &error);
  if (then == NULL)
    {
      g_warning ("%s", error->message);
      return;
    }
  state->seal = mou_signing_dup_seal (then, agreement);
  state->changed = !is_sealed (rows, agreement, state->seal);
  if (state->changed)
    find_break (state, document, agreement, 0, entry);
}

MouSealState *
mou_seal_state_new (MouRegister *rows, MouDocument *document, gint64 agreement)
{
  MouSealState *state = g_new0 (MouSealState, 1);
  const MouRow *act;

  g_return_val_if_fail (rows != NULL, state);
  g_return_val_if_fail (document == NULL || document->store != NULL, state);

  act = mou_signing_get_last (rows, agreement);
  if (act != NULL)
    {
      state->seal = g_strdup (mou_row_get (act, MOU_SIGNING_SEAL));
      state->date = g_strdup (mou_row_get (act, MOU_SIGNING_DATE));
      state->by = g_strdup (mou_row_get (act, MOU_SIGNING_BY));
      state->reason = g_strdup (mou_row_get (act, MOU_SIGNING_REASON));
    }
  if (!mou_signing_is_locked (rows, agreement))
    state->kind = act != NULL ? MOU_SEAL_REOPENED : MOU_SEAL_NOT_SIGNED;
  else if (act != NULL)
    judge_record (state, rows, document, agreement, act);
  else
    judge_history (state, rows, document, agreement);

  return state;
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  mou_seal_state_free (kept->state);
  g_free (kept);
}

static gboolean
entry_touches (MouStore *store, gint64 entry)
{
  g_autoptr (GPtrArray) lines = mou_journal_list_changes (store, entry, NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const MouJournalChange *line = g_ptr_array_index (lines, i);

      if (line->entity == MOU_ENTITY_SIGNING || mou_canon_is_signed (line->entity))
        return TRUE;
    }

  return lines == NULL;
}

static gboolean
is_fresh (const Kept *kept, MouStore *store)
{
  gint64 last = mou_store_get_entry (store);

  if (last < kept->entry || last > kept->entry + ENTRIES_MAX)
    return FALSE;
  for (gint64 entry = kept->entry + 1; entry <= last; entry++)
    if (entry_touches (store, entry))
      return FALSE;

  return TRUE;
}

const MouSealState *
mou_document_get_seal_state (MouDocument *self, gint64 agreement)
{
  Kept *kept;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (self->store != NULL, NULL);

  if (self->seal_states == NULL)
    self->seal_states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, kept_free);
  kept = g_hash_table_lookup (self->seal_states, &agreement);
  if (kept == NULL || !is_fresh (kept, self->store))
    {
      kept = g_new (Kept, 1);
      kept->state = mou_seal_state_new (self->rows, self, agreement);
      g_hash_table_insert (self->seal_states, g_memdup2 (&agreement, sizeof agreement), kept);
    }
  kept->entry = mou_store_get_entry (self->store);

  return kept->state;
}
