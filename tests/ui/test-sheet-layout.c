/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where rows and columns lie, and which widgets are kept for them; no display needed. */

#include "mou-sheet-layout.h"
#include "mou-sheet-pool.h"

/* Five columns of 100, 200, 50, 50, 100; the first two frozen; 1,000 rows of 20; a header of 40 in a widget of 400 × 240. */
static void
layout_init (MouSheetLayout *layout)
{
  static const int widths[] = { 100, 200, 50, 50, 100 };

  *layout = (MouSheetLayout){ .n_rows = 1000, .row_height = 20, .header_height = 40 };
  mou_sheet_layout_set_columns (layout, widths, G_N_ELEMENTS (widths), 2);
  mou_sheet_layout_set_size (layout, 500, 240);
}

static void
test_sizes (void)
{
  MouSheetLayout layout;

  layout_init (&layout);
  g_assert_cmpint (mou_sheet_layout_get_frozen_width (&layout), ==, 300);
  g_assert_cmpint (mou_sheet_layout_get_page_width (&layout), ==, 200);
  g_assert_cmpint (mou_sheet_layout_get_page_height (&layout), ==, 200);
  g_assert_cmpint (mou_sheet_layout_get_body_width (&layout), ==, 200);
  g_assert_cmpint (mou_sheet_layout_get_body_height (&layout), ==, 20000);
  g_assert_cmpint (mou_sheet_layout_get_column_width (&layout, 1), ==, 200);
  g_assert_cmpuint (mou_sheet_layout_count_page_rows (&layout), ==, 10);
  mou_sheet_layout_clear (&layout);
}

static void
test_narrow (void)
{
  static const struct
  {
    int width;
    guint n_frozen;
  } cases[] = { { 500, 2 }, { 462, 2 }, { 461, 1 }, { 154, 1 }, { 150, 0 } };
  MouSheetLayout layout;

  layout_init (&layout);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      mou_sheet_layout_set_size (&layout, cases[i].width, 240);
      g_assert_cmpuint (layout.n_frozen, ==, cases[i].n_frozen);
    }
  mou_sheet_layout_clear (&layout);
}

static void
test_visible_rows (void)
{
  static const struct
  {
    int scroll;
    guint first;
    guint end;
  } cases[] = { { 0, 0, 10 }, { 1, 0, 11 }, { 20, 1, 11 }, { 19800, 990, 1000 }, { 30000, 1000, 1000 }, { -5, 0, 10 } };
  MouSheetLayout layout;

  layout_init (&layout);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MouSheetSpan span = mou_sheet_layout_find_rows (&layout, cases[i].scroll);

      g_assert_cmpuint (span.first, ==, cases[i].first);
      g_assert_cmpuint (span.end, ==, cases[i].end);
    }
  mou_sheet_layout_clear (&layout);
}

static void
test_visible_columns (void)
{
  static const struct
  {
    int width;
    int scroll;
    guint first;
    guint end;
  } cases[] = { { 500, 0, 2, 5 }, { 480, 0, 2, 5 }, { 480, 50, 3, 5 }, { 480, 49, 2, 5 }, { 470, 0, 2, 5 }, { 470, 1000, 4, 5 } };
  MouSheetLayout layout;

  layout_init (&layout);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MouSheetSpan span;

      mou_sheet_layout_set_size (&layout, cases[i].width, 240);
      span = mou_sheet_layout_find_columns (&layout, cases[i].scroll);
      g_assert_cmpuint (span.first, ==, cases[i].first);
      g_assert_cmpuint (span.end, ==, cases[i].end);
    }
  mou_sheet_layout_clear (&layout);
}

static void
test_hit (void)
{
  static const struct
  {
    double x;
    double y;
    int scroll_x;
    int scroll_y;
    MouSheetPart part;
    guint row;
    guint column;
  } cases[] = {
    { 10, 10, 0, 0, MOU_SHEET_PART_HEADER, 0, 0 },        { 10, 40, 0, 0, MOU_SHEET_PART_CELL, 0, 0 },
    { 299, 59.9, 60, 0, MOU_SHEET_PART_CELL, 0, 1 },      { 300, 60, 60, 0, MOU_SHEET_PART_CELL, 1, 3 },
    { 300, 60, 0, 50, MOU_SHEET_PART_CELL, 3, 2 },        { 490, 100, 60, 0, MOU_SHEET_PART_OUTSIDE, 3, 4 },
    { -5, 100, 60, 0, MOU_SHEET_PART_OUTSIDE, 3, 0 },     { 10, 239, 0, 19990, MOU_SHEET_PART_OUTSIDE, 999, 0 },
    { 350, 39, 0, 19990, MOU_SHEET_PART_HEADER, 999, 3 },
  };
  MouSheetLayout layout;

  layout_init (&layout);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MouSheetHit hit = mou_sheet_layout_hit (&layout, cases[i].x, cases[i].y, cases[i].scroll_x, cases[i].scroll_y);

      g_assert_cmpint (hit.part, ==, cases[i].part);
      g_assert_cmpuint (hit.row, ==, cases[i].row);
      g_assert_cmpuint (hit.column, ==, cases[i].column);
    }
  mou_sheet_layout_clear (&layout);
}

