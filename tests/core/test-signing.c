/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may be done to a signed agreement, and what the sentence says of what may not. Each case is one entry: the changes it makes
 * are kept, and judged together. */

#include "mou-canon.h"
#include "mou-signing.h"
#include "register-fixture.h"

#include <string.h>

typedef struct
{
  MouRegister *rows;
  GPtrArray *changes; /* MouChange, since the entry began */
  gint64 organisation, agreement, indicator;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->rows = fixture_new_sample (TRUE);
  fixture->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_change_free);
  fixture->agreement = fixture_get_agreement (fixture->rows);
  fixture->organisation = mou_register_lookup (fixture->rows, fixture->agreement)->parent;
  fixture->indicator = fixture_get_indicator (fixture->rows, "2.4");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mou_register_free (fixture->rows);
  g_ptr_array_unref (fixture->changes);
}

/* Entries: what is done to the rows, and remembered. */

static void
begin (Fixture *fixture)
{
  g_ptr_array_set_size (fixture->changes, 0);
}

static void
set (Fixture *fixture, gint64 row, const char *key, const char *value)
{
  g_autoptr (MouRow) before = mou_row_ref (mou_register_lookup (fixture->rows, row));

  fixture_set (fixture->rows, row, key, value);
  g_ptr_array_add (fixture->changes, mou_change_new (before, mou_register_lookup (fixture->rows, row)));
}

static gint64
added (Fixture *fixture, gint64 row)
{
  g_ptr_array_add (fixture->changes, mou_change_new (NULL, mou_register_lookup (fixture->rows, row)));

  return row;
}

static void
remove_row (Fixture *fixture, gint64 row)
{
  g_autoptr (MouRow) before = mou_row_ref (mou_register_lookup (fixture->rows, row));

  fixture_remove (fixture->rows, row);
  g_ptr_array_add (fixture->changes, mou_change_new (before, NULL));
}

static gint64
act (Fixture *fixture, const char *word, const char *reason)
{
  g_autofree char *seal = mou_signing_dup_seal (fixture->rows, fixture->agreement);

  return added (fixture, fixture_add (fixture->rows, MOU_ENTITY_SIGNING, fixture->agreement, "act", word, "date", "2023-09-28", "seal",
                                      seal, reason != NULL ? "reason" : NULL, reason, NULL));
}

static void
sign (Fixture *fixture)
{
  set (fixture, fixture->agreement, "status", "signed");
  act (fixture, "signed", NULL);
}

static void
reopen (Fixture *fixture)
{
  set (fixture, fixture->agreement, "status", "draft");
  act (fixture, "reopened", "คณะกรรมการให้ปรับน้ำหนัก");
}

static void
rebase (Fixture *fixture)
{
  added (fixture,
         fixture_add (fixture->rows, MOU_ENTITY_REBASE, fixture->indicator, "from", "27.12", "to", "27.5", "reason", "ค่า Ft", NULL));
  act (fixture, "rebased", NULL);
}

/* The entry that takes the remembered one back. */
static void
undo (Fixture *fixture)
{
  GPtrArray *inverse = mou_change_list_invert (fixture->changes);

  for (guint i = 0; i < inverse->len; i++)
    mou_register_apply (fixture->rows, g_ptr_array_index (inverse, i));
  g_ptr_array_unref (fixture->changes);
  fixture->changes = inverse;
}

static void
assert_allowed (Fixture *fixture, gboolean undoing)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mou_signing_check_changes (fixture->rows, fixture->changes, undoing, &error));
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *fixture, gboolean undoing, const char *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mou_signing_check_changes (fixture->rows, fixture->changes, undoing, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, sentence));
}

/* What an entry does, by name, so that the table below can be read. */

static void
change_weight (Fixture *fixture)
{
  set (fixture, fixture->indicator, "weight", "99");
}

static void
change_weight_and_back (Fixture *fixture)
{
  g_autofree char *weight = g_strdup (mou_row_get (mou_register_lookup (fixture->rows, fixture->indicator), MOU_INDICATOR_WEIGHT));

  set (fixture, fixture->indicator, "weight", "99");
  set (fixture, fixture->indicator, "name", "อื่น");
  set (fixture, fixture->indicator, "weight", weight);
  g_ptr_array_remove_index (fixture->changes, 1);
}

static void
change_level (Fixture *fixture)
{
  set (fixture, fixture_get_child (fixture->rows, fixture->indicator, MOU_ENTITY_LEVEL, "4"), "value", "26.5");
}

