/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headings in the words of the printed forms, whatever the language of the program: a table that was written in one must be read
 * in another. */

#include "mou-indicator-heading.h"

#include "mou-field.h"
#include "mou-fiscal-year.h"
#include "mou-thai.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define LEVEL_HEADING "ระดับ %d"
#define YEAR_HEADING "ผลการดำเนินงาน %d"

/* The first is the one that is written. */
static const struct
{
  MouIndicatorField field;
  const char *names[4];
} field_names[] = {
  { MOU_INDICATOR_CODE, { "ลำดับ", "รหัส", "ลำดับที่", "ข้อ" } },
  { MOU_INDICATOR_GROUP, { "กลุ่ม", "หมวด" } },
  { MOU_INDICATOR_NAME, { "เกณฑ์วัดการดำเนินงาน", "ตัวชี้วัด", "เกณฑ์วัด", "ชื่อ" } },
  { MOU_INDICATOR_UNIT, { "หน่วยวัด", "หน่วย" } },
  { MOU_INDICATOR_WEIGHT, { "น้ำหนัก", "น้ำหนัก (ร้อยละ)", "น้ำหนัก (%)" } },
  { MOU_INDICATOR_KIND, { "ประเภท", "ชนิด" } },
  { MOU_INDICATOR_NOTATION, { "การปรับค่าเกณฑ์วัด", "ช่วงปรับ" } },
};

/* One line, Arabic digits, single spaces, no case. */
static char *
fold (const char *text)
{
  g_autofree char *digits = mou_thai_digits_to_arabic (text);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *p = digits; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }

  return g_strchomp (g_string_free (g_steal_pointer (&folded), FALSE));
}

static gboolean
is_called (const char *folded, const char *name)
{
  g_autofree char *folded_name = name != NULL ? fold (name) : NULL;

  return g_strcmp0 (folded, folded_name) == 0;
}

static int
find_field (const char *folded)
{
  guint n_fields;
  const MouField *fields = mou_field_table (MOU_ENTITY_INDICATOR, &n_fields);

  for (guint i = 0; i < G_N_ELEMENTS (field_names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (field_names[i].names); j++)
      if (is_called (folded, field_names[i].names[j]))
        return (int) field_names[i].field;
  for (guint i = 0; i < n_fields; i++)
    if (is_called (folded, fields[i].key) || is_called (folded, fields[i].label) || is_called (folded, _ (fields[i].label)))
      return (int) i;

  return -1;
}

/* The number at the end of a heading that is words and one number; -1 when it is not. */
static int
find_number (const char *folded)
{
  const char *digits = folded + strlen (folded);

  while (digits > folded && g_ascii_isdigit (digits[-1]))
    digits--;
  if (*digits == '\0' || strlen (digits) > 4 || strcspn (folded, "0123456789") != (gsize) (digits - folded))
    return -1;

  return atoi (digits);
}

MouHeading
mou_indicator_heading_parse (const char *text)
{
  g_autofree char *folded = fold (text);
  int field = find_field (folded);
  int number = find_number (folded);

  if (field >= 0)
    return (MouHeading){ MOU_HEADING_FIELD, field };
  if (number >= 1 && number <= 5)
    return (MouHeading){ MOU_HEADING_LEVEL, number };
  if (number >= MOU_FISCAL_YEAR_MIN && number <= MOU_FISCAL_YEAR_MAX)
    return (MouHeading){ MOU_HEADING_YEAR, number };

  return (MouHeading){ MOU_HEADING_UNKNOWN, 0 };
}

char *
mou_indicator_heading_write (MouHeading heading)
{
  if (heading.role == MOU_HEADING_LEVEL)
    return g_strdup_printf (LEVEL_HEADING, heading.index);
  if (heading.role == MOU_HEADING_YEAR)
    return g_strdup_printf (YEAR_HEADING, heading.index);
  for (guint i = 0; i < G_N_ELEMENTS (field_names); i++)
    if ((int) field_names[i].field == heading.index)
      return g_strdup (field_names[i].names[0]);

  return g_strdup (mou_field_get (MOU_ENTITY_INDICATOR, heading.index)->key);
}
