/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-page: see the header. */

#include "mou-page.h"

typedef struct
{
  MouDocument *document;
  MouSelection *selection;
} MouPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MouPage, mou_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_DOCUMENT = 1,
  PROP_SELECTION,
  N_PROPERTIES
} MouPageProperty;
static GParamSpec *properties[N_PROPERTIES];

enum
{
  SIGNAL_PLACE_ACTIVATED,
  SIGNAL_PROBLEM,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
set_selection (MouPage *self, MouSelection *selection)
{
  MouPagePrivate *private = mou_page_get_instance_private (self);

  if (!g_set_object (&private->selection, selection))
    return;

  if (MOU_PAGE_GET_CLASS (self)->selection_set != NULL)
    MOU_PAGE_GET_CLASS (self)->selection_set (self, selection);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

static void
mou_page_dispose (GObject *object)
{
  MouPagePrivate *private = mou_page_get_instance_private (MOU_PAGE (object));

  g_clear_object (&private->document);
  g_clear_object (&private->selection);

  G_OBJECT_CLASS (mou_page_parent_class)->dispose (object);
}

static void
mou_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MouPagePrivate *private = mou_page_get_instance_private (MOU_PAGE (object));

  switch ((MouPageProperty) property_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, private->document);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, private->selection);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MouPage *self = MOU_PAGE (object);

  switch ((MouPageProperty) property_id)
    {
    case PROP_DOCUMENT:
      mou_page_set_document (self, g_value_get_object (value));
      break;
    case PROP_SELECTION:
      set_selection (self, g_value_get_object (value));
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_page_class_init (MouPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mou_page_dispose;
  object_class->get_property = mou_page_get_property;
  object_class->set_property = mou_page_set_property;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, MOU_TYPE_DOCUMENT, flags);
  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, MOU_TYPE_SELECTION, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_PLACE_ACTIVATED]
      = g_signal_new ("place-activated", MOU_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_PROBLEM] = g_signal_new ("problem", MOU_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mou_page_init (MouPage *self)
{
}

MouDocument *
mou_page_get_document (MouPage *self)
{
  MouPagePrivate *private = mou_page_get_instance_private (self);

  g_return_val_if_fail (MOU_IS_PAGE (self), NULL);

  return private->document;
}

MouSelection *
mou_page_get_selection (MouPage *self)
{
  MouPagePrivate *private = mou_page_get_instance_private (self);

  g_return_val_if_fail (MOU_IS_PAGE (self), NULL);

  return private->selection;
}

void
mou_page_set_document (MouPage *self, MouDocument *document)
{
  MouPagePrivate *private = mou_page_get_instance_private (self);

  g_return_if_fail (MOU_IS_PAGE (self));

  if (!g_set_object (&private->document, document))
    return;

  if (MOU_PAGE_GET_CLASS (self)->document_set != NULL)
    MOU_PAGE_GET_CLASS (self)->document_set (self, document);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

gboolean
mou_page_show_place (MouPage *self, const MouPlace *place)
{
  g_return_val_if_fail (MOU_IS_PAGE (self), FALSE);

  return MOU_PAGE_GET_CLASS (self)->show_place != NULL && MOU_PAGE_GET_CLASS (self)->show_place (self, place);
}

void
mou_page_focus_content (MouPage *self)
{
  g_return_if_fail (MOU_IS_PAGE (self));

  if (MOU_PAGE_GET_CLASS (self)->focus_content != NULL)
    MOU_PAGE_GET_CLASS (self)->focus_content (self);
}

gboolean
mou_page_search (MouPage *self, const char *text)
{
  g_return_val_if_fail (MOU_IS_PAGE (self), FALSE);

  return MOU_PAGE_GET_CLASS (self)->search != NULL && MOU_PAGE_GET_CLASS (self)->search (self, text);
}

gboolean
mou_page_focus_search (MouPage *self)
{
  g_return_val_if_fail (MOU_IS_PAGE (self), FALSE);

  return MOU_PAGE_GET_CLASS (self)->focus_search != NULL && MOU_PAGE_GET_CLASS (self)->focus_search (self);
}

gboolean
mou_page_commit_editing (MouPage *self)
{
  g_return_val_if_fail (MOU_IS_PAGE (self), TRUE);

  return MOU_PAGE_GET_CLASS (self)->commit_editing == NULL || MOU_PAGE_GET_CLASS (self)->commit_editing (self);
}

void
mou_page_activate_place (MouPage *self, const MouPlace *place)
{
  g_return_if_fail (MOU_IS_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_PLACE_ACTIVATED], 0, place);
}

void
mou_page_report_problem (MouPage *self, const char *message)
{
  g_return_if_fail (MOU_IS_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_PROBLEM], 0, message);
}
