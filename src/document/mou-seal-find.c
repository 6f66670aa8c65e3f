/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which state of the register a code is of: the present, or an earlier one. Sealing costs more than replaying, so that only what the
 * entries just taken back have touched is sealed anew. */

#include "mou-seal-private.h"

#include "mou-canon.h"
#include "mou-document-private.h"
#include "mou-history.h"
#include "mou-journal-past.h"
#include "mou-journal-walk.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Rows that are sealed at most: some seconds for a common agreement of ten thousand entries. */
#define COST_MAX 40000000

typedef struct
{
  const char *wanted;
  guint64 cost;            /* rows sealed so far */
  gint64 given_up;         /* the entry before which nothing was looked at; 0: all was */
  GHashTable *agreements;  /* set of gint64 *: signed scope touched */
  GHashTable *assessments; /* the same: something reported was touched */
  GHashTable *hashes;      /* agreement (gint64 *) → hash of its signed scope as it was arrived at last */
  MouSealMatch *match;
} Search;

void
mou_seal_match_free (MouSealMatch *self)
{
  g_clear_pointer (&self->seal, mou_seal_free);
  g_clear_pointer (&self->rows, mou_register_free);
  g_free (self->at);
  g_free (self->author);
  g_free (self->changed_by);
  g_free (self->signed_on);
  g_free (self);
}

static MouSealMatch *
take_match (GPtrArray *seals, const char *wanted)
{
  for (guint i = 0; i < seals->len; i++)
    {
      MouSeal *seal = g_ptr_array_index (seals, i);

      if (g_str_equal (seal->seal, wanted))
        {
          MouSealMatch *match = g_new0 (MouSealMatch, 1);

          match->seal = g_ptr_array_steal_index (seals, i);
          return match;
        }
    }

  return NULL;
}

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* What an organisation is called is part of all its agreements. */
static void
touch_organisation (Search *self, MouRegister *rows, gint64 organisation)
{
  GPtrArray *agreements = mou_register_get_children (rows, organisation, MOU_ENTITY_AGREEMENT);

  for (guint i = 0; i < agreements->len; i++)
    g_hash_table_add (self->agreements, dup_id (((const MouRow *) g_ptr_array_index (agreements, i))->id));
}

static void
stepping_cb (MouRegister *rows, const MouChange *change, gpointer data)
{
  Search *self = data;
  const MouRow *row = mou_change_get_row (change);
  gboolean is_signed = mou_canon_is_signed (row->entity);

  while (row != NULL && row->entity > MOU_ENTITY_AGREEMENT && row->entity != MOU_ENTITY_ASSESSMENT)
    row = mou_register_lookup (rows, row->parent);
  if (row == NULL)
    return;
  if (row->entity == MOU_ENTITY_ORGANISATION)
    touch_organisation (self, rows, row->id);
  else if (row->entity == MOU_ENTITY_ASSESSMENT)
    g_hash_table_add (self->assessments, dup_id (row->id));
  else if (is_signed)
    g_hash_table_add (self->agreements, dup_id (row->id));
}

static const char *
get_hash (Search *self, MouRegister *rows, gint64 agreement)
{
  char *hash = g_hash_table_lookup (self->hashes, &agreement);

  if (hash == NULL)
    {
      g_autofree char *text = mou_canon_agreement_text (rows, agreement);

      hash = mou_canon_hash (text);
      g_hash_table_insert (self->hashes, dup_id (agreement), hash);
    }

  return hash;
}

static void
seal_agreement (Search *self, MouRegister *rows, gint64 agreement, GPtrArray *seals)
{
  g_hash_table_remove (self->hashes, &agreement);
  if (mou_register_lookup (rows, agreement) != NULL)
    _mou_seal_add_all (rows, agreement, seals);
}

static void
seal_assessment (Search *self, MouRegister *rows, gint64 id, GPtrArray *seals)
{
  const MouRow *row = mou_register_lookup (rows, id);
  g_autoptr (MouAgreement) agreement = NULL;

  if (row == NULL || g_hash_table_contains (self->agreements, &row->parent))
    return;
  agreement = mou_register_dup_agreement (rows, row->parent);
  g_ptr_array_add (
      seals, _mou_seal_new_evaluation (rows, agreement, mou_agreement_get_assessment (agreement, id), get_hash (self, rows, row->parent)));
}

static gboolean
arrived_cb (MouRegister *rows, const MouJournalEntry *undone, gpointer data)
{
  Search *self = data;
  g_autoptr (GPtrArray) seals = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_seal_free);
  GHashTableIter touched;
  gpointer id;

  g_hash_table_iter_init (&touched, self->agreements);
  while (g_hash_table_iter_next (&touched, &id, NULL))
    seal_agreement (self, rows, *(gint64 *) id, seals);
  g_hash_table_iter_init (&touched, self->assessments);
  while (g_hash_table_iter_next (&touched, &id, NULL))
    seal_assessment (self, rows, *(gint64 *) id, seals);
  g_hash_table_remove_all (self->agreements);
  g_hash_table_remove_all (self->assessments);

  self->match = take_match (seals, self->wanted);
  self->cost += (guint64) seals->len * mou_register_get_size (rows);
  if (self->match == NULL && self->cost > COST_MAX)
    self->given_up = undone->entry;
  if (self->match == NULL)
    return self->given_up == 0;
  self->match->entry = undone->entry - 1;
  self->match->changed_by = g_strdup (undone->label);
  self->match->rows = mou_register_copy (rows);

  return FALSE;
}

