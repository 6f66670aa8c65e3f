/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-level-chart: see the header. */

#include "mou-level-chart.h"
#include "mou-level-chart-layout.h"

#define MINIMUM_WIDTH 220

struct _MouLevelChart
{
  GtkWidget parent_instance;

  MouLevelChartInput input;
  PangoLayout *text; /* one for all, set anew for each text */
};

G_DEFINE_FINAL_TYPE (MouLevelChart, mou_level_chart, GTK_TYPE_WIDGET)

/* What the theme draws with. */
typedef struct
{
  GdkRGBA text;
  GdkRGBA accent;
  GdkRGBA ground;
} Colours;

static void
set_text (MouLevelChart *self, const char *text, gboolean strong)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (self->text == NULL)
    {
      self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_single_paragraph_mode (self->text, TRUE);
      pango_layout_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
    }
  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->text, attributes);
  pango_layout_set_text (self->text, text, -1);
  pango_layout_set_width (self->text, -1);
}

static void
measure_cb (const char *text, gboolean strong, double *width, double *height, gpointer data)
{
  int text_width, text_height;

  set_text (data, text, strong);
  pango_layout_get_pixel_size (((MouLevelChart *) data)->text, &text_width, &text_height);
  *width = text_width;
  *height = text_height;
}

static double
get_line_height (MouLevelChart *self)
{
  double width, height;

  measure_cb ("0", FALSE, &width, &height, self);

  return height;
}

static void
draw_text (MouLevelChart *self, GtkSnapshot *snapshot, const char *text, const MouChartText *place, gboolean strong, const GdkRGBA *colour)
{
  if (!place->shown)
    return;

  set_text (self, text, strong);
  pango_layout_set_width (self->text, (int) (place->box.width * PANGO_SCALE) + PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) place->box.x, (float) place->box.y));
  gtk_snapshot_append_layout (snapshot, self->text, colour);
  gtk_snapshot_restore (snapshot);
}

static GdkRGBA
fade (const GdkRGBA *colour, float alpha)
{
  GdkRGBA faded = *colour;

  faded.alpha *= alpha;

  return faded;
}

/* The space between two levels darkens towards the best. */
static void
draw_bands (MouLevelChart *self, GtkSnapshot *snapshot, const MouLevelChartLayout *layout, const Colours *colours)
{
  for (int i = 0; i + 1 < self->input.n_levels; i++)
    {
      const GdkRGBA colour = fade (&colours->text, 0.03f + 0.02f * (float) i);
      const double top = layout->levels[i + 1].y;

      gtk_snapshot_append_color (
          snapshot, &colour,
          &GRAPHENE_RECT_INIT ((float) layout->plot.x, (float) top, (float) layout->plot.width, (float) (layout->levels[i].y - top)));
    }
}

/* An absent level is a dashed line. */
static void
draw_lines (MouLevelChart *self, cairo_t *cairo, const MouLevelChartLayout *layout)
{
  static const double dashes[] = { 2, 4 };

  cairo_set_line_width (cairo, 1);
  for (int i = 0; i < self->input.n_levels; i++)
    {
      const double y = (int) layout->levels[i].y + 0.5;

      cairo_set_dash (cairo, dashes, self->input.levels[i].absent ? G_N_ELEMENTS (dashes) : 0, 0);
      cairo_move_to (cairo, layout->plot.x, y);
      cairo_line_to (cairo, layout->plot.x + layout->plot.width, y);
      cairo_stroke (cairo);
    }
  cairo_set_dash (cairo, NULL, 0, 0);
}

/* Years without a number interrupt it. */
static void
draw_course (MouLevelChart *self, cairo_t *cairo, const MouLevelChartLayout *layout)
{
  cairo_set_line_width (cairo, 1.5);
  for (guint i = 0; i < self->input.n_years; i++)
    {
      if (!layout->years[i].marked)
        cairo_new_sub_path (cairo);
      else if (i == 0 || !layout->years[i - 1].marked)
        cairo_move_to (cairo, layout->years[i].x, layout->years[i].y);
      else
        cairo_line_to (cairo, layout->years[i].x, layout->years[i].y);
    }
  cairo_stroke (cairo);
}

/* A provisional figure is a ring: what was drawn under it is taken away. */
static void
draw_year (cairo_t *cairo, const MouChartPointPlace *place, gboolean provisional)
{
  cairo_new_path (cairo);
  cairo_arc (cairo, place->x, place->y, MOU_CHART_MARK - 1, 0, 2 * G_PI);
  if (!provisional)
    {
      cairo_fill (cairo);
      return;
    }

  cairo_set_operator (cairo, CAIRO_OPERATOR_CLEAR);
  cairo_fill_preserve (cairo);
  cairo_set_operator (cairo, CAIRO_OPERATOR_OVER);
  cairo_set_line_width (cairo, 2);
  cairo_stroke (cairo);
}

static void
draw_diamond (cairo_t *cairo, const MouChartPointPlace *place)
{
  const double radius = MOU_CHART_MARK + 2;

  cairo_new_path (cairo);
  cairo_move_to (cairo, place->x, place->y - radius);
  cairo_line_to (cairo, place->x + radius, place->y);
  cairo_line_to (cairo, place->x, place->y + radius);
  cairo_line_to (cairo, place->x - radius, place->y);
  cairo_close_path (cairo);
  cairo_fill (cairo);
}

