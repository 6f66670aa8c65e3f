/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window under real keys: the main job on the real agreement, as a planner does it. */

#include "window-fixture.h"

static void
test_main_job (WindowFixture *fixture, gconstpointer data)
{
  MouDocument *document = window_fixture_get_document (fixture);
  const guint findings = mou_document_get_findings (document)->len;

  window_fixture_assert_shows (fixture, "Σ weight 100 ✓");
  window_fixture_assert_shows (fixture, "score 3.7725 of weight 60/100");

  /* To the weight of 1.1, and twelve. */
  window_fixture_send (fixture, "key Down Right Right Right");
  window_fixture_send (fixture, "type 12");
  window_fixture_send (fixture, "key Return");
  window_fixture_assert_shows (fixture, "Σ weight 102 ✗");
  g_assert_cmpuint (mou_document_get_findings (document)->len, >, findings);

  window_fixture_send (fixture, "key ctrl+z");
  window_fixture_assert_shows (fixture, "Σ weight 100 ✓");
  g_assert_cmpuint (mou_document_get_findings (document)->len, ==, findings);

  window_fixture_send (fixture, "key ctrl+shift+z");
  window_fixture_assert_shows (fixture, "Σ weight 102 ✗");
  window_fixture_send (fixture, "key ctrl+z");
}

/* A level typed in Thai digits rescores the indicator at once; a bad one changes nothing. */
static void
test_level (WindowFixture *fixture, gconstpointer data)
{
  MouDocument *document = window_fixture_get_document (fixture);
  const MouAgreement *agreement = mou_document_get_agreement (document);
  const int node = mou_agreement_find_code (agreement, "1.1");

  window_fixture_send (fixture, "key Down Home");
  for (int i = 0; i < 11; i++)
    window_fixture_send (fixture, "key Right");
  window_fixture_send (fixture, "type --delay 150 ๑๒๑๐");
  window_fixture_send (fixture, "key Return");

  agreement = mou_document_get_agreement (document);
  g_assert_cmpint (agreement->nodes->len, >, 0);
  g_assert_cmpint (mou_agreement_get_node (agreement, (guint) node)->indicator->levels.levels[2].value.coefficient, ==, 1210);

  window_fixture_send (fixture, "key Up");
  window_fixture_send (fixture, "type 12..5");
  window_fixture_send (fixture, "key Return");
  window_fixture_send (fixture, "key Escape");
  agreement = mou_document_get_agreement (document);
  g_assert_cmpint (mou_agreement_get_node (agreement, (guint) node)->indicator->levels.levels[2].value.coefficient, ==, 1210);
}

static void
test_pages (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_send (fixture, "key ctrl+2");
  window_fixture_assert_shows (fixture, "Assessment");
  window_fixture_send (fixture, "key ctrl+Home Down");
  window_fixture_assert_shows (fixture, "1.1 โครงการปรับปรุงท่อ");

  window_fixture_send (fixture, "key ctrl+3");
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "checks");

  window_fixture_send (fixture, "key ctrl+1");
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "scorecard");
}

static guint
count_indicators (WindowFixture *fixture)
{
  return mou_agreement_get_n_nodes (mou_document_get_agreement (window_fixture_get_document (fixture)));
}

static void
test_rows (WindowFixture *fixture, gconstpointer data)
{
  const guint n = count_indicators (fixture);

  window_fixture_send (fixture, "key Down");
  window_fixture_send (fixture, "key ctrl+Return");
  g_assert_cmpuint (count_indicators (fixture), ==, n + 1);

  window_fixture_send (fixture, "key ctrl+z");
  g_assert_cmpuint (count_indicators (fixture), ==, n);

  window_fixture_send (fixture, "key ctrl+Delete");
  g_assert_cmpuint (count_indicators (fixture), <, n);
  window_fixture_send (fixture, "key ctrl+z");
  g_assert_cmpuint (count_indicators (fixture), ==, n);
}

static const char *
get_code (WindowFixture *fixture, guint node)
{
  return mou_agreement_get_node (mou_document_get_agreement (window_fixture_get_document (fixture)), node)->indicator->code;
}

/* The keys that move a row are not taken by the sheet, which knows them for extending its selection. */
static void
test_move (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_send (fixture, "key ctrl+Home Down");
  g_assert_cmpstr (get_code (fixture, 1), ==, "1.1");
  window_fixture_send (fixture, "key ctrl+shift+Down");
  g_assert_cmpstr (get_code (fixture, 1), ==, "1.2");
  g_assert_cmpstr (get_code (fixture, 2), ==, "1.1");
  window_fixture_send (fixture, "key ctrl+shift+Up");
  g_assert_cmpstr (get_code (fixture, 1), ==, "1.1");
}

static void
test_welcome (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_assert_shows (fixture, "Look at the Sample");
  window_fixture_send (fixture, "key ctrl+n");
  window_fixture_assert_shows (fixture, "No Indicators Yet");
  window_fixture_send (fixture, "key ctrl+Return");
  g_assert_cmpuint (count_indicators (fixture), ==, 1);
}

#define ADD(path, set_up, test) g_test_add (path, WindowFixture, NULL, set_up, test, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!window_fixture_prepare ())
    {
      g_print ("1..0 # SKIP xdotool is not installed\n");
      return 0;
    }

  ADD ("/window/main-job", window_fixture_set_up_sample, test_main_job);
  ADD ("/window/level", window_fixture_set_up_sample, test_level);
  ADD ("/window/pages", window_fixture_set_up_sample, test_pages);
  ADD ("/window/rows", window_fixture_set_up_sample, test_rows);
  ADD ("/window/move", window_fixture_set_up_sample, test_move);
  ADD ("/window/welcome", window_fixture_set_up_empty, test_welcome);

  return g_test_run ();
}
