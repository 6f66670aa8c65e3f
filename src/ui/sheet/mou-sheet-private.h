/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sheet-private: the sheet's state, and what its files offer one another. For src/ui/sheet alone.
 *
 * mou-sheet.c owns the object and its properties; actions its commands; allocate makes widgets match what is in sight; header keeps the titles; navigation
 * binds the keys; selection moves cursor and range; pointer handles the mouse; editor holds the entry; clipboard moves ranges. */
#pragma once

#include "mou-sheet-cell.h"
#include "mou-sheet-layout.h"
#include "mou-sheet-metrics.h"
#include "mou-sheet-pane.h"
#include "mou-sheet.h"

G_BEGIN_DECLS

/* The overlay holds the editor of a frozen cell, which may reach over the body. */
typedef enum {
  MOU_SHEET_BODY,
  MOU_SHEET_FROZEN,
  MOU_SHEET_HEADER,
  MOU_SHEET_CORNER,
  MOU_SHEET_OVERLAY,
  MOU_SHEET_N_PANES
} MouSheetPaneKind;

typedef enum { MOU_SHEET_EDIT_KEEP, MOU_SHEET_EDIT_REPLACE } MouSheetEditMode;

typedef struct {
  GtkWidget *entry;   /* hidden while not editing; a child of the pane of the edited cell */
  GtkWidget *problem; /* the reason a text was refused, beneath the cell */
  GtkWidget *pane;    /* the entry's parent, borrowed */
  MouSheetEditMode mode;
  gboolean open;
  gboolean composing; /* an input method holds the keys */
} MouSheetEditor;

typedef enum { MOU_SHEET_DRAG_NONE, MOU_SHEET_DRAG_SELECT, MOU_SHEET_DRAG_RESIZE } MouSheetDrag;

/* A title of the header, over columns first .. end - 1 and over n_lines of its lines. */
typedef struct {
  GtkWidget *cell;
  guint first;
  guint end;
  guint line;
  guint n_lines;
  int natural_width; /* of a group's title; 0 of a column's */
} MouSheetTitle;

struct _MouSheet {
  GtkWidget parent_instance;

  MouSheetModel *model;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  double zoom;

  MouSheetMetrics metrics;
  MouSheetLayout layout;
  GArray *widths; /* int: a column's width chosen by the user, at zoom 1; 0: the natural one */
  guint n_header_lines;

  GtkWidget *panes[MOU_SHEET_N_PANES];
  GtkWidget *edges[2]; /* the lines along the frozen columns and under the header */
  GArray *titles;      /* MouSheetTitle */
  guint n_frozen_titled;
  guint update_id;
  gboolean in_allocate;
  gboolean reveal_later; /* the cursor moved before there was a size */

  MouSheetPosition cursor; /* NONE, NONE without cells */
  MouSheetPosition extent; /* the corner of the selection opposite to the cursor */
  guint tab_column;        /* where a run of Tabs began, or NONE */

  MouSheetEditor editor;

  MouSheetDrag drag;
  guint drag_column;
  int drag_width;
};

/* mou-sheet.c */
int mou_sheet_get_scroll (MouSheet *self, GtkOrientation orientation);
void mou_sheet_set_scroll (MouSheet *self, GtkOrientation orientation, int value);
gboolean mou_sheet_has_cells (MouSheet *self);
/* Only the first column that calls itself the tree's is. */
gboolean mou_sheet_is_tree_column (MouSheet *self, guint column);
void mou_sheet_report_problem (MouSheet *self, const char *message);
/* Says why the cell is read only; FALSE when there is nothing to say. */
gboolean mou_sheet_report_refusal (MouSheet *self, guint row, guint column);
void mou_sheet_activate_cell (MouSheet *self);
void mou_sheet_notify_cursor (MouSheet *self, MouSheetPosition before);
void mou_sheet_update_columns (MouSheet *self);

/* mou-sheet-actions.c */
void mou_sheet_install_actions (GtkWidgetClass *widget_class);
void mou_sheet_update_actions (MouSheet *self);

/* mou-sheet-allocate.c */
/* Gives every row and column in sight, and the cursor's, a bound widget. */
void mou_sheet_sync (MouSheet *self);
/* The same before the next frame. */
void mou_sheet_queue_sync (MouSheet *self);
void mou_sheet_invalidate (MouSheet *self, guint first_row, guint last_row);
/* Makes every cell take its place anew, after a column's width changed. */
void mou_sheet_replace_cells (MouSheet *self);
void mou_sheet_shift_rows (MouSheet *self, guint position, guint removed, guint added);
void mou_sheet_allocate (MouSheet *self, int width, int height);
/* Shows or hides a child within its parent. A child drawn for the first time does not make GTK draw its parent anew by itself. */
void mou_sheet_show_child (GtkWidget *child, gboolean shown);
/* NULL when the cell has no widget now. */
MouSheetCell *mou_sheet_peek_cell (MouSheet *self, MouSheetPosition position);

/* mou-sheet-header.c */
void mou_sheet_header_rebuild (MouSheet *self);
void mou_sheet_header_allocate (MouSheet *self);
void mou_sheet_header_clear (MouSheet *self);
int mou_sheet_header_get_height (MouSheet *self);

/* mou-sheet-navigation.c */
void mou_sheet_install_keys (GtkWidgetClass *widget_class);
void mou_sheet_add_key_controller (MouSheet *self);
/* Where Tab goes from here; FALSE at the end. */
gboolean mou_sheet_find_editable (MouSheet *self, MouSheetPosition from, gboolean forward, MouSheetPosition *found);
void mou_sheet_move_after_edit (MouSheet *self, guint keyval, gboolean back);

/* mou-sheet-selection.c */
/* Moves the cursor (or, extending, the other corner), reveals it and gives it the focus if the sheet has it. */
void mou_sheet_place_cursor (MouSheet *self, guint row, guint column, gboolean extend);
void mou_sheet_set_range (MouSheet *self, MouSheetPosition cursor, MouSheetPosition extent);
void mou_sheet_get_range (MouSheet *self, MouSheetPosition *first, MouSheetPosition *last);
gboolean mou_sheet_is_selected (MouSheet *self, guint row, guint column);
void mou_sheet_update_selected (MouSheet *self);
void mou_sheet_clamp_cursor (MouSheet *self);
void mou_sheet_focus_cursor (MouSheet *self);
gboolean mou_sheet_has_focus_within (MouSheet *self);
void mou_sheet_reveal (MouSheet *self, MouSheetPosition position);

/* mou-sheet-pointer.c */
void mou_sheet_add_gestures (MouSheet *self);

/* mou-sheet-editor.c */
void mou_sheet_editor_init (MouSheet *self);
void mou_sheet_editor_clear (MouSheet *self);
gboolean mou_sheet_editor_open (MouSheet *self, MouSheetEditMode mode);
void mou_sheet_editor_close (MouSheet *self, gboolean take_focus);
void mou_sheet_editor_allocate (MouSheet *self);
/* Whether a point of the sheet lies in the open editor. */
gboolean mou_sheet_editor_contains (MouSheet *self, double x, double y);

/* mou-sheet-clipboard.c */
void mou_sheet_copy (MouSheet *self);
void mou_sheet_cut (MouSheet *self);
void mou_sheet_paste (MouSheet *self);
void mou_sheet_paste_text (MouSheet *self, const char *text);
void mou_sheet_fill_down (MouSheet *self);
void mou_sheet_clear (MouSheet *self);

G_END_DECLS
