/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Workbooks that somebody edited: each cell brings its change and nothing else, each mistake is told with its cell, and nothing
 * comes in then. The sheets are XML as spreadsheets write it: numbers, days, formulas, truths. */

#include "table-fixture.h"
#include "workbook-fixture.h"

#include "mou-canon.h"

#include <string.h>

/* "text", "n:0.1" a number, "f:0.3" the cached result of a formula, "b:1" a truth, "e:#REF!"; NULL blank. */
static void
append_cell (GString *xml, char column, guint row, const char *cell)
{
  g_autofree char *text = g_markup_escape_text (cell, -1);

  if (g_str_has_prefix (cell, "n:"))
    g_string_append_printf (xml, "<c r='%c%u'><v>%s</v></c>", column, row, text + 2);
  else if (g_str_has_prefix (cell, "f:"))
    g_string_append_printf (xml, "<c r='%c%u'><f>1+1</f><v>%s</v></c>", column, row, text + 2);
  else if (g_str_has_prefix (cell, "b:"))
    g_string_append_printf (xml, "<c r='%c%u' t='b'><v>%s</v></c>", column, row, text + 2);
  else if (g_str_has_prefix (cell, "e:"))
    g_string_append_printf (xml, "<c r='%c%u' t='e'><v>%s</v></c>", column, row, text + 2);
  else
    g_string_append_printf (xml, "<c r='%c%u' t='inlineStr'><is><t>%s</t></is></c>", column, row, text);
}

/* Cells are separated by "|", rows by line breaks; "_" is a blank cell. */
static WorkbookFixture *
make_workbook (const char *table)
{
  WorkbookFixture *book = workbook_fixture_new ();
  g_auto (GStrv) rows = g_strsplit (table, "\n", -1);
  g_autoptr (GString) xml = g_string_new (NULL);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "|", -1);

      g_string_append_printf (xml, "<row r='%u'>", i + 1);
      for (guint j = 0; cells[j] != NULL; j++)
        if (strcmp (cells[j], "_") != 0)
          append_cell (xml, (char) ('A' + j), i + 1, cells[j]);
      g_string_append (xml, "</row>");
    }
  workbook_fixture_set_rows (book, xml->str);

  return book;
}

static MouRegister *
new_register (void)
{
  MouRegister *rows = fixture_new_sample (TRUE);
  gint64 agreement = fixture_get_agreement (rows);
  gint64 project = fixture_add (rows, MOU_ENTITY_PROJECT, agreement, "code", "P1", "name", "Pipes", NULL);
  gint64 indicator = fixture_get_indicator (rows, "1.1");
  gint64 assessment
      = fixture_add (rows, MOU_ENTITY_ASSESSMENT, agreement, "name", "Year", "kind", "self", "period", "year", "as_of", "2024-09-30", NULL);
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, indicator);

  fixture_add (rows, MOU_ENTITY_RESULT, assessment, "indicator", reference, "value", "1250.0", NULL);
  fixture_add (rows, MOU_ENTITY_STEP, project, "text", "First", "weight", "40", "start", "2024-01-01", NULL);
  fixture_add (rows, MOU_ENTITY_STEP, project, "text", "Second", "weight", "60", NULL);
  fixture_add (rows, MOU_ENTITY_GATE, indicator, "level", "2", "text", "Plan", NULL);

  return rows;
}

/* The rows of `after` that are not as they were, one line each: "indicator 1.1 weight 12", and how many went. */
typedef struct
{
  MouRegister *before, *after;
  GString *text;
} Telling;

static void
tell_visit (MouRow *row, int depth, gpointer data)
{
  Telling *telling = data;
  const MouRow *old = mou_register_lookup (telling->before, row->id);

  if (old == NULL)
    g_string_append_printf (telling->text, "+%s ", mou_entity_get_info (row->entity)->table);
  for (guint i = 0; i < row->n_values; i++)
    if (g_strcmp0 (old != NULL ? old->values[i] : NULL, row->values[i]) != 0
        && mou_field_get (row->entity, (int) i)->type != MOU_FIELD_REFERENCE)
      g_string_append_printf (telling->text, "%s=%s ", mou_field_get (row->entity, (int) i)->key,
                              row->values[i] != NULL ? row->values[i] : "nothing");
}

