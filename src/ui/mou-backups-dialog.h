/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-backups-dialog: what a file was before it was saved over: when, how large, what had been changed last.
 *
 * It decides nothing: signal "open-copy" (const char *path) asks for one to be looked at, signal "restore" (MouRegisterBackup *) for one
 * to be brought back; the dialog is then closed. Caller: mou-window-backups. */
#pragma once

#include "mou-document-backups.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_BACKUPS_DIALOG (mou_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MouBackupsDialog, mou_backups_dialog, MOU, BACKUPS_DIALOG, AdwWindow)

/* Of the file at `path`. `can_restore` FALSE: only copies can be opened, as of a file that cannot be. */
GtkWidget *mou_backups_dialog_new (GtkWindow *parent, const char *path, gboolean can_restore, gboolean thai_digits) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
