/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-view: see the header. */

#include "mou-document-view.h"
#include "mou-agreement-page.h"
#include "mou-checks-page.h"
#include "mou-evaluation-page.h"
#include "mou-history-page.h"
#include "mou-inspector.h"
#include "mou-scorecard-page.h"
#include "mou-sidebar.h"
#include "mou-status-bar.h"

#include <glib/gi18n.h>

struct _MouDocumentView
{
  AdwBin parent_instance;

  AdwFlap *sidebar_flap;
  AdwFlap *inspector_flap;
  MouSidebar *sidebar;
  MouInspector *inspector;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  AdwViewStack *pages;
  MouStatusBar *status_bar;

  MouDocument *document;
  MouSelection *selection;
};

G_DEFINE_FINAL_TYPE (MouDocumentView, mou_document_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_SHOW_SIDEBAR = 1,
  PROP_SHOW_INSPECTOR,
  PROP_SEARCH_MODE,
  PROP_PAGE,
  N_PROPERTIES
} MouDocumentViewProperty;
static GParamSpec *properties[N_PROPERTIES];

static guint problem_signal;

/* The pages, in the order of the sidebar: a new page is one line here. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  gboolean of_indicators; /* shows places of indicators; only such pages are asked for them, and made for that */
  GType (*get_type) (void);
} page_table[] = {
  { "agreement", N_ ("Agreement"), "x-office-document-symbolic", FALSE, mou_agreement_page_get_type },
  { "scorecard", N_ ("Scorecard"), "x-office-spreadsheet-symbolic", TRUE, mou_scorecard_page_get_type },
  { "evaluation", N_ ("Evaluation"), "view-list-ordered-symbolic", TRUE, mou_evaluation_page_get_type },
  { "checks", N_ ("Checks"), "emblem-important-symbolic", FALSE, mou_checks_page_get_type },
  { "history", N_ ("History"), "document-open-recent-symbolic", FALSE, mou_history_page_get_type },
};

/* Where work begins, and where the weights of all indicators are seen together. */
#define MAIN_PAGE "scorecard"

static void
place_activated_cb (MouDocumentView *self, const MouPlace *place)
{
  mou_document_view_show_place (self, place);
}

static void
problem_cb (MouDocumentView *self, const char *message)
{
  g_signal_emit (self, problem_signal, 0, message);
}

/* Each page stands in a holder and is made when it is first needed, so that a window opens at the cost of one. */
static AdwBin *
get_holder (MouDocumentView *self, guint index)
{
  return ADW_BIN (adw_view_stack_get_child_by_name (self->pages, page_table[index].name));
}

static MouPage *
get_page_at (MouDocumentView *self, guint index)
{
  AdwBin *holder = get_holder (self, index);
  GtkWidget *page = adw_bin_get_child (holder);

  if (page != NULL)
    return MOU_PAGE (page);

  page = g_object_new (page_table[index].get_type (), "selection", self->selection, NULL);
  g_signal_connect_object (page, "place-activated", G_CALLBACK (place_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (holder, page);
  mou_page_set_document (MOU_PAGE (page), self->document);

  return MOU_PAGE (page);
}

static MouPage *
get_visible_page (MouDocumentView *self)
{
  const char *name = mou_document_view_get_page (self);

  for (guint i = 0; i < G_N_ELEMENTS (page_table); i++)
    if (g_strcmp0 (page_table[i].name, name) == 0)
      return get_page_at (self, i);

  g_return_val_if_reached (NULL);
}

static void
add_holders (MouDocumentView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_table); i++)
    {
      GtkWidget *holder = adw_bin_new ();

      adw_view_stack_add_titled (self->pages, holder, page_table[i].name, _ (page_table[i].title));
      adw_view_stack_page_set_icon_name (adw_view_stack_get_page (self->pages, holder), page_table[i].icon);
    }
}

/* The number beside "Checks". */
static void
refresh_badge (MouDocumentView *self)
{
  AdwViewStackPage *page = adw_view_stack_get_page (self->pages, adw_view_stack_get_child_by_name (self->pages, "checks"));
  const gboolean empty = mou_document_get_agreement (self->document) == NULL;

  adw_view_stack_page_set_badge_number (page, empty ? 0 : mou_document_get_findings (self->document)->len);
}

