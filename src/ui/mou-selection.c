/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-selection: see the header. */

#include "mou-selection.h"

struct _MouSelection
{
  GObject parent_instance;
  gint64 indicator;
  gboolean thai_digits;
  double zoom;
};

G_DEFINE_FINAL_TYPE (MouSelection, mou_selection, G_TYPE_OBJECT)

typedef enum
{
  PROP_INDICATOR = 1,
  PROP_THAI_DIGITS,
  PROP_ZOOM,
  N_PROPERTIES
} MouSelectionProperty;
static GParamSpec *properties[N_PROPERTIES];

static void
mou_selection_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MouSelection *self = MOU_SELECTION (object);

  switch ((MouSelectionProperty) property_id)
    {
    case PROP_INDICATOR:
      g_value_set_int64 (value, self->indicator);
      break;
    case PROP_THAI_DIGITS:
      g_value_set_boolean (value, self->thai_digits);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_selection_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MouSelection *self = MOU_SELECTION (object);

  switch ((MouSelectionProperty) property_id)
    {
    case PROP_INDICATOR:
      mou_selection_set_indicator (self, g_value_get_int64 (value));
      break;
    case PROP_THAI_DIGITS:
      self->thai_digits = g_value_get_boolean (value);
      break;
    case PROP_ZOOM:
      self->zoom = g_value_get_double (value);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_selection_class_init (MouSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mou_selection_get_property;
  object_class->set_property = mou_selection_set_property;

  properties[PROP_INDICATOR] = g_param_spec_int64 ("indicator", NULL, NULL, 0, G_MAXINT64, 0,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_THAI_DIGITS] = g_param_spec_boolean ("thai-digits", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.75, 2, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mou_selection_init (MouSelection *self)
{
  self->zoom = 1;
}

MouSelection *
mou_selection_new (void)
{
  return g_object_new (MOU_TYPE_SELECTION, NULL);
}

gint64
mou_selection_get_indicator (MouSelection *self)
{
  g_return_val_if_fail (MOU_IS_SELECTION (self), 0);

  return self->indicator;
}

void
mou_selection_set_indicator (MouSelection *self, gint64 indicator)
{
  g_return_if_fail (MOU_IS_SELECTION (self));

  if (self->indicator == indicator)
    return;

  self->indicator = indicator;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDICATOR]);
}

gboolean
mou_selection_get_thai_digits (MouSelection *self)
{
  g_return_val_if_fail (MOU_IS_SELECTION (self), FALSE);

  return self->thai_digits;
}

double
mou_selection_get_zoom (MouSelection *self)
{
  g_return_val_if_fail (MOU_IS_SELECTION (self), 1);

  return self->zoom;
}
