/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving in a thread: the document is worked in meanwhile, nothing of that is lost, and what a save did is noted in any case. */

#include "document-fixture.h"

typedef struct
{
  Fixture f;
  char *path;
  gboolean answered;
  gboolean saved;
  GError *error;
} Saving;

static void
set_up (Saving *self, gconstpointer data)
{
  fixture_init (&self->f);
  self->path = g_build_filename (self->f.state_dir, "user.mou", NULL);
}

static void
tear_down (Saving *self, gconstpointer data)
{
  fixture_clear (&self->f);
  g_clear_error (&self->error);
  g_free (self->path);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Saving *self = data;

  g_clear_error (&self->error);
  self->saved = mou_document_save_finish (MOU_DOCUMENT (object), result, &self->error);
  self->answered = TRUE;
}

static void
start (Saving *self, const char *path)
{
  self->answered = FALSE;
  mou_document_save_async (self->f.document, path, FALSE, answered_cb, self);
}

static void
wait_for_answer (Saving *self)
{
  while (!self->answered)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_file_is (Saving *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouDocument) other = mou_document_open (self->path, self->f.state_dir, "reader", NULL, &error);

  g_assert_no_error (error);
  fixture_assert_text (other, text);
  mou_document_close (other);
}

static void
test_saved (Saving *self, gconstpointer data)
{
  g_autofree char *text = fixture_text (self->f.document);

  start (self, self->path);
  g_assert_true (mou_document_is_saving (self->f.document));
  wait_for_answer (self);
  g_assert_no_error (self->error);
  g_assert_true (self->saved);
  g_assert_false (mou_document_is_saving (self->f.document));
  g_assert_false (mou_document_get_modified (self->f.document));
  g_assert_cmpstr (mou_document_get_path (self->f.document), ==, self->path);
  assert_file_is (self, text);
}

/* Whether the edit is in the file or not, it counts as unsaved; the next save has it for certain. */
static void
test_edited_meanwhile (Saving *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  start (self, self->path);
  g_assert_true (mou_document_set_field (self->f.document, self->f.pipes, MOU_INDICATOR_WEIGHT, "11", NULL));
  wait_for_answer (self);
  g_assert_true (self->saved);
  g_assert_true (mou_document_get_modified (self->f.document));
  g_assert_cmpstr (fixture_get (self->f.document, self->f.pipes, MOU_INDICATOR_WEIGHT), ==, "11");

  start (self, NULL);
  wait_for_answer (self);
  g_assert_no_error (self->error);
  g_assert_false (mou_document_get_modified (self->f.document));
  text = fixture_text (self->f.document);
  assert_file_is (self, text);
}

static void
test_one_at_a_time (Saving *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (self, self->path);
  g_assert_false (mou_document_save_as (self->f.document, self->path, &error));
  g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
  wait_for_answer (self);
  g_assert_true (self->saved);
}

static void
test_failed (Saving *self, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (self->f.state_dir, "nowhere", "user.mou", NULL);
  const gboolean modified = mou_document_get_modified (self->f.document);

  start (self, nowhere);
  wait_for_answer (self);
  g_assert_false (self->saved);
  g_assert_error (self->error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_SYSTEM);
  g_assert_null (mou_document_get_path (self->f.document));
  g_assert_cmpint (mou_document_get_modified (self->f.document), ==, modified);

  start (self, self->path);
  wait_for_answer (self);
  g_assert_true (self->saved);
}

static void
test_without_a_file (Saving *self, gconstpointer data)
{
  start (self, NULL);
  wait_for_answer (self);
  g_assert_error (self->error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
}

static void
test_changed (Saving *self, gconstpointer data)
{
  start (self, self->path);
  wait_for_answer (self);
  g_assert_true (g_file_set_contents (self->path, "somebody else's", -1, NULL));
  g_assert_true (mou_document_set_field (self->f.document, self->f.pipes, MOU_INDICATOR_WEIGHT, "11", NULL));
  start (self, NULL);
  wait_for_answer (self);
  g_assert_error (self->error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_CHANGED);
  g_assert_true (mou_document_get_modified (self->f.document));
}

#define ADD(name, function) g_test_add ("/document/saving/" name, Saving, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("saved", test_saved);
  ADD ("edited-meanwhile", test_edited_meanwhile);
  ADD ("one-at-a-time", test_one_at_a_time);
  ADD ("failed", test_failed);
  ADD ("without-a-file", test_without_a_file);
  ADD ("changed", test_changed);

  return g_test_run ();
}
