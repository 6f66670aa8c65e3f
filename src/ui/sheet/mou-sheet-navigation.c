/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every key that moves: plain, to the edge of data (Ctrl), extending (Shift); Tab and Enter as in other spreadsheets; and the first
 * character of a new text, which is handed on to the editor so that input methods see it. */

#include "mou-sheet-private.h"

typedef enum
{
  MOVE_LEFT,
  MOVE_RIGHT,
  MOVE_UP,
  MOVE_DOWN,
  MOVE_EDGE_LEFT,
  MOVE_EDGE_RIGHT,
  MOVE_EDGE_UP,
  MOVE_EDGE_DOWN,
  MOVE_ROW_START,
  MOVE_ROW_END,
  MOVE_SHEET_START,
  MOVE_SHEET_END,
  MOVE_PAGE_UP,
  MOVE_PAGE_DOWN,
  MOVE_PAGE_LEFT,
  MOVE_PAGE_RIGHT,
} MouSheetMove;

static const struct
{
  guint keyval;
  guint keypad;
  GdkModifierType modifiers;
  MouSheetMove move;
} moves[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, 0, MOVE_LEFT },
  { GDK_KEY_Right, GDK_KEY_KP_Right, 0, MOVE_RIGHT },
  { GDK_KEY_Up, GDK_KEY_KP_Up, 0, MOVE_UP },
  { GDK_KEY_Down, GDK_KEY_KP_Down, 0, MOVE_DOWN },
  { GDK_KEY_Left, GDK_KEY_KP_Left, GDK_CONTROL_MASK, MOVE_EDGE_LEFT },
  { GDK_KEY_Right, GDK_KEY_KP_Right, GDK_CONTROL_MASK, MOVE_EDGE_RIGHT },
  { GDK_KEY_Up, GDK_KEY_KP_Up, GDK_CONTROL_MASK, MOVE_EDGE_UP },
  { GDK_KEY_Down, GDK_KEY_KP_Down, GDK_CONTROL_MASK, MOVE_EDGE_DOWN },
  { GDK_KEY_Home, GDK_KEY_KP_Home, 0, MOVE_ROW_START },
  { GDK_KEY_End, GDK_KEY_KP_End, 0, MOVE_ROW_END },
  { GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, MOVE_SHEET_START },
  { GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, MOVE_SHEET_END },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, MOVE_PAGE_UP },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, MOVE_PAGE_DOWN },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, GDK_ALT_MASK, MOVE_PAGE_LEFT },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, GDK_ALT_MASK, MOVE_PAGE_RIGHT },
};

static gboolean
is_empty (MouSheet *self, guint row, guint column)
{
  g_auto (MouSheetCellInfo) info = { 0 };

  mou_sheet_model_get_cell (self->model, row, column, &info);
  return info.text == NULL || *info.text == '\0';
}

static gboolean
step (MouSheet *self, MouSheetPosition *position, int rows, int columns)
{
  gint64 row = (gint64) position->row + rows, column = (gint64) position->column + columns;

  if (row < 0 || column < 0 || row >= self->layout.n_rows || column >= self->layout.n_columns)
    return FALSE;
  *position = (MouSheetPosition){ (guint) row, (guint) column };
  return TRUE;
}

/* To the last cell of the run of filled cells; from its end, or from an empty cell, to the next filled one, or the sheet's edge. */
static MouSheetPosition
find_edge (MouSheet *self, MouSheetPosition from, int rows, int columns)
{
  MouSheetPosition position = from, next = from;
  gboolean in_run;

  if (!step (self, &next, rows, columns))
    return from;
  in_run = !is_empty (self, from.row, from.column) && !is_empty (self, next.row, next.column);
  do
    {
      if (in_run && is_empty (self, next.row, next.column))
        return position;
      position = next;
      if (!in_run && !is_empty (self, next.row, next.column))
        return position;
    }
  while (step (self, &next, rows, columns));
  return position;
}

static MouSheetPosition
move_page_across (MouSheet *self, MouSheetPosition from, int direction)
{
  const MouSheetLayout *layout = &self->layout;
  int page = mou_sheet_layout_get_page_width (layout), passed = 0;

  while (passed < page && step (self, &from, 0, direction))
    passed += mou_sheet_layout_get_column_width (layout, from.column);
  return from;
}

