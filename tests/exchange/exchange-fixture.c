/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON text to evaluation, for tests. */

#include "exchange-fixture.h"

static MouEvaluation *
evaluate_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouRegister) rows = mou_json_agreement_parse (text, -1, &error);
  g_autoptr (MouAgreement) agreement = NULL;
  const MouRow *organisation, *row;

  g_assert_no_error (error);
  organisation = mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION)->pdata[0];
  row = mou_register_get_children (rows, organisation->id, MOU_ENTITY_AGREEMENT)->pdata[0];
  agreement = mou_register_dup_agreement (rows, row->id);

  return mou_engine_evaluate (agreement, mou_agreement_find_assessment (agreement, NULL));
}

MouEvaluation *
exchange_fixture_evaluate_sample (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOU_SAMPLES"), name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return evaluate_text (text);
}

MouEvaluation *
exchange_fixture_evaluate (const char *indicators, const char *results, const char *more)
{
  g_autofree char *text
      = g_strdup_printf ("{\"format\":\"mou-scorecard/1\",\"organisation\":{\"name\":\"Works\",\"abbreviation\":\"W\","
                         "\"fiscal_year_start_month\":10},\"agreement\":{\"fiscal_year\":2567,\"title\":\"t\",\"status\":\"draft\","
                         "\"scale\":\"five-level\",\"indicators\":%s,\"assessments\":[{\"name\":\"Year\",\"kind\":\"self\","
                         "\"period\":\"year\",\"results\":%s%s}]}}",
                         indicators, results, more);

  return evaluate_text (text);
}
