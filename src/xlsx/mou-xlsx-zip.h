/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-zip: the parts of a workbook's zip archive, read without trusting any of it.
 *
 * Opening lists the central directory and refuses what no honest workbook has; reading streams one part, checks its CRC and counts
 * what comes out against the limits of the whole archive. Nothing is unpacked to disk. Private to src/xlsx. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOU_XLSX_FILE_BYTES_MAX (50 * 1024 * 1024)
#define MOU_XLSX_ENTRIES_MAX 2000
#define MOU_XLSX_PART_BYTES_MAX (128 * 1024 * 1024)
#define MOU_XLSX_SUM_BYTES_MAX (256 * 1024 * 1024)
#define MOU_XLSX_RATIO_MAX 200
#define MOU_XLSX_RATIO_FREE_BYTES (1024 * 1024)

typedef struct _MouXlsxZip MouXlsxZip;

MouXlsxZip *mou_xlsx_zip_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mou_xlsx_zip_free (MouXlsxZip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouXlsxZip, mou_xlsx_zip_free)

/* For messages: the path as it was given. */
const char *mou_xlsx_zip_get_path (MouXlsxZip *self);
/* The names of all parts, in archive order; borrowed. */
GPtrArray *mou_xlsx_zip_get_parts (MouXlsxZip *self);

/* Receives the next bytes of a part; FALSE with an error ends the reading. */
typedef gboolean (*MouXlsxSink) (const char *bytes, gsize length, gpointer data, GError **error);
/* Part names compare without regard to ASCII case, as the packaging rules say. */
gboolean mou_xlsx_zip_read (MouXlsxZip *self, const char *part, MouXlsxSink sink, gpointer data, GError **error);

G_END_DECLS
