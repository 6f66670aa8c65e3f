/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-xml: see the header. */
#include "mou-xlsx-xml.h"

#include "mou-xlsx-error.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SEPARATOR '|'

/* Transitional and strict workbooks, and the relationships of the package. */
static const char *const known_namespaces[] = {
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://schemas.openxmlformats.org/package/2006/relationships",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
};

typedef struct
{
  MouXlsxZip *zip;
  const char *part;
  XML_Parser parser;
  const MouXlsxXmlHandlers *handlers;
  gpointer data;
  int depth;
  GError *reason; /* why a handler stopped the parser */
} Reading;

gboolean
mou_xlsx_xml_refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_REFUSED, reason);
  return FALSE;
}

const char *
mou_xlsx_xml_get_attribute (const char **attributes, const char *name)
{
  for (; *attributes != NULL; attributes += 2)
    if (strcmp (attributes[0], name) == 0)
      return attributes[1];
  return NULL;
}

const char *
mou_xlsx_xml_get_foreign_attribute (const char **attributes, const char *name)
{
  for (; *attributes != NULL; attributes += 2)
    {
      const char *separator = strrchr (attributes[0], SEPARATOR);

      if (separator != NULL && strcmp (separator + 1, name) == 0)
        return attributes[1];
    }
  return NULL;
}

static const char *
strip_namespace (const char *qualified)
{
  const char *separator = strrchr (qualified, SEPARATOR);

  if (separator == NULL)
    return "";
  for (guint i = 0; i < G_N_ELEMENTS (known_namespaces); i++)
    {
      gsize length = strlen (known_namespaces[i]);

      if ((gsize) (separator - qualified) == length && memcmp (qualified, known_namespaces[i], length) == 0)
        return separator + 1;
    }
  return "";
}

static void
stop_unless (Reading *reading, gboolean proceed)
{
  if (!proceed)
    XML_StopParser (reading->parser, XML_FALSE);
}

static void
element_started_cb (void *data, const char *qualified, const char **attributes)
{
  Reading *reading = data;

  if (reading->reason != NULL)
    return;
  if (++reading->depth > MOU_XLSX_DEPTH_MAX)
    stop_unless (reading, mou_xlsx_xml_refuse (&reading->reason, _ ("elements are nested too deeply")));
  else if (reading->handlers->start != NULL)
    stop_unless (reading, reading->handlers->start (strip_namespace (qualified), attributes, reading->data, &reading->reason));
}

static void
element_ended_cb (void *data, const char *qualified)
{
  Reading *reading = data;

  reading->depth--;
  if (reading->reason == NULL && reading->handlers->end != NULL)
    stop_unless (reading, reading->handlers->end (strip_namespace (qualified), reading->data, &reading->reason));
}

static void
text_found_cb (void *data, const char *text, int length)
{
  Reading *reading = data;

  if (reading->reason == NULL && reading->handlers->text != NULL)
    stop_unless (reading, reading->handlers->text (text, length, reading->data, &reading->reason));
}

/* Workbooks have no DOCTYPE; entities are how XML attacks its readers. */
static void
doctype_started_cb (void *data, const char *name, const char *system_id, const char *public_id, int has_internal_subset)
{
  Reading *reading = data;

  stop_unless (reading, mou_xlsx_xml_refuse (&reading->reason, _ ("a document type is declared")));
}

static void
name_place (Reading *reading, GError **error)
{
  g_prefix_error (error, _ ("%s: %s, line %lu: "), mou_xlsx_zip_get_path (reading->zip), reading->part,
                  (unsigned long) XML_GetCurrentLineNumber (reading->parser));
}

static gboolean
parse (Reading *reading, const char *bytes, gsize length, gboolean is_last, GError **error)
{
  if (XML_Parse (reading->parser, bytes, (int) length, is_last) == XML_STATUS_OK)
    return TRUE;
  if (reading->reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reading->reason));
  else
    mou_xlsx_xml_refuse (error, XML_ErrorString (XML_GetErrorCode (reading->parser)));
  name_place (reading, error);
  return FALSE;
}

static gboolean
bytes_arrived (const char *bytes, gsize length, gpointer data, GError **error)
{
  return parse (data, bytes, length, FALSE, error);
}

gboolean
mou_xlsx_xml_read (MouXlsxZip *zip, const char *part, const MouXlsxXmlHandlers *handlers, gpointer data, GError **error)
{
  Reading reading = { .zip = zip, .part = part, .handlers = handlers, .data = data };
  gboolean done;

  g_return_val_if_fail (zip != NULL && part != NULL && handlers != NULL, FALSE);
  reading.parser = XML_ParserCreateNS (NULL, SEPARATOR);
  XML_SetUserData (reading.parser, &reading);
  XML_SetElementHandler (reading.parser, element_started_cb, element_ended_cb);
  XML_SetCharacterDataHandler (reading.parser, text_found_cb);
  XML_SetStartDoctypeDeclHandler (reading.parser, doctype_started_cb);

  done = mou_xlsx_zip_read (zip, part, bytes_arrived, &reading, error) && parse (&reading, "", 0, TRUE, error);
  XML_ParserFree (reading.parser);
  g_clear_error (&reading.reason);
  return done;
}
