/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass over the text; the fields are collected flat with the length of each line, and made rectangular at the end. */

#include "mou-sheet-tsv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAXIMUM_SIZE ((gsize) 16 * 1024 * 1024)
#define MAXIMUM_CELLS 1000000u

typedef struct
{
  const char *at;
  gboolean unclosed; /* a quote without a partner was met: no later quote has one either */
  GPtrArray *fields; /* owned texts */
  GArray *lengths;   /* guint: fields of each line */
  guint n_columns;
} TsvReader;

MouSheetTable *
mou_sheet_table_new (guint n_rows, guint n_columns)
{
  MouSheetTable *self = g_new0 (MouSheetTable, 1);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->cells = g_new0 (char *, (gsize) n_rows *n_columns + 1);
  return self;
}

void
mou_sheet_table_free (MouSheetTable *self)
{
  for (gsize i = 0; i < (gsize) self->n_rows * self->n_columns; i++)
    g_free (self->cells[i]);
  g_free (self->cells);
  g_free (self);
}

const char *
mou_sheet_table_get (const MouSheetTable *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, NULL);

  return self->cells[(gsize) row * self->n_columns + column];
}

void
mou_sheet_table_take (MouSheetTable *self, guint row, guint column, char *text)
{
  char **cell;

  g_return_if_fail (row < self->n_rows && column < self->n_columns);

  cell = &self->cells[(gsize) row * self->n_columns + column];
  g_free (*cell);
  *cell = text;
}

static gboolean
ends_field (char character)
{
  return character == '\0' || character == '\t' || character == '\n' || character == '\r';
}

/* The text of a quoted field at `at`, which is moved behind it; NULL when the quote is never closed. */
static char *
read_quoted (const char **at)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = *at + 1; *p != '\0'; p++)
    {
      if (*p == '"' && p[1] == '"')
        p++;
      else if (*p == '"' && ends_field (p[1]))
        {
          *at = p + 1;
          return g_string_free (g_steal_pointer (&text), FALSE);
        }
      g_string_append_c (text, *p);
    }
  return NULL;
}

static char *
read_field (TsvReader *reader)
{
  const char *start = reader->at;

  if (*start == '"' && !reader->unclosed)
    {
      char *text = read_quoted (&reader->at);

      if (text != NULL)
        return text;
      reader->unclosed = TRUE;
    }
  while (!ends_field (*reader->at))
    reader->at++;
  return g_strndup (start, (gsize) (reader->at - start));
}

static void
read_line (TsvReader *reader)
{
  guint length = 0;

  for (;;)
    {
      g_ptr_array_add (reader->fields, read_field (reader));
      length++;
      if (*reader->at != '\t')
        break;
      reader->at++;
    }
  if (*reader->at == '\r')
    reader->at++;
  if (*reader->at == '\n')
    reader->at++;
  g_array_append_val (reader->lengths, length);
  reader->n_columns = MAX (reader->n_columns, length);
}

static gboolean
is_too_large (const TsvReader *reader)
{
  return reader->fields->len > MAXIMUM_CELLS || (guint64) reader->lengths->len * reader->n_columns > MAXIMUM_CELLS;
}

/* Takes the texts out of `fields`. */
static MouSheetTable *
create_table (TsvReader *reader)
{
  MouSheetTable *table = mou_sheet_table_new (reader->lengths->len, reader->n_columns);
  guint next = 0;

  for (guint row = 0; row < table->n_rows; row++)
    for (guint column = 0; column < g_array_index (reader->lengths, guint, row); column++, next++)
      mou_sheet_table_take (table, row, column, g_steal_pointer (&g_ptr_array_index (reader->fields, next)));
  return table;
}

static gboolean
check_text (const char *text, GError **error)
{
  if (*text == '\0')
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The clipboard holds no text."));
  else if (strlen (text) > MAXIMUM_SIZE)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The clipboard holds more than 16 MiB of text."));
  else if (!g_utf8_validate (text, -1, NULL))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The text on the clipboard is not UTF-8."));
  else
    return TRUE;
  return FALSE;
}

MouSheetTable *
mou_sheet_tsv_parse (const char *text, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  TsvReader reader = { .at = text, .fields = fields, .lengths = lengths };

  g_return_val_if_fail (text != NULL, NULL);

  if (!check_text (text, error))
    return NULL;
  while (*reader.at != '\0')
    {
      read_line (&reader);
      if (is_too_large (&reader))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The clipboard holds more than a million cells."));
          return NULL;
        }
    }
  return create_table (&reader);
}

static void
append_field (GString *text, const char *field)
{
  if (strpbrk (field, "\t\n\r\"") == NULL)
    {
      g_string_append (text, field);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

char *
mou_sheet_tsv_write (const MouSheetTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint row = 0; row < table->n_rows; row++)
    for (guint column = 0; column < table->n_columns; column++)
      {
        const char *cell = mou_sheet_table_get (table, row, column);

        append_field (text, cell != NULL ? cell : "");
        g_string_append_c (text, column + 1 < table->n_columns ? '\t' : '\n');
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_html_cell (GString *html, const char *cell)
{
  g_autofree char *escaped = g_markup_escape_text (cell, -1);

  g_string_append (html, "<td>");
  g_string_append (html, escaped);
  g_string_append (html, "</td>");
}

char *
mou_sheet_html_write (const MouSheetTable *table)
{
  g_autoptr (GString) html = g_string_new ("<html><head><meta charset=\"utf-8\"></head><body><table>\n");

  for (guint row = 0; row < table->n_rows; row++)
    {
      g_string_append (html, "<tr>");
      for (guint column = 0; column < table->n_columns; column++)
        {
          const char *cell = mou_sheet_table_get (table, row, column);

          append_html_cell (html, cell != NULL ? cell : "");
        }
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</table></body></html>\n");
  return g_string_free (g_steal_pointer (&html), FALSE);
}
