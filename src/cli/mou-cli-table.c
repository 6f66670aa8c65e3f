/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells in one array, row after row; widths are taken when the table is written. */

#include "mou-cli-table.h"

#include "mou-thai.h"

#include <string.h>

#define GAP 2
#define ELLIPSIS "…"

typedef struct
{
  char *title;
  MouCliAlign align;
  int limit;
} Column;

struct _MouCliTable
{
  GArray *columns; /* Column */
  GPtrArray *cells;
};

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->title);
}

MouCliTable *
mou_cli_table_new (void)
{
  MouCliTable *self = g_new0 (MouCliTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
mou_cli_table_free (MouCliTable *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
mou_cli_table_add_column (MouCliTable *self, const char *title, MouCliAlign align, int limit)
{
  Column column = { g_strdup (title), align, limit };

  g_return_if_fail (self->cells->len == 0);

  g_array_append_val (self->columns, column);
}

char *
mou_cli_table_shorten (const char *text, int width)
{
  const char *end = text;
  int used = 0;

  if (mou_thai_text_width (text) <= width)
    return g_strdup (text);

  while (*end != '\0')
    {
      g_autofree char *letter = g_strndup (end, (gsize) (g_utf8_next_char (end) - end));

      used += mou_thai_text_width (letter);
      if (used > width - 1)
        break;
      end = g_utf8_next_char (end);
    }

  return g_strdup_printf ("%.*s" ELLIPSIS, (int) (end - text), text);
}

void
mou_cli_table_add (MouCliTable *self, const char *text)
{
  const Column *column = &g_array_index (self->columns, Column, self->cells->len % self->columns->len);
  g_autofree char *line = g_strdup (text != NULL ? text : "");

  g_strdelimit (line, "\n\r\t", ' ');
  g_ptr_array_add (self->cells, column->limit > 0 ? mou_cli_table_shorten (line, column->limit) : g_steal_pointer (&line));
}

void
mou_cli_table_add_formatted (MouCliTable *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mou_cli_table_add (self, text);
}

static int
measure_column (MouCliTable *self, guint index)
{
  int width = mou_thai_text_width (g_array_index (self->columns, Column, index).title);

  for (guint i = index; i < self->cells->len; i += self->columns->len)
    width = MAX (width, mou_thai_text_width (self->cells->pdata[i]));

  return width;
}

static void
append_repeated (GString *out, const char *text, int count)
{
  for (int i = 0; i < count; i++)
    g_string_append (out, text);
}

static void
append_cell (GString *out, const char *text, const Column *column, int width, gboolean is_last)
{
  int blank = width - mou_thai_text_width (text);

  if (column->align == MOU_CLI_RIGHT)
    append_repeated (out, " ", blank);
  g_string_append (out, text);
  if (column->align == MOU_CLI_LEFT && !is_last)
    append_repeated (out, " ", blank);
  if (!is_last)
    append_repeated (out, " ", GAP);
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_titles (GString *out, GArray *columns, const int *widths)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      append_cell (out, column->title, column, widths[i], i + 1 == columns->len);
    }
  end_line (out);
  for (guint i = 0; i < columns->len; i++)
    {
      append_repeated (out, "─", widths[i]);
      append_repeated (out, " ", GAP);
    }
  end_line (out);
}

char *
mou_cli_table_to_text (MouCliTable *self)
{
  GString *out = g_string_new (NULL);
  guint n_columns = self->columns->len;
  g_autofree int *widths = g_new (int, n_columns);

  for (guint i = 0; i < n_columns; i++)
    widths[i] = measure_column (self, i);

  append_titles (out, self->columns, widths);
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % n_columns;

      append_cell (out, self->cells->pdata[i], &g_array_index (self->columns, Column, column), widths[column], column + 1 == n_columns);
      if (column + 1 == n_columns)
        end_line (out);
    }

  return g_string_free (out, FALSE);
}
