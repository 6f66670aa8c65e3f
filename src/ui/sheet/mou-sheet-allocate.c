/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the widgets match what is in sight, and places them.
 *
 * mou_sheet_sync() binds; mou_sheet_allocate() only places, and syncs when the size of the widget changed what is in sight. The cursor's
 * cell always has a widget, so the keyboard focus and a screen reader stay on it while the mouse wheel scrolls it away. */

#include "mou-sheet-private.h"
#include "mou-sheet-strip.h"

void
mou_sheet_show_child (GtkWidget *child, gboolean shown)
{
  if (gtk_widget_get_child_visible (child) == shown)
    return;
  gtk_widget_set_child_visible (child, shown);
  gtk_widget_queue_draw (gtk_widget_get_parent (child));
}

static MouSheetPool *
get_strips (MouSheet *self, MouSheetPaneKind kind)
{
  return mou_sheet_pane_get_strips (MOU_SHEET_PANE (self->panes[kind]));
}

static void
show_row (MouSheet *self, MouSheetPaneKind kind, guint row, MouSheetSpan columns, guint extra)
{
  MouSheetPool *pool = get_strips (self, kind);
  GtkWidget *strip = mou_sheet_pool_find (pool, row);

  if (strip == NULL)
    strip = mou_sheet_pool_claim (pool, row);
  if (strip == NULL)
    {
      strip = mou_sheet_strip_new (self, kind == MOU_SHEET_FROZEN);
      mou_sheet_pane_add_strip (MOU_SHEET_PANE (self->panes[kind]), strip, row);
    }
  mou_sheet_show_child (strip, TRUE);
  mou_sheet_strip_bind (MOU_SHEET_STRIP (strip), row, columns, extra);
}

static void
hide_spare_strips (MouSheetPool *pool)
{
  for (guint i = 0; i < mou_sheet_pool_get_size (pool); i++)
    if (mou_sheet_pool_get_key (pool, i) == MOU_SHEET_NONE)
      mou_sheet_show_child (mou_sheet_pool_get (pool, i), FALSE);
}

static void
sync_pane (MouSheet *self, MouSheetPaneKind kind, MouSheetSpan rows, MouSheetSpan columns)
{
  MouSheetPool *pool = get_strips (self, kind);
  gboolean frozen = self->cursor.column < self->layout.n_frozen;
  guint extra = frozen == (kind == MOU_SHEET_FROZEN) ? self->cursor.column : MOU_SHEET_NONE;

  mou_sheet_pool_retain (pool, rows, self->cursor.row);
  for (guint row = rows.first; row < rows.end; row++)
    show_row (self, kind, row, columns, row == self->cursor.row ? extra : MOU_SHEET_NONE);
  if (self->cursor.row != MOU_SHEET_NONE && (self->cursor.row < rows.first || self->cursor.row >= rows.end))
    show_row (self, kind, self->cursor.row, columns, extra);
  hide_spare_strips (pool);
}

void
mou_sheet_sync (MouSheet *self)
{
  MouSheetSpan rows = mou_sheet_layout_find_rows (&self->layout, mou_sheet_get_scroll (self, GTK_ORIENTATION_VERTICAL));
  MouSheetSpan columns = mou_sheet_layout_find_columns (&self->layout, mou_sheet_get_scroll (self, GTK_ORIENTATION_HORIZONTAL));

  if (self->update_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->update_id);
  self->update_id = 0;
  sync_pane (self, MOU_SHEET_FROZEN, rows, (MouSheetSpan){ 0, self->layout.n_frozen });
  sync_pane (self, MOU_SHEET_BODY, rows, columns);
  if (!self->in_allocate)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
sync_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  mou_sheet_sync (MOU_SHEET (widget));
  return G_SOURCE_REMOVE;
}

void
mou_sheet_queue_sync (MouSheet *self)
{
  if (self->update_id == 0)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), sync_cb, NULL, NULL);
}

