/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of checks share: the run that collects findings, and the check functions themselves.
 *
 * A check looks at one indicator or at the whole agreement and adds what it finds. A new check is one function here and one
 * line in a table of mou-check.c. Callers: mou-check*.c. */
#pragma once

#include "mou-check.h"
#include "mou-ratio.h"

G_BEGIN_DECLS

/* Where a finding stands in print when it is about no indicator. */
#define MOU_CHECK_HEAD (-1)
#define MOU_CHECK_RESULTS G_MAXINT

typedef struct _MouCheckRun MouCheckRun;
struct _MouCheckRun {
  const MouAgreement *agreement;
  int first_year; /* of the columns of past results in use; after last_year when there are none */
  int last_year;
  GArray *found;
};

/* Takes the strings and the fix of `finding`, where `found` and `expected` are canonical and the message is for people; `node` is the index it is printed at, or one of the places above. */
void _mou_check_add (MouCheckRun *run, int node, MouFinding finding);
/* A fix that sets one field of a row. */
MouFix *_mou_fix_new (MouEntity entity, gint64 row, gint64 parent, int field, const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* The indicator of `node`. */
const MouIndicator *_mou_check_get_indicator (const MouCheckRun *run, int node);

/* One indicator. */
typedef void (*MouCheckIndicator) (MouCheckRun *run, int node);
void _mou_check_weight (MouCheckRun *run, int node);
void _mou_check_parent_weight (MouCheckRun *run, int node);
void _mou_check_levels (MouCheckRun *run, int node);
void _mou_check_words (MouCheckRun *run, int node);
void _mou_check_direction (MouCheckRun *run, int node);
void _mou_check_notation (MouCheckRun *run, int node);
void _mou_check_name_and_unit (MouCheckRun *run, int node);
void _mou_check_gates (MouCheckRun *run, int node);
void _mou_check_formula (MouCheckRun *run, int node);
void _mou_check_history_gap (MouCheckRun *run, int node);
void _mou_check_targets (MouCheckRun *run, int node);

/* The agreement. */
typedef void (*MouCheckWhole) (MouCheckRun *run);
void _mou_check_weights_sum (MouCheckRun *run);
void _mou_check_parties (MouCheckRun *run);
void _mou_check_duplicates (MouCheckRun *run);
void _mou_check_history_columns (MouCheckRun *run);
void _mou_check_notes (MouCheckRun *run);
void _mou_check_assessments (MouCheckRun *run);

G_END_DECLS
