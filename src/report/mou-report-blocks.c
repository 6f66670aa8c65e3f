/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-blocks: see the header. */
#include "mou-report-blocks.h"

#include "mou-rounding.h"

#include <string.h>

#define DEFAULT_FONT "TH SarabunPSK"

static void
free_row (MouReportRow *row, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      g_free (row->cells[i].text);
      g_free (row->cells[i].formula);
      g_clear_pointer (&row->cells[i].ratio, mou_ratio_free);
    }
  g_free (row->cells);
  g_free (row);
}

static void
free_table (MouReportTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    free_row (table->rows->pdata[i], table->n_columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static void
free_signature (gpointer data)
{
  MouReportSignature *signature = data;

  g_free (signature->name);
  g_free (signature->position);
  g_free (signature->on_behalf_of);
  g_free (signature);
}

static void
free_block (gpointer data)
{
  MouReportBlock *block = data;

  g_free (block->text);
  g_clear_pointer (&block->table, free_table);
  for (int side = 0; side < 2; side++)
    g_clear_pointer (&block->signatures[side], g_ptr_array_unref);
  g_free (block);
}

static void
free_section (gpointer data)
{
  MouReportSection *section = data;

  g_free (section->name);
  g_array_unref (section->widths);
  g_ptr_array_unref (section->blocks);
  g_free (section);
}

MouReportDocument *
mou_report_document_new (const char *title, const char *organisation)
{
  MouReportDocument *self = g_new0 (MouReportDocument, 1);

  self->title = g_strdup (title);
  self->organisation = g_strdup (organisation);
  self->font = g_strdup (DEFAULT_FONT);
  self->sections = g_ptr_array_new_with_free_func (free_section);
  return self;
}

void
mou_report_document_free (MouReportDocument *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->sections);
  g_free (self->title);
  g_free (self->organisation);
  g_free (self->form);
  g_free (self->seal);
  g_free (self->evaluation_seal);
  g_free (self->font);
  g_free (self);
}

MouReportSection *
mou_report_add_section (MouReportDocument *self, const char *name, gboolean landscape, const int *widths, guint n_columns)
{
  MouReportSection *section;

  g_return_val_if_fail (self != NULL && name != NULL && widths != NULL && n_columns > 0, NULL);

  section = g_new0 (MouReportSection, 1);
  section->name = g_strdup (name);
  section->landscape = landscape;
  section->widths = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_vals (section->widths, widths, n_columns);
  section->blocks = g_ptr_array_new_with_free_func (free_block);
  g_ptr_array_add (self->sections, section);
  return section;
}

static MouReportBlock *
add_block (MouReportSection *self, MouBlockType type)
{
  MouReportBlock *block = g_new0 (MouReportBlock, 1);

  block->type = type;
  g_ptr_array_add (self->blocks, block);
  return block;
}

int
mou_report_section_get_width (const MouReportSection *self, guint first, guint count)
{
  int width = 0;

  g_return_val_if_fail (self != NULL && first + count <= self->widths->len, 0);
  for (guint i = first; i < first + count; i++)
    width += g_array_index (self->widths, int, i);
  return width;
}

void
mou_report_add_text (MouReportSection *self, MouTextRole role, const char *text)
{
  g_auto (GStrv) pieces = NULL;

  g_return_if_fail (self != NULL);
  if (text == NULL || *text == '\0')
    return;
  pieces = mou_report_split_text (text, mou_report_section_get_width (self, 0, self->widths->len), MOU_REPORT_PIECE_LINES);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      MouReportBlock *block = add_block (self, MOU_BLOCK_TEXT);

      block->role = role;
      block->text = g_strdup (pieces[i]);
    }
}

void
mou_report_add_textf (MouReportSection *self, MouTextRole role, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mou_report_add_text (self, role, text);
}

void
mou_report_add_space (MouReportSection *self, int lines)
{
  g_return_if_fail (self != NULL && lines > 0);
  add_block (self, MOU_BLOCK_SPACE)->lines = lines;
}

MouReportBlock *
mou_report_add_signatures (MouReportSection *self)
{
  MouReportBlock *block;

  g_return_val_if_fail (self != NULL, NULL);
  block = add_block (self, MOU_BLOCK_SIGNATURES);
  for (int side = 0; side < 2; side++)
    block->signatures[side] = g_ptr_array_new_with_free_func (free_signature);
  return block;
}

void
mou_report_add_signature (MouReportBlock *signatures, int side, const char *name, const char *position, const char *on_behalf_of)
{
  MouReportSignature *signature;

  g_return_if_fail (signatures != NULL && signatures->type == MOU_BLOCK_SIGNATURES && (side == 0 || side == 1));
  signature = g_new0 (MouReportSignature, 1);
  signature->name = g_strdup (name);
  signature->position = g_strdup (position);
  signature->on_behalf_of = g_strdup (on_behalf_of);
  g_ptr_array_add (signatures->signatures[side], signature);
}

