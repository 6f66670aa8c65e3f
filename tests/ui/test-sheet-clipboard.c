/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ranges copied, cut, pasted, filled and cleared: always one write, or none and a reason. */

#include "sheet-fixture.h"

#include <string.h>

static void
activate (SheetFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), action, NULL));
  sheet_settle (fixture);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (SheetFixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->sheet)), NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static void
assert_refused (SheetFixture *fixture, const char *part)
{
  g_assert_cmpuint (fake_sheet_model_get_n_writes (fixture->model), ==, 0);
  g_assert_nonnull (fixture->problem);
  g_assert_nonnull (strstr (fixture->problem, part));
}

static void
assert_written (SheetFixture *fixture, const char *label)
{
  g_assert_cmpstr (fixture->problem, ==, NULL);
  g_assert_cmpuint (fake_sheet_model_get_n_writes (fixture->model), ==, 1);
  g_assert_cmpstr (fake_sheet_model_get_last_label (fixture->model), ==, label);
}

static void
test_copy (SheetFixture *fixture, gconstpointer data)
{
  GdkContentFormats *formats;
  g_autofree char *text = NULL;

  mou_sheet_select (fixture->sheet, 1, 3, 2, 5);
  activate (fixture, "sheet.copy");
  text = read_clipboard (fixture);
  g_assert_cmpstr (text, ==, "10\t784.56\t1002.42\n2\t-\t-\n");
  formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (fixture->sheet)));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"));
  g_assert_cmpuint (fake_sheet_model_get_n_writes (fixture->model), ==, 0);
}

static void
test_copy_and_paste (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_select (fixture->sheet, 1, 3, 2, 4);
  activate (fixture, "sheet.copy");
  mou_sheet_set_cursor (fixture->sheet, 5, 6);
  activate (fixture, "sheet.paste");
  assert_written (fixture, "Paste");
  sheet_assert_text (fixture, 5, 6, "10");
  sheet_assert_text (fixture, 5, 7, "784.56");
  sheet_assert_text (fixture, 6, 6, "2");
  sheet_assert_text (fixture, 6, 7, "-");
  sheet_assert_selection (fixture, 5, 6, 6, 7);
}

static void
test_cut (SheetFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  mou_sheet_select (fixture->sheet, 1, 3, 1, 4);
  activate (fixture, "sheet.cut");
  text = read_clipboard (fixture);
  g_assert_cmpstr (text, ==, "10\t784.56\n");
  assert_written (fixture, "Cut");
  sheet_assert_text (fixture, 1, 3, "");
  sheet_assert_text (fixture, 1, 4, "");
}

/* One value fills the selection; a block repeats where it fits a whole number of times, and else is pasted once. */
static void
test_paste_shapes (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_select (fixture->sheet, 1, 4, 3, 5);
  mou_sheet_paste_text (fixture->sheet, "7");
  assert_written (fixture, "Paste");
  for (guint row = 1; row <= 3; row++)
    for (guint column = 4; column <= 5; column++)
      sheet_assert_text (fixture, row, column, "7");

  mou_sheet_select (fixture->sheet, 1, 6, 2, 9);
  mou_sheet_paste_text (fixture->sheet, "1\t2\n");
  sheet_assert_text (fixture, 1, 8, "1");
  sheet_assert_text (fixture, 2, 9, "2");
  sheet_assert_selection (fixture, 1, 6, 2, 9);

  mou_sheet_select (fixture->sheet, 1, 10, 2, 12);
  mou_sheet_paste_text (fixture->sheet, "5\t6\n");
  sheet_assert_text (fixture, 1, 11, "6");
  sheet_assert_text (fixture, 1, 12, "1200");
  sheet_assert_text (fixture, 2, 10, "443500");
  sheet_assert_selection (fixture, 1, 10, 1, 11);
}

static void
test_paste_too_large (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 24, 4);
  mou_sheet_paste_text (fixture->sheet, "1\n2\n3\n");
  assert_refused (fixture, "3 × 1");
  mou_sheet_set_cursor (fixture->sheet, 1, 17);
  mou_sheet_paste_text (fixture->sheet, "1\t2\n");
  assert_refused (fixture, "does not fit");
}

/* The bad cell is named; the good ones before it are not written. */
static void
test_paste_bad_cell (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 4);
  mou_sheet_paste_text (fixture->sheet, "1\t2\n3\tmany\n");
  assert_refused (fixture, "“many” is not a number.");
  g_assert_nonnull (strstr (fixture->problem, "1.2 "));
  g_assert_nonnull (strstr (fixture->problem, "2563"));
  sheet_assert_text (fixture, 1, 4, "784.56");
}

