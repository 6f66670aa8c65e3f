/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The journal in words. */

#include "document-fixture.h"

#include "mou-document-sign.h"
#include "mou-history.h"

#include <string.h>

static char *
tell_last (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = mou_document_list_history (f->document, 1, &error);
  const MouHistoryEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
  entry = g_ptr_array_index (history, 0);
  g_assert_cmpstr (entry->author, ==, "ผู้ทดสอบ");

  return g_strjoinv ("\n", entry->lines);
}

static void
assert_told (Fixture *f, const char *expected)
{
  g_autofree char *lines = tell_last (f);

  g_assert_cmpstr (lines, ==, expected);
}

static void
test_words (void)
{
  g_auto (Fixture) f = { NULL };

  fixture_init (&f);
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  assert_told (&f, "1.1 โครงการปรับปรุงท่อ: weight 10 → 12");
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_UNIT, "", NULL));
  assert_told (&f, "1.1 โครงการปรับปรุงท่อ: unit กิโลเมตร → (blank)");
  g_assert_true (mou_document_set_level (f.document, f.pipes, 4, "<1260", NULL));
  assert_told (&f, "level 4 of 1.1: inequality (blank) → <\nlevel 4 of 1.1: threshold 1250 → 1260");
  g_assert_true (mou_document_set_level (f.document, f.pipes, 4, "-", NULL));
  assert_told (&f, "level 4 of 1.1 deleted: <, 1260");
  g_assert_true (mou_document_set_level (f.document, f.pipes, 4, "1250", NULL));
  assert_told (&f, "level 4 of 1.1 added: 1250");
  g_assert_true (mou_document_set_history (f.document, f.pipes, 2566, "1271.47", NULL));
  assert_told (&f, "past result 2566 of 1.1: provisional yes → no\npast result 2566 of 1.1: note number 1 → (blank)");
  g_assert_true (mou_document_move_indicator (f.document, f.plan, -1, NULL));
  {
    g_autofree char *lines = tell_last (&f);

    g_assert_nonnull (strstr (lines, "1.2 แผนแม่บท: moved"));
  }
  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "1225", NULL));
  assert_told (&f, "result 1.1 of assessment ประเมินตนเอง added: 1225");
  g_assert_true (mou_document_indent_indicator (f.document, f.pipes, TRUE, NULL));
  {
    g_autofree char *lines = tell_last (&f);

    g_assert_nonnull (strstr (lines, "1.1 โครงการปรับปรุงท่อ: group 1 → (blank)"));
  }
}

/* A row without a key is told by what it says, once. */
static void
test_keyless (void)
{
  const char *const mission[] = { "ธุรกิจหลักด้านน้ำอย่างครบวงจรที่ได้มาตรฐานและทั่วถึง" };
  const char *const item[] = { "จัดทำแผน", "40" };
  g_auto (Fixture) f = { NULL };
  gint64 id;

  fixture_init (&f);
  g_assert_true (mou_document_add_row (f.document, MOU_ENTITY_MISSION, f.agreement, mission, &id, NULL));
  assert_told (&f, "mission added: ธุรกิจหลักด้านน้ำอย่างครบวงจรที่ได้มาตรฐานและทั่วถึง");
  g_assert_true (mou_document_delete_row (f.document, id, NULL));
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, "Delete mission “ธุรกิจหลักด้านน้ำอย่างครบวงจรที่…”");
  g_assert_true (mou_document_add_row (f.document, MOU_ENTITY_ITEM, f.income, item, &id, NULL));
  assert_told (&f, "checklist item of 2.1 added: จัดทำแผน, 40");
  g_assert_true (mou_document_set_field (f.document, id, MOU_ITEM_WEIGHT, "45", NULL));
  assert_told (&f, "checklist item “จัดทำแผน” of 2.1: weight 40 → 45");
}

