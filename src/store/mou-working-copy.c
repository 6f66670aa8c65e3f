/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folders are made under a name that begins with a dot and renamed when they have their lock, so that nobody ever sees one that
 * is neither locked nor abandoned. What counts as unsaved is decided by the journal in the copy, not by a flag. */

#include "mou-working-copy.h"

#include "mou-disk.h"
#include "mou-lock-note.h"
#include "mou-sqlite.h"
#include "mou-state-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define COPIES "copies"
#define GROUP "copy"
#define REGISTER_NAME "register.mou"
#define NOTE_NAME "note"
#define UNFINISHED_SECONDS 3600

struct _MouWorkingCopy
{
  char *folder;
  char *path;
  char *target; /* absolute; NULL when never saved */
  MouFileIdentity identity;
  gint64 saved_entry;
  gboolean discarded;
};

static MouWorkingCopy *
new_working_copy (const char *folder)
{
  MouWorkingCopy *self = g_new0 (MouWorkingCopy, 1);

  self->folder = g_strdup (folder);
  self->path = g_build_filename (folder, REGISTER_NAME, NULL);

  return self;
}

/* The note: target as a URI, because a path need not be UTF-8. */

static gboolean
write_note (MouWorkingCopy *self, GError **error)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();

  if (self->target != NULL)
    {
      g_autofree char *uri = g_filename_to_uri (self->target, NULL, error);
      if (uri == NULL)
        return FALSE;
      g_key_file_set_string (note, GROUP, "target", uri);
    }
  g_key_file_set_uint64 (note, GROUP, "size", self->identity.size);
  g_key_file_set_int64 (note, GROUP, "modified_us", self->identity.modified_us);
  g_key_file_set_string (note, GROUP, "sha256", self->identity.sha256);
  g_key_file_set_int64 (note, GROUP, "saved_entry", self->saved_entry);

  g_autofree char *path = g_build_filename (self->folder, NOTE_NAME, NULL);
  g_autofree char *text = g_key_file_to_data (note, NULL, NULL);

  return mou_disk_write_note (path, text, error);
}

/* A note that is missing or makes no sense means: never saved. */
static void
read_note (MouWorkingCopy *self)
{
  g_autofree char *path = g_build_filename (self->folder, NOTE_NAME, NULL);
  g_autoptr (GKeyFile) note = g_key_file_new ();

  if (!g_key_file_load_from_file (note, path, G_KEY_FILE_NONE, NULL))
    return;

  g_autofree char *uri = g_key_file_get_string (note, GROUP, "target", NULL);
  g_autofree char *sha256 = g_key_file_get_string (note, GROUP, "sha256", NULL);
  self->target = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  self->identity.size = g_key_file_get_uint64 (note, GROUP, "size", NULL);
  self->identity.modified_us = g_key_file_get_int64 (note, GROUP, "modified_us", NULL);
  g_strlcpy (self->identity.sha256, sha256 != NULL ? sha256 : "", sizeof self->identity.sha256);
  self->saved_entry = g_key_file_get_int64 (note, GROUP, "saved_entry", NULL);
}

/* Making and taking over */

static char *
make_hidden_folder (const char *copies, GError **error)
{
  g_autofree char *folder = g_build_filename (copies, ".new-XXXXXX", NULL);

  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      mou_disk_set_write_error (error, errno, folder);
      return NULL;
    }

  return g_steal_pointer (&folder);
}

static gboolean
fill_folder (MouWorkingCopy *self, const char *final, GError **error)
{
  if (!mou_lock_note_take (self->folder, error) || !write_note (self, error) || !mou_disk_replace (self->folder, final, error))
    {
      mou_disk_remove_folder (self->folder);
      return FALSE;
    }

  g_free (self->folder);
  self->folder = g_strdup (final);
  g_free (self->path);
  self->path = g_build_filename (final, REGISTER_NAME, NULL);

  return TRUE;
}

