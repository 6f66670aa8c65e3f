/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A full disk still opens, closes, syncs, renames and removes; it does not give back what has been removed. */

#include "fault-plan.h"

#include <errno.h>

static int
get_errno (DiskCallKind kind)
{
  switch (kind)
    {
    case DISK_CREATE:
    case DISK_WRITE:
    case DISK_MAKE_FOLDER:
      return ENOSPC;
    case DISK_OPEN:
      return EMFILE;
    case DISK_RENAME:
    case DISK_UNLINK:
    case DISK_REMOVE_FOLDER:
      return EACCES;
    case DISK_RESIZE:
    case DISK_SYNC:
    case DISK_CLOSE:
    case DISK_N_CALLS:
    default:
      return EIO;
    }
}

static gboolean
is_due (const FaultPlan *self)
{
  return self->fails_at != 0 && (self->n_calls == self->fails_at || (self->for_good && self->n_calls > self->fails_at));
}

/* As a disk does: what there is room for is written, and the next write fails. */
static gboolean
has_room (FaultPlan *self, DiskCall *call)
{
  if (call->kind != DISK_WRITE || self->room == ROOM_WITHOUT_END)
    return TRUE;

  call->size = MIN (call->size, self->room);
  self->room -= call->size;

  return call->size > 0;
}

static int
ask_cb (DiskCall *call, gpointer data)
{
  FaultPlan *self = data;

  self->n_calls++;
  if (!is_due (self) && has_room (self, call))
    return 0;

  if (self->n_failed++ == 0)
    self->first_failed = call->kind;
  if (call->kind == DISK_UNLINK || call->kind == DISK_REMOVE_FOLDER || call->kind == DISK_RENAME)
    self->kept_something = TRUE;

  return get_errno (call->kind);
}

static void
tell_cb (const DiskCall *call, gpointer data)
{
  FaultPlan *self = data;

  if (call->kind == DISK_WRITE)
    self->written += call->size;
  if (call->kind == DISK_RENAME && g_strcmp0 (call->to, self->target) == 0)
    self->replaced = TRUE;
}

void
fault_plan_start (FaultPlan *self, const char *folder)
{
  self->n_calls = self->n_failed = 0;
  self->written = 0;
  self->kept_something = self->replaced = FALSE;
  disk_calls_watch (folder, ask_cb, tell_cb, self);
}

void
fault_plan_stop (FaultPlan *self)
{
  disk_calls_unwatch ();
}
