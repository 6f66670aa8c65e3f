/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records from text, by RFC 4180 and what spreadsheets make of it. */

#include "mou-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMULA_STARTS "=+-@\t\r\n"
#define LINES_SNIFFED 20
#define DECLARATION "sep=" /* how Excel is told the separator */

static const char *const separators[] = { ",", ";", "\t" };

typedef struct
{
  const char *at;
  char separator;
  guint line; /* from 1 */
  guint row, column;
  guint n_cells;
  MouGrid *grid;
  GString *cell;
} Parser;

static gboolean
refuse (const Parser *self, guint line, GError **error, const char *reason)
{
  g_set_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED, _ ("line %u: %s"), line, reason);

  return FALSE;
}

/* Outside quotes, in the first records: a title may stand above the table. */
static guint
count_separator (const char *text, char separator)
{
  gboolean quoted = FALSE;
  guint count = 0, n_lines = 0;

  for (const char *p = text; *p != '\0' && n_lines < LINES_SNIFFED; p++)
    if (*p == '"')
      quoted = !quoted;
    else if (!quoted)
      {
        count += *p == separator;
        n_lines += *p == '\n' || (*p == '\r' && p[1] != '\n');
      }

  return count;
}

static const char *
sniff_separator (const char *text)
{
  const char *best = separators[0];

  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (count_separator (text, *separators[i]) > count_separator (text, *best))
      best = separators[i];

  return best;
}

/* Behind the line break that stands here. */
static void
skip_break (Parser *self)
{
  if (self->at[0] == '\r' && self->at[1] == '\n')
    self->at++;
  self->at++;
  self->line++;
}

/* The separator may be declared on a line of its own. */
static const char *
find_separator (Parser *self)
{
  const char *declared = self->at + strlen (DECLARATION);

  if (!g_str_has_prefix (self->at, DECLARATION))
    return sniff_separator (self->at);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (*declared == *separators[i] && (declared[1] == '\r' || declared[1] == '\n'))
      {
        self->at = declared + 1;
        skip_break (self);
        return separators[i];
      }

  return sniff_separator (self->at);
}

static gboolean
keep_cell (Parser *self, GError **error)
{
  const char *text = self->cell->str;
  const char *start = text + strspn (text, "'");
  MouGridCell cell = { .column = self->column, .type = MOU_GRID_TEXT };

  if (self->cell->len > MOU_CSV_CELL_BYTES_MAX)
    return refuse (self, self->line, error, _ ("a field is too long"));
  if (self->column >= MOU_CSV_COLUMNS_MAX || self->n_cells >= MOU_CSV_CELLS_MAX)
    return refuse (self, self->line, error, _ ("there are too many fields"));

  cell.text = start > text && *start != '\0' && strchr (FORMULA_STARTS, *start) != NULL ? text + 1 : text;
  if (*cell.text != '\0')
    mou_grid_add (self->grid, self->row, &cell);
  self->n_cells++;
  self->column++;

  return TRUE;
}

static gboolean
read_quoted (Parser *self, GError **error)
{
  guint first_line = self->line;

  for (self->at++;; self->at++)
    {
      if (*self->at == '\0')
        return refuse (self, first_line, error, _ ("the quotation mark is never closed"));
      if (*self->at == '"' && self->at[1] != '"')
        break;
      if (*self->at == '"')
        self->at++;
      self->line += *self->at == '\n' || (*self->at == '\r' && self->at[1] != '\n');
      g_string_append_c (self->cell, *self->at);
    }
  self->at++;
  if (*self->at != '\0' && *self->at != self->separator && *self->at != '\r' && *self->at != '\n')
    return refuse (self, self->line, error, _ ("text stands behind a closing quotation mark"));

  return TRUE;
}

static gboolean
read_field (Parser *self, GError **error)
{
  g_string_truncate (self->cell, 0);
  if (*self->at == '"')
    return read_quoted (self, error) && keep_cell (self, error);

  while (*self->at != '\0' && *self->at != self->separator && *self->at != '\r' && *self->at != '\n')
    g_string_append_c (self->cell, *self->at++);

  return keep_cell (self, error);
}

static gboolean
read_record (Parser *self, GError **error)
{
  g_array_append_val (self->grid->lines, self->line);
  self->column = 0;
  while (read_field (self, error))
    {
      if (*self->at == self->separator)
        {
          self->at++;
          continue;
        }
      if (*self->at != '\0')
        skip_break (self);
      self->row++;
      return TRUE;
    }

  return FALSE;
}

MouGrid *
mou_csv_parse (const char *bytes, gsize length, MouCsvDialect *dialect, GError **error)
{
  MouCsvDialect found = { NULL, NULL };
  g_autofree char *text = NULL;
  g_autoptr (MouGrid) grid = NULL;
  g_autoptr (GString) cell = NULL;
  Parser parser = { .line = 1 };

  g_return_val_if_fail (bytes != NULL, NULL);

  text = mou_csv_decode (bytes, length, &found.encoding, error);
  if (text == NULL)
    return NULL;

  grid = mou_grid_new (NULL);
  cell = g_string_new (NULL);
  parser.at = text;
  parser.grid = grid;
  parser.cell = cell;
  found.separator = find_separator (&parser);
  parser.separator = *found.separator;
  while (*parser.at != '\0')
    if (!read_record (&parser, error))
      return NULL;
  if (dialect != NULL)
    *dialect = found;

  return g_steal_pointer (&grid);
}
