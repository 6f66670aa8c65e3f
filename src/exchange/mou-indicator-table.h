/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-indicator-table: the indicators of an agreement as one flat table, as planners paste it around: code, group, name, unit,
 * weight, kind, notation, the levels, the past results.
 *
 * Read from a CSV, or from a sheet of a workbook that is not one of ours. The heading is the first row that has a column of codes;
 * columns may stand in any order, be called by their keys or by their names in English or Thai, and be missing: what a missing
 * column would say stays as it is. An empty cell takes the value away. Rows are found by their code; a new one is of the kind
 * that its column says, else a group where other codes begin with its own, else linear, and stands in the group that its column or
 * else its code names. Callers: cli, ui, mou-import. */
#pragma once

#include "mou-grid.h"
#include "mou-register.h"

G_BEGIN_DECLS

/* As CSV. */
char *mou_indicator_table_write (MouRegister *rows, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;

gboolean mou_indicator_table_recognise (const MouGrid *grid);
/* A copy of `base` into which the table was read, of that agreement; NULL with an error that names place and reason. */
MouRegister *mou_indicator_table_read (const MouGrid *grid, MouRegister *base, gint64 agreement, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