/* A computed cell may be pasted over with what it shows already, so whole rows can be copied and returned. */
static void
test_paste_over_computed (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 15);
  mou_sheet_paste_text (fixture->sheet, "1200\t5.0000\n");
  assert_refused (fixture, "cannot be edited");
  g_clear_pointer (&fixture->problem, g_free);
  mou_sheet_paste_text (fixture->sheet, "1200\t3.7725\n");
  assert_written (fixture, "Paste");
  sheet_assert_text (fixture, 1, 15, "1200");
}

static void
test_paste_ragged (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 4);
  mou_sheet_paste_text (fixture->sheet, "1\t2\n3\n");
  assert_written (fixture, "Paste");
  sheet_assert_text (fixture, 2, 4, "3");
  sheet_assert_text (fixture, 2, 5, "-");
}

static void
test_paste_nothing (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_paste_text (fixture->sheet, "");
  assert_refused (fixture, "no text");
}

static void
test_fill_down (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_select (fixture->sheet, 3, 3, 6, 4);
  activate (fixture, "sheet.fill-down");
  assert_written (fixture, "Fill Down");
  sheet_assert_text (fixture, 4, 3, "5"); /* a group's weight is the sum of its children's */
  sheet_assert_text (fixture, 5, 3, "4");
  sheet_assert_text (fixture, 6, 4, "941.14");
}

static void
test_fill_down_from_above (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 2, 3);
  activate (fixture, "sheet.fill-down");
  assert_written (fixture, "Fill Down");
  sheet_assert_text (fixture, 2, 3, "10");
}

/* A locked cell says why, whichever way somebody would change it. */
static void
test_locked (SheetFixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "sheet.clear", "sheet.cut", "sheet.fill-down", "sheet.edit" };

  fake_sheet_model_lock (fixture->model, "กปน. 2567 is signed");
  mou_sheet_select (fixture->sheet, 1, 3, 2, 5);
  mou_sheet_paste_text (fixture->sheet, "1\t2\n");
  assert_refused (fixture, "กปน. 2567 is signed");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_clear_pointer (&fixture->problem, g_free);
      mou_sheet_select (fixture->sheet, 1, 3, 2, 5);
      activate (fixture, actions[i]);
      assert_refused (fixture, "กปน. 2567 is signed");
      g_assert_false (mou_sheet_is_editing (fixture->sheet));
    }
}

static void
test_fill_down_nothing (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_select (fixture->sheet, 1, 16, 3, 17);
  activate (fixture, "sheet.fill-down");
  assert_refused (fixture, "no cell to fill");
}

static void
test_clear (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_select (fixture->sheet, 0, 3, 2, 3);
  activate (fixture, "sheet.clear");
  assert_written (fixture, "Clear");
  sheet_assert_text (fixture, 0, 3, "26");
  sheet_assert_text (fixture, 1, 3, "");
  sheet_assert_text (fixture, 2, 3, "");
}

static void
test_clear_nothing (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_select (fixture->sheet, 1, 16, 3, 17);
  activate (fixture, "sheet.clear");
  assert_refused (fixture, "None of the selected cells");
}

/* While the editor is open, Ctrl+V and the like are its own. */
static void
test_actions_rest_while_editing (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  g_assert_true (mou_sheet_start_editing (fixture->sheet));
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.clear", NULL);
  mou_sheet_cancel_editing (fixture->sheet);
  sheet_assert_text (fixture, 1, 3, "10");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  sheet_test_add ("/sheet/clipboard/copy", 0, test_copy);
  sheet_test_add ("/sheet/clipboard/copy-and-paste", 0, test_copy_and_paste);
  sheet_test_add ("/sheet/clipboard/cut", 0, test_cut);
  sheet_test_add ("/sheet/clipboard/paste-shapes", 0, test_paste_shapes);
  sheet_test_add ("/sheet/clipboard/paste-too-large", 0, test_paste_too_large);
  sheet_test_add ("/sheet/clipboard/paste-bad-cell", 0, test_paste_bad_cell);
  sheet_test_add ("/sheet/clipboard/paste-over-computed", 0, test_paste_over_computed);
  sheet_test_add ("/sheet/clipboard/paste-ragged", 0, test_paste_ragged);
  sheet_test_add ("/sheet/clipboard/paste-nothing", 0, test_paste_nothing);
  sheet_test_add ("/sheet/clipboard/fill-down", 0, test_fill_down);
  sheet_test_add ("/sheet/clipboard/fill-down-from-above", 0, test_fill_down_from_above);
  sheet_test_add ("/sheet/clipboard/fill-down-nothing", 0, test_fill_down_nothing);
  sheet_test_add ("/sheet/clipboard/clear", 0, test_clear);
  sheet_test_add ("/sheet/clipboard/clear-nothing", 0, test_clear_nothing);
  sheet_test_add ("/sheet/clipboard/locked", 0, test_locked);
  sheet_test_add ("/sheet/clipboard/editing", 0, test_actions_rest_while_editing);

  return g_test_run ();
}
