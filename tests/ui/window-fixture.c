/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* window-fixture: see the header. */

#include "window-fixture.h"
#include "mou-window-private.h"

#define DEADLINE_US (10 * G_USEC_PER_SEC)

/* GtkApplication exports itself on the bus once a process, so all tests share one; each has a window of its own. */
static MouApplication *application;

/* libadwaita 1.7 measures the labels of its message dialogs for widths they cannot have, which GTK 4.18 warns of. That is between the
 * two of them; with libadwaita 1.2 it would be ours, and every other warning ends the test. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (adw_get_minor_version () >= 7 && g_str_equal (fields[i].key, "MESSAGE")
        && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel "))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, data);
}

gboolean
window_fixture_prepare (void)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  g_autofree char *state_folder = g_dir_make_tmp ("mou-window-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  if (xdotool == NULL)
    return FALSE;

  g_log_set_writer_func (write_log, NULL, NULL);
  g_setenv ("XDG_STATE_HOME", state_folder, TRUE);
  application = mou_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);

  return TRUE;
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  return --*(int *) data > 0;
}

static void
settle (WindowFixture *fixture)
{
  int n_frames = 3;

  gtk_widget_add_tick_callback (GTK_WIDGET (fixture->window), count_frame_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
finish_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) data = TRUE;
}

void
window_fixture_send (WindowFixture *fixture, const char *command)
{
  g_autofree char *line = g_strconcat ("xdotool ", command, NULL);
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean finished = FALSE;

  g_assert_true (g_shell_parse_argv (line, NULL, &arguments, &error));
  process = g_subprocess_newv ((const char *const *) arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, finish_cb, &finished);
  while (!finished)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
window_fixture_wait (WindowFixture *fixture, WindowCondition is_met)
{
  const gint64 deadline = g_get_monotonic_time () + DEADLINE_US;
  const guint timer = g_timeout_add (20, wake_cb, NULL);

  while (!is_met (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (timer);
}

MouDocument *
window_fixture_get_document (WindowFixture *fixture)
{
  return mou_window_get_document (MOU_WINDOW (fixture->window));
}

static gboolean
has_document (WindowFixture *fixture)
{
  return window_fixture_get_document (fixture) != NULL;
}

static void
start (WindowFixture *fixture)
{
  g_application_activate (G_APPLICATION (application));
  fixture->window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_assert_nonnull (fixture->window);
  settle (fixture);
}

void
window_fixture_set_up_empty (WindowFixture *fixture, gconstpointer data)
{
  start (fixture);
  window_fixture_send (fixture, "search --onlyvisible --name 'MOU Scorecard' windowfocus --sync");
}

void
window_fixture_set_up_sample (WindowFixture *fixture, gconstpointer data)
{
  start (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-sample", NULL);
  window_fixture_wait (fixture, has_document);
  settle (fixture);
  window_fixture_send (fixture, "search --onlyvisible --name '2567' windowfocus --sync");
}

/* Unsaved changes are given up first, so that closing asks nothing. */
void
window_fixture_tear_down (WindowFixture *fixture, gconstpointer data)
{
  MouWindow *window = MOU_WINDOW (fixture->window);

  if (window->document != NULL)
    mou_document_close (window->document);
  window->closing = TRUE;
  gtk_window_close (fixture->window);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

const char *
window_fixture_get_page (WindowFixture *fixture)
{
  return mou_document_view_get_page (MOU_WINDOW (fixture->window)->view);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));

  return NULL;
}

static gboolean
shows_below (GtkWidget *widget, const char *beginning)
{
  const char *text = gtk_widget_get_mapped (widget) ? get_text (widget) : NULL;

  if (text != NULL && g_str_has_prefix (text, beginning))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_below (child, beginning))
      return TRUE;

  return FALSE;
}

gboolean
window_fixture_shows (WindowFixture *fixture, const char *beginning)
{
  return shows_below (GTK_WIDGET (fixture->window), beginning);
}
