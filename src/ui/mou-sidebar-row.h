/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sidebar-row: a page's line in the sidebar: icon, title, and a number where something waits there. Made by mou-sidebar. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_SIDEBAR_ROW (mou_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (MouSidebarRow, mou_sidebar_row, MOU, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *mou_sidebar_row_new (AdwViewStackPage *page);
AdwViewStackPage *mou_sidebar_row_get_page (MouSidebarRow *self);

G_END_DECLS
