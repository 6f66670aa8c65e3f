/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a crash left. To look at it is to recover it and to let it go again: the same checks, the same words, nothing changed. */

#include "mou-document-recovery.h"

#include "mou-document-private.h"

void
mou_recoverable_free (MouRecoverable *self)
{
  g_free (self->folder);
  g_free (self->target);
  g_free (self->modified);
  g_free (self);
}

GPtrArray *
mou_document_list_recoverable (const char *state_dir)
{
  g_autoptr (GPtrArray) abandoned = mou_working_copy_list_abandoned (state_dir);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_recoverable_free);

  for (guint i = 0; i < abandoned->len; i++)
    {
      const MouAbandonedCopy *copy = g_ptr_array_index (abandoned, i);
      MouRecoverable *recoverable = g_new (MouRecoverable, 1);

      *recoverable = (MouRecoverable){ g_strdup (copy->folder), g_strdup (copy->target), g_strdup (copy->modified), copy->unsaved };
      g_ptr_array_add (list, recoverable);
    }

  return list;
}

gboolean
mou_document_discard_recoverable (const char *folder, GError **error)
{
  g_autoptr (MouWorkingCopy) working_copy = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  working_copy = mou_working_copy_adopt (folder, error);
  if (working_copy == NULL)
    return _mou_document_adopt_error (error);

  mou_working_copy_discard (working_copy);
  return TRUE;
}

void
mou_recovery_preview_free (MouRecoveryPreview *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->entries);
  g_free (self);
}

static MouTargetState
find_target_state (MouWorkingCopy *copy)
{
  const char *target = mou_working_copy_get_target (copy);
  MouFileIdentity found;

  if (target == NULL)
    return MOU_TARGET_NONE;
  if (!g_file_test (target, G_FILE_TEST_EXISTS))
    return MOU_TARGET_MISSING;

  return mou_file_identify (target, &found, NULL) && g_str_equal (found.sha256, mou_working_copy_get_identity (copy)->sha256)
             ? MOU_TARGET_SAME
             : MOU_TARGET_CHANGED;
}

MouRecoveryPreview *
mou_document_preview_recoverable (const char *folder, guint limit, GError **error)
{
  g_autoptr (MouDocument) document = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  MouRecoveryPreview *preview;
  guint n_unsaved;

  g_return_val_if_fail (folder != NULL && limit > 0, NULL);

  document = mou_document_recover (folder, NULL, error);
  n_unsaved = document != NULL ? mou_document_count_unsaved (document) : 0;
  if (document != NULL)
    entries = mou_document_list_history (document, CLAMP (n_unsaved, 1, limit), error);
  if (entries == NULL)
    return NULL;

  preview = g_new0 (MouRecoveryPreview, 1);
  preview->entries = g_steal_pointer (&entries);
  preview->n_unsaved = n_unsaved;
  preview->target = find_target_state (document->working_copy);

  return preview;
}
