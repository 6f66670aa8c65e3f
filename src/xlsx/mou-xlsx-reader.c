/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-reader: see the header. Parts are found through the package's relationships, not by guessing their names. */
#include "mou-xlsx-reader.h"

#include "mou-xlsx-sheet.h"
#include "mou-xlsx-strings.h"
#include "mou-xlsx-text.h"
#include "mou-xlsx-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *name;
  char *relation;
} SheetEntry;

struct _MouXlsxReader
{
  MouXlsxZip *zip;
  char *workbook_part;
  GHashTable *relations; /* id → part, of the workbook's own relationships */
  char *strings_part;    /* or NULL */
  GPtrArray *sheets;     /* SheetEntry */
  GPtrArray *strings;
  gboolean dates_1904;
  guint cells_left;
};

/* One relationships part while it is read. */
typedef struct
{
  const char *base; /* the folder targets are relative to */
  GHashTable *by_id;
  char *document; /* the first target of each of these types, or NULL */
  char *strings;
} RelationReading;

static void
sheet_entry_free (gpointer data)
{
  SheetEntry *entry = data;

  g_free (entry->name);
  g_free (entry->relation);
  g_free (entry);
}

/* "worksheets/sheet1.xml" within "xl" → "xl/worksheets/sheet1.xml"; "/xl/…" is absolute within the package. */
static char *
resolve_target (const char *base, const char *target)
{
  g_autofree char *joined = g_build_path ("/", "/", *target == '/' ? "" : base, target, NULL);
  g_autofree char *canonical = g_canonicalize_filename (joined, "/");

  return g_strdup (canonical + 1);
}

static gboolean
relation_started_cb (const char *name, const char **attributes, gpointer data, GError **error)
{
  RelationReading *reading = data;
  const char *id = mou_xlsx_xml_get_attribute (attributes, "Id");
  const char *type = mou_xlsx_xml_get_attribute (attributes, "Type");
  const char *target = mou_xlsx_xml_get_attribute (attributes, "Target");
  g_autofree char *part = NULL;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
    return TRUE;
  if (g_strcmp0 (mou_xlsx_xml_get_attribute (attributes, "TargetMode"), "External") == 0)
    return TRUE;
  part = resolve_target (reading->base, target);
  if (reading->document == NULL && g_str_has_suffix (type, "/officeDocument"))
    reading->document = g_strdup (part);
  if (reading->strings == NULL && g_str_has_suffix (type, "/sharedStrings"))
    reading->strings = g_strdup (part);
  g_hash_table_insert (reading->by_id, g_strdup (id), g_steal_pointer (&part));
  return TRUE;
}

static const MouXlsxXmlHandlers relation_handlers = { relation_started_cb, NULL, NULL };

static gboolean
find_workbook (MouXlsxReader *self, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  RelationReading reading = { .base = "", .by_id = by_id };
  gboolean done = mou_xlsx_xml_read (self->zip, "_rels/.rels", &relation_handlers, &reading, error);

  g_free (reading.strings);
  self->workbook_part = reading.document;
  if (done && self->workbook_part == NULL)
    {
      g_set_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_REFUSED, _ ("%s: it holds no workbook"), mou_xlsx_zip_get_path (self->zip));
      return FALSE;
    }
  return done;
}

static gboolean
read_workbook_relations (MouXlsxReader *self, GError **error)
{
  g_autofree char *base = g_path_get_dirname (self->workbook_part);
  g_autofree char *file = g_path_get_basename (self->workbook_part);
  g_autofree char *part
      = g_strcmp0 (base, ".") == 0 ? g_strconcat ("_rels/", file, ".rels", NULL) : g_strconcat (base, "/_rels/", file, ".rels", NULL);
  RelationReading reading = { .base = base, .by_id = self->relations };
  gboolean done = mou_xlsx_xml_read (self->zip, part, &relation_handlers, &reading, error);

  g_free (reading.document);
  self->strings_part = reading.strings;
  return done;
}

static gboolean
add_sheet (MouXlsxReader *self, const char **attributes, GError **error)
{
  const char *name = mou_xlsx_xml_get_attribute (attributes, "name");
  const char *relation = mou_xlsx_xml_get_foreign_attribute (attributes, "id");
  SheetEntry *entry;

  if (name == NULL || relation == NULL)
    return mou_xlsx_xml_refuse (error, _ ("a sheet has no name or no part"));
  if (self->sheets->len >= MOU_XLSX_SHEETS_MAX)
    return mou_xlsx_xml_refuse (error, _ ("the workbook has too many sheets"));
  entry = g_new (SheetEntry, 1);
  entry->name = mou_xlsx_text_unescape (name);
  entry->relation = g_strdup (relation);
  g_ptr_array_add (self->sheets, entry);
  return TRUE;
}

