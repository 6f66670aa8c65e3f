/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two header lines: a group's title over the titles of its columns, other titles over both lines.
 *
 * There is a widget for every column, in sight or not: they are few, and assistive technologies find all of them. */

#include "mou-sheet-private.h"

static const char *
get_group (MouSheet *self, guint column)
{
  return mou_sheet_model_get_column (self->model, column)->group;
}

static gboolean
shares_group (MouSheet *self, guint a, guint b)
{
  return get_group (self, a) != NULL && g_strcmp0 (get_group (self, a), get_group (self, b)) == 0
         && (a < self->layout.n_frozen) == (b < self->layout.n_frozen);
}

static void
add_title (MouSheet *self, const char *text, MouSheetAlignment alignment, MouSheetTitle title, const char *style)
{
  MouSheetPaneKind pane = title.first < self->layout.n_frozen ? MOU_SHEET_CORNER : MOU_SHEET_HEADER;

  title.cell = mou_sheet_cell_new (GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_widget_add_css_class (title.cell, style);
  mou_sheet_cell_bind_title (MOU_SHEET_CELL (title.cell), &self->metrics, text, alignment, title.n_lines);
  gtk_widget_set_parent (title.cell, self->panes[pane]);
  g_array_append_val (self->titles, title);
}

static void
add_column_title (MouSheet *self, guint column)
{
  const MouSheetColumn *info = mou_sheet_model_get_column (self->model, column);
  guint line = info->group != NULL ? 1 : 0;
  MouSheetAlignment alignment = info->alignment == MOU_SHEET_ALIGN_START ? MOU_SHEET_ALIGN_START : MOU_SHEET_ALIGN_CENTRE;

  add_title (self, info->title, alignment,
             (MouSheetTitle){ .first = column, .end = column + 1, .line = line, .n_lines = self->n_header_lines - line }, "title");
}

static PangoLayout *
create_title_layout (MouSheet *self, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->metrics.context);

  pango_layout_set_attributes (layout, self->metrics.attributes[MOU_SHEET_FACE_BOLD]);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Adds the title of the group that starts at `column`; the column after it. */
static guint
add_group_title (MouSheet *self, guint column)
{
  g_autoptr (PangoLayout) layout = create_title_layout (self, get_group (self, column));
  guint end = column + 1;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  width += 2 * self->metrics.padding;
  while (end < self->layout.n_columns && shares_group (self, column, end))
    end++;
  add_title (self, get_group (self, column), MOU_SHEET_ALIGN_CENTRE,
             (MouSheetTitle){ .first = column, .end = end, .line = 0, .n_lines = 1, .natural_width = width }, "span");
  return end;
}

/* Two lines when a group asks for the upper one, or a title does not fit its column. */
static guint
count_lines (MouSheet *self)
{
  for (guint i = 0; i < self->layout.n_columns; i++)
    {
      g_autoptr (PangoLayout) layout = create_title_layout (self, mou_sheet_model_get_column (self->model, i)->title);
      int width;

      if (get_group (self, i) != NULL)
        return 2;
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (width + self->metrics.padding > mou_sheet_layout_get_column_width (&self->layout, i))
        return 2;
    }
  return 1;
}

void
mou_sheet_header_clear (MouSheet *self)
{
  for (guint i = 0; i < self->titles->len; i++)
    gtk_widget_unparent (g_array_index (self->titles, MouSheetTitle, i).cell);
  g_array_set_size (self->titles, 0);
}

void
mou_sheet_header_rebuild (MouSheet *self)
{
  guint column = 0;

  mou_sheet_header_clear (self);
  self->n_frozen_titled = self->layout.n_frozen;
  if (self->model == NULL)
    return;
  self->n_header_lines = count_lines (self);
  while (column < self->layout.n_columns)
    if (get_group (self, column) != NULL)
      column = add_group_title (self, column);
    else
      column++;
  for (column = 0; column < self->layout.n_columns; column++)
    add_column_title (self, column);
}

int
mou_sheet_header_get_height (MouSheet *self)
{
  if (self->layout.n_columns == 0)
    return 0;
  return (int) self->n_header_lines * (self->metrics.line_height + self->metrics.padding / 2) + self->metrics.padding / 2;
}

/* A group's title stays in the middle of what is in sight of the group, and slides out with the last of it. */
static void
keep_in_sight (const MouSheetTitle *title, int pane_width, int *x, int *end)
{
  int left = MAX (*x, 0), right = MIN (*end, pane_width);

  if (right - left < title->natural_width && *x < 0)
    left = MAX (*x, right - title->natural_width);
  else if (right - left < title->natural_width)
    right = MIN (*end, left + title->natural_width);
  *x = left;
  *end = right;
}

void
mou_sheet_header_allocate (MouSheet *self)
{
  int height = mou_sheet_header_get_height (self), frozen = mou_sheet_layout_get_frozen_width (&self->layout);

  for (guint i = 0; i < self->titles->len; i++)
    {
      const MouSheetTitle *title = &g_array_index (self->titles, MouSheetTitle, i);
      int origin = title->first < self->layout.n_frozen ? 0 : frozen + mou_sheet_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
      int x = self->layout.offsets[title->first] - origin, end = self->layout.offsets[title->end] - origin;
      int y = (int) title->line * height / (int) self->n_header_lines;
      int bottom = (int) (title->line + title->n_lines) * height / (int) self->n_header_lines;

      if (title->natural_width > 0)
        keep_in_sight (title, title->first < self->layout.n_frozen ? frozen : mou_sheet_layout_get_page_width (&self->layout), &x, &end);
      gtk_widget_measure (title->cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (title->cell, &(GtkAllocation){ x, y, MAX (0, end - x), bottom - y }, -1);
    }
}
