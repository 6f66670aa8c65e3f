/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the state of a seal is called. The marks say it again without colour. */

#include "mou-seal-state.h"

#include "mou-history.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

char *
mou_seal_state_dup_word (const MouSealState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case MOU_SEAL_INTACT:
      return g_strdup (_ ("seal intact ✓"));
    case MOU_SEAL_AMENDED:
      return g_strdup (_ ("seal intact ✓, re-based"));
    case MOU_SEAL_BROKEN:
      return self->entry > 0 ? g_strdup_printf (_ ("seal broken ✗ since entry %" PRId64), self->entry) : g_strdup (_ ("seal broken ✗"));
    case MOU_SEAL_REOPENED:
      return g_strdup (_ ("reopened"));
    case MOU_SEAL_WITHOUT_RECORD:
      return self->changed ? g_strdup (_ ("signed without a seal, changed since ✗")) : g_strdup (_ ("signed without a seal"));
    case MOU_SEAL_NOT_SIGNED:
    default:
      return g_strdup (_ ("not signed"));
    }
}

/* "12 (2026-11-21T…, Somchai: Change weight of 1.1)" */
static char *
describe_entry (const MouSealState *self)
{
  g_autofree char *moment = mou_history_dup_moment (self->at);

  return g_strdup_printf (_ ("%" PRId64 " (%s, %s: %s)"), self->entry, moment, self->author, self->label);
}

static char *
describe_intact (const MouSealState *self)
{
  if (self->kind == MOU_SEAL_INTACT)
    return g_strdup_printf (_ ("the seal is intact ✓: it is what was signed on %s"), self->date);

  return g_strdup_printf (ngettext ("the seal is intact ✓: it is what was signed, with %u re-base on record, on %s",
                                    "the seal is intact ✓: it is what was signed, with %u re-bases on record, the last on %s",
                                    self->n_rebases),
                          self->n_rebases, self->date);
}

static char *
describe_broken (const MouSealState *self)
{
  g_autofree char *entry = self->entry > 0 ? describe_entry (self) : NULL;

  if (entry != NULL)
    return g_strdup_printf (_ ("the seal of %s is broken ✗ since entry %s"), self->date, entry);

  return g_strdup_printf (_ ("the seal of %s is broken ✗: it is not what was signed"), self->date);
}

static char *
describe_without_record (const MouSealState *self)
{
  g_autofree char *entry = self->entry > 0 ? describe_entry (self) : NULL;

  if (entry != NULL)
    return g_strdup_printf (_ ("signed without a seal; changed ✗ since entry %s"), entry);
  if (self->seal != NULL && !self->changed)
    return g_strdup (_ ("signed without a seal; by its history it is what was signed ✓"));

  return g_strdup (_ ("signed without a seal"));
}

char *
mou_seal_state_describe (const MouSealState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case MOU_SEAL_INTACT:
    case MOU_SEAL_AMENDED:
      return describe_intact (self);
    case MOU_SEAL_BROKEN:
      return describe_broken (self);
    case MOU_SEAL_WITHOUT_RECORD:
      return describe_without_record (self);
    case MOU_SEAL_REOPENED:
      return self->reason != NULL ? g_strdup_printf (_ ("reopened on %s: %s"), self->date, self->reason) : g_strdup (_ ("reopened"));
    case MOU_SEAL_NOT_SIGNED:
    default:
      return g_strdup (_ ("not signed"));
    }
}
