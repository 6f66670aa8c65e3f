/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-compare: whether a report that people have had in their hands still says what it said when it was written.
 *
 * The seal of a report tells which content it claims to carry; whether it carries it shows only when the report is made again from that
 * content and the two are compared: a code stays where it is when somebody edits a cell. Callers: cli, ui. */
#pragma once

#include "mou-report-seal.h"
#include "mou-report.h"

G_BEGIN_DECLS

typedef struct {
  char *place;    /* "ผลประเมิน!B12" of a workbook, "line 12" of a text */
  char *found;    /* in the report; NULL: nothing is there */
  char *expected; /* by the register; NULL: nothing */
} MouReportDifference;

void mou_report_difference_free (MouReportDifference *self);
/* Whether the report at `path`, which carries `seals`, says what it would if it were written from `rows` now: the agreement, or, with an
 * `assessment`, the evaluation, in whichever digits, with formulas or values, come closest. *differences gets the first `limit` MouReportDifference,
 * *n_differences counts all. Values are compared, not formulas or looks. FALSE with MOU_REPORT_ERROR. */
gboolean mou_report_compare (MouRegister *rows, gint64 agreement, gint64 assessment, const MouReportSeals *seals, const char *path,
                             guint limit, GPtrArray **differences, guint *n_differences, GError **error);
/* FALSE where only the seals can be compared: the workbook is of a version that wrote the form otherwise, or it is JSON. */
gboolean mou_report_can_compare (const MouReportSeals *seals);

G_END_DECLS
