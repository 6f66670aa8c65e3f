/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two documents made from one file come together in one entry: done, undone, done again. */

#include "document-fixture.h"

#include "mou-document-merge.h"

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

static guint
merge (Pair *p, MouMergePolicy policy, guint *n_changes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  mou_document_merge (p->f.document, p->other, NULL, policy, "other.mou", &conflicts, n_changes, &error);
  g_assert_no_error (error);

  return conflicts->len;
}

static void
test_do_undo_redo (void)
{
  g_auto (Pair) p = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 n_entries;
  guint n_changes;

  pair_init (&p);
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.pipes, MOU_INDICATOR_NAME, "ชื่อใหม่", NULL));
  g_assert_true (mou_document_set_actual (p.other, p.f.own, p.f.income, "5", NULL));
  g_assert_true (mou_document_delete_row (p.other, p.f.plan, NULL));
  before = fixture_text (p.f.document);
  n_entries = mou_document_get_n_entries (p.f.document);
  p.f.n_changed = 0;
  g_assert_cmpuint (merge (&p, MOU_MERGE_POLICY_ASK, &n_changes), ==, 0);
  g_assert_cmpuint (n_changes, >, 2);
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

  g_assert_cmpuint (merge (&p, MOU_MERGE_POLICY_ASK, &n_changes), ==, 0);
  g_assert_cmpuint (n_changes, ==, 0);
}

static void
test_conflict (void)
{
  g_auto (Pair) p = { 0 };
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  const MouMergeConflict *conflict;
  guint n_changes;

  pair_init (&p);
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.pipes, MOU_INDICATOR_WEIGHT, "13", NULL));
  before = fixture_text (p.f.document);
  g_assert_true (mou_document_merge (p.f.document, p.other, NULL, MOU_MERGE_POLICY_ASK, "other.mou", &conflicts, &n_changes, NULL));
  g_assert_cmpuint (conflicts->len, ==, 1);
  conflict = g_ptr_array_index (conflicts, 0);
  g_assert_cmpstr (conflict->agreement, ==, "กปน./2567");
  g_assert_cmpstr (conflict->place, ==, "1.1 โครงการปรับปรุงท่อ");
  g_assert_cmpstr (conflict->field, ==, "weight");
  g_assert_cmpstr (conflict->base, ==, "10");
  g_assert_cmpstr (conflict->mine, ==, "12");
  g_assert_cmpstr (conflict->theirs, ==, "13");
  fixture_assert_text (p.f.document, before);

  g_assert_cmpuint (merge (&p, MOU_MERGE_POLICY_MINE, &n_changes), ==, 1);
  fixture_assert_text (p.f.document, before);
  g_assert_cmpuint (merge (&p, MOU_MERGE_POLICY_THEIRS, &n_changes), ==, 1);
  g_assert_cmpstr (fixture_get (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT), ==, "13");
  g_assert_true (mou_document_undo (p.f.document, NULL));
  fixture_assert_text (p.f.document, before);
}

/* Mine deleted what theirs changed: with theirs all of it comes back. */
static void
test_deleted_here (void)
{
  g_auto (Pair) p = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *theirs = NULL;
  guint n_changes;

  pair_init (&p);
  g_assert_true (mou_document_delete_row (p.f.document, p.f.pipes, NULL));
  g_assert_true (mou_document_set_level (p.other, p.f.pipes, 3, "1234", NULL));
  before = fixture_text (p.f.document);
  theirs = fixture_text (p.other);
  g_assert_cmpuint (merge (&p, MOU_MERGE_POLICY_ASK, &n_changes), ==, 1);
  fixture_assert_text (p.f.document, before);
  g_assert_cmpuint (merge (&p, MOU_MERGE_POLICY_THEIRS, &n_changes), ==, 1);
  fixture_assert_text (p.f.document, theirs);
  g_assert_true (mou_document_undo (p.f.document, NULL));
  fixture_assert_text (p.f.document, before);
}

/* What undo and redo left in both histories does not matter. */
static void
test_after_undo (void)
{
  g_auto (Pair) p = { 0 };
  guint n_changes;

  pair_init (&p);
  g_assert_true (mou_document_set_field (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_undo (p.f.document, NULL));
  g_assert_true (mou_document_delete_row (p.other, p.f.pipes, NULL));
  g_assert_true (mou_document_undo (p.other, NULL));
  g_assert_true (mou_document_set_field (p.other, p.f.pipes, MOU_INDICATOR_WEIGHT, "13", NULL));
  g_assert_cmpuint (merge (&p, MOU_MERGE_POLICY_ASK, &n_changes), ==, 0);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (fixture_get (p.f.document, p.f.pipes, MOU_INDICATOR_WEIGHT), ==, "13");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge-document/do-undo-redo", test_do_undo_redo);
  g_test_add_func ("/merge-document/conflict", test_conflict);
  g_test_add_func ("/merge-document/deleted-here", test_deleted_here);
  g_test_add_func ("/merge-document/after-undo", test_after_undo);

  return g_test_run ();
}
