/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything told to GTK is compared with what it was told before: most rebinds change the text and the name alone. */

#include "mou-sheet-cell.h"

/* How strongly "-" and "N/A" are drawn. Not in the style: the lines between cells take the text's colour. */
#define ABSENT_ALPHA 0.65f

struct _MouSheetCell
{
  GtkWidget parent_instance;

  PangoLayout *layout;
  char *name;
  char *reason;
  GtkWidget *expander; /* in the tree column only, made when first needed */
  MouSheetCellFlags flags;
  int baseline; /* -1: centred vertically, as titles are */
  int padding;
  int indent; /* before the text, beyond the padding */
  int expander_size;
  guint place_row;
  guint place_column;
  gboolean selected;
  gboolean read_only;
};

G_DEFINE_FINAL_TYPE (MouSheetCell, mou_sheet_cell, GTK_TYPE_WIDGET)

static const struct
{
  MouSheetCellFlags flag;
  const char *style;
} styles[] = {
  { MOU_SHEET_CELL_COMPUTED, "computed" },
  { MOU_SHEET_CELL_WARNING, "warning" },
  { MOU_SHEET_CELL_ERROR, "error" },
};

static void
update_styles (MouSheetCell *self, MouSheetCellFlags flags)
{
  if (flags == self->flags)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      if ((flags & styles[i].flag) == (self->flags & styles[i].flag))
        continue;
      if (flags & styles[i].flag)
        gtk_widget_add_css_class (GTK_WIDGET (self), styles[i].style);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), styles[i].style);
    }
  self->flags = flags;
}

static void
update_name (MouSheetCell *self, const char *name)
{
  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_reason (MouSheetCell *self, const char *reason)
{
  if (g_strcmp0 (self->reason, reason) == 0)
    return;
  g_free (self->reason);
  self->reason = g_strdup (reason);
  if (reason != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
update_invalid (MouSheetCell *self, MouSheetCellFlags flags)
{
  if (((flags ^ self->flags) & MOU_SHEET_CELL_ERROR) == 0)
    return;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               flags & MOU_SHEET_CELL_ERROR ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
update_read_only (MouSheetCell *self, gboolean read_only)
{
  if (self->read_only == read_only)
    return;
  self->read_only = read_only;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, read_only, -1);
}

static void
update_expander (MouSheetCell *self, const MouSheetMetrics *metrics, const MouSheetRow *row)
{
  if (row == NULL || !row->expandable)
    {
      if (self->expander != NULL && gtk_widget_get_visible (self->expander))
        {
          gtk_widget_set_visible (self->expander, FALSE);
          gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
        }
      return;
    }
  if (self->expander == NULL)
    {
      self->expander = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
    }
  self->expander_size = metrics->indent;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->expander), row->expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->expander), (int) (16.0 * metrics->zoom));
  gtk_widget_set_visible (self->expander, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, row->expanded, -1);
}

static PangoAlignment
get_pango_alignment (MouSheetAlignment alignment)
{
  switch (alignment)
    {
    case MOU_SHEET_ALIGN_CENTRE:
      return PANGO_ALIGN_CENTER;
    case MOU_SHEET_ALIGN_END:
      return PANGO_ALIGN_RIGHT;
    case MOU_SHEET_ALIGN_START:
    default:
      return PANGO_ALIGN_LEFT;
    }
}

static void
ensure_layout (MouSheetCell *self, const MouSheetMetrics *metrics)
{
  if (self->layout != NULL)
    return;
  self->layout = pango_layout_new (metrics->context);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

static void
set_layout (MouSheetCell *self, const char *text, MouSheetAlignment alignment, PangoAttrList *attributes)
{
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_alignment (self->layout, get_pango_alignment (alignment));
  pango_layout_set_text (self->layout, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static MouSheetFace
get_face (const MouSheetRow *row, MouSheetCellFlags flags)
{
  guint face = 0;

  if (row->group || (flags & MOU_SHEET_CELL_STRONG))
    face |= MOU_SHEET_FACE_BOLD;
  if (flags & MOU_SHEET_CELL_PROVISIONAL)
    face |= MOU_SHEET_FACE_ITALIC;
  if (flags & MOU_SHEET_CELL_ERROR)
    face |= MOU_SHEET_FACE_WAVY;
  return (MouSheetFace) face;
}

static void
set_indent (MouSheetCell *self, int indent)
{
  if (self->indent == indent)
    return;
  self->indent = indent;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
mou_sheet_cell_bind (MouSheetCell *self, const MouSheetMetrics *metrics, const MouSheetColumn *column, const MouSheetRow *row,
                     const MouSheetCellInfo *info, gboolean tree, const char *name)
{
  g_return_if_fail (MOU_IS_SHEET_CELL (self));

  ensure_layout (self, metrics);
  self->baseline = metrics->baseline;
  self->padding = metrics->padding;
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  set_indent (self, tree ? (int) (row->depth + 1) * metrics->indent : 0);
  set_layout (self, info->text != NULL ? info->text : "", column->alignment, metrics->attributes[get_face (row, info->flags)]);
  update_expander (self, metrics, tree ? row : NULL);
  update_invalid (self, info->flags);
  update_read_only (self, !column->editable || (info->flags & (MOU_SHEET_CELL_READ_ONLY | MOU_SHEET_CELL_COMPUTED)) != 0);
  update_styles (self, info->flags);
  update_reason (self, info->reason);
  update_name (self, name);
}

void
mou_sheet_cell_bind_title (MouSheetCell *self, const MouSheetMetrics *metrics, const char *title, MouSheetAlignment alignment,
                           guint n_lines)
{
  g_return_if_fail (MOU_IS_SHEET_CELL (self));
  g_return_if_fail (title != NULL);

  ensure_layout (self, metrics);
  self->baseline = -1;
  self->padding = alignment == MOU_SHEET_ALIGN_START ? metrics->padding : metrics->padding / 2;
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (self->layout, -(int) n_lines);
  set_layout (self, title, alignment, metrics->attributes[MOU_SHEET_FACE_BOLD]);
  update_name (self, title);
}

void
mou_sheet_cell_set_place (MouSheetCell *self, guint row, guint column)
{
  g_return_if_fail (MOU_IS_SHEET_CELL (self));

  if (self->place_row != row)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) row, -1);
  if (self->place_column != column)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) column, -1);
  self->place_row = row;
  self->place_column = column;
}

