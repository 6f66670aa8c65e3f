/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet under real keys and a real pointer, sent by xdotool to the test's own display: what no action can show, such as what a key
 * that starts an edit does with the text, and who gets it. Skipped without xdotool. */

#include "fake-sheet-model.h"
#include "mou-sheet-private.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *button;
  MouSheet *sheet;
  FakeSheetModel *model;
} Fixture;

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  return --*(int *) data > 0;
}

static void
settle (Fixture *fixture)
{
  int n_frames = 3;

  gtk_widget_add_tick_callback (GTK_WIDGET (fixture->sheet), count_frame_cb, &n_frames, NULL);
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

/* "xdotool COMMAND", and then until what it caused has happened. */
static void
send (Fixture *fixture, const char *command)
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
  settle (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->model = fake_sheet_model_new (0);
  fixture->sheet = MOU_SHEET (mou_sheet_new (MOU_SHEET_MODEL (fixture->model)));
  fixture->window = gtk_window_new ();
  fixture->button = gtk_button_new_with_label ("Elsewhere");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->sheet));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), fixture->button);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_title (GTK_WINDOW (fixture->window), "sheet-keys");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->sheet));
  send (fixture, "search --onlyvisible --name '^sheet-keys$' windowfocus --sync");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (fixture->model);
}

static void
assert_selection (Fixture *fixture, guint row, guint column, guint last_row, guint last_column)
{
  guint range[4];

  g_assert_true (mou_sheet_get_selection (fixture->sheet, &range[0], &range[1], &range[2], &range[3]));
  g_assert_cmpuint (range[0], ==, row);
  g_assert_cmpuint (range[1], ==, column);
  g_assert_cmpuint (range[2], ==, last_row);
  g_assert_cmpuint (range[3], ==, last_column);
}

static void
assert_cursor (Fixture *fixture, guint row, guint column)
{
  guint at_row, at_column;

  mou_sheet_get_cursor (fixture->sheet, &at_row, &at_column);
  g_assert_cmpuint (at_row, ==, row);
  g_assert_cmpuint (at_column, ==, column);
}

static void
assert_text (Fixture *fixture, guint row, guint column, const char *text)
{
  g_assert_cmpstr (fake_sheet_model_get_text (fixture->model, row, column), ==, text);
}

static void
test_moves (Fixture *fixture, gconstpointer data)
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
      assert_cursor (fixture, cases[i].row, cases[i].column);
    }
}

/* To the end of a run of filled cells, over a gap to the next, to the sheet's edge. */
static void
test_data_edges (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 0, 5);
  send (fixture, "key ctrl+Down");
  assert_cursor (fixture, 1, 5);
  send (fixture, "key ctrl+Down");
  assert_cursor (fixture, 3, 5);
  send (fixture, "key ctrl+Down");
  assert_cursor (fixture, 5, 5);
  mou_sheet_set_cursor (fixture->sheet, 0, 3);
  send (fixture, "key ctrl+Right");
  assert_cursor (fixture, 0, 17);
}

/* By what fits in sight, sideways. */
static void
test_pages_across (Fixture *fixture, gconstpointer data)
{
  guint column;

  mou_sheet_set_cursor (fixture->sheet, 1, 2);
  send (fixture, "key alt+Page_Down");
  mou_sheet_get_cursor (fixture->sheet, NULL, &column);
  g_assert_cmpuint (column, >, 7);
  send (fixture, "key alt+Page_Up alt+Page_Up");
  assert_cursor (fixture, 1, 0);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 3, 4);
  send (fixture, "key shift+Down shift+Down shift+Right");
  assert_selection (fixture, 3, 4, 5, 5);
  assert_cursor (fixture, 3, 4);
  send (fixture, "key shift+Up shift+Up shift+Up shift+Left shift+Left");
  assert_selection (fixture, 2, 3, 3, 4);
  send (fixture, "key shift+End");
  assert_selection (fixture, 2, 4, 3, 17);
  send (fixture, "key Down");
  assert_selection (fixture, 4, 4, 4, 4);
  send (fixture, "key ctrl+a");
  assert_selection (fixture, 0, 0, 25, 17);
}

