/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-merge: what becomes of a file that somebody else wrote while it was open here. Callers: ui. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

/* `read` was opened from the path of `self`, and what it holds was merged into `self`: from now on saving replaces the file as it was
 * then, and is refused again only when it has changed since. Durable. */
gboolean mou_document_note_merged (MouDocument *self, MouDocument *read, GError **error);

G_END_DECLS
