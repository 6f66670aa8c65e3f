/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Assessments: what is taken out of the score, or off it, needs a reason. */

#include "mou-check-private.h"

#include <glib/gi18n-lib.h>

static void
check_result (MouCheckRun *run, const MouAssessment *assessment, const MouIndicator *indicator)
{
  const MouResult *result = mou_assessment_get_result (assessment, indicator->id);

  if (result == NULL || result->state != MOU_RESULT_NOT_APPLICABLE || result->reason != NULL)
    return;

  _mou_check_add (run, MOU_CHECK_RESULTS,
                  (MouFinding){ .code = "not-applicable-without-reason",
                                .severity = MOU_SEVERITY_WARNING,
                                .entity = MOU_ENTITY_RESULT,
                                .row = result->id,
                                .indicator = indicator->id,
                                .field = MOU_RESULT_REASON,
                                .place = g_strdup_printf ("%s/%s/reason", assessment->name, indicator->code),
                                .message = g_strdup_printf (_ ("%s is not applicable in “%s”, but no reason is given. Enter one."),
                                                            indicator->code, assessment->name) });
}

static void
check_deduction (MouCheckRun *run, const MouAssessment *assessment, const MouDeduction *deduction, guint number)
{
  g_autofree char *amount = mou_decimal_to_text (deduction->amount);

  if (deduction->reason != NULL)
    return;

  _mou_check_add (
      run, MOU_CHECK_RESULTS,
      (MouFinding){ .code = "deduction-without-reason",
                    .severity = MOU_SEVERITY_WARNING,
                    .entity = MOU_ENTITY_DEDUCTION,
                    .row = deduction->id,
                    .indicator = deduction->indicator,
                    .field = MOU_DEDUCTION_REASON,
                    .place = g_strdup_printf ("%s/deduction/%u", assessment->name, number),
                    .message = g_strdup_printf (_ ("The deduction of %s in “%s” has no reason. Enter one."), amount, assessment->name) });
}

void
_mou_check_assessments (MouCheckRun *run)
{
  for (guint i = 0; i < run->agreement->assessments->len; i++)
    {
      const MouAssessment *assessment = g_ptr_array_index (run->agreement->assessments, i);

      for (guint node = 0; node < mou_agreement_get_n_nodes (run->agreement); node++)
        check_result (run, assessment, _mou_check_get_indicator (run, (int) node));
      for (guint n = 0; n < assessment->deductions->len; n++)
        check_deduction (run, assessment, &g_array_index (assessment->deductions, MouDeduction, n), n + 1);
    }
}
