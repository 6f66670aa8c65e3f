/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The user's file is opened once, read once, and never given to SQLite: its bytes are hashed on their way into a private copy,
 * and everything else happens to the copy. So no lock, journal or access time of ours can reach it, and what was checked is
 * what is then edited, even when somebody replaces the file meanwhile. */

#include "mou-intake.h"

#include "mou-disk.h"
#include "mou-intake-database.h"
#include "mou-intake-header.h"
#include "mou-migration.h"
#include "mou-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define CHUNK_SIZE 65536
#define MAX_FILE_SIZE (G_GUINT64_CONSTANT (2) << 30)

typedef struct
{
  const char *path;
  int fd;
  struct stat before;
} Source;

static gboolean
refuse (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_REFUSED, "“%s” %s", name, reason);

  return FALSE;
}

static void
source_close (Source *source)
{
  if (source->fd >= 0)
    close (source->fd);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_close)

/* O_NONBLOCK: opening a pipe that nobody writes to would wait for ever. */
static gboolean
source_open (Source *source, const char *path, GError **error)
{
  source->path = path;
  source->fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
  if (source->fd < 0 || fstat (source->fd, &source->before) != 0)
    {
      mou_disk_set_read_error (error, errno, path);
      return FALSE;
    }
  if (S_ISDIR (source->before.st_mode))
    return refuse (path, _ ("is a folder, not a file."), error);
  if (!S_ISREG (source->before.st_mode))
    return refuse (path, _ ("is not a regular file."), error);
  if ((guint64) source->before.st_size > MAX_FILE_SIZE)
    return refuse (path, _ ("is refused: it is larger than two gigabytes."), error);

  return TRUE;
}

static gint64
get_modified_us (const struct stat *info)
{
  return (gint64) info->st_mtim.tv_sec * G_USEC_PER_SEC + info->st_mtim.tv_nsec / 1000;
}

/* Size and time as they were before the first byte was read, and the same after the last. */
static gboolean
source_finish (Source *source, GChecksum *checksum, MouFileIdentity *identity, GError **error)
{
  struct stat after;

  if (fstat (source->fd, &after) != 0)
    {
      mou_disk_set_read_error (error, errno, source->path);
      return FALSE;
    }
  if (after.st_size != source->before.st_size || get_modified_us (&after) != get_modified_us (&source->before))
    {
      g_autofree char *name = g_filename_display_name (source->path);
      g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM, _ ("“%s” was changed by another program while it was read."), name);
      return FALSE;
    }

  identity->size = (guint64) after.st_size;
  identity->modified_us = get_modified_us (&after);
  g_strlcpy (identity->sha256, g_checksum_get_string (checksum), sizeof identity->sha256);

  return TRUE;
}

/* Hashes all of the source, and copies it to `to` unless that is -1. */
static gboolean
source_read (Source *source, int to, const char *to_path, MouFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);

  for (;;)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      gssize size = read (source->fd, chunk, CHUNK_SIZE);
      if (size == 0)
        return source_finish (source, checksum, identity, error);
      if (size < 0)
        {
          mou_disk_set_read_error (error, errno, source->path);
          return FALSE;
        }
      g_checksum_update (checksum, chunk, size);
      if (to >= 0 && !mou_disk_write_all (to, chunk, (gsize) size))
        {
          mou_disk_set_write_error (error, errno, to_path);
          return FALSE;
        }
    }
}

gboolean
mou_file_identify (const char *path, MouFileIdentity *identity, GError **error)
{
  g_auto (Source) source = { NULL, -1 };

  g_return_val_if_fail (path != NULL && identity != NULL, FALSE);

  return source_open (&source, path, error) && source_read (&source, -1, NULL, identity, NULL, error);
}

static gboolean
check_header (Source *source, int *version, GError **error)
{
  guint8 header[MOU_HEADER_SIZE];
  gssize size = pread (source->fd, header, sizeof header, 0);

  if (size < 0)
    {
      mou_disk_set_read_error (error, errno, source->path);
      return FALSE;
    }

  g_autofree char *name = g_filename_display_name (source->path);

  return mou_header_check (header, (gsize) size, (guint64) source->before.st_size, name, version, error);
}

