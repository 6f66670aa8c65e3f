/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hostile texts in every text field of registers that become workbooks: the agreement, the evaluation, and the tables to edit. Each
 * workbook is well-formed and says what the register says, but for characters that no workbook has. MOU_TEST_LENGTH: how many. */

#include "table-fixture.h"

#include "mou-csv.h"
#include "mou-indicator-table.h"
#include "mou-report.h"
#include "mou-value.h"
#include "mou-workbook.h"
#include "mou-xlsx-reader.h"
#include "mou-xlsx-text.h"

#include <string.h>

#define USUAL_LENGTH 51
#define BOOKS_PER_REGISTER 3
#define SHORT_BYTES 1000 /* what is beside it would cut a text that fills a cell */

/* As it is: no register could hold some of it. */
static char *
map_raw (const char *text, guint number)
{
  return fixture_make_hostile_text (number);
}

static gboolean
is_refused (gunichar c, gboolean lines)
{
  return g_unichar_iscntrl (c) && !(lines && c == '\n');
}

/* What a register can hold: controls out, then as a value of its field. Only paragraphs have line breaks. */
static char *
map_allowed (const char *text, guint number)
{
  gboolean lines = strchr (text, '\n') != NULL;
  const MouField *field = lines ? mou_field_get (MOU_ENTITY_MISSION, MOU_TEXT_TEXT) : mou_field_get (MOU_ENTITY_PARTY, MOU_PARTY_NAME);
  g_autofree char *hostile = fixture_make_hostile_text (number);
  g_autoptr (GString) allowed = g_string_new (NULL);
  char *value = NULL;

  for (const char *p = hostile; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_refused (g_utf8_get_char (p), lines))
      g_string_append_unichar (allowed, g_utf8_get_char (p));
  g_assert_true (mou_value_normalise (field, allowed->str, &value, NULL));

  return value;
}

static char *
map_through_cell (const char *text, guint number)
{
  return mou_xlsx_text_for_cell (text);
}

static gboolean
collect_cell (const MouXlsxCell *cell, gpointer data, GError **error)
{
  g_assert_true (g_utf8_validate (cell->text, -1, NULL));
  g_assert_null (cell->formula);
  g_hash_table_add (data, g_strdup (cell->text));

  return TRUE;
}

/* Every text of every cell; fails the test when any part is not well-formed. */
static GHashTable *
read_cells (const char *path)
{
  static const MouXlsxVisitor visitor = { collect_cell, NULL };
  GHashTable *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MouXlsxReader) reader = mou_xlsx_reader_open (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < mou_xlsx_reader_get_n_sheets (reader); i++)
    mou_xlsx_reader_read_sheet (reader, i, &visitor, cells, &error);
  g_assert_no_error (error);
  mou_xlsx_reader_check_other_parts (reader, &error);
  g_assert_no_error (error);

  return cells;
}

static gboolean
contains (gpointer cell, gpointer value, gpointer text)
{
  return strstr (cell, text) != NULL;
}

/* Alone or beside other words: a report writes a name behind its code. */
static void
assert_says (GHashTable *cells, const char *text)
{
  g_autofree char *cell = mou_xlsx_text_for_cell (text);

  g_assert_nonnull (g_hash_table_find (cells, contains, cell));
}

static void
check_report (const MouAgreement *agreement, const MouEvaluation *evaluation, MouReportForm form, const char *path)
{
  const MouReportOptions options = { .form = form, .renderer = MOU_RENDER_XLSX, .values_only = TRUE, .seal = "AAAAA" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) cells = NULL;

  mou_report_write (agreement, evaluation, &options, path, NULL, NULL, &error);
  g_assert_no_error (error);
  cells = read_cells (path);
  for (guint i = 0; i < mou_agreement_get_n_nodes (agreement); i++)
    {
      const MouIndicator *indicator = mou_agreement_get_node (agreement, i)->indicator;

      if (indicator->name != NULL && strlen (indicator->name) < SHORT_BYTES)
        assert_says (cells, indicator->name);
    }
}

