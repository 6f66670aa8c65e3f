/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-blocks: what a report says, before anyone decides how it looks.
 *
 * A document is a list of sections (a sheet of the workbook, a run of pages), each a list of blocks on one grid of columns. Cells
 * keep exact numbers; a cell may carry a formula beside the value it had when the report was made. Form builders write documents,
 * renderers read them; nobody else sees one. Texts carry Arabic digits: renderers turn them when `thai_digits` is set. */
#pragma once

#include "mou-decimal.h"
#include "mou-ratio.h"

G_BEGIN_DECLS

typedef enum {
  MOU_TEXT_TITLE,     /* centred, large */
  MOU_TEXT_CENTRED,   /* centred, of the body's size */
  MOU_TEXT_HEADING,   /* left, bold */
  MOU_TEXT_PARAGRAPH, /* left, wrapped */
  MOU_TEXT_ITEM,      /* the same, indented */
  MOU_TEXT_NOTE,      /* the same as ITEM, smaller */
  MOU_N_TEXT_ROLES
} MouTextRole;

typedef enum {
  MOU_ROW_HEAD,      /* column titles, repeated on each page */
  MOU_ROW_GROUP,     /* bold, shaded */
  MOU_ROW_LEAF,      /* plain */
  MOU_ROW_CONTINUED, /* goes on with the row above: no line between them */
  MOU_ROW_TOTAL,     /* bold, shaded, at the end */
  MOU_N_ROW_ROLES
} MouRowRole;

typedef enum { MOU_CELL_BLANK, MOU_CELL_TEXT, MOU_CELL_DECIMAL, MOU_CELL_RATIO } MouCellType;
typedef enum { MOU_ALIGN_LEFT, MOU_ALIGN_CENTRE, MOU_ALIGN_RIGHT } MouAlign;

#define MOU_MARK_NONE 0
#define MOU_MARK_STAR (-1)

typedef struct {
  MouCellType type;
  MouAlign align;
  gboolean covered;  /* by a span that begins above or to the left */
  int row_span, column_span; /* at least 1 */
  int indent;        /* steps of the tree */
  char *text;        /* TEXT */
  MouDecimal decimal; /* DECIMAL */
  MouRatio *ratio;   /* RATIO, shown rounded to `places` */
  int places;        /* of a number: digits after the point */
  const char *sign;  /* static, printed before a number: "<"; NULL for none */
  gboolean one_line; /* rather smaller than wrapped */
  int mark;          /* number of a footnote, MOU_MARK_STAR or MOU_MARK_NONE */
  char *formula;     /* NULL for none; "{row:column}" stands for that cell of the same table, both from 0 */
  gboolean input;    /* the reader of the workbook may change it */
  gboolean score;    /* an input whose value must lie on the document's scale */
} MouReportCell;

typedef struct {
  MouRowRole role;
  MouReportCell *cells; /* as many as the table has columns */
} MouReportRow;

typedef struct {
  guint n_columns;
  guint n_frozen; /* first columns that stay in view */
  gboolean prose; /* long texts: cells begin at the top */
  GPtrArray *rows; /* MouReportRow */
} MouReportTable;

typedef struct {
  char *name, *position, *on_behalf_of; /* each may be NULL */
} MouReportSignature;

typedef enum { MOU_BLOCK_TEXT, MOU_BLOCK_TABLE, MOU_BLOCK_SIGNATURES, MOU_BLOCK_SPACE } MouBlockType;

typedef struct {
  MouBlockType type;
  MouTextRole role;        /* TEXT */
  char *text;              /* TEXT */
  MouReportTable *table;   /* TABLE */
  GPtrArray *signatures[2]; /* SIGNATURES: MouReportSignature by side, left and right; kept on one page */
  int lines;               /* SPACE: empty lines */
} MouReportBlock;

