/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-store: one register in one SQLite file, and the register in memory that is always equal to it.
 *
 * This is the *working copy* that edits go to (journal_mode=DELETE, synchronous=EXTRA), never the user's file: intake reads
 * that one and publish replaces it. No SQL text and no sqlite3.h outside this layer. One thread, but for
 * mou_publish, which may run beside it. Callers: mou-document, tests. */
#pragma once

#include "mou-register.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MOU_STORE_ERROR (mou_store_error_quark ())
GQuark mou_store_error_quark (void);

typedef enum {
  MOU_STORE_ERROR_REFUSED, /* not ours or hostile: the message says which; the file is untouched */
  MOU_STORE_ERROR_DAMAGED, /* ours, but not whole or not what its history says: mou-salvage may bring back what can be read */
  MOU_STORE_ERROR_NEWER,   /* written by a newer version of the program */
  MOU_STORE_ERROR_CHANGED, /* the target changed on disk since it was opened */
  MOU_STORE_ERROR_INVALID, /* the edit would break an invariant; nothing was written */
  MOU_STORE_ERROR_SYSTEM,  /* disk full, permission, I/O */
} MouStoreError;

typedef struct _MouStore MouStore;

/* A new empty register at `path`, which must not exist. */
MouStore *mou_store_create (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Opens a file that intake has passed (a working copy): reads all rows. One of an older version is migrated. */
MouStore *mou_store_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mou_store_free (MouStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouStore, mou_store_free)

/* Borrowed; changes with every commit. */
MouRegister *mou_store_get_register (MouStore *self);
/* The number of the last journal entry; 0 when there is none. */
gint64 mou_store_get_entry (MouStore *self);

G_END_DECLS
