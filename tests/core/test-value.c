/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each type of field accepts, how it is stored, and what the refusals say. */

#include "mou-value.h"

#include "mou-error.h"

static const MouField *
get_field (MouEntity entity, int field)
{
  return mou_field_get (entity, field);
}

#define WEIGHT get_field (MOU_ENTITY_INDICATOR, MOU_INDICATOR_WEIGHT)
#define UNIT get_field (MOU_ENTITY_INDICATOR, MOU_INDICATOR_UNIT)
#define KIND get_field (MOU_ENTITY_INDICATOR, MOU_INDICATOR_KIND)
#define CODE get_field (MOU_ENTITY_INDICATOR, MOU_INDICATOR_CODE)
#define DECIMALS get_field (MOU_ENTITY_INDICATOR, MOU_INDICATOR_DECIMALS)
#define DEFINITION get_field (MOU_ENTITY_INDICATOR, MOU_INDICATOR_DEFINITION)
#define GROUP get_field (MOU_ENTITY_INDICATOR, MOU_INDICATOR_GROUP)
#define PAST get_field (MOU_ENTITY_HISTORY, MOU_HISTORY_VALUE)
#define PROVISIONAL get_field (MOU_ENTITY_HISTORY, MOU_HISTORY_PROVISIONAL)
#define YEAR get_field (MOU_ENTITY_AGREEMENT, MOU_AGREEMENT_FISCAL_YEAR)
#define AS_OF get_field (MOU_ENTITY_ASSESSMENT, MOU_ASSESSMENT_AS_OF)

