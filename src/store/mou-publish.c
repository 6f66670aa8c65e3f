/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The target is only ever touched by one rename, of a file that has passed every check of intake. A VACUUM INTO that is killed
 * leaves a file that opens as an empty database and calls itself sound; so it goes to a part file, which is the one kind of file
 * that may be found unfinished, and is removed by the next save. */

#include "mou-publish.h"

#include "mou-content.h"
#include "mou-disk.h"
#include "mou-intake-database.h"
#include "mou-migration.h"
#include "mou-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#define MAX_LINKS 40
#define LOCK_TRIES 500
#define LOCK_WAIT_US 10000
#define SETTLED_SECONDS 2
#define MAX_NAME_IN_PART 180 /* bytes of the target's name: the whole must stay under 255 */

/* Where the target really is, and what is there now. */
typedef struct
{
  char *path;
  char *folder;
  char *part;      /* NULL once it has become the target */
  char *published; /* SHA-256 of what the last save put there, should nobody have noted it; or NULL */
  gboolean exists;
  struct stat info;
} Target;

static void
target_clear (Target *target)
{
  if (target->part != NULL)
    {
      g_autofree char *journal = g_strconcat (target->part, "-journal", NULL);
      g_unlink (target->part);
      g_unlink (journal);
    }
  g_free (target->path);
  g_free (target->folder);
  g_free (target->part);
  g_free (target->published);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

static gboolean
refuse (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM, _ ("“%s” could not be saved: %s."), name, reason);

  return FALSE;
}

/* Finding the target */

/* A link is kept, and what it leads to is replaced. */
static char *
resolve_links (const char *path, GError **error)
{
  g_autofree char *resolved = g_canonicalize_filename (path, NULL);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (resolved, NULL);
      if (link == NULL)
        return g_steal_pointer (&resolved);
      g_autofree char *folder = g_path_get_dirname (resolved);
      g_free (resolved);
      resolved = g_canonicalize_filename (link, folder);
    }

  refuse (path, g_strerror (ELOOP), error);

  return NULL;
}

/* A rename would replace a read-only file without asking, because that is decided by the folder. */
static gboolean
check_replaceable (Target *target, GError **error)
{
  if (!target->exists)
    return TRUE;
  if (S_ISDIR (target->info.st_mode))
    return refuse (target->path, _ ("there is a folder of that name"), error);
  if (!S_ISREG (target->info.st_mode))
    return refuse (target->path, _ ("what has that name is not a regular file"), error);
  if ((target->info.st_mode & 0222) == 0 || g_access (target->path, W_OK) != 0)
    return refuse (target->path, _ ("the file is read-only"), error);

  return TRUE;
}

static gboolean
find_target (Target *target, const char *path, GError **error)
{
  target->path = resolve_links (path, error);
  if (target->path == NULL)
    return FALSE;

  target->folder = g_path_get_dirname (target->path);
  target->exists = g_stat (target->path, &target->info) == 0;
  if (!target->exists && errno != ENOENT)
    return refuse (target->path, g_strerror (errno), error);

  return check_replaceable (target, error);
}

static gboolean
is_same_file (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec
         && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec && a->st_ctim.tv_sec == b->st_ctim.tv_sec && a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

static gboolean
check_expected (Target *target, const MouFileIdentity *expected, GError **error)
{
  MouFileIdentity found;

  if (expected == NULL)
    return TRUE;
  if (g_file_test (target->path, G_FILE_TEST_EXISTS))
    {
      if (!mou_file_identify (target->path, &found, error))
        return FALSE;
      if (g_str_equal (found.sha256, expected->sha256) || g_strcmp0 (found.sha256, target->published) == 0)
        return TRUE;
    }

  g_autofree char *name = g_filename_display_name (target->path);
  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_CHANGED, _ ("“%s” was changed or removed by another program since it was opened."),
               name);

  return FALSE;
}

/* Writing and proving the part takes a while. What nobody has touched meanwhile, as its times tell, need not be read again; but
 * times are coarse, and say nothing of a file that was touched just before. */
static gboolean
check_still_expected (Target *target, const MouFileIdentity *expected, GError **error)
{
  struct stat now;
  const gint64 settled = g_get_real_time () / G_USEC_PER_SEC - SETTLED_SECONDS;

  if (target->exists && g_stat (target->path, &now) == 0 && is_same_file (&now, &target->info) && now.st_ctim.tv_sec < settled)
    return TRUE;

  return check_expected (target, expected, error);
}

/* The part file: .NAME.part-PID-RANDOM beside the target */

static char *
build_part_prefix (Target *target)
{
  g_autofree char *name = g_path_get_basename (target->path);

  if (strlen (name) > MAX_NAME_IN_PART)
    name[MAX_NAME_IN_PART] = '\0';

  return g_strdup_printf (".%s.part-", name);
}

/* Nobody writes it any more. One of this process is of a save that could not remove it: a target is saved once at a time. */
static gboolean
part_is_stale (const char *pid_text)
{
  gint64 pid = g_ascii_strtoll (pid_text, NULL, 10);

  return pid <= 0 || pid > G_MAXINT || pid == getpid () || (kill ((pid_t) pid, 0) != 0 && errno == ESRCH);
}

