/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A save or an export is done when a file has been renamed over the old one: a sync that fails after that leaves the new file, whole,
 * and says that it may not last. That is the one case in which a failure leaves something else than what was there. */

#include "fault-world.h"

#include "mou-canon.h"
#include "mou-json-agreement.h"
#include "mou-report.h"
#include "mou-xlsx-reader.h"

#include <glib/gstdio.h>
#include <string.h>

#define AUTHOR "ผู้ทดสอบ"
#define REGISTER "register.mou"

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("mou-faults-XXXXXX", &error);

  g_assert_no_error (error);

  return path;
}

void
world_remove (const char *path)
{
  const char *name;

  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      world_remove (child);
    }
  g_remove (path);
}

static char *
get_text (MouDocument *document)
{
  return mou_canon_register_text (mou_document_get_register (document));
}

static char *
build_target (World *self, const char *name)
{
  return g_build_filename (self->disk, "user", name, NULL);
}

static MouRegister *
load_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOU_SAMPLES"), "mwa-2567.json", NULL);
  g_autoptr (GError) error = NULL;
  MouRegister *sample = mou_json_agreement_load (path, &error);

  g_assert_no_error (error);

  return sample;
}

void
world_init (World *self)
{
  g_autoptr (MouRegister) sample = load_sample ();
  g_autoptr (GError) error = NULL;

  self->disk = make_folder ();
  self->elsewhere = make_folder ();
  self->state = g_build_filename (self->disk, "state", NULL);
  g_autofree char *user = g_build_filename (self->disk, "user", NULL);
  g_assert_cmpint (g_mkdir (user, 0700), ==, 0);

  self->document = mou_document_new (self->state, AUTHOR, &error);
  g_assert_no_error (error);
  g_assert_true (mou_document_import (self->document, sample, "sample", NULL, &error));
  g_assert_no_error (error);
  MouAgreement *agreement = mou_document_get_agreement (self->document);
  self->indicator = mou_agreement_get_node (agreement, 1)->indicator->id;
  g_autofree char *path = build_target (self, REGISTER);
  g_assert_true (mou_document_save_as (self->document, path, &error));
  g_assert_no_error (error);
}

void
world_clear (World *self)
{
  if (self->document != NULL)
    mou_document_close (self->document);
  g_clear_object (&self->document);
  world_remove (self->disk);
  world_remove (self->elsewhere);
  g_clear_pointer (&self->disk, g_free);
  g_clear_pointer (&self->elsewhere, g_free);
  g_clear_pointer (&self->state, g_free);
}

/* Before */

static gboolean
edit_something (World *self, const char *path, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u", ++self->n_edits);

  return mou_document_set_field (self->document, self->indicator, MOU_INDICATOR_DEFINITION, text, error);
}

static void
prepare_edit (World *self, const char *path)
{
  g_assert_true (edit_something (self, path, NULL));
}

/* For what takes edits back, twice if need be. */
static void
prepare_edits (World *self, const char *path)
{
  prepare_edit (self, path);
  prepare_edit (self, path);
}

static void
prepare_nothing (World *self, const char *path)
{
}

static void
prepare_new_name (World *self, const char *path)
{
  prepare_edit (self, path);
  g_unlink (path);
}

