/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-xml: one XML part of a workbook through expat, streaming and bounded.
 *
 * A DOCTYPE is refused, the depth is limited, and only elements of the spreadsheet's and the packaging namespaces are named;
 * all others reach the handlers as "". Private to src/xlsx. */
#pragma once

#include "mou-xlsx-zip.h"

G_BEGIN_DECLS

#define MOU_XLSX_DEPTH_MAX 64

/* Each may be NULL. FALSE with an error, a reason without file or part, ends the reading. */
typedef struct {
  gboolean (*start) (const char *name, const char **attributes, gpointer data, GError **error);
  gboolean (*end) (const char *name, gpointer data, GError **error);
  gboolean (*text) (const char *text, int length, gpointer data, GError **error);
} MouXlsxXmlHandlers;

/* Any error names the file, the part and the line. */
gboolean mou_xlsx_xml_read (MouXlsxZip *zip, const char *part, const MouXlsxXmlHandlers *handlers, gpointer data, GError **error);
/* The attribute without a namespace; NULL when absent. */
const char *mou_xlsx_xml_get_attribute (const char **attributes, const char *name);
/* The attribute of that local name in whatever namespace, such as r:id. */
const char *mou_xlsx_xml_get_foreign_attribute (const char **attributes, const char *name);
/* For handlers: FALSE with MOU_XLSX_ERROR_REFUSED. */
gboolean mou_xlsx_xml_refuse (GError **error, const char *reason);

G_END_DECLS
