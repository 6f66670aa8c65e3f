/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-verify: see the header. */
#include "mou-xlsx-verify-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* libxlsxwriter prints 16 significant digits. */
#define RELATIVE_TOLERANCE 1e-15

typedef struct
{
  const SentSheet *sheet;
  guint n_cells, n_merged;
} Comparison;

static void
sent_cell_free (gpointer data)
{
  SentCell *cell = data;

  g_free (cell->text);
  g_free (cell->formula);
  g_free (cell);
}

static void
sent_sheet_free (gpointer data)
{
  SentSheet *sheet = data;

  g_hash_table_unref (sheet->cells);
  g_free (sheet->name);
  g_free (sheet);
}

MouXlsxManifest *
mou_xlsx_manifest_new (void)
{
  MouXlsxManifest *self = g_new0 (MouXlsxManifest, 1);

  self->sheets = g_ptr_array_new_with_free_func (sent_sheet_free);
  return self;
}

void
mou_xlsx_manifest_free (MouXlsxManifest *self)
{
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

void
mou_xlsx_manifest_add_sheet (MouXlsxManifest *self, const char *name)
{
  SentSheet *sheet;

  g_return_if_fail (self != NULL && name != NULL);
  sheet = g_new0 (SentSheet, 1);
  sheet->name = g_strdup (name);
  sheet->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, sent_cell_free);
  g_ptr_array_add (self->sheets, sheet);
}

gint64
_mou_xlsx_make_key (guint row, guint column)
{
  return (gint64) row * MOU_XLSX_COLUMNS_MAX + column;
}

static SentSheet *
get_current_sheet (MouXlsxManifest *self)
{
  g_assert (self->sheets->len > 0);
  return self->sheets->pdata[self->sheets->len - 1];
}

static void
add_cell (MouXlsxManifest *self, guint row, guint column, SentCell *cell)
{
  gint64 *key = g_new (gint64, 1);

  *key = _mou_xlsx_make_key (row, column);
  g_hash_table_insert (get_current_sheet (self)->cells, key, cell);
}

void
mou_xlsx_manifest_add_text (MouXlsxManifest *self, guint row, guint column, const char *text, const char *formula)
{
  SentCell *cell;

  g_return_if_fail (self != NULL && text != NULL);
  cell = g_new0 (SentCell, 1);
  cell->text = g_strdup (text);
  cell->formula = g_strdup (formula);
  add_cell (self, row, column, cell);
}

void
mou_xlsx_manifest_add_number (MouXlsxManifest *self, guint row, guint column, double number, const char *formula)
{
  SentCell *cell;

  g_return_if_fail (self != NULL);
  cell = g_new0 (SentCell, 1);
  cell->is_number = TRUE;
  cell->number = number;
  cell->formula = g_strdup (formula);
  add_cell (self, row, column, cell);
}

void
mou_xlsx_manifest_add_merged (MouXlsxManifest *self)
{
  g_return_if_fail (self != NULL);
  get_current_sheet (self)->n_merged++;
}

static gboolean
has_same_value (const SentCell *sent, const MouXlsxCell *found)
{
  if (sent->is_number)
    return found->type == MOU_XLSX_CELL_NUMBER && fabs (sent->number - found->number) <= RELATIVE_TOLERANCE * fabs (sent->number);
  return found->type == MOU_XLSX_CELL_TEXT && strcmp (sent->text, found->text) == 0;
}

static gboolean
differ (GError **error, const char *sheet, const char *what)
{
  g_set_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_REFUSED, _ ("sheet “%s”: %s"), sheet, what);
  return FALSE;
}

static gboolean
compare_cell_cb (const MouXlsxCell *found, gpointer data, GError **error)
{
  Comparison *comparison = data;
  gint64 key = _mou_xlsx_make_key (found->row, found->column);
  const SentCell *sent = g_hash_table_lookup (comparison->sheet->cells, &key);
  g_autofree char *place = NULL;

  comparison->n_cells++;
  if (sent != NULL && has_same_value (sent, found) && g_strcmp0 (sent->formula, found->formula) == 0)
    return TRUE;
  place = g_strdup_printf (_ ("the cell in row %u, column %u is not what was written"), found->row + 1, found->column + 1);
  return differ (error, comparison->sheet->name, place);
}

static gboolean
count_merged_cb (const char *range, gpointer data, GError **error)
{
  Comparison *comparison = data;

  comparison->n_merged++;
  return TRUE;
}

static gboolean
compare_sheet (MouXlsxReader *reader, guint index, const SentSheet *sheet, GError **error)
{
  static const MouXlsxVisitor visitor = { compare_cell_cb, count_merged_cb };
  Comparison comparison = { .sheet = sheet };

  if (strcmp (mou_xlsx_reader_get_sheet_name (reader, index), sheet->name) != 0)
    return differ (error, sheet->name, _ ("it has another name"));
  if (!mou_xlsx_reader_read_sheet (reader, index, &visitor, &comparison, error))
    return FALSE;
  if (comparison.n_cells != g_hash_table_size (sheet->cells))
    return differ (error, sheet->name, _ ("cells are missing"));
  if (comparison.n_merged != sheet->n_merged)
    return differ (error, sheet->name, _ ("merged cells are missing"));
  return TRUE;
}

gboolean
mou_xlsx_manifest_verify (MouXlsxManifest *self, const char *path, GError **error)
{
  g_autoptr (MouXlsxReader) reader = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  reader = mou_xlsx_reader_open (path, error);
  if (reader == NULL || !mou_xlsx_reader_check_other_parts (reader, error))
    return FALSE;
  if (mou_xlsx_reader_get_n_sheets (reader) != self->sheets->len)
    return differ (error, path, _ ("sheets are missing"));
  for (guint i = 0; i < self->sheets->len; i++)
    if (!compare_sheet (reader, i, self->sheets->pdata[i], error))
      return FALSE;
  return TRUE;
}
