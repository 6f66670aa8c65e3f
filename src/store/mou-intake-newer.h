/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-intake-newer: a register that a newer version of the program wrote, read as far as this one can vouch for.
 *
 * Columns are only ever appended and tables never renamed, so what is known here means what it meant. It goes into a register of this
 * version, to be looked at: what the newer version added is not in it, so it must never replace the file. Caller: mou-document. */
#pragma once

#include "mou-intake.h"

G_BEGIN_DECLS

/* For a file of which mou_intake said MOU_STORE_ERROR_NEWER; leaves `working_copy` as mou_intake does. _NEWER when it holds what cannot
 * be shown, with the reason; _REFUSED when its structure is not what any version writes. */
gboolean mou_intake_newer (const char *source, const char *working_copy, MouFileIdentity *identity, GCancellable *cancellable, GError **error);

G_END_DECLS
