/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Findings follow the edits, and the fix that one carries can be applied and undone. */

#include "document-fixture.h"

static const MouFinding *
find_finding (Fixture *f, const char *code, gint64 indicator)
{
  GPtrArray *findings = mou_document_get_findings (f->document);

  for (guint i = 0; i < findings->len; i++)
    {
      const MouFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->code, code) && (indicator == 0 || finding->indicator == indicator))
        return finding;
    }

  return NULL;
}

static void
test_follow_edits (void)
{
  g_auto (Fixture) f = { NULL };
  GPtrArray *findings;

  fixture_init (&f);
  findings = mou_document_get_findings (f.document);
  g_assert_true (mou_document_get_findings (f.document) == findings);
  g_assert_null (find_finding (&f, "weights-sum", 0));
  g_assert_true (mou_document_set_field (f.document, f.strategy, MOU_INDICATOR_WEIGHT, "27", NULL));
  g_assert_nonnull (find_finding (&f, "weights-sum", 0));
  g_assert_true (mou_document_undo (f.document, NULL));
  g_assert_null (find_finding (&f, "weights-sum", 0));
}

static void
test_fix (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  const MouFinding *finding;
  gint64 level;

  fixture_init (&f);
  level = mou_register_find (mou_document_get_register (f.document), f.pipes, MOU_ENTITY_LEVEL, "2")->id;
  g_assert_true (mou_document_set_level (f.document, f.pipes, 2, "1100", NULL));
  finding = find_finding (&f, "notation-disagrees", f.pipes);
  g_assert_nonnull (finding);
  g_assert_nonnull (finding->fix);
  g_assert_true (mou_document_apply_fix (f.document, finding->fix, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (f.document, level, MOU_LEVEL_VALUE), ==, "1150");
  g_assert_null (find_finding (&f, "notation-disagrees", f.pipes));
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, "Fix threshold of level 2 of 1.1");
  g_assert_true (mou_document_undo (f.document, NULL));
  g_assert_nonnull (find_finding (&f, "notation-disagrees", f.pipes));
}

static void
test_no_agreement (void)
{
  g_auto (Fixture) f = { NULL };

  fixture_init (&f);
  g_assert_true (mou_document_delete_row (f.document, f.agreement, NULL));
  g_assert_cmpuint (mou_document_get_findings (f.document)->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/findings/follow-edits", test_follow_edits);
  g_test_add_func ("/findings/fix", test_fix);
  g_test_add_func ("/findings/no-agreement", test_no_agreement);

  return g_test_run ();
}
