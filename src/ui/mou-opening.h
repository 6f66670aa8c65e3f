/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-opening: a document being read, in a thread of its own, from the moment the object is made: a window can be built meanwhile.
 *
 * Signal "done" (MouDocument *document, GError *error) comes once, on the main loop, never before the maker has returned to it; one of the
 * two is NULL. A cancelled opening ends with G_IO_ERROR_CANCELLED. */
#pragma once

#include "mou-document-salvage.h"

G_BEGIN_DECLS

#define MOU_TYPE_OPENING (mou_opening_get_type ())
G_DECLARE_FINAL_TYPE (MouOpening, mou_opening, MOU, OPENING, GObject)

/* A register, or an agreement as JSON that becomes a register not saved yet. */
MouOpening *mou_opening_new_for_file (GFile *file) G_GNUC_WARN_UNUSED_RESULT;
/* A working copy that a crash left. */
MouOpening *mou_opening_new_for_folder (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
/* What can still be read of what another opening found damaged. */
MouOpening *mou_opening_new_salvage (MouOpening *failed) G_GNUC_WARN_UNUSED_RESULT;
MouOpening *mou_opening_new_for_sample (void) G_GNUC_WARN_UNUSED_RESULT;

/* What is in the file becomes a register not saved yet. */
MouOpening *mou_opening_new_for_copy (const char *path) G_GNUC_WARN_UNUSED_RESULT;

void mou_opening_cancel (MouOpening *self);
/* The file that the document will be of; NULL when it will be of none. */
GFile *mou_opening_get_file (MouOpening *self);
/* What is being read, for people; NULL when it has no name. */
const char *mou_opening_get_name (MouOpening *self);
gboolean mou_opening_is_salvage (MouOpening *self);
/* When "done" told of a document that was salvaged: what is lost; else NULL. */
const MouSalvageReport *mou_opening_get_salvage_report (MouOpening *self);

G_END_DECLS