/* Should the pid be one of another computer, its save fails with a sentence and can be tried again. */
static void
remove_stale_parts (Target *target)
{
  g_autofree char *prefix = build_part_prefix (target);
  const char *name;

  g_autoptr (GDir) folder = g_dir_open (target->folder, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, prefix) && part_is_stale (name + strlen (prefix)))
      {
        g_autofree char *path = g_build_filename (target->folder, name, NULL);
        g_unlink (path);
      }
}

/* Born with the rights of a new file, or with none for others when there is a target whose rights it will get. */
static gboolean
create_part (Target *target, GError **error)
{
  g_autofree char *prefix = build_part_prefix (target);
  g_autofree char *part = g_strdup_printf ("%s/%s%d-%08x", target->folder, prefix, (int) getpid (), g_random_int ());

  int fd = g_open (part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, target->exists ? 0600 : 0666);
  if (fd < 0)
    return refuse (target->path, g_strerror (errno), error);
  close (fd);
  target->part = g_steal_pointer (&part);

  return TRUE;
}

/* The owner can only be kept by root, the group only by a member: then the rights are those of the saver. */
static gboolean
copy_rights (Target *target, GError **error)
{
  if (!target->exists)
    return TRUE;

  gboolean same_owner = chown (target->part, target->info.st_uid, target->info.st_gid) == 0;
  mode_t mode = target->info.st_mode & (same_owner ? 0777 : 0707);
  if (chmod (target->part, mode) != 0)
    return refuse (target->path, g_strerror (errno), error);

  return TRUE;
}

static gboolean
write_part (MouStore *store, Target *target, GError **error)
{
  g_rec_mutex_lock (&store->lock);
  g_assert (!store->editing);
  gboolean written
      = mou_content_stamp (store->db, store->reg, store->entry, error) && mou_sqlite_vacuum_into (store->db, target->part, error);
  g_rec_mutex_unlock (&store->lock);

  return written && mou_disk_sync_file (target->part, error);
}

/* The stamp was made from the register in memory, so a part that passes holds exactly that register and its journal. */
static gboolean
verify_part (MouStore *store, Target *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = g_filename_display_name (target->path);

  g_autoptr (MouRegister) rows = mou_intake_read_database (target->part, MOU_SCHEMA_VERSION, name, cancellable, &failure);
  if (rows != NULL)
    return TRUE;
  if (failure->domain != MOU_STORE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM, _ ("“%s” was not saved, as what was written could not be confirmed: %s"),
               name, failure->message);

  return FALSE;
}

static char *
dup_published (MouStore *store)
{
  G_GNUC_UNUSED g_autoptr (GRecMutexLocker) locker = g_rec_mutex_locker_new (&store->lock);

  return mou_content_dup_published (store->db);
}

/* From here on the register knows this file for its own, though the program should die before anybody else is told. */
static gboolean
note_published (MouStore *store, const MouFileIdentity *identity, GError **error)
{
  G_GNUC_UNUSED g_autoptr (GRecMutexLocker) locker = g_rec_mutex_locker_new (&store->lock);

  return mou_content_note_published (store->db, identity->sha256, error);
}

/* From the last look at the target until it is replaced nobody else of ours may replace it: or the second of two who save at once
 * would undo the first without either being told. The folder is locked, as the target is another file after each save. Where the file
 * system knows no locks, or somebody keeps this one, it goes without. */
static int
lock_folder (Target *target)
{
  int fd = g_open (target->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  for (int i = 0; fd >= 0 && i < LOCK_TRIES; i++)
    {
      if (flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        break;
      g_usleep (LOCK_WAIT_US);
    }

  return fd;
}

static gboolean
replace_locked_target (MouStore *store, Target *target, const MouFileIdentity *expected, const MouFileIdentity *identity, GError **error)
{
  int lock = lock_folder (target);
  gboolean replaced = check_still_expected (target, expected, error) && note_published (store, identity, error)
                      && mou_disk_replace (target->part, target->path, error);

  if (lock >= 0)
    close (lock);

  return replaced;
}

static gboolean
replace_target (MouStore *store, Target *target, const MouFileIdentity *expected, MouFileIdentity *identity, GError **error)
{
  if (!copy_rights (target, error) || !mou_file_identify (target->part, identity, error)
      || !replace_locked_target (store, target, expected, identity, error))
    return FALSE;

  g_clear_pointer (&target->part, g_free);

  return TRUE;
}

gboolean
mou_publish (MouStore *store, const char *path, const MouFileIdentity *expected, MouFileIdentity *identity, GCancellable *cancellable,
             GError **error)
{
  g_auto (Target) target = { NULL };

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (path != NULL && identity != NULL, FALSE);

  target.published = dup_published (store);
  if (!find_target (&target, path, error) || !check_expected (&target, expected, error))
    return FALSE;
  remove_stale_parts (&target);

  return create_part (&target, error) && write_part (store, &target, error) && verify_part (store, &target, cancellable, error)
         && replace_target (store, &target, expected, identity, error);
}
