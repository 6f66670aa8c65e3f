/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* They are made where files are replaced, in mou-document-file.c. */

#include "mou-document-backups.h"

#include "mou-backup.h"
#include "mou-document-private.h"

#include <glib/gi18n-lib.h>

MouRegisterBackup *
mou_register_backup_copy (const MouRegisterBackup *self)
{
  MouRegisterBackup *copy = g_new (MouRegisterBackup, 1);

  *copy = (MouRegisterBackup){
    g_strdup (self->path), g_strdup (self->at), self->size, g_strdup (self->last_at), g_strdup (self->author), g_strdup (self->label),
  };

  return copy;
}

void
mou_register_backup_free (MouRegisterBackup *self)
{
  g_free (self->path);
  g_free (self->at);
  g_free (self->last_at);
  g_free (self->author);
  g_free (self->label);
  g_free (self);
}

static MouRegisterBackup *
describe (const MouBackup *backup)
{
  MouRegisterBackup *described = g_new0 (MouRegisterBackup, 1);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (backup->at_us / G_USEC_PER_SEC);
  g_autoptr (MouJournalEntry) last = mou_backup_read_last_entry (backup);

  described->path = g_strdup (backup->path);
  described->at = g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ");
  described->size = backup->size;
  if (last != NULL)
    {
      described->last_at = g_strdup (last->at);
      described->author = g_strdup (last->author);
      described->label = g_strdup (last->label);
    }

  return described;
}

GPtrArray *
mou_document_list_backups (const char *path, const char *state_dir)
{
  g_autoptr (GPtrArray) backups = NULL;
  GPtrArray *list;

  g_return_val_if_fail (path != NULL, NULL);

  backups = mou_backup_list (state_dir, path);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_register_backup_free);
  for (guint i = 0; i < backups->len; i++)
    g_ptr_array_add (list, describe (g_ptr_array_index (backups, i)));

  return list;
}

gboolean
mou_document_restore_backup (MouDocument *self, const MouRegisterBackup *backup, GError **error)
{
  g_autofree char *state_dir = NULL;
  g_autofree char *label = NULL;
  g_autoptr (MouDocument) other = NULL;
  gboolean done;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->store != NULL && backup != NULL, FALSE);

  state_dir = mou_working_copy_dup_state_dir (self->working_copy);
  other = mou_document_open_copy (backup->path, state_dir, self->author, NULL, error);
  if (other == NULL)
    return FALSE;

  label = g_strdup_printf (_ ("Restore the backup of %s"), backup->at);
  done = _mou_document_become (self, other->rows, MOU_ENTRY_IMPORT, label, error);
  mou_document_close (other);

  return done;
}
