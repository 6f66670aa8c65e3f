/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of the agreement and of its history under real keys, and what a finding about the agreement leads to. */

#include "mou-editor.h"
#include "mou-history-page.h"
#include "mou-window-private.h"
#include "window-fixture.h"

static GPtrArray *
get_rows (WindowFixture *fixture, MouEntity entity)
{
  MouDocument *document = window_fixture_get_document (fixture);

  return mou_register_get_children (mou_document_get_register (document), mou_document_get_agreement_id (document), entity);
}

static const char *
get_value (WindowFixture *fixture, MouEntity entity, guint row, int field)
{
  return mou_row_get (get_rows (fixture, entity)->pdata[row], field);
}

static void
show_place (WindowFixture *fixture, MouEntity entity, gint64 row, int field)
{
  const MouPlace place = { 0, entity, row, field, NULL };

  mou_document_view_show_place (MOU_WINDOW (fixture->window)->view, &place);
  window_fixture_send (fixture, "key --clearmodifiers Shift_L");
}

static gint64
get_id (WindowFixture *fixture, MouEntity entity, guint row)
{
  return ((const MouRow *) get_rows (fixture, entity)->pdata[row])->id;
}

/* The editor that has the focus. */
static MouEditor *
get_focus (WindowFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL ? (MouEditor *) gtk_widget_get_ancestor (focus, MOU_TYPE_EDITOR) : NULL;
}

/* Whether what has the focus is in sight. */
static gboolean
shows_focus (WindowFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);
  GtkWidget *scroller = gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (focus, scroller, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

static void
test_party (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup (get_value (fixture, MOU_ENTITY_PARTY, 0, MOU_PARTY_NAME));

  show_place (fixture, MOU_ENTITY_PARTY, get_id (fixture, MOU_ENTITY_PARTY, 0), MOU_PARTY_NAME);
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "agreement");
  g_assert_nonnull (get_focus (fixture));
  g_assert_cmpint (mou_editor_get_target (get_focus (fixture))->index, ==, MOU_PARTY_NAME);

  window_fixture_send (fixture, "key ctrl+a");
  window_fixture_send (fixture, "type Somchai");
  window_fixture_send (fixture, "key Return");
  g_assert_cmpstr (get_value (fixture, MOU_ENTITY_PARTY, 0, MOU_PARTY_NAME), ==, "Somchai");

  window_fixture_send (fixture, "key ctrl+z");
  g_assert_cmpstr (get_value (fixture, MOU_ENTITY_PARTY, 0, MOU_PARTY_NAME), ==, name);
}

/* What is refused stands where it was typed, with its reason, until it is given up. */
static void
test_refused (WindowFixture *fixture, gconstpointer data)
{
  show_place (fixture, MOU_ENTITY_PARTY, get_id (fixture, MOU_ENTITY_PARTY, 0), MOU_PARTY_SIDE);
  window_fixture_send (fixture, "key ctrl+a");
  window_fixture_send (fixture, "type 3");
  window_fixture_send (fixture, "key Return");
  g_assert_cmpstr (get_value (fixture, MOU_ENTITY_PARTY, 0, MOU_PARTY_SIDE), ==, "1");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_focus (fixture)), "error"));
  g_assert_true (mou_editor_is_typed (get_focus (fixture)));
  g_assert_false (mou_document_view_commit_editing (MOU_WINDOW (fixture->window)->view));

  window_fixture_send (fixture, "key Escape");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_focus (fixture)), "error"));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *tooltip)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, tooltip);

  return found;
}

static void
test_rows (WindowFixture *fixture, gconstpointer data)
{
  const guint n = get_rows (fixture, MOU_ENTITY_MISSION)->len;
  GtkWidget *add = NULL;

  window_fixture_send (fixture, "key ctrl+4");
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "agreement");
  add = find_button (GTK_WIDGET (fixture->window), "Add a mission");
  g_assert_nonnull (add);
  gtk_widget_grab_focus (add);
  window_fixture_send (fixture, "key space");
  g_assert_cmpuint (get_rows (fixture, MOU_ENTITY_MISSION)->len, ==, n + 1);
  g_assert_cmpint (mou_editor_get_target (get_focus (fixture))->owner, ==, get_id (fixture, MOU_ENTITY_MISSION, n));
  window_fixture_wait (fixture, shows_focus);

  gtk_widget_activate_action (GTK_WIDGET (get_focus (fixture)), "editor.move-up", NULL);
  window_fixture_send (fixture, "key --clearmodifiers Shift_L");
  g_assert_cmpstr (get_value (fixture, MOU_ENTITY_MISSION, n - 1, MOU_TEXT_TEXT), ==, "New mission");

  window_fixture_send (fixture, "key ctrl+z");
  window_fixture_send (fixture, "key ctrl+z");
  g_assert_cmpuint (get_rows (fixture, MOU_ENTITY_MISSION)->len, ==, n);
}

