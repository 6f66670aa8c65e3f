/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a file one did not write: whatever its bytes, it is refused with a sentence or taken in; it is never written to, and a
 * refusal leaves nothing behind. The first byte says what the rest is: 'p' four bytes each that replace one byte of a whole
 * register (three say where), 't' where such a register is cut off, anything else the file itself. */

#include "fuzz-text.h"

#include "mou-intake.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MEMORY "/dev/shm"
#define PATCH_BYTES 4

typedef struct
{
  char *folder, *file, *copy;
} Place;

static void
open_place (Place *self)
{
  self->folder = g_strdup (MEMORY "/mou-fuzz-open-XXXXXX");
  g_assert_nonnull (g_mkdtemp (self->folder));
  self->file = g_build_filename (self->folder, "file.mou", NULL);
  self->copy = g_build_filename (self->folder, "copy.mou", NULL);
}

static void
close_place (Place *self)
{
  g_unlink (self->file);
  g_unlink (self->copy);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->file);
  g_free (self->copy);
}

static gsize
read_offset (const guint8 *bytes, gsize size)
{
  return ((gsize) bytes[0] << 16 | (gsize) bytes[1] << 8 | bytes[2]) % size;
}

/* What the input says the file is; owned. */
static char *
make_file (const guint8 *data, gsize size, gsize *length)
{
  static char *whole;
  static gsize whole_length;
  char *bytes;

  if (whole == NULL)
    g_assert_true (g_file_get_contents (MOU_FUZZ_REGISTER, &whole, &whole_length, NULL));
  if (size == 0 || (*data != 'p' && *data != 't'))
    {
      *length = size;
      return g_memdup2 (data, size);
    }

  bytes = g_memdup2 (whole, whole_length);
  *length = *data == 't' && size > 3 ? read_offset (data + 1, whole_length) : whole_length;
  for (gsize i = 1; *data == 'p' && i + PATCH_BYTES <= size; i += PATCH_BYTES)
    bytes[read_offset (data + i, whole_length)] = (char) data[i + 3];

  return bytes;
}

static void
assert_untouched (const Place *place, const char *bytes, gsize length)
{
  g_autofree char *after = NULL;
  gsize after_length;

  g_assert_true (g_file_get_contents (place->file, &after, &after_length, NULL));
  g_assert_cmpmem (after, after_length, bytes, length);
}

static guint
count_files (const Place *place)
{
  g_autoptr (GDir) entries = g_dir_open (place->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (entries) != NULL)
    count++;

  return count;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  gsize length;
  g_autofree char *bytes = make_file (data, size, &length);
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  Place place;
  gboolean taken;

  open_place (&place);
  g_assert_true (g_file_set_contents_full (place.file, bytes != NULL ? bytes : "", (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  taken = mou_intake (place.file, place.copy, &identity, NULL, &error);
  fuzz_text_assert_error (taken, error);
  assert_untouched (&place, bytes, length);
  g_assert_cmpuint (count_files (&place), ==, taken ? 2 : 1);
  close_place (&place);

  return 0;
}
