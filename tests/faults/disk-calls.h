/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* disk-calls: stands between this process and the disk.
 *
 * It defines open, write, fsync, rename and their like, so every library linked to the test (SQLite, GLib, libxlsxwriter) calls
 * these instead of the C library's. Calls about files below a watched folder are asked about before and told of after; all others go
 * straight through. One watched folder at a time; of several threads one after the other asks and tells. Callers: the tests of this
 * folder. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DISK_OPEN,   /* of what is there; a folder too */
  DISK_CREATE, /* an open that makes the file */
  DISK_WRITE,
  DISK_RESIZE,
  DISK_SYNC, /* of a file or a folder */
  DISK_CLOSE,
  DISK_RENAME,
  DISK_UNLINK,
  DISK_MAKE_FOLDER,
  DISK_REMOVE_FOLDER,
  DISK_N_CALLS
} DiskCallKind;

typedef struct {
  DiskCallKind kind;
  const char *path; /* below the watched folder; "" is the folder itself */
  const char *to;   /* of a rename */
  gconstpointer data;
  guint64 offset;
  guint64 size; /* of a write, or what a resize leaves */
} DiskCall;

/* 0 lets the call through, anything else is the errno it fails with. Of a write it may lower the size: then only so much is written. */
typedef int (*DiskAsk) (DiskCall *call, gpointer data);
/* The call has been made, and has succeeded. */
typedef void (*DiskTell) (const DiskCall *call, gpointer data);

/* `folder` is absolute and without links. Either function may be NULL. Files that are open already are watched too. */
void disk_calls_watch (const char *folder, DiskAsk ask, DiskTell tell, gpointer data);
void disk_calls_unwatch (void);
const char *disk_calls_get_name (DiskCallKind kind);

/* Puts temporary files into memory, where that can be had: these tests are about calls, not about a disk's patience. Before the
 * first of them is made. */
void disk_calls_work_in_memory (void);

G_END_DECLS