/* A finding about the weights leads to where the weights are, one about a missing party to what adds one. */
static void
test_places (WindowFixture *fixture, gconstpointer data)
{
  MouDocument *document = window_fixture_get_document (fixture);
  GtkWidget *focus = NULL;

  show_place (fixture, MOU_ENTITY_PARTY, 0, -1);
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "agreement");
  focus = gtk_window_get_focus (fixture->window);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (focus), ==, "Add a party");
  window_fixture_wait (fixture, shows_focus);

  show_place (fixture, MOU_ENTITY_AGREEMENT, mou_document_get_agreement_id (document), -1);
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "scorecard");

  show_place (fixture, MOU_ENTITY_NOTE, get_id (fixture, MOU_ENTITY_NOTE, 1), MOU_NOTE_TEXT);
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "agreement");
  g_assert_cmpint (mou_editor_get_target (get_focus (fixture))->owner, ==, get_id (fixture, MOU_ENTITY_NOTE, 1));
  window_fixture_wait (fixture, shows_focus);
}

/* The entry of the search waits for the last key. */
static gboolean
is_filtered (WindowFixture *fixture)
{
  return window_fixture_shows (fixture, "Nothing Found");
}

static void
test_history (WindowFixture *fixture, gconstpointer data)
{
  /* A window begins with the page that was looked at last. */
  window_fixture_send (fixture, "key ctrl+1");
  window_fixture_send (fixture, "key Down Right Right Right");
  window_fixture_send (fixture, "type 12");
  window_fixture_send (fixture, "key Return");

  window_fixture_send (fixture, "key ctrl+5");
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "history");
  window_fixture_assert_shows (fixture, "Ctrl+Z undoes this");
  g_assert_false (window_fixture_shows (fixture, "1.1 โครงการปรับปรุงท่อ"));

  /* The newest entry opens. */
  window_fixture_send (fixture, "key Return");
  window_fixture_assert_shows (fixture, "1.1 โครงการปรับปรุงท่อ");

  window_fixture_send (fixture, "key ctrl+z");
  window_fixture_assert_shows (fixture, "Ctrl+Shift+Z does this again");
  window_fixture_assert_shows (fixture, "Undo: Change weight of 1.1");
  window_fixture_assert_shows (fixture, "1.1 โครงการปรับปรุงท่อ");

  window_fixture_send (fixture, "key ctrl+f");
  window_fixture_send (fixture, "type zzz");
  window_fixture_wait (fixture, is_filtered);
}

static gint64
find_indicator (WindowFixture *fixture, const char *code)
{
  MouDocument *document = window_fixture_get_document (fixture);

  return mou_register_find (mou_document_get_register (document), mou_document_get_agreement_id (document), MOU_ENTITY_INDICATOR, code)->id;
}

static void
set_weight (WindowFixture *fixture, const char *code, const char *weight)
{
  MouDocument *document = window_fixture_get_document (fixture);

  g_assert_true (mou_document_set_field (document, find_indicator (fixture, code), MOU_INDICATOR_WEIGHT, weight, NULL));
}

/* The key goes from the row of an indicator to its history; the button that clears shows everything again. */
static void
test_history_of_indicator (WindowFixture *fixture, gconstpointer data)
{
  set_weight (fixture, "1.2", "5");
  set_weight (fixture, "1.1", "12");
  window_fixture_send (fixture, "key ctrl+1");
  window_fixture_send (fixture, "key ctrl+Home Down");
  window_fixture_send (fixture, "key ctrl+h");
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "history");
  window_fixture_assert_shows (fixture, "Only 1.1");
  window_fixture_assert_shows (fixture, "Change weight of 1.1");
  g_assert_false (window_fixture_shows (fixture, "Change weight of 1.2"));
  window_fixture_assert_shows (fixture, "2 entries");

  gtk_widget_grab_focus (find_button (GTK_WIDGET (fixture->window), "Show all changes again"));
  window_fixture_send (fixture, "key space");
  window_fixture_assert_shows (fixture, "Change weight of 1.2");
  window_fixture_assert_shows (fixture, "3 entries");
}

/* A value comes back with keys: open the entry, press its button. How Tab goes into a row differs between versions of GTK. */
static void
test_restore (WindowFixture *fixture, gconstpointer data)
{
  set_weight (fixture, "1.1", "12");
  set_weight (fixture, "1.1", "14");
  window_fixture_send (fixture, "key ctrl+1");
  window_fixture_send (fixture, "key ctrl+5");
  /* An entry of many lines, of which some are left out, opens as well. */
  window_fixture_send (fixture, "key Down Down Return");
  window_fixture_assert_shows (fixture, "and ");
  window_fixture_send (fixture, "key Up Return");
  g_assert_true (gtk_widget_grab_focus (find_button (GTK_WIDGET (fixture->window), "Restore weight of 1.1: 10")));
  window_fixture_send (fixture, "key space");
  g_assert_cmpstr (
      mou_row_get (mou_register_lookup (mou_document_get_register (window_fixture_get_document (fixture)), find_indicator (fixture, "1.1")),
                   MOU_INDICATOR_WEIGHT),
      ==, "10");
  window_fixture_assert_shows (fixture, "Restore weight of 1.1 as before entry 2");
  window_fixture_send (fixture, "key ctrl+z");
  window_fixture_assert_shows (fixture, "Undo: Restore weight of 1.1");
}