/* The first key is part of the text; Enter goes down, and after a run of Tabs back to where it began. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  send (fixture, "type 12");
  g_assert_true (mou_sheet_is_editing (fixture->sheet));
  send (fixture, "key Return");
  assert_text (fixture, 1, 3, "12");
  assert_cursor (fixture, 2, 3);

  send (fixture, "type 7");
  send (fixture, "key Tab");
  assert_text (fixture, 2, 3, "7");
  assert_cursor (fixture, 2, 4);
  send (fixture, "type 8");
  send (fixture, "key Tab");
  send (fixture, "type 9");
  send (fixture, "key Return");
  assert_text (fixture, 2, 4, "8");
  assert_text (fixture, 2, 5, "9");
  assert_cursor (fixture, 3, 3);
}

/* Each character is put on the keyboard just before it is sent, which needs a pause to be noticed. */
static void
test_typing_thai (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 2);
  send (fixture, "type --delay 250 'กี่น้ำ'");
  send (fixture, "key Return");
  assert_text (fixture, 1, 2, "กี่น้ำ");
}

/* An arrow leaves a text that replaces, and moves within one that is edited. */
static void
test_arrows_while_editing (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  send (fixture, "type 5");
  send (fixture, "key Right");
  assert_text (fixture, 1, 3, "5");
  assert_cursor (fixture, 1, 4);

  send (fixture, "key F2 Left Left");
  send (fixture, "type 1");
  send (fixture, "key Down");
  assert_text (fixture, 1, 4, "784.156");
  assert_cursor (fixture, 2, 4);
}

static void
test_escape_and_delete (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  send (fixture, "type 99");
  send (fixture, "key Escape");
  assert_text (fixture, 1, 3, "10");
  assert_cursor (fixture, 1, 3);
  send (fixture, "key Delete");
  assert_text (fixture, 1, 3, "");
  send (fixture, "key Down BackSpace Return");
  assert_text (fixture, 2, 3, "");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  send (fixture, "type x");
  send (fixture, "key Return");
  g_assert_true (mou_sheet_is_editing (fixture->sheet));
  g_assert_true (gtk_widget_has_css_class (fixture->sheet->editor.entry, "error"));
  assert_cursor (fixture, 1, 3);
  send (fixture, "key Escape");
  assert_text (fixture, 1, 3, "10");
}

