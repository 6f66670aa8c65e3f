/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two documents made from one file come together in one entry: done, undone, done again. */

#include "document-fixture.h"

#include "mou-compare.h"
#include "mou-document-merge.h"
#include "mou-merge-proposal.h"

#include <glib/gstdio.h>

typedef struct
{
  Fixture f;
  char *path;
  MouDocument *other;
} Pair;

/* The fixture's register, saved and opened a second time. */
static void
pair_init (Pair *self)
{
  g_autoptr (GError) error = NULL;

  fixture_init (&self->f);
  self->path = g_build_filename (self->f.state_dir, "shared.mou", NULL);
  mou_document_save_as (self->f.document, self->path, &error);
  g_assert_no_error (error);
  self->other = mou_document_open (self->path, self->f.state_dir, "อีกคน", NULL, &error);
  g_assert_no_error (error);
}

static void
pair_clear (Pair *self)
{
  mou_document_close (self->other);
  g_clear_object (&self->other);
  g_clear_pointer (&self->path, g_free);
  fixture_clear (&self->f);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static MouMergeProposal *
propose (Pair *p)
{
  g_autoptr (GError) error = NULL;
  MouMergeProposal *proposal = mou_merge_proposal_new (p->f.document, p->other, NULL, "other.mou", &error);

  g_assert_no_error (error);

  return proposal;
}

static void
apply (MouMergeProposal *proposal)
{
  g_autoptr (GError) error = NULL;

  mou_merge_proposal_apply (proposal, &error);
  g_assert_no_error (error);
}

/* All at once, `side` wherever there is a conflict; returns how many there were. */
static guint
merge_all (Pair *p, MouMergeSide side)
{
  g_autoptr (MouMergeProposal) proposal = propose (p);

  mou_merge_proposal_answer_all (proposal, side);
  apply (proposal);

  return mou_merge_proposal_get_conflicts (proposal)->len;
}

static const MouMergeConflict *
get_conflict (MouMergeProposal *proposal, guint index)
{
  GPtrArray *conflicts = mou_merge_proposal_get_conflicts (proposal);

  g_assert_cmpuint (index, <, conflicts->len);

  return g_ptr_array_index (conflicts, index);
}

static const char *
get_incoming (MouMergeProposal *proposal, guint index)
{
  GPtrArray *incoming = mou_merge_proposal_get_incoming (proposal);

  g_assert_cmpuint (index, <, incoming->len);

  return ((const MouDifference *) g_ptr_array_index (incoming, index))->text;
}

static void
assert_refused (MouMergeProposal *proposal)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mou_merge_proposal_apply (proposal, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
}

static void
test_do_undo_redo (void)
{
  g_auto (Pair) p = { 0 };
  g_autoptr (MouMergeProposal) proposal = NULL;
  g_autoptr (MouMergeProposal) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 n_entries;

  pair_init (&p);
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.pipes, MOU_INDICATOR_NAME, "ชื่อใหม่", NULL));
  g_assert_true (mou_document_set_actual (p.other, p.f.own, p.f.income, "5", NULL));
  g_assert_true (mou_document_delete_row (p.other, p.f.plan, NULL));
  before = fixture_text (p.f.document);
  n_entries = mou_document_get_n_entries (p.f.document);
  p.f.n_changed = 0;
  proposal = propose (&p);
  g_assert_true (mou_merge_proposal_get_has_base (proposal));
  g_assert_cmpuint (mou_merge_proposal_get_n_open (proposal), ==, 0);
  g_assert_cmpuint (mou_merge_proposal_get_n_changes (proposal), >, 2);
  g_assert_cmpuint (mou_merge_proposal_get_incoming (proposal)->len, ==, 3);
  fixture_assert_text (p.f.document, before);
  apply (proposal);
  g_assert_cmpuint (p.f.n_changed, ==, 1);
  g_assert_cmpint (mou_document_get_n_entries (p.f.document), ==, n_entries + 1);
  g_assert_cmpstr (mou_document_get_undo_label (p.f.document), ==, "Merge other.mou");
  g_assert_cmpstr (fixture_get (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT), ==, "12");
  g_assert_cmpstr (fixture_get (p.f.document, p.f.pipes, MOU_INDICATOR_NAME), ==, "ชื่อใหม่");
  g_assert_null (mou_register_lookup (mou_document_get_register (p.f.document), p.f.plan));

  after = fixture_text (p.f.document);
  g_assert_true (mou_document_undo (p.f.document, NULL));
  fixture_assert_text (p.f.document, before);
  g_assert_true (mou_document_redo (p.f.document, NULL));
  fixture_assert_text (p.f.document, after);

  again = propose (&p);
  g_assert_cmpuint (mou_merge_proposal_get_n_changes (again), ==, 0);
  n_entries = mou_document_get_n_entries (p.f.document);
  apply (again);
  g_assert_cmpint (mou_document_get_n_entries (p.f.document), ==, n_entries);
}

