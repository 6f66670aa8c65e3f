/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The panes and their markers; nothing here knows what a row is. */

#include "mou-sheet-pane.h"

struct _MouSheetPane
{
  GtkWidget parent_instance;

  MouSheetPool strips;
  GtkWidget *selection;
  GtkWidget *cursor;
};

G_DEFINE_FINAL_TYPE (MouSheetPane, mou_sheet_pane, GTK_TYPE_WIDGET)

static void
mou_sheet_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
mou_sheet_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mou_sheet_pane_parent_class)->dispose (object);
}

static void
mou_sheet_pane_finalize (GObject *object)
{
  mou_sheet_pool_clear (&MOU_SHEET_PANE (object)->strips);
  G_OBJECT_CLASS (mou_sheet_pane_parent_class)->finalize (object);
}

static void
mou_sheet_pane_class_init (MouSheetPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mou_sheet_pane_dispose;
  object_class->finalize = mou_sheet_pane_finalize;
  widget_class->measure = mou_sheet_pane_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_GROUP);
}

static void
mou_sheet_pane_init (MouSheetPane *self)
{
  mou_sheet_pool_init (&self->strips);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
mou_sheet_pane_new (const char *css_name, const char *label, gboolean markers)
{
  MouSheetPane *self = g_object_new (MOU_TYPE_SHEET_PANE, "css-name", css_name, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (markers)
    {
      self->selection = mou_sheet_marker_new ("selection");
      self->cursor = mou_sheet_marker_new ("cursor");
      gtk_widget_set_parent (self->selection, GTK_WIDGET (self));
      gtk_widget_set_parent (self->cursor, GTK_WIDGET (self));
      gtk_widget_set_child_visible (self->selection, FALSE);
      gtk_widget_set_child_visible (self->cursor, FALSE);
    }
  return GTK_WIDGET (self);
}

MouSheetPool *
mou_sheet_pane_get_strips (MouSheetPane *self)
{
  g_return_val_if_fail (MOU_IS_SHEET_PANE (self), NULL);

  return &self->strips;
}

void
mou_sheet_pane_add_strip (MouSheetPane *self, GtkWidget *strip, guint row)
{
  g_return_if_fail (MOU_IS_SHEET_PANE (self));

  /* Beneath the markers and the editor, and in reading order as long as none is reused. */
  gtk_widget_insert_before (strip, GTK_WIDGET (self), self->selection);
  mou_sheet_pool_add (&self->strips, strip, row);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
mou_sheet_pane_get_selection_marker (MouSheetPane *self)
{
  g_return_val_if_fail (MOU_IS_SHEET_PANE (self), NULL);

  return self->selection;
}

GtkWidget *
mou_sheet_pane_get_cursor_marker (MouSheetPane *self)
{
  g_return_val_if_fail (MOU_IS_SHEET_PANE (self), NULL);

  return self->cursor;
}

GtkWidget *
mou_sheet_marker_new (const char *css_name)
{
  GtkWidget *marker
      = g_object_new (GTK_TYPE_BOX, "css-name", css_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-target", FALSE, NULL);

  return marker;
}
