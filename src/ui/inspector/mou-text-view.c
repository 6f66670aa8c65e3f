/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-text-view: see the header. */

#include "mou-text-view.h"

#define MINIMUM_WIDTH 80
#define NATURAL_WIDTH 240

struct _MouTextView
{
  GtkTextView parent_instance;

  GtkTextBuffer *followed;
};

G_DEFINE_FINAL_TYPE (MouTextView, mou_text_view, GTK_TYPE_TEXT_VIEW)

/* Paragraph by paragraph, as the view lays its text out: each takes whole pixels. */
static int
measure_height (MouTextView *self, int width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  int height = 0;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end);
  text = gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end, TRUE);
  paragraphs = g_strsplit (*text != '\0' ? text : " ", "\n", -1);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      int paragraph;

      pango_layout_set_text (layout, *paragraphs[i] != '\0' ? paragraphs[i] : " ", -1);
      pango_layout_get_pixel_size (layout, NULL, &paragraph);
      height += paragraph;
    }

  return height;
}

static GtkSizeRequestMode
mou_text_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mou_text_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  /* Without a width: the least height there is, which is that of the widest. */
  *minimum = measure_height (MOU_TEXT_VIEW (widget), for_size >= 0 ? MAX (for_size, MINIMUM_WIDTH) : G_MAXINT / PANGO_SCALE);
  *natural = *minimum;
}

static void
buffer_changed_cb (MouTextView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  if (self->followed == buffer)
    return;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_data (self->followed, self);
  g_set_object (&self->followed, buffer);
  if (buffer != NULL)
    g_signal_connect_object (buffer, "changed", G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

static void
mou_text_view_dispose (GObject *object)
{
  MouTextView *self = MOU_TEXT_VIEW (object);

  g_signal_handlers_disconnect_by_func (self, buffer_changed_cb, NULL);
  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_data (self->followed, self);
  g_clear_object (&self->followed);

  G_OBJECT_CLASS (mou_text_view_parent_class)->dispose (object);
}

static void
mou_text_view_class_init (MouTextViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mou_text_view_dispose;
  GTK_WIDGET_CLASS (klass)->measure = mou_text_view_measure;
  GTK_WIDGET_CLASS (klass)->get_request_mode = mou_text_view_get_request_mode;
}

static void
mou_text_view_init (MouTextView *self)
{
  g_signal_connect (self, "notify::buffer", G_CALLBACK (buffer_changed_cb), NULL);
}
