/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-state-folder: the program's folder in the user's state directory, which nobody else may look into: 0700 all the way.
 *
 *   copies/FOLDER/       working copies (mou-working-copy)
 *   backups/FOLDER/      what users' files were before they were replaced (mou-backup)
 *   recent               files opened lately, which the window keeps
 *
 * Callers: the other files of store, document. */
#pragma once

#include "mou-store.h"

G_BEGIN_DECLS

/* `state_dir` NULL: g_get_user_state_dir () / mou-scorecard. `name` NULL: the folder itself. Nothing is made. */
char *mou_state_folder_build (const char *state_dir, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* The same, made when it is not there; one that others could read is closed to them. */
char *mou_state_folder_make (const char *state_dir, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
