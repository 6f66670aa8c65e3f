/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes to UTF-8. TIS-620 is told from UTF-8 by not being valid UTF-8, which Thai text in it never is; Windows wrote it with a few
 * marks of its own (code page 874). */

#include "mou-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UTF8_MARK "\xEF\xBB\xBF"
#define UTF16_LITTLE_MARK "\xFF\xFE"
#define UTF16_BIG_MARK "\xFE\xFF"
#define THAI_FIRST 0x0E01
#define NO_CHARACTER 0

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED, reason);

  return FALSE;
}

static gunichar
decode_windows_mark (guint8 byte)
{
  static const gunichar marks[] = { 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014 }; /* 0x91 … 0x97 */

  if (byte == 0x80)
    return 0x20AC;
  if (byte == 0x85)
    return 0x2026;
  if (byte == 0xA0)
    return 0xA0;

  return byte >= 0x91 && byte < 0x91 + G_N_ELEMENTS (marks) ? marks[byte - 0x91] : NO_CHARACTER;
}

static gunichar
decode_thai (guint8 byte)
{
  if (byte < 0x80)
    return byte;
  if ((byte >= 0xA1 && byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB))
    return THAI_FIRST + byte - 0xA1U;

  return decode_windows_mark (byte);
}

static char *
read_thai (const char *bytes, gsize length, GError **error)
{
  GString *text = g_string_sized_new (length * 2);

  for (gsize i = 0; i < length; i++)
    {
      gunichar character = decode_thai ((guint8) bytes[i]);

      if (character == NO_CHARACTER)
        {
          refuse (error, _ ("the text is neither UTF-8 nor UTF-16 nor TIS-620"));
          return g_string_free (text, TRUE);
        }
      g_string_append_unichar (text, character);
    }

  return g_string_free (text, FALSE);
}

static char *
read_utf16 (const char *bytes, gsize length, gboolean little, GError **error)
{
  g_autofree gunichar2 *units = g_new (gunichar2, length / 2 + 1);
  char *text;

  for (gsize i = 0; i < length / 2; i++)
    {
      guint8 first = (guint8) bytes[2 * i], second = (guint8) bytes[2 * i + 1];

      units[i] = (gunichar2) (little ? second << 8 | first : first << 8 | second);
      if (units[i] == 0)
        refuse (error, _ ("the text has a zero in it: it is not a table"));
      if (units[i] == 0)
        return NULL;
    }
  text = length % 2 == 0 ? g_utf16_to_utf8 (units, (glong) (length / 2), NULL, NULL, NULL) : NULL;
  if (text == NULL)
    refuse (error, _ ("the text begins like UTF-16 and is not"));

  return text;
}

char *
mou_csv_decode (const char *bytes, gsize length, const char **encoding, GError **error)
{
  g_return_val_if_fail (bytes != NULL && encoding != NULL, NULL);

  *encoding = "UTF-16";
  if (length >= 2 && memcmp (bytes, UTF16_LITTLE_MARK, 2) == 0)
    return read_utf16 (bytes + 2, length - 2, TRUE, error);
  if (length >= 2 && memcmp (bytes, UTF16_BIG_MARK, 2) == 0)
    return read_utf16 (bytes + 2, length - 2, FALSE, error);

  if (memchr (bytes, '\0', length) != NULL)
    {
      refuse (error, _ ("the text has a zero in it: it is not a table"));
      return NULL;
    }
  *encoding = "UTF-8";
  if (length >= 3 && memcmp (bytes, UTF8_MARK, 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }
  if (g_utf8_validate (bytes, (gssize) length, NULL))
    return g_strndup (bytes, length);
  *encoding = "TIS-620";

  return read_thai (bytes, length, error);
}
