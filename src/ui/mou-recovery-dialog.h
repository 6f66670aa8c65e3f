/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-recovery-dialog: the registers that a crash left unsaved, each with what would come back; each is decided by itself, and what
 * is not decided stays. Caller: mou-recovery. */
#pragma once

#include "mou-application.h"

G_BEGIN_DECLS

#define MOU_TYPE_RECOVERY_DIALOG (mou_recovery_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MouRecoveryDialog, mou_recovery_dialog, MOU, RECOVERY_DIALOG, AdwWindow)

/* `copies` (MouRecoverable) has at least one. */
GtkWidget *mou_recovery_dialog_new (MouApplication *application, GtkWindow *parent, GPtrArray *copies, gboolean thai_digits) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
