/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One copy of the register, from which entries are taken one after another. */

#include "mou-journal-past.h"

#include "mou-journal-replay.h"
#include "mou-journal-walk.h"

typedef struct
{
  MouRegister *rows;
  const MouPastVisitor *visitor;
  gpointer data;
} Visit;

static gboolean
step_cb (const MouChange *change, gpointer data, GError **error)
{
  const Visit *self = data;

  if (self->visitor->stepping != NULL)
    self->visitor->stepping (self->rows, change, self->data);
  mou_register_apply (self->rows, change);

  return TRUE;
}

/* *goes_on FALSE: the visitor has seen enough, or there is nothing older. */
static gboolean
step_back (Visit *self, MouJournalWalk *walk, gint64 until, gboolean *goes_on, GError **error)
{
  g_autoptr (MouJournalEntry) entry = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  *goes_on = FALSE;
  if (!mou_journal_walk_next (walk, &entry, &lines, error))
    return FALSE;
  if (entry == NULL || entry->entry <= until)
    return TRUE;
  if (!mou_journal_replay (self->rows, lines, TRUE, step_cb, self, error))
    return FALSE;
  *goes_on = self->visitor->arrived (self->rows, entry, self->data);

  return TRUE;
}

gboolean
mou_journal_visit_past (MouStore *store, gint64 until, const MouPastVisitor *visitor, gpointer data, GError **error)
{
  g_autoptr (MouRegister) rows = NULL;
  g_autoptr (MouJournalWalk) walk = NULL;
  gboolean done, goes_on = TRUE;
  Visit visit;

  g_return_val_if_fail (store != NULL && until >= 0, FALSE);
  g_return_val_if_fail (visitor != NULL && visitor->arrived != NULL, FALSE);

  walk = mou_journal_walk_new (store, 0, error);
  rows = walk != NULL ? mou_register_copy (mou_store_get_register (store)) : NULL;
  visit = (Visit){ rows, visitor, data };
  done = walk != NULL;
  while (done && goes_on)
    done = step_back (&visit, walk, until, &goes_on, error);

  return done;
}