/* Tab passes over what cannot be edited, and at the very end leaves the sheet. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 15);
  send (fixture, "key Tab");
  assert_cursor (fixture, 2, 1);
  send (fixture, "key shift+Tab");
  assert_cursor (fixture, 1, 15);
  mou_sheet_set_cursor (fixture->sheet, 25, 15);
  send (fixture, "key Tab");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == fixture->button);
  send (fixture, "key shift+Tab");
  g_assert_true (mou_sheet_has_focus_within (fixture->sheet));
  assert_cursor (fixture, 25, 15);
}

static void
test_tree (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 0, 1);
  send (fixture, "key minus");
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 19);
  send (fixture, "key Right");
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 26);
  assert_cursor (fixture, 0, 1);
  send (fixture, "key KP_Subtract");
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 19);
  send (fixture, "key plus");
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 26);
}

static void
move_pointer (Fixture *fixture, guint row, guint column, double x)
{
  graphene_point_t origin = GRAPHENE_POINT_INIT (0, 0), point;
  MouSheetBox box = mou_sheet_layout_get_box (&fixture->sheet->layout, (MouSheetPosition){ row, column }, (MouSheetPosition){ row, column },
                                              TRUE, 0, 0);
  g_autofree char *command = NULL;
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (fixture->sheet), fixture->window, &bounds));
  point = GRAPHENE_POINT_INIT (bounds.origin.x + origin.x + (float) box.x + (float) x,
                               bounds.origin.y + (float) (fixture->sheet->layout.header_height + box.y + box.height / 2));
  command = g_strdup_printf ("search --onlyvisible --name '^sheet-keys$' mousemove --window %%1 %d %d", (int) point.x, (int) point.y);
  send (fixture, command);
}

static void
test_pointer (Fixture *fixture, gconstpointer data)
{
  move_pointer (fixture, 5, 4, 20);
  send (fixture, "click 1");
  assert_cursor (fixture, 5, 4);
  move_pointer (fixture, 7, 6, 20);
  send (fixture, "keydown shift click 1 keyup shift");
  assert_selection (fixture, 5, 4, 7, 6);

  move_pointer (fixture, 1, 3, 20);
  send (fixture, "mousedown 1");
  move_pointer (fixture, 3, 5, 20);
  send (fixture, "mouseup 1");
  assert_selection (fixture, 1, 3, 3, 5);

  move_pointer (fixture, 2, 4, 20);
  send (fixture, "click --repeat 2 --delay 40 1");
  g_assert_true (mou_sheet_is_editing (fixture->sheet));
  send (fixture, "key ctrl+a");
  send (fixture, "type 33");
  move_pointer (fixture, 9, 8, 20);
  send (fixture, "click 1");
  assert_text (fixture, 2, 4, "33");
  assert_cursor (fixture, 9, 8);
}

static void
test_expander (Fixture *fixture, gconstpointer data)
{
  move_pointer (fixture, 0, 1, 14);
  send (fixture, "click 1");
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 19);
  send (fixture, "click 1");
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 26);
}

static void
test_column_width (Fixture *fixture, gconstpointer data)
{
  int before = mou_sheet_layout_get_column_width (&fixture->sheet->layout, 2), fitted;
  g_autofree char *start = NULL, *end = NULL;
  graphene_rect_t bounds;
  int x, y;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (fixture->sheet), fixture->window, &bounds));
  x = (int) bounds.origin.x + fixture->sheet->layout.offsets[3] - 1;
  y = (int) bounds.origin.y + 10;
  start = g_strdup_printf ("search --onlyvisible --name '^sheet-keys$' mousemove --window %%1 %d %d mousedown 1", x, y);
  end = g_strdup_printf ("search --onlyvisible --name '^sheet-keys$' mousemove --window %%1 %d %d", x + 60, y);
  send (fixture, start);
  send (fixture, end);
  send (fixture, "mouseup 1");
  g_assert_cmpint (ABS (mou_sheet_layout_get_column_width (&fixture->sheet->layout, 2) - before - 60), <=, 1);
  send (fixture, "sleep 0.5 click --repeat 2 --delay 40 1");
  fitted = mou_sheet_layout_get_column_width (&fixture->sheet->layout, 2);
  g_assert_cmpint (fitted, !=, before + 60);
}

static void
test_focus_out_commits (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  send (fixture, "type 21");
  gtk_widget_grab_focus (fixture->button);
  settle (fixture);
  assert_text (fixture, 1, 3, "21");
  g_assert_false (mou_sheet_is_editing (fixture->sheet));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == fixture->button);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
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

  add ("/sheet/keys/moves", test_moves);
  add ("/sheet/keys/data-edges", test_data_edges);
  add ("/sheet/keys/pages-across", test_pages_across);
  add ("/sheet/keys/selection", test_selection);
  add ("/sheet/keys/typing", test_typing);
  add ("/sheet/keys/typing-thai", test_typing_thai);
  add ("/sheet/keys/arrows-while-editing", test_arrows_while_editing);
  add ("/sheet/keys/escape-and-delete", test_escape_and_delete);
  add ("/sheet/keys/refused", test_refused);
  add ("/sheet/keys/tab", test_tab);
  add ("/sheet/keys/tree", test_tree);
  add ("/sheet/pointer/cells", test_pointer);
  add ("/sheet/pointer/expander", test_expander);
  add ("/sheet/pointer/column-width", test_column_width);
  add ("/sheet/keys/focus-out", test_focus_out_commits);

  return g_test_run ();
}
