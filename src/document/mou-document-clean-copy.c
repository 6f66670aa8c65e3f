/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing is deleted from a history: a new register is made, which never had one. */

#include "mou-document-clean-copy.h"

#include "mou-disk.h"
#include "mou-document-private.h"
#include "mou-publish.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MouEdit *edit;
  gboolean done;
  GError **error;
} Copying;

static void
copy_visit (MouRow *row, int depth, gpointer data)
{
  Copying *copying = data;
  g_autoptr (MouChange) change = mou_change_new (NULL, row);

  copying->done = copying->done && mou_edit_apply (copying->edit, change, copying->error);
}

static gboolean
copy_rows (MouDocument *self, MouStore *to, GError **error)
{
  g_autoptr (MouEdit) edit = mou_edit_begin (to, MOU_ENTRY_IMPORT, self->author, _ ("Copy without history"), error);
  Copying copying = { edit, edit != NULL, error };

  if (edit != NULL)
    mou_register_visit (self->rows, copy_visit, &copying);

  return copying.done && mou_edit_commit (edit, NULL, error);
}

static gboolean
write_copy (MouDocument *self, MouWorkingCopy *copy, const char *target, GError **error)
{
  MouFileIdentity identity = { 0 };
  g_autoptr (MouStore) store = NULL;

  /* Noted as saved beforehand: a crash must leave nothing that would be offered back. */
  if (!mou_working_copy_note_saved (copy, target, &identity, G_MAXINT64, error))
    return FALSE;
  store = mou_store_create (mou_working_copy_get_path (copy), error);
  if (store == NULL || !copy_rows (self, store, error))
    return FALSE;

  _mou_document_back_up (self, target);
  return mou_publish (store, target, NULL, &identity, NULL, error);
}

gboolean
mou_document_save_clean_copy (MouDocument *self, const char *path, GError **error)
{
  g_autofree char *target = NULL;
  g_autofree char *state_dir = NULL;
  g_autoptr (MouWorkingCopy) copy = NULL;
  gboolean written;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->store != NULL && path != NULL, FALSE);

  if (!_mou_document_check_writable (self, error))
    return FALSE;

  target = g_canonicalize_filename (path, NULL);
  if (self->path != NULL && mou_disk_is_same_file (self->path, target))
    return _mou_document_refuse (error, _ ("A copy without history needs a name of its own; the register keeps its history."));

  state_dir = mou_working_copy_dup_state_dir (self->working_copy);
  copy = mou_working_copy_new (state_dir, NULL, error);
  written = copy != NULL && write_copy (self, copy, target, error);
  if (copy != NULL)
    mou_working_copy_discard (copy);

  return written || _mou_document_adopt_error (error);
}