static gboolean
workbook_started_cb (const char *name, const char **attributes, gpointer data, GError **error)
{
  MouXlsxReader *self = data;
  const char *dates;

  if (strcmp (name, "sheet") == 0)
    return add_sheet (self, attributes, error);
  if (strcmp (name, "workbookPr") == 0)
    {
      dates = mou_xlsx_xml_get_attribute (attributes, "date1904");
      self->dates_1904 = g_strcmp0 (dates, "1") == 0 || g_strcmp0 (dates, "true") == 0;
    }
  return TRUE;
}

static gboolean
read_strings (MouXlsxReader *self, GError **error)
{
  self->strings
      = self->strings_part != NULL ? mou_xlsx_strings_read (self->zip, self->strings_part, error) : g_ptr_array_new_with_free_func (g_free);
  return self->strings != NULL;
}

MouXlsxReader *
mou_xlsx_reader_open (const char *path, GError **error)
{
  static const MouXlsxXmlHandlers workbook_handlers = { workbook_started_cb, NULL, NULL };
  g_autoptr (MouXlsxZip) zip = NULL;
  g_autoptr (MouXlsxReader) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  zip = mou_xlsx_zip_open (path, error);
  if (zip == NULL)
    return NULL;
  self = g_new0 (MouXlsxReader, 1);
  self->zip = g_steal_pointer (&zip);
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sheets = g_ptr_array_new_with_free_func (sheet_entry_free);
  self->cells_left = MOU_XLSX_CELLS_MAX;
  if (!find_workbook (self, error) || !read_workbook_relations (self, error)
      || !mou_xlsx_xml_read (self->zip, self->workbook_part, &workbook_handlers, self, error) || !read_strings (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
mou_xlsx_reader_free (MouXlsxReader *self)
{
  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->relations);
  g_free (self->strings_part);
  g_free (self->workbook_part);
  mou_xlsx_zip_free (self->zip);
  g_free (self);
}

guint
mou_xlsx_reader_get_n_sheets (MouXlsxReader *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->sheets->len;
}

const char *
mou_xlsx_reader_get_sheet_name (MouXlsxReader *self, guint sheet)
{
  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, NULL);
  return ((SheetEntry *) self->sheets->pdata[sheet])->name;
}

gboolean
mou_xlsx_reader_get_dates_1904 (MouXlsxReader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->dates_1904;
}

gboolean
mou_xlsx_reader_read_sheet (MouXlsxReader *self, guint sheet, const MouXlsxVisitor *visitor, gpointer data, GError **error)
{
  const SheetEntry *entry;
  const char *part;

  g_return_val_if_fail (self != NULL && sheet < self->sheets->len && visitor != NULL, FALSE);
  entry = self->sheets->pdata[sheet];
  part = g_hash_table_lookup (self->relations, entry->relation);
  if (part == NULL)
    {
      g_set_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_REFUSED, _ ("%s: the sheet “%s” is missing"), mou_xlsx_zip_get_path (self->zip),
                   entry->name);
      return FALSE;
    }
  return mou_xlsx_sheet_read (self->zip, part, self->strings, &self->cells_left, visitor, data, error);
}

static gboolean
is_sheet_part (MouXlsxReader *self, const char *part)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const SheetEntry *entry = self->sheets->pdata[i];
      const char *sheet_part = g_hash_table_lookup (self->relations, entry->relation);

      if (sheet_part != NULL && g_ascii_strcasecmp (sheet_part, part) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
mou_xlsx_reader_check_other_parts (MouXlsxReader *self, GError **error)
{
  static const MouXlsxXmlHandlers no_handlers = { NULL, NULL, NULL };
  GPtrArray *parts;

  g_return_val_if_fail (self != NULL, FALSE);
  parts = mou_xlsx_zip_get_parts (self->zip);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = parts->pdata[i];

      if ((g_str_has_suffix (part, ".xml") || g_str_has_suffix (part, ".rels")) && !is_sheet_part (self, part)
          && !mou_xlsx_xml_read (self->zip, part, &no_handlers, NULL, error))
        return FALSE;
    }
  return TRUE;
}
