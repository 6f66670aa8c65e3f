/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-choice-row: see the header. */

#include "mou-choice-row.h"
#include "mou-value.h"

struct _MouChoiceRow
{
  MouEditor parent_instance;

  GtkDropDown *drop_down;
  GtkLabel *reason;

  char *blank;
  const char *const *choices; /* of the field */
  gboolean showing;           /* what is selected comes from the document */
};

G_DEFINE_FINAL_TYPE (MouChoiceRow, mou_choice_row, MOU_TYPE_EDITOR)

typedef enum
{
  PROP_BLANK = 1,
  N_PROPERTIES
} MouChoiceRowProperty;
static GParamSpec *properties[N_PROPERTIES];

/* How many entries stand before the choices. */
static guint
get_offset (MouChoiceRow *self)
{
  return self->blank != NULL ? 1 : 0;
}

static char *
mou_choice_row_dup_text (MouEditor *editor)
{
  MouChoiceRow *self = MOU_CHOICE_ROW (editor);
  const guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->choices == NULL || selected == GTK_INVALID_LIST_POSITION || selected < get_offset (self))
    return g_strdup ("");

  return g_strdup (self->choices[selected - get_offset (self)]);
}

static void
mou_choice_row_set_text (MouEditor *editor, const char *text)
{
  MouChoiceRow *self = MOU_CHOICE_ROW (editor);
  guint selected = 0;

  for (guint i = 0; self->choices != NULL && self->choices[i] != NULL; i++)
    if (g_str_equal (self->choices[i], text))
      selected = i + get_offset (self);

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->drop_down, selected);
  self->showing = FALSE;
}

static void
mou_choice_row_target_set (MouEditor *editor, const MouTarget *target)
{
  MouChoiceRow *self = MOU_CHOICE_ROW (editor);
  const MouField *field = mou_target_get_field (target);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  if (field == NULL || self->choices == field->choices)
    return;

  self->choices = field->choices;
  if (self->blank != NULL)
    gtk_string_list_append (words, self->blank);
  for (guint i = 0; self->choices[i] != NULL; i++)
    gtk_string_list_append (words, mou_value_choice_label (field, self->choices[i]));

  self->showing = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (words));
  self->showing = FALSE;
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, MouChoiceRow *self)
{
  if (!self->showing)
    mou_editor_commit (MOU_EDITOR (self));
}

static void
mou_choice_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((MouChoiceRowProperty) property_id)
    {
    case PROP_BLANK:
      g_value_set_string (value, MOU_CHOICE_ROW (object)->blank);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_choice_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch ((MouChoiceRowProperty) property_id)
    {
    case PROP_BLANK:
      MOU_CHOICE_ROW (object)->blank = g_value_dup_string (value);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_choice_row_finalize (GObject *object)
{
  g_free (MOU_CHOICE_ROW (object)->blank);

  G_OBJECT_CLASS (mou_choice_row_parent_class)->finalize (object);
}

static void
mou_choice_row_class_init (MouChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = mou_choice_row_finalize;
  object_class->get_property = mou_choice_row_get_property;
  object_class->set_property = mou_choice_row_set_property;
  MOU_EDITOR_CLASS (klass)->dup_text = mou_choice_row_dup_text;
  MOU_EDITOR_CLASS (klass)->set_text = mou_choice_row_set_text;
  MOU_EDITOR_CLASS (klass)->target_set = mou_choice_row_target_set;

  properties[PROP_BLANK]
      = g_param_spec_string ("blank", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-choice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MouChoiceRow, drop_down);
  gtk_widget_class_bind_template_child (widget_class, MouChoiceRow, reason);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
mou_choice_row_init (MouChoiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mou_editor_set_input (MOU_EDITOR (self), GTK_WIDGET (self->drop_down), self->reason);
}
