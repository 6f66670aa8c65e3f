/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-json-evaluation: evaluations and findings as JSON and CSV for scripts (interchange.md sections 2 and 3). Write only. */
#pragma once

#include "mou-check.h"
#include "mou-engine.h"

G_BEGIN_DECLS

/* Measured values and weights have at most so many decimals; scores have MOU_SCORE_PLACES. */
#define MOU_JSON_VALUE_PLACES 10

/* `seal`: the evaluation's, as mou_canon_seal writes it; NULL leaves it out. */
char *mou_json_evaluation_write (const MouEvaluation *evaluation, const char *seal) G_GNUC_WARN_UNUSED_RESULT;
char *mou_json_findings_write (GPtrArray *findings) G_GNUC_WARN_UNUSED_RESULT;
/* One record an indicator, the total last; RFC 4180 with a BOM and CRLF; safe against formula injection. */
char *mou_csv_evaluation_write (const MouEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