static void
tell_gone_visit (MouRow *row, int depth, gpointer data)
{
  Telling *telling = data;

  if (mou_register_lookup (telling->after, row->id) == NULL)
    g_string_append_printf (telling->text, "-%s ", mou_entity_get_info (row->entity)->table);
}

static char *
tell (MouRegister *before, MouRegister *after)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Telling telling = { before, after, text };

  mou_register_visit (after, tell_visit, &telling);
  mou_register_visit (before, tell_gone_visit, &telling);

  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

#define ASSESSMENTS "assessment/name|assessment/as_of|assessment/kind\nName|As of|Kind\n"
#define RESULTS "result/assessment.name|result/indicator|result/value\nAssessment|Indicator|Value\n"
#define STEPS "step/project.code|step/#|step/text|step/weight\nProject|No.|Text|Weight\n"
#define GATES "gate/indicator.code|gate/level|gate/pro_rata\nIndicator|Level|Pro rata\n"
#define HISTORY "history/indicator.code|history/year|history/value\nIndicator|Year|Result\n"
#define MEASURES "measure_level/indicator.code|measure_level/number|measure_level/value\n_|_|_\n"

static const struct
{
  const char *table, *change;
} changes[] = {
  /* numbers */
  { "indicator/code|indicator/weight\n_|_\n1.1|n:12", "weight=12" },
  { "indicator/code|indicator/weight\n_|_\n1.1|n:0.1", "weight=0.1" },
  { "indicator/code|indicator/weight\n_|_\n1.1|n:0.10000000000000001", "weight=0.1" },
  { "indicator/code|indicator/weight\n_|_\n1.1|n:27.119999999999997", "weight=27.119999999999997" },
  { "indicator/code|indicator/weight\n_|_\n1.1|f:0.30000000000000004", "weight=0.3" },
  { "indicator/code|indicator/weight\n_|_\n1.1|n:1.5E-7", "weight=0.00000015" },
  { "indicator/code|indicator/weight\n_|_\n1.1|n:-0.0", "weight=0" },
  { "indicator/code|indicator/weight\n_|_\n1.1|12.50", "weight=12.50" },
  { "indicator/code|indicator/weight\n_|_\n1.1|๑๒.๕๐", "weight=12.50" },
  { "indicator/code|indicator/weight\n_|_\n1.1| 1,250 ", "weight=1250" },
  { "indicator/code|indicator/weight\n_|_\n1.1|_", "weight=nothing" },
  { "indicator/code|indicator/weight\n_|_\nn:1.1|n:12", "weight=12" },
  { RESULTS "Year|1.1|n:1250", "" },
  { RESULTS "Year|1.1|1250", "value=1250" },
  /* columns of the planner's own, blank rows, a missing column */
  { "indicator/code|_|indicator/weight\nCode|Mine|Weight\n1.1|look|n:12\n_|_|_\n_|remark|_\n1.2|_|n:3", "weight=12 weight=3" },
  /* choices, truths, years */
  { ASSESSMENTS "Year|2024-09-30|By the committee (committee)", "kind=committee" },
  { ASSESSMENTS "Year|2024-09-30|committee", "kind=committee" },
  { ASSESSMENTS "Year|2024-09-30|ของคณะกรรมการ (committee)", "kind=committee" },
  { GATES "1.1|n:2|b:1", "pro_rata=1" },
  { GATES "1.1|2|ใช่", "pro_rata=1" },
  { GATES "1.1|2|0", "" },
  { HISTORY "1.1|๒๕๖๖|N/A", "value=N/A" },
  /* days */
  { ASSESSMENTS "Year|n:45566|self", "as_of=2024-10-01" },
  { ASSESSMENTS "Year|n:45566.75|self", "as_of=2024-10-01" },
  { ASSESSMENTS "Year|n:1|self", "as_of=1900-01-01" },
  { ASSESSMENTS "Year|n:59|self", "as_of=1900-02-28" },
  { ASSESSMENTS "Year|n:61|self", "as_of=1900-03-01" },
  { ASSESSMENTS "Year|n:243892|self", "as_of=2024-10-01" }, /* typed as 1/10/2567 */
  { ASSESSMENTS "Year|1/10/2567|self", "as_of=2024-10-01" },
  { ASSESSMENTS "Year|๑/๑๐/๒๕๖๗|self", "as_of=2024-10-01" },
  { ASSESSMENTS "Year|2567-10-01|self", "as_of=2024-10-01" },
  { ASSESSMENTS "Year|2024-09-30|self", "" },
  { ASSESSMENTS "Year|_|self", "as_of=nothing" },
  /* rows by number, and new ones */
  { STEPS "P1|2|Last|60\nP1|1|First|40", "text=Last" },
  { STEPS "P1|2|Second|50\nP1|_|Third|10", "weight=50 +step text=Third weight=10" },
  { STEPS "P1|_|Before|1\nP1|1|First|40", "+step text=Before weight=1" },
  { STEPS "P1|1|First|40", "" },
  { "indicator/code|indicator/kind|indicator/group\n_|_|_\n9.1|linear|9\n9|group|_",
    "+indicator code=9 kind=group +indicator code=9.1 kind=linear" },
};

