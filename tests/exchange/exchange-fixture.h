/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* exchange-fixture: agreements for the tests of evaluations, from JSON text. */
#pragma once

#include "mou-json-agreement.h"
#include "mou-engine.h"

G_BEGIN_DECLS

/* The sample of that name, evaluated by its last assessment. */
MouEvaluation *exchange_fixture_evaluate_sample (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* An agreement with these `indicators` (JSON array) and one assessment with these `results` (JSON object) and `more` keys. */
MouEvaluation *exchange_fixture_evaluate (const char *indicators, const char *results, const char *more) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
