/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-intake: is this file ours and whole? (reliability.md section 2)
 *
 * Reads the user's file without ever writing to it, checks header, schema, integrity, references, values, journal chain and content
 * hash in that order, and copies it into a working copy. Every refusal is one sentence that names the file and the reason. */
#pragma once

#include "mou-store.h"

G_BEGIN_DECLS

/* What the user's file was when it was read, to see later whether it changed. */
typedef struct {
  guint64 size;
  gint64 modified_us;
  char sha256[65];
} MouFileIdentity;

/* MOU_STORE_ERROR_SYSTEM when it cannot be read. */
gboolean mou_file_identify (const char *path, MouFileIdentity *identity, GError **error);

/* A copy of any regular file, byte for byte and on the disk, at `to`, which must not exist, and does not when this fails. *identity
 * says what was copied; nothing is checked. */
gboolean mou_file_copy (const char *path, const char *to, MouFileIdentity *identity, GCancellable *cancellable, GError **error);

/* Checks the file at `source` and leaves a copy of it at `working_copy` (which must not exist, and does not when this fails). A
 * file of an older version is migrated in the copy. */
gboolean mou_intake (const char *source, const char *working_copy, MouFileIdentity *identity, GCancellable *cancellable, GError **error);
/* The same, and the store on that copy, whose rows need not be read again. */
MouStore *mou_intake_open (const char *source, const char *working_copy, MouFileIdentity *identity, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The same checks on a working copy that is about to be recovered. */
gboolean mou_intake_verify (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