static void
test_changes (void)
{
  g_autoptr (MouRegister) before = new_register ();

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (WorkbookFixture) book = make_workbook (changes[i].table);
      g_autoptr (MouRegister) after = table_fixture_import (workbook_fixture_write (book), before);
      g_autofree char *told = tell (before, after);

      g_test_message ("%s", changes[i].table);
      g_assert_cmpstr (told, ==, changes[i].change);
    }
}

static const struct
{
  const char *table, *place, *reason;
} mistakes[] = {
  { "indicator/code|indicator/weight\n_|_\n1.1|n:12\n1.2|much", "cell B4", "much" },
  { "indicator/code|indicator/weight\n_|_\n1.1|e:#REF!", "cell B3", "#REF!" },
  { "indicator/code|indicator/weight\n_|_\n1.1|b:1\n1.1|2", "cell A4", "A3" },
  { "indicator/code|indicator/weight\n_|_\n7.7|n:12", "cell A3", "Kind" },
  { "indicator/code|indicator/weight\n_|_\n_|n:12", "cell A3", "nothing" },
  { "indicator/weight\n_\nn:12", "cell A1", "Code" },
  { "indicator/code|indicator/wait\n_|_\n1.1|2", "cell B1", "indicator/wait" },
  { "indicator/code|indicator/code\n_|_\n1.1|2", "cell B1", "indicator/code" },
  { "indicator/code|indicator/kind\n_|_\n1.1|_", "cell B3", "nothing" },
  { "indicator/code|indicator/kind\n_|_\n1.1|curved", "cell B3", "curved" },
  { "indicator/code|indicator/group\n_|_\n1.1|8", "cell B3", "8" },
  { "indicator/code|indicator/group\n_|_\n1.1|1.1", "1.1", "circle" },
  { RESULTS "Month|1.1|5", "cell A3", "Month" },
  { RESULTS "_|1.1|5", "cell A3", "nothing" },
  { RESULTS "Year|8.8|5", "cell B3", "8.8" },
  { "result/indicator|result/value\n_|_\n1.1|5", "cell A1", "Assessment" },
  { STEPS "P1|0|First|40", "cell B3", "0" },
  { STEPS "P1|2|First|40\nP1|2|Second|60", "cell A4", "A3" },
  { ASSESSMENTS "Year|n:60|self", "cell B3", "60" },
  { ASSESSMENTS "Year|31/2/2567|self", "cell B3", "2024-02-31" },
  { HISTORY "1.1|2023|5", "cell B3", "2566" },
  { MEASURES "1.1|1|5", "cell A3", "Measure" },
  { "agreement/fiscal_year|agreement/title|agreement/status|agreement/scale\n_|_|_|_\n2567|A|draft|rfd\n2568|B|draft|rfd", "cell A4",
    "second row" },
  { "nothing of ours\n1|2", "", "sheet" },
};