/* What is gone keeps the name it had, in the entry that deleted it and in older ones. */
static void
test_deleted (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GPtrArray) history = NULL;
  const MouHistoryEntry *deletion, *before;
  g_autofree char *lines = NULL;

  fixture_init (&f);
  g_assert_true (mou_document_set_level (f.document, f.pipes, 4, "1260", NULL));
  g_assert_true (mou_document_delete_row (f.document, f.strategy, NULL));
  history = mou_document_list_history (f.document, 2, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  deletion = g_ptr_array_index (history, 0);
  before = g_ptr_array_index (history, 1);
  g_assert_cmpstr (before->lines[0], ==, "level 4 of 1.1: threshold 1250 → 1260");
  lines = g_strjoinv ("\n", deletion->lines);
  g_assert_nonnull (strstr (lines, "level 4 of 1.1 deleted: 1260"));
  g_assert_nonnull (strstr (lines, "1.2 deleted: แผนแม่บท"));
}

static void
test_undone (void)
{
  static const gboolean undone[][4] = {
    { FALSE, FALSE },              /* the weight, the fixture's last */
    { FALSE, TRUE, FALSE },        /* undo */
    { FALSE, FALSE, FALSE, FALSE } /* redo */
  };
  g_auto (Fixture) f = { NULL };

  fixture_init (&f);
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  for (guint step = 0; step < G_N_ELEMENTS (undone); step++)
    {
      g_autoptr (GPtrArray) history = mou_document_list_history (f.document, step + 2, NULL);

      g_assert_cmpuint (history->len, ==, step + 2);
      for (guint i = 0; i < history->len; i++)
        g_assert_cmpint (((const MouHistoryEntry *) g_ptr_array_index (history, i))->undone, ==, undone[step][i]);
      g_assert_true (step == 0 ? mou_document_undo (f.document, NULL) : step == 1 ? mou_document_redo (f.document, NULL) : TRUE);
    }
}

/* What undo and redo would act on is told, and what they did. */
static void
test_next (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GPtrArray) history = NULL;
  const MouHistoryEntry *undo, *edit, *before;

  fixture_init (&f);
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_undo (f.document, NULL));
  history = mou_document_list_history (f.document, 0, NULL);
  undo = g_ptr_array_index (history, 0);
  edit = g_ptr_array_index (history, 1);
  before = g_ptr_array_index (history, 2);
  g_assert_true (undo->is_undo && !undo->is_redo && !undo->undo_next && !undo->redo_next);
  g_assert_true (!edit->is_undo && edit->redo_next && !edit->undo_next);
  g_assert_true (before->undo_next && !before->redo_next);

  g_clear_pointer (&history, g_ptr_array_unref);
  g_assert_true (mou_document_redo (f.document, NULL));
  history = mou_document_list_history (f.document, 1, NULL);
  g_assert_true (((const MouHistoryEntry *) g_ptr_array_index (history, 0))->is_redo);
}

static void
test_all (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GPtrArray) history = NULL;

  fixture_init (&f);
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_undo (f.document, NULL));
  history = mou_document_list_history (f.document, 0, NULL);
  g_assert_cmpuint (history->len, ==, 3);
  for (guint i = 0; i < history->len; i++)
    {
      const MouHistoryEntry *entry = g_ptr_array_index (history, i);

      g_assert_cmpint (entry->entry, ==, history->len - i);
      g_assert_cmpint (strlen (entry->at), ==, strlen ("2026-01-01T00:00:00Z"));
      g_assert_cmpstr (entry->label, !=, "");
      g_assert_nonnull (entry->lines[0]);
    }
}

/* An entry of thousands of rows is told in part. */
static void
test_long (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (MouCellEdit));
  char **lines;

  fixture_init (&f);
  for (int year = 2401; year <= 2401 + 249; year++)
    {
      const MouCellEdit cell = { MOU_CELL_HISTORY, f.income, year, 0, "7" };

      g_array_append_val (cells, cell);
    }
  g_assert_true (mou_document_set_cells (f.document, NULL, (const MouCellEdit *) (gpointer) cells->data, cells->len, NULL, NULL));
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, "Change 250 cells");
  history = mou_document_list_history (f.document, 1, NULL);
  lines = ((const MouHistoryEntry *) g_ptr_array_index (history, 0))->lines;
  g_assert_cmpuint (g_strv_length (lines), ==, 201);
  g_assert_cmpstr (lines[200], ==, "and 50 more changes");
}

