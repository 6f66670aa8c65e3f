/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening, saving and closing: the document's way between the user's file and its working copy. The user's file is only read here,
 * and only replaced by mou-publish. */

#include "mou-document-private.h"

#include "mou-backup.h"
#include "mou-publish.h"

#include <glib/gi18n-lib.h>

char *
_mou_document_dup_author (const char *author)
{
  const char *name = author != NULL ? author : g_get_real_name ();

  /* "Unknown" is what GLib says when the account has no real name. */
  if (author == NULL && (name == NULL || *name == '\0' || g_str_equal (name, "Unknown")))
    name = g_get_user_name ();

  return g_utf8_make_valid (name, -1);
}

MouDocument *
_mou_document_make (MouWorkingCopy *working_copy, MouStore *store, const char *author)
{
  MouDocument *self = g_object_new (MOU_TYPE_DOCUMENT, NULL);

  self->working_copy = working_copy;
  self->store = store;
  self->rows = mou_store_get_register (store);
  self->author = _mou_document_dup_author (author);
  _mou_document_refresh (self);

  return self;
}

MouDocument *
mou_document_new (const char *state_dir, const char *author, GError **error)
{
  g_autoptr (MouWorkingCopy) working_copy = mou_working_copy_new (state_dir, NULL, error);
  g_autoptr (MouStore) store = NULL;

  if (working_copy != NULL)
    store = mou_store_create (mou_working_copy_get_path (working_copy), error);
  if (store != NULL)
    return _mou_document_make (g_steal_pointer (&working_copy), g_steal_pointer (&store), author);

  if (working_copy != NULL)
    mou_working_copy_discard (working_copy);
  _mou_document_adopt_error (error);
  return NULL;
}

/* The store on a checked copy of `path`, noted as saved; NULL with an error. */
static MouStore *
take_in (MouWorkingCopy *working_copy, const char *path, gboolean *newer, GCancellable *cancellable, GError **error)
{
  const char *copy = mou_working_copy_get_path (working_copy);
  g_autoptr (GError) failure = NULL;
  g_autoptr (MouStore) store = NULL;
  MouFileIdentity identity;

  store = mou_intake_open (path, copy, &identity, cancellable, &failure);
  *newer = g_error_matches (failure, MOU_STORE_ERROR, MOU_STORE_ERROR_NEWER);
  if (*newer)
    store = _mou_document_open_newer (path, copy, &identity, cancellable, error);
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  if (store == NULL || !mou_working_copy_note_saved (working_copy, path, &identity, mou_store_get_entry (store), error))
    return NULL;

  return g_steal_pointer (&store);
}

MouDocument *
mou_document_open (const char *path, const char *state_dir, const char *author, GCancellable *cancellable, GError **error)
{
  g_autofree char *target = NULL;
  g_autoptr (MouWorkingCopy) working_copy = NULL;
  g_autoptr (MouStore) store = NULL;
  MouDocument *self;
  gboolean newer = FALSE;

  g_return_val_if_fail (path != NULL, NULL);

  target = g_canonicalize_filename (path, NULL);
  working_copy = mou_working_copy_new (state_dir, target, error);
  if (working_copy != NULL)
    store = take_in (working_copy, target, &newer, cancellable, error);
  if (store == NULL)
    {
      if (working_copy != NULL)
        mou_working_copy_discard (working_copy);
      _mou_document_adopt_error (error);
      return NULL;
    }

  self = _mou_document_make (g_steal_pointer (&working_copy), g_steal_pointer (&store), author);
  if (newer)
    _mou_document_make_read_only (self, target);

  return self;
}

MouDocument *
mou_document_open_copy (const char *path, const char *state_dir, const char *author, GCancellable *cancellable, GError **error)
{
  g_autoptr (MouWorkingCopy) working_copy = NULL;
  g_autoptr (MouStore) store = NULL;
  MouFileIdentity identity;

  g_return_val_if_fail (path != NULL, NULL);

  working_copy = mou_working_copy_new (state_dir, NULL, error);
  if (working_copy != NULL)
    store = mou_intake_open (path, mou_working_copy_get_path (working_copy), &identity, cancellable, error);
  if (store != NULL)
    return _mou_document_make (g_steal_pointer (&working_copy), g_steal_pointer (&store), author);

  if (working_copy != NULL)
    mou_working_copy_discard (working_copy);
  _mou_document_adopt_error (error);
  return NULL;
}

MouDocument *
mou_document_recover (const char *folder, const char *author, GError **error)
{
  g_autoptr (MouWorkingCopy) working_copy = NULL;
  g_autoptr (MouStore) store = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  working_copy = mou_working_copy_adopt (folder, error);
  if (working_copy != NULL && mou_intake_verify (mou_working_copy_get_path (working_copy), NULL, error))
    store = mou_store_open (mou_working_copy_get_path (working_copy), error);
  if (store != NULL)
    return _mou_document_make (g_steal_pointer (&working_copy), g_steal_pointer (&store), author);

  /* Kept, whatever is wrong with it: it may be all there is of somebody's work. */
  _mou_document_adopt_error (error);
  return NULL;
}

gboolean
mou_document_find_holder (const char *path, const char *state_dir, char **holder)
{
  g_autofree char *target = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (holder != NULL, FALSE);

  target = g_canonicalize_filename (path, NULL);
  return mou_working_copy_find_holder (state_dir, target, holder);
}

gboolean
mou_document_find_other_holder (MouDocument *self, char **holder)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->working_copy != NULL && holder != NULL, FALSE);

  return mou_working_copy_find_other_holder (self->working_copy, holder);
}

void
mou_document_close (MouDocument *self)
{
  g_return_if_fail (MOU_IS_DOCUMENT (self));
  g_return_if_fail (!self->saving);

  _mou_document_release (self, TRUE);
}
