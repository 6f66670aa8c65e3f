/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-csv: comma-separated values both ways (reliability.md sections 4 and 5).
 *
 * Written: UTF-8 with a byte order mark, CRLF, every field quoted, and an apostrophe before a text that a spreadsheet would run as
 * a formula; reading takes that apostrophe away again, so a text that has one of its own gets a second. Read: UTF-8, UTF-16 with
 * its mark, or TIS-620; comma, semicolon or tab; any line break. Callers: this folder. */
#pragma once

#include "mou-grid.h"

G_BEGIN_DECLS

#define MOU_CSV_CELLS_MAX 2000000
#define MOU_CSV_COLUMNS_MAX 16384
#define MOU_CSV_CELL_BYTES_MAX 100000

/* What it was found to be: names for people, static. */
typedef struct {
  const char *encoding;  /* "UTF-8", "UTF-16", "TIS-620" */
  const char *separator; /* ",", ";", "\t" */
} MouCsvDialect;

/* Valid UTF-8 without a byte order mark; MOU_EXCHANGE_ERROR_REFUSED when it is none of the three. */
char *mou_csv_decode (const char *bytes, gsize length, const char **encoding, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* `dialect` may be NULL. The error begins with the line. */
MouGrid *mou_csv_parse (const char *bytes, gsize length, MouCsvDialect *dialect, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  GString *text;
  gboolean is_first; /* no field yet in this record */
} MouCsvWriter;

void mou_csv_writer_init (MouCsvWriter *self);
/* A text that anybody may have written; NULL is empty. */
void mou_csv_writer_add_text (MouCsvWriter *self, const char *text);
/* A number, or another text of our own. */
void mou_csv_writer_add_plain (MouCsvWriter *self, const char *text);
void mou_csv_writer_end_record (MouCsvWriter *self);
char *mou_csv_writer_finish (MouCsvWriter *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
