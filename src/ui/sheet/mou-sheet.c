/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget: its properties, its model's signals, its actions, and what GTK asks of a scrollable. */

#include "mou-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MINIMUM_ZOOM 0.75
#define MAXIMUM_ZOOM 2.0
/* The least a scrolled window may make of it: the header, and a few rows. */
#define MINIMUM_WIDTH 200
#define MINIMUM_ROWS 3

typedef enum
{
  PROP_0,
  PROP_MODEL,
  PROP_CURSOR_ROW,
  PROP_CURSOR_COLUMN,
  PROP_ZOOM,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} MouSheetProperty;

typedef enum
{
  SIGNAL_ACTIVATE_CELL,
  SIGNAL_PROBLEM,
  N_SIGNALS
} MouSheetSignal;

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MouSheet, mou_sheet, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

int
mou_sheet_get_scroll (MouSheet *self, GtkOrientation orientation)
{
  return (int) lround (gtk_adjustment_get_value (self->adjustments[orientation]));
}

void
mou_sheet_set_scroll (MouSheet *self, GtkOrientation orientation, int value)
{
  if (value != mou_sheet_get_scroll (self, orientation))
    gtk_adjustment_set_value (self->adjustments[orientation], value);
}

gboolean
mou_sheet_has_cells (MouSheet *self)
{
  return self->layout.n_rows > 0 && self->layout.n_columns > 0;
}

gboolean
mou_sheet_is_tree_column (MouSheet *self, guint column)
{
  if (!mou_sheet_model_get_column (self->model, column)->tree)
    return FALSE;
  for (guint i = 0; i < column; i++)
    if (mou_sheet_model_get_column (self->model, i)->tree)
      return FALSE;
  return TRUE;
}

void
mou_sheet_report_problem (MouSheet *self, const char *message)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_PROBLEM], 0, message);
}

gboolean
mou_sheet_report_refusal (MouSheet *self, guint row, guint column)
{
  g_autofree char *refusal = mou_sheet_model_dup_refusal (self->model, row, column);

  if (refusal != NULL)
    mou_sheet_report_problem (self, refusal);

  return refusal != NULL;
}

void
mou_sheet_activate_cell (MouSheet *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE_CELL], 0, self->cursor.row, self->cursor.column);
}

void
mou_sheet_notify_cursor (MouSheet *self, MouSheetPosition before)
{
  if (before.row != self->cursor.row)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR_ROW]);
  if (before.column != self->cursor.column)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR_COLUMN]);
}

static int
get_column_width (MouSheet *self, guint column)
{
  int chosen = column < self->widths->len ? g_array_index (self->widths, int, column) : 0;

  if (chosen > 0)
    return (int) lround (chosen * self->zoom);
  return mou_sheet_metrics_get_width (&self->metrics, mou_sheet_model_get_column (self->model, column)->width);
}

void
mou_sheet_update_columns (MouSheet *self)
{
  guint n_columns = self->model != NULL ? mou_sheet_model_get_n_columns (self->model) : 0;
  g_autofree int *widths = g_new0 (int, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    widths[i] = get_column_width (self, i);
  mou_sheet_layout_set_columns (&self->layout, widths, n_columns, self->model != NULL ? mou_sheet_model_get_n_frozen (self->model) : 0);
  self->layout.row_height = self->metrics.row_height;
  mou_sheet_header_rebuild (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) n_columns, -1);
  mou_sheet_clamp_cursor (self);
  mou_sheet_queue_sync (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  mou_sheet_replace_cells (self);
}

static void
update_rows (MouSheet *self)
{
  self->layout.n_rows = self->model != NULL ? mou_sheet_model_get_n_rows (self->model) : 0;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) self->layout.n_rows, -1);
}

static void
update_metrics (MouSheet *self)
{
  if (!mou_sheet_metrics_update (&self->metrics, GTK_WIDGET (self), self->zoom))
    return;
  mou_sheet_invalidate (self, 0, MOU_SHEET_NONE - 1);
  mou_sheet_update_columns (self);
}

