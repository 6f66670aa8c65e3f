/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-editor: see the header. */

#include "mou-editor.h"

#include <glib/gi18n.h>

typedef struct
{
  char *place;
  MouDocument *document; /* weak */
  MouTarget target;
  char *stored; /* the value as last read from the document */
  gboolean movable;

  GtkWidget *input; /* in the template of the derived class */
  GtkLabel *reason;
  GtkWidget *menu; /* NULL in rows that are not movable */
  char *lock;      /* why nothing may be typed; NULL when it may */
} MouEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MouEditor, mou_editor, ADW_TYPE_PREFERENCES_ROW)

typedef enum
{
  PROP_PLACE = 1,
  PROP_MOVABLE,
  N_PROPERTIES
} MouEditorProperty;
static GParamSpec *properties[N_PROPERTIES];

static guint remove_signal;
static guint move_signal;

static MouEditorPrivate *
get_private (MouEditor *self)
{
  return mou_editor_get_instance_private (self);
}

static gboolean
is_marked (MouEditor *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "error");
}

/* NULL: nothing is wrong. */
static void
set_reason (MouEditor *self, const char *reason)
{
  MouEditorPrivate *private = get_private (self);

  if (reason == NULL && !is_marked (self))
    return;

  if (reason != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_label_set_text (private->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (private->reason), reason != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (private->input), GTK_ACCESSIBLE_STATE_INVALID,
                               reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (private->input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason != NULL ? reason : "", -1);
}

static gboolean
is_dirty (MouEditor *self)
{
  g_autofree char *text = MOU_EDITOR_GET_CLASS (self)->dup_text (self);

  return g_strcmp0 (text, get_private (self)->stored) != 0;
}

static gboolean
has_focus_inside (MouEditor *self)
{
  return gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN;
}

/* `stored` is taken. */
static void
put_stored (MouEditor *self, char *stored)
{
  MouEditorPrivate *private = get_private (self);

  g_free (private->stored);
  private->stored = stored;
  MOU_EDITOR_GET_CLASS (self)->set_text (self, stored);
  set_reason (self, NULL);
}

/* A text that is locked can still be selected and copied; the rest of the inputs only look. */
static void
set_editable (GtkWidget *input, gboolean editable)
{
  if (GTK_IS_EDITABLE (input))
    gtk_editable_set_editable (GTK_EDITABLE (input), editable);
  else if (GTK_IS_TEXT_VIEW (input))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (input), editable);
  else
    gtk_widget_set_sensitive (input, editable);
}

static void
refresh_lock (MouEditor *self)
{
  MouEditorPrivate *private = get_private (self);
  g_autofree char *lock = mou_target_dup_lock (&private->target, private->document);

  if (g_strcmp0 (lock, private->lock) == 0)
    return;

  g_free (private->lock);
  private->lock = g_steal_pointer (&lock);
  set_editable (private->input, private->lock == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), private->lock);
  if (private->menu != NULL)
    gtk_widget_set_sensitive (private->menu, private->lock == NULL);
}

/* The document says something new, or the same: then what the user typed stays, right or wrong. */
static void
refresh (MouEditor *self)
{
  MouEditorPrivate *private = get_private (self);
  g_autofree char *stored = mou_target_dup_text (&private->target, private->document);

  if (g_strcmp0 (stored, private->stored) == 0)
    return;

  if (is_dirty (self) && has_focus_inside (self))
    {
      g_free (private->stored);
      private->stored = g_steal_pointer (&stored);
      return;
    }
  put_stored (self, g_steal_pointer (&stored));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, MouEditor *self)
{
  if (keyval == GDK_KEY_Escape)
    return mou_editor_restore (self);
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    return mou_editor_commit (self);
  /* Somebody types where nothing may be typed: say why. */
  if (get_private (self)->lock != NULL && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && gdk_keyval_to_unicode (keyval) >= 0x20)
    set_reason (self, get_private (self)->lock);

  return FALSE;
}

static void
focus_left_cb (GtkEventControllerFocus *controller, MouEditor *self)
{
  mou_editor_commit (self);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, remove_signal, 0);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, move_signal, 0, g_str_equal (name, "editor.move-up") ? -1 : 1);
}

