/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sidebar-row: see the header. */

#include "mou-sidebar-row.h"

struct _MouSidebarRow
{
  GtkListBoxRow parent_instance;
  AdwViewStackPage *page;
};

G_DEFINE_FINAL_TYPE (MouSidebarRow, mou_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_PAGE = 1,
  N_PROPERTIES
} MouSidebarRowProperty;
static GParamSpec *properties[N_PROPERTIES];

static char *
format_badge (gpointer row, guint number)
{
  return g_strdup_printf ("%u", number);
}

static gboolean
has_badge (gpointer row, guint number)
{
  return number > 0;
}

static void
mou_sidebar_row_dispose (GObject *object)
{
  g_clear_object (&MOU_SIDEBAR_ROW (object)->page);

  G_OBJECT_CLASS (mou_sidebar_row_parent_class)->dispose (object);
}

static void
mou_sidebar_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((MouSidebarRowProperty) property_id)
    {
    case PROP_PAGE:
      g_value_set_object (value, MOU_SIDEBAR_ROW (object)->page);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_sidebar_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch ((MouSidebarRowProperty) property_id)
    {
    case PROP_PAGE:
      MOU_SIDEBAR_ROW (object)->page = g_value_dup_object (value);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_sidebar_row_class_init (MouSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mou_sidebar_row_dispose;
  object_class->get_property = mou_sidebar_row_get_property;
  object_class->set_property = mou_sidebar_row_set_property;

  properties[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, ADW_TYPE_VIEW_STACK_PAGE,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/mou-sidebar-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, format_badge);
  gtk_widget_class_bind_template_callback (widget_class, has_badge);
}

static void
mou_sidebar_row_init (MouSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mou_sidebar_row_new (AdwViewStackPage *page)
{
  return g_object_new (MOU_TYPE_SIDEBAR_ROW, "page", page, NULL);
}

AdwViewStackPage *
mou_sidebar_row_get_page (MouSidebarRow *self)
{
  g_return_val_if_fail (MOU_IS_SIDEBAR_ROW (self), NULL);

  return self->page;
}
