/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history can give back, as edits that can be undone, and what it refuses to. */

#include "document-fixture.h"

#include "mou-document-restore.h"
#include "mou-history.h"

#include <string.h>

static gint64
get_entry (Fixture *f)
{
  return mou_document_get_n_entries (f->document);
}

/* Undone the register is as before, done again as after; the restoring was one entry. */
static void
assert_one_entry (Fixture *f, const char *before, gint64 entry)
{
  g_autofree char *after = fixture_text (f->document);

  g_assert_cmpint (get_entry (f), ==, entry + 1);
  g_assert_true (mou_document_undo (f->document, NULL));
  fixture_assert_text (f->document, before);
  g_assert_true (mou_document_redo (f->document, NULL));
  fixture_assert_text (f->document, after);
}

static void
assert_restored (Fixture *f, gint64 entry, guint line)
{
  g_autofree char *before = fixture_text (f->document);
  g_autoptr (GError) error = NULL;
  gint64 last = get_entry (f);

  g_assert_true (mou_document_restore (f->document, entry, line, &error));
  g_assert_no_error (error);
  assert_one_entry (f, before, last);
}

static void
assert_refused (Fixture *f, gint64 entry, guint line, const char *saying)
{
  g_autofree char *before = fixture_text (f->document);
  g_autoptr (GError) error = NULL;
  gint64 last = get_entry (f);

  g_assert_false (mou_document_restore (f->document, entry, line, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
  if (strstr (error->message, saying) == NULL)
    g_error ("“%s” does not say “%s”", error->message, saying);
  g_assert_cmpint (get_entry (f), ==, last);
  fixture_assert_text (f->document, before);
}

/* The number of the first line of the newest entry that can be restored. */
static guint
find_restorable (Fixture *f, gint64 entry, guint *n_restorable)
{
  g_autoptr (GPtrArray) history = mou_document_list_history (f->document, 0, NULL);
  const MouHistoryEntry *told = g_ptr_array_index (history, history->len - (guint) entry);
  guint number = 0;

  *n_restorable = 0;
  g_assert_cmpint (told->entry, ==, entry);
  for (guint i = 0; i < told->details->len; i++)
    {
      const MouHistoryLine *line = g_ptr_array_index (told->details, i);

      if (line->restorable && (*n_restorable)++ == 0)
        number = line->number;
    }

  return number;
}

static void
test_field (void)
{
  g_auto (Fixture) f = { NULL };
  guint n_restorable;

  fixture_init (&f);
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "14", NULL));
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_UNIT, "", NULL));
  assert_restored (&f, 2, 1);
  g_assert_cmpstr (fixture_get (f.document, f.pipes, MOU_INDICATOR_WEIGHT), ==, "10");
  g_assert_true (g_str_has_prefix (mou_document_get_undo_label (f.document), "Restore weight of 1.1 as before entry 2 ("));
  g_assert_cmpstr (fixture_get (f.document, f.pipes, MOU_INDICATOR_UNIT), ==, NULL);
  assert_restored (&f, 3, 1);
  g_assert_cmpstr (fixture_get (f.document, f.pipes, MOU_INDICATOR_WEIGHT), ==, "12");
  assert_restored (&f, 4, 1);
  g_assert_cmpstr (fixture_get (f.document, f.pipes, MOU_INDICATOR_UNIT), ==, "กิโลเมตร");

  /* What is there already is no entry, and is not offered. */
  f.n_changed = 0;
  find_restorable (&f, 4, &n_restorable);
  g_assert_cmpuint (n_restorable, ==, 0);
  g_assert_true (mou_document_restore (f.document, 4, 1, NULL));
  g_assert_cmpuint (f.n_changed, ==, 0);
}

/* One line of several; also of an entry that is undone, and of the undo itself. */
static void
test_lines (void)
{
  g_auto (Fixture) f = { NULL };

  fixture_init (&f);
  g_assert_true (mou_document_set_history (f.document, f.pipes, 2566, "1271.48", NULL)); /* value, provisional, note */
  assert_restored (&f, 2, 1);
  g_assert_cmpstr (fixture_get (f.document, f.pipes, MOU_INDICATOR_CODE), ==, "1.1");
  assert_refused (&f, 2, 4, "no line 4");
  assert_refused (&f, 2, 0, "no line 0");
  assert_refused (&f, 99, 1, "no entry 99");
  assert_refused (&f, 0, 1, "no entry 0");

  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_undo (f.document, NULL));
  assert_restored (&f, get_entry (&f), 1);
  g_assert_cmpstr (fixture_get (f.document, f.pipes, MOU_INDICATOR_WEIGHT), ==, "12");
}