static void
test_conflict (void)
{
  g_auto (Pair) p = { 0 };
  g_autoptr (MouMergeProposal) proposal = NULL;
  g_autofree char *before = NULL;
  const MouMergeConflict *conflict;

  pair_init (&p);
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.pipes, MOU_INDICATOR_WEIGHT, "13", NULL));
  before = fixture_text (p.f.document);
  proposal = propose (&p);
  g_assert_cmpuint (mou_merge_proposal_get_n_open (proposal), ==, 1);
  g_assert_cmpuint (mou_merge_proposal_get_incoming (proposal)->len, ==, 0);
  conflict = get_conflict (proposal, 0);
  g_assert_cmpstr (conflict->agreement, ==, "กปน./2567");
  g_assert_cmpstr (conflict->place, ==, "1.1 โครงการปรับปรุงท่อ");
  g_assert_cmpstr (conflict->field, ==, "weight");
  g_assert_cmpstr (conflict->base, ==, "10");
  g_assert_cmpstr (conflict->mine, ==, "12");
  g_assert_cmpstr (conflict->theirs, ==, "13");
  g_assert_cmpstr (conflict->mine_author, ==, "ผู้ทดสอบ");
  g_assert_cmpstr (conflict->theirs_author, ==, "อีกคน");
  g_assert_nonnull (conflict->mine_at);
  g_assert_nonnull (conflict->theirs_at);
  assert_refused (proposal);
  fixture_assert_text (p.f.document, before);

  mou_merge_proposal_answer (proposal, 0, MOU_MERGE_THEIRS);
  g_assert_cmpuint (mou_merge_proposal_get_n_open (proposal), ==, 0);
  g_assert_true (get_conflict (proposal, 0)->answered);
  g_assert_cmpint (get_conflict (proposal, 0)->taken, ==, MOU_MERGE_THEIRS);
  apply (proposal);
  g_assert_cmpstr (fixture_get (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT), ==, "13");
  g_assert_true (mou_document_undo (p.f.document, NULL));
  fixture_assert_text (p.f.document, before);
  g_assert_cmpuint (merge_all (&p, MOU_MERGE_MINE), ==, 1);
  fixture_assert_text (p.f.document, before);
}

/* Each its own answer, and a change of mind. */
static void
test_one_by_one (void)
{
  g_auto (Pair) p = { 0 };
  g_autoptr (MouMergeProposal) proposal = NULL;

  pair_init (&p);
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_level (p.f.document, p.f.pipes, 3, "≥ 1201", NULL));
  g_assert_true (mou_document_set_field (p.f.document, p.f.income, MOU_INDICATOR_NAME, "รายได้รวม", NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.pipes, MOU_INDICATOR_WEIGHT, "13", NULL));
  g_assert_true (mou_document_set_level (p.other, p.f.pipes, 3, "1202", NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.income, MOU_INDICATOR_NAME, "รายได้สุทธิ", NULL));
  proposal = propose (&p);
  g_assert_cmpuint (mou_merge_proposal_get_n_open (proposal), ==, 3);
  g_assert_cmpstr (get_conflict (proposal, 0)->field, ==, "weight");
  g_assert_cmpstr (get_conflict (proposal, 1)->place, ==, "level 3 of 1.1");
  g_assert_cmpstr (get_conflict (proposal, 1)->base, ==, "1200");
  g_assert_cmpstr (get_conflict (proposal, 1)->mine, ==, ">= 1201");
  g_assert_cmpstr (get_conflict (proposal, 1)->theirs, ==, "1202");
  g_assert_cmpstr (get_conflict (proposal, 2)->field, ==, "name");

  mou_merge_proposal_answer (proposal, 2, MOU_MERGE_MINE);
  mou_merge_proposal_answer (proposal, 1, MOU_MERGE_MINE);
  mou_merge_proposal_answer (proposal, 0, MOU_MERGE_THEIRS);
  mou_merge_proposal_answer (proposal, 1, MOU_MERGE_THEIRS);
  apply (proposal);
  g_assert_cmpstr (fixture_get (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT), ==, "13");
  g_assert_cmpstr (fixture_get (p.f.document, p.f.income, MOU_INDICATOR_NAME), ==, "รายได้รวม");
  g_assert_cmpuint (merge_all (&p, MOU_MERGE_MINE), ==, 1);
}

