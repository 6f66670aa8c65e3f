/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every verb: done, undone, done again, twice over. */

#include "document-fixture.h"

#include "mou-row.h"

typedef gboolean (*Verb) (Fixture *fixture, GError **error);

/* The verbs */

static gboolean
set_weight (Fixture *f, GError **error)
{
  return mou_document_set_field (f->document, f->pipes, MOU_INDICATOR_WEIGHT, "๑๒", error);
}

static gboolean
clear_unit (Fixture *f, GError **error)
{
  return mou_document_set_field (f->document, f->pipes, MOU_INDICATOR_UNIT, "", error);
}

static gboolean
set_title (Fixture *f, GError **error)
{
  return mou_document_set_field (f->document, f->agreement, MOU_AGREEMENT_TITLE, "บันทึกข้อตกลง", error);
}

static gboolean
set_status (Fixture *f, GError **error)
{
  return mou_document_set_field (f->document, f->agreement, MOU_AGREEMENT_STATUS, "proposed", error);
}

static gboolean
set_level (Fixture *f, GError **error)
{
  return mou_document_set_level (f->document, f->pipes, 2, "<1,160", error);
}

static gboolean
clear_level (Fixture *f, GError **error)
{
  return mou_document_set_level (f->document, f->pipes, 2, "-", error);
}

static gboolean
word_level (Fixture *f, GError **error)
{
  return mou_document_set_level (f->document, f->pipes, 5, "แล้วเสร็จ", error);
}

static gboolean
set_measure_level (Fixture *f, GError **error)
{
  return mou_document_set_measure_level (f->document, f->plan, 4, "85", error);
}

static gboolean
change_history (Fixture *f, GError **error)
{
  return mou_document_set_history (f->document, f->pipes, 2566, "1280", error);
}

static gboolean
add_history (Fixture *f, GError **error)
{
  return mou_document_set_history (f->document, f->plan, 2565, "N/A^4", error);
}

static gboolean
remove_history (Fixture *f, GError **error)
{
  return mou_document_set_history (f->document, f->pipes, 2562, "", error);
}

static gboolean
set_actual (Fixture *f, GError **error)
{
  return mou_document_set_actual (f->document, f->own, f->pipes, "1,225", error);
}

static gboolean
set_judged (Fixture *f, GError **error)
{
  return mou_document_set_actual (f->document, f->own, f->plan, "3.5", error);
}

static gboolean
set_not_applicable (Fixture *f, GError **error)
{
  return mou_document_set_actual (f->document, f->own, f->income, "ไม่เกี่ยวข้อง: ยกเลิกโครงการ", error);
}

static gboolean
set_backtest_actual (Fixture *f, GError **error)
{
  return mou_document_set_actual (f->document, f->backtest, f->pipes, "1250", error);
}

static gboolean
set_state (Fixture *f, GError **error)
{
  return mou_document_set_result_state (f->document, f->own, f->pipes, "pending", NULL, error);
}

static gboolean
set_narrative (Fixture *f, GError **error)
{
  return mou_document_set_result_text (f->document, f->own, f->pipes, MOU_RESULT_NARRATIVE, "ทำได้ตามแผน", error);
}

static gboolean
add_sibling (Fixture *f, GError **error)
{
  return mou_document_add_indicator (f->document, f->pipes, FALSE, NULL, error);
}

static gboolean
add_child (Fixture *f, GError **error)
{
  return mou_document_add_indicator (f->document, f->pipes, TRUE, NULL, error);
}

static gboolean
add_root (Fixture *f, GError **error)
{
  return mou_document_add_indicator (f->document, 0, FALSE, NULL, error);
}

static gboolean
add_party (Fixture *f, GError **error)
{
  const char *const values[MOU_N_PARTY_FIELDS] = { "๒", "นายมานิต ปานเอม", "ผู้ว่าการ", NULL };

  return mou_document_add_row (f->document, MOU_ENTITY_PARTY, f->agreement, values, NULL, error);
}

static gboolean
delete_group (Fixture *f, GError **error)
{
  return mou_document_delete_row (f->document, f->strategy, error);
}

static gboolean
delete_agreement (Fixture *f, GError **error)
{
  return mou_document_delete_row (f->document, f->agreement, error);
}

