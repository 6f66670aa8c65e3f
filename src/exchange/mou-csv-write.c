/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing records. */

#include "mou-csv.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define FORMULA_STARTS "=+-@\t\r\n"

void
mou_csv_writer_init (MouCsvWriter *self)
{
  self->text = g_string_new (BYTE_ORDER_MARK);
  self->is_first = TRUE;
}

void
mou_csv_writer_add_plain (MouCsvWriter *self, const char *text)
{
  g_return_if_fail (self != NULL);

  if (!self->is_first)
    g_string_append_c (self->text, ',');
  self->is_first = FALSE;
  g_string_append_c (self->text, '"');
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *p);
    }
  g_string_append_c (self->text, '"');
}

void
mou_csv_writer_add_text (MouCsvWriter *self, const char *text)
{
  const char *start = text != NULL ? text + strspn (text, "'") : "";
  g_autofree char *harmless = NULL;

  if (*start != '\0' && strchr (FORMULA_STARTS, *start) != NULL)
    harmless = g_strconcat ("'", text, NULL);
  mou_csv_writer_add_plain (self, harmless != NULL ? harmless : text);
}

void
mou_csv_writer_end_record (MouCsvWriter *self)
{
  g_return_if_fail (self != NULL);

  g_string_append (self->text, "\r\n");
  self->is_first = TRUE;
}

char *
mou_csv_writer_finish (MouCsvWriter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_string_free (g_steal_pointer (&self->text), FALSE);
}
