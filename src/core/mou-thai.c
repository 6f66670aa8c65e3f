/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Thai digits, widths and search keys. Texts may be invalid UTF-8: a stray byte is copied, and is one column wide. */

#include "mou-thai.h"

#define THAI_ZERO 0x0E50
#define THAI_NINE 0x0E59
#define THAI_MAITAIKHU 0x0E47
#define THAI_MAI_CHATTAWA 0x0E4B
#define THAI_NIKHAHIT 0x0E4D
#define THAI_SARA_AA 0x0E32
#define THAI_SARA_AM 0x0E33
#define ZERO_WIDTH_SPACE 0x200B

typedef gunichar (*MapCharacter) (gunichar character);

static gunichar
map_to_arabic (gunichar character)
{
  return character >= THAI_ZERO && character <= THAI_NINE ? character - THAI_ZERO + '0' : character;
}

static gunichar
map_from_arabic (gunichar character)
{
  return character >= '0' && character <= '9' ? character - '0' + THAI_ZERO : character;
}

static gboolean
is_valid_character (gunichar character)
{
  return character != (gunichar) -1 && character != (gunichar) -2;
}

static char *
map_characters (const char *text, MapCharacter map)
{
  g_autoptr (GString) mapped = g_string_new (NULL);

  while (*text != '\0')
    {
      gunichar character = g_utf8_get_char_validated (text, -1);

      if (is_valid_character (character))
        {
          g_string_append_unichar (mapped, map (character));
          text = g_utf8_next_char (text);
        }
      else
        {
          g_string_append_c (mapped, *text++);
        }
    }

  return g_string_free (g_steal_pointer (&mapped), FALSE);
}

char *
mou_thai_digits_to_arabic (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return map_characters (text, map_to_arabic);
}

char *
mou_thai_digits_from_arabic (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return map_characters (text, map_from_arabic);
}

int
mou_thai_text_width (const char *text)
{
  int width = 0;

  g_return_val_if_fail (text != NULL, 0);

  while (*text != '\0')
    {
      gunichar character = g_utf8_get_char_validated (text, -1);

      if (is_valid_character (character))
        {
          width += g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
          text = g_utf8_next_char (text);
        }
      else
        {
          width++;
          text++;
        }
    }

  return width;
}

/* Mai taikhu and the four tone marks follow one another. */
static gboolean
is_dropped_in_search (gunichar character)
{
  return (character >= THAI_MAITAIKHU && character <= THAI_MAI_CHATTAWA) || character == ZERO_WIDTH_SPACE;
}

char *
mou_thai_search_key (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *normal = NULL;
  g_autoptr (GString) key = g_string_new (NULL);
  gunichar previous = 0;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  folded = g_utf8_casefold (valid, -1);
  normal = g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = map_to_arabic (g_utf8_get_char (p));

      if (is_dropped_in_search (character))
        continue;

      /* Sara am is also typed as its two halves, with the tone mark between them. */
      if (previous == THAI_NIKHAHIT && character == THAI_SARA_AA)
        {
          g_string_truncate (key, key->len - strlen ("\u0E4D"));
          character = THAI_SARA_AM;
        }
      g_string_append_unichar (key, character);
      previous = character;
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}
