/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-export-data: the agreement as files that are edited elsewhere and imported again: tables in a workbook, indicators as
 * CSV. Written in a thread from a copy of the rows, so that the window stays free. */

#include "mou-window-private.h"
#include "mou-file-dialog.h"
#include "mou-indicator-table.h"
#include "mou-workbook.h"

#include <glib/gi18n.h>

typedef gboolean (*WriteData) (MouRegister *rows, gint64 agreement, const char *path, GError **error);

typedef struct
{
  MouWindow *window;
  MouRegister *rows;
  gint64 agreement;
  WriteData write;
  char *path;
} Export;

static void
export_free (Export *self)
{
  g_clear_object (&self->window);
  g_clear_pointer (&self->rows, mou_register_free);
  g_free (self->path);
  g_free (self);
}

static gboolean
write_csv (MouRegister *rows, gint64 agreement, const char *path, GError **error)
{
  g_autofree char *text = mou_indicator_table_write (rows, agreement);

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}

static void
write_in_thread (GTask *task, gpointer window, gpointer task_data, GCancellable *cancellable)
{
  const Export *self = task_data;
  g_autoptr (GError) error = NULL;

  if (self->write (self->rows, self->agreement, self->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  const Export *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *message = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      mou_window_alert (MOU_WINDOW (object), _ ("The file was not written"), error->message);
      return;
    }

  message = g_strdup_printf (_ ("Written: %s"), name);
  mou_window_toast (MOU_WINDOW (object), message);
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  Export *self = data;
  g_autoptr (GTask) task = NULL;

  self->path = file != NULL ? g_file_get_path (file) : NULL;
  if (self->path == NULL || self->window->document == NULL)
    {
      export_free (self);
      return;
    }

  self->rows = mou_register_copy (mou_document_get_register (self->window->document));
  task = g_task_new (self->window, NULL, written_cb, NULL);
  g_task_set_task_data (task, self, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
export_data (MouWindow *self, const char *title, MouFileType type, const char *extension, WriteData write)
{
  const MouAgreement *agreement = mou_document_get_agreement (self->document);
  g_autofree char *name = g_strdup_printf ("%s-%d%s", agreement->abbreviation, agreement->fiscal_year, extension);
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (self);
  export->agreement = agreement->id;
  export->write = write;
  mou_file_dialog_save (GTK_WINDOW (self), title, type, name, file_chosen_cb, export);
}

void
mou_window_export_tables (MouWindow *self)
{
  export_data (self, _ ("Export tables to edit"), MOU_FILE_WORKBOOK, ".xlsx", mou_workbook_write);
}

void
mou_window_export_csv (MouWindow *self)
{
  export_data (self, _ ("Export the indicators"), MOU_FILE_CSV, ".csv", write_csv);
}
