/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-seal-panel: whether the agreement shown still is what was signed, its code to be copied, and the way to the entry of the history
 * that broke it: the lower part of the block whose upper part is the signing bar. Nothing is to be seen of it while there is no seal to speak of. Caller: mou-agreement-page. */
#pragma once

#include "mou-seal-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_SEAL_PANEL (mou_seal_panel_get_type ())
G_DECLARE_FINAL_TYPE (MouSealPanel, mou_seal_panel, MOU, SEAL_PANEL, AdwBin)

void mou_seal_panel_refresh (MouSealPanel *self, MouDocument *document, gboolean thai_digits);

G_END_DECLS
