/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is hashed is what stands in the rows, so plain SQL and ten lines of any language can verify a history. Texts are gathered
 * first: a checksum that is fed a few bytes at a time costs several times as much. */

#include "mou-journal-hash.h"

#define GATHER_SIZE 65536

struct _MouJournalHash
{
  GChecksum *checksum;
  GString *gathered;
};

static void
flush (MouJournalHash *self)
{
  g_checksum_update (self->checksum, (const guchar *) self->gathered->str, (gssize) self->gathered->len);
  g_string_truncate (self->gathered, 0);
}

static void
append_number (GString *text, gint64 value)
{
  char digits[24];
  char *at = digits + sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--at = '-';
  g_string_append_len (text, at, digits + sizeof digits - at);
}

static void
add_bytes (MouJournalHash *self, const char *text, gsize size)
{
  append_number (self->gathered, (gint64) size);
  g_string_append_c (self->gathered, ':');
  g_string_append_len (self->gathered, text, (gssize) size);
  if (self->gathered->len >= GATHER_SIZE)
    flush (self);
}

static void
add_text (MouJournalHash *self, const char *text)
{
  if (text == NULL)
    g_string_append_c (self->gathered, '-');
  else
    add_bytes (self, text, strlen (text));
}

static void
add_integer (MouJournalHash *self, gint64 value)
{
  char text[24];

  add_bytes (self, text, (gsize) g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value));
}

MouJournalHash *
mou_journal_hash_new (const char *previous, const MouJournalEntry *entry, const char *kind)
{
  g_return_val_if_fail (previous != NULL && entry != NULL && kind != NULL, NULL);

  MouJournalHash *self = g_new0 (MouJournalHash, 1);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->gathered = g_string_sized_new (1024);
  add_text (self, previous);
  add_integer (self, entry->entry);
  add_text (self, entry->at);
  add_text (self, entry->author);
  add_text (self, entry->label);
  add_text (self, kind);
  add_integer (self, entry->undoes);

  return self;
}

void
mou_journal_hash_free (MouJournalHash *self)
{
  if (self == NULL)
    return;

  g_checksum_free (self->checksum);
  g_string_free (self->gathered, TRUE);
  g_free (self);
}

void
mou_journal_hash_add (MouJournalHash *self, const MouJournalChange *line)
{
  g_return_if_fail (self != NULL && line != NULL);

  add_text (self, mou_entity_get_info (line->entity)->table);
  add_integer (self, line->row);
  add_bytes (self, &line->op, 1);
  add_text (self, line->field);
  add_text (self, line->old_value);
  add_text (self, line->new_value);
}

char *
mou_journal_hash_finish (MouJournalHash *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  flush (self);

  return g_strdup (g_checksum_get_string (self->checksum));
}
