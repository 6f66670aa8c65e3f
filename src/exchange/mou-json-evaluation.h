/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-json-evaluation: evaluations and findings as JSON and CSV for scripts (interchange.md sections 2 and 3). Write only. */
#pragma once

#include "mou-check.h"
#include "mou-engine.h"

G_BEGIN_DECLS

char *mou_json_evaluation_write (const MouEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;
char *mou_json_findings_write (GPtrArray *findings) G_GNUC_WARN_UNUSED_RESULT;
/* RFC 4180 with a BOM and CRLF; safe against formula injection. */
char *mou_csv_evaluation_write (const MouEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
