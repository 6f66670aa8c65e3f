/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-definitions: the section คำจำกัดความ/สูตรการคำนวณ of an agreement. Private to src/report. */
#pragma once

#include "mou-report-form.h"

G_BEGIN_DECLS

/* Nothing when no indicator has a definition, formula, condition, gate, item or measure. */
void mou_report_add_definitions (MouReportDocument *document, const MouAgreement *agreement);
/* "paid / approved * 100" in the words of the variables: "ยอดเบิกจ่าย ÷ วงเงินอนุมัติ × 100". */
char *mou_report_word_formula (const MouIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
