/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window: see the header. This file is the widget: title, panes, remembered state. */

#include "mou-window-private.h"
#include "mou-recents.h"

#include <glib/gi18n.h>

/* How long an opening may take before the window appears without its document. */
#define PATIENCE_MS 300

G_DEFINE_FINAL_TYPE (MouWindow, mou_window, ADW_TYPE_APPLICATION_WINDOW)

static char *
describe_state (MouDocument *document, const char *name)
{
  if (mou_document_is_saving (document))
    return g_strdup_printf (_ ("%s, being saved…"), name);

  return mou_document_get_modified (document) ? g_strdup_printf (_ ("%s, edited"), name) : g_strdup (name);
}

/* "การประปานครหลวง — ปีบัญชี 2567" over "mwa-2567.mou, edited" */
void
mou_window_refresh_title (MouWindow *self)
{
  const MouAgreement *agreement = self->document != NULL ? mou_document_get_agreement (self->document) : NULL;
  const char *path = self->document != NULL ? mou_document_get_path (self->document) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : g_strdup (_ ("Not saved yet"));
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (agreement != NULL)
    title = g_strdup_printf (_ ("%s — fiscal year %d"), agreement->organisation, agreement->fiscal_year);
  else
    title = g_strdup (_ ("MOU Scorecard"));
  if (self->document != NULL)
    subtitle = describe_state (self->document, name);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
document_changed_cb (MouWindow *self)
{
  mou_window_refresh_title (self);
  mou_window_actions_update (self);
}

static void
refresh_recents (MouWindow *self)
{
  g_autoptr (GMenuModel) menu = mou_recents_new_menu (self->recents);

  adw_split_button_set_menu_model (self->open_button, menu);
}

/* Toggles are the view's own properties, seen as actions. */
static void
add_property_actions (MouWindow *self)
{
  static const char *const names[] = { "show-sidebar", "show-inspector", "search-mode", "thai-digits" };
  static const char *const actions[] = { "show-sidebar", "show-inspector", "search", "thai-digits" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const gboolean of_selection = g_str_equal (names[i], "thai-digits");
      gpointer object = of_selection ? (gpointer) mou_document_view_get_selection (self->view) : (gpointer) self->view;
      g_autoptr (GPropertyAction) action = g_property_action_new (actions[i], object, names[i]);

      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
}

static void
restore_state (MouWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_settings_bind (self->settings, "show-sidebar", self->view, "show-sidebar", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "show-inspector", self->view, "show-inspector", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "page", self->view, "page", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "thai-digits", mou_document_view_get_selection (self->view), "thai-digits", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "sheet-zoom", mou_document_view_get_selection (self->view), "zoom", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->recents, "changed::registers", G_CALLBACK (refresh_recents), self, G_CONNECT_SWAPPED);
}

static void
remember_size (MouWindow *self)
{
  int width = 0, height = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", CLAMP (width, 360, 10000));
  g_settings_set_int (self->settings, "window-height", CLAMP (height, 300, 10000));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
mou_window_close_request (GtkWindow *window)
{
  MouWindow *self = MOU_WINDOW (window);

  if (!mou_window_may_close (self))
    return GDK_EVENT_STOP;

  remember_size (self);
  if (self->document != NULL)
    mou_document_close (self->document);
  mou_window_set_document (self, NULL);

  return GTK_WINDOW_CLASS (mou_window_parent_class)->close_request (window);
}

static gboolean
file_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, MouWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *link = files; link != NULL; link = link->next)
    mou_application_open_file (MOU_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), link->data);

  return files != NULL;
}

static void
accept_files (MouWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (file_dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
mou_window_dispose (GObject *object)
{
  MouWindow *self = MOU_WINDOW (object);

  if (self->opening != NULL)
    mou_opening_cancel (self->opening);
  g_clear_handle_id (&self->saving_source, g_source_remove);
  g_clear_object (&self->opening);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->recents);

  G_OBJECT_CLASS (mou_window_parent_class)->dispose (object);
}

static void
mou_window_class_init (MouWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mou_window_close_request;

  g_type_ensure (MOU_TYPE_WELCOME);
  g_type_ensure (MOU_TYPE_DOCUMENT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/mou-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MouWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MouWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MouWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, MouWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, MouWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, MouWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MouWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, MouWindow, content);
  gtk_widget_class_bind_template_child (widget_class, MouWindow, loading);
  gtk_widget_class_bind_template_child (widget_class, MouWindow, read_only_bar);
  gtk_widget_class_bind_template_child (widget_class, MouWindow, read_only_reason);
  gtk_widget_class_bind_template_child (widget_class, MouWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, MouWindow, view);
  mou_window_actions_install (widget_class);
}

static void
set_menus (MouWindow *self)
{
  g_autoptr (GtkBuilder) menus = gtk_builder_new_from_resource ("/io/github/mouscorecard/MouScorecard/mou-window-menus.ui");

  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (gtk_builder_get_object (menus, "primary_menu")));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->export_button), G_MENU_MODEL (gtk_builder_get_object (menus, "export_menu")));
}