void
mou_sheet_invalidate (MouSheet *self, guint first_row, guint last_row)
{
  for (guint kind = MOU_SHEET_BODY; kind <= MOU_SHEET_FROZEN; kind++)
    {
      MouSheetPool *pool = get_strips (self, (MouSheetPaneKind) kind);

      for (guint i = 0; i < mou_sheet_pool_get_size (pool); i++)
        {
          guint row = mou_sheet_pool_get_key (pool, i);

          if (row >= first_row && row <= last_row)
            mou_sheet_strip_invalidate (mou_sheet_pool_get (pool, i));
        }
    }
}

void
mou_sheet_replace_cells (MouSheet *self)
{
  for (guint kind = MOU_SHEET_BODY; kind <= MOU_SHEET_FROZEN; kind++)
    {
      MouSheetPool *pool = get_strips (self, (MouSheetPaneKind) kind);

      for (guint i = 0; i < mou_sheet_pool_get_size (pool); i++)
        gtk_widget_queue_allocate (mou_sheet_pool_get (pool, i));
    }
}

/* After the selection moved: tells the cells in sight. */
void
mou_sheet_update_selected (MouSheet *self)
{
  for (guint kind = MOU_SHEET_BODY; kind <= MOU_SHEET_FROZEN; kind++)
    {
      MouSheetPool *pool = get_strips (self, (MouSheetPaneKind) kind);

      for (guint i = 0; i < mou_sheet_pool_get_size (pool); i++)
        if (mou_sheet_pool_get_key (pool, i) != MOU_SHEET_NONE)
          mou_sheet_strip_update_selected (mou_sheet_pool_get (pool, i));
    }
}

void
mou_sheet_shift_rows (MouSheet *self, guint position, guint removed, guint added)
{
  mou_sheet_pool_splice (get_strips (self, MOU_SHEET_BODY), position, removed, added);
  mou_sheet_pool_splice (get_strips (self, MOU_SHEET_FROZEN), position, removed, added);
}

MouSheetCell *
mou_sheet_peek_cell (MouSheet *self, MouSheetPosition position)
{
  MouSheetPaneKind kind = position.column < self->layout.n_frozen ? MOU_SHEET_FROZEN : MOU_SHEET_BODY;
  MouSheetStrip *strip;

  if (position.row == MOU_SHEET_NONE)
    return NULL;
  strip = mou_sheet_pool_find (get_strips (self, kind), position.row);
  return strip != NULL ? mou_sheet_strip_peek_cell (strip, position.column) : NULL;
}

static void
configure_adjustment (MouSheet *self, GtkOrientation orientation, int page, int whole, double step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (0, whole - page)), 0, MAX (whole, page), step, page * 0.9, page);
}

static void
place (GtkWidget *child, MouSheetBox box)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ box.x, box.y, MAX (0, box.width), MAX (0, box.height) }, -1);
}

static void
place_markers (MouSheet *self, MouSheetPaneKind kind)
{
  MouSheetPane *pane = MOU_SHEET_PANE (self->panes[kind]);
  GtkWidget *selection = mou_sheet_pane_get_selection_marker (pane), *cursor = mou_sheet_pane_get_cursor_marker (pane);
  gboolean frozen = kind == MOU_SHEET_FROZEN, shown = mou_sheet_has_cells (self);
  gboolean range = shown && (self->cursor.row != self->extent.row || self->cursor.column != self->extent.column);
  int x = mou_sheet_get_scroll (self, GTK_ORIENTATION_HORIZONTAL), y = mou_sheet_get_scroll (self, GTK_ORIENTATION_VERTICAL);

  mou_sheet_show_child (selection, range);
  mou_sheet_show_child (cursor, shown);
  if (range)
    place (selection, mou_sheet_layout_get_box (&self->layout, self->cursor, self->extent, frozen, x, y));
  if (shown)
    place (cursor, mou_sheet_layout_get_box (&self->layout, self->cursor, self->cursor, frozen, x, y));
}

