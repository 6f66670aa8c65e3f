/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet with 5,000 rows of 18 columns in a window of 1200 × 700: the time to the first painted frame, and the work of each frame
 * (update, layout and paint) while it is scrolled line by line, by pages, at random, and sideways. The budget is 16 ms at p95. Times are
 * this thread's processor time, so that a busy machine does not spoil them; the wall clock's p95 stands beside. */

#include "fake-sheet-model.h"
#include "mou-sheet.h"

#include <adwaita.h>
#include <time.h>

#define N_ROWS 5000
#define N_FRAMES 240
#define BUDGET_MS 16.0

typedef double (*NextValue) (double value, double upper);

typedef struct
{
  GtkAdjustment *adjustment;
  NextValue next;
  GArray *frames; /* double, ms of processor time */
  GArray *walls;  /* double, ms of the clock on the wall */
  gint64 started;
  double started_cpu;
  gboolean running;
} Scroll;

static double
next_line (double value, double upper)
{
  return value + 31.0 > upper ? 0.0 : value + 31.0;
}

static double
next_few_pixels (double value, double upper)
{
  return value + 17.0 > upper ? 0.0 : value + 17.0;
}

static double
next_page (double value, double upper)
{
  return value + 600.0 > upper ? 0.0 : value + 600.0;
}

static double
next_random (double value, double upper)
{
  return g_random_double_range (0.0, upper);
}

static double
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000.0 + (double) now.tv_nsec / 1000000.0;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scroll *scroll = data;
  double value = gtk_adjustment_get_value (scroll->adjustment);
  double upper = gtk_adjustment_get_upper (scroll->adjustment) - gtk_adjustment_get_page_size (scroll->adjustment);

  scroll->started = g_get_monotonic_time ();
  scroll->started_cpu = get_cpu_time ();
  gtk_adjustment_set_value (scroll->adjustment, scroll->next (value, upper));
  return scroll->running;
}

static void
after_paint_cb (GdkFrameClock *clock, Scroll *scroll)
{
  double wall = (double) (g_get_monotonic_time () - scroll->started) / 1000.0;
  double elapsed = get_cpu_time () - scroll->started_cpu;

  if (scroll->started == 0)
    return;
  g_array_append_val (scroll->frames, elapsed);
  g_array_append_val (scroll->walls, wall);
  scroll->started = 0;
  scroll->running = scroll->frames->len < N_FRAMES;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_percentile (GArray *values, guint percent)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (values->len - 1) * percent / 100);
}

static void
measure_scroll (GtkWidget *sheet, const char *name, GtkOrientation orientation, NextValue next)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double)), walls = g_array_new (FALSE, FALSE, sizeof (double));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (sheet);
  GtkScrollable *scrollable = GTK_SCROLLABLE (sheet);
  GtkAdjustment *adjustment = orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_scrollable_get_hadjustment (scrollable)
                                                                        : gtk_scrollable_get_vadjustment (scrollable);
  Scroll scroll = { .adjustment = adjustment, .next = next, .frames = frames, .walls = walls, .running = TRUE };
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &scroll);
  double p95;

  gtk_widget_add_tick_callback (sheet, scroll_cb, &scroll, NULL);
  while (scroll.running)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_signal_handler_disconnect (clock, handler);

  p95 = get_percentile (frames, 95);
  g_print ("%-14s median %6.2f ms  p95 %6.2f ms  max %6.2f ms  p95/budget %.2f  (wall p95 %6.2f ms)\n", name, get_percentile (frames, 50),
           p95, get_percentile (frames, 100), p95 / BUDGET_MS, get_percentile (walls, 95));
}

static void
first_frame_cb (GdkFrameClock *clock, gint64 *painted)
{
  if (*painted == 0)
    *painted = g_get_monotonic_time ();
}

/* From before the widgets are made until their first frame is painted. */
static double
measure_first_frame (GtkWidget *(*create) (void), GtkWidget **window, GtkWidget **child)
{
  gint64 started = g_get_monotonic_time (), painted = 0;
  gulong handler;

  *window = adw_window_new ();
  *child = create ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 1200, 700);
  adw_window_set_content (ADW_WINDOW (*window), *child);
  gtk_window_present (GTK_WINDOW (*window));
  handler = g_signal_connect (gtk_widget_get_frame_clock (*window), "after-paint", G_CALLBACK (first_frame_cb), &painted);
  while (painted == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (*window), handler);
  return (double) (painted - started) / 1000.0;
}

static GtkWidget *
create_empty (void)
{
  return gtk_scrolled_window_new ();
}

static GtkWidget *
create_sheet (void)
{
  g_autoptr (FakeSheetModel) model = fake_sheet_model_new (N_ROWS);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), mou_sheet_new (MOU_SHEET_MODEL (model)));
  return scrolled;
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GtkWidget *window, *child, *sheet;
  double empty, first;

  adw_init ();
  if (argc > 1)
    gtk_css_provider_load_from_path (provider, argv[1]);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  empty = measure_first_frame (create_empty, &window, &child);
  gtk_window_destroy (GTK_WINDOW (window));
  empty = MIN (empty, measure_first_frame (create_empty, &window, &child));
  gtk_window_destroy (GTK_WINDOW (window));
  first = measure_first_frame (create_sheet, &window, &child);
  sheet = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (child));
  g_print ("first frame    %.1f ms; of an empty window, once warm, %.1f ms\n", first, empty);

  measure_scroll (sheet, "few pixels", GTK_ORIENTATION_VERTICAL, next_few_pixels);
  measure_scroll (sheet, "line by line", GTK_ORIENTATION_VERTICAL, next_line);
  measure_scroll (sheet, "page by page", GTK_ORIENTATION_VERTICAL, next_page);
  measure_scroll (sheet, "at random", GTK_ORIENTATION_VERTICAL, next_random);
  measure_scroll (sheet, "sideways", GTK_ORIENTATION_HORIZONTAL, next_few_pixels);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
