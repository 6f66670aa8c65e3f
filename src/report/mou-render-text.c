/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-render-text: a document as plain text for a terminal.
 *
 * Columns are as wide as their content, at most as wide as the section says; longer texts wrap inside their cell. Widths are those
 * of a terminal: Thai vowels above and below take no column. */
#include "mou-render.h"

#include "mou-report-seal.h"
#include "mou-thai.h"

#define LINE_WIDTH 100
#define GAP "  "
#define GAP_WIDTH 2
#define RULE "─"

typedef struct
{
  const MouReportDocument *document;
  GString *out;
} TextWriting;

typedef struct
{
  TextWriting *writing;
  const MouReportTable *table;
  int *widths; /* of each column */
} TextTable;

static char *
turn_digits (TextWriting *self, const char *text)
{
  return self->document->thai_digits ? mou_thai_digits_from_arabic (text) : g_strdup (text);
}

static void
append_repeated (GString *out, const char *piece, int count)
{
  for (int i = 0; i < count; i++)
    g_string_append (out, piece);
}

static void
append_aligned (GString *out, const char *text, int width, MouAlign align)
{
  int room = MAX (0, width - mou_thai_text_width (text));
  int before = align == MOU_ALIGN_RIGHT ? room : align == MOU_ALIGN_CENTRE ? room / 2 : 0;

  append_repeated (out, " ", before);
  g_string_append (out, text);
  append_repeated (out, " ", room - before);
}

/* Padding at the end of a line says nothing. */
static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static char *
describe_mark (int mark)
{
  if (mark == MOU_MARK_NONE)
    return g_strdup ("");
  return mark == MOU_MARK_STAR ? g_strdup ("*") : g_strdup_printf ("[%d]", mark);
}

static char *
describe_cell (TextTable *self, const MouReportCell *cell)
{
  g_autofree char *shown = mou_report_cell_format (cell);
  g_autofree char *mark = describe_mark (cell->type == MOU_CELL_BLANK ? MOU_MARK_NONE : cell->mark);
  g_autofree char *indent = g_strnfill (2 * (gsize) cell->indent, ' ');
  g_autofree char *text = g_strconcat (indent, shown, mark, NULL);

  return turn_digits (self->writing, text);
}

static int
get_span_width (TextTable *self, guint column, int n_columns)
{
  int width = (n_columns - 1) * GAP_WIDTH;

  for (guint i = column; i < column + (guint) n_columns; i++)
    width += self->widths[i];
  return width;
}

static int
measure_longest_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  int width = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    width = MAX (width, mou_thai_text_width (lines[i]));
  return width;
}

static void
measure_columns (TextTable *self, const MouReportSection *section)
{
  for (guint row = 0; row < self->table->rows->len; row++)
    for (guint column = 0; column < self->table->n_columns; column++)
      {
        const MouReportCell *cell = mou_report_table_get (self->table, row, column);
        int limit = mou_report_section_get_width (section, column, 1);
        g_autofree char *text = NULL;
        int width;

        if (cell->covered || cell->column_span > 1)
          continue;
        text = describe_cell (self, cell);
        width = measure_longest_line (text);
        if (cell->type == MOU_CELL_TEXT)
          width = MIN (width, limit);
        self->widths[column] = MAX (self->widths[column], width);
      }
}

static void
append_rule (TextTable *self)
{
  append_repeated (self->writing->out, RULE, get_span_width (self, 0, (int) self->table->n_columns));
  end_line (self->writing->out);
}

/* The lines of one cell; a wrapped line keeps the tree's indentation. */
static GStrv
wrap_cell (TextTable *self, const MouReportCell *cell, guint column)
{
  g_autofree char *text = describe_cell (self, cell);
  int indent = 2 * cell->indent;
  int width = MAX (1, get_span_width (self, column, cell->column_span) - indent);
  g_auto (GStrv) lines = mou_report_wrap_text (text + indent, width);
  g_autoptr (GStrvBuilder) indented = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("%*s%s", indent, "", lines[i]);

      g_strv_builder_add (indented, line);
    }
  return g_strv_builder_end (indented);
}

static void
append_line_of_row (TextTable *self, guint row, GStrv *cells, guint line)
{
  GString *out = self->writing->out;

  for (guint column = 0; column < self->table->n_columns;)
    {
      const MouReportCell *cell = mou_report_table_get (self->table, row, column);
      int span = cell->covered ? 1 : cell->column_span;
      gboolean has_line = cells[column] != NULL && line < g_strv_length (cells[column]);

      if (column > 0)
        g_string_append (out, GAP);
      append_aligned (out, has_line ? cells[column][line] : "", get_span_width (self, column, span), cell->align);
      column += (guint) span;
    }
  end_line (out);
}

static void
append_row (TextTable *self, guint row)
{
  g_autofree GStrv *cells = g_new0 (GStrv, self->table->n_columns);
  guint n_lines = 1;

  for (guint column = 0; column < self->table->n_columns; column++)
    {
      const MouReportCell *cell = mou_report_table_get (self->table, row, column);

      if (cell->covered)
        continue;
      cells[column] = wrap_cell (self, cell, column);
      n_lines = MAX (n_lines, g_strv_length (cells[column]));
    }
  for (guint line = 0; line < n_lines; line++)
    append_line_of_row (self, row, cells, line);
  for (guint column = 0; column < self->table->n_columns; column++)
    g_strfreev (cells[column]);
}