static gboolean
copy_source (Source *source, const char *to_path, MouFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  int to = g_open (to_path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (to < 0)
    {
      mou_disk_set_write_error (error, errno, to_path);
      return FALSE;
    }

  gboolean copied = source_read (source, to, to_path, identity, cancellable, error);
  close (to);
  if (!copied)
    g_unlink (to_path);

  return copied;
}

gboolean
mou_file_copy (const char *path, const char *to, MouFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  g_auto (Source) source = { NULL, -1 };

  g_return_val_if_fail (path != NULL && to != NULL && identity != NULL, FALSE);

  if (!source_open (&source, path, error) || !copy_source (&source, to, identity, cancellable, error))
    return FALSE;
  if (mou_disk_sync_file (to, error))
    return TRUE;

  g_unlink (to);

  return FALSE;
}

/* Rows that an older version has are those it has in the new one. */
static gboolean
migrate (const char *path, int version, const char *shown_name, GError **error)
{
  if (version == MOU_SCHEMA_VERSION)
    return TRUE;

  g_autoptr (MouSqlite) db = mou_sqlite_open (path, MOU_SQLITE_WRITE, shown_name, error);

  return db != NULL && mou_migration_run (db, version, MOU_SCHEMA_VERSION, error);
}

static MouRegister *
take_in (const char *path, const char *working_copy, MouFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  g_auto (Source) source = { NULL, -1 };
  int version;

  if (!source_open (&source, path, error) || !check_header (&source, &version, error)
      || !copy_source (&source, working_copy, identity, cancellable, error))
    return NULL;
  g_autoptr (MouRegister) rows = mou_intake_read_database (working_copy, version, path, cancellable, error);
  if (rows != NULL && migrate (working_copy, version, path, error) && mou_disk_sync_file (working_copy, error))
    return g_steal_pointer (&rows);

  g_unlink (working_copy);

  return NULL;
}

static gboolean
may_pass_next_time (const GError *failure)
{
  return g_error_matches (failure, MOU_STORE_ERROR, MOU_STORE_ERROR_REFUSED)
         || g_error_matches (failure, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED);
}

/* A fault of reading looks like damage, but passes: nothing is called damaged that has not been read twice. */
static MouRegister *
take_in_patiently (const char *path, const char *working_copy, MouFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;

  /* A journal that a crash has left under this name would be rolled back into the copy. */
  g_autofree char *journal = g_strconcat (working_copy, "-journal", NULL);
  g_unlink (journal);

  MouRegister *rows = take_in (path, working_copy, identity, cancellable, &failure);
  if (rows != NULL)
    return rows;
  if (may_pass_next_time (failure))
    return take_in (path, working_copy, identity, cancellable, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

gboolean
mou_intake (const char *source, const char *working_copy, MouFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (source != NULL && working_copy != NULL && identity != NULL, FALSE);

  g_autoptr (MouRegister) rows = take_in_patiently (source, working_copy, identity, cancellable, error);

  return rows != NULL;
}

MouStore *
mou_intake_open (const char *source, const char *working_copy, MouFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (source != NULL && working_copy != NULL && identity != NULL, NULL);

  MouRegister *rows = take_in_patiently (source, working_copy, identity, cancellable, error);

  return rows != NULL ? mou_store_open_with (working_copy, rows, error) : NULL;
}

/* What a crash in the middle of a commit has left is taken back by SQLite when it first reads. */
static gboolean
finish_interrupted_commit (const char *path, GError **error)
{
  gint64 n_objects;
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  if (!g_file_test (journal, G_FILE_TEST_EXISTS))
    return TRUE;

  g_autoptr (MouSqlite) db = mou_sqlite_open (path, MOU_SQLITE_WRITE, NULL, error);

  return db != NULL && mou_sqlite_query_integer (db, "SELECT count(*) FROM sqlite_schema", &n_objects, error);
}

gboolean
mou_intake_verify (const char *path, GCancellable *cancellable, GError **error)
{
  int version;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!finish_interrupted_commit (path, error))
    return FALSE;

  {
    /* Closed again before SQLite opens the file. */
    g_auto (Source) source = { NULL, -1 };
    if (!source_open (&source, path, error) || !check_header (&source, &version, error))
      return FALSE;
  }

  g_autoptr (MouRegister) rows = mou_intake_read_database (path, version, path, cancellable, error);

  return rows != NULL;
}
