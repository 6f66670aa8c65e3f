/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-text: makes any string safe for one place of a workbook.
 *
 * libxlsxwriter writes what it is given and reports success where the result is not well-formed or reads as something else, so
 * every string passes here first. Invalid UTF-8, control characters and U+FFFE/U+FFFF become U+FFFD; CR LF and CR become a line
 * feed; lengths are counted in UTF-16 units, as the format does, and a text that is cut ends in "…". Pure; NULL is "". Callers:
 * report, exchange, and the reader and the writer here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOU_XLSX_CELL_UNITS_MAX 32767
#define MOU_XLSX_PROPERTY_UNITS_MAX 255
#define MOU_XLSX_SHEET_NAME_UNITS_MAX 31

/* The text that a reader of the workbook shall find in the cell. */
char *mou_xlsx_text_for_cell (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* `cell_text`, as mou_xlsx_text_for_cell made it, in the spelling of the file: a literal "_x0041_" is escaped, lest it be read
 * as "A". It is never longer than a cell allows. */
char *mou_xlsx_text_escape (const char *cell_text) G_GNUC_WARN_UNUSED_RESULT;
/* The inverse, for reading. */
char *mou_xlsx_text_unescape (const char *stored) G_GNUC_WARN_UNUSED_RESULT;
/* One line, for a document property. */
char *mou_xlsx_text_for_property (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* One line inside a page header or footer: "&" is doubled. At most `units_max` UTF-16 units. */
char *mou_xlsx_text_for_header (const char *text, gsize units_max) G_GNUC_WARN_UNUSED_RESULT;
/* A legal sheet name: no []:*?/\, no quote at either end, never blank (then `fallback`, which must be legal). */
char *mou_xlsx_text_for_sheet_name (const char *text, const char *fallback) G_GNUC_WARN_UNUSED_RESULT;
/* UTF-16 units of valid UTF-8. */
gsize mou_xlsx_text_count_units (const char *text);

G_END_DECLS