static void
draw_marks (MouLevelChart *self, GtkSnapshot *snapshot, const MouLevelChartLayout *layout, const Colours *colours, float width,
            float height)
{
  const GdkRGBA line = fade (&colours->text, 0.35f);
  const GdkRGBA course = fade (&colours->text, 0.65f);
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  gdk_cairo_set_source_rgba (cairo, &line);
  draw_lines (self, cairo, layout);
  gdk_cairo_set_source_rgba (cairo, &course);
  draw_course (self, cairo, layout);
  gdk_cairo_set_source_rgba (cairo, &colours->text);
  for (guint i = 0; i < self->input.n_years; i++)
    if (layout->years[i].marked)
      draw_year (cairo, &layout->years[i], self->input.years[i].provisional);
  gdk_cairo_set_source_rgba (cairo, &colours->accent);
  if (layout->actual.marked)
    draw_diamond (cairo, &layout->actual);
  cairo_destroy (cairo);
}

/* A label of a point may cross lines: what is under it is made faint. */
static void
draw_point_text (MouLevelChart *self, GtkSnapshot *snapshot, const char *text, const MouChartText *place, gboolean strong,
                 const Colours *colours)
{
  const GdkRGBA veil = fade (&colours->ground, 0.75f);

  if (place->shown)
    gtk_snapshot_append_color (
        snapshot, &veil,
        &GRAPHENE_RECT_INIT ((float) place->box.x, (float) place->box.y, (float) place->box.width, (float) place->box.height));
  draw_text (self, snapshot, text, place, strong, &colours->text);
}

static void
draw_texts (MouLevelChart *self, GtkSnapshot *snapshot, const MouLevelChartLayout *layout, const Colours *colours)
{
  const GdkRGBA *colour = &colours->text;

  for (int i = 0; i < self->input.n_levels; i++)
    {
      draw_text (self, snapshot, self->input.levels[i].name, &layout->levels[i].name, TRUE, colour);
      draw_text (self, snapshot, self->input.levels[i].label, &layout->levels[i].label, FALSE, colour);
    }
  for (guint i = 0; i < self->input.n_years; i++)
    {
      const MouChartPoint *point = &self->input.years[i];

      draw_text (self, snapshot, layout->short_titles ? mou_chart_point_get_short_title (point) : point->title, &layout->years[i].title,
                 FALSE, colour);
      draw_point_text (self, snapshot, point->label, &layout->years[i].label, FALSE, colours);
    }
  draw_text (self, snapshot, self->input.actual.title, &layout->actual.title, TRUE, colour);
  draw_point_text (self, snapshot, self->input.actual.label, &layout->actual.label, FALSE, colours);
  draw_point_text (self, snapshot, self->input.score, &layout->score, TRUE, colours);
}

static Colours
get_colours (GtkWidget *widget)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  Colours colours;

  gtk_style_context_get_color (style, &colours.text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &colours.accent))
    colours.accent = colours.text;
  if (!gtk_style_context_lookup_color (style, "window_bg_color", &colours.ground))
    colours.ground = (GdkRGBA){ 0, 0, 0, 0 };

  return colours;
}

static void
mou_level_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MouLevelChart *self = MOU_LEVEL_CHART (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const Colours colours = get_colours (widget);
  MouLevelChartLayout layout;

  mou_level_chart_layout_init (&layout, &self->input, width, height, measure_cb, self);
  draw_bands (self, snapshot, &layout, &colours);
  draw_marks (self, snapshot, &layout, &colours, (float) width, (float) height);
  draw_texts (self, snapshot, &layout, &colours);
}

static GtkSizeRequestMode
mou_level_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
mou_level_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  MouLevelChart *self = MOU_LEVEL_CHART (widget);

  *minimum = MINIMUM_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = (int) mou_level_chart_layout_get_natural_height (&self->input, get_line_height (self)) + 1;
  *natural = *minimum;
}

/* Fonts may have changed. */
static void
mou_level_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mou_level_chart_parent_class)->css_changed (widget, change);

  g_clear_object (&MOU_LEVEL_CHART (widget)->text);
  gtk_widget_queue_resize (widget);
}

static void
mou_level_chart_finalize (GObject *object)
{
  MouLevelChart *self = MOU_LEVEL_CHART (object);

  mou_level_chart_input_clear (&self->input);
  g_clear_object (&self->text);

  G_OBJECT_CLASS (mou_level_chart_parent_class)->finalize (object);
}

static void
mou_level_chart_class_init (MouLevelChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mou_level_chart_finalize;
  widget_class->snapshot = mou_level_chart_snapshot;
  widget_class->measure = mou_level_chart_measure;
  widget_class->get_request_mode = mou_level_chart_get_request_mode;
  widget_class->css_changed = mou_level_chart_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "mou-level-chart");
}

static void
mou_level_chart_init (MouLevelChart *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
mou_level_chart_show (MouLevelChart *self, const MouAgreement *agreement, const MouIndicator *indicator, const MouScore *score,
                      gboolean thai_digits)
{
  g_autofree char *description = NULL;

  g_return_if_fail (MOU_IS_LEVEL_CHART (self));

  mou_level_chart_input_clear (&self->input);
  if (indicator != NULL)
    mou_level_chart_input_init (&self->input, agreement, indicator, score, thai_digits);
  else
    self->input = (MouLevelChartInput){ 0 };

  description = mou_level_chart_input_dup_description (&self->input);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_widget_set_visible (GTK_WIDGET (self), !mou_level_chart_input_is_empty (&self->input));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
