/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet itself: cursor, editing, model changes, recycling and accessible state, driven in one process through actions and API. */

#include "fake-sheet-model.h"
#include "mou-sheet-private.h"

typedef struct
{
  GtkWidget *window;
  MouSheet *sheet;
  FakeSheetModel *model;
  char *problem;
  guint n_activated;
} Fixture;

static void
remember_problem_cb (MouSheet *sheet, const char *message, Fixture *fixture)
{
  g_free (fixture->problem);
  fixture->problem = g_strdup (message);
}

static void
count_activated_cb (MouSheet *sheet, guint row, guint column, Fixture *fixture)
{
  fixture->n_activated++;
}

/* Two frames and all that is pending: what was queued has happened. */
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
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->model = fake_sheet_model_new (GPOINTER_TO_UINT (data));
  fixture->sheet = MOU_SHEET (mou_sheet_new (MOU_SHEET_MODEL (fixture->model)));
  fixture->window = gtk_window_new ();
  g_signal_connect (fixture->sheet, "problem", G_CALLBACK (remember_problem_cb), fixture);
  g_signal_connect (fixture->sheet, "activate-cell", G_CALLBACK (count_activated_cb), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->sheet));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->sheet));
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
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

static void
assert_cursor (Fixture *fixture, guint row, guint column)
{
  guint at_row, at_column;

  g_assert_true (mou_sheet_get_cursor (fixture->sheet, &at_row, &at_column));
  g_assert_cmpuint (at_row, ==, row);
  g_assert_cmpuint (at_column, ==, column);
}

static GtkAccessible *
get_cell (Fixture *fixture, guint row, guint column)
{
  MouSheetCell *cell = mou_sheet_peek_cell (fixture->sheet, (MouSheetPosition){ row, column });

  g_assert_nonnull (cell);
  return GTK_ACCESSIBLE (cell);
}

static void
type_text (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->sheet->editor.entry), text);
}

static void
test_cursor (Fixture *fixture, gconstpointer data)
{
  assert_cursor (fixture, 0, 0);
  g_assert_true (mou_sheet_set_cursor (fixture->sheet, 4, 3));
  assert_cursor (fixture, 4, 3);
  g_assert_true (mou_sheet_set_cursor (fixture->sheet, 9999, 9999));
  assert_cursor (fixture, 25, 17);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (get_cell (fixture, 25, 17)));
}

/* The cursor's cell is in sight wherever the cursor goes, and never beneath the frozen columns. */
static void
test_cursor_is_revealed (Fixture *fixture, gconstpointer data)
{
  static const MouSheetPosition places[] = { { 200, 17 }, { 0, 2 }, { 150, 9 }, { 299, 0 }, { 299, 2 }, { 3, 16 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      graphene_rect_t cell, pane;

      mou_sheet_set_cursor (fixture->sheet, places[i].row, places[i].column);
      settle (fixture);
      g_assert_true (
          gtk_widget_compute_bounds (GTK_WIDGET (get_cell (fixture, places[i].row, places[i].column)), GTK_WIDGET (fixture->sheet), &cell));
      g_assert_true (gtk_widget_compute_bounds (fixture->sheet->panes[places[i].column < 2 ? MOU_SHEET_FROZEN : MOU_SHEET_BODY],
                                                GTK_WIDGET (fixture->sheet), &pane));
      g_assert_true (graphene_rect_contains_rect (&pane, &cell));
    }
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  g_assert_true (mou_sheet_start_editing (fixture->sheet));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->sheet->editor.entry)), ==, "10");
  type_text (fixture, "12");
  g_assert_true (mou_sheet_commit_editing (fixture->sheet));
  g_assert_cmpstr (fake_sheet_model_get_text (fixture->model, 1, 3), ==, "12");
  g_assert_false (mou_sheet_is_editing (fixture->sheet));
  settle (fixture);
  g_assert_nonnull (strstr (mou_sheet_cell_get_name (MOU_SHEET_CELL (get_cell (fixture, 1, 3))), ": 12"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (get_cell (fixture, 1, 3)));
}

