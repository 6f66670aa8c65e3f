/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-publish: writes the register to the user's file, whole or not at all (DESIGN section 5).
 *
 * VACUUM INTO a temporary beside the target, reopened and verified, synced, renamed, directory synced. */
#pragma once

#include "mou-intake.h"

G_BEGIN_DECLS

/* `expected` is the identity the target had when it was opened or last saved; NULL for a target that must not exist yet or that
 * the user agreed to replace. *identity receives the new one. MOU_STORE_ERROR_CHANGED when the target is not `expected`. */
gboolean mou_publish (MouStore *store, const char *target, const MouFileIdentity *expected, MouFileIdentity *identity,
                      GCancellable *cancellable, GError **error);

G_END_DECLS