MouWorkingCopy *
mou_working_copy_new (const char *state_dir, const char *target, GError **error)
{
  g_autofree char *copies = mou_state_folder_make (state_dir, COPIES, error);
  g_autofree char *folder = copies != NULL ? make_hidden_folder (copies, error) : NULL;
  if (folder == NULL)
    return NULL;

  g_autofree char *name = g_uuid_string_random ();
  g_autofree char *final = g_build_filename (copies, name, NULL);
  MouWorkingCopy *self = new_working_copy (folder);
  self->target = target != NULL ? g_canonicalize_filename (target, NULL) : NULL;
  if (fill_folder (self, final, error))
    return self;

  self->discarded = TRUE;
  mou_working_copy_free (self);

  return NULL;
}

MouWorkingCopy *
mou_working_copy_adopt (const char *folder, GError **error)
{
  g_return_val_if_fail (folder != NULL, NULL);

  if (!mou_lock_note_take (folder, error))
    return NULL;

  MouWorkingCopy *self = new_working_copy (folder);
  read_note (self);

  return self;
}

void
mou_working_copy_free (MouWorkingCopy *self)
{
  if (self == NULL)
    return;

  if (!self->discarded)
    mou_lock_note_release (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->target);
  g_free (self);
}

const char *
mou_working_copy_get_path (MouWorkingCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

char *
mou_working_copy_dup_state_dir (MouWorkingCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autofree char *copies = g_path_get_dirname (self->folder);

  return g_path_get_dirname (copies);
}

const char *
mou_working_copy_get_target (MouWorkingCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->target;
}

const MouFileIdentity *
mou_working_copy_get_identity (MouWorkingCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->identity;
}

gint64
mou_working_copy_get_saved_entry (MouWorkingCopy *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->saved_entry;
}

gboolean
mou_working_copy_note_saved (MouWorkingCopy *self, const char *target, const MouFileIdentity *identity, gint64 entry, GError **error)
{
  g_return_val_if_fail (self != NULL && target != NULL && identity != NULL, FALSE);

  char *absolute = g_canonicalize_filename (target, NULL);
  g_free (self->target);
  self->target = absolute;
  self->identity = *identity;
  self->saved_entry = entry;

  return write_note (self, error);
}

void
mou_working_copy_discard (MouWorkingCopy *self)
{
  g_return_if_fail (self != NULL);

  /* The register first: without its note it would look like work that was never saved. */
  g_unlink (self->path);
  mou_disk_remove_folder (self->folder);
  self->discarded = TRUE;
}

/* What was left behind */

void
mou_abandoned_copy_free (MouAbandonedCopy *copy)
{
  if (copy == NULL)
    return;

  g_free (copy->folder);
  g_free (copy->target);
  g_free (copy->modified);
  g_free (copy);
}

/* The note has a target from the beginning, and its identity when all of it has been read and checked: nothing is edited before. */
static gboolean
is_being_taken_in (MouWorkingCopy *self)
{
  return self->target != NULL && *self->identity.sha256 == '\0';
}

/* Entries since the last save. A copy that cannot be read counts as one: it is offered, and then refused with its reason. */
static guint
count_unsaved (MouWorkingCopy *self)
{
  gint64 last;
  struct stat info;

  if (is_being_taken_in (self) || g_stat (self->path, &info) != 0 || info.st_size == 0)
    return 0;

  g_autoptr (MouSqlite) db = mou_sqlite_open (self->path, MOU_SQLITE_WRITE, NULL, NULL);
  if (db == NULL || !mou_sqlite_query_integer (db, "SELECT ifnull (max (entry), 0) FROM journal", &last, NULL))
    return 1;

  return last > self->saved_entry ? (guint) (last - self->saved_entry) : 0;
}

static char *
format_modified (const char *path)
{
  struct stat info;

  if (g_stat (path, &info) != 0)
    return g_strdup ("");

  g_autoptr (GDateTime) modified = g_date_time_new_from_unix_utc (info.st_mtim.tv_sec);

  return g_date_time_format (modified, "%Y-%m-%dT%H:%M:%SZ");
}

static MouAbandonedCopy *
describe_copy (MouWorkingCopy *copy, const char *modified, guint unsaved)
{
  MouAbandonedCopy *abandoned = g_new0 (MouAbandonedCopy, 1);

  abandoned->folder = g_strdup (copy->folder);
  abandoned->target = g_strdup (copy->target);
  abandoned->modified = g_strdup (modified);
  abandoned->unsaved = unsaved;

  return abandoned;
}

/* Locked for the time of looking, so that two starts at once do not remove or describe one folder together. */
static void
look_into (const char *folder, GPtrArray *found)
{
  g_autoptr (MouWorkingCopy) copy = mou_working_copy_adopt (folder, NULL);
  if (copy == NULL)
    return;

  /* Counting may roll an interrupted commit back, which is not when the person last worked. */
  g_autofree char *modified = format_modified (copy->path);
  guint unsaved = count_unsaved (copy);
  if (unsaved > 0)
    g_ptr_array_add (found, describe_copy (copy, modified, unsaved));
  else
    mou_working_copy_discard (copy);
}

/* A folder that a crash left before it had its name. A young one may be in the making. */
static void
remove_unfinished (const char *folder)
{
  struct stat info;

  if (g_stat (folder, &info) == 0 && g_get_real_time () / G_USEC_PER_SEC - (gint64) info.st_mtim.tv_sec > UNFINISHED_SECONDS)
    mou_disk_remove_folder (folder);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const MouAbandonedCopy *left = *(MouAbandonedCopy *const *) a, *right = *(MouAbandonedCopy *const *) b;

  return strcmp (right->modified, left->modified);
}

GPtrArray *
mou_working_copy_list_abandoned (const char *state_dir)
{
  g_autofree char *copies = mou_state_folder_build (state_dir, COPIES);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_abandoned_copy_free);
  const char *name;

  g_autoptr (GDir) dir = g_dir_open (copies, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (copies, name, NULL);
      g_autofree char *holder = mou_lock_note_dup_holder (folder);
      if (holder == NULL && name[0] == '.')
        remove_unfinished (folder);
      else if (holder == NULL)
        look_into (folder, found);
    }
  g_ptr_array_sort (found, compare_newest_first);

  return found;
}