static void
test_edit_cancelled (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  mou_sheet_start_editing (fixture->sheet);
  type_text (fixture, "99");
  mou_sheet_cancel_editing (fixture->sheet);
  g_assert_cmpstr (fake_sheet_model_get_text (fixture->model, 1, 3), ==, "10");
  g_assert_cmpuint (fake_sheet_model_get_n_writes (fixture->model), ==, 0);
}

static void
test_edit_unchanged_writes_nothing (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  mou_sheet_start_editing (fixture->sheet);
  g_assert_true (mou_sheet_commit_editing (fixture->sheet));
  g_assert_cmpuint (fake_sheet_model_get_n_writes (fixture->model), ==, 0);
}

static void
test_edit_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = fixture->sheet->editor.entry;

  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  mou_sheet_start_editing (fixture->sheet);
  type_text (fixture, "ten");
  g_assert_false (mou_sheet_commit_editing (fixture->sheet));
  g_assert_true (mou_sheet_is_editing (fixture->sheet));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "ten");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fixture->sheet->editor.problem)), ==, "“ten” is not a number.");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_false (mou_sheet_set_cursor (fixture->sheet, 5, 5));
  assert_cursor (fixture, 1, 3);
  g_assert_cmpuint (fake_sheet_model_get_n_writes (fixture->model), ==, 0);
  settle (fixture);

  type_text (fixture, "11");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (mou_sheet_set_cursor (fixture->sheet, 5, 5));
  g_assert_cmpstr (fake_sheet_model_get_text (fixture->model, 1, 3), ==, "11");
}

static void
test_read_only_is_activated (Fixture *fixture, gconstpointer data)
{
  static const MouSheetPosition places[] = { { 1, 0 }, { 1, 16 }, { 0, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      mou_sheet_set_cursor (fixture->sheet, places[i].row, places[i].column);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.edit", NULL));
      g_assert_false (mou_sheet_is_editing (fixture->sheet));
      g_assert_cmpuint (fixture->n_activated, ==, i + 1);
    }
}

static void
test_collapse (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 10, 5);
  mou_sheet_model_set_expanded (MOU_SHEET_MODEL (fixture->model), 0, FALSE);
  assert_cursor (fixture, 3, 5);
  settle (fixture);
  gtk_test_accessible_assert_state (get_cell (fixture, 0, 1), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  mou_sheet_model_set_expanded (MOU_SHEET_MODEL (fixture->model), 0, TRUE);
  assert_cursor (fixture, 10, 5);

  mou_sheet_set_cursor (fixture->sheet, 4, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.collapse", NULL));
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 24);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.expand", NULL));
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 26);
}

static void
test_removed_rows (Fixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 5, 3);
  mou_sheet_start_editing (fixture->sheet);
  fake_sheet_model_remove_rows (fixture->model, 4, 3);
  g_assert_false (mou_sheet_is_editing (fixture->sheet));
  assert_cursor (fixture, 4, 3);
  settle (fixture);
  g_assert_true (g_str_has_prefix (mou_sheet_cell_get_name (MOU_SHEET_CELL (get_cell (fixture, 4, 3))), "1.5 "));
  fake_sheet_model_remove_rows (fixture->model, 0, 23);
  g_assert_false (mou_sheet_get_cursor (fixture->sheet, NULL, NULL));
  settle (fixture);
  g_assert_false (mou_sheet_start_editing (fixture->sheet));
}

static void
test_model_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FakeSheetModel) other = fake_sheet_model_new (5);

  mou_sheet_set_cursor (fixture->sheet, 20, 10);
  mou_sheet_start_editing (fixture->sheet);
  mou_sheet_set_model (fixture->sheet, MOU_SHEET_MODEL (other));
  assert_cursor (fixture, 0, 0);
  settle (fixture);
  mou_sheet_set_model (fixture->sheet, NULL);
  g_assert_false (mou_sheet_get_cursor (fixture->sheet, NULL, NULL));
  settle (fixture);
}