/* Mine deleted what theirs worked on: one question, and with theirs all of it comes back. */
static void
test_deleted_here (void)
{
  g_auto (Pair) p = { 0 };
  g_autoptr (MouMergeProposal) proposal = NULL;
  g_autofree char *before = NULL;
  g_autofree char *theirs = NULL;
  const MouMergeConflict *conflict;

  pair_init (&p);
  g_assert_true (mou_document_delete_row (p.f.document, p.f.pipes, NULL));
  g_assert_true (mou_document_set_level (p.other, p.f.pipes, 3, "1234", NULL));
  g_assert_true (mou_document_set_actual (p.other, p.f.own, p.f.pipes, "1250", NULL));
  before = fixture_text (p.f.document);
  theirs = fixture_text (p.other);
  proposal = propose (&p);
  g_assert_cmpuint (mou_merge_proposal_get_n_open (proposal), ==, 1);
  g_assert_cmpuint (mou_merge_proposal_get_n_changes (proposal), ==, 0);
  conflict = get_conflict (proposal, 0);
  g_assert_cmpstr (conflict->place, ==, "1.1 โครงการปรับปรุงท่อ");
  g_assert_null (conflict->field);
  g_assert_cmpstr (conflict->mine, ==, "(deleted)");
  g_assert_cmpstr (conflict->theirs, ==, "level 3 of 1.1: threshold 1200 → 1234\nresult 1.1 of assessment ประเมินตนเอง added: 1250");
  g_assert_cmpstr (conflict->mine_author, ==, "ผู้ทดสอบ");
  g_assert_cmpstr (conflict->theirs_author, ==, "อีกคน");

  g_assert_cmpuint (merge_all (&p, MOU_MERGE_MINE), ==, 1);
  fixture_assert_text (p.f.document, before);
  mou_merge_proposal_answer (proposal, 0, MOU_MERGE_THEIRS);
  apply (proposal);
  fixture_assert_text (p.f.document, theirs);
  g_assert_true (mou_document_undo (p.f.document, NULL));
  fixture_assert_text (p.f.document, before);
}

/* One code for two indicators: whichever is chosen, the other keeps what it had. */
static void
test_one_code_for_two (void)
{
  g_auto (Pair) p = { 0 };
  g_autoptr (MouMergeProposal) proposal = NULL;
  const MouMergeConflict *conflict;

  pair_init (&p);
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_CODE, "9.9", NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.plan, MOU_INDICATOR_CODE, "9.9", NULL));
  proposal = propose (&p);
  g_assert_cmpuint (mou_merge_proposal_get_n_open (proposal), ==, 1);
  conflict = get_conflict (proposal, 0);
  g_assert_cmpstr (conflict->place, ==, "1.2 แผนแม่บท");
  g_assert_cmpstr (conflict->mine, ==, "1.2");
  g_assert_cmpstr (conflict->theirs, ==, "9.9");
  g_assert_cmpstr (conflict->reason, ==, "Only one can have this code; in mine it is that of 9.9 โครงการปรับปรุงท่อ.");
  g_assert_cmpstr (conflict->mine_author, ==, "ผู้ทดสอบ");

  mou_merge_proposal_answer (proposal, 0, MOU_MERGE_THEIRS);
  g_assert_false (get_conflict (proposal, 0)->overruled);
  apply (proposal);
  g_assert_cmpstr (fixture_get (p.f.document, p.f.pipes, MOU_INDICATOR_CODE), ==, "1.1");
  g_assert_cmpstr (fixture_get (p.f.document, p.f.plan, MOU_INDICATOR_CODE), ==, "9.9");
}

