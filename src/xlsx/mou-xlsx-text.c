/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-text: see the header. */
#include "mou-xlsx-text.h"

#include "mou-xlsx-error.h"

#include <string.h>

#define REPLACEMENT 0xFFFD
#define ELLIPSIS 0x2026
#define ESCAPE_LENGTH 7 /* "_x0041_" */
#define ESCAPE_UNITS 6  /* "_x005F" before it */

G_DEFINE_QUARK (mou - xlsx - error - quark, mou_xlsx_error)

static gsize
count_character_units (gunichar character)
{
  return character > 0xFFFF ? 2 : 1;
}

gsize
mou_xlsx_text_count_units (const char *text)
{
  gsize units = 0;

  g_return_val_if_fail (text != NULL, 0);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    units += count_character_units (g_utf8_get_char (p));
  return units;
}

/* XML 1.0 has no place for these, whatever escapes libxlsxwriter may know. */
static gunichar
make_character_legal (gunichar character)
{
  if (character == '\n' || character == '\t')
    return character;
  if (character < 0x20 || character == 0x7F || character == 0xFFFE || character == 0xFFFF)
    return REPLACEMENT;
  return character;
}

/* A line break that arrives as CR or CR LF would come back from an XML reader as something else. */
static char *
make_legal (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *legal = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (p[0] == '\r' && p[1] == '\n')
        continue;
      g_string_append_unichar (legal, *p == '\r' ? '\n' : make_character_legal (g_utf8_get_char (p)));
    }
  return g_string_free (legal, FALSE);
}

/* Cuts to `units_max`, the ellipsis included. */
static void
limit_units (char **text, gsize units_max)
{
  GString *cut;
  gsize units = 0;

  if (mou_xlsx_text_count_units (*text) <= units_max)
    return;
  cut = g_string_new (NULL);
  for (const char *p = *text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      units += count_character_units (character);
      if (units > units_max - 1)
        break;
      g_string_append_unichar (cut, character);
    }
  g_string_append_unichar (cut, ELLIPSIS);
  g_free (*text);
  *text = g_string_free (cut, FALSE);
}

static gboolean
is_escape (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (int i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return text[6] == '_';
}

/* What escaping adds counts too: the library measures the text as it is stored. */
char *
mou_xlsx_text_for_cell (const char *text)
{
  char *legal = make_legal (text);
  gsize n_escapes = 0;

  for (const char *p = legal; *p != '\0'; p++)
    n_escapes += is_escape (p);
  limit_units (&legal, MOU_XLSX_CELL_UNITS_MAX - MIN (n_escapes * ESCAPE_UNITS, MOU_XLSX_CELL_UNITS_MAX - 1));
  return legal;
}

char *
mou_xlsx_text_escape (const char *cell_text)
{
  GString *stored;

  g_return_val_if_fail (cell_text != NULL, NULL);
  stored = g_string_sized_new (strlen (cell_text));
  for (const char *p = cell_text; *p != '\0'; p++)
    {
      if (is_escape (p))
        g_string_append (stored, "_x005F");
      g_string_append_c (stored, *p);
    }
  return g_string_free (stored, FALSE);
}

static gunichar
decode_escape (const char *escape)
{
  gunichar character = 0;

  for (int i = 2; i < 6; i++)
    character = character * 16 + (gunichar) g_ascii_xdigit_value (escape[i]);
  return character != 0 && g_unichar_validate (character) ? character : REPLACEMENT;
}

char *
mou_xlsx_text_unescape (const char *stored)
{
  GString *text;

  g_return_val_if_fail (stored != NULL, NULL);
  text = g_string_sized_new (strlen (stored));
  for (const char *p = stored; *p != '\0';)
    {
      if (is_escape (p))
        {
          g_string_append_unichar (text, decode_escape (p));
          p += ESCAPE_LENGTH;
        }
      else
        g_string_append_c (text, *p++);
    }
  return g_string_free (text, FALSE);
}

static char *
make_one_line (const char *text)
{
  char *legal = make_legal (text);

  return g_strdelimit (legal, "\n\t", ' ');
}

char *
mou_xlsx_text_for_property (const char *text)
{
  char *line = make_one_line (text);

  limit_units (&line, MOU_XLSX_PROPERTY_UNITS_MAX);
  return line;
}

/* Cuts before doubling, so that no "&" is left alone at the end. */
char *
mou_xlsx_text_for_header (const char *text, gsize units_max)
{
  g_autofree char *line = make_one_line (text);
  GString *header;
  gsize extra = 0;

  g_return_val_if_fail (units_max >= 2, NULL);
  for (const char *p = line; *p != '\0'; p++)
    extra += *p == '&';
  limit_units (&line, units_max > extra + 1 ? units_max - extra : 1);

  header = g_string_new (NULL);
  for (const char *p = line; *p != '\0'; p++)
    {
      if (*p == '&')
        g_string_append_c (header, '&');
      g_string_append_c (header, *p);
    }
  return g_string_free (header, FALSE);
}

static void
blank_quote (char *quote)
{
  if (*quote == '\'')
    *quote = '_';
}

char *
mou_xlsx_text_for_sheet_name (const char *text, const char *fallback)
{
  g_autofree char *name = make_one_line (text);

  g_return_val_if_fail (fallback != NULL, NULL);
  g_strstrip (g_strdelimit (name, "[]:*?/\\", ' '));
  limit_units (&name, MOU_XLSX_SHEET_NAME_UNITS_MAX);
  if (*name == '\0')
    return g_strdup (fallback);
  blank_quote (name);
  blank_quote (name + strlen (name) - 1);
  return g_steal_pointer (&name);
}
