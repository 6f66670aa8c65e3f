/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the start of a process to its first painted frame: `bench-first-frame agreement` with the saved sample agreement in the window,
 * `bench-first-frame empty` with an empty AdwApplicationWindow. Without an argument it runs both in turn and prints the ratio of the
 * medians (budget: 1.5). Needs a display. */

#include "mou-application.h"
#include "mou-json-agreement.h"
#include "mou-window-private.h"

#define RUNS 9

static gint64 start;

G_GNUC_NORETURN static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - start);
  exit (0);
}

static void
watch (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
}

static void
activate_empty_cb (GApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  watch (window);
}

static gboolean
has_document_cb (gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  if (window == NULL || mou_window_get_document (MOU_WINDOW (window)) == NULL)
    return G_SOURCE_CONTINUE;

  watch (GTK_WIDGET (window));
  gtk_widget_queue_draw (GTK_WIDGET (window));
  return G_SOURCE_REMOVE;
}

static void
activate_agreement_cb (GApplication *application, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MOU_BENCH_REGISTER"));

  mou_application_open_file (MOU_APPLICATION (application), file);
  g_timeout_add (1, has_document_cb, application);
  g_signal_stop_emission_by_name (application, "activate");
}

/* As main does when it is given a file. */
static GApplication *
create_application (void)
{
  MouApplication *application = mou_application_new ();
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MOU_BENCH_REGISTER"));

  mou_application_expect (application, file);

  return G_APPLICATION (application);
}

static int
run_one (const char *what)
{
  const gboolean empty = g_str_equal (what, "empty");
  g_autoptr (GApplication) application = NULL;

  start = g_get_monotonic_time ();
  if (empty)
    application = G_APPLICATION (adw_application_new ("io.github.mouscorecard.Empty", G_APPLICATION_NON_UNIQUE));
  else
    application = create_application ();
  g_signal_connect (application, "activate", empty ? G_CALLBACK (activate_empty_cb) : G_CALLBACK (activate_agreement_cb), NULL);

  return g_application_run (application, 0, NULL);
}

/* Each run has a state folder of its own: what the run before left there is none of its cost. */
static double
measure (const char *program, const char *what)
{
  g_autofree char *state = g_dir_make_tmp ("mou-bench-XXXXXX", NULL);
  const char *const arguments[] = { program, what, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);

  return (double) g_ascii_strtoll (output, NULL, 10) / 1000;
}

/* The sample as a planner has it: a saved register. */
static void
make_register (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "mwa-2567.mou", NULL);
  g_autofree char *sample = g_build_filename (g_getenv ("MOU_SAMPLES"), "mwa-2567.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MouRegister) incoming = mou_json_agreement_load (sample, &error);
  g_autoptr (MouDocument) document = mou_document_new (NULL, NULL, &error);

  if (incoming == NULL || document == NULL || !mou_document_import (document, incoming, "sample", NULL, &error)
      || !mou_document_save_as (document, path, &error))
    g_error ("%s", error->message);
  mou_document_close (document);
  g_setenv ("MOU_BENCH_REGISTER", path, TRUE);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = NULL;
  double empty[RUNS], agreement[RUNS];

  if (argc > 1)
    return run_one (argv[1]);

  state = g_dir_make_tmp ("mou-bench-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  make_register (state);
  for (int i = 0; i < RUNS; i++)
    {
      empty[i] = measure (argv[0], "empty");
      agreement[i] = measure (argv[0], "agreement");
    }
  qsort (empty, RUNS, sizeof (double), compare);
  qsort (agreement, RUNS, sizeof (double), compare);
  g_print ("first frame: empty %.0f ms, agreement %.0f ms, ratio %.2f (budget 1.5)\n", empty[RUNS / 2], agreement[RUNS / 2],
           agreement[RUNS / 2] / empty[RUNS / 2]);

  return 0;
}