static void
test_accepted (void)
{
  const struct
  {
    const MouField *field;
    const char *input, *canonical;
  } cases[] = {
    { WEIGHT, " 2.5 ", "2.5" },
    { WEIGHT, "๒.๕๐", "2.50" },
    { WEIGHT, "1,250", "1250" },
    { WEIGHT, "-0", "0" },
    { WEIGHT, "", NULL },
    { WEIGHT, NULL, NULL },
    { WEIGHT, " \u200b\u00a0", NULL },
    { DECIMALS, "๔", "4" },
    { DECIMALS, "04", "4" },
    { UNIT, "  ร้อยละ\t", "ร้อยละ" },
    { UNIT, "e\u0301", "\u00e9" },
    { DEFINITION, "one\r\ntwo\n", "one\ntwo" },
    { KIND, "gated", "gated" },
    { YEAR, "๒๕๖๗", "2567" },
    { AS_OF, "๒๐๒๔-๐๙-๓๐", "2024-09-30" },
    { PAST, "27.12", "27.12" },
    { PAST, "-", "-" },
    { PAST, " – ", "-" },
    { PAST, "—", "-" },
    { PAST, "n/a", "N/A" },
    { PAST, "-5", "-5" },
    { PROVISIONAL, "Yes", "1" },
    { PROVISIONAL, "๑", "1" },
    { PROVISIONAL, "true", "1" },
    { PROVISIONAL, "0", NULL },
    { PROVISIONAL, "no", NULL },
    { PROVISIONAL, "", NULL },
    { GROUP, "9007199254740991", "9007199254740991" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *canonical = NULL;
      g_autofree char *again = NULL;

      g_assert_true (mou_value_normalise (cases[i].field, cases[i].input, &canonical, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (canonical, ==, cases[i].canonical);
      g_assert_true (mou_value_normalise (cases[i].field, canonical, &again, NULL));
      g_assert_cmpstr (again, ==, canonical);
    }
}

static void
test_refused (void)
{
  g_autofree char *huge = g_strnfill (MOU_TEXT_MAX_BYTES + 1, 'x');
  const struct
  {
    const MouField *field;
    const char *input;
    MouCoreError code;
    const char *message;
  } cases[] = {
    { WEIGHT, "12x", MOU_CORE_ERROR_INVALID, "weight: found “12x”, expected a number such as 2.5" },
    { WEIGHT, "1000000000000000", MOU_CORE_ERROR_RANGE,
      "weight: found “1000000000000000”, expected a number of at most 15 digits before the point" },
    { WEIGHT, "-1000000000000000.5", MOU_CORE_ERROR_RANGE,
      "weight: found “-1000000000000000.5”, expected a number of at most 15 digits before the point" },
    { DECIMALS, "10", MOU_CORE_ERROR_RANGE, "decimals: found “10”, expected a whole number from 0 to 9" },
    { DECIMALS, "2.5", MOU_CORE_ERROR_INVALID, "decimals: found “2.5”, expected a whole number from 0 to 9" },
    { DECIMALS, "-", MOU_CORE_ERROR_INVALID, "decimals: found “-”, expected a whole number from 0 to 9" },
    { DECIMALS, "99999999999999999999", MOU_CORE_ERROR_RANGE,
      "decimals: found “99999999999999999999”, expected a whole number from 0 to 9" },
    { CODE, "  ", MOU_CORE_ERROR_INVALID, "code: found nothing, expected a value" },
    { UNIT, "a\nb", MOU_CORE_ERROR_INVALID, "unit: found a line break, expected one line of text" },
    { UNIT, "a\tb", MOU_CORE_ERROR_INVALID, "unit: found the control character U+0009, expected text" },
    { DEFINITION, "a\x1b[0m", MOU_CORE_ERROR_INVALID, "definition: found the control character U+001B, expected text" },
    { UNIT, "\xff", MOU_CORE_ERROR_INVALID, "unit: found bytes that are not UTF-8, expected text" },
    { DEFINITION, huge, MOU_CORE_ERROR_RANGE, "definition: found 100001 bytes, expected at most 100000" },
    { KIND, "curved", MOU_CORE_ERROR_INVALID,
      "kind: found “curved”, expected one of group, linear, stepped, judged, gated, checklist, score" },
    { AS_OF, "2024-02-30", MOU_CORE_ERROR_INVALID, "as of: found “2024-02-30”, expected a day of the Common Era such as 2024-09-30" },
    { PAST, "none", MOU_CORE_ERROR_INVALID,
      "result: found “none”, expected a number such as 27.12, “-” for no data, or “N/A” for pending" },
    { PAST, "9999999999999999", MOU_CORE_ERROR_RANGE,
      "result: found “9999999999999999”, expected a number of at most 15 digits before the point" },
    { PROVISIONAL, "maybe", MOU_CORE_ERROR_INVALID, "provisional: found “maybe”, expected yes or no" },
    { GROUP, "0", MOU_CORE_ERROR_INVALID, "group: found “0”, expected the id of a row" },
    { GROUP, "9007199254740992", MOU_CORE_ERROR_INVALID, "group: found “9007199254740992”, expected the id of a row" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      char *canonical = (char *) "untouched";

      g_assert_false (mou_value_normalise (cases[i].field, cases[i].input, &canonical, &error));
      g_assert_error (error, MOU_CORE_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_null (canonical);
    }
}

static void
test_year_names_the_field (void)
{
  g_autoptr (GError) error = NULL;
  char *canonical;

  g_assert_false (mou_value_normalise (YEAR, "2024", &canonical, &error));
  g_assert_true (g_str_has_prefix (error->message, "fiscal year: "));
}

/* Every stored key of every choice has a word of its own, but the inequality signs, which are their own. */
static void
test_choice_labels (void)
{
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    {
      guint n_fields;
      const MouField *fields = mou_field_table (entity, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        for (guint c = 0; fields[i].type == MOU_FIELD_CHOICE && fields[i].choices[c] != NULL; c++)
          {
            const char *choice = fields[i].choices[c];

            if (g_str_equal (fields[i].key, "op"))
              g_assert_cmpstr (mou_value_choice_label (&fields[i], choice), ==, choice);
            else
              g_assert_cmpstr (mou_value_choice_label (&fields[i], choice), !=, choice);
          }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value/accepted", test_accepted);
  g_test_add_func ("/value/refused", test_refused);
  g_test_add_func ("/value/year", test_year_names_the_field);
  g_test_add_func ("/value/choice-labels", test_choice_labels);

  return g_test_run ();
}
