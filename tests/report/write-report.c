/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* write-report INPUT.json FORM OUTPUT [thai] [values]: writes one report of the first agreement and its last assessment, and
 * prints the engine's scores as "code TAB score TAB weighted", the total's code being "total". For the tools that look at the result
 * with other programs. */
#include "mou-json-agreement.h"
#include "mou-report.h"
#include "mou-rounding.h"

#include <stdio.h>
#include <string.h>

static void
print_score (const char *code, const MouRatio *score, const MouRatio *weighted)
{
  g_autofree char *score_text = score != NULL ? mou_rounding_to_text (score, MOU_SCORE_PLACES) : g_strdup ("");
  g_autofree char *weighted_text = weighted != NULL ? mou_rounding_to_text (weighted, MOU_SCORE_PLACES) : g_strdup ("");

  printf ("%s\t%s\t%s\n", code, score_text, weighted_text);
}

static void
print_scores (const MouEvaluation *evaluation)
{
  for (guint i = 0; i < evaluation->scores->len; i++)
    {
      const MouScore *score = mou_evaluation_get_score (evaluation, i);

      print_score (mou_agreement_get_node (evaluation->agreement, i)->indicator->code, score->score, score->weighted);
    }
  print_score ("total", evaluation->total, evaluation->total != NULL ? evaluation->points : NULL);
}

static MouAgreement *
load (const char *path, GError **error)
{
  g_autoptr (MouRegister) rows = mou_json_agreement_load (path, error);
  MouRow *organisation, *agreement;

  if (rows == NULL)
    return NULL;
  organisation = g_ptr_array_index (mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION), 0);
  agreement = g_ptr_array_index (mou_register_get_children (rows, organisation->id, MOU_ENTITY_AGREEMENT), 0);
  return mou_register_dup_agreement (rows, agreement->id);
}

int
main (int argc, char *argv[])
{
  g_autoptr (MouAgreement) agreement = NULL;
  g_autoptr (MouEvaluation) evaluation = NULL;
  g_autoptr (GError) error = NULL;
  MouReportOptions options = { .seal = "7KQ2M-0ZC4T-5XW1E-9RBNH" };

  if (argc < 4)
    return 2;
  options.form = mou_report_form_lookup (argv[2]);
  options.renderer = g_str_has_suffix (argv[3], ".txt") ? MOU_RENDER_TEXT : MOU_RENDER_XLSX;
  for (int i = 4; i < argc; i++)
    {
      options.thai_digits |= strcmp (argv[i], "thai") == 0;
      options.values_only |= strcmp (argv[i], "values") == 0;
    }
  agreement = load (argv[1], &error);
  if (agreement != NULL)
    {
      evaluation = mou_engine_evaluate (agreement, mou_agreement_find_assessment (agreement, NULL));
      mou_report_write (agreement, evaluation, &options, argv[3], NULL, NULL, &error);
    }
  if (error != NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 3;
    }
  print_scores (evaluation);
  return 0;
}
