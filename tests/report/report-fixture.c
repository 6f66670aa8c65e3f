/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* report-fixture: see the header. */
#include "report-fixture.h"

#include "mou-json-agreement.h"

#include <string.h>

static MouAgreement *
dup_first_agreement (MouRegister *rows)
{
  MouRow *organisation = g_ptr_array_index (mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION), 0);
  MouRow *agreement = g_ptr_array_index (mou_register_get_children (rows, organisation->id, MOU_ENTITY_AGREEMENT), 0);

  return mou_register_dup_agreement (rows, agreement->id);
}

MouAgreement *
report_fixture_parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouRegister) rows = mou_json_agreement_parse (json, -1, &error);

  g_assert_no_error (error);
  return dup_first_agreement (rows);
}

MouAgreement *
report_fixture_load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOU_SAMPLES"), name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MouRegister) rows = mou_json_agreement_load (path, &error);

  g_assert_no_error (error);
  return dup_first_agreement (rows);
}

MouAgreement *
report_fixture_make (const char *indicators, const char *more)
{
  g_autofree char *json = g_strdup_printf ("{\"format\":\"mou-scorecard/1\",\"organisation\":{\"name\":\"องค์กร\",\"abbreviation\":\"อก.\","
                                           "\"fiscal_year_start_month\":10},\"agreement\":{\"fiscal_year\":2567,\"title\":\"บันทึก\","
                                           "\"status\":\"draft\",\"scale\":\"five-level\",\"indicators\":[%s]%s}}",
                                           indicators, more);

  return report_fixture_parse (json);
}

MouEvaluation *
report_fixture_evaluate (MouAgreement *agreement)
{
  return mou_engine_evaluate (agreement, mou_agreement_find_assessment (agreement, NULL));
}

MouReportTable *
report_fixture_get_table (const MouReportDocument *document, guint section_index)
{
  const MouReportSection *section = document->sections->pdata[section_index];

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const MouReportBlock *block = section->blocks->pdata[i];

      if (block->type == MOU_BLOCK_TABLE)
        return block->table;
    }
  g_assert_not_reached ();
}

char *
report_fixture_show (const MouReportTable *table, guint row, guint column)
{
  return mou_report_cell_format (mou_report_table_get (table, row, column));
}

void
report_fixture_assert_cell (const MouReportTable *table, guint row, guint column, const char *expected)
{
  g_autofree char *shown = report_fixture_show (table, row, column);

  g_assert_cmpstr (shown, ==, expected);
}

guint
report_fixture_find_row (const MouReportTable *table, const char *text)
{
  for (guint row = 0; row < table->rows->len; row++)
    {
      g_autofree char *shown = report_fixture_show (table, row, 0);

      if (g_str_has_prefix (shown, text))
        return row;
    }
  g_error ("no row begins with “%s”", text);
}

guint
report_fixture_find_column (const MouReportTable *table, const char *title)
{
  for (guint row = 0; row < mou_report_table_count_head_rows (table); row++)
    for (guint column = 0; column < table->n_columns; column++)
      {
        g_autofree char *shown = report_fixture_show (table, row, column);

        if (strcmp (shown, title) == 0)
          return column;
      }
  g_error ("no column is called “%s”", title);
}

typedef struct
{
  GHashTable *cells;
  const char *sheet;
} Reading;

static gboolean
keep_cell_cb (const MouXlsxCell *cell, gpointer data, GError **error)
{
  Reading *reading = data;

  g_hash_table_insert (reading->cells, g_strdup_printf ("%s!%u,%u", reading->sheet, cell->row, cell->column), g_strdup (cell->text));
  return TRUE;
}

GHashTable *
report_fixture_read_workbook (const char *path)
{
  static const MouXlsxVisitor visitor = { keep_cell_cb, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MouXlsxReader) reader = mou_xlsx_reader_open (path, &error);
  Reading reading = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), NULL };

  g_assert_no_error (error);
  for (guint i = 0; i < mou_xlsx_reader_get_n_sheets (reader); i++)
    {
      reading.sheet = mou_xlsx_reader_get_sheet_name (reader, i);
      g_assert_true (mou_xlsx_reader_read_sheet (reader, i, &visitor, &reading, &error));
      g_assert_no_error (error);
    }
  return reading.cells;
}