static void
check_reports (MouRegister *rows, gint64 id, const char *path)
{
  g_autoptr (MouRegister) raw = table_fixture_map_texts (rows, map_raw);
  g_autoptr (MouAgreement) agreement = mou_register_dup_agreement (raw, id);
  g_autoptr (MouEvaluation) evaluation = mou_engine_evaluate (agreement, mou_agreement_find_assessment (agreement, NULL));

  check_report (agreement, evaluation, MOU_FORM_AGREEMENT, path);
  check_report (agreement, evaluation, MOU_FORM_EVALUATION, path);
}

static void
check_tables (MouRegister *rows, gint64 id, const char *path)
{
  g_autoptr (MouRegister) allowed = table_fixture_map_texts (rows, map_allowed);
  g_autoptr (MouRegister) expected = table_fixture_map_texts (allowed, map_through_cell);
  g_autoptr (MouRegister) empty = mou_register_new ();
  g_autoptr (MouRegister) after = NULL;
  g_autoptr (GError) error = NULL;

  mou_workbook_write (allowed, id, path, &error);
  g_assert_no_error (error);
  after = table_fixture_import (path, empty);
  table_fixture_assert_same (after, expected);
}

static void
test_workbooks (TableFixture *fixture, gconstpointer data)
{
  guint length = table_fixture_get_length (USUAL_LENGTH);

  for (guint seed = 1, done = 0; done < length; seed++, done += BOOKS_PER_REGISTER)
    {
      g_autoptr (MouRegister) all = fixture_new_random (seed);
      g_autoptr (GArray) agreements = table_fixture_list_agreements (all);
      gint64 id = agreements->len > 0 ? g_array_index (agreements, gint64, 0) : 0;
      g_autoptr (MouRegister) rows = id != 0 ? table_fixture_isolate (all, id) : NULL;

      if (rows == NULL)
        continue;
      check_reports (rows, id, fixture->path);
      check_tables (rows, id, fixture->path);
    }
}

/* Names, units and the rest of the indicators as CSV: out and into the same register, nothing changes. */
static void
test_csv (TableFixture *fixture, gconstpointer data)
{
  for (guint seed = 1; seed <= 10; seed++)
    {
      g_autoptr (MouRegister) all = fixture_new_random (seed);
      g_autoptr (GArray) agreements = table_fixture_list_agreements (all);
      gint64 id = g_array_index (agreements, gint64, 0);
      g_autoptr (MouRegister) rows = table_fixture_isolate (all, id);
      g_autoptr (MouRegister) allowed = table_fixture_map_texts (rows, map_allowed);
      g_autofree char *text = mou_indicator_table_write (allowed, id);
      g_autoptr (MouGrid) grid = mou_csv_parse (text, strlen (text), NULL, NULL);
      GPtrArray *indicators = mou_register_get_children (allowed, id, MOU_ENTITY_INDICATOR);

      g_assert_cmpuint (mou_grid_get_n_rows (grid), ==, indicators->len + 1);
      for (guint i = 0; i < indicators->len; i++)
        {
          const MouRow *row = mou_register_find (allowed, id, MOU_ENTITY_INDICATOR, mou_grid_get (grid, i + 1, 0)->text);

          g_assert_nonnull (row);
          g_assert_cmpstr (mou_grid_get (grid, i + 1, 2)->text, ==,
                           mou_row_get (row, MOU_INDICATOR_NAME) ? mou_row_get (row, MOU_INDICATOR_NAME) : "");
        }
    }
}

/* A character that no workbook has does not count as changed when it comes back as another. */
static void
test_nonsense_stays (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (MouRegister) after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set (rows, fixture_get_indicator (rows, "1.1"), "definition",
               "a\xEF\xBF\xBE"
               "b");
  mou_workbook_write (rows, fixture_get_agreement (rows), fixture->path, &error);
  g_assert_no_error (error);
  after = table_fixture_import (fixture->path, rows);
  table_fixture_assert_same (after, rows);
}

#define ADD(path, test) g_test_add (path, TableFixture, NULL, table_fixture_set_up, test, table_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/hostile/workbooks", test_workbooks);
  ADD ("/hostile/csv", test_csv);
  ADD ("/hostile/nonsense-stays", test_nonsense_stays);

  return g_test_run ();
}
