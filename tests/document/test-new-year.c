/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What next year's draft takes over, and what it leaves behind. */

#include "document-fixture.h"

#include "mou-document-sign.h"

static const MouIndicator *
find_indicator (MouDocument *document, const char *code)
{
  MouAgreement *agreement = mou_document_get_agreement (document);
  int node = mou_agreement_find_code (agreement, code);

  g_assert_cmpint (node, >=, 0);
  return mou_agreement_get_node (agreement, (guint) node)->indicator;
}

static void
add (Fixture *f, MouEntity entity, gint64 parent, const char *const *values)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mou_document_add_row (f->document, entity, parent, values, NULL, &error));
  g_assert_no_error (error);
}

static void
add_parts (Fixture *f)
{
  const char *const party[] = { "2", "นายมานิต ปานเอม", "ผู้ว่าการ", NULL };
  const char *const text[] = { "ธุรกิจหลักด้านน้ำ" };
  const char *const note[] = { "1", "ยังไม่ผ่านการตรวจสอบ" };
  const char *const gate[] = { "2", "มีคณะทำงาน", "1" };
  const char *const item[] = { "จัดทำแผน", "40" };
  const char *const variable[] = { "x1", NULL, "บาท" };
  const char *const rebase[] = { "1200", "1180", "ผลตรวจสอบ", NULL, NULL };
  const char *const project[] = { "P1", "โครงการท่อ", NULL, NULL };

  add (f, MOU_ENTITY_PARTY, f->agreement, party);
  add (f, MOU_ENTITY_MISSION, f->agreement, text);
  add (f, MOU_ENTITY_TERM, f->agreement, text);
  add (f, MOU_ENTITY_NOTE, f->agreement, note);
  add (f, MOU_ENTITY_GATE, f->income, gate);
  add (f, MOU_ENTITY_ITEM, f->income, item);
  add (f, MOU_ENTITY_VARIABLE, f->income, variable);
  add (f, MOU_ENTITY_CONDITION, f->pipes, text);
  add (f, MOU_ENTITY_STRATEGY, f->pipes, text);
  add (f, MOU_ENTITY_REBASE, f->pipes, rebase);
  add (f, MOU_ENTITY_PROJECT, f->agreement, project);
  g_assert_true (mou_document_set_measure_level (f->document, f->income, 1, "60", NULL));
}

static void
start (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (mou_document_new_year (f->document, f->agreement, &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mou_document_get_agreement_id (f->document), ==, id);
}

static void
test_taken_over (void)
{
  g_auto (Fixture) f = { NULL };
  MouAgreement *draft;
  const MouIndicator *pipes, *income;
  MouRegister *rows;

  fixture_init (&f);
  add_parts (&f);
  g_assert_true (mou_document_set_field (f.document, f.agreement, MOU_AGREEMENT_TITLE, "ข้อตกลง 2567 (๒๕๖๗)", NULL));
  g_assert_true (mou_document_sign (f.document, f.agreement, NULL, NULL, TRUE, NULL));
  start (&f);

  draft = mou_document_get_agreement (f.document);
  rows = mou_document_get_register (f.document);
  g_assert_cmpint (draft->fiscal_year, ==, 2568);
  g_assert_cmpstr (draft->title, ==, "ข้อตกลง 2568 (๒๕๖๘)");
  g_assert_cmpstr (draft->status, ==, "draft");
  g_assert_cmpuint (draft->parties->len, ==, 1);
  g_assert_cmpuint (draft->missions->len, ==, 1);
  g_assert_cmpuint (draft->terms->len, ==, 1);
  g_assert_cmpuint (draft->notes->len, ==, 1);
  g_assert_cmpuint (draft->assessments->len, ==, 0);
  g_assert_cmpuint (mou_register_get_children (rows, draft->id, MOU_ENTITY_PROJECT)->len, ==, 0);
  g_assert_cmpuint (mou_agreement_get_n_nodes (draft), ==, 5);
  g_assert_cmpint (mou_agreement_get_node (draft, 2)->depth, ==, 1);

  pipes = find_indicator (f.document, "1.1");
  income = find_indicator (f.document, "2.1");
  g_assert_cmpstr (pipes->levels.notation_text, ==, "-/+50");
  g_assert_cmpuint (pipes->conditions->len, ==, 1);
  g_assert_cmpuint (pipes->strategies->len, ==, 1);
  g_assert_cmpuint (pipes->rebases->len, ==, 0);
  g_assert_cmpuint (income->gates->len, ==, 1);
  g_assert_cmpuint (income->items->len, ==, 1);
  g_assert_cmpuint (income->variables->len, ==, 1);
  g_assert_nonnull (income->measure);
  g_assert_cmpint (income->measure->levels.levels[0].kind, ==, MOU_LEVEL_NUMERIC);
}

/* The levels in force in the end are those of the new year. */
static void
test_rebased_levels (void)
{
  static const gint64 expected[] = { 1080, 1130, 1180, 1230, 1280 };
  g_auto (Fixture) f = { NULL };
  const MouIndicator *pipes;

  fixture_init (&f);
  add_parts (&f);
  start (&f);
  pipes = find_indicator (f.document, "1.1");
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (mou_decimal_compare (pipes->levels.levels[i].value, (MouDecimal){ expected[i], 0 }), ==, 0);
}

static void
assert_history (Fixture *f, const char *code, int first_year, const char *const *values)
{
  const MouIndicator *indicator = find_indicator (f->document, code);
  guint n = 0;

  for (int i = 0; values[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", first_year + i);
      const MouRow *row = mou_register_find (mou_document_get_register (f->document), indicator->id, MOU_ENTITY_HISTORY, key);

      g_assert_cmpstr (row != NULL ? mou_row_get (row, MOU_HISTORY_VALUE) : "", ==, values[i]);
      n += row != NULL ? 1 : 0;
    }
  g_assert_cmpuint (indicator->history->len, ==, n);
}

static void
test_history (void)
{
  static const char *const pipes[] = { "1002.42", "1130.72", "1271.47", "1271.47", "1225", NULL };
  static const char *const plan[] = { "", "", "", "", "3.5", NULL };
  static const char *const income[] = { "", "", "", "", "N/A", NULL };
  g_auto (Fixture) f = { NULL };
  const MouHistory *closing;

  fixture_init (&f);
  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "1225", NULL));
  g_assert_true (mou_document_set_actual (f.document, f.own, f.plan, "3.5", NULL));
  g_assert_true (mou_document_set_actual (f.document, f.own, f.income, "N/A", NULL));
  start (&f);

  assert_history (&f, "1.1", 2563, pipes);
  assert_history (&f, "1.2", 2563, plan);
  assert_history (&f, "2.1", 2563, income);
  closing = mou_indicator_get_history (find_indicator (f.document, "1.1"), 2567);
  g_assert_true (closing->provisional);
  g_assert_cmpint (mou_indicator_get_history (find_indicator (f.document, "1.1"), 2566)->note, ==, 1);
  g_assert_false (mou_indicator_get_history (find_indicator (f.document, "2.1"), 2567)->provisional);
}