static void
mou_window_init (MouWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_menus (self);
  add_property_actions (self);
  accept_files (self);
  g_signal_connect_object (self->view, "problem", G_CALLBACK (mou_window_toast), self, G_CONNECT_SWAPPED);
}

MouWindow *
mou_window_new (MouApplication *application, GSettings *settings, GSettings *recents)
{
  MouWindow *self = g_object_new (MOU_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  self->recents = g_object_ref (recents);
  mou_welcome_set_settings (self->welcome, recents);
  restore_state (self);
  refresh_recents (self);
  mou_window_set_document (self, NULL);

  return self;
}

static void
present_late (gpointer data)
{
  g_autoptr (MouWindow) self = data;

  if (gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    gtk_window_present (GTK_WINDOW (self));
}

void
mou_window_show (MouWindow *self)
{
  g_return_if_fail (MOU_IS_WINDOW (self));

  if (self->opening == NULL || gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
  else
    g_timeout_add_once (PATIENCE_MS, present_late, g_object_ref (self));
}

gboolean
mou_window_is_empty (MouWindow *self)
{
  g_return_val_if_fail (MOU_IS_WINDOW (self), FALSE);

  return self->document == NULL && self->opening == NULL;
}

static char *
dup_file_id (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE)) : NULL;
}

/* Under whichever name: a link, hard or soft, is the file it leads to. */
static gboolean
is_same_file (GFile *a, GFile *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (g_file_equal (a, b))
    return TRUE;

  first = dup_file_id (a);
  second = dup_file_id (b);
  return first != NULL && g_strcmp0 (first, second) == 0;
}

gboolean
mou_window_shows_file (MouWindow *self, GFile *file)
{
  const char *path = NULL;
  GFile *coming = NULL;
  g_autoptr (GFile) own = NULL;

  g_return_val_if_fail (MOU_IS_WINDOW (self), FALSE);

  coming = self->opening != NULL ? mou_opening_get_file (self->opening) : NULL;
  if (coming != NULL)
    return is_same_file (coming, file);
  path = self->document != NULL ? mou_document_get_path (self->document) : NULL;
  if (path == NULL)
    return FALSE;

  own = g_file_new_for_path (path);
  return is_same_file (own, file);
}

gboolean
mou_window_give_up (MouWindow *self)
{
  g_return_val_if_fail (MOU_IS_WINDOW (self), FALSE);

  if (self->document == NULL || mou_document_get_modified (self->document) || mou_document_is_saving (self->document))
    return FALSE;

  mou_document_close (self->document);
  mou_window_set_document (self, NULL);
  return TRUE;
}

void
mou_window_set_document (MouWindow *self, MouDocument *document)
{
  g_assert (MOU_IS_WINDOW (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  mou_document_view_set_document (self->view, document);

  if (document != NULL)
    {
      g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_set_visible_child_name (self->content, "document");
      mou_document_view_focus_content (self->view);
    }
  else
    {
      gtk_stack_set_visible_child_name (self->content, "welcome");
    }
  mou_window_read_only_update (self);
  document_changed_cb (self);
}

MouDocument *
mou_window_get_document (MouWindow *self)
{
  g_assert (MOU_IS_WINDOW (self));

  return self->document;
}

void
mou_window_toast (MouWindow *self, const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast = NULL;

  /* Each key typed into a cell that is locked would say it again. */
  if (self->toast != NULL && g_str_equal (adw_toast_get_title (self->toast), markup))
    return;

  toast = adw_toast_new (markup);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
mou_window_alert (MouWindow *self, const char *title, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), title, NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s", message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
