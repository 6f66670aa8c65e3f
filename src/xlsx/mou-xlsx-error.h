/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-error: the one error domain of xlsx.
 *
 * Messages are whole localised sentences that begin with the file's name; callers branch on the code only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOU_XLSX_ERROR (mou_xlsx_error_quark ())
GQuark mou_xlsx_error_quark (void);

typedef enum {
  MOU_XLSX_ERROR_REFUSED, /* the workbook: not one, damaged, hostile, beyond a limit, or not what was sent */
  MOU_XLSX_ERROR_SYSTEM,  /* reading it failed */
} MouXlsxError;

G_END_DECLS
