/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window: one window, for one register: header bar, the way files come and go, and the commands on the document.
 *
 * Without a document it shows the welcome page. What is shown of the document is MouDocumentView's business. */
#pragma once

#include "mou-application.h"
#include "mou-opening.h"

G_BEGIN_DECLS

#define MOU_TYPE_WINDOW (mou_window_get_type ())
G_DECLARE_FINAL_TYPE (MouWindow, mou_window, MOU, WINDOW, AdwApplicationWindow)

MouWindow *mou_window_new (MouApplication *application, GSettings *settings, GSettings *recents);

/* Shows the window: at once, or, while a file is being opened, when there is something to show or it has taken noticeably long. */
void mou_window_show (MouWindow *self);

/* Whether it could take a document. */
gboolean mou_window_is_empty (MouWindow *self);
gboolean mou_window_shows_file (MouWindow *self, GFile *file);
/* Goes back to the welcome page when nothing is unsaved; FALSE, and nothing changed, otherwise. */
gboolean mou_window_give_up (MouWindow *self);

/* Replaces the welcome page by the document when it is there, or says in a dialog why not. */
void mou_window_open (MouWindow *self, MouOpening *opening);
void mou_window_new_register (MouWindow *self);
/* Reads a file that mou_import_load knows, shows what it would change, and imports it when that is wanted. */
void mou_window_import_file (MouWindow *self, GFile *file);

G_END_DECLS
