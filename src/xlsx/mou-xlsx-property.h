/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-property: one custom property of a workbook that anyone may have made. Bounded as the reader is. Callers: report. */
#pragma once

#include <glib.h>

#include "mou-xlsx-error.h"

G_BEGIN_DECLS

/* *value (owned): the text of the custom property called `name`; NULL when the workbook has none. */
gboolean mou_xlsx_property_read (const char *path, const char *name, char **value, GError **error);

G_END_DECLS
