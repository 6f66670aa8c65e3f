/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Set up and taken down for each test, so none sees another's state. */

#include "sheet-fixture.h"

static void
remember_problem_cb (MouSheet *sheet, const char *message, SheetFixture *fixture)
{
  g_free (fixture->problem);
  fixture->problem = g_strdup (message);
}

static void
count_activated_cb (MouSheet *sheet, guint row, guint column, SheetFixture *fixture)
{
  fixture->n_activated++;
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  return --*(int *) data > 0;
}

void
sheet_settle (SheetFixture *fixture)
{
  int n_frames = 3;

  gtk_widget_add_tick_callback (GTK_WIDGET (fixture->sheet), count_frame_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (SheetFixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->model = fake_sheet_model_new (GPOINTER_TO_UINT (data));
  fixture->sheet = MOU_SHEET (mou_sheet_new (MOU_SHEET_MODEL (fixture->model)));
  fixture->window = gtk_window_new ();
  fixture->button = gtk_button_new_with_label ("Elsewhere");
  g_signal_connect (fixture->sheet, "problem", G_CALLBACK (remember_problem_cb), fixture);
  g_signal_connect (fixture->sheet, "activate-cell", G_CALLBACK (count_activated_cb), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->sheet));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), fixture->button);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_title (GTK_WINDOW (fixture->window), "sheet");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sheet_settle (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->sheet));
  sheet_settle (fixture);
}

static void
tear_down (SheetFixture *fixture, gconstpointer data)
{
  gpointer sheet = fixture->sheet;

  g_object_add_weak_pointer (G_OBJECT (fixture->sheet), &sheet);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (sheet);
  g_assert_finalize_object (fixture->model);
  g_free (fixture->problem);
}

void
sheet_test_add (const char *path, guint n_rows, SheetTest test)
{
  g_test_add (path, SheetFixture, GUINT_TO_POINTER (n_rows), set_up, test, tear_down);
}

void
sheet_assert_cursor (SheetFixture *fixture, guint row, guint column)
{
  guint at_row, at_column;

  g_assert_true (mou_sheet_get_cursor (fixture->sheet, &at_row, &at_column));
  g_assert_cmpuint (at_row, ==, row);
  g_assert_cmpuint (at_column, ==, column);
}

void
sheet_assert_selection (SheetFixture *fixture, guint first_row, guint first_column, guint last_row, guint last_column)
{
  guint range[4];

  g_assert_true (mou_sheet_get_selection (fixture->sheet, &range[0], &range[1], &range[2], &range[3]));
  g_assert_cmpuint (range[0], ==, first_row);
  g_assert_cmpuint (range[1], ==, first_column);
  g_assert_cmpuint (range[2], ==, last_row);
  g_assert_cmpuint (range[3], ==, last_column);
}

void
sheet_assert_text (SheetFixture *fixture, guint row, guint column, const char *text)
{
  g_assert_cmpstr (fake_sheet_model_get_text (fixture->model, row, column), ==, text);
}