static MouSheetPosition
move_far (MouSheet *self, MouSheetPosition from, MouSheetMove move)
{
  guint page = mou_sheet_layout_count_page_rows (&self->layout);
  guint last_row = self->layout.n_rows - 1, last_column = self->layout.n_columns - 1;

  switch ((guint) move)
    {
    case MOVE_ROW_START:
      return (MouSheetPosition){ from.row, 0 };
    case MOVE_ROW_END:
      return (MouSheetPosition){ from.row, last_column };
    case MOVE_SHEET_START:
      return (MouSheetPosition){ 0, 0 };
    case MOVE_SHEET_END:
      return (MouSheetPosition){ last_row, last_column };
    case MOVE_PAGE_UP:
      return (MouSheetPosition){ from.row > page ? from.row - page : 0, from.column };
    case MOVE_PAGE_DOWN:
      return (MouSheetPosition){ MIN (from.row + page, last_row), from.column };
    case MOVE_PAGE_LEFT:
      return move_page_across (self, from, -1);
    case MOVE_PAGE_RIGHT:
      return move_page_across (self, from, 1);
    default:
      g_return_val_if_reached (from);
    }
}

static MouSheetPosition
find_target (MouSheet *self, MouSheetPosition from, MouSheetMove move)
{
  static const struct
  {
    int rows;
    int columns;
  } steps[] = { { 0, -1 }, { 0, 1 }, { -1, 0 }, { 1, 0 } };

  if (move >= MOVE_ROW_START)
    return move_far (self, from, move);
  if (move >= MOVE_EDGE_LEFT)
    return find_edge (self, from, steps[move - MOVE_EDGE_LEFT].rows, steps[move - MOVE_EDGE_LEFT].columns);
  step (self, &from, steps[move].rows, steps[move].columns);
  return from;
}

/* Right opens a closed row of the tree; Left closes an open one where there is nothing further left. */
static gboolean
move_in_tree (MouSheet *self, MouSheetMove move)
{
  MouSheetRow row;

  if ((move != MOVE_LEFT && move != MOVE_RIGHT) || !mou_sheet_is_tree_column (self, self->cursor.column))
    return FALSE;
  mou_sheet_model_get_row (self->model, self->cursor.row, &row);
  if (!row.expandable || row.expanded == (move == MOVE_RIGHT) || (move == MOVE_LEFT && self->cursor.column > 0))
    return FALSE;
  mou_sheet_model_set_expanded (self->model, self->cursor.row, move == MOVE_RIGHT);
  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  MouSheet *self = MOU_SHEET (widget);
  MouSheetPosition target;
  gboolean extend;
  guint move;

  if (self->editor.open || !mou_sheet_has_cells (self))
    return FALSE;
  g_variant_get (arguments, "(ub)", &move, &extend);
  if (!extend && move_in_tree (self, (MouSheetMove) move))
    return TRUE;
  self->tab_column = MOU_SHEET_NONE;
  target = find_target (self, extend ? self->extent : self->cursor, (MouSheetMove) move);
  mou_sheet_place_cursor (self, target.row, target.column, extend);
  return TRUE;
}

static gboolean
has_editable_column (MouSheet *self)
{
  for (guint i = 0; i < self->layout.n_columns; i++)
    if (mou_sheet_model_get_column (self->model, i)->editable)
      return TRUE;
  return FALSE;
}

gboolean
mou_sheet_find_editable (MouSheet *self, MouSheetPosition from, gboolean forward, MouSheetPosition *found)
{
  guint n_columns = self->layout.n_columns;
  gint64 n_cells = (gint64) self->layout.n_rows * n_columns;
  gint64 index = (gint64) from.row * n_columns + from.column;

  if (!has_editable_column (self))
    return FALSE;
  for (index += forward ? 1 : -1; index >= 0 && index < n_cells; index += forward ? 1 : -1)
    {
      *found = (MouSheetPosition){ (guint) (index / n_columns), (guint) (index % n_columns) };
      if (mou_sheet_model_is_editable (self->model, found->row, found->column))
        return TRUE;
    }
  return FALSE;
}

static gboolean
move_by_tab (MouSheet *self, gboolean back)
{
  guint start = self->tab_column != MOU_SHEET_NONE ? self->tab_column : self->cursor.column;
  MouSheetPosition found;

  if (!mou_sheet_find_editable (self, self->cursor, !back, &found))
    return FALSE;
  mou_sheet_place_cursor (self, found.row, found.column, FALSE);
  self->tab_column = start;
  return TRUE;
}

