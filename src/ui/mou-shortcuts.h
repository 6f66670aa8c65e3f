/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-shortcuts: the keys of the application and the window that lists them, both from one table. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mou_shortcuts_install (GtkApplication *application);
/* The keys of the pages that edit indicators, for such a page's class. */
void mou_shortcuts_bind_page (GtkWidgetClass *klass);
/* The window of Ctrl+?. */
void mou_shortcuts_present (GtkWindow *parent);

G_END_DECLS