static void
test_mistakes (void)
{
  g_autoptr (MouRegister) before = new_register ();
  g_autofree char *text = mou_canon_register_text (before);
  g_autofree char *text_after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (WorkbookFixture) book = make_workbook (mistakes[i].table);
      g_autoptr (GError) error = NULL;
      const char *path = workbook_fixture_write (book);

      g_test_message ("%s", mistakes[i].table);
      g_assert_null (mou_import_load (path, before, fixture_get_agreement (before), &error));
      g_assert_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, path));
      g_assert_nonnull (strstr (error->message, mistakes[i].place));
      g_assert_nonnull (strstr (error->message, mistakes[i].reason));
      g_assert_null (strchr (error->message, '\n'));
    }
  text_after = mou_canon_register_text (before);
  g_assert_cmpstr (text_after, ==, text);
}

/* Day numbers of a workbook whose calendar begins in 1904. */
static void
test_days_of_1904 (void)
{
  g_autoptr (MouRegister) before = new_register ();
  g_autoptr (WorkbookFixture) book = make_workbook (ASSESSMENTS "Year|n:44104|self");
  g_autoptr (MouRegister) after = NULL;
  g_autofree char *told = NULL;

  workbook_fixture_set (book, "xl/workbook.xml",
                        "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
                        "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><workbookPr date1904='1'/>"
                        "<sheets><sheet name='One' sheetId='1' r:id='r1'/></sheets></workbook>",
                        -1);
  after = table_fixture_import (workbook_fixture_write (book), before);
  told = tell (before, after);
  g_assert_cmpstr (told, ==, "as_of=2024-10-01");
}

/* New rows stand where the table has them; what was there stays as it was. */
static void
test_places_of_new_rows (void)
{
  g_autoptr (MouRegister) before = new_register ();
  g_autoptr (WorkbookFixture) book = make_workbook (STEPS "P1|1|First|40\nP1|_|Between|1\nP1|2|Second|60\nP1|_|Last|2");
  g_autoptr (MouRegister) after = table_fixture_import (workbook_fixture_write (book), before);
  gint64 project = fixture_get_child (after, fixture_get_agreement (after), MOU_ENTITY_PROJECT, "P1");
  GPtrArray *steps = mou_register_get_children (after, project, MOU_ENTITY_STEP);
  static const char *const expected[] = { "First", "Between", "Second", "Last" };

  g_assert_cmpuint (steps->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < steps->len; i++)
    g_assert_cmpstr (mou_row_get (steps->pdata[i], MOU_STEP_TEXT), ==, expected[i]);
}

/* A workbook of anybody's with one flat table. */
static void
test_flat_sheet (void)
{
  g_autoptr (MouRegister) before = new_register ();
  g_autoptr (WorkbookFixture) book
      = make_workbook ("ตาราง\nลำดับ|น้ำหนัก|level 1|ระดับ ๓|2566\n1.1|n:12|&lt;5|n:1200|f:1271.4700000000003\nรวม|n:100");
  g_autoptr (MouRegister) after = table_fixture_import (workbook_fixture_write (book), before);
  g_autofree char *told = tell (before, after);

  g_assert_nonnull (strstr (told, "weight=12"));
  g_assert_null (strstr (told, "+indicator"));
  g_assert_nonnull (strstr (told, "text=&lt;5"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/changes", test_changes);
  g_test_add_func ("/import/mistakes", test_mistakes);
  g_test_add_func ("/import/days-of-1904", test_days_of_1904);
  g_test_add_func ("/import/places-of-new-rows", test_places_of_new_rows);
  g_test_add_func ("/import/flat-sheet", test_flat_sheet);

  return g_test_run ();
}
