/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-strings: the table of shared strings, and text gathered within the limit of a cell. Private to src/xlsx. */
#pragma once

#include "mou-xlsx-zip.h"

G_BEGIN_DECLS

/* The strings in order, as they shall be shown (runs joined, phonetic hints left out, escapes decoded). */
GPtrArray *mou_xlsx_strings_read (MouXlsxZip *zip, const char *part, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Appends, unless the text grows past what a cell may hold. */
gboolean mou_xlsx_strings_gather (GString *text, const char *more, int length, GError **error);
/* What `gathered` says once decoded, or NULL with an error when it is longer than a cell. */
char *mou_xlsx_strings_decode (const GString *gathered, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
