/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets from rows, kind by kind, parents first: rows stand by their parent's place in its sheet, then in the order of their
 * keys where these are numbers, days or structure, else as their author put them. So equal content gives equal bytes. */

#include "mou-workbook.h"

#include "mou-exchange-error.h"
#include "mou-fiscal-year.h"
#include "mou-grid-value.h"
#include "mou-workbook-format.h"
#include "mou-xlsx-text.h"
#include "mou-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH_NUMBER 14
#define WIDTH_WORD 22
#define WIDTH_NAME 44
#define WIDTH_TEXT 60
#define NAME_FIELD "name"

typedef struct
{
  MouRegister *rows;
  MouXlsxWriter *out;
  GPtrArray *sheets[MOU_N_ENTITIES]; /* MouRow, in the order of the sheet */
  GHashTable *places;                /* row → its place in its sheet, from 1 */
} Book;

/* Which rows, in which order */

typedef struct
{
  MouRow *row;
  gint64 number; /* of its key, or the place of what it refers to */
  const char *day;
} Entry;

static gint64
get_place (const Book *self, gint64 id)
{
  return (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (self->places, mou_register_lookup (self->rows, id)));
}

static Entry
make_entry (const Book *self, MouRow *row)
{
  Entry entry = { row, 0, "" };
  int key = mou_field_find_key (row->entity);

  if (key < 0)
    return entry;

  switch (mou_field_get (row->entity, key)->type)
    {
    case MOU_FIELD_INTEGER:
    case MOU_FIELD_YEAR:
      entry.number = mou_row_get_integer (row, key, 0);
      break;
    case MOU_FIELD_REFERENCE:
      if (mou_field_get (row->entity, key)->flags & MOU_FIELD_HIDDEN)
        entry.number = get_place (self, mou_row_get_reference (row, key));
      break;
    case MOU_FIELD_DATE:
      entry.day = mou_row_get (row, key);
      break;
    case MOU_FIELD_TEXT:
    case MOU_FIELD_LONG_TEXT:
    case MOU_FIELD_DECIMAL:
    case MOU_FIELD_BOOLEAN:
    case MOU_FIELD_CHOICE:
    case MOU_FIELD_HISTORY:
    default:
      break;
    }

  return entry;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  if (left->number != right->number)
    return left->number < right->number ? -1 : 1;

  return strcmp (left->day, right->day);
}

static void
add_row (Book *self, MouRow *row)
{
  GPtrArray *sheet = self->sheets[row->entity];

  g_ptr_array_add (sheet, row);
  g_hash_table_insert (self->places, row, GSIZE_TO_POINTER (sheet->len));
}

static void
add_siblings (Book *self, GPtrArray *siblings)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < siblings->len; i++)
    {
      const Entry entry = make_entry (self, siblings->pdata[i]);

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    add_row (self, g_array_index (entries, Entry, i).row);
}

static void
add_indicators (Book *self, gint64 agreement, gint64 group)
{
  g_autoptr (GPtrArray) members = mou_register_list_group (self->rows, agreement, group);

  for (guint i = 0; i < members->len; i++)
    {
      add_row (self, members->pdata[i]);
      add_indicators (self, agreement, ((MouRow *) members->pdata[i])->id);
    }
}

static void
open_book (Book *self, MouRegister *rows, gint64 agreement)
{
  MouRow *row = mou_register_lookup (rows, agreement);

  self->rows = rows;
  self->places = g_hash_table_new (NULL, NULL);
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    self->sheets[entity] = g_ptr_array_new ();

  add_row (self, mou_register_lookup (rows, row->parent));
  add_row (self, row);
  add_indicators (self, agreement, 0);
  for (MouEntity entity = MOU_ENTITY_AGREEMENT + 1; entity < MOU_N_ENTITIES; entity++)
    {
      GPtrArray *parents = self->sheets[mou_entity_get_info (entity)->parent];

      for (guint i = 0; entity != MOU_ENTITY_INDICATOR && i < parents->len; i++)
        add_siblings (self, mou_register_get_children (rows, ((MouRow *) parents->pdata[i])->id, entity));
    }
}

static void
close_book (Book *self)
{
  g_hash_table_unref (self->places);
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    g_ptr_array_unref (self->sheets[entity]);
}

/* What a cell says */

static guint
get_number (const Book *self, MouRow *row)
{
  guint position = 0;

  g_ptr_array_find (mou_register_get_children (self->rows, row->parent, row->entity), row, &position);

  return position + 1;
}

