/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-file: how a workbook gets to the disk whole, or not at all.
 *
 * It is made in memory, copied into a private folder beside the target, checked there by the caller, synced, and renamed over what
 * was there. A failure leaves what was there. Private to src/xlsx. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the file `path`, which does not exist or is empty; `folder` is for temporary files. */
typedef gboolean (*MouXlsxMake) (const char *path, const char *folder, gpointer data, GError **error);

/* Runs `make` on a file in memory, where numbers are printed as in C, and copies it to `path`. libxlsxwriter prints to standard
 * error, and forgets the reason, when its own file cannot be written. */
gboolean mou_xlsx_file_make (const char *path, const char *folder, MouXlsxMake make, gpointer data, GError **error);
/* Runs `make` in a folder beside `path` and puts what it made in the place of `path`. Every error names `path`. */
gboolean mou_xlsx_file_replace (const char *path, MouXlsxMake make, gpointer data, GError **error);

G_END_DECLS