/* Where a row is after `removed` rows at `position` were replaced by `added`; one of the removed keeps its place if it can. */
static guint
shift_row (guint row, guint position, guint removed, guint added)
{
  if (row == MOU_SHEET_NONE || row < position)
    return row;
  if (row >= position + removed)
    return row - removed + added;
  return added > 0 ? MIN (row, position + added - 1) : position;
}

static void
rows_changed_cb (MouSheet *self, guint position, guint removed, guint added)
{
  MouSheetPosition before = self->cursor;
  gboolean had_focus = mou_sheet_has_focus_within (self);
  gboolean cursor_lost = before.row != MOU_SHEET_NONE && before.row >= position && before.row < position + removed;

  if (cursor_lost && added == 0)
    mou_sheet_editor_close (self, FALSE);
  update_rows (self);
  self->cursor.row = shift_row (self->cursor.row, position, removed, added);
  self->extent.row = shift_row (self->extent.row, position, removed, added);
  mou_sheet_clamp_cursor (self);
  mou_sheet_shift_rows (self, position, removed, added);
  mou_sheet_invalidate (self, position, MOU_SHEET_NONE - 1);
  mou_sheet_sync (self);
  mou_sheet_update_selected (self);
  if (had_focus)
    mou_sheet_focus_cursor (self);
  mou_sheet_update_actions (self);
  mou_sheet_notify_cursor (self, before);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
cells_changed_cb (MouSheet *self, guint first_row, guint last_row)
{
  mou_sheet_invalidate (self, first_row, last_row);
  mou_sheet_queue_sync (self);
}

static void
columns_changed_cb (MouSheet *self)
{
  MouSheetPosition before = self->cursor;

  mou_sheet_editor_close (self, FALSE);
  g_array_set_size (self->widths, 0);
  mou_sheet_invalidate (self, 0, MOU_SHEET_NONE - 1);
  mou_sheet_update_columns (self);
  mou_sheet_sync (self);
  mou_sheet_notify_cursor (self, before);
}

static void
value_changed_cb (MouSheet *self)
{
  if (self->in_allocate)
    return;
  mou_sheet_sync (self);
}

static void
set_adjustment (MouSheet *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment *fresh = adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0);

  if (self->adjustments[orientation] == adjustment && adjustment != NULL)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], value_changed_cb, self);
  g_clear_object (&self->adjustments[orientation]);
  self->adjustments[orientation] = g_object_ref_sink (fresh);
  g_signal_connect_swapped (fresh, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  MouSheet *self = MOU_SHEET (scrollable);

  *border = (GtkBorder){ .left = (gint16) mou_sheet_layout_get_frozen_width (&self->layout), .top = (gint16) self->layout.header_height };
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

static void
mou_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                   int *natural_baseline)
{
  MouSheet *self = MOU_SHEET (widget);
  int header = mou_sheet_header_get_height (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = MAX (MINIMUM_WIDTH, mou_sheet_layout_get_frozen_width (&self->layout) + mou_sheet_layout_get_body_width (&self->layout));
    }
  else
    {
      *minimum = header + MINIMUM_ROWS * self->metrics.row_height;
      *natural = MAX (*minimum, header + mou_sheet_layout_get_body_height (&self->layout));
    }
}

static void
mou_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  mou_sheet_allocate (MOU_SHEET (widget), width, height);
}

static gboolean
mou_sheet_grab_focus (GtkWidget *widget)
{
  MouSheet *self = MOU_SHEET (widget);

  if (!mou_sheet_has_cells (self))
    return GTK_WIDGET_CLASS (mou_sheet_parent_class)->grab_focus (widget);
  mou_sheet_sync (self);
  mou_sheet_focus_cursor (self);
  return TRUE;
}