/* Who left the register as it was found. */
static gboolean
describe_match (MouStore *store, MouSealMatch *match, GError **error)
{
  g_autoptr (MouJournalWalk) walk = mou_journal_walk_new (store, match->entry + 1, error);
  g_autoptr (MouJournalEntry) entry = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (walk == NULL || !mou_journal_walk_next (walk, &entry, &lines, error))
    return FALSE;
  if (entry != NULL)
    {
      match->at = g_strdup (entry->at);
      match->author = g_strdup (entry->author);
    }

  return TRUE;
}

static GHashTable *
new_ids (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static MouSealMatch *
search_past (MouStore *store, const char *seal, GError **error)
{
  static const MouPastVisitor visitor = { stepping_cb, arrived_cb };
  g_autoptr (GHashTable) agreements = new_ids (NULL);
  g_autoptr (GHashTable) assessments = new_ids (NULL);
  g_autoptr (GHashTable) hashes = new_ids (g_free);
  Search search = { .wanted = seal, .agreements = agreements, .assessments = assessments, .hashes = hashes };
  g_autoptr (MouSealMatch) match = NULL;
  gboolean done = mou_journal_visit_past (store, 0, &visitor, &search, error);

  match = search.match;
  if (done && search.given_up != 0)
    {
      _mou_document_refuse (error, _ ("The history is too long to be searched whole; from entry %" PRId64 " on nothing carries this code."),
                            search.given_up);
      return NULL;
    }
  if (!done || match == NULL || !describe_match (store, match, error))
    return NULL;

  return g_steal_pointer (&match);
}

/* The signature or re-base of an agreement that `seal` is on record with; NULL for none. Reopening seals what was signed before. */
static const MouRow *
find_act (MouRegister *rows, gint64 agreement, const char *seal)
{
  GPtrArray *acts = mou_register_get_children (rows, agreement, MOU_ENTITY_SIGNING);

  for (guint i = 0; i < acts->len; i++)
    {
      const MouRow *act = g_ptr_array_index (acts, i);

      if (g_str_equal (mou_row_get (act, MOU_SIGNING_SEAL), seal) && !g_str_equal (mou_row_get (act, MOU_SIGNING_ACT), "reopened"))
        return act;
    }

  return NULL;
}

/* The record of signatures outlives the history, which a clean copy has not. `seals` are those of the present. */
static void
consult_record (MouRegister *rows, GPtrArray *seals, const char *wanted, MouSealMatch **match)
{
  for (guint i = 0; i < seals->len; i++)
    {
      MouSeal *seal = g_ptr_array_index (seals, i);
      const MouRow *act = seal->assessment == 0 ? find_act (rows, seal->agreement, wanted) : NULL;

      if (act == NULL)
        continue;
      if (*match == NULL)
        {
          *match = g_new0 (MouSealMatch, 1);
          (*match)->seal = g_ptr_array_steal_index (seals, i);
        }
      (*match)->signed_on = g_strdup (mou_row_get (act, MOU_SIGNING_DATE));
      return;
    }
}

gboolean
mou_seal_find (MouRegister *rows, MouDocument *document, const char *seal, MouSealMatch **match, GError **error)
{
  g_autoptr (GPtrArray) seals = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (rows != NULL && seal != NULL && match != NULL, FALSE);
  g_return_val_if_fail (document == NULL || document->store != NULL, FALSE);

  seals = mou_seal_list (rows);
  *match = take_match (seals, seal);
  if (*match != NULL)
    {
      (*match)->current = TRUE;
      return TRUE;
    }
  if (document != NULL)
    *match = search_past (document->store, seal, &cause);
  if (cause == NULL)
    {
      consult_record (rows, seals, seal, match);
      return TRUE;
    }

  g_propagate_error (error, cause);
  return _mou_document_adopt_error (error);
}

gboolean
mou_seal_find_report (MouRegister *rows, MouDocument *document, const char *evaluation, const char *agreement, MouSealMatch **match,
                      gboolean *only_agreement, GError **error)
{
  g_return_val_if_fail (match != NULL && only_agreement != NULL, FALSE);

  *match = NULL;
  *only_agreement = FALSE;
  if (evaluation != NULL && !mou_seal_find (rows, document, evaluation, match, error))
    return FALSE;
  if (*match != NULL || agreement == NULL)
    return TRUE;
  if (!mou_seal_find (rows, document, agreement, match, error))
    return FALSE;
  *only_agreement = evaluation != NULL && *match != NULL;

  return TRUE;
}

static char *
describe_content (const MouSeal *seal)
{
  if (seal->assessment == 0)
    return g_strdup (seal->name);

  return g_strdup_printf (_ ("%s, evaluation “%s”"), seal->name, seal->assessment_name);
}

gboolean
mou_seal_match_is_good (const MouSealMatch *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->current || self->signed_on != NULL;
}

static char *
describe_past (const MouSealMatch *self, const char *content)
{
  g_autofree char *moment = self->at != NULL ? mou_history_dup_moment (self->at) : NULL;

  if (moment == NULL)
    return g_strdup_printf (_ ("carries the code of %s as it was before the first entry of the history"), content);

  return g_strdup_printf (_ ("carries the code of %s as it was up to entry %" PRId64 " (%s, %s); then came: %s"), content, self->entry,
                          moment, self->author, self->changed_by);
}

char *
mou_seal_match_describe (const MouSealMatch *self)
{
  g_autofree char *content = NULL;
  g_autofree char *past = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  content = describe_content (self->seal);
  if (self->current)
    return g_strdup_printf (_ ("carries the code of %s as it stands"), content);
  if (self->rows == NULL)
    return g_strdup_printf (_ ("carries the code of %s as it was signed on %s, which the history does not have any more"), content,
                            self->signed_on);

  past = describe_past (self, content);
  if (self->signed_on == NULL)
    return g_steal_pointer (&past);

  return g_strdup_printf (_ ("%s; it is what was signed on %s"), past, self->signed_on);
}