void
mou_sheet_cell_set_selected (MouSheetCell *self, gboolean selected)
{
  g_return_if_fail (MOU_IS_SHEET_CELL (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

const char *
mou_sheet_cell_get_name (MouSheetCell *self)
{
  g_return_val_if_fail (MOU_IS_SHEET_CELL (self), NULL);

  return self->name;
}

static void
mou_sheet_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  MouSheetCell *self = MOU_SHEET_CELL (widget);

  /* The sheet decides; only the child must have been asked before it is allocated. */
  if (self->expander != NULL)
    gtk_widget_measure (self->expander, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = 0;
  *natural = 0;
}

static void
mou_sheet_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MouSheetCell *self = MOU_SHEET_CELL (widget);
  int size, x;

  if (self->expander == NULL || !gtk_widget_should_layout (self->expander))
    return;
  gtk_widget_measure (self->expander, GTK_ORIENTATION_HORIZONTAL, -1, &size, NULL, NULL, NULL);
  size = MAX (size, self->expander_size);
  x = self->padding + self->indent - self->expander_size + (self->expander_size - size) / 2 - self->padding / 4;
  gtk_widget_size_allocate (self->expander, &(GtkAllocation){ x, 0, size, height }, -1);
}

static void
mou_sheet_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MouSheetCell *self = MOU_SHEET_CELL (widget);
  int width = gtk_widget_get_width (widget) - 2 * self->padding - self->indent;
  int height, y;
  GdkRGBA colour;

  if (self->expander != NULL)
    gtk_widget_snapshot_child (widget, self->expander, snapshot);
  if (self->layout == NULL || width <= 0 || *pango_layout_get_text (self->layout) == '\0')
    return;

  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  if (self->baseline >= 0)
    y = self->baseline - PANGO_PIXELS (pango_layout_get_baseline (self->layout));
  else
    y = (gtk_widget_get_height (widget) - height) / 2;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  if (self->flags & MOU_SHEET_CELL_ABSENT)
    colour.alpha *= ABSENT_ALPHA;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (self->padding + self->indent), (float) y));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static gboolean
mou_sheet_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  MouSheetCell *self = MOU_SHEET_CELL (widget);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->layout != NULL && pango_layout_is_ellipsized (self->layout))
    g_string_append (text, pango_layout_get_text (self->layout));
  if (self->reason != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", self->reason);
  if (text->len == 0)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text->str);
  return TRUE;
}

static void
mou_sheet_cell_dispose (GObject *object)
{
  MouSheetCell *self = MOU_SHEET_CELL (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (mou_sheet_cell_parent_class)->dispose (object);
}

static void
mou_sheet_cell_finalize (GObject *object)
{
  MouSheetCell *self = MOU_SHEET_CELL (object);

  g_free (self->name);
  g_free (self->reason);
  G_OBJECT_CLASS (mou_sheet_cell_parent_class)->finalize (object);
}

static void
mou_sheet_cell_class_init (MouSheetCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mou_sheet_cell_dispose;
  object_class->finalize = mou_sheet_cell_finalize;
  widget_class->measure = mou_sheet_cell_measure;
  widget_class->size_allocate = mou_sheet_cell_size_allocate;
  widget_class->snapshot = mou_sheet_cell_snapshot;
  widget_class->query_tooltip = mou_sheet_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "cell");
}

static void
mou_sheet_cell_init (MouSheetCell *self)
{
  self->baseline = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
mou_sheet_cell_new (GtkAccessibleRole role)
{
  GtkWidget *self = g_object_new (MOU_TYPE_SHEET_CELL, "accessible-role", role, NULL);

  if (role == GTK_ACCESSIBLE_ROLE_GRID_CELL)
    {
      gtk_widget_set_focusable (self, TRUE);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
    }
  return self;
}
