/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ranges to and from the clipboard, filled down, cleared: each is one call of set_cells, so one step of undo, or nothing at all. */

#include "mou-sheet-private.h"
#include "mou-sheet-tsv.h"

#include <glib/gi18n-lib.h>

/* Cells to write; the texts are owned. */
typedef struct
{
  GArray *cells; /* MouSheetCellText */
  GPtrArray *texts;
} Batch;

static void
batch_init (Batch *batch)
{
  batch->cells = g_array_new (FALSE, FALSE, sizeof (MouSheetCellText));
  batch->texts = g_ptr_array_new_with_free_func (g_free);
}

static void
batch_clear (Batch *batch)
{
  g_clear_pointer (&batch->cells, g_array_unref);
  g_clear_pointer (&batch->texts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

static void
batch_add (Batch *batch, guint row, guint column, const char *text)
{
  MouSheetCellText cell = { row, column, g_strdup (text) };

  g_ptr_array_add (batch->texts, (gpointer) cell.text);
  g_array_append_val (batch->cells, cell);
}

/* "1.2 EBITDA, Weight: reason" */
static void
report_cell_problem (MouSheet *self, guint row, guint column, const char *reason)
{
  g_autofree char *label = mou_sheet_model_dup_row_label (self->model, row);
  g_autofree char *message = g_strdup_printf ("%s, %s: %s", label, mou_sheet_model_get_column (self->model, column)->title, reason);

  mou_sheet_report_problem (self, message);
}

static gboolean
batch_write (MouSheet *self, Batch *batch, const char *label)
{
  const MouSheetCellText *cells = (const MouSheetCellText *) (gconstpointer) batch->cells->data;
  g_autoptr (GError) error = NULL;
  guint failed = 0;

  if (batch->cells->len == 0 || mou_sheet_model_set_cells (self->model, cells, batch->cells->len, label, &failed, &error))
    return TRUE;
  failed = MIN (failed, batch->cells->len - 1);
  report_cell_problem (self, cells[failed].row, cells[failed].column, error != NULL ? error->message : _ ("not accepted"));
  return FALSE;
}

static MouSheetTable *
read_selection (MouSheet *self)
{
  MouSheetPosition first, last;
  MouSheetTable *table;

  mou_sheet_get_range (self, &first, &last);
  table = mou_sheet_table_new (last.row - first.row + 1, last.column - first.column + 1);
  for (guint row = 0; row < table->n_rows; row++)
    for (guint column = 0; column < table->n_columns; column++)
      mou_sheet_table_take (table, row, column, mou_sheet_model_dup_edit_text (self->model, first.row + row, first.column + column));
  return table;
}

void
mou_sheet_copy (MouSheet *self)
{
  g_autoptr (MouSheetTable) table = read_selection (self);
  g_autofree char *text = mou_sheet_tsv_write (table);
  char *html = mou_sheet_html_write (table);
  g_autoptr (GBytes) html_bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *both[2];
  g_autoptr (GdkContentProvider) provider = NULL;

  both[0] = gdk_content_provider_new_for_bytes ("text/html", html_bytes);
  both[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  provider = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

/* Clears what can be cleared of the selection; a problem when that is nothing. */
static void
clear_selection (MouSheet *self, const char *label)
{
  g_auto (Batch) batch = { 0 };
  MouSheetPosition first, last;
  gboolean editable = FALSE;

  batch_init (&batch);
  mou_sheet_get_range (self, &first, &last);
  for (guint row = first.row; row <= last.row; row++)
    for (guint column = first.column; column <= last.column; column++)
      {
        g_autofree char *text = NULL;

        if (!mou_sheet_model_is_editable (self->model, row, column))
          continue;
        editable = TRUE;
        text = mou_sheet_model_dup_edit_text (self->model, row, column);
        if (*text != '\0')
          batch_add (&batch, row, column, "");
      }
  if (editable)
    batch_write (self, &batch, label);
  else if (!mou_sheet_report_refusal (self, first.row, first.column))
    mou_sheet_report_problem (self, _ ("None of the selected cells can be changed."));
}

void
mou_sheet_clear (MouSheet *self)
{
  clear_selection (self, _ ("Clear"));
}

void
mou_sheet_cut (MouSheet *self)
{
  mou_sheet_copy (self);
  clear_selection (self, _ ("Cut"));
}

/* Each column's topmost cell into those below it; a single row takes the row above. Cells that cannot be edited are passed over. */
void
mou_sheet_fill_down (MouSheet *self)
{
  g_auto (Batch) batch = { 0 };
  MouSheetPosition first, last;

  batch_init (&batch);
  mou_sheet_get_range (self, &first, &last);
  if (first.row == last.row && first.row > 0)
    first.row--;
  for (guint column = first.column; column <= last.column; column++)
    {
      g_autofree char *text = mou_sheet_model_dup_edit_text (self->model, first.row, column);

      for (guint row = first.row + 1; row <= last.row; row++)
        if (mou_sheet_model_is_editable (self->model, row, column))
          batch_add (&batch, row, column, text);
    }
  if (batch.cells->len > 0)
    batch_write (self, &batch, _ ("Fill Down"));
  else if (!mou_sheet_report_refusal (self, last.row, last.column))
    mou_sheet_report_problem (self, _ ("There is no cell to fill."));
}

/* How far a paste reaches: over the selection when the table fits into it a whole number of times, else the table once. */
static MouSheetPosition
find_paste_end (MouSheet *self, const MouSheetTable *table, MouSheetPosition first, MouSheetPosition last)
{
  guint n_rows = last.row - first.row + 1, n_columns = last.column - first.column + 1;

  if (n_rows % table->n_rows == 0 && n_columns % table->n_columns == 0)
    return last;
  return (MouSheetPosition){ first.row + table->n_rows - 1, first.column + table->n_columns - 1 };
}

static gboolean
check_paste_fits (MouSheet *self, MouSheetPosition first, MouSheetPosition last)
{
  g_autofree char *message = NULL;

  if (last.row < self->layout.n_rows && last.column < self->layout.n_columns)
    return TRUE;
  message = g_strdup_printf (_ ("What was copied is %u × %u cells and does not fit: from here the sheet has %u × %u. Nothing was pasted."),
                             last.row - first.row + 1, last.column - first.column + 1, self->layout.n_rows - first.row,
                             self->layout.n_columns - first.column);
  mou_sheet_report_problem (self, message);
  return FALSE;
}

/* Adds one cell of a paste; FALSE when it would change what cannot be edited. */
static gboolean
add_pasted_cell (MouSheet *self, Batch *batch, guint row, guint column, const char *text)
{
  g_autofree char *before = mou_sheet_model_dup_edit_text (self->model, row, column);

  if (text == NULL || g_str_equal (before, text))
    return TRUE;
  if (!mou_sheet_model_is_editable (self->model, row, column))
    {
      if (!mou_sheet_report_refusal (self, row, column))
        report_cell_problem (self, row, column, _ ("this cell cannot be edited. Nothing was pasted."));
      return FALSE;
    }
  batch_add (batch, row, column, text);
  return TRUE;
}

static gboolean
add_paste (MouSheet *self, Batch *batch, const MouSheetTable *table, MouSheetPosition first, MouSheetPosition last)
{
  for (guint row = first.row; row <= last.row; row++)
    for (guint column = first.column; column <= last.column; column++)
      {
        const char *text = mou_sheet_table_get (table, (row - first.row) % table->n_rows, (column - first.column) % table->n_columns);

        if (!add_pasted_cell (self, batch, row, column, text))
          return FALSE;
      }
  return TRUE;
}

void
mou_sheet_paste_text (MouSheet *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouSheetTable) table = mou_sheet_tsv_parse (text, &error);
  g_auto (Batch) batch = { 0 };
  MouSheetPosition first, last;

  if (table == NULL)
    {
      mou_sheet_report_problem (self, error->message);
      return;
    }
  if (!mou_sheet_has_cells (self))
    return;
  batch_init (&batch);
  mou_sheet_get_range (self, &first, &last);
  last = find_paste_end (self, table, first, last);
  if (check_paste_fits (self, first, last) && add_paste (self, &batch, table, first, last) && batch_write (self, &batch, _ ("Paste")))
    mou_sheet_select (self, first.row, first.column, last.row, last.column);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MouSheet) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->model == NULL || self->editor.open)
    return;
  mou_sheet_paste_text (self, text != NULL ? text : "");
}

void
mou_sheet_paste (MouSheet *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb, g_object_ref (self));
}
