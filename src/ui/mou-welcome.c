/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-welcome: see the header. */

#include "mou-welcome.h"
#include "mou-document.h"
#include "mou-recents.h"
#include "mou-recovery.h"

#include <glib/gi18n.h>

struct _MouWelcome
{
  AdwBin parent_instance;

  AdwPreferencesGroup *recoverable;
  AdwPreferencesGroup *recent;
  GSettings *settings;
  GPtrArray *rows; /* those added by refresh: GtkWidget, borrowed */
};

G_DEFINE_FINAL_TYPE (MouWelcome, mou_welcome, ADW_TYPE_BIN)

static void
add_row (MouWelcome *self, AdwPreferencesGroup *group, const char *title, const char *subtitle, const char *action, const char *target)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autofree char *sub_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sub_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (MouWelcome *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *group = gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), self->rows->pdata[i]);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
list_recoverable (MouWelcome *self)
{
  g_autoptr (GPtrArray) copies = mou_document_list_recoverable (NULL);

  for (guint i = 0; i < copies->len; i++)
    {
      const MouRecoverable *copy = copies->pdata[i];
      g_autofree char *name = mou_recovery_dup_name (copy->target);
      g_autofree char *changes = g_strdup_printf (ngettext ("%u unsaved change", "%u unsaved changes", copy->unsaved), copy->unsaved);

      add_row (self, self->recoverable, name, changes, "app.recover", copy->folder);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recoverable), copies->len > 0);
}

static void
list_recent (MouWelcome *self, GSettings *settings)
{
  g_autoptr (GPtrArray) files = mou_recents_list (settings);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_file_get_basename (files->pdata[i]);
      g_autofree char *uri = g_file_get_uri (files->pdata[i]);
      g_autoptr (GFile) folder = g_file_get_parent (files->pdata[i]);
      g_autofree char *where = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");

      add_row (self, self->recent, name, where, "app.open-recent", uri);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), files->len > 0);
}

static void
mou_welcome_map (GtkWidget *widget)
{
  MouWelcome *self = MOU_WELCOME (widget);

  remove_rows (self);
  list_recoverable (self);
  if (self->settings != NULL)
    list_recent (self, self->settings);

  GTK_WIDGET_CLASS (mou_welcome_parent_class)->map (widget);
}

static void
mou_welcome_dispose (GObject *object)
{
  g_clear_object (&MOU_WELCOME (object)->settings);

  G_OBJECT_CLASS (mou_welcome_parent_class)->dispose (object);
}

static void
mou_welcome_finalize (GObject *object)
{
  g_ptr_array_unref (MOU_WELCOME (object)->rows);

  G_OBJECT_CLASS (mou_welcome_parent_class)->finalize (object);
}

static void
mou_welcome_class_init (MouWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_welcome_dispose;
  G_OBJECT_CLASS (klass)->finalize = mou_welcome_finalize;
  widget_class->map = mou_welcome_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/mou-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, MouWelcome, recoverable);
  gtk_widget_class_bind_template_child (widget_class, MouWelcome, recent);
}

static void
mou_welcome_init (MouWelcome *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mou_welcome_set_settings (MouWelcome *self, GSettings *settings)
{
  g_return_if_fail (MOU_IS_WELCOME (self));

  g_set_object (&self->settings, settings);
}
