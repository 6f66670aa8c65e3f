/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-disk: what reaches the disk for certain, and the sentences for when it does not.
 *
 * GLib's own file replacement does not sync the folder, and a rename that is not synced can be lost. Never to be used on a file
 * that SQLite has open in this process: closing it would drop SQLite's locks. Callers: the other files of store, and
 * mou-document for is_same_file. */
#pragma once

#include "mou-store.h"

G_BEGIN_DECLS

/* “PATH” could not be read / written: REASON, as MOU_STORE_ERROR_SYSTEM. */
void mou_disk_set_read_error (GError **error, int system_error, const char *path);
void mou_disk_set_write_error (GError **error, int system_error, const char *path);

/* Both take the data that is in the kernel to the disk. */
gboolean mou_disk_sync_file (const char *path, GError **error);
gboolean mou_disk_sync_folder (const char *path, GError **error);
/* Renames over `to`, which stands in the same folder, and syncs that folder. */
gboolean mou_disk_replace (const char *from, const char *to, GError **error);
/* A small file, whole or not at all, durably, for the user's eyes only. */
gboolean mou_disk_write_note (const char *path, const char *text, GError **error);
/* Writes all of `size` bytes; errno tells when it could not. */
gboolean mou_disk_write_all (int fd, gconstpointer data, gsize size);
/* Two names of one file: through links, hard or soft, or ".."; of files that do not exist only equal names. */
gboolean mou_disk_is_same_file (const char *a, const char *b);
/* A folder that holds only files: they go, then it goes. What cannot be removed stays. */
void mou_disk_remove_folder (const char *path);

G_END_DECLS
