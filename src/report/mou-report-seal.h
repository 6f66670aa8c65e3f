/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-seal: the seal that a report carries, read back from the file. Callers: cli, ui. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name of the workbook's property, and what stands before the seal in a text. */
#define MOU_REPORT_SEAL_PROPERTY "MOU seal"
#define MOU_REPORT_SEAL_LABEL "รหัสตรวจสอบ"

/* As mou_canon_seal writes it, from a workbook or a text that this program wrote, whoever saved it again since. NULL with
 * MOU_REPORT_ERROR when it cannot be read, or carries none. */
char *mou_report_read_seal (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