/* A screen's worth of widgets, however many rows there are and however far was scrolled. */
static void
test_widgets_are_recycled (Fixture *fixture, gconstpointer data)
{
  MouSheetPool *strips = mou_sheet_pane_get_strips (MOU_SHEET_PANE (fixture->sheet->panes[MOU_SHEET_BODY]));
  guint before;

  mou_sheet_set_scroll (fixture->sheet, GTK_ORIENTATION_VERTICAL, 7);
  settle (fixture);
  before = mou_sheet_pool_get_size (strips);
  g_assert_cmpuint (before, <, 30);
  for (int i = 0; i < 15; i++)
    {
      mou_sheet_set_scroll (fixture->sheet, GTK_ORIENTATION_VERTICAL, i * 3571 % 150000);
      settle (fixture);
    }
  g_assert_cmpuint (mou_sheet_pool_get_size (strips), <=, before + 2);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *cell = get_cell (fixture, 1, 3);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->sheet), GTK_ACCESSIBLE_ROLE_TREE_GRID);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "1.1 โครงการปรับปรุงท่อเพื่อลดอัตราน้ำสูญเสีย, น้ำหนัก (ร้อยละ): 10");
  gtk_test_accessible_assert_property (get_cell (fixture, 1, 5), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1.1 โครงการปรับปรุงท่อเพื่อลดอัตราน้ำสูญเสีย, ผลการดำเนินงานในอดีต 2563: 1002.42");
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 2);
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_COL_INDEX, 4);
  gtk_test_accessible_assert_property (get_cell (fixture, 1, 0), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
  mou_sheet_select (fixture->sheet, 1, 3, 2, 4);
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (get_cell (fixture, 3, 4), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  mou_sheet_set_cursor (fixture->sheet, 14, 13);
  settle (fixture);
  gtk_test_accessible_assert_state (get_cell (fixture, 14, 13), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (get_cell (fixture, 14, 13), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Notation -0.05/+0.19,+0.10 gives 7.56 at level 4, but 7.65 is written here.");
}

/* The highest Thai stack fits the row at every zoom. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  static const double zooms[] = { 0.1, 0.75, 1.0, 1.5, 2.0, 7.0 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      PangoRectangle ink;
      int top;

      mou_sheet_set_zoom (fixture->sheet, zooms[i]);
      settle (fixture);
      layout = pango_layout_new (fixture->sheet->metrics.context);
      pango_layout_set_attributes (layout, fixture->sheet->metrics.attributes[MOU_SHEET_FACE_BOLD]);
      pango_layout_set_text (layout, "กี่ น้ำ ปู่ ญูฐู ที่ปรึกษา ซื้อ ผู้", -1);
      pango_layout_get_pixel_extents (layout, &ink, NULL);
      top = fixture->sheet->metrics.baseline - PANGO_PIXELS (pango_layout_get_baseline (layout)) + ink.y;
      g_assert_cmpint (top, >=, 0);
      g_assert_cmpint (top + ink.height, <, fixture->sheet->metrics.row_height);
    }
  g_assert_cmpfloat_with_epsilon (mou_sheet_get_zoom (fixture->sheet), 2.0, 0.0001);
}

static void
add (const char *path, guint n_rows, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (n_rows), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  add ("/sheet/cursor", 0, test_cursor);
  add ("/sheet/cursor-is-revealed", 300, test_cursor_is_revealed);
  add ("/sheet/edit", 0, test_edit);
  add ("/sheet/edit-cancelled", 0, test_edit_cancelled);
  add ("/sheet/edit-unchanged", 0, test_edit_unchanged_writes_nothing);
  add ("/sheet/edit-refused", 0, test_edit_refused);
  add ("/sheet/read-only", 0, test_read_only_is_activated);
  add ("/sheet/collapse", 0, test_collapse);
  add ("/sheet/removed-rows", 0, test_removed_rows);
  add ("/sheet/model-replaced", 0, test_model_replaced);
  add ("/sheet/recycling", 5000, test_widgets_are_recycled);
  add ("/sheet/accessible", 0, test_accessible);
  add ("/sheet/zoom", 0, test_zoom);

  return g_test_run ();
}
