/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sheet-layout: where rows and columns lie, and what is in sight. Pure arithmetic in whole pixels, no widget.
 *
 * The widget is split into four panes: corner and header on top, frozen columns and body below. Body columns start at offset
 * frozen_width; scroll offsets count from there, and from the first row. All functions take any scroll offset and never leave the
 * range of existing rows and columns. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOU_SHEET_NONE G_MAXUINT

/* first, first + 1, .. end - 1 */
typedef struct {
  guint first;
  guint end;
} MouSheetSpan;

typedef struct {
  guint row;
  guint column;
} MouSheetPosition;

typedef struct {
  int x;
  int y;
  int width;
  int height;
} MouSheetBox;

typedef struct {
  guint n_rows;
  guint n_columns;
  guint n_frozen_wanted;
  guint n_frozen; /* in effect: fewer than wanted when the widget is narrow */
  int row_height;
  int header_height;
  int width; /* of the widget */
  int height;
  int *offsets; /* n_columns + 1 of them, the first 0 */
} MouSheetLayout;

typedef enum { MOU_SHEET_PART_OUTSIDE, MOU_SHEET_PART_HEADER, MOU_SHEET_PART_CELL } MouSheetPart;

typedef struct {
  MouSheetPart part;
  guint row;    /* nearest, also OUTSIDE; NONE without rows */
  guint column; /* nearest; NONE without columns */
} MouSheetHit;

void mou_sheet_layout_clear (MouSheetLayout *self);
void mou_sheet_layout_set_columns (MouSheetLayout *self, const int *widths, guint n_columns, guint n_frozen);
void mou_sheet_layout_set_size (MouSheetLayout *self, int width, int height);

int mou_sheet_layout_get_column_width (const MouSheetLayout *self, guint column);
int mou_sheet_layout_get_frozen_width (const MouSheetLayout *self);
/* The visible part of the body. */
int mou_sheet_layout_get_page_width (const MouSheetLayout *self);
int mou_sheet_layout_get_page_height (const MouSheetLayout *self);
/* The whole of the body. */
int mou_sheet_layout_get_body_width (const MouSheetLayout *self);
int mou_sheet_layout_get_body_height (const MouSheetLayout *self);

MouSheetSpan mou_sheet_layout_find_rows (const MouSheetLayout *self, int scroll_y);
/* Of the body, never a frozen one. */
MouSheetSpan mou_sheet_layout_find_columns (const MouSheetLayout *self, int scroll_x);
/* How many whole rows a page holds, at least 1. */
guint mou_sheet_layout_count_page_rows (const MouSheetLayout *self);

/* What lies at a point of the widget. */
MouSheetHit mou_sheet_layout_hit (const MouSheetLayout *self, double x, double y, int scroll_x, int scroll_y);
/* The column whose right edge is within `reach` of x, or NONE. */
guint mou_sheet_layout_find_edge (const MouSheetLayout *self, double x, int scroll_x, int reach);
/* The rectangle of cells from one corner to another, relative to the pane (frozen or body), scrolled. */
MouSheetBox mou_sheet_layout_get_box (const MouSheetLayout *self, MouSheetPosition a, MouSheetPosition b, gboolean frozen, int scroll_x,
                                      int scroll_y);

/* The nearest scroll offsets that show the cell whole (its start, when it is larger than the page). */
int mou_sheet_layout_reveal_column (const MouSheetLayout *self, guint column, int scroll_x);
int mou_sheet_layout_reveal_row (const MouSheetLayout *self, guint row, int scroll_y);

G_END_DECLS
