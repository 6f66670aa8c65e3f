/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The document between its file, its working copy and those who look at it. */

#include "document-fixture.h"

#include <string.h>

static char *
get_file (Fixture *f, const char *name)
{
  return g_build_filename (f->state_dir, name, NULL);
}

static void
append_cb (GObject *object, GParamSpec *pspec, GString *names)
{
  g_string_append_printf (names, "%s ", pspec->name);
}

static void
test_new (void)
{
  g_autofree char *state_dir = fixture_make_directory ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MouDocument) document = mou_document_new (state_dir, NULL, &error);
  g_autoptr (GArray) agreements = NULL;

  g_assert_no_error (error);
  agreements = mou_document_list_agreements (document);
  g_assert_cmpuint (agreements->len, ==, 0);
  g_assert_null (mou_document_get_path (document));
  g_assert_false (mou_document_get_modified (document));
  g_assert_null (mou_document_get_undo_label (document));
  g_assert_null (mou_document_get_redo_label (document));
  g_assert_cmpint (mou_document_get_agreement_id (document), ==, 0);
  g_assert_cmpint (mou_document_get_assessment_id (document), ==, 0);
  g_assert_null (mou_document_get_agreement (document));
  g_assert_null (mou_document_get_evaluation (document));
  g_assert_false (mou_document_add_indicator (document, 0, FALSE, NULL, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mou_document_save (document, FALSE, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);

  mou_document_close (document);
  g_assert_null (mou_document_get_register (document));
  g_assert_null (mou_document_get_agreement (document));
  fixture_remove_directory (state_dir);
}

static void
test_save_and_open (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MouDocument) again = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  fixture_init (&f);
  path = get_file (&f, "mwa.mou");
  g_assert_true (mou_document_get_modified (f.document));
  g_signal_connect (f.document, "notify", G_CALLBACK (append_cb), names);
  g_assert_true (mou_document_save_as (f.document, path, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (names->str, "path "));
  g_assert_nonnull (strstr (names->str, "modified "));
  g_assert_cmpstr (mou_document_get_path (f.document), ==, path);
  g_assert_false (mou_document_get_modified (f.document));
  g_assert_cmpuint (f.n_changed, ==, 0);

  again = mou_document_open (path, f.state_dir, "อีกคน", NULL, &error);
  g_assert_no_error (error);
  text = fixture_text (f.document);
  fixture_assert_text (again, text);
  g_assert_false (mou_document_get_modified (again));
  g_assert_cmpint (mou_document_get_agreement_id (again), ==, f.agreement);

  /* What was done can be undone after closing, and saving again needs no path. */
  g_assert_cmpstr (mou_document_get_undo_label (again), ==, "Import sample");
  g_assert_true (mou_document_undo (again, &error));
  g_assert_true (mou_document_get_modified (again));
  g_assert_true (mou_document_save (again, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (mou_document_get_modified (again));
  mou_document_close (again);

  /* The first one sees that the file is no longer what it wrote. */
  g_assert_true (mou_document_undo (f.document, NULL));
  g_assert_false (mou_document_save (f.document, FALSE, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_CHANGED);
  g_assert_true (mou_document_get_modified (f.document));
  g_clear_error (&error);
  g_assert_true (mou_document_save (f.document, TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (mou_document_get_modified (f.document));
}

static void
test_holder (void)
{
  g_auto (Fixture) f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *holder = NULL;

  fixture_init (&f);
  path = get_file (&f, "mwa.mou");
  g_assert_false (mou_document_find_holder (path, f.state_dir, &holder));
  g_assert_true (mou_document_save_as (f.document, path, NULL));
  g_assert_true (mou_document_find_holder (path, f.state_dir, &holder));
  g_assert_nonnull (holder);
  g_clear_pointer (&holder, g_free);
  mou_document_close (f.document);
  g_assert_false (mou_document_find_holder (path, f.state_dir, &holder));
}

static void
test_refused_files (void)
{
  static const struct
  {
    const char *name, *content;
    int code;
  } cases[] = {
    { "missing.mou", NULL, MOU_DOCUMENT_ERROR_SYSTEM },
    { "empty.mou", "", MOU_DOCUMENT_ERROR_REFUSED },
    { "foreign.mou", "Dear committee,\nplease find attached", MOU_DOCUMENT_ERROR_REFUSED },
  };
  g_autofree char *state_dir = fixture_make_directory ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (state_dir, cases[i].name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) left = NULL;

      if (cases[i].content != NULL)
        g_assert_true (g_file_set_contents (path, cases[i].content, -1, NULL));
      g_assert_null (mou_document_open (path, state_dir, NULL, NULL, &error));
      g_assert_error (error, MOU_DOCUMENT_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].name));
      left = mou_document_list_recoverable (state_dir);
      g_assert_cmpuint (left->len, ==, 0);
    }
  fixture_remove_directory (state_dir);
}

static void
test_unwritable_target (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GError) error = NULL;

  fixture_init (&f);
  g_assert_false (mou_document_save_as (f.document, "/nonexistent-folder/mwa.mou", &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_SYSTEM);
  g_assert_null (mou_document_get_path (f.document));
  g_assert_true (mou_document_get_modified (f.document));
}

static void
test_shown (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GArray) agreements = NULL;
  gint64 other, next;

  fixture_init (&f);
  g_assert_cmpint (mou_document_get_assessment_id (f.document), ==, f.backtest);
  mou_document_set_assessment_id (f.document, f.own);
  g_assert_cmpuint (f.n_changed, ==, 1);
  g_assert_cmpint (mou_document_get_evaluation (f.document)->assessment->id, ==, f.own);
  mou_document_set_assessment_id (f.document, 0);
  g_assert_cmpint (mou_document_get_evaluation (f.document)->assessment->id, ==, f.backtest);

  g_assert_true (mou_document_new_year (f.document, f.agreement, &next, NULL));
  g_assert_true (mou_document_new_agreement (f.document, "การประปาส่วนภูมิภาค", "กปภ.", 2560, &other, NULL));
  g_assert_cmpint (mou_document_get_agreement_id (f.document), ==, other);
  g_assert_cmpint (mou_document_get_assessment_id (f.document), ==, 0);
  agreements = mou_document_list_agreements (f.document);
  g_assert_cmpuint (agreements->len, ==, 3);
  g_assert_cmpint (g_array_index (agreements, gint64, 0), ==, next);
  g_assert_cmpint (g_array_index (agreements, gint64, 1), ==, f.agreement);
  g_assert_cmpint (g_array_index (agreements, gint64, 2), ==, other);

  /* Undone out of existence: the newest of the first organisation takes its place. */
  g_assert_true (mou_document_undo (f.document, NULL));
  g_assert_cmpint (mou_document_get_agreement_id (f.document), ==, next);
}

/* The chosen assessment goes: the last one is shown. */
static void
test_deleted_assessment (void)
{
  g_auto (Fixture) f = { NULL };

  fixture_init (&f);
  g_assert_true (mou_document_delete_row (f.document, f.backtest, NULL));
  g_assert_cmpint (mou_document_get_assessment_id (f.document), ==, f.own);
  g_assert_true (mou_document_delete_row (f.document, f.own, NULL));
  g_assert_cmpint (mou_document_get_assessment_id (f.document), ==, 0);
  g_assert_null (mou_document_get_evaluation (f.document)->assessment);
}

/* Asked twice, made once; made anew after a change. */
static void
test_derived (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (MouAgreement) before = NULL;
  g_autoptr (MouEvaluation) evaluation = NULL;

  fixture_init (&f);
  before = mou_agreement_ref (mou_document_get_agreement (f.document));
  evaluation = mou_evaluation_ref (mou_document_get_evaluation (f.document));
  g_assert_true (mou_document_get_agreement (f.document) == before);
  g_assert_true (mou_document_get_evaluation (f.document) == evaluation);
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_get_agreement (f.document) != before);
  g_assert_true (mou_document_get_evaluation (f.document) != evaluation);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/new", test_new);
  g_test_add_func ("/document/save-and-open", test_save_and_open);
  g_test_add_func ("/document/holder", test_holder);
  g_test_add_func ("/document/refused-files", test_refused_files);
  g_test_add_func ("/document/unwritable-target", test_unwritable_target);
  g_test_add_func ("/document/shown", test_shown);
  g_test_add_func ("/document/deleted-assessment", test_deleted_assessment);
  g_test_add_func ("/document/derived", test_derived);

  return g_test_run ();
}
