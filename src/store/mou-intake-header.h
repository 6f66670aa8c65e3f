/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-intake-header: the first hundred bytes of a file, read before SQLite is let near it. Callers: mou-intake,
 * mou-intake-newer, mou-salvage, mou-backup. */
#pragma once

#include "mou-store.h"

G_BEGIN_DECLS

#define MOU_HEADER_SIZE 100

/* `header` holds the first `size` bytes of a file of `file_size`. *version is its schema version, 1 .. MOU_SCHEMA_VERSION.
 * MOU_STORE_ERROR_REFUSED, _DAMAGED or _NEWER with a sentence about `shown_name`. */
gboolean mou_header_check (const guint8 *header, gsize size, guint64 file_size, const char *shown_name, int *version, GError **error);
/* The same for a file of any version. */
gboolean mou_header_check_newer (const guint8 *header, gsize size, guint64 file_size, const char *shown_name, int *version, GError **error);

G_END_DECLS