static GtkDropDown *
find_drop_down (GtkWidget *widget)
{
  GtkDropDown *found = GTK_IS_DROP_DOWN (widget) && gtk_widget_get_mapped (widget) ? GTK_DROP_DOWN (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_drop_down (child);

  return found;
}

static GtkDropDown *
find_scope (WindowFixture *fixture)
{
  return find_drop_down (
      gtk_widget_get_ancestor (find_button (GTK_WIDGET (fixture->window), "Show all changes again"), MOU_TYPE_HISTORY_PAGE));
}

/* As an import brings it. */
static void
import_signed (MouDocument *document)
{
  g_autoptr (MouRegister) incoming = mou_register_copy (mou_document_get_register (document));
  MouRow *row = mou_register_lookup (incoming, mou_document_get_agreement_id (document));
  g_autoptr (MouRow) with_status = mou_row_with_value (row, MOU_AGREEMENT_STATUS, "signed");
  g_autoptr (MouChange) change = mou_change_new (row, with_status);

  mou_register_apply (incoming, change);
  g_assert_true (mou_document_import (document, incoming, "signed", NULL, NULL));
}

static void
test_since_signing (WindowFixture *fixture, gconstpointer data)
{
  MouDocument *document = window_fixture_get_document (fixture);

  window_fixture_send (fixture, "key ctrl+5");
  gtk_drop_down_set_selected (find_scope (fixture), 2);
  window_fixture_send (fixture, "key --clearmodifiers Shift_L");
  window_fixture_assert_shows (fixture, "Never Signed");

  import_signed (document);
  g_assert_true (mou_document_set_result_text (document, mou_document_get_assessment_id (document), find_indicator (fixture, "1.1"),
                                               MOU_RESULT_NARRATIVE, "done", NULL));
  window_fixture_send (fixture, "key --clearmodifiers Shift_L");
  window_fixture_assert_shows (fixture, "What Differs from the Signed Version");
  window_fixture_assert_shows (fixture, "result 1.1 of assessment");
  window_fixture_assert_shows (fixture, "1 entry");
}

/* However something is typed or pasted: what a person means as one change is one entry. */
static void
test_one_entry (WindowFixture *fixture, gconstpointer data)
{
  MouDocument *document = window_fixture_get_document (fixture);
  gint64 n;

  window_fixture_send (fixture, "key ctrl+1");
  window_fixture_send (fixture, "key ctrl+Home Down Right Right Right");
  n = mou_document_get_n_entries (document);
  window_fixture_send (fixture, "type 12.25");
  g_assert_cmpint (mou_document_get_n_entries (document), ==, n);
  window_fixture_send (fixture, "key Return");
  g_assert_cmpint (mou_document_get_n_entries (document), ==, n + 1);

  /* Edited in place, and left with a key that goes elsewhere. */
  window_fixture_send (fixture, "key Up F2 BackSpace BackSpace");
  window_fixture_send (fixture, "type 75");
  window_fixture_send (fixture, "key Tab");
  g_assert_cmpint (mou_document_get_n_entries (document), ==, n + 2);

  /* Three cells pasted, three cleared. */
  window_fixture_send (fixture, "key shift+Right shift+Right ctrl+c Down ctrl+v");
  g_assert_cmpint (mou_document_get_n_entries (document), ==, n + 3);
  window_fixture_send (fixture, "key Delete");
  g_assert_cmpint (mou_document_get_n_entries (document), ==, n + 4);
}

#define ADD(path, test) g_test_add (path, WindowFixture, NULL, window_fixture_set_up_sample, test, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!window_fixture_prepare ())
    {
      g_print ("1..0 # SKIP xdotool is not installed\n");
      return 0;
    }

  ADD ("/pages/party", test_party);
  ADD ("/pages/refused", test_refused);
  ADD ("/pages/rows", test_rows);
  ADD ("/pages/places", test_places);
  ADD ("/pages/history", test_history);
  ADD ("/pages/history-of-indicator", test_history_of_indicator);
  ADD ("/pages/restore", test_restore);
  ADD ("/pages/since-signing", test_since_signing);
  ADD ("/pages/one-entry", test_one_entry);

  return g_test_run ();
}
