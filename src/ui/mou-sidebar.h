/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sidebar: which agreement, and which page of it. Follows the document and the stack of pages it is given. */
#pragma once

#include "mou-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_SIDEBAR (mou_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (MouSidebar, mou_sidebar, MOU, SIDEBAR, AdwBin)

/* Property "pages": the AdwViewStack. Pages are listed once, when populate is called. */
void mou_sidebar_populate (MouSidebar *self);
void mou_sidebar_set_document (MouSidebar *self, MouDocument *document);

G_END_DECLS
