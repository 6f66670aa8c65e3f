/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sidebar: see the header. */

#include "mou-sidebar.h"
#include "mou-sidebar-row.h"

#include <glib/gi18n.h>

struct _MouSidebar
{
  AdwBin parent_instance;

  GtkDropDown *agreements;
  GtkListBox *list;

  AdwViewStack *pages;
  MouDocument *document;
  GArray *ids; /* of the agreements, as the drop-down lists them */
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (MouSidebar, mou_sidebar, ADW_TYPE_BIN)

typedef enum
{
  PROP_PAGES = 1,
  N_PROPERTIES
} MouSidebarProperty;
static GParamSpec *properties[N_PROPERTIES];

/* "กปน. 2567" */
static char *
dup_agreement_name (MouRegister *rows, gint64 id)
{
  MouRow *agreement = mou_register_lookup (rows, id);
  MouRow *organisation = mou_register_lookup (rows, agreement->parent);

  return g_strdup_printf ("%s %s", mou_row_get (organisation, MOU_ORGANISATION_ABBREVIATION),
                          mou_row_get (agreement, MOU_AGREEMENT_FISCAL_YEAR));
}

static GtkStringList *
new_agreement_names (MouSidebar *self, guint *selected)
{
  MouRegister *rows = mou_document_get_register (self->document);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->ids->len; i++)
    {
      const gint64 id = g_array_index (self->ids, gint64, i);

      gtk_string_list_take (names, dup_agreement_name (rows, id));
      if (id == mou_document_get_agreement_id (self->document))
        *selected = i;
    }

  return names;
}

static void
refresh_agreements (MouSidebar *self)
{
  g_autoptr (GtkStringList) names = NULL;
  guint selected = GTK_INVALID_LIST_POSITION;

  g_clear_pointer (&self->ids, g_array_unref);
  self->ids = mou_document_list_agreements (self->document);
  names = new_agreement_names (self, &selected);

  self->refreshing = TRUE;
  gtk_drop_down_set_model (self->agreements, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->agreements, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->agreements), self->ids->len > 0);
  self->refreshing = FALSE;
}

/* Whether the drop-down still says what the document holds. */
static gboolean
agreements_are_current (MouSidebar *self)
{
  g_autoptr (GArray) ids = mou_document_list_agreements (self->document);
  const guint selected = gtk_drop_down_get_selected (self->agreements);

  if (self->ids == NULL || ids->len != self->ids->len
      || (ids->len > 0 && memcmp (ids->data, self->ids->data, ids->len * sizeof (gint64)) != 0))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = dup_agreement_name (mou_document_get_register (self->document), g_array_index (ids, gint64, i));

      if (!g_str_equal (name, gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (self->agreements)), i)))
        return FALSE;
    }

  return ids->len == 0 || (selected < ids->len && g_array_index (ids, gint64, selected) == mou_document_get_agreement_id (self->document));
}

static void
document_changed_cb (MouSidebar *self)
{
  if (!agreements_are_current (self))
    refresh_agreements (self);
}

static void
agreement_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, MouSidebar *self)
{
  const guint selected = gtk_drop_down_get_selected (drop_down);

  if (!self->refreshing && self->ids != NULL && selected < self->ids->len)
    mou_document_set_agreement_id (self->document, g_array_index (self->ids, gint64, selected));
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, MouSidebar *self)
{
  if (row != NULL)
    adw_view_stack_set_visible_child (self->pages, adw_view_stack_page_get_child (mou_sidebar_row_get_page (MOU_SIDEBAR_ROW (row))));
}

static void
visible_page_changed_cb (MouSidebar *self)
{
  AdwViewStackPage *page = adw_view_stack_get_page (self->pages, adw_view_stack_get_visible_child (self->pages));
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (mou_sidebar_row_get_page (MOU_SIDEBAR_ROW (row)) == page)
      gtk_list_box_select_row (self->list, row);
}

static void
mou_sidebar_dispose (GObject *object)
{
  MouSidebar *self = MOU_SIDEBAR (object);

  mou_sidebar_set_document (self, NULL);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (mou_sidebar_parent_class)->dispose (object);
}

static void
mou_sidebar_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch ((MouSidebarProperty) property_id)
    {
    case PROP_PAGES:
      g_set_object (&MOU_SIDEBAR (object)->pages, g_value_get_object (value));
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_sidebar_class_init (MouSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mou_sidebar_dispose;
  object_class->set_property = mou_sidebar_set_property;

  properties[PROP_PAGES] = g_param_spec_object ("pages", NULL, NULL, ADW_TYPE_VIEW_STACK, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/mou-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, MouSidebar, agreements);
  gtk_widget_class_bind_template_child (widget_class, MouSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, agreement_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
mou_sidebar_init (MouSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mou_sidebar_populate (MouSidebar *self)
{
  g_autoptr (GtkSelectionModel) pages = NULL;

  g_return_if_fail (MOU_IS_SIDEBAR (self) && self->pages != NULL);

  pages = adw_view_stack_get_pages (self->pages);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      gtk_list_box_append (self->list, mou_sidebar_row_new (page));
    }
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (visible_page_changed_cb), self, G_CONNECT_SWAPPED);
  visible_page_changed_cb (self);
}

void
mou_sidebar_set_document (MouSidebar *self, MouDocument *document)
{
  g_return_if_fail (MOU_IS_SIDEBAR (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document == NULL)
    return;

  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  refresh_agreements (self);
}
