/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-status-bar: the sum of the weights, the score, whether the seal holds, and how many findings wait; kept up to date with the document. */
#pragma once

#include "mou-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_STATUS_BAR (mou_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (MouStatusBar, mou_status_bar, MOU, STATUS_BAR, AdwBin)

void mou_status_bar_set_document (MouStatusBar *self, MouDocument *document);

G_END_DECLS
