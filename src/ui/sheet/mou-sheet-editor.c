/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one entry, placed over the cell being edited.
 *
 * It commits on Enter, Tab, an arrow that leaves it, loss of focus and a click elsewhere; Escape restores. A refused text stays in the
 * entry, marked, with the reason beneath, and nothing is written. While an input method composes, all keys are its own. */

#include "mou-sheet-private.h"

#include <glib/gi18n-lib.h>

static void
show_problem (MouSheet *self, const char *message)
{
  MouSheetEditor *editor = &self->editor;

  gtk_widget_add_css_class (editor->entry, "error");
  gtk_label_set_label (GTK_LABEL (editor->problem), message);
  gtk_widget_set_visible (editor->problem, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (editor->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
}

static void
hide_problem (MouSheet *self)
{
  MouSheetEditor *editor = &self->editor;

  if (!gtk_widget_get_visible (editor->problem))
    return;
  gtk_widget_remove_css_class (editor->entry, "error");
  gtk_widget_set_visible (editor->problem, FALSE);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (editor->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (editor->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
adopt_pane (MouSheet *self)
{
  MouSheetEditor *editor = &self->editor;
  GtkWidget *pane = self->panes[self->cursor.column < self->layout.n_frozen ? MOU_SHEET_OVERLAY : MOU_SHEET_BODY];

  mou_sheet_show_child (self->panes[MOU_SHEET_OVERLAY], pane == self->panes[MOU_SHEET_OVERLAY]);
  if (editor->pane == pane)
    return;
  if (editor->pane != NULL)
    gtk_widget_unparent (editor->entry);
  gtk_widget_set_parent (editor->entry, pane);
  editor->pane = pane;
}

static float
get_alignment (MouSheet *self)
{
  switch (mou_sheet_model_get_column (self->model, self->cursor.column)->alignment)
    {
    case MOU_SHEET_ALIGN_CENTRE:
      return 0.5f;
    case MOU_SHEET_ALIGN_END:
      return 1.0f;
    case MOU_SHEET_ALIGN_START:
    default:
      return 0.0f;
    }
}

static void
name_entry (MouSheet *self)
{
  MouSheetCell *cell = mou_sheet_peek_cell (self, self->cursor);

  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor.entry), GTK_ACCESSIBLE_PROPERTY_LABEL, mou_sheet_cell_get_name (cell), -1);
}

gboolean
mou_sheet_editor_open (MouSheet *self, MouSheetEditMode mode)
{
  MouSheetEditor *editor = &self->editor;
  g_autofree char *text = NULL;

  if (editor->open)
    return TRUE;
  if (!mou_sheet_has_cells (self))
    return FALSE;
  if (!mou_sheet_model_is_editable (self->model, self->cursor.row, self->cursor.column))
    {
      mou_sheet_report_refusal (self, self->cursor.row, self->cursor.column);
      return FALSE;
    }
  mou_sheet_set_range (self, self->cursor, self->cursor);
  mou_sheet_reveal (self, self->cursor);
  adopt_pane (self);
  name_entry (self);
  text = mode == MOU_SHEET_EDIT_KEEP ? mou_sheet_model_dup_edit_text (self->model, self->cursor.row, self->cursor.column) : g_strdup ("");
  editor->mode = mode;
  gtk_entry_set_attributes (GTK_ENTRY (editor->entry), self->metrics.attributes[0]);
  gtk_entry_set_alignment (GTK_ENTRY (editor->entry), get_alignment (self));
  gtk_editable_set_text (GTK_EDITABLE (editor->entry), text);
  hide_problem (self);
  editor->open = TRUE;
  gtk_widget_set_visible (editor->entry, TRUE);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (editor->entry));
  gtk_editable_set_position (GTK_EDITABLE (editor->entry), -1);
  mou_sheet_update_actions (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return TRUE;
}

void
mou_sheet_editor_close (MouSheet *self, gboolean take_focus)
{
  MouSheetEditor *editor = &self->editor;

  if (!editor->open)
    return;
  editor->open = FALSE;
  editor->composing = FALSE;
  hide_problem (self);
  if (take_focus)
    mou_sheet_focus_cursor (self);
  gtk_widget_set_visible (editor->entry, FALSE);
  mou_sheet_update_actions (self);
}

/* Writes the text unless it is what the cell holds already. */
static gboolean
commit (MouSheet *self)
{
  MouSheetEditor *editor = &self->editor;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor->entry)));
  g_autofree char *before = mou_sheet_model_dup_edit_text (self->model, self->cursor.row, self->cursor.column);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (text, before) || mou_sheet_model_set_cell_text (self->model, self->cursor.row, self->cursor.column, text, &error))
    return TRUE;
  show_problem (self, error != NULL ? error->message : _ ("This text cannot be entered here."));
  return FALSE;
}

