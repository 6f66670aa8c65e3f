/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* criterion-fixture: an indicator and its result from two short texts, "kind=linear;levels=1|2|3" and "value=2.5".
 *
 * Of an indicator: kind, levels, measure (its levels), gap, weight, formula, variable, gate ("2", or "2~" pro rata), item (a weight),
 * rebase ("from>to"). Of a result: value, level, state, reason, var ("a:1"), gate ("2:0.8"), item ("1:0.5"), and past, which stands in the
 * history of CRITERION_YEAR. Keys may repeat; "." alone means nothing. */
#pragma once

#include "mou-engine.h"
#include "register-fixture.h"

G_BEGIN_DECLS

#define CRITERION_YEAR 2566

/* Below `group` (0: a root); the id. */
gint64 criterion_fixture_add_indicator (MouRegister *rows, gint64 agreement, gint64 group, const char *code, const char *text);
/* Of `assessment`; a result with a "past" makes no row there. */
void criterion_fixture_add_result (MouRegister *rows, gint64 assessment, gint64 indicator, const char *text);
/* TRUE when the text has a "past". */
gboolean criterion_fixture_is_past (const char *result);
/* An agreement on `scale` with one empty assessment, a back-test of CRITERION_YEAR when `backtest`. */
gint64 criterion_fixture_add_agreement (MouRegister *rows, const char *scale, gboolean backtest, gint64 *assessment);
/* Scores the last assessment of the only agreement. */
MouEvaluation *criterion_fixture_evaluate (MouRegister *rows) G_GNUC_WARN_UNUSED_RESULT;

/* "7/2", or "." for NULL. */
char *criterion_fixture_exact (const MouRatio *ratio) G_GNUC_WARN_UNUSED_RESULT;
/* With `places` digits, or "." for NULL. */
char *criterion_fixture_rounded (const MouRatio *ratio, int places) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
