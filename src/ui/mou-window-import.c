/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-import: a file becomes a proposal, the proposal is shown, and only then it becomes an entry of the history.
 *
 * The file is read in a thread against a copy of the rows. When somebody edited meanwhile, the proposal is of something that is no
 * more, and nothing is imported. */

#include "mou-window-private.h"
#include "mou-compare.h"
#include "mou-file-dialog.h"
#include "mou-import-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  MouWindow *window;
  MouDocument *document;
  MouRegister *base; /* the rows when reading began */
  gint64 agreement;
  char *path, *name;
  MouImport *import; /* once read */
  GPtrArray *differences;
} Proposal;

static void
proposal_free (Proposal *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->document);
  g_clear_pointer (&self->base, mou_register_free);
  g_clear_pointer (&self->import, mou_import_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

static void
release_proposal (gpointer data, GClosure *closure)
{
  proposal_free (data);
}

/* Rows are shared by reference while nothing changes them. */
static void
find_change_visit (MouRow *row, int depth, gpointer data)
{
  Proposal *self = data;

  if (self->base != NULL && mou_register_lookup (self->base, row->id) != row)
    g_clear_pointer (&self->base, mou_register_free);
}

static gboolean
is_of_now (Proposal *self)
{
  MouRegister *rows = mou_document_get_register (self->document);

  if (self->window->document != self->document || mou_register_get_size (rows) != mou_register_get_size (self->base))
    return FALSE;
  mou_register_visit (rows, find_change_visit, self);

  return self->base != NULL;
}

static void
apply (Proposal *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  guint n_changes = 0;

  if (!is_of_now (self))
    {
      mou_window_alert (self->window, _ ("Nothing was imported"), _ ("The register was changed while the file was read. Import it again."));
      return;
    }
  if (!mou_document_import_rows (self->document, self->import->rows, self->name, &n_changes, &error))
    {
      mou_window_alert (self->window, _ ("Nothing was imported"), error->message);
      return;
    }

  message = g_strdup_printf (ngettext ("Imported %s: %u change", "Imported %s: %u changes", n_changes), self->name, n_changes);
  mou_window_toast (self->window, message);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Proposal *proposal)
{
  if (g_str_equal (response, "import"))
    apply (proposal);
}

/* Takes the proposal. */
static void
show_proposal (Proposal *self)
{
  GtkWindow *dialog;

  if (self->differences->len == 0)
    {
      mou_window_toast (self->window, _ ("Nothing to change: the register says the same already"));
      proposal_free (self);
      return;
    }

  dialog = mou_import_dialog_new (GTK_WINDOW (self->window), self->name, self->import, self->differences);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, release_proposal, 0);
  gtk_window_present (dialog);
}

static void
read_in_thread (GTask *task, gpointer window, gpointer task_data, GCancellable *cancellable)
{
  Proposal *self = task_data;
  g_autoptr (GError) error = NULL;

  self->import = mou_import_load (self->path, self->base, self->agreement, &error);
  if (self->import == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  self->differences = mou_compare_registers (self->base, self->import->rows);
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  MouWindow *window = MOU_WINDOW (object);
  Proposal *self = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_proposal (self);
      return;
    }
  mou_window_alert (window, _ ("Nothing was imported"), error->message);
  proposal_free (self);
}

void
mou_window_import_file (MouWindow *self, GFile *file)
{
  Proposal *proposal;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MOU_IS_WINDOW (self));
  g_return_if_fail (self->document != NULL && g_file_peek_path (file) != NULL);

  proposal = g_new0 (Proposal, 1);
  proposal->window = g_object_ref (self);
  proposal->document = g_object_ref (self->document);
  proposal->base = mou_register_copy (mou_document_get_register (self->document));
  proposal->agreement = mou_document_get_agreement_id (self->document);
  proposal->path = g_file_get_path (file);
  proposal->name = g_path_get_basename (proposal->path);
  task = g_task_new (self, NULL, read_cb, proposal);
  g_task_set_task_data (task, proposal, NULL);
  g_task_run_in_thread (task, read_in_thread);
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (MouWindow) self = data;

  if (file != NULL && g_file_peek_path (file) != NULL && self->document != NULL)
    mou_window_import_file (self, file);
}

void
mou_window_import (MouWindow *self)
{
  mou_file_dialog_open (GTK_WINDOW (self), _ ("Import an agreement or tables"), MOU_FILE_IMPORTABLE, file_chosen_cb, g_object_ref (self));
}
