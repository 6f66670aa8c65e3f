/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts that have broken spreadsheets, XML or CSV somewhere; alone, or with another in the middle. */

#include "register-fixture.h"

#include <string.h>

#define CELL_UNITS_MAX 32767
#define LONG_EVERY 211 /* so that most registers stay small */

static const char *const texts[] = {
  "=cmd|' /C calc'!A0",
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "'apostrophe",
  "''",
  "_x0041_",
  "_x005F_x0041_",
  "_x0000_",
  "_xFFFE_",
  "_x00g1_",
  "a\tb",
  "a\nb",
  "a\r\nb",
  "a\rb",
  "\x01\x02\x1F\x7F",
  "\xC2\x80\xC2\x85\xC2\x9F",     /* U+0080, U+0085, U+009F */
  "\xEF\xBF\xBE\xEF\xBF\xBF",     /* U+FFFE, U+FFFF */
  "\xEF\xB7\x90\xF0\x9F\xBF\xBE", /* U+FDD0, U+1FFFE */
  "\xEF\xBF\xBD",                 /* U+FFFD */
  "\xE2\x80\xA8\xE2\x80\xA9",     /* U+2028, U+2029 */
  "\xE2\x80\xAE"
  "evil"
  "\xE2\x80\xAC",
  "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85",
  "\xF0\x9F\x98\x80\xF0\x9F\x87\xB9\xF0\x9F\x87\xAD",
  "ที่นี่ น้ำ กำ เกี๊ยะ ฐู ญฺ",
  "\xE0\xB8\xB4\xE0\xB9\x88", /* marks with nothing below them */
  "e\xCC\x81\xCC\x82\xCC\x83\xCC\x84",
  "\xE2\x80\x8Bzero\xE2\x80\x8Bwidth\xEF\xBB\xBF",
  "<b>&amp;</b>]]>",
  "&#0;&#x1F;&lt;",
  "<?xml?><!DOCTYPE x>",
  "\"quoted\",;",
  "http://example.org/?a=1&b=2",
  "file:///etc/passwd",
  "{=1}",
  "[Book1]Sheet1!A1",
  "%s%n%d",
  "1E5",
  "1,250",
  "TRUE",
  "#REF!",
  "N/A",
  "-",
  "2024-09-30",
  "  spaces  ",
};

static char *
make_long (guint number)
{
  g_autofree char *filler = g_strnfill (CELL_UNITS_MAX - 16, 'x');

  return g_strdup_printf ("%s%u", filler, number);
}

char *
fixture_make_hostile_text (guint number)
{
  const char *text = texts[number % G_N_ELEMENTS (texts)];
  const char *other = texts[number / 7 % G_N_ELEMENTS (texts)];

  if (number % LONG_EVERY == 0)
    return make_long (number);

  return number % 3 == 0 ? g_strdup_printf ("%s%u", text, number) : g_strdup_printf ("%s %u %s", text, number, other);
}
