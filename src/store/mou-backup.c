/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy is written under a name that begins with a dot and gets its own when it has been read back; what a crash leaves under such
 * a name is removed by a later one. SQLite sees the copies only, never the file itself. */

#include "mou-backup.h"

#include "mou-disk.h"
#include "mou-intake.h"
#include "mou-intake-header.h"
#include "mou-journal-rows.h"
#include "mou-schema.h"
#include "mou-state-folder.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#define BACKUPS "backups"
#define NOTE_NAME "target"
#define PART_PREFIX ".part-"
#define SUFFIX ".mou"
#define FOLDER_DIGITS 32
#define SHA256_DIGITS 64
#define TIME_LENGTH 23 /* 20261121T101502.123456Z */
#define UNFINISHED_SECONDS 3600
#define READ_BUDGET 50000000 /* steps of SQLite's machine: far more than one entry takes */

void
mou_backup_free (MouBackup *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self);
}

/* Where they are */

/* Without links; of a file that does not exist the folder's. */
static char *
resolve (const char *target)
{
  g_autofree char *absolute = g_canonicalize_filename (target, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *whole = realpath (absolute, NULL);
  char *real_folder = whole == NULL ? realpath (folder, NULL) : NULL;
  char *resolved = whole != NULL ? g_strdup (whole) : g_build_filename (real_folder != NULL ? real_folder : folder, name, NULL);

  free (whole);
  free (real_folder);

  return resolved;
}

static char *
build_folder_name (const char *resolved)
{
  g_autofree char *digits = g_compute_checksum_for_string (G_CHECKSUM_SHA256, resolved, -1);

  digits[FOLDER_DIGITS] = '\0';

  return g_build_filename (BACKUPS, digits, NULL);
}

static gboolean
write_note (const char *folder, const char *resolved, GError **error)
{
  g_autofree char *path = g_build_filename (folder, NOTE_NAME, NULL);
  g_autofree char *uri = g_filename_to_uri (resolved, NULL, error);
  g_autofree char *line = uri != NULL ? g_strconcat (uri, "\n", NULL) : NULL;

  return line != NULL && (g_file_test (path, G_FILE_TEST_EXISTS) || mou_disk_write_note (path, line, error));
}

static char *
make_folder (const char *state_dir, const char *target, GError **error)
{
  g_autofree char *resolved = resolve (target);
  g_autofree char *name = build_folder_name (resolved);
  g_autofree char *above = mou_state_folder_make (state_dir, BACKUPS, error);
  g_autofree char *folder = above != NULL ? mou_state_folder_make (state_dir, name, error) : NULL;

  return folder != NULL && write_note (folder, resolved, error) ? g_steal_pointer (&folder) : NULL;
}

/* Names */

static char *
build_name (gint64 at_us, const char *sha256)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);
  g_autofree char *second = g_date_time_format (at, "%Y%m%dT%H%M%S");

  return g_strdup_printf ("%s.%06dZ-%s" SUFFIX, second, (int) (at_us % G_USEC_PER_SEC), sha256);
}

static gboolean
parse_name (const char *name, MouBackup *backup)
{
  int year, month, day, hour, minute, second, fraction;

  if (strlen (name) != TIME_LENGTH + 1 + SHA256_DIGITS + strlen (SUFFIX) || !g_str_has_suffix (name, SUFFIX)
      || sscanf (name, "%4d%2d%2dT%2d%2d%2d.%6dZ-", &year, &month, &day, &hour, &minute, &second, &fraction) != 7)
    return FALSE;

  g_autoptr (GDateTime) at = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (at == NULL)
    return FALSE;
  backup->at_us = g_date_time_to_unix (at) * G_USEC_PER_SEC + fraction;
  g_strlcpy (backup->sha256, name + TIME_LENGTH + 1, sizeof backup->sha256);

  return TRUE;
}

/* Listing */

static void
list_file (const char *folder, const char *name, GPtrArray *found)
{
  g_autoptr (MouBackup) backup = g_new0 (MouBackup, 1);
  struct stat info;

  backup->path = g_build_filename (folder, name, NULL);
  if (!parse_name (name, backup) || g_stat (backup->path, &info) != 0 || !S_ISREG (info.st_mode))
    return;

  backup->size = (guint64) info.st_size;
  g_ptr_array_add (found, g_steal_pointer (&backup));
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const MouBackup *left = *(MouBackup *const *) a, *right = *(MouBackup *const *) b;

  return (right->at_us > left->at_us) - (right->at_us < left->at_us);
}

static GPtrArray *
list_folder (const char *folder)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_backup_free);
  const char *name;

  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    list_file (folder, name, found);
  g_ptr_array_sort (found, compare_newest_first);

  return found;
}

