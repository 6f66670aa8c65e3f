/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Positions of rows and columns. Every row is as high as any other, so rows need a division; columns, a search of their offsets. */

#include "mou-sheet-layout.h"

/* The frozen columns leave at least this share of the widget to the body, in hundredths. */
#define BODY_SHARE 35

void
mou_sheet_layout_clear (MouSheetLayout *self)
{
  g_clear_pointer (&self->offsets, g_free);
  self->n_columns = 0;
  self->n_frozen_wanted = 0;
  self->n_frozen = 0;
}

static int
get_offset (const MouSheetLayout *self, guint column)
{
  return self->offsets != NULL ? self->offsets[column] : 0;
}

static void
limit_frozen (MouSheetLayout *self)
{
  self->n_frozen = self->n_frozen_wanted;
  if (self->width <= 0)
    return;
  while (self->n_frozen > 0 && get_offset (self, self->n_frozen) > self->width * (100 - BODY_SHARE) / 100)
    self->n_frozen--;
}

void
mou_sheet_layout_set_columns (MouSheetLayout *self, const int *widths, guint n_columns, guint n_frozen)
{
  mou_sheet_layout_clear (self);
  self->n_columns = n_columns;
  self->n_frozen_wanted = MIN (n_frozen, n_columns);
  self->offsets = g_new0 (int, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    self->offsets[i + 1] = self->offsets[i] + widths[i];
  limit_frozen (self);
}

void
mou_sheet_layout_set_size (MouSheetLayout *self, int width, int height)
{
  self->width = width;
  self->height = height;
  limit_frozen (self);
}

int
mou_sheet_layout_get_column_width (const MouSheetLayout *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, 0);

  return self->offsets[column + 1] - self->offsets[column];
}

int
mou_sheet_layout_get_frozen_width (const MouSheetLayout *self)
{
  return get_offset (self, self->n_frozen);
}

int
mou_sheet_layout_get_page_width (const MouSheetLayout *self)
{
  return MAX (0, self->width - mou_sheet_layout_get_frozen_width (self));
}

int
mou_sheet_layout_get_page_height (const MouSheetLayout *self)
{
  return MAX (0, self->height - self->header_height);
}

int
mou_sheet_layout_get_body_width (const MouSheetLayout *self)
{
  return get_offset (self, self->n_columns) - mou_sheet_layout_get_frozen_width (self);
}

int
mou_sheet_layout_get_body_height (const MouSheetLayout *self)
{
  return (int) self->n_rows * self->row_height;
}

MouSheetSpan
mou_sheet_layout_find_rows (const MouSheetLayout *self, int scroll_y)
{
  int page = mou_sheet_layout_get_page_height (self);
  guint first, end;

  if (self->row_height <= 0 || page == 0)
    return (MouSheetSpan){ 0, 0 };
  scroll_y = MAX (0, scroll_y);
  first = (guint) (scroll_y / self->row_height);
  end = (guint) ((scroll_y + page + self->row_height - 1) / self->row_height);
  return (MouSheetSpan){ MIN (first, self->n_rows), MIN (end, self->n_rows) };
}

/* The column of the whole sheet at offset x; the nearest one when x is outside. */
static guint
search_column (const MouSheetLayout *self, int x)
{
  guint low = 0, high = self->n_columns;

  g_assert (high > 0);
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (self->offsets[middle] <= x)
        low = middle;
      else
        high = middle;
    }
  return low;
}

MouSheetSpan
mou_sheet_layout_find_columns (const MouSheetLayout *self, int scroll_x)
{
  int start = mou_sheet_layout_get_frozen_width (self) + MAX (0, scroll_x);
  int page = mou_sheet_layout_get_page_width (self);
  guint first, last;

  if (self->n_columns == self->n_frozen || page == 0)
    return (MouSheetSpan){ self->n_frozen, self->n_frozen };
  first = MAX (search_column (self, start), self->n_frozen);
  last = search_column (self, start + page - 1);
  return (MouSheetSpan){ first, MAX (first, last) + 1 };
}

guint
mou_sheet_layout_count_page_rows (const MouSheetLayout *self)
{
  if (self->row_height <= 0)
    return 1;
  return (guint) MAX (1, mou_sheet_layout_get_page_height (self) / self->row_height);
}

MouSheetHit
mou_sheet_layout_hit (const MouSheetLayout *self, double x, double y, int scroll_x, int scroll_y)
{
  MouSheetHit hit = { MOU_SHEET_PART_OUTSIDE, MOU_SHEET_NONE, MOU_SHEET_NONE };
  int frozen = mou_sheet_layout_get_frozen_width (self);
  int at_x = (int) x + (x >= frozen ? scroll_x : 0);
  int at_y = (int) y - self->header_height + scroll_y;
  gboolean within_columns;

  if (self->n_columns == 0)
    return hit;
  hit.column = search_column (self, at_x);
  within_columns = x >= 0 && at_x < self->offsets[self->n_columns];
  if (self->n_rows > 0 && self->row_height > 0)
    hit.row = (guint) CLAMP (at_y / self->row_height, 0, (int) self->n_rows - 1);

  if (y < self->header_height)
    hit.part = within_columns && y >= 0 ? MOU_SHEET_PART_HEADER : MOU_SHEET_PART_OUTSIDE;
  else if (within_columns && at_y < mou_sheet_layout_get_body_height (self))
    hit.part = MOU_SHEET_PART_CELL;
  return hit;
}

guint
mou_sheet_layout_find_edge (const MouSheetLayout *self, double x, int scroll_x, int reach)
{
  int frozen = mou_sheet_layout_get_frozen_width (self);

  for (guint i = self->n_columns; i > 0; i--)
    {
      int edge = self->offsets[i] - (i > self->n_frozen ? scroll_x : 0);

      if (i > self->n_frozen && edge < frozen)
        continue;
      if (ABS ((int) x - edge) <= reach)
        return i - 1;
    }
  return MOU_SHEET_NONE;
}

MouSheetBox
mou_sheet_layout_get_box (const MouSheetLayout *self, MouSheetPosition a, MouSheetPosition b, gboolean frozen, int scroll_x, int scroll_y)
{
  int origin = frozen ? 0 : mou_sheet_layout_get_frozen_width (self) + scroll_x;
  guint last_column = MAX (a.column, b.column), first_row = MIN (a.row, b.row);
  int x;

  g_return_val_if_fail (last_column < self->n_columns, ((MouSheetBox){ 0 }));

  x = self->offsets[MIN (a.column, b.column)];
  return (MouSheetBox){ .x = x - origin,
                        .y = (int) first_row * self->row_height - scroll_y,
                        .width = self->offsets[last_column + 1] - x,
                        .height = (int) (MAX (a.row, b.row) - first_row + 1) * self->row_height };
}

static int
reveal (int scroll, int page, int start, int end)
{
  if (start < scroll || end - start > page)
    return start;
  if (end > scroll + page)
    return end - page;
  return scroll;
}

int
mou_sheet_layout_reveal_column (const MouSheetLayout *self, guint column, int scroll_x)
{
  int frozen = mou_sheet_layout_get_frozen_width (self);

  g_return_val_if_fail (column < self->n_columns, scroll_x);

  if (column < self->n_frozen)
    return scroll_x;
  return reveal (scroll_x, mou_sheet_layout_get_page_width (self), self->offsets[column] - frozen, self->offsets[column + 1] - frozen);
}

int
mou_sheet_layout_reveal_row (const MouSheetLayout *self, guint row, int scroll_y)
{
  int start = (int) row * self->row_height;

  return reveal (scroll_y, mou_sheet_layout_get_page_height (self), start, start + self->row_height);
}
