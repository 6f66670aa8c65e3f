/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-text-row: see the header. */

#include "mou-text-row.h"
#include "mou-text-view.h"

struct _MouTextRow
{
  MouEditor parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *reason;
  GtkMenuButton *menu;

  gboolean one_line;
};

G_DEFINE_FINAL_TYPE (MouTextRow, mou_text_row, MOU_TYPE_EDITOR)

static char *
mou_text_row_dup_text (MouEditor *editor)
{
  GtkTextBuffer *buffer = MOU_TEXT_ROW (editor)->buffer;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What comes from the document is undone in the document: the buffer's own undo knows only what is typed. */
static void
mou_text_row_set_text (MouEditor *editor, const char *text)
{
  GtkTextBuffer *buffer = MOU_TEXT_ROW (editor)->buffer;

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

static void
mou_text_row_target_set (MouEditor *editor, const MouTarget *target)
{
  const MouField *field = mou_target_get_field (target);

  MOU_TEXT_ROW (editor)->one_line = field != NULL && field->type != MOU_FIELD_LONG_TEXT;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, MouTextRow *self)
{
  if (!self->one_line || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return FALSE;

  mou_editor_commit (MOU_EDITOR (self));
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MouTextRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
mou_text_row_class_init (MouTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MOU_EDITOR_CLASS (klass)->dup_text = mou_text_row_dup_text;
  MOU_EDITOR_CLASS (klass)->set_text = mou_text_row_set_text;
  MOU_EDITOR_CLASS (klass)->target_set = mou_text_row_target_set;

  g_type_ensure (MOU_TYPE_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MouTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, MouTextRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, MouTextRow, reason);
  gtk_widget_class_bind_template_child (widget_class, MouTextRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
mou_text_row_init (MouTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mou_editor_set_input (MOU_EDITOR (self), GTK_WIDGET (self->view), self->reason);
  mou_editor_set_menu_button (MOU_EDITOR (self), self->menu);
}
