/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-evaluation: what the files of the form `evaluation` share. Private to src/report. */
#pragma once

#include "mou-report-form.h"

#include <string.h>

G_BEGIN_DECLS

#define MOU_EVALUATION_HEAD_ROWS 2

typedef struct {
  const MouAgreement *agreement;
  const MouEvaluation *evaluation;
  gboolean values_only;
  MouReportDocument *document;
  MouReportTable *table;
  /* Columns; -1 for one that is left out. */
  gint weight, effective, first_level, actual, deduction, score, counted, weighted, remark;
} EvaluationForm;

/* Digits to show: all of a number that ends, else `decimals`. */
int mou_report_choose_places (const MouRatio *ratio, int decimals);
/* Actual, score, counted weight and weighted score of a leaf. */
void mou_report_set_leaf_scores (EvaluationForm *self, guint row, guint node);
/* The same of all groups, deductions of the total, and the total's row. */
void mou_report_set_group_scores (EvaluationForm *self);

G_END_DECLS
