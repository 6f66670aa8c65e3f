/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* window-fixture: the whole application in the test's process, with a state folder of its own, driven by real keys (xdotool). */
#pragma once

#include "mou-application.h"
#include "mou-document.h"

G_BEGIN_DECLS

typedef struct {
  GtkWindow *window;
} WindowFixture;

/* Once a process, before anything asks for a directory: the application, with a state folder of its own. FALSE when there is no xdotool: the tests are skipped. */
gboolean window_fixture_prepare (void);

/* Starts with the sample open and its window focused. */
void window_fixture_set_up_sample (WindowFixture *fixture, gconstpointer data);
/* Starts with the welcome page. */
void window_fixture_set_up_empty (WindowFixture *fixture, gconstpointer data);
void window_fixture_tear_down (WindowFixture *fixture, gconstpointer data);

/* "key ctrl+z", "type 12": sends it to the window and waits until what it caused has happened. */
void window_fixture_send (WindowFixture *fixture, const char *command);
/* Lets the window work until `is_met`, at most ten seconds; fails the test then. */
typedef gboolean (*WindowCondition) (WindowFixture *fixture);
void window_fixture_wait (WindowFixture *fixture, WindowCondition is_met);
MouDocument *window_fixture_get_document (WindowFixture *fixture);

/* The name of the visible page. */
const char *window_fixture_get_page (WindowFixture *fixture);
/* Whether a visible label or button says a text that begins so. */
gboolean window_fixture_shows (WindowFixture *fixture, const char *beginning);
#define window_fixture_assert_shows(fixture, beginning) g_assert_true (window_fixture_shows (fixture, beginning))

G_END_DECLS
