/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-recovery: what would come back of the work that a crash left, before anybody decides. Callers: ui. */
#pragma once

#include "mou-history.h"

G_BEGIN_DECLS

/* The file that the work was on, now. */
typedef enum {
  MOU_TARGET_NONE,    /* never saved */
  MOU_TARGET_SAME,    /* as it was when the work began */
  MOU_TARGET_CHANGED, /* somebody has written it since: saving will refuse, and both can be merged */
  MOU_TARGET_MISSING, /* removed or renamed: saving will refuse, save_as makes it again */
} MouTargetState;

typedef struct {
  GPtrArray *entries; /* MouHistoryEntry that the file has not, newest first */
  guint n_unsaved;    /* how many there are, shown or not */
  MouTargetState target;
} MouRecoveryPreview;

void mou_recovery_preview_free (MouRecoveryPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouRecoveryPreview, mou_recovery_preview_free)

/* The newest `limit` unsaved entries of `folder`, as MouRecoverable names it. NULL with MOU_DOCUMENT_ERROR when it cannot be
 * recovered, with the reason; it stays as it is either way. Takes as long as opening does; may be called in a thread. */
MouRecoveryPreview *mou_document_preview_recoverable (const char *folder, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
