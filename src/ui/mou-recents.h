/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-recents: the registers opened lately, newest first, ten at the most. Names of files may tell something: so
 * they are kept in the state directory, which nobody else can read, not with the settings of the view.
 *
 * Files that are gone are left out of lists but not forgotten: a share may come back. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where they are kept: what all functions below take. */
GSettings *mou_recents_new_settings (void) G_GNUC_WARN_UNUSED_RESULT;
void mou_recents_add (GSettings *settings, GFile *file);
/* GFile of those that exist now. */
GPtrArray *mou_recents_list (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
/* A menu of them: each item calls app.open-recent with its URI. */
GMenuModel *mou_recents_new_menu (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
