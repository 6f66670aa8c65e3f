/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sheet-model: what a MouSheet shows and edits.
 *
 * A page implements this interface over its document. Rows are the visible rows, top to bottom: a collapsed row's descendants are
 * not counted. The sheet keeps no copy of texts beyond the cells on screen; it asks again after a signal. The model is the only
 * judge of what may be written: the sheet writes through set_cells alone, shows the sentence of the GError, and repaints when the
 * model emits a signal. Everything happens on the main thread. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MOU_TYPE_SHEET_MODEL (mou_sheet_model_get_type ())
G_DECLARE_INTERFACE (MouSheetModel, mou_sheet_model, MOU, SHEET_MODEL, GObject)

typedef enum { MOU_SHEET_ALIGN_START, MOU_SHEET_ALIGN_CENTRE, MOU_SHEET_ALIGN_END } MouSheetAlignment;

/* A column. Neighbours with the same `group` stand under one header cell; a group does not cross the frozen edge. */
typedef struct {
  const char *title;
  const char *group;           /* NULL: the title takes both header lines */
  guint width;                 /* natural width in digits' widths, at least 2 */
  MouSheetAlignment alignment; /* of the cells; titles are centred, except over START columns */
  gboolean editable;           /* FALSE: no cell of this column can be edited */
  gboolean tree;               /* carries indentation and expander; the first such column counts, and it is frozen */
} MouSheetColumn;

/* A row's place in the tree. */
typedef struct {
  guint depth;
  gboolean expandable;
  gboolean expanded;
  gboolean group; /* bold, on a tinted band */
} MouSheetRow;

typedef enum {
  MOU_SHEET_CELL_NORMAL = 0,
  MOU_SHEET_CELL_READ_ONLY = 1 << 0, /* cannot be edited although its column can */
  MOU_SHEET_CELL_COMPUTED = 1 << 1,  /* the engine's, not typed by anybody; also read only */
  MOU_SHEET_CELL_ABSENT = 1 << 2,    /* stands for nothing ("-", "N/A"): dimmed */
  MOU_SHEET_CELL_PROVISIONAL = 1 << 3, /* a figure not final yet: italic */
  MOU_SHEET_CELL_WARNING = 1 << 4,
  MOU_SHEET_CELL_ERROR = 1 << 5,
  MOU_SHEET_CELL_STRONG = 1 << 6, /* bold by itself, e.g. a total */
} MouSheetCellFlags;

/* A cell as it stands now. Strings are owned by whoever filled it in; NULL text is an empty cell. */
typedef struct {
  char *text;      /* shown, one line */
  char *edit_text; /* what the editor starts with and what is copied; NULL: the same as text */
  char *reason;    /* why WARNING or ERROR, or any other hint; shown as tooltip and as accessible description; NULL: none */
  char *refusal;   /* why a READ_ONLY cell is so, for whoever tries all the same; NULL: it goes without saying */
  char *label;     /* accessible name; NULL: "row label, column title: text" */
  MouSheetCellFlags flags;
} MouSheetCellInfo;

/* A cell and the text to write in it; borrowed. "" clears the cell. */
typedef struct {
  guint row;
  guint column;
  const char *text;
} MouSheetCellText;

struct _MouSheetModelInterface {
  GTypeInterface parent_interface;

  guint (*get_n_rows) (MouSheetModel *self);
  guint (*get_n_columns) (MouSheetModel *self);
  guint (*get_n_frozen) (MouSheetModel *self);
  const MouSheetColumn *(*get_column) (MouSheetModel *self, guint column);
  void (*get_row) (MouSheetModel *self, guint row, MouSheetRow *info);
  char *(*dup_row_label) (MouSheetModel *self, guint row);
  void (*get_cell) (MouSheetModel *self, guint row, guint column, MouSheetCellInfo *info);
  void (*set_expanded) (MouSheetModel *self, guint row, gboolean expanded);
  gboolean (*set_cells) (MouSheetModel *self, const MouSheetCellText *cells, guint n_cells, const char *label, guint *failed, GError **error);
};

guint mou_sheet_model_get_n_rows (MouSheetModel *self);
guint mou_sheet_model_get_n_columns (MouSheetModel *self);
/* How many of the first columns stay in sight when scrolled sideways. */
guint mou_sheet_model_get_n_frozen (MouSheetModel *self);
/* Borrowed until the next columns-changed; never NULL. */
const MouSheetColumn *mou_sheet_model_get_column (MouSheetModel *self, guint column);
void mou_sheet_model_get_row (MouSheetModel *self, guint row, MouSheetRow *info);
/* The row's name for screen readers, e.g. "2.4 การบริหารจัดการน้ำสูญเสีย". */
char *mou_sheet_model_dup_row_label (MouSheetModel *self, guint row) G_GNUC_WARN_UNUSED_RESULT;
/* Fills `info`, whose earlier content is not looked at; the caller clears it. */
void mou_sheet_model_get_cell (MouSheetModel *self, guint row, guint column, MouSheetCellInfo *info);
/* Whether column, row and cell together allow editing. */
gboolean mou_sheet_model_is_editable (MouSheetModel *self, guint row, guint column);
/* What to say to somebody who would edit the cell; NULL when it is editable or nothing need be said. */
char *mou_sheet_model_dup_refusal (MouSheetModel *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;
/* The text an editor starts with and the clipboard gets; never NULL. */
char *mou_sheet_model_dup_edit_text (MouSheetModel *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;

/* Shows or hides the row's children; the model answers with rows-changed, and with cells-changed for the row itself. Optional in
 * a model without expandable rows. */
void mou_sheet_model_set_expanded (MouSheetModel *self, guint row, gboolean expanded);

/* Writes all the cells as one edit that is undone in one step, or none of them: then `failed` is the index in `cells` of the first bad
 * one and the error says why in one sentence for the user, but not where: the sheet shows it beside the cell, or names the cell.
 * `label` names the edit for undo ("Paste"); NULL: the model finds a name itself. */
gboolean mou_sheet_model_set_cells (MouSheetModel *self, const MouSheetCellText *cells, guint n_cells, const char *label, guint *failed,
                                    GError **error);
/* set_cells for one cell, without a label. */
gboolean mou_sheet_model_set_cell_text (MouSheetModel *self, guint row, guint column, const char *text, GError **error);

/* For implementations: emit the signals
 *   rows-changed (position, removed, added), like GListModel's items-changed; also when rows move;
 *   cells-changed (first_row, last_row), when texts or states changed but no row came or went;
 *   columns-changed (), when the number, titles or widths of columns, or the number of frozen ones, changed. */
void mou_sheet_model_rows_changed (MouSheetModel *self, guint position, guint removed, guint added);
void mou_sheet_model_cells_changed (MouSheetModel *self, guint first_row, guint last_row);
void mou_sheet_model_columns_changed (MouSheetModel *self);

void mou_sheet_cell_info_clear (MouSheetCellInfo *info);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MouSheetCellInfo, mou_sheet_cell_info_clear)

G_END_DECLS
