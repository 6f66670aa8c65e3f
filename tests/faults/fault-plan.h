/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* fault-plan: which calls to the disk shall fail: the Nth, once or from then on; or those for which there is no room. Callers: the
 * tests of this folder. */
#pragma once

#include "disk-calls.h"

G_BEGIN_DECLS

#define ROOM_WITHOUT_END G_MAXUINT64

typedef struct {
  /* asked for */
  guint fails_at;    /* counted from 1; 0: none */
  gboolean for_good; /* and all after it */
  guint64 room;      /* bytes that can still be written */
  const char *target;
  /* found */
  guint n_calls;
  guint64 written; /* bytes */
  guint n_failed;
  DiskCallKind first_failed;
  gboolean kept_something; /* a removal or a rename was among the failed: what it was to take away may stay */
  gboolean replaced;       /* a rename has given the name `target` */
} FaultPlan;

/* Begins to watch; everything found is forgotten. */
void fault_plan_start (FaultPlan *self, const char *folder);
void fault_plan_stop (FaultPlan *self);

G_END_DECLS
