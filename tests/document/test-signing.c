/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing, reopening and re-basing as verbs: what is on record afterwards, what the lock refuses on every path, and what undo does. */

#include "document-fixture.h"
#include "mou-document-sign.h"
#include "mou-merge-proposal.h"
#include "mou-signing.h"

#include <string.h>

/* The fixture, with the levels that 2.1 lacks: nothing in it speaks against signing. */
static void
set_up (Fixture *f)
{
  static const char *const levels[] = { "10", "20", "30", "40", "50" };

  fixture_init (f);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    g_assert_true (mou_document_set_level (f->document, f->income, (int) i + 1, levels[i], NULL));
}

static const char *
get_act (Fixture *f, int field)
{
  const MouRow *act = mou_signing_get_last (mou_document_get_register (f->document), f->agreement);

  return act != NULL ? mou_row_get (act, field) : NULL;
}

static void
sign (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  mou_document_sign (f->document, f->agreement, "2023-09-28", "ปลัดกระทรวง", FALSE, &error);
  g_assert_no_error (error);
}

static void
assert_locked (Fixture *f, gboolean locked)
{
  g_assert_true (mou_signing_is_locked (mou_document_get_register (f->document), f->agreement) == locked);
}

/* The act bears the seal of what the agreement says. */
static void
assert_last (Fixture *f, const char *act)
{
  g_autofree char *seal = mou_signing_dup_seal (mou_document_get_register (f->document), f->agreement);

  g_assert_cmpstr (get_act (f, MOU_SIGNING_ACT), ==, act);
  g_assert_cmpstr (get_act (f, MOU_SIGNING_SEAL), ==, seal);
}

typedef gboolean (*Verb) (Fixture *f, GError **error);