/* What people call the row among its siblings. */
static char *
dup_name (const Book *self, MouRow *row)
{
  int key = mou_field_find_key (row->entity);

  if (key < 0)
    return g_strdup_printf ("%u", get_number (self, row));
  if (mou_field_get (row->entity, key)->type == MOU_FIELD_REFERENCE)
    return dup_name (self, mou_register_lookup (self->rows, mou_row_get_reference (row, key)));

  return g_strdup (mou_row_get (row, key));
}

static char *
dup_value (const Book *self, const MouRow *row, int index)
{
  const MouField *field = mou_field_get (row->entity, index);
  const char *value = mou_row_get (row, index);

  if (value == NULL)
    return NULL;
  if (field->type == MOU_FIELD_REFERENCE)
    return dup_name (self, mou_register_lookup (self->rows, mou_row_get_reference (row, index)));
  if (field->type == MOU_FIELD_CHOICE)
    return mou_grid_write_choice (field, value);

  return g_strdup (value);
}

static MouRow *
find_ancestor (const Book *self, MouRow *row, MouEntity entity)
{
  while (row->entity != entity)
    row = mou_register_lookup (self->rows, row->parent);

  return row;
}

static char *
dup_cell (const Book *self, MouRow *row, const MouColumn *column)
{
  if (column->role == MOU_COLUMN_FIELD)
    return dup_value (self, row, column->field);

  return dup_name (self, find_ancestor (self, row, column->entity));
}

/* How it looks */

static gboolean
is_number (const MouColumn *column)
{
  MouFieldType type;

  if (column->role == MOU_COLUMN_NUMBER)
    return TRUE;
  type = mou_field_get (column->entity, column->field)->type;

  return type == MOU_FIELD_DECIMAL || type == MOU_FIELD_INTEGER || type == MOU_FIELD_YEAR || type == MOU_FIELD_HISTORY
         || type == MOU_FIELD_BOOLEAN;
}

static int
get_width (const MouColumn *column)
{
  const MouField *field = column->field >= 0 ? mou_field_get (column->entity, column->field) : NULL;

  if (is_number (column) || field == NULL || field->type == MOU_FIELD_REFERENCE || field->type == MOU_FIELD_DATE)
    return WIDTH_NUMBER;
  if (field->type == MOU_FIELD_LONG_TEXT)
    return WIDTH_TEXT;
  if (column->role == MOU_COLUMN_FIELD && strcmp (field->key, NAME_FIELD) == 0)
    return WIDTH_NAME;

  return WIDTH_WORD;
}

static void
write_cell (const Book *self, guint row, guint column, const MouColumn *kind, const char *text)
{
  gboolean number = is_number (kind);
  double value;

  if (text == NULL)
    return;
  if (number && mou_grid_number_keeps (text, &value))
    mou_xlsx_writer_put_number (self->out, row, column, value);
  else
    mou_xlsx_writer_put_text (self->out, row, column, text, number ? MOU_XLSX_LOOK_NUMBER : MOU_XLSX_LOOK_TEXT);
}

static void
add_choices (const Book *self, guint column, const MouField *field)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; field->choices[i] != NULL; i++)
    g_ptr_array_add (choices, mou_grid_write_choice (field, field->choices[i]));
  g_ptr_array_add (choices, NULL);
  if (!mou_xlsx_writer_add_choices (self->out, MOU_WORKBOOK_FIRST_ROW, column, (const char *const *) choices->pdata))
    mou_xlsx_writer_add_choices (self->out, MOU_WORKBOOK_FIRST_ROW, column, field->choices);
}

static void
write_column_head (const Book *self, MouEntity sheet, guint index, const MouColumn *column)
{
  g_autofree char *key = mou_column_dup_key (sheet, column);
  g_autofree char *heading = mou_column_dup_heading (column);

  mou_xlsx_writer_set_column (self->out, index, get_width (column), is_number (column) ? MOU_XLSX_LOOK_NUMBER : MOU_XLSX_LOOK_TEXT);
  mou_xlsx_writer_put_text (self->out, MOU_WORKBOOK_KEY_ROW, index, key, MOU_XLSX_LOOK_KEY);
  mou_xlsx_writer_put_text (self->out, MOU_WORKBOOK_HEADING_ROW, index, heading, MOU_XLSX_LOOK_HEADING);
  if (column->role == MOU_COLUMN_FIELD && mou_field_get (column->entity, column->field)->type == MOU_FIELD_CHOICE)
    add_choices (self, index, mou_field_get (column->entity, column->field));
}