static void
change_history (Fixture *fixture)
{
  added (fixture, fixture_add (fixture->rows, MOU_ENTITY_HISTORY, fixture->indicator, "year", "2550", "value", "1", NULL));
}

static void
move_indicator (Fixture *fixture)
{
  MouRow *row = mou_register_lookup (fixture->rows, fixture->indicator);
  g_autoptr (MouRow) after = mou_row_with_ordinal (row, 1);

  g_ptr_array_add (fixture->changes, mou_change_new (row, after));
  mou_register_apply (fixture->rows, g_ptr_array_index (fixture->changes, 0));
}

static void
change_title (Fixture *fixture)
{
  set (fixture, fixture->agreement, "title", "อื่น");
}

static void
add_term (Fixture *fixture)
{
  added (fixture, fixture_add (fixture->rows, MOU_ENTITY_TERM, fixture->agreement, "text", "เงื่อนไขใหม่", NULL));
}

static void
rename_organisation (Fixture *fixture)
{
  set (fixture, fixture->organisation, "name", "อื่น");
}

static void
unlock (Fixture *fixture)
{
  set (fixture, fixture->agreement, "status", "agreed");
}

static void
unlock_with_signature (Fixture *fixture)
{
  set (fixture, fixture->agreement, "status", "agreed");
  act (fixture, "signed", NULL);
}

static void
add_bare_rebase (Fixture *fixture)
{
  added (fixture, fixture_add (fixture->rows, MOU_ENTITY_REBASE, fixture->indicator, "from", "1", "to", "2", "reason", "x", NULL));
}

static void
rebase_and_change_weight (Fixture *fixture)
{
  change_weight (fixture);
  rebase (fixture);
}

static void
forge_rebase (Fixture *fixture)
{
  rebase (fixture);
  add_bare_rebase (fixture);
}

static void
change_act (Fixture *fixture)
{
  set (fixture, mou_signing_get_last (fixture->rows, fixture->agreement)->id, "by", "คนอื่น");
}

static void
remove_act (Fixture *fixture)
{
  remove_row (fixture, mou_signing_get_last (fixture->rows, fixture->agreement)->id);
}

static void
delete_agreement (Fixture *fixture)
{
  g_autoptr (GPtrArray) subtree = mou_register_list_subtree (fixture->rows, fixture->agreement);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = subtree->len; i > 0; i--)
    g_array_append_val (ids, ((MouRow *) g_ptr_array_index (subtree, i - 1))->id);
  for (guint i = 0; i < ids->len; i++)
    remove_row (fixture, g_array_index (ids, gint64, i));
}

static void
add_results (Fixture *fixture)
{
  g_autofree char *indicator = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->indicator);
  gint64 assessment = added (fixture, fixture_add (fixture->rows, MOU_ENTITY_ASSESSMENT, fixture->agreement, "name", "ไตรมาส 3", "kind",
                                                   "self", "period", "q3", NULL));

  added (fixture, fixture_add (fixture->rows, MOU_ENTITY_RESULT, assessment, "indicator", indicator, "value", "27", NULL));
  added (fixture, fixture_add (fixture->rows, MOU_ENTITY_DEDUCTION, assessment, "amount", "0.1", "reason", "ส่งช้า", NULL));
  added (fixture, fixture_add (fixture->rows, MOU_ENTITY_PROJECT, fixture->agreement, "code", "P9", "name", "โครงการ", NULL));
}

static void
evaluate (Fixture *fixture)
{
  set (fixture, fixture->agreement, "status", "evaluated");
}

static void
reopen_and_change (Fixture *fixture)
{
  change_weight (fixture);
  reopen (fixture);
}

static void
sign_anew (Fixture *fixture)
{
  act (fixture, "reopened", "ตามมติ");
  change_weight (fixture);
  act (fixture, "signed", NULL);
}

static void
add_signed_agreement (Fixture *fixture)
{
  added (fixture, fixture_add (fixture->rows, MOU_ENTITY_AGREEMENT, fixture->organisation, "fiscal_year", "2570", "title", "T", "status",
                               "signed", "scale", "five-level", NULL));
}

