/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-strings: see the header. */
#include "mou-xlsx-strings.h"

#include "mou-xlsx-text.h"
#include "mou-xlsx-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An escape spells one unit with seven bytes, a character takes at most four. */
#define GATHERED_BYTES_MAX (MOU_XLSX_CELL_UNITS_MAX * 7)

typedef struct
{
  GPtrArray *strings;
  GString *gathered;
  gboolean in_item, in_text, in_phonetic;
} StringTable;

gboolean
mou_xlsx_strings_gather (GString *text, const char *more, int length, GError **error)
{
  if (text->len + (gsize) length > GATHERED_BYTES_MAX)
    return mou_xlsx_xml_refuse (error, _ ("a text is longer than a cell may hold"));
  g_string_append_len (text, more, length);
  return TRUE;
}

char *
mou_xlsx_strings_decode (const GString *gathered, GError **error)
{
  g_autofree char *text = mou_xlsx_text_unescape (gathered->str);

  if (mou_xlsx_text_count_units (text) > MOU_XLSX_CELL_UNITS_MAX)
    {
      mou_xlsx_xml_refuse (error, _ ("a text is longer than a cell may hold"));
      return NULL;
    }
  return g_steal_pointer (&text);
}

static gboolean
element_started_cb (const char *name, const char **attributes, gpointer data, GError **error)
{
  StringTable *table = data;

  if (strcmp (name, "si") == 0)
    {
      table->in_item = TRUE;
      g_string_truncate (table->gathered, 0);
    }
  else if (strcmp (name, "rPh") == 0)
    table->in_phonetic = TRUE;
  else if (strcmp (name, "t") == 0)
    table->in_text = table->in_item && !table->in_phonetic;
  return TRUE;
}

static gboolean
element_ended_cb (const char *name, gpointer data, GError **error)
{
  StringTable *table = data;
  char *text;

  if (strcmp (name, "t") == 0)
    table->in_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    table->in_phonetic = FALSE;
  else if (strcmp (name, "si") == 0)
    {
      table->in_item = FALSE;
      text = mou_xlsx_strings_decode (table->gathered, error);
      if (text == NULL)
        return FALSE;
      g_ptr_array_add (table->strings, text);
    }
  return TRUE;
}

static gboolean
text_found_cb (const char *text, int length, gpointer data, GError **error)
{
  StringTable *table = data;

  return !table->in_text || mou_xlsx_strings_gather (table->gathered, text, length, error);
}

GPtrArray *
mou_xlsx_strings_read (MouXlsxZip *zip, const char *part, GError **error)
{
  static const MouXlsxXmlHandlers handlers = { element_started_cb, element_ended_cb, text_found_cb };
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) gathered = g_string_new (NULL);
  StringTable table = { .strings = strings, .gathered = gathered };

  g_return_val_if_fail (zip != NULL && part != NULL, NULL);
  if (!mou_xlsx_xml_read (zip, part, &handlers, &table, error))
    return NULL;
  return g_steal_pointer (&strings);
}
