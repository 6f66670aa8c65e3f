/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-fiscal-year: the Buddhist Era year of an agreement and the days it spans.
 *
 * Fiscal year 2567 with start month 10 runs from 1 October 2566 (2023-10-01) to 30 September 2567 (2024-09-30). Dates are ISO
 * text in the Common Era; years are Buddhist Era integers. Pure; anyone may call. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOU_FISCAL_YEAR_MIN 2400
#define MOU_FISCAL_YEAR_MAX 2999
#define MOU_BUDDHIST_ERA_OFFSET 543

/* Four digits, Thai or Arabic; FALSE with an error outside MIN..MAX (a Common Era year is refused by name). */
gboolean mou_fiscal_year_parse (const char *text, int *out, GError **error);
/* First and last day, as "YYYY-MM-DD"; start_month 1..12. A year that starts in January begins in the year of its name. */
char *mou_fiscal_year_first_day (int year, int start_month) G_GNUC_WARN_UNUSED_RESULT;
char *mou_fiscal_year_last_day (int year, int start_month) G_GNUC_WARN_UNUSED_RESULT;
/* TRUE for a real calendar day "YYYY-MM-DD". */
gboolean mou_date_is_valid (const char *iso);
/* "30 กันยายน 2567" from "2024-09-30"; NULL when the date is not valid. */
char *mou_date_format_thai (const char *iso, gboolean thai_digits) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