/* What undo and redo left in both histories does not matter. */
static void
test_after_undo (void)
{
  g_auto (Pair) p = { 0 };
  g_autoptr (MouMergeProposal) proposal = NULL;

  pair_init (&p);
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_undo (p.f.document, NULL));
  g_assert_true (mou_document_delete_row (p.other, p.f.pipes, NULL));
  g_assert_true (mou_document_undo (p.other, NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.pipes, MOU_INDICATOR_WEIGHT, "13", NULL));
  proposal = propose (&p);
  g_assert_cmpuint (mou_merge_proposal_get_n_open (proposal), ==, 0);
  g_assert_cmpuint (mou_merge_proposal_get_n_changes (proposal), ==, 1);
  apply (proposal);
  g_assert_cmpstr (fixture_get (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT), ==, "13");
}

/* What was agreed to is not done to something else. */
static void
test_stale (void)
{
  g_auto (Pair) p = { 0 };
  g_autoptr (MouMergeProposal) proposal = NULL;
  g_autofree char *before = NULL;

  pair_init (&p);
  g_assert_true (mou_document_set_field (p.other, p.f.pipes, MOU_INDICATOR_WEIGHT, "13", NULL));
  proposal = propose (&p);
  g_assert_true (mou_document_set_field (p.other, p.f.pipes, MOU_INDICATOR_WEIGHT, "14", NULL));
  g_assert_cmpstr (get_incoming (proposal, 0), ==, "1.1 โครงการปรับปรุงท่อ: weight 10 → 13");
  g_assert_true (mou_document_set_field (p.f.document, p.f.plan, MOU_INDICATOR_WEIGHT, "15", NULL));
  before = fixture_text (p.f.document);
  assert_refused (proposal);
  fixture_assert_text (p.f.document, before);
}

/* Weights that each add up need not add up together. */
static void
test_findings (void)
{
  g_auto (Pair) p = { 0 };
  g_autoptr (MouMergeProposal) proposal = NULL;
  GPtrArray *findings;

  pair_init (&p);
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_field (p.f.document, p.f.plan, MOU_INDICATOR_WEIGHT, "14", NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.pipes, MOU_INDICATOR_WEIGHT, "14", NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.plan, MOU_INDICATOR_WEIGHT, "12", NULL));
  proposal = propose (&p);
  mou_merge_proposal_answer_all (proposal, MOU_MERGE_THEIRS);
  g_assert_cmpuint (mou_merge_proposal_get_findings (proposal)->len, ==, 0);
  mou_merge_proposal_answer (proposal, 0, MOU_MERGE_MINE);
  findings = mou_merge_proposal_get_findings (proposal);
  g_assert_cmpuint (findings->len, >, 0);
  g_assert_cmpint (((const MouFinding *) g_ptr_array_index (findings, 0))->severity, ==, MOU_SEVERITY_ERROR);
}