GPtrArray *
mou_backup_list (const char *state_dir, const char *target)
{
  g_return_val_if_fail (target != NULL, NULL);

  g_autofree char *resolved = resolve (target);
  g_autofree char *name = build_folder_name (resolved);
  g_autofree char *folder = mou_state_folder_build (state_dir, name);

  return list_folder (folder);
}

/* Making */

/* A young one may be in the making, in another process. */
static gboolean
is_stale (const char *path)
{
  struct stat info;

  return g_stat (path, &info) == 0 && g_get_real_time () / G_USEC_PER_SEC - (gint64) info.st_mtim.tv_sec > UNFINISHED_SECONDS;
}

static void
remove_stale_parts (const char *folder)
{
  const char *name;

  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_str_has_prefix (name, PART_PREFIX) && is_stale (path))
        g_unlink (path);
    }
}

static void
prune (const char *folder)
{
  g_autoptr (GPtrArray) backups = list_folder (folder);
  g_autofree gint64 *times = g_new (gint64, backups->len);
  g_autofree gboolean *keeps = g_new (gboolean, backups->len);

  for (guint i = 0; i < backups->len; i++)
    times[i] = ((const MouBackup *) g_ptr_array_index (backups, i))->at_us;
  mou_backup_choose (times, backups->len, keeps);
  for (guint i = 0; i < backups->len; i++)
    if (!keeps[i])
      g_unlink (((const MouBackup *) g_ptr_array_index (backups, i))->path);
}

/* Reads what was written, and compares it with what was read. */
static gboolean
check_copy (const char *part, const char *target, const MouFileIdentity *expected, GError **error)
{
  MouFileIdentity found;

  if (!mou_file_identify (part, &found, error))
    return FALSE;
  if (g_str_equal (found.sha256, expected->sha256))
    return TRUE;

  g_autofree char *name = g_filename_display_name (target);
  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM, _ ("The backup of “%s” is not what the file is."), name);

  return FALSE;
}

/* Newer than all there are, even when the clock was set back. */
static gint64
choose_time (GPtrArray *backups)
{
  const MouBackup *newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;
  gint64 now = g_get_real_time ();

  return newest != NULL && newest->at_us >= now ? newest->at_us + 1 : now;
}

/* Under its own name, unless the newest is the very same. */
static gboolean
keep_part (const char *folder, const char *part, const char *target, const MouFileIdentity *identity, GError **error)
{
  g_autoptr (GPtrArray) backups = list_folder (folder);
  const MouBackup *newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;

  if (newest != NULL && g_str_equal (newest->sha256, identity->sha256) && newest->size == identity->size)
    {
      g_unlink (part);
      return TRUE;
    }
  if (!check_copy (part, target, identity, error))
    return FALSE;

  g_autofree char *name = build_name (choose_time (backups), identity->sha256);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return mou_disk_replace (part, path, error);
}

gboolean
mou_backup_make (const char *state_dir, const char *target, const MouFileIdentity *expected, GError **error)
{
  MouFileIdentity identity;

  g_return_val_if_fail (target != NULL, FALSE);

  if (!g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;
  g_autofree char *folder = make_folder (state_dir, target, error);
  if (folder == NULL)
    return FALSE;

  remove_stale_parts (folder);
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *part = g_strconcat (folder, G_DIR_SEPARATOR_S PART_PREFIX, random, NULL);
  gboolean made = mou_file_copy (target, part, &identity, NULL, error);
  gboolean is_expected = made && (expected == NULL || g_str_equal (identity.sha256, expected->sha256));
  if (is_expected)
    made = keep_part (folder, part, target, &identity, error);
  if (!made || !is_expected)
    g_unlink (part);
  prune (folder);

  return made;
}

/* What is inside */

static gboolean
read_header (const char *path, int *version)
{
  guint8 header[MOU_HEADER_SIZE];
  struct stat info;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize size = fd >= 0 && fstat (fd, &info) == 0 ? read (fd, header, sizeof header) : -1;

  if (fd >= 0)
    close (fd);

  return size >= 0 && mou_header_check (header, (gsize) size, (guint64) info.st_size, path, version, NULL);
}

MouJournalEntry *
mou_backup_read_last_entry (const MouBackup *self)
{
  int version;

  g_return_val_if_fail (self != NULL, NULL);

  if (!read_header (self->path, &version))
    return NULL;
  g_autoptr (MouSqlite) db = mou_sqlite_open (self->path, MOU_SQLITE_CHECK, NULL, NULL);
  if (db == NULL || !mou_schema_check (db, version, NULL))
    return NULL;

  mou_sqlite_set_budget (db, READ_BUDGET, NULL);
  g_autoptr (GPtrArray) entries = mou_journal_read_entries (db, 0, 1, NULL);

  return entries != NULL && entries->len > 0 ? g_ptr_array_steal_index (entries, 0) : NULL;
}
