/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-section: see the header. */

#include "mou-section.h"

typedef struct
{
  MouEntity entity;
} MouSectionPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (MouSection, mou_section, ADW_TYPE_PREFERENCES_GROUP)

typedef enum
{
  PROP_ENTITY = 1,
  N_PROPERTIES
} MouSectionProperty;
static GParamSpec *properties[N_PROPERTIES];

static guint problem_signal;

/* Returns TRUE to end the walk. */
typedef gboolean (*EditorVisit) (MouEditor *editor, gconstpointer data);

static MouEditor *
visit_editors (GtkWidget *widget, EditorVisit visit, gconstpointer data)
{
  MouEditor *found = NULL;

  if (MOU_IS_EDITOR (widget))
    return visit (MOU_EDITOR (widget), data) ? MOU_EDITOR (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = visit_editors (child, visit, data);

  return found;
}

static gboolean
show_editor (MouEditor *editor, gconstpointer data)
{
  const MouSubject *subject = data;
  const char *place = mou_editor_get_place (editor);
  MouTarget target;

  if (place != NULL && mou_target_parse (place, &target))
    {
      target.owner = mou_subject_get_owner (subject, target.entity);
      if (target.entity == MOU_ENTITY_RESULT && subject->assessment != NULL)
        target.assessment = subject->assessment->id;
      mou_editor_show (editor, subject->document, &target);
    }

  return FALSE;
}

static gboolean
detach_editor (MouEditor *editor, gconstpointer data)
{
  mou_editor_detach (editor);

  return FALSE;
}

static gboolean
is_at (MouEditor *editor, gconstpointer data)
{
  return gtk_widget_get_visible (GTK_WIDGET (editor)) && mou_target_matches (mou_editor_get_target (editor), data);
}

static void
mou_section_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((MouSectionProperty) property_id)
    {
    case PROP_ENTITY:
      g_value_set_int (value, (int) mou_section_get_entity (MOU_SECTION (object)));
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_section_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MouSectionPrivate *private = mou_section_get_instance_private (MOU_SECTION (object));

  switch ((MouSectionProperty) property_id)
    {
    case PROP_ENTITY:
      private
      ->entity = (MouEntity) g_value_get_int (value);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_section_class_init (MouSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mou_section_get_property;
  object_class->set_property = mou_section_set_property;

  properties[PROP_ENTITY] = g_param_spec_int ("entity", NULL, NULL, MOU_ENTITY_NONE, MOU_N_ENTITIES - 1, MOU_ENTITY_NONE,
                                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  problem_signal = g_signal_new ("problem", MOU_TYPE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mou_section_init (MouSection *self)
{
}

MouEntity
mou_section_get_entity (MouSection *self)
{
  MouSectionPrivate *private = mou_section_get_instance_private (self);

  g_return_val_if_fail (MOU_IS_SECTION (self), MOU_ENTITY_NONE);

  return private->entity;
}

void
mou_section_refresh (MouSection *self, const MouSubject *subject)
{
  g_return_if_fail (MOU_IS_SECTION (self));
  g_return_if_fail (subject != NULL);

  visit_editors (GTK_WIDGET (self), show_editor, subject);
  if (MOU_SECTION_GET_CLASS (self)->refresh != NULL)
    MOU_SECTION_GET_CLASS (self)->refresh (self, subject);
}

void
mou_section_detach (MouSection *self)
{
  g_return_if_fail (MOU_IS_SECTION (self));

  visit_editors (GTK_WIDGET (self), detach_editor, NULL);
}

MouEditor *
mou_section_find_editor (MouSection *self, const MouTarget *target)
{
  g_return_val_if_fail (MOU_IS_SECTION (self), NULL);

  return visit_editors (GTK_WIDGET (self), is_at, target);
}

void
mou_section_report_problem (MouSection *self, const char *message)
{
  g_return_if_fail (MOU_IS_SECTION (self));

  g_signal_emit (self, problem_signal, 0, message);
}
