/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two registers compared: every edit is one sentence, told both ways, and only what differs is told. */

#include "document-fixture.h"
#include "register-fixture.h"

#include "mou-canon.h"
#include "mou-compare.h"
#include "mou-seal.h"

static char *
tell (MouRegister *before, MouRegister *after)
{
  g_autoptr (GPtrArray) differences = mou_compare_registers (before, after);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < differences->len; i++)
    g_ptr_array_add (texts, ((const MouDifference *) g_ptr_array_index (differences, i))->text);
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("\n", (char **) texts->pdata);
}

static void
assert_told (MouRegister *before, MouRegister *after, const char *expected)
{
  g_autofree char *text = tell (before, after);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_words (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (MouRegister) before = NULL;
  MouRegister *after;

  fixture_init (&f);
  after = mou_document_get_register (f.document);
  before = mou_register_copy (after);
  assert_told (before, after, "");

  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  assert_told (before, after, "1.1 โครงการปรับปรุงท่อ: weight 10 → 12");
  assert_told (after, before, "1.1 โครงการปรับปรุงท่อ: weight 12 → 10");
  g_assert_true (mou_document_set_level (f.document, f.pipes, 4, "-", NULL));
  assert_told (before, after, "1.1 โครงการปรับปรุงท่อ: weight 10 → 12\nlevel 4 of 1.1 deleted: 1250");
  g_assert_true (mou_document_delete_row (f.document, f.pipes, NULL));
  assert_told (before, after, "1.1 deleted: โครงการปรับปรุงท่อ, กิโลเมตร, 10, 2, Linear, -/+50");
  assert_told (after, before, "1.1 added: โครงการปรับปรุงท่อ, กิโลเมตร, 10, 2, Linear, -/+50");
}

/* A row that only made room for another has not moved. */
static void
test_moves (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (MouRegister) before = NULL;
  MouRegister *after;
  gint64 row = 0;

  fixture_init (&f);
  after = mou_document_get_register (f.document);
  before = mou_register_copy (after);
  g_assert_true (mou_document_add_indicator (f.document, f.pipes, FALSE, &row, NULL));
  {
    g_autoptr (GPtrArray) differences = mou_compare_registers (before, after);
    const MouDifference *difference = g_ptr_array_index (differences, 0);

    g_assert_cmpuint (differences->len, ==, 1);
    g_assert_cmpint (difference->kind, ==, MOU_DIFFERENCE_ADDED);
    g_assert_cmpstr (difference->agreement, ==, "กปน./2567");
  }
  g_assert_true (mou_document_delete_row (f.document, row, NULL));
  assert_told (before, after, "");
  g_assert_true (mou_document_move_indicator (f.document, f.plan, -1, NULL));
  {
    g_autofree char *text = tell (before, after);

    g_assert_nonnull (g_strrstr (text, ": moved"));
    g_assert_null (g_strrstr (text, "2.1"));
  }
}

/* Something is told exactly when the canonical texts differ. */
static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 30; seed++)
    {
      g_autoptr (MouRegister) before = fixture_new_random (seed);
      g_autoptr (MouRegister) after = fixture_new_random (seed + seed % 2);
      g_autofree char *left = mou_canon_register_text (before);
      g_autofree char *right = mou_canon_register_text (after);
      g_autofree char *text = tell (before, after);

      g_assert_cmpint (g_str_equal (left, right), ==, *text == '\0');
    }
}

static void
test_seals (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (GPtrArray) seals = mou_seal_list (rows);
  g_autofree char *text = mou_canon_agreement_text (rows, fixture_get_agreement (rows));
  g_autofree char *seal = mou_canon_seal (text);

  g_assert_cmpuint (seals->len, ==, 1);
  g_assert_cmpstr (((const MouSeal *) g_ptr_array_index (seals, 0))->name, ==, "กปน./2567");
  g_assert_cmpstr (((const MouSeal *) g_ptr_array_index (seals, 0))->seal, ==, seal);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compare/words", test_words);
  g_test_add_func ("/compare/moves", test_moves);
  g_test_add_func ("/compare/random", test_random);
  g_test_add_func ("/compare/seals", test_seals);

  return g_test_run ();
}
