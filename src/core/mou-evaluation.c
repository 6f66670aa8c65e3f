/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds the scores, and everything they borrow, until the last reference goes. */

#include "mou-evaluation-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MouRatioPool *ratios;
  GPtrArray *texts;
  GHashTable *shares;   /* node above, -1 for the roots → borrowed from ratios */
  MouAssessment past;   /* of an evaluation that made its own */
  MouAssessment *owned; /* of one that was given its own; NULL otherwise */
  GDestroyNotify free_owned;
} Keep;

static const struct
{
  const char *key;
  const char *label;
} states[] = {
  [MOU_STATE_SCORED] = { "scored", N_ ("Scored") },    [MOU_STATE_NOT_REPORTED] = { "not-reported", N_ ("Not reported") },
  [MOU_STATE_PENDING] = { "pending", N_ ("Pending") }, [MOU_STATE_NOT_APPLICABLE] = { "not-applicable", N_ ("Not applicable") },
  [MOU_STATE_ERROR] = { "error", N_ ("Error") },
};

MouEvaluation *
mou_evaluation_new (MouAgreement *agreement, const MouAssessment *assessment)
{
  MouEvaluation *self = g_new0 (MouEvaluation, 1);
  Keep *keep = g_new0 (Keep, 1);
  guint n_nodes = mou_agreement_get_n_nodes (agreement);

  g_ref_count_init (&self->references);
  self->agreement = mou_agreement_ref (agreement);
  self->assessment = assessment;
  self->scores = g_array_sized_new (FALSE, TRUE, sizeof (MouScore), n_nodes);
  g_array_set_size (self->scores, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    mou_evaluation_edit_score (self, i)->state = MOU_STATE_NOT_REPORTED;

  keep->ratios = mou_ratio_pool_new ();
  keep->texts = g_ptr_array_new_with_free_func (g_free);
  keep->shares = g_hash_table_new (NULL, NULL);
  self->keep = keep;

  return self;
}

MouEvaluation *
mou_evaluation_new_past (MouAgreement *agreement, int year)
{
  MouEvaluation *self = mou_evaluation_new (agreement, NULL);
  Keep *keep = self->keep;

  keep->past = (MouAssessment){ .kind = MOU_ASSESSMENT_BACKTEST, .period = "year", .history_year = year };
  keep->past.name = mou_evaluation_keep_text (self, g_strdup_printf ("%d", year));
  keep->past.results = g_hash_table_new (g_int64_hash, g_int64_equal);
  keep->past.deductions = g_array_new (FALSE, FALSE, sizeof (MouDeduction));
  self->assessment = &keep->past;

  return self;
}

MouEvaluation *
mou_evaluation_new_owning (MouAgreement *agreement, MouAssessment *assessment, GDestroyNotify free_assessment)
{
  MouEvaluation *self = mou_evaluation_new (agreement, assessment);
  Keep *keep = self->keep;

  keep->owned = assessment;
  keep->free_owned = free_assessment;

  return self;
}

MouScore *
mou_evaluation_edit_score (MouEvaluation *self, guint node)
{
  return &g_array_index (self->scores, MouScore, node);
}

const MouRatio *
mou_evaluation_keep_ratio (MouEvaluation *self, MouRatio *ratio)
{
  Keep *keep = self->keep;

  return ratio != NULL ? mou_ratio_pool_take (keep->ratios, ratio) : NULL;
}

const char *
mou_evaluation_keep_text (MouEvaluation *self, char *text)
{
  Keep *keep = self->keep;

  if (text != NULL)
    g_ptr_array_add (keep->texts, text);

  return text;
}

const MouRatio *
mou_evaluation_get_share (const MouEvaluation *self, int parent)
{
  const Keep *keep = self->keep;

  return g_hash_table_lookup (keep->shares, GINT_TO_POINTER (parent));
}

void
mou_evaluation_take_share (MouEvaluation *self, int parent, MouRatio *share)
{
  Keep *keep = self->keep;

  g_hash_table_insert (keep->shares, GINT_TO_POINTER (parent), (gpointer) mou_evaluation_keep_ratio (self, share));
}

MouEvaluation *
mou_evaluation_ref (MouEvaluation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->references);
  return self;
}

static void
free_evaluation (MouEvaluation *self)
{
  Keep *keep = self->keep;

  mou_ratio_pool_free (keep->ratios);
  g_ptr_array_unref (keep->texts);
  g_hash_table_unref (keep->shares);
  g_clear_pointer (&keep->past.results, g_hash_table_unref);
  g_clear_pointer (&keep->past.deductions, g_array_unref);
  if (keep->owned != NULL)
    keep->free_owned (keep->owned);
  g_free (keep);
  g_array_unref (self->scores);
  mou_agreement_unref (self->agreement);
  g_free (self);
}

void
mou_evaluation_unref (MouEvaluation *self)
{
  g_return_if_fail (self != NULL);

  if (g_ref_count_dec (&self->references))
    free_evaluation (self);
}

const MouScore *
mou_evaluation_get_score (const MouEvaluation *self, guint node)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (node < self->scores->len, NULL);

  return &g_array_index (self->scores, MouScore, node);
}

const char *
mou_score_state_key (MouScoreState state)
{
  g_return_val_if_fail (state >= 0 && state < G_N_ELEMENTS (states), NULL);

  return states[state].key;
}

const char *
mou_score_state_label (MouScoreState state)
{
  g_return_val_if_fail (state >= 0 && state < G_N_ELEMENTS (states), NULL);

  return _ (states[state].label);
}
