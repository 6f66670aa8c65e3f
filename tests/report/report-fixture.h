/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* report-fixture: agreements to report on, and the cells of what was written. */
#pragma once

#include "mou-report-form.h"
#include "mou-xlsx-reader.h"

/* The one agreement of the JSON. */
MouAgreement *report_fixture_parse (const char *json);
/* The sample of that name. */
MouAgreement *report_fixture_load (const char *name);
/* A small agreement: `indicators` and `more` (assessments and so on, beginning with a comma) are JSON. */
MouAgreement *report_fixture_make (const char *indicators, const char *more);
/* Its last assessment. */
MouEvaluation *report_fixture_evaluate (MouAgreement *agreement);

/* The first table of the document's section `section`. */
MouReportTable *report_fixture_get_table (const MouReportDocument *document, guint section);
/* What the cell shows. */
char *report_fixture_show (const MouReportTable *table, guint row, guint column);
void report_fixture_assert_cell (const MouReportTable *table, guint row, guint column, const char *expected);
/* The row whose first cell begins with `text`. */
guint report_fixture_find_row (const MouReportTable *table, const char *text);
/* The column whose title, in either head row, is `title`. */
guint report_fixture_find_column (const MouReportTable *table, const char *title);

/* Every cell of a workbook: "sheet!row,column" → its text. */
GHashTable *report_fixture_read_workbook (const char *path);
