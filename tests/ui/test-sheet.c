/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet itself: cursor, editing, model changes, recycling and accessible state, driven in one process through actions and API. */

#include "sheet-fixture.h"

static GtkAccessible *
get_cell (SheetFixture *fixture, guint row, guint column)
{
  MouSheetCell *cell = mou_sheet_peek_cell (fixture->sheet, (MouSheetPosition){ row, column });

  g_assert_nonnull (cell);
  return GTK_ACCESSIBLE (cell);
}

static void
type_text (SheetFixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->sheet->editor.entry), text);
}

static void
test_cursor (SheetFixture *fixture, gconstpointer data)
{
  sheet_assert_cursor (fixture, 0, 0);
  g_assert_true (mou_sheet_set_cursor (fixture->sheet, 4, 3));
  sheet_assert_cursor (fixture, 4, 3);
  g_assert_true (mou_sheet_set_cursor (fixture->sheet, 9999, 9999));
  sheet_assert_cursor (fixture, 25, 17);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (get_cell (fixture, 25, 17)));
}

/* The cursor's cell is in sight wherever the cursor goes, and never beneath the frozen columns. */
static void
test_cursor_is_revealed (SheetFixture *fixture, gconstpointer data)
{
  static const MouSheetPosition places[] = { { 200, 17 }, { 0, 2 }, { 150, 9 }, { 299, 0 }, { 299, 2 }, { 3, 16 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      graphene_rect_t cell, pane;

      mou_sheet_set_cursor (fixture->sheet, places[i].row, places[i].column);
      sheet_settle (fixture);
      g_assert_true (
          gtk_widget_compute_bounds (GTK_WIDGET (get_cell (fixture, places[i].row, places[i].column)), GTK_WIDGET (fixture->sheet), &cell));
      g_assert_true (gtk_widget_compute_bounds (fixture->sheet->panes[places[i].column < 2 ? MOU_SHEET_FROZEN : MOU_SHEET_BODY],
                                                GTK_WIDGET (fixture->sheet), &pane));
      g_assert_true (graphene_rect_contains_rect (&pane, &cell));
    }
}

static void
test_edit (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  g_assert_true (mou_sheet_start_editing (fixture->sheet));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->sheet->editor.entry)), ==, "10");
  type_text (fixture, "12");
  g_assert_true (mou_sheet_commit_editing (fixture->sheet));
  g_assert_cmpstr (fake_sheet_model_get_text (fixture->model, 1, 3), ==, "12");
  g_assert_false (mou_sheet_is_editing (fixture->sheet));
  sheet_settle (fixture);
  g_assert_nonnull (strstr (mou_sheet_cell_get_name (MOU_SHEET_CELL (get_cell (fixture, 1, 3))), ": 12"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (get_cell (fixture, 1, 3)));
}

static void
test_edit_cancelled (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  mou_sheet_start_editing (fixture->sheet);
  type_text (fixture, "99");
  mou_sheet_cancel_editing (fixture->sheet);
  g_assert_cmpstr (fake_sheet_model_get_text (fixture->model, 1, 3), ==, "10");
  g_assert_cmpuint (fake_sheet_model_get_n_writes (fixture->model), ==, 0);
}

static void
test_edit_unchanged_writes_nothing (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 1, 3);
  mou_sheet_start_editing (fixture->sheet);
  g_assert_true (mou_sheet_commit_editing (fixture->sheet));
  g_assert_cmpuint (fake_sheet_model_get_n_writes (fixture->model), ==, 0);
}

static void
test_edit_refused (SheetFixture *fixture, gconstpointer data)
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
  sheet_assert_cursor (fixture, 1, 3);
  g_assert_cmpuint (fake_sheet_model_get_n_writes (fixture->model), ==, 0);
  sheet_settle (fixture);

  type_text (fixture, "11");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (mou_sheet_set_cursor (fixture->sheet, 5, 5));
  g_assert_cmpstr (fake_sheet_model_get_text (fixture->model, 1, 3), ==, "11");
}

static void
test_read_only_is_activated (SheetFixture *fixture, gconstpointer data)
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
test_collapse (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 10, 5);
  mou_sheet_model_set_expanded (MOU_SHEET_MODEL (fixture->model), 0, FALSE);
  sheet_assert_cursor (fixture, 3, 5);
  sheet_settle (fixture);
  gtk_test_accessible_assert_state (get_cell (fixture, 0, 1), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  mou_sheet_model_set_expanded (MOU_SHEET_MODEL (fixture->model), 0, TRUE);
  sheet_assert_cursor (fixture, 10, 5);

  mou_sheet_set_cursor (fixture->sheet, 4, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.collapse", NULL));
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 24);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.expand", NULL));
  g_assert_cmpuint (mou_sheet_model_get_n_rows (MOU_SHEET_MODEL (fixture->model)), ==, 26);
}

