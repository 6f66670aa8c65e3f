/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A signed agreement is what was signed, or it is told since when it is not. */

#include "document-fixture.h"

#include "mou-document-sign.h"
#include "mou-seal-state.h"

#include <string.h>

static void
sign (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mou_document_sign (f->document, f->agreement, "2023-10-01", "ผู้ว่าการ", TRUE, &error));
  g_assert_no_error (error);
}

static void
assert_state (Fixture *f, MouSealStateKind kind, gint64 entry)
{
  g_autoptr (MouSealState) fresh = mou_seal_state_new (mou_document_get_register (f->document), f->document, f->agreement);
  const MouSealState *state = mou_document_get_seal_state (f->document, f->agreement);

  g_assert_cmpint (state->kind, ==, kind);
  g_assert_cmpint (state->entry, ==, entry);
  g_assert_cmpint (state->changed, ==, entry > 0);
  g_assert_cmpint (fresh->kind, ==, kind);
  g_assert_cmpint (fresh->entry, ==, entry);
}

/* As a program would that does not know the lock: the register is told, for as long as the edit takes, that nothing is signed. */
static void
set_status_in_memory (Fixture *f, const char *status)
{
  MouRegister *rows = mou_document_get_register (f->document);
  MouRow *row = mou_register_lookup (rows, f->agreement);
  g_autoptr (MouRow) other = mou_row_with_value (row, MOU_AGREEMENT_STATUS, status);
  g_autoptr (MouChange) change = mou_change_new (row, other);

  mou_register_apply (rows, change);
}

static void
set_past_the_lock (Fixture *f, gint64 row, int field, const char *text)
{
  g_autofree char *status = g_strdup (fixture_get (f->document, f->agreement, MOU_AGREEMENT_STATUS));
  g_autoptr (GError) error = NULL;

  set_status_in_memory (f, "draft");
  g_assert_true (mou_document_set_field (f->document, row, field, text, &error));
  g_assert_no_error (error);
  set_status_in_memory (f, status);
}

static void
test_life (void)
{
  g_auto (Fixture) f = { NULL };
  const MouSealState *state;

  fixture_init (&f);
  assert_state (&f, MOU_SEAL_NOT_SIGNED, 0);
  sign (&f);
  assert_state (&f, MOU_SEAL_INTACT, 0);
  g_assert_true (mou_document_set_actual (f.document, f.own, f.income, "1234", NULL));
  g_assert_true (mou_document_set_field (f.document, f.agreement, MOU_AGREEMENT_STATUS, "evaluated", NULL));
  assert_state (&f, MOU_SEAL_INTACT, 0);
  g_assert_true (mou_document_rebase (f.document, f.pipes, "1210", "New data", "สคร.", "2024-02-01", NULL));
  assert_state (&f, MOU_SEAL_AMENDED, 0);
  state = mou_document_get_seal_state (f.document, f.agreement);
  g_assert_cmpuint (state->n_rebases, ==, 1);
  g_assert_cmpstr (state->date, ==, "2024-02-01");
  g_assert_true (mou_document_undo (f.document, NULL));
  assert_state (&f, MOU_SEAL_INTACT, 0);
  g_assert_true (mou_document_reopen (f.document, f.agreement, "A wrong weight", "ผู้ว่าการ", NULL));
  assert_state (&f, MOU_SEAL_REOPENED, 0);
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  assert_state (&f, MOU_SEAL_REOPENED, 0);
  g_assert_cmpstr (mou_document_get_seal_state (f.document, f.agreement)->reason, ==, "A wrong weight");
  sign (&f);
  assert_state (&f, MOU_SEAL_INTACT, 0);
}

static void
test_broken (void)
{
  g_auto (Fixture) f = { NULL };
  gint64 signing;

  fixture_init (&f);
  sign (&f);
  signing = mou_document_get_n_entries (f.document);
  g_assert_true (mou_document_set_actual (f.document, f.own, f.income, "1234", NULL));
  set_past_the_lock (&f, f.pipes, MOU_INDICATOR_WEIGHT, "12");
  assert_state (&f, MOU_SEAL_BROKEN, signing + 2);
  set_past_the_lock (&f, f.income, MOU_INDICATOR_NAME, "Another");
  g_assert_true (mou_document_set_actual (f.document, f.own, f.income, "1235", NULL));
  assert_state (&f, MOU_SEAL_BROKEN, signing + 2);

  /* put right, and broken anew */
  set_past_the_lock (&f, f.income, MOU_INDICATOR_NAME, "รายได้");
  set_past_the_lock (&f, f.pipes, MOU_INDICATOR_WEIGHT, "10");
  assert_state (&f, MOU_SEAL_INTACT, 0);
  set_past_the_lock (&f, f.plan, MOU_INDICATOR_WEIGHT, "17");
  assert_state (&f, MOU_SEAL_BROKEN, signing + 7);
}