static void
test_edge (void)
{
  static const struct
  {
    double x;
    int scroll;
    guint column;
  } cases[] = {
    { 100, 0, 0 }, { 104, 0, 0 }, { 105, 0, MOU_SHEET_NONE }, { 299, 0, 1 }, { 350, 0, 2 }, { 350, 50, 3 }, { 298, 60, 1 }, { 340, 60, 3 },
  };
  MouSheetLayout layout;

  layout_init (&layout);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (mou_sheet_layout_find_edge (&layout, cases[i].x, cases[i].scroll, 4), ==, cases[i].column);
  mou_sheet_layout_clear (&layout);
}

/* Whatever was scrolled before, a revealed cell lies wholly in the body, never beneath the frozen columns. */
static void
test_reveal (void)
{
  MouSheetLayout layout;

  layout_init (&layout);
  mou_sheet_layout_set_size (&layout, 480, 240);
  for (guint column = 2; column < 5; column++)
    for (int before = 0; before <= 20; before += 5)
      {
        MouSheetPosition position = { 0, column };
        int scroll = mou_sheet_layout_reveal_column (&layout, column, before);
        MouSheetBox box = mou_sheet_layout_get_box (&layout, position, position, FALSE, scroll, 0);

        g_assert_cmpint (box.x, >=, 0);
        g_assert_cmpint (box.x + box.width, <=, mou_sheet_layout_get_page_width (&layout));
      }
  g_assert_cmpint (mou_sheet_layout_reveal_column (&layout, 0, 15), ==, 15);
  g_assert_cmpint (mou_sheet_layout_reveal_row (&layout, 3, 0), ==, 0);
  g_assert_cmpint (mou_sheet_layout_reveal_row (&layout, 10, 0), ==, 20);
  g_assert_cmpint (mou_sheet_layout_reveal_row (&layout, 3, 100), ==, 60);
  mou_sheet_layout_clear (&layout);
}

static void
test_empty (void)
{
  MouSheetLayout layout = { .row_height = 20 };
  MouSheetHit hit;

  mou_sheet_layout_set_columns (&layout, NULL, 0, 0);
  mou_sheet_layout_set_size (&layout, 300, 200);
  hit = mou_sheet_layout_hit (&layout, 10, 10, 0, 0);
  g_assert_cmpint (hit.part, ==, MOU_SHEET_PART_OUTSIDE);
  g_assert_cmpuint (hit.row, ==, MOU_SHEET_NONE);
  g_assert_cmpuint (mou_sheet_layout_find_rows (&layout, 0).end, ==, 0);
  g_assert_cmpuint (mou_sheet_layout_find_columns (&layout, 0).end, ==, 0);
  g_assert_cmpuint (mou_sheet_layout_find_edge (&layout, 0, 0, 4), ==, MOU_SHEET_NONE);
  mou_sheet_layout_clear (&layout);
}

static void
test_pool (void)
{
  static char widgets[4];
  MouSheetPool pool;

  mou_sheet_pool_init (&pool);
  for (guint i = 0; i < 4; i++)
    mou_sheet_pool_add (&pool, &widgets[i], 10 + i);
  g_assert_true (mou_sheet_pool_find (&pool, 12) == &widgets[2]);
  g_assert_null (mou_sheet_pool_claim (&pool, 20));

  mou_sheet_pool_retain (&pool, (MouSheetSpan){ 11, 13 }, 13);
  g_assert_null (mou_sheet_pool_find (&pool, 10));
  g_assert_true (mou_sheet_pool_find (&pool, 13) == &widgets[3]);
  g_assert_true (mou_sheet_pool_claim (&pool, 20) == &widgets[0]);
  g_assert_null (mou_sheet_pool_claim (&pool, 21));

  mou_sheet_pool_splice (&pool, 12, 1, 3);
  g_assert_true (mou_sheet_pool_find (&pool, 11) == &widgets[1]);
  g_assert_null (mou_sheet_pool_find (&pool, 12));
  g_assert_true (mou_sheet_pool_find (&pool, 15) == &widgets[3]);
  g_assert_true (mou_sheet_pool_find (&pool, 22) == &widgets[0]);
  mou_sheet_pool_clear (&pool);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet/layout/sizes", test_sizes);
  g_test_add_func ("/sheet/layout/narrow", test_narrow);
  g_test_add_func ("/sheet/layout/visible-rows", test_visible_rows);
  g_test_add_func ("/sheet/layout/visible-columns", test_visible_columns);
  g_test_add_func ("/sheet/layout/hit", test_hit);
  g_test_add_func ("/sheet/layout/edge", test_edge);
  g_test_add_func ("/sheet/layout/reveal", test_reveal);
  g_test_add_func ("/sheet/layout/empty", test_empty);
  g_test_add_func ("/sheet/pool", test_pool);

  return g_test_run ();
}