static gboolean
delete_several (Fixture *f, GError **error)
{
  const gint64 rows[] = { f->strategy, f->pipes, f->own };

  return mou_document_delete_rows (f->document, rows, G_N_ELEMENTS (rows), error);
}

static gboolean
move_down (Fixture *f, GError **error)
{
  return mou_document_move_indicator (f->document, f->pipes, 1, error);
}

/* The second condition goes before the first. */
static gboolean
move_condition (Fixture *f, GError **error)
{
  const char *const first[] = { "หนึ่ง" };
  const char *const second[] = { "สอง" };
  gint64 row = 0;

  return mou_document_add_row (f->document, MOU_ENTITY_CONDITION, f->pipes, first, NULL, error)
         && mou_document_add_row (f->document, MOU_ENTITY_CONDITION, f->pipes, second, &row, error)
         && mou_document_move_row (f->document, row, -5, error);
}

static gboolean
indent (Fixture *f, GError **error)
{
  return mou_document_indent_indicator (f->document, f->plan, FALSE, error);
}

static gboolean
outdent (Fixture *f, GError **error)
{
  return mou_document_indent_indicator (f->document, f->pipes, TRUE, error);
}

static gboolean
renumber (Fixture *f, GError **error)
{
  return mou_document_move_indicator (f->document, f->strategy, 1, error) && mou_document_renumber (f->document, error);
}

static gboolean
generate (Fixture *f, GError **error)
{
  return mou_document_set_field (f->document, f->pipes, MOU_INDICATOR_NOTATION, "-40/+60", error)
         && mou_document_generate_levels (f->document, f->pipes, error);
}

static gboolean
fix_field (Fixture *f, GError **error)
{
  const MouRow *row = mou_register_find (mou_document_get_register (f->document), f->pipes, MOU_ENTITY_LEVEL, "2");
  char value[] = "1155";
  const MouFix fix = { MOU_ENTITY_LEVEL, row->id, f->pipes, NULL, MOU_LEVEL_VALUE, value };

  return mou_document_apply_fix (f->document, &fix, error);
}

static gboolean
fix_insert (Fixture *f, GError **error)
{
  char key[] = "3";
  char value[] = "500";
  const MouFix fix = { MOU_ENTITY_LEVEL, 0, f->income, key, MOU_LEVEL_VALUE, value };

  return mou_document_apply_fix (f->document, &fix, error);
}

static gboolean
paste (Fixture *f, GError **error)
{
  const MouCellEdit cells[] = {
    { MOU_CELL_FIELD, f->pipes, MOU_INDICATOR_WEIGHT, 0, "11" },
    { MOU_CELL_LEVEL, f->income, 1, 0, "500" },
    { MOU_CELL_HISTORY, f->income, 2566, 0, "480*" },
    { MOU_CELL_ACTUAL, f->income, 0, f->own, "510" },
    { MOU_CELL_FIELD, f->plan, MOU_INDICATOR_NAME, 0, "แผนแม่บทใหม่" },
  };

  return mou_document_set_cells (f->document, "Paste 5 cells", cells, G_N_ELEMENTS (cells), NULL, error);
}

static gboolean
new_agreement (Fixture *f, GError **error)
{
  return mou_document_new_agreement (f->document, "การประปาส่วนภูมิภาค", "กปภ.", 2567, NULL, error);
}

static gboolean
new_year (Fixture *f, GError **error)
{
  return mou_document_new_year (f->document, f->agreement, NULL, error);
}

static gboolean
add_assessment (Fixture *f, GError **error)
{
  return mou_document_add_assessment (f->document, "ไตรมาส 1", "self", "q1", NULL, error);
}

static gboolean
import (Fixture *f, GError **error)
{
  g_autoptr (MouRegister) incoming = mou_register_copy (mou_document_get_register (f->document));
  MouRow *before = mou_register_lookup (incoming, f->pipes);
  g_autoptr (MouRow) after = mou_row_with_value (before, MOU_INDICATOR_WEIGHT, "9.5");
  g_autoptr (MouChange) change = mou_change_new (before, after);
  guint n_changes = 0;

  mou_register_apply (incoming, change);
  if (!mou_document_import (f->document, incoming, "mwa.json", &n_changes, error))
    return FALSE;

  g_assert_cmpuint (n_changes, ==, 1);
  return TRUE;
}