static void
place_strips (MouSheet *self, MouSheetPaneKind kind)
{
  MouSheetPool *pool = get_strips (self, kind);
  const MouSheetLayout *layout = &self->layout;
  gboolean frozen = kind == MOU_SHEET_FROZEN;
  int x = frozen ? 0 : -mou_sheet_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  int y = -mou_sheet_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  int width = frozen ? mou_sheet_layout_get_frozen_width (layout) : mou_sheet_layout_get_body_width (layout);

  for (guint i = 0; i < mou_sheet_pool_get_size (pool); i++)
    {
      guint row = mou_sheet_pool_get_key (pool, i);

      if (row != MOU_SHEET_NONE)
        place (mou_sheet_pool_get (pool, i), (MouSheetBox){ x, y + (int) row * layout->row_height, width, layout->row_height });
    }
}

static void
place_panes (MouSheet *self)
{
  const MouSheetLayout *layout = &self->layout;
  int frozen = MIN (mou_sheet_layout_get_frozen_width (layout), layout->width), header = MIN (layout->header_height, layout->height);
  int width = layout->width - frozen, height = layout->height - header;

  place (self->panes[MOU_SHEET_CORNER], (MouSheetBox){ 0, 0, frozen, header });
  place (self->panes[MOU_SHEET_HEADER], (MouSheetBox){ frozen, 0, width, header });
  place (self->panes[MOU_SHEET_FROZEN], (MouSheetBox){ 0, header, frozen, height });
  place (self->panes[MOU_SHEET_BODY], (MouSheetBox){ frozen, header, width, height });
  mou_sheet_show_child (self->panes[MOU_SHEET_OVERLAY], self->editor.open && self->editor.pane == self->panes[MOU_SHEET_OVERLAY]);
  place (self->panes[MOU_SHEET_OVERLAY], (MouSheetBox){ 0, header, layout->width, height });
}

/* The edges cast a shadow only when something is scrolled beneath them. */
static void
place_edges (MouSheet *self)
{
  const MouSheetLayout *layout = &self->layout;
  int frozen = mou_sheet_layout_get_frozen_width (layout), thickness = 6;
  gboolean aside = frozen > 0 && mou_sheet_get_scroll (self, GTK_ORIENTATION_HORIZONTAL) > 0;
  gboolean below = mou_sheet_get_scroll (self, GTK_ORIENTATION_VERTICAL) > 0;

  mou_sheet_show_child (self->edges[GTK_ORIENTATION_HORIZONTAL], aside);
  mou_sheet_show_child (self->edges[GTK_ORIENTATION_VERTICAL], below);
  if (aside)
    place (self->edges[GTK_ORIENTATION_HORIZONTAL], (MouSheetBox){ frozen, 0, thickness, layout->height });
  if (below)
    place (self->edges[GTK_ORIENTATION_VERTICAL], (MouSheetBox){ 0, layout->header_height, layout->width, thickness });
}

void
mou_sheet_allocate (MouSheet *self, int width, int height)
{
  MouSheetLayout *layout = &self->layout;

  self->in_allocate = TRUE;
  layout->header_height = mou_sheet_header_get_height (self);
  mou_sheet_layout_set_size (layout, width, height);
  if (layout->n_frozen != self->n_frozen_titled)
    mou_sheet_header_rebuild (self);
  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL, mou_sheet_layout_get_page_width (layout),
                        mou_sheet_layout_get_body_width (layout), mou_sheet_metrics_get_width (&self->metrics, 6));
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL, mou_sheet_layout_get_page_height (layout),
                        mou_sheet_layout_get_body_height (layout), layout->row_height);
  if (self->reveal_later)
    mou_sheet_reveal (self, self->cursor);
  mou_sheet_sync (self);
  place_panes (self);
  mou_sheet_header_allocate (self);
  for (guint kind = MOU_SHEET_BODY; kind <= MOU_SHEET_FROZEN; kind++)
    {
      place_strips (self, (MouSheetPaneKind) kind);
      place_markers (self, (MouSheetPaneKind) kind);
    }
  place_edges (self);
  mou_sheet_editor_allocate (self);
  self->in_allocate = FALSE;
}
