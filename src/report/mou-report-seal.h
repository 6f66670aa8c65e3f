/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-seal: the seals that a report carries, read back from the file. Callers: cli, ui. */
#pragma once

#include "mou-report.h"

G_BEGIN_DECLS

/* The names of the workbook's properties, and what stands before each seal in a text. */
#define MOU_REPORT_SEAL_PROPERTY "MOU seal"
#define MOU_REPORT_SEAL_LABEL "รหัสตรวจสอบ"
#define MOU_REPORT_EVALUATION_SEAL_PROPERTY "MOU evaluation seal"
#define MOU_REPORT_EVALUATION_SEAL_LABEL "รหัสผลประเมิน"
/* Which form it is, and a number that changes when the form comes out otherwise for the same content. */
#define MOU_REPORT_FORM_PROPERTY "MOU form"
#define MOU_REPORT_FORM_VERSION 1

typedef enum { MOU_REPORT_FILE_WORKBOOK, MOU_REPORT_FILE_TEXT, MOU_REPORT_FILE_JSON } MouReportFile;

typedef struct {
  MouReportFile file;
  MouReportForm form; /* MOU_N_FORMS: of a workbook, not as this version writes it; of others, not known */
  char *agreement;  /* as mou_canon_seal writes it; NULL when it carries only the other */
  char *evaluation; /* NULL on the form of the agreement */
} MouReportSeals;

void mou_report_seals_clear (MouReportSeals *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MouReportSeals, mou_report_seals_clear)

/* From a workbook, a text or an evaluation in JSON that this program wrote, whoever saved it again since. FALSE with MOU_REPORT_ERROR
 * when it cannot be read, or carries none. */
gboolean mou_report_read_seals (const char *path, MouReportSeals *seals, GError **error);

G_END_DECLS
