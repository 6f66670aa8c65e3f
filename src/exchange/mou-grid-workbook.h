/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-grid-workbook: all sheets of a workbook as grids. Bounded as mou-xlsx-reader is. Callers: this folder. */
#pragma once

#include "mou-grid.h"

G_BEGIN_DECLS

/* MouGrid, in the order of the sheets. The error begins with the file's name. */
GPtrArray *mou_grid_load_workbook (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