/* The committee's word counts, a quarter's and a forecast's do not. */
static void
test_committee (void)
{
  static const char *const pipes[] = { "1002.42", "1130.72", "1271.47", "1271.47", "1210", NULL };
  g_auto (Fixture) f = { NULL };
  gint64 committee, quarter, later;

  fixture_init (&f);
  g_assert_true (mou_document_add_assessment (f.document, "คณะกรรมการ", "committee", "year", &committee, NULL));
  g_assert_true (mou_document_add_assessment (f.document, "ไตรมาส 3", "committee", "q3", &quarter, NULL));
  g_assert_true (mou_document_add_assessment (f.document, "ประเมินซ้ำ", "self", "year", &later, NULL));
  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "1225", NULL));
  g_assert_true (mou_document_set_actual (f.document, committee, f.pipes, "1210", NULL));
  g_assert_true (mou_document_set_actual (f.document, quarter, f.pipes, "900", NULL));
  g_assert_true (mou_document_set_actual (f.document, later, f.pipes, "1230", NULL));
  start (&f);
  assert_history (&f, "1.1", 2563, pipes);
}

/* A computed value enters as the number it came to. */
static void
test_formula (void)
{
  static const char *const variable[] = { "x1", NULL, NULL };
  static const char *const income[] = { "50.25", NULL };
  g_auto (Fixture) f = { NULL };
  gint64 id;

  fixture_init (&f);
  g_assert_true (mou_document_add_row (f.document, MOU_ENTITY_VARIABLE, f.income, variable, &id, NULL));
  g_assert_true (mou_document_set_field (f.document, f.income, MOU_INDICATOR_FORMULA, "x1 / 4", NULL));
  g_assert_true (mou_document_set_level (f.document, f.income, 1, "10", NULL));
  g_assert_true (mou_document_set_level (f.document, f.income, 2, "20", NULL));
  g_assert_true (mou_document_set_result_variable (f.document, f.own, id, "201", NULL));
  start (&f);
  assert_history (&f, "2.1", 2567, income);
}

static void
test_repeated (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;

  fixture_init (&f);
  start (&f);
  g_assert_false (mou_document_new_year (f.document, f.agreement, NULL, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2568"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/new-year/taken-over", test_taken_over);
  g_test_add_func ("/new-year/rebased-levels", test_rebased_levels);
  g_test_add_func ("/new-year/history", test_history);
  g_test_add_func ("/new-year/committee", test_committee);
  g_test_add_func ("/new-year/formula", test_formula);
  g_test_add_func ("/new-year/repeated", test_repeated);

  return g_test_run ();
}
