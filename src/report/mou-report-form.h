/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-form: from a snapshot to a document, one builder a form, and what the forms have in common.
 *
 * The words of a form are Thai: they are what is printed, not what a user interface says. Private to src/report. */
#pragma once

#include "mou-report-blocks.h"
#include "mou-report.h"

G_BEGIN_DECLS

MouReportDocument *mou_report_build_agreement (const MouAgreement *agreement, const MouReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;
MouReportDocument *mou_report_build_evaluation (const MouAgreement *agreement, const MouEvaluation *evaluation,
                                                const MouReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/* Whichever of them the options name. */
MouReportDocument *mou_report_build (const MouAgreement *agreement, const MouEvaluation *evaluation, const MouReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

/* A folder of temporary files, which the workbook library leaves behind when it fails, and all that is in it. */
void mou_report_remove_folder (const char *folder);

/* The document without sections, its creation dated by the fiscal year. */
MouReportDocument *mou_report_start_document (const MouAgreement *agreement, const char *title, const MouReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
/* Each a TITLE, "… ประจำปีบัญชี …" on a line of its own. */
void mou_report_add_title (MouReportSection *section, const char *title);

/* Two rows of column titles; each column is then given its own by one of the next three. */
void mou_report_start_head (MouReportTable *table);
void mou_report_set_head (MouReportTable *table, guint column, const char *title);
/* A title over `n` columns, whose own titles are in the second row. */
void mou_report_set_head_over (MouReportTable *table, guint column, guint n, const char *title);
/* The same over the levels of the scale. */
void mou_report_set_head_over_levels (MouReportTable *table, guint column, const MouAgreement *agreement);

/* "1. การดำเนินงานตามยุทธศาสตร์", "1.1 โครงการ…". */
char *mou_report_describe_indicator (const MouIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;
/* A row for the indicator, GROUP or LEAF, with code, name and unit in columns 0 and 1; returns its index. */
guint mou_report_add_indicator_row (MouReportTable *table, const MouAgreement *agreement, guint node);
/* As typed. */
void mou_report_set_weight (MouReportTable *table, guint row, guint column, const MouIndicator *indicator);
/* The levels of `levels`, from `column` on; those the form prints where an indicator has none of its own. */
void mou_report_set_levels (MouReportTable *table, guint row, guint column, const MouAgreement *agreement, const MouIndicator *indicator,
                            const MouLevels *levels);

G_END_DECLS
