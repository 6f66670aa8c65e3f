/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder is synced by opening it. Some network file systems answer EINVAL to that: they have no such thing as an unsynced
 * rename, so it is taken for success. */

#include "mou-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

void
mou_disk_set_read_error (GError **error, int system_error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM, _ ("“%s” could not be read: %s."), name, g_strerror (system_error));
}

void
mou_disk_set_write_error (GError **error, int system_error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM, _ ("“%s” could not be written: %s."), name, g_strerror (system_error));
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;
  int system_error = errno;

  if (fd >= 0)
    close (fd);
  if (synced || (fd >= 0 && system_error == EINVAL))
    return TRUE;

  mou_disk_set_write_error (error, system_error, path);

  return FALSE;
}

gboolean
mou_disk_sync_file (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return sync_path (path, O_RDWR, error);
}

gboolean
mou_disk_sync_folder (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return sync_path (path, O_RDONLY | O_DIRECTORY, error);
}

gboolean
mou_disk_replace (const char *from, const char *to, GError **error)
{
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (g_rename (from, to) != 0)
    {
      mou_disk_set_write_error (error, errno, to);
      return FALSE;
    }

  g_autofree char *folder = g_path_get_dirname (to);

  return mou_disk_sync_folder (folder, error);
}

gboolean
mou_disk_write_all (int fd, gconstpointer data, gsize size)
{
  const char *at = data;

  while (size > 0)
    {
      gssize written = write (fd, at, size);
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      at += written;
      size -= (gsize) written;
    }

  return TRUE;
}

static gboolean
write_new_file (const char *path, const char *text, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
  gboolean written = fd >= 0 && mou_disk_write_all (fd, text, strlen (text)) && fsync (fd) == 0;
  int system_error = errno;

  if (fd >= 0)
    close (fd);
  if (!written)
    mou_disk_set_write_error (error, system_error, path);

  return written;
}

gboolean
mou_disk_write_note (const char *path, const char *text, GError **error)
{
  g_return_val_if_fail (path != NULL && text != NULL, FALSE);

  g_autofree char *part = g_strconcat (path, ".part", NULL);
  if (write_new_file (part, text, error) && mou_disk_replace (part, path, error))
    return TRUE;

  g_unlink (part);

  return FALSE;
}

gboolean
mou_disk_is_same_file (const char *a, const char *b)
{
  struct stat left, right;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (g_stat (a, &left) == 0 && g_stat (b, &right) == 0)
    return left.st_dev == right.st_dev && left.st_ino == right.st_ino;

  g_autofree char *first = g_canonicalize_filename (a, NULL);
  g_autofree char *second = g_canonicalize_filename (b, NULL);

  return g_str_equal (first, second);
}

void
mou_disk_remove_folder (const char *path)
{
  const char *name;

  g_return_if_fail (path != NULL);

  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_unlink (file);
    }
  g_rmdir (path);
}
