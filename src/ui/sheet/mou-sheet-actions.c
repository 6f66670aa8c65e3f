/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands of a sheet, under "sheet."; all of them rest while the editor is open or there is no cell. */

#include "mou-sheet-private.h"

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_sheet_copy (MOU_SHEET (widget));
}

static void
cut_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_sheet_cut (MOU_SHEET (widget));
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_sheet_paste (MOU_SHEET (widget));
}

static void
fill_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_sheet_fill_down (MOU_SHEET (widget));
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_sheet_clear (MOU_SHEET (widget));
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouSheet *self = MOU_SHEET (widget);

  if (!mou_sheet_start_editing (self))
    mou_sheet_activate_cell (self);
}

static void
select_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouSheet *self = MOU_SHEET (widget);

  mou_sheet_select (self, 0, 0, self->layout.n_rows - 1, self->layout.n_columns - 1);
}

static void
expand_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouSheet *self = MOU_SHEET (widget);
  gboolean expand = g_str_equal (name, "sheet.expand");
  MouSheetRow row;

  mou_sheet_model_get_row (self->model, self->cursor.row, &row);
  if (row.expandable && row.expanded != expand)
    mou_sheet_model_set_expanded (self->model, self->cursor.row, expand);
}

void
mou_sheet_update_actions (MouSheet *self)
{
  static const char *const actions[] = { "sheet.copy", "sheet.cut",        "sheet.paste",  "sheet.fill-down", "sheet.clear",
                                         "sheet.edit", "sheet.select-all", "sheet.expand", "sheet.collapse" };
  gboolean enabled = mou_sheet_has_cells (self) && !self->editor.open;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], enabled);
}

void
mou_sheet_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sheet.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "sheet.cut", NULL, cut_cb);
  gtk_widget_class_install_action (widget_class, "sheet.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "sheet.fill-down", NULL, fill_down_cb);
  gtk_widget_class_install_action (widget_class, "sheet.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "sheet.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "sheet.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (widget_class, "sheet.expand", NULL, expand_cb);
  gtk_widget_class_install_action (widget_class, "sheet.collapse", NULL, expand_cb);
}
