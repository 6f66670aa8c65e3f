/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What verbs refuse: the sentence says what, nothing has changed, and the document goes on working. */

#include "document-fixture.h"

#include <string.h>

typedef gboolean (*Verb) (Fixture *fixture, GError **error);

static gboolean
set_bad_weight (Fixture *f, GError **error)
{
  return mou_document_set_field (f->document, f->pipes, MOU_INDICATOR_WEIGHT, "ten", error);
}

static gboolean
set_used_code (Fixture *f, GError **error)
{
  return mou_document_set_field (f->document, f->pipes, MOU_INDICATOR_CODE, "1.2", error);
}

static gboolean
ungroup (Fixture *f, GError **error)
{
  return mou_document_set_field (f->document, f->strategy, MOU_INDICATOR_KIND, "linear", error);
}

static gboolean
set_pending_level (Fixture *f, GError **error)
{
  return mou_document_set_level (f->document, f->pipes, 2, "N/A", error);
}

static gboolean
set_sixth_level (Fixture *f, GError **error)
{
  return mou_document_set_level (f->document, f->pipes, 6, "1350", error);
}

static gboolean
set_group_actual (Fixture *f, GError **error)
{
  return mou_document_set_actual (f->document, f->own, f->strategy, "3", error);
}

static gboolean
set_judged_high (Fixture *f, GError **error)
{
  return mou_document_set_actual (f->document, f->own, f->plan, "5.1", error);
}

static gboolean
set_judged_zero (Fixture *f, GError **error)
{
  return mou_document_set_actual (f->document, f->own, f->plan, "0", error);
}

static gboolean
set_backtest_reason (Fixture *f, GError **error)
{
  return mou_document_set_actual (f->document, f->backtest, f->pipes, "not applicable: x", error);
}

static gboolean
set_backtest_state (Fixture *f, GError **error)
{
  return mou_document_set_result_state (f->document, f->backtest, f->pipes, "pending", NULL, error);
}

static gboolean
set_unknown_state (Fixture *f, GError **error)
{
  return mou_document_set_result_state (f->document, f->own, f->pipes, "late", NULL, error);
}

static gboolean
set_actual_of_nothing (Fixture *f, GError **error)
{
  return mou_document_set_actual (f->document, f->own, f->agreement, "1", error);
}

static gboolean
indent_first (Fixture *f, GError **error)
{
  return mou_document_indent_indicator (f->document, f->pipes, FALSE, error);
}

static gboolean
outdent_root (Fixture *f, GError **error)
{
  return mou_document_indent_indicator (f->document, f->strategy, TRUE, error);
}

static gboolean
generate_without_notation (Fixture *f, GError **error)
{
  return mou_document_generate_levels (f->document, f->income, error);
}

static gboolean
add_incomplete_party (Fixture *f, GError **error)
{
  const char *const values[MOU_N_PARTY_FIELDS] = { "1", "นายมานิต ปานเอม", NULL, NULL };

  return mou_document_add_row (f->document, MOU_ENTITY_PARTY, f->agreement, values, NULL, error);
}

static gboolean
add_misplaced_row (Fixture *f, GError **error)
{
  return mou_document_add_row (f->document, MOU_ENTITY_GATE, f->agreement, NULL, NULL, error);
}

static gboolean
delete_nothing (Fixture *f, GError **error)
{
  return mou_document_delete_row (f->document, 1, error);
}

static gboolean
repeat_year (Fixture *f, GError **error)
{
  return mou_document_new_agreement (f->document, "การประปานครหลวง", "กปน.", 2567, NULL, error);
}

static gboolean
repeat_assessment (Fixture *f, GError **error)
{
  return mou_document_add_assessment (f->document, "ประเมินตนเอง", "self", "q1", NULL, error);
}

static gboolean
redo_nothing (Fixture *f, GError **error)
{
  return mou_document_redo (f->document, error);
}

static gboolean
paste_same_codes (Fixture *f, GError **error)
{
  const MouCellEdit cells[] = {
    { MOU_CELL_FIELD, f->pipes, MOU_INDICATOR_CODE, 0, "9" },
    { MOU_CELL_FIELD, f->plan, MOU_INDICATOR_CODE, 0, "9" },
  };
  guint failed = 0;
  gboolean done = mou_document_set_cells (f->document, NULL, cells, G_N_ELEMENTS (cells), &failed, error);

  g_assert_cmpuint (failed, ==, G_N_ELEMENTS (cells));
  return done;
}

static gboolean
paste_bad_cell (Fixture *f, GError **error)
{
  const MouCellEdit cells[] = {
    { MOU_CELL_FIELD, f->pipes, MOU_INDICATOR_WEIGHT, 0, "11" },
    { MOU_CELL_LEVEL, f->income, 1, 0, "500" },
    { MOU_CELL_HISTORY, f->income, 2566, 0, "มาก" },
    { MOU_CELL_ACTUAL, f->income, 0, f->own, "510" },
  };
  guint failed = 0;
  gboolean done = mou_document_set_cells (f->document, NULL, cells, G_N_ELEMENTS (cells), &failed, error);

  g_assert_cmpuint (failed, ==, 2);
  return done;
}

static const struct
{
  const char *name;
  Verb verb;
  const char *says;
} refusals[] = {
  { "weight", set_bad_weight, "ten" },
  { "code-used", set_used_code, "1.2" },
  { "group-kind", ungroup, "1 has indicators below it" },
  { "level-pending", set_pending_level, "N/A" },
  { "level-6", set_sixth_level, "no level 6" },
  { "group-actual", set_group_actual, "1 is a group" },
  { "judged-high", set_judged_high, "from 1 to 5" },
  { "judged-zero", set_judged_zero, "from 1 to 5" },
  { "backtest-reason", set_backtest_reason, "not applicable: x" },
  { "backtest-state", set_backtest_state, "back-test" },
  { "state-unknown", set_unknown_state, "late" },
  { "actual-of-nothing", set_actual_of_nothing, "no such indicator" },
  { "indent-first", indent_first, "1.1" },
  { "outdent-root", outdent_root, "1 stands in no group" },
  { "generate", generate_without_notation, "2.1" },
  { "party-incomplete", add_incomplete_party, "" },
  { "row-misplaced", add_misplaced_row, "indicator" },
  { "delete-nothing", delete_nothing, "not exist" },
  { "year-repeated", repeat_year, "2567" },
  { "assessment-repeated", repeat_assessment, "ประเมินตนเอง" },
  { "redo-nothing", redo_nothing, "nothing to redo" },
  { "cells-codes", paste_same_codes, "9" },
  { "cells-one-bad", paste_bad_cell, "มาก" },
};

static void
test_refusal (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;

  fixture_init (&f);
  before = fixture_text (f.document);
  label = g_strdup (mou_document_get_undo_label (f.document));

  g_assert_false (refusals[i].verb (&f, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, refusals[i].says));
  fixture_assert_text (f.document, before);
  g_assert_cmpuint (f.n_changed, ==, 0);
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, label);
  g_assert_cmpint (mou_document_get_agreement_id (f.document), ==, f.agreement);

  /* Without a place for the error as well, and the document goes on working. */
  g_assert_false (refusals[i].verb (&f, NULL));
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/refusals/", refusals[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refusal);
    }

  return g_test_run ();
}
