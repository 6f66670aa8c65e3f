/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet under real keys and a real pointer, sent by xdotool to the test's own display: what no action can show, such as what a key
 * that starts an edit does with the text, and who gets it. Skipped without xdotool. */

#include "sheet-fixture.h"

static void
finish_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* "xdotool COMMAND", and then until what it caused has happened. */
static void
run_xdotool (SheetFixture *fixture, const char *command)
{
  g_autofree char *line = g_strconcat ("xdotool ", command, NULL);
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean finished = FALSE;

  g_assert_true (g_shell_parse_argv (line, NULL, &arguments, &error));
  process = g_subprocess_newv ((const char *const *) arguments, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, finish_cb, &finished);
  while (!finished)
    g_main_context_iteration (NULL, TRUE);
  sheet_settle (fixture);
}

static void
send (SheetFixture *fixture, const char *command)
{
  /* Without a window manager nobody else gives the window the keys. */
  if (!gtk_window_is_active (GTK_WINDOW (fixture->window)))
    run_xdotool (fixture, "search --onlyvisible --name '^sheet$' windowfocus --sync");
  run_xdotool (fixture, command);
}

static void
test_moves (SheetFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *keys;
    guint row;
    guint column;
  } cases[] = {
    { "Down Right Right Right", 1, 3 },
    { "Left", 1, 2 },
    { "Up", 0, 2 },
    { "End", 0, 17 },
    { "Home", 0, 0 },
    { "ctrl+End", 25, 17 },
    { "ctrl+Home", 0, 0 },
    { "ctrl+Down", 25, 0 },
    { "ctrl+Right", 25, 17 },
    { "ctrl+Up Home ctrl+Up", 0, 0 },
    { "Page_Down Page_Down", 25, 0 },
    { "Page_Up Page_Up", 0, 0 },
    { "Return", 1, 0 },
    { "shift+Return", 0, 0 },
    { "KP_Down KP_Right", 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *command = g_strconcat ("key ", cases[i].keys, NULL);

      g_test_message ("%s", cases[i].keys);
      send (fixture, command);
      sheet_assert_cursor (fixture, cases[i].row, cases[i].column);
    }
}

/* To the end of a run of filled cells, over a gap to the next, to the sheet's edge. */
static void
test_data_edges (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 0, 5);
  send (fixture, "key ctrl+Down");
  sheet_assert_cursor (fixture, 1, 5);
  send (fixture, "key ctrl+Down");
  sheet_assert_cursor (fixture, 3, 5);
  send (fixture, "key ctrl+Down");
  sheet_assert_cursor (fixture, 5, 5);
  mou_sheet_set_cursor (fixture->sheet, 0, 3);
  send (fixture, "key ctrl+Right");
  sheet_assert_cursor (fixture, 0, 17);
}

/* By what fits in sight, sideways. */
static void
test_pages_across (SheetFixture *fixture, gconstpointer data)
{
  guint column;

  mou_sheet_set_cursor (fixture->sheet, 1, 2);
  send (fixture, "key alt+Page_Down");
  mou_sheet_get_cursor (fixture->sheet, NULL, &column);
  g_assert_cmpuint (column, >, 7);
  send (fixture, "key alt+Page_Up alt+Page_Up");
  sheet_assert_cursor (fixture, 1, 0);
}

static void
test_selection (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 3, 4);
  send (fixture, "key shift+Down shift+Down shift+Right");
  sheet_assert_selection (fixture, 3, 4, 5, 5);
  sheet_assert_cursor (fixture, 3, 4);
  send (fixture, "key shift+Up shift+Up shift+Up shift+Left shift+Left");
  sheet_assert_selection (fixture, 2, 3, 3, 4);
  send (fixture, "key shift+End");
  sheet_assert_selection (fixture, 2, 4, 3, 17);
  send (fixture, "key Down");
  sheet_assert_selection (fixture, 4, 4, 4, 4);
  send (fixture, "key ctrl+a");
  sheet_assert_selection (fixture, 0, 0, 25, 17);
}

