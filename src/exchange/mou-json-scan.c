/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A recursive descent over the grammar of RFC 8259 that keeps nothing but the keys of the objects it is inside. The functions
 * return FALSE once `error` is set, and leave `at` at the character that is wrong. */

#include "mou-json-scan.h"

#include "mou-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NUMBER_MAX_LENGTH 18

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  guint depth;
  guint n_values;
  GError **error;
} Scan;

static gboolean scan_value (Scan *self);

static gboolean G_GNUC_PRINTF (3, 4) refuse_at (Scan *self, const char *place, const char *format, ...)
{
  g_autofree char *reason = NULL;
  guint line = 1;
  const char *line_start = self->start;
  va_list arguments;

  for (const char *p = self->start; p < place; p++)
    if (*p == '\n')
      {
        line++;
        line_start = p + 1;
      }

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (self->error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED, _ ("line %u, column %ld: %s"), line,
               g_utf8_strlen (line_start, place - line_start) + 1, reason);

  return FALSE;
}

static gboolean
refuse_here (Scan *self, const char *expected)
{
  if (self->at >= self->end)
    return refuse_at (self, self->at, _ ("the text ends where %s is expected"), expected);

  g_autofree char *found = g_strndup (self->at, (gsize) (g_utf8_next_char (self->at) - self->at));

  return refuse_at (self, self->at, _ ("“%s” stands where %s is expected"), found, expected);
}

static void
skip_space (Scan *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL)
    self->at++;
}

static gboolean
next_is (Scan *self, char character)
{
  return self->at < self->end && *self->at == character;
}

static gboolean
accept (Scan *self, char character)
{
  if (!next_is (self, character))
    return FALSE;
  self->at++;

  return TRUE;
}

static gboolean
scan_hex (Scan *self, gunichar *out)
{
  gunichar value = 0;

  for (int i = 0; i < 4; i++)
    {
      if (self->at >= self->end || !g_ascii_isxdigit (*self->at))
        return refuse_here (self, _ ("a hexadecimal digit"));
      value = value * 16 + (gunichar) g_ascii_xdigit_value (*self->at++);
    }
  *out = value;

  return TRUE;
}

/* After "\u". A lone half of a surrogate pair and U+0000 are not text. */
static gboolean
scan_unicode_escape (Scan *self, GString *out)
{
  const char *place = self->at - 2;
  gunichar value, low;

  if (!scan_hex (self, &value))
    return FALSE;
  if (value >= 0xD800 && value < 0xDC00)
    {
      if (!accept (self, '\\') || !accept (self, 'u'))
        return refuse_at (self, place, _ ("half a character is escaped"));
      if (!scan_hex (self, &low))
        return FALSE;
      if (low < 0xDC00 || low > 0xDFFF)
        return refuse_at (self, place, _ ("half a character is escaped"));
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
    }
  if (value == 0 || (value >= 0xD800 && value < 0xE000))
    return refuse_at (self, place, _ ("the escape stands for no character"));
  g_string_append_unichar (out, value);

  return TRUE;
}

static gboolean
scan_escape (Scan *self, GString *out)
{
  static const char escapes[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (accept (self, 'u'))
    return scan_unicode_escape (self, out);

  found = self->at < self->end && *self->at != '\0' ? strchr (escapes, *self->at) : NULL;
  if (found == NULL)
    return refuse_here (self, _ ("an escape such as \\n"));
  g_string_append_c (out, meanings[found - escapes]);
  self->at++;

  return TRUE;
}

static gboolean
scan_string (Scan *self, GString *out)
{
  if (!accept (self, '"'))
    return refuse_here (self, _ ("a text in double quotes"));

  while (!next_is (self, '"'))
    {
      if (self->at >= self->end)
        return refuse_here (self, _ ("the closing quote of a text"));
      if ((guchar) *self->at < 0x20)
        return refuse_at (self, self->at, _ ("a text holds a line break or control character that is not escaped"));
      if (accept (self, '\\'))
        {
          if (!scan_escape (self, out))
            return FALSE;
        }
      else
        g_string_append_c (out, *self->at++);
    }
  self->at++;

  return TRUE;
}

static gboolean
scan_digits (Scan *self)
{
  if (self->at >= self->end || !g_ascii_isdigit (*self->at))
    return refuse_here (self, _ ("a digit"));
  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;

  return TRUE;
}

static gboolean
scan_number (Scan *self)
{
  const char *place = self->at;

  accept (self, '-');
  if (!accept (self, '0') && !scan_digits (self))
    return FALSE;
  if (accept (self, '.') && !scan_digits (self))
    return FALSE;
  if (accept (self, 'e') || accept (self, 'E'))
    {
      if (!accept (self, '+'))
        accept (self, '-');
      if (!scan_digits (self))
        return FALSE;
    }
  if (self->at - place > NUMBER_MAX_LENGTH)
    return refuse_at (self, place, _ ("the number has more than %d characters"), NUMBER_MAX_LENGTH);

  return TRUE;
}

static gboolean
scan_word (Scan *self, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || memcmp (self->at, word, length) != 0)
    return refuse_here (self, _ ("a value"));
  self->at += length;

  return TRUE;
}