/* A deleted branch comes back with all that went with it, results included. */
static void
test_rows (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *before = NULL;
  guint line, n_restorable;
  gint64 deletion;

  fixture_init (&f);
  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "1225", NULL));
  before = fixture_text (f.document);
  g_assert_true (mou_document_delete_row (f.document, f.strategy, NULL));
  deletion = get_entry (&f);
  g_assert_true (mou_document_set_field (f.document, f.income, MOU_INDICATOR_UNIT, "บาท", NULL));
  line = find_restorable (&f, deletion, &n_restorable);
  g_assert_cmpuint (n_restorable, ==, 1);
  assert_restored (&f, deletion, line);
  g_assert_true (g_str_has_prefix (mou_document_get_undo_label (f.document), "Restore 1, which entry 3 deleted ("));
  assert_refused (&f, deletion, line, "1 is there already");
  g_assert_true (mou_document_set_field (f.document, f.income, MOU_INDICATOR_UNIT, "", NULL));
  fixture_assert_text (f.document, before);
}

static void
test_rows_refused (void)
{
  const char *const mission[] = { "ธุรกิจหลัก" };
  g_auto (Fixture) f = { NULL };
  guint n_restorable, line;
  gint64 first, second;

  fixture_init (&f);
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_delete_row (f.document, f.pipes, NULL));
  first = get_entry (&f);
  assert_refused (&f, 2, 1, "entry 3 deleted it");
  line = find_restorable (&f, first, &n_restorable);

  /* Its code is taken. */
  g_assert_true (mou_document_set_field (f.document, f.plan, MOU_INDICATOR_CODE, "1.1", NULL));
  assert_refused (&f, first, line, "1.1");
  g_assert_true (mou_document_set_field (f.document, f.plan, MOU_INDICATOR_CODE, "1.2", NULL));

  /* Its group is gone. */
  g_assert_true (mou_document_delete_row (f.document, f.strategy, NULL));
  second = get_entry (&f);
  assert_refused (&f, first, line, "cannot come back before 1");
  find_restorable (&f, first, &n_restorable);
  g_assert_cmpuint (n_restorable, ==, 0);
  assert_restored (&f, second, find_restorable (&f, second, &n_restorable));
  assert_restored (&f, first, line);

  /* Nothing was there before; a place is no value. */
  g_assert_true (mou_document_add_row (f.document, MOU_ENTITY_MISSION, f.agreement, mission, NULL, NULL));
  assert_refused (&f, get_entry (&f), 1, "nothing before");
  g_assert_true (mou_document_move_indicator (f.document, f.plan, -1, NULL));
  assert_refused (&f, get_entry (&f), 1, "move the row");
  g_assert_true (mou_document_set_field (f.document, f.agreement, MOU_AGREEMENT_STATUS, "proposed", NULL));
  assert_refused (&f, get_entry (&f), 1, "status");
}

/* A result whose assessment has gone since cannot stand, and stays away. */
static void
test_partly (void)
{
  g_auto (Fixture) f = { NULL };
  guint n_restorable, line;
  gint64 deletion;

  fixture_init (&f);
  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "1225", NULL));
  g_assert_true (mou_document_delete_row (f.document, f.pipes, NULL));
  deletion = get_entry (&f);
  g_assert_true (mou_document_delete_row (f.document, f.own, NULL));
  line = find_restorable (&f, deletion, &n_restorable);
  g_assert_cmpuint (n_restorable, ==, 1);
  assert_restored (&f, deletion, line);
  g_assert_cmpstr (fixture_get (f.document, f.pipes, MOU_INDICATOR_NAME), ==, "โครงการปรับปรุงท่อ");
}

/* The group that it comes back to has become an indicator of its own meanwhile: it is a group again. */
static void
test_group (void)
{
  g_auto (Fixture) f = { NULL };
  guint n_restorable;
  gint64 deletion;

  fixture_init (&f);
  g_assert_true (mou_document_delete_row (f.document, f.income, NULL));
  deletion = get_entry (&f);
  g_assert_true (mou_document_set_field (f.document, f.results, MOU_INDICATOR_KIND, "linear", NULL));
  assert_restored (&f, deletion, find_restorable (&f, deletion, &n_restorable));
  g_assert_cmpstr (fixture_get (f.document, f.results, MOU_INDICATOR_KIND), ==, "group");
}

/* A value that is not allowed any more: a group that has others below it cannot become linear again. */
static void
test_not_allowed (void)
{
  g_auto (Fixture) f = { NULL };
  gint64 change;

  fixture_init (&f);
  g_assert_true (mou_document_set_field (f.document, f.income, MOU_INDICATOR_KIND, "group", NULL));
  change = get_entry (&f);
  g_assert_true (mou_document_add_indicator (f.document, f.income, TRUE, NULL, NULL));
  assert_refused (&f, change, 1, "stay a group");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/restore/field", test_field);
  g_test_add_func ("/restore/lines", test_lines);
  g_test_add_func ("/restore/rows", test_rows);
  g_test_add_func ("/restore/rows-refused", test_rows_refused);
  g_test_add_func ("/restore/partly", test_partly);
  g_test_add_func ("/restore/group", test_group);
  g_test_add_func ("/restore/not-allowed", test_not_allowed);

  return g_test_run ();
}