/* The first key is part of the text; Enter goes down, and after a run of Tabs back to where it began. */
static void
test_typing (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  send (fixture, "type 12");
  g_assert_true (mou_sheet_is_editing (fixture->sheet));
  send (fixture, "key Return");
  sheet_assert_text (fixture, 1, 3, "12");
  sheet_assert_cursor (fixture, 2, 3);

  send (fixture, "type 7");
  send (fixture, "key Tab");
  sheet_assert_text (fixture, 2, 3, "7");
  sheet_assert_cursor (fixture, 2, 4);
  send (fixture, "type 8");
  send (fixture, "key Tab");
  send (fixture, "type 9");
  send (fixture, "key Return");
  sheet_assert_text (fixture, 2, 4, "8");
  sheet_assert_text (fixture, 2, 5, "9");
  sheet_assert_cursor (fixture, 3, 3);
}

/* Each character is put on the keyboard just before it is sent, which needs a pause to be noticed. */
static void
test_typing_thai (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 2);
  send (fixture, "type --delay 250 'กี่น้ำ'");
  send (fixture, "key Return");
  sheet_assert_text (fixture, 1, 2, "กี่น้ำ");
}

/* An arrow leaves a text that replaces, and moves within one that is edited. */
static void
test_arrows_while_editing (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  send (fixture, "type 5");
  send (fixture, "key Right");
  sheet_assert_text (fixture, 1, 3, "5");
  sheet_assert_cursor (fixture, 1, 4);

  send (fixture, "key F2 Left Left");
  send (fixture, "type 1");
  send (fixture, "key Down");
  sheet_assert_text (fixture, 1, 4, "784.156");
  sheet_assert_cursor (fixture, 2, 4);
}

static void
test_escape_and_delete (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  send (fixture, "type 99");
  send (fixture, "key Escape");
  sheet_assert_text (fixture, 1, 3, "10");
  sheet_assert_cursor (fixture, 1, 3);
  send (fixture, "key Delete");
  sheet_assert_text (fixture, 1, 3, "");
  send (fixture, "key Down BackSpace Return");
  sheet_assert_text (fixture, 2, 3, "");
}

static void
test_refused (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  send (fixture, "type x");
  send (fixture, "key Return");
  g_assert_true (mou_sheet_is_editing (fixture->sheet));
  g_assert_true (gtk_widget_has_css_class (fixture->sheet->editor.entry, "error"));
  sheet_assert_cursor (fixture, 1, 3);
  send (fixture, "key Escape");
  sheet_assert_text (fixture, 1, 3, "10");
}

/* Tab passes over what cannot be edited, and at the very end leaves the sheet. */
static void
test_tab (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 15);
  send (fixture, "key Tab");
  sheet_assert_cursor (fixture, 2, 1);
  send (fixture, "key shift+Tab");
  sheet_assert_cursor (fixture, 1, 15);
  mou_sheet_set_cursor (fixture->sheet, 25, 15);
  send (fixture, "key Tab");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == fixture->button);
  send (fixture, "key shift+Tab");
  g_assert_true (mou_sheet_has_focus_within (fixture->sheet));
  sheet_assert_cursor (fixture, 25, 15);
}

static void
test_tree (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 0, 1);
  send (fixture, "key minus");
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 19);
  send (fixture, "key Right");
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 26);
  sheet_assert_cursor (fixture, 0, 1);
  send (fixture, "key KP_Subtract");
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 19);
  send (fixture, "key plus");
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 26);
}

static void
move_pointer (SheetFixture *fixture, guint row, guint column, double x)
{
  graphene_point_t origin = GRAPHENE_POINT_INIT (0, 0), point;
  MouSheetBox box = mou_sheet_layout_get_box (&fixture->sheet->layout, (MouSheetPosition){ row, column }, (MouSheetPosition){ row, column },
                                              TRUE, 0, 0);
  g_autofree char *command = NULL;
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (fixture->sheet), fixture->window, &bounds));
  point = GRAPHENE_POINT_INIT (bounds.origin.x + origin.x + (float) box.x + (float) x,
                               bounds.origin.y + (float) (fixture->sheet->layout.header_height + box.y + box.height / 2));
  command = g_strdup_printf ("search --onlyvisible --name '^sheet$' mousemove --window %%1 %d %d", (int) point.x, (int) point.y);
  send (fixture, command);
}

