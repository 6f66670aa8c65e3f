/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Real files in a real folder, so that what the tests close and open again has been through SQLite and the disk. */

#include "store-fixture.h"

#include <sqlite3.h>

void
store_fixture_set_up_empty (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("mou-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = store_fixture_build_path (fixture, "register.mou");
  fixture->store = mou_store_create (fixture->path, &error);
  g_assert_no_error (error);
}

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up_empty (fixture, data);
  g_autoptr (MouEdit) edit = store_fixture_begin (fixture->store, "Set up");
  fixture->organisation = store_fixture_insert (edit, MOU_ENTITY_ORGANISATION, 0, MOU_ORGANISATION_NAME, "การประปานครหลวง",
                                                MOU_ORGANISATION_ABBREVIATION, "กปน.", MOU_ORGANISATION_FISCAL_YEAR_START_MONTH, "10", -1);
  fixture->agreement
      = store_fixture_insert (edit, MOU_ENTITY_AGREEMENT, fixture->organisation, MOU_AGREEMENT_FISCAL_YEAR, "2567", MOU_AGREEMENT_TITLE,
                              "Agreement 2567", MOU_AGREEMENT_STATUS, "draft", MOU_AGREEMENT_SCALE, "five-level", -1);
  fixture->group = store_fixture_insert (edit, MOU_ENTITY_INDICATOR, fixture->agreement, MOU_INDICATOR_CODE, "1", MOU_INDICATOR_KIND,
                                         "group", MOU_INDICATOR_WEIGHT, "100", -1);
  g_autofree char *group = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->group);
  fixture->first
      = store_fixture_insert (edit, MOU_ENTITY_INDICATOR, fixture->agreement, MOU_INDICATOR_GROUP, group, MOU_INDICATOR_CODE, "1.1",
                              MOU_INDICATOR_NAME, "น้ำสูญเสีย", MOU_INDICATOR_KIND, "linear", MOU_INDICATOR_WEIGHT, "60", -1);
  fixture->second = store_fixture_insert (edit, MOU_ENTITY_INDICATOR, fixture->agreement, MOU_INDICATOR_GROUP, group, MOU_INDICATOR_CODE,
                                          "1.2", MOU_INDICATOR_KIND, "linear", MOU_INDICATOR_WEIGHT, "40", -1);
  fixture->level = store_fixture_insert (edit, MOU_ENTITY_LEVEL, fixture->first, MOU_LEVEL_NUMBER, "3", MOU_LEVEL_OP, "<", MOU_LEVEL_VALUE,
                                         "27.12", -1);
  fixture->assessment = store_fixture_insert (edit, MOU_ENTITY_ASSESSMENT, fixture->agreement, MOU_ASSESSMENT_NAME, "Full year",
                                              MOU_ASSESSMENT_KIND, "self", MOU_ASSESSMENT_PERIOD, "year", -1);
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->first);
  fixture->result
      = store_fixture_insert (edit, MOU_ENTITY_RESULT, fixture->assessment, MOU_RESULT_INDICATOR, first, MOU_RESULT_VALUE, "27.5", -1);
  mou_edit_commit (edit, NULL, &error);
  g_assert_no_error (error);
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->store, mou_store_free);
  store_fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
store_fixture_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->store, mou_store_free);
  fixture->store = mou_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

