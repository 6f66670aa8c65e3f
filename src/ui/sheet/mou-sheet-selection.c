/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cursor, the rectangle between it and its opposite corner, and the keyboard focus that follows the cursor. */

#include "mou-sheet-private.h"

gboolean
mou_sheet_has_focus_within (MouSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

void
mou_sheet_focus_cursor (MouSheet *self)
{
  MouSheetCell *cell;

  if (self->editor.open)
    {
      gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->editor.entry));
      return;
    }
  cell = mou_sheet_peek_cell (self, self->cursor);
  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

void
mou_sheet_reveal (MouSheet *self, MouSheetPosition position)
{
  int x, y;

  self->reveal_later = self->layout.width == 0;
  if (self->reveal_later || position.row >= self->layout.n_rows || position.column >= self->layout.n_columns)
    return;
  x = mou_sheet_layout_reveal_column (&self->layout, position.column, mou_sheet_get_scroll (self, GTK_ORIENTATION_HORIZONTAL));
  y = mou_sheet_layout_reveal_row (&self->layout, position.row, mou_sheet_get_scroll (self, GTK_ORIENTATION_VERTICAL));
  mou_sheet_set_scroll (self, GTK_ORIENTATION_HORIZONTAL, x);
  mou_sheet_set_scroll (self, GTK_ORIENTATION_VERTICAL, y);
}

void
mou_sheet_get_range (MouSheet *self, MouSheetPosition *first, MouSheetPosition *last)
{
  first->row = MIN (self->cursor.row, self->extent.row);
  first->column = MIN (self->cursor.column, self->extent.column);
  last->row = MAX (self->cursor.row, self->extent.row);
  last->column = MAX (self->cursor.column, self->extent.column);
}

gboolean
mou_sheet_is_selected (MouSheet *self, guint row, guint column)
{
  MouSheetPosition first, last;

  if (!mou_sheet_has_cells (self))
    return FALSE;
  mou_sheet_get_range (self, &first, &last);
  return row >= first.row && row <= last.row && column >= first.column && column <= last.column;
}

void
mou_sheet_set_range (MouSheet *self, MouSheetPosition cursor, MouSheetPosition extent)
{
  MouSheetPosition before = self->cursor;
  gboolean had_focus = mou_sheet_has_focus_within (self);

  self->cursor = cursor;
  self->extent = extent;
  mou_sheet_sync (self);
  mou_sheet_update_selected (self);
  if (had_focus)
    mou_sheet_focus_cursor (self);
  mou_sheet_update_actions (self);
  mou_sheet_notify_cursor (self, before);
}

void
mou_sheet_place_cursor (MouSheet *self, guint row, guint column, gboolean extend)
{
  MouSheetPosition position;

  if (!mou_sheet_has_cells (self))
    return;
  position.row = MIN (row, self->layout.n_rows - 1);
  position.column = MIN (column, self->layout.n_columns - 1);
  mou_sheet_set_range (self, extend ? self->cursor : position, position);
  mou_sheet_reveal (self, position);
}

/* Puts cursor and selection back on existing cells; both NONE when there are none. */
void
mou_sheet_clamp_cursor (MouSheet *self)
{
  guint n_rows = self->layout.n_rows, n_columns = self->layout.n_columns;

  if (n_rows == 0 || n_columns == 0)
    {
      self->cursor = (MouSheetPosition){ MOU_SHEET_NONE, MOU_SHEET_NONE };
      self->extent = self->cursor;
      return;
    }
  if (self->cursor.row == MOU_SHEET_NONE)
    self->cursor = self->extent = (MouSheetPosition){ 0, 0 };
  self->cursor.row = MIN (self->cursor.row, n_rows - 1);
  self->cursor.column = MIN (self->cursor.column, n_columns - 1);
  self->extent.row = MIN (self->extent.row, n_rows - 1);
  self->extent.column = MIN (self->extent.column, n_columns - 1);
}

gboolean
mou_sheet_get_cursor (MouSheet *self, guint *row, guint *column)
{
  g_return_val_if_fail (MOU_IS_SHEET (self), FALSE);

  if (row != NULL)
    *row = self->cursor.row;
  if (column != NULL)
    *column = self->cursor.column;
  return self->cursor.row != MOU_SHEET_NONE;
}

gboolean
mou_sheet_set_cursor (MouSheet *self, guint row, guint column)
{
  g_return_val_if_fail (MOU_IS_SHEET (self), FALSE);

  if (!mou_sheet_commit_editing (self))
    return FALSE;
  self->tab_column = MOU_SHEET_NONE;
  mou_sheet_place_cursor (self, row, column, FALSE);
  return TRUE;
}

gboolean
mou_sheet_get_selection (MouSheet *self, guint *first_row, guint *first_column, guint *last_row, guint *last_column)
{
  MouSheetPosition first, last;

  g_return_val_if_fail (MOU_IS_SHEET (self), FALSE);

  mou_sheet_get_range (self, &first, &last);
  *first_row = first.row;
  *first_column = first.column;
  *last_row = last.row;
  *last_column = last.column;
  return mou_sheet_has_cells (self);
}

void
mou_sheet_select (MouSheet *self, guint first_row, guint first_column, guint last_row, guint last_column)
{
  g_return_if_fail (MOU_IS_SHEET (self));

  if (!mou_sheet_has_cells (self) || !mou_sheet_commit_editing (self))
    return;
  last_row = MIN (last_row, self->layout.n_rows - 1);
  last_column = MIN (last_column, self->layout.n_columns - 1);
  mou_sheet_set_range (self, (MouSheetPosition){ MIN (first_row, last_row), MIN (first_column, last_column) },
                       (MouSheetPosition){ last_row, last_column });
}

void
mou_sheet_scroll_to (MouSheet *self, guint row, guint column)
{
  g_return_if_fail (MOU_IS_SHEET (self));

  mou_sheet_reveal (self, (MouSheetPosition){ row, column });
}