static void
visible_page_changed_cb (AdwViewStack *pages, GParamSpec *pspec, MouDocumentView *self)
{
  if (self->document != NULL)
    get_visible_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
search_changed_cb (GtkSearchEntry *entry, MouDocumentView *self)
{
  mou_page_search (get_visible_page (self), gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
search_stopped_cb (GtkSearchEntry *entry, MouDocumentView *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
search_activated_cb (GtkSearchEntry *entry, MouDocumentView *self)
{
  mou_document_view_focus_content (self);
}

static void
search_mode_changed_cb (MouDocumentView *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    {
      mou_page_search (get_visible_page (self), NULL);
      mou_document_view_focus_content (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
}

/* A page that has an entry of its own needs no other above it. */
static void
set_search_mode (MouDocumentView *self, gboolean search_mode)
{
  if (!search_mode || self->document == NULL || !mou_page_focus_search (get_visible_page (self)))
    gtk_search_bar_set_search_mode (self->search_bar, search_mode);
}

static void
mou_document_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MouDocumentView *self = MOU_DOCUMENT_VIEW (object);

  switch ((MouDocumentViewProperty) property_id)
    {
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->sidebar_flap));
      break;
    case PROP_SHOW_INSPECTOR:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->inspector_flap));
      break;
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (self->search_bar));
      break;
    case PROP_PAGE:
      g_value_set_string (value, mou_document_view_get_page (self));
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_document_view_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MouDocumentView *self = MOU_DOCUMENT_VIEW (object);

  switch ((MouDocumentViewProperty) property_id)
    {
    case PROP_SHOW_SIDEBAR:
      adw_flap_set_reveal_flap (self->sidebar_flap, g_value_get_boolean (value));
      break;
    case PROP_SHOW_INSPECTOR:
      adw_flap_set_reveal_flap (self->inspector_flap, g_value_get_boolean (value));
      break;
    case PROP_SEARCH_MODE:
      set_search_mode (self, g_value_get_boolean (value));
      break;
    case PROP_PAGE:
      mou_document_view_set_page (self, g_value_get_string (value));
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* AdwFlap closes by itself when folded: the properties follow it. */
static void
follow_flaps (MouDocumentView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_INSPECTOR]);
}

static void
mou_document_view_dispose (GObject *object)
{
  MouDocumentView *self = MOU_DOCUMENT_VIEW (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (mou_document_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_INSPECTOR] = g_param_spec_boolean ("show-inspector", NULL, NULL, TRUE, flags);
  properties[PROP_SEARCH_MODE] = g_param_spec_boolean ("search-mode", NULL, NULL, FALSE, flags);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mou_document_view_class_init (MouDocumentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mou_document_view_dispose;
  object_class->get_property = mou_document_view_get_property;
  object_class->set_property = mou_document_view_set_property;
  install_properties (object_class);
  problem_signal = g_signal_new ("problem", MOU_TYPE_DOCUMENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MOU_TYPE_SIDEBAR);
  g_type_ensure (MOU_TYPE_INSPECTOR);
  g_type_ensure (MOU_TYPE_STATUS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/mou-document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MouDocumentView, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, MouDocumentView, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, MouDocumentView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, MouDocumentView, inspector);
  gtk_widget_class_bind_template_child (widget_class, MouDocumentView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MouDocumentView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MouDocumentView, pages);
  gtk_widget_class_bind_template_child (widget_class, MouDocumentView, status_bar);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
}

static void
mou_document_view_init (MouDocumentView *self)
{
  self->selection = mou_selection_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  add_holders (self);
  adw_view_stack_set_visible_child_name (self->pages, MAIN_PAGE);
  mou_sidebar_populate (self->sidebar);
  mou_inspector_set_selection (self->inspector, self->selection);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled", G_CALLBACK (search_mode_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar_flap, "notify::reveal-flap", G_CALLBACK (follow_flaps), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector_flap, "notify::reveal-flap", G_CALLBACK (follow_flaps), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
}

void
mou_document_view_set_document (MouDocumentView *self, MouDocument *document)
{
  g_return_if_fail (MOU_IS_DOCUMENT_VIEW (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);

  mou_selection_set_indicator (self->selection, 0);
  for (guint i = 0; i < G_N_ELEMENTS (page_table); i++)
    if (adw_bin_get_child (get_holder (self, i)) != NULL)
      mou_page_set_document (get_page_at (self, i), document);
  if (document != NULL)
    get_visible_page (self);
  mou_sidebar_set_document (self->sidebar, document);
  mou_inspector_set_document (self->inspector, document);
  mou_status_bar_set_document (self->status_bar, document);
  if (document == NULL)
    return;

  g_signal_connect_object (document, "changed", G_CALLBACK (refresh_badge), self, G_CONNECT_SWAPPED);
  refresh_badge (self);
}

MouSelection *
mou_document_view_get_selection (MouDocumentView *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT_VIEW (self), NULL);

  return self->selection;
}

const char *
mou_document_view_get_page (MouDocumentView *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT_VIEW (self), NULL);

  return adw_view_stack_get_visible_child_name (self->pages);
}

void
mou_document_view_set_page (MouDocumentView *self, const char *name)
{
  g_return_if_fail (MOU_IS_DOCUMENT_VIEW (self));

  if (adw_view_stack_get_child_by_name (self->pages, name) == NULL)
    return;

  adw_view_stack_set_visible_child_name (self->pages, name);
  mou_document_view_focus_content (self);
}

void
mou_document_view_show_history (MouDocumentView *self)
{
  g_return_if_fail (MOU_IS_DOCUMENT_VIEW (self));

  adw_view_stack_set_visible_child_name (self->pages, "history");
  mou_history_page_show_indicator (MOU_HISTORY_PAGE (get_visible_page (self)));
  mou_document_view_focus_content (self);
}

void
mou_document_view_show_place (MouDocumentView *self, const MouPlace *place)
{
  g_return_if_fail (MOU_IS_DOCUMENT_VIEW (self));

  mou_selection_set_indicator (self->selection, place->indicator);
  for (guint i = 0; i < G_N_ELEMENTS (page_table); i++)
    if ((place->indicator == 0 || page_table[i].of_indicators) && mou_page_show_place (get_page_at (self, i), place))
      {
        adw_view_stack_set_visible_child_name (self->pages, page_table[i].name);
        mou_document_view_focus_content (self);
        return;
      }

  if (place->indicator == 0)
    {
      mou_document_view_set_page (self, MAIN_PAGE);
      return;
    }
  /* Only what is in sight can take the focus. */
  adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
  mou_inspector_show_place (self->inspector, place);
}

gboolean
mou_document_view_commit_editing (MouDocumentView *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT_VIEW (self), TRUE);

  return mou_page_commit_editing (get_visible_page (self)) && mou_inspector_commit_editing (self->inspector);
}

void
mou_document_view_focus_content (MouDocumentView *self)
{
  g_return_if_fail (MOU_IS_DOCUMENT_VIEW (self));

  mou_page_focus_content (get_visible_page (self));
}
