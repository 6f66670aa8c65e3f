/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-field-row: see the header. */

#include "mou-field-row.h"

struct _MouFieldRow
{
  MouEditor parent_instance;

  GtkText *text;
  GtkLabel *reason;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (MouFieldRow, mou_field_row, MOU_TYPE_EDITOR)

static char *
mou_field_row_dup_text (MouEditor *editor)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (MOU_FIELD_ROW (editor)->text)));
}

/* What comes from the document is undone in the document: the entry's own undo knows only what is typed. What is put there while the
 * user is in the row is there to be typed over. */
static void
mou_field_row_set_text (MouEditor *editor, const char *text)
{
  GtkText *entry = MOU_FIELD_ROW (editor)->text;

  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), TRUE);
  if (gtk_widget_has_focus (GTK_WIDGET (entry)))
    gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}

static void
activated_cb (GtkText *text, MouFieldRow *self)
{
  mou_editor_commit (MOU_EDITOR (self));
}

/* A click anywhere on the row is meant for its text. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MouFieldRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
mou_field_row_class_init (MouFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MOU_EDITOR_CLASS (klass)->dup_text = mou_field_row_dup_text;
  MOU_EDITOR_CLASS (klass)->set_text = mou_field_row_set_text;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MouFieldRow, text);
  gtk_widget_class_bind_template_child (widget_class, MouFieldRow, reason);
  gtk_widget_class_bind_template_child (widget_class, MouFieldRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
mou_field_row_init (MouFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mou_editor_set_input (MOU_EDITOR (self), GTK_WIDGET (self->text), self->reason);
  mou_editor_set_menu_button (MOU_EDITOR (self), self->menu);
}
