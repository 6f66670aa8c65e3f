/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mouse: a click moves the cursor, a double click edits, a drag selects or widens a column, the wheel is the scrolled window's.
 *
 * The cells take no part: what lies under the pointer is arithmetic on the layout. */

#include "mou-sheet-private.h"

#include <math.h>

/* How near to a column's edge the pointer must be, and how narrow a column may become. */
#define EDGE_REACH 4
#define MINIMUM_WIDTH 24
/* A double click on an edge looks at no more rows than this. */
#define FIT_LIMIT 2000

static MouSheetHit
hit_test (MouSheet *self, double x, double y)
{
  return mou_sheet_layout_hit (&self->layout, x, y, mou_sheet_get_scroll (self, GTK_ORIENTATION_HORIZONTAL),
                               mou_sheet_get_scroll (self, GTK_ORIENTATION_VERTICAL));
}

static guint
find_edge (MouSheet *self, double x, double y)
{
  if (y >= self->layout.header_height)
    return MOU_SHEET_NONE;
  return mou_sheet_layout_find_edge (&self->layout, x, mou_sheet_get_scroll (self, GTK_ORIENTATION_HORIZONTAL), EDGE_REACH);
}

static void
set_column_width (MouSheet *self, guint column, int pixels)
{
  int width = MAX (MINIMUM_WIDTH, (int) lround (pixels / self->zoom));

  if (column >= self->widths->len)
    g_array_set_size (self->widths, column + 1);
  g_array_index (self->widths, int, column) = width;
  mou_sheet_update_columns (self);
}

static int
measure_text (MouSheet *self, PangoLayout *layout, guint row_index, guint column)
{
  g_auto (MouSheetCellInfo) info = { 0 };
  MouSheetRow row;
  int width;

  mou_sheet_model_get_row (self->model, row_index, &row);
  mou_sheet_model_get_cell (self->model, row_index, column, &info);
  pango_layout_set_attributes (layout, self->metrics.attributes[row.group ? MOU_SHEET_FACE_BOLD : 0]);
  pango_layout_set_text (layout, info.text != NULL ? info.text : "", -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (mou_sheet_is_tree_column (self, column))
    width += (int) (row.depth + 1) * self->metrics.indent;
  return width;
}

static void
fit_column (MouSheet *self, guint column)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->metrics.context);
  int widest = 0;

  for (guint row = 0; row < MIN (self->layout.n_rows, FIT_LIMIT); row++)
    widest = MAX (widest, measure_text (self, layout, row, column));
  /* The second press began a drag as well, which would put the old width back. */
  self->drag = MOU_SHEET_DRAG_NONE;
  set_column_width (self, column, widest + 2 * self->metrics.padding + 2);
}

static gboolean
hits_expander (MouSheet *self, MouSheetHit hit, double x)
{
  MouSheetPosition position = { hit.row, hit.column };
  MouSheetBox box;
  MouSheetRow row;
  int start;

  if (!mou_sheet_is_tree_column (self, hit.column) || hit.column >= self->layout.n_frozen)
    return FALSE;
  mou_sheet_model_get_row (self->model, hit.row, &row);
  box = mou_sheet_layout_get_box (&self->layout, position, position, TRUE, 0, 0);
  start = box.x + self->metrics.padding / 2 + (int) row.depth * self->metrics.indent;
  return row.expandable && x >= start && x < start + self->metrics.indent + self->metrics.padding / 2;
}

static void
toggle_row (MouSheet *self, guint index)
{
  MouSheetRow row;

  mou_sheet_model_get_row (self->model, index, &row);
  mou_sheet_model_set_expanded (self->model, index, !row.expanded);
}

static void
press_header (MouSheet *self, MouSheetHit hit, guint edge, int n_press)
{
  if (edge != MOU_SHEET_NONE)
    {
      if (n_press == 2)
        fit_column (self, edge);
      return;
    }
  if (hit.part == MOU_SHEET_PART_HEADER && mou_sheet_has_cells (self))
    mou_sheet_set_range (self, (MouSheetPosition){ 0, hit.column }, (MouSheetPosition){ self->layout.n_rows - 1, hit.column });
}

static void
press_cell (MouSheet *self, MouSheetHit hit, double x, int n_press, gboolean extend)
{
  if (hits_expander (self, hit, x))
    {
      mou_sheet_place_cursor (self, hit.row, hit.column, FALSE);
      toggle_row (self, hit.row);
      return;
    }
  self->tab_column = MOU_SHEET_NONE;
  mou_sheet_place_cursor (self, hit.row, hit.column, extend);
  if (n_press == 2 && !extend)
    gtk_widget_activate_action (GTK_WIDGET (self), "sheet.edit", NULL);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MouSheet *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  MouSheetHit hit = hit_test (self, x, y);
  guint edge = find_edge (self, x, y);

  if (mou_sheet_editor_contains (self, x, y) || !mou_sheet_commit_editing (self))
    return;
  if (!mou_sheet_has_focus_within (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (edge != MOU_SHEET_NONE || hit.part == MOU_SHEET_PART_HEADER)
    press_header (self, hit, edge, n_press);
  else if (hit.part == MOU_SHEET_PART_CELL)
    press_cell (self, hit, x, n_press, (modifiers & GDK_SHIFT_MASK) != 0);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, MouSheet *self)
{
  guint edge = find_edge (self, x, y);

  self->drag = MOU_SHEET_DRAG_NONE;
  if (edge != MOU_SHEET_NONE)
    {
      self->drag = MOU_SHEET_DRAG_RESIZE;
      self->drag_column = edge;
      self->drag_width = mou_sheet_layout_get_column_width (&self->layout, edge);
      return;
    }
  /* A finger scrolls. */
  if (is_touch (GTK_GESTURE (gesture)) || self->editor.open || hit_test (self, x, y).part != MOU_SHEET_PART_CELL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  else
    self->drag = MOU_SHEET_DRAG_SELECT;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, MouSheet *self)
{
  double x, y;
  MouSheetHit hit;

  if (self->drag == MOU_SHEET_DRAG_RESIZE)
    {
      set_column_width (self, self->drag_column, self->drag_width + (int) offset_x);
      return;
    }
  if (self->drag != MOU_SHEET_DRAG_SELECT || self->editor.open)
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  hit = hit_test (self, x + offset_x, y + offset_y);
  if (hit.row != MOU_SHEET_NONE && hit.column != MOU_SHEET_NONE && (hit.row != self->extent.row || hit.column != self->extent.column))
    mou_sheet_place_cursor (self, hit.row, hit.column, TRUE);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, MouSheet *self)
{
  self->drag = MOU_SHEET_DRAG_NONE;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, MouSheet *self)
{
  gboolean on_edge = self->drag == MOU_SHEET_DRAG_RESIZE || find_edge (self, x, y) != MOU_SHEET_NONE;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), on_edge ? "col-resize" : NULL);
}

void
mou_sheet_add_gestures (MouSheet *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
