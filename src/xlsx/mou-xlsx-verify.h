/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-verify: what was sent to a workbook, and whether the file says the same.
 *
 * libxlsxwriter 1.1.4 reports success for a workbook whose temporary files were cut off by a full disk, so a writer notes here
 * whatever it sends, and the written file is read again, whole, before it replaces anything. What is noted also serves to find what
 * has been changed in a workbook since. Callers: report, mou-xlsx-writer. */
#pragma once

#include "mou-xlsx-reader.h"

G_BEGIN_DECLS

typedef struct _MouXlsxManifest MouXlsxManifest;

MouXlsxManifest *mou_xlsx_manifest_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mou_xlsx_manifest_free (MouXlsxManifest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouXlsxManifest, mou_xlsx_manifest_free)

/* Everything that follows belongs to this sheet. */
void mou_xlsx_manifest_add_sheet (MouXlsxManifest *self, const char *name);
/* A cell of the current sheet, in any order; a second one at the same place replaces the first. `text` as
 * mou_xlsx_text_for_cell made it. `formula` without the leading '=', NULL for none. */
void mou_xlsx_manifest_add_text (MouXlsxManifest *self, guint row, guint column, const char *text, const char *formula);
void mou_xlsx_manifest_add_number (MouXlsxManifest *self, guint row, guint column, double number, const char *formula);
void mou_xlsx_manifest_add_merged (MouXlsxManifest *self);

/* TRUE when the workbook has these sheets in this order with exactly these cells and as many merged ranges, and every XML part
 * of it is whole. The error names the first difference. */
gboolean mou_xlsx_manifest_verify (MouXlsxManifest *self, const char *path, GError **error);

/* A cell of a workbook that people have had in their hands. */
typedef struct {
  char *sheet;
  char *cell;     /* "B12" */
  char *found;    /* NULL: nothing is there */
  char *expected; /* NULL: nothing was written there */
} MouXlsxDifference;

void mou_xlsx_difference_free (MouXlsxDifference *self);
/* Compares values, sheet by sheet and row by row: *differences gets the first `limit` MouXlsxDifference, *n_differences counts all. Any
 * program may have saved the workbook since, so formulas are not compared, numbers may differ in the tenth digit, and sheets of
 * other names are ignored. Numbers are told with the four places of a score where that tells them apart. */
gboolean mou_xlsx_manifest_compare (MouXlsxManifest *self, const char *path, guint limit, GPtrArray **differences, guint *n_differences,
                                    GError **error);

G_END_DECLS
