/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-render-xlsx-writing: the one way into a cell.
 *
 * libxlsxwriter is told nothing that mou-xlsx-text has not made safe, its errors are counted, and what was sent is noted. */
#include "mou-render-xlsx-private.h"

#include "mou-thai.h"
#include "mou-xlsx-text.h"

#include <math.h>

/* Measured on Laksaman, the widest and tallest of the fonts that stand in for TH SarabunPSK, in LibreOffice. */
#define EM_PER_CHARACTER 0.46
#define EM_PER_LINE 1.66
/* One unit of a column's width. */
#define POINTS_PER_UNIT 5.25

void
mou_writing_note (MouWriting *self, lxw_error error)
{
  if (error == LXW_NO_ERROR)
    return;
  if (self->n_errors++ == 0)
    self->first_error = error;
}

/* Arabic digits to Thai ones where the document wants them, and whatever a cell cannot hold replaced. */
static char *
prepare_text (MouWriting *self, const char *text)
{
  g_autofree char *turned = self->document->thai_digits ? mou_thai_digits_from_arabic (text) : g_strdup (text);

  return mou_xlsx_text_for_cell (turned);
}

static void
put_marked_text (MouWriting *self, guint row, guint column, const char *stored, const char *mark, const MouLook *look)
{
  MouLook plain = { .points = look->points, .bold = look->bold };
  MouLook raised = { .points = look->points, .bold = look->bold, .superscript = TRUE };
  lxw_rich_string_tuple body = { .format = mou_formats_get (self->formats, &plain), .string = (char *) stored };
  lxw_rich_string_tuple note = { .format = mou_formats_get (self->formats, &raised), .string = (char *) mark };
  lxw_rich_string_tuple *parts[] = { &body, &note, NULL };

  mou_writing_note (self, worksheet_write_rich_string (self->sheet, row, (lxw_col_t) column, parts, mou_formats_get (self->formats, look)));
}

static char *
write_mark (MouWriting *self, int mark)
{
  g_autofree char *digits = g_strdup_printf ("%d", mark);

  if (mark == MOU_MARK_STAR)
    return g_strdup ("*");
  return self->document->thai_digits ? mou_thai_digits_from_arabic (digits) : g_steal_pointer (&digits);
}

void
mou_writing_put_text (MouWriting *self, guint row, guint column, const char *text, int mark, const MouLook *look)
{
  g_autofree char *cell = prepare_text (self, text);
  g_autofree char *stored = mou_xlsx_text_escape (cell);
  MouLook guarded = *look;

  if (*cell == '\0')
    {
      mou_writing_put_blank (self, row, column, look);
      return;
    }
  guarded.guarded = *cell == '=' || *cell == '+' || *cell == '-' || *cell == '@';
  if (mark != MOU_MARK_NONE)
    {
      g_autofree char *mark_text = write_mark (self, mark);
      g_autofree char *whole = g_strconcat (cell, mark_text, NULL);

      put_marked_text (self, row, column, stored, mark_text, look);
      mou_xlsx_manifest_add_text (self->manifest, row, column, whole, NULL);
      return;
    }
  mou_writing_note (self, worksheet_write_string (self->sheet, row, (lxw_col_t) column, stored, mou_formats_get (self->formats, &guarded)));
  mou_xlsx_manifest_add_text (self->manifest, row, column, cell, NULL);
}

void
mou_writing_put_blank (MouWriting *self, guint row, guint column, const MouLook *look)
{
  mou_writing_note (self, worksheet_write_blank (self->sheet, row, (lxw_col_t) column, mou_formats_get (self->formats, look)));
}

void
mou_writing_put_number (MouWriting *self, guint row, guint column, double number, const char *formula, const MouLook *look)
{
  lxw_format *format = mou_formats_get (self->formats, look);
  g_autofree char *expression = NULL;

  g_assert (isfinite (number));
  if (formula == NULL)
    mou_writing_note (self, worksheet_write_number (self->sheet, row, (lxw_col_t) column, number, format));
  else
    {
      expression = g_strconcat ("=", formula, NULL);
      mou_writing_note (self, worksheet_write_formula_num (self->sheet, row, (lxw_col_t) column, expression, format, number));
    }
  mou_xlsx_manifest_add_number (self->manifest, row, column, number, formula);
}

void
mou_writing_put_text_formula (MouWriting *self, guint row, guint column, const char *text, const char *formula, const MouLook *look)
{
  g_autofree char *cell = prepare_text (self, text);
  g_autofree char *stored = mou_xlsx_text_escape (cell);
  g_autofree char *expression = g_strconcat ("=", formula, NULL);

  mou_writing_note (
      self, worksheet_write_formula_str (self->sheet, row, (lxw_col_t) column, expression, mou_formats_get (self->formats, look), stored));
  mou_xlsx_manifest_add_text (self->manifest, row, column, cell, formula);
}

void
mou_writing_merge (MouWriting *self, guint row, guint column, guint last_row, guint last_column, const MouLook *look)
{
  if (row == last_row && column == last_column)
    return;
  mou_writing_note (self, worksheet_merge_range (self->sheet, row, (lxw_col_t) column, last_row, (lxw_col_t) last_column, "",
                                                 mou_formats_get (self->formats, look)));
  mou_xlsx_manifest_add_merged (self->manifest);
}

void
mou_writing_set_height (MouWriting *self, guint row, double points)
{
  mou_writing_note (self, worksheet_set_row (self->sheet, row, points, NULL));
  self->page_used += points;
}

double
mou_writing_get_line_height (int points)
{
  return ceil (points * EM_PER_LINE);
}

int
mou_writing_count_lines (MouWriting *self, const char *text, guint column, guint n_columns, int indent, int points)
{
  double units = mou_report_section_get_width (self->section, column, n_columns) - indent;

  return mou_report_count_lines (text, MAX (1, (int) (units * POINTS_PER_UNIT / (points * EM_PER_CHARACTER))));
}
