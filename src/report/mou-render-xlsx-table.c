/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-render-xlsx-table: one table of a document on the sheet.
 *
 * Rows of the table are rows of the sheet one to one, so that a formula's "{row:column}" is an address as soon as the first row's
 * place is known. Heights are set by hand: the library cannot fit them, and LibreOffice does not when it opens a workbook. */
#include "mou-render-xlsx-private.h"

#include <stdlib.h>
#include <string.h>

#define HEAD_FILL 0xDDE3EA
#define GROUP_FILL 0xF1F4F7
#define INPUT_FILL 0xFFF8DC
#define ROW_POINTS_MAX 409.0

typedef struct
{
  MouWriting *writing;
  const MouReportTable *table;
  guint first_row;                          /* of the sheet */
  char (*letters)[LXW_MAX_COL_NAME_LENGTH]; /* of the columns: "A" */
} TableWriting;

static MouReportRow *
get_row (const MouReportTable *table, guint row)
{
  return table->rows->pdata[row];
}

static gboolean
is_bold (MouRowRole role)
{
  return role == MOU_ROW_HEAD || role == MOU_ROW_GROUP || role == MOU_ROW_TOTAL;
}

static int
get_fill (MouRowRole role, const MouReportCell *cell)
{
  if (cell->input)
    return INPUT_FILL;
  if (role == MOU_ROW_HEAD || role == MOU_ROW_TOTAL)
    return HEAD_FILL;
  return role == MOU_ROW_GROUP ? GROUP_FILL : 0;
}

/* No line between a row and the one that goes on with it. */
static int
get_borders (const MouReportTable *table, guint row)
{
  gboolean continues = get_row (table, row)->role == MOU_ROW_CONTINUED;
  gboolean is_continued = row + 1 < table->rows->len && get_row (table, row + 1)->role == MOU_ROW_CONTINUED;

  return MOU_BORDER_SIDES | (continues ? 0 : MOU_BORDER_TOP) | (is_continued ? 0 : MOU_BORDER_BOTTOM);
}

/* A little room between a text and the line beside it. */
static int
get_indent (const MouReportCell *cell)
{
  return cell->align == MOU_ALIGN_LEFT ? cell->indent + 1 : 0;
}

static MouLook
choose_look (const MouReportTable *table, guint row, const MouReportCell *cell)
{
  MouRowRole role = get_row (table, row)->role;
  MouLook look = {
    .points = MOU_TABLE_POINTS,
    .bold = is_bold (role),
    .align = (int) cell->align,
    .top = table->prose && role != MOU_ROW_HEAD,
    .indent = get_indent (cell),
    .one_line = cell->one_line,
    .borders = get_borders (table, row),
    .fill = get_fill (role, cell),
    .unlocked = cell->input,
  };

  if (cell->type == MOU_CELL_DECIMAL || cell->type == MOU_CELL_RATIO || (cell->type == MOU_CELL_BLANK && cell->align == MOU_ALIGN_RIGHT))
    {
      look.number = TRUE;
      look.places = cell->places;
      look.sign = mou_formats_find_sign (cell->sign);
      look.mark = cell->mark;
    }
  return look;
}

/* A workbook has no other numbers than doubles, and shows 15 digits of them: what these lose is not seen. */
static double
get_number (const MouReportCell *cell)
{
  return cell->type == MOU_CELL_DECIMAL ? mou_decimal_to_double (cell->decimal) : mou_ratio_to_double (cell->ratio);
}

static void
append_address (TableWriting *self, GString *expanded, guint row, guint column)
{
  char digits[16];
  char *p = digits + sizeof digits;
  guint number = self->first_row + row + 1;

  for (; number > 0; number /= 10)
    *--p = (char) ('0' + number % 10);
  g_string_append (expanded, self->letters[column]);
  g_string_append_len (expanded, p, digits + sizeof digits - p);
}

