/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-change: one row before and after an edit; the unit of the journal, of undo and of merging.
 *
 * before NULL: inserted; after NULL: deleted; both: updated (same entity, id and parent). */
#pragma once

#include "mou-row.h"

G_BEGIN_DECLS

typedef struct {
  MouRow *before;
  MouRow *after;
} MouChange;

/* Takes references of both. */
MouChange *mou_change_new (MouRow *before, MouRow *after) G_GNUC_WARN_UNUSED_RESULT;
void mou_change_free (MouChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouChange, mou_change_free)
/* Whichever row there is. */
const MouRow *mou_change_get_row (const MouChange *change);

/* The inverses of `changes` (MouChange) in reverse order. */
GPtrArray *mou_change_list_invert (GPtrArray *changes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
