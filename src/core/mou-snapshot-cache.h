/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-snapshot-cache: the typed indicators and assessments that a register keeps between snapshots.
 *
 * They are immutable and shared by reference; an entry is forgotten when a row it was made of changes. Caller: mou-register. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

typedef struct _MouSnapshotCache MouSnapshotCache;

MouSnapshotCache *_mou_snapshot_cache_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _mou_snapshot_cache_free (MouSnapshotCache *self);

/* `row` is about to leave the register or has just entered it; its parents are there. */
void _mou_snapshot_cache_forget (MouSnapshotCache *self, MouRegister *rows, const MouRow *row);
/* The snapshot of the agreement `row`; a reference. */
MouAgreement *_mou_snapshot_cache_dup_agreement (MouSnapshotCache *self, MouRegister *rows, MouRow *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