static void
append_table (TextWriting *writing, const MouReportSection *section, const MouReportTable *table)
{
  g_autofree int *widths = g_new0 (int, table->n_columns);
  TextTable self = { writing, table, widths };
  guint n_head_rows = mou_report_table_count_head_rows (table);

  measure_columns (&self, section);
  append_rule (&self);
  for (guint row = 0; row < table->rows->len; row++)
    {
      MouRowRole role = ((MouReportRow *) table->rows->pdata[row])->role;

      if ((row == n_head_rows && row > 0) || (role == MOU_ROW_TOTAL && row > 0))
        append_rule (&self);
      append_row (&self, row);
    }
  append_rule (&self);
}

static void
append_text (TextWriting *self, const MouReportBlock *block)
{
  gboolean is_centred = block->role == MOU_TEXT_TITLE || block->role == MOU_TEXT_CENTRED;
  int indent = block->role == MOU_TEXT_ITEM || block->role == MOU_TEXT_NOTE ? 2 : 0;
  g_autofree char *text = turn_digits (self, block->text);
  g_auto (GStrv) lines = mou_report_wrap_text (text, LINE_WIDTH - indent);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      append_repeated (self->out, " ", indent);
      append_aligned (self->out, lines[i], LINE_WIDTH - indent, is_centred ? MOU_ALIGN_CENTRE : MOU_ALIGN_LEFT);
      end_line (self->out);
    }
}

static void
append_signature_line (TextWriting *self, const char *left, const char *right)
{
  append_aligned (self->out, left != NULL ? left : "", LINE_WIDTH / 2, MOU_ALIGN_CENTRE);
  append_aligned (self->out, right != NULL ? right : "", LINE_WIDTH / 2, MOU_ALIGN_CENTRE);
  end_line (self->out);
}

static char *
prefix_if_any (const char *prefix, const char *text, const char *suffix)
{
  return text != NULL ? g_strconcat (prefix, text, suffix, NULL) : NULL;
}

static void
append_signature_pair (TextWriting *self, const MouReportSignature *left, const MouReportSignature *right)
{
  static const MouReportSignature nobody = { NULL, NULL, NULL };
  static const char dots[] = "ลงชื่อ ..............................";
  const MouReportSignature *pair[] = { left != NULL ? left : &nobody, right != NULL ? right : &nobody };
  g_autofree char *left_name = prefix_if_any ("(", pair[0]->name, ")");
  g_autofree char *right_name = prefix_if_any ("(", pair[1]->name, ")");
  g_autofree char *left_body = prefix_if_any ("ในนาม", pair[0]->on_behalf_of, "");
  g_autofree char *right_body = prefix_if_any ("ในนาม", pair[1]->on_behalf_of, "");

  g_string_append_c (self->out, '\n');
  append_signature_line (self, left != NULL ? dots : NULL, right != NULL ? dots : NULL);
  append_signature_line (self, left_name, right_name);
  append_signature_line (self, pair[0]->position, pair[1]->position);
  if (left_body != NULL || right_body != NULL)
    append_signature_line (self, left_body, right_body);
}

static void
append_signatures (TextWriting *self, const MouReportBlock *block)
{
  GPtrArray *left = block->signatures[0], *right = block->signatures[1];

  for (guint i = 0; i < MAX (left->len, right->len); i++)
    append_signature_pair (self, i < left->len ? left->pdata[i] : NULL, i < right->len ? right->pdata[i] : NULL);
}

static void
append_block (TextWriting *self, const MouReportSection *section, const MouReportBlock *block)
{
  switch (block->type)
    {
    case MOU_BLOCK_TEXT:
      append_text (self, block);
      break;
    case MOU_BLOCK_TABLE:
      append_table (self, section, block->table);
      break;
    case MOU_BLOCK_SIGNATURES:
      append_signatures (self, block);
      break;
    case MOU_BLOCK_SPACE:
    default:
      g_string_append_c (self->out, '\n');
      break;
    }
}

char *
mou_render_text (const MouReportDocument *document)
{
  TextWriting self = { document, g_string_new (NULL) };

  g_return_val_if_fail (document != NULL, NULL);
  for (guint i = 0; i < document->sections->len; i++)
    {
      const MouReportSection *section = document->sections->pdata[i];

      if (i > 0)
        g_string_append_c (self.out, '\n');
      for (guint j = 0; j < section->blocks->len; j++)
        append_block (&self, section, section->blocks->pdata[j]);
    }
  if (document->seal != NULL)
    g_string_append_printf (self.out, "\n" MOU_REPORT_SEAL_LABEL " %s\n", document->seal);
  if (document->evaluation_seal != NULL)
    g_string_append_printf (self.out, MOU_REPORT_EVALUATION_SEAL_LABEL " %s\n", document->evaluation_seal);
  return g_string_free (self.out, FALSE);
}
