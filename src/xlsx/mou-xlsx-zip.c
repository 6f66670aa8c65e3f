/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-zip: see the header. The archive is opened anew for each part: its central directory is small, and one forward pass
 * keeps no state that a hostile file could confuse. */
#include "mou-xlsx-zip.h"

#include "mou-xlsx-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK_BYTES 65536

struct _MouXlsxZip
{
  char *path;
  int fd;
  guint64 file_bytes;
  guint64 sum_bytes;
  GPtrArray *parts;      /* names in archive order */
  GHashTable *positions; /* lower-case name → 1 + position */
};

typedef struct archive Archive;

static void
archive_release (Archive *archive)
{
  archive_read_free (archive);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_release)

static gboolean
refuse (MouXlsxZip *self, GError **error, const char *reason)
{
  g_set_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_REFUSED, "%s: %s", self->path, reason);
  return FALSE;
}

static gboolean
refuse_part (MouXlsxZip *self, const char *part, GError **error, const char *reason)
{
  g_set_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_REFUSED, "%s: %s: %s", self->path, part, reason);
  return FALSE;
}

/* Only the seekable reader: the streaming one would accept a file whose central directory is cut off. */
static Archive *
open_archive (MouXlsxZip *self, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);
  if (lseek (self->fd, 0, SEEK_SET) != 0 || archive_read_open_fd (archive, self->fd, BLOCK_BYTES) != ARCHIVE_OK)
    {
      refuse (self, error, _ ("it is not a workbook (no readable zip archive)"));
      return NULL;
    }
  return g_steal_pointer (&archive);
}

/* 1: an entry, 0: the end, -1: refused. */
static int
next_entry (MouXlsxZip *self, Archive *archive, struct archive_entry **entry, GError **error)
{
  int status = archive_read_next_header (archive, entry);

  if (status == ARCHIVE_OK || status == ARCHIVE_EOF)
    return status == ARCHIVE_OK;
  refuse (self, error, _ ("it is not a workbook, or its archive is damaged"));
  return -1;
}

static gboolean
is_safe_name (const char *name)
{
  g_auto (GStrv) steps = NULL;

  if (*name == '\0' || *name == '/' || strchr (name, '\\') != NULL || strchr (name, ':') != NULL)
    return FALSE;
  steps = g_strsplit (name, "/", -1);
  return !g_strv_contains ((const char *const *) steps, "..");
}

static gboolean
list_entry (MouXlsxZip *self, struct archive_entry *entry, GError **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  g_autofree char *key = NULL;

  if (name == NULL || !g_utf8_validate (name, -1, NULL) || !is_safe_name (name))
    return refuse (self, error, _ ("a part of it has an unsafe name"));
  if (archive_entry_is_encrypted (entry))
    return refuse_part (self, name, error, _ ("the part is encrypted"));
  if (self->parts->len >= MOU_XLSX_ENTRIES_MAX)
    return refuse (self, error, _ ("it has too many parts"));
  if (archive_entry_size_is_set (entry) && archive_entry_size (entry) > MOU_XLSX_PART_BYTES_MAX)
    return refuse_part (self, name, error, _ ("the part is too large"));

  g_ptr_array_add (self->parts, g_strdup (name));
  key = g_ascii_strdown (name, -1);
  if (!g_hash_table_insert (self->positions, g_steal_pointer (&key), GUINT_TO_POINTER (self->parts->len)))
    return refuse_part (self, name, error, _ ("the part is there twice"));
  return TRUE;
}

static gboolean
list_parts (MouXlsxZip *self, GError **error)
{
  g_autoptr (Archive) archive = open_archive (self, error);
  struct archive_entry *entry;
  int more;

  if (archive == NULL)
    return FALSE;
  while ((more = next_entry (self, archive, &entry, error)) == 1)
    if (!list_entry (self, entry, error))
      return FALSE;
  return more == 0;
}

static gboolean
open_file (MouXlsxZip *self, GError **error)
{
  struct stat status;

  self->fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (self->fd < 0 || fstat (self->fd, &status) != 0)
    {
      g_set_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_SYSTEM, _ ("%s: cannot be opened: %s"), self->path, g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    return refuse (self, error, _ ("it is not a regular file"));
  if (status.st_size > MOU_XLSX_FILE_BYTES_MAX)
    return refuse (self, error, _ ("it is larger than 50 MB"));
  self->file_bytes = (guint64) status.st_size;
  return TRUE;
}

MouXlsxZip *
mou_xlsx_zip_open (const char *path, GError **error)
{
  g_autoptr (MouXlsxZip) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  self = g_new0 (MouXlsxZip, 1);
  self->path = g_strdup (path);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!open_file (self, error) || !list_parts (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
mou_xlsx_zip_free (MouXlsxZip *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->parts);
  g_free (self->path);
  g_free (self);
}

const char *
mou_xlsx_zip_get_path (MouXlsxZip *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->path;
}

GPtrArray *
mou_xlsx_zip_get_parts (MouXlsxZip *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->parts;
}

/* A file that was read twice counts twice: the sum bounds the work, not only the archive. */
static gboolean
count_bytes (MouXlsxZip *self, const char *part, guint64 *part_bytes, gsize length, GError **error)
{
  *part_bytes += length;
  self->sum_bytes += length;
  if (*part_bytes > MOU_XLSX_PART_BYTES_MAX)
    return refuse_part (self, part, error, _ ("the part is too large"));
  if (self->sum_bytes > MOU_XLSX_SUM_BYTES_MAX)
    return refuse (self, error, _ ("it unpacks to too many bytes"));
  if (*part_bytes > MOU_XLSX_RATIO_FREE_BYTES && *part_bytes / MOU_XLSX_RATIO_MAX > self->file_bytes)
    return refuse_part (self, part, error, _ ("the part is packed beyond belief"));
  return TRUE;
}

static gboolean
stream_part (MouXlsxZip *self, Archive *archive, const char *part, MouXlsxSink sink, gpointer data, GError **error)
{
  g_autofree char *block = g_malloc (BLOCK_BYTES);
  guint64 part_bytes = 0;

  for (;;)
    {
      la_ssize_t length = archive_read_data (archive, block, BLOCK_BYTES);

      if (length == 0)
        return TRUE;
      if (length < 0)
        return refuse_part (self, part, error, _ ("the part is damaged"));
      if (!count_bytes (self, part, &part_bytes, (gsize) length, error) || !sink (block, (gsize) length, data, error))
        return FALSE;
    }
}

gboolean
mou_xlsx_zip_read (MouXlsxZip *self, const char *part, MouXlsxSink sink, gpointer data, GError **error)
{
  g_autoptr (Archive) archive = NULL;
  g_autofree char *key = NULL;
  struct archive_entry *entry;
  guint position;

  g_return_val_if_fail (self != NULL && part != NULL && sink != NULL, FALSE);
  key = g_ascii_strdown (part, -1);
  position = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, key));
  if (position == 0)
    return refuse_part (self, part, error, _ ("the part is missing"));
  archive = open_archive (self, error);
  if (archive == NULL)
    return FALSE;
  for (guint i = 0; i < position; i++)
    {
      int more = next_entry (self, archive, &entry, error);

      if (more < 0)
        return FALSE;
      if (more == 0)
        return refuse (self, error, _ ("it changed while it was read"));
    }
  return stream_part (self, archive, part, sink, data, error);
}
