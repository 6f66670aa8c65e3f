/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with nothing but a sheet, to look at and to try with the hands: sheet-demo STYLE.css [ZOOM [ROWS]]. */

#include "fake-sheet-model.h"
#include "mou-sheet.h"

#include <adwaita.h>

static void
print_problem_cb (MouSheet *sheet, const char *message, gpointer data)
{
  g_print ("%s\n", message);
}

static void
activate_cb (AdwApplication *application, char **arguments)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  guint n_arguments = g_strv_length (arguments);
  g_autoptr (FakeSheetModel) model = fake_sheet_model_new (n_arguments > 3 ? (guint) atoi (arguments[3]) : 0);
  GtkWidget *sheet = mou_sheet_new (MOU_SHEET_MODEL (model)), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_css_provider_load_from_path (provider, arguments[1]);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  if (n_arguments > 2)
    mou_sheet_set_zoom (MOU_SHEET (sheet), g_ascii_strtod (arguments[2], NULL));
  g_signal_connect (sheet, "problem", G_CALLBACK (print_problem_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), sheet);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Sheet");
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 720);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (sheet);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.mouscorecard.SheetDemo", G_APPLICATION_NON_UNIQUE);

  if (argc < 2)
    g_error ("usage: sheet-demo STYLE.css [ZOOM [ROWS]]");
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), argv);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