static void
set_status (Fixture *f, const char *status)
{
  if (g_str_equal (status, "signed"))
    g_assert_true (mou_document_sign (f->document, f->agreement, "2023-09-28", NULL, TRUE, NULL));
  else if (g_str_equal (status, "draft"))
    g_assert_true (mou_document_reopen (f->document, f->agreement, "แก้น้ำหนัก", NULL, NULL));
  else
    g_assert_true (mou_document_set_field (f->document, f->agreement, MOU_AGREEMENT_STATUS, status, NULL));
}

static void
assert_signed_entry (Fixture *f, gint64 entry)
{
  g_assert_cmpint (mou_document_get_signed_entry (f->document, f->agreement), ==, entry);
}

/* Entry 1 is the fixture's import. */
static void
test_signed_entry (void)
{
  g_auto (Fixture) f = { NULL };

  fixture_init (&f);
  assert_signed_entry (&f, 0);
  set_status (&f, "agreed");
  assert_signed_entry (&f, 0);
  set_status (&f, "signed");
  assert_signed_entry (&f, 3);
  set_status (&f, "evaluated");
  assert_signed_entry (&f, 3);
  g_assert_true (mou_document_undo (f.document, NULL));
  assert_signed_entry (&f, 3);
  g_assert_false (mou_document_undo (f.document, NULL));
  assert_signed_entry (&f, 3);
}

/* Opened again it was signed nevertheless; signed again counts anew. */
static void
test_signed_again (void)
{
  g_auto (Fixture) f = { NULL };

  fixture_init (&f);
  set_status (&f, "signed");
  set_status (&f, "draft");
  assert_signed_entry (&f, 2);
  set_status (&f, "signed");
  assert_signed_entry (&f, 4);
  g_assert_cmpint (mou_document_get_signed_entry (f.document, f.own), ==, 0);
}

static void
assert_changes (Fixture *f, gint64 agreement, gint64 entry, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = mou_document_list_changes_since (f->document, agreement, entry, &error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < differences->len; i++)
    g_ptr_array_add (texts, ((const MouDifference *) g_ptr_array_index (differences, i))->text);
  g_ptr_array_add (texts, NULL);
  text = g_strjoinv ("\n", (char **) texts->pdata);
  g_assert_cmpstr (text, ==, expected);
}

/* The net difference: what was changed back is not told, a row that got another code is the same row. */
static void
test_changes_since (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  gint64 other = 0;

  fixture_init (&f);
  set_status (&f, "signed");
  set_status (&f, "draft");
  g_assert_true (mou_document_set_field (f.document, f.income, MOU_INDICATOR_WEIGHT, "70", NULL));
  g_assert_true (mou_document_set_field (f.document, f.income, MOU_INDICATOR_WEIGHT, "74", NULL));
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_CODE, "1.9", NULL));
  g_assert_true (mou_document_delete_row (f.document, f.plan, NULL));
  assert_changes (&f, f.agreement, 3,
                  "1.9 โครงการปรับปรุงท่อ: code 1.1 → 1.9\n"
                  "1.2 deleted: แผนแม่บท, 16, Judged");
  assert_changes (&f, f.agreement, 7, "");

  g_assert_true (mou_document_new_agreement (f.document, "การประปานครหลวง", "กปน.", 2568, &other, NULL));
  assert_changes (&f, f.agreement, 7, "");
  assert_changes (&f, other, 7, "กปน. 2568 added: บันทึกข้อตกลงประเมินผลการดำเนินงานรัฐวิสาหกิจ ประจำปีบัญชี 2…");
  g_assert_null (mou_document_list_changes_since (f.document, 0, 9, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/words", test_words);
  g_test_add_func ("/history/keyless", test_keyless);
  g_test_add_func ("/history/deleted", test_deleted);
  g_test_add_func ("/history/undone", test_undone);
  g_test_add_func ("/history/next", test_next);
  g_test_add_func ("/history/all", test_all);
  g_test_add_func ("/history/long", test_long);
  g_test_add_func ("/history/signed-entry", test_signed_entry);
  g_test_add_func ("/history/signed-again", test_signed_again);
  g_test_add_func ("/history/changes-since", test_changes_since);

  return g_test_run ();
}