/* The focus enters at the cursor and leaves as a whole: moving inside is the cursor's business. */
static gboolean
mou_sheet_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (mou_sheet_has_focus_within (MOU_SHEET (widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static void
mou_sheet_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mou_sheet_parent_class)->css_changed (widget, change);
  update_metrics (MOU_SHEET (widget));
}

static void
mou_sheet_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (mou_sheet_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_FONT_NAME || setting == GTK_SYSTEM_SETTING_FONT_CONFIG || setting == GTK_SYSTEM_SETTING_DPI)
    update_metrics (MOU_SHEET (widget));
}

static void
mou_sheet_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MouSheet *self = MOU_SHEET (object);

  switch ((MouSheetProperty) id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_CURSOR_ROW:
      g_value_set_uint (value, self->cursor.row);
      break;
    case PROP_CURSOR_COLUMN:
      g_value_set_uint (value, self->cursor.column);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_0:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mou_sheet_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MouSheet *self = MOU_SHEET (object);

  switch ((MouSheetProperty) id)
    {
    case PROP_MODEL:
      mou_sheet_set_model (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      mou_sheet_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    case PROP_0:
    case PROP_CURSOR_ROW:
    case PROP_CURSOR_COLUMN:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mou_sheet_dispose (GObject *object)
{
  MouSheet *self = MOU_SHEET (object);

  if (self->update_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->update_id);
  self->update_id = 0;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  mou_sheet_editor_clear (self);
  mou_sheet_header_clear (self);
  for (guint i = 0; i < MOU_SHEET_N_PANES; i++)
    g_clear_pointer (&self->panes[i], gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->edges); i++)
    {
      g_clear_pointer (&self->edges[i], gtk_widget_unparent);
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  G_OBJECT_CLASS (mou_sheet_parent_class)->dispose (object);
}

static void
mou_sheet_finalize (GObject *object)
{
  MouSheet *self = MOU_SHEET (object);

  mou_sheet_layout_clear (&self->layout);
  mou_sheet_metrics_clear (&self->metrics);
  g_array_unref (self->widths);
  g_array_unref (self->titles);
  G_OBJECT_CLASS (mou_sheet_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, MOU_TYPE_SHEET_MODEL, G_PARAM_READWRITE | flags);
  properties[PROP_CURSOR_ROW] = g_param_spec_uint ("cursor-row", NULL, NULL, 0, G_MAXUINT, G_MAXUINT, G_PARAM_READABLE | flags);
  properties[PROP_CURSOR_COLUMN] = g_param_spec_uint ("cursor-column", NULL, NULL, 0, G_MAXUINT, G_MAXUINT, G_PARAM_READABLE | flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, MINIMUM_ZOOM, MAXIMUM_ZOOM, 1.0, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
mou_sheet_class_init (MouSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mou_sheet_get_property;
  object_class->set_property = mou_sheet_set_property;
  object_class->dispose = mou_sheet_dispose;
  object_class->finalize = mou_sheet_finalize;
  widget_class->measure = mou_sheet_measure;
  widget_class->size_allocate = mou_sheet_size_allocate;
  widget_class->grab_focus = mou_sheet_grab_focus;
  widget_class->focus = mou_sheet_focus;
  widget_class->css_changed = mou_sheet_css_changed;
  widget_class->system_setting_changed = mou_sheet_system_setting_changed;

  install_properties (object_class);
  signals[SIGNAL_ACTIVATE_CELL]
      = g_signal_new ("activate-cell", MOU_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_PROBLEM] = g_signal_new ("problem", MOU_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  mou_sheet_install_actions (widget_class);
  mou_sheet_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE_GRID);
}

/* In reading order: assistive technologies meet them as they were added. */
static void
add_pane (MouSheet *self, MouSheetPaneKind kind, const char *css_name, const char *label)
{
  self->panes[kind] = mou_sheet_pane_new (css_name, label, kind == MOU_SHEET_BODY || kind == MOU_SHEET_FROZEN);
  gtk_widget_set_parent (self->panes[kind], GTK_WIDGET (self));
}

static void
mou_sheet_init (MouSheet *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->zoom = 1.0;
  self->n_header_lines = 1;
  self->cursor = self->extent = (MouSheetPosition){ MOU_SHEET_NONE, MOU_SHEET_NONE };
  self->tab_column = MOU_SHEET_NONE;
  self->widths = g_array_new (FALSE, TRUE, sizeof (int));
  self->titles = g_array_new (FALSE, FALSE, sizeof (MouSheetTitle));
  add_pane (self, MOU_SHEET_CORNER, "header", _ ("Titles of the first columns"));
  add_pane (self, MOU_SHEET_HEADER, "header", _ ("Column titles"));
  add_pane (self, MOU_SHEET_FROZEN, "body", _ ("First columns"));
  add_pane (self, MOU_SHEET_BODY, "body", _ ("Columns"));
  add_pane (self, MOU_SHEET_OVERLAY, "overlay", _ ("Editor"));
  for (guint i = 0; i < G_N_ELEMENTS (self->edges); i++)
    {
      self->edges[i] = mou_sheet_marker_new ("edge");
      gtk_widget_add_css_class (self->edges[i], i == GTK_ORIENTATION_HORIZONTAL ? "start" : "top");
      gtk_widget_set_parent (self->edges[i], widget);
      set_adjustment (self, (GtkOrientation) i, NULL);
    }
  mou_sheet_editor_init (self);
  mou_sheet_add_key_controller (self);
  mou_sheet_add_gestures (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sheet"), -1);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  update_metrics (self);
  mou_sheet_update_actions (self);
}

GtkWidget *
mou_sheet_new (MouSheetModel *model)
{
  g_return_val_if_fail (model == NULL || MOU_IS_SHEET_MODEL (model), NULL);

  return g_object_new (MOU_TYPE_SHEET, "model", model, NULL);
}

MouSheetModel *
mou_sheet_get_model (MouSheet *self)
{
  g_return_val_if_fail (MOU_IS_SHEET (self), NULL);

  return self->model;
}

void
mou_sheet_set_model (MouSheet *self, MouSheetModel *model)
{
  MouSheetPosition before;

  g_return_if_fail (MOU_IS_SHEET (self));
  g_return_if_fail (model == NULL || MOU_IS_SHEET_MODEL (model));

  if (self->model == model)
    return;
  before = self->cursor;
  mou_sheet_editor_close (self, FALSE);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect_swapped (model, "rows-changed", G_CALLBACK (rows_changed_cb), self);
      g_signal_connect_swapped (model, "cells-changed", G_CALLBACK (cells_changed_cb), self);
      g_signal_connect_swapped (model, "columns-changed", G_CALLBACK (columns_changed_cb), self);
    }
  self->cursor = self->extent = (MouSheetPosition){ MOU_SHEET_NONE, MOU_SHEET_NONE };
  self->tab_column = MOU_SHEET_NONE;
  g_array_set_size (self->widths, 0);
  mou_sheet_invalidate (self, 0, MOU_SHEET_NONE - 1);
  update_rows (self);
  mou_sheet_update_columns (self);
  mou_sheet_sync (self);
  mou_sheet_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
  mou_sheet_notify_cursor (self, before);
}

double
mou_sheet_get_zoom (MouSheet *self)
{
  g_return_val_if_fail (MOU_IS_SHEET (self), 1.0);

  return self->zoom;
}

void
mou_sheet_set_zoom (MouSheet *self, double zoom)
{
  g_return_if_fail (MOU_IS_SHEET (self));

  zoom = CLAMP (zoom, MINIMUM_ZOOM, MAXIMUM_ZOOM);
  if (fabs (zoom - self->zoom) < 0.001)
    return;
  self->zoom = zoom;
  update_metrics (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}