/* The name of the organisation is signed too. */
static void
test_broken_by_the_organisation (void)
{
  g_auto (Fixture) f = { NULL };
  gint64 organisation;

  fixture_init (&f);
  sign (&f);
  organisation = mou_register_lookup (mou_document_get_register (f.document), f.agreement)->parent;
  set_past_the_lock (&f, organisation, MOU_ORGANISATION_NAME, "Another");
  assert_state (&f, MOU_SEAL_BROKEN, mou_document_get_n_entries (f.document));
}

/* Signed by a version that kept no record: the history says what was signed. */
static void
test_without_record (void)
{
  g_auto (Fixture) f = { NULL };
  MouRegister *rows;
  g_autoptr (MouSealState) elsewhere = NULL;

  fixture_init (&f);
  rows = mou_document_get_register (f.document);
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "11", NULL));
  sign (&f);
  for (GPtrArray *acts; (acts = mou_register_get_children (rows, f.agreement, MOU_ENTITY_SIGNING))->len > 0;)
    {
      g_autoptr (MouChange) change = mou_change_new (g_ptr_array_index (acts, 0), NULL);

      mou_register_apply (rows, change);
    }
  g_assert_true (mou_document_set_actual (f.document, f.own, f.income, "1234", NULL));
  assert_state (&f, MOU_SEAL_WITHOUT_RECORD, 0);
  g_assert_nonnull (mou_document_get_seal_state (f.document, f.agreement)->seal);
  set_past_the_lock (&f, f.pipes, MOU_INDICATOR_WEIGHT, "12");
  assert_state (&f, MOU_SEAL_WITHOUT_RECORD, mou_document_get_n_entries (f.document));
  elsewhere = mou_seal_state_new (rows, NULL, f.agreement);
  g_assert_cmpint (elsewhere->kind, ==, MOU_SEAL_WITHOUT_RECORD);
  g_assert_null (elsewhere->seal);
}

static void
test_words (void)
{
  static const struct
  {
    MouSealState state;
    const char *word, *sentence;
  } cases[] = {
    { { .kind = MOU_SEAL_NOT_SIGNED }, "not signed", "not signed" },
    { { .kind = MOU_SEAL_INTACT, .date = (char *) "2023-10-01" },
      "seal intact ✓",
      "the seal is intact ✓: it is what was signed on 2023-10-01" },
    { { .kind = MOU_SEAL_AMENDED, .date = (char *) "2024-02-01", .n_rebases = 1 },
      "seal intact ✓, re-based",
      "the seal is intact ✓: it is what was signed, with 1 re-base on record, on 2024-02-01" },
    { { .kind = MOU_SEAL_BROKEN, .date = (char *) "2023-10-01", .changed = TRUE },
      "seal broken ✗",
      "the seal of 2023-10-01 is broken ✗: it is not what was signed" },
    { { .kind = MOU_SEAL_BROKEN,
        .date = (char *) "2023-10-01",
        .changed = TRUE,
        .entry = 7,
        .at = (char *) "2023-11-01T00:00:00Z",
        .author = (char *) "A",
        .label = (char *) "L" },
      "seal broken ✗ since entry 7",
      "the seal of 2023-10-01 is broken ✗ since entry 7 (2023-11-01 00:00, A: L)" },
    { { .kind = MOU_SEAL_REOPENED, .date = (char *) "2023-12-01", .reason = (char *) "R" }, "reopened", "reopened on 2023-12-01: R" },
    { { .kind = MOU_SEAL_WITHOUT_RECORD }, "signed without a seal", "signed without a seal" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *word = mou_seal_state_dup_word (&cases[i].state);
      g_autofree char *sentence = mou_seal_state_describe (&cases[i].state);

      g_assert_cmpstr (word, ==, cases[i].word);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal-state/life", test_life);
  g_test_add_func ("/seal-state/broken", test_broken);
  g_test_add_func ("/seal-state/broken-by-the-organisation", test_broken_by_the_organisation);
  g_test_add_func ("/seal-state/without-record", test_without_record);
  g_test_add_func ("/seal-state/words", test_words);

  return g_test_run ();
}