static gboolean
scan_member (Scan *self, GHashTable *keys)
{
  g_autoptr (GString) key = g_string_new (NULL);
  const char *place;

  skip_space (self);
  place = self->at;
  if (!scan_string (self, key))
    return FALSE;
  if (!g_hash_table_add (keys, g_strdup (key->str)))
    return refuse_at (self, place, _ ("the key “%s” stands twice in one object"), key->str);
  skip_space (self);
  if (!accept (self, ':'))
    return refuse_here (self, _ ("a colon"));

  return scan_value (self);
}

static gboolean
scan_object (Scan *self)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->at++;
  skip_space (self);
  if (accept (self, '}'))
    return TRUE;
  do
    if (!scan_member (self, keys))
      return FALSE;
  while (accept (self, ','));

  return accept (self, '}') || refuse_here (self, _ ("a comma or a closing brace"));
}

static gboolean
scan_array (Scan *self)
{
  self->at++;
  skip_space (self);
  if (accept (self, ']'))
    return TRUE;
  do
    if (!scan_value (self))
      return FALSE;
  while (accept (self, ','));

  return accept (self, ']') || refuse_here (self, _ ("a comma or a closing bracket"));
}

static gboolean
scan_nested (Scan *self, gboolean (*scan) (Scan *))
{
  gboolean success;

  if (self->depth == MOU_JSON_MAX_DEPTH)
    return refuse_at (self, self->at, _ ("objects and arrays are nested more than %d deep"), MOU_JSON_MAX_DEPTH);
  self->depth++;
  success = scan (self);
  self->depth--;

  return success;
}

static gboolean
scan_scalar (Scan *self)
{
  g_autoptr (GString) text = NULL;

  if (self->at >= self->end)
    return refuse_here (self, _ ("a value"));

  switch (*self->at)
    {
    case '"':
      text = g_string_new (NULL);
      return scan_string (self, text);
    case 't':
      return scan_word (self, "true");
    case 'f':
      return scan_word (self, "false");
    case 'n':
      return scan_word (self, "null");
    default:
      if (*self->at == '-' || g_ascii_isdigit (*self->at))
        return scan_number (self);
      return refuse_here (self, _ ("a value"));
    }
}

/* With the space around it. */
static gboolean
scan_value (Scan *self)
{
  gboolean success;

  skip_space (self);
  if (++self->n_values > MOU_JSON_MAX_VALUES)
    return refuse_at (self, self->at, _ ("there are more than %d values"), MOU_JSON_MAX_VALUES);
  if (next_is (self, '{'))
    success = scan_nested (self, scan_object);
  else if (next_is (self, '['))
    success = scan_nested (self, scan_array);
  else
    success = scan_scalar (self);
  skip_space (self);

  return success;
}

gboolean
mou_json_scan (const char *text, gsize length, GError **error)
{
  Scan self = { text, text, text + length, 0, 0, error };
  const char *invalid;

  g_return_val_if_fail (text != NULL, FALSE);

  if (length > MOU_JSON_MAX_BYTES)
    {
      g_set_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED, _ ("the text is larger than %d MB"),
                   MOU_JSON_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, &invalid))
    return refuse_at (&self, invalid, _ ("the text is not valid UTF-8"));
  if (!scan_value (&self))
    return FALSE;

  return self.at == self.end || refuse_here (&self, _ ("the end of the text"));
}