static void
test_removed_rows (SheetFixture *fixture, gconstpointer data)
{
  mou_sheet_set_cursor (fixture->sheet, 5, 3);
  mou_sheet_start_editing (fixture->sheet);
  fake_sheet_model_remove_rows (fixture->model, 4, 3);
  g_assert_false (mou_sheet_is_editing (fixture->sheet));
  sheet_assert_cursor (fixture, 4, 3);
  sheet_settle (fixture);
  g_assert_true (g_str_has_prefix (mou_sheet_cell_get_name (MOU_SHEET_CELL (get_cell (fixture, 4, 3))), "1.5 "));
  fake_sheet_model_remove_rows (fixture->model, 0, 23);
  g_assert_false (mou_sheet_get_cursor (fixture->sheet, NULL, NULL));
  sheet_settle (fixture);
  g_assert_false (mou_sheet_start_editing (fixture->sheet));
}

static void
test_model_replaced (SheetFixture *fixture, gconstpointer data)
{
  g_autoptr (FakeSheetModel) other = fake_sheet_model_new (5);

  mou_sheet_set_cursor (fixture->sheet, 20, 10);
  mou_sheet_start_editing (fixture->sheet);
  mou_sheet_set_model (fixture->sheet, MOU_SHEET_MODEL (other));
  sheet_assert_cursor (fixture, 0, 0);
  sheet_settle (fixture);
  mou_sheet_set_model (fixture->sheet, NULL);
  g_assert_false (mou_sheet_get_cursor (fixture->sheet, NULL, NULL));
  sheet_settle (fixture);
}

/* A screen's worth of widgets, however many rows there are and however far was scrolled. */
static void
test_widgets_are_recycled (SheetFixture *fixture, gconstpointer data)
{
  MouSheetPool *strips = mou_sheet_pane_get_strips (MOU_SHEET_PANE (fixture->sheet->panes[MOU_SHEET_BODY]));
  guint before;

  mou_sheet_set_scroll (fixture->sheet, GTK_ORIENTATION_VERTICAL, 7);
  sheet_settle (fixture);
  before = mou_sheet_pool_get_size (strips);
  g_assert_cmpuint (before, <, 30);
  for (int i = 0; i < 15; i++)
    {
      mou_sheet_set_scroll (fixture->sheet, GTK_ORIENTATION_VERTICAL, i * 3571 % 150000);
      sheet_settle (fixture);
    }
  g_assert_cmpuint (mou_sheet_pool_get_size (strips), <=, before + 2);
}

static void
test_accessible (SheetFixture *fixture, gconstpointer data)
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
  sheet_settle (fixture);
  gtk_test_accessible_assert_state (get_cell (fixture, 14, 13), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (get_cell (fixture, 14, 13), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Notation -0.05/+0.19,+0.10 gives 7.56 at level 4, but 7.65 is written here.");
}

/* The highest Thai stack fits the row at every zoom. */
static void
test_zoom (SheetFixture *fixture, gconstpointer data)
{
  static const double zooms[] = { 0.1, 0.75, 1.0, 1.5, 2.0, 7.0 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      PangoRectangle ink;
      int top;

      mou_sheet_set_zoom (fixture->sheet, zooms[i]);
      sheet_settle (fixture);
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

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  sheet_test_add ("/sheet/cursor", 0, test_cursor);
  sheet_test_add ("/sheet/cursor-is-revealed", 300, test_cursor_is_revealed);
  sheet_test_add ("/sheet/edit", 0, test_edit);
  sheet_test_add ("/sheet/edit-cancelled", 0, test_edit_cancelled);
  sheet_test_add ("/sheet/edit-unchanged", 0, test_edit_unchanged_writes_nothing);
  sheet_test_add ("/sheet/edit-refused", 0, test_edit_refused);
  sheet_test_add ("/sheet/read-only", 0, test_read_only_is_activated);
  sheet_test_add ("/sheet/collapse", 0, test_collapse);
  sheet_test_add ("/sheet/removed-rows", 0, test_removed_rows);
  sheet_test_add ("/sheet/model-replaced", 0, test_model_replaced);
  sheet_test_add ("/sheet/recycling", 5000, test_widgets_are_recycled);
  sheet_test_add ("/sheet/accessible", 0, test_accessible);
  sheet_test_add ("/sheet/zoom", 0, test_zoom);

  return g_test_run ();
}