static const struct
{
  const char *name;
  Verb verb;
  const char *label;
} verbs[] = {
  { "set-field", set_weight, "Change weight of 1.1" },
  { "set-field/clear", clear_unit, "Change unit of 1.1" },
  { "set-field/agreement", set_title, "Change title of กปน. 2567" },
  { "set-field/status", set_status, "Change status of กปน. 2567" },
  { "set-level", set_level, "Change level 2 of 1.1" },
  { "set-level/clear", clear_level, "Change level 2 of 1.1" },
  { "set-level/words", word_level, "Change level 5 of 1.1" },
  { "set-measure-level", set_measure_level, "Change level 4 of the measure of 1.2" },
  { "set-history", change_history, "Change the result of 2566 of 1.1" },
  { "set-history/add", add_history, "Change the result of 2565 of 1.2" },
  { "set-history/remove", remove_history, "Change the result of 2562 of 1.1" },
  { "set-actual", set_actual, "Change the actual value of 1.1" },
  { "set-actual/judged", set_judged, "Change the actual value of 1.2" },
  { "set-actual/not-applicable", set_not_applicable, "Change the actual value of 2.1" },
  { "set-actual/backtest", set_backtest_actual, "Change the actual value of 1.1" },
  { "set-result-state", set_state, "Change the state of 1.1" },
  { "set-result-text", set_narrative, "Write about 1.1" },
  { "add-indicator", add_sibling, "Add indicator 1.3" },
  { "add-indicator/child", add_child, "Add indicator 1.1.1" },
  { "add-indicator/root", add_root, "Add indicator 3" },
  { "add-row", add_party, "Add party to กปน. 2567" },
  { "delete-row", delete_group, "Delete 1" },
  { "delete-row/agreement", delete_agreement, "Delete กปน. 2567" },
  { "delete-rows", delete_several, "Delete 3 rows" },
  { "move", move_down, "Move 1.1" },
  { "move-row", move_condition, "Move condition “สอง” of 1.1" },
  { "indent", indent, "Indent 1.2" },
  { "outdent", outdent, "Outdent 1.1" },
  { "renumber", renumber, "Renumber the indicators" },
  { "generate-levels", generate, "Make the levels of 1.1 from its notation" },
  { "fix", fix_field, "Fix threshold of level 2 of 1.1" },
  { "fix/insert", fix_insert, "Fix threshold of 2.1" },
  { "set-cells", paste, "Paste 5 cells" },
  { "new-agreement", new_agreement, "New agreement of กปภ. for 2567" },
  { "new-year", new_year, "Start fiscal year 2568 of กปน." },
  { "add-assessment", add_assessment, "Add assessment “ไตรมาส 1”" },
  { "import", import, "Import mwa.json" },
};

static void
assert_step (Fixture *f, gboolean (*step) (MouDocument *, GError **), const char *expected)
{
  g_autoptr (GError) error = NULL;

  f->n_changed = 0;
  g_assert_true (step (f->document, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (f->n_changed, ==, 1);
  fixture_assert_text (f->document, expected);
}

static void
test_verb (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *last_label = NULL;
  guint n_entries;

  fixture_init (&f);
  before = fixture_text (f.document);
  last_label = g_strdup (mou_document_get_undo_label (f.document));

  g_assert_true (verbs[i].verb (&f, &error));
  g_assert_no_error (error);
  n_entries = f.n_changed; /* some verbs prepare their case by another */
  g_assert_cmpuint (n_entries, >=, 1);
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, verbs[i].label);
  g_assert_null (mou_document_get_redo_label (f.document));
  g_assert_true (mou_register_validate (mou_document_get_register (f.document), &error));
  g_assert_no_error (error);
  after = fixture_text (f.document);
  g_assert_false (g_str_equal (after, before));

  for (guint round = 0; round < 2; round++)
    {
      for (guint entry = 1; entry < n_entries; entry++)
        g_assert_true (mou_document_undo (f.document, NULL));
      assert_step (&f, mou_document_undo, before);
      g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, last_label);
      for (guint entry = 1; entry < n_entries; entry++)
        g_assert_true (mou_document_redo (f.document, NULL));
      assert_step (&f, mou_document_redo, after);
      g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, verbs[i].label);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *path = g_strconcat ("/edits/", verbs[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_verb);
    }

  return g_test_run ();
}
