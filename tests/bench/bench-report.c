/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing the evaluation workbook against libxlsxwriter writing the same cells bare; the budget is 1.5 times, verification apart.
 *
 * The bare writing has every cell ready, blanks with a border too, and one format; ours starts from the evaluation. */

#include "mou-engine.h"
#include "mou-render.h"
#include "mou-report.h"
#include "mou-xlsx-reader.h"
#include "register-fixture.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#define N_INDICATORS 2000
#define N_COLUMNS 13
#define N_RUNS 7
#define BUDGET_RATIO 1.5

typedef struct
{
  guint row, column;
  double number;
  char *text; /* NULL for a number */
  char *formula;
} Cell;

typedef struct
{
  gint64 start;
  gint64 written;
} Watch;

static void
free_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_free (cell->formula);
}

static gboolean
keep_cell_cb (const MouXlsxCell *found, gpointer data, GError **error)
{
  Cell cell = { found->row, found->column, found->number, NULL, NULL };

  if (found->type == MOU_XLSX_CELL_TEXT)
    cell.text = g_strdup (found->text);
  if (found->formula != NULL)
    cell.formula = g_strconcat ("=", found->formula, NULL);
  g_array_append_val ((GArray *) data, cell);
  return TRUE;
}

static GArray *
read_cells (const char *path)
{
  static const MouXlsxVisitor visitor = { keep_cell_cb, NULL };
  g_autoptr (MouXlsxReader) reader = mou_xlsx_reader_open (path, NULL);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  g_assert_nonnull (reader);
  g_array_set_clear_func (cells, free_cell);
  g_assert_true (mou_xlsx_reader_read_sheet (reader, 0, &visitor, cells, NULL));
  return cells;
}

static void
write_bare_cell (lxw_worksheet *sheet, const Cell *cell, lxw_format *format)
{
  lxw_col_t column = (lxw_col_t) cell->column;

  if (cell->formula != NULL && cell->text != NULL)
    worksheet_write_formula_str (sheet, cell->row, column, cell->formula, format, cell->text);
  else if (cell->formula != NULL)
    worksheet_write_formula_num (sheet, cell->row, column, cell->formula, format, cell->number);
  else if (cell->text != NULL)
    worksheet_write_string (sheet, cell->row, column, cell->text, format);
  else
    worksheet_write_number (sheet, cell->row, column, cell->number, format);
}

/* The blank cells of the table's grid, which a reader does not tell. */
static void
write_blanks (lxw_worksheet *sheet, GArray *cells, lxw_format *format)
{
  guint column = 0, row = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);

      for (; row < cell->row; row++, column = 0)
        for (; column < N_COLUMNS; column++)
          worksheet_write_blank (sheet, row, (lxw_col_t) column, format);
      for (; column < cell->column; column++)
        worksheet_write_blank (sheet, row, (lxw_col_t) column, format);
      column = cell->column + 1;
    }
}

static double
write_bare (const char *path, GArray *cells)
{
  gint64 start = g_get_monotonic_time ();
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);
  lxw_format *format = workbook_add_format (workbook);

  for (guint i = 0; i < cells->len; i++)
    write_bare_cell (sheet, &g_array_index (cells, Cell, i), format);
  write_blanks (sheet, cells, format);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static void
note_written_cb (double fraction, gpointer data)
{
  Watch *watch = data;

  if (watch->written == 0 && fraction >= MOU_PROGRESS_WRITTEN)
    watch->written = g_get_monotonic_time ();
}

/* Milliseconds until the workbook is written, and until it is verified and in its place. */
static double
write_report (const char *path, MouAgreement *agreement, MouEvaluation *evaluation, double *whole)
{
  MouReportOptions options = { .form = MOU_FORM_EVALUATION };
  Watch watch = { g_get_monotonic_time (), 0 };

  g_assert_true (mou_report_write (agreement, evaluation, &options, path, note_written_cb, &watch, NULL));
  *whole = (double) (g_get_monotonic_time () - watch.start) / 1000.0;
  return (double) (watch.written - watch.start) / 1000.0;
}

static MouAgreement *
create_agreement (void)
{
  g_autoptr (MouRegister) rows = fixture_new_large (N_INDICATORS);
  gint64 agreement = fixture_get_agreement (rows);

  fixture_add (rows, MOU_ENTITY_ASSESSMENT, agreement, "name", "ย้อนหลัง", "kind", "backtest", "period", "year", "history_year", "2566",
               NULL);
  return mou_register_dup_agreement (rows, agreement);
}

int
main (void)
{
  g_autoptr (MouAgreement) agreement = create_agreement ();
  g_autoptr (MouEvaluation) evaluation = mou_engine_evaluate (agreement, mou_agreement_find_assessment (agreement, NULL));
  g_autofree char *folder = g_dir_make_tmp ("mou-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.xlsx", NULL);
  g_autoptr (GArray) cells = NULL;
  double ours = G_MAXDOUBLE, bare = G_MAXDOUBLE, whole = 0;

  for (int run = 0; run < N_RUNS; run++)
    ours = MIN (ours, write_report (path, agreement, evaluation, &whole));
  cells = read_cells (path);
  for (int run = 0; run < N_RUNS; run++)
    bare = MIN (bare, write_bare (path, cells));
  g_print ("%d indicators, %u cells: bare %.0f ms, ours %.0f ms, ratio %.2f (budget %.1f); with verification %.0f ms\n", N_INDICATORS,
           cells->len, bare, ours, ours / bare, BUDGET_RATIO, whole);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