char *
store_fixture_build_path (StoreFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

MouEdit *
store_fixture_begin (MouStore *store, const char *label)
{
  g_autoptr (GError) error = NULL;

  MouEdit *edit = mou_edit_begin (store, MOU_ENTRY_EDIT, "tester", label, &error);
  g_assert_no_error (error);

  return edit;
}

gint64
store_fixture_insert (MouEdit *edit, MouEntity entity, gint64 parent, ...)
{
  g_autoptr (GError) error = NULL;
  const char *values[32] = { NULL };
  va_list arguments;

  va_start (arguments, parent);
  for (int field = va_arg (arguments, int); field >= 0; field = va_arg (arguments, int))
    values[field] = va_arg (arguments, const char *);
  va_end (arguments);

  gint64 id = mou_edit_insert (edit, entity, parent, -1, values, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  return id;
}

gint64
store_fixture_set (MouStore *store, gint64 row, int field, const char *value)
{
  g_autoptr (GError) error = NULL;
  gint64 entry = -1;

  g_autoptr (MouEdit) edit = store_fixture_begin (store, "Set a field");
  mou_edit_set (edit, row, field, value, &error);
  g_assert_no_error (error);
  mou_edit_commit (edit, &entry, &error);
  g_assert_no_error (error);

  return entry;
}

const char *
store_fixture_get (MouStore *store, gint64 row, int field)
{
  MouRow *found = mou_register_lookup (mou_store_get_register (store), row);

  g_assert_nonnull (found);

  return mou_row_get (found, field);
}

static void
fill_indicator (MouEdit *edit, gint64 agreement, guint number)
{
  static const char *const years[] = { "2564", "2565", "2566" };
  g_autofree char *code = g_strdup_printf ("%u.%u", number / 100 + 1, number % 100 + 1);

  gint64 indicator = store_fixture_insert (edit, MOU_ENTITY_INDICATOR, agreement, MOU_INDICATOR_CODE, code, MOU_INDICATOR_NAME,
                                           "การบริหารจัดการน้ำสูญเสีย", MOU_INDICATOR_KIND, "linear", MOU_INDICATOR_WEIGHT, "1", -1);
  for (guint level = 1; level <= 5; level++)
    {
      g_autofree char *text = g_strdup_printf ("%u", level);
      store_fixture_insert (edit, MOU_ENTITY_LEVEL, indicator, MOU_LEVEL_NUMBER, text, MOU_LEVEL_VALUE, text, -1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    store_fixture_insert (edit, MOU_ENTITY_HISTORY, indicator, MOU_HISTORY_YEAR, years[i], MOU_HISTORY_VALUE, "27.12", -1);
}

void
store_fixture_fill (MouStore *store, guint n_indicators)
{
  g_autoptr (GError) error = NULL;

  g_autoptr (MouEdit) edit = store_fixture_begin (store, "Fill");
  gint64 organisation = store_fixture_insert (edit, MOU_ENTITY_ORGANISATION, 0, MOU_ORGANISATION_NAME, "Many",
                                              MOU_ORGANISATION_ABBREVIATION, "M", MOU_ORGANISATION_FISCAL_YEAR_START_MONTH, "10", -1);
  gint64 agreement = store_fixture_insert (edit, MOU_ENTITY_AGREEMENT, organisation, MOU_AGREEMENT_FISCAL_YEAR, "2567", MOU_AGREEMENT_TITLE,
                                           "Many", MOU_AGREEMENT_STATUS, "draft", MOU_AGREEMENT_SCALE, "five-level", -1);
  for (guint i = 0; i < n_indicators; i++)
    fill_indicator (edit, agreement, i);
  mou_edit_commit (edit, NULL, &error);
  g_assert_no_error (error);
}

static void
dump_row (MouRow *row, int depth, gpointer data)
{
  g_string_append_printf (data, "%*s%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, depth, "",
                          mou_entity_get_info (row->entity)->table, row->id, row->parent, row->ordinal);
  for (guint i = 0; i < row->n_values; i++)
    g_string_append_printf (data, "|%s", row->values[i] != NULL ? row->values[i] : "\001");
  g_string_append_c (data, '\n');
}

char *
store_fixture_dump (MouRegister *reg)
{
  GString *text = g_string_new (NULL);

  mou_register_visit (reg, dump_row, text);

  return g_string_free (text, FALSE);
}

char *
store_fixture_read (const char *path, gsize *size)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;

  g_file_get_contents (path, &data, size, &error);
  g_assert_no_error (error);

  return data;
}

void
store_fixture_write (const char *path, const char *data, gsize size)
{
  g_autoptr (GError) error = NULL;

  /* No syncs; and what is there must go, since writing in place would not shorten it. */
  g_remove (path);
  g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

void
store_fixture_tamper (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

guint
store_fixture_get_length (guint usual)
{
  const char *length = g_getenv ("MOU_TEST_LENGTH");

  return length != NULL ? (guint) g_ascii_strtoull (length, NULL, 10) : usual;
}

void
store_fixture_remove_folder (const char *folder)
{
  const char *name;

  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        store_fixture_remove_folder (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}