static const struct
{
  const char *name;
  void (*entry) (Fixture *fixture);
  const char *refused; /* part of the sentence; NULL: allowed */
} deeds[] = {
  { "weight", change_weight, "กปน. 2567 is signed; 2.4 can be changed only after reopening it with a reason, or by a re-base" },
  { "weight-and-back", change_weight_and_back, "2.4 can be changed only" },
  { "level", change_level, "2.4 can be changed only" },
  { "history", change_history, "2.4 can be changed only" },
  { "move", move_indicator, "2.4 can be changed only" },
  { "title", change_title, "กปน. 2567 is signed; it can be changed only after reopening" },
  { "term", add_term, "its term can be changed only after reopening" },
  { "organisation", rename_organisation, "กปน. 2567 is signed; its organisation can be changed" },
  { "unlock", unlock, "only reopening it with a reason makes it a draft again" },
  { "unlock-by-signature", unlock_with_signature, "only reopening it with a reason makes it a draft again" },
  { "bare-rebase", add_bare_rebase, "is recorded together with its date and seal" },
  { "rebase-and-weight", rebase_and_change_weight, "2.4 can be changed only" },
  { "forged-rebase", forge_rebase, "would not say what was signed" },
  { "change-act", change_act, "stays as it is" },
  { "remove-act", remove_act, "stays as it is" },
  { "delete", delete_agreement, "กปน. 2567 is signed; it can be changed only after reopening" },
  { "results", add_results, NULL },
  { "evaluated", evaluate, NULL },
  { "rebase", rebase, NULL },
  { "reopen", reopen, NULL },
  { "reopen-and-change", reopen_and_change, NULL },
  { "sign-anew", sign_anew, NULL },
  { "new-agreement", add_signed_agreement, NULL },
};

static void
test_signed (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  begin (fixture);
  sign (fixture);
  assert_allowed (fixture, FALSE);
  g_assert_true (mou_signing_is_locked (fixture->rows, fixture->agreement));

  begin (fixture);
  deeds[i].entry (fixture);
  if (deeds[i].refused != NULL)
    assert_refused (fixture, FALSE, deeds[i].refused);
  else
    assert_allowed (fixture, FALSE);
}

/* Signed by version 1 of the file, or so imported: there is no act on record. */
static void
test_signed_without_record (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  set (fixture, fixture->agreement, "status", "signed");
  assert_allowed (fixture, FALSE);

  begin (fixture);
  change_weight (fixture);
  assert_refused (fixture, FALSE, "2.4 can be changed only");
  undo (fixture);

  begin (fixture);
  add_results (fixture);
  evaluate (fixture);
  assert_allowed (fixture, FALSE);

  begin (fixture);
  rebase (fixture);
  assert_allowed (fixture, FALSE);
  undo (fixture);
  assert_allowed (fixture, TRUE);

  begin (fixture);
  reopen (fixture);
  assert_allowed (fixture, FALSE);
}

static void
test_undone (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  change_weight (fixture);
  g_autoptr (GPtrArray) earlier = g_ptr_array_ref (fixture->changes);
  fixture->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_change_free);
  sign (fixture);
  undo (fixture);
  assert_refused (fixture, TRUE, "The signature of กปน. 2567 is not undone");
  undo (fixture);
  assert_allowed (fixture, FALSE);

  /* What came before it is not undone either. */
  g_ptr_array_unref (fixture->changes);
  fixture->changes = g_ptr_array_ref (earlier);
  undo (fixture);
  assert_refused (fixture, TRUE, "2.4 can be changed only");
  undo (fixture);

  begin (fixture);
  add_results (fixture);
  undo (fixture);
  assert_allowed (fixture, TRUE);

  begin (fixture);
  rebase (fixture);
  assert_allowed (fixture, FALSE);
  undo (fixture);
  assert_allowed (fixture, TRUE);
  undo (fixture);
  assert_allowed (fixture, FALSE);

  begin (fixture);
  reopen (fixture);
  undo (fixture);
  assert_allowed (fixture, TRUE);

  begin (fixture);
  sign_anew (fixture);
  undo (fixture);
  assert_allowed (fixture, TRUE);
}

/* The undo of a reopening brings the signature back only over what was signed. */
static void
test_reopening_undone_late (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  sign (fixture);
  begin (fixture);
  reopen (fixture);
  fixture_set (fixture->rows, fixture->indicator, "weight", "99");
  undo (fixture);
  assert_refused (fixture, TRUE, "would not say what was signed");
}

static void
test_import_undone (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  sign (fixture);
  begin (fixture);
  delete_agreement (fixture);
  assert_allowed (fixture, TRUE);
  g_assert_false (mou_signing_is_locked (fixture->rows, fixture->agreement));
}

/* A signature goes with the seal of what is signed, whoever brings it. */
static void
test_signing (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  sign (fixture);
  change_weight (fixture);
  assert_refused (fixture, FALSE, "would not say what was signed");

  begin (fixture);
  reopen (fixture);
  begin (fixture);
  set (fixture, fixture->agreement, "status", "signed");
  assert_refused (fixture, FALSE, "has to be signed anew");
}

