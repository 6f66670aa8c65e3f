/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-render-xlsx-formats: one libxlsxwriter format for each look.
 *
 * Formats are made when first used, so their order, and with it every byte of the workbook, follows the document. Number formats
 * are the ones that were seen to work in LibreOffice and Gnumeric: [$-D00041E] for Thai digits. */
#include "mou-render-xlsx-private.h"

#include <string.h>

#define CHARSET_THAI 222
#define THAI_DIGITS "[$-D00041E]"

struct _MouFormats
{
  lxw_workbook *workbook;
  char *font;
  gboolean thai_digits;
  GHashTable *by_look; /* MouLook → lxw_format, the workbook's */
};

static const char *const signs[] = { "", "<", "≤", ">", "≥" };

static guint
hash_look (gconstpointer key)
{
  const int *fields = key;
  guint hash = 2166136261U;

  for (gsize i = 0; i < sizeof (MouLook) / sizeof (int); i++)
    hash = (hash ^ (guint) fields[i]) * 16777619U;
  return hash;
}

static gboolean
looks_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (MouLook)) == 0;
}

MouFormats *
mou_formats_new (lxw_workbook *workbook, const char *font, gboolean thai_digits)
{
  MouFormats *self = g_new0 (MouFormats, 1);

  self->workbook = workbook;
  self->font = g_strdup (font);
  self->thai_digits = thai_digits;
  self->by_look = g_hash_table_new_full (hash_look, looks_equal, g_free, NULL);
  return self;
}

void
mou_formats_free (MouFormats *self)
{
  g_hash_table_unref (self->by_look);
  g_free (self->font);
  g_free (self);
}

int
mou_formats_find_sign (const char *sign)
{
  for (guint i = 1; sign != NULL && i < G_N_ELEMENTS (signs); i++)
    if (strcmp (signs[i], sign) == 0)
      return (int) i;
  return 0;
}

char *
mou_formats_raise_mark (int mark)
{
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *digits = g_strdup_printf ("%d", mark);

  if (mark == MOU_MARK_STAR)
    g_string_append_c (text, '*');
  else if (mark > 0)
    for (const char *p = digits; *p != '\0'; p++)
      g_string_append (text, raised[*p - '0']);
  return g_strdup (text->str);
}

/* A sign in quotes would stand before the minus of a negative number too, so those get a part of their own. */
static char *
make_number_format (MouFormats *self, const MouLook *look)
{
  const char *locale = self->thai_digits ? THAI_DIGITS : "";
  g_autofree char *mark = mou_formats_raise_mark (look->mark);
  g_autofree char *mark_part = *mark != '\0' ? g_strdup_printf ("\"%s\"", mark) : g_strdup ("_)");
  g_autofree char *zeros = g_strnfill ((gsize) MAX (look->places, 0), '0');
  g_autofree char *digits = g_strconcat ("#,##0", look->places > 0 ? "." : "", zeros, mark_part, NULL);

  if (look->sign == 0)
    return g_strconcat (locale, digits, NULL);
  return g_strdup_printf ("%s\"%s\"%s;%s\"%s\"-%s", locale, signs[look->sign], digits, locale, signs[look->sign], digits);
}

static void
set_number_format (MouFormats *self, lxw_format *format, const MouLook *look)
{
  g_autofree char *number_format = NULL;

  if (look->number)
    {
      number_format = make_number_format (self, look);
      format_set_num_format (format, number_format);
    }
  else if (look->guarded)
    format_set_num_format (format, "@");
}

static void
set_borders (lxw_format *format, const MouLook *look)
{
  if (look->borders & MOU_BORDER_TOP)
    format_set_top (format, LXW_BORDER_THIN);
  if (look->borders & MOU_BORDER_BOTTOM)
    format_set_bottom (format, LXW_BORDER_THIN);
  if (look->borders & MOU_BORDER_SIDES)
    {
      format_set_left (format, LXW_BORDER_THIN);
      format_set_right (format, LXW_BORDER_THIN);
    }
}

static void
set_alignment (lxw_format *format, const MouLook *look)
{
  static const uint8_t horizontal[] = { LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };

  format_set_align (format, horizontal[look->align]);
  format_set_align (format, look->top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  if (look->indent > 0)
    format_set_indent (format, (uint8_t) MIN (look->indent, 15));
  if (look->number || look->one_line)
    format_set_shrink (format); /* smaller digits rather than "###" */
  else
    format_set_text_wrap (format);
}

static lxw_format *
make_format (MouFormats *self, const MouLook *look)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_name (format, self->font);
  format_set_font_charset (format, CHARSET_THAI);
  format_set_font_size (format, look->points);
  if (look->bold)
    format_set_bold (format);
  if (look->superscript)
    format_set_font_script (format, LXW_FONT_SUPERSCRIPT);
  set_alignment (format, look);
  set_borders (format, look);
  if (look->fill != 0)
    {
      format_set_pattern (format, LXW_PATTERN_SOLID);
      format_set_fg_color (format, (lxw_color_t) look->fill);
    }
  if (look->unlocked)
    format_set_unlocked (format);
  set_number_format (self, format, look);
  return format;
}

lxw_format *
mou_formats_get (MouFormats *self, const MouLook *look)
{
  lxw_format *format = g_hash_table_lookup (self->by_look, look);

  if (format == NULL)
    {
      format = make_format (self, look);
      g_hash_table_insert (self->by_look, g_memdup2 (look, sizeof *look), format);
    }
  return format;
}