static void
test_pointer (SheetFixture *fixture, gconstpointer data)
{
  move_pointer (fixture, 5, 4, 20);
  send (fixture, "click 1");
  sheet_assert_cursor (fixture, 5, 4);
  move_pointer (fixture, 7, 6, 20);
  send (fixture, "keydown shift click 1 keyup shift");
  sheet_assert_selection (fixture, 5, 4, 7, 6);

  move_pointer (fixture, 1, 3, 20);
  send (fixture, "mousedown 1");
  move_pointer (fixture, 3, 5, 20);
  send (fixture, "mouseup 1");
  sheet_assert_selection (fixture, 1, 3, 3, 5);

  move_pointer (fixture, 2, 4, 20);
  send (fixture, "click --repeat 2 --delay 40 1");
  g_assert_true (mou_sheet_is_editing (fixture->sheet));
  send (fixture, "key ctrl+a");
  send (fixture, "type 33");
  move_pointer (fixture, 9, 8, 20);
  send (fixture, "click 1");
  sheet_assert_text (fixture, 2, 4, "33");
  sheet_assert_cursor (fixture, 9, 8);
}

static void
test_expander (SheetFixture *fixture, gconstpointer data)
{
  move_pointer (fixture, 0, 1, 14);
  send (fixture, "click 1");
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 19);
  send (fixture, "click 1");
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 26);
}

static void
test_column_width (SheetFixture *fixture, gconstpointer data)
{
  int before = mou_sheet_layout_get_column_width (&fixture->sheet->layout, 2), fitted;
  g_autofree char *start = NULL, *end = NULL;
  graphene_rect_t bounds;
  int x, y;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (fixture->sheet), fixture->window, &bounds));
  x = (int) bounds.origin.x + fixture->sheet->layout.offsets[3] - 1;
  y = (int) bounds.origin.y + 10;
  start = g_strdup_printf ("search --onlyvisible --name '^sheet$' mousemove --window %%1 %d %d mousedown 1", x, y);
  end = g_strdup_printf ("search --onlyvisible --name '^sheet$' mousemove --window %%1 %d %d", x + 60, y);
  send (fixture, start);
  send (fixture, end);
  send (fixture, "mouseup 1");
  g_assert_cmpint (ABS (mou_sheet_layout_get_column_width (&fixture->sheet->layout, 2) - before - 60), <=, 1);
  send (fixture, "sleep 0.5 click --repeat 2 --delay 40 1");
  fitted = mou_sheet_layout_get_column_width (&fixture->sheet->layout, 2);
  g_assert_cmpint (fitted, !=, before + 60);
}

static void
test_focus_out_commits (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  send (fixture, "type 21");
  gtk_widget_grab_focus (fixture->button);
  sheet_settle (fixture);
  sheet_assert_text (fixture, 1, 3, "21");
  g_assert_false (mou_sheet_is_editing (fixture->sheet));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == fixture->button);
}

int
main (int argc, char **argv)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  if (xdotool == NULL)
    {
      g_print ("1..0 # SKIP xdotool is not installed\n");
      return 0;
    }
  gtk_test_init (&argc, &argv, NULL);

  sheet_test_add ("/sheet/keys/moves", 0, test_moves);
  sheet_test_add ("/sheet/keys/data-edges", 0, test_data_edges);
  sheet_test_add ("/sheet/keys/pages-across", 0, test_pages_across);
  sheet_test_add ("/sheet/keys/selection", 0, test_selection);
  sheet_test_add ("/sheet/keys/typing", 0, test_typing);
  sheet_test_add ("/sheet/keys/typing-thai", 0, test_typing_thai);
  sheet_test_add ("/sheet/keys/arrows-while-editing", 0, test_arrows_while_editing);
  sheet_test_add ("/sheet/keys/escape-and-delete", 0, test_escape_and_delete);
  sheet_test_add ("/sheet/keys/refused", 0, test_refused);
  sheet_test_add ("/sheet/keys/tab", 0, test_tab);
  sheet_test_add ("/sheet/keys/tree", 0, test_tree);
  sheet_test_add ("/sheet/pointer/cells", 0, test_pointer);
  sheet_test_add ("/sheet/pointer/expander", 0, test_expander);
  sheet_test_add ("/sheet/pointer/column-width", 0, test_column_width);
  sheet_test_add ("/sheet/keys/focus-out", 0, test_focus_out_commits);

  return g_test_run ();
}