/* Somebody else wrote the file: after a merge saving goes through, until it is written once more. */
static void
test_changed_target (void)
{
  g_auto (Pair) p = { 0 };
  g_autoptr (MouMergeProposal) proposal = NULL;
  g_autoptr (MouDocument) on_disk = NULL;
  g_autoptr (GError) error = NULL;

  pair_init (&p);
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.plan, MOU_INDICATOR_NAME, "แผน", NULL));
  g_assert_true (mou_document_save (p.other, FALSE, NULL));
  g_assert_false (mou_document_save (p.f.document, FALSE, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_CHANGED);
  g_clear_error (&error);

  on_disk = mou_document_open (p.path, p.f.state_dir, NULL, NULL, &error);
  g_assert_no_error (error);
  proposal = mou_merge_proposal_new (p.f.document, on_disk, NULL, "shared.mou", &error);
  apply (proposal);
  g_assert_true (mou_document_note_merged (p.f.document, on_disk, &error));
  mou_document_close (on_disk);
  g_assert_true (mou_document_get_modified (p.f.document));

  g_assert_true (mou_document_set_field (p.other, p.f.plan, MOU_INDICATOR_NAME, "แผนใหม่", NULL));
  g_assert_true (mou_document_save (p.other, FALSE, NULL));
  g_assert_false (mou_document_save (p.f.document, FALSE, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_CHANGED);
}

static void
test_saves_after_merging (void)
{
  g_auto (Pair) p = { 0 };
  g_autoptr (MouMergeProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  pair_init (&p);
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.plan, MOU_INDICATOR_NAME, "แผน", NULL));
  g_assert_true (mou_document_save (p.other, FALSE, NULL));
  proposal = propose (&p);
  apply (proposal);
  g_assert_true (mou_document_note_merged (p.f.document, p.other, &error));
  mou_document_save (p.f.document, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (mou_document_get_modified (p.f.document));
}

/* Three departments fill in a copy each; the planner has gone on meanwhile. */

static MouDocument *
open_copy (Pair *p, const char *name)
{
  g_autofree char *path = g_strconcat (p->f.state_dir, "/", name, ".mou", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (p->path);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MouDocument *copy;

  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  copy = mou_document_open (path, p->f.state_dir, name, NULL, &error);
  g_assert_no_error (error);

  return copy;
}

/* Asks what it must, takes theirs, and says how much was asked. */
static guint
take_in (Pair *p, MouDocument *copy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouMergeProposal) proposal = mou_merge_proposal_new (p->f.document, copy, NULL, "copy", &error);
  guint n_open;

  g_assert_no_error (error);
  n_open = mou_merge_proposal_get_n_open (proposal);
  mou_merge_proposal_answer_all (proposal, MOU_MERGE_THEIRS);
  apply (proposal);

  return n_open;
}

static const char *
get_actual (Pair *p, gint64 indicator)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, indicator);
  const MouRow *result = mou_register_find (mou_document_get_register (p->f.document), p->f.own, MOU_ENTITY_RESULT, id);

  return result != NULL ? mou_row_get (result, MOU_RESULT_VALUE) : NULL;
}

static void
test_departments (void)
{
  g_auto (Pair) p = { 0 };
  g_autoptr (MouDocument) works = NULL;
  g_autoptr (MouDocument) plans = NULL;
  g_autoptr (MouDocument) finance = NULL;

  pair_init (&p);
  works = open_copy (&p, "works");
  plans = open_copy (&p, "plans");
  finance = open_copy (&p, "finance");
  g_assert_true (mou_document_set_field (p.f.document, p.f.plan, MOU_INDICATOR_NAME, "แผนแม่บทใหม่", NULL));
  g_assert_true (mou_document_set_actual (works, p.f.own, p.f.pipes, "1250", NULL));
  g_assert_true (mou_document_set_result_text (works, p.f.own, p.f.pipes, MOU_RESULT_NARRATIVE, "ตามแผน", NULL));
  g_assert_true (mou_document_set_actual (plans, p.f.own, p.f.plan, "4", NULL));
  g_assert_true (mou_document_set_field (plans, p.f.pipes, MOU_INDICATOR_NAME, "ปรับปรุงท่อ", NULL));
  g_assert_true (mou_document_set_actual (finance, p.f.own, p.f.income, "19000", NULL));
  g_assert_true (mou_document_set_actual (finance, p.f.own, p.f.pipes, "1251", NULL));

  g_assert_cmpuint (take_in (&p, works), ==, 0);
  g_assert_cmpuint (take_in (&p, plans), ==, 0);
  g_assert_cmpuint (take_in (&p, finance), ==, 1);
  g_assert_cmpstr (get_actual (&p, p.f.pipes), ==, "1251");
  g_assert_cmpstr (get_actual (&p, p.f.income), ==, "19000");
  g_assert_cmpstr (fixture_get (p.f.document, p.f.plan, MOU_INDICATOR_NAME), ==, "แผนแม่บทใหม่");
  g_assert_cmpstr (fixture_get (p.f.document, p.f.pipes, MOU_INDICATOR_NAME), ==, "ปรับปรุงท่อ");
  g_assert_cmpuint (mou_register_get_children (mou_document_get_register (p.f.document), p.f.own, MOU_ENTITY_RESULT)->len, ==, 3);
  mou_document_close (works);
  mou_document_close (plans);
  mou_document_close (finance);
}