/* The columns that name the row stay in view. */
static guint
count_frozen (MouEntity sheet, GArray *columns)
{
  guint count = 0;

  while (count < columns->len && g_array_index (columns, MouColumn, count).role != MOU_COLUMN_FIELD)
    count++;

  return count + (mou_field_find_key (sheet) >= 0 ? 1 : 0);
}

static void
write_sheet (const Book *self, MouEntity entity)
{
  g_autoptr (GArray) columns = mou_workbook_list_columns (entity);
  GPtrArray *rows = self->sheets[entity];

  mou_xlsx_writer_add_sheet (self->out, _ (mou_entity_get_info (entity)->label));
  for (guint i = 0; i < columns->len; i++)
    write_column_head (self, entity, i, &g_array_index (columns, MouColumn, i));
  mou_xlsx_writer_set_heading (self->out, columns->len, rows->len, count_frozen (entity, columns));

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < columns->len; j++)
      {
        const MouColumn *column = &g_array_index (columns, MouColumn, j);
        g_autofree char *text = dup_cell (self, rows->pdata[i], column);

        write_cell (self, MOU_WORKBOOK_FIRST_ROW + i, j, column, text);
      }
}

static void
fill_cb (MouXlsxWriter *out, gpointer data)
{
  Book *self = data;

  self->out = out;
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    if (mou_workbook_has_sheet (entity))
      write_sheet (self, entity);
}

static gboolean
fits_cell (const char *text)
{
  g_autofree char *cell = mou_xlsx_text_for_cell (text);

  return mou_xlsx_text_count_units (cell) == mou_xlsx_text_count_units (text);
}

/* A workbook would cut what is longer than a cell, and importing it would then lose the rest. */
static gboolean
check_row (const Book *self, MouRow *row, GError **error)
{
  g_autofree char *name = NULL;

  for (guint i = 0; i < row->n_values; i++)
    if (row->values[i] != NULL && !fits_cell (row->values[i]))
      {
        name = dup_name (self, row);
        g_set_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED,
                     _ ("%s %s, %s: the text is longer than the %d characters that a cell holds; export it as JSON"),
                     _ (mou_entity_get_info (row->entity)->label), name, _ (mou_field_get (row->entity, (int) i)->label),
                     MOU_XLSX_CELL_UNITS_MAX);
        return FALSE;
      }

  return TRUE;
}

static gboolean
check_lengths (const Book *self, GError **error)
{
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    for (guint i = 0; i < self->sheets[entity]->len; i++)
      if (mou_workbook_has_sheet (entity) && !check_row (self, self->sheets[entity]->pdata[i], error))
        return FALSE;

  return TRUE;
}

/* The first day of the fiscal year: of the content, not of the clock. */
static gint64
get_creation_time (const Book *self)
{
  const MouRow *organisation = self->sheets[MOU_ENTITY_ORGANISATION]->pdata[0];
  const MouRow *agreement = self->sheets[MOU_ENTITY_AGREEMENT]->pdata[0];
  g_autofree char *day = mou_fiscal_year_first_day ((int) mou_row_get_integer (agreement, MOU_AGREEMENT_FISCAL_YEAR, 0),
                                                    (int) mou_row_get_integer (organisation, MOU_ORGANISATION_FISCAL_YEAR_START_MONTH, 1));
  g_autofree char *moment = g_strconcat (day, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, NULL);

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static gboolean
adopt_error (GError *cause, GError **error)
{
  g_set_error_literal (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_SYSTEM, cause->message);
  g_error_free (cause);

  return FALSE;
}

static gboolean
write_book (Book *self, const char *path, GError **error)
{
  const MouRow *agreement = self->sheets[MOU_ENTITY_AGREEMENT]->pdata[0];
  GError *cause = NULL;

  if (!check_lengths (self, error))
    return FALSE;
  if (!mou_xlsx_write (path, mou_row_get (agreement, MOU_AGREEMENT_TITLE), get_creation_time (self), fill_cb, self, &cause))
    return adopt_error (cause, error);

  return TRUE;
}

gboolean
mou_workbook_write (MouRegister *rows, gint64 agreement, const char *path, GError **error)
{
  Book book = { NULL };
  const MouRow *row;
  gboolean done;

  g_return_val_if_fail (rows != NULL && path != NULL, FALSE);
  row = mou_register_lookup (rows, agreement);
  g_return_val_if_fail (row != NULL && row->entity == MOU_ENTITY_AGREEMENT, FALSE);

  open_book (&book, rows, agreement);
  done = write_book (&book, path, error);
  close_book (&book);

  return done;
}
