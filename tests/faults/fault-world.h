/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* fault-world: a disk with a state directory and a user's folder on it, an open register, and the things a person does that write to
 * that disk. After each, done or failed, it can be told what is there. Callers: the tests of this folder. */
#pragma once

#include "fault-plan.h"
#include "mou-document-edits.h"

G_BEGIN_DECLS

typedef struct {
  char *disk;      /* what is watched; "state" and "user" in it */
  char *state;
  char *elsewhere; /* another disk, for looking at things */
  MouDocument *document;
  gint64 indicator;
  guint n_edits;
} World;

typedef struct _WorldAction WorldAction;
struct _WorldAction {
  const char *name;
  const char *target; /* the file it writes in "user"; NULL: it writes none */
  /* Makes that there is something to do. `path` is that of the target. */
  void (*prepare) (World *self, const char *path);
  gboolean (*act) (World *self, const char *path, GError **error);
  /* Is what is there what the action makes? */
  gboolean (*is_whole) (World *self, const char *path);
};

extern const WorldAction world_actions[];
extern const guint n_world_actions;

/* The agreement of the sample, saved as user/register.mou. */
void world_init (World *self);
void world_clear (World *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

/* Reads a workbook to its end, and with that the sums of all its parts. */
void world_check_workbook (const char *path);
/* A file, or a folder with all it holds. */
void world_remove (const char *path);
/* Does the action of that name, in `self`, without faults. */
void world_do (World *self, const char *name);

/* Does it with faults, and checks what must hold: done means done, failed means that a sentence says so, that the old file is byte
 * for byte there and that nothing lies about; and that it can be done afterwards. TRUE when it was done at the first attempt. */
gboolean world_try (World *self, const WorldAction *action, FaultPlan *plan);

G_END_DECLS
