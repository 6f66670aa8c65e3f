/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights: roots add up to 100 and members to their group, exactly. A group that states no weight counts as its members' sum. */

#include "mou-check-private.h"

#include "mou-rounding.h"

#include <glib/gi18n-lib.h>

#define WHOLE ((MouDecimal){ 100, 0 })
/* Below the first an indicator hardly moves the score; above the second it decides the year. */
#define USUAL_MINIMUM ((MouDecimal){ 1, 0 })
#define USUAL_MAXIMUM ((MouDecimal){ 20, 0 })

static MouRatio *add_members (const MouCheckRun *run, int node, gboolean *complete);

/* What the node counts as; *complete becomes FALSE where a weight below it is missing. */
static MouRatio *
get_weight (const MouCheckRun *run, int node, gboolean *complete)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);

  if (indicator->has_weight)
    return mou_ratio_new_from_decimal (indicator->weight);
  if (!mou_node_is_leaf (mou_agreement_get_node (run->agreement, (guint) node), (guint) node))
    return add_members (run, node, complete);

  *complete = FALSE;

  return mou_ratio_new (0, 1);
}

/* The sum over the nodes right below `node`, or over the roots for MOU_CHECK_HEAD. */
static MouRatio *
add_members (const MouCheckRun *run, int node, gboolean *complete)
{
  g_autoptr (MouRatioSum) sum = mou_ratio_sum_new ();
  int end = node == MOU_CHECK_HEAD ? (int) mou_agreement_get_n_nodes (run->agreement)
                                   : mou_agreement_get_node (run->agreement, (guint) node)->end;

  for (int member = node + 1; member < end; member = mou_agreement_get_node (run->agreement, (guint) member)->end)
    {
      g_autoptr (MouRatio) weight = get_weight (run, member, complete);

      mou_ratio_sum_add (sum, weight);
    }

  return mou_ratio_sum_get (sum);
}

static char *
write_weight (const MouRatio *weight)
{
  return mou_rounding_to_short_text (weight, MOU_DECIMAL_MAX_SCALE);
}

void
_mou_check_weights_sum (MouCheckRun *run)
{
  gboolean complete = TRUE;
  g_autoptr (MouRatio) sum = add_members (run, MOU_CHECK_HEAD, &complete);
  g_autofree char *text = write_weight (sum);

  if (mou_agreement_get_n_nodes (run->agreement) == 0 || mou_ratio_compare_decimal (sum, WHOLE) == 0)
    return;
  /* What is missing is a finding of its own; the sum may come right with it. */
  if (!complete && mou_ratio_compare_decimal (sum, WHOLE) < 0)
    return;

  _mou_check_add (
      run, MOU_CHECK_HEAD,
      (MouFinding){ .code = "weights-sum",
                    .severity = MOU_SEVERITY_ERROR,
                    .entity = MOU_ENTITY_AGREEMENT,
                    .row = run->agreement->id,
                    .field = -1,
                    .place = g_strdup ("agreement/weight"),
                    .found = g_strdup (text),
                    .expected = g_strdup ("100"),
                    .message = g_strdup_printf (_ ("The weights add up to %s instead of 100. Correct the weight of a group."), text) });
}

static void
add_weight_finding (MouCheckRun *run, int node, const char *code, MouSeverity severity, char *found, char *expected, char *message)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);

  _mou_check_add (run, node,
                  (MouFinding){ .code = code,
                                .severity = severity,
                                .entity = MOU_ENTITY_INDICATOR,
                                .row = indicator->id,
                                .field = MOU_INDICATOR_WEIGHT,
                                .place = g_strdup_printf ("%s/weight", indicator->code),
                                .found = found,
                                .expected = expected,
                                .message = message });
}

void
_mou_check_weight (MouCheckRun *run, int node)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  g_autofree char *text = indicator->has_weight ? mou_decimal_to_text (indicator->weight) : NULL;

  if (!mou_node_is_leaf (mou_agreement_get_node (run->agreement, (guint) node), (guint) node))
    return;

  if (!indicator->has_weight)
    add_weight_finding (run, node, "weight-missing", MOU_SEVERITY_ERROR, NULL, NULL,
                        g_strdup_printf (_ ("%s has no weight, so it cannot count. Enter one."), indicator->code));
  else if (mou_decimal_sign (indicator->weight) < 0)
    add_weight_finding (run, node, "weight-unusual", MOU_SEVERITY_ERROR, g_strdup (text), NULL,
                        g_strdup_printf (_ ("The weight of %s is %s; a weight cannot be negative."), indicator->code, text));
  else if (mou_decimal_compare (indicator->weight, USUAL_MINIMUM) < 0 || mou_decimal_compare (indicator->weight, USUAL_MAXIMUM) > 0)
    add_weight_finding (
        run, node, "weight-unusual", MOU_SEVERITY_HINT, g_strdup (text), NULL,
        g_strdup_printf (_ ("The weight of %s is %s; indicators usually weigh 1 to 20. Is it intended?"), indicator->code, text));
}

void
_mou_check_parent_weight (MouCheckRun *run, int node)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  gboolean complete = TRUE;
  g_autoptr (MouRatio) sum = NULL;
  g_autofree char *members = NULL;
  g_autofree char *own = NULL;

  if (!indicator->has_weight || mou_node_is_leaf (mou_agreement_get_node (run->agreement, (guint) node), (guint) node))
    return;

  sum = add_members (run, node, &complete);
  if (mou_ratio_compare_decimal (sum, indicator->weight) == 0)
    return;
  if (!complete && mou_ratio_compare_decimal (sum, indicator->weight) < 0)
    return;

  members = write_weight (sum);
  own = mou_decimal_to_text (indicator->weight);
  add_weight_finding (run, node, "parent-weight", MOU_SEVERITY_ERROR, g_strdup (members), g_strdup (own),
                      g_strdup_printf (_ ("The weights below %s add up to %s, but %s weighs %s. Correct one of them."), indicator->code,
                                       members, indicator->code, own));
}
