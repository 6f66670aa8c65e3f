/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-render-xlsx-private: what the files of the workbook renderer share.
 *
 * Everything that goes into a cell passes mou_writing_put_*, which counts libxlsxwriter's errors and notes the cell in the manifest
 * for verification. */
#pragma once

#include "mou-render.h"
#include "mou-xlsx-verify.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

#define MOU_TABLE_POINTS 14
#define MOU_BODY_POINTS 16

enum { MOU_BORDER_TOP = 1, MOU_BORDER_BOTTOM = 2, MOU_BORDER_SIDES = 4, MOU_BORDER_ALL = 7 };

/* How a cell looks. Integers only, so that equal looks are equal bytes. */
typedef struct {
  int points; /* size of the font */
  int bold;
  int superscript;
  int align; /* MouAlign */
  int top;   /* vertically at the top, else in the middle */
  int indent;
  int borders;
  int fill;   /* RGB, 0 for none */
  int unlocked;
  int one_line; /* shrinks rather than wraps */
  int guarded; /* a text that would become a formula if it were entered again */
  int number; /* a number with `places` digits */
  int places;
  int sign; /* index of the inequality sign, 0 for none */
  int mark;
} MouLook;

typedef struct _MouFormats MouFormats;

MouFormats *mou_formats_new (lxw_workbook *workbook, const char *font, gboolean thai_digits) G_GNUC_WARN_UNUSED_RESULT;
void mou_formats_free (MouFormats *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouFormats, mou_formats_free)
/* The workbook's one format for that look. */
lxw_format *mou_formats_get (MouFormats *self, const MouLook *look);
/* The index of `sign` for MouLook. */
int mou_formats_find_sign (const char *sign);
/* "¹²" for 12, "*" for MOU_MARK_STAR, "" for none. */
char *mou_formats_raise_mark (int mark) G_GNUC_WARN_UNUSED_RESULT;

/* One workbook while it is written. */
typedef struct {
  const MouReportDocument *document;
  const MouReportSection *section;
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  MouFormats *formats;
  MouXlsxManifest *manifest;
  guint row;         /* the next free row of the sheet */
  double page_used;  /* points of the current page that are filled, by estimate */
  GArray *breaks;    /* lxw_row_t: rows that begin a page; ends with 0 */
  guint n_errors;
  lxw_error first_error;
} MouWriting;

void mou_writing_note (MouWriting *self, lxw_error error);
/* Text as the document has it; Thai digits and escapes are done here. `mark` as in MouReportCell. */
void mou_writing_put_text (MouWriting *self, guint row, guint column, const char *text, int mark, const MouLook *look);
void mou_writing_put_blank (MouWriting *self, guint row, guint column, const MouLook *look);
/* `formula` is expanded and without "="; NULL for a plain number. */
void mou_writing_put_number (MouWriting *self, guint row, guint column, double number, const char *formula, const MouLook *look);
void mou_writing_put_text_formula (MouWriting *self, guint row, guint column, const char *text, const char *formula, const MouLook *look);
/* Merges, and gives every cell of the range the look; the caller then puts what the first cell says. Nothing for one cell. */
void mou_writing_merge (MouWriting *self, guint row, guint column, guint last_row, guint last_column, const MouLook *look);
/* Sets the height of the row and counts it on the page. */
void mou_writing_set_height (MouWriting *self, guint row, double points);

/* The height of `lines` lines of a font. */
double mou_writing_get_line_height (int points);
/* Lines that `text` takes across the columns at that size. */
int mou_writing_count_lines (MouWriting *self, const char *text, guint column, guint n_columns, int indent, int points);

/* Writes the table from self->row on. */
void mou_render_xlsx_table (MouWriting *self, const MouReportTable *table);

G_END_DECLS
