/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-render: a document of blocks as a workbook or as text. Private to src/report. */
#pragma once

#include "mou-report-blocks.h"
#include "mou-report.h"
#include "mou-xlsx-verify.h"

G_BEGIN_DECLS

/* Told when the workbook is written, before it is read back. */
#define MOU_PROGRESS_WRITTEN 0.7

/* Writes a new file at `path`, using `folder` for temporary files, and reads it back: TRUE means that the file says exactly what
 * the document says. On failure the file may be left, half written. Errors are MOU_REPORT_ERROR and do not name
 * the file. */
gboolean mou_render_xlsx (const MouReportDocument *document, const char *path, const char *folder, MouReportProgress progress,
                          gpointer data, GError **error);
/* What the workbook of the document would say, to be held against one that was written before. */
MouXlsxManifest *mou_render_xlsx_manifest (const MouReportDocument *document, const char *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Lines of plain text, tables aligned for a fixed-width font. */
char *mou_render_text (const MouReportDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
