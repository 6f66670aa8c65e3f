/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* document-fixture: a small agreement, imported as one entry, in a document whose state directory is a temporary one.
 *
 *   1    การดำเนินงานตามยุทธศาสตร์   group    26
 *   1.1  โครงการปรับปรุงท่อ          linear   10   1100 1150 1200 1250 1300  -/+50   history 2562 .. 2566
 *   1.2  แผนแม่บท                    judged   16   five worded levels
 *   2    ผลการดำเนินงาน              group    74
 *   2.1  รายได้                      linear   74
 *
 * and two assessments: the enterprise's own, and the back-test of 2566, which is the last. */
#pragma once

#include "mou-document-edits.h"

typedef struct {
  char *state_dir;
  MouDocument *document;
  gint64 agreement;
  gint64 strategy; /* 1 */
  gint64 pipes;    /* 1.1 */
  gint64 plan;     /* 1.2 */
  gint64 results;  /* 2 */
  gint64 income;   /* 2.1 */
  gint64 own;      /* assessment */
  gint64 backtest; /* assessment */
  guint n_changed; /* emissions of "changed" since it was last set to 0 */
} Fixture;

void fixture_init (Fixture *self);
void fixture_clear (Fixture *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* The canonical text of all there is. */
char *fixture_text (MouDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* Fails with the first line that is not as expected. */
void fixture_assert_text (MouDocument *document, const char *expected);
/* An empty directory, and its removal with all it holds. */
char *fixture_make_directory (void) G_GNUC_WARN_UNUSED_RESULT;
void fixture_remove_directory (const char *path);
/* A field of a row, as stored. */
const char *fixture_get (MouDocument *document, gint64 row, int field);
/* The codes of the shown agreement in printed order: "1 1.1 1.2 2 2.1". */
char *fixture_codes (MouDocument *document) G_GNUC_WARN_UNUSED_RESULT;
