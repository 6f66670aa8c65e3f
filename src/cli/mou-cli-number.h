/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-cli-number: exact numbers as the tables of `mou` print them, and numbers given for an indicator on the command line. */
#pragma once

#include "mou-cli-open.h"

G_BEGIN_DECLS

/* Four places; NULL for NULL. */
char *mou_cli_format_score (const MouRatio *ratio) G_GNUC_WARN_UNUSED_RESULT;
/* Thousands commas, four places at most; NULL for NULL. */
char *mou_cli_format_value (const MouRatio *ratio) G_GNUC_WARN_UNUSED_RESULT;

/* What is drawn or spread rather than exact; a point whatever the locale. */
char *mou_cli_format_figure (double number, int places) G_GNUC_WARN_UNUSED_RESULT;

/* "2.4=26.00": the leaf of the chosen agreement, and the number. */
gboolean mou_cli_parse_pair (const MouCliSource *source, const char *text, guint *node, MouDecimal *value, GError **error);

G_END_DECLS
