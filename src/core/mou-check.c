/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs every check and puts the findings in printed order. */

#include "mou-check-private.h"

/* How many columns of past results an agreement prints. */
#define PAST_YEARS 5

static const MouCheckWhole whole_checks[] = {
  _mou_check_weights_sum, _mou_check_parties, _mou_check_duplicates, _mou_check_history_columns, _mou_check_notes, _mou_check_assessments,
};

static const MouCheckIndicator indicator_checks[] = {
  _mou_check_name_and_unit, _mou_check_weight,  _mou_check_parent_weight, _mou_check_notation,    _mou_check_levels,  _mou_check_words,
  _mou_check_direction,     _mou_check_formula, _mou_check_gates,         _mou_check_history_gap, _mou_check_targets,
};

typedef struct
{
  int node;
  MouFinding *finding;
} Found;

void
_mou_check_add (MouCheckRun *run, int node, MouFinding finding)
{
  Found found = { node, g_memdup2 (&finding, sizeof finding) };

  if (node >= 0 && node < MOU_CHECK_RESULTS)
    found.finding->indicator = _mou_check_get_indicator (run, node)->id;
  g_array_append_val (run->found, found);
}

MouFix *
_mou_fix_new (MouEntity entity, gint64 row, gint64 parent, int field, const char *value)
{
  MouFix *fix = g_new0 (MouFix, 1);

  fix->entity = entity;
  fix->row = row;
  fix->parent = parent;
  fix->field = field;
  fix->value = g_strdup (value);

  return fix;
}

const MouIndicator *
_mou_check_get_indicator (const MouCheckRun *run, int node)
{
  return mou_agreement_get_node (run->agreement, (guint) node)->indicator;
}

static void
free_fix (MouFix *fix)
{
  g_free (fix->key);
  g_free (fix->value);
  g_free (fix);
}

void
mou_finding_free (MouFinding *finding)
{
  g_return_if_fail (finding != NULL);

  g_free (finding->place);
  g_free (finding->found);
  g_free (finding->expected);
  g_free (finding->message);
  g_clear_pointer (&finding->fix, free_fix);
  g_free (finding);
}

/* Some agreements print fewer than five years, and a new one may not have last year's results yet. */
static void
find_columns (MouCheckRun *run)
{
  const int first_printed = run->agreement->fiscal_year - PAST_YEARS;
  const int last_printed = run->agreement->fiscal_year - 1;

  run->first_year = last_printed + 1;
  run->last_year = first_printed - 1;
  for (guint i = 0; i < mou_agreement_get_n_nodes (run->agreement); i++)
    {
      const GArray *history = mou_agreement_get_node (run->agreement, i)->indicator->history;

      for (guint n = 0; n < history->len; n++)
        {
          int year = CLAMP (g_array_index (history, MouHistory, n).year, first_printed, last_printed);

          run->first_year = MIN (run->first_year, year);
          run->last_year = MAX (run->last_year, year);
        }
    }
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *left = a, *right = b;

  if (left->node != right->node)
    return left->node < right->node ? -1 : 1;

  return (int) left->finding->severity - (int) right->finding->severity;
}

GPtrArray *
mou_check_agreement (const MouAgreement *agreement)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  MouCheckRun run = { agreement, 0, 0, found };
  GPtrArray *findings;

  g_return_val_if_fail (agreement != NULL, NULL);

  find_columns (&run);
  for (guint i = 0; i < G_N_ELEMENTS (whole_checks); i++)
    whole_checks[i](&run);
  for (guint node = 0; node < mou_agreement_get_n_nodes (agreement); node++)
    for (guint i = 0; i < G_N_ELEMENTS (indicator_checks); i++)
      indicator_checks[i](&run, (int) node);

  g_array_sort (found, compare_found);
  findings = g_ptr_array_new_full (found->len, (GDestroyNotify) mou_finding_free);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (findings, g_array_index (found, Found, i).finding);

  return findings;
}

const char *
mou_severity_key (MouSeverity severity)
{
  static const char *const keys[] = { "error", "warning", "hint" };

  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (keys), NULL);

  return keys[severity];
}
