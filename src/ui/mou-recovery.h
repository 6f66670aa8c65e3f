/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-recovery: offers back, at the start, what a crash or a power failure left unsaved. */
#pragma once

#include "mou-application.h"

G_BEGIN_DECLS

/* Asks about every working copy that was found; says nothing when there is none. Deciding later keeps them. */
void mou_recovery_offer (MouApplication *application, GtkWindow *parent, gboolean thai_digits);
/* What a recoverable copy is called: the file's name, or that it was never saved. */
char *mou_recovery_dup_name (const char *target) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