static gboolean
commit_and_close (MouSheet *self, gboolean take_focus)
{
  if (!self->editor.open)
    return TRUE;
  if (!commit (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
  mou_sheet_editor_close (self, take_focus);
  return TRUE;
}

gboolean
mou_sheet_commit_editing (MouSheet *self)
{
  g_return_val_if_fail (MOU_IS_SHEET (self), FALSE);

  return commit_and_close (self, TRUE);
}

void
mou_sheet_cancel_editing (MouSheet *self)
{
  g_return_if_fail (MOU_IS_SHEET (self));

  mou_sheet_editor_close (self, TRUE);
}

gboolean
mou_sheet_is_editing (MouSheet *self)
{
  g_return_val_if_fail (MOU_IS_SHEET (self), FALSE);

  return self->editor.open;
}

gboolean
mou_sheet_start_editing (MouSheet *self)
{
  g_return_val_if_fail (MOU_IS_SHEET (self), FALSE);

  return mou_sheet_editor_open (self, MOU_SHEET_EDIT_KEEP);
}

/* The key that leaves the editor, in the plain form navigation knows; 0 when it stays in the text. */
static guint
get_leaving_key (MouSheet *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return GDK_KEY_Return;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return GDK_KEY_Tab;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      return keyval;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return self->editor.mode == MOU_SHEET_EDIT_REPLACE ? keyval : 0;
    default:
      return 0;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers, MouSheet *self)
{
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;
  guint leaving = get_leaving_key (self, keyval);

  if (!self->editor.open || self->editor.composing || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    {
      mou_sheet_cancel_editing (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_F2)
    {
      self->editor.mode = MOU_SHEET_EDIT_KEEP;
      return TRUE;
    }
  if (leaving == 0 || (shift && leaving != GDK_KEY_Return && leaving != GDK_KEY_Tab))
    return FALSE;
  if (commit_and_close (self, TRUE))
    mou_sheet_move_after_edit (self, leaving, shift);
  return TRUE;
}

static void
focus_left_cb (GtkEventControllerFocus *controller, MouSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* The window lost the focus, not the entry in it. */
  if (focus != NULL && (focus == self->editor.entry || gtk_widget_is_ancestor (focus, self->editor.entry)))
    return;
  commit_and_close (self, FALSE);
}

static void
text_changed_cb (GtkEditable *editable, MouSheet *self)
{
  hide_problem (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
preedit_changed_cb (GtkText *text, const char *preedit, MouSheet *self)
{
  self->editor.composing = preedit != NULL && *preedit != '\0';
}

static void
add_controllers (MouSheet *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->editor.entry, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->editor.entry, focus);
}

void
mou_sheet_editor_init (MouSheet *self)
{
  MouSheetEditor *editor = &self->editor;

  editor->entry = g_object_ref_sink (gtk_entry_new ());
  gtk_widget_add_css_class (editor->entry, "editor");
  gtk_widget_set_visible (editor->entry, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (editor->entry), 1);
  g_signal_connect (editor->entry, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (editor->entry)), "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
  add_controllers (self);

  editor->problem = gtk_label_new (NULL);
  gtk_widget_add_css_class (editor->problem, "problem");
  gtk_widget_set_visible (editor->problem, FALSE);
  gtk_widget_set_can_target (editor->problem, FALSE);
  gtk_label_set_wrap (GTK_LABEL (editor->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (editor->problem), 0.0f);
  gtk_label_set_max_width_chars (GTK_LABEL (editor->problem), 44);
  gtk_widget_set_parent (editor->problem, GTK_WIDGET (self));
}

void
mou_sheet_editor_clear (MouSheet *self)
{
  MouSheetEditor *editor = &self->editor;

  editor->open = FALSE;
  if (editor->entry != NULL)
    {
      g_signal_handlers_disconnect_by_data (editor->entry, self);
      g_signal_handlers_disconnect_by_data (gtk_editable_get_delegate (GTK_EDITABLE (editor->entry)), self);
    }
  if (editor->pane != NULL)
    gtk_widget_unparent (editor->entry);
  editor->pane = NULL;
  g_clear_object (&editor->entry);
  g_clear_pointer (&editor->problem, gtk_widget_unparent);
}

/* The place of the text: a cell of the tree keeps its indentation and expander. */
static MouSheetBox
get_text_box (MouSheet *self)
{
  MouSheetBox box = mou_sheet_layout_get_box (&self->layout, self->cursor, self->cursor, self->cursor.column < self->layout.n_frozen,
                                              mou_sheet_get_scroll (self, GTK_ORIENTATION_HORIZONTAL),
                                              mou_sheet_get_scroll (self, GTK_ORIENTATION_VERTICAL));

  if (mou_sheet_is_tree_column (self, self->cursor.column))
    {
      MouSheetRow row;
      int indent;

      mou_sheet_model_get_row (self->model, self->cursor.row, &row);
      indent = MIN ((int) (row.depth + 1) * self->metrics.indent, box.width / 2);
      box.x += indent;
      box.width -= indent;
    }
  return box;
}

/* Wider than the cell when the text is, as far as the pane reaches. */
static int
get_entry_width (MouSheet *self, MouSheetBox box)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->metrics.context);
  int width, minimum;

  pango_layout_set_attributes (layout, self->metrics.attributes[0]);
  pango_layout_set_text (layout, gtk_editable_get_text (GTK_EDITABLE (self->editor.entry)), -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_widget_measure (self->editor.entry, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MIN (width + 2 * self->metrics.padding + 4, gtk_widget_get_width (self->editor.pane) - box.x);
  return MAX (MAX (box.width, minimum), width);
}

static void
allocate_problem (MouSheet *self, MouSheetBox box)
{
  const MouSheetLayout *layout = &self->layout;
  GtkWidget *problem = self->editor.problem;
  gboolean frozen = self->cursor.column < layout->n_frozen;
  int width, height, x, y, gap = 4;

  gtk_widget_measure (problem, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (width, MAX (layout->width, 1));
  gtk_widget_measure (problem, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  x = box.x + (frozen ? 0 : mou_sheet_layout_get_frozen_width (layout));
  y = box.y + box.height + layout->header_height + gap;
  if (y + height > layout->height)
    y -= height + box.height + 2 * gap;
  gtk_widget_size_allocate (problem, &(GtkAllocation){ CLAMP (x, 0, MAX (0, layout->width - width)), y, width, height }, -1);
}

void
mou_sheet_editor_allocate (MouSheet *self)
{
  MouSheetBox box;

  if (!self->editor.open)
    return;
  box = get_text_box (self);
  gtk_widget_size_allocate (self->editor.entry, &(GtkAllocation){ box.x, box.y, get_entry_width (self, box), box.height },
                            self->metrics.baseline);
  if (gtk_widget_should_layout (self->editor.problem))
    allocate_problem (self, box);
}

gboolean
mou_sheet_editor_contains (MouSheet *self, double x, double y)
{
  GtkWidget *picked;

  if (!self->editor.open)
    return FALSE;
  picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  return picked != NULL && (picked == self->editor.entry || gtk_widget_is_ancestor (picked, self->editor.entry));
}
