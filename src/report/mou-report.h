/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report: makes a report file of an agreement: form × renderer (DESIGN section 7).
 *
 * The result is written to a temporary beside the target, re-read and compared, synced and renamed; a failure leaves what was
 * there. The same input gives the same bytes. Callers: cli, ui. */
#pragma once

#include "mou-engine.h"

G_BEGIN_DECLS

#define MOU_REPORT_ERROR (mou_report_error_quark ())
GQuark mou_report_error_quark (void);
typedef enum { MOU_REPORT_ERROR_REFUSED /* content or options */, MOU_REPORT_ERROR_SYSTEM /* disk, permission, verification */ } MouReportError;

typedef enum { MOU_FORM_AGREEMENT, MOU_FORM_EVALUATION, MOU_N_FORMS } MouReportForm;
typedef enum { MOU_RENDER_XLSX, MOU_RENDER_TEXT } MouReportRenderer;

typedef struct {
  MouReportForm form;
  MouReportRenderer renderer;
  gboolean thai_digits;
  gboolean values_only; /* no formulas */
  const char *seal;     /* of the agreement, printed on every page; NULL for none */
  const char *evaluation_seal; /* beside it on the form of the evaluation; NULL for none */
  const char *font;     /* NULL: TH SarabunPSK */
} MouReportOptions;

/* `evaluation` is needed by every form but AGREEMENT. Progress 0..1 is told through `progress`, which may be NULL. */
typedef void (*MouReportProgress) (double fraction, gpointer data);
gboolean mou_report_write (const MouAgreement *agreement, const MouEvaluation *evaluation, const MouReportOptions *options,
                           const char *path, MouReportProgress progress, gpointer data, GError **error);
/* The text renderer's output; never fails. */
char *mou_report_to_text (const MouAgreement *agreement, const MouEvaluation *evaluation, const MouReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;
const char *mou_report_form_get_key (MouReportForm form);
/* MOU_N_FORMS when unknown: "agreement", "evaluation". */
MouReportForm mou_report_form_lookup (const char *key);

G_END_DECLS
