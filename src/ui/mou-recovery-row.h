/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-recovery-row: one register that a crash left unsaved, with what would come back, and what to do with it.
 *
 * What would come back is read in a thread, since that takes as long as opening. Signals: "recover" and "discard". Caller:
 * mou-recovery-dialog. */
#pragma once

#include "mou-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_RECOVERY_ROW (mou_recovery_row_get_type ())
G_DECLARE_FINAL_TYPE (MouRecoveryRow, mou_recovery_row, MOU, RECOVERY_ROW, AdwExpanderRow)

/* Copies what it needs. */
GtkWidget *mou_recovery_row_new (const MouRecoverable *copy, gboolean thai_digits) G_GNUC_WARN_UNUSED_RESULT;
const char *mou_recovery_row_get_folder (MouRecoveryRow *self);
/* "mwa.mou", or that it was never saved. */
const char *mou_recovery_row_get_name (MouRecoveryRow *self);
guint mou_recovery_row_get_n_unsaved (MouRecoveryRow *self);
/* FALSE while it is being read, and when it is damaged. */
gboolean mou_recovery_row_can_recover (MouRecoveryRow *self);
/* Puts the keyboard on the button that recovers, as soon as it can be pressed. */
void mou_recovery_row_focus (MouRecoveryRow *self);

G_END_DECLS
