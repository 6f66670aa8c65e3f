/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-clean-copy: the register without its past, to be given away.
 *
 * Callers: cli, ui. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

/* A new register at `path` with the rows as they are now, saved or not, ids included. Of the history nothing is in it, no earlier
 * value, no author, no label: it begins with one entry, "Copy without history", by whoever makes it, since a history that two copies
 * have in common is what they can later be merged by. The document and its file stay as they are. Published as any save is; a file
 * that stands there is replaced (the front end has asked), and backed up. MOU_DOCUMENT_ERROR_INVALID when `path` is the document's
 * own file. */
gboolean mou_document_save_clean_copy (MouDocument *self, const char *path, GError **error);

G_END_DECLS
