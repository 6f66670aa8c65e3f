/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain enough for ten lines of any language to verify a history. Bytes are gathered first: a checksum that is fed a few at a
 * time costs several times as much. */

#include "mou-hash.h"

#include <string.h>

#define GATHER_SIZE 65536
#define DIGITS_SIZE 24

struct _MouHash
{
  GChecksum *checksum;
  GString *gathered;
};

static void
flush (MouHash *self)
{
  g_checksum_update (self->checksum, (const guchar *) self->gathered->str, (gssize) self->gathered->len);
  g_string_truncate (self->gathered, 0);
}

/* Where in `digits` the text of `value` begins; it ends with the array. */
static const char *
write_digits (char digits[DIGITS_SIZE], gint64 value)
{
  char *at = digits + DIGITS_SIZE;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--at = '-';

  return at;
}

static void
add_bytes (MouHash *self, const char *bytes, gsize size)
{
  char digits[DIGITS_SIZE];
  const char *length = write_digits (digits, (gint64) size);

  g_string_append_len (self->gathered, length, digits + DIGITS_SIZE - length);
  g_string_append_c (self->gathered, ':');
  g_string_append_len (self->gathered, bytes, (gssize) size);
  if (self->gathered->len >= GATHER_SIZE)
    flush (self);
}

MouHash *
mou_hash_new (void)
{
  MouHash *self = g_new0 (MouHash, 1);

  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->gathered = g_string_sized_new (1024);

  return self;
}

void
mou_hash_free (MouHash *self)
{
  if (self == NULL)
    return;

  g_checksum_free (self->checksum);
  g_string_free (self->gathered, TRUE);
  g_free (self);
}

void
mou_hash_add_text (MouHash *self, const char *text)
{
  g_return_if_fail (self != NULL);

  if (text == NULL)
    g_string_append_c (self->gathered, '-');
  else
    add_bytes (self, text, strlen (text));
}

void
mou_hash_add_integer (MouHash *self, gint64 value)
{
  char digits[DIGITS_SIZE];

  g_return_if_fail (self != NULL);

  const char *text = write_digits (digits, value);
  add_bytes (self, text, (gsize) (digits + DIGITS_SIZE - text));
}

char *
mou_hash_finish (MouHash *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  flush (self);

  return g_strdup (g_checksum_get_string (self->checksum));
}