typedef struct {
  char *name;        /* of the sheet */
  gboolean landscape; /* A4 */
  GArray *widths;    /* int: of each column, in characters of the body */
  GPtrArray *blocks; /* MouReportBlock */
} MouReportSection;

typedef struct {
  char *title;
  char *organisation;
  char *form;         /* its name and version, for programs; NULL for none */
  char *seal;         /* of the agreement, or NULL */
  char *evaluation_seal; /* or NULL */
  char *font;
  gint64 created;     /* seconds since 1970, part of the content: equal documents are equal files */
  gboolean thai_digits;
  gboolean protect;   /* lock all but the inputs, against accidents */
  int scale_floor, scale_top; /* what a `score` input may be */
  GPtrArray *sections; /* MouReportSection */
} MouReportDocument;

MouReportDocument *mou_report_document_new (const char *title, const char *organisation) G_GNUC_WARN_UNUSED_RESULT;
void mou_report_document_free (MouReportDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouReportDocument, mou_report_document_free)

/* All that follow return what they add, borrowed from the document. */

/* `widths` has n_columns entries. */
MouReportSection *mou_report_add_section (MouReportDocument *self, const char *name, gboolean landscape, const int *widths,
                                          guint n_columns);
/* A row of a sheet cannot be taller than 409 points, and a page breaks between rows only: a text of more lines is several rows. */
#define MOU_REPORT_PIECE_LINES 8

void mou_report_add_text (MouReportSection *self, MouTextRole role, const char *text);
void mou_report_add_textf (MouReportSection *self, MouTextRole role, const char *format, ...) G_GNUC_PRINTF (3, 4);
void mou_report_add_space (MouReportSection *self, int lines);
MouReportBlock *mou_report_add_signatures (MouReportSection *self);
/* `side` is 0 or 1. */
void mou_report_add_signature (MouReportBlock *signatures, int side, const char *name, const char *position, const char *on_behalf_of);
/* The width of columns first .. first + count - 1. */
int mou_report_section_get_width (const MouReportSection *self, guint first, guint count);
/* As many columns as the section has. */
MouReportTable *mou_report_add_table (MouReportSection *self, guint n_frozen);

/* A row of blank cells; returns its index. */
guint mou_report_table_add_row (MouReportTable *self, MouRowRole role);
MouReportCell *mou_report_table_get (const MouReportTable *self, guint row, guint column);
/* The number of rows at the top that are column titles. */
guint mou_report_table_count_head_rows (const MouReportTable *self);

/* Each fills the cell and returns it. NULL text leaves it blank. */
MouReportCell *mou_report_set_text (MouReportTable *self, guint row, guint column, MouAlign align, const char *text);
MouReportCell *mou_report_set_decimal (MouReportTable *self, guint row, guint column, MouDecimal value, int places);
/* NULL leaves it blank. */
MouReportCell *mou_report_set_ratio (MouReportTable *self, guint row, guint column, const MouRatio *ratio, int places);
/* The cell at row and column covers these many; they must exist and be blank. */
void mou_report_span (MouReportTable *self, guint row, guint column, int row_span, int column_span);
/* Takes `formula`. */
void mou_report_cell_take_formula (MouReportCell *cell, char *formula);

/* What a cell shows, without Thai digits, marks or indentation: "<96.0", "1,271.47", "". */
char *mou_report_cell_format (const MouReportCell *cell) G_GNUC_WARN_UNUSED_RESULT;
/* The lines of `text` when no line has more than `width` columns, broken between Thai words where that is possible. */
GStrv mou_report_wrap_text (const char *text, int width) G_GNUC_WARN_UNUSED_RESULT;
/* `text` in pieces that fill at most `lines` lines of `width` columns; only where it must a piece ends inside a paragraph. */
GStrv mou_report_split_text (const char *text, int width, int lines) G_GNUC_WARN_UNUSED_RESULT;
/* How many lines of `width` columns `text` fills; at least 1. */
int mou_report_count_lines (const char *text, int width);

G_END_DECLS
