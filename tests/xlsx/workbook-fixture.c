/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* workbook-fixture: see the header. */
#include "workbook-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAIN_NAMESPACE "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"

typedef struct
{
  char *name;
  GBytes *content;
} Part;

struct _WorkbookFixture
{
  char *folder;
  char *path;
  GPtrArray *parts;
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_bytes_unref (part->content);
  g_free (part);
}

void
workbook_fixture_add (WorkbookFixture *self, const char *name, const char *content, gssize length)
{
  Part *part = g_new (Part, 1);

  part->name = g_strdup (name);
  part->content = g_bytes_new (content, length < 0 ? strlen (content) : (gsize) length);
  g_ptr_array_add (self->parts, part);
}

void
workbook_fixture_set (WorkbookFixture *self, const char *name, const char *content, gssize length)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (strcmp (((Part *) self->parts->pdata[i])->name, name) == 0)
      g_ptr_array_remove_index (self->parts, i--);
  if (content != NULL)
    workbook_fixture_add (self, name, content, length);
}

void
workbook_fixture_set_rows (WorkbookFixture *self, const char *rows)
{
  g_autofree char *sheet = g_strconcat ("<worksheet xmlns='" MAIN_NAMESPACE "'><sheetData>", rows, "</sheetData></worksheet>", NULL);

  workbook_fixture_set (self, "xl/worksheets/sheet1.xml", sheet, -1);
}

void
workbook_fixture_set_strings (WorkbookFixture *self, const char *items)
{
  g_autofree char *strings = g_strconcat ("<sst xmlns='" MAIN_NAMESPACE "'>", items, "</sst>", NULL);

  workbook_fixture_set (self, "xl/sharedStrings.xml", strings, -1);
}

WorkbookFixture *
workbook_fixture_new (void)
{
  WorkbookFixture *self = g_new0 (WorkbookFixture, 1);

  self->folder = g_dir_make_tmp ("mou-xlsx-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "book.xlsx", NULL);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  workbook_fixture_set (self, "_rels/.rels",
                        "<Relationships xmlns='" PACKAGE_RELATIONS "'><Relationship Id='r1' Type='" OFFICE_RELATIONS
                        "/officeDocument' Target='xl/workbook.xml'/></Relationships>",
                        -1);
  workbook_fixture_set (self, "xl/workbook.xml",
                        "<workbook xmlns='" MAIN_NAMESPACE "' xmlns:r='" OFFICE_RELATIONS
                        "'><sheets><sheet name='One' sheetId='1' r:id='r1'/></sheets></workbook>",
                        -1);
  workbook_fixture_set (self, "xl/_rels/workbook.xml.rels",
                        "<Relationships xmlns='" PACKAGE_RELATIONS "'><Relationship Id='r1' Type='" OFFICE_RELATIONS
                        "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='" OFFICE_RELATIONS
                        "/sharedStrings' Target='/xl/sharedStrings.xml'/></Relationships>",
                        -1);
  workbook_fixture_set_strings (self, "<si><t>ก</t></si>");
  workbook_fixture_set_rows (self, "<row r='1'><c r='A1'><v>1</v></c><c r='B1' t='s'><v>0</v></c></row>");
  return self;
}

void
workbook_fixture_free (WorkbookFixture *self)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_ptr_array_unref (self->parts);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

static void
write_part (struct archive *archive, const Part *part)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length;
  const char *content = g_bytes_get_data (part->content, &length);

  archive_entry_set_pathname (entry, part->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, content, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
}

const char *
workbook_fixture_write (WorkbookFixture *self)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, self->path), ==, ARCHIVE_OK);
  for (guint i = 0; i < self->parts->len; i++)
    write_part (archive, self->parts->pdata[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return self->path;
}
