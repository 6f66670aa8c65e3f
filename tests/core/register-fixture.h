/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* register-fixture: registers for tests, from compact tables.
 *
 * Values are normalised as typed ones are, and a value that is refused aborts the test. Any suite may link it. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

#define FIXTURE_N_LEVELS 5
#define FIXTURE_N_YEARS 5

/* Levels: "96.0", "<96.0", "“words”" or NULL for absent. History, oldest first: "27.12", "27.12*" provisional, "27.12*1" with
 * the number of its note, "-", "N/A" or NULL for blank; the last year is the one before the agreement's. */
typedef struct {
  const char *code; /* stands below the indicator whose code is this one without its last part */
  const char *name;
  const char *kind;
  const char *unit;
  const char *weight;
  const char *levels[FIXTURE_N_LEVELS];
  const char *notation;
  const char *history[FIXTURE_N_YEARS];
} FixtureIndicator;

/* A row after its last sibling; key and value pairs follow, ended by NULL. Returns its id. */
gint64 fixture_add (MouRegister *rows, MouEntity entity, gint64 parent, ...) G_GNUC_NULL_TERMINATED;
/* NULL value: absent. */
void fixture_set (MouRegister *rows, gint64 row, const char *key, const char *value);
/* Only this row, even when others refer to it. */
void fixture_remove (MouRegister *rows, gint64 row);

/* An organisation "กปน." with a signed-for agreement of 2567; returns the agreement. */
gint64 fixture_add_agreement (MouRegister *rows);
void fixture_add_indicators (MouRegister *rows, gint64 agreement, const FixtureIndicator *indicators, guint n_indicators);

/* Rows 1.1, 1.2, 2.2.1, 2.3 and 2.4 of the real agreement, as printed or as its notations imply, and enablers up to weight 100. */
MouRegister *fixture_new_sample (gboolean as_printed) G_GNUC_WARN_UNUSED_RESULT;
/* A valid register full of everything; keys come from small pools, so that two of them overlap. The same seed gives the same
 * rows. */
MouRegister *fixture_new_random (guint32 seed) G_GNUC_WARN_UNUSED_RESULT;
/* `n_indicators` leaves in groups of 20, with levels, history and variables: 15 rows each. */
MouRegister *fixture_new_large (guint n_indicators) G_GNUC_WARN_UNUSED_RESULT;

/* Text that has broken spreadsheets somewhere: formulas, escapes, controls, noncharacters, marks, and as much as a cell holds. Valid
 * UTF-8; every number gives another. */
char *fixture_make_hostile_text (guint number) G_GNUC_WARN_UNUSED_RESULT;

/* The only agreement of the register. */
gint64 fixture_get_agreement (MouRegister *rows);
/* The indicator with that code; aborts when there is none. */
gint64 fixture_get_indicator (MouRegister *rows, const char *code);
/* A child row by its key. */
gint64 fixture_get_child (MouRegister *rows, gint64 parent, MouEntity entity, const char *key);

G_END_DECLS
