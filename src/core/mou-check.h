/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-check: everything a careful reader would question in an agreement (scoring.md section 8).
 *
 * A finding names its place by row and field, so that the window can go there, and carries a fix where changing one value
 * makes it right. Checks never change anything. Anyone may call. */
#pragma once

#include "mou-agreement.h"

G_BEGIN_DECLS

typedef enum { MOU_SEVERITY_ERROR, MOU_SEVERITY_WARNING, MOU_SEVERITY_HINT } MouSeverity;

/* Setting one field of one row; row 0 means: insert a row of `entity` under `parent` with `key` as its KEY field. */
typedef struct {
  MouEntity entity;
  gint64 row;
  gint64 parent;
  char *key;
  int field;
  char *value; /* canonical */
} MouFix;

typedef struct {
  const char *code; /* static: "weights-sum", "notation-disagrees", … */
  MouSeverity severity;
  MouEntity entity;
  gint64 row;      /* the row it is about; 0: one that is missing */
  gint64 indicator; /* the indicator the row belongs to; 0 when none */
  int field;       /* field of `entity`, or -1 */
  char *place;     /* "2.4/level/4", "agreement/parties" */
  char *found;     /* or NULL */
  char *expected;  /* or NULL */
  char *message;   /* a localised sentence that says what, where, and what to do */
  MouFix *fix;     /* or NULL */
} MouFinding;

void mou_finding_free (MouFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouFinding, mou_finding_free)

/* MouFinding, in printed order, errors before warnings before hints at one place. */
GPtrArray *mou_check_agreement (const MouAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
/* "error", "warning", "hint". */
const char *mou_severity_key (MouSeverity severity);

G_END_DECLS