/* The verb is refused with a sentence that has `part`, and leaves nothing behind. */
static void
assert_refused (Fixture *f, Verb verb, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_text (f->document);
  gint64 entries = mou_document_get_n_entries (f->document);

  f->n_changed = 0;
  g_assert_false (verb (f, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
  fixture_assert_text (f->document, before);
  g_assert_cmpint (mou_document_get_n_entries (f->document), ==, entries);
  g_assert_cmpuint (f->n_changed, ==, 0);
}

static gboolean
undo (Fixture *f, GError **error)
{
  return mou_document_undo (f->document, error);
}

static gboolean
sign_today (Fixture *f, GError **error)
{
  return mou_document_sign (f->document, f->agreement, NULL, NULL, FALSE, error);
}

static gboolean
reopen (Fixture *f, GError **error)
{
  return mou_document_reopen (f->document, f->agreement, "คณะกรรมการให้ปรับน้ำหนัก", "ผู้ว่าการ", error);
}

static gboolean
reopen_without_reason (Fixture *f, GError **error)
{
  return mou_document_reopen (f->document, f->agreement, "", NULL, error);
}

static gboolean
reopen_with_blanks (Fixture *f, GError **error)
{
  return mou_document_reopen (f->document, f->agreement, "  ", NULL, error);
}

static gboolean
rebase (Fixture *f, GError **error)
{
  return mou_document_rebase (f->document, f->pipes, "1,180", "ค่า Ft", "คณะกรรมการ", "2024-05-01", error);
}

static gboolean
set_weight (Fixture *f, GError **error)
{
  return mou_document_set_field (f->document, f->pipes, MOU_INDICATOR_WEIGHT, "11", error);
}

static gboolean
set_status (Fixture *f, const char *status, GError **error)
{
  return mou_document_set_field (f->document, f->agreement, MOU_AGREEMENT_STATUS, status, error);
}

static gboolean
make_draft (Fixture *f, GError **error)
{
  return set_status (f, "draft", error);
}

static gboolean
evaluate (Fixture *f, GError **error)
{
  return set_status (f, "evaluated", error);
}

static void
test_signed (void)
{
  g_auto (Fixture) f = { NULL };

  set_up (&f);
  g_assert_true (set_weight (&f, NULL));
  assert_refused (&f, sign_today, "1 error that should be put right before it is signed: The weights below 1");
  g_assert_true (mou_document_undo (f.document, NULL));
  assert_refused (&f, reopen, "nothing to reopen");

  sign (&f);
  assert_locked (&f, TRUE);
  assert_last (&f, "signed");
  g_assert_cmpstr (get_act (&f, MOU_SIGNING_DATE), ==, "2023-09-28");
  g_assert_cmpstr (get_act (&f, MOU_SIGNING_BY), ==, "ปลัดกระทรวง");
  g_assert_cmpstr (mou_document_get_undo_label (f.document), ==, "Sign กปน. 2567");
  assert_refused (&f, sign_today, "signed already");
  assert_refused (&f, undo, "The signature of กปน. 2567 is not undone");
}

/* The paper was signed as it is. */
static void
test_signed_despite_errors (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;

  set_up (&f);
  g_assert_true (set_weight (&f, NULL));
  g_assert_true (mou_document_sign (f.document, f.agreement, NULL, NULL, TRUE, &error));
  g_assert_no_error (error);
  assert_last (&f, "signed");
}

static gboolean
sign_some_day (Fixture *f, GError **error)
{
  return mou_document_sign (f->document, f->agreement, "28 ก.ย. 66", NULL, FALSE, error);
}

static void
test_status_field (void)
{
  g_auto (Fixture) f = { NULL };

  set_up (&f);
  assert_refused (&f, sign_some_day, "28 ก.ย. 66");
  assert_refused (&f, evaluate, "has to be signed before it is evaluated");
  g_assert_true (set_status (&f, "agreed", NULL));
  g_assert_true (set_status (&f, "signed", NULL));
  assert_last (&f, "signed");
  g_assert_true (set_status (&f, "evaluated", NULL));
  g_assert_true (set_status (&f, "signed", NULL));
  g_assert_true (mou_document_undo (f.document, NULL));
  g_assert_cmpstr (fixture_get (f.document, f.agreement, MOU_AGREEMENT_STATUS), ==, "evaluated");
  assert_locked (&f, TRUE);
  assert_refused (&f, make_draft, "only reopening it with a reason makes it a draft again");
}

/* What is locked, through the verbs that would change it. */

static gboolean
set_level (Fixture *f, GError **error)
{
  return mou_document_set_level (f->document, f->pipes, 4, "1260", error);
}

static gboolean
set_history (Fixture *f, GError **error)
{
  return mou_document_set_history (f->document, f->pipes, 2566, "1", error);
}

static gboolean
set_backtest (Fixture *f, GError **error)
{
  return mou_document_set_actual (f->document, f->backtest, f->pipes, "1", error);
}

static gboolean
paste (Fixture *f, GError **error)
{
  const MouCellEdit cells[] = {
    { MOU_CELL_ACTUAL, f->pipes, 0, f->own, "1234" },
    { MOU_CELL_LEVEL, f->pipes, 2, 0, "1151" },
  };

  return mou_document_set_cells (f->document, NULL, cells, G_N_ELEMENTS (cells), NULL, error);
}

static gboolean
add_indicator (Fixture *f, GError **error)
{
  return mou_document_add_indicator (f->document, f->pipes, FALSE, NULL, error);
}

static gboolean
delete_indicator (Fixture *f, GError **error)
{
  return mou_document_delete_row (f->document, f->pipes, error);
}

static gboolean
move_indicator (Fixture *f, GError **error)
{
  return mou_document_move_indicator (f->document, f->plan, -1, error);
}

static gboolean
indent_indicator (Fixture *f, GError **error)
{
  return mou_document_indent_indicator (f->document, f->plan, FALSE, error);
}

static gboolean
add_rebase_row (Fixture *f, GError **error)
{
  const char *const values[MOU_N_REBASE_FIELDS] = { "1200", "1180", "x" };

  return mou_document_add_row (f->document, MOU_ENTITY_REBASE, f->pipes, values, NULL, error);
}

static gboolean
delete_agreement (Fixture *f, GError **error)
{
  return mou_document_delete_row (f->document, f->agreement, error);
}

static gboolean
rename_organisation (Fixture *f, GError **error)
{
  gint64 organisation = mou_register_lookup (mou_document_get_register (f->document), f->agreement)->parent;

  return mou_document_set_field (f->document, organisation, MOU_ORGANISATION_NAME, "อื่น", error);
}

static gboolean
import_other (Fixture *f, GError **error)
{
  g_autoptr (MouRegister) other = mou_register_copy (mou_document_get_register (f->document));
  MouRow *row = mou_register_lookup (other, f->pipes);
  g_autoptr (MouRow) changed = mou_row_with_value (row, MOU_INDICATOR_WEIGHT, "11");
  g_autoptr (MouChange) change = mou_change_new (row, changed);

  mou_register_apply (other, change);

  return mou_document_import (f->document, other, "other.json", NULL, error);
}

static gboolean
forge_act (Fixture *f, GError **error)
{
  return mou_document_set_field (f->document, mou_signing_get_last (mou_document_get_register (f->document), f->agreement)->id,
                                 MOU_SIGNING_BY, "อื่น", error);
}

static gboolean
delete_act (Fixture *f, GError **error)
{
  return mou_document_delete_row (f->document, mou_signing_get_last (mou_document_get_register (f->document), f->agreement)->id, error);
}

static const struct
{
  Verb verb;
  const char *part;
} locked[] = {
  { set_weight, "กปน. 2567 is signed; 1.1 can be changed only after reopening it with a reason, or by a re-base of its level 3." },
  { set_level, "1.1 can be changed only" },
  { set_history, "1.1 can be changed only" },
  { set_backtest, "1.1 can be changed only" },
  { paste, "1.1 can be changed only" },
  { add_indicator, "can be changed only" },
  { delete_indicator, "1.1 can be changed only" },
  { move_indicator, "can be changed only" },
  { indent_indicator, "can be changed only" },
  { add_rebase_row, "recorded together with its date and seal" },
  { delete_agreement, "it can be changed only" },
  { rename_organisation, "its organisation can be changed only" },
  { import_other, "1.1 can be changed only" },
  { forge_act, "stays as it is" },
  { delete_act, "stays as it is" },
};

static void
test_locked (void)
{
  g_auto (Fixture) f = { NULL };

  set_up (&f);
  sign (&f);
  for (guint i = 0; i < G_N_ELEMENTS (locked); i++)
    assert_refused (&f, locked[i].verb, locked[i].part);
}

static void
test_open (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  const char *const project[MOU_N_PROJECT_FIELDS] = { "P1", "โครงการ" };
  g_autofree char *before = NULL;
  gint64 row = 0;

  set_up (&f);
  sign (&f);
  before = fixture_text (f.document);
  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "1,234", &error));
  g_assert_true (mou_document_set_result_text (f.document, f.own, f.pipes, MOU_RESULT_NARRATIVE, "ดี", &error));
  g_assert_true (mou_document_add_row (f.document, MOU_ENTITY_PROJECT, f.agreement, project, NULL, &error));
  g_assert_true (mou_document_add_assessment (f.document, "ไตรมาส 3", "self", "q3", NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    g_assert_true (mou_document_undo (f.document, &error));
  fixture_assert_text (f.document, before);

  /* Next year's draft is open, and has no signature. */
  g_assert_true (mou_document_new_year (f.document, f.agreement, &row, &error));
  g_assert_no_error (error);
  g_assert_false (mou_signing_is_locked (mou_document_get_register (f.document), row));
  g_assert_null (mou_signing_get_last (mou_document_get_register (f.document), row));
}

static void
test_reopened (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *signed_text = NULL;

  set_up (&f);
  sign (&f);
  signed_text = fixture_text (f.document);
  assert_refused (&f, reopen_without_reason, "Say why");
  assert_refused (&f, reopen_with_blanks, "Say why");

  g_assert_true (reopen (&f, &error));
  assert_locked (&f, FALSE);
  assert_last (&f, "reopened");
  g_assert_cmpstr (get_act (&f, MOU_SIGNING_REASON), ==, "คณะกรรมการให้ปรับน้ำหนัก");
  g_assert_true (mou_document_undo (f.document, &error));
  fixture_assert_text (f.document, signed_text);
  assert_refused (&f, undo, "is not undone");
  g_assert_true (mou_document_redo (f.document, &error));

  g_assert_true (set_weight (&f, &error));
  g_assert_true (mou_document_set_field (f.document, f.income, MOU_INDICATOR_WEIGHT, "73", &error));
  g_assert_true (mou_document_set_field (f.document, f.strategy, MOU_INDICATOR_WEIGHT, "27", &error));
  g_assert_true (mou_document_set_field (f.document, f.results, MOU_INDICATOR_WEIGHT, "73", &error));
  sign (&f);
  assert_last (&f, "signed");
  g_assert_cmpuint (mou_register_get_children (mou_document_get_register (f.document), f.agreement, MOU_ENTITY_SIGNING)->len, ==, 3);
}

static gboolean
rebase_worded (Fixture *f, GError **error)
{
  return mou_document_rebase (f->document, f->plan, "3", "x", NULL, NULL, error);
}

static gboolean
rebase_nothing (Fixture *f, GError **error)
{
  return mou_document_rebase (f->document, f->pipes, "1200", "x", NULL, NULL, error);
}

static gboolean
rebase_without_reason (Fixture *f, GError **error)
{
  return mou_document_rebase (f->document, f->pipes, "1180", "", NULL, NULL, error);
}

static void
test_rebased (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *signed_text = NULL;
  g_autofree char *from = NULL;
  g_autofree char *moved = NULL;

  set_up (&f);
  sign (&f);
  signed_text = fixture_text (f.document);
  from = mou_document_dup_rebase_start (f.document, f.pipes);
  g_assert_cmpstr (from, ==, "1200");
  assert_refused (&f, rebase_worded, "no number at level 3");
  assert_refused (&f, rebase_nothing, "is 1200 already");
  assert_refused (&f, rebase_without_reason, "reason");

  g_assert_true (rebase (&f, &error));
  g_assert_no_error (error);
  assert_locked (&f, TRUE);
  assert_last (&f, "rebased");
  g_assert_cmpstr (get_act (&f, MOU_SIGNING_DATE), ==, "2024-05-01");
  moved = mou_document_dup_rebase_start (f.document, f.pipes);
  g_assert_cmpstr (moved, ==, "1180");

  g_assert_true (mou_document_undo (f.document, &error));
  fixture_assert_text (f.document, signed_text);
  g_assert_true (mou_document_redo (f.document, &error));
  assert_last (&f, "rebased");

  /* A reopening after it is undone to what then held. */
  g_assert_true (reopen (&f, &error));
  g_assert_true (mou_document_undo (f.document, &error));
  assert_last (&f, "rebased");
}

/* Nobody need be told twice what level 3 was moved to before signing. */
static void
test_rebased_draft (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;

  set_up (&f);
  g_assert_true (rebase (&f, &error));
  g_assert_no_error (error);
  g_assert_null (get_act (&f, MOU_SIGNING_ACT));
}

static MouDocument *
open_old (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("MOU_OLD_VERSIONS"), "version-1.mou", NULL);
  MouDocument *document = mou_document_open (path, f->state_dir, "tester", NULL, &error);

  g_assert_no_error (error);

  return document;
}

/* Signed before there was a record of it. */
static void
test_old_version (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MouDocument) document = NULL;
  g_autoptr (GArray) agreements = NULL;
  MouRegister *rows;
  MouAgreement *agreement;
  gint64 signed_one, indicator;

  set_up (&f);
  document = open_old (&f);
  rows = mou_document_get_register (document);
  agreements = mou_document_list_agreements (document);
  signed_one = g_array_index (agreements, gint64, 1);
  g_assert_true (mou_signing_is_locked (rows, signed_one));
  g_assert_null (mou_signing_get_last (rows, signed_one));
  g_assert_false (mou_document_undo (document, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
  g_clear_error (&error);

  mou_document_set_agreement_id (document, signed_one);
  agreement = mou_document_get_agreement (document);
  indicator = mou_agreement_get_node (agreement, (guint) mou_agreement_find_code (agreement, "2.4"))->indicator->id;
  g_assert_false (mou_document_set_field (document, indicator, MOU_INDICATOR_OWNER, "x", &error));
  g_test_message ("%s", error->message);
  g_clear_error (&error);

  g_assert_true (mou_document_rebase (document, indicator, "27.5", "ค่า Ft", NULL, NULL, &error));
  g_assert_true (mou_document_undo (document, &error));
  g_assert_true (mou_document_reopen (document, signed_one, "แก้ไข", NULL, &error));
  g_assert_no_error (error);
  g_assert_false (mou_signing_is_locked (rows, signed_one));
  mou_document_close (document);
}

/* Two people go on with one file: one signs it, the other changes what is signed, or reports results. */
static void
test_merged (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  set_up (&f);
  path = g_build_filename (f.state_dir, "shared.mou", NULL);
  g_assert_true (mou_document_save_as (f.document, path, &error));
  g_assert_no_error (error);
  for (int pass = 0; pass < 2; pass++)
    {
      g_autoptr (MouDocument) other = mou_document_open (path, f.state_dir, "other", NULL, &error);
      g_autoptr (MouMergeProposal) proposal = NULL;

      g_assert_no_error (error);
      if (pass == 0)
        sign (&f);
      g_assert_true (pass == 0 ? mou_document_set_field (other, f.pipes, MOU_INDICATOR_WEIGHT, "11", &error)
                               : mou_document_set_actual (other, f.own, f.pipes, "1,234", &error));
      proposal = mou_merge_proposal_new (f.document, other, NULL, "other.mou", &error);
      g_assert_no_error (error);
      mou_merge_proposal_answer_all (proposal, MOU_MERGE_MINE);
      g_assert_true (mou_merge_proposal_apply (proposal, &error) == (pass == 1));
      g_assert_true (pass == 1 || strstr (error->message, "1.1 can be changed only") != NULL);
      g_clear_error (&error);
      mou_document_close (other);
    }
  assert_last (&f, "signed");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/signing/signed", test_signed);
  g_test_add_func ("/document/signing/despite-errors", test_signed_despite_errors);
  g_test_add_func ("/document/signing/status-field", test_status_field);
  g_test_add_func ("/document/signing/locked", test_locked);
  g_test_add_func ("/document/signing/open", test_open);
  g_test_add_func ("/document/signing/reopened", test_reopened);
  g_test_add_func ("/document/signing/rebased", test_rebased);
  g_test_add_func ("/document/signing/rebased-draft", test_rebased_draft);
  g_test_add_func ("/document/signing/old-version", test_old_version);
  g_test_add_func ("/document/signing/merged", test_merged);

  return g_test_run ();
}