/* "{3:7}" of the table to "H12" of the sheet. */
static char *
expand_formula (TableWriting *self, const char *formula)
{
  GString *expanded = g_string_sized_new (strlen (formula));

  for (const char *brace = strchr (formula, '{'); brace != NULL; brace = strchr (formula, '{'))
    {
      char *end;
      guint row = (guint) strtoul (brace + 1, &end, 10);
      guint column = (guint) strtoul (end + 1, &end, 10);

      g_assert (*end == '}' && column < self->table->n_columns);
      g_string_append_len (expanded, formula, brace - formula);
      append_address (self, expanded, row, column);
      formula = end + 1;
    }
  g_string_append (expanded, formula);
  return g_string_free (expanded, FALSE);
}

static void
put_cell (TableWriting *self, guint row, guint column, const MouReportCell *cell, const MouLook *look)
{
  g_autofree char *formula = cell->formula != NULL ? expand_formula (self, cell->formula) : NULL;
  guint sheet_row = self->first_row + row;

  if (cell->type == MOU_CELL_DECIMAL || cell->type == MOU_CELL_RATIO)
    mou_writing_put_number (self->writing, sheet_row, column, get_number (cell), formula, look);
  else if (formula != NULL)
    mou_writing_put_text_formula (self->writing, sheet_row, column, cell->text != NULL ? cell->text : "", formula, look);
  else if (cell->type == MOU_CELL_TEXT)
    mou_writing_put_text (self->writing, sheet_row, column, cell->text, cell->mark, look);
  else
    mou_writing_put_blank (self->writing, sheet_row, column, look);
}

static void
limit_to_scale (TableWriting *self, guint row, guint column)
{
  const MouReportDocument *document = self->writing->document;
  g_autofree char *message = g_strdup_printf ("คะแนนต้องอยู่ระหว่าง %d ถึง %d", document->scale_floor, document->scale_top);
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_DECIMAL,
    .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
    .ignore_blank = LXW_VALIDATION_ON,
    .minimum_number = document->scale_floor,
    .maximum_number = document->scale_top,
    .error_title = (char *) "คะแนน",
    .error_message = message,
  };

  mou_writing_note (self->writing,
                    worksheet_data_validation_cell (self->writing->sheet, self->first_row + row, (lxw_col_t) column, &validation));
}

static void
write_cell (TableWriting *self, guint row, guint column)
{
  const MouReportCell *cell = mou_report_table_get (self->table, row, column);
  MouLook look;

  if (cell->covered)
    return;
  look = choose_look (self->table, row, cell);
  if (cell->row_span > 1 || cell->column_span > 1)
    mou_writing_merge (self->writing, self->first_row + row, column, self->first_row + row + (guint) cell->row_span - 1,
                       column + (guint) cell->column_span - 1, &look);
  put_cell (self, row, column, cell, &look);
  if (cell->input && cell->score)
    limit_to_scale (self, row, column);
}

static double
measure_cell (TableWriting *self, const MouReportCell *cell, guint column)
{
  int lines = 1;

  if (cell->type == MOU_CELL_TEXT && !cell->one_line)
    lines = mou_writing_count_lines (self->writing, cell->text, column, (guint) cell->column_span, get_indent (cell), MOU_TABLE_POINTS);
  return lines * mou_writing_get_line_height (MOU_TABLE_POINTS);
}

/* The tallest cell decides; one that spans rows finds its room in all of them. */
static double
measure_row (TableWriting *self, guint row)
{
  double height = mou_writing_get_line_height (MOU_TABLE_POINTS);

  for (guint column = 0; column < self->table->n_columns; column++)
    {
      const MouReportCell *cell = mou_report_table_get (self->table, row, column);

      if (!cell->covered)
        height = MAX (height, measure_cell (self, cell, column) / cell->row_span);
    }
  return MIN (height, ROW_POINTS_MAX);
}

void
mou_render_xlsx_table (MouWriting *writing, const MouReportTable *table)
{
  g_autofree char (*letters)[LXW_MAX_COL_NAME_LENGTH] = g_malloc0_n (table->n_columns, sizeof *letters);
  TableWriting self = { writing, table, writing->row, letters };

  for (guint column = 0; column < table->n_columns; column++)
    lxw_col_to_name (letters[column], (lxw_col_t) column, 0);
  for (guint row = 0; row < table->rows->len; row++)
    {
      mou_writing_set_height (writing, writing->row, measure_row (&self, row));
      for (guint column = 0; column < table->n_columns; column++)
        write_cell (&self, row, column);
      writing->row++;
    }
}
