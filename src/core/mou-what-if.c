/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Derives an assessment from another, sharing every result that stays. */

#include "mou-what-if.h"

#include "mou-engine-private.h"
#include "mou-evaluation-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MouAssessment assessment; /* first: the evaluation sees a MouAssessment */
  GPtrArray *results;       /* those that are not shared */
  MouEvaluation *base;      /* what the shared results and texts live in */
} Derived;

static void
free_result (MouResult *result)
{
  g_array_unref (result->variables);
  g_array_unref (result->gates);
  g_array_unref (result->items);
  g_array_unref (result->evidence);
  g_free (result);
}

static void
free_derived (Derived *self)
{
  g_hash_table_unref (self->assessment.results);
  g_array_unref (self->assessment.deductions);
  g_ptr_array_unref (self->results);
  mou_evaluation_unref (self->base);
  g_free (self);
}

static MouResult *
create_result (const MouResult *before, const MouWhatIfValue *value)
{
  MouResult *result = g_new0 (MouResult, 1);

  result->indicator = value->indicator;
  result->state = MOU_RESULT_REPORTED;
  result->has_value = TRUE;
  result->value = value->value;
  result->variables = g_array_new (FALSE, FALSE, sizeof (MouResultPart));
  result->gates = before != NULL ? g_array_ref (before->gates) : g_array_new (FALSE, FALSE, sizeof (MouResultPart));
  result->items = g_array_new (FALSE, FALSE, sizeof (MouResultPart));
  result->evidence = g_array_new (FALSE, FALSE, sizeof (MouText));

  return result;
}

static void
share_results (Derived *self, const MouAssessment *from)
{
  GHashTableIter iter;
  gpointer result;

  g_hash_table_iter_init (&iter, from->results);
  while (g_hash_table_iter_next (&iter, NULL, &result))
    g_hash_table_insert (self->assessment.results, &((MouResult *) result)->indicator, result);
}

/* A back-test, or a what-if about one. */
static gboolean
is_about_past (const MouAssessment *assessment)
{
  return assessment->kind == MOU_ASSESSMENT_BACKTEST || (assessment->kind == MOU_ASSESSMENT_WHAT_IF && assessment->id == 0);
}

static Derived *
derive (MouEvaluation *base)
{
  const MouAssessment *from = base->assessment;
  Derived *self = g_new0 (Derived, 1);

  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) free_result);
  self->base = mou_evaluation_ref (base);
  self->assessment = (MouAssessment){ .kind = MOU_ASSESSMENT_WHAT_IF, .name = _ ("What if"), .period = "year" };
  self->assessment.results = g_hash_table_new (g_int64_hash, g_int64_equal);
  if (from == NULL)
    {
      self->assessment.deductions = g_array_new (FALSE, FALSE, sizeof (MouDeduction));
      return self;
    }

  self->assessment.name = from->name;
  self->assessment.period = from->period;
  self->assessment.as_of = from->as_of;
  self->assessment.history_year = is_about_past (from) ? from->history_year : 0;
  self->assessment.deductions = g_array_ref (from->deductions);
  if (from->kind != MOU_ASSESSMENT_BACKTEST)
    share_results (self, from);

  return self;
}

static void
replace_result (Derived *self, const MouWhatIfValue *value)
{
  GHashTable *results = self->assessment.results;
  MouResult *before = g_hash_table_lookup (results, &value->indicator);
  MouResult *result = create_result (before, value);

  g_ptr_array_add (self->results, result);
  g_hash_table_replace (results, &result->indicator, result);
}

static gboolean
is_leaf (const MouAgreement *agreement, gint64 indicator)
{
  int node = mou_agreement_find_id (agreement, indicator);

  return node >= 0 && mou_node_is_leaf (mou_agreement_get_node (agreement, (guint) node), (guint) node);
}

MouEvaluation *
mou_what_if_evaluate (MouEvaluation *base, const MouWhatIfValue *values, guint n_values)
{
  Derived *derived;
  MouEvaluation *evaluation;

  g_return_val_if_fail (base != NULL && (values != NULL || n_values == 0), NULL);

  derived = derive (base);
  for (guint i = 0; i < n_values; i++)
    if (is_leaf (base->agreement, values[i].indicator))
      replace_result (derived, &values[i]);

  evaluation = mou_evaluation_new_owning (base->agreement, &derived->assessment, (GDestroyNotify) free_derived);
  mou_engine_score (evaluation);

  return evaluation;
}