static void
prepare_old_file (World *self, const char *path)
{
  g_assert_true (g_file_set_contents_full (path, "old", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* Actions */

static gboolean
save (World *self, const char *path, GError **error)
{
  return mou_document_save (self->document, FALSE, error);
}

static gboolean
save_as (World *self, const char *path, GError **error)
{
  return mou_document_save_as (self->document, path, error);
}

static gboolean
undo (World *self, const char *path, GError **error)
{
  return mou_document_undo (self->document, error);
}

/* The same agreement with other words: one entry, or none when it was all imported already. */
static gboolean
import (World *self, const char *path, GError **error)
{
  g_autoptr (MouRegister) sample = load_sample ();

  return mou_document_import (self->document, sample, "sample", NULL, error);
}

static gboolean
open_and_close (World *self, const char *path, GError **error)
{
  g_autofree char *file = build_target (self, REGISTER);
  g_autoptr (MouDocument) document = mou_document_open (file, self->state, AUTHOR, NULL, error);

  if (document != NULL)
    mou_document_close (document);

  return document != NULL;
}

static gboolean
make_new (World *self, const char *path, GError **error)
{
  g_autoptr (MouDocument) document = mou_document_new (self->state, AUTHOR, error);

  if (document != NULL)
    mou_document_close (document);

  return document != NULL;
}

static gboolean
export_report (World *self, MouReportForm form, MouReportRenderer renderer, const char *path, GError **error)
{
  const MouReportOptions options = { .form = form, .renderer = renderer };

  return mou_report_write (mou_document_get_agreement (self->document), mou_document_get_evaluation (self->document), &options, path, NULL,
                           NULL, error);
}

static gboolean
export_agreement (World *self, const char *path, GError **error)
{
  return export_report (self, MOU_FORM_AGREEMENT, MOU_RENDER_XLSX, path, error);
}

static gboolean
export_evaluation (World *self, const char *path, GError **error)
{
  return export_report (self, MOU_FORM_EVALUATION, MOU_RENDER_XLSX, path, error);
}

static gboolean
export_text (World *self, const char *path, GError **error)
{
  return export_report (self, MOU_FORM_EVALUATION, MOU_RENDER_TEXT, path, error);
}

/* As window and command line write it. */
static gboolean
export_json (World *self, const char *path, GError **error)
{
  g_autofree char *text
      = mou_json_agreement_write (mou_document_get_register (self->document), mou_document_get_agreement_id (self->document));

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}

/* After */

static gboolean
is_register (World *self, const char *path)
{
  g_autoptr (MouDocument) found = mou_document_open (path, self->elsewhere, AUTHOR, NULL, NULL);

  if (found == NULL)
    return FALSE;
  g_autofree char *text = get_text (found);
  g_autofree char *expected = get_text (self->document);
  mou_document_close (found);

  return g_str_equal (text, expected);
}

static gboolean
is_same_as_elsewhere (World *self, const char *path, gboolean (*act) (World *self, const char *path, GError **error))
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *other = g_build_filename (self->elsewhere, name, NULL);
  g_autofree char *data = NULL, *expected = NULL;
  gsize size, expected_size;

  if (!g_file_test (other, G_FILE_TEST_EXISTS))
    g_assert_true (act (self, other, NULL));
  g_assert_true (g_file_get_contents (other, &expected, &expected_size, NULL));

  return g_file_get_contents (path, &data, &size, NULL) && size == expected_size && memcmp (data, expected, size) == 0;
}

static gboolean
is_agreement (World *self, const char *path)
{
  return is_same_as_elsewhere (self, path, export_agreement);
}

static gboolean
is_evaluation (World *self, const char *path)
{
  return is_same_as_elsewhere (self, path, export_evaluation);
}

static gboolean
is_text (World *self, const char *path)
{
  return is_same_as_elsewhere (self, path, export_text);
}

static gboolean
is_json (World *self, const char *path)
{
  return is_same_as_elsewhere (self, path, export_json);
}

const WorldAction world_actions[] = {
  { "edit", NULL, prepare_edit, edit_something, NULL },
  { "undo", NULL, prepare_edits, undo, NULL },
  { "import", NULL, prepare_edit, import, NULL },
  { "new", NULL, prepare_nothing, make_new, NULL },
  { "open", NULL, prepare_nothing, open_and_close, NULL },
  { "save", REGISTER, prepare_edit, save, is_register },
  { "save-as", "other.mou", prepare_new_name, save_as, is_register },
  { "save-over", "other.mou", prepare_old_file, save_as, is_register },
  { "workbook-agreement", "agreement.xlsx", prepare_old_file, export_agreement, is_agreement },
  { "workbook-evaluation", "evaluation.xlsx", prepare_old_file, export_evaluation, is_evaluation },
  { "text", "evaluation.txt", prepare_old_file, export_text, is_text },
  { "json", "agreement.json", prepare_old_file, export_json, is_json },
};
const guint n_world_actions = G_N_ELEMENTS (world_actions);

void
world_check_workbook (const char *path)
{
  static const MouXlsxVisitor nobody = { NULL };
  g_autoptr (GError) error = NULL;

  g_autoptr (MouXlsxReader) reader = mou_xlsx_reader_open (path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < mou_xlsx_reader_get_n_sheets (reader); i++)
    {
      mou_xlsx_reader_read_sheet (reader, i, &nobody, NULL, &error);
      g_assert_no_error (error);
    }
  mou_xlsx_reader_check_other_parts (reader, &error);
  g_assert_no_error (error);
}

void
world_do (World *self, const char *name)
{
  for (guint i = 0; i < n_world_actions; i++)
    if (g_str_equal (world_actions[i].name, name))
      {
        g_autofree char *path = build_target (self, world_actions[i].target != NULL ? world_actions[i].target : "none");
        g_autoptr (GError) error = NULL;
        world_actions[i].act (self, path, &error);
        g_assert_no_error (error);
      }
}

/* Trying */

/* Every file of the user's has a name that says what it is; what begins with a dot or goes on after the ending was temporary. */
static gboolean
is_temporary (const char *name)
{
  static const char *const endings[] = { ".mou", ".xlsx", ".txt", ".json" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (name[0] != '.' && g_str_has_suffix (name, endings[i]))
      return FALSE;

  return TRUE;
}

/* What could not be removed goes with the next save. The folder of an export goes with one after its process has ended, as that may
 * be making another; and what GLib has left, for a JSON file, is GLib's. */
static void
check_nothing_left (World *self, const FaultPlan *plan, gboolean again)
{
  const char *name;
  g_autofree char *user = build_target (self, "");

  g_autoptr (GDir) directory = g_dir_open (user, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (user, name, NULL);
      gboolean may_stay = plan->kept_something && (!again || strstr (name, ".part-") == NULL);
      if (!is_temporary (name))
        continue;
      if (!may_stay)
        g_error ("left behind: %s", name);
      if (again)
        world_remove (path);
    }
}

static void
check_target (World *self, const WorldAction *action, const FaultPlan *plan, gboolean done, const char *path, GBytes *before)
{
  g_autofree char *data = NULL;
  gsize size = 0, size_before;
  gconstpointer data_before = g_bytes_get_data (before, &size_before);

  g_assert_true (plan->replaced || !done);
  if (plan->replaced)
    {
      g_assert_true (action->is_whole (self, path));
      return;
    }
  g_file_get_contents (path, &data, &size, NULL);
  g_assert_cmpmem (data, size, data_before, size_before);
}

/* The register in memory and, after a crash now, the one in the working copy. */
static void
check_register (World *self, const WorldAction *action, gboolean done, const char *before, const char *during)
{
  if (!done)
    g_assert_cmpstr (during, ==, before);
  if (action->target != NULL || action->prepare == prepare_nothing)
    return;

  g_clear_object (&self->document);
  g_autoptr (GPtrArray) found = mou_document_list_recoverable (self->state);
  g_assert_cmpuint (found->len, ==, 1);
  const MouRecoverable *copy = g_ptr_array_index (found, 0);
  g_autoptr (GError) error = NULL;
  self->document = mou_document_recover (copy->folder, AUTHOR, &error);
  g_assert_no_error (error);
  g_autofree char *after = get_text (self->document);
  if (done)
    g_assert_cmpstr (after, ==, during);
}

static void
do_again (World *self, const WorldAction *action, const FaultPlan *plan, const char *path)
{
  g_autoptr (GError) error = NULL;

  action->act (self, path, &error);
  g_assert_no_error (error);
  if (action->target != NULL)
    g_assert_true (action->is_whole (self, path));
  check_nothing_left (self, plan, TRUE);
}

static GBytes *
read_target (const char *path)
{
  char *data = NULL;
  gsize size = 0;

  return g_file_get_contents (path, &data, &size, NULL) ? g_bytes_new_take (data, size) : g_bytes_new (NULL, 0);
}

gboolean
world_try (World *self, const WorldAction *action, FaultPlan *plan)
{
  g_autofree char *path = build_target (self, action->target != NULL ? action->target : "none");
  g_autoptr (GError) error = NULL;

  action->prepare (self, path);
  g_autoptr (GBytes) before = read_target (path);
  g_autofree char *text_before = get_text (self->document);

  plan->target = path + strlen (self->disk) + 1;
  fault_plan_start (plan, self->disk);
  gboolean done = action->act (self, path, &error);
  fault_plan_stop (plan);

  g_assert_cmpint (done, ==, error == NULL);
  g_assert_true (done || strlen (error->message) > 10);
  g_autofree char *text_during = get_text (self->document);
  if (action->target != NULL)
    check_target (self, action, plan, done, path, before);
  check_nothing_left (self, plan, FALSE);
  check_register (self, action, done, text_before, text_during);
  do_again (self, action, plan, path);

  return done;
}
