/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Offsets are those of the SQLite file format, section 1.3. This program writes pages of 4096 bytes, UTF-8, a rollback journal
 * and no auto-vacuum, so whatever says otherwise was not written by it. */

#include "mou-intake-header.h"

#include "mou-migration.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define MAGIC "SQLite format 3"
#define PAGE_SIZE 4096

enum
{
  OFFSET_PAGE_SIZE = 16,
  OFFSET_WRITE_VERSION = 18,
  OFFSET_READ_VERSION = 19,
  OFFSET_RESERVED = 20,
  OFFSET_PAGES = 28,
  OFFSET_AUTO_VACUUM = 52,
  OFFSET_ENCODING = 56,
  OFFSET_USER_VERSION = 60,
  OFFSET_APPLICATION_ID = 68
};

static guint32
read_number (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

static gboolean
refuse (const char *name, const char *reason, GError **error)
{
  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_REFUSED, "“%s” %s", name, reason);

  return FALSE;
}

static gboolean
check_format (const guint8 *header, const char *name, GError **error)
{
  guint page_size = (guint) header[OFFSET_PAGE_SIZE] << 8 | header[OFFSET_PAGE_SIZE + 1];

  if (header[OFFSET_WRITE_VERSION] == 2 || header[OFFSET_READ_VERSION] == 2)
    return refuse (name, _ ("is refused: another program has set it to write-ahead logging, so part of it may be elsewhere."), error);
  if (header[OFFSET_WRITE_VERSION] != 1 || header[OFFSET_READ_VERSION] != 1 || page_size != PAGE_SIZE || header[OFFSET_RESERVED] != 0
      || read_number (header + OFFSET_AUTO_VACUUM) != 0 || read_number (header + OFFSET_ENCODING) != 1)
    return refuse (name, _ ("is refused: it is laid out in a way this program never writes."), error);

  return TRUE;
}

static gboolean
check_size (const guint8 *header, guint64 file_size, const char *name, GError **error)
{
  guint64 expected = (guint64) read_number (header + OFFSET_PAGES) * PAGE_SIZE;

  if (file_size == expected)
    return TRUE;

  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged: it has %" PRIu64 " bytes where it should have %" PRIu64 "."), name, file_size, expected);

  return FALSE;
}

static gboolean
read_version (const guint8 *header, const char *name, int *version, GError **error)
{
  guint32 found = read_number (header + OFFSET_USER_VERSION);

  if (found == 0 || found > G_MAXINT)
    return refuse (name, _ ("is refused: it does not say which version of this program wrote it."), error);
  *version = (int) found;

  return TRUE;
}

static gboolean
check_version (int version, const char *name, GError **error)
{
  if (version <= MOU_SCHEMA_VERSION)
    return TRUE;

  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_NEWER,
               _ ("“%s” was written by a newer version of this program (format %u; this one knows %d)."), name, (guint) version,
               MOU_SCHEMA_VERSION);

  return FALSE;
}

/* As a disk leaves it that has lost a sector. */
static gboolean
is_wiped (const guint8 *header)
{
  for (guint i = 0; i < MOU_HEADER_SIZE; i++)
    if (header[i] != 0)
      return FALSE;

  return TRUE;
}

/* Is it ours, of whatever version? */
static gboolean
check_kind (const guint8 *header, gsize size, const char *name, int *version, GError **error)
{
  if (size == 0)
    return refuse (name, _ ("is empty."), error);
  if (size == MOU_HEADER_SIZE && is_wiped (header))
    {
      g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED, _ ("“%s” is damaged: its beginning is empty."), name);
      return FALSE;
    }
  if (size < MOU_HEADER_SIZE || memcmp (header, MAGIC, sizeof MAGIC) != 0)
    return refuse (name, _ ("is not a register of this program."), error);
  if (read_number (header + OFFSET_APPLICATION_ID) != MOU_FILE_FORMAT_ID)
    return refuse (name, _ ("is a database, but not a register of this program."), error);

  return read_version (header, name, version, error);
}

gboolean
mou_header_check (const guint8 *header, gsize size, guint64 file_size, const char *shown_name, int *version, GError **error)
{
  g_return_val_if_fail (header != NULL && shown_name != NULL && version != NULL, FALSE);

  return check_kind (header, size, shown_name, version, error) && check_version (*version, shown_name, error)
         && check_format (header, shown_name, error) && check_size (header, file_size, shown_name, error);
}

gboolean
mou_header_check_newer (const guint8 *header, gsize size, guint64 file_size, const char *shown_name, int *version, GError **error)
{
  g_return_val_if_fail (header != NULL && shown_name != NULL && version != NULL, FALSE);

  return check_kind (header, size, shown_name, version, error) && check_format (header, shown_name, error)
         && check_size (header, file_size, shown_name, error);
}