/* A copy that has the rows but not the history. */
static MouDocument *
make_copy_without_history (Pair *p)
{
  g_autoptr (GError) error = NULL;
  MouDocument *copy = mou_document_new (p->f.state_dir, "ฝ่ายการเงิน", &error);

  g_assert_no_error (error);
  g_assert_true (mou_document_import (copy, mou_document_get_register (p->f.document), "copy", NULL, &error));

  return copy;
}

static void
test_without_history (void)
{
  g_auto (Pair) p = { 0 };
  g_autoptr (MouDocument) copy = NULL;
  g_autoptr (MouMergeProposal) proposal = NULL;
  MouAgreement *agreement;
  gint64 own, income, pipes;

  pair_init (&p);
  g_assert_true (mou_document_set_result_text (p.f.document, p.f.own, p.f.income, MOU_RESULT_NARRATIVE, "ตามเป้า", NULL));
  copy = make_copy_without_history (&p);
  agreement = mou_document_get_agreement (copy);
  own = mou_agreement_find_assessment (agreement, "ประเมินตนเอง")->id;
  income = mou_agreement_get_node (agreement, (guint) mou_agreement_find_code (agreement, "2.1"))->indicator->id;
  pipes = mou_agreement_get_node (agreement, (guint) mou_agreement_find_code (agreement, "1.1"))->indicator->id;
  g_assert_true (mou_document_set_actual (copy, own, income, "19000", NULL));
  g_assert_true (mou_document_set_actual (copy, own, pipes, "1250", NULL));
  g_assert_true (mou_document_set_field (copy, income, MOU_INDICATOR_UNIT, "ล้านบาท", NULL));
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_OWNER, "ฝ่ายโครงการ", NULL));
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT, "11", NULL));

  proposal = mou_merge_proposal_new (p.f.document, copy, NULL, "copy.mou", NULL);
  g_assert_false (mou_merge_proposal_get_has_base (proposal));
  g_assert_cmpuint (mou_merge_proposal_get_incoming (proposal)->len, ==, 3);
  g_assert_cmpuint (mou_merge_proposal_get_n_open (proposal), ==, 1);
  g_assert_cmpstr (get_conflict (proposal, 0)->field, ==, "weight");
  g_assert_null (get_conflict (proposal, 0)->base);
  g_assert_null (get_conflict (proposal, 0)->mine_author);
  g_assert_null (get_conflict (proposal, 0)->theirs_author);
  mou_merge_proposal_answer (proposal, 0, MOU_MERGE_MINE);
  apply (proposal);
  g_assert_cmpstr (get_actual (&p, p.f.income), ==, "19000");
  g_assert_cmpstr (get_actual (&p, p.f.pipes), ==, "1250");
  g_assert_cmpstr (fixture_get (p.f.document, p.f.pipes, MOU_INDICATOR_OWNER), ==, "ฝ่ายโครงการ");
  g_assert_cmpstr (fixture_get (p.f.document, p.f.income, MOU_INDICATOR_UNIT), ==, "ล้านบาท");
  mou_document_close (copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge-document/do-undo-redo", test_do_undo_redo);
  g_test_add_func ("/merge-document/conflict", test_conflict);
  g_test_add_func ("/merge-document/one-by-one", test_one_by_one);
  g_test_add_func ("/merge-document/deleted-here", test_deleted_here);
  g_test_add_func ("/merge-document/one-code-for-two", test_one_code_for_two);
  g_test_add_func ("/merge-document/after-undo", test_after_undo);
  g_test_add_func ("/merge-document/stale", test_stale);
  g_test_add_func ("/merge-document/findings", test_findings);
  g_test_add_func ("/merge-document/changed-target", test_changed_target);
  g_test_add_func ("/merge-document/saves-after-merging", test_saves_after_merging);
  g_test_add_func ("/merge-document/departments", test_departments);
  g_test_add_func ("/merge-document/without-history", test_without_history);

  return g_test_run ();
}
