/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-application: see the header. */

#include "mou-application.h"
#include "mou-document.h"
#include "mou-file-dialog.h"
#include "mou-opening.h"
#include "mou-recents.h"
#include "mou-recovery.h"
#include "mou-shortcuts.h"
#include "mou-window.h"

#include <glib/gi18n.h>

struct _MouApplication
{
  AdwApplication parent_instance;
  GSettings *settings;
  GFile *expected;     /* what the command line names, until it is asked for */
  MouOpening *reading; /* of it, since before there was GTK */
  GSettings *recents;
};

G_DEFINE_FINAL_TYPE (MouApplication, mou_application, ADW_TYPE_APPLICATION)

static MouWindow *
add_window (MouApplication *self)
{
  return mou_window_new (self, self->settings, self->recents);
}

/* A window without a document: the active one, or a new one. */
static MouWindow *
find_empty_window (MouApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    if (MOU_IS_WINDOW (link->data) && mou_window_is_empty (link->data))
      return link->data;

  return add_window (self);
}

static MouWindow *
find_window_of (MouApplication *self, GFile *file)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    if (MOU_IS_WINDOW (link->data) && mou_window_shows_file (link->data, file))
      return link->data;

  return NULL;
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MouWindow *window = find_empty_window (data);

  mou_window_new_register (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (add_window (data)));
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (MouApplication) self = data;

  if (file != NULL)
    mou_application_open_file (self, file);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MouApplication *self = data;

  mou_file_dialog_open (gtk_application_get_active_window (GTK_APPLICATION (self)), _ ("Open a register"), MOU_FILE_OPENABLE,
                        file_chosen_cb, g_object_ref (self));
}

static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  mou_application_open_file (data, file);
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (MouOpening) opening = mou_opening_new_for_sample ();
  MouWindow *window = find_empty_window (data);

  mou_window_open (window, opening);
  mou_window_show (window);
}

static void
recover_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mou_application_recover (data, g_variant_get_string (parameter, NULL));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mou_shortcuts_present (gtk_application_get_active_window (data));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *developers[] = { "The MOU Scorecard developers", NULL };

  adw_show_about_window (gtk_application_get_active_window (data), "application-name", _ ("MOU Scorecard"), "application-icon",
                         MOU_APPLICATION_ID, "version", MOU_VERSION, "developers", developers, "license-type", GTK_LICENSE_GPL_3_0,
                         "website", "https://github.com/mouscorecard/mou-scorecard", "translator-credits", _ ("translator-credits"), NULL);
}

/* Each window asks about its own unsaved changes; a window that stays keeps the application running. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static const GActionEntry actions[] = {
  { "new", new_cb },
  { "new-window", new_window_cb },
  { "open", open_cb },
  { "open-recent", open_recent_cb, "s" },
  { "open-sample", open_sample_cb },
  { "recover", recover_cb, "s" },
  { "shortcuts", shortcuts_cb },
  { "about", about_cb },
  { "quit", quit_cb },
};

/* Starting GTK takes as long as reading a register; a second process, which only passes its files on, does not come here. */
static void
mou_application_startup (GApplication *application)
{
  MouApplication *self = MOU_APPLICATION (application);

  if (self->expected != NULL)
    self->reading = mou_opening_new_for_file (self->expected);
  G_APPLICATION_CLASS (mou_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  mou_shortcuts_install (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (MOU_APPLICATION_ID);
}

static void
offer_recovery (MouApplication *self, GtkWindow *window)
{
  mou_recovery_offer (self, window, g_settings_get_boolean (self->settings, "thai-digits"));
}

static void
mou_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  const gboolean first = window == NULL;

  if (first)
    window = GTK_WINDOW (add_window (MOU_APPLICATION (application)));
  gtk_window_present (window);
  if (first)
    offer_recovery (MOU_APPLICATION (application), window);
}

static void
mou_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MouApplication *self = MOU_APPLICATION (application);
  const gboolean first = gtk_application_get_active_window (GTK_APPLICATION (self)) == NULL;

  for (int i = 0; i < n_files; i++)
    mou_application_open_file (self, files[i]);
  if (first)
    offer_recovery (self, gtk_application_get_active_window (GTK_APPLICATION (self)));
}

static void
mou_application_dispose (GObject *object)
{
  MouApplication *self = MOU_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->expected);
  g_clear_object (&self->reading);
  g_clear_object (&self->recents);

  G_OBJECT_CLASS (mou_application_parent_class)->dispose (object);
}

static void
mou_application_class_init (MouApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_application_dispose;
  application_class->startup = mou_application_startup;
  application_class->activate = mou_application_activate;
  application_class->open = mou_application_open;
}

static void
mou_application_init (MouApplication *self)
{
  self->settings = g_settings_new (MOU_APPLICATION_ID);
  self->recents = mou_recents_new_settings ();
}

MouApplication *
mou_application_new (void)
{
  return g_object_new (MOU_TYPE_APPLICATION, "application-id", MOU_APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/mouscorecard/MouScorecard", NULL);
}

void
mou_application_expect (MouApplication *self, GFile *file)
{
  g_return_if_fail (MOU_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->expected, file);
}

/* What is already being read of `file`, else a reading that begins now. */
static MouOpening *
take_reading (MouApplication *self, GFile *file)
{
  g_autoptr (MouOpening) reading = g_steal_pointer (&self->reading);

  return reading != NULL && g_file_equal (self->expected, file) ? g_steal_pointer (&reading) : mou_opening_new_for_file (file);
}

void
mou_application_open_file (MouApplication *self, GFile *file)
{
  MouWindow *window = NULL;

  g_return_if_fail (MOU_IS_APPLICATION (self));

  window = find_window_of (self, file);
  if (window == NULL)
    {
      g_autoptr (MouOpening) opening = take_reading (self, file); /* reads while the window is built */

      window = find_empty_window (self);
      mou_window_open (window, opening);
    }
  mou_window_show (window);
}

void
mou_application_open_copy (MouApplication *self, const char *path)
{
  g_autoptr (MouOpening) opening = NULL;
  MouWindow *window = NULL;

  g_return_if_fail (MOU_IS_APPLICATION (self));

  opening = mou_opening_new_for_copy (path);
  window = find_empty_window (self);
  mou_window_open (window, opening);
  mou_window_show (window);
}

/* The window that shows, unedited, the file whose unsaved work lies in `folder`: the recovered copy takes its place. */
static MouWindow *
find_window_to_recover (MouApplication *self, const char *folder)
{
  g_autoptr (GPtrArray) copies = mou_document_list_recoverable (NULL);
  MouWindow *window = NULL;

  for (guint i = 0; i < copies->len && window == NULL; i++)
    {
      const MouRecoverable *copy = copies->pdata[i];
      g_autoptr (GFile) target = copy->target != NULL ? g_file_new_for_path (copy->target) : NULL;

      if (target != NULL && g_str_equal (copy->folder, folder))
        window = find_window_of (self, target);
    }

  return window != NULL && mou_window_give_up (window) ? window : find_empty_window (self);
}

void
mou_application_recover (MouApplication *self, const char *folder)
{
  g_autoptr (MouOpening) opening = NULL;
  MouWindow *window = NULL;

  g_return_if_fail (MOU_IS_APPLICATION (self));

  window = find_window_to_recover (self, folder);
  opening = mou_opening_new_for_folder (folder);
  mou_window_open (window, opening);
  mou_window_show (window);
}
