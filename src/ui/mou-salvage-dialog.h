/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-salvage-dialog: the list of what a salvage brought back and what it did not, to read, to scroll and to copy. */
#pragma once

#include "mou-document-salvage.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_SALVAGE_DIALOG (mou_salvage_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MouSalvageDialog, mou_salvage_dialog, MOU, SALVAGE_DIALOG, AdwWindow)

/* Shows itself over `parent`; it owns itself from then on. */
void mou_salvage_dialog_present (GtkWindow *parent, const MouSalvageReport *report);

G_END_DECLS
