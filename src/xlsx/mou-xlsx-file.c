/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-file: see the header. */
#include "mou-xlsx-file.h"

#include "mou-xlsx-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/mman.h>
#include <unistd.h>

#define FOLDER_TEMPLATE ".mou-table-XXXXXX"
#define BLOCK_BYTES 65536

static gboolean
fail (GError **error)
{
  int code = errno;

  g_set_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_SYSTEM, _ ("cannot be written: %s"), g_strerror (code));
  return FALSE;
}

static gboolean
copy_bytes (int from, int to)
{
  char block[BLOCK_BYTES];
  gssize length;

  if (lseek (from, 0, SEEK_SET) != 0)
    return FALSE;
  while ((length = read (from, block, sizeof block)) > 0)
    for (gssize done = 0, written = 0; done < length; done += written)
      {
        written = write (to, block + done, (gsize) (length - done));
        if (written <= 0)
          return FALSE;
      }
  return length == 0;
}

/* Synced here, so that the rename never shows a name without its bytes. */
static gboolean
copy_to_file (int from, const char *path, GError **error)
{
  int to = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  gboolean done = to >= 0 && copy_bytes (from, to) && fsync (to) == 0;

  if (!done)
    fail (error);
  if (to >= 0 && close (to) != 0 && done)
    done = fail (error);
  return done;
}

static gboolean
make_in_c_locale (const char *path, const char *folder, MouXlsxMake make, gpointer data, GError **error)
{
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0))); /* words stay those of the user */
  locale_t before = uselocale (plain);
  gboolean done = make (path, folder, data, error);

  uselocale (before);
  freelocale (plain);
  return done;
}

gboolean
mou_xlsx_file_make (const char *path, const char *folder, MouXlsxMake make, gpointer data, GError **error)
{
  int fd = memfd_create ("mou-workbook", MFD_CLOEXEC);
  g_autofree char *memory_path = g_strdup_printf ("/proc/self/fd/%d", fd);
  gboolean done;

  g_return_val_if_fail (path != NULL && folder != NULL && make != NULL, FALSE);
  if (fd < 0)
    return fail (error);
  done = make_in_c_locale (memory_path, folder, make, data, error) && copy_to_file (fd, path, error);
  close (fd);
  return done;
}

static gboolean
sync_folder (const char *folder, GError **error)
{
  int fd = open (folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    fail (error);
  if (fd >= 0)
    close (fd);
  return done;
}

/* The library leaves temporary files behind when it fails. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
replace_from (const char *folder, const char *path, MouXlsxMake make, gpointer data, GError **error)
{
  g_autofree char *temporary = g_build_filename (folder, "workbook", NULL);
  g_autofree char *target_folder = g_path_get_dirname (path);

  if (!make (temporary, folder, data, error))
    return FALSE;
  if (g_rename (temporary, path) != 0)
    return fail (error);
  return sync_folder (target_folder, error);
}

gboolean
mou_xlsx_file_replace (const char *path, MouXlsxMake make, gpointer data, GError **error)
{
  g_autofree char *target_folder = NULL;
  g_autofree char *folder = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL && make != NULL, FALSE);
  target_folder = g_path_get_dirname (path);
  folder = g_build_filename (target_folder, FOLDER_TEMPLATE, NULL);
  if (g_mkdtemp (folder) != NULL)
    {
      done = replace_from (folder, path, make, data, error);
      remove_folder (folder);
    }
  else
    done = fail (error);
  if (!done)
    g_prefix_error (error, "%s: ", path);
  return done;
}
