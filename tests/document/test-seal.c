/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A code finds what carries it, or carried it once. */

#include "document-fixture.h"

#include "mou-canon.h"
#include "mou-document-sign.h"
#include "mou-seal.h"

static char *
dup_seal (MouDocument *document, gint64 assessment)
{
  g_autoptr (GPtrArray) seals = mou_seal_list (mou_document_get_register (document));

  for (guint i = 0; i < seals->len; i++)
    {
      const MouSeal *seal = g_ptr_array_index (seals, i);

      if (seal->assessment == assessment)
        return g_strdup (seal->seal);
    }

  g_assert_not_reached ();
}

static MouSealMatch *
find (MouDocument *document, const char *seal)
{
  g_autoptr (GError) error = NULL;
  MouSealMatch *match = NULL;

  g_assert_true (mou_seal_find (mou_document_get_register (document), document, seal, &match, &error));
  g_assert_no_error (error);

  return match;
}

/* `entry` -1: it is the content now. */
static void
assert_found (Fixture *f, const char *seal, gint64 assessment, gint64 entry)
{
  g_autoptr (MouSealMatch) match = find (f->document, seal);

  g_assert_nonnull (match);
  g_assert_cmpint (match->seal->assessment, ==, assessment);
  g_assert_cmpint (match->seal->agreement, ==, f->agreement);
  g_assert_cmpint (match->current, ==, entry < 0);
  g_assert_cmpint (match->entry, ==, MAX (entry, 0));
  g_assert_cmpint (match->rows != NULL, ==, entry >= 0);
}

static void
test_list (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GPtrArray) seals = NULL;
  g_autofree char *agreement = NULL;
  g_autofree char *evaluation = NULL;

  fixture_init (&f);
  mou_document_set_assessment_id (f.document, f.own);
  seals = mou_seal_list (mou_document_get_register (f.document));
  agreement = mou_seal_dup_agreement (mou_document_get_register (f.document), f.agreement);
  evaluation = mou_seal_dup_evaluation (mou_document_get_register (f.document), mou_document_get_evaluation (f.document));
  g_assert_cmpuint (seals->len, ==, 3);
  g_assert_cmpstr (((const MouSeal *) g_ptr_array_index (seals, 0))->seal, ==, agreement);
  g_assert_null (((const MouSeal *) g_ptr_array_index (seals, 0))->assessment_name);
  g_assert_cmpstr (((const MouSeal *) g_ptr_array_index (seals, 1))->seal, ==, evaluation);
  g_assert_cmpint (((const MouSeal *) g_ptr_array_index (seals, 2))->assessment, ==, f.backtest);
}

static void
test_find (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *agreement = NULL;
  g_autofree char *own = NULL;
  g_autofree char *backtest = NULL;
  g_autofree char *reported = NULL;
  gint64 first;

  fixture_init (&f);
  first = mou_document_get_n_entries (f.document);
  agreement = dup_seal (f.document, 0);
  own = dup_seal (f.document, f.own);
  backtest = dup_seal (f.document, f.backtest);
  assert_found (&f, agreement, 0, -1);
  assert_found (&f, own, f.own, -1);

  /* a result is not what the agreement says */
  g_assert_true (mou_document_set_actual (f.document, f.own, f.income, "1234", NULL));
  reported = dup_seal (f.document, f.own);
  assert_found (&f, agreement, 0, -1);
  assert_found (&f, backtest, f.backtest, -1);
  assert_found (&f, own, f.own, first);

  /* the criteria are part of every evaluation */
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_field (f.document, f.agreement, MOU_AGREEMENT_STATUS, "proposed", NULL));
  assert_found (&f, agreement, 0, first + 1);
  assert_found (&f, backtest, f.backtest, first + 1);
  assert_found (&f, reported, f.own, first + 1);
  assert_found (&f, own, f.own, first);
}

static void
test_find_what_is_gone (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *own = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *agreement = NULL;
  g_autoptr (MouSealMatch) match = NULL;
  gint64 first, organisation;

  fixture_init (&f);
  organisation = mou_register_lookup (mou_document_get_register (f.document), f.agreement)->parent;
  first = mou_document_get_n_entries (f.document);
  own = dup_seal (f.document, f.own);
  agreement = dup_seal (f.document, 0);
  g_assert_true (mou_document_delete_row (f.document, f.own, NULL));
  assert_found (&f, own, f.own, first);
  g_assert_true (mou_document_set_field (f.document, organisation, MOU_ORGANISATION_NAME, "Another", NULL));
  renamed = dup_seal (f.document, 0);
  assert_found (&f, agreement, 0, first + 1);
  g_assert_true (mou_document_delete_row (f.document, f.agreement, NULL));
  assert_found (&f, own, f.own, first);
  assert_found (&f, renamed, 0, first + 2);
  match = find (f.document, "00000-00000-00000-00000");
  g_assert_null (match);
}

/* What was signed is as good as what holds now, and is known even where the history is not. */
static void
test_find_what_was_signed (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *signed_seal = NULL;
  g_autofree char *words = NULL;
  g_autoptr (MouSealMatch) past = NULL;
  MouSealMatch *recorded = NULL;
  gint64 entry;

  fixture_init (&f);
  signed_seal = dup_seal (f.document, 0);
  g_assert_true (mou_document_sign (f.document, f.agreement, "2023-10-01", NULL, TRUE, NULL));
  entry = mou_document_get_n_entries (f.document);
  assert_found (&f, signed_seal, 0, -1);
  g_assert_true (mou_document_rebase (f.document, f.pipes, "1210", "New data", NULL, "2024-02-01", NULL));
  past = find (f.document, signed_seal);
  g_assert_true (mou_seal_match_is_good (past));
  g_assert_cmpint (past->entry, ==, entry);
  g_assert_cmpstr (past->signed_on, ==, "2023-10-01");
  words = mou_seal_match_describe (past);
  g_assert_true (g_str_has_suffix (words, "then came: Re-base 1.1; it is what was signed on 2023-10-01"));

  g_assert_true (mou_seal_find (mou_document_get_register (f.document), NULL, signed_seal, &recorded, NULL));
  g_assert_true (mou_seal_match_is_good (recorded));
  g_assert_null (recorded->rows);
  g_assert_cmpstr (recorded->signed_on, ==, "2023-10-01");
  mou_seal_match_free (recorded);
}

static void
test_words (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *own = NULL;
  g_autofree char *now = NULL;
  g_autofree char *then = NULL;
  g_autoptr (MouSealMatch) current = NULL;
  g_autoptr (MouSealMatch) past = NULL;

  fixture_init (&f);
  own = dup_seal (f.document, f.own);
  current = find (f.document, own);
  now = mou_seal_match_describe (current);
  g_assert_true (g_str_has_prefix (now, "carries the code of กปน./2567, evaluation “"));
  g_assert_true (g_str_has_suffix (now, "” as it stands"));
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  past = find (f.document, own);
  then = mou_seal_match_describe (past);
  g_assert_nonnull (strstr (then, "as it was up to entry"));
  g_assert_true (g_str_has_suffix (then, "then came: Change weight of 1.1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal/list", test_list);
  g_test_add_func ("/seal/find", test_find);
  g_test_add_func ("/seal/find/what-is-gone", test_find_what_is_gone);
  g_test_add_func ("/seal/find/what-was-signed", test_find_what_was_signed);
  g_test_add_func ("/seal/words", test_words);

  return g_test_run ();
}
