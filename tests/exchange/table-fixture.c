/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* See the header. */

#include "table-fixture.h"

#include "mou-canon.h"

#define MEMORY "/dev/shm"

void
table_fixture_set_up (TableFixture *fixture, gconstpointer data)
{
  const char *above = g_access (MEMORY, W_OK) == 0 ? MEMORY : g_get_tmp_dir ();

  fixture->folder = g_build_filename (above, "mou-table-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (fixture->folder));
  fixture->path = g_build_filename (fixture->folder, "table", NULL);
}

void
table_fixture_tear_down (TableFixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

guint
table_fixture_get_length (guint usual)
{
  const char *length = g_getenv ("MOU_TEST_LENGTH");

  return length != NULL ? (guint) g_ascii_strtoull (length, NULL, 10) : usual;
}

static void
insert (MouRegister *rows, MouRow *row)
{
  g_autoptr (MouChange) change = mou_change_new (NULL, row);

  mou_register_apply (rows, change);
}

static void
add_agreement (MouRow *row, int depth, gpointer data)
{
  if (row->entity == MOU_ENTITY_AGREEMENT)
    g_array_append_val ((GArray *) data, row->id);
}

GArray *
table_fixture_list_agreements (MouRegister *rows)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  mou_register_visit (rows, add_agreement, ids);

  return ids;
}

typedef struct
{
  MouRegister *rows, *made;
  gint64 agreement;
  char *(*map) (const char *text, guint number);
  guint n_rows;
} Making;

static gboolean
belongs (const Making *self, const MouRow *row)
{
  if (row->entity == MOU_ENTITY_ORGANISATION)
    return row->id == mou_register_lookup (self->rows, self->agreement)->parent;
  while (row->entity != MOU_ENTITY_AGREEMENT)
    row = mou_register_lookup (self->rows, row->parent);

  return row->id == self->agreement;
}

static void
isolate_visit (MouRow *row, int depth, gpointer data)
{
  Making *self = data;

  if (belongs (self, row) && mou_entity_get_info (row->entity)->shape != MOU_SHAPE_NONE)
    insert (self->made, row);
}

MouRegister *
table_fixture_isolate (MouRegister *rows, gint64 agreement)
{
  Making making = { .rows = rows, .made = mou_register_new (), .agreement = agreement };

  mou_register_visit (rows, isolate_visit, &making);

  return making.made;
}

static void
map_visit (MouRow *row, int depth, gpointer data)
{
  Making *self = data;
  g_autoptr (MouRow) mapped = mou_row_ref (row);

  self->n_rows++;
  for (guint i = 0; i < row->n_values; i++)
    {
      const MouField *field = mou_field_get (row->entity, (int) i);
      g_autofree char *text = NULL;
      MouRow *before = mapped;

      if ((field->type != MOU_FIELD_TEXT && field->type != MOU_FIELD_LONG_TEXT) || row->values[i] == NULL)
        continue;
      text = self->map (row->values[i], self->n_rows * 16 + i);
      mapped = mou_row_with_value (before, (int) i, text);
      mou_row_unref (before);
    }
  insert (self->made, mapped);
}

MouRegister *
table_fixture_map_texts (MouRegister *rows, char *(*map) (const char *text, guint number))
{
  Making making = { .rows = rows, .made = mou_register_new (), .map = map };

  mou_register_visit (rows, map_visit, &making);

  return making.made;
}

MouRegister *
table_fixture_import (const char *path, MouRegister *base)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) agreements = table_fixture_list_agreements (base);
  g_autoptr (MouImport) import = mou_import_load (path, base, agreements->len == 1 ? g_array_index (agreements, gint64, 0) : 0, &error);

  g_assert_no_error (error);

  return g_steal_pointer (&import->rows);
}

void
table_fixture_assert_same (MouRegister *rows, MouRegister *expected)
{
  g_autofree char *text = mou_canon_register_text (rows);
  g_autofree char *expected_text = mou_canon_register_text (expected);

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected_text, "\n", -1);

  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpstr (text, ==, expected_text);
}
