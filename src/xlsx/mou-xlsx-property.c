/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-property: see the header. Every program that writes workbooks keeps custom properties in the part of this name. */
#include "mou-xlsx-property.h"

#include "mou-xlsx-xml.h"

#include <string.h>

#define CUSTOM_PART "docProps/custom.xml"
#define VALUE_BYTES_MAX 1024

typedef struct
{
  const char *name;
  gboolean inside; /* the property of that name */
  GString *value;  /* NULL until it is met */
} Reading;

/* The property is an element with our name; its value an element within, which has none. */
static gboolean
property_started_cb (const char *element, const char **attributes, gpointer data, GError **error)
{
  Reading *reading = data;
  const char *name = mou_xlsx_xml_get_attribute (attributes, "name");

  if (name != NULL)
    reading->inside = reading->value == NULL && strcmp (name, reading->name) == 0;
  if (name != NULL && reading->inside)
    reading->value = g_string_new (NULL);
  return TRUE;
}

static gboolean
text_met_cb (const char *text, int length, gpointer data, GError **error)
{
  Reading *reading = data;

  if (reading->inside && reading->value->len + (gsize) length <= VALUE_BYTES_MAX)
    g_string_append_len (reading->value, text, length);
  return TRUE;
}

static gboolean
has_part (MouXlsxZip *zip, const char *part)
{
  GPtrArray *parts = mou_xlsx_zip_get_parts (zip);

  for (guint i = 0; i < parts->len; i++)
    if (g_ascii_strcasecmp (parts->pdata[i], part) == 0)
      return TRUE;
  return FALSE;
}

gboolean
mou_xlsx_property_read (const char *path, const char *name, char **value, GError **error)
{
  static const MouXlsxXmlHandlers handlers = { property_started_cb, NULL, text_met_cb };
  g_autoptr (MouXlsxZip) zip = NULL;
  Reading reading = { .name = name };
  gboolean done;

  g_return_val_if_fail (path != NULL && name != NULL && value != NULL, FALSE);
  *value = NULL;
  zip = mou_xlsx_zip_open (path, error);
  if (zip == NULL)
    return FALSE;
  done = !has_part (zip, CUSTOM_PART) || mou_xlsx_xml_read (zip, CUSTOM_PART, &handlers, &reading, error);
  if (reading.value != NULL)
    *value = g_strstrip (g_string_free (reading.value, FALSE));
  if (!done)
    g_clear_pointer (value, g_free);
  return done;
}
