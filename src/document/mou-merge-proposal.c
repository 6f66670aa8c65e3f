/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging is decided by mou-merge; here it gets its base, its conflicts get words, and what came of it is checked and applied. */

#include "mou-merge-proposal.h"

#include "mou-compare.h"
#include "mou-document-private.h"
#include "mou-journal-fork.h"
#include "mou-merge-words.h"

#include <glib/gi18n-lib.h>

struct _MouMergeProposal
{
  GObject parent_instance;

  MouDocument *document;
  char *source;
  gint64 entry; /* of the document, that this is a proposal for */

  MouMerge *merge;
  MouMergeNames names;
  GPtrArray *incoming;
  gboolean all_answered;

  /* Of the answers there are; made when asked. */
  gboolean is_current;
  GPtrArray *conflicts; /* MouMergeConflict, as many as the merge has */
  GPtrArray *findings;  /* NULL: to be made */
  GHashTable *known;    /* set of what the checks find now; NULL: to be made */
};

G_DEFINE_FINAL_TYPE (MouMergeProposal, mou_merge_proposal, G_TYPE_OBJECT)

static guint changed_signal;

static void
mou_merge_proposal_finalize (GObject *object)
{
  MouMergeProposal *self = MOU_MERGE_PROPOSAL (object);

  g_clear_object (&self->document);
  g_free (self->source);
  g_clear_pointer (&self->merge, mou_merge_free);
  g_clear_pointer (&self->names.mine, mou_register_free);
  g_clear_pointer (&self->names.others, g_hash_table_unref);
  g_clear_pointer (&self->names.authors_mine, _mou_merge_authors_free);
  g_clear_pointer (&self->names.authors_theirs, _mou_merge_authors_free);
  g_clear_pointer (&self->incoming, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);

  G_OBJECT_CLASS (mou_merge_proposal_parent_class)->finalize (object);
}

static void
mou_merge_proposal_class_init (MouMergeProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mou_merge_proposal_finalize;

  changed_signal = g_signal_new ("changed", MOU_TYPE_MERGE_PROPOSAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mou_merge_proposal_init (MouMergeProposal *self)
{
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) _mou_merge_words_free);
}

/* *base NULL: there is none. */
static gboolean
find_base (MouMergeProposal *self, MouDocument *other, MouDocument *given, MouRegister **base, GError **error)
{
  MouStore *store = self->document->store;
  gint64 fork;

  if (!mou_journal_find_fork (store, other->store, &fork, error))
    return FALSE;
  if (given != NULL)
    *base = mou_register_copy (given->rows);
  else if (fork > 0 && (*base = mou_journal_rewind (other->store, fork, error)) == NULL)
    return FALSE;
  if (fork == 0)
    return TRUE;

  self->names.authors_mine = _mou_merge_authors_new (store, fork, error);
  if (self->names.authors_mine != NULL)
    self->names.authors_theirs = _mou_merge_authors_new (other->store, fork, error);

  return self->names.authors_theirs != NULL;
}

MouMergeProposal *
mou_merge_proposal_new (MouDocument *document, MouDocument *other, MouDocument *base, const char *source, GError **error)
{
  g_autoptr (MouMergeProposal) self = NULL;
  g_autoptr (MouRegister) common = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (document) && document->store != NULL, NULL);
  g_return_val_if_fail (MOU_IS_DOCUMENT (other) && other->store != NULL, NULL);
  g_return_val_if_fail (base == NULL || (MOU_IS_DOCUMENT (base) && base->rows != NULL), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  self = g_object_new (MOU_TYPE_MERGE_PROPOSAL, NULL);
  self->document = g_object_ref (document);
  self->source = g_strdup (source);
  self->entry = mou_store_get_entry (document->store);
  if (!find_base (self, other, base, &common, error))
    {
      _mou_document_adopt_error (error);
      return NULL;
    }

  self->merge = mou_merge_new (common, document->rows, other->rows);
  self->names.merge = self->merge;
  self->names.has_base = common != NULL;
  self->names.mine = mou_register_copy (document->rows);
  self->names.others = _mou_merge_words_list_others (common, self->merge);
  self->incoming = mou_compare_versions (self->names.mine, mou_merge_get_result (self->merge), 0);

  return g_steal_pointer (&self);
}

const char *
mou_merge_proposal_get_source (MouMergeProposal *self)
{
  g_return_val_if_fail (MOU_IS_MERGE_PROPOSAL (self), NULL);

  return self->source;
}

gboolean
mou_merge_proposal_get_has_base (MouMergeProposal *self)
{
  g_return_val_if_fail (MOU_IS_MERGE_PROPOSAL (self), FALSE);

  return self->names.has_base;
}

static void
name_new_conflicts (MouMergeProposal *self)
{
  GPtrArray *conflicts = mou_merge_get_conflicts (self->merge);

  for (guint i = self->conflicts->len; i < conflicts->len; i++)
    g_ptr_array_add (self->conflicts, _mou_merge_words_new (&self->names, g_ptr_array_index (conflicts, i)));
}

GPtrArray *
mou_merge_proposal_get_conflicts (MouMergeProposal *self)
{
  GPtrArray *conflicts;

  g_return_val_if_fail (MOU_IS_MERGE_PROPOSAL (self), NULL);

  if (self->is_current)
    return self->conflicts;

  name_new_conflicts (self);
  conflicts = mou_merge_get_conflicts (self->merge);
  for (guint i = 0; i < conflicts->len; i++)
    _mou_merge_words_update (g_ptr_array_index (self->conflicts, i), g_ptr_array_index (conflicts, i));
  self->is_current = TRUE;

  return self->conflicts;
}

