/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The identity is the one that intake took while it read the file, so a change in between is not missed. */

#include "mou-document-merge.h"

#include "mou-document-private.h"

gboolean
mou_document_note_merged (MouDocument *self, MouDocument *read, GError **error)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self) && self->store != NULL, FALSE);
  g_return_val_if_fail (MOU_IS_DOCUMENT (read) && read->store != NULL, FALSE);
  g_return_val_if_fail (self->path != NULL && g_strcmp0 (self->path, read->path) == 0, FALSE);

  return mou_working_copy_note_saved (self->working_copy, self->path, mou_working_copy_get_identity (read->working_copy),
                                      mou_working_copy_get_saved_entry (self->working_copy), error)
         || _mou_document_adopt_error (error);
}