static void
move_by_enter (MouSheet *self, gboolean back)
{
  guint column = self->tab_column != MOU_SHEET_NONE && !back ? self->tab_column : self->cursor.column;
  MouSheetPosition target = { self->cursor.row, column };

  step (self, &target, back ? -1 : 1, 0);
  self->tab_column = MOU_SHEET_NONE;
  mou_sheet_place_cursor (self, target.row, target.column, FALSE);
}

void
mou_sheet_move_after_edit (MouSheet *self, guint keyval, gboolean back)
{
  if (keyval == GDK_KEY_Tab)
    {
      move_by_tab (self, back);
      return;
    }
  if (keyval == GDK_KEY_Return)
    {
      move_by_enter (self, back);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].modifiers == 0 && (moves[i].keyval == keyval || moves[i].keypad == keyval))
      {
        MouSheetPosition target = find_target (self, self->cursor, moves[i].move);

        self->tab_column = MOU_SHEET_NONE;
        mou_sheet_place_cursor (self, target.row, target.column, FALSE);
        return;
      }
}

static gboolean
tab_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  MouSheet *self = MOU_SHEET (widget);

  /* At the last editable cell the key is left to the window, which takes the focus further. */
  return !self->editor.open && mou_sheet_has_cells (self) && move_by_tab (self, g_variant_get_boolean (arguments));
}

static gboolean
enter_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  MouSheet *self = MOU_SHEET (widget);

  if (self->editor.open || !mou_sheet_has_cells (self))
    return FALSE;
  move_by_enter (self, g_variant_get_boolean (arguments));
  return TRUE;
}

static void
install_moves (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    for (guint extend = 0; extend < 2; extend++)
      {
        GdkModifierType modifiers = moves[i].modifiers | (extend ? GDK_SHIFT_MASK : 0);

        gtk_widget_class_add_binding (widget_class, moves[i].keyval, modifiers, move_cb, "(ub)", (guint) moves[i].move, (gboolean) extend);
        gtk_widget_class_add_binding (widget_class, moves[i].keypad, modifiers, move_cb, "(ub)", (guint) moves[i].move, (gboolean) extend);
      }
}

void
mou_sheet_install_keys (GtkWidgetClass *widget_class)
{
  static const guint enter_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  install_moves (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (enter_keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, enter_keys[i], 0, enter_cb, "b", FALSE);
      gtk_widget_class_add_binding (widget_class, enter_keys[i], GDK_SHIFT_MASK, enter_cb, "b", TRUE);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, tab_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Tab, 0, tab_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, GDK_SHIFT_MASK, tab_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, tab_cb, "b", TRUE);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "sheet.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "sheet.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_x, GDK_CONTROL_MASK, "sheet.cut", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "sheet.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "sheet.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "sheet.fill-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "sheet.select-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "sheet.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "sheet.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "sheet.edit", NULL);
}

/* + and - on a cell of the tree column. */
static gboolean
expand_by_key (MouSheet *self, guint keyval)
{
  gboolean expand = keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add;
  gboolean collapse = keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract;
  MouSheetRow row;

  if ((!expand && !collapse) || !mou_sheet_is_tree_column (self, self->cursor.column))
    return FALSE;
  mou_sheet_model_get_row (self->model, self->cursor.row, &row);
  if (!row.expandable)
    return FALSE;
  if (row.expanded != expand)
    mou_sheet_model_set_expanded (self->model, self->cursor.row, expand);
  return TRUE;
}

static gboolean
begin_typing (MouSheet *self, GtkEventControllerKey *controller)
{
  if (!mou_sheet_editor_open (self, MOU_SHEET_EDIT_REPLACE))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  gtk_event_controller_key_forward (controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->editor.entry))));
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers, MouSheet *self)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  if (self->editor.open || !mou_sheet_has_cells (self))
    return FALSE;
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return FALSE;
  if (keyval == GDK_KEY_BackSpace)
    return mou_sheet_editor_open (self, MOU_SHEET_EDIT_REPLACE);
  if (character < 0x20 || character == 0x7f)
    return FALSE;
  if (keyval == GDK_KEY_space && !mou_sheet_model_is_editable (self->model, self->cursor.row, self->cursor.column))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "sheet.edit", NULL);
      return TRUE;
    }
  return expand_by_key (self, keyval) || begin_typing (self, controller);
}

void
mou_sheet_add_key_controller (MouSheet *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
