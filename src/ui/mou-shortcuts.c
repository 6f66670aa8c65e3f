/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-shortcuts: see the header. */

#include "mou-shortcuts.h"

#include <glib/gi18n.h>

/* Whose keys they are. Those of the application come before any entry sees them; those of a page come after, so that they never take a
 * key from somebody who is typing; those of a widget are its own and only listed here. */
typedef enum
{
  OF_APPLICATION,
  OF_PAGE,
  OF_WIDGET
} Owner;

typedef struct
{
  Owner owner;
  const char *action;
  const char *keys; /* accelerators, space between alternatives */
  const char *title;
} Shortcut;

typedef struct
{
  const char *title;
  const Shortcut *shortcuts;
} Group;

static const Shortcut file_shortcuts[] = {
  { OF_APPLICATION, "app.new", "<Control>n", N_ ("New register") },
  { OF_APPLICATION, "app.open", "<Control>o", N_ ("Open") },
  { OF_APPLICATION, "win.save", "<Control>s", N_ ("Save") },
  { OF_APPLICATION, "win.save-as", "<Control><Shift>s", N_ ("Save as") },
  { OF_APPLICATION, "win.export-evaluation", "<Control>e", N_ ("Export the evaluation workbook") },
  { OF_APPLICATION, "window.close", "<Control>w", N_ ("Close the window") },
  { OF_APPLICATION, "app.quit", "<Control>q", N_ ("Quit") },
  { 0 },
};

static const Shortcut edit_shortcuts[] = {
  { OF_APPLICATION, "win.undo", "<Control>z", N_ ("Undo") },
  { OF_APPLICATION, "win.redo", "<Control><Shift>z <Control>y", N_ ("Redo") },
  { OF_PAGE, "win.add-indicator", "<Control>Return", N_ ("Add an indicator below") },
  { OF_PAGE, "win.add-sub-indicator", "<Control><Shift>Return", N_ ("Add an indicator inside") },
  { OF_PAGE, "win.delete-indicator", "<Control>Delete", N_ ("Delete the indicator") },
  { OF_APPLICATION, "win.move-up", "<Control><Shift>Up", N_ ("Move the indicator up") },
  { OF_APPLICATION, "win.move-down", "<Control><Shift>Down", N_ ("Move the indicator down") },
  { OF_PAGE, "win.generate-levels", "<Control>g", N_ ("Fill the levels from level 3 and the notation") },
  { 0 },
};

static const Shortcut sheet_shortcuts[] = {
  { OF_WIDGET, NULL, "F2", N_ ("Edit the cell") },
  { OF_WIDGET, NULL, "Escape", N_ ("Give the edit up") },
  { OF_WIDGET, NULL, "Tab", N_ ("Next cell") },
  { OF_WIDGET, NULL, "Return", N_ ("Cell below") },
  { OF_WIDGET, NULL, "<Control>Right", N_ ("To the edge of the data") },
  { OF_WIDGET, NULL, "<Control>Home", N_ ("To the first cell") },
  { OF_WIDGET, NULL, "<Control>c", N_ ("Copy") },
  { OF_WIDGET, NULL, "<Control>v", N_ ("Paste") },
  { OF_WIDGET, NULL, "<Control>d", N_ ("Fill down") },
  { OF_WIDGET, NULL, "Delete", N_ ("Clear") },
  { 0 },
};

static const Shortcut view_shortcuts[] = {
  { OF_APPLICATION, "win.page('scorecard')", "<Control>1", N_ ("Scorecard") },
  { OF_APPLICATION, "win.page('evaluation')", "<Control>2", N_ ("Evaluation") },
  { OF_APPLICATION, "win.page('checks')", "<Control>3", N_ ("Checks") },
  { OF_APPLICATION, "win.page('agreement')", "<Control>4", N_ ("Agreement") },
  { OF_APPLICATION, "win.page('history')", "<Control>5", N_ ("History") },
  { OF_APPLICATION, "win.indicator-history", "<Control>h", N_ ("History of the indicator") },
  { OF_APPLICATION, "win.search", "<Control>f", N_ ("Search") },
  { OF_APPLICATION, "win.show-sidebar", "<Shift>F9", N_ ("Show or hide the sidebar") },
  { OF_APPLICATION, "win.show-inspector", "F9", N_ ("Show or hide the inspector") },
  { OF_APPLICATION, "win.zoom-in", "<Control>plus <Control>equal <Control>KP_Add", N_ ("Zoom in") },
  { OF_APPLICATION, "win.zoom-out", "<Control>minus <Control>KP_Subtract", N_ ("Zoom out") },
  { OF_APPLICATION, "win.zoom-normal", "<Control>0", N_ ("Normal size") },
  { OF_APPLICATION, "win.fullscreen", "F11", N_ ("Full screen") },
  { OF_APPLICATION, "app.shortcuts", "<Control>question", N_ ("Keyboard shortcuts") },
  { 0 },
};

static const Group groups[] = {
  { N_ ("Files"), file_shortcuts },
  { N_ ("Editing"), edit_shortcuts },
  { N_ ("In the sheet"), sheet_shortcuts },
  { N_ ("View"), view_shortcuts },
};

void
mou_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const Shortcut *shortcut = groups[i].shortcuts; shortcut->keys != NULL; shortcut++)
      if (shortcut->owner == OF_APPLICATION)
        {
          g_auto (GStrv) keys = g_strsplit (shortcut->keys, " ", -1);

          gtk_application_set_accels_for_action (application, shortcut->action, (const char *const *) keys);
        }
}

void
mou_shortcuts_bind_page (GtkWidgetClass *klass)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (klass));

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const Shortcut *shortcut = groups[i].shortcuts; shortcut->keys != NULL; shortcut++)
      if (shortcut->owner == OF_PAGE)
        {
          guint key = 0;
          GdkModifierType modifiers = 0;

          if (gtk_accelerator_parse (shortcut->keys, &key, &modifiers))
            gtk_widget_class_add_binding_action (klass, key, modifiers, shortcut->action, NULL);
        }
}

static void
append_property (GString *ui, const char *name, const char *value)
{
  g_autofree char *text = g_markup_printf_escaped ("<property name='%s'>%s</property>", name, value);

  g_string_append (ui, text);
}

static void
append_group (GString *ui, const Group *group)
{
  g_string_append (ui, "<child><object class='GtkShortcutsGroup'>");
  append_property (ui, "title", _ (group->title));
  for (const Shortcut *shortcut = group->shortcuts; shortcut->keys != NULL; shortcut++)
    {
      g_string_append (ui, "<child><object class='GtkShortcutsShortcut'>");
      append_property (ui, "title", _ (shortcut->title));
      append_property (ui, "accelerator", shortcut->keys);
      g_string_append (ui, "</object></child>");
    }
  g_string_append (ui, "</object></child>");
}

/* GTK 4.8 takes sections only from GtkBuilder, so the table is written as a description first. */
void
mou_shortcuts_present (GtkWindow *parent)
{
  g_autoptr (GString) ui = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'><property name='modal'>1</property>"
                                         "<child><object class='GtkShortcutsSection'><property name='section-name'>all</property>"
                                         "<property name='max-height'>12</property>");
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  GtkWindow *window = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    append_group (ui, &groups[i]);
  g_string_append (ui, "</object></child></object></interface>");

  if (!gtk_builder_add_from_string (builder, ui->str, (gssize) ui->len, NULL))
    g_return_if_reached ();
  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
