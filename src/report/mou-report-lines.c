/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-lines: how much room a text takes, and cutting it into lines and pieces; part of mou-report-blocks.h.
 *
 * Thai has no spaces between words, so Pango's dictionary says where a line may end; widths are a terminal's columns, so that the
 * result does not depend on fonts. */
#include "mou-report-blocks.h"

#include "mou-thai.h"

#include <pango/pango.h>
#include <string.h>

/* Characters after a full line that the dictionary may need to see its last word whole. */
#define LOOK_AHEAD 40

static int
get_character_width (const char *character)
{
  char single[8] = { 0 };

  memcpy (single, character, (gsize) (g_utf8_next_char (character) - character));
  return mou_thai_text_width (single);
}

/* Where a line may end, by position of the character after it. */
static PangoLogAttr *
find_breaks (const char *text, gsize bytes, glong n_characters)
{
  PangoLogAttr *attributes = g_new0 (PangoLogAttr, n_characters + 1);

  pango_get_log_attrs (text, (int) bytes, -1, pango_language_from_string ("th"), attributes, (int) n_characters + 1);
  return attributes;
}

/* The last place before `overflow` where a line may end; `overflow` itself when a word is longer than the line. */
static const char *
find_break_before (const char *text, const char *overflow)
{
  const char *look_ahead = overflow;
  glong n_before = g_utf8_pointer_to_offset (text, overflow);
  glong n_characters = n_before;
  g_autofree PangoLogAttr *attributes = NULL;

  for (; n_characters < n_before + LOOK_AHEAD && *look_ahead != '\0'; n_characters++)
    look_ahead = g_utf8_next_char (look_ahead);
  attributes = find_breaks (text, (gsize) (look_ahead - text), n_characters);
  for (glong i = n_before; i > 0; i--)
    if (attributes[i].is_line_break)
      return g_utf8_offset_to_pointer (text, i);
  return overflow;
}

/* The start of the next line when this one, which has no line feed before `end`, begins at `text`. */
static const char *
find_line_end (const char *text, const char *end, int width)
{
  int columns = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      columns += get_character_width (p);
      if (columns > width && p > text)
        return find_break_before (text, p);
    }
  return end;
}

static void
wrap_paragraph (GStrvBuilder *lines, const char *text, const char *end, int width)
{
  do
    {
      const char *next = find_line_end (text, end, width);
      g_autofree char *line = g_strndup (text, (gsize) (next - text));

      g_strv_builder_add (lines, g_strchomp (line));
      text = next;
    }
  while (text < end);
}

GStrv
mou_report_wrap_text (const char *text, int width)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (text != NULL && width > 0, NULL);
  for (;;)
    {
      const char *end = text + strcspn (text, "\n");

      wrap_paragraph (lines, text, end, width);
      if (*end == '\0')
        return g_strv_builder_end (lines);
      text = end + 1;
    }
}

int
mou_report_count_lines (const char *text, int width)
{
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL && width > 0, 1);
  if (strlen (text) <= (gsize) width && strchr (text, '\n') == NULL)
    return 1;
  lines = mou_report_wrap_text (text, width);
  return (int) g_strv_length (lines);
}

/* The end of as much of one paragraph as `lines` lines hold. */
static const char *
find_piece_end (const char *text, int width, int lines)
{
  const char *end = text + strcspn (text, "\n");

  for (const char *line = text; line < end && lines > 0; lines--)
    {
      line = find_line_end (line, end, width);
      if (lines == 1)
        return line;
    }
  return end;
}

GStrv
mou_report_split_text (const char *text, int width, int lines)
{
  g_autoptr (GStrvBuilder) pieces = g_strv_builder_new ();
  g_autoptr (GString) piece = g_string_new (NULL);
  int filled = 0;

  g_return_val_if_fail (text != NULL && width > 0 && lines > 0, NULL);
  while (*text != '\0')
    {
      const char *end = find_piece_end (text, width, lines);
      g_autofree char *part = g_strndup (text, (gsize) (end - text));
      int part_lines = mou_report_count_lines (part, width);

      if (piece->len > 0 && filled + part_lines > lines)
        {
          g_strv_builder_add (pieces, piece->str);
          g_string_truncate (piece, 0);
          filled = 0;
        }
      if (piece->len > 0)
        g_string_append_c (piece, '\n');
      g_string_append (piece, part);
      filled += part_lines;
      text = *end == '\n' ? end + 1 : end;
    }
  if (piece->len > 0)
    g_strv_builder_add (pieces, piece->str);
  return g_strv_builder_end (pieces);
}