static const struct
{
  const char *what;
  MouEntity entity;
  int field;
  gboolean of_indicator;
  const char *reason; /* its part; NULL: it may be changed */
} places[] = {
  { "name", MOU_ENTITY_INDICATOR, MOU_INDICATOR_NAME, TRUE, "2.4 can be changed only" },
  { "level", MOU_ENTITY_LEVEL, -1, TRUE, "2.4 can be changed only" },
  { "past", MOU_ENTITY_HISTORY, MOU_HISTORY_VALUE, TRUE, "2.4 can be changed only" },
  { "result", MOU_ENTITY_RESULT, MOU_RESULT_VALUE, TRUE, NULL },
  { "title", MOU_ENTITY_AGREEMENT, MOU_AGREEMENT_TITLE, FALSE, "it can be changed only" },
  { "status", MOU_ENTITY_AGREEMENT, MOU_AGREEMENT_STATUS, FALSE, NULL },
  { "term", MOU_ENTITY_TERM, -1, FALSE, "its term can" },
  { "assessment", MOU_ENTITY_ASSESSMENT, -1, FALSE, NULL },
  { "project", MOU_ENTITY_PROJECT, -1, FALSE, NULL },
};

static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          g_autofree char *reason = mou_signing_dup_reason (fixture->rows, places[i].of_indicator ? fixture->indicator : fixture->agreement,
                                                            places[i].entity, places[i].field);

          g_test_message ("%s: %s", places[i].what, reason);
          if (pass == 0 || places[i].reason == NULL)
            g_assert_null (reason);
          else
            g_assert_nonnull (strstr (reason, places[i].reason));
        }
      fixture_set (fixture->rows, fixture->agreement, "status", "evaluated");
    }

  g_autofree char *of_organisation
      = mou_signing_dup_reason (fixture->rows, fixture->organisation, MOU_ENTITY_ORGANISATION, MOU_ORGANISATION_NAME);
  g_assert_nonnull (strstr (of_organisation, "its organisation can"));
}

/* The lock and the seal are of the same fields: a change that the one lets pass leaves the other whole. */
static void
test_scope_is_what_is_sealed (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (MouRegister) rows = fixture_new_random (seed);
      GPtrArray *organisations = mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION);
      const MouRow *organisation = g_ptr_array_index (organisations, 0);
      GPtrArray *agreements = mou_register_get_children (rows, organisation->id, MOU_ENTITY_AGREEMENT);
      gint64 agreement = ((MouRow *) g_ptr_array_index (agreements, 0))->id;
      g_autofree char *before = mou_signing_dup_seal (rows, agreement);
      g_autoptr (GPtrArray) subtree = mou_register_list_subtree (rows, agreement);
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);

      for (guint i = 0; i < 25; i++)
        {
          g_autoptr (MouRow) row = mou_row_ref (g_ptr_array_index (subtree, (guint) g_rand_int_range (random, 0, (gint32) subtree->len)));
          int field = g_rand_int_range (random, 0, (gint32) row->n_values);
          MouFieldType type = mou_field_get (row->entity, field)->type;
          g_autoptr (MouRow) after = NULL;

          if (type != MOU_FIELD_TEXT && type != MOU_FIELD_LONG_TEXT && type != MOU_FIELD_DECIMAL)
            continue;
          after = mou_row_with_value (row, field, "77.77");
          g_autoptr (MouChange) change = mou_change_new (row, after);
          g_autoptr (MouChange) inverse = mou_change_new (after, row);
          mou_register_apply (rows, change);
          g_autofree char *seal = mou_signing_dup_seal (rows, agreement);
          g_assert_true (g_str_equal (seal, before) != mou_canon_is_signed_field (row->entity, field) || mou_row_equal (row, after));
          mou_register_apply (rows, inverse);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/signing/signed/%s", deeds[i].name);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_signed, tear_down);
    }
  g_test_add ("/signing/without-record", Fixture, NULL, set_up, test_signed_without_record, tear_down);
  g_test_add ("/signing/undone", Fixture, NULL, set_up, test_undone, tear_down);
  g_test_add ("/signing/reopening-undone-late", Fixture, NULL, set_up, test_reopening_undone_late, tear_down);
  g_test_add ("/signing/import-undone", Fixture, NULL, set_up, test_import_undone, tear_down);
  g_test_add ("/signing/signing", Fixture, NULL, set_up, test_signing, tear_down);
  g_test_add ("/signing/reasons", Fixture, NULL, set_up, test_reasons, tear_down);
  g_test_add_func ("/signing/scope-is-what-is-sealed", test_scope_is_what_is_sealed);

  return g_test_run ();
}