/* Who holds `folder`, if it is a copy of `target`. */
static char *
dup_holder_of (const char *folder, const char *target)
{
  MouWorkingCopy copy = { .folder = (char *) folder };

  read_note (&copy);
  char *holder = copy.target != NULL && mou_disk_is_same_file (copy.target, target) ? mou_lock_note_dup_holder (folder) : NULL;
  g_free (copy.target);

  return holder;
}

/* `own`: the folder that does not count; NULL: all do. */
static char *
find_holder (const char *copies, const char *target, const char *own)
{
  g_autofree char *own_name = own != NULL ? g_path_get_basename (own) : NULL;
  char *holder = NULL;
  const char *name;

  g_autoptr (GDir) dir = g_dir_open (copies, 0, NULL);
  while (dir != NULL && holder == NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (copies, name, NULL);
      if (name[0] != '.' && g_strcmp0 (name, own_name) != 0)
        holder = dup_holder_of (folder, target);
    }

  return holder;
}

gboolean
mou_working_copy_find_holder (const char *state_dir, const char *target, char **holder)
{
  g_return_val_if_fail (target != NULL && holder != NULL, FALSE);

  g_autofree char *copies = mou_state_folder_build (state_dir, COPIES);
  g_autofree char *absolute = g_canonicalize_filename (target, NULL);
  *holder = find_holder (copies, absolute, NULL);

  return *holder != NULL;
}

gboolean
mou_working_copy_find_other_holder (MouWorkingCopy *self, char **holder)
{
  g_return_val_if_fail (self != NULL && holder != NULL, FALSE);

  g_autofree char *copies = g_path_get_dirname (self->folder);
  *holder = self->target != NULL ? find_holder (copies, self->target, self->folder) : NULL;

  return *holder != NULL;
}
