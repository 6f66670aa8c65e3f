/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A strip asks the model for a cell when the cell's row or column changed, or after an invalidation, and never otherwise. */

#include "mou-sheet-strip.h"

struct _MouSheetStrip
{
  GtkWidget parent_instance;

  MouSheet *sheet;
  MouSheetPool cells; /* by column */
  guint row;
  gboolean frozen;
  gboolean stale;
  gboolean group;
};

G_DEFINE_FINAL_TYPE (MouSheetStrip, mou_sheet_strip, GTK_TYPE_WIDGET)

/* "row label, column title: text", the title preceded by its group's. */
static char *
create_name (MouSheetStrip *self, const MouSheetColumn *column, const MouSheetCellInfo *info, const char *row_label)
{
  const char *text = info->text != NULL ? info->text : "";

  if (info->label != NULL)
    return g_strdup (info->label);
  if (column->group != NULL)
    return g_strdup_printf ("%s, %s %s: %s", row_label, column->group, column->title, text);
  return g_strdup_printf ("%s, %s: %s", row_label, column->title, text);
}

static void
bind_cell (MouSheetStrip *self, MouSheetCell *cell, guint column_index, const MouSheetRow *row, const char *row_label)
{
  MouSheet *sheet = self->sheet;
  const MouSheetColumn *column = mou_sheet_model_get_column (sheet->model, column_index);
  g_auto (MouSheetCellInfo) info = { 0 };
  g_autofree char *name = NULL;

  mou_sheet_model_get_cell (sheet->model, self->row, column_index, &info);
  name = create_name (self, column, &info, row_label);
  mou_sheet_cell_bind (cell, &sheet->metrics, column, row, &info, mou_sheet_is_tree_column (sheet, column_index), name);
  mou_sheet_cell_set_place (cell, self->row + 1, column_index + 1);
  mou_sheet_cell_set_selected (cell, mou_sheet_is_selected (sheet, self->row, column_index));
}

static MouSheetCell *
claim_cell (MouSheetStrip *self, guint column)
{
  GtkWidget *cell = mou_sheet_pool_claim (&self->cells, column);

  if (cell == NULL)
    {
      cell = mou_sheet_cell_new (GTK_ACCESSIBLE_ROLE_GRID_CELL);
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      mou_sheet_pool_add (&self->cells, cell, column);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  mou_sheet_show_child (cell, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return MOU_SHEET_CELL (cell);
}

static void
show_column (MouSheetStrip *self, guint column, const MouSheetRow *row, const char *row_label, gboolean afresh)
{
  MouSheetCell *cell = mou_sheet_pool_find (&self->cells, column);

  if (cell != NULL && !afresh)
    return;
  if (cell == NULL)
    cell = claim_cell (self, column);
  bind_cell (self, cell, column, row, row_label);
}

static gboolean
shows_all (MouSheetStrip *self, MouSheetSpan columns, guint extra)
{
  for (guint i = columns.first; i < columns.end; i++)
    if (mou_sheet_pool_find (&self->cells, i) == NULL)
      return FALSE;
  return extra == MOU_SHEET_NONE || mou_sheet_pool_find (&self->cells, extra) != NULL;
}

static void
hide_spare_cells (MouSheetStrip *self)
{
  for (guint i = 0; i < mou_sheet_pool_get_size (&self->cells); i++)
    if (mou_sheet_pool_get_key (&self->cells, i) == MOU_SHEET_NONE)
      mou_sheet_show_child (mou_sheet_pool_get (&self->cells, i), FALSE);
}

static void
update_style (MouSheetStrip *self, gboolean group)
{
  if (self->group == group)
    return;
  self->group = group;
  if (group)
    gtk_widget_add_css_class (GTK_WIDGET (self), "group");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "group");
}

void
mou_sheet_strip_bind (MouSheetStrip *self, guint row, MouSheetSpan columns, guint extra)
{
  gboolean afresh = self->stale || self->row != row;
  g_autofree char *row_label = NULL;
  MouSheetRow info;

  g_return_if_fail (MOU_IS_SHEET_STRIP (self));

  self->row = row;
  self->stale = FALSE;
  mou_sheet_pool_retain (&self->cells, columns, extra);
  if (!afresh && shows_all (self, columns, extra))
    {
      hide_spare_cells (self);
      return;
    }
  mou_sheet_model_get_row (self->sheet->model, row, &info);
  row_label = mou_sheet_model_dup_row_label (self->sheet->model, row);
  update_style (self, info.group);
  if (afresh)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row_label, -1);
  for (guint i = columns.first; i < columns.end; i++)
    show_column (self, i, &info, row_label, afresh);
  if (extra != MOU_SHEET_NONE && (extra < columns.first || extra >= columns.end))
    show_column (self, extra, &info, row_label, afresh);
  hide_spare_cells (self);
}

void
mou_sheet_strip_invalidate (MouSheetStrip *self)
{
  g_return_if_fail (MOU_IS_SHEET_STRIP (self));

  self->stale = TRUE;
}

MouSheetCell *
mou_sheet_strip_peek_cell (MouSheetStrip *self, guint column)
{
  g_return_val_if_fail (MOU_IS_SHEET_STRIP (self), NULL);

  return mou_sheet_pool_find (&self->cells, column);
}

void
mou_sheet_strip_update_selected (MouSheetStrip *self)
{
  g_return_if_fail (MOU_IS_SHEET_STRIP (self));

  for (guint i = 0; i < mou_sheet_pool_get_size (&self->cells); i++)
    {
      guint column = mou_sheet_pool_get_key (&self->cells, i);

      if (column != MOU_SHEET_NONE)
        mou_sheet_cell_set_selected (mou_sheet_pool_get (&self->cells, i), mou_sheet_is_selected (self->sheet, self->row, column));
    }
}

static void
mou_sheet_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
mou_sheet_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MouSheetStrip *self = MOU_SHEET_STRIP (widget);
  const MouSheetLayout *layout = &self->sheet->layout;
  int origin = self->frozen ? 0 : mou_sheet_layout_get_frozen_width (layout);

  for (guint i = 0; i < mou_sheet_pool_get_size (&self->cells); i++)
    {
      GtkWidget *cell = mou_sheet_pool_get (&self->cells, i);
      guint column = mou_sheet_pool_get_key (&self->cells, i);

      if (column == MOU_SHEET_NONE || column >= layout->n_columns)
        continue;
      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (
          cell, &(GtkAllocation){ layout->offsets[column] - origin, 0, mou_sheet_layout_get_column_width (layout, column), height }, -1);
    }
}

static void
mou_sheet_strip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mou_sheet_strip_parent_class)->dispose (object);
}

static void
mou_sheet_strip_finalize (GObject *object)
{
  mou_sheet_pool_clear (&MOU_SHEET_STRIP (object)->cells);
  G_OBJECT_CLASS (mou_sheet_strip_parent_class)->finalize (object);
}

static void
mou_sheet_strip_class_init (MouSheetStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mou_sheet_strip_dispose;
  object_class->finalize = mou_sheet_strip_finalize;
  widget_class->measure = mou_sheet_strip_measure;
  widget_class->size_allocate = mou_sheet_strip_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
mou_sheet_strip_init (MouSheetStrip *self)
{
  mou_sheet_pool_init (&self->cells);
  self->row = MOU_SHEET_NONE;
}

GtkWidget *
mou_sheet_strip_new (MouSheet *sheet, gboolean frozen)
{
  MouSheetStrip *self = g_object_new (MOU_TYPE_SHEET_STRIP, NULL);

  self->sheet = sheet;
  self->frozen = frozen;
  return GTK_WIDGET (self);
}
