/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going back without forgetting: the journal is never shortened, so what is taken back can itself be brought back. */

#include "mou-document-edits.h"

#include "mou-document-private.h"
#include "mou-journal-fork.h"
#include "mou-merge.h"

#include <glib/gi18n-lib.h>

/* A merge in which only the other side has changed anything. */
gboolean
_mou_document_become (MouDocument *self, MouRegister *content, MouEntryKind kind, const char *label, GError **error)
{
  g_autoptr (MouMerge) merge = mou_merge_new (self->rows, self->rows, content);
  GPtrArray *changes = mou_merge_get_changes (merge);
  g_autoptr (MouEdit) edit = _mou_document_begin (self, kind, error, "%s", label);
  gboolean done = edit != NULL;

  for (guint i = 0; done && i < changes->len; i++)
    done = mou_edit_apply (edit, g_ptr_array_index (changes, i), error);

  return _mou_document_finish (self, &edit, done, error);
}

gboolean
mou_document_revert (MouDocument *self, GError **error)
{
  g_autoptr (MouRegister) saved = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->store != NULL, FALSE);

  if (self->path == NULL)
    return _mou_document_refuse (error, _ ("The register was never saved; there is nothing to go back to."));

  saved = mou_journal_rewind (self->store, mou_working_copy_get_saved_entry (self->working_copy), error);
  if (saved == NULL)
    return _mou_document_adopt_error (error);
  if (!_mou_document_become (self, saved, MOU_ENTRY_EDIT, _ ("Revert to saved"), error))
    return FALSE;

  self->reverted_entry = mou_store_get_entry (self->store);
  _mou_document_notify_state (self);
  return TRUE;
}