GPtrArray *
mou_merge_proposal_get_incoming (MouMergeProposal *self)
{
  g_return_val_if_fail (MOU_IS_MERGE_PROPOSAL (self), NULL);

  return self->incoming;
}

static void
note_answer (MouMergeProposal *self)
{
  self->is_current = FALSE;
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_signal_emit (self, changed_signal, 0);
}

void
mou_merge_proposal_answer (MouMergeProposal *self, guint conflict, MouMergeSide side)
{
  g_return_if_fail (MOU_IS_MERGE_PROPOSAL (self));
  g_return_if_fail (conflict < mou_merge_get_conflicts (self->merge)->len);

  mou_merge_answer (self->merge, conflict, side);
  note_answer (self);
}

void
mou_merge_proposal_answer_all (MouMergeProposal *self, MouMergeSide side)
{
  g_return_if_fail (MOU_IS_MERGE_PROPOSAL (self));

  self->all_answered = TRUE;
  mou_merge_set_default (self->merge, side);
  for (guint i = 0; i < mou_merge_get_conflicts (self->merge)->len; i++)
    mou_merge_answer (self->merge, i, side);
  note_answer (self);
}

guint
mou_merge_proposal_get_n_open (MouMergeProposal *self)
{
  GPtrArray *conflicts;
  guint n_open = 0;

  g_return_val_if_fail (MOU_IS_MERGE_PROPOSAL (self), 0);

  conflicts = mou_merge_proposal_get_conflicts (self);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const MouMergeConflict *conflict = g_ptr_array_index (conflicts, i);

      n_open += !conflict->answered && !conflict->forced && !conflict->moot && !self->all_answered;
    }

  return n_open;
}

guint
mou_merge_proposal_get_n_changes (MouMergeProposal *self)
{
  g_return_val_if_fail (MOU_IS_MERGE_PROPOSAL (self), 0);

  return mou_merge_get_changes (self->merge)->len;
}

typedef void (*FindingVisit) (MouFinding *finding, gpointer data);

/* Hands out what the checks find in all agreements. */
static void
check_register (MouRegister *rows, FindingVisit visit, gpointer data)
{
  GPtrArray *organisations = mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION);

  for (guint i = 0; i < organisations->len; i++)
    {
      GPtrArray *agreements
          = mou_register_get_children (rows, ((const MouRow *) g_ptr_array_index (organisations, i))->id, MOU_ENTITY_AGREEMENT);

      for (guint j = 0; j < agreements->len; j++)
        {
          g_autoptr (MouAgreement) agreement = mou_register_dup_agreement (rows, ((const MouRow *) g_ptr_array_index (agreements, j))->id);
          g_autoptr (GPtrArray) findings = mou_check_agreement (agreement);

          g_ptr_array_set_free_func (findings, NULL);
          for (guint k = 0; k < findings->len; k++)
            visit (g_ptr_array_index (findings, k), data);
        }
    }
}

/* The same finding of the same row, whatever it is called now. */
static char *
make_key (const MouFinding *finding)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%s/%s/%s", finding->code, finding->row, finding->row == 0 ? finding->place : "",
                          finding->found != NULL ? finding->found : "", finding->expected != NULL ? finding->expected : "");
}

static void
note_known_cb (MouFinding *finding, gpointer known)
{
  g_hash_table_add (known, make_key (finding));
  mou_finding_free (finding);
}

static void
take_new_cb (MouFinding *finding, gpointer data)
{
  MouMergeProposal *self = data;
  g_autofree char *key = make_key (finding);

  if (finding->severity == MOU_SEVERITY_HINT || g_hash_table_contains (self->known, key))
    mou_finding_free (finding);
  else
    g_ptr_array_add (self->findings, finding);
}

GPtrArray *
mou_merge_proposal_get_findings (MouMergeProposal *self)
{
  g_return_val_if_fail (MOU_IS_MERGE_PROPOSAL (self), NULL);

  if (self->findings != NULL)
    return self->findings;
  if (self->known == NULL)
    {
      self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      check_register (self->names.mine, note_known_cb, self->known);
    }
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_finding_free);
  check_register (mou_merge_get_result (self->merge), take_new_cb, self);

  return self->findings;
}

static gboolean
apply_changes (MouEdit *edit, GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    if (!mou_edit_apply (edit, g_ptr_array_index (changes, i), error))
      return FALSE;

  return TRUE;
}

gboolean
mou_merge_proposal_apply (MouMergeProposal *self, GError **error)
{
  g_autoptr (MouEdit) edit = NULL;
  guint n_open;

  g_return_val_if_fail (MOU_IS_MERGE_PROPOSAL (self), FALSE);
  g_return_val_if_fail (self->document->store != NULL, FALSE);

  n_open = mou_merge_proposal_get_n_open (self);
  if (n_open > 0)
    return _mou_document_refuse (error, ngettext ("%u conflict is not answered yet.", "%u conflicts are not answered yet.", n_open),
                                 n_open);
  if (mou_store_get_entry (self->document->store) != self->entry)
    return _mou_document_refuse (error, _ ("The register was changed meanwhile; look at the merge again."));

  edit = _mou_document_begin (self->document, MOU_ENTRY_MERGE, error, _ ("Merge %s"), self->source);
  return _mou_document_finish (self->document, &edit, edit != NULL && apply_changes (edit, mou_merge_get_changes (self->merge), error),
                               error);
}