MouReportTable *
mou_report_add_table (MouReportSection *self, guint n_frozen)
{
  MouReportTable *table;

  g_return_val_if_fail (self != NULL, NULL);
  table = g_new0 (MouReportTable, 1);
  table->n_columns = self->widths->len;
  table->n_frozen = n_frozen;
  table->rows = g_ptr_array_new ();
  add_block (self, MOU_BLOCK_TABLE)->table = table;
  return table;
}

guint
mou_report_table_add_row (MouReportTable *self, MouRowRole role)
{
  MouReportRow *row;

  g_return_val_if_fail (self != NULL, 0);
  row = g_new0 (MouReportRow, 1);
  row->role = role;
  row->cells = g_new0 (MouReportCell, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    row->cells[i].row_span = row->cells[i].column_span = 1;
  g_ptr_array_add (self->rows, row);
  return self->rows->len - 1;
}

MouReportCell *
mou_report_table_get (const MouReportTable *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->n_columns, NULL);
  return &((MouReportRow *) self->rows->pdata[row])->cells[column];
}

guint
mou_report_table_count_head_rows (const MouReportTable *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);
  while (n < self->rows->len && ((MouReportRow *) self->rows->pdata[n])->role == MOU_ROW_HEAD)
    n++;
  return n;
}

MouReportCell *
mou_report_set_text (MouReportTable *self, guint row, guint column, MouAlign align, const char *text)
{
  MouReportCell *cell = mou_report_table_get (self, row, column);

  g_return_val_if_fail (cell != NULL && cell->type == MOU_CELL_BLANK, NULL);
  cell->align = align;
  if (text != NULL && *text != '\0')
    {
      cell->type = MOU_CELL_TEXT;
      cell->text = g_strdup (text);
    }
  return cell;
}

MouReportCell *
mou_report_set_decimal (MouReportTable *self, guint row, guint column, MouDecimal value, int places)
{
  MouReportCell *cell = mou_report_table_get (self, row, column);

  g_return_val_if_fail (cell != NULL && cell->type == MOU_CELL_BLANK, NULL);
  cell->type = MOU_CELL_DECIMAL;
  cell->align = MOU_ALIGN_RIGHT;
  cell->decimal = value;
  cell->places = places;
  return cell;
}

MouReportCell *
mou_report_set_ratio (MouReportTable *self, guint row, guint column, const MouRatio *ratio, int places)
{
  MouReportCell *cell = mou_report_table_get (self, row, column);

  g_return_val_if_fail (cell != NULL && cell->type == MOU_CELL_BLANK, NULL);
  cell->align = MOU_ALIGN_RIGHT;
  cell->places = places;
  if (ratio != NULL)
    {
      cell->type = MOU_CELL_RATIO;
      cell->ratio = mou_ratio_copy (ratio);
    }
  return cell;
}

void
mou_report_span (MouReportTable *self, guint row, guint column, int row_span, int column_span)
{
  MouReportCell *cell = mou_report_table_get (self, row, column);

  g_return_if_fail (cell != NULL && row_span >= 1 && column_span >= 1);
  for (guint i = row; i < row + (guint) row_span; i++)
    for (guint j = column; j < column + (guint) column_span; j++)
      if (i != row || j != column)
        mou_report_table_get (self, i, j)->covered = TRUE;
  cell->row_span = row_span;
  cell->column_span = column_span;
}

void
mou_report_cell_take_formula (MouReportCell *cell, char *formula)
{
  g_return_if_fail (cell != NULL);
  g_free (cell->formula);
  cell->formula = formula;
}

/* The sign and thousands commas around a number's plain text. */
static char *
format_decimal (const MouReportCell *cell)
{
  g_autofree char *number = mou_decimal_format (cell->decimal, cell->places);

  return g_strconcat (cell->sign != NULL ? cell->sign : "", number, NULL);
}

static char *
group_thousands (const char *number)
{
  GString *grouped = g_string_new (NULL);
  const char *digits = *number == '-' ? number + 1 : number;
  gsize whole = strcspn (digits, ".");

  if (*number == '-')
    g_string_append_c (grouped, '-');
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (grouped, ',');
      g_string_append_c (grouped, digits[i]);
    }
  g_string_append (grouped, digits + whole);
  return g_string_free (grouped, FALSE);
}

char *
mou_report_cell_format (const MouReportCell *cell)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (cell != NULL, NULL);
  switch (cell->type)
    {
    case MOU_CELL_TEXT:
      return g_strdup (cell->text);
    case MOU_CELL_DECIMAL:
      return format_decimal (cell);
    case MOU_CELL_RATIO:
      number = mou_rounding_to_text (cell->ratio, cell->places);
      return group_thousands (number);
    case MOU_CELL_BLANK:
    default:
      return g_strdup ("");
    }
}
