/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A save is prepared from the document, done, and its outcome noted in the document. What does it knows nothing of the document but the
 * store, which publishing locks while it reads: so it may be done in a thread while the document is edited. */

#include "mou-document-private.h"

#include "mou-backup.h"
#include "mou-publish.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MouStore *store; /* stays open while a save lasts */
  gint64 entry;    /* the last when it was prepared: one that comes in between is saved too, and counts as unsaved */
  char *target;
  char *state_dir;
  gboolean is_expected; /* FALSE: whatever is there may be replaced */
  MouFileIdentity expected;
  gboolean needs_backup;
  char *backup_problem;
  MouFileIdentity published;
} Save;

static void
save_free (Save *self)
{
  g_free (self->target);
  g_free (self->state_dir);
  g_free (self->backup_problem);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static gboolean
wrote_itself (MouDocument *self, const MouFileIdentity *expected)
{
  return expected != NULL && g_str_equal (expected->sha256, self->written_sha256);
}

/* NULL with an error. `path` NULL: where it was saved last. */
static Save *
prepare (MouDocument *self, const char *path, gboolean replace, GError **error)
{
  const MouFileIdentity *expected = path == NULL && !replace ? mou_working_copy_get_identity (self->working_copy) : NULL;
  Save *save = NULL;

  if (!_mou_document_check_writable (self, error))
    return NULL;
  if (self->saving)
    _mou_document_refuse (error, _ ("The register is being saved; try again when it is."));
  else if (path == NULL && self->path == NULL)
    _mou_document_refuse (error, _ ("The register has no file yet; choose where to save it."));
  else
    {
      save = g_new0 (Save, 1);
      save->store = self->store;
      save->entry = mou_store_get_entry (self->store);
      save->target = g_canonicalize_filename (path != NULL ? path : self->path, NULL);
      save->state_dir = mou_working_copy_dup_state_dir (self->working_copy);
      save->needs_backup = !wrote_itself (self, expected);
      save->is_expected = expected != NULL;
      if (expected != NULL)
        save->expected = *expected;
    }

  return save;
}

/* In any thread. */
static gboolean
carry_out (Save *save, GError **error)
{
  const MouFileIdentity *expected = save->is_expected ? &save->expected : NULL;
  g_autoptr (GError) failure = NULL;

  if (save->needs_backup && !mou_backup_make (save->state_dir, save->target, expected, &failure))
    save->backup_problem = g_strdup (failure->message);

  return mou_publish (save->store, save->target, expected, &save->published, NULL, error);
}

static gboolean
note (MouDocument *self, Save *save, gboolean done, GError **error)
{
  g_free (self->backup_problem);
  self->backup_problem = g_steal_pointer (&save->backup_problem);
  if (!done || !mou_working_copy_note_saved (self->working_copy, save->target, &save->published, save->entry, error))
    return _mou_document_adopt_error (error);

  g_strlcpy (self->written_sha256, save->published.sha256, sizeof self->written_sha256);
  _mou_document_notify_state (self);
  return TRUE;
}

static gboolean
save_now (MouDocument *self, const char *path, gboolean replace, GError **error)
{
  g_autoptr (Save) save = prepare (self, path, replace, error);

  return save != NULL && note (self, save, carry_out (save, error), error);
}

gboolean
mou_document_save (MouDocument *self, gboolean replace, GError **error)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->store != NULL, FALSE);

  return save_now (self, NULL, replace, error);
}

gboolean
mou_document_save_as (MouDocument *self, const char *path, GError **error)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->store != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return save_now (self, path, TRUE, error);
}

static void
carry_out_in_thread (GTask *task, gpointer object, gpointer save, GCancellable *cancellable)
{
  GError *error = NULL;

  if (carry_out (save, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* `data`: the task of whoever asked, who may have gone: what was saved is noted in any case. */
static void
carried_out_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  MouDocument *self = MOU_DOCUMENT (object);
  Save *save = g_task_get_task_data (G_TASK (result));
  g_autoptr (GTask) asked = data;
  GError *error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  self->saving = FALSE;
  if (note (self, save, done, &error))
    g_task_return_boolean (asked, TRUE);
  else
    g_task_return_error (asked, error);
}

void
mou_document_save_async (MouDocument *self, const char *path, gboolean replace, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) asked = NULL;
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Save *save = NULL;

  g_return_if_fail (MOU_IS_DOCUMENT (self));
  g_return_if_fail (self->store != NULL);

  asked = g_task_new (self, NULL, callback, data);
  save = prepare (self, path, replace, &error);
  if (save == NULL)
    {
      g_task_return_error (asked, error);
      return;
    }

  self->saving = TRUE;
  task = g_task_new (self, NULL, carried_out_cb, g_steal_pointer (&asked));
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  g_task_run_in_thread (task, carry_out_in_thread);
}

gboolean
mou_document_save_finish (MouDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
mou_document_is_saving (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  return self->saving;
}

void
_mou_document_back_up (MouDocument *self, const char *target)
{
  g_autofree char *state_dir = mou_working_copy_dup_state_dir (self->working_copy);
  g_autoptr (GError) failure = NULL;

  g_clear_pointer (&self->backup_problem, g_free);
  if (!mou_backup_make (state_dir, target, NULL, &failure))
    self->backup_problem = g_strdup (failure->message);
}

const char *
mou_document_get_backup_problem (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);

  return self->backup_problem;
}