/* An action reaches the editor from the popover through the button they both belong to. */
static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  menu = g_menu_new ();
  g_menu_append (menu, _ ("Move _Up"), "editor.move-up");
  g_menu_append (menu, _ ("Move _Down"), "editor.move-down");
  g_menu_append (menu, _ ("_Remove"), "editor.remove");
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static void
mou_editor_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((MouEditorProperty) property_id)
    {
    case PROP_PLACE:
      g_value_set_string (value, mou_editor_get_place (MOU_EDITOR (object)));
      break;
    case PROP_MOVABLE:
      g_value_set_boolean (value, get_private (MOU_EDITOR (object))->movable);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_editor_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch ((MouEditorProperty) property_id)
    {
    case PROP_PLACE:
      get_private (MOU_EDITOR (object))->place = g_value_dup_string (value);
      break;
    case PROP_MOVABLE:
      get_private (MOU_EDITOR (object))->movable = g_value_get_boolean (value);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_editor_dispose (GObject *object)
{
  g_clear_weak_pointer (&get_private (MOU_EDITOR (object))->document);

  G_OBJECT_CLASS (mou_editor_parent_class)->dispose (object);
}

static void
mou_editor_finalize (GObject *object)
{
  MouEditorPrivate *private = get_private (MOU_EDITOR (object));

  g_free (private->place);
  g_free (private->stored);
  g_free (private->lock);

  G_OBJECT_CLASS (mou_editor_parent_class)->finalize (object);
}

static void
mou_editor_class_init (MouEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mou_editor_dispose;
  object_class->finalize = mou_editor_finalize;
  object_class->get_property = mou_editor_get_property;
  object_class->set_property = mou_editor_set_property;

  properties[PROP_PLACE]
      = g_param_spec_string ("place", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MOVABLE] = g_param_spec_boolean ("movable", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  remove_signal = g_signal_new ("remove", MOU_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  move_signal = g_signal_new ("move", MOU_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_install_action (widget_class, "editor.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "editor.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "editor.move-down", NULL, move_action);
}

static void
mou_editor_init (MouEditor *self)
{
}

const char *
mou_editor_get_place (MouEditor *self)
{
  g_return_val_if_fail (MOU_IS_EDITOR (self), NULL);

  return get_private (self)->place;
}

/* A row that was given no title has the name of its field. */
static void
name_row (MouEditor *self)
{
  const MouField *field = mou_target_get_field (&get_private (self)->target);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  if (field != NULL && (title == NULL || *title == '\0'))
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (field->label));
}

void
mou_editor_show (MouEditor *self, MouDocument *document, const MouTarget *target)
{
  MouEditorPrivate *private = get_private (self);

  g_return_if_fail (MOU_IS_EDITOR (self));
  g_return_if_fail (MOU_IS_DOCUMENT (document));
  g_return_if_fail (target != NULL);

  if (private->document == document && mou_target_matches (&private->target, target))
    {
      refresh_lock (self);
      refresh (self);
      return;
    }

  g_set_weak_pointer (&private->document, document);
  private->target = *target;
  name_row (self);
  if (MOU_EDITOR_GET_CLASS (self)->target_set != NULL)
    MOU_EDITOR_GET_CLASS (self)->target_set (self, target);
  refresh_lock (self);
  put_stored (self, mou_target_dup_text (target, document));
}

void
mou_editor_detach (MouEditor *self)
{
  g_return_if_fail (MOU_IS_EDITOR (self));

  g_clear_weak_pointer (&get_private (self)->document);
}

const MouTarget *
mou_editor_get_target (MouEditor *self)
{
  g_return_val_if_fail (MOU_IS_EDITOR (self), NULL);

  return &get_private (self)->target;
}

gboolean
mou_editor_is_typed (MouEditor *self)
{
  g_return_val_if_fail (MOU_IS_EDITOR (self), FALSE);

  return get_private (self)->document != NULL && is_dirty (self);
}

gboolean
mou_editor_commit (MouEditor *self)
{
  g_autoptr (MouEditor) alive = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  MouEditorPrivate *private = get_private (self);

  g_return_val_if_fail (MOU_IS_EDITOR (self), TRUE);

  if (private->document == NULL)
    return TRUE;
  if (!is_dirty (self))
    {
      set_reason (self, NULL);
      return TRUE;
    }

  /* The change may take this very row away. */
  alive = g_object_ref (self);
  text = MOU_EDITOR_GET_CLASS (self)->dup_text (self);
  if (!mou_target_commit (&private->target, private->document, text, &error))
    {
      set_reason (self, error->message);
      return FALSE;
    }

  if (private->document != NULL)
    put_stored (self, mou_target_dup_text (&private->target, private->document));
  return TRUE;
}

gboolean
mou_editor_restore (MouEditor *self)
{
  MouEditorPrivate *private = get_private (self);

  g_return_val_if_fail (MOU_IS_EDITOR (self), FALSE);

  if (private->stored == NULL || (!is_dirty (self) && !is_marked (self)))
    return FALSE;

  put_stored (self, g_strdup (private->stored));
  return TRUE;
}

void
mou_editor_take_focus (MouEditor *self)
{
  g_return_if_fail (MOU_IS_EDITOR (self));

  gtk_widget_grab_focus (get_private (self)->input);
}

gboolean
mou_editor_commit_below (GtkWidget *ancestor)
{
  GtkRoot *root = gtk_widget_get_root (ancestor);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *editor = focus != NULL ? gtk_widget_get_ancestor (focus, MOU_TYPE_EDITOR) : NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (ancestor), TRUE);

  return editor == NULL || !gtk_widget_is_ancestor (editor, ancestor) || mou_editor_commit (MOU_EDITOR (editor));
}

void
mou_editor_set_input (MouEditor *self, GtkWidget *input, GtkLabel *reason)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_if_fail (MOU_IS_EDITOR (self));

  get_private (self)->input = input;
  get_private (self)->reason = reason;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  /* The input may outlive its row by as long as the window holds the focus. */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, 0);
  gtk_widget_add_controller (input, keys);
  gtk_widget_add_controller (input, focus);
}

void
mou_editor_set_menu_button (MouEditor *self, GtkMenuButton *button)
{
  g_return_if_fail (MOU_IS_EDITOR (self));

  get_private (self)->menu = GTK_WIDGET (button);
  gtk_menu_button_set_create_popup_func (button, create_menu_cb, NULL, NULL);
}
