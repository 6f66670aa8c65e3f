/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-what-if: the scores as they would be with some actual values replaced (scoring.md section 7).
 *
 * Nothing is written anywhere: an evaluation of a derived assessment comes back, and the snapshot, which nobody changes, is shared. Its
 * assessment has the kind WHAT_IF, the id 0, and the name of the one asked about. Anyone may call. */
#pragma once

#include "mou-engine.h"

G_BEGIN_DECLS

/* `value` replaces what was reported of a leaf: its value, or its variables, its picked level or its checklist items, in whose place the
 * number then stands. Gates stay as they are. Of a judged or score indicator it is the score, of a checklist the percentage. */
typedef struct {
  gint64 indicator;
  MouDecimal value;
} MouWhatIfValue;

/* Results, states and deductions that are not asked about are those of `base`. Where `base` is a back-test, the years' results are, and a
 * value means what a past result would: of a gated or checklist indicator the score. Where `base` assesses nothing, only the values given
 * are scored. The last of several values for one indicator counts; an indicator that is no leaf of the agreement is passed over. The
 * evaluation keeps `base` alive. */
MouEvaluation *mou_what_if_evaluate (MouEvaluation *base, const MouWhatIfValue *values, guint n_values) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
